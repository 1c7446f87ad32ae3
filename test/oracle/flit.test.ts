// The metadata of projects that Flit builds against what Flit says, by stored answers and, where PY2NIX_ORACLE_PYTHON
// names a Python that has its version 3, by asking again. PY2NIX_ORACLE_UPDATE=1 rewrites the answers.

import { beforeAll, describe, expect, test } from "vitest";
import { MACHINES, ourAnswer, type Stored, storedAnswers, type Tree } from "./backends.ts";

const BUILD = '[build-system]\nrequires = ["flit_core >=3,<4"]\nbuild-backend = "flit_core.buildapi"\n';
const old = (lines: string): Tree => ({
  "pyproject.toml": `${BUILD}[tool.flit.metadata]\nmodule = "own"\nauthor = "A"\n${lines}`,
});
const standard = (lines: string): Tree => ({
  "pyproject.toml": `${BUILD}[project]\nname = "own"\nversion = "1"\ndescription = "x"\n${lines}`,
});

const CASES: Readonly<Record<string, Tree>> = {
  "nothing required": old(""),
  requires: old('requires = ["a >=1", "b[x] ~=2.0", "c (>=1,<2)"]\n'),
  "a marker": old("requires = [\"a ; python_version < '3.10'\", \"b; sys_platform == 'linux'\"]\n"),
  "requires-python": old('requires-python = ">=3.8, <4"\n'),
  "a dist-name": old('dist-name = "Own-Dist"\nrequires = ["a"]\n'),
  extras: old('requires = ["a"]\n[tool.flit.metadata.requires-extra]\ntest = ["b", "c >=1"]\nDoc_s = ["d"]\n'),
  "markers in extras": old(
    "[tool.flit.metadata.requires-extra]\ntest = [\"a ; python_version < '3.10' or sys_platform == 'win32'\", 'b;os_name==\"nt\"']\n",
  ),
  "an extra of nothing": old("[tool.flit.metadata.requires-extra]\ntest = []\n"),
  "a package in the dependencies and an extra": old(
    'requires = ["a"]\n[tool.flit.metadata.requires-extra]\ntest = ["a"]\n',
  ),
  "dev-requires": old('dev-requires = ["a", "b"]\n'),
  "dev-requires and other extras": old('dev-requires = ["a"]\n[tool.flit.metadata.requires-extra]\ntest = ["b"]\n'),
  "dev-requires and an extra dev": old('dev-requires = ["a"]\n[tool.flit.metadata.requires-extra]\ndev = ["b"]\n'),
  "dev-requires and an extra Dev": old('dev-requires = ["a"]\n[tool.flit.metadata.requires-extra]\nDev = ["b"]\n'),
  "extras of one normalized name": old('[tool.flit.metadata.requires-extra]\nx-y = ["a"]\nX_Y = ["b"]\n'),
  "an extra .none": old('[tool.flit.metadata.requires-extra]\n".none" = ["a"]\n'),
  "a wrong name of an extra": old('[tool.flit.metadata.requires-extra]\n"a b" = ["a"]\n'),
  "a string for requires": old('requires = "a"\n'),
  "a number in requires": old("requires = [1]\n"),
  "a list for requires-extra": old('requires-extra = ["a"]\n'),
  "a string for an extra": old('[tool.flit.metadata.requires-extra]\ntest = "a"\n'),
  "a wrong requirement": old('requires = ["a>>1"]\n'),
  "a wrong range": old('requires-python = "3.8"\n'),
  "no module": { "pyproject.toml": `${BUILD}[tool.flit.metadata]\nauthor = "A"\nrequires = ["a"]\n` },
  "both tables": {
    "pyproject.toml": `${BUILD}[project]\nname = "own"\nversion = "1"\n[tool.flit.metadata]\nmodule = "own"\nauthor = "A"\n`,
  },
  "scripts and the like": old('home-page = "https://example.org"\n[tool.flit.scripts]\nown = "own:main"\n'),
  "[project]": standard('requires-python = ">=3.9"\ndependencies = ["a", "b; sys_platform == \'win32\'"]\n'),
  "[project] with extras": standard('optional-dependencies = { Test_x = ["a", "b ; os_name == \'nt\'"] }\n'),
  "[project] with dynamic dependencies": standard('dynamic = ["dependencies"]\ndependencies = ["a"]\n'),
  "[project] with a dynamic description": {
    "pyproject.toml": `${BUILD}[project]\nname = "own"\ndynamic = ["version", "description"]\ndependencies = ["a"]\n`,
  },
};

describe("flit_core", () => {
  const questions = Object.fromEntries(Object.entries(CASES).map(([name, tree]) => [name, [tree, MACHINES]]));
  let stored: Stored = {};
  beforeAll(() => {
    stored = storedAnswers("flit", "from flit_core.config import flatten_entrypoints", questions);
  }, 300_000);
  test.each(Object.entries(CASES))("%s", (name: string, tree: Tree) => {
    expect(Object.hasOwn(stored, name)).toBe(true);
    expect(ourAnswer(tree)).toEqual(stored[name]);
  });
});
