// Poetry's version constraints: caret, tilde, wildcard, `||`, and clauses joined by commas or blanks.
// https://python-poetry.org/docs/dependency-specification/
// A constraint is computed as the union of intervals that Poetry makes of it, and then told in clauses of PEP 440.
// Of the versions `V+local` those cannot tell apart by order: `>=V+a` has `V+a` and what is above V, `<=V+a` all of V.

import {
  compareVersions,
  PYTHON_SPACE,
  parseVersion,
  type Specifier,
  type SpecifierSet,
  stripSpace,
  type Version,
} from "./pep440.ts";
import { StandardError } from "./scanner.ts";

const OPERATOR = new RegExp(`^(\\^|~=|~|<>|!=|>=|<=|===|==|=|<|>)?${PYTHON_SPACE}*`);
const EDGE_SPACE = new RegExp(`^${PYTHON_SPACE}|${PYTHON_SPACE}$`);
/**
 * Parses a constraint into the sets of clauses of which one must hold. `*` is any version.
 * Throws a StandardError with the span of the part that is wrong.
 */
export function parsePoetryConstraint(source: string): readonly SpecifierSet[] {
  const alternatives = splitAlternatives(source).map((part) =>
    checkedClauses(source, part).map((clause) => parseClause(source, clause)),
  );
  const ranges = unionOf(alternatives.flatMap((clauses) => clauses.reduce(intersectUnions)));
  if (ranges.length > 0) return setsOf(ranges);
  // No version is in it: the clauses of the first alternative contradict each other, by Poetry's intervals at least.
  const clauses = alternatives[0] ?? [];
  const written = clauses.flatMap((clause) => setsOf(clause)[0] ?? []);
  return [clauses.every((clause) => clause.length === 1) ? written : [...written, NOTHING]];
}

/** No version is below the first of all. */
const NOTHING: Specifier = { operator: "<", version: "0.dev0" };

// ---- text -----------------------------------------------------------------------------------------------

interface Part {
  readonly text: string;
  readonly start: number;
}

function splitAlternatives(source: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const bar of source.matchAll(/\|\|?|$/g)) {
    const text = source.slice(start, bar.index);
    const part = stripSpace(text);
    if (part === "") {
      throw new StandardError("expected a version constraint, such as `^1.2` or `*`", source, {
        start,
        end: bar.index,
      });
    }
    parts.push({ text: part, start: start + text.indexOf(part) });
    start = bar.index + bar[0].length;
  }
  return parts;
}

/** No project needs so many. Each clause is put against all intervals that those before it leave. */
const MOST_CLAUSES = 300;

function checkedClauses(source: string, part: Part): Part[] {
  const clauses = splitClauses(part);
  if (clauses.length <= MOST_CLAUSES) return clauses;
  throw new StandardError(`${clauses.length} clauses joined by commas: no more than ${MOST_CLAUSES} are read`, source, {
    start: part.start,
    end: part.start + part.text.length,
  });
}

function splitClauses({ text: whole, start }: Part): Part[] {
  const text = stripSpace(whole.replace(/(?<!,),+$/, ""));
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(/[ ,]+/g)) {
    const end = index + gap.length;
    if (!separates(gap, text.charAt(index - 1), text.charAt(end))) continue;
    parts.push({ text: text.slice(from, index), start: start + from });
    from = end;
  }
  parts.push({ text: text.slice(from), start: start + from });
  return parts;
}

/** Whether blanks and commas part two clauses: not behind an operator (`>= 1`), nor beside a dash (`2020 - 2021`). */
function separates(gap: string, before: string, after: string): boolean {
  if (before === "" || after === "" || /[\^~=><]/.test(before)) return false;
  const commas = gap.split(",").length - 1;
  const besideDash = gap.length === 1 && (before === "-" || after === "-");
  return commas <= 1 && !besideDash;
}

function parseClause(source: string, { text: clause, start }: Part): readonly Range[] {
  const fail = (message: string): never => {
    throw new StandardError(message, source, { start, end: start + clause.length });
  };
  const [matched = "", operator = ""] = OPERATOR.exec(clause) ?? [];
  const text = clause.slice(matched.length).replace(/\n$/, "");
  if (operator === "" && /^v?[x*](?:\.[x*])*$/i.test(text)) return [ANY];
  if (operator === "===") fail("Poetry has no operator `===`");
  if (text === "") fail(operator === "" ? "expected a version" : `expected a version after \`${operator}\``);
  if (text.endsWith(".*")) return parseWildcard(operator, text, fail);
  const version =
    (EDGE_SPACE.test(text) ? null : parseVersion(text === "dev" ? "0.0.dev0" : text)) ??
    fail(`\`${text}\` is not a version`);
  if (text === "dev" && operator.startsWith("^")) fail("`dev` cannot follow `^`");
  if (text === "dev" && operator.startsWith("~")) fail(`\`dev\` cannot follow \`${operator}\``);
  return rangesOf(operator, version);
}

function rangesOf(operator: string, version: Version): readonly Range[] {
  switch (operator) {
    case "^":
      return [{ min: from(version), max: below(bumpRelease(version, caretIndex(version))) }];
    case "~":
      return [{ min: from(version), max: below(bumpRelease(version, Math.min(1, version.release.length - 1))) }];
    case "~=":
      return [{ min: from(version), max: below(bumpRelease(version, Math.max(0, version.release.length - 2))) }];
    case ">=":
      return [{ min: from(version), max: null }];
    case ">":
      return [{ min: { version, inclusive: false }, max: null }];
    case "<=":
      return [{ min: null, max: from(version) }];
    case "<":
      return [{ min: null, max: below(version) }];
    case "!=":
      return outside({ version, inclusive: false }, { version, inclusive: false });
    default:
      return [{ min: from(version), max: from(version) }];
  }
}

/** `1.2.*`, also `1.*.*`. Behind an operator other than `==` and `!=` Poetry reads the version before the `.*`. */
function parseWildcard(operator: string, text: string, fail: (message: string) => never): readonly Range[] {
  if (operator.startsWith("^") || operator.startsWith("~")) fail(`a wildcard cannot follow \`${operator}\``);
  const isPlain = /^v?\d+(?:\.\d+){0,2}(?:\.\*)+$/.test(text) && /^(?:[!=]=)?$/.test(operator);
  const base = isPlain ? text.slice(0, text.indexOf(".*")) : text.slice(0, -2);
  // In `1a.*` the dot belongs to the pre-release, so that no wildcard is left.
  const version =
    (EDGE_SPACE.test(base) || parseVersion(`${base}.`) ? null : parseVersion(base === "dev" ? "0.0.dev0" : base)) ??
    fail(`\`${base}\` is not a version`);
  if (/^[<>]=?$/.test(operator)) return rangesOf(operator, version);
  const min = { version: firstDevelopment(version), inclusive: true };
  const max = { version: behindWildcard(version), inclusive: false };
  if (operator !== "!=") return [{ min, max }];
  return isEmpty({ min, max }) ? [ANY] : outside({ ...min, inclusive: false }, { ...max, inclusive: true });
}

// ---- versions -------------------------------------------------------------------------------------------

const PARTS = /^((?:\d+!)?)([\d.]*\d)((?:a|b|rc)?)(\d*)(?:\.post(\d+))?(?:\.dev(\d+))?/;

/** The parts of a version's text, numerals exact. */
function partsOf({ text }: Version) {
  const [, epoch = "", release = "", pre = "", preNumber = "", post, dev] = PARTS.exec(text) ?? [];
  return { epoch, release: release.split("."), pre, preNumber, post, dev };
}

function increment(numeral: string): string {
  return String(BigInt(numeral) + 1n);
}

function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (!version) throw new TypeError(`${text} is no version`);
  return version;
}

/** The release whose number at `index` is one higher, and all behind it zero. */
function bumpRelease(version: Version, index: number): Version {
  const { epoch, release } = partsOf(version);
  return versionOf(
    epoch + release.map((part, i) => (i < index ? part : i === index ? increment(part) : "0")).join("."),
  );
}

/** The number that a caret may not change: the first that is not zero, or the last one written, of at most three. */
function caretIndex({ release }: Version): number {
  const [major = 0, minor, patch] = release;
  if (major > 0 || minor === undefined) return 0;
  if (minor > 0 || patch === undefined) return 1;
  return 2;
}

function withoutLocal(version: Version): Version {
  return version.local === null ? version : versionOf(version.text.replace(/\+.*/, ""));
}

/** The same version without post-release and development release. */
function withoutPost(version: Version): Version {
  return version.post === null ? version : versionOf(version.text.replace(/\.post\d+(?:\.dev\d+)?/, ""));
}

/** The first development release of a version, the least of all that begin like it. */
function firstDevelopment(version: Version): Version {
  return versionOf(`${version.text.replace(/(?:\.dev\d+)?(?:\+.*)?$/s, "")}.dev0`);
}

/** The first version behind all that begin like this one. */
function behindWildcard(version: Version): Version {
  const { epoch, release, pre, preNumber, post, dev } = partsOf(version);
  const base = epoch + release.join(".");
  if (post !== undefined)
    return versionOf(`${base}${pre}${preNumber}.post${dev === undefined ? increment(post) : post}.dev0`);
  if (pre !== "") return versionOf(`${base}${pre}${dev === undefined ? increment(preNumber) : preNumber}.dev0`);
  if (dev !== undefined) return versionOf(`${base}.dev${increment(dev)}`);
  return firstDevelopment(bumpRelease(version, release.length - 1));
}

function isUnstable({ pre, dev }: Version): boolean {
  return pre !== null || dev !== null;
}

// ---- intervals ------------------------------------------------------------------------------------------

interface Bound {
  readonly version: Version;
  readonly inclusive: boolean;
}

/** An interval of versions; null is no bound. One version is the interval from it to itself. */
interface Range {
  readonly min: Bound | null;
  readonly max: Bound | null;
}

const ANY: Range = { min: null, max: null };

function from(version: Version): Bound {
  return { version, inclusive: true };
}

/** The bound of a written `<V`: V's pre-releases are not below it. Bounds that come from other intervals admit them. */
function below(version: Version): Bound {
  return { version: isUnstable(version) ? version : firstDevelopment(version), inclusive: false };
}

function outside(max: Bound, min: Bound): readonly Range[] {
  return [
    { min: null, max },
    { min, max: null },
  ];
}

/** The version of an interval that has no other. */
function onlyVersion({ min, max }: Range): Version | null {
  return min?.inclusive && max?.inclusive && compareVersions(min.version, max.version) === 0 ? min.version : null;
}

function isEmpty(range: Range): boolean {
  if (!range.min || !range.max || onlyVersion(range)) return false;
  return compareVersions(range.min.version, range.max.version) >= 0;
}

/** Whether Poetry takes the version for one of the interval. */
function allows({ min, max }: Range, version: Version): boolean {
  if (min) {
    const posted = !min.inclusive && min.version.post === null ? withoutPost(version) : version;
    const order = compareVersions(min.version.local === null ? withoutLocal(posted) : posted, min.version);
    if (order < 0 || (order === 0 && !min.inclusive)) return false;
  }
  if (max) {
    const order = compareVersions(max.version.local === null ? withoutLocal(version) : version, max.version);
    if (order > 0 || (order === 0 && !max.inclusive)) return false;
  }
  return true;
}

/** Orders lower bounds by where they begin. */
function compareMin(a: Bound | null, b: Bound | null): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  return compareVersions(a.version, b.version) || Number(b.inclusive) - Number(a.inclusive);
}

/** Orders upper bounds by where they end. */
function compareMax(a: Bound | null, b: Bound | null): number {
  if (!a || !b) return (b ? 1 : 0) - (a ? 1 : 0);
  return compareVersions(a.version, b.version) || Number(a.inclusive) - Number(b.inclusive);
}

function isStrictlyBelow({ max }: Range, { min }: Range): boolean {
  if (!max || !min) return false;
  const order = compareVersions(max.version, min.version);
  return order < 0 || (order === 0 && !(max.inclusive && min.inclusive));
}

function intersect(a: Range, b: Range): Range | null {
  const versionA = onlyVersion(a);
  const versionB = onlyVersion(b);
  if (versionB) return allows(a, versionB) ? b : versionA && allows(b, versionA) ? a : localVersionsOf(b, a);
  if (versionA) return allows(b, versionA) ? a : localVersionsOf(a, b);
  if (isStrictlyBelow(a, b) || isStrictlyBelow(b, a)) return null;
  const range = {
    min: compareMin(a.min, b.min) < 0 ? b.min : a.min,
    max: compareMax(a.max, b.max) > 0 ? b.max : a.max,
  };
  return isEmpty(range) ? null : range;
}

/** What `==V` and a range from `V+local` on have in common. */
function localVersionsOf(version: Range, { min }: Range): Range | null {
  const public_ = version.min?.version;
  if (!public_ || public_.local !== null || !min || min.version.local === null || !allows(version, min.version))
    return null;
  return { min, max: from(public_) };
}

function intersectUnions(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  return unionOf(a.flatMap((range) => b.flatMap((other) => intersect(range, other) ?? [])));
}

/** The intervals in rising order, those joined that overlap or touch. */
function unionOf(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  const sorted = ranges
    .filter((range) => !isEmpty(range))
    .sort((a, b) => compareMin(a.min, b.min) || compareMax(a.max, b.max));
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && (overlap(last, range) || touch(last, range))) merged[merged.length - 1] = join(last, range);
    else merged.push(range);
  }
  return merged;
}

function overlap(a: Range, b: Range): boolean {
  if (onlyVersion(a) || onlyVersion(b)) return intersect(a, b) !== null;
  return !isStrictlyBelow(a, b) && !isStrictlyBelow(b, a);
}

function touch({ max }: Range, { min }: Range): boolean {
  return (
    max !== null && min !== null && compareVersions(max.version, min.version) === 0 && max.inclusive !== min.inclusive
  );
}

function join(a: Range, b: Range): Range {
  return {
    min: compareMin(a.min, b.min) <= 0 ? a.min : b.min,
    max: compareMax(a.max, b.max) >= 0 ? a.max : b.max,
  };
}

// ---- clauses --------------------------------------------------------------------------------------------

/** Intervals between which only versions are missing that `!=` tells. */
interface Run {
  readonly min: Bound | null;
  readonly holes: Specifier[];
  max: Bound | null;
}

function setsOf(ranges: readonly Range[]): SpecifierSet[] {
  const runs: Run[] = [];
  for (const { min, max } of ranges) {
    const last = runs.at(-1);
    const holes = last && holesBetween(last.max, min, ranges);
    if (last && holes) {
      last.holes.push(...holes);
      last.max = max;
    } else runs.push({ min, holes: [], max });
  }
  return runs.flatMap(setsOfRun);
}

function holesBetween(max: Bound | null, min: Bound | null, ranges: readonly Range[]): SpecifierSet | null {
  if (!max || !min || max.inclusive) return null;
  if (min.inclusive) return wildcardsBetween(max.version, min.version);
  if (compareVersions(max.version, min.version) !== 0) return null;
  // An interval above V leaves V's post-releases out, which `!=V` alone does not.
  const isExact = ranges.length === 2 && ranges[0]?.min === null && ranges[1]?.max === null;
  const { post, dev, local } = max.version;
  return isExact || post !== null || dev !== null || local !== null
    ? [{ operator: "!=", version: max.version.text }]
    : null;
}

const MOST_WILDCARDS = 20;

/** `!=3.0.*,!=3.1.*` where just those are between the two versions. */
function wildcardsBetween(first: Version, end: Version): SpecifierSet | null {
  const set: Specifier[] = [];
  for (let at = first; isBlockStart(at) && set.length < MOST_WILDCARDS; at = behindBlock(at)) {
    if (compareVersions(at, end) === 0) return set;
    set.push({ operator: "!=", version: wildcardOf(at) });
  }
  return null;
}

function setsOfRun({ min, holes, max }: Run): SpecifierSet[] {
  const version = onlyVersion({ min, max });
  if (version) return [[{ operator: "==", version: version.text }]];
  const prefix = min?.inclusive && max && !max.inclusive ? wildcardBetween(min.version, max.version) : null;
  if (prefix !== null) return [[{ operator: "==", version: prefix }, ...holes]];
  const local = min?.inclusive && min.version.local !== null ? min.version.text : null;
  const set = [...lowerClauses(min), ...holes, ...(max ? upperClauses(max) : [])];
  return local === null ? [set] : [[{ operator: "==", version: local }], set];
}

/** `1.2.*` where the interval from `first` on and below `end` is just that. */
function wildcardBetween(first: Version, end: Version): string | null {
  return isBlockStart(first) && compareVersions(behindBlock(first), end) === 0 ? wildcardOf(first) : null;
}

/** Whether the version is the least of `1.2.*`. */
function isBlockStart({ text, pre, post }: Version): boolean {
  return pre === null && post === null && text.endsWith(".dev0");
}

function behindBlock(first: Version): Version {
  return firstDevelopment(bumpRelease(first, first.release.length - 1));
}

function wildcardOf({ text }: Version): string {
  return text.replace(/dev0$/, "*");
}

function lowerClauses(min: Bound | null): SpecifierSet {
  if (!min) return [];
  const { text } = withoutLocal(min.version);
  if (!min.inclusive) return [{ operator: ">", version: text }];
  return [
    { operator: ">=", version: text },
    ...(min.version.local === null ? [] : [{ operator: "!=", version: text } as const]),
  ];
}

function upperClauses({ version, inclusive }: Bound): SpecifierSet {
  const { text } = withoutLocal(version);
  if (inclusive || version.local !== null) return [{ operator: "<=", version: text }];
  // PEP 440's `<V` leaves V's pre-releases out, as a bound at V's first development release does.
  const isFirst = version.pre === null && /\.dev0$/.test(text);
  if (isFirst) return [{ operator: "<", version: text.replace(/\.dev0$/, "") }];
  if (isUnstable(version)) return [{ operator: "<", version: text }];
  return [
    { operator: "<=", version: text },
    { operator: "!=", version: text },
  ];
}
