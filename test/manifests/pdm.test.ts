import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPdmTable } from "../../src/manifests/pdm.ts";
import { readDependencyGroups, readProjectTable } from "../../src/manifests/pep621.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { EMPTY_PROJECT } from "../../src/project.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

function read(text: string) {
  const { root } = new TomlDocument(text, "pyproject.toml");
  const table = root.get("project");
  const groups = root.get("dependency-groups");
  const project = table ? readProjectTable(table) : EMPTY_PROJECT;
  const grouped = groups ? readDependencyGroups(groups, new Set()) : EMPTY_PROJECT;
  return readPdmTable(root.at("tool", "pdm")!, {
    ...project,
    selectables: [...project.selectables, ...grouped.selectables],
    requirements: [...project.requirements, ...grouped.requirements],
  });
}

test("dev-dependencies, overrides, excludes and sources", () => {
  const project = read(readFileSync(`${fixtures}/pdm-web-api/pyproject.toml`, "utf8"));
  expect(requirementsOf(project).slice(-4)).toMatchInlineSnapshot(`
    [
      "mypy >=1.10 (group test)",
      "pandas-stubs * (group test)",
      "ruff >=0.5 (group lint)",
      "deckhand * from path(path=libs/deckhand editable) (group lint)",
    ]
  `);
  expect(project.selectables.map(({ kind, name, byDefault }) => `${kind} ${name} ${byDefault}`)).toEqual([
    "extra postgres false",
    "extra reports false",
    "extra all false",
    "group typing true",
    "group test true",
    "group lint true",
  ]);
  expect(requirementsOf({ ...EMPTY_PROJECT, requirements: project.constraints })).toEqual([
    "idna >=3.7",
    "python-dateutil ==2.9.0.post0",
  ]);
  expect(project.indexes).toMatchObject([
    { kind: "extra", name: "company", url: "https://packages.example.org/simple" },
  ]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "note 33:1: the index company is only for some packages; pip asks it for all",
    ]
  `);
});

test("an override takes the place of a range; an excluded package is left out and told", () => {
  const project = read(`[project]
name = "x"
dependencies = ["urllib3<2", "six", "moonphase>1"]
[tool.pdm.resolution]
excludes = ["Six"]
allow-prereleases = true
[tool.pdm.resolution.overrides]
urllib3 = "2.0"
moonphase = "git+https://me:pw@git.example.org/moonphase.git@main"
[[tool.pdm.source]]
name = "pypi"
url = "https://me:pw@packages.example.org/simple"
verify_ssl = false
`);
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "urllib3 ==2.0",
      "moonphase * from vcs(vcs=git url=https://git.example.org/moonphase.git reference=main)",
    ]
  `);
  expect(project.indexes).toMatchObject([{ kind: "primary", url: "https://packages.example.org/simple" }]);
  expect(project.pipOptions.map(({ option, value }) => `${option} ${value}`)).toEqual([
    "--trusted-host packages.example.org",
    "--pre null",
  ]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "warning 9:1: the credentials in this URL are left out: give them to pip by netrc or its keyring",
      "note 3:30: six is left out, as tool.pdm.resolution.excludes says",
      "warning 12:1: the credentials in this URL are left out: give them to pip by netrc or its keyring",
    ]
  `);
});

test("errors", () => {
  const failure = (text: string) => messageOf(() => read(text));
  expect(failure('[tool.pdm.dev-dependencies]\na = ["x>>1"]\n')).toMatchInlineSnapshot(`
    "pyproject.toml:2:9: expected a version by PEP 440 after \`>\`
      2 | a = ["x>>1"]
        |         ^^"
  `);
  expect(failure('[tool.pdm.resolution.overrides]\na = ">>1"\n')).toMatchInlineSnapshot(`
    "pyproject.toml:2:7: expected a version by PEP 440 after \`>\`
      2 | a = ">>1"
        |       ^^"
  `);
  expect(failure('[[tool.pdm.source]]\nurl = "https://x.org"\ntype = "ftp"\n')).toMatchInlineSnapshot(`
    "pyproject.toml:3:9: a source of the type ftp is not known
      3 | type = "ftp"
        |         ^^^"
  `);
});
