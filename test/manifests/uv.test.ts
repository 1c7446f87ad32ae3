import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDependencyGroups, readProjectTable } from "../../src/manifests/pep621.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { readDefaultGroups, readUvTable, type UvSurroundings } from "../../src/manifests/uv.ts";
import { formatMarker, parseMarker } from "../../src/pep/pep508.ts";
import { EMPTY_PROJECT } from "../../src/project.ts";
import { conflictIn } from "../../src/resolver/selection.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, showRequirement } from "../support/show.ts";

function readText(text: string, surroundings?: UvSurroundings) {
  const { root } = new TomlDocument(text, "pyproject.toml");
  const [table, groups] = [root.get("project"), root.get("dependency-groups")];
  const project = table ? readProjectTable(table) : EMPTY_PROJECT;
  const group = groups ? readDependencyGroups(groups, new Set(["dev"])) : EMPTY_PROJECT;
  const uv = root.at("tool", "uv");
  if (!uv) throw new Error("there is no [tool.uv]");
  const both = {
    name: project.name,
    requirements: [...project.requirements, ...group.requirements],
    selectables: [...project.selectables, ...group.selectables],
  };
  return readUvTable(uv, both, surroundings);
}

const PROJECT = `[project]
name = "own"
dependencies = ["a>=1 ; python_version < '3.13'", "b[x]"]
optional-dependencies = { cpu = ["torch>=2"], gpu = ["torch>=2"] }
[dependency-groups]
docs = ["a"]
`;
const read = (uv: string, surroundings?: UvSurroundings) => readText(`${PROJECT}${uv}`, surroundings);
const shown = (uv: string, key: string, surroundings?: UvSurroundings) =>
  read(uv, surroundings)
    .requirements.filter((requirement) => requirement.key === key)
    .map(showRequirement);
const INDEX = '[[tool.uv.index]]\nname = "company"\nurl = "https://packages.example.org/simple"\n';

describe("sources", () => {
  test.each([
    ['{ git = "https://git.example.org/b.git" }', "vcs(vcs=git url=https://git.example.org/b.git)"],
    [
      '{ git = "git@git.example.org:b.git", tag = "v1", subdirectory = "py" }',
      "vcs(vcs=git url=ssh://git@git.example.org/b.git reference=v1 subdirectory=py)",
    ],
    [
      '{ git = "https://git.example.org/b.git", branch = "main" }',
      "vcs(vcs=git url=https://git.example.org/b.git reference=main)",
    ],
    [
      '{ git = "https://git.example.org/b.git", rev = "abc" }',
      "vcs(vcs=git url=https://git.example.org/b.git reference=abc)",
    ],
    [
      '{ url = "https://files.example.org/b.zip", subdirectory = "py" }',
      "url(url=https://files.example.org/b.zip subdirectory=py)",
    ],
    ['{ path = "../b" }', "path(path=../b)"],
    ['{ path = "../b", editable = true }', "path(path=../b editable)"],
    ['{ path = "../b", package = false }', "path(path=../b virtual)"],
    ['{ index = "company" }', "registry(index=company)"],
  ])("%s", (source, means) => {
    expect(shown(`[tool.uv.sources]\nB = ${source}\n${INDEX}`, "b")).toEqual([`b[x] * from ${means}`]);
  });

  test("of a range keep it, in every place where the package is required", () => {
    expect(shown(`[tool.uv.sources]\na = { index = "company" }\n${INDEX}`, "a")).toEqual([
      'a >=1 from registry(index=company) ; python_version < "3.13"',
      "a * from registry(index=company) (group docs)",
    ]);
  });

  test("for an environment leave the others to the index", () => {
    const uv = '[tool.uv.sources]\nb = { path = "b", marker = "sys_platform == \'linux\'" }\n';
    expect(shown(uv, "b")).toEqual([
      'b[x] * from path(path=b) ; sys_platform == "linux"',
      'b[x] * ; sys_platform != "linux"',
    ]);
  });

  test("for several environments leave nothing where they are all", () => {
    const uv = `[tool.uv.sources]
b = [{ path = "b", marker = "sys_platform == 'linux'" }, { url = "https://files.example.org/b.zip", marker = "sys_platform != 'linux'" }]
`;
    expect(shown(uv, "b")).toEqual([
      'b[x] * from path(path=b) ; sys_platform == "linux"',
      'b[x] * from url(url=https://files.example.org/b.zip) ; sys_platform != "linux"',
    ]);
  });

  test("hold where the requirement's own marker does", () => {
    const uv =
      "[tool.uv.sources]\na = { path = \"a\", marker = \"sys_platform == 'linux' and python_version ~= '3.11'\" }\n";
    const [first, second] = shown(uv, "a");
    expect(first).toBe(
      'a >=1 from path(path=a) ; python_version < "3.13" and sys_platform == "linux" and python_version ~= "3.11"',
    );
    expect(second).toContain('sys_platform != "linux"');
    expect(formatMarker(parseMarker(second?.split("; ")[1] ?? ""))).toContain('python_version < "3.11"');
  });

  test("for an extra or a group hold there alone", () => {
    const uv = `[tool.uv.sources]
torch = [{ index = "company", extra = "cpu" }, { path = "torch", extra = "gpu" }]
a = { path = "a", group = "docs" }
${INDEX}`;
    expect(shown(uv, "torch")).toEqual([
      "torch >=2 from registry(index=company) (extra cpu)",
      "torch >=2 from path(path=torch) (extra gpu)",
    ]);
    expect(shown(uv, "a")).toEqual(['a >=1 ; python_version < "3.13"', "a * from path(path=a) (group docs)"]);
  });

  test("in the workspace are the members' folders, editable", () => {
    const uv = "[tool.uv.sources]\nb = { workspace = true }\n";
    const surroundings = { members: new Map([["b", "packages/b"]]), root: null };
    expect(shown(uv, "b", surroundings)).toEqual(["b[x] * from path(path=packages/b editable)"]);
    expect(diagnosticsOf(read(uv))).toEqual([
      "warning 8:7: b is a member of the workspace, which is not found here: it is taken from the index",
    ]);
  });

  test("of the workspace's root hold in a member that has none of its own", () => {
    const { root } = new TomlDocument(
      `[tool.uv.sources]\na = { path = "../a" }\nb = { path = "../b" }\n${INDEX}`,
      "root/pyproject.toml",
    );
    const surroundings = { members: new Map(), root: root.at("tool", "uv") };
    expect(shown('[tool.uv.sources]\nb = { index = "company" }', "b", surroundings)).toEqual([
      "b[x] * from registry(index=company)",
    ]);
    expect(read("[tool.uv]\n", surroundings).requirements[0]?.source).toEqual({
      kind: "path",
      path: "../a",
      base: "root",
      editable: false,
    });
  });

  test("are left out with no-sources", () => {
    expect(shown('[tool.uv]\nno-sources = true\n[tool.uv.sources]\nb = { path = "b" }\n', "b")).toEqual(["b[x] *"]);
  });

  test("that say nothing, or name no index, are errors; what is not used or not known is told", () => {
    expect(messageOf(() => read("[tool.uv.sources]\nb = { marker = \"os_name == 'nt'\" }\n"))).toMatchSnapshot();
    expect(messageOf(() => read('[tool.uv.sources]\nb = { index = "nobody" }\n'))).toMatchSnapshot();
    expect(diagnosticsOf(read('[tool.uv.sources]\nc = { path = "c" }\nb = { path = "b", mood = 1 }\n'))).toEqual([
      "note 8:1: c is no dependency of the project: uv does not use its source",
      "warning 9:19: the source of b has an option that py2nix does not know: mood",
    ]);
  });
});

test("indexes, the older spellings among them, without credentials", () => {
  const table = read(`[tool.uv]
index-url = "https://main.example.org/simple"
extra-index-url = ["https://more.example.org/simple"]
find-links = ["wheels"]
[[tool.uv.index]]
name = "company"
url = "https://me:secret@packages.example.org/simple"
explicit = true
[[tool.uv.index]]
url = "https://flat.example.org"
format = "flat"
[[tool.uv.index]]
name = "mirror"
url = "https://mirror.example.org/simple"
default = true
`);
  expect(table.indexes.map(({ kind, name, url }) => `${kind} ${name} ${url}`)).toEqual([
    "extra company https://packages.example.org/simple",
    "find-links null https://flat.example.org",
    "primary mirror https://mirror.example.org/simple",
    "extra null https://more.example.org/simple",
    "primary null https://main.example.org/simple",
    "find-links null wheels",
  ]);
  expect(diagnosticsOf(table)).toEqual([
    "note 11:1: the index company is only for the packages that name it; pip asks it for all",
    "warning 13:1: the credentials of the index company are left out: give them to pip by netrc or its keyring",
  ]);
});

describe("groups", () => {
  test("dev-dependencies are the group dev", () => {
    const table = read('[tool.uv]\ndev-dependencies = ["c>=1", "b"]\n[tool.uv.sources]\nb = { path = "b" }\n');
    expect(table.selectables).toEqual([{ kind: "group", name: "dev", byDefault: true }]);
    expect(table.requirements.slice(-2).map(showRequirement)).toEqual([
      "c >=1 (group dev)",
      "b * from path(path=b) (group dev)",
    ]);
  });

  test("dev-dependencies join a group dev that is there", () => {
    const table = readText(
      '[project]\nname = "own"\n[dependency-groups]\ndev = ["a"]\n[tool.uv]\ndev-dependencies = ["c"]\n',
    );
    expect(table.selectables).toEqual([]);
    expect(table.requirements.map(showRequirement)).toEqual(["a * (group dev)", "c * (group dev)"]);
  });

  test.each([
    ["", ["dev"]],
    ["default-groups = []", []],
    ['default-groups = ["Docs", "dev"]', ["docs", "dev"]],
    ['default-groups = "all"', ["docs", "test", "dev"]],
  ])("%s", (text, groups) => {
    const { root } = new TomlDocument(`[tool.uv]\n${text}\n`, "pyproject.toml");
    expect([...readDefaultGroups(root.at("tool", "uv"), ["docs", "test"])]).toEqual(groups);
  });

  test("no other word than all", () => {
    const { root } = new TomlDocument('default-groups = "none"\n', "pyproject.toml");
    expect(messageOf(() => readDefaultGroups(root, []))).toMatchSnapshot();
  });
});

test("constraints bind, and overrides replace what is required", () => {
  const table = read(`[tool.uv]
constraint-dependencies = ["c<2"]
override-dependencies = ["a==3", "deep>=1", { package = { name = "b" }, dependencies = ["d"] }]
`);
  expect(table.constraints.map(showRequirement)).toEqual(["c <2"]);
  expect(table.requirements.filter(({ key }) => key === "a").map(showRequirement)).toEqual([
    "a ==3",
    "a ==3 (group docs)",
  ]);
  expect(diagnosticsOf(table)).toEqual([
    "warning 9:45: what one package needs cannot be overridden for pip: this binds only where a lock was made with it",
    "warning 9:34: pip has no overrides: this one of deep binds only where a lock was made with it",
  ]);
});

test("workspace, package, pip's options, and what is not used", () => {
  const table = read(`[tool.uv]
package = false
no-binary-package = ["Numpy_X"]
no-build = true
prerelease = "allow"
exclude-newer = "2026-01-01T00:00:00Z"
[tool.uv.workspace]
members = ["packages/*"]
exclude = ["packages/old"]
`);
  expect(table.installable).toBe(false);
  expect(table.workspace).toEqual({ members: ["packages/*"], exclude: ["packages/old"] });
  expect(table.pipOptions.map(({ option, value }) => `${option} ${value}`)).toEqual([
    "--no-binary numpy-x",
    "--only-binary :all:",
    "--pre null",
  ]);
  expect(diagnosticsOf(table)).toEqual(["note 12:1: tool.uv.exclude-newer: pip takes newer releases too"]);
});

test("conflicts, of the project where no package is named", () => {
  const { conflicts } = read(
    '[tool.uv]\nconflicts = [[{ extra = "cpu" }, { extra = "GPU" }], [{ group = "docs" }, { package = "b", extra = "x" }]]\n',
  );
  expect(conflicts.map((set) => set.map(({ package: owner, kind, name }) => `${owner} ${kind} ${name}`))).toEqual([
    ["own extra cpu", "own extra gpu"],
    ["own group docs", "b extra x"],
  ]);
  const chosen = (extras: string[], groups: string[]) =>
    conflictIn(conflicts, "Own", { extras: new Set(extras), groups: new Set(groups) })?.map(({ name }) => name) ?? null;
  expect(chosen(["cpu", "gpu"], [])).toEqual(["cpu", "gpu"]);
  expect(chosen(["cpu", "x"], ["docs"])).toBeNull();
});

test.each([
  "uv-service",
  "uv-workspace",
  "uv-virtual-root",
  "uv-forks",
  "uv-sources",
  "uv-large",
  "uv-lock-revisions/5",
])("%s", (folder) => {
  const table = readText(readFileSync(`${fixtures}/${folder}/pyproject.toml`, "utf8"));
  const { requirements, selectables, constraints, workspace, conflicts } = table;
  expect({
    requirements: requirements.map(showRequirement),
    selectables,
    constraints: constraints.map(showRequirement),
    workspace,
    conflicts: conflicts.map((set) => set.map(({ kind, name }) => `${kind} ${name}`)),
    diagnostics: diagnosticsOf(table),
  }).toMatchSnapshot();
});

describe("the Pythons of groups", () => {
  const project = (uv: string) =>
    readPyproject(
      `[project]
name = "own"
requires-python = ">=3.10"
[dependency-groups]
dev = ["a", { include-group = "new" }]
new = ["b"]
docs = ["c"]
[tool.uv.dependency-groups]
${uv}`,
      "pyproject.toml",
    );
  const ranges = (uv: string) => project(uv).requiresPython.map(({ text }) => text);

  test("bind where the group is installed without being asked, by itself or within another", () => {
    expect(ranges('dev = { requires-python = ">=3.11" }\n')).toEqual([">=3.10", ">=3.11"]);
    expect(ranges('new = { requires-python = ">=3.12" }\n')).toEqual([">=3.10", ">=3.12"]);
    expect(ranges('docs = { requires-python = ">=3.12" }\n')).toEqual([">=3.10"]);
    expect(ranges('docs = { requires-python = ">=3.12" }\n[tool.uv]\ndefault-groups = "all"\n')).toEqual([
      ">=3.10",
      ">=3.12",
    ]);
  });

  test("are told where it is not", () => {
    expect(diagnosticsOf(project('docs = { requires-python = ">=3.12" }\n'))).toEqual([
      "note 9:10: the group docs is for Python >=3.12: --python chooses the shell's",
      "note 1:1: the project itself is not installed in the shell: there is no [build-system]",
    ]);
  });

  test("are of groups that are there", () => {
    expect(messageOf(() => project('nope = { requires-python = ">=3.12" }\n'))).toMatchInlineSnapshot(`
      "pyproject.toml:9:1: there is no group nope in [dependency-groups]
        9 | nope = { requires-python = ">=3.12" }
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
    expect(ranges("docs = {}\n")).toEqual([">=3.10"]);
  });
});
