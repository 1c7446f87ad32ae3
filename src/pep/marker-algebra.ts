// Markers as boolean expressions: what remains of one when a part of the environment is known, a simpler one that
// means the same, and which extras or groups one is about.

import { append } from "../append.ts";
import {
  evaluateMarker,
  formatMarker,
  type Marker,
  type MarkerComparison,
  type MarkerEnvironment,
  markerKey,
} from "./pep508.ts";

/** A marker that may be decided already. */
export type Truth = boolean | Marker;

/** Both of them: a conjunction without decided parts, nested conjunctions and repetitions. */
export function conjunction(operands: readonly Truth[]): Truth {
  return combine("and", operands);
}

/** Either of them, as `conjunction`. */
export function disjunction(operands: readonly Truth[]): Truth {
  return combine("or", operands);
}

function combine(kind: "and" | "or", operands: readonly Truth[]): Truth {
  const absorbing = kind === "or";
  const parts = new Map<string, Marker>();
  for (const operand of operands) {
    if (operand === absorbing) return absorbing;
    if (typeof operand === "boolean") continue;
    for (const part of operand.kind === kind ? operand.operands : [operand]) parts.set(formatMarker(part), part);
  }
  const [only, ...others] = parts.values();
  if (!only) return !absorbing;
  return others.length === 0 ? only : { kind, operands: [...parts.values()] };
}

/**
 * What remains of a marker when some variables are known: their comparisons are decided, the others stay as they
 * are. Throws a MarkerError where evaluation would.
 */
export function partiallyEvaluate(marker: Marker, known: MarkerEnvironment): Truth {
  if (marker.kind === "compare")
    return Object.hasOwn(known, markerKey(marker)) ? evaluateMarker(marker, known) : marker;
  return combine(
    marker.kind,
    marker.operands.map((operand) => partiallyEvaluate(operand, known)),
  );
}

/**
 * A marker that holds in exactly the same environments, with less in it: nothing twice, nothing that another
 * operand implies, no comparison that the others of its conjunction or disjunction decide.
 */
export function simplifyMarker(marker: Truth): Truth {
  if (typeof marker === "boolean" || marker.kind === "compare") return marker;
  const simpler = combine(marker.kind, marker.operands.map(simplifyMarker));
  if (typeof simpler === "boolean" || simpler.kind === "compare") return simpler;
  const merged = mergeComparisons(absorb(simpler));
  if (typeof merged === "boolean" || merged.kind === "compare") return merged;
  return factor(merged);
}

type Compound = Extract<Marker, { operands: readonly Marker[] }>;

/** `a or (a and b)` is `a`, and `a and (a or b)` is `a`. */
function absorb(marker: Compound): Compound {
  const parts = marker.operands.map((operand) => new Set(partsOf(operand, marker.kind).map(formatMarker)));
  // What absorbs an operand has its rarest part in that operand, so only few have to be compared with it.
  const counts = new Map<string, number>();
  for (const own of parts) for (const part of own) counts.set(part, (counts.get(part) ?? 0) + 1);
  const byRarest = new Map<string, ReadonlySet<string>[]>();
  for (const own of parts) {
    const [first = "", ...others] = own;
    const rarest = others.reduce((a, b) => ((counts.get(b) ?? 0) < (counts.get(a) ?? 0) ? b : a), first);
    append(byRarest, rarest, own);
  }
  const isAbsorbed = (own: ReadonlySet<string>) =>
    [...own].some((part) =>
      byRarest.get(part)?.some((other) => other.size < own.size && [...other].every((each) => own.has(each))),
    );
  return { kind: marker.kind, operands: marker.operands.filter((_, at) => !isAbsorbed(parts[at] as Set<string>)) };
}

/** The operands of an operand of the other kind; itself where it is none. */
function partsOf(operand: Marker, outer: "and" | "or"): readonly Marker[] {
  return operand.kind !== "compare" && operand.kind !== outer ? operand.operands : [operand];
}

/** A variable whose comparisons are equality of strings alone. */
interface Equality {
  readonly key: string;
  readonly value: string;
  readonly equal: boolean;
}

const STRING_VARIABLES: ReadonlySet<string> = new Set([
  "os_name",
  "sys_platform",
  "platform_system",
  "platform_machine",
  "platform_python_implementation",
  "implementation_name",
]);

function equality(marker: Marker): Equality | null {
  if (marker.kind !== "compare" || (marker.operator !== "==" && marker.operator !== "!=")) return null;
  const key = markerKey(marker);
  if (!STRING_VARIABLES.has(key)) return null;
  const literal = [marker.left, marker.right].find((operand) => operand.kind === "value");
  return literal?.kind === "value" ? { key, value: literal.value, equal: marker.operator === "==" } : null;
}

/**
 * Takes comparisons of one variable together. In a conjunction `x == "a"` decides every other one about `x`; in a
 * disjunction `x != "a"` does.
 */
function mergeComparisons(marker: Compound): Truth {
  const deciding = marker.kind === "and";
  const decided = new Map<string, string>();
  for (const operand of marker.operands) {
    const found = equality(operand);
    if (found?.equal !== deciding) continue;
    const other = decided.get(found.key);
    // Equal to two things is never, different from one of two always.
    if (other !== undefined && other !== found.value) return !deciding;
    decided.set(found.key, found.value);
  }
  if (decided.size === 0) return marker;
  const operands = marker.operands.map((operand): Truth => {
    const found = equality(operand);
    if (found && found.equal === deciding) return operand;
    return assume(operand, decided, deciding);
  });
  return combine(marker.kind, operands);
}

/** The marker where each variable is (`equal`), or is not, the value: a conjunction assumes the one, a disjunction the other. */
function assume(marker: Marker, values: ReadonlyMap<string, string>, deciding: boolean): Truth {
  if (marker.kind !== "compare")
    return combine(
      marker.kind,
      marker.operands.map((operand) => assume(operand, values, deciding)),
    );
  const found = equality(marker);
  const value = found ? values.get(found.key) : undefined;
  if (!found || value === undefined) return marker;
  // Behind `x == "a" and`, and behind `x != "a" or`, the variable has the value "a".
  return (found.value === value) === found.equal;
}

/** `(a and b) or (a and c)` is `a and (b or c)`; the same with the operators exchanged. */
function factor(marker: Compound): Truth {
  const inner = marker.kind === "or" ? "and" : "or";
  if (!marker.operands.every(({ kind }) => kind === inner)) return marker;
  const named = (operand: Marker) => partsOf(operand, marker.kind).map((part) => [formatMarker(part), part] as const);
  const [first = [], ...rest] = marker.operands.map(named);
  const common = new Map(first);
  for (const names of rest.map((parts) => new Set(parts.map(([name]) => name))))
    for (const name of common.keys()) if (!names.has(name)) common.delete(name);
  if (common.size === 0) return marker;
  const remainders = marker.operands.map((operand) =>
    combine(
      inner,
      partsOf(operand, marker.kind).filter((part) => !common.has(formatMarker(part))),
    ),
  );
  return combine(inner, [...common.values(), simplifyMarker(combine(marker.kind, remainders))]);
}

/** The names that a marker compares one of the variables `extra`, `extras` or `dependency_groups` with, in order. */
export function namesIn(marker: Marker, variable: "extra" | "extras" | "dependency_groups"): string[] {
  const names = new Set<string>();
  const visit = (part: Marker): void => {
    if (part.kind !== "compare") part.operands.forEach(visit);
    else for (const name of namesCompared(part, variable)) names.add(name);
  };
  visit(marker);
  return [...names].sort();
}

function namesCompared(comparison: MarkerComparison, variable: string): string[] {
  if (markerKey(comparison) !== variable) return [];
  return [comparison.left, comparison.right].flatMap((operand) => (operand.kind === "value" ? [operand.value] : []));
}

/**
 * For the project itself (null) and each extra that a marker names, what remains of it there: the inverse of
 * writing a dependency of an extra as `...; extra == "name"`. Those where nothing remains are left out.
 */
export function byExtra(marker: Marker): ReadonlyMap<string | null, Truth> {
  const remainders = new Map<string | null, Truth>();
  for (const name of [null, ...namesIn(marker, "extra")]) {
    const rest = simplifyMarker(partiallyEvaluate(marker, { extra: name ?? "" }));
    if (rest !== false) remainders.set(name, rest);
  }
  return remainders;
}

/** What remains of a lock file's marker (PEP 751) for the chosen extras and groups. */
export function forSelection(marker: Marker, extras: ReadonlySet<string>, groups: ReadonlySet<string>): Truth {
  return simplifyMarker(partiallyEvaluate(marker, { extras, dependency_groups: groups }));
}
