import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPipfile } from "../../src/manifests/pipfile.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string) => readPipfile(text, "Pipfile");
const failure = (text: string) => messageOf(() => read(text));

test("a project with categories of its own", () => {
  const project = read(readFileSync(`${fixtures}/pipenv-shop/Pipfile`, "utf8"));
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "django ~=5.1",
      "Pillow *",
      "requests[socks] >=2.31",
      "psycopg[binary] >=3.1 ; platform_machine != "armv7l"",
      "pywin32 * ; sys_platform == "win32"",
      "appnope * ; sys_platform == "darwin" and platform_machine == "arm64"",
      "tomli * ; python_version < "3.13"",
      "acme-tax-rates * from registry(index=company)",
      "harbours * from url(url=https://files.example.org/harbours-1.2.0-py3-none-any.whl)",
      "moonphase * from vcs(vcs=git url=https://git.example.org/tides/moonphase.git reference=v0.3.0)",
      "greeting * from path(path=./libs/greeting editable)",
      "pytest >=8 (group dev)",
      "pytest-django * (group dev)",
      "factory-boy ~=3.3 (group dev)",
      "black * (group dev)",
      "sphinx >=7,<9 (group docs)",
      "furo * (group docs)",
      "locust * (group load-test)",
    ]
  `);
  expect(project.selectables.map(({ name, byDefault }) => `${name} ${byDefault}`)).toEqual([
    "dev false",
    "docs false",
    "load-test false",
  ]);
  expect(project.requiresPython.map(({ text, constraint }) => [text, constraint])).toEqual([
    ["3.12", [[{ operator: "==", version: "3.12.*" }]]],
  ]);
  expect(project.indexes).toMatchObject([{ kind: "primary" }, { kind: "extra", name: "company" }]);
  expect(diagnosticsOf(project)).toEqual([]);
});

test("every form of an entry", () => {
  const project = read(`[[source]]
name = "own"
url = "https://me:pw@packages.example.org/simple"
verify_ssl = false
[pipenv]
allow_prereleases = true
[requires]
python_full_version = "3.12.4"
[packages]
bare = "1.2"
range = ">=1,<2"
star = "*"
table = {version = "~=1.0", extras = ["a", "b"], index = "own"}
both = {version = "*", markers = "os_name == 'posix'", python_version = ">= '3.8'", sys_platform = "== 'linux'"}
ssh = {git = "git@git.example.org:tides/moonphase.git", ref = "v1", editable = true, subdirectory = "py"}
at = {git = "git+https://git.example.org/tides/moonphase.git@v2"}
here = {path = ".", editable = true, extras = ["x"]}
wheel = {file = "./dist/a-1.whl"}
odd = {version = "*", colour = "red"}
`);
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "bare ==1.2",
      "range >=1,<2",
      "star *",
      "table[a,b] ~=1.0",
      "both * ; os_name == "posix" and sys_platform == "linux" and python_version >= "3.8"",
      "ssh * from vcs(vcs=git url=ssh://git@git.example.org/tides/moonphase.git reference=v1 subdirectory=py)",
      "at * from vcs(vcs=git url=https://git.example.org/tides/moonphase.git reference=v2)",
      "here[x] * from path(path=. editable)",
      "wheel * from path(path=./dist/a-1.whl)",
      "odd *",
    ]
  `);
  expect(project.pipOptions.map(({ option, value }) => `${option} ${value}`)).toEqual([
    "--trusted-host packages.example.org",
    "--pre null",
  ]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "warning 3:1: the credentials in this URL are left out: give them to pip by netrc or its keyring",
      "warning 19:23: odd has an option that py2nix does not know: colour",
    ]
  `);
});

test("errors", () => {
  expect(
    [
      failure("title = 1\n"),
      failure('[packages]\na = ">>1"\n'),
      failure('[packages]\na = {version = "*", markers = "python_version"}\n'),
      failure('[packages]\na = {version = "*", sys_platform = "linux"}\n'),
      failure('[packages]\na = {version = "*", index = "none"}\n'),
      failure("[packages]\n<<<<<<< HEAD\n"),
      failure('[packages]\na = "1'),
      failure("[packages]\na = 1\n"),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "Pipfile:1:1: title should be a table
      1 | title = 1
        | ^^^^^^^^^
    Pipfile:2:7: expected a version by PEP 440 after \`>\`
      2 | a = ">>1"
        |       ^^
    Pipfile:2:46: expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in
      2 | a = {version = "*", markers = "python_version"}
        |                                              ^
    Pipfile:2:50: expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in
      2 | a = {version = "*", sys_platform = "linux"}
        |                                            ^
    Pipfile:2:30: there is no source named none
      2 | a = {version = "*", index = "none"}
        |                              ^^^^
    Pipfile:2:1: this is not TOML: illegal character in key
      2 | <<<<<<< HEAD
        | ^
      This is a merge conflict: resolve it first.
    Pipfile:2:5: this is not TOML: unfinished string
      2 | a = "1
        |     ^
    Pipfile:2:1: packages.a should be a string
      2 | a = 1
        | ^^^^^"
  `);
});
