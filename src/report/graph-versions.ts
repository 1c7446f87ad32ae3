// The versions of a dependency side by side: required, locked, in nixpkgs, and taken.

import { append } from "../append.ts";
import { formatOrigin, type Origin } from "../diagnostics.ts";
import type { Candidate, NixpkgsIndex } from "../nixpkgs/index.ts";
import { formatConstraint, isUnconstrained } from "../pep/constraint.ts";
import type { LockedPackage, Project, Requirement } from "../project.ts";
import type { Decision, PipRequirement, Plan } from "../resolver/plan.ts";

/** What a line of a manifest asks for. */
export interface Required {
  /** `<2`, or `any` for every version. */
  readonly range: string;
  readonly origin: Origin;
}

export interface Versions {
  /** By each line that asks for it here. */
  readonly required: readonly Required[];
  /** Of the lock; several where it pins several for different environments. */
  readonly locked: readonly string[];
  /** What nixpkgs has for the interpreter; null for nothing. */
  readonly nixpkgs: { readonly attribute: string; readonly version: string } | null;
  /** What is taken: a version, a range without a lock, `a URL` or `a path`; null for nothing. */
  readonly taken: string | null;
}

/** What the manifest says of a decision's project: the requirements on its requesters' lines, and the constraints on it. */
export function requirementsOf(decision: Decision, project: Project): readonly Requirement[] {
  const lines = new Set(
    decision.requesters.flatMap((one) => (one.kind === "manifest" ? [formatOrigin(one.origin)] : [])),
  );
  const { asked, constraints } = byKey(project);
  const here = (asked.get(decision.key) ?? []).filter(({ origin }) => lines.has(formatOrigin(origin)));
  return [...here, ...(constraints.get(decision.key) ?? [])];
}

/** What a project has by the keys of what it is about, so that each decision does not look at all of it. */
interface ByKey {
  readonly asked: ReadonlyMap<string, readonly Requirement[]>;
  readonly constraints: ReadonlyMap<string, readonly Requirement[]>;
  readonly locked: ReadonlyMap<string, readonly LockedPackage[]>;
}

const known = new WeakMap<Project, ByKey>();

function byKey(project: Project): ByKey {
  let found = known.get(project);
  if (!found) {
    found = {
      asked: grouped([...project.requirements, ...project.buildRequires]),
      constraints: grouped(project.constraints),
      locked: grouped(project.lock?.packages ?? []),
    };
    known.set(project, found);
  }
  return found;
}

function grouped<T extends { readonly key: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) append(groups, item.key, item);
  return groups;
}

/** What nixpkgs has for a decision: what was taken, or what it would have had; null for nothing. */
export function candidateOf(decision: Decision, plan: Plan, index: NixpkgsIndex): Candidate | null {
  const found = index.find(decision.key, plan.interpreter.attribute);
  return "attribute" in found ? found : null;
}

export function versionsOf(decision: Decision, plan: Plan, project: Project, index: NixpkgsIndex): Versions {
  const candidate = decision.from === "nixpkgs" ? decision.package : candidateOf(decision, plan, index);
  const locked = (byKey(project).locked.get(decision.key) ?? []).filter(({ version }) => version !== "");
  return {
    required: requirementsOf(decision, project).map(({ constraint, origin }) => ({
      range: isUnconstrained(constraint) ? "any" : formatConstraint(constraint),
      origin,
    })),
    locked: [...new Set(locked.map(({ version }) => version))],
    nixpkgs: candidate && { attribute: candidate.attribute.join("."), version: candidate.version },
    taken: takenBy(decision),
  };
}

function takenBy(decision: Decision): string | null {
  switch (decision.from) {
    case "nixpkgs":
      return decision.package.version;
    case "pip":
      return [...new Set(decision.requirements.map(takenOf))].join(" and ");
    case "nowhere":
      return null;
  }
}

function takenOf({ source, specifier }: PipRequirement): string {
  if (source.kind === "path") return "a path";
  if (source.kind !== "registry") return "a URL";
  return specifier === "" ? "any" : specifier.replace(/^===?(?=[^,*]+$)/, "");
}
