import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headerLines, readHeader, splitWords } from "../../src/cli/header.ts";
import { requestOf } from "../../src/cli/regenerate.ts";
import { shellWord } from "../../src/shells/shell-words.ts";
import { embedded } from "../support/conversion.ts";

const header = (inputs: readonly string[], words: readonly string[]) =>
  headerLines(inputs, words, embedded.release)
    .map((line) => `# ${line}`)
    .join("\n");

describe("the header", () => {
  test("is three lines", () => {
    expect(
      header(["pyproject.toml", "a b.txt"], ["convert", "a b.txt", "it's", "-o", "shell.nix"]),
    ).toMatchInlineSnapshot(`
      "# Made by py2nix 0.0.0-source from pyproject.toml, a b.txt; to make it again:
      #   py2nix convert 'a b.txt' 'it'\\''s' -o shell.nix
      # Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09)."
    `);
  });

  const word = fc.oneof(
    fc.string({
      unit: fc.constantFrom("a", "-", "'", "\\", " ", "=", "$", "`", '"', "é", "#", "/", "*"),
      maxLength: 8,
    }),
    fc.string({ maxLength: 8 }).filter((text) => !/[\x00-\x1f\x7f]/.test(text)),
  );

  test("gives its words back", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(splitWords(words.map(shellWord).join(" "))).toEqual(words);
        expect(readHeader(`${header(["x"], words)}\n{ }\n`)).toEqual({ words });
      }),
    );
  });

  test("stays in its comment, whatever a name holds", () => {
    const hostile = ["a\nrm -rf /\n", "b\r\u2028c", "d\u202ee"];
    const text = header(hostile, ["convert", ...hostile]);
    expect(text.split("\n").every((line) => line.startsWith("# "))).toBe(true);
    expect(text).not.toMatch(/[\r\u2028\u202e]/);
    // It does not name the file any more, and is not taken for another one's.
    expect(readHeader(text)?.words).toEqual(["convert", "a rm -rf / ", "b c", "d e"]);
  });

  test.each([
    ["another's file", "{ pkgs }: pkgs.mkShell { }\n"],
    ["one that tells of py2nix", "# Made by py2nix, once\n"],
    ["one that has the line further down", `{ }\n# Made by py2nix 1 from a; to make it again:\n#   py2nix convert\n`],
    ["one that has it in a text", `x = ''\n# Made by py2nix 1 from a; to make it again:\n`],
    ["an empty one", ""],
  ])("is not in %s", (_, text) => {
    expect(readHeader(text)).toBeNull();
  });

  test("is found behind other comments, and with line ends of Windows", () => {
    const text = `# vim: ft=nix\n\n${header(["x"], ["convert", "-o", "a.nix"])}\n{ }\n`;
    expect(readHeader(text)?.words).toEqual(["convert", "-o", "a.nix"]);
    expect(readHeader(text.replaceAll("\n", "\r\n"))?.words).toEqual(["convert", "-o", "a.nix"]);
  });
});

describe("words that nobody quoted as the header does are none", () => {
  test.each([
    "$(id)",
    "`id`",
    "a;b",
    "a|b",
    '"a"',
    "a$b",
    "'open",
    "a\\",
    "\\n",
    "a & b",
    "a>b",
    "a\u0000b",
    "~/x",
    "*",
  ])("%j", (text) => {
    expect(splitWords(text)).toBeNull();
  });
});

describe("the command line of a header", () => {
  const request = (line: string, path = "svc/api/shell.nix") => requestOf(path, splitWords(line));

  test("is seen from the working folder", () => {
    const { names, given } = request(
      "convert 'requirements/*.in' ../x.txt --lock ../poetry.lock --pin --group docs -o shell.nix",
    );
    expect(names).toEqual(["svc/api/requirements/*.in", "svc/x.txt"]);
    expect(given).toMatchObject({ lock: "svc/poetry.lock", pin: true, group: ["docs"], output: "svc/api/shell.nix" });
  });

  test("of a file in the working folder is as it is", () => {
    expect(request("convert a.txt --lock none -o shell.nix", "shell.nix")).toMatchObject({
      names: ["a.txt"],
      given: { lock: "none", output: "shell.nix", pin: false, python: null },
    });
    expect(request("convert -o shell.nix", "shell.nix").names).toEqual([]);
    expect(request("convert -o shell.nix").names).toEqual(["svc/api"]);
  });

  test("of a folder whose name looks like a pattern matches nothing else", () => {
    expect(request("convert 'r*/a.txt' -o shell.nix", "x[ab]/shell.nix").names).toEqual(["x\\[ab\\]/r*/a.txt"]);
    expect(request("convert a.txt -o shell.nix", "x[ab]/shell.nix").names).toEqual(["x[ab]/a.txt"]);
  });

  test.each([
    ["convert -o flake.nix", "the header's command line makes another file: -o flake.nix"],
    ["convert -o ../shell.nix", "the header's command line makes another file: -o ../shell.nix"],
    ["convert -o /etc/shell.nix", "the header's command line makes another file: -o /etc/shell.nix"],
    ["convert -o x/shell.nix", "the header's command line makes another file: -o x/shell.nix"],
    ["convert", "the header's command line names no output (-o)"],
    ["convert -o shell.nix --force", "there is no option --force"],
    ["convert -o shell.nix --check", "there is no option --check"],
    ["convert -o shell.nix --help", "there is no option --help"],
    ["convert -o shell.nix --__proto__ x", "there is no option --__proto__"],
    ["convert -o shell.nix --constructor", "there is no option --constructor"],
    ["convert -o shell.nix --grup docs", "there is no option --grup; did you mean --group?"],
    ["convert -o shell.nix -o flake.nix", "--output is given 2 times"],
    ["convert -o shell.nix --pin=yes", "--pin takes no value"],
    ["convert -o", "-o needs a value"],
    ["convert -o shell.nix --style nope", "there is no style nope; --style is one of "],
    ["convert - -o shell.nix", "it was made from standard input, which is not here any more"],
    ["index remove x", "the header's command is index, not convert"],
    ["", "the header's command is undefined, not convert"],
    ["convert $(id) -o shell.nix", "the header's command line is not written as py2nix writes it"],
  ])("%s is refused", (line, message) => {
    expect(() => request(line)).toThrow(message);
  });
});
