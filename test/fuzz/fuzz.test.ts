// A few inputs for each parser, always the same ones. `npm run fuzz` tries more.

import { describe, expect, test } from "vitest";
import { embedded } from "../support/conversion.ts";
import { fixtures } from "../support/paths.ts";
import { makeBytes, makeInput } from "./mutate.ts";
import { Random } from "./random.ts";
import { inputOf, shorten, tryInput } from "./run.ts";
import { type Target, targets, useIndex } from "./targets.ts";

useIndex(embedded);
const ALL = targets(fixtures);
/** Whole conversions take as long as a hundred requirements. */
const RUNS: Readonly<Record<string, number>> = {
  resolver: 20,
  "convert-requirements": 40,
  "convert-locked": 20,
  freshness: 40,
  printer: 80,
};

describe("random inputs end in a result or in an error of our own", () => {
  test.each(ALL.map((target) => [target.name, target] as const))("%s", (name, target) => {
    const stack = Error.stackTraceLimit;
    try {
      for (let n = 0; n < (RUNS[name] ?? 150); n++) expect(tryInput(target, 20251122, n)).toBeNull();
    } finally {
      Error.stackTraceLimit = stack;
    }
  });

  test("each has a name of its own and inputs", () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    for (const { corpus, make, name } of ALL) expect(make !== undefined || corpus.length > 0, name).toBe(true);
  });
});

describe("the inputs", () => {
  test("of a seed are always the same, and differ from each other", () => {
    const target = ALL.find(({ name }) => name === "pyproject-project") as Target;
    const inputs = Array.from({ length: 200 }, (_, n) => inputOf(target, 7, n).input);
    expect(inputs).toEqual(Array.from({ length: 200 }, (_, n) => inputOf(target, 7, n).input));
    expect(new Set(inputs).size).toBeGreaterThan(150);
  });

  test("stay small, and their bytes are not always UTF-8", () => {
    const random = new Random(1);
    let wrong = 0;
    for (let i = 0; i < 2000; i++) {
      const input = makeInput(random, ["name = 1\n".repeat(100)], ["a"]);
      expect(input.length).toBeLessThanOrEqual(16_384);
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(makeBytes(random, input));
      } catch {
        wrong++;
      }
    }
    expect(wrong).toBeGreaterThan(50);
  });
});

describe("what is wrong is found", () => {
  const throwing = (error: (input: string) => Error | null): Target => ({
    name: "x",
    corpus: ["one two three four"],
    tokens: [],
    throws: [],
    run: (input) => {
      const found = error(input);
      if (found) throw found;
    },
  });

  test("and told with the shortest input that has it", () => {
    const target = throwing((input) => (/two/.test(input) ? new TypeError("two") : null));
    const failure = Array.from({ length: 50 }, (_, n) => tryInput(target, 3, n)).find((found) => found !== null);
    expect(failure?.what).toContain("TypeError: two");
    expect(failure && shorten(target, failure)).toBe("two");
  });

  test("also when it ends, but too late", () => {
    const until = (milliseconds: number) => {
      const begun = performance.now();
      while (performance.now() - begun < milliseconds);
    };
    const target = throwing(() => {
      until(2010);
      return null;
    });
    expect(tryInput(target, 3, 0)?.what).toMatch(/^\d+ ms for \d+ characters$/);
  });
});
