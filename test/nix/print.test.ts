import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  apply,
  attributes,
  bind,
  type Expression,
  indented,
  list,
  operation,
  referredNames,
  select,
  text,
  verbatim,
} from "../../src/nix/expression.ts";
import { print, printFile } from "../../src/nix/print.ts";
import { root } from "../support/paths.ts";
import { requireOrSkip } from "../support/tools.ts";

const a = select("a");
const b = select("b");
const not = (operand: Expression): Expression => ({ kind: "not", operand });
const lambda = (body: Expression): Expression => ({ kind: "lambda", argument: "x", body });
const long = (name: string) => select(name.padEnd(60, "_"));

describe("on one line", () => {
  test.each<[string, Expression]>([
    ["a.b.c", select("a.b", "c")],
    ['a."b.c"."if"', select("a", "b.c", "if")],
    ["a.b or [ ]", { kind: "select", path: ["a", "b"], or: list([]) }],
    ["f a (g b)", apply(select("f"), a, apply(select("g"), b))],
    ["f (a.b or [ ])", apply(select("f"), { kind: "select", path: ["a", "b"], or: list([]) })],
    ["a && (b || a)", operation("&&", [a, operation("||", [b, a])])],
    ["!a && f b", operation("&&", [not(a), apply(select("f"), b)])],
    ["!(a || b)", not(operation("||", [a, b]))],
    ["[ (f a) ]", list([apply(select("f"), a)])],
    ["[ ]", list([])],
    ["{ }", attributes()],
    ["{ a = b; }", attributes(bind("a", b))],
    ["f (x: x)", apply(select("f"), lambda(select("x")))],
    ['"${a}/\\${b}"', text(a, "/${b}")],
    ['"${f a}"', text(apply(select("f"), a))],
  ])("%s", (printed, expression) => {
    expect(print(expression, 0)).toBe(printed);
  });
});

describe("text beside an interpolation", () => {
  test("a dollar before one does not undo it", () => {
    expect(print(text("$", a), 0)).toBe('"\\$${a}"');
    expect(print(text("$$", a), 0)).toBe('"$\\$${a}"');
    expect(print(indented("x$@a@", { a: [a] }), 0)).toContain("x''$${a}");
  });
  test("two texts do not make one", () => {
    expect(print(text("$", "{a}"), 0)).toBe('"\\${a}"');
  });
});

describe("over several lines", () => {
  test("a list of several elements, comments above theirs", () => {
    expect(
      print(
        list([
          { comment: ["why"], value: a },
          { comment: [], value: apply(select("f"), b) },
        ]),
        2,
      ),
    ).toMatchInlineSnapshot(`
      "[
          # why
          a
          (f b)
        ]"
    `);
  });
  test("a set, a blank line around what has a comment or takes lines", () => {
    expect(
      print(
        attributes(bind("a", a), bind("b", b), bind("c", list([a, b])), bind("d", a, "one", "two"), bind("e", b)),
        0,
      ),
    ).toMatchInlineSnapshot(`
      "{
        a = a;
        b = b;

        c = [
          a
          b
        ];

        # one
        # two
        d = a;

        e = b;
      }"
    `);
  });
  test("an operation that does not fit", () => {
    expect(
      print(operation("++", [list([a, b]), apply(select("lib.optionals"), a, list([b, a]))]), 0),
    ).toMatchInlineSnapshot(`
      "[
        a
        b
      ]
      ++ lib.optionals a [
        b
        a
      ]"
    `);
    expect(print(operation("||", [long("a"), long("b")]), 0)).toMatchInlineSnapshot(`
      "a___________________________________________________________
      || b___________________________________________________________"
    `);
  });
  test("a call that does not fit", () => {
    expect(print(apply(select("f"), a, lambda(list([a, b]))), 0)).toMatchInlineSnapshot(`
      "f a (x: [
        a
        b
      ])"
    `);
    expect(print(apply(select("f"), operation("++", [list([a, b]), a])), 0)).toMatchInlineSnapshot(`
      "f (
        [
          a
          b
        ]
        ++ a
      )"
    `);
    expect(print(apply(long("f"), long("a"), long("b")), 0)).toMatchInlineSnapshot(`
      "f___________________________________________________________
        a___________________________________________________________
        b___________________________________________________________"
    `);
  });
  test("a condition", () => {
    expect(print({ kind: "if", condition: a, whenTrue: list([a, b]), whenFalse: b }, 2)).toMatchInlineSnapshot(`
      "if a then
          [
            a
            b
          ]
        else
          b"
    `);
  });
  test("an indented string", () => {
    expect(print(indented("\nhead @name@\n\n  'x' ''${y}''\n", { name: [select("a.b")] }), 2)).toMatchInlineSnapshot(`
      "''
          head \${a.b}

            'x' '''''\${y}'''
        ''"
    `);
  });
});

test("a file", () => {
  expect(
    printFile({
      comment: ["Made by a test.", "", "two"],
      arguments: [{ name: "pkgs", default: apply(verbatim("import"), verbatim("<nixpkgs>"), attributes()) }],
      bindings: [{ kind: "inherit", from: "pkgs", names: ["lib"] }, bind("x", a)],
      body: apply(select("pkgs.mkShell"), attributes(bind("packages", list([a])))),
    }),
  ).toMatchInlineSnapshot(`
    "# Made by a test.
    #
    # two
    {
      pkgs ? import <nixpkgs> { },
    }:

    let
      inherit (pkgs) lib;

      x = a;
    in
    pkgs.mkShell { packages = [ a ]; }
    "
  `);
});

test("text from outside is not code, wherever it is put", () => {
  const evil = '"; x = builtins.exec; "${evil}\n# ';
  const printed = printFile({
    comment: [evil],
    arguments: [],
    bindings: [bind(evil, text(evil), evil)],
    body: list([{ comment: [evil], value: select("a", evil) }]),
  });
  expect(printed).toMatchInlineSnapshot(`
    "# "; x = builtins.exec; "\${evil} #
    {
    }:

    let
      # "; x = builtins.exec; "\${evil} #
      "\\"; x = builtins.exec; \\"\\\${evil}\\n# " = "\\"; x = builtins.exec; \\"\\\${evil}\\n# ";
    in
    [
      # "; x = builtins.exec; "\${evil} #
      a."\\"; x = builtins.exec; \\"\\\${evil}\\n# "
    ]
    "
  `);
});

test("the names that a file refers to are those of its expressions, not of its texts", () => {
  const names = referredNames({
    bindings: [bind("x", text("lib.", select("stdenv.cc"))), { kind: "inherit", from: "pkgs", names: ["lib"] }],
    body: operation("++", [
      apply(
        select("f"),
        lambda({ kind: "if", condition: not(a), whenTrue: list([b]), whenFalse: attributes(bind("y", select("z"))) }),
      ),
      { kind: "select", path: ["q", "r"], or: select("s") },
      indented("@t@", { t: [select("u.v")] }),
    ]),
  });
  expect([...names].sort()).toEqual(["a", "b", "f", "q", "s", "stdenv", "u", "z"]);
});

describe("nixfmt", () => {
  const golden = `${root}/test/golden`;
  const files = readdirSync(golden).filter((file) => file.endsWith(".nix"));
  test("there are golden files for it", () => {
    expect(files.length).toBeGreaterThan(8);
  });
  for (const file of files) {
    requireOrSkip("nixfmt", `leaves ${file} as it is`, (nixfmt) => {
      const content = readFileSync(`${golden}/${file}`, "utf8");
      expect(execFileSync(nixfmt, ["-"], { input: content, encoding: "utf8" })).toBe(content);
    });
  }
});
