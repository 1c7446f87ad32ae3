// The split with a lock. A package of nixpkgs brings what its own version needs, so the lock's ranges bind only what pip
// installs; where the lock tells no range, only the locked version is known to do.

import type { Candidate } from "../nixpkgs/index.ts";
import { isInstallableOnNix, isPureWheel } from "../pep/pep425.ts";
import { formatSpecifierSet, satisfies } from "../pep/pep440.ts";
import { NO_PLATFORM, PLATFORMS, type PlatformSet, platformsOf } from "../platforms.ts";
import { ANY_VERSION, type Constraint, type Lock, type LockedPackage } from "../project.ts";
import {
  type Active,
  type Context,
  compareTexts,
  fitReason,
  isCandidate,
  requestersOf,
  tellMismatch,
  unique,
} from "./context.ts";
import { misfit, unequal } from "./fit.ts";
import type { Edge, LockGraph } from "./lock-graph.ts";
import { type ReachedLock, type Root, reachLock } from "./lock-reach.ts";
import type { Decision, Need, PipRequirement, Requester } from "./plan.ts";
import type { Chosen } from "./selection.ts";
import { chainOf, type Side, type SplitGraph, split, type Want } from "./split.ts";

/** What is known of a package of the lock. */
interface Locked {
  readonly package: LockedPackage;
  readonly candidate: Candidate | null;
  /** Why there is no candidate. */
  readonly absence: string;
}

/**
 * Decides everything that the lock pins for the requirements. Those that the lock does not have, or has outside
 * the required range, are told and given back as `open`.
 */
export function decideLocked(
  context: Context,
  lock: Lock,
  active: readonly Active[],
  chosen: Chosen,
  folders: readonly string[],
): { decisions: Decision[]; open: Active[] } {
  tellForeign(context, lock);
  const first = reachLock(lock, active, chosen, context.identity, folders);
  for (const entry of first.missing) tellMissing(context, lock, entry);
  // A project that the lock has for one of its requirements and not for another is decided without the lock.
  const stale = new Set(first.missing.map(({ requirement }) => requirement.key));
  const isOpen = ({ requirement }: Active) => stale.has(requirement.key);
  const reached =
    stale.size === 0
      ? first
      : reachLock(
          lock,
          active.filter((entry) => !isOpen(entry)),
          chosen,
          context.identity,
          folders,
        );
  const locked = reached.graph.packages.map((item): Locked => {
    const found = context.find(item.key);
    const known = isCandidate(found) ? { candidate: found, absence: "" } : { candidate: null, absence: found.reason };
    return { package: item, ...known };
  });
  const roots = reached.roots.filter(({ target }) => !stale.has(locked[target.to]?.package.key ?? ""));
  const sides = splitLocked(context, reached, roots, locked);
  tellRanges(context, lock, reached, sides);
  const answered = new Set(roots.flatMap((root) => root.active));
  return {
    decisions: decide(context, reached.graph, locked, sides, roots),
    open: active.filter((entry) => !answered.has(entry)),
  };
}

/** Where the lock was not made for the interpreter or for systems of nixpkgs. */
function tellForeign(context: Context, { file, requiresPython, environments }: Lock): void {
  const { version } = context.interpreter;
  if (requiresPython && !requiresPython.constraint.some((set) => satisfies(set, version))) {
    const message = `${file} is for Python ${requiresPython.text}, and the shell has ${version}`;
    context.diagnostics.push({ severity: "warning", message, origin: requiresPython.origin });
  }
  if (!environments || environments.length === 0) return;
  const covered = environments.reduce(
    (set, marker) => set | platformsOf(marker, context.identity).platforms,
    NO_PLATFORM,
  );
  const usual = PLATFORMS.filter(({ system }, bit) => USUAL_SYSTEMS.includes(system) && (covered & (1 << bit)) === 0);
  if (usual.length === 0) return;
  const message = `${file} was not made for ${usual.map(({ system }) => system).join(", ")} with Python ${version}: what those need may be missing from it`;
  context.diagnostics.push({ severity: "warning", message });
}

const USUAL_SYSTEMS: readonly string[] = ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin"];

function tellMissing(context: Context, lock: Lock, { requirement }: Active): void {
  const versions = lock.packages.filter(({ key }) => key === requirement.key).map(({ version }) => version);
  const what = requirement.name ?? requirement.key;
  const message =
    versions.length > 0
      ? `the lock has ${what} ${versions.join(" and ")}, which is not what is required here: ${lock.file} is out of date`
      : `${what} is not in the lock: ${lock.file} is out of date`;
  context.diagnostics.push({ severity: "warning", message, origin: requirement.origin });
}

/** Some locks name what a package needs without the versions that it accepts, and some do not say who needs what. */
function tellRanges(context: Context, lock: Lock, { graph, unattributed }: ReachedLock, sides: readonly Side[]): void {
  if (sides.every(({ pip }) => pip === NO_PLATFORM)) return;
  const hasEdges = graph.packages.some((_, node) => graph.edges(node).length > 0);
  if (unattributed.length > 0 && !hasEdges) {
    const message = `${lock.file} does not tell which package needs which: what the project does not require itself is taken from nixpkgs where it is there, in nixpkgs' version`;
    context.diagnostics.push({ severity: "note", message });
    return;
  }
  const hasRanges = graph.packages.every((_, node) => graph.edges(node).every(({ constraint }) => constraint !== null));
  if (hasRanges) return;
  const message = `${lock.file} does not tell which versions a package accepts, so what pip installs brings what it needs in the locked versions (--match any takes nixpkgs' versions, and pip says at entry where that cannot be)`;
  context.diagnostics.push({ severity: "note", message });
}

function splitLocked(
  context: Context,
  { graph, unattributed }: ReachedLock,
  roots: readonly Root[],
  locked: readonly Locked[],
): Side[] {
  const at = (node: number) => locked[node] as Locked;
  const want = (node: number, platforms: PlatformSet, constraint: Constraint | null, by: string | null): Want => ({
    node,
    platforms,
    refusal: context.isForced(at(node).package.key) ? null : wantRefusal(context, at(node), constraint, by),
  });
  const wants = [
    ...roots.flatMap(({ target: { to, platforms }, constraint, active, by }): Want[] =>
      active.length === 0
        ? [want(to, platforms, constraint, by)]
        : active.map(({ requirement }) => want(to, platforms, requirement.constraint, null)),
    ),
    // nixpkgs' package does not bring what its extras add, and its own set fits it where the lock tells no range.
    ...graph.extraEdges().map(({ to, platforms, constraint }) => want(to, platforms, constraint ?? ANY_VERSION, null)),
  ];
  // What the user decides holds for what only another package of nixpkgs would bring too.
  for (const [node, { package: item, candidate, absence }] of locked.entries()) {
    const isExact = candidate && context.match(item.key) === "exact" && !context.isForced(item.key);
    const refusal = context.isFromPip(item.key) ? absence : isExact ? unequal(candidate, item.version) : null;
    if (refusal !== null) wants.push({ node, platforms: graph.reached(node), refusal });
  }
  // Whoever needs these is unknown. nixpkgs' packages bring what they need; what comes from pip may need any of them.
  const loose = unattributed.map(({ to, platforms }) => want(to, platforms, ANY_VERSION, null));
  const packages: SplitGraph<Edge> = {
    size: locked.length,
    wanted: (node) => graph.reached(node),
    edges: (node) => graph.edges(node),
    incoming: (node) => graph.incoming(node),
    refusal: ({ from, to, constraint }) => {
      const { key } = at(to).package;
      if (context.isForced(key)) return null;
      const isFree = constraint === null && context.match(key) === "any";
      return refusal(at(to), isFree ? ANY_VERSION : constraint, at(from).package.name);
    },
    // What nixpkgs lacks is there only if somebody else needs it, and then it is pip's already; a program has its
    // own packages.
    isBuiltOn: ({ from }) => at(from).candidate?.kind === "python" && !context.isForced(at(from).package.key),
  };
  const sides = split(packages, wants);
  return loose.length === 0 || sides.every(({ pip }) => pip === NO_PLATFORM)
    ? sides
    : split(packages, [...wants, ...loose]);
}

/** Why a package comes from pip, down to the package that began it. */
function reasonOf(graph: LockGraph, sides: readonly Side[], locked: readonly Locked[], node: number): string {
  const { nodes: chain, cause } = chainOf(sides, node);
  if (chain.length === 1) return cause.reason;
  const name = (at: number) => (locked[at] as Locked).package.name;
  const steps = chain.slice(1).map((on, i) => {
    const from = chain[i] as number;
    const edges = graph.edges(from).filter(({ to }) => to === on);
    const extra = edges.every((edge) => edge.extra !== null) ? edges[0]?.extra : null;
    const who = i === 0 ? "it" : name(from);
    return `${name(on)}, which ${extra == null ? `${who} is built against` : `${who} needs for its extra ${extra}`},`;
  });
  const version = locked[node]?.candidate?.version;
  return `nixpkgs' ${version} would fit, but ${steps.join(" and ")} ${steps.length > 1 ? "come" : "comes"} from pip: ${cause.reason}`;
}

/** Why nixpkgs' package cannot be what the project asks for; null when it can. */
function wantRefusal(context: Context, item: Locked, constraint: Constraint | null, by: string | null): string | null {
  if (context.match(item.package.key) !== "any") return refusal(item, constraint, by);
  const reason = refusal(item, ANY_VERSION, by);
  if (reason === null) tellMismatch(context, item.candidate, constraint ?? onlyLocked(item.package), item.package.name);
  return reason;
}

/** Why nixpkgs' package cannot serve one that needs it; null when it can. */
function refusal(
  { package: locked, candidate, absence }: Locked,
  constraint: Constraint | null,
  by: string | null,
): string | null {
  const { source } = locked;
  switch (source.kind) {
    case "path":
      return `it is locked to the path ${source.path}`;
    case "url":
    case "vcs":
      return `it is locked to ${source.url}`;
    case "registry":
      if (source.index !== undefined) return `it is locked to the index ${source.index}`;
  }
  if (!candidate) return absence;
  if (by !== null && !candidate.sameDistribution)
    return `${by}, from pip, needs it under its own name, and nixpkgs has ${candidate.attribute.join(".")}`;
  // Where the lock does not tell what the dependent accepts, only the locked version is known to do.
  const reason = misfit(candidate, constraint ?? onlyLocked(locked));
  return reason !== null && by !== null ? `${reason} by ${by}, which comes from pip` : reason;
}

function onlyLocked({ version }: LockedPackage): Constraint {
  return version === "" ? ANY_VERSION : [[{ operator: "==", version }]];
}

function decide(
  context: Context,
  graph: LockGraph,
  locked: readonly Locked[],
  sides: readonly Side[],
  roots: readonly Root[],
): Decision[] {
  const rootsOf = new Map<number, Root[]>();
  for (const root of roots) rootsOf.set(root.target.to, [...(rootsOf.get(root.target.to) ?? []), root]);
  return locked.flatMap(({ package: item, candidate }, node): Decision[] => {
    const { pip, asked } = sides[node] as Side;
    const nix = graph.reached(node) & ~pip;
    const listed = asked & nix;
    const direct = unique((rootsOf.get(node) ?? []).flatMap(({ active }) => active));
    const owners = (rootsOf.get(node) ?? []).flatMap(({ by }) => by ?? []);
    const dependents = unique([
      ...owners,
      ...graph.incoming(node).map(({ from }) => (locked[from] as Locked).package.name),
    ]).sort(compareTexts);
    const requesters: Requester[] = [
      ...requestersOf(direct),
      ...dependents.map((name): Requester => ({ kind: "package", name })),
    ];
    const base = { name: direct[0]?.requirement.name ?? item.name, key: item.key, requesters };
    const decisions: Decision[] = [];
    if (candidate) {
      const { kind, attribute, version } = candidate;
      const nixPackage = { kind, attribute, version, extras: [] };
      if (listed !== NO_PLATFORM) {
        decisions.push({
          ...base,
          from: "nixpkgs",
          platforms: listed,
          listed: true,
          reason: fitReason(candidate, direct),
          package: nixPackage,
        });
      }
      if ((nix & ~listed) !== NO_PLATFORM) {
        const bringers = dependents.filter((name) => name !== item.name).join(", ");
        decisions.push({
          ...base,
          from: "nixpkgs",
          platforms: nix & ~listed,
          listed: false,
          reason: bringers === "" ? "comes with what needs it, which the lock does not tell" : `comes with ${bringers}`,
          package: nixPackage,
        });
      }
    } else if (nix !== NO_PLATFORM) {
      const who = dependents.length > 0 ? `only ${dependents.join(", ")}` : "only packages of nixpkgs";
      const why = `${who} would need it, and nixpkgs brings what its own version needs`;
      decisions.push({ ...base, from: "nowhere", platforms: nix, reason: why });
    }
    if (pip !== NO_PLATFORM) {
      const requirement = lockedRequirement(context, item, direct);
      const isPure = item.files.some(({ name }) => isPureWheel(name));
      const reason = reasonOf(graph, sides, locked, node);
      decisions.push({
        ...base,
        from: "pip",
        platforms: pip,
        reason,
        requirements: [requirement],
        isPure,
        needs: needsOf(graph, locked, node),
      });
    }
    return decisions;
  });
}

/** What a package needs, each once. */
function needsOf(graph: LockGraph, locked: readonly Locked[], node: number): Need[] {
  const needs = new Map<string, PlatformSet>();
  for (const { to, platforms } of graph.edges(node)) {
    const { key } = (locked[to] as Locked).package;
    needs.set(key, (needs.get(key) ?? NO_PLATFORM) | platforms);
  }
  return [...needs].sort(([a], [b]) => compareTexts(a, b)).map(([key, platforms]) => ({ key, platforms }));
}

function lockedRequirement(context: Context, locked: LockedPackage, direct: readonly Active[]): PipRequirement {
  const isRegistry = locked.source.kind === "registry";
  const files = locked.files.filter(({ name }) => isInstallableOnNix(name, context.identity.version));
  return {
    name: locked.name,
    extras: unique(direct.flatMap(({ requirement }) => requirement.extras)),
    specifier: isRegistry ? versionSpecifier(locked, direct) : "",
    source: locked.source,
    marker: null,
    hashes: isRegistry ? unique(files.flatMap(({ hash }) => hash ?? [])) : [],
    options: [],
    files,
  };
}

/** The locked version, or where the lock has none, what the manifest accepts. */
function versionSpecifier({ version }: LockedPackage, direct: readonly Active[]): string {
  if (version !== "") return `==${version}`;
  const [only] = direct.flatMap(({ requirement }) => requirement.constraint);
  return only ? formatSpecifierSet(only) : "";
}
