// The metadata of projects against what setuptools says, by stored answers and, where PY2NIX_ORACLE_PYTHON names a
// Python that has it, by asking again. PY2NIX_ORACLE_UPDATE=1 rewrites the answers.

import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, MACHINES, ourAnswer, type Stored, storedAnswers, type Tree } from "./backends.ts";
import { SETUPTOOLS_CASES } from "./setuptools-cases.ts";

const questions = Object.fromEntries(Object.entries(SETUPTOOLS_CASES).map(([name, tree]) => [name, [tree, MACHINES]]));

/** What we answer otherwise: setuptools 84 breaks off there with an error of its own making, as no older one does. */
const DIFFERENT: Readonly<Record<string, Answer>> = {
  "python_requires that [project] does not mention": { python: "", extras: [], requirements: {} },
};

describe("setuptools", () => {
  let stored: Stored = {};
  beforeAll(() => {
    stored = storedAnswers("setuptools", "import setuptools.build_meta", questions);
  }, 300_000);
  test.each(Object.entries(SETUPTOOLS_CASES))("%s", (name: string, tree: Tree) => {
    expect(Object.hasOwn(stored, name)).toBe(true);
    expect(ourAnswer(tree)).toEqual(DIFFERENT[name] ?? stored[name]);
  });

  test("refuses some and not all", () => {
    const refused = Object.values(stored).filter((answer) => answer === null).length;
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(Object.keys(stored).length / 2);
  });
});
