import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readSetupCfg } from "../../src/manifests/setup-cfg.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const folder = `${fixtures}/setup-cfg-library`;
const read = (text: string, more: Record<string, string> = {}) =>
  readSetupCfg("setup.cfg", filesFromTable({ "setup.cfg": text, ...more }));
const failure = (text: string, more: Record<string, string> = {}) => messageOf(() => read(text, more));

test("a library with extras, one of them from a file", () => {
  const project = read(readFileSync(`${folder}/setup.cfg`, "utf8"), {
    "docs/requirements.txt": readFileSync(`${folder}/docs/requirements.txt`, "utf8"),
  });
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "python-dateutil >=2.8",
      "requests[socks] >=2.25,<3",
      "tzdata * ; sys_platform == "win32"",
      "importlib-metadata >=4 ; python_version < "3.10"",
      "matplotlib >=3.5 (extra plot)",
      "numpy >=1.21 (extra plot)",
      "pytest >=7 (extra test)",
      "pytest-cov * (extra test)",
      "sphinx >=7 (extra docs)",
      "furo * (extra docs)",
    ]
  `);
  expect(
    project.requirements.map(({ origin }) => `${origin.file}:${origin.line}:${origin.column}`),
  ).toMatchInlineSnapshot(`
    [
      "setup.cfg:17:5",
      "setup.cfg:18:5",
      "setup.cfg:20:5",
      "setup.cfg:21:5",
      "setup.cfg:25:8",
      "setup.cfg:25:25",
      "setup.cfg:27:5",
      "setup.cfg:28:5",
      "docs/requirements.txt:2:1",
      "docs/requirements.txt:3:1",
    ]
  `);
  expect([project.name, project.requiresPython[0]?.text, project.installable]).toEqual(["tide-tables", ">=3.8", true]);
  expect(project.selectables.map(({ name }) => name)).toEqual(["plot", "test", "docs"]);
  expect(project.files).toEqual(["setup.cfg", "docs/requirements.txt"]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "note 22:18: setup_requires is not in the shell: pip fetches it when it builds",
    ]
  `);
});

test("directives that only setuptools can follow are told", () => {
  const project = read(
    "[metadata]\nname = attr: x.NAME\n[options]\ninstall_requires = attr: x.NEEDS\npython_requires = attr: x.PY\n",
  );
  expect(project.requirements).toEqual([]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "warning 4:20: attr: x.NEEDS is worked out by setuptools, and is not read",
      "warning 2:8: name is worked out by setuptools (attr:), and is not read",
      "warning 5:19: python_requires is worked out by setuptools (attr:), and is not read",
    ]
  `);
});

test("a file for tools alone has no dependencies", () => {
  const project = read("[flake8]\nmax-line-length: 100\n");
  expect([project.requirements, project.installable, project.diagnostics]).toEqual([[], false, []]);
});

test("errors", () => {
  expect(
    [
      failure("name = x\n"),
      failure("[options]\ninstall_requires =\n  a\n  b>>1\n"),
      failure("[options]\ninstall_requires = a; b=1\n"),
      failure("[options]\npython_requires = 3.8\n"),
      failure("[options]\npackages = x\npackages = y\n"),
      failure("[options]\n[options]\n"),
      failure("[options]\n<<<<<<< HEAD\n"),
      failure("[options]\ninstall_requires\n"),
      failure("[options]\ninstall_requires = file: no.txt\n"),
      failure("[options]\ninstall_requires = file: r.txt\n", { "r.txt": "a\n-r other.txt\n" }),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "setup.cfg:1:1: expected a [section] first
      1 | name = x
        | ^^^^^^^^
    setup.cfg:4:5: expected a version by PEP 440 after \`>\`
      4 |   b>>1
        |     ^^
    setup.cfg:2:24: expected \`==\` instead of \`=\`
      2 | install_requires = a; b=1
        |                        ^
    setup.cfg:2:19: expected a version specifier such as \`>=1.2\`
      2 | python_requires = 3.8
        |                   ^^^
    setup.cfg:3:1: the option packages is there already
      3 | packages = y
        | ^^^^^^^^^^^^
    setup.cfg:2:1: the section [options] is there already
      2 | [options]
        | ^^^^^^^^^
    setup.cfg:2:1: this is not a setup.cfg: a merge conflict stands in it
      2 | <<<<<<< HEAD
        | ^^^^^^^^^^^^
      This is a merge conflict: resolve it first.
    setup.cfg:2:1: expected \`key = value\`
      2 | install_requires
        | ^^^^^^^^^^^^^^^^
    setup.cfg:2:20: no.txt does not exist
      2 | install_requires = file: no.txt
        |                    ^^^^^^^^^^^^
    r.txt:2:1: setuptools takes no options of pip from this file
      2 | -r other.txt
        | ^^^^^^^^^^^^"
  `);
});
