// Why each dependency comes from where it does, and who asks for it by which path.

import { maskCredentials } from "../credentials.ts";
import { formatOrigin, type Origin, printable } from "../diagnostics.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { normalizeName } from "../pep/pep503.ts";
import { ALL_PLATFORMS, systemsOf } from "../platforms.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import type { Paint } from "./summary.ts";

/** A way from the manifest to a dependency: the packages that need each other, the dependency's own dependent last. */
export interface Path {
  /** The line of the manifest that it begins with; null where a member of the workspace or a script begins it. */
  readonly origin: Origin | null;
  readonly through: readonly string[];
}

export interface Explanation {
  readonly name: string;
  readonly from: Decision["from"];
  /** The systems of nixpkgs that this is about; null for all. */
  readonly systems: readonly string[] | null;
  readonly reason: string;
  /** What is taken of nixpkgs: the attribute path as it is written, and its version. */
  readonly attribute: string | null;
  readonly version: string | null;
  /** Whether the Nix file lists it, as against another package of nixpkgs bringing it. */
  readonly listed: boolean;
  /** How pip is asked for it. */
  readonly requirements: readonly string[];
  /** The shortest path by each that asks for it. */
  readonly askedBy: readonly Path[];
  /** Attributes of nixpkgs with names near to one that it does not have. */
  readonly near: readonly string[];
}

/** Explains each decision of a plan, in its order. */
export function explain(plan: Plan, index: NixpkgsIndex): Explanation[] {
  const paths = shortestPaths(plan);
  return plan.decisions.map((decision): Explanation => {
    const found = decision.from === "pip" ? index.find(decision.key, plan.interpreter.attribute) : null;
    // What nixpkgs has and may not build is no missing name.
    const isMissing = found !== null && !("attribute" in found) && found.flag === undefined;
    return {
      name: decision.name,
      from: decision.from,
      systems: decision.platforms === ALL_PLATFORMS ? null : systemsOf(decision.platforms),
      reason: maskCredentials(decision.reason),
      attribute: decision.from === "nixpkgs" ? decision.package.attribute.join(".") : null,
      version: decision.from === "nixpkgs" ? decision.package.version : null,
      listed: decision.from === "nixpkgs" && decision.listed,
      requirements:
        decision.from === "pip"
          ? decision.requirements.map((one) => `${one.name ?? decision.key}${one.specifier}`)
          : [],
      askedBy: decision.requesters.map((requester): Path => {
        if (requester.kind === "manifest") return { origin: requester.origin, through: [] };
        return paths.get(normalizeName(requester.name)) ?? { origin: null, through: [requester.name] };
      }),
      near: isMissing ? index.near(decision.key, plan.interpreter.attribute) : [],
    };
  });
}

/** For each package the shortest path from the manifest to it, itself at the end. */
function shortestPaths({ decisions }: Plan): ReadonlyMap<string, Path> {
  const needs = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  const paths = new Map<string, Path>();
  const queue: string[] = [];
  for (const { key, name, requesters } of decisions) {
    names.set(key, name);
    for (const requester of requesters) {
      if (requester.kind === "manifest") {
        if (paths.has(key)) continue;
        paths.set(key, { origin: requester.origin, through: [name] });
        queue.push(key);
      } else {
        const by = normalizeName(requester.name);
        needs.set(by, (needs.get(by) ?? new Set()).add(key));
      }
    }
  }
  // Members of a workspace ask for things without being asked for.
  for (const by of needs.keys()) if (!names.has(by)) queue.push(by);
  for (let next = 0; next < queue.length; next++) {
    const by = queue[next] as string;
    const before = paths.get(by) ?? { origin: null, through: [by] };
    for (const key of needs.get(by) ?? []) {
      if (paths.has(key)) continue;
      paths.set(key, { origin: before.origin, through: extended(before.through, names.get(key) ?? key) });
      queue.push(key);
    }
  }
  return paths;
}

/** No project comes near so many steps. All paths of one chain together would be as long as its square. */
const MOST_STEPS = 30;

/** A path with one more step; of one that is too long the middle is left out. */
function extended(through: readonly string[], name: string): string[] {
  const half = MOST_STEPS / 2;
  if (through.length < MOST_STEPS) return [...through, name];
  return [...through.slice(0, half), "…", ...through.slice(-half + 2), name];
}

const MOST_PATHS = 4;

/** The explanations as text for a person. */
export function formatExplanations(explanations: readonly Explanation[], paint: Paint): string {
  return explanations.map((one) => `${format(one, paint).join("\n")}\n`).join("\n");
}

function format(one: Explanation, paint: Paint): string[] {
  const where = one.systems === null ? "" : ` ${paint.dim(`(${one.systems.join(", ")})`)}`;
  const paths = one.askedBy.slice(0, MOST_PATHS).map(formatPath);
  const more = one.askedBy.length - paths.length;
  return [
    `${paint.bold(printable(one.name))}: ${source(one)}${where}`,
    `  ${printable(one.reason)}`,
    ...paths.map((path, i) => `  ${paint.dim(i === 0 ? "asked for by" : "            ")} ${path}`),
    ...(more > 0 ? [`  ${paint.dim(`             and ${more} more`)}`] : []),
    ...(one.near.length > 0 ? [`  ${paint.dim("near names  ")} ${printable(one.near.join(", "))}`] : []),
  ];
}

function source({ from, attribute, version, listed, requirements }: Explanation): string {
  switch (from) {
    case "nixpkgs":
      return `from nixpkgs, ${printable(`${attribute} ${version}`)}${listed ? "" : ", which another package brings"}`;
    case "pip":
      return `from pip, ${printable(requirements.join(" and "))}`;
    case "nowhere":
      return "not needed";
  }
}

/** `pyproject.toml:8:5 → dash → flask` */
function formatPath({ origin, through }: Path): string {
  return [...(origin ? [formatOrigin(origin)] : []), ...through.map(printable)].join(" → ");
}
