// The part of YAML 1.2 that conda's environment files are written in: block mappings and sequences, plain and quoted
// scalars in one line, flow sequences in one line, comments. Everything else is an error that says so; all scalars are
// strings. A YAML library would be larger than the rest of this format's reader, for what no such file has.

import { limitOf, raised } from "../limits.ts";
import { PlacedDocument } from "./placed-document.ts";
import type { TomlPath } from "./toml-positions.ts";

interface Line {
  /** The offset of the first character that is no blank. */
  readonly at: number;
  /** How far it is indented; that of an entry's content is deeper by the dash. */
  readonly indent: number;
  readonly text: string;
}

const KEY =
  /^(?:"((?:[^"\\]|\\["\\/])*)"|'((?:[^']|'')*)'|([^\s#&*!|>'"%@`[\]{},?:-](?:[^:#]|:(?!\s|$)|(?<!\s)#)*?|-[^\s:](?:[^:#]|:(?!\s|$))*?))(?<!\s)\s*:(?=\s|$)/;

/** Reads a YAML text of this part. Throws an InputError. */
export function readYaml(text: string, file: string): PlacedDocument {
  const document = new PlacedDocument(text, file);
  document.value = new YamlReader(document).read();
  return document;
}

class YamlReader {
  readonly #lines: Line[] = [];
  #next = 0;

  constructor(private readonly document: PlacedDocument) {}

  read(): unknown {
    this.#split();
    const first = this.#lines[0];
    if (!first) return {};
    const value = this.#block(first.indent, []);
    const rest = this.#lines[this.#next];
    if (rest) this.#fail("this line is indented in a way that belongs to nothing above it", rest);
    return value;
  }

  #fail(message: string, line: Line, from = 0): never {
    this.document.fail(message, line.at + from, line.at + Math.max(from + 1, line.text.length));
  }

  #split(): void {
    let offset = 0;
    for (const source of this.document.text.split("\n")) {
      const indent = source.length - source.trimStart().length;
      const text = source.trim();
      const line: Line = { at: offset + indent, indent, text };
      offset += source.length + 1;
      if (text === "" || text.startsWith("#")) continue;
      if (/^(?:<{7}|={7}|>{7})(?: |$)/.test(text)) this.#fail("this is not YAML: a merge conflict stands in it", line);
      const control = source.search(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/);
      if (control >= 0) this.#fail("YAML has no control characters", line, Math.max(0, control - indent));
      if (source.slice(0, indent).includes("\t")) this.#fail("YAML is not indented by tabs", line);
      if ((text === "---" && this.#lines.length === 0) || text.startsWith("%")) continue;
      if (text === "..." || text === "---") this.#fail("a second YAML document in one file is not read", line);
      this.#lines.push(line);
    }
  }

  /** The lines that are indented by `indent` from here on, as a sequence or a mapping. */
  #block(indent: number, path: TomlPath): unknown {
    const line = this.#lines[this.#next];
    if (!line) return null;
    if (path.length > limitOf("nesting"))
      this.#fail(`YAML deeper than ${limitOf("nesting")} levels${raised("nesting")}`, line);
    return /^-(?:\s|$)/.test(line.text) ? this.#sequence(indent, path) : this.#mapping(indent, path);
  }

  #sequence(indent: number, path: TomlPath): unknown[] {
    const items: unknown[] = [];
    for (let line = this.#lines[this.#next]; line && line.indent === indent; line = this.#lines[this.#next]) {
      if (!/^-(?:\s|$)/.test(line.text)) return items;
      const here = [...path, items.length];
      const rest = line.text.slice(1);
      const shift = 1 + rest.length - rest.trimStart().length;
      const content: Line = { at: line.at + shift, indent: indent + shift, text: rest.trim() };
      this.document.place(here, content.text === "" ? line.at : content.at);
      if (content.text === "" || content.text.startsWith("#")) {
        this.#next++;
        items.push(this.#below(indent, here));
      } else if (KEY.test(content.text) || /^-(?:\s|$)/.test(content.text)) {
        // The content is a block of its own, which begins behind the dash.
        this.#lines[this.#next] = content;
        items.push(this.#block(content.indent, here));
      } else {
        this.#next++;
        items.push(this.#scalar(content, 0, here));
      }
    }
    return items;
  }

  #mapping(indent: number, path: TomlPath): Record<string, unknown> {
    const mapping: Record<string, unknown> = Object.create(null);
    for (let line = this.#lines[this.#next]; line && line.indent === indent; line = this.#lines[this.#next]) {
      const match = KEY.exec(line.text);
      if (!match) this.#fail("expected `key: value`", line);
      const key = match[1]?.replace(/\\(.)/g, "$1") ?? match[2]?.replaceAll("''", "'") ?? (match[3] ?? "").trim();
      if (Object.hasOwn(mapping, key)) this.#fail(`the key ${key} is there already`, line);
      const here = [...path, key];
      this.document.place(here, line.at);
      const rest = line.text.slice(match[0].length);
      this.#next++;
      const isEmpty = /^\s*(?:#.*)?$/.test(rest);
      mapping[key] = isEmpty
        ? this.#below(indent, here, true)
        : this.#scalar(line, match[0].length + rest.length - rest.trimStart().length, here);
    }
    return mapping;
  }

  /** What is indented deeper than its key or dash; a sequence may stand right below its key. Null for nothing. */
  #below(indent: number, path: TomlPath, isKey = false): unknown {
    const line = this.#lines[this.#next];
    if (!line) return null;
    const isSequence = isKey && line.indent === indent && /^-(?:\s|$)/.test(line.text);
    return line.indent > indent || isSequence ? this.#block(line.indent, path) : null;
  }

  /** A scalar or flow sequence in one line, from an offset in the line's text. */
  #scalar(line: Line, from: number, path: TomlPath): unknown {
    const text = line.text.slice(from);
    const following = this.#lines[this.#next];
    if (following && following.indent > line.indent && !/^[["']/.test(text))
      this.#fail("a value that goes on in the next line is not read: write it in one line", following);
    if (text.startsWith("[")) return this.#flow(line, from, path);
    const { value, end } = this.#one(line, from, /(?:\s#|$)/);
    if (!/^\s*(?:#.*)?$/.test(line.text.slice(end))) this.#fail("expected the end of the line", line, end);
    return value;
  }

  #flow(line: Line, from: number, path: TomlPath): unknown[] {
    const items: unknown[] = [];
    let at = from + 1;
    for (;;) {
      while (line.text.charAt(at) === " ") at++;
      if (line.text.charAt(at) === "]") break;
      this.document.place([...path, items.length], line.at + at);
      const { value, end } = this.#one(line, at, /[,\]]|\s#/);
      items.push(value);
      at = end;
      while (line.text.charAt(at) === " ") at++;
      if (line.text.charAt(at) === ",") at++;
      else if (line.text.charAt(at) !== "]") this.#fail("this `[` is not closed in its line", line, from);
    }
    if (!/^\s*(?:#.*)?$/.test(line.text.slice(at + 1))) this.#fail("expected the end of the line", line, at + 1);
    return items;
  }

  /** One scalar, up to what `stop` finds where it is plain. */
  #one(line: Line, from: number, stop: RegExp): { value: string | null; end: number } {
    const text = line.text.slice(from);
    const quoted = /^(?:"((?:[^"\\]|\\["\\/])*)"|'((?:[^']|'')*)')/.exec(text);
    if (quoted) {
      const value = quoted[1]?.replace(/\\(.)/g, "$1") ?? (quoted[2] ?? "").replaceAll("''", "'");
      return { value, end: from + quoted[0].length };
    }
    if (/^["']/.test(text)) this.#fail("this string has no end in its line", line, from);
    if (/^[&*!|>{%@`]/.test(text))
      this.#fail(`YAML's \`${text.charAt(0)}\` is not read here: write the value in one line, in quotes`, line, from);
    const length = stop.exec(text)?.index ?? text.length;
    const value = text.slice(0, length).trimEnd();
    if (/:(?:\s|$)/.test(value)) this.#fail("a mapping cannot stand here: put the value in quotes", line, from);
    return { value: value === "" || value === "null" || value === "~" ? null : value, end: from + length };
  }
}
