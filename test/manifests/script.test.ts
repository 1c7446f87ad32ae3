import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasScriptBlock, readScript } from "../../src/manifests/script.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string) => readScript(text, "x.py");
const failure = (text: string) => messageOf(() => read(text));

test("a script", () => {
  const project = read(readFileSync(`${fixtures}/script-report/report.py`, "utf8"));
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "requests <3",
      "rich >=13",
      "harbours * from url(url=https://files.example.org/harbours-1.2.0-py3-none-any.whl)",
      "tzdata * ; sys_platform == "win32"",
    ]
  `);
  expect(project.requirements.map(({ origin }) => `${origin.line}:${origin.column}`)).toEqual([
    "7:5",
    "8:5",
    "9:5",
    "10:5",
  ]);
  expect(project.requiresPython[0]).toMatchObject({ text: ">=3.11", origin: { line: 5, column: 3 } });
  expect(diagnosticsOf(project)).toEqual(["warning 14:3: [tool.uv] exclude-newer is not used"]);
});

test.each([
  ["# /// script\n# dependencies = []\n# ///", true],
  ["# /// script\r\n# dependencies = []\r\n# ///\r\n", true],
  ["x = 1\n# /// script\n#\n# ///\n", true],
  // The last `# ///` of a block ends it.
  ["# /// script\n# a = '''\n# ///\n# '''\n# ///\n", true],
  ["# /// script\n#dependencies = []\n# ///\n", false],
  ["# /// script\n# ///\n", false],
  [" # /// script\n # x = 1\n # ///\n", false],
  ["# /// script \n# x = 1\n# ///\n", false],
  ["# /// script\n# x = 1\n\n# ///\n", false],
  ["# /// other\n# x = 1\n# ///\n", false],
  ["# /// script\n# x = 1\n", false],
])("%j has a block: %s", (text, expected) => {
  expect(hasScriptBlock(text)).toBe(expected);
});

test("errors", () => {
  const block = (body: string) => `import x\n\n# /// script\n${body}# ///\n`;
  expect(
    [
      failure("print()\n"),
      failure("print()\n# /// script\n# dependencies = []\n"),
      failure(block("# dependencies = []\n") + block("# dependencies = []\n")),
      failure(block('# dependencies = ["a>>1"]\n')),
      failure(block("# dependencies = [\n")),
      failure(block("# dependencies = 3\n")),
      failure(block('# name = "x"\n')),
      failure(block('# requires-python = "3"\n')),
      failure(block("# <<<<<<< HEAD\n")),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "x.py:1: this script has no \`# /// script\` block
    x.py:2: this \`# /// script\` block has no end: \`# ///\`
    x.py:8: this is the second \`# /// script\` block: a script has one
    x.py:4:22: expected a version by PEP 440 after \`>\`
      4 | # dependencies = ["a>>1"]
        |                      ^^
    x.py:5:3: this is not TOML: invalid value
      5 | # ///
        |   ^
    x.py:4:3: dependencies should be an array
      4 | # dependencies = 3
        |   ^^^^^^^^^^^^^^^^
    x.py:4:3: name is no key of script metadata: it has dependencies, requires-python and tool
      4 | # name = "x"
        |   ^^^^^^^^^^
    x.py:4:22: expected a version specifier such as \`>=1.2\`
      4 | # requires-python = "3"
        |                      ^
    x.py:4:3: this is not TOML: illegal character in key
      4 | # <<<<<<< HEAD
        |   ^
      This is a merge conflict: resolve it first."
  `);
});
