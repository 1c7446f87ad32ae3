// A document of tables, arrays and strings that knows where each value stands, for formats that are not TOML.

import { type Excerpt, InputError, type Origin } from "../diagnostics.ts";
import { type NodeDocument, TomlNode } from "./toml.ts";
import type { TomlPath } from "./toml-positions.ts";

/** A place in the text: an offset in UTF-16 code units. */
export type Offset = number;

export class PlacedDocument implements NodeDocument {
  readonly #places = new Map<string, Offset>();
  #root: TomlNode | null = null;

  constructor(
    readonly text: string,
    readonly file: string,
  ) {}

  /** The value of the whole, once it is read. */
  get root(): TomlNode {
    return this.#root ?? new TomlNode(this, [], {});
  }

  set value(value: unknown) {
    this.#root = new TomlNode(this, [], value);
  }

  /** Remembers where the value at `path` begins; the first place of a path stays. */
  place(path: TomlPath, offset: Offset): void {
    const key = JSON.stringify(path);
    if (!this.#places.has(key)) this.#places.set(key, offset);
  }

  /** The place of a path or of its nearest ancestor that has one. */
  origin(path: TomlPath): Origin {
    for (let length = path.length; length > 0; length--) {
      const offset = this.#places.get(JSON.stringify(path.slice(0, length)));
      if (offset !== undefined) return this.originAt(offset);
    }
    return { file: this.file, line: 1, column: 1 };
  }

  originAt(offset: Offset): Origin & { readonly column: number } {
    const before = this.text.slice(0, offset);
    return { file: this.file, line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
  }

  excerpt(origin: Origin, text: string, span: Excerpt["span"]): Excerpt {
    const line = (this.text.split("\n")[origin.line - 1] ?? "").replace(/\r$/, "");
    const from = (origin.column ?? 1) - 1;
    const at = text === "" ? -1 : line.indexOf(text, from);
    return at < 0
      ? { line, span: { start: from, end: line.length } }
      : { line, span: { start: at + span.start, end: at + span.end } };
  }

  /** Throws an InputError about the text from `offset` to `end`; a line of a merge conflict gets its hint. */
  fail(message: string, offset: Offset, end: Offset = offset + 1, hint?: string): never {
    const origin = this.originAt(offset);
    const start = origin.column - 1;
    const { line } = this.excerpt(origin, "", { start: 0, end: 0 });
    const advice = /^(?:<{7}|={7}|>{7})(?: |$)/.test(line) ? "This is a merge conflict: resolve it first." : hint;
    throw new InputError(message, {
      origin,
      excerpt: { line, span: { start, end: Math.max(start + 1, Math.min(line.length, start + end - offset)) } },
      ...(advice ? { hint: advice } : {}),
    });
  }
}
