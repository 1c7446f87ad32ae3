import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/cli/planning.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { DEFAULT_SELECTION, type Selection, selectRequirements } from "../../src/resolver/selection.ts";
import { DEFAULTS, embedded } from "../support/conversion.ts";
import { messageOf } from "../support/errors.ts";
import { diagnosticsOf } from "../support/show.ts";

const project = readPyproject(
  `[project]
name = "My_Project"
dependencies = ["flask"]
[project.optional-dependencies]
Fast_IO = ["uvloop"]
excel = ["openpyxl"]
all = ["my.project[fast-io,excel]"]
[dependency-groups]
dev = ["ruff"]
docs = ["sphinx", "my-project[excel]"]
`,
  "pyproject.toml",
);
const select = (selection: Partial<Selection>) => selectRequirements(project, { ...DEFAULT_SELECTION, ...selection });
const names = (selection: Partial<Selection> = {}) => select(selection).requirements.map(({ name }) => name);

describe("what is wanted", () => {
  test("is the project's own and the default groups", () => {
    expect(names()).toEqual(["flask", "ruff"]);
  });
  test("and the extras and groups that were asked for, however their names are written", () => {
    expect(names({ extras: ["fast.io"] })).toEqual(["flask", "uvloop", "ruff"]);
    expect(names({ groups: ["Dev"] })).toEqual(["flask", "ruff"]);
  });
  test("and what an extra or a group says of the project itself", () => {
    expect(names({ extras: ["all"] })).toEqual(["flask", "uvloop", "openpyxl", "ruff"]);
    expect(names({ groups: ["docs"] })).toEqual(["flask", "openpyxl", "ruff", "sphinx"]);
  });
  test("or all of them", () => {
    expect(names({ allExtras: true, allGroups: true })).toEqual(["flask", "uvloop", "openpyxl", "ruff", "sphinx"]);
  });
  test("the group `main` is always there", () => {
    expect(names({ groups: ["main"] })).toEqual(["flask", "ruff"]);
  });
  test("the chosen extras are told, since a lock's markers can ask for them", () => {
    expect(select({ extras: ["all"] }).extras.toSorted()).toEqual(["all", "excel", "fast-io"]);
    expect(select({ allExtras: true }).extras.toSorted()).toEqual(["all", "excel", "fast-io"]);
    expect(select({}).extras).toEqual([]);
  });
});

test("what is left out is told", () => {
  expect(diagnosticsOf(select({}))).toMatchInlineSnapshot(`
    [
      "note 10:9: not in the shell: the group docs (--group NAME adds one)",
      "note 5:12: not in the shell: the extras fast-io, excel, all (--extra NAME adds one)",
    ]
  `);
  expect(diagnosticsOf(select({ allExtras: true, allGroups: true }))).toEqual([]);
});

test("a name that is not there is an error with those that are", () => {
  expect(messageOf(() => select({ extras: ["slow"] }))).toMatchInlineSnapshot(`
    "there is no extra slow
      The project has: all, excel, fast-io"
  `);
  expect(messageOf(() => select({ groups: ["lint"] }))).toMatchInlineSnapshot(`
    "there is no group lint
      The project has: dev, docs"
  `);
  const empty = { ...project, selectables: [] };
  expect(messageOf(() => selectRequirements(empty, { ...DEFAULT_SELECTION, extras: ["x"] }))).toMatchInlineSnapshot(`
    "there is no extra x
      The project has no extras."
  `);
});

test("one that the settings have is told with its line", () => {
  const planned = (settings: string, options: Partial<Selection> = {}) => {
    const table = { "pyproject.toml": '[project]\nname = "a"\nversion = "1"\n', "py2nix.toml": settings };
    const selection = { ...DEFAULT_SELECTION, ...options };
    return messageOf(() => makePlan({ ...DEFAULTS, style: null, selection }, filesFromTable(table), embedded));
  };
  const first = (message: string) => message.split("\n", 1)[0];
  expect(first(planned('# ours\ngroups = ["no-such"]\n'))).toBe("py2nix.toml:2:11: there is no group no-such");
  expect(first(planned('no-groups = [\n  "No_Such",\n]\n'))).toBe("py2nix.toml:2:3: there is no group no-such");
  expect(first(planned('extras = ["x"]\n'))).toBe("py2nix.toml:1:11: there is no extra x");
  // What the command line asks for first has no line.
  expect(first(planned('extras = ["x"]\n', { groups: ["y"] }))).toBe("there is no group y");
});
