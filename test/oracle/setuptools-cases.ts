// Projects that setuptools builds, each with what is peculiar in it.

import type { Tree } from "./backends.ts";
import { Choices } from "./generate.ts";

const BUILD = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';
const project = (lines: string, tool = ""): string =>
  `${BUILD}[project]\nname = "own"\nversion = "1"\n${lines}\n[tool.setuptools]\npackages = []\n${tool}`;
const dynamic = (fields: string, directives = "", more = ""): string =>
  project(`dynamic = [${fields}]\n${more}`, directives && `[tool.setuptools.dynamic]\n${directives}`);
const DEPENDENCIES = '"dependencies"';
const EXTRAS = '"optional-dependencies"';
const cfg = (options: string): string => `[metadata]\nname = own\nversion = 1\n[options]\npackages =\n${options}`;
const py = (call: string): string =>
  `from setuptools import setup\nsetup(name="own", version="1", packages=[], ${call})\n`;
const fromFile = (text: string): Tree => ({
  "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "r.txt" }'),
  "r.txt": text,
});
const fromCfg = (options: string, more: Tree = {}): Tree => ({
  "pyproject.toml": BUILD,
  "setup.cfg": cfg(options),
  ...more,
});

const HAND_PICKED: Readonly<Record<string, Tree>> = {
  "static lists": {
    "pyproject.toml": project(
      'requires-python = ">=3.9"\ndependencies = ["a>=1", "b; sys_platform == \'win32\'"]\noptional-dependencies = { "X.y" = ["c"] }',
    ),
  },
  "a file": fromFile("a>=1\nb[x]==2 ; python_version < '3.10'\n"),
  "a list of files": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = ["r.txt", "more/s.txt"] }'),
    "r.txt": "a\n",
    "more/s.txt": "b",
  },
  "a file of comments and blanks": fromFile("# one\n\n   # two\na # three\nb#four\n"),
  "a tab before a comment": fromFile("a\t# one\n"),
  "a continuation": fromFile("a>=1, \\\n  <2\nb\n"),
  "a continuation that loses a character": fromFile("abc\\\ndef\n"),
  "a continuation at the end": fromFile("a\nb \\\n"),
  "a continuation over a comment": fromFile("a \\\n# c\n>=1\n"),
  "a URL": fromFile(
    "a @ https://example.org/a-1.zip\nb @ https://example.org/b.zip#sha256=00 ; python_version > '3'\n",
  ),
  "a fragment behind a space": fromFile("a @ https://example.org/a-1.zip #egg=a\n"),
  "-r in a file": fromFile("-r other.txt\na\n"),
  "-e in a file": fromFile("a\n-e .\n"),
  "an index in a file": fromFile("--index-url https://example.org/simple\na\n"),
  "a hash in a file": fromFile("a==1 --hash=sha256:00\n"),
  "a path in a file": fromFile("./libs/a\n"),
  "a bare URL in a file": fromFile("https://example.org/a.zip\n"),
  CRLF: fromFile("a>=1\r\nb\r\n"),
  "form feeds": fromFile("a\fb\n"),
  "an empty file": fromFile(""),
  "a file of one comment": fromFile("# nothing"),
  "a semicolon without a line end": fromFile("a; python_version < '3'"),
  "a missing file": { "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "no.txt" }') },
  "a missing file among others": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = ["no.txt", "r.txt"] }'),
    "r.txt": "a\n",
  },
  "a folder": { "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "r" }'), "r/a.txt": "a\n" },
  "a glob": { "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "*.txt" }'), "r.txt": "a\n" },
  "a file outside": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "../outside.txt" }'),
    "../outside.txt": "a\n",
  },
  "a missing file outside": { "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "../no.txt" }') },
  "a file by a detour": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "./x/../r.txt" }'),
    "r.txt": "a\n",
    "x/y": "",
  },
  "spaces around a name": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = " r.txt" }'),
    "r.txt": "a\n",
  },
  "attr for dependencies": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { attr = "x.y" }'),
    "x.py": "y = ['a']",
  },
  "a list for dependencies": { "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = ["a"]') },
  "a directive that dynamic does not name": {
    "pyproject.toml": project("", '[tool.setuptools.dynamic]\ndependencies = { file = "r.txt" }\n'),
    "r.txt": "a\n",
  },
  "static and dynamic": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "r.txt" }', 'dependencies = ["b"]'),
    "r.txt": "a\n",
  },
  "a dynamic name": { "pyproject.toml": `${BUILD}[project]\nversion = "1"\ndynamic = ["name"]\n` },
  "extras from files": {
    "pyproject.toml": dynamic(
      EXTRAS,
      'optional-dependencies.test = { file = ["t.txt", "u.txt"] }\noptional-dependencies.Doc_s = { file = "d.txt" }',
    ),
    "t.txt": "a ; python_version < '3.9'\n",
    "u.txt": "b\n",
    "d.txt": "",
  },
  "an extra with a missing file": {
    "pyproject.toml": dynamic(EXTRAS, 'optional-dependencies.test = { file = "no.txt" }'),
  },
  "dependencies and extras": {
    "pyproject.toml": dynamic(
      `${DEPENDENCIES}, ${EXTRAS}`,
      'dependencies = { file = "r.txt" }\noptional-dependencies.test = { file = "r.txt" }',
    ),
    "r.txt": "a\n",
  },
  "static extras, dynamic dependencies": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "r.txt" }', 'optional-dependencies.test = ["b"]'),
    "r.txt": "a\n",
  },
  "dynamic, from setup.cfg": {
    "pyproject.toml": dynamic(DEPENDENCIES),
    "setup.cfg": cfg("install_requires =\n  a\n  b>=1\n"),
  },
  "dynamic, from setup.py": {
    "pyproject.toml": dynamic(DEPENDENCIES),
    "setup.py": py('install_requires=["a", "b>=1"]'),
  },
  "dynamic, from setup.py and setup.cfg": {
    "pyproject.toml": dynamic(`${DEPENDENCIES}, ${EXTRAS}`),
    "setup.py": py('install_requires=["a"]'),
    "setup.cfg": cfg("install_requires = b\n[options.extras_require]\ntest = c\n"),
  },
  "dynamic, from nowhere": { "pyproject.toml": dynamic(`${DEPENDENCIES}, ${EXTRAS}`) },
  "dynamic, and only the extras are elsewhere": {
    "pyproject.toml": dynamic(EXTRAS),
    "setup.cfg": cfg("install_requires = a\n[options.extras_require]\ntest = b\n"),
  },
  "an empty file beside setup.cfg": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "r.txt" }'),
    "r.txt": "",
    "setup.cfg": cfg("install_requires = a\n"),
  },
  "a missing file beside setup.cfg": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "no.txt" }'),
    "setup.cfg": cfg("install_requires = a\n"),
  },
  "a file of comments beside setup.cfg": {
    "pyproject.toml": dynamic(DEPENDENCIES, 'dependencies = { file = "r.txt" }'),
    "r.txt": "# none\n",
    "setup.cfg": cfg("install_requires = a\n"),
  },
  "extras from files beside setup.cfg": {
    "pyproject.toml": dynamic(EXTRAS, 'optional-dependencies.test = { file = "r.txt" }'),
    "r.txt": "a\n",
    "setup.cfg": cfg("[options.extras_require]\ndocs = b\n"),
  },
  "dynamic requires-python": {
    "pyproject.toml": dynamic('"requires-python"'),
    "setup.cfg": cfg("python_requires = >=3.9\n"),
  },
  "dynamic requires-python from setup.py": {
    "pyproject.toml": dynamic('"requires-python"'),
    "setup.py": py('python_requires=">=3.8,<4"'),
  },
  "python_requires that [project] does not mention": {
    "pyproject.toml": project(""),
    "setup.cfg": cfg("python_requires = >=3.8\n"),
  },
  "setup.cfg that [project] does not mention": {
    "pyproject.toml": project(""),
    "setup.cfg": cfg("install_requires = a\n[options.extras_require]\ntest = b\n"),
  },
  "setup.py that [project] does not mention": {
    "pyproject.toml": project('dependencies = ["z"]'),
    "setup.py": py('install_requires=["a"], extras_require={"test": ["b"]}'),
  },
  "no [project], setup.cfg": fromCfg(
    "install_requires =\n  a\npython_requires = >=3.8\n[options.extras_require]\ntest = b; c\n",
  ),
  "no [project], setup.py": {
    "pyproject.toml": BUILD,
    "setup.py": py('install_requires=["a"], extras_require={"t": "b"}'),
  },
  "no [project], both": {
    "pyproject.toml": "[tool.black]\nline-length = 100\n",
    "setup.py": "from setuptools import setup\nsetup()\n",
    "setup.cfg": cfg("install_requires =\n  a\n"),
  },
  "no [project], an empty pyproject.toml": { "pyproject.toml": "", "setup.cfg": cfg("install_requires = a\n") },
  "no [project], directives": {
    "pyproject.toml": `${BUILD}[tool.setuptools]\npackages = []\n[tool.setuptools.dynamic]\ndependencies = { file = "r.txt" }\n`,
    "setup.cfg": cfg("install_requires = a\n"),
    "r.txt": "b\n",
  },
  "setup.cfg: one line": fromCfg("install_requires = a>=1; b ; c[x]\n"),
  "setup.cfg: a marker in one line": fromCfg("install_requires = a; python_version < '3.9'\n"),
  "setup.cfg: a marker in lines": fromCfg("install_requires =\n  a; python_version < '3.9'\n  b\n"),
  "setup.cfg: one line below": fromCfg("install_requires =\n  a; python_version < '3.9'\n"),
  "setup.cfg: comments": fromCfg("install_requires =\n  # one\n  a  # two\n  ; three\n  b\n"),
  "setup.cfg: a continuation": fromCfg("install_requires =\n  a>=1, \\\n  <2\n"),
  "setup.cfg: an empty value": fromCfg("install_requires =\npython_requires =\n"),
  "setup.cfg: a file": fromCfg("install_requires = file: r.txt\n", { "r.txt": "a\n# c\nb # d\n" }),
  "setup.cfg: files": fromCfg("install_requires = file: r.txt, s.txt\n", {
    "r.txt": "a\n",
    "s.txt": "b; sys_platform == 'linux'\n",
  }),
  "setup.cfg: files in lines": fromCfg("install_requires = file: r.txt,\n  s.txt\n", {
    "r.txt": "a\n",
    "s.txt": "b\n",
  }),
  "setup.cfg: files in lines without commas": fromCfg("install_requires = file: r.txt\n  s.txt\n", {
    "r.txt": "a\n",
    "s.txt": "b\n",
  }),
  "setup.cfg: a file of one line": fromCfg("install_requires = file: r.txt\n", { "r.txt": "a; b" }),
  "setup.cfg: a missing file": fromCfg("install_requires = file: r.txt\n"),
  "setup.cfg: a file outside": fromCfg("install_requires = file: ../outside.txt\n", { "../outside.txt": "a\n" }),
  "setup.cfg: a file with -r": fromCfg("install_requires = file: r.txt\n", { "r.txt": "-r s.txt\n" }),
  "setup.cfg: another option": fromCfg("[options.extras_require]\ntest =\n  a\n  b\nall =\n  %(test)s\n  c\n"),
  "setup.cfg: another option in a line": fromCfg("[options.extras_require]\ntest = a; b\nall = %(test)s; c\n"),
  "setup.cfg: another option of lines in a line": fromCfg(
    "[options.extras_require]\ntest =\n  a\n  b\nall = %(test)s\n",
  ),
  "setup.cfg: a version in another option": fromCfg("v = 1.2\ninstall_requires =\n  a==%(v)s\n"),
  "setup.cfg: an option that is not there": fromCfg("[options.extras_require]\nall = %(test)s\n"),
  "setup.cfg: a lone percent sign": fromCfg("install_requires = a @ https://example.org/%20a.zip\n"),
  "setup.cfg: a doubled percent sign": fromCfg("install_requires = a @ https://example.org/%%20a.zip\n"),
  "setup.cfg: options without end": fromCfg("[options.extras_require]\na = %(b)s\nb = %(a)s\n"),
  "setup.cfg: [DEFAULT]": {
    "pyproject.toml": BUILD,
    "setup.cfg": `[DEFAULT]\nv = 2\n${cfg("install_requires = a==%(v)s\n")}`,
  },
  "setup.cfg: [DEFAULT] and extras": {
    "pyproject.toml": BUILD,
    "setup.cfg": `[DEFAULT]\nv = 2\n${cfg("[options.extras_require]\ntest = a\n")}`,
  },
  "setup.cfg: an extra of dashes and dots": fromCfg("[options.extras_require]\nDoc_s.All =\n  a\n"),
  "setup.cfg: an empty extra": fromCfg("[options.extras_require]\ntest =\n"),
  "setup.cfg: dashes in options": fromCfg("install-requires = a\n"),
  "setup.cfg: upper case": {
    "pyproject.toml": BUILD,
    "setup.cfg": "[metadata]\nName = own\nVersion = 1\n[options]\npackages =\ninstall_requires = a\n",
  },
  "setup.cfg: a wrong requirement": fromCfg("install_requires = a>>1\n"),
  "setup.cfg: a wrong range": fromCfg("python_requires = 3.8\n"),
  "setup.cfg: the same option twice": fromCfg("install_requires = a\ninstall_requires = b\n"),
  "setup.py: a string of lines": {
    "pyproject.toml": BUILD,
    "setup.py": py('install_requires="""\n a>=1\n # c\n b # d\n"""'),
  },
  "setup.py: markers in extras": {
    "pyproject.toml": BUILD,
    "setup.py": py('extras_require={"test:python_version < \\"3.9\\"": ["a"], ":sys_platform == \\"win32\\"": ["b"]}'),
  },
  "requirements of every kind": fromFile("A.b_C >= 1.0 , != 1.5\nd[e,F] ~=2.0\ng===1.0\nh (>=1)\n"),
};

/** Projects whose lists, files and places are chosen at random. */
function generated(count: number): Record<string, Tree> {
  const choices = new Choices(621);
  const requirement = () =>
    choices.pick([
      "a",
      "b>=1",
      "c[x] ~= 2.0",
      "D_e!=1.5,<3",
      "f ; python_version < '3.10'",
      "g; sys_platform == 'linux'",
    ]);
  const line = () =>
    choices.chance(0.75)
      ? `${requirement()}${choices.maybe(0.2, () => choices.pick([" # why", "  # a # b", " \\", "#c"]))}`
      : choices.pick(["", "# none", "   ", "-r x.txt", "  h", "i \\", "a>>1"]);
  const file = () =>
    choices.list(0, 4, line).join(choices.chance(0.9) ? "\n" : "\r\n") + choices.maybe(0.7, () => "\n");
  const value = () =>
    choices.pick([
      () => ` ${choices.list(1, 3, () => choices.pick(["a", "b>=1", "c[x] ~= 2.0"])).join("; ")}\n`,
      () => `\n${choices.list(0, 3, () => `  ${line()}\n`).join("")}`,
      () => ` file: ${choices.list(1, 2, () => choices.pick(["r.txt", "s.txt", "no.txt"])).join(", ")}\n`,
    ])();
  const names = () => choices.list(1, 2, () => JSON.stringify(choices.pick(["r.txt", "s.txt", "no.txt"])));
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const fields = [DEPENDENCIES, EXTRAS, '"requires-python"'].filter(() => choices.chance(0.6));
      const directives = [
        choices.maybe(0.5, () => `dependencies = { file = [${names().join(", ")}] }\n`),
        choices.maybe(0.5, () => `optional-dependencies.t = { file = [${names().join(", ")}] }\n`),
      ].join("");
      const isDynamic = fields.includes('"requires-python"');
      const range = isDynamic ? "python_requires = >=3.8\n" : "";
      const tree: Tree = {
        "pyproject.toml": choices.chance(0.8) ? dynamic(fields.join(", "), directives) : BUILD,
        "setup.cfg": cfg(
          `${range}${choices.maybe(0.7, () => `install_requires =${value()}`)}${choices.maybe(0.6, () => `[options.extras_require]\nu =${value()}`)}`,
        ),
        "r.txt": file(),
        "s.txt": file(),
      };
      return [`generated ${i + 1}`, tree];
    }),
  );
}

export const SETUPTOOLS_CASES: Readonly<Record<string, Tree>> = { ...HAND_PICKED, ...generated(200) };
