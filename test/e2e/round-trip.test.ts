// What goes in is what Nix, bash and the others see: for random texts as names, URLs, markers, paths and words.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { apply, attributes, bind, type Expression, indented, list, select, text } from "../../src/nix/expression.ts";
import { print } from "../../src/nix/print.ts";
import type { Source } from "../../src/project.ts";
import type { PipRequirement } from "../../src/resolver/plan.ts";
import { requirementLine } from "../../src/shells/pip-lines.ts";
import { shellWord } from "../../src/shells/shell-words.ts";
import { findTool } from "../support/tools.ts";
import { describeWithNix, machinePython, newFolder, output } from "./nix.ts";

const COUNT = 10_000;

/** The same numbers every time (a linear congruential generator). */
let state = 20_261_122;
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

const PIECES = [
  ..."'\"`$\\{}()[]<>|&;*?!~#=%^@:,.+- /\t",
  ...["${", "$${", "''", "'''", "''${", "''$", "''\\", "\\n", "\\${", "$(id)", "@name@", "@python@", "in", "or", "//"],
  ...["a", "Z", "0", "_", "é", "ß", "日本", "🐍", "\u202e", "\u00a0", "\u0301", "\x7f", "\x01", "\x1b[31m"],
];

function randomText(pieces: readonly string[] = PIECES): string {
  return Array.from({ length: 1 + random(12) }, () => pieces[random(pieces.length)] ?? "").join("");
}

const texts = Array.from({ length: COUNT }, () => randomText());
const withLines = Array.from({ length: COUNT }, () => randomText([...PIECES, "\n", "\r", "\n  "]));

function requirement(source: Source, more: Partial<PipRequirement> = {}): PipRequirement {
  return {
    name: "a",
    extras: [],
    specifier: "",
    source,
    marker: null,
    hashes: [],
    options: [],
    files: [],
    origin: null,
    ...more,
  };
}

describeWithNix("round trip", { registry: false }, () => {
  const folder = newFolder();

  async function evaluated(expression: string): Promise<unknown> {
    writeFileSync(join(folder, "expression.nix"), expression);
    return JSON.parse(
      await output("nix-instantiate", ["--eval", "--strict", "--json", join(folder, "expression.nix")]),
    );
  }
  const evaluatedList = (items: readonly Expression[]) =>
    evaluated(`let inherit (import <nixpkgs> { }) lib; in ${print(list(items), 0)}`);

  test("Nix reads strings", async () => {
    expect(await evaluatedList(withLines.map((one) => text(one)))).toEqual(withLines);
  });
  test("Nix reads strings of parts, and texts in scripts", async () => {
    const x = apply(select("lib.toUpper"), text("x"));
    expect(await evaluatedList(texts.map((one) => text(one, x, one)))).toEqual(texts.map((one) => `${one}X${one}`));
    // As in a template: a line each.
    const scripts = texts.map((one) => indented("a @one@ b\n  @x@@one@", { one: [one], x: [x] }));
    expect(await evaluatedList(scripts)).toEqual(texts.map((one) => `a ${one} b\n  X${one}\n`));
  });
  test("Nix reads attribute names", async () => {
    const names = [...new Set(withLines)];
    const set = attributes(...names.map((name, index) => bind(name, text(String(index)))));
    const read = (await evaluated(print(set, 0))) as Record<string, string>;
    expect(Object.keys(read).length).toBe(names.length);
    for (const [index, name] of names.entries()) expect(read[name]).toBe(String(index));
  });
  /** The lines for texts, and what each is to be; without those that are refused since pip would read them otherwise. */
  function linesOf(
    given: readonly string[],
    build: (one: string) => Expression,
    expected: (one: string) => unknown,
  ): (readonly [Expression, unknown])[] {
    const lines = given.flatMap((one) => {
      try {
        return [[build(one), expected(one)] as const];
      } catch (error) {
        if (error instanceof InputError) return [];
        throw error;
      }
    });
    // Most of them are no other line to pip.
    expect(lines.length).toBeGreaterThan(given.length / 3);
    return lines;
  }

  test("requirements: specifiers, URLs, markers and paths", async () => {
    const place = { outputFolder: ".", inPlace: true, installer: "pip" } as const;
    const segments = texts.map((one) => one.replaceAll("/", "")).filter((one) => !["", ".", ".."].includes(one));
    const line = (source: Source, more: Partial<PipRequirement> = {}) =>
      requirementLine(requirement(source, more), place);
    const lines = [
      ...linesOf(
        texts,
        (one) => line({ kind: "registry" }, { specifier: one }),
        (one) => `a${one}`,
      ),
      ...linesOf(
        texts,
        (one) => line({ kind: "url", url: `https://example.org/${one}` }),
        (one) => `a @ https://example.org/${one}`,
      ),
      ...linesOf(
        texts,
        (one) => line({ kind: "registry" }, { marker: one, hashes: ["sha256:0a"] }),
        (one) => `a ; ${one} --hash=sha256:0a`,
      ),
      ...linesOf(
        segments,
        (path) => line({ kind: "path", path, base: ".", editable: false }),
        (path) => `${folder}/${path}`,
      ),
    ];
    expect(await evaluatedList(lines.map(([expression]) => expression))).toEqual(lines.map(([, text]) => text));
  });
  test.each([true, false])("words of an option, as pip splits them: in place %s", async (inPlace) => {
    const place = { outputFolder: ".", inPlace, installer: "pip" } as const;
    const segments = texts.map((one) => one.replaceAll("/", "")).filter((one) => !["", ".", ".."].includes(one));
    const pairs = [
      ...linesOf(
        segments,
        (path) => requirementLine(requirement({ kind: "path", path, base: ".", editable: true }), place),
        (path) => ["-e", `${inPlace ? folder : "."}/${path}`],
      ),
      ...linesOf(
        texts,
        (one) => requirementLine(requirement({ kind: "registry" }, { options: [`--config-settings=${one}`] }), place),
        (one) => ["a", `--config-settings=${one}`],
      ),
    ];
    writeFileSync(join(folder, "lines.json"), JSON.stringify(await evaluatedList(pairs.map(([line]) => line))));
    const split = `import json, shlex, sys; print(json.dumps([shlex.split(line) for line in json.load(open(sys.argv[1]))]))`;
    expect(JSON.parse(await output(machinePython, ["-I", "-c", split, join(folder, "lines.json")]))).toEqual(
      pairs.map(([, words]) => words),
    );
  });
  test("bash reads what Nix escapes", async () => {
    const words = (await evaluatedList(
      withLines.map((one) => apply(select("lib.escapeShellArg"), text(one))),
    )) as string[];
    writeFileSync(join(folder, "words.sh"), words.map((word) => `printf '%s\\0' ${word}\n`).join(""));
    expect((await output("bash", [join(folder, "words.sh")])).split("\0")).toEqual([...withLines, ""]);
  });
  test.each(["bash", "dash", "zsh", "fish"])("%s reads our words", async (shell) => {
    const program = findTool(shell);
    if (program === null) return;
    writeFileSync(join(folder, "words"), withLines.map((one) => `printf '%s\\0' ${shellWord(one)}\n`).join(""));
    expect((await output(program, [join(folder, "words")])).split("\0")).toEqual([...withLines, ""]);
  });
});
