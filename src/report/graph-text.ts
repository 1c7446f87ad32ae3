// Text of a project as one line of a picture or a page: nothing hidden, nothing invisible, and how wide it is.

import { maskCredentials } from "../credentials.ts";
import { printable } from "../diagnostics.ts";

/**
 * The text on one line, without credentials, with what is not seen as `\u{..}`. What XML 1.0 cannot
 * hold (https://www.w3.org/TR/xml/#charsets) is shown in that way too, so that no format has to drop it.
 */
export function plain(text: string): string {
  const line = printable(maskCredentials(text).replace(/[\t\n]/g, " "));
  return line.replace(/[\ufeff\ufffe\uffff]|\p{Surrogate}/gu, (one) => `\\u{${one.charCodeAt(0).toString(16)}}`);
}

/** The text, made `plain`, as character data or an attribute value of XML and HTML. */
export function escapeMarkup(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return plain(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

const WIDE =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60]/u;
const NARROW = /^\p{Mark}$|^[\u200b-\u200d\u2060]$/u;

/** How many columns of a fixed-width font a character takes. */
function columnsOf(character: string): number {
  return NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

/** How many columns of a fixed-width font a text takes. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** The text in at most `columns`, its end replaced by an ellipsis where it is longer. */
export function shorten(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
