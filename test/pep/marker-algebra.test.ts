import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byExtra,
  conjunction,
  disjunction,
  forSelection,
  namesIn,
  partiallyEvaluate,
  simplifyMarker,
  type Truth,
} from "../../src/pep/marker-algebra.ts";
import { evaluateMarker, formatMarker, type MarkerEnvironment, parseMarker } from "../../src/pep/pep508.ts";
import { markers, worlds } from "../support/markers.ts";

const show = (truth: Truth) => (typeof truth === "boolean" ? String(truth) : formatMarker(truth));
const truth = (value: Truth, world: MarkerEnvironment) =>
  typeof value === "boolean" ? value : evaluateMarker(value, world);
const simplify = (text: string) => show(simplifyMarker(parseMarker(text)));

describe("simplification", () => {
  test.each([
    ['os_name == "nt" or os_name == "nt"', 'os_name == "nt"'],
    ['os_name == "a" or os_name == "a" and extra == "b"', 'os_name == "a"'],
    ['os_name == "a" and (os_name == "a" or extra == "b")', 'os_name == "a"'],
    ['sys_platform == "a" and sys_platform == "b"', "false"],
    ['sys_platform != "a" or sys_platform != "b"', "true"],
    ['sys_platform == "linux" and sys_platform != "win32"', 'sys_platform == "linux"'],
    ['sys_platform != "win32" or sys_platform == "linux"', 'sys_platform != "win32"'],
    [
      'python_version < "3.9" and sys_platform == "a" or python_version < "3.9" and sys_platform == "b"',
      'python_version < "3.9" and (sys_platform == "a" or sys_platform == "b")',
    ],
    ['python_version >= "3.9" or python_version < "3.9"', 'python_version >= "3.9" or python_version < "3.9"'],
  ])("%s is %s", (text, expected) => {
    expect(simplify(text)).toBe(expected);
  });

  test("5,000 random markers mean the same in every environment afterwards", () => {
    fc.assert(
      fc.property(markers(), (marker) => {
        const simpler = simplifyMarker(marker);
        const differing = worlds.find((world) => truth(simpler, world) !== evaluateMarker(marker, world));
        expect(differing).toBeUndefined();
        expect(show(simplifyMarker(simpler)).length).toBeLessThanOrEqual(formatMarker(marker).length);
      }),
      { numRuns: 5000, seed: 508 },
    );
  });
});

describe("partial evaluation", () => {
  test("decides what is known and keeps the rest", () => {
    const marker = parseMarker('python_version >= "3.9" and sys_platform == "linux" or extra == "x"');
    expect(show(partiallyEvaluate(marker, { python_version: "3.13" }))).toBe('sys_platform == "linux" or extra == "x"');
    expect(show(partiallyEvaluate(marker, { python_version: "3.8" }))).toBe('extra == "x"');
    expect(partiallyEvaluate(marker, { extra: "x" })).toBe(true);
  });

  test("agrees with evaluation whatever part of the environment is known first", () => {
    fc.assert(
      fc.property(
        markers(),
        fc.constantFrom(...worlds),
        fc.integer({ min: 0, max: 2 ** 12 }),
        (marker, world, mask) => {
          const known = Object.fromEntries(Object.entries(world).filter((_, bit) => (mask >> bit) % 2 === 1));
          const rest = partiallyEvaluate(marker, known);
          expect(truth(rest, world)).toBe(evaluateMarker(marker, world));
        },
      ),
      { numRuns: 2000, seed: 508 },
    );
  });
});

describe("extras and groups", () => {
  test("a marker is split by the extras that it names", () => {
    const marker = parseMarker('extra == "socks" and sys_platform == "linux" or extra == "All_Of_It"');
    expect(namesIn(marker, "extra")).toEqual(["all-of-it", "socks"]);
    expect([...byExtra(marker)].map(([name, rest]) => [name, show(rest)])).toEqual([
      ["all-of-it", "true"],
      ["socks", 'sys_platform == "linux"'],
    ]);
  });

  test("a marker without extras belongs to the project itself", () => {
    expect([...byExtra(parseMarker('os_name == "posix"'))].map(([name, rest]) => [name, show(rest)])).toEqual([
      [null, 'os_name == "posix"'],
    ]);
  });

  test("the sets of PEP 751 are decided by a selection", () => {
    const marker = parseMarker('"dev" in dependency_groups or "x" in extras and os_name == "posix"');
    expect(forSelection(marker, new Set(), new Set(["Dev"]))).toBe(true);
    expect(show(forSelection(marker, new Set(["x"]), new Set()))).toBe('os_name == "posix"');
    expect(forSelection(marker, new Set(), new Set())).toBe(false);
  });
});

test("conjunction and disjunction fold what is decided", () => {
  const marker = parseMarker('os_name == "posix"');
  expect(conjunction([true, marker, marker])).toEqual(marker);
  expect(conjunction([marker, false])).toBe(false);
  expect(disjunction([marker, true])).toBe(true);
  expect(disjunction([])).toBe(false);
  expect(conjunction([])).toBe(true);
});
