// JSON for a program that reads it, and for a person who looks at it in a terminal.

import { INVISIBLE, isPlainAscii } from "../invisible.ts";

/** The value as indented JSON with a line end. What is not seen stands as escapes, which are the same to a parser. */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${isPlainAscii(text) ? text : text.replace(new RegExp(`[${INVISIBLE}]`, "gu"), escaped)}\n`;
}

function escaped(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
