import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readSetupPy } from "../../src/manifests/setup-py.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string, more: Record<string, string> = {}) =>
  readSetupPy("setup.py", filesFromTable({ "setup.py": text, ...more }));
const failure = (text: string) => messageOf(() => read(text));
const needs = (text: string) => requirementsOf(read(text));

test("a project whose lists are named", () => {
  const project = read(readFileSync(`${fixtures}/setup-cfg-and-py/setup.py`, "utf8"));
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "click >=7.0",
      "dataclasses >=0.8 ; python_version < "3.7"",
      "requests >=2.20",
      "pytest * (extra test)",
      "responses >=0.20 (extra test)",
      "orjson * (extra fast)",
      "uvloop * ; sys_platform != "win32" (extra fast)",
      "typing-extensions * ; python_version < "3.8"",
      "pytest * (extra all)",
      "responses >=0.20 (extra all)",
      "orjson * (extra all)",
    ]
  `);
  expect([project.name, project.requiresPython[0]?.text]).toEqual(["buoy", ">=3.6"]);
  expect(project.selectables.map(({ name }) => name)).toEqual(["test", "fast", "all"]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "note 24:17: tests_require is not in the shell: setuptools does not install it any more",
    ]
  `);
});

describe("literals", () => {
  test.each([
    ["a list", "setup(install_requires=['a', \"b>1\"])"],
    ["a tuple and a trailing comma", "setup(install_requires=('a',),)"],
    ["a set", "setup(install_requires={'a'})"],
    ["one string", 'setup(install_requires="a")'],
    ["a string of lines", 'setup(install_requires="""\na>1  # why\nb\n""")'],
    ["strings side by side and sums", "setup(install_requires=['a' '>1', 'b' + '>2'] + ['c'])"],
    ["raw and unicode strings", "setup(install_requires=[r'a', u'b'])"],
    ["a name", "needs = ['a']\nsetup(install_requires=needs)"],
    ["a name in a name", "x = ['a']\ny = x + ['b']\nimport setuptools\nsetuptools.setup(install_requires=y)"],
    ["arguments in a dict", "args = {'install_requires': ['a']}\nsetup(**args)"],
    ["within a condition", "if __name__ == '__main__':\n    setup(\n        install_requires=['a'],\n    )"],
  ])("%s", (_, text) => {
    expect(needs(text)).toMatchSnapshot();
  });
});

describe("what only running tells", () => {
  test.each([
    ["a call", "setup(install_requires=read('r.txt'))"],
    ["a name bound twice", "n = ['a']\nn = ['b']\nsetup(install_requires=n)"],
    ["a name that is changed", "n = ['a']\nn.append('b')\nsetup(install_requires=n)"],
    ["a name that is added to", "n = ['a']\nn += ['b']\nsetup(install_requires=n)"],
    ["an item that is set", "n = {}\nn['a'] = ['b']\nsetup(extras_require=n)"],
    ["a name bound in a condition", "if x:\n    n = ['a']\nsetup(install_requires=n)"],
    ["a name of a loop", "n = ['a']\nfor n in x: pass\nsetup(install_requires=n)"],
    ["a name that is itself", "n = n\nsetup(install_requires=n)"],
    ["an f-string among others", "setup(install_requires=['a', f'b{x}', 'c'])"],
    ["a comprehension", "setup(install_requires=[x for x in y])"],
    ["a choice", "setup(install_requires=['a'] if x else ['b'])"],
    ["a product", "setup(install_requires=['a'] * 2)"],
    ["arguments from elsewhere", "setup(**configuration())"],
    ["a computed name of an extra", "setup(extras_require={x: ['a'], 'b': ['c']})"],
    ["no call", "import x\nx.run()"],
  ])("%s", (_, text) => {
    const project = read(`\n${text}\n`);
    expect([...requirementsOf(project), ...diagnosticsOf(project)]).toMatchSnapshot();
  });
});

test("setup.cfg gives what the call does not", () => {
  const config =
    "[metadata]\nname = x\n[options]\npython_requires = >=3.9\ninstall_requires = from-cfg\n[options.extras_require]\nt = cfg-extra\n";
  const bare = read("from setuptools import setup\nsetup()\n", { "setup.cfg": config });
  expect([bare.name, ...requirementsOf(bare)]).toEqual(["x", "from-cfg *", "cfg-extra * (extra t)"]);
  expect(requirementsOf(read("setup(install_requires=['own'])", { "setup.cfg": config }))).toEqual([
    "own *",
    "cfg-extra * (extra t)",
  ]);
});

test("errors", () => {
  expect(
    [
      failure("setup(install_requires=['a'"),
      failure("setup(install_requires=['a)\n"),
      failure('setup(description="""a\n'),
      failure("setup(install_requires=['a'])\n<<<<<<< HEAD\n"),
      failure("setup(install_requires=['a')\n"),
      failure("setup(\n  install_requires=['a', 'b>>1'])"),
      failure("setup(python_requires='3')"),
      failure("setup(extras_require={':python_version': ['a']})"),
      failure("x = $y\n"),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "setup.py:1:24: this bracket is never closed: is the file cut off?
      1 | setup(install_requires=['a'
        |                        ^
    setup.py:1:25: this string has no end
      1 | setup(install_requires=['a)
        |                         ^
    setup.py:1:19: this string has no end
      1 | setup(description="""a
        |                   ^
    setup.py:2:1: this is not Python: a merge conflict stands in it
      2 | <<<<<<< HEAD
        | ^^^^^^^^^^^^
      This is a merge conflict: resolve it first.
    setup.py:1:28: expected \`]\` before this
      1 | setup(install_requires=['a')
        |                            ^
    setup.py:2:29: expected a version by PEP 440 after \`>\`
      2 |   install_requires=['a', 'b>>1'])
        |                             ^^
    setup.py:1:24: expected a version specifier such as \`>=1.2\`
      1 | setup(python_requires='3')
        |                        ^
    setup.py:1:39: expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in
      1 | setup(extras_require={':python_version': ['a']})
        |                                       ^
    setup.py:1:5: this is not Python: \`$\` has no meaning here
      1 | x = $y
        |     ^"
  `);
});
