import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { StandardError } from "../../src/pep/scanner.ts";
import {
  PACKAGE_PATTERN,
  PROGRAM_PATTERN,
  parseAttributePath,
  parsePackageAttribute,
} from "../../src/settings/attribute-path.ts";
import { requireOrSkip } from "../support/tools.ts";

const PATHS: readonly [string, readonly string[]][] = [
  ["git", ["git"]],
  ["pkgs.git", ["git"]],
  ["xorg.libX11", ["xorg", "libX11"]],
  ["pkgs.xorg.libX11", ["xorg", "libX11"]],
  ['"2to3"', ["2to3"]],
  ['nodePackages."@scope/name"', ["nodePackages", "@scope/name"]],
  ['a."b.c"', ["a", "b.c"]],
  ['a."b c #"', ["a", "b c #"]],
  ["a'b", ["a'b"]],
  ["gtk-3", ["gtk-3"]],
  ["_a", ["_a"]],
  ["a.or", ["a", "or"]],
  ["inner", ["inner"]],
  ["in-there", ["in-there"]],
  ["let'", ["let'"]],
  ['"in"', ["in"]],
  ["builtins", ["builtins"]],
  ["a.__proto__", ["a", "__proto__"]],
  ["pkgs.pkgs.hello", ["pkgs", "hello"]],
];

const WRONG: readonly [string, string, [number, number]][] = [
  ["", "expected a name of a Nix attribute path, such as `xorg.libX11`", [0, 0]],
  [" git", "expected a name of a Nix attribute path, such as `xorg.libX11`", [0, 0]],
  ["a.", "expected a name of a Nix attribute path, such as `xorg.libX11`", [2, 2]],
  ["a..b", "expected a name of a Nix attribute path, such as `xorg.libX11`", [2, 4]],
  [".a", "expected a name of a Nix attribute path, such as `xorg.libX11`", [0, 2]],
  ["git ", "expected a dot or the end of the attribute path", [3, 4]],
  ["a b", "expected a dot or the end of the attribute path", [1, 3]],
  ["git; rm", "expected a dot or the end of the attribute path", [3, 7]],
  ["a.b or c", "expected a dot or the end of the attribute path", [3, 8]],
  ["git\n", "expected a dot or the end of the attribute path", [3, 4]],
  ["a/b", "expected a dot or the end of the attribute path", [1, 3]],
  ["2to3", '`2to3` is no identifier of Nix: write it in quotes, `"2to3"`', [0, 4]],
  ["a.in", '`in` is no identifier of Nix: write it in quotes, `"in"`', [2, 4]],
  ["with", '`with` is no identifier of Nix: write it in quotes, `"with"`', [0, 4]],
  ["ä", '`ä` is no identifier of Nix: write it in quotes, `"ä"`', [0, 1]],
  ["a.${b}", "this is no attribute path", [2, 6]],
  ["(git)", "this is no attribute path", [0, 5]],
  ['a."b', "a quoted name has no escapes, no `$` and no control characters, and is not empty", [2, 4]],
  ['a.""', "a quoted name has no escapes, no `$` and no control characters, and is not empty", [2, 4]],
  ['a."${b}"', "a quoted name has no escapes, no `$` and no control characters, and is not empty", [2, 8]],
  ['a."\\n"', "a quoted name has no escapes, no `$` and no control characters, and is not empty", [2, 6]],
  ['a."b\n"', "a quoted name has no escapes, no `$` and no control characters, and is not empty", [2, 6]],
  ["a.''b''", "this is no attribute path", [2, 7]],
  ["pkgs", "`pkgs` is all of nixpkgs: name an attribute of it", [0, 4]],
  ['"pkgs"', "`pkgs` is all of nixpkgs: name an attribute of it", [0, 6]],
];

function errorOf(run: () => unknown): StandardError {
  try {
    run();
  } catch (error) {
    if (error instanceof StandardError) return error;
    throw error;
  }
  throw new Error("expected a StandardError");
}

describe("an attribute path", () => {
  test.each(PATHS)("%s", (text, path) => {
    expect(parseAttributePath(text)).toEqual(path);
    expect(text).toMatch(PROGRAM_PATTERN);
  });

  test.each(WRONG)("is not %j", (text, message, [start, end]) => {
    const error = errorOf(() => parseAttributePath(text));
    expect([error.message, error.span]).toEqual([message, { start, end }]);
    expect(text).not.toMatch(PROGRAM_PATTERN);
  });

  test("is read in time linear in its length", () => {
    expect(parseAttributePath(`${"a.".repeat(100_000)}a`)).toHaveLength(100_001);
    expect(() => parseAttributePath(`${'"a".'.repeat(100_000)}"`)).toThrow(StandardError);
  });

  requireOrSkip("nix-instantiate", "has the meaning for Nix that is read", (nix) => {
    const literal = (path: readonly string[]) => `[ ${path.map((name) => JSON.stringify(name)).join(" ")} ]`;
    const cases = PATHS.map(([text, path]) => {
      const full = text.startsWith("pkgs.") ? ["pkgs", ...path] : path;
      // The set has this one path, so the attribute is found only when Nix reads the same names.
      return `(builtins.foldl' (value: name: { \${name} = value; }) true ${literal([...full].reverse())}).${text}`;
    });
    const output = execFileSync(nix, ["--eval", "--strict", "--json", "-E", `[ ${cases.join(" ")} ]`], {
      encoding: "utf8",
      env: { ...process.env, NIX_CONFIG: "" },
    });
    expect(JSON.parse(output)).toEqual(PATHS.map(() => true));
  });
});

describe("what stands for a project", () => {
  test.each([
    ["opencv4", { kind: "python", path: ["opencv4"] }],
    ["google.cloud", { kind: "python", path: ["google", "cloud"] }],
    ["pkgs.poetry", { kind: "program", path: ["poetry"] }],
    ["pkgs.python311Packages.black", { kind: "program", path: ["python311Packages", "black"] }],
    ["python-lsp-server", { kind: "python", path: ["python-lsp-server"] }],
    ["pythonPackages_x", { kind: "python", path: ["pythonPackages_x"] }],
  ])("%s", (text, expected) => {
    expect(parsePackageAttribute(text)).toEqual(expected);
    expect(text).toMatch(PACKAGE_PATTERN);
  });

  test.each([
    ["python3Packages.numpy", "name the attribute alone: it is looked up in the set of the shell's interpreter", 16],
    ["python312Packages", "name the attribute alone: it is looked up in the set of the shell's interpreter", 17],
    ["pkgs", "`pkgs` is all of nixpkgs: name an attribute of it", 4],
  ])("is not %s", (text, message, end) => {
    const error = errorOf(() => parsePackageAttribute(text));
    expect([error.message, error.span]).toEqual([message, { start: 0, end }]);
    expect(text).not.toMatch(PACKAGE_PATTERN);
  });

  test.each(WRONG)("is not %j", (text) => {
    expect(() => parsePackageAttribute(text)).toThrow(StandardError);
    expect(text).not.toMatch(PACKAGE_PATTERN);
  });
});
