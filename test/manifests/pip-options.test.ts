import { describe, expect, test } from "vitest";
import { OptionError, parseOptions, splitWords } from "../../src/manifests/pip-options.ts";

const words = (text: string) => splitWords(text, 0).map((word) => word.text);
const options = (text: string) => parseOptions(text, 0).options.map(({ name, value }) => [name, value]);

function errorOf(text: string): string {
  try {
    parseOptions(text, 0);
  } catch (error) {
    if (error instanceof OptionError)
      return `${text.slice(0, error.start)}→${text.slice(error.start, error.end)}←  ${error.message}`;
    throw error;
  }
  throw new Error(`${text} should be refused`);
}

describe("words are split as by Python's shlex", () => {
  test.each([
    ["a  b\tc", ["a", "b", "c"]],
    ["'a b' \"c d\"", ["a b", "c d"]],
    ["a'b c'd", ["ab cd"]],
    ["a\\ b", ["a b"]],
    ["'a\\b'", ["a\\b"]],
    ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
    ["''", [""]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("each tells its place, quotes included", () => {
    expect(splitWords("x 'a b' c", 2)).toEqual([
      { text: "a b", start: 2, end: 7 },
      { text: "c", start: 8, end: 9 },
    ]);
  });
});

describe("options", () => {
  test.each([
    ["-r x", [["--requirement", "x"]]],
    ["-rx", [["--requirement", "x"]]],
    ["--requirement=x", [["--requirement", "x"]]],
    ["--requirement x", [["--requirement", "x"]]],
    ["--index-url= ", [["--index-url", ""]]],
    ["--pypi-url x", [["--index-url", "x"]]],
    [
      "--pre --no-index",
      [
        ["--pre", null],
        ["--no-index", null],
      ],
    ],
    ["--extra-i x", [["--extra-index-url", "x"]]],
    ["-C a=b", [["--config-settings", "a=b"]]],
  ])("%s", (text, expected) => {
    expect(options(text)).toEqual(expected);
  });

  test("words that belong to none are told apart", () => {
    expect(parseOptions("--pre x -- --y", 0).ignored.map(({ text }) => text)).toEqual(["x", "--y"]);
  });

  test("wrong ones are refused with their place", () => {
    expect(
      ["--pre --bogus=1", "--no", "-r", "--pre=1", "-z", "--hash", "'x", "x\\"].map(errorOf),
    ).toMatchInlineSnapshot(`
      [
        "--pre →--bogus=1←  pip has no option --bogus in a requirements file",
        "→--no←  --no could be --no-index or --no-binary or --no-require-hashes",
        "→-r←  -r needs an argument",
        "→--pre=1←  --pre takes no value",
        "→-z←  pip has no option -z in a requirements file",
        "→--hash←  --hash needs an argument",
        "→'x←  the quote ' is never closed",
        "x→\\←  nothing follows the backslash",
      ]
    `);
  });
});
