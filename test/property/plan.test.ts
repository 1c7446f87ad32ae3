// Plans of random projects and of every fixture, each checked by the plan checker.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Lock, Requirement } from "../../src/project.ts";
import { checkManifest, manifestsBelow } from "../support/checked-plans.ts";
import { embedded } from "../support/conversion.ts";
import { fixtures } from "../support/paths.ts";
import { checkPlan, type Figures } from "../support/plan-checker.ts";
import { indexOf, type LockEntry, lockOf, plan, projectOf, requirement } from "../support/projects.ts";

const NAMES = ["a", "b", "c", "d", "e", "f", "old-name", "program", "x", "y"];

/** Of the names, nixpkgs lacks x and y, has one as a program and one by another name. */
const index = indexOf(
  { a: "1", b: "2", c: "1.5", d: "3", e: "2", f: "0-unstable-2024-01-01", "new-name": "2" },
  {
    programs: { program: "1" },
    exceptions: [
      ["old-name", "new-name", "python", "alias", "yes", ""],
      ["program", "program", "toplevel", "alias", "yes", ""],
    ],
  },
);

const MARKERS = ["", "", "", "", "; sys_platform == 'darwin'", "; sys_platform == 'linux'", "; python_version < '3'"];
const need = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom("", "", "", "[more]", "[most]", "[more,most]"),
    fc.constantFrom("", "", ">=1", ">=2", "<2", "<3"),
    fc.constantFrom(...MARKERS),
  )
  .map((parts) => parts.join(""));
const needs = (maxLength: number) => fc.array(need, { maxLength, size: "max" });
const versions = fc.constantFrom("1", "1.5", "2", "2.5");
const body = fc.record({
  needs: needs(3),
  extras: fc.record({ more: needs(2), most: needs(1) }, { requiredKeys: [] }),
  files: fc.constantFrom([], ["x-1-py3-none-any.whl"], ["x-1.tar.gz", "x-1-cp39-cp39-win_amd64.whl"]),
});
/** One version for all, or one for macOS and another one for the rest. */
const entry: fc.Arbitrary<LockEntry[]> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(versions, body).map(([version, rest]) => [{ version, ...rest }]) },
  {
    weight: 1,
    arbitrary: fc.tuple(body, body).map(([one, other]) => [
      { version: "1", marker: "sys_platform == 'darwin'", ...one },
      { version: "2.5", marker: "sys_platform != 'darwin'", ...other },
    ]),
  },
);
const locks = fc
  .tuple(...NAMES.map(() => entry))
  .map((entries) => lockOf(Object.fromEntries(NAMES.map((name, i) => [name, entries[i]!]))));

const requirements = fc
  .array(need, { minLength: 1, maxLength: 5 })
  .map((texts) => texts.map((text, i) => requirement(text, { origin: { file: "requirements.txt", line: i + 1 } })));

/** The lock as uv writes it: without the ranges that packages accept. */
function withoutRanges(lock: Lock): Lock {
  return {
    ...lock,
    packages: lock.packages.map((locked) => ({
      ...locked,
      dependencies: locked.dependencies.map((dependency) => ({ ...dependency, constraint: null })),
    })),
  };
}

/** The lock as others write it: the packages tell by themselves where they belong. */
function byMarkers(lock: Lock): Lock {
  return { ...lock, reach: "markers" };
}

describe("plans of random projects", () => {
  const kinds: [string, (lock: Lock) => Lock][] = [
    ["with ranges", (lock) => lock],
    ["without ranges", withoutRanges],
    ["by markers", byMarkers],
  ];
  test.each(kinds)("a lock %s: consistent, maximal, and nothing without a reason", (_, change) => {
    const figures: Figures = { decisions: 0, needs: 0, built: 0 };
    fc.assert(
      fc.property(requirements, locks, (wanted, random) => {
        const lock = change(random);
        const project = projectOf(wanted, { lock });
        expect(checkPlan(project, index, plan(project, index), figures)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(figures.decisions).toBeGreaterThan(5000);
    expect(figures.needs).toBeGreaterThan(5000);
    expect(figures.built).toBeGreaterThan(1000);
  });

  test.each(kinds)("a lock %s: the order of lines and packages changes nothing", (_, change) => {
    const worlds = fc.tuple(requirements, locks).chain(([wanted, random]) => {
      const lock = change(random);
      return fc.record({
        wanted: fc.constant(wanted),
        lock: fc.constant(lock),
        lines: fc.shuffledSubarray([...wanted], { minLength: wanted.length }),
        packages: fc.shuffledSubarray([...lock.packages], { minLength: lock.packages.length }),
      });
    });
    const decided = (lines: readonly Requirement[], lock: Lock) =>
      plan(projectOf(lines, { lock }), index).decisions.map((one) => ({
        ...one,
        requesters: one.requesters.map((by) => JSON.stringify(by)).sort(),
      }));
    fc.assert(
      fc.property(worlds, ({ wanted, lock, lines, packages }) => {
        expect(decided(lines, { ...lock, packages })).toEqual(decided(wanted, lock));
      }),
      { numRuns: 300 },
    );
  });

  test("without a lock: nothing is from pip that nixpkgs has", () => {
    fc.assert(
      fc.property(requirements, requirements, (wanted, constraints) => {
        const project = projectOf(wanted, { constraints });
        expect(checkPlan(project, index, plan(project, index))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the checker finds what is wrong", () => {
  const lock = lockOf({ a: { version: "1", needs: ["c>=1"] }, c: "1.5", x: { version: "1", needs: ["b<2"] }, b: "1" });
  const project = projectOf(["a", "x"], { lock });
  const made = plan(project, index);
  const without = (key: string) => ({ ...made, decisions: made.decisions.filter((one) => one.key !== key) });
  const on = (lines: readonly string[]) =>
    lines.filter((line) => line.startsWith("x86_64-linux: ")).map((line) => line.slice("x86_64-linux: ".length));

  test("a plan as it is", () => {
    expect(checkPlan(project, index, made)).toEqual([]);
  });
  test("a requirement that is not decided", () => {
    expect(on(checkPlan(project, index, without("a")))).toEqual([
      "a is required and not decided",
      "missing: a nixpkgs",
      "a is needed and not decided",
    ]);
  });
  test("a package of nixpkgs that does not fit one from pip", () => {
    const decisions = made.decisions.map((one) =>
      one.key === "b" ? { ...without("b").decisions[0]!, name: "b", key: "b", package: packageOf("b", "2") } : one,
    );
    expect(on(checkPlan(project, index, { ...made, decisions } as typeof made))).toEqual([
      "missing: b pip 1",
      "not expected: b nixpkgs",
      "x from pip needs b: 2 does not fit",
    ]);
  });
  test("a package from pip for no reason, under one of nixpkgs", () => {
    const pip = made.decisions.find(({ key }) => key === "x");
    if (pip?.from !== "pip") throw new Error("x is from pip");
    const decisions = made.decisions.map((one) =>
      one.key === "c"
        ? { ...pip, name: "c", key: "c", requirements: [{ ...pip.requirements[0]!, name: "c", specifier: "==1.5" }] }
        : one,
    );
    expect(on(checkPlan(project, index, { ...made, decisions }))).toEqual([
      "missing: c nixpkgs, not listed",
      "not expected: c pip 1.5",
      "a from nixpkgs was built against c, which is from pip",
    ]);
  });
  test("another version than the lock's", () => {
    const decisions = made.decisions.map((one) =>
      one.from === "pip" ? { ...one, requirements: one.requirements.map((r) => ({ ...r, specifier: "==9" })) } : one,
    );
    expect(on(checkPlan(project, index, { ...made, decisions }))).toContain(
      "pip is asked for x==9, which the lock does not have",
    );
  });

  function packageOf(name: string, version: string) {
    return { kind: "python" as const, attribute: [name], version, extras: [] };
  }
});

describe("plans of the fixtures", () => {
  test.each(manifestsBelow(fixtures).map((file) => [file.slice(fixtures.length + 1), file]))("%s", (_, file) => {
    for (const { selection, wrong, refused } of checkManifest(fixtures, file, embedded)) {
      expect(wrong, selection).toEqual([]);
      if (refused !== null) expect(refused).toMatch(/exclude each other|no interpreter of this nixpkgs/);
    }
  });
});
