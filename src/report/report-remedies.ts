// What would bring a package from pip to nixpkgs: what a project, its settings or another nixpkgs can do about it.

import { formatOrigin } from "../diagnostics.ts";
import type { Candidate, NixpkgsIndex } from "../nixpkgs/index.ts";
import { admits, formatConstraint } from "../pep/constraint.ts";
import { compareVersions, parseVersion, satisfies } from "../pep/pep440.ts";
import type { Project } from "../project.ts";
import { misfit } from "../resolver/fit.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { kindOf } from "./graph.ts";
import { candidateOf, requirementsOf } from "./graph-versions.ts";
import { code, type Line } from "./report-document.ts";

type FromPip = Extract<Decision, { from: "pip" }>;

/** What a report knows. */
export interface Known {
  readonly plan: Plan;
  readonly project: Project;
  readonly index: NixpkgsIndex;
}

/** The remedies for a package from pip, the nearest first; none where nothing is known to help. */
export function remediesFor(decision: FromPip, known: Known): Line[] {
  const { plan, index } = known;
  if (kindOf(decision) === "pip" && decision.cause.isSet)
    return [["take the setting away that brings it from pip (", code("--from-pip"), ")"]];
  const candidate = candidateOf(decision, plan, index);
  if (decision.requirements.some(({ source }) => source.kind !== "registry" || source.index !== undefined))
    return candidate ? [takeAnyway(decision, candidate)] : [["nothing, as long as it is to come from there"]];
  if (kindOf(decision) === "built") return followsFrom(decision, known);
  return candidate ? forMisfit(decision, candidate, known) : forAbsence(decision, known);
}

/** Built against packages from pip: it comes back with those of them that are not there for its own sake. */
function followsFrom({ key, name, needs }: FromPip, { plan, index }: Known): Line[] {
  const needed = new Set(needs.map((need) => need.key));
  const others = plan.decisions.filter(
    (other) => other.from === "pip" && other.key !== key && needed.has(other.key) && other.cause.by !== name,
  );
  const known = others.filter((other) => candidateOf(other, plan, index) !== null);
  const names = [...new Set((known.length > 0 ? known : others).map((other) => other.name))];
  return names.length === 0 ? [] : [["it comes back with ", ...listed(names)]];
}

function forMisfit(decision: FromPip, candidate: Candidate, known: Known): Line[] {
  const { project } = known;
  const tight = requirementsOf(decision, project).filter(({ constraint }) => misfit(candidate, constraint) !== null);
  const dependents = decision.requesters.flatMap((one) => (one.kind === "package" ? [one.name] : []));
  const cause = dependents.filter((name) => name === decision.cause.by);
  const { version } = candidate;
  return [
    ...tight.map(
      ({ constraint, origin }): Line => ["loosen ", code(formatConstraint(constraint)), ` in ${formatOrigin(origin)}`],
    ),
    ...(cause.length > 0 ? [["it follows from ", ...listed(cause)] as Line] : []),
    ...(tight.length === 0 && cause.length === 0 && dependents.length > 0
      ? [[`releases of `, ...listed(dependents), ` that accept ${version}`] as Line]
      : []),
    ...(tight.length > 0 ? otherSets(decision, candidate.attribute, known) : []),
    ...(isOlderThanAsked(decision, candidate) ? [[`a newer nixpkgs (this one has ${version})`]] : []),
    [code(`--match ${decision.key}=any`), ` takes nixpkgs' ${version}`],
  ];
}

/** Whether nixpkgs is behind what is taken. */
function isOlderThanAsked({ requirements }: FromPip, { comparable }: Candidate): boolean {
  const there = comparable === null ? null : parseVersion(comparable);
  if (!there) return false;
  return requirements.some(({ specifier }) => {
    const bound = /^(?:==|>=|>|~=)([^,*]+)/.exec(specifier)?.[1];
    const wanted = bound === undefined ? null : parseVersion(bound);
    return wanted !== null && compareVersions(there, wanted) < 0;
  });
}

/** Other interpreters of the same nixpkgs that have a version that the manifest accepts. */
function otherSets(decision: FromPip, attribute: readonly string[], { plan, project, index }: Known): Line[] {
  const ranges = requirementsOf(decision, project).map(({ constraint }) => constraint);
  return index.entries(attribute, "python").flatMap(({ interpreter, version, flags }): Line[] => {
    if (interpreter === null || interpreter === plan.interpreter.attribute || flags.length > 0) return [];
    const python = plan.index.interpreters[interpreter] ?? "";
    const isWelcome = project.requiresPython.every(({ constraint }) =>
      constraint.some((set) => satisfies(set, python)),
    );
    const fits = parseVersion(version) !== null && ranges.length > 0 && ranges.every((range) => admits(range, version));
    if (!isWelcome || !fits) return [];
    const short = python.split(".").slice(0, 2).join(".");
    return [[`nixpkgs has ${version} in ${interpreter}Packages: `, code(`--python ${short}`)]];
  });
}

function forAbsence(decision: FromPip, known: Known): Line[] {
  const { plan, index } = known;
  const found = index.find(decision.key, plan.interpreter.attribute);
  const flag = "flag" in found ? found.flag : undefined;
  if (flag === "unfree") return [[code("--allow-unfree"), " takes it"]];
  const others = index.pythonAttributes(decision.key).flatMap((path) => otherSets(decision, path, known));
  if (flag !== undefined) return [...others, ["another nixpkgs (", code("--index"), "), if it is mended there"]];
  const near = index.near(decision.key, plan.interpreter.attribute);
  return [
    ...others,
    ...(near.length > 0
      ? [["if it is ", ...listed(near, "or"), " there: ", code(`--map ${decision.key}=ATTRIBUTE`)] as Line]
      : []),
    ["packaging it for nixpkgs"],
  ];
}

function takeAnyway({ key }: FromPip, { version }: Candidate): Line {
  return [code(`--from-nixpkgs ${key}`), ` takes nixpkgs' ${version}`];
}

const MOST_NAMES = 6;

function listed(names: readonly string[], last = "and"): Line {
  const shown = names.slice(0, MOST_NAMES).map(code);
  const more = names.length - shown.length;
  const parts = more > 0 ? [...shown, `${more} more`] : shown;
  return parts.flatMap((part, i) => (i === 0 ? [part] : [i === parts.length - 1 ? ` ${last} ` : ", ", part]));
}
