// Tab-separated tables, looked up without being parsed whole: only the lines that a search visits are read.

import { normalizeName } from "../pep/pep503.ts";

/** A table of lines sorted by the normalized form of their first column. */
export class SortedTable {
  readonly #text: string;
  /** The answers, and the keys of the lines that searches have visited: most searches begin alike. */
  readonly #found = new Map<string, readonly (readonly string[])[]>();
  readonly #keys = new Map<number, string>();

  /** `text` ends in a line end; lines that begin with `#` may only stand at its top. */
  constructor(text: string) {
    let start = 0;
    while (text.charAt(start) === "#") start = text.indexOf("\n", start) + 1 || text.length;
    this.#text = start === 0 ? text : text.slice(start);
  }

  /** The columns of every line whose first column normalizes to `key`. */
  find(key: string): readonly (readonly string[])[] {
    let found = this.#found.get(key);
    if (!found) {
      found = this.#search(key);
      this.#found.set(key, found);
    }
    return found;
  }

  #search(key: string): string[][] {
    let low = 0;
    let high = this.#text.length;
    // The first line whose key is not below the wanted one begins in [low, high].
    while (low < high) {
      const start = this.#lineStart((low + high) >> 1);
      if (this.#keyAt(start) < key) low = this.#lineEnd(start) + 1;
      else high = start;
    }
    const found: string[][] = [];
    for (let at = low; at < this.#text.length && this.#keyAt(at) === key; at = this.#lineEnd(at) + 1) {
      found.push(this.#text.slice(at, this.#lineEnd(at)).split("\t"));
    }
    return found;
  }

  /** All lines, in order. */
  *rows(): Generator<string[]> {
    for (let at = 0; at < this.#text.length; at = this.#lineEnd(at) + 1)
      yield this.#text.slice(at, this.#lineEnd(at)).split("\t");
  }

  #lineStart(at: number): number {
    return at === 0 ? 0 : this.#text.lastIndexOf("\n", at - 1) + 1;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end < 0 ? this.#text.length : end;
  }

  #keyAt(start: number): string {
    let key = this.#keys.get(start);
    if (key === undefined) {
      key = this.#readKey(start);
      this.#keys.set(start, key);
    }
    return key;
  }

  #readKey(start: number): string {
    const end = this.#lineEnd(start);
    const tab = this.#text.indexOf("\t", start);
    return normalizeName(this.#text.slice(start, tab < 0 || tab > end ? end : tab));
  }
}
