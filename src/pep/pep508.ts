// PEP 508: dependency specifiers ("requirements") and environment markers, read as `packaging` reads them.
// Every parse function's comment is its grammar rule. PEP 685 and 735 names in markers are normalized.
// One thing differs: `\N{NAME}` in a marker's quoted string is refused, since it needs Unicode's table of names.

import { limitOf, raised } from "../limits.ts";
import {
  failAtSpecifier,
  type Operator,
  PYTHON_SPACE,
  type Specifier,
  type SpecifierSet,
  satisfies,
  scanListedSpecifiers,
  scanSpecifier,
} from "./pep440.ts";
import { normalizeName } from "./pep503.ts";
import { Scanner } from "./scanner.ts";

export type MarkerVariable =
  | "python_version"
  | "python_full_version"
  | "os_name"
  | "sys_platform"
  | "platform_release"
  | "platform_system"
  | "platform_version"
  | "platform_machine"
  | "platform_python_implementation"
  | "implementation_name"
  | "implementation_version"
  | "extra"
  | "extras"
  | "dependency_groups";

export type MarkerOperator = "===" | "==" | "~=" | "!=" | "<=" | ">=" | "<" | ">" | "in" | "not in";

export type MarkerOperand =
  | { readonly kind: "variable"; readonly name: MarkerVariable }
  | { readonly kind: "value"; readonly value: string };

export interface MarkerComparison {
  readonly kind: "compare";
  readonly left: MarkerOperand;
  readonly operator: MarkerOperator;
  readonly right: MarkerOperand;
}

/** A marker as a tree. `and` and `or` have at least two operands. */
export type Marker =
  | MarkerComparison
  | { readonly kind: "and"; readonly operands: readonly Marker[] }
  | { readonly kind: "or"; readonly operands: readonly Marker[] };

/** What a requirement string says, names as written. */
export interface ParsedRequirement {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: SpecifierSet;
  readonly url: string | null;
  readonly marker: Marker | null;
}

const SPACE = /[ \t]+/y;
const ASCII_IDENTIFIER = /[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9_])?(?![a-zA-Z0-9_])/y;
const IDENTIFIER = /[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9_])?(?![\p{L}\p{N}_])/uy;
const LEFT_PARENTHESIS = /\(/y;
const RIGHT_PARENTHESIS = /\)/y;
const LEFT_BRACKET = /\[/y;
const RIGHT_BRACKET = /\]/y;
const COMMA = /,/y;
const SEMICOLON = /;/y;
const AT = /@/y;
const URL = /[^ \t]+/y;
const QUOTED = /'[^']*'|"[^"]*"/y;
const VARIABLE =
  /(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;
const OPEN_QUOTE = /['"]/y;
const COMPARISON = /===|==|~=|!=|<=|>=|<|>/y;
const EQUALS_SIGN = /=/y;
const COMPARISON_OR_EQUALS = /[=~!<>]=|[=<>]/y;
const IN = /in\b/y;
const NOT = /not\b/y;
const BOOLEAN = /(?:or|and)\b/y;

/**
 * Parses one dependency specifier. Throws a StandardError that says what was expected, and where.
 *
 *     requirement = name extras? (`@` url (space `;` marker)? | specifiers (`;` marker)?)
 */
export function parseRequirement(source: string): ParsedRequirement {
  const plain = PLAIN_REQUIREMENT.exec(source);
  if (plain) {
    const [, name = "", operator, version = ""] = plain;
    const specifier: SpecifierSet = operator === undefined ? [] : [{ operator: operator as Operator, version }];
    return { name, extras: [], specifier, url: null, marker: null };
  }
  const scanner = new Scanner(source);
  // The rule for any text asks for Unicode's tables, which take long to load.
  const identifier = /[^\x00-\x7f]/.test(source) ? IDENTIFIER : ASCII_IDENTIFIER;
  scanner.take(SPACE);
  const name = scanner.expect(identifier, "a package name").text;
  scanner.take(SPACE);
  const extras = parseExtras(scanner, identifier);
  scanner.take(SPACE);
  let url: string | null = null;
  let specifier: SpecifierSet = [];
  let marker: Marker | null = null;
  if (scanner.take(AT)) {
    scanner.take(SPACE);
    url = scanner.expect(URL, "a URL after `@`").text;
    if (!atEnd(scanner)) scanner.expect(SPACE, "a blank after the URL");
    if (!atEnd(scanner)) {
      scanner.expect(SEMICOLON, "`;` and a marker after the URL, or the end");
      marker = parseMarkerExpression(scanner, 0);
    }
  } else {
    specifier = parseSpecifiers(scanner);
    scanner.take(SPACE);
    if (!atEnd(scanner)) {
      if (!scanner.take(SEMICOLON)) failBehindSpecifiers(scanner, specifier.length > 0);
      marker = parseMarkerExpression(scanner, 0);
    }
  }
  scanner.take(SPACE);
  if (!atEnd(scanner)) scanner.fail("expected the end of the requirement");
  return { name, extras, specifier, url, marker };
}

/** A name with at most one clause of numbers, which most requirements are: every rule reads it in the same way. */
const PLAIN_REQUIREMENT = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?:([=!]=|[<>]=?)([0-9]+(?:\.[0-9]+)*))?$/;

/** Parses a marker on its own. Throws a StandardError. */
export function parseMarker(source: string): Marker {
  const scanner = new Scanner(source);
  const marker = parseMarkerExpression(scanner, 0);
  if (!atEnd(scanner)) scanner.fail("expected `and`, `or` or the end of the marker");
  return marker;
}

function atEnd(scanner: Scanner): boolean {
  return scanner.position >= scanner.source.length;
}

function failBehindSpecifiers(scanner: Scanner, any: boolean): never {
  if (!any && scanner.peek(COMPARISON_OR_EQUALS)) failAtSpecifier(scanner);
  scanner.fail(
    any
      ? "expected a comma between version specifiers, `;` before a marker, or the end"
      : "expected a version specifier, `;` before a marker, or the end",
  );
}

/** extras = `[` (name (`,` name)*)? `]` */
function parseExtras(scanner: Scanner, identifier: RegExp): string[] {
  const extras: string[] = [];
  const open = scanner.take(LEFT_BRACKET);
  if (!open) return extras;
  scanner.take(SPACE);
  const first = scanner.take(identifier);
  if (first) {
    extras.push(first.text);
    for (;;) {
      scanner.take(SPACE);
      if (scanner.peek(identifier)) scanner.fail("expected a comma between the names of extras");
      if (!scanner.take(COMMA)) break;
      scanner.take(SPACE);
      extras.push(scanner.expect(identifier, "the name of an extra after the comma").text);
    }
  }
  scanner.take(SPACE);
  if (!scanner.take(RIGHT_BRACKET)) {
    scanner.fail("expected `]` after the extras", open.start, Math.max(scanner.position, open.start + 1));
  }
  return extras;
}

/** specifiers = `(` clauses `)` | clauses; clauses = (clause (`,` clause)* `,`?)? */
function parseSpecifiers(scanner: Scanner): SpecifierSet {
  const open = scanner.take(LEFT_PARENTHESIS);
  scanner.take(SPACE);
  const specifiers: Specifier[] = [];
  for (;;) {
    const listed = scanListedSpecifiers(scanner);
    if (!listed) {
      if (scanner.peek(COMPARISON)) failAtSpecifier(scanner);
      break;
    }
    specifiers.push(...listed);
    scanner.take(SPACE);
    if (!scanner.take(COMMA)) break;
    scanner.take(SPACE);
  }
  scanner.take(SPACE);
  if (open && !scanner.take(RIGHT_PARENTHESIS)) {
    scanner.fail("expected `)` after the version specifiers", open.start, Math.max(scanner.position, open.start + 1));
  }
  return specifiers;
}

/** marker = conjunction (`or` conjunction)*; conjunction = atom (`and` atom)* */
function parseMarkerExpression(scanner: Scanner, depth: number): Marker {
  const alternatives: Marker[] = [];
  let conjunction: Marker[] = [parseMarkerAtom(scanner, depth)];
  for (;;) {
    const operator = scanner.take(BOOLEAN);
    if (!operator) break;
    if (operator.text === "or") {
      alternatives.push(join("and", conjunction));
      conjunction = [];
    }
    conjunction.push(parseMarkerAtom(scanner, depth));
  }
  alternatives.push(join("and", conjunction));
  return join("or", alternatives);
}

function join(kind: "and" | "or", operands: readonly Marker[]): Marker {
  const [only] = operands;
  return operands.length === 1 && only ? only : { kind, operands };
}

/** atom = `(` marker `)` | operand operator operand */
function parseMarkerAtom(scanner: Scanner, depth: number): Marker {
  scanner.take(SPACE);
  const open = scanner.take(LEFT_PARENTHESIS);
  if (!open) {
    const item = parseComparison(scanner);
    scanner.take(SPACE);
    return item;
  }
  const deepest = limitOf("nesting");
  if (depth >= deepest)
    scanner.fail(`a marker nests deeper than ${deepest} parentheses${raised("nesting")}`, open.start);
  const marker = parseMarkerExpression(scanner, depth + 1);
  if (!scanner.take(RIGHT_PARENTHESIS)) {
    scanner.fail("expected `)` after the marker", open.start, Math.max(scanner.position, open.start + 1));
  }
  scanner.take(SPACE);
  return marker;
}

function parseComparison(scanner: Scanner): MarkerComparison {
  const left = parseOperand(scanner);
  scanner.take(SPACE);
  const operator = parseMarkerOperator(scanner);
  scanner.take(SPACE);
  const right = parseOperand(scanner);
  return normalizeExtra({ kind: "compare", left, operator, right });
}

/** operand = variable | quoted string */
function parseOperand(scanner: Scanner): MarkerOperand {
  const variable = scanner.take(VARIABLE);
  if (variable) {
    const name = variable.text.replace(".", "_");
    return {
      kind: "variable",
      name: (name === "python_implementation" ? "platform_python_implementation" : name) as MarkerVariable,
    };
  }
  const quoted = scanner.take(QUOTED);
  if (!quoted && scanner.peek(OPEN_QUOTE)) {
    scanner.fail("expected the quote to be closed", scanner.position, scanner.source.length);
  }
  if (!quoted) scanner.fail("expected a marker variable such as `sys_platform`, or a quoted string");
  const value = readPythonString(quoted.text);
  if (value === null) {
    scanner.fail(
      "expected a string that Python can read: an escape or a character in it is wrong",
      quoted.start,
      scanner.position,
    );
  }
  return { kind: "value", value };
}

/** operator = `in` | `not` `in` | comparison */
function parseMarkerOperator(scanner: Scanner): MarkerOperator {
  if (scanner.take(IN)) return "in";
  if (scanner.take(NOT)) {
    scanner.expect(SPACE, "a blank after `not`");
    scanner.expect(IN, "`in` after `not`");
    return "not in";
  }
  if (scanner.peek(EQUALS_SIGN) && !scanner.peek(COMPARISON)) {
    scanner.fail("expected `==` instead of `=`", scanner.position, scanner.position + 1);
  }
  return scanner.expect(COMPARISON, "one of ==, !=, <=, >=, <, >, ~=, ===, in, not in").text as MarkerOperator;
}

/** The value of a quoted Python string literal, null when Python would refuse it. */
function readPythonString(literal: string): string | null {
  const body = literal.slice(1, -1);
  if (/[\0\ud800-\udfff]/.test(body) && /\0|\p{Surrogate}/u.test(body)) return null;
  let value = "";
  for (let i = 0; i < body.length; i++) {
    const character = body.charAt(i);
    if (LINE_END.test(character)) return null;
    if (character !== "\\") {
      value += character;
      continue;
    }
    const rest = body.slice(i + 1);
    if (rest === "") return null;
    const continuation = LINE_END.exec(rest);
    const numeric = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest);
    const octal = /^[0-7]{1,3}/.exec(rest);
    if (continuation) {
      i += continuation[0].length;
    } else if (numeric) {
      const point = Number.parseInt(numeric[1] ?? numeric[2] ?? numeric[3] ?? "", 16);
      if (point > 0x10ffff) return null;
      value += String.fromCodePoint(point);
      i += numeric[0].length;
    } else if (octal) {
      value += String.fromCodePoint(Number.parseInt(octal[0], 8));
      i += octal[0].length;
    } else if (/^[xuUN]/.test(rest)) {
      return null;
    } else {
      const escaped = rest.charAt(0);
      value += PYTHON_ESCAPES[escaped] ?? `\\${escaped}`;
      i += 1;
    }
  }
  return value;
}

const LINE_END = /^(?:\r\n?|\n)/;

const PYTHON_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function normalizeExtra(comparison: MarkerComparison): MarkerComparison {
  const { left, right } = comparison;
  if (left.kind === "variable" && left.name === "extra" && right.kind === "value") {
    return { ...comparison, right: { kind: "value", value: normalizeName(right.value) } };
  }
  if (right.kind === "variable" && left.kind === "value" && /^(?:extras?|dependency_groups)$/.test(right.name)) {
    return { ...comparison, left: { kind: "value", value: normalizeName(left.value) } };
  }
  return comparison;
}

/** What markers are evaluated in: a string for each variable, sets for `extras` and `dependency_groups`. */
export type MarkerEnvironment = Readonly<
  Partial<Record<Exclude<MarkerVariable, "extras" | "dependency_groups">, string>> & {
    extras?: ReadonlySet<string>;
    dependency_groups?: ReadonlySet<string>;
  }
>;

/** A marker cannot be evaluated: it asks for a variable that is not there, or compares what has no order. */
export class MarkerError extends Error {
  override readonly name = "MarkerError";
}

/** Whether `marker` holds in `environment`. Throws a MarkerError where `packaging` throws. */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment): boolean {
  // All operands are evaluated, so that an undefined comparison never hides behind another one.
  if (marker.kind === "compare") return evaluateComparison(marker, environment);
  const results = marker.operands.map((operand) => evaluateMarker(operand, environment));
  return marker.kind === "and" ? results.every(Boolean) : results.some(Boolean);
}

/** The variable that a comparison is about; a comparison of two strings is about the right one, which is none. */
export function markerKey({ left, right }: MarkerComparison): string {
  if (left.kind === "variable") return left.name;
  return right.kind === "variable" ? right.name : right.value;
}

function evaluateComparison(comparison: MarkerComparison, environment: MarkerEnvironment): boolean {
  const { left, operator, right } = comparison;
  const key = markerKey(comparison);
  const given = Object.hasOwn(environment, key) ? environment[key as MarkerVariable] : undefined;
  const own = typeof given === "string" ? environmentText(key, given) : given;
  if (own === undefined) throw new MarkerError(`the marker variable \`${key}\` has no value here`);
  if (typeof own !== "string") {
    if (left.kind === "variable") throw new MarkerError(`\`${key}\` can only stand on the right of \`in\``);
    return evaluateMembership(normalizeName(left.value), operator, own, key);
  }
  // With a variable on both sides the right one stands for its own name, as in the reference.
  const leftText = left.kind === "variable" ? own : left.value;
  const rightText = left.kind === "variable" ? (right.kind === "value" ? right.value : right.name) : own;
  return VERSION_VARIABLES.has(key) && !operator.endsWith("in")
    ? (compareAsVersions(leftText, operator, rightText) ?? compareAsStrings(leftText, operator, rightText))
    : compareAsStrings(leftText, operator, rightText);
}

/** A variable's text as it is compared. An interpreter built between two releases calls itself `3.13.0+`. */
function environmentText(key: string, text: string): string {
  if (key === "extra") return normalizeName(text);
  return key === "python_full_version" && text.endsWith("+") ? `${text}local` : text;
}

const VERSION_VARIABLES: ReadonlySet<string> = new Set([
  "implementation_version",
  "platform_release",
  "python_full_version",
  "python_version",
]);

const ONE_CLAUSE = new RegExp(`^${PYTHON_SPACE}*$`);

/** The comparison as a specifier test; null when operator and text make no specifier. */
function compareAsVersions(left: string, operator: MarkerOperator, right: string): boolean | null {
  const scanner = new Scanner(operator + right);
  try {
    const specifier = scanSpecifier(scanner);
    if (!specifier || !ONE_CLAUSE.test(scanner.source.slice(scanner.position))) return null;
    return satisfies([specifier], left);
  } catch {
    return null;
  }
}

function compareAsStrings(left: string, operator: MarkerOperator, right: string): boolean {
  switch (operator) {
    case "in":
      return right.includes(left);
    case "not in":
      return !right.includes(left);
    case "==":
    case "<=":
    case ">=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
    case ">":
      return false;
    default:
      throw new MarkerError(`\`${operator}\` is not defined for "${left}" and "${right}"`);
  }
}

function evaluateMembership(name: string, operator: MarkerOperator, set: ReadonlySet<string>, key: string): boolean {
  const has = [...set].some((member) => normalizeName(member) === name);
  switch (operator) {
    case "in":
      return has;
    case "not in":
      return !has;
    case "!=":
      return true;
    case "==":
    case "<=":
    case ">=":
    case "<":
    case ">":
      return false;
    default:
      throw new MarkerError(`\`${operator}\` is not defined for \`${key}\``);
  }
}

/** The marker as text, strings in double quotes where they can be, parentheses only where they are needed. */
export function formatMarker(marker: Marker): string {
  if (marker.kind === "compare") {
    return `${formatOperand(marker.left)} ${marker.operator} ${formatOperand(marker.right)}`;
  }
  return marker.operands
    .map((operand) =>
      marker.kind === "and" && operand.kind === "or" ? `(${formatMarker(operand)})` : formatMarker(operand),
    )
    .join(` ${marker.kind} `);
}

function formatOperand(operand: MarkerOperand): string {
  if (operand.kind === "variable") return operand.name;
  // A marker's string is a Python literal: what would end it or escape from it is escaped.
  const value = operand.value.replace(/[\\\0-\x1f]/g, (character) =>
    character === "\\" ? "\\\\" : `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("'") ? `"${value.replaceAll('"', "\\x22")}"` : `'${value}'`;
}

/** Both markers; null stands for "always". */
export function andMarkers(a: Marker | null, b: Marker | null): Marker | null {
  if (!a || !b) return a ?? b;
  const operands = [a, b].flatMap((marker) => (marker.kind === "and" ? marker.operands : [marker]));
  return { kind: "and", operands };
}
