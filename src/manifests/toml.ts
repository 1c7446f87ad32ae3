// TOML documents with checked access: every value that a reader takes has the type it asked for, or the
// error names the key, the line and what was expected.

import { parse, TomlError } from "smol-toml";
import { type Excerpt, InputError, type Origin } from "../diagnostics.ts";
import { limitOf } from "../limits.ts";
import { StandardError } from "../pep/scanner.ts";
import { type PlainToml, parsePlainToml, pathKey, type Section } from "./plain-toml.ts";
import { type TomlPath, TomlPositions } from "./toml-positions.ts";

type TomlTable = { readonly [key: string]: unknown };

/** A parsed TOML file that knows where its keys stand. */
export class TomlDocument {
  readonly root: TomlNode;
  readonly #sections: PlainToml["sections"] | undefined;
  readonly #walked = new Map<Section, TomlPositions>();
  #positions: TomlPositions | undefined;

  /** Throws an InputError with the place of the first syntax error. */
  constructor(
    readonly text: string,
    readonly file: string,
  ) {
    const plain = parsePlainToml(text);
    this.#sections = plain?.sections;
    let data: unknown;
    try {
      data = plain?.data ?? parse(text, { integersAsBigInt: "asNeeded", maxDepth: limitOf("nesting") });
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const message = (error.message.split("\n", 1)[0] ?? "").replace(/^Invalid TOML document: /, "");
      const origin: Origin = { file, line: error.line, column: error.column };
      const line = text.split("\n")[error.line - 1] ?? "";
      const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/.test(line)
        ? { hint: "This is a merge conflict: resolve it first." }
        : {};
      throw new InputError(`this is not TOML: ${message}`, {
        origin,
        excerpt: { line: line.replace(/\r$/, ""), span: { start: error.column - 1, end: error.column } },
        ...conflict,
      });
    }
    this.root = new TomlNode(this, [], data);
  }

  /** The place of a path. The document is walked once, when first asked. */
  origin(path: TomlPath): Origin {
    if (this.#sections) return { file: this.file, ...this.#placeIn(this.#sections, path) };
    this.#positions ??= new TomlPositions(this.text);
    return { file: this.file, ...this.#positions.find(path) };
  }

  /** Only the table that has the path is walked. */
  #placeIn(sections: PlainToml["sections"], path: TomlPath): { line: number; column: number } {
    for (let length = path.length; length >= 0; length--) {
      const section = sections.get(pathKey(path.slice(0, length)));
      if (!section) continue;
      const header = { line: Math.max(1, section.line), column: 1 };
      if (length === path.length) return header;
      let positions = this.#walked.get(section);
      if (!positions) {
        positions = new TomlPositions(this.text.slice(section.start, section.end));
        this.#walked.set(section, positions);
      }
      const place = positions.lookUp(path.slice(length));
      return place ? { line: section.line + place.line, column: place.column } : header;
    }
    return { line: 1, column: 1 };
  }

  /** The physical line of an origin, `text` in it (when it stands there to the letter) being the part to show. */
  excerpt(origin: Origin, text: string, span: Excerpt["span"]): Excerpt {
    const line = (this.text.split("\n")[origin.line - 1] ?? "").replace(/\r$/, "");
    const at = text === "" ? -1 : line.indexOf(text, (origin.column ?? 1) - 1);
    return at < 0
      ? { line, span: { start: (origin.column ?? 1) - 1, end: line.length } }
      : { line, span: { start: at + span.start, end: at + span.end } };
  }
}

/** What a node asks of its document: other formats of tables and arrays have documents of their own. */
export type NodeDocument = Pick<TomlDocument, "file" | "text" | "origin" | "excerpt">;

/** A value of a document with its path. `null` stands for a key that is not there. */
export class TomlNode {
  /** `above` is the path, or for a value in another node that node and the key: most paths are never asked for. */
  constructor(
    readonly document: NodeDocument,
    private readonly above: TomlPath | TomlNode,
    readonly value: unknown,
    private readonly key: string | number = "",
  ) {}

  get path(): TomlPath {
    return this.above instanceof TomlNode ? [...this.above.path, this.key] : this.above;
  }

  get origin(): Origin {
    return this.document.origin(this.path);
  }

  /** The dotted name, for messages. */
  get name(): string {
    return this.path
      .map((part) =>
        typeof part === "number" ? `[${part + 1}]` : /^[A-Za-z0-9_-]+$/.test(part) ? part : JSON.stringify(part),
      )
      .join(".");
  }

  get isString(): boolean {
    return typeof this.value === "string";
  }
  get isArray(): boolean {
    return Array.isArray(this.value);
  }
  get isTable(): boolean {
    return (
      typeof this.value === "object" &&
      this.value !== null &&
      !Array.isArray(this.value) &&
      !(this.value instanceof Date)
    );
  }

  /** The value at a key, or null. Throws when this is no table. */
  get(key: string): TomlNode | null {
    const table = this.table();
    return Object.hasOwn(table, key) ? new TomlNode(this.document, this, table[key], key) : null;
  }

  /** The value at the end of a chain of keys, or null when one is missing. */
  at(...keys: string[]): TomlNode | null {
    return keys.reduce<TomlNode | null>((node, key) => node?.get(key) ?? null, this);
  }

  table(): TomlTable {
    if (!this.isTable) this.fail("a table");
    return this.value as TomlTable;
  }

  entries(): [string, TomlNode][] {
    return Object.entries(this.table()).map(([key, value]) => [key, new TomlNode(this.document, this, value, key)]);
  }

  items(): TomlNode[] {
    if (!Array.isArray(this.value)) this.fail("an array");
    return (this.value as unknown[]).map((value, index) => new TomlNode(this.document, this, value, index));
  }

  string(): string {
    if (typeof this.value !== "string") this.fail("a string");
    return this.value as string;
  }

  /** A value that is not as it should be, for a message. */
  get shown(): string {
    return this.isTable ? "a table" : this.isArray ? "an array" : String(this.value);
  }

  boolean(): boolean {
    if (typeof this.value !== "boolean") this.fail("true or false");
    return this.value as boolean;
  }

  strings(): string[] {
    return this.items().map((item) => item.string());
  }

  private fail(expected: string): never {
    const origin = this.origin;
    throw new InputError(`${this.name || "the document"} should be ${expected}`, {
      origin,
      excerpt: this.document.excerpt(origin, "", { start: 0, end: 0 }),
    });
  }

  /** Runs a parser of a standard on this node's string; its error is shown where the string stands. */
  parse<T>(parser: (text: string) => T): T {
    const text = this.string();
    try {
      return parser(text);
    } catch (error) {
      if (!(error instanceof StandardError)) throw error;
      throw this.error(error.message, text, error.span);
    }
  }

  /** An InputError about this node, a part of its string underlined where that stands in one line. */
  error(message: string, text = "", span: Excerpt["span"] = { start: 0, end: text.length }, hint?: string): InputError {
    const origin = this.origin;
    const excerpt = this.document.excerpt(origin, text, span);
    return new InputError(message, {
      origin: { ...origin, column: excerpt.span.start + 1 },
      excerpt,
      ...(hint ? { hint } : {}),
    });
  }
}
