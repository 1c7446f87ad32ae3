import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeName, commentText, escapeIndented, escapeString } from "../../src/nix/escape.ts";
import { requireOrSkip } from "../support/tools.ts";

/** Texts of what is special in Nix, and of anything; Nix has no NUL. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\x1b",
        "\u202e",
        "\u{e0041}",
        "$",
        "{",
        "}",
        '"',
        "'",
        "''",
        "\\",
        "${",
        "$${",
        "\n",
        "\r",
        "\t",
        "\\n",
        "''${",
        "'''",
        "''\\",
        "a",
        " ",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join("").replaceAll("\0", ""));

const SHOWN = /^\$\{builtins\.fromJSON "\\"((?:\\\\u[0-9a-f]{4})+)\\""\}/;

/** The value of a `"..."` literal's inside by the rules of the manual. Throws at an interpolation but of JSON. */
function evaluated(inside: string): string {
  let value = "";
  for (let i = 0; i < inside.length; i++) {
    const character = inside.charAt(i);
    if (character === '"') throw new Error("the literal ends");
    if (inside.startsWith("$$", i)) {
      value += "$$";
      i++;
    } else if (SHOWN.test(inside.slice(i))) {
      const [all = "", units = ""] = SHOWN.exec(inside.slice(i)) ?? [];
      value += JSON.parse(`"${units.replaceAll("\\\\", "\\")}"`);
      i += all.length - 1;
    } else if (inside.startsWith("${", i)) {
      throw new Error("an interpolation");
    } else if (character === "\\") {
      const escaped = inside.charAt(++i);
      value += { n: "\n", r: "\r", t: "\t" }[escaped] ?? escaped;
    } else {
      value += character;
    }
  }
  return value;
}

describe('inside `"..."`', () => {
  test.each([
    ['a"b', 'a\\"b'],
    ["${x}", "\\${x}"],
    ["$${x}", "$\\${x}"],
    ["$x", "$x"],
    ["a\\", "a\\\\"],
    ["\n\r\t", "\\n\\r\\t"],
    ["a\x1b[2Jé", 'a${builtins.fromJSON "\\"\\\\u001b\\""}[2Jé'],
    ["$\u202e\u{e0041}", '\\$${builtins.fromJSON "\\"\\\\u202e\\\\udb40\\\\udc41\\""}'],
  ])("%j is %s", (text, literal) => {
    expect(escapeString(text)).toBe(literal);
  });

  test("any text evaluates to itself", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(evaluated(escapeString(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test("a literal stays in its line, and hides nothing", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeString(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});

describe("inside `''...''`", () => {
  test.each([
    ["a''b", "a'''b"],
    ["${x}", "''${x}"],
    ["$${x}", "''$''${x}"],
    ["'${x}", "''\\'''${x}"],
    ["$x 'y'", "$x 'y'"],
    ['"\\n', '"\\n'],
    ["a\r\x1b", 'a\'\'\\r${builtins.fromJSON "\\"\\\\u001b\\""}'],
    ["'$\x1b", "''\\'''$${builtins.fromJSON \"\\\"\\\\u001b\\\"\"}"],
  ])("%j is %s", (text, literal) => {
    expect(escapeIndented(text)).toBe(literal);
  });
});

describe("by Nix itself", () => {
  requireOrSkip("nix-instantiate", "500 texts in either kind of literal evaluate to themselves", (nix) => {
    const texts = fc.sample(hostile, { numRuns: 500, seed: 20251009 });
    // A line of an indented string has no line end, and begins with what is no blank.
    const lines = texts.map((text) => `x${text.replace(/[\n\r]/g, "")}`);
    const folder = mkdtempSync(join(tmpdir(), "py2nix-escape-"));
    try {
      const file = join(folder, "texts.nix");
      const list = (items: string[]) => `[\n${items.join("\n")}\n]`;
      writeFileSync(
        file,
        `{ plain = ${list(texts.map((text) => `"${escapeString(text)}"`))}; indented = ${list(
          lines.map((line) => `''\n  ${escapeIndented(line)}\n''`),
        )}; }`,
      );
      const output = execFileSync(nix, ["--eval", "--strict", "--json", file], {
        encoding: "utf8",
        env: { ...process.env, NIX_STATE_DIR: folder, NIX_STORE_DIR: join(folder, "store"), HOME: folder },
        maxBuffer: 1 << 26,
      });
      const { plain, indented } = JSON.parse(output) as { plain: string[]; indented: string[] };
      expect(plain).toEqual(texts);
      expect(indented).toEqual(lines.map((line) => `${line}\n`));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("an attribute's name", () => {
  test.each([
    ["flask", "flask"],
    ["_x'y-1", "_x'y-1"],
    ["3to2", '"3to2"'],
    ["a.b", '"a.b"'],
    ["if", '"if"'],
    ["with", '"with"'],
    ["or", '"or"'],
    ["", '""'],
    ["${x}", '"\\${x}"'],
    ["a b", '"a b"'],
  ])("%j is written %s", (name, written) => {
    expect(attributeName(name)).toBe(written);
  });
});

test("a comment's text stays in its line, and hides nothing", () => {
  expect(commentText("a\nb\r\n\u202ec\u2028d")).toBe("a b c d");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(commentText(text)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
