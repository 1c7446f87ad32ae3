// PEP 440: versions, their order, version specifiers and the test whether a version satisfies them.
// The order is @renovatebot/pep440's; the specifier test is our own and follows the `packaging` library,
// whose answers differ from that package's for `<`, `>`, `===` and epochs.

import { compare as compareInLibrary } from "@renovatebot/pep440";
import { compareTexts } from "../compare.ts";
import { Scanner } from "./scanner.ts";

/** A parsed version. `text` is its normalized form; numbers beyond 2^53 lose precision but `text` does not. */
export interface Version {
  readonly text: string;
  readonly epoch: number;
  readonly release: readonly number[];
  readonly pre: readonly ["a" | "b" | "rc", number] | null;
  readonly post: number | null;
  readonly dev: number | null;
  readonly local: string | null;
}

export type Operator = "===" | "==" | "~=" | "!=" | "<=" | ">=" | "<" | ">";

/** One clause of a specifier set, the version as it was written. */
export interface Specifier {
  readonly operator: Operator;
  readonly version: string;
}

/** Clauses that must all hold; none means every version. */
export type SpecifierSet = readonly Specifier[];

/** White space as Python's `str.strip` and `\s` have it. */
export const PYTHON_SPACE = "[ \\t-\\r\\x1c-\\x1f\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

const VERSION = new RegExp(
  `^${PYTHON_SPACE}*v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\\.[0-9]+)*)` +
    "(?:[._-]?(?<preKind>alpha|a|beta|b|preview|pre|c|rc)[._-]?(?<preNumber>[0-9]+)?)?" +
    "(?:-(?<postImplicit>[0-9]+)|(?<postKind>[._-]?(?:post|rev|r)[._-]?)(?<postNumber>[0-9]+)?)?" +
    "(?:(?<devKind>[._-]?dev[._-]?)(?<devNumber>[0-9]+)?)?" +
    `(?:\\+(?<local>[a-z0-9]+(?:[._-][a-z0-9]+)*))?${PYTHON_SPACE}*$`,
  "i",
);

const PRE_KINDS: Readonly<Record<string, "a" | "b" | "rc">> = {
  a: "a",
  alpha: "a",
  b: "b",
  beta: "b",
  c: "rc",
  rc: "rc",
  pre: "rc",
  preview: "rc",
};

/** Parses a version by PEP 440's Appendix B; null when `text` is none. Never throws. */
export function parseVersion(text: string): Version | null {
  // The usual case, all digits and dots, needs no full match.
  if (/^(?:0|[1-9][0-9]{0,14})(?:\.(?:0|[1-9][0-9]{0,14}))*$/.test(text)) {
    return { text, epoch: 0, release: text.split(".").map(Number), pre: null, post: null, dev: null, local: null };
  }
  const groups = VERSION.exec(text)?.groups;
  if (!groups?.release) return null;
  const epoch = digits(groups.epoch);
  const release = groups.release.split(".").map(digits);
  const pre = groups.preKind === undefined ? null : PRE_KINDS[groups.preKind.toLowerCase()];
  const hasPost = groups.postImplicit !== undefined || groups.postKind !== undefined;
  const post = digits(groups.postImplicit ?? groups.postNumber);
  const dev = digits(groups.devNumber);
  const local = groups.local?.toLowerCase().split(/[._-]/).map(localPart).join(".") ?? null;
  return {
    text:
      (epoch === "0" ? "" : `${epoch}!`) +
      release.join(".") +
      (pre ? `${pre}${digits(groups.preNumber)}` : "") +
      (hasPost ? `.post${post}` : "") +
      (groups.devKind === undefined ? "" : `.dev${dev}`) +
      (local === null ? "" : `+${local}`),
    epoch: Number(epoch),
    release: release.map(Number),
    pre: pre ? [pre, Number(digits(groups.preNumber))] : null,
    post: hasPost ? Number(post) : null,
    dev: groups.devKind === undefined ? null : Number(dev),
    local,
  };
}

/** A numeral without leading zeros; a missing one is 0. */
function digits(numeral: string | undefined): string {
  return numeral === undefined ? "0" : numeral.replace(/^0+(?=[0-9])/, "");
}

function localPart(part: string): string {
  return /^[0-9]+$/.test(part) ? digits(part) : part;
}

/** Whether the version is a pre-release or a development release. */
export function isPrerelease(version: Version): boolean {
  return version.pre !== null || version.dev !== null;
}

/** Orders two versions: negative, zero or positive. */
export function compareVersions(a: Version, b: Version): number {
  if (isPlainRelease(a) && isPlainRelease(b)) return compareReleases(a.release, b.release);
  return compareVersionTexts(a.text, b.text);
}

/** Whether it is no more than a few numbers, which most versions are. */
function isPlainRelease({ epoch, release, pre, post, dev, local }: Version): boolean {
  return (
    epoch === 0 &&
    pre === null &&
    post === null &&
    dev === null &&
    local === null &&
    release.every(Number.isSafeInteger)
  );
}

/** Orders versions by their normalized texts, which keep numerals that no number of JavaScript can be. */
function compareVersionTexts(a: string, b: string): number {
  if (a === b) return 0;
  const [publicA = "", localA] = a.split("+");
  const [publicB = "", localB] = b.split("+");
  return comparePublic(publicA, publicB) || compareLocal(localA, localB);
}

function comparePublic(a: string, b: string): number {
  if (a === b) return 0;
  if (PLAIN_RELEASE.test(a) && PLAIN_RELEASE.test(b))
    return compareReleases(a.split(".").map(Number), b.split(".").map(Number));
  if (!LONG_NUMERAL.test(a) && !LONG_NUMERAL.test(b)) return compareInLibrary(a, b);
  // The library reads numerals as doubles: replace the long ones by smaller ones in the same order.
  const long = [...(a.match(LONG_NUMERALS) ?? []), ...(b.match(LONG_NUMERALS) ?? [])].sort(compareNumerals);
  const shorten = (text: string) => text.replace(LONG_NUMERALS, (numeral) => String(10 ** 15 + long.indexOf(numeral)));
  return compareInLibrary(shorten(a), shorten(b));
}

const PLAIN_RELEASE = /^[0-9]{1,15}(?:\.[0-9]{1,15})*$/;

function compareReleases(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = (a[i] ?? 0) - (b[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

const LONG_NUMERAL = /[0-9]{16}/;
const LONG_NUMERALS = /[0-9]{16,}/g;

/** Orders numerals that have no leading zeros. */
function compareNumerals(a: string, b: string): number {
  return a.length - b.length || compareTexts(a, b);
}

/** PEP 440, "Local version identifiers": numbers after words, more parts after fewer, none first of all. */
function compareLocal(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  const partsA = a.split(".");
  const partsB = b.split(".");
  for (let i = 0; i < Math.min(partsA.length, partsB.length); i++) {
    const order = compareLocalPart(partsA[i] ?? "", partsB[i] ?? "");
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length;
}

function compareLocalPart(a: string, b: string): number {
  const numberA = /^[0-9]+$/.test(a);
  const numberB = /^[0-9]+$/.test(b);
  if (numberA !== numberB) return numberA ? 1 : -1;
  return numberA ? compareNumerals(a, b) : compareTexts(a, b);
}

const NUMBER = "[0-9]+";
const RELEASE = `v?(?:${NUMBER}!)?${NUMBER}`;
const PRE = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?";
const POST = "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?";
const DEV = "(?:[-_.]?dev[-_.]?[0-9]*)?";
const LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";
const S = PYTHON_SPACE;

/** The grammar of one clause, as `packaging` reads it. The version is not always a whole word: what follows is for the caller. */
const CLAUSE =
  `===${S}*[^${S.slice(1, -1)};)]*` +
  `|(?:==|!=)${S}*${RELEASE}(?:\\.${NUMBER})*(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})` +
  `|~=${S}*${RELEASE}(?:\\.${NUMBER})+${PRE}${POST}${DEV}` +
  `|(?:<=|>=|<|>)${S}*${RELEASE}(?:\\.${NUMBER})*${PRE}${POST}${DEV}`;

const CLAUSE_HERE = new RegExp(CLAUSE, "iy");
const LISTED_CLAUSE_HERE = new RegExp(CLAUSE.replace(";)", ",;)"), "iy");
const SPACE_HERE = new RegExp(`${S}+`, "y");
const OPERATOR_HERE = /===|==|~=|!=|<=|>=|<|>/y;
const EQUALS_SIGN_HERE = /=/y;
const COMMA_HERE = /,/y;

/** The clause at the scanner's position, or null (the scanner then has not moved). Throws on a misplaced `.*` or local version. */
export function scanSpecifier(scanner: Scanner): Specifier | null {
  return scanClause(scanner, CLAUSE_HERE);
}

/**
 * As `scanSpecifier` where clauses are listed. `packaging` reads `===` up to the next blank and only then splits at
 * commas, so what follows those without a blank belongs to the same token, and may be empty.
 */
export function scanListedSpecifiers(scanner: Scanner): SpecifierSet | null {
  const start = scanner.position;
  const specifier = scanSpecifier(scanner);
  if (!specifier?.version.includes(",")) return specifier && [specifier];
  const end = scanner.position;
  scanner.position = start;
  const specifiers = scanItems(scanner, end);
  scanner.position = end;
  return specifiers;
}

/** A clause of numbers alone, which most are: every rule reads it in the same way. */
const PLAIN_CLAUSE = /(?:[<>]=?|[=!]=)[0-9]+(?:\.[0-9]+)*(?=[,; )]|$)/y;

function scanClause(scanner: Scanner, rule: RegExp): Specifier | null {
  const plain = scanner.take(PLAIN_CLAUSE)?.text;
  if (plain !== undefined) {
    const length = plain.charAt(1) === "=" ? 2 : 1;
    return { operator: plain.slice(0, length) as Operator, version: plain.slice(length) };
  }
  const token = scanner.take(rule);
  if (!token) return null;
  const operator = /^(?:===|==|~=|!=|<=|>=|<|>)/.exec(token.text)?.[0] as Operator;
  if (scanner.peek(/\.\*/y)) {
    scanner.fail(
      operator === "==" || operator === "!="
        ? "a wildcard `.*` cannot follow a pre-release, post-release, development or local version"
        : "a wildcard `.*` can only be used with `==` or `!=`",
      token.start,
    );
  }
  if (scanner.peek(/\+[a-z0-9]+(?:[-_.][a-z0-9]+)*/y)) {
    scanner.fail("a local version (`+...`) can only be used with `==` or `!=`", token.start);
  }
  return { operator, version: stripSpace(token.text.slice(operator.length)) };
}

/** Says what is wrong where a clause was expected but none could be read. */
export function failAtSpecifier(scanner: Scanner): never {
  const start = scanner.position;
  const operator = scanner.take(OPERATOR_HERE);
  if (!operator && scanner.peek(EQUALS_SIGN_HERE)) scanner.fail("expected `==` instead of `=`", start, start + 1);
  if (!operator) scanner.fail("expected a version specifier such as `>=1.2`");
  scanner.take(SPACE_HERE);
  if (operator.text === "~=" && scanner.peek(/v?[0-9]+(?![0-9.!])/iy)) {
    scanner.fail("`~=` needs a version with at least two numbers, such as `~=1.4`", start);
  }
  if (scanner.position >= scanner.source.length) scanner.fail(`expected a version after \`${operator.text}\``);
  scanner.fail(`expected a version by PEP 440 after \`${operator.text}\``);
}

/**
 * Parses a comma-separated specifier set, empty items allowed as in `packaging`.
 * Throws a StandardError with the span of the clause that is wrong.
 */
export function parseSpecifierSet(text: string): SpecifierSet {
  return scanItems(new Scanner(text), text.length);
}

/** items = item? (`,` item?)*, up to `end` */
function scanItems(scanner: Scanner, end: number): Specifier[] {
  const specifiers: Specifier[] = [];
  for (;;) {
    scanner.take(SPACE_HERE);
    if (scanner.position >= end) return specifiers;
    if (scanner.take(COMMA_HERE)) continue;
    const start = scanner.position;
    const specifier = scanClause(scanner, LISTED_CLAUSE_HERE) ?? failAtSpecifier(scanner);
    // A version behind a blank is outside of the token; the bare `===` needs none.
    if (scanner.position > end && specifier.version !== "") {
      scanner.fail(`expected a version right after \`${specifier.operator}\``, start, end);
    }
    specifiers.push(specifier);
    scanner.take(SPACE_HERE);
    if (scanner.position < end && !scanner.peek(COMMA_HERE)) {
      scanner.fail("expected a comma between version specifiers, or the end");
    }
  }
}

/** The text without white space at its ends, as Python has it. */
export function stripSpace(text: string): string {
  return isPlainAt(text, 0) && isPlainAt(text, text.length - 1) ? text : text.replace(EDGES, "");
}

/** Whether an ASCII character stands there that is no white space, as mostly one does. */
function isPlainAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x7f;
}

const EDGES = new RegExp(`^${S}+|(?<!${S})${S}+$`, "g");

/** The clause as text: `>=1.2`. */
export function formatSpecifier({ operator, version }: Specifier): string {
  return operator + version;
}

/** The set as text in the order written: `>=1.2,<2`. */
export function formatSpecifierSet(set: SpecifierSet): string {
  return set.map(formatSpecifier).join(",");
}

/**
 * Whether a version satisfies every clause. `prereleases: false` refuses every pre-release; otherwise one is
 * taken like any other, as for a single candidate in `packaging`. A text that is no PEP 440 version
 * satisfies only `===` and the empty set.
 */
export function satisfies(set: SpecifierSet, version: string, options: { prereleases?: boolean } = {}): boolean {
  const parsed = parseVersion(version);
  if (options.prereleases === false && parsed && isPrerelease(parsed)) return false;
  return set.every((specifier) => satisfiesOne(specifier, version, parsed));
}

/** Whether the set itself names a pre-release, so that PEP 440 lets pre-releases in. */
export function allowsPrereleases(set: SpecifierSet): boolean {
  return set.some(({ operator, version }) => {
    if (operator === "!=" || version.endsWith(".*")) return false;
    const parsed = parseVersion(version);
    return parsed !== null && isPrerelease(parsed);
  });
}

function satisfiesOne({ operator, version: wanted }: Specifier, text: string, version: Version | null): boolean {
  if (operator === "===") return text.toLowerCase() === wanted.toLowerCase();
  if (!version) return false;
  const wildcard = wanted.endsWith(".*");
  const limit = parseVersion(wildcard ? wanted.slice(0, -2) : wanted);
  if (!limit) return false;
  switch (operator) {
    case "==":
      return wildcard ? hasPrefix(version, limit, limit.release.length) : equals(version, limit);
    case "!=":
      return wildcard ? !hasPrefix(version, limit, limit.release.length) : !equals(version, limit);
    case "~=":
      return compareVersions(version, limit) >= 0 && hasPrefix(version, limit, limit.release.length - 1);
    case ">=":
      return compareVersions(version, limit) >= 0;
    case "<=":
      return compareVersionTexts(publicText(version), limit.text) <= 0;
    case ">":
      return isAbove(version, limit);
    case "<":
      // The limit's own pre-releases are not below it, unless it is a pre-release itself.
      return compareVersionTexts(version.text, isPrerelease(limit) ? limit.text : `${limit.text}.dev0`) < 0;
  }
}

/** `==V`: V's local versions count as V unless V names one. */
function equals(version: Version, limit: Version): boolean {
  return compareVersionTexts(limit.local === null ? publicText(version) : version.text, limit.text) === 0;
}

/** `==V.*`: the epoch is V's and the first `length` numbers of the release are, missing ones being 0. */
function hasPrefix(version: Version, limit: Version, length: number): boolean {
  const own = exactParts(version);
  const wanted = exactParts(limit);
  if (own.epoch !== wanted.epoch) return false;
  for (let i = 0; i < length; i++) if ((own.release[i] ?? "0") !== (wanted.release[i] ?? "0")) return false;
  return true;
}

/** `>V`: V's post-releases and local versions are not above V, unless V is a post-release itself. */
function isAbove(version: Version, limit: Version): boolean {
  if (limit.dev !== null || limit.post !== null) return compareVersionTexts(publicText(version), limit.text) > 0;
  if (compareVersions(version, limit) <= 0) return false;
  const length = Math.max(version.release.length, limit.release.length);
  return !(exactParts(version).pre === exactParts(limit).pre && hasPrefix(version, limit, length));
}

function publicText(version: Version): string {
  return version.local === null ? version.text : version.text.slice(0, version.text.indexOf("+"));
}

const EXACT_PARTS = /^(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\.[0-9]+)*)(?<pre>(?:a|b|rc)[0-9]+)?/;

/** The parts that a prefix is compared by, as exact numerals. */
function exactParts(version: Version): { epoch: string; release: string[]; pre: string } {
  const { epoch = "0", release = "", pre = "" } = EXACT_PARTS.exec(version.text)?.groups ?? {};
  return { epoch, release: release.split("."), pre };
}
