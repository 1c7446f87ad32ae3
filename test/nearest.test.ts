import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, nearest } from "../src/nearest.ts";

/** The textbook table, all of it. */
function slowDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const replaced = d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}

describe("the edit distance", () => {
  test.each([
    ["", "", 0],
    ["abc", "abc", 0],
    ["abc", "ab", 1],
    ["abc", "xabc", 1],
    ["abc", "axc", 1],
    ["abc", "acb", 1],
    ["pyhton", "python", 1],
    ["kitten", "sitting", 3],
    // Restricted: the swapped pair is not edited again, so this is 3 and not 2.
    ["ca", "abc", 3],
    ["abc", "", 3],
  ])("of %j and %j is %i", (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
    expect(editDistance(b, a, 3)).toBe(distance);
    if (distance > 0) expect(editDistance(a, b, distance - 1)).toBeNull();
  });

  test("is that of the whole table, up to the limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "-"), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.nat(5), (a, b, limit) => {
        const distance = slowDistance(a, b);
        expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : null);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the nearest of several", () => {
  test.each<[string, string[], string | null]>([
    ["no_groups", ["groups", "no-groups", "extras"], "no-groups"],
    ["noGroups", ["groups", "no-groups"], "no-groups"],
    ["PYTHON", ["python"], "python"],
    ["numpi", ["numpy", "scipy"], "numpy"],
    ["ab", ["ac"], null],
    ["dve", ["dev"], "dev"],
    ["docs", ["tests", "lint"], null],
    ["requets", ["requests", "request"], "request"],
    ["x".repeat(40), [`${"x".repeat(36)}abcd`], null],
    ["", ["a", "abc"], null],
    ["anything", [], null],
  ])("%j among %j is %j", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
    expect(nearest(word, [...candidates].reverse())).toBe(expected);
  });

  test("of equally near ones has the same first letter, then is the first by code units", () => {
    expect(nearest("bat", ["cat", "bar", "baz"])).toBe("bar");
    expect(nearest("bat", ["cat", "hat"])).toBe("cat");
  });

  test("does not depend on the order, and is never far", () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "A", "-"), maxLength: 9 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), words, (word, candidates) => {
        const found = nearest(word, candidates);
        expect(nearest(word, [...candidates].reverse())).toBe(found);
        if (found === null) return;
        const longest = Math.max(word.length, found.length);
        expect(slowDistance(word.toLowerCase(), found.toLowerCase())).toBeLessThanOrEqual(Math.floor(longest / 3));
      }),
      { numRuns: 1000 },
    );
  });

  test("takes no time over long words", () => {
    const long = "a".repeat(200_000);
    expect(nearest(long, [`${long}b`])).toBe(`${long}b`);
  });
});
