import { describe, expect, test } from "vitest";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import type { RequiresPython } from "../../src/project.ts";
import { chooseInterpreter } from "../../src/resolver/interpreter.ts";
import { messageOf } from "../support/errors.ts";
import { RELEASE } from "../support/projects.ts";
import { diagnosticsOf } from "../support/show.ts";

const range = (text: string, line = 3): RequiresPython => ({
  constraint: parsePoetryConstraint(text),
  text,
  origin: { file: "pyproject.toml", line },
});
const choose = (ranges: readonly string[], wanted: string | null = null, release = RELEASE) =>
  chooseInterpreter(
    ranges.map((text, index) => range(text, index + 3)),
    release,
    wanted,
  );
const chosen = (...ranges: string[]) => choose(ranges).interpreter.attribute;

describe("the interpreter is", () => {
  test.each<[string[], string, string]>([
    [[], "python313", "nixpkgs' default"],
    [[">=3.9"], "python313", "nixpkgs' default, and in the range >=3.9"],
    [["<3.13"], "python312", "the newest in the range <3.13"],
    [["~3.12"], "python312", "the newest in the range ~3.12"],
    [[">=3.10", "<3.13"], "python312", "the newest in the range >=3.10 and <3.13"],
    [["<3.12"], "python311", "the newest in the range <3.12"],
    [[">=3.14"], "python314", "the newest in the range >=3.14"],
    [["^3.11 || ^2.7"], "python313", "nixpkgs' default, and in the range ^3.11 || ^2.7"],
  ])("for %j: %s", (ranges, attribute, reason) => {
    const { interpreter } = choose(ranges);
    expect([interpreter.attribute, interpreter.reason]).toEqual([attribute, reason]);
    expect(interpreter.version).toBe(RELEASE.interpreters[attribute]);
  });

  test("chosen by its minor version: a patch release that nixpkgs lacks is a warning", () => {
    expect(chosen("==3.12.4")).toBe("python312");
    expect(diagnosticsOf(choose(["==3.12.4"]))).toEqual([
      "warning 3: the project requires Python ==3.12.4; this nixpkgs has 3.12.11",
    ]);
    expect(chosen(">=3.13.9")).toBe("python313");
    expect(diagnosticsOf(choose([">=3.13.9"]))).toHaveLength(1);
  });

  test("one with packages in the index rather than the newest", () => {
    const release = { ...RELEASE, sets: ["python313", "python311"], default: "python313" };
    expect(choose(["<3.13"], null, release).interpreter.attribute).toBe("python311");
  });

  test("one without packages only where no other fits, and then it is told", () => {
    expect(diagnosticsOf(choose(["<3.12"]))).toEqual([
      "warning: the index has packages for Python 3.13.7, 3.12.11 only, so all of them come from pip",
    ]);
    expect(diagnosticsOf(choose(["<3.13"]))).toEqual([]);
  });

  test("what was asked for, a range that it breaks being a warning", () => {
    for (const wanted of ["3.12", "python312", "cpython-3.12", "312", "3.12.1", "Python3.12"])
      expect(choose([">=3.13"], wanted).interpreter).toEqual({
        attribute: "python312",
        version: "3.12.11",
        reason: "asked for",
      });
    expect(diagnosticsOf(choose([">=3.10", ">=3.13"], "3.12"))).toEqual([
      "warning 4: the project requires Python >=3.13, but 3.12 was asked for",
    ]);
  });
});

describe("no interpreter", () => {
  test("in the range is an error that names what there is", () => {
    expect(messageOf(() => choose([">=3.11", "<3.9"]))).toMatchInlineSnapshot(`
      "pyproject.toml:4: no interpreter of this nixpkgs is in the range that the project requires: >=3.11 and <3.9
        It has 3.14.0, 3.13.7, 3.12.11, 3.11.13, 3.10.18. With --python one of them is taken all the same."
    `);
    expect(messageOf(() => choose([">=4"]))).toMatchInlineSnapshot(`
      "pyproject.toml:3: no interpreter of this nixpkgs is in the range that the project requires: >=4
        It has 3.14.0, 3.13.7, 3.12.11, 3.11.13, 3.10.18. With --python one of them is taken all the same."
    `);
  });
  test("in two ranges that exclude each other", () => {
    expect(messageOf(() => choose([">=3.13", "<3.12"]))).toMatchInlineSnapshot(`
      "pyproject.toml:3: no interpreter of this nixpkgs is in the range that the project requires: >=3.13 and <3.12
        It has 3.14.0, 3.13.7, 3.12.11, 3.11.13, 3.10.18. With --python one of them is taken all the same."
    `);
  });
  test.each(["2.7", "3.9", "pypy3", "three", "3.x", ""])("of the name %j", (wanted) => {
    expect(messageOf(() => choose([], wanted))).toContain(`this nixpkgs has no interpreter ${wanted}`);
  });
});
