// Characters that are not seen, and that a terminal or an editor obeys: text from outside is shown without them.

/**
 * For a class of a regular expression with the flag `u`: control characters, line and paragraph separators, format
 * characters, which turn the direction of text (CVE-2021-42574), join, or hide a text in tags, and the others that
 * Unicode has ignored by default, less the variants of emoji. Blanks, tabs and line ends are none of them.
 * https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
export const INVISIBLE =
  "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\uffa0\\u{e0100}-\\u{e01ef}";

/** Whether the text has nothing but what ASCII shows: the usual case, which needs no table of Unicode. */
export function isPlainAscii(text: string): boolean {
  return /^[\n\t\x20-\x7e]*$/.test(text);
}
