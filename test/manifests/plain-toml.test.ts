import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { parsePlainToml } from "../../src/manifests/plain-toml.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { type TomlPath, TomlPositions } from "../../src/manifests/toml-positions.ts";
import { fixtures } from "../support/paths.ts";

const FILES = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:lock|toml)$/.test(file) && !/Pipfile/.test(file))
  .sort();

/** The whole reader's answer, or null where it refuses the text. */
function whole(text: string): unknown {
  try {
    return parse(text, { integersAsBigInt: "asNeeded" });
  } catch {
    return null;
  }
}

/** What is read is what the whole reader reads; most of what is not TOML is not read. */
function agree(text: string): void {
  const plain = parsePlainToml(text);
  if (plain !== null) expect(plain.data).toEqual(whole(text));
}

function pathsOf(value: unknown, path: TomlPath = []): TomlPath[] {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === "object" && value !== null && !(value instanceof Date)
      ? Object.entries(value)
      : [];
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

describe("the plain part of TOML", () => {
  test("has nearly all locks that tools write in it", () => {
    const locks = FILES.filter((file) => /(?:uv|pdm|pylock).*\.(?:lock|toml)$/.test(file.replace(/.*\//, "")));
    const read = locks.filter((file) => parsePlainToml(readFileSync(join(fixtures, file), "utf8")) !== null);
    expect(locks.length).toBeGreaterThan(15);
    expect(read.length / locks.length).toBeGreaterThan(0.9);
  });

  test.each(FILES)("is read as the whole reader reads it: %s", (file) => {
    agree(readFileSync(join(fixtures, file), "utf8"));
  });

  test("is read as the whole reader reads it, or left to it, whatever is changed in a file", () => {
    const texts = FILES.map((file) => readFileSync(join(fixtures, file), "utf8").slice(0, 3000));
    const bits = [
      "",
      '"',
      "'",
      "[",
      "]",
      "[[",
      "{",
      "}",
      ",",
      "=",
      "\n",
      ".",
      "#",
      "\\",
      "0",
      "\t",
      "\r\n",
      "é",
      "\x00",
      "_",
      "1_0",
      "true",
      '"""',
      "a.b",
      "[a.b]\n",
      "[[package]]\n",
      "__proto__ = 1\n",
      "2024-01-01",
      "1.5",
      "+1",
      "\ufeff",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(2999), fc.nat(4), fc.constantFrom(...bits)), { minLength: 1, maxLength: 3 }),
        (text, changes) => {
          let changed = text;
          for (const [at, length, bit] of changes) changed = changed.slice(0, at) + bit + changed.slice(at + length);
          agree(changed);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["a value is given twice", "a = 1\na = 2\n"],
    ["a table is begun twice", "[a]\n[a]\n"],
    ["a table is begun where a value is", "a = {}\n[a.b]\n"],
    ["an array of tables is begun where an array is", "a = []\n[[a]]\n"],
    ["a table is an array of tables too", "[a]\n[[a]]\n"],
    ["brackets do not match", "[[a]\n"],
    ["a numeral begins with 0", "a = 01\n"],
    ["a string has a line end", 'a = "b\nc"\n'],
    ["a string has a control character", 'a = "\x01"\n'],
    ["a comment has a control character", "# \x01\n"],
    ["a value is missing", "a =\n"],
    ["two pairs stand in a line", "a = 1 b = 2\n"],
  ])("is not where %s", (_, text) => {
    expect(parsePlainToml(text)).toBeNull();
    expect(whole(text)).toBeNull();
  });

  test.each([
    "a.b = 1\n",
    "a = { b = 1, }\n",
    "a = { b = 1,\n c = 2 }\n",
    'a = """b"""\n',
    "a = 1979-05-27\n",
    "a = 1.5\n",
    "a = 0x10\n",
    '"a b" = 1\n',
    "a = 1\r\n",
    'a = "\\u00e9"\n',
  ])("does not have what is written otherwise: %j", (text) => {
    expect(parsePlainToml(text)).toBeNull();
    expect(whole(text)).not.toBeNull();
  });

  test("is read at its depth, and not below it", () => {
    const nested = (depth: number) => `a = ${"[".repeat(depth)}1${"]".repeat(depth)}\n`;
    expect(parsePlainToml(nested(16))?.data).toEqual(whole(nested(16)));
    expect(parsePlainToml(nested(17))).toBeNull();
    expect(parsePlainToml(nested(100_000))).toBeNull();
  });
});

describe("the places of a plain document", () => {
  test.each(FILES.filter((file) => !/(?:large|forks)/.test(file)))("are those of the whole walk: %s", (file) => {
    const text = readFileSync(join(fixtures, file), "utf8");
    const document = new TomlDocument(text, file);
    const positions = new TomlPositions(text);
    const paths = pathsOf(document.root.value);
    for (const path of paths.filter((_, at) => at % 3 === 0))
      expect({ path, ...document.origin(path) }).toEqual({ path, file, ...positions.find(path) });
  });
});
