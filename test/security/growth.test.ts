// Work grows with the input and not with its square: every regular expression of src over adversarial texts of two sizes.
// Each is compared with itself, by the smallest of several measurements, so that a busy machine does not matter. Deep
// nesting is read, or refused with an error of our own.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readJson } from "../../src/manifests/json.ts";
import { readRequirementsFile } from "../../src/manifests/requirements-txt.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { readYaml } from "../../src/manifests/yaml.ts";
import { list } from "../../src/nix/expression.ts";
import { print } from "../../src/nix/print.ts";
import { parseMarker } from "../../src/pep/pep508.ts";
import { StandardError } from "../../src/pep/scanner.ts";
import { messageOf } from "../support/errors.ts";
import { root } from "../support/paths.ts";

/** The literals of a source text: what stands where a value may begin. */
function literalsOf(source: string): RegExp[] {
  const code = source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  const literal =
    /(?<=[=(,:?!&|[{;]\s*|return\s+|^\s+)\/(?![/*])((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm;
  return [...code.matchAll(literal)].flatMap(([, pattern = "", flags = ""]) => {
    try {
      return [new RegExp(pattern, flags.replace("g", ""))];
    } catch {
      return [];
    }
  });
}

const SOURCES = readdirSync(`${root}/src`, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);
const EXPRESSIONS = new Map(
  SOURCES.flatMap((file) =>
    literalsOf(readFileSync(join(root, "src", file), "utf8")).map((found) => [`${found}`, { file, found }] as const),
  ),
);

/** What is repeated; an end that does not match comes behind it. */
const UNITS = [
  "a",
  "0",
  " ",
  "\n",
  "-",
  ".",
  "_",
  "/",
  "'",
  '"',
  "\\",
  "[",
  "{",
  "(",
  "#",
  "=",
  ",",
  "a.",
  "a-",
  "0.",
  "a ",
  "\t ",
  "a,",
  "''",
  "${",
  "://",
  "a@",
  "a\n",
  "# ",
  "[a",
  "*/",
];
const [SMALL, LARGE] = [4000, 32_000];
/** Eight times the text: 8 where it is linear, 64 where it is square. Below what is measured nothing is told. */
const MOST = 24;
const MEASURABLE = 4;

function work(found: RegExp, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const begun = performance.now();
    found.lastIndex = 0;
    found.exec(text);
    best = Math.min(best, performance.now() - begun);
    if (best < MEASURABLE) break;
  }
  return best;
}

test("the regular expressions are found", () => {
  expect(EXPRESSIONS.size).toBeGreaterThan(250);
});

test("none takes time with the square of its text", () => {
  const slow: string[] = [];
  for (const [name, { file, found }] of EXPRESSIONS) {
    // They see numbers and names that this program has made or checked.
    if (/^(?:cli|report|nixpkgs)\//.test(file)) continue;
    for (const unit of UNITS) {
      const make = (length: number) => `${unit.repeat(length / unit.length)}\u0001`;
      const large = work(found, make(LARGE));
      if (large < MEASURABLE) continue;
      const small = work(found, make(SMALL));
      if (large / Math.max(small, 0.01) > MOST)
        slow.push(`${file}: ${name} on ${JSON.stringify(unit)}: ${Math.round(large)} ms`);
    }
  }
  expect(slow).toEqual([]);
});

test("a path with slashes behind its extras takes no time that doubles with each", () => {
  const path = `./a[b]${"/".repeat(5000)}x`;
  const files = filesFromTable({ "r.txt": `${path}\n` });
  expect(messageOf(() => readRequirementsFile("r.txt", files))).toContain("r.txt:1:1");
});

describe("deep nesting", () => {
  const DEEP = 100_000;
  const ends = (run: () => unknown) => {
    try {
      run();
      return "read";
    } catch (error) {
      return error instanceof InputError || error instanceof StandardError ? "refused" : String(error);
    }
  };
  test.each<[string, () => unknown]>([
    ["TOML arrays", () => new TomlDocument(`a = ${"[".repeat(DEEP)}${"]".repeat(DEEP)}`, "x")],
    ["TOML tables", () => new TomlDocument(`a = ${"{a=".repeat(DEEP)}1${"}".repeat(DEEP)}`, "x")],
    ["TOML keys", () => new TomlDocument(`${"a.".repeat(DEEP)}a = 1`, "x")],
    ["JSON", () => readJson(`${"[".repeat(DEEP)}${"]".repeat(DEEP)}`, "x")],
    ["YAML in a line", () => readYaml(`a: ${"[".repeat(DEEP)}${"]".repeat(DEEP)}`, "x")],
    ["YAML in lines", () => readYaml(Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "x")],
    ["markers", () => parseMarker(`${"(".repeat(DEEP)}os_name == 'a'${")".repeat(DEEP)}`)],
  ])("of %s", (_, run) => {
    expect(ends(run)).toMatch(/^(?:read|refused)$/);
  });
  test("of Nix, as deep as any project makes it", () => {
    let tree = list([]);
    for (let i = 0; i < 200; i++) tree = list([tree]);
    expect(print(tree, 0).replace(/\s/g, "")).toBe(`${"[".repeat(201)}${"]".repeat(201)}`);
  });
});
