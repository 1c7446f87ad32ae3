import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { requirementsOf } from "../support/show.ts";

const read = (text: string) => readPyproject(text, "pyproject.toml");

test("a library of Flit's old style", () => {
  const project = read(readFileSync(`${fixtures}/flit-library/pyproject.toml`, "utf8"));
  expect(requirementsOf(project)).toEqual([
    "requests >=2.28",
    'tomli >=2 ; python_version < "3.11"',
    "pytest >=7 (extra test)",
    "responses * (extra test)",
    "sphinx * (extra doc)",
    "sphinx-rtd-theme * (extra doc)",
  ]);
  expect([project.name, project.installable, project.requiresPython[0]?.text]).toEqual([
    "tidepool-notes",
    true,
    ">=3.8",
  ]);
  expect(project.buildRequires.map(({ key }) => key)).toEqual(["flit-core"]);
  expect(project.diagnostics).toEqual([]);
});

test("dev-requires is the extra dev; without a dist-name the module is the name", () => {
  const project = read('[tool.flit.metadata]\nmodule = "own"\ndev-requires = ["a"]\n');
  expect([project.name, requirementsOf(project)]).toEqual(["own", ["a * (extra dev)"]]);
  expect(project.selectables).toEqual([{ kind: "extra", name: "dev", byDefault: false }]);
});

test("errors", () => {
  const failure = (lines: string) => messageOf(() => read(`[tool.flit.metadata]\nmodule = "own"\n${lines}`));
  expect(
    [
      messageOf(() => read("[tool.flit.metadata]\nrequires = []\n")),
      failure('requires = ["a>>1"]\n'),
      failure('[tool.flit.metadata.requires-extra]\n".none" = []\n'),
      failure("[tool.flit.metadata.requires-extra]\nx-y = []\nX_y = []\n"),
      failure("dev-requires = []\n[tool.flit.metadata.requires-extra]\ndev = []\n"),
      failure('[project]\nname = "own"\n'),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "pyproject.toml:1:1: [tool.flit.metadata] has no module
      1 | [tool.flit.metadata]
        | ^^^^^^^^^^^^^^^^^^^^
    pyproject.toml:3:16: expected a version by PEP 440 after \`>\`
      3 | requires = ["a>>1"]
        |                ^^
    pyproject.toml:4:1: \`.none\` is not a valid name of an extra
      4 | ".none" = []
        | ^^^^^^^^^^^^
    pyproject.toml:5:1: the extra x-y is there already
      5 | X_y = []
        | ^^^^^^^^
    pyproject.toml:3:1: dev-requires is the extra dev, which requires-extra has too
      3 | dev-requires = []
        | ^^^^^^^^^^^^^^^^^
    pyproject.toml:1:1: Flit takes either [project] or [tool.flit.metadata]
      1 | [tool.flit.metadata]
        | ^^^^^^^^^^^^^^^^^^^^"
  `);
});
