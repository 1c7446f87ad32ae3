import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { type TomlPath, TomlPositions } from "../../src/manifests/toml-positions.ts";

const TEXT = `# top
title = "x" # = [ ]
"quoted.key" . sub = 'a # b'

[project]   # a table
deps = [ "one", # [ "no" ]
  "two", """three
[not.a.table]
""", 'four''' ',
]
inline = { a = 1, b = [ { c = 2 }, { c = 3 } ] }
date = 2024-01-01 00:00:00

[[package]]
name = "first"
[package.source]
url = "u1"
[[package]]
name = "second"
[package.source]
url = "u2"
[[package.file]]
hash = "h1"
[[package.file]]
hash = "h2"
[a."b.c".'d']
"\\u00e9" = 1
`.replace("'four''' '", "'four'");

const positions = new TomlPositions(TEXT);
const at = (...path: TomlPath) => {
  const { line, column } = positions.find(path);
  return `${line}:${column}`;
};

describe("the place of", () => {
  test.each<[string, TomlPath, string]>([
    ["a key", ["title"], "2:1"],
    ["a dotted, quoted key", ["quoted.key", "sub"], "3:1"],
    ["a table", ["project"], "5:1"],
    ["an array", ["project", "deps"], "6:1"],
    ["its first element", ["project", "deps", 0], "6:10"],
    ["its second element, in the next line", ["project", "deps", 1], "7:3"],
    ["a long string", ["project", "deps", 2], "7:10"],
    ["what follows a long string", ["project", "deps", 3], "9:6"],
    ["an inline table", ["project", "inline"], "11:1"],
    ["a key in it", ["project", "inline", "a"], "11:12"],
    ["a key in a table in an array in it", ["project", "inline", "b", 1, "c"], "11:38"],
    ["a value with blanks", ["project", "date"], "12:1"],
    ["the first table of an array", ["package", 0], "14:1"],
    ["a key in it", ["package", 0, "name"], "15:1"],
    ["a table below it", ["package", 0, "source"], "16:1"],
    ["the second table of an array", ["package", 1], "18:1"],
    ["a key below it", ["package", 1, "source", "url"], "21:1"],
    ["an array of tables below it", ["package", 1, "file", 1, "hash"], "25:1"],
    ["a table by quoted keys", ["a", "b.c", "d"], "26:1"],
    ["a key with an escape", ["a", "b.c", "d", "é"], "27:1"],
  ])("%s", (_, path, place) => {
    expect(at(...path)).toBe(place);
  });

  test("what is not written is its nearest ancestor's, or the first line", () => {
    expect(at("package", 1, "source", "missing", "deep")).toBe("20:1");
    expect(at("nowhere")).toBe("1:1");
  });
});

test("lines may end in CR LF", () => {
  expect(new TomlPositions('a = 1\r\n[b]\r\nc = [\r\n "x",\r\n "y"]\r\n').find(["b", "c", 1])).toEqual({
    line: 5,
    column: 2,
  });
});

test("a long string may end in quotes of its own", () => {
  expect(new TomlPositions('a = """x"""""\nb = 1').find(["b"])).toEqual({ line: 2, column: 1 });
});

test("every string of any document is found where it is written", () => {
  const key = fc.stringMatching(/^[a-z]{1,3}$/);
  const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.stringMatching(/^[ #=a-z[\]{},.]{0,8}$/).map((text) => JSON.stringify(text)),
      fc.array(tie("value"), { maxLength: 3 }).map((items) => `[ ${items.join(" , ")} ]`),
      fc
        .uniqueArray(fc.tuple(key, tie("value")), { maxLength: 3, selector: ([name]) => name })
        .map((pairs) => `{ ${pairs.map(([name, text]) => `${name} = ${text}`).join(", ")} }`),
    ),
  })).value;
  const pairs = (minLength: number) =>
    fc
      .uniqueArray(fc.tuple(key, value), { minLength, maxLength: 4, selector: ([name]) => name })
      .map((entries) => entries.map(([name, text]) => `${name} = ${text}\n`).join(""));
  const text = fc
    .tuple(pairs(1), fc.array(fc.tuple(fc.boolean(), pairs(0)), { maxLength: 4 }))
    .map(
      ([top, tables]) =>
        top + tables.map(([array, body], i) => `${array ? "[[zzzz]]" : `[t${i}xyz]`}\n${body}`).join(""),
    );

  fc.assert(
    fc.property(text, (source) => {
      const { root } = new TomlDocument(source, "x.toml");
      const lines = source.split("\n");
      const visit = (node: typeof root): void => {
        if (node.isTable) for (const [, child] of node.entries()) visit(child);
        else if (node.isArray) for (const child of node.items()) visit(child);
        else {
          const { line, column = 0 } = node.origin;
          const rest = lines[line - 1]?.slice(column - 1) ?? "";
          const name = node.path.at(-1);
          const written = JSON.stringify(node.value);
          expect(rest.startsWith(typeof name === "number" ? written : `${name} = ${written}`)).toBe(true);
        }
      };
      visit(root);
    }),
  );
});
