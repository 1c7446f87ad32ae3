import fc from "fast-check";
import { expect, test } from "vitest";
import { PLATFORMS } from "../../src/platforms.ts";
import type { Lock, Requirement } from "../../src/project.ts";
import type { Plan } from "../../src/resolver/plan.ts";
import { indexOf, type LockEntry, lockOf, plan, projectOf, requirement } from "../support/projects.ts";

// Small worlds in which every rule of the split has something to do.
const index = indexOf(
  { a: "1", b: "2", c: "1", d: "3" },
  { programs: { e: "1" }, exceptions: [["e", "e", "toplevel", "alias", "yes", ""]] },
);
const NAMES = ["a", "b", "c", "d", "e", "x", "y"];
const MARKERS = [
  "",
  "",
  "",
  "; sys_platform == 'darwin'",
  "; sys_platform != 'darwin'",
  "; platform_machine == 'x86_64'",
  "; os_name == 'nt'",
];

const need = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom("", "", "[x]"),
    fc.constantFrom("", "", ">=1", ">=2", "<2", ">=9"),
    fc.constantFrom(...MARKERS),
  )
  .map((parts) => parts.join(""));
const entry: fc.Arbitrary<LockEntry> = fc.record({
  version: fc.constantFrom("1", "2", "3"),
  needs: fc.array(need, { maxLength: 3 }),
  extras: fc.oneof(
    fc.constant({}),
    fc.array(need, { maxLength: 2 }).map((x) => ({ x })),
  ),
});
const lock = fc
  .tuple(...NAMES.map(() => entry))
  .map((entries) => lockOf(Object.fromEntries(NAMES.map((name, i) => [name, entries[i] as LockEntry]))));
const requirements = fc
  .array(need, { minLength: 1, maxLength: 6 })
  .map((texts) => texts.map((text, i) => requirement(text, { origin: { file: "requirements.txt", line: i + 1 } })));

/** All that a decision says, but for the order in which it names those who ask. */
function decided(
  wanted: readonly Requirement[],
  pins: Lock | null,
  constraints: readonly Requirement[] = [],
): string[] {
  const { decisions, constraints: forPip } = plan(projectOf(wanted, { lock: pins, constraints }), index);
  return [
    ...decisions.map((decision) =>
      JSON.stringify(
        { ...decision, requesters: decision.requesters.map((by) => JSON.stringify(by)).sort() },
        placeless,
      ),
    ),
    ...forPip.map((constraint) => JSON.stringify(constraint, placeless)),
  ];
}

/** Of requirements that say the same the first has the place: for messages, and no decision. */
function placeless(key: string, value: unknown): unknown {
  return key === "origin" ? undefined : value;
}

function shuffled<T>(items: readonly T[], seed: readonly number[]): T[] {
  return items
    .map((item, i) => [seed[i % seed.length] ?? 0, i, item] as const)
    .sort(([a, i], [b, j]) => a - b || j - i)
    .map(([, , item]) => item);
}
const seed = fc.array(fc.nat({ max: 100 }), { minLength: 7, maxLength: 7 });

test("the order of the lock's packages and of the requirements changes no decision", () => {
  fc.assert(
    fc.property(requirements, lock, seed, seed, (wanted, pins, one, other) => {
      const mixed: Lock = {
        ...pins,
        packages: shuffled(pins.packages, one),
      };
      expect(decided(shuffled(wanted, other), mixed)).toEqual(decided(wanted, pins));
    }),
    { numRuns: 200 },
  );
});

test("without a lock the order of requirements and constraints changes no decision", () => {
  fc.assert(
    fc.property(requirements, requirements, seed, (wanted, constraints, order) => {
      expect(decided(shuffled(wanted, order), null, shuffled(constraints, order))).toEqual(
        decided(wanted, null, constraints),
      );
    }),
    { numRuns: 200 },
  );
});

test("the order of a package's own dependencies changes nothing but reasons", () => {
  const withoutReasons = (texts: readonly string[]) =>
    texts.map((text) => ({ ...JSON.parse(text), reason: "", cause: null }));
  fc.assert(
    fc.property(requirements, lock, seed, (wanted, pins, order) => {
      const packages = pins.packages.map((locked) => ({
        ...locked,
        dependencies: shuffled(locked.dependencies, order),
      }));
      expect(withoutReasons(decided(wanted, { ...pins, packages }))).toEqual(withoutReasons(decided(wanted, pins)));
    }),
    { numRuns: 200 },
  );
});

/** The plan where the lock answers every requirement: what it does not answer is decided beside it. */
function answered(wanted: readonly Requirement[], pins: Lock): Plan {
  const made = plan(projectOf(wanted, { lock: pins }), index);
  fc.pre(made.diagnostics.every(({ message }) => !message.includes("out of date")));
  return made;
}

test("every wanted package is decided exactly once on every platform", () => {
  fc.assert(
    fc.property(requirements, lock, (wanted, pins) => {
      const { decisions } = answered(wanted, pins);
      for (const key of new Set(decisions.map((decision) => decision.key)))
        for (let bit = 0; bit < PLATFORMS.length; bit++) {
          const here = decisions.filter((decision) => decision.key === key && (decision.platforms & (1 << bit)) !== 0);
          // Requirements of several extents without a lock stand apart, all of them pip's.
          expect(new Set(here.map(({ from }) => from)).size).toBeLessThanOrEqual(1);
        }
    }),
    { numRuns: 200 },
  );
});

test("the split with a lock is consistent: no package of nixpkgs that is named needs one of pip's", () => {
  fc.assert(
    fc.property(requirements, lock, (wanted, pins) => {
      const { decisions } = answered(wanted, pins);
      const where = (key: string, from: string) =>
        decisions.filter((d) => d.key === key && d.from === from).reduce((set, d) => set | d.platforms, 0);
      for (const locked of pins.packages) {
        const isProgram = locked.key === "e";
        for (const dependency of locked.dependencies) {
          if (isProgram || dependency.optional || dependency.marker !== null) continue;
          expect(where(locked.key, "nixpkgs") & where(dependency.key, "pip")).toBe(0);
        }
      }
    }),
    { numRuns: 200 },
  );
});
