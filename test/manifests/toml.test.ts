import { describe, expect, test } from "vitest";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { parseMarker } from "../../src/pep/pep508.ts";
import { messageOf } from "../support/errors.ts";

const document = (text: string) => new TomlDocument(text, "x.toml");
const failure = (text: string) => messageOf(() => document(text));

describe("a document that is not TOML", () => {
  test("is shown where it goes wrong", () => {
    expect(failure("a = 1\nb = \n")).toMatchInlineSnapshot(`
      "x.toml:2:5: this is not TOML: invalid value
        2 | b = 
          |     ^"
    `);
    expect(failure("a = 1\na = 2\n")).toMatchInlineSnapshot(`
      "x.toml:2:1: this is not TOML: trying to redefine an already defined table or value
        2 | a = 2
          | ^"
    `);
    expect(failure('a = "x\n')).toMatchInlineSnapshot(`
      "x.toml:1:7: this is not TOML: control characters are not allowed in strings
        1 | a = "x
          |       ^"
    `);
    expect(failure("a = [1,\r\nb\r\n")).toMatchInlineSnapshot(`
      "x.toml:2:1: this is not TOML: invalid value
        2 | b
          | ^"
    `);
    expect(failure("just text")).toMatchInlineSnapshot(`
      "x.toml:1:6: this is not TOML: illegal character in key
        1 | just text
          |      ^"
    `);
  });

  test.each(["<<<<<<< HEAD", "=======", ">>>>>>> branch"])("a merge conflict is told by its line %s", (line) => {
    expect(failure(`[a]\nb = 1\n${line}\nb = 2\n`)).toContain("This is a merge conflict: resolve it first.");
  });

  test("seven signs in a value are no conflict", () => {
    expect(failure('a = "<<<<<<<"\nb =')).not.toContain("merge conflict");
  });
});

describe("a value of another type than is wanted", () => {
  const { root } = document('[a]\ns = "x"\nn = 1\nd = 2024-01-01\nl = ["x", 2]\n["b c"]\nt = {}\n');
  test("is named with its place", () => {
    expect(messageOf(() => root.at("a", "n")?.string())).toMatchInlineSnapshot(`
      "x.toml:3:1: a.n should be a string
        3 | n = 1
          | ^^^^^"
    `);
    expect(messageOf(() => root.at("a", "s")?.items())).toMatchInlineSnapshot(`
      "x.toml:2:1: a.s should be an array
        2 | s = "x"
          | ^^^^^^^"
    `);
    expect(messageOf(() => root.at("a", "l")?.strings())).toMatchInlineSnapshot(`
      "x.toml:5:11: a.l.[2] should be a string
        5 | l = ["x", 2]
          |           ^^"
    `);
    expect(messageOf(() => root.at("a", "d")?.table())).toMatchInlineSnapshot(`
      "x.toml:4:1: a.d should be a table
        4 | d = 2024-01-01
          | ^^^^^^^^^^^^^^"
    `);
    expect(messageOf(() => root.at("b c", "t")?.boolean())).toMatchInlineSnapshot(`
      "x.toml:7:1: "b c".t should be true or false
        7 | t = {}
          | ^^^^^^"
    `);
    expect(messageOf(() => root.string())).toMatchInlineSnapshot(`
      "x.toml:1:1: the document should be a string
        1 | [a]
          | ^^^"
    `);
  });
});

test("what is not there is null, and so is what JavaScript's objects bring", () => {
  const { root } = document("[a]\nb = 1");
  expect([root.at("a", "c"), root.at("x", "y"), root.get("toString"), root.get("__proto__")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

describe("an error of a standard", () => {
  const failureOf = (text: string) => messageOf(() => document(text).root.get("m")?.parse(parseMarker));

  test("is underlined in the string where that stands in one line", () => {
    expect(failureOf("m = \"os_name = 'nt'\"")).toMatchInlineSnapshot(`
      "x.toml:1:14: expected \`==\` instead of \`=\`
        1 | m = "os_name = 'nt'"
          |              ^"
    `);
  });
  test("is shown at the key where the string is written otherwise", () => {
    expect(failureOf("m = \"os_name \\u003d 'nt'\"")).toMatchInlineSnapshot(`
      "x.toml:1:1: expected \`==\` instead of \`=\`
        1 | m = "os_name \\u003d 'nt'"
          | ^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
    expect(failureOf('m = """\nos_name\n= \'nt\'"""')).toMatchInlineSnapshot(`
      "x.toml:1:1: expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in
        1 | m = """
          | ^^^^^^^"
    `);
  });
});
