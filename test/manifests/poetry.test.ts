import { describe, expect, test } from "vitest";
import { gitUrl, pythonMarker } from "../../src/manifests/poetry.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { formatMarker, type Marker } from "../../src/pep/pep508.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import { messageOf } from "../support/errors.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string) => readPyproject(text, "pyproject.toml");
const failure = (text: string) => messageOf(() => read(text));

describe("Poetry 1: [tool.poetry] alone", () => {
  const project = read(`[tool.poetry]
name = "fieldnotes"
[tool.poetry.dependencies]
python = "^3.11"
click = "^8.1"
rich = ">=13,<15"
httpx = { version = "^0.28", extras = ["http2"], optional = true }
keyring = { version = "^25", optional = true }
unused = { version = "*", optional = true }
typing-extensions = { version = "^4.12", python = "<3.13" }
colorama = { version = "*", markers = "sys_platform == 'win32'" }
pywin32 = { version = "*", platform = "win32", python = "^3.12" }
[tool.poetry.extras]
sync = ["httpx", "keyring"]
Secrets = ["keyring", "nothing"]
[tool.poetry.group.dev.dependencies]
pytest = "^8"
[tool.poetry.group.docs]
optional = true
[tool.poetry.group.docs.dependencies]
sphinx = "*"
[tool.poetry.dev-dependencies]
mypy = "*"
`);

  test("dependencies, extras and groups", () => {
    expect(requirementsOf(project)).toEqual([
      "click >=8.1,<9.0",
      "rich >=13,<15",
      "httpx[http2] >=0.28,<0.29 (extra sync)",
      "keyring >=25,<26 (extra sync)",
      "keyring >=25,<26 (extra secrets)",
      'typing-extensions >=4.12,<5.0 ; python_version < "3.13"',
      'colorama * ; sys_platform == "win32"',
      'pywin32 * ; python_version >= "3.12" and python_version < "4.0" and sys_platform == "win32"',
      "pytest >=8,<9 (group dev)",
      "sphinx * (group docs)",
      "mypy * (group dev)",
    ]);
  });

  test("optional groups and extras are not there by default", () => {
    expect(project.selectables.map(({ kind, name, byDefault }) => `${kind} ${name} ${byDefault}`)).toEqual([
      "extra sync false",
      "extra secrets false",
      "group dev true",
      "group docs false",
      "group dev true",
    ]);
  });

  test("`python` is the range of interpreters and no dependency", () => {
    expect(project.requiresPython.map(({ constraint, text }) => `${text}: ${formatConstraint(constraint)}`)).toEqual([
      "^3.11: >=3.11,<4.0",
    ]);
  });

  test("what would never be installed is told", () => {
    expect(diagnosticsOf(project)).toEqual([
      "warning 9:1: unused is optional and in no extra, so Poetry never installs it",
      "warning 13:1: the extra secrets names nothing, which is no dependency",
      "note 1:1: the project itself is not installed in the shell: there is no [build-system]",
    ]);
  });

  test("the project is installable unless package-mode is off", () => {
    const build = '[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n';
    const installable = (table: string) => read(`[tool.poetry]\nname = "p"\n${table}`).installable;
    expect(installable(build)).toBe(true);
    expect(installable("")).toBe(false);
    expect(installable(`package-mode = false\n${build}`)).toBe(false);
  });
});

describe("a dependency", () => {
  const one = (value: string) => requirementsOf(read(`[tool.poetry.dependencies]\nfoo = ${value}`));

  test.each([
    ['"*"', ["foo *"]],
    ['"1.2"', ["foo ==1.2"]],
    ['{ git = "https://example.org/foo.git" }', ["foo * from vcs(vcs=git url=https://example.org/foo.git)"]],
    [
      '{ git = "https://example.org/foo.git", tag = "v1", subdirectory = "sub" }',
      ["foo * from vcs(vcs=git url=https://example.org/foo.git reference=v1 subdirectory=sub)"],
    ],
    [
      '{ git = "git@example.org:a/foo.git", branch = "main" }',
      ["foo * from vcs(vcs=git url=ssh://git@example.org/a/foo.git reference=main)"],
    ],
    [
      '{ git = "https://example.org/foo.git", rev = "abc", branch = "x" }',
      ["foo * from vcs(vcs=git url=https://example.org/foo.git reference=abc)"],
    ],
    ['{ path = "../foo" }', ["foo * from path(path=../foo)"]],
    ['{ path = "../foo", develop = true }', ["foo * from path(path=../foo editable)"]],
    ['{ file = "dist/foo.whl" }', ["foo * from path(path=dist/foo.whl)"]],
    ['{ url = "https://example.org/foo.whl" }', ["foo * from url(url=https://example.org/foo.whl)"]],
    ['{ version = "*", source = "company" }', ["foo * from registry(index=company)"]],
    [
      '[{ version = "<2", python = "<3.12" }, { version = ">=2", python = ">=3.12" }]',
      ['foo <2 ; python_version < "3.12"', 'foo >=2 ; python_version >= "3.12"'],
    ],
  ])("%s", (value, expected) => {
    expect(one(value)).toEqual(expected);
  });

  test("with an option that is not known, or pre-releases, is told", () => {
    expect(
      diagnosticsOf(read('[tool.poetry.dependencies]\nfoo = { version = "1", allows-prereleases = true }')),
    ).toEqual(["warning 2:24: foo has an option that py2nix does not know: allows-prereleases"]);
    expect(
      diagnosticsOf(read('[tool.poetry.dependencies]\nfoo = { version = "1", allow-prereleases = true }')),
    ).toEqual(["note 2:1: foo allows pre-releases, which pip takes only when the version names one"]);
  });

  test("has no credentials", () => {
    const project = read(`[tool.poetry.dependencies]
foo = { git = "https://user:s3cr3t@example.org/foo.git" }
bar = { url = "https://s3cr3t@example.org/bar.whl" }
[[tool.poetry.source]]
name = "company"
url = "https://user:s3cr3t@example.org/simple"
`);
    expect(JSON.stringify(project)).not.toContain("s3cr3t");
    expect(diagnosticsOf(project)).toHaveLength(3);
  });

  test("wrong ones are shown where they stand", () => {
    expect(failure('[tool.poetry.dependencies]\nfoo = "^x"')).toMatchInlineSnapshot(`
      "pyproject.toml:2:8: \`x\` is not a version
        2 | foo = "^x"
          |        ^^"
    `);
    expect(failure("[tool.poetry.dependencies]\nfoo = 1")).toMatchInlineSnapshot(`
      "pyproject.toml:2:1: foo should be a version or a table
        2 | foo = 1
          | ^^^^^^^"
    `);
    expect(failure('[tool.poetry.dependencies]\nfoo = { version = ">=1,<y" }')).toMatchInlineSnapshot(`
      "pyproject.toml:2:24: \`y\` is not a version
        2 | foo = { version = ">=1,<y" }
          |                        ^^"
    `);
    expect(
      failure('[tool.poetry.dependencies]\nfoo = { version = "1", markers = "os_name = \'nt\'" }'),
    ).toMatchInlineSnapshot(`
      "pyproject.toml:2:43: expected \`==\` instead of \`=\`
        2 | foo = { version = "1", markers = "os_name = 'nt'" }
          |                                           ^"
    `);
    expect(failure('[tool.poetry.dependencies]\npython = "3.x.y"')).toMatchInlineSnapshot(`
      "pyproject.toml:2:11: \`3.x.y\` is not a version
        2 | python = "3.x.y"
          |           ^^^^^"
    `);
    expect(failure("[tool.poetry.dependencies.foo]\nversion = 1")).toMatchInlineSnapshot(`
      "pyproject.toml:2:1: tool.poetry.dependencies.foo.version should be a string
        2 | version = 1
          | ^^^^^^^^^^^"
    `);
  });
});

describe("groups", () => {
  test("can include each other", () => {
    expect(
      requirementsOf(
        read(`[tool.poetry.group.test.dependencies]
pytest = "*"
[tool.poetry.group.dev]
include-groups = ["Test"]
[tool.poetry.group.dev.dependencies]
ruff = "*"
`),
      ),
    ).toEqual(["pytest * (group test)", "ruff * (group dev)", "pytest * (group dev)"]);
  });
  test("not without end, and not what is not there", () => {
    expect(failure('[tool.poetry.group.a]\ninclude-groups = ["a"]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:20: the group a includes itself: a > a
        2 | include-groups = ["a"]
          |                    ^"
    `);
    expect(failure('[tool.poetry.group.a]\ninclude-groups = ["b"]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:20: there is no group b
        2 | include-groups = ["b"]
          |                    ^"
    `);
  });
});

describe("sources", () => {
  const kinds = (text: string) => read(text).indexes.map(({ kind, name, url }) => `${kind} ${name} ${url}`);

  test("by priority", () => {
    expect(
      kinds(`[tool.poetry]
[[tool.poetry.source]]
name = "one"
url = "https://one.example.org/simple"
priority = "primary"
[[tool.poetry.source]]
name = "two"
url = "https://two.example.org/simple"
[[tool.poetry.source]]
name = "three"
url = "https://three.example.org/simple"
priority = "supplemental"
[[tool.poetry.source]]
name = "four"
url = "https://four.example.org/simple"
priority = "explicit"
[[tool.poetry.source]]
name = "PyPI"
priority = "primary"
`),
    ).toEqual([
      "primary one https://one.example.org/simple",
      "extra two https://two.example.org/simple",
      "extra three https://three.example.org/simple",
      "extra four https://four.example.org/simple",
    ]);
  });

  test("an explicit one is told: pip cannot keep to it", () => {
    const text =
      '[tool.poetry]\n[[tool.poetry.source]]\nname = "x"\nurl = "https://x.example.org"\npriority = "explicit"';
    expect(diagnosticsOf(read(text))).toEqual([
      "note 2:1: the index x is only for the packages that name it; pip asks it for all",
    ]);
  });

  test("Poetry 1's `default` and `secondary`", () => {
    const source = (option: string) =>
      `[tool.poetry]\n[[tool.poetry.source]]\nname = "x"\nurl = "https://x.example.org"\n${option} = true`;
    expect([...kinds(source("default")), ...kinds(source("secondary"))]).toEqual([
      "primary x https://x.example.org",
      "extra x https://x.example.org",
    ]);
  });
});

describe("Poetry 2: [project] with [tool.poetry]", () => {
  test("[project] lists, [tool.poetry.dependencies] adds sources, options and markers", () => {
    const project = read(`[project]
name = "invoices"
requires-python = ">=3.11"
dependencies = ["httpx (>=0.27,<0.29)", "tax-rates", "ledger", "multi>=1"]
[project.optional-dependencies]
pdf = ["fpdf2 (>=2)"]
[tool.poetry.dependencies]
python = "^3.11"
tax-rates = { version = "^2", source = "company" }
ledger = { path = "libs/ledger", develop = true }
fpdf2 = { markers = "sys_platform == 'linux'" }
multi = [{ platform = "linux", source = "company" }, { platform = "darwin" }]
forgotten = "*"
`);
    expect(requirementsOf(project)).toEqual([
      "httpx >=0.27,<0.29",
      "tax-rates >=2,<3 from registry(index=company)",
      "ledger * from path(path=libs/ledger editable)",
      'multi >=1 from registry(index=company) ; sys_platform == "linux"',
      'multi >=1 ; sys_platform == "darwin"',
      'fpdf2 >=2 ; sys_platform == "linux" (extra pdf)',
    ]);
    expect(diagnosticsOf(project)).toEqual([
      "warning 13:1: forgotten is not listed in [project] or [dependency-groups], and [tool.poetry] only adds to what is there",
      "note 1:1: the project itself is not installed in the shell: there is no [build-system]",
    ]);
    expect(project.requiresPython.map(({ text }) => text)).toEqual([">=3.11", "^3.11"]);
  });

  test("groups of both tables", () => {
    expect(
      requirementsOf(
        read(`[project]
name = "p"
dependencies = ["a"]
[dependency-groups]
test = ["pytest"]
[tool.poetry.group.lint.dependencies]
ruff = "*"
`),
      ),
    ).toEqual(["a *", "pytest * (group test)", "ruff * (group lint)"]);
  });

  // As Poetry 2.5 locked fixtures/poetry2-both-tables.
  test("a group of both tables lists in [dependency-groups], [tool.poetry.group] adds sources and markers", () => {
    expect(
      requirementsOf(
        read(`[dependency-groups]
test = ["pytest"]
[tool.poetry.group.test.dependencies]
pytest = { source = "company" }
pytest-cov = "^6"
`),
      ),
    ).toEqual(["pytest * from registry(index=company) (group test)"]);
  });

  test("where [project] lists none, [tool.poetry.dependencies] does", () => {
    expect(
      requirementsOf(read('[project]\nname = "p"\ndynamic = ["dependencies"]\n[tool.poetry.dependencies]\na = "^1"')),
    ).toEqual(["a >=1,<2"]);
  });
});

describe("a range of interpreters as a marker", () => {
  test.each([
    ["^3.11", 'python_version >= "3.11" and python_version < "4.0"'],
    ["<3.13", 'python_version < "3.13"'],
    ["3.12.*", 'python_version == "3.12"'],
    ["!=3.12.*", 'python_version != "3.12"'],
    ["3.12.4", 'python_full_version == "3.12.4"'],
    [">3.12", 'python_full_version > "3.12"'],
    ["<=3.12", 'python_full_version <= "3.12"'],
    ["<3.9 || >=3.12", 'python_version < "3.9" or python_version >= "3.12"'],
  ])("%s", (constraint, marker) => {
    expect(formatMarker(pythonMarker(parsePoetryConstraint(constraint)) as Marker)).toBe(marker);
  });
  test("any interpreter needs none", () => {
    expect(pythonMarker(parsePoetryConstraint("*"))).toBeNull();
  });
});

test("a git address in the form of scp is ssh", () => {
  expect(["git@example.org:a/b.git", "https://example.org/a", "ssh://git@example.org:22/a"].map(gitUrl)).toEqual([
    "ssh://git@example.org/a/b.git",
    "https://example.org/a",
    "ssh://git@example.org:22/a",
  ]);
});
