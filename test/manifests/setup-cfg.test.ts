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

test("a file that is not there is told, and the others are read", () => {
  const project = read("[options]\ninstall_requires = file: no.txt, r.txt\n", { "r.txt": "a>=1, \\\n  <2\n#b\n" });
  expect(requirementsOf(project)).toEqual(["a >=1,<2"]);
  expect(project.files).toEqual(["setup.cfg", "r.txt"]);
  expect(diagnosticsOf(project)).toEqual(["warning 2:20: no.txt is not there, and setuptools goes on without it"]);
});

test("a line that nothing follows is dropped, as setuptools does, and told", () => {
  const project = read("[options]\ninstall_requires =\n  a\n  b \\\n");
  expect(requirementsOf(project)).toEqual(["a *"]);
  expect(diagnosticsOf(project)).toEqual(["warning 4:3: nothing follows the backslash, and setuptools drops the line"]);
});

test("other options in a value", () => {
  const project = read(`[options]
version = 2
install_requires =
    a==%(version)s  # why
[options.extras_require]
test =
    pytest
    c ; sys_platform == "win32"
all =
    %(test)s
    d
`);
  expect(requirementsOf(project)).toEqual([
    "a ==2",
    "pytest * (extra test)",
    'c * ; sys_platform == "win32" (extra test)',
    "pytest * (extra all)",
    'c * ; sys_platform == "win32" (extra all)',
    "d * (extra all)",
  ]);
  expect(project.requirements.map(({ origin }) => origin.line)).toEqual([4, 7, 8, 7, 8, 11]);
  expect(
    [
      failure("[options]\ninstall_requires = %(nope)s\n"),
      failure("[options]\ninstall_requires = a%b\n"),
      failure("[options]\na = %(b)s\nb = %(a)s\n"),
      failure(
        `[options]\n${Array.from({ length: 40 }, (_, i) => `v${i} = %(v${i + 1})s%(v${i + 1})s\n`).join("")}v40 = x\n`,
      ),
      failure("[options]\nv = >>\ninstall_requires = a%(v)s1\n"),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "setup.cfg:2:20: there is no option nope in this section
      2 | install_requires = %(nope)s
        |                    ^^^^^^^^
    setup.cfg:2:20: expected \`%%\` or \`%(name)s\`: a percent sign is written twice here
      2 | install_requires = a%b
        |                    ^^^
    setup.cfg:2:5: the options refer to each other without end, or too often; --limit interpolations=2000 takes more
      2 | a = %(b)s
        |     ^^^^^
    setup.cfg:39:7: the options refer to each other without end, or too often; --limit interpolations=2000 takes more
      39 | v37 = %(v38)s%(v38)s
         |       ^^^^^^^^^^^^^^
    setup.cfg:3:20: expected a version by PEP 440 after \`>\`
      3 | install_requires = a%(v)s1
        |                    ^^^^^^^"
  `);
});

test("only the wanted fields are read, and what is wrong with the others does not matter", () => {
  const files = filesFromTable({ "setup.cfg": "[options]\ninstall_requires = a>>1\npython_requires = >=3.8\n" });
  const project = readSetupCfg("setup.cfg", files, undefined, ["requires-python"]);
  expect([project.requirements, project.requiresPython[0]?.text]).toEqual([[], ">=3.8"]);
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
      failure("[options]\ninstall_requires = file: ../r.txt\n", { "../r.txt": "a\n" }),
      failure("[options]\ninstall_requires = file: /etc/r.txt\n", { "/etc/r.txt": "a\n" }),
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
    setup.cfg:2:20: setuptools reads no file outside the project's folder: ../r.txt
      2 | install_requires = file: ../r.txt
        |                    ^^^^^^^^^^^^^^
    setup.cfg:2:20: setuptools reads no file outside the project's folder: /etc/r.txt
      2 | install_requires = file: /etc/r.txt
        |                    ^^^^^^^^^^^^^^^^
    r.txt:2:1: setuptools takes no options of pip here
      2 | -r other.txt
        | ^^"
  `);
});

test.each([
  ["../lib", "a.txt", "../lib/a.txt"],
  ["../lib", "docs/../a.txt", "../lib/a.txt"],
  ["../lib", "../lib/a.txt", "../lib/a.txt"],
  ["..", "lib/a.txt", "../lib/a.txt"],
  ["../..", "lib/a.txt", "../../lib/a.txt"],
  ["/srv/lib", "../lib/a.txt", "/srv/lib/a.txt"],
  ["../lib", "../a.txt", null],
  ["../lib", "../library/a.txt", null],
  ["..", "../a.txt", null],
  ["..", "../../a.txt", null],
])("in %s setuptools reads %s where that is not outside", (root, name, path) => {
  const file = `${root}/setup.cfg`;
  const there = ["../lib/a.txt", "../../lib/a.txt", "/srv/lib/a.txt", "../a.txt", "../library/a.txt"];
  const files = filesFromTable({
    ...Object.fromEntries([...there, "../../a.txt", "../../../a.txt"].map((one) => [one, "flask"])),
    [file]: `[options]\ninstall_requires = file: ${name}`,
  });
  if (path === null) expect(messageOf(() => readSetupCfg(file, files))).toContain("reads no file outside");
  else expect(readSetupCfg(file, files).files).toEqual([file, path]);
});
