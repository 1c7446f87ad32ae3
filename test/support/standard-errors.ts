// How a StandardError points at its place.

import { StandardError } from "../../src/pep/scanner.ts";

/** The source with the wrong part between arrows, and the message. Fails when the parser accepts the text. */
export function underlined(parse: (text: string) => unknown, text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const { start, end } = error.span;
    return `${text.slice(0, start)}→${text.slice(start, end)}←${text.slice(end)}  ${error.message}`;
  }
  throw new Error(`${text} should be refused`);
}
