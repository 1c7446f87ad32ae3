import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInputError, formatOrigin, InputError, printable, printableLines } from "../src/diagnostics.ts";

test("a place is written as editors link it", () => {
  expect(formatOrigin({ file: "a.txt", line: 3 })).toBe("a.txt:3");
  expect(formatOrigin({ file: "a\n.txt", line: 3, column: 5 })).toBe("a\\u{a}.txt:3:5");
});

describe("an error", () => {
  const show = (line: string, start: number, end: number) =>
    formatInputError(
      new InputError("wrong", {
        origin: { file: "x", line: 12, column: start + 1 },
        excerpt: { line, span: { start, end } },
      }),
    );

  test("without a place is its message and the hint", () => {
    expect(formatInputError(new InputError("no such file", { hint: "Name one." }))).toMatchInlineSnapshot(`
      "no such file
        Name one."
    `);
  });
  test("with a place shows the line and underlines the part", () => {
    expect(show("foo >= 1 2", 9, 10)).toMatchInlineSnapshot(`
      "x:12:10: wrong
        12 | foo >= 1 2
           |          ^"
    `);
  });
  test("at the end of the line points behind it", () => {
    expect(show("foo==", 5, 5)).toMatchInlineSnapshot(`
      "x:12:6: wrong
        12 | foo==
           |      ^"
    `);
  });
  test("keeps the underline under its part when characters before it are shown as escapes", () => {
    expect(show("\x1b[1m foo==", 10, 10)).toMatchInlineSnapshot(`
      "x:12:11: wrong
        12 | \\u{1b}[1m foo==
           |                ^"
    `);
  });
  test("cuts a long line around its part, at both ends", () => {
    const long = `${"a".repeat(300)}WRONG${"b".repeat(300)}`;
    const [, line = "", underline = ""] = show(long, 300, 305).split("\n");
    expect(line.length).toBeLessThan(180);
    expect(line).toMatch(/^ {2}12 \| ….*….?$/u);
    expect(line.slice(underline.indexOf("^"), underline.lastIndexOf("^") + 1)).toBe("WRONG");
  });
  test("masks credentials in whatever it shows", () => {
    const url = "https://user:s3cr3t@example.org/x";
    const shown = formatInputError(
      new InputError(`not ${url}`, {
        origin: { file: "x", line: 1 },
        excerpt: { line: `-i ${url} --bogus`, span: { start: 37, end: 44 } },
        hint: url,
      }),
    );
    expect(shown).not.toContain("s3cr3t");
    const [, line = "", underline = ""] = shown.split("\n");
    expect(line.slice(underline.indexOf("^"), underline.lastIndexOf("^") + 1)).toBe("--bogus");
  });
});

test("nothing of the input can move a terminal's cursor or turn its text around", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printable(text)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
  expect(printable("a\x1b[31m\u202eb\x7f\x9b")).toBe("a\\u{1b}[31m\\u{202e}b\\u{7f}\\u{9b}");
});

test("a line feed ends a line where the text is ours alone", () => {
  expect(printable("a\nwarning: b\n\tc")).toBe("a\\u{a}warning: b\\u{a}\tc");
  expect(printableLines("a\n\tb\r\x1b")).toBe("a\n\tb\\u{d}\\u{1b}");
  const error = new InputError("a\nb", { origin: { file: "x\ny", line: 1 }, hint: "c\nd" });
  expect(formatInputError(error)).toBe("x\\u{a}y:1: a\\u{a}b\n  c\\u{a}d");
});
