// Where each key and array element of a TOML document stands. The TOML library gives values without places;
// this walks a document that it has accepted, so it reads structure only and checks nothing.

import type { Origin } from "../diagnostics.ts";

/** Keys and array indexes from the document's root. */
export type TomlPath = readonly (string | number)[];

type Place = Pick<Origin, "line"> & { readonly column: number };

/** The places of a document by path. Unknown paths are answered with their nearest known ancestor. */
export class TomlPositions {
  readonly #places = new Map<string, Place>();
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
    this.#walk();
  }

  /** The place of `path`, or of its nearest ancestor that is written out; the first line at worst. */
  find(path: TomlPath): Place {
    return this.lookUp(path) ?? { line: 1, column: 1 };
  }

  /** As `find`, but null at worst. */
  lookUp(path: TomlPath): Place | null {
    for (let length = path.length; length > 0; length--) {
      const place = this.#places.get(keyOf(path.slice(0, length)));
      if (place) return place;
    }
    return null;
  }

  #record(path: TomlPath): void {
    const key = keyOf(path);
    if (!this.#places.has(key)) this.#places.set(key, this.#here());
  }

  #here(): Place {
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  #walk(): void {
    let table: TomlPath = [];
    const arrays = new Map<string, number>();
    const resolve = (keys: readonly string[]): (string | number)[] => {
      const path: (string | number)[] = [];
      for (const key of keys) {
        path.push(key);
        const index = arrays.get(keyOf(path));
        if (index !== undefined) path.push(index);
      }
      return path;
    };
    for (;;) {
      this.#skip(true);
      const character = this.#text.charAt(this.#at);
      if (character === "") return;
      if (character !== "[") {
        this.#pair(table);
        continue;
      }
      const place = this.#here();
      const isArray = this.#text.startsWith("[[", this.#at);
      this.#at += isArray ? 2 : 1;
      const keys = this.#keys();
      this.#at += isArray ? 2 : 1;
      if (isArray) {
        const parent = [...resolve(keys.slice(0, -1)), keys.at(-1) ?? ""];
        const index = (arrays.get(keyOf(parent)) ?? -1) + 1;
        arrays.set(keyOf(parent), index);
        table = [...parent, index];
      } else {
        table = resolve(keys);
      }
      this.#places.set(keyOf(table), place);
    }
  }

  #pair(table: TomlPath): void {
    const start = this.#here();
    const path = [...table, ...this.#keys()];
    this.#places.set(keyOf(path), start);
    this.#skip(false);
    this.#at++; // `=`
    this.#skip(false);
    this.#value(path);
  }

  #keys(): string[] {
    const keys: string[] = [];
    for (;;) {
      this.#skip(false);
      const character = this.#text.charAt(this.#at);
      if (character === '"' || character === "'") {
        keys.push(this.#string());
      } else {
        const start = this.#at;
        while (/[A-Za-z0-9_-]/.test(this.#text.charAt(this.#at))) this.#at++;
        keys.push(this.#text.slice(start, this.#at));
        if (start === this.#at) return keys;
      }
      this.#skip(false);
      if (this.#text.charAt(this.#at) !== ".") return keys;
      this.#at++;
    }
  }

  #value(path: TomlPath): void {
    const character = this.#text.charAt(this.#at);
    if (character === '"' || character === "'") {
      this.#string();
    } else if (character === "[") {
      this.#at++;
      this.#items("]", (index) => {
        this.#record([...path, index]);
        this.#value([...path, index]);
      });
    } else if (character === "{") {
      this.#at++;
      this.#items("}", () => this.#pair(path));
    } else {
      while (this.#at < this.#text.length && !/[,\]}#\n]/.test(this.#text.charAt(this.#at))) this.#at++;
    }
  }

  #items(close: string, item: (index: number) => void): void {
    for (let index = 0; ; index++) {
      this.#skip(true);
      if (this.#at >= this.#text.length) return;
      if (this.#text.charAt(this.#at) === close) {
        this.#at++;
        return;
      }
      item(index);
      this.#skip(true);
      if (this.#text.charAt(this.#at) === ",") this.#at++;
    }
  }

  /** Passes a string of any of the four kinds; the value is exact for keys, which have no multi-line form. */
  #string(): string {
    const quote = this.#text.charAt(this.#at);
    const long = this.#text.startsWith(quote.repeat(3), this.#at);
    const delimiter = long ? quote.repeat(3) : quote;
    const start = this.#at + delimiter.length;
    let end = start;
    while (end < this.#text.length && !this.#text.startsWith(delimiter, end)) {
      end += quote === '"' && this.#text.charAt(end) === "\\" ? 2 : 1;
    }
    // A long string may end in one or two quotes of its own.
    if (long) while (this.#text.charAt(end + delimiter.length) === quote) end++;
    this.#advance(end + delimiter.length);
    const raw = this.#text.slice(start, end);
    if (quote === "'" || long || !raw.includes("\\")) return raw;
    return raw.replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))/g,
      (_, u, U, x, other: string | undefined) =>
        other === undefined ? String.fromCodePoint(Number.parseInt(u ?? U ?? x, 16)) : (ESCAPES[other] ?? other),
    );
  }

  /** Moves to `end`, counting the lines passed. */
  #advance(end: number): void {
    for (let i = this.#text.indexOf("\n", this.#at); i >= 0 && i < end; i = this.#text.indexOf("\n", i + 1)) {
      this.#line++;
      this.#lineStart = i + 1;
    }
    this.#at = Math.min(end, this.#text.length);
  }

  #skip(lines: boolean): void {
    for (;;) {
      const character = this.#text.charAt(this.#at);
      if (character === " " || character === "\t" || character === "\r" || (lines && character === "\n")) {
        this.#advance(this.#at + 1);
      } else if (character === "#") {
        const end = this.#text.indexOf("\n", this.#at);
        this.#at = end < 0 ? this.#text.length : end;
        if (!lines) return;
      } else {
        return;
      }
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", e: "\x1b" };

function keyOf(path: TomlPath): string {
  return JSON.stringify(path);
}
