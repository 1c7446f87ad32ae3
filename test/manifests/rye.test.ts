import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string) => readPyproject(text, "pyproject.toml");

test("a service of Rye", () => {
  const project = read(readFileSync(`${fixtures}/rye-service/pyproject.toml`, "utf8"));
  expect(requirementsOf(project)).toEqual([
    "fastapi >=0.110",
    "uvicorn[standard] >=0.29",
    "pytest >=8 (group dev)",
    "httpx >=0.27 (group dev)",
    "ruff >=0.5 (group dev)",
  ]);
  expect(project.selectables).toEqual([{ kind: "group", name: "dev", byDefault: true }]);
  expect(project.indexes).toMatchObject([
    { kind: "extra", name: "company", url: "https://packages.example.org/simple" },
  ]);
  expect(project.installable).toBe(true);
  expect(diagnosticsOf(project)).toEqual(["note 9:62: watchfiles is left out, as tool.rye.excluded-dependencies says"]);
});

test("a virtual project is not installed, the index default is the public one's, credentials are left out", () => {
  const project = read(`[project]
name = "x"
[dependency-groups]
dev = ["a"]
[tool.rye]
virtual = true
dev-dependencies = ["b"]
[[tool.rye.sources]]
name = "default"
url = "https://me:pw@packages.example.org/simple"
verify-ssl = false
[[tool.rye.sources]]
name = "wheels"
url = "https://files.example.org/wheels"
type = "find-links"
username = "me"
password = "pw"
[tool.rye.workspace]
members = ["packages/*"]
`);
  expect(project.installable).toBe(false);
  expect(requirementsOf(project)).toEqual(["a * (group dev)", "b * (group dev)"]);
  expect(project.selectables).toEqual([{ kind: "group", name: "dev", byDefault: true }]);
  expect(project.indexes.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
    "primary https://packages.example.org/simple",
    "find-links https://files.example.org/wheels",
  ]);
  expect(project.pipOptions.map(({ option, value }) => `${option} ${value}`)).toEqual([
    "--trusted-host packages.example.org",
  ]);
  expect(JSON.stringify(project)).not.toContain("pw");
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "warning 19:1: the members of the workspace are not in the shell: convert their own pyproject.toml",
      "warning 10:1: the credentials in this URL are left out: give them to pip by netrc or its keyring",
      "warning 12:1: the credentials of the index wheels are left out: give them to pip by netrc or its keyring",
    ]
  `);
});

test("errors", () => {
  const failure = (text: string) => messageOf(() => read(text));
  expect(
    [
      failure('[tool.rye]\ndev-dependencies = ["a>>1"]\n'),
      failure('[[tool.rye.sources]]\nname = "x"\n'),
      failure('[[tool.rye.sources]]\nurl = "https://example.org"\n'),
      failure('[[tool.rye.sources]]\nname = "x"\nurl = "https://example.org"\ntype = "constructor"\n'),
      failure('[tool.rye]\nvirtual = "yes"\n'),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "pyproject.toml:2:24: expected a version by PEP 440 after \`>\`
      2 | dev-dependencies = ["a>>1"]
        |                        ^^
    pyproject.toml:1:1: this source has no url
      1 | [[tool.rye.sources]]
        | ^^^^^^^^^^^^^^^^^^^^
    pyproject.toml:1:1: this source has no name
      1 | [[tool.rye.sources]]
        | ^^^^^^^^^^^^^^^^^^^^
    pyproject.toml:4:9: a source is of the type index or find-links
      4 | type = "constructor"
        |         ^^^^^^^^^^^
    pyproject.toml:2:1: tool.rye.virtual should be true or false
      2 | virtual = "yes"
        | ^^^^^^^^^^^^^^^"
  `);
});
