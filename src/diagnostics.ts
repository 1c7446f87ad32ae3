// What is said to the user about the input: where it stands, how bad it is, and how it is shown.

import { maskCredentials } from "./credentials.ts";
import { INVISIBLE, isPlainAscii } from "./invisible.ts";
import type { Span } from "./pep/scanner.ts";

/** A place in an input file. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

export type Severity = "warning" | "note";

/** Something that could not be honoured as written (warning) or that is worth knowing (note). */
export interface Diagnostic {
  readonly severity: Severity;
  readonly message: string;
  readonly origin?: Origin;
}

/** A line of an input file and the part of it that an error is about, columns from 0. */
export interface Excerpt {
  readonly line: string;
  readonly span: Span;
}

/** The input is wrong: a file that does not follow its format, or one that cannot be read. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly origin: Origin | undefined;
  readonly excerpt: Excerpt | undefined;
  readonly hint: string | undefined;

  constructor(message: string, where: { origin?: Origin; excerpt?: Excerpt; hint?: string } = {}) {
    super(message);
    this.origin = where.origin;
    this.excerpt = where.excerpt;
    this.hint = where.hint;
  }
}

/** `file:line:column` as editors and terminals link it. */
export function formatOrigin({ file, line, column }: Origin): string {
  return `${printable(file)}:${line}${column === undefined ? "" : `:${column}`}`;
}

const EXCERPT_WIDTH = 160;

/**
 * The error as text of several lines: where and what, the line with the wrong part underlined, what to do.
 * Control characters of the input are shown as escapes, and a long line is cut around the wrong part.
 */
export function formatInputError(error: InputError): string {
  const lines = [
    `${error.origin ? `${formatOrigin(error.origin)}: ` : ""}${printable(maskCredentials(error.message))}`,
  ];
  if (error.origin && error.excerpt) {
    const { span } = error.excerpt;
    const line = maskCredentials(error.excerpt.line);
    const from = Math.max(0, Math.min(span.start - 60, line.length - EXCERPT_WIDTH));
    const shown = line.slice(from, from + EXCERPT_WIDTH);
    const before = printable(shown.slice(0, Math.max(0, span.start - from)));
    const wrong = printable(shown.slice(Math.max(0, span.start - from), Math.max(0, span.end - from)));
    const number = String(error.origin.line);
    const margin = " ".repeat(number.length);
    lines.push(
      `  ${number} | ${from > 0 ? "…" : ""}${printable(shown)}${from + EXCERPT_WIDTH < line.length ? "…" : ""}`,
      `  ${margin} | ${" ".repeat(before.length + (from > 0 ? 1 : 0))}${"^".repeat(Math.max(1, wrong.length))}`,
    );
  }
  if (error.hint) lines.push(`  ${printable(maskCredentials(error.hint))}`);
  return lines.join("\n");
}

/**
 * Text from outside made safe for a line of a terminal: what is not seen there becomes `\u{..}` escapes, and line feeds
 * too, so that no name can look like another line.
 */
export function printable(text: string): string {
  return printableLines(text).replaceAll("\n", "\\u{a}");
}

/** The same for a text of several lines that are ours. */
export function printableLines(text: string): string {
  if (isPlainAscii(text)) return text;
  return text.replace(
    new RegExp(`[${INVISIBLE}]`, "gu"),
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
