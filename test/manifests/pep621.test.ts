import { describe, expect, test } from "vitest";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { messageOf } from "../support/errors.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string) => readPyproject(text, "pyproject.toml");
const failure = (text: string) => messageOf(() => read(text));

describe("[project]", () => {
  const project = read(`[project]
name = "My.Project"
requires-python = ">=3.11,<4"
dependencies = [
    "flask>=3",
    # a comment
    "uvicorn[standard] (>=0.30) ; sys_platform != 'win32'",
    "six @ https://example.org/six.zip",
]
[project.optional-dependencies]
Fast_IO = ["uvloop", 'httptools>=0.6']
all = ["my-project[fast-io]"]
`);

  test("lists the dependencies and, by extra, the optional ones", () => {
    expect(requirementsOf(project)).toEqual([
      "flask >=3",
      'uvicorn[standard] >=0.30 ; sys_platform != "win32"',
      "six * from url(url=https://example.org/six.zip)",
      "uvloop * (extra fast-io)",
      "httptools >=0.6 (extra fast-io)",
      "my-project[fast-io] * (extra all)",
    ]);
  });

  test("each requirement tells where it stands", () => {
    expect(project.requirements.map(({ origin }) => `${origin.line}:${origin.column}`)).toEqual([
      "5:5",
      "7:5",
      "8:5",
      "11:12",
      "11:22",
      "12:8",
    ]);
  });

  test("tells the name, the range of interpreters and the extras", () => {
    expect(project.name).toBe("My.Project");
    expect(project.installable).toBe(false);
    const built = '[build-system]\nrequires = ["setuptools"]\n[project]\nname = "p"\n';
    expect(read(built).installable).toBe(true);
    expect(project.requiresPython.map(({ constraint, text }) => [formatConstraint(constraint), text])).toEqual([
      [">=3.11,<4", ">=3.11,<4"],
    ]);
    expect(project.selectables).toEqual([
      { kind: "extra", name: "fast-io", byDefault: false },
      { kind: "extra", name: "all", byDefault: false },
    ]);
  });

  test("an empty requires-python says nothing", () => {
    expect(read('[project]\nrequires-python = ""').requiresPython).toEqual([]);
  });

  test("dynamic dependencies are told", () => {
    expect(diagnosticsOf(read('[project]\nname = "p"\ndynamic = ["version", "dependencies"]'))).toEqual([
      "warning 3:23: project.dynamic names dependencies, and neither [tool.setuptools.dynamic] nor a setup.py or setup.cfg has it",
      "note 1:1: the project itself is not installed in the shell: there is no [build-system]",
    ]);
  });

  test("credentials of a URL are left out, and told", () => {
    const withSecret = read('[project]\ndependencies = ["a @ git+https://user:s3cr3t@example.org/a.git@v1"]');
    expect(requirementsOf(withSecret)).toEqual(["a * from vcs(vcs=git url=https://example.org/a.git reference=v1)"]);
    expect(diagnosticsOf(withSecret)).toEqual([
      "warning 2:17: the credentials in the URL of a are left out: give them to pip by netrc or its keyring",
    ]);
    expect(JSON.stringify(withSecret)).not.toContain("s3cr3t");
  });

  test("wrong ones are shown where they stand", () => {
    expect(failure('[project]\ndependencies = [\n    "flask>=3 4",\n]')).toMatchInlineSnapshot(`
      "pyproject.toml:3:15: expected a comma between version specifiers, \`;\` before a marker, or the end
        3 |     "flask>=3 4",
          |               ^"
    `);
    expect(failure('[project]\ndependencies = "flask"')).toMatchInlineSnapshot(`
      "pyproject.toml:2:1: project.dependencies should be an array
        2 | dependencies = "flask"
          | ^^^^^^^^^^^^^^^^^^^^^^"
    `);
    expect(failure('[project]\ndependencies = ["flask", 3]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:26: project.dependencies.[2] should be a string
        2 | dependencies = ["flask", 3]
          |                          ^^"
    `);
    expect(failure('[project]\nrequires-python = "3.11"')).toMatchInlineSnapshot(`
      "pyproject.toml:2:20: expected a version specifier such as \`>=1.2\`
        2 | requires-python = "3.11"
          |                    ^^^^"
    `);
    expect(failure('[project.optional-dependencies]\nfast = ["a", "b=="]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:18: expected a version after \`==\`
        2 | fast = ["a", "b=="]
          |                  ^"
    `);
    expect(failure('project = "x"')).toMatchInlineSnapshot(`
      "pyproject.toml:1:1: project should be a table
        1 | project = "x"
          | ^^^^^^^^^^^^^"
    `);
  });
});

describe("[dependency-groups]", () => {
  test("list requirements, and include each other", () => {
    const project = read(`[dependency-groups]
test = ["pytest>=8"]
Type_Check = ["mypy", { include-group = "test" }]
dev = [{ include-group = "type.check" }, "ruff"]
`);
    expect(requirementsOf(project)).toEqual([
      "pytest >=8 (group test)",
      "mypy * (group type-check)",
      "pytest >=8 (group type-check)",
      "mypy * (group dev)",
      "pytest >=8 (group dev)",
      "ruff * (group dev)",
    ]);
  });

  test("`dev` is there by default, or what uv's setting says", () => {
    const groups = '[dependency-groups]\ndev = ["a"]\ndocs = ["b"]\n';
    const byDefault = (text: string) =>
      read(text).selectables.flatMap(({ name, byDefault }) => (byDefault ? [name] : []));
    expect(byDefault(groups)).toEqual(["dev"]);
    expect(byDefault(`${groups}[tool.uv]\ndefault-groups = ["Docs"]`)).toEqual(["docs"]);
    expect(byDefault(`${groups}[tool.uv]\ndefault-groups = "all"`)).toEqual(["dev", "docs"]);
    expect(byDefault(`${groups}[tool.uv]\ndefault-groups = []`)).toEqual([]);
  });

  test("a cycle is an error", () => {
    expect(
      failure('[dependency-groups]\na = [{ include-group = "b" }]\nb = ["x", { include-group = "a" }]'),
    ).toMatchInlineSnapshot(`
      "pyproject.toml:3:13: the group \`a\` includes itself: a > b > a
        3 | b = ["x", { include-group = "a" }]
          |             ^^^^^^^^^^^^^^^^^^^^^^"
    `);
    expect(failure('[dependency-groups]\na = [{ include-group = "a" }]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:8: the group \`a\` includes itself: a > a
        2 | a = [{ include-group = "a" }]
          |        ^^^^^^^^^^^^^^^^^^^^^^"
    `);
  });

  test("an unknown group is an error", () => {
    expect(failure('[dependency-groups]\na = [{ include-group = "b" }]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:8: there is no group \`b\`
        2 | a = [{ include-group = "b" }]
          |        ^^^^^^^^^^^^^^^^^^^^^^"
    `);
  });

  test("two names of one normalized form are an error", () => {
    expect(failure("[dependency-groups]\nmy-group = []\nMy_Group = []")).toMatchInlineSnapshot(`
      "pyproject.toml:3:1: the group \`My_Group\` is already defined as \`my-group\`
        3 | My_Group = []
          | ^^^^^^^^^^^^^"
    `);
  });

  test("anything but a requirement or an include is an error", () => {
    expect(failure('[dependency-groups]\na = [{ include = "b" }]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:6: expected a requirement or { include-group = "name" }
        2 | a = [{ include = "b" }]
          |      ^^^^^^^^^^^^^^^^^^"
    `);
    expect(failure('[dependency-groups]\na = [{ include-group = "a", x = 1 }]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:6: expected a requirement or { include-group = "name" }
        2 | a = [{ include-group = "a", x = 1 }]
          |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
    expect(failure('[dependency-groups]\na = ["ok", "x =="]')).toMatchInlineSnapshot(`
      "pyproject.toml:2:17: expected a version after \`==\`
        2 | a = ["ok", "x =="]
          |                 ^"
    `);
    expect(failure("[dependency-groups]\na = { x = 1 }")).toMatchInlineSnapshot(`
      "pyproject.toml:2:1: dependency-groups.a should be an array
        2 | a = { x = 1 }
          | ^^^^^^^^^^^^^"
    `);
  });

  test("includes that double at each step are read as long as they are few", () => {
    const doubled = (count: number) => {
      const steps = Array.from({ length: count }, (_, i) => {
        const include = `{ include-group = "g${i + 1}" }`;
        return `g${i} = [${include}, ${include}]`;
      });
      return `[dependency-groups]\n${steps.join("\n")}\ng${count} = ["x"]`;
    };
    expect(read(doubled(8)).requirements.filter(({ group }) => group === "g0")).toHaveLength(256);
    expect(failure(doubled(40))).toContain(
      "the group `g31` includes more than 1000 groups; --limit included-files=2000 takes more",
    );
  });

  test("a chain of includes is read as long as it is short, in whatever order it stands", () => {
    const chain = (count: number) =>
      Array.from({ length: count }, (_, i) => `g${i} = [{ include-group = "g${i + 1}" }]`).concat(`g${count} = ["x"]`);
    const table = (lines: readonly string[]) => `[dependency-groups]\n${lines.join("\n")}`;
    expect(read(table(chain(100))).requirements).toHaveLength(101);
    for (const lines of [chain(5000), chain(5000).reverse()])
      expect(failure(table(lines))).toContain(
        "groups include each other deeper than 100 levels; --limit include-depth=200",
      );
  });
});
