import { describe, expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { DEFAULT_SELECTION, selectRequirements } from "../../src/resolver/selection.ts";
import { filesIn } from "../support/conversion.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const BUILD = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const PROJECT = `${BUILD}[project]\nname = "own"\nversion = "1"\ndependencies = ["z"]\n`;
const read = (text: string, more: Record<string, string> = {}) =>
  readPyproject(text, "pyproject.toml", filesFromTable(more));
const groupsOf = (project: ReturnType<typeof read>) =>
  project.selectables.filter(({ kind }) => kind === "group").map(({ name, byDefault }) => `${name} ${byDefault}`);

test("a project with environments", () => {
  const files = filesIn(`${fixtures}/hatch-environments`);
  const text = new TextDecoder().decode(files.read("pyproject.toml"));
  const project = readPyproject(text, "pyproject.toml", files);
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "httpx >=0.27",
      "click >=8.1",
      "sounding-codec * from path(path=libs/sounding-codec)",
      "matplotlib >=3.8 (extra plot)",
      "diskcache * (extra cache)",
      "mypy >=1.10 (group typing)",
      "types-tabulate * (group typing)",
      "pytest >=8 (group default)",
      "pytest-httpx * (group default)",
      "lantern-fish[cache] * (group default)",
      "pytest >=8 (group types)",
      "pytest-httpx * (group types)",
      "lxml-stubs * (group types)",
      "lantern-fish[cache] * (group types)",
      "mypy >=1.10 (group types)",
      "types-tabulate * (group types)",
      "sphinx >=7 (group docs)",
      "furo * (group docs)",
      "lantern-fish[plot] * (group docs)",
      "ruff >=0.5 (group lint)",
      "pytest >=8 (group matrix)",
      "pytest-httpx * (group matrix)",
      "pytest-xdist * (group matrix)",
      "lantern-fish[cache] * (group matrix)",
    ]
  `);
  expect(groupsOf(project)).toMatchInlineSnapshot(`
    [
      "typing false",
      "default true",
      "types false",
      "docs false",
      "lint false",
      "matrix false",
    ]
  `);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "note 52:1: the matrix of matrix is not used: the shell is one environment",
      "warning 60:1: this override of matrix is not used",
      "note 48:1: Hatch does not install the project in lint: --only-group NAME leaves out its dependencies too",
    ]
  `);
  expect(project.buildRequires.map(({ key }) => key)).toEqual(["hatchling", "hatch-vcs", "editables"]);
});

test("the features of an environment are extras of the project", () => {
  const project = read(
    `${PROJECT}optional-dependencies = { x = ["a"], y = ["b"] }\n[tool.hatch.envs.default]\nfeatures = ["x"]\n[tool.hatch.envs.docs]\nfeatures = ["y"]\n`,
  );
  const chosen = (groups: string[]) =>
    selectRequirements(project, { ...DEFAULT_SELECTION, groups }).requirements.map(({ key }) => key);
  expect([chosen([]), chosen(["docs"])]).toEqual([
    ["z", "a"],
    ["z", "a", "b"],
  ]);
});

describe("the default environment is installed", () => {
  const envs = '[tool.hatch.envs.default]\ndependencies = ["a"]\npython = "3.12"\n';
  test("where no other tool manages the project", () => {
    const project = read(`${PROJECT}${envs}`);
    expect(groupsOf(project)).toEqual(["default true"]);
    expect(project.requiresPython.map(({ constraint, text }) => [constraint, text])).toEqual([
      [[[{ operator: "==", version: "3.12.*" }]], "3.12"],
    ]);
  });
  test.each(["[tool.uv]\npackage = true\n", "[tool.rye]\nmanaged = true\n", "[tool.poetry]\nname = 'own'\n"])(
    "and not beside %s",
    (table) => {
      const project = read(`${PROJECT}${table}${envs}`);
      expect(groupsOf(project)).toEqual(["default false"]);
      expect(project.requiresPython).toEqual([]);
    },
  );
  test.each([
    ["3", "3.*"],
    ["310", "3.10.*"],
    ["py3.11", "3.11.*"],
    ["python3.12.4", "3.12.4"],
    ["cpython3.9", "3.9.*"],
  ])("with the Python %s", (python, version) => {
    const { requiresPython } = read(`${PROJECT}[tool.hatch.envs.default]\npython = "${python}"\n`);
    expect(requiresPython[0]?.constraint).toEqual([[{ operator: "==", version }]]);
  });
  test("without the project where it says so", () => {
    const installable = (table: string) =>
      read(`${PROJECT}${table}[tool.hatch.envs.default]\nskip-install = true\n`).installable;
    expect([installable(""), installable("[tool.uv]\n"), read(PROJECT).installable]).toEqual([false, true, true]);
  });
  test("with a Python that is no version, which is told", () => {
    const project = read(`${PROJECT}[tool.hatch.envs.default]\npython = "/usr/bin/python3"\n`);
    expect(project.requiresPython).toEqual([]);
    expect(diagnosticsOf(project)).toEqual([
      "note 9:1: the Python /usr/bin/python3 is no version: --python chooses the shell's",
    ]);
  });
});

test("an environment and a dependency group of one name are one group, with nothing twice", () => {
  const project = read(
    `${PROJECT}[dependency-groups]\ndev = ["a", "b"]\n[tool.hatch.envs.dev]\ndependency-groups = ["dev"]\ndependencies = ["c"]\n`,
  );
  expect(requirementsOf(project)).toEqual(["z *", "a * (group dev)", "b * (group dev)", "c * (group dev)"]);
  expect(groupsOf(project)).toEqual(["dev true"]);
});

test("sources are for the project too, where they are the default environment's", () => {
  const project = read(`${PROJECT}[tool.hatch.sources]
Z = "libs/z"
q = { index = "https://me:pw@packages.example.org/simple" }
[tool.hatch.envs.default]
dependencies = ["q", "g", "u[x]>=1", "w"]
[tool.hatch.envs.default.sources]
g = { git = "git@git.example.org:g.git", rev = "abc", subdirectory = "py" }
u = { url = "https://files.example.org/u.zip" }
w = { workspace = true }
[tool.hatch.envs.other]
dependencies = ["z"]
sources = { z = { path = "other", editable = false } }
`);
  expect(requirementsOf(project)).toEqual([
    "z * from path(path=libs/z editable)",
    "q * (group default)",
    "g * from vcs(vcs=git url=ssh://git@git.example.org/g.git reference=abc subdirectory=py) (group default)",
    "u[x] >=1 from url(url=https://files.example.org/u.zip) (group default)",
    "w * (group default)",
    "z * from path(path=other) (group other)",
  ]);
  expect(project.indexes).toMatchObject([{ kind: "extra", url: "https://packages.example.org/simple" }]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "warning 10:7: the credentials in the URL of q are left out: give them to pip by netrc or its keyring",
      "warning 16:1: w is a member of the workspace, which is not read: it is taken from the index",
    ]
  `);
});

test("what the environments say and the shell cannot is told", () => {
  const project = read(`${PROJECT}[tool.hatch.env.collectors.custom]
[tool.hatch.envs.default]
type = "conda"
platforms = ["linux"]
[tool.hatch.envs.hatch-test]
extra-dependencies = ["a"]
[[tool.hatch.envs.hatch-test.matrix]]
python = ["3.12"]
[tool.hatch.envs.ci]
python = "3.9"
builder = true
workspace.members = ["libs/*"]
[tool.hatch.envs.ci.overrides]
env.CI.set-features = ["x"]
env.CI.scripts = ["x"]
matrix.version.dependencies = ["b"]
`);
  expect(requirementsOf(project)).toEqual(["z *", "a * (group hatch-test)", "hatchling * (group ci)"]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "warning 10:1: default is an environment of the type conda: what that adds is not in the shell",
      "note 11:1: default is for linux alone; the group is for all",
      "note 12:1: what Hatch itself puts into hatch-test is not in the group: name it in dependencies to have it",
      "note 12:1: the matrix of hatch-test is not used: the shell is one environment",
      "warning 21:1: this override of ci is not used",
      "warning 23:1: this override of ci is not used",
      "warning 16:1: the members of the workspace of ci are not in the shell: convert their own",
      "note 17:1: ci wants the Python 3.9: --python chooses the shell's",
      "warning 1:1: what these collectors make of the environments is worked out by code, and is not read",
    ]
  `);
});

test("a feature that only the backend knows is told, and nothing is told once for each environment", () => {
  const project = read(
    `${PROJECT}dynamic = ["optional-dependencies"]\n[tool.hatch.envs.default]\nfeatures = ["x"]\ndependencies = ["a{env:X:}"]\n[tool.hatch.envs.b]\n[tool.hatch.envs.c]\n`,
  );
  expect(requirementsOf(project)).toEqual(["z *", "a * (group default)", "a * (group b)", "a * (group c)"]);
  expect(diagnosticsOf(project)).toEqual([
    "warning 8:12: project.dynamic names optional-dependencies: the build backend finds it, and it is not read",
    "note 11:17: {env:X} is taken by its default: the output must not depend on where it is made",
    "warning 10:13: the extra x is not known: the build backend or a hook may have it",
  ]);
});

describe("context fields", () => {
  const of = (text: string) => read(`${PROJECT}[tool.hatch.envs.default]\ndependencies = ["${text}"]\n`);
  test.each([
    ["a @ {root:uri}/libs/a", "a * from path(path=libs/a) (group default)"],
    ["a[x] @ {root:parent:uri}/a%20b#sha256=1", "a[x] * from path(path=../a b) (group default)"],
    ["a @ file://{root}/a ; os_name == 'nt'", 'a * from path(path=a) ; os_name == "nt" (group default)'],
    ["a @ {root:real:uri}", undefined],
    ["a{env:X:>=1}", "a >=1 (group default)"],
    ["a @ {home:uri}/a", undefined],
    ["a=={env:X}", undefined],
  ])("%s", (text, means) => {
    const project = of(text);
    expect(requirementsOf(project).slice(1)).toEqual(means === undefined ? [] : [means]);
  });

  test("that depend on the machine are told, and without a default left out", () => {
    expect(diagnosticsOf(of("a{env:X:>=1}"))).toEqual([
      "note 9:17: {env:X} is taken by its default: the output must not depend on where it is made",
    ]);
    expect(diagnosticsOf(of("a @ {home:uri}/a"))).toEqual([
      "warning 9:17: this is left out: what {home:uri} stands for is only known where Hatch runs",
    ]);
  });

  test("in [project] are hatchling's", () => {
    const text = (build: string) => `${build}[project]\nname = "own"\ndependencies = ["a @ {root:uri}/a"]\n`;
    expect(requirementsOf(read(text(BUILD)))).toEqual(["a * from path(path=a)"]);
    expect(requirementsOf(read(text("")))).toEqual(["a * from url(url={root:uri}/a)"]);
  });
});

describe("hatch-requirements-txt", () => {
  const hook = (lines: string) =>
    `${BUILD}[project]\nname = "own"\nversion = "1"\ndynamic = ["dependencies", "optional-dependencies"]\n[tool.hatch.metadata.hooks.requirements_txt]\n${lines}`;
  test("reads the files of the dynamic fields", () => {
    const project = read(
      hook('files = ["r.txt"]\n[tool.hatch.metadata.hooks.requirements_txt.optional-dependencies]\nX = ["x.txt"]\n'),
      {
        "r.txt": "# why\na>=1, \\\n  <2  # b\n\n-r other.txt\nb==1 --hash=sha256:00\n",
        "x.txt": "c",
      },
    );
    expect(requirementsOf(project)).toEqual(["a >=1,<2", "b ==1", "c * (extra x)"]);
    expect(project.files).toEqual(["pyproject.toml", "r.txt", "x.txt"]);
    expect(diagnosticsOf(project)).toEqual([
      "warning 5:1: hatch-requirements-txt passes over the options of pip in this file",
      "warning 6:1: hatch-requirements-txt passes over the options of pip in this file",
    ]);
  });
  test("takes requirements.txt where none is named, and tells what it has not", () => {
    const project = read(hook(""), { "requirements.txt": "a\n" });
    expect(requirementsOf(project)).toEqual(["a *"]);
    expect(diagnosticsOf(project)).toEqual([
      "warning 7:28: project.dynamic names optional-dependencies: the build backend finds it, and it is not read",
    ]);
  });
  test("wants its files to be there", () => {
    expect(messageOf(() => read(hook('files = ["no.txt"]\n')))).toMatchInlineSnapshot(`
      "pyproject.toml:9:11: no.txt does not exist
        9 | files = ["no.txt"]
          |           ^^^^^^"
    `);
    expect(
      messageOf(() => read(hook('files = ["r.txt"]\nfilename = "r.txt"\n'), { "r.txt": "" })),
    ).toMatchInlineSnapshot(`
      "pyproject.toml:10:1: the hook takes either filename or files
        10 | filename = "r.txt"
           | ^^^^^^^^^^^^^^^^^^"
    `);
  });
});

test("hatch.toml has its keys in the place of the table's", () => {
  const project = read(`${PROJECT}[tool.hatch.envs.default]\ndependencies = ["a"]\n`, {
    "hatch.toml": '[envs.docs]\ndependencies = ["b @ {root:uri}/b"]\n',
  });
  expect(requirementsOf(project)).toEqual(["z *", "b * from path(path=b) (group docs)"]);
  expect(project.requirements[1]?.origin).toEqual({ file: "hatch.toml", line: 2, column: 17 });
  expect(groupsOf(project)).toEqual(["docs false"]);
  expect(project.files).toEqual(["pyproject.toml", "hatch.toml"]);
});

test("errors", () => {
  const failure = (envs: string) => messageOf(() => read(`${PROJECT}${envs}`));
  expect(
    [
      failure('[tool.hatch.envs.a]\ntemplate = "b"\n'),
      failure('[tool.hatch.envs.a]\ntemplate = "b"\n[tool.hatch.envs.b]\ntemplate = "a"\n'),
      failure('[tool.hatch.envs.a]\nfeatures = ["x"]\n'),
      failure('[tool.hatch.envs.a]\ndependency-groups = ["x"]\n'),
      failure('[tool.hatch.envs.a]\ndependencies = ["a>>1"]\n'),
      failure('[tool.hatch.envs.a]\ndependencies = ["a>>1 ; {env:X:}"]\n'),
      failure('[tool.hatch.envs.a]\ndependencies = ["a{nope}"]\n'),
      failure('[tool.hatch.envs.a]\ndependencies = ["a{"]\n'),
      failure("[tool.hatch.envs]\na = 1\n"),
      failure('[tool.hatch.sources]\nz = { path = "z", url = "y" }\n[tool.hatch.envs.default]\n'),
      messageOf(() => read(PROJECT, { "hatch.toml": "envs = 1\n[" })),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "pyproject.toml:9:13: there is no environment b
      9 | template = "b"
        |             ^
    pyproject.toml:11:1: an environment is made after itself: a > b > a
      11 | template = "a"
         | ^^^^^^^^^^^^^^
    pyproject.toml:9:14: there is no extra x
      9 | features = ["x"]
        |              ^
    pyproject.toml:9:23: there is no dependency group x
      9 | dependency-groups = ["x"]
        |                       ^
    pyproject.toml:9:20: expected a version by PEP 440 after \`>\`
      9 | dependencies = ["a>>1"]
        |                    ^^
    pyproject.toml:9:18: expected a version by PEP 440 after \`>\`
      9 | dependencies = ["a>>1 ; {env:X:}"]
        |                  ^^^^^^^^^^^^^^^
    pyproject.toml:9:19: there is no context field nope
      9 | dependencies = ["a{nope}"]
        |                   ^^^^^^
    pyproject.toml:9:19: a brace that belongs to no context field is written twice
      9 | dependencies = ["a{"]
        |                   ^
    pyproject.toml:9:1: tool.hatch.envs.a should be a table
      9 | a = 1
        | ^^^^^
    pyproject.toml:9:1: the source of z has one of path, git, url, index, workspace
      9 | z = { path = "z", url = "y" }
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    hatch.toml:2:2: this is not TOML: incomplete key-value: cannot find end of key
      2 | [
        |  ^"
  `);
});
