// TOML as tools write it: the part of the language that lock files and most manifests are in, read several times faster
// than a whole reader can. What is outside of that part is left to one, so nothing here decides what is TOML.

import { defer } from "../deferred.ts";

export interface PlainToml {
  /** Files are read when they are asked for (see `defer`), since most are not. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The tables that headers begin, by `pathKey` of their paths; the document's own is that of no path. */
  readonly sections: ReadonlyMap<string, Section>;
}

/** The lines of a table between its header and the next one. */
export interface Section {
  /** The header's line, from 1; 0 for the document's own table. */
  readonly line: number;
  readonly start: number;
  end: number;
}

type Table = Record<string, unknown>;

const HEADER = /(\[\[?)([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)(\]\]?)[ \t]*\n/y;
const KEY = /[A-Za-z0-9_-]+/y;
const EQUALS = /[ \t]*=[ \t]*/y;
const STRING = /"([^"\\\x00-\x08\x0a-\x1f\x7f]*)"/y;
const ESCAPED_STRING = /"(?:[^"\\\x00-\x1f\x7f]|\\[btnfr"\\])*"/y;
const LITERAL_STRING = /'([^'\x00-\x08\x0a-\x1f\x7f]*)'/y;
const WORD = /(?:true|false|0|[1-9][0-9]{0,14})(?=[,\n\] }])/y;
const COMMENT = /#[^\x00-\x08\x0a-\x1f\x7f]*/y;
const BLANKS = /[ \t]*/y;
/** A file as uv writes it: most of its locks are lines with one. */
const FILE =
  /\{ url = "[^"\\\x00-\x1f\x7f]+", hash = "[^"\\\x00-\x1f\x7f]+"(?:, size = [1-9][0-9]{0,14})?(?:, upload-time = "[^"\\\x00-\x1f\x7f]+")? \}/y;
const LISTED_FILE = new RegExp(` {4}${FILE.source},\\n`, "y");

const MAX_DEPTH = 16;

/** The text is outside of the part that is read here. */
const OTHER = Symbol("other");

/** A path as a key of `sections`. */
export function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/** Reads a document, or gives null where it is not all of the plain kind, be it TOML or not. */
export function parsePlainToml(text: string): PlainToml | null {
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error === OTHER) return null;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  readonly #root: Table = {};
  #section: Section = { line: 0, start: 0, end: 0 };
  readonly #sections = new Map([[pathKey([]), this.#section]]);
  /** The tables and arrays of tables that headers have made: no others can be added to. */
  readonly #open = new Set<unknown>([this.#root]);
  /** Those of them that only the headers of tables below them have made. */
  readonly #implied = new Set<unknown>();

  constructor(text: string) {
    this.#text = text;
  }

  document(): PlainToml {
    let table = this.#root;
    for (;;) {
      this.#skipLines();
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) {
        this.#section.end = this.#at;
        return { data: this.#root, sections: this.#sections };
      }
      if (code === 0x5b) {
        table = this.#header();
        continue;
      }
      this.#pair(table, 0);
      this.#take(BLANKS);
      if (this.#text.charCodeAt(this.#at) === 0x23) this.#take(COMMENT);
      if (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) !== 0x0a) throw OTHER;
    }
  }

  /** What a rule matches here, moving behind it; it throws where the rule does not match. */
  #match(rule: RegExp): RegExpExecArray {
    rule.lastIndex = this.#at;
    const found = rule.exec(this.#text);
    if (!found) throw OTHER;
    this.#at = rule.lastIndex;
    return found;
  }

  #take(rule: RegExp): void {
    rule.lastIndex = this.#at;
    if (!rule.test(this.#text)) throw OTHER;
    this.#at = rule.lastIndex;
  }

  /** Passes blanks, line ends and comments. */
  #skipLines(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x0a) this.#line++;
      else if (code === 0x23) {
        this.#take(COMMENT);
        continue;
      } else if (code !== 0x20 && code !== 0x09) return;
      this.#at++;
    }
  }

  #header(): Table {
    const line = this.#line++;
    this.#section.end = this.#at;
    const [, open = "", dotted = "", close = ""] = this.#match(HEADER);
    if (open.length !== close.length) throw OTHER;
    const keys = dotted.split(".");
    const last = keys.pop() ?? "";
    const path: (string | number)[] = [];
    let parent = this.#root;
    for (const key of keys) {
      const value = Object.hasOwn(parent, key) ? parent[key] : this.#imply(parent, key);
      if (!this.#open.has(value)) throw OTHER;
      path.push(key);
      if (Array.isArray(value)) path.push(value.length - 1);
      parent = (Array.isArray(value) ? value.at(-1) : value) as Table;
    }
    path.push(last);
    const before = Object.hasOwn(parent, last) ? parent[last] : undefined;
    const isImplied = open === "[" && this.#implied.delete(before);
    const table = isImplied ? (before as Table) : {};
    this.#open.add(table);
    if (open === "[[") {
      if (before === undefined) this.#open.add(this.#set(parent, last, [table]));
      else if (Array.isArray(before) && this.#open.has(before)) before.push(table);
      else throw OTHER;
      path.push((parent[last] as unknown[]).length - 1);
    } else if (!isImplied) {
      if (before !== undefined) throw OTHER;
      this.#set(parent, last, table);
    }
    this.#section = { line, start: this.#at, end: this.#at };
    this.#sections.set(pathKey(path), this.#section);
    return table;
  }

  #imply(parent: Table, key: string): unknown {
    const table = this.#set(parent, key, {});
    this.#open.add(table);
    this.#implied.add(table);
    return table;
  }

  #set(table: Table, key: string, value: unknown): unknown {
    if (key === "__proto__" || Object.hasOwn(table, key)) throw OTHER;
    table[key] = value;
    return value;
  }

  #pair(table: Table, depth: number): void {
    const [key] = this.#match(KEY);
    this.#take(EQUALS);
    const start = this.#at;
    if (!this.#passFiles()) this.#set(table, key, this.#value(depth));
    else {
      this.#set(table, key, null);
      defer(table, key, () => this.#valueAt(start));
    }
  }

  /** Passes a file, or an array of files, one a line as uv writes them; false where none is here. */
  #passFiles(): boolean {
    if (this.#text.startsWith("{ url = ", this.#at)) {
      FILE.lastIndex = this.#at;
      if (!FILE.test(this.#text)) return false;
      this.#at = FILE.lastIndex;
      return true;
    }
    if (!this.#text.startsWith("[\n    { url = ", this.#at)) return false;
    let lines = 1;
    LISTED_FILE.lastIndex = this.#at + "[\n".length;
    let end = LISTED_FILE.lastIndex;
    for (; LISTED_FILE.test(this.#text); lines++) end = LISTED_FILE.lastIndex;
    if (this.#text.charCodeAt(end) !== 0x5d) return false;
    this.#at = end + 1;
    this.#line += lines;
    return true;
  }

  #valueAt(start: number): unknown {
    const reader = new Reader(this.#text);
    reader.#at = start;
    return reader.#value(0);
  }

  #value(depth: number): unknown {
    switch (this.#text.charCodeAt(this.#at)) {
      case 0x22:
        return this.#string();
      case 0x27: {
        const [, value = ""] = this.#match(LITERAL_STRING);
        if (value === "" && this.#text.charCodeAt(this.#at) === 0x27) throw OTHER;
        return value;
      }
      case 0x5b:
        return this.#array(depth + 1);
      case 0x7b:
        return this.#inlineTable(depth + 1);
    }
    const [word] = this.#match(WORD);
    return word === "true" || word === "false" ? word === "true" : Number(word);
  }

  #string(): string {
    STRING.lastIndex = this.#at;
    const plain = STRING.exec(this.#text);
    if (!plain) return JSON.parse(this.#match(ESCAPED_STRING)[0]) as string;
    this.#at = STRING.lastIndex;
    const [, value = ""] = plain;
    // Three quotes begin a string of several lines.
    if (value === "" && this.#text.charCodeAt(this.#at) === 0x22) throw OTHER;
    return value;
  }

  #array(depth: number): unknown[] {
    if (depth > MAX_DEPTH) throw OTHER;
    const items: unknown[] = [];
    this.#at++;
    for (;;) {
      this.#skipLines();
      if (this.#text.charCodeAt(this.#at) === 0x5d) break;
      items.push(this.#value(depth));
      this.#skipLines();
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x2c && code !== 0x5d) throw OTHER;
      if (code === 0x2c) this.#at++;
    }
    this.#at++;
    return items;
  }

  #inlineTable(depth: number): Table {
    if (depth > MAX_DEPTH) throw OTHER;
    const table: Table = {};
    this.#at++;
    this.#take(BLANKS);
    if (this.#text.charCodeAt(this.#at) !== 0x7d) {
      for (;;) {
        this.#pair(table, depth);
        this.#take(BLANKS);
        const code = this.#text.charCodeAt(this.#at);
        if (code === 0x7d) break;
        if (code !== 0x2c) throw OTHER;
        this.#at++;
        this.#take(BLANKS);
      }
    }
    this.#at++;
    return table;
  }
}
