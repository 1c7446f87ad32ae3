import { describe, expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { discoverManifests, type LoadOptions, loadProject } from "../../src/manifests/load.ts";
import { messageOf } from "../support/errors.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const AUTO: LoadOptions = { format: null, lock: "auto" };
const PYPROJECT = '[project]\nname = "p"\ndependencies = ["flask"]\n';
const LOCK = `[[package]]
name = "flask"
version = "3.0"
[package.dependencies]
six = "*"
[[package]]
name = "six"
version = "1.16"
[metadata]
lock-version = "2.1"
python-versions = "^3.11"
content-hash = "0e4221b52c149c982bd0d89177623d7304369401ea2b6783bc2fb71a1648f677"
`;

const load = (inputs: readonly string[], table: Readonly<Record<string, string>>, options: Partial<LoadOptions> = {}) =>
  loadProject(inputs, filesFromTable(table), { ...AUTO, ...options });
const discover = (table: Readonly<Record<string, string>>, folder = ".") =>
  discoverManifests(folder, filesFromTable(table));

describe("the manifests of a folder", () => {
  test.each<[string, Readonly<Record<string, string>>, string[]]>([
    ["pyproject.toml where it lists dependencies", { "pyproject.toml": PYPROJECT }, ["pyproject.toml"]],
    ["requirements.txt where there is nothing else", { "requirements.txt": "" }, ["requirements.txt"]],
    [
      "both where pyproject.toml lists none",
      { "pyproject.toml": "[tool.ruff]\n", "requirements.txt": "six" },
      ["pyproject.toml", "requirements.txt"],
    ],
    [
      "both where pyproject.toml lists groups alone",
      { "pyproject.toml": '[dependency-groups]\ndev = ["pytest"]\n', "requirements.txt": "six" },
      ["pyproject.toml", "requirements.txt"],
    ],
    ["poetry.lock alone", { "poetry.lock": LOCK }, ["poetry.lock"]],
  ])("%s", (_, table, manifests) => {
    expect(discover(table)).toEqual({ manifests, diagnostics: [] });
  });

  test("a requirements.txt that is left alone is told", () => {
    const found = discover({ "sub/pyproject.toml": PYPROJECT, "sub/requirements.txt": "six" }, "sub");
    expect(found.manifests).toEqual(["sub/pyproject.toml"]);
    expect(diagnosticsOf(found)).toEqual([
      "note: sub/requirements.txt is left alone, since pyproject.toml lists the dependencies: name the files to use both",
    ]);
  });

  test("none is an error that says what to do", () => {
    expect(messageOf(() => discover({ "notes.md": "" }))).toMatchInlineSnapshot(`
      "there is no pyproject.toml, requirements.txt or other manifest in this folder
        Name the file that lists the dependencies: py2nix convert FILE"
    `);
    expect(messageOf(() => discover({ "sub/x": "" }, "sub"))).toContain("in sub");
  });
});

describe("the format of a file", () => {
  test("is told by its name", () => {
    expect(requirementsOf(load(["deps/reqs.in"], { "deps/reqs.in": "a" }))).toEqual(["a *"]);
    expect(requirementsOf(load(["requirements-dev"], { "requirements-dev": "a" }))).toEqual(["a *"]);
  });
  test("is told by its content where the name says nothing", () => {
    expect(requirementsOf(load(["x.toml"], { "x.toml": PYPROJECT }))).toEqual(["flask *"]);
    expect(requirementsOf(load(["x"], { x: "a>=1" }))).toEqual(["a >=1"]);
  });
  test("can be given", () => {
    expect(requirementsOf(load(["x.txt"], { "x.txt": PYPROJECT }, { format: "pyproject" }))).toEqual(["flask *"]);
    expect(messageOf(() => load(["x"], { x: "" }, { format: "cobol" }))).toMatchInlineSnapshot(`
      "there is no format cobol
        The formats are: pyproject, pipfile, setup-cfg, setup-py, conda, script, requirements, poetry-lock, uv-lock, pdm-lock, pylock, pipfile-lock"
    `);
  });
  test("of a text that stands in no file is told by its content", () => {
    const bytes = new TextEncoder().encode("flask==3\n");
    const project = loadProject([{ name: "<stdin>", bytes }], filesFromTable({}), AUTO);
    expect([requirementsOf(project), project.files]).toEqual([["flask ==3"], ["<stdin>"]]);
  });
});

describe("the lock file", () => {
  const table = { "a/pyproject.toml": PYPROJECT, "a/poetry.lock": LOCK, "other.lock": LOCK.replace("3.0", "3.1") };
  const locked = (options: Partial<LoadOptions>) =>
    load(["a/pyproject.toml"], table, options).lock?.packages.map(({ key, version }) => `${key} ${version}`);

  test("beside the manifest is taken", () => {
    expect(locked({})).toEqual(["flask 3.0", "six 1.16"]);
    expect(load(["a/pyproject.toml"], table).files).toEqual(["a/pyproject.toml", "a/poetry.lock"]);
  });
  test("is another one, or none, where that is said", () => {
    expect(locked({ lock: "other.lock" })).toEqual(["flask 3.1", "six 1.16"]);
    expect(locked({ lock: "none" })).toBeUndefined();
    expect(messageOf(() => locked({ lock: "missing.lock" }))).toBe("missing.lock does not exist");
  });
  test.each([
    ["pyproject.toml", PYPROJECT, "pdm.lock", '[metadata]\nlock_version = "4.5.0"\n', "pdm"],
    ["pyproject.toml", PYPROJECT, "pylock.toml", 'lock-version = "1.0"\ncreated-by = "pip"\npackages = []\n', "pip"],
    ["requirements.in", "flask\n", "pylock.toml", 'lock-version = "1.0"\ncreated-by = "pip"\npackages = []\n', "pip"],
    ["Pipfile", '[packages]\nflask = "*"\n', "Pipfile.lock", '{"_meta": {"pipfile-spec": 6}, "default": {}}', "pipenv"],
  ])("beside a %s: %s", (manifest, text, name, lock, tool) => {
    const files = { [manifest]: text, [name]: lock };
    expect(load([manifest], files).lock?.tool).toBe(tool);
    expect(load([name], files).files).toEqual([manifest, name]);
    expect(load([manifest], files, { lock: "none" }).lock).toBeNull();
  });
  test("of which there are several: one is taken, and the others are told", () => {
    const project = load(["a/pyproject.toml"], { ...table, "a/pylock.toml": "" });
    expect(project.lock?.file).toBe("a/poetry.lock");
    expect(diagnosticsOf(project)).toEqual([
      "note 1:1: the project itself is not installed in the shell: there is no [build-system]",
      "note: a/pylock.toml is left alone, since a/poetry.lock is taken (--lock pylock.toml takes it instead)",
    ]);
  });
  test("named itself stands for the manifest beside it", () => {
    const project = load(["a/poetry.lock"], table);
    expect([requirementsOf(project), project.lock?.file]).toEqual([["flask *"], "a/poetry.lock"]);
  });
  test("alone: what no other package needs is what is wanted", () => {
    const project = load(["poetry.lock"], { "poetry.lock": LOCK });
    expect(requirementsOf(project)).toEqual(["flask *"]);
    expect(diagnosticsOf(project)).toEqual([
      "warning: the manifest of poetry.lock is not beside it: what no other package needs is taken for what the project requires",
    ]);
  });
});

test("several inputs are one project", () => {
  const project = load(["pyproject.toml", "requirements.txt"], {
    "pyproject.toml": PYPROJECT,
    "requirements.txt": "-i https://example.org/simple\nsix\n-c c.txt",
    "c.txt": "six<2",
  });
  expect(requirementsOf(project)).toEqual(["flask *", "six *"]);
  expect([project.name, project.constraints.length, project.indexes.length]).toEqual(["p", 1, 1]);
  expect(project.files).toEqual(["pyproject.toml", "requirements.txt", "c.txt"]);
});

test("the project is plain data", () => {
  const project = load(["requirements.txt"], {
    "requirements.txt": "a[b]>=1 ; os_name == 'nt' --hash=sha256:aa\n-e ./x\n",
    "x/setup.py": "",
  });
  expect(JSON.parse(JSON.stringify(project))).toEqual(project);
});

test("a folder is no file", () => {
  expect(messageOf(() => load(["sub"], { "sub/x": "" }))).toMatchInlineSnapshot(`
    "sub is a folder
      Name the manifests in it, or run py2nix there."
  `);
});
