// Inputs from a corpus: texts joined, cut, nested, filled with what parsers stumble over.

import type { Random } from "./random.ts";

/** What no format is prepared for, and what every format has. */
const EVIL: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "\0",
  "\r",
  "\r\n",
  "\n",
  "\n\n",
  "\t",
  "\x0b",
  "\x0c",
  "\x1b[31m",
  "\x7f",
  "\x85",
  "\xa0",
  "\u2028",
  "\u202e",
  "\u200b",
  "\ufeff",
  "\ufffd",
  "\ud800",
  "\udc00",
  "\u0130",
  "\u017f",
  "\u0660",
  "\u{1f600}",
  "\u{10ffff}",
  "e\u0301",
  "0",
  "-1",
  "1e999",
  "nan",
  "inf",
  "00",
  "9007199254740993",
  "99999999999999999999999999",
  "1979-05-27T07:32:00Z",
  "${x}",
  "$(id)",
  "''",
  '""',
  '"""',
  "'''",
  '"',
  "'",
  "\\",
  "\\u0000",
  "\\x",
  "%",
  "%(here)s",
  "%00",
  "%zz",
  "../",
  "/",
  "//",
  "~",
  ".",
  "..",
  "-",
  "--",
  "-r",
  "*",
  "=",
  "==",
  "===",
  ">=",
  "~=",
  "!=",
  ",",
  ";",
  ":",
  "@",
  "#",
  "&",
  "|",
  "||",
  "^",
  "!",
  "<<<<<<< HEAD\n",
  "{",
  "}",
  "[",
  "]",
  "[[",
  "]]",
  "(",
  ")",
  "true",
  "[]",
  "{}",
];

const NESTABLE: readonly (readonly [string, string])[] = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["{a = ", "}"],
  ['{"a": ', "}"],
  ["a.", ""],
  ["- ", ""],
  ["not ", ""],
  ["a and ", ""],
  ["'", "'"],
  ["-r ", ""],
];

/** No input grows beyond this: a million of them are wanted. */
export const LONGEST = 16_384;

/** A text of the corpus with some changes, or one that is put together of the tokens alone. */
export function makeInput(random: Random, corpus: readonly string[], tokens: readonly string[]): string {
  if (tokens.length > 0 && random.oneIn(8)) {
    const glue = random.pick(["", "", " ", "\n"]);
    return random.some(() => tokenOf(random, tokens), 1, 40).join(glue);
  }
  let text = random.pick(corpus);
  const changes = random.oneIn(30) ? 0 : 1 + random.below(random.oneIn(4) ? 12 : 3);
  for (let i = 0; i < changes; i++) text = change(random, text, corpus, tokens);
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}

function tokenOf(random: Random, tokens: readonly string[]): string {
  return tokens.length > 0 && !random.oneIn(4) ? random.pick(tokens) : random.pick(EVIL);
}

function change(random: Random, text: string, corpus: readonly string[], tokens: readonly string[]): string {
  const at = random.below(text.length + 1);
  const put = (piece: string, until = at) => text.slice(0, at) + piece + text.slice(until);
  switch (random.below(16)) {
    case 0:
      return put(String.fromCharCode(random.below(random.oneIn(4) ? 0x10000 : 0x100)), at + 1);
    case 1:
      return put("", at + 1 + random.below(random.oneIn(4) ? text.length : 8));
    case 2: {
      const piece = text.slice(at, at + 1 + random.below(32));
      return put(piece.repeat(random.oneIn(50) ? 1 + random.below(300) : 2), at);
    }
    case 3: {
      const other = random.pick(corpus);
      return put(other.slice(random.below(other.length + 1)));
    }
    case 4: {
      const other = random.pick(corpus);
      const start = random.below(other.length + 1);
      return put(other.slice(start, start + random.below(64)), random.oneIn(2) ? at : at + random.below(64));
    }
    case 5:
    case 6:
      return put(tokenOf(random, tokens));
    case 7:
      return put(random.pick(EVIL));
    case 8: {
      const depth = random.oneIn(40) ? 1 + random.below(4000) : 1 + random.below(8);
      const [open, close] = random.pick(NESTABLE);
      const end = at + random.below(text.length - at + 1);
      return text.slice(0, at) + open.repeat(depth) + text.slice(at, end) + close.repeat(depth) + text.slice(end);
    }
    case 9:
      return text.slice(0, at);
    case 10: {
      const lines = text.split("\n");
      const [from, to] = [random.below(lines.length), random.below(lines.length)];
      const [line = ""] = lines.splice(from, 1);
      if (random.oneIn(2)) lines.splice(to, 0, line);
      return lines.join("\n");
    }
    case 11:
      return replaceOne(random, text, /\d+/g, () =>
        random.pick(["0", "1", "00", "-1", "4294967296", "9".repeat(30), "9".repeat(1 + random.below(400)), "1.5"]),
      );
    case 12:
      // Another type of value for a key.
      return replaceOne(random, text, /[=:] *[^\n]*/g, (old) => {
        const value = random.pick([
          "true",
          "1",
          "1.5",
          "[]",
          "{}",
          '""',
          "[1]",
          '["a"]',
          "{a = 1}",
          "[[]]",
          "null",
          "",
        ]);
        return `${old.charAt(0)} ${value}`;
      });
    case 13:
      return replaceOne(random, text, /[A-Za-z_][\w-]*/g, () => random.pick([...EVIL.slice(0, 4), random.pick(EVIL)]));
    case 14:
      return replaceOne(random, text, /"[^"\n]*"|'[^'\n]*'/g, (old) => {
        const quote = old.charAt(0);
        return quote + tokenOf(random, tokens) + (random.oneIn(2) ? tokenOf(random, tokens) : "") + quote;
      });
    default:
      return random.oneIn(8) ? text.replaceAll("\n", "\r\n") : put(" ".repeat(random.oneIn(50) ? 2000 : 1));
  }
}

/** One match of the pattern, chosen by chance, replaced. */
function replaceOne(random: Random, text: string, pattern: RegExp, by: (old: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches.length > 0 ? random.pick(matches) : null;
  return match ? text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length) : text;
}

/** The bytes of a text, some of them changed; UTF-16 and the like among them. */
export function makeBytes(random: Random, text: string): Uint8Array {
  if (random.oneIn(20)) return Buffer.from(`\ufeff${text}`, random.oneIn(2) ? "utf16le" : "utf8");
  const bytes = Buffer.from(text);
  if (random.oneIn(4)) {
    for (let i = random.below(3); i >= 0 && bytes.length > 0; i--)
      bytes[random.below(bytes.length)] = random.below(256);
  }
  return bytes;
}
