// Requirements of one project that no version meets together: pip would only say so when the shell is entered.

import { formatOrigin } from "../diagnostics.ts";
import { commonVersion, formatConstraint, includes, isUnconstrained, witnesses } from "../pep/constraint.ts";
import { NO_PLATFORM, PLATFORMS, type PlatformSet } from "../platforms.ts";
import type { Requirement } from "../project.ts";
import type { Active, Context } from "./context.ts";
import type { Decision } from "./plan.ts";

/** Ranges with more clauses than these are not looked into: the work grows with their square. */
const MOST_CLAUSES = 30;

/** A range, by the first requirement that has it, and where any has it. */
interface Range {
  readonly text: string;
  readonly requirement: Requirement;
  platforms: PlatformSet;
}

/**
 * Warns of each project that no version can be had of: the requirements of it that hold on one platform, and the
 * constraints on it, have none in common. Nothing is said of what is not certain before the shell is entered. Only what
 * pip brings is looked at, for a version of nixpkgs that fits is one.
 */
export function tellContradictions(
  context: Context,
  active: readonly Active[],
  constraints: readonly Active[],
  decisions: readonly Decision[],
): void {
  const fromPip = new Map<string, PlatformSet>();
  for (const { from, key, platforms } of decisions)
    if (from === "pip") fromPip.set(key, (fromPip.get(key) ?? NO_PLATFORM) | platforms);
  const byKey = new Map<string, Map<string, Range>>();
  for (const { requirement, platforms, undecided } of [...active, ...constraints]) {
    const { key, source, constraint } = requirement;
    const here = platforms & (fromPip.get(key) ?? NO_PLATFORM);
    if (here === NO_PLATFORM || undecided !== null || source.kind !== "registry") continue;
    const ranges = byKey.get(key) ?? new Map<string, Range>();
    byKey.set(key, ranges);
    const text = formatConstraint(constraint);
    const known = ranges.get(text);
    if (known) known.platforms |= here;
    else if (!isUnconstrained(constraint)) ranges.set(text, { text, requirement, platforms: here });
  }
  for (const byText of byKey.values()) {
    const ranges = [...byText.values()];
    const clauses = ranges.reduce((sum, { requirement }) => sum + requirement.constraint.flat().length, 0);
    if (clauses > 1 && clauses <= MOST_CLAUSES) tellOf(context, ranges);
  }
}

function tellOf(context: Context, ranges: readonly Range[]): void {
  const constraints = ranges.map(({ requirement }) => requirement.constraint);
  if (commonVersion(constraints) !== null) return;
  // Sets of ranges as bits: those that each version is not in.
  const refused = witnesses(constraints).map((version) => bitsWhere(constraints, (one) => !includes(one, version)));
  const isPossible = (set: number) => refused.some((bits) => (bits & set) === 0);
  const told = new Set<number>();
  for (const platform of PLATFORMS.keys()) {
    let least = bitsWhere(ranges, ({ platforms }) => (platforms & (1 << platform)) !== 0);
    if (isPossible(least)) continue;
    for (const bit of ranges.keys()) if (!isPossible(least & ~(1 << bit))) least &= ~(1 << bit);
    if (!told.has(least))
      tell(
        context,
        ranges.filter((_, bit) => (least & (1 << bit)) !== 0),
      );
    told.add(least);
  }
}

function bitsWhere<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.reduce((bits, item, bit) => (test(item) ? bits | (1 << bit) : bits), 0);
}

function tell({ diagnostics }: Context, ranges: readonly Range[]): void {
  const { origin, name, key } = (ranges.at(-1) as Range).requirement;
  const places = ranges.map(({ text, requirement }) => `${text} (${formatOrigin(requirement.origin)})`);
  const all = ranges.length === 1 ? ranges[0]?.text : `${places.slice(0, -1).join(", ")} and ${places.at(-1)} at once`;
  diagnostics.push({ severity: "warning", message: `no version of ${name ?? key} is ${all}`, origin });
}
