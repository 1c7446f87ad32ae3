import fc from "fast-check";
import { describe, expect, test } from "vitest";
import yargs from "yargs";
import { convertCommand } from "../../src/cli/convert-command.ts";
import { declareOptions, givenOptions, type Option } from "../../src/cli/options.ts";
import { plainWords } from "../../src/cli/plain-words.ts";
import { COMMON_OPTIONS } from "../../src/cli/shared-options.ts";
import { folderOf, py2nix } from "../support/cli.ts";

const OPTIONS = { ...convertCommand.options, ...COMMON_OPTIONS };

/** What yargs makes of the words, with the settings of the program. */
function byYargs(args: readonly string[]) {
  const parser = yargs([...args])
    .parserConfiguration({
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "populate--": true,
      "short-option-groups": false,
      "strip-aliased": true,
    })
    .help(false)
    .version(false)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(message);
    });
  const found = declareOptions(parser, OPTIONS).parseSync();
  return { names: found._.map(String), given: givenOptions(OPTIONS, found, args) };
}

describe("plain words", () => {
  test("are names and options", () => {
    const { names, given } =
      plainWords(OPTIONS, ["a.txt", "-o", "shell.nix", "--group", "x", "--group=y", "-q", "b"]) ?? {};
    expect(names).toEqual(["a.txt", "b"]);
    expect(given).toMatchObject({ output: "shell.nix", group: ["x", "y"], quiet: true, style: null, extra: [] });
  });

  test.each([
    ["--help"],
    ["--version"],
    ["-h"],
    ["--"],
    ["--no-such"],
    ["-x"],
    ["-qv"],
    ["-ofile"],
    ["--pin=yes"],
    ["--pin", "true"],
    ["--style"],
    ["--style", "no"],
    ["--style", "shell", "--style", "env"],
    ["--group", "--pin"],
    ["--group="],
    [""],
    ["--__proto__"],
    ["--constructor", "x"],
  ])("are not %j %j %j %j", (...args) => {
    expect(plainWords(OPTIONS, args)).toBeNull();
  });

  test("mean what yargs reads", () => {
    const names = Object.entries<Option>(OPTIONS).flatMap(([name, { alias }]) => [
      `--${name}`,
      ...(alias ? [`-${alias}`] : []),
    ]);
    const word = fc.oneof(
      fc.constantFrom(...names),
      fc.constantFrom(...names).map((name) => `${name}=shell`),
      fc.constantFrom(
        "a.txt",
        "shell",
        "12",
        "1.5",
        "true",
        "a=b",
        "x.y",
        "*.in",
        "no",
        "-",
        "--",
        "-1",
        "none",
        "a b",
      ),
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        const plain = plainWords(OPTIONS, args);
        // The program replaces `-` before yargs sees it.
        if (plain === null || args.includes("-")) return;
        read++;
        expect(plain).toEqual(byYargs(args));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});

describe("the program", () => {
  test("says the same of a word that may be a command, with yargs or without it", () => {
    const folder = folderOf({ "requirements.txt": "six", explain: "six" });
    expect(py2nix(folder, ["covert"]).stderr).toContain("did you mean convert?");
    expect(py2nix(folder, ["--quiet", "--", "requirements.txt"]).stdout).toBe(
      py2nix(folder, ["convert", "--quiet", "requirements.txt"]).stdout,
    );
    expect(py2nix(folder, ["convert", "--check"])).toMatchObject({
      code: 2,
      stderr: `error: --check needs the file to look at: -o FILE, or output in the settings\n  py2nix convert --help lists its options.\n`,
    });
  });
});
