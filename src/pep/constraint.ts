// Constraints: unions of specifier sets. One format alone (Poetry's) needs more than one set.

import {
  allowsPrereleases,
  compareVersions,
  formatSpecifierSet,
  isPrerelease,
  parseVersion,
  type Specifier,
  type SpecifierSet,
  satisfies,
  type Version,
} from "./pep440.ts";

type Constraint = readonly SpecifierSet[];

/** Whether every version is in the constraint. */
export function isUnconstrained(constraint: Constraint): boolean {
  return constraint.some((set) => set.length === 0);
}

/**
 * Whether a version is in the constraint as an installer chooses it: a pre-release only where the set names one.
 */
export function admits(constraint: Constraint, version: string): boolean {
  const parsed = parseVersion(version);
  return constraint.some(
    (set) =>
      satisfies(set, version) && (!parsed || !isPrerelease(parsed) || set.length === 0 || allowsPrereleases(set)),
  );
}

/** The constraint as text, `*` for any version and `||` between sets that are far from each other. */
export function formatConstraint(constraint: Constraint): string {
  return isUnconstrained(constraint) ? "*" : joinNeighbours(constraint).map(formatSpecifierSet).join(" || ");
}

interface Interval {
  readonly from: Version;
  readonly below: Version;
}

const MAX_EXCLUSIONS = 20;

/**
 * The constraint as one set of clauses, for tools that have no unions; null where none is equal to it. Ranges that
 * leave out whole release series are joined: `>=1,<2 || >=3,<4` is `>=1,<4,!=2.*`.
 */
export function asOneSet(constraint: Constraint): SpecifierSet | null {
  if (isUnconstrained(constraint)) return [];
  const joined = joinNeighbours(constraint);
  const [only] = joined;
  if (joined.length === 1 && only) return only;
  const intervals = joined.map(intervalOf);
  if (intervals.some((interval) => interval === null)) return null;
  const sorted = (intervals as Interval[]).sort((a, b) => compareVersions(a.from, b.from));
  const exclusions: Specifier[] = [];
  let [hull] = sorted;
  for (const next of sorted.slice(1)) {
    if (!hull) return null;
    const gap = compareVersions(hull.below, next.from) < 0 ? seriesBetween(hull.below, next.from) : [];
    if (gap === null) return null;
    exclusions.push(...gap.map((series): Specifier => ({ operator: "!=", version: `${series}.*` })));
    hull = { from: hull.from, below: compareVersions(hull.below, next.below) > 0 ? hull.below : next.below };
  }
  if (!hull) return null;
  return [{ operator: ">=", version: hull.from.text }, { operator: "<", version: hull.below.text }, ...exclusions];
}

/** A set of the form `>=a,<b` with final versions. */
function intervalOf(set: SpecifierSet): Interval | null {
  const [lower, upper] = set;
  if (set.length !== 2 || lower?.operator !== ">=" || upper?.operator !== "<") return null;
  const from = parseVersion(lower.version);
  const below = parseVersion(upper.version);
  const isPlain = (version: Version | null) => version?.text === version?.release.join(".");
  return from && below && isPlain(from) && isPlain(below) ? { from, below } : null;
}

/** The release series from `from` up to `to`, when they fill the gap: 2 and 3 between 2.0 and 4. */
function seriesBetween(from: Version, to: Version): string[] | null {
  const [start, end] = [from, to].map(({ release }) =>
    release
      .join(".")
      .replace(/(?<!\.0)(?:\.0)+$/, "")
      .split(".")
      .map(Number),
  ) as [number[], number[]];
  const prefix = start.slice(0, -1);
  if (start.length !== end.length || prefix.some((number, index) => number !== end[index])) return null;
  const first = start.at(-1) ?? 0;
  const count = (end.at(-1) ?? 0) - first;
  if (count < 1 || count > MAX_EXCLUSIONS) return null;
  return Array.from({ length: count }, (_, index) => [...prefix, first + index].join("."));
}

/**
 * The constraint with neighbouring sets joined, for pip, which has no unions: `<=1.5,!=1.5 || >1.5` is `!=1.5`, which
 * has the post-releases of 1.5 too, and `==1.5+a || >=1.5,!=1.5` is `>=1.5`, which has all of 1.5.
 */
export function joinNeighbours(constraint: readonly SpecifierSet[]): readonly SpecifierSet[] {
  const joined: SpecifierSet[] = [];
  for (const set of constraint) {
    const both = joinedSets(joined.at(-1) ?? [], set);
    if (both) joined[joined.length - 1] = both;
    else joined.push(set);
  }
  return joined;
}

function joinedSets(left: SpecifierSet, right: SpecifierSet): SpecifierSet | null {
  const [most, without] = left.slice(-2);
  const [least, next] = right;
  if (!most || !least) return null;
  const isHole = most.operator === "<=" && without?.operator === "!=" && without.version === most.version;
  if (isHole && least.operator === ">" && least.version === most.version)
    return [...left.slice(0, -2), without, ...right.slice(1)];
  const isLocal = left.length === 1 && most.operator === "==" && most.version.replace(/\+.*/, "") === least.version;
  const isAbove = least.operator === ">=" && next?.operator === "!=" && next.version === least.version;
  return isLocal && isAbove ? [least, ...right.slice(2)] : null;
}

/** A version that is in all of the constraints, or null where none can be: pre-releases count, whatever the sets name. */
export function commonVersion(constraints: readonly Constraint[]): string | null {
  return witnesses(constraints).find((version) => constraints.every((one) => includes(one, version))) ?? null;
}

/** Whether a version is in the constraint, a pre-release as any other. */
export function includes(constraint: Constraint, version: string): boolean {
  return constraint.some((set) => satisfies(set, version));
}

/**
 * Enough versions to tell whether constraints, or some of them, have any in common: where they do, one of these is among
 * what they share. In PEP 440's order the versions of a clause are an interval, or all but an interval, so the first that
 * constraints share is the first of such an interval, or of all versions. `===` has its own text alone.
 */
export function witnesses(constraints: readonly Constraint[]): string[] {
  const clauses = constraints.flat(2);
  const length = Math.max(0, ...clauses.map(({ version }) => version.split(".").length));
  return [...clauses.flatMap((clause) => firstOf(clause, length) ?? []), "0.dev0"];
}

/** The first version of a clause's stretch that does not begin with all versions; null where there is none. */
function firstOf({ operator, version }: Specifier, length: number): string | null {
  if (operator === "===") return version;
  const isPrefix = version.endsWith(".*");
  const limit = parseVersion(isPrefix ? version.slice(0, -2) : version);
  if (!limit) return null;
  const { text, release, pre, post, dev } = limit;
  switch (operator) {
    case "<":
    case "<=":
      return null;
    case ">=":
    case "~=":
      return text;
    case "==":
      return isPrefix ? `${text}.dev0` : text;
    case "!=":
      return isPrefix ? `${successor(text)}.dev0` : firstBehind(limit);
    case ">":
      if (post !== null || dev !== null) return firstBehind(limit);
      if (pre) return `${successor(text)}.dev0`;
      // Behind all post-releases of 1.0 there is no first version: this one is before every other that the clauses name.
      return `${text}${".0".repeat(Math.max(0, length - release.length))}.1.dev0`;
  }
}

/** The first version behind one and its local versions. */
function firstBehind({ text, post, dev }: Version): string {
  return dev !== null ? successor(text) : post !== null ? `${successor(text)}.dev0` : `${text}.post0.dev0`;
}

/** The text with its last number one more, however long that is. */
function successor(text: string): string {
  return text.replace(/(?<![0-9])[0-9]+$/, (numeral) => String(BigInt(numeral) + 1n));
}
