// The same input gives the same file, byte for byte, in whatever order it is written.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert } from "../src/cli/convert.ts";
import { DEFAULT_SELECTION } from "../src/resolver/selection.ts";
import { convertTexts, DEFAULTS, embedded, filesIn, nixOf, withoutHeader } from "./support/conversion.ts";
import { fixtures } from "./support/paths.ts";

const LINES = [
  "Flask>=3,<4",
  "flask!=3.0.1",
  "hashids==1.3.1",
  "Hashids",
  "flask[async]",
  "flask[dotenv]",
  "humanize; sys_platform == 'darwin'",
  "humanize<4.10; sys_platform != 'darwin'",
  "humanize==4.9.0; platform_machine == 'x86_64'",
  "ruff",
  "pre-commit",
  "git+https://example.org/a.git#egg=a",
  "b @ https://example.org/b.zip",
  "gmsh",
  "selectolax --hash=sha256:aa",
];
const permuted = fc.shuffledSubarray(LINES, { minLength: LINES.length, maxLength: LINES.length });

test("twice the same input gives twice the same file", () => {
  expect(nixOf(LINES.join("\n"))).toBe(nixOf(LINES.join("\n")));
});

describe("the order does not matter", () => {
  test("of requirements", () => {
    const expected = nixOf(LINES.join("\n"));
    fc.assert(
      fc.property(permuted, (lines) => {
        expect(nixOf(lines.join("\n"))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });

  test("of any subset of requirements", () => {
    fc.assert(
      fc.property(fc.subarray(LINES, { minLength: 1 }), fc.infiniteStream(fc.nat()), (lines, order) => {
        const mixed = lines
          .map((line) => [order.next().value as number, line] as const)
          .sort(([a], [b]) => a - b)
          .map(([, line]) => line);
        expect(nixOf(mixed.join("\n"))).toBe(nixOf(lines.join("\n")));
      }),
      { numRuns: 100 },
    );
  });

  test("of constraints", () => {
    const convertWith = (constraints: string[]) =>
      withoutHeader(
        convertTexts({ "requirements.txt": "flask\nhashids\nhumanize\n-c c.txt", "c.txt": constraints.join("\n") })
          .text,
      );
    const constraints = ["flask<4", "hashids<2", "humanize==4.9.0", "humanize<5", "six>=1"];
    expect(convertWith(constraints.toReversed())).toBe(convertWith(constraints));
  });

  test("of input files", () => {
    const table = {
      "a.txt": "flask\nhumanize==4.9.0\n",
      "b.txt": "hashids\nflask<4\n-c c.txt\n",
      "c.txt": "six<2\nhashids<2\n",
      "pyproject.toml": '[project]\nname = "p"\ndependencies = ["numpy", "Flask>=2"]\n',
    };
    const of = (...inputs: string[]) => withoutHeader(convertTexts(table, { inputs }).text);
    const expected = of("a.txt", "b.txt", "pyproject.toml");
    expect(of("pyproject.toml", "b.txt", "a.txt")).toBe(expected);
    expect(of("b.txt", "pyproject.toml", "a.txt")).toBe(expected);
  });

  test("of the packages in a lock", () => {
    const folder = `${fixtures}/command-line-tool`;
    const lock = readFileSync(`${folder}/poetry.lock`, "utf8");
    const [head = "", ...packages] = lock.split(/^(?=\[\[package\]\])/m);
    const [last = "", ...tail] = (packages.pop() ?? "").split(/^(?=\[(?!\[|package))/m);
    const mixed = [head, last, ...packages.reverse(), ...tail].join("");
    expect(mixed.length).toBe(lock.length);
    const files = filesIn(folder);
    const of = (text: string) =>
      convert(
        DEFAULTS,
        { ...files, read: (path) => (path === "poetry.lock" ? new TextEncoder().encode(text) : files.read(path)) },
        embedded,
      ).text;
    expect(of(mixed)).toBe(of(lock));
  });

  test("of the options that choose groups and extras", () => {
    const of = (groups: string[], extras: string[]) =>
      withoutHeader(
        convert(
          { ...DEFAULTS, selection: { ...DEFAULT_SELECTION, groups, extras } },
          filesIn(`${fixtures}/command-line-tool`),
          embedded,
        ).text,
      );
    expect(of(["docs", "dev"], ["sync", "secrets"])).toBe(of(["dev", "docs"], ["secrets", "sync"]));
  });
});

test("the order of indexes stays: pip asks the first one first, and the last --index-url counts", () => {
  const one = nixOf("-i https://one.example.org\n-i https://two.example.org\nhashids");
  expect(one.indexOf("one.example.org")).toBeLessThan(one.indexOf("two.example.org"));
});
