import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string) => readPyproject(text, "pyproject.toml");

test("a pyproject.toml without dependencies is a project of nothing", () => {
  const project = read("[tool.ruff]\nline-length = 100\n");
  expect([project.name, project.requirements, project.installable, project.files]).toEqual([
    null,
    [],
    false,
    ["pyproject.toml"],
  ]);
  expect(read("").requirements).toEqual([]);
});

test("[project]'s name comes before [tool.poetry]'s", () => {
  expect(read('[project]\nname = "a"\n[tool.poetry]\nname = "b"').name).toBe("a");
  expect(read('[tool.poetry]\nname = "b"').name).toBe("b");
});

describe("what is not read is told, never dropped silently", () => {
  test.each([
    [
      "[tool.pixi.dependencies]\npython = '*'",
      "warning 1:1: tool.pixi.dependencies: what Pixi installs is not in the shell",
    ],
    [
      "[tool.pixi.feature.test.pypi-dependencies]\na = '*'",
      "warning 1:1: tool.pixi.feature.*.pypi-dependencies: what Pixi installs is not in the shell",
    ],
    [
      "[tool.briefcase.app.x]\nrequires = ['a']",
      "warning 2:1: tool.briefcase.app.*.requires: what Briefcase installs is not in the shell",
    ],
    [
      "[tool.tox.env_run_base]\ndeps = ['a']",
      "note 2:1: tool.tox.env_run_base.deps: what tox installs is not in the shell",
    ],
    ["[tool.hatch.env]\nrequires = ['a']", "note 2:1: tool.hatch.env.requires: plugins of Hatch are not in the shell"],
    [
      "[project]\ndynamic = ['optional-dependencies']",
      "warning 2:12: project.dynamic names optional-dependencies, and neither [tool.setuptools.dynamic] nor a setup.py or setup.cfg has it",
    ],
    [
      "[project]\ndynamic = ['dependencies', 'requires-python', 'version']\n[build-system]\nrequires = []\nbuild-backend = 'mesonpy'",
      "warning 2:12: project.dynamic names dependencies: the build backend finds it, and it is not read",
      "warning 2:28: project.dynamic names requires-python: the build backend finds it, and it is not read",
    ],
    ["[tool.ruff]\nline-length = 1\n[tool.pdm.build]\nincludes = ['a']\n[tool.pdm.scripts]\na = 'b'"],
    ["[tool.tox]\nenv_list = ['a']\n[tool.pixi.tasks]\na = 'b'"],
  ])("%s", (text, ...messages) => {
    expect(diagnosticsOf(read(text))).toEqual(messages);
  });
});

describe("[build-system]", () => {
  const failure = (text: string) => messageOf(() => read(text));

  test("requires is what the project is built with", () => {
    const project = read(
      '[build-system]\nrequires = ["setuptools>=68", "wheel ; python_version < \'3.12\'", "a @ https://me:pw@example.org/a.zip"]\n',
    );
    expect(project.requirements).toEqual([]);
    expect(requirementsOf({ ...project, requirements: project.buildRequires })).toEqual([
      "setuptools >=68",
      'wheel * ; python_version < "3.12"',
      "a * from url(url=https://example.org/a.zip)",
    ]);
    expect(project.buildRequires[1]?.origin).toEqual({ file: "pyproject.toml", line: 2, column: 31 });
    expect(diagnosticsOf(project)).toEqual([
      "warning 2:66: the credentials in the URL of a are left out: give them to pip by netrc or its keyring",
    ]);
  });

  test("hatchling asks for more when it builds a wheel", () => {
    const project = read(`[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[tool.hatch.build]
dependencies = ["a"]
[tool.hatch.build.hooks.vcs]
dependencies = ["b>=1"]
[tool.hatch.build.targets.wheel]
dependencies = ["c"]
[tool.hatch.build.targets.sdist]
dependencies = ["not-for-a-wheel"]
`);
    expect(project.buildRequires.map(({ key }) => key)).toEqual(["hatchling", "c", "a", "b"]);
  });

  test("is refused where PEP 518 does", () => {
    expect(
      [
        failure('[build-system]\nbuild-backend = "setuptools.build_meta"\n'),
        failure("[build-system]\nrequires = 'setuptools'\n"),
        failure("[build-system]\nrequires = ['setuptools>>1']\n"),
        failure("[build-system]\nrequires = [1]\n"),
        failure("build-system = 1\n"),
        failure("[build-system]\nrequires = []\nbuild-backend = 1\n"),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "pyproject.toml:1:1: [build-system] has no requires
        1 | [build-system]
          | ^^^^^^^^^^^^^^
      pyproject.toml:2:1: build-system.requires should be an array
        2 | requires = 'setuptools'
          | ^^^^^^^^^^^^^^^^^^^^^^^
      pyproject.toml:2:25: expected a version by PEP 440 after \`>\`
        2 | requires = ['setuptools>>1']
          |                         ^^
      pyproject.toml:2:13: build-system.requires.[1] should be a string
        2 | requires = [1]
          |             ^^
      pyproject.toml:1:1: build-system should be a table
        1 | build-system = 1
          | ^^^^^^^^^^^^^^^^
      pyproject.toml:3:1: build-system.build-backend should be a string
        3 | build-backend = 1
          | ^^^^^^^^^^^^^^^^^"
    `);
  });
});

describe("what [project] calls dynamic", () => {
  test("is not in the table too, and is never the name", () => {
    const failure = (text: string) => messageOf(() => read(text));
    expect(
      [
        failure('[project]\ndynamic = ["version", "dependencies"]\ndependencies = []\n'),
        failure('[project]\ndynamic = ["name"]\n'),
        failure('[project]\ndynamic = "name"\n'),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "pyproject.toml:2:24: dependencies is dynamic, and [project] lists it
        2 | dynamic = ["version", "dependencies"]
          |                        ^^^^^^^^^^^^
      pyproject.toml:2:13: the name of a project is never dynamic
        2 | dynamic = ["name"]
          |             ^^^^
      pyproject.toml:2:1: project.dynamic should be an array
        2 | dynamic = "name"
          | ^^^^^^^^^^^^^^^^"
    `);
  });

  test("is Poetry's to tell where it is the tool", () => {
    const project = read(
      '[project]\nname = "a"\ndynamic = ["dependencies"]\n[tool.poetry.dependencies]\npython = "^3.10"\nclick = "^8"\n',
    );
    expect(requirementsOf(project)).toEqual(["click >=8,<9"]);
    expect(diagnosticsOf(project)).toEqual([
      "note 1:1: the project itself is not installed in the shell: there is no [build-system]",
    ]);
  });
});

describe("PDM", () => {
  const GROUPS = '[project]\nname = "x"\ndependencies = ["a"]\n[dependency-groups]\ntest = ["b"]\n';
  const selectables = (text: string, files: Record<string, string> = {}) =>
    readPyproject(text, "pyproject.toml", filesFromTable(files)).selectables.map(
      ({ name, byDefault }) => `${name} ${byDefault}`,
    );

  test("is the tool where [tool.pdm] says what it installs, or a pdm.lock is there: its groups are installed", () => {
    expect(selectables(GROUPS)).toEqual(["test false"]);
    expect(selectables(GROUPS, { "pdm.lock": "" })).toEqual(["test true"]);
    expect(selectables(`${GROUPS}[tool.pdm]\ndistribution = true\n`)).toEqual(["test true"]);
    expect(selectables(`${GROUPS}[tool.pdm.dev-dependencies]\nlint = ["c"]\n`)).toEqual(["test true", "lint true"]);
  });

  test("that only builds the project leaves all as it is", () => {
    expect(selectables(`${GROUPS}[tool.pdm.version]\nsource = "scm"\n`)).toEqual(["test false"]);
  });

  test("a project of PDM as a whole", () => {
    const project = readPyproject(readFileSync(`${fixtures}/pdm-web-api/pyproject.toml`, "utf8"), "pyproject.toml");
    expect(requirementsOf(project).filter((line) => line.includes("group lint"))).toEqual([
      "ruff >=0.5 (group lint)",
      "deckhand * from path(path=libs/deckhand editable) (group lint)",
    ]);
    expect(project.indexes.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["company extra"]);
    expect(project.constraints.map(({ key }) => key)).toEqual(["idna", "python-dateutil"]);
    expect([project.name, project.installable]).toEqual(["harbour-board", true]);
    expect(project.buildRequires.map(({ key }) => key)).toEqual(["pdm-backend"]);
    expect(diagnosticsOf(project)).toEqual([
      "note 33:1: the index company is only for some packages; pip asks it for all",
    ]);
  });

  test("its folder of the project is that of the manifest", () => {
    const project = readPyproject(
      '[project]\nname = "x"\ndependencies = ["a @ file:///${PROJECT_ROOT}/libs/a", "b @ file:///${PROJECT_ROOT}"]\n[tool.pdm]\ndistribution = false\n',
      "sub/pyproject.toml",
    );
    expect(project.requirements.map(({ source }) => source)).toEqual([
      { kind: "path", path: "libs/a", base: "sub", editable: false },
      { kind: "path", path: ".", base: "sub", editable: false },
    ]);
    expect(project.installable).toBe(false);
  });
});

test("the sources of a workspace's root hold in a member that has no [tool.uv]", () => {
  const root = `[tool.uv.workspace]\nmembers = ["packages/*"]\n[tool.uv.sources]\nb = { workspace = true }\nc = { path = "libs/c" }\n`;
  const member = '[project]\nname = "a"\ndependencies = ["b", "c"]\n[dependency-groups]\ndev = ["d"]\n';
  const files = filesFromTable({
    "pyproject.toml": root,
    "packages/a/pyproject.toml": member,
    "packages/b/pyproject.toml": '[project]\nname = "b"\n',
  });
  expect(readPyproject(member, "packages/a/pyproject.toml", files).requirements.map(({ source }) => source)).toEqual([
    { kind: "path", path: "../b", base: "packages/a", editable: true },
    { kind: "path", path: "libs/c", base: ".", editable: false },
    { kind: "registry" },
  ]);
});

test("the tables of two tools both count", () => {
  const project = read(`[project]
name = "x"
dependencies = ["a", "b"]
[tool.pdm.dev-dependencies]
test = ["c"]
[tool.uv]
dev-dependencies = ["d"]
[tool.uv.sources]
a = { path = "libs/a" }
[tool.hatch.envs.default]
dependencies = ["e"]
`);
  expect(requirementsOf(project)).toEqual([
    "a * from path(path=libs/a)",
    "b *",
    "c * (group test)",
    "d * (group dev)",
    "e * (group default)",
  ]);
  expect(project.selectables.map(({ name, byDefault }) => `${name} ${byDefault}`)).toEqual([
    "test true",
    "dev true",
    "default false",
  ]);
});

test("hostile keys stay keys", () => {
  const project = read('[project.optional-dependencies]\n__proto__ = ["a"]\nconstructor = ["b"]\n');
  expect(requirementsOf(project)).toEqual(["a * (extra -proto-)", "b * (extra constructor)"]);
});
