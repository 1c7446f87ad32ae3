// The split with a lock. pip's packages are the least set with these members:
//   1. what the manifest or a chosen extra requires and nixpkgs lacks, or has in a version that does not fit;
//   2. what a member needs and nixpkgs lacks, or has in a version that the member does not accept;
//   3. what needs a member: nixpkgs built it against its own version of that member.
// A package of nixpkgs brings what its own version needs, so the lock's ranges bind only what pip installs.
// The set only grows while it is worked out, so the order of work does not change it; each platform has its own.

import type { Candidate } from "../nixpkgs/index.ts";
import { isInstallableOnNix, isPureWheel } from "../pep/pep425.ts";
import { NO_PLATFORM, type PlatformSet } from "../platforms.ts";
import { ANY_VERSION, type Constraint, type Lock, type LockedPackage } from "../project.ts";
import { type Active, type Context, compareTexts, fitReason, isCandidate, requestersOf, unique } from "./context.ts";
import { misfit } from "./fit.ts";
import { LockGraph, type Target } from "./lock-graph.ts";
import { edgesOf, narrowLock, projectsOf, targetsOf } from "./lock-selection.ts";
import type { Decision, PipRequirement, Requester } from "./plan.ts";

/** What is known of a package of the lock while the split is worked out. */
interface State {
  readonly package: LockedPackage;
  readonly candidate: Candidate | null;
  /** Why there is no candidate. */
  readonly absence: string;
  /** Where pip brings it. */
  pip: PlatformSet;
  /** Where the base must list it: the manifest, an extra or a package from pip asks for it. */
  listed: PlatformSet;
  /** Why pip brings it. */
  reason: string;
}

interface Root {
  readonly active: Active;
  readonly target: Target;
}

/**
 * Decides everything that the lock pins for the requirements. Those that the lock does not have, or has outside
 * the required range, are told and given back as `open`.
 */
export function decideLocked(
  context: Context,
  lock: Lock,
  active: readonly Active[],
  extras: readonly string[],
  groups: readonly string[],
): { decisions: Decision[]; open: Active[] } {
  const chosen = new Set(groups);
  const narrowed = lock.members
    ? narrowLock(lock, { main: true, groups: chosen, asked: chosen, extras: new Set(extras) })
    : lock;
  const graph = new LockGraph(narrowed.packages, context.identity, extras);
  const projects = projectsOf(narrowed);
  const found = active.map((entry) => {
    const { key, constraint, extras: wanted } = entry.requirement;
    const targets =
      projects.length > 0
        ? projects
            .flatMap((project) => edgesOf(project, entry.requirement))
            .flatMap((edge) => targetsOf(graph, edge, entry.platforms, entry.requirement.extra))
        : graph.targets(key, constraint, wanted, entry.platforms);
    return { active: entry, targets };
  });
  const missing = found.filter(({ active, targets }) => targets.length === 0 && active.platforms !== NO_PLATFORM);
  for (const entry of missing) tellMissing(context, lock, entry.active);
  // A project that the lock has for one of its requirements and not for another is decided without the lock.
  const stale = new Set(missing.map((entry) => entry.active.requirement.key));
  const isOpen = ({ active, targets }: (typeof found)[number]) =>
    targets.length === 0 || stale.has(active.requirement.key);
  const open = found.filter(isOpen).map((entry) => entry.active);
  const roots = found
    .filter((entry) => !isOpen(entry))
    .flatMap(({ active, targets }) => targets.map((target): Root => ({ active, target })));
  graph.reach(roots.map(({ target }) => target));
  const states = lock.packages.map((locked): State => {
    const found = context.find(locked.key);
    const known = isCandidate(found) ? { candidate: found, absence: "" } : { candidate: null, absence: found.reason };
    return { package: locked, ...known, pip: NO_PLATFORM, listed: NO_PLATFORM, reason: "" };
  });
  split(graph, states, roots);
  tellExactVersions(context, lock, states);
  return { decisions: decide(context, graph, states, roots), open };
}

function tellMissing(context: Context, lock: Lock, { requirement }: Active): void {
  const versions = lock.packages.filter(({ key }) => key === requirement.key).map(({ version }) => version);
  const what = requirement.name ?? requirement.key;
  const message =
    versions.length > 0
      ? `the lock has ${what} ${versions.join(" and ")}, which is not what is required here: ${lock.file} is out of date`
      : `${what} is not in the lock: ${lock.file} is out of date`;
  context.diagnostics.push({ severity: "warning", message, origin: requirement.origin });
}

/** uv.lock names what a package needs without the versions that it accepts: only the locked ones are known to do. */
function tellExactVersions(context: Context, lock: Lock, states: readonly State[]): void {
  const hasRanges = lock.packages.every(({ dependencies }) =>
    dependencies.every(({ constraint }) => constraint !== null),
  );
  if (hasRanges || states.every(({ pip }) => pip === NO_PLATFORM)) return;
  const message = `${lock.file} does not tell which versions a package accepts, so what pip installs brings what it needs in the locked versions (--lock none takes more from nixpkgs)`;
  context.diagnostics.push({ severity: "note", message });
}

function split(graph: LockGraph, states: readonly State[], roots: readonly Root[]): void {
  const state = (node: number) => states[node] as State;
  const queue: { node: number; platforms: PlatformSet }[] = [];

  const toPip = (node: number, platforms: PlatformSet, reason: string): void => {
    const here = platforms & ~state(node).pip & graph.reached(node);
    if (here === NO_PLATFORM) return;
    state(node).pip |= here;
    state(node).reason ||= reason;
    queue.push({ node, platforms: here });
  };

  /** Somebody outside nixpkgs needs the package: the base lists it, or pip brings it. */
  const need = (node: number, constraint: Constraint | null, platforms: PlatformSet, by: string | null): void => {
    if (platforms === NO_PLATFORM) return;
    state(node).listed |= platforms;
    const reason = refusal(state(node), constraint, by);
    if (reason !== null) toPip(node, platforms, reason);
  };

  for (const { active, target } of roots) need(target.to, active.requirement.constraint, target.platforms, null);
  // nixpkgs' package does not bring what its extras add, and its own set fits it where the lock tells no range.
  for (const edge of graph.extraEdges()) need(edge.to, edge.constraint ?? ANY_VERSION, edge.platforms, null);
  for (let item = queue.pop(); item; item = queue.pop()) {
    const { node, platforms } = item;
    const { package: locked, reason } = state(node);
    for (const edge of graph.edges(node)) need(edge.to, edge.constraint, edge.platforms & platforms, locked.name);
    for (const { from, platforms: where } of graph.incoming(node)) {
      // What nixpkgs lacks is there only if somebody else needs it, and then it is pip's already; a program
      // has its own packages.
      if (state(from).candidate?.kind !== "python") continue;
      toPip(
        from,
        platforms & where,
        `nixpkgs built it against its own ${locked.name}, which comes from pip: ${reason}`,
      );
    }
  }
}

/** Why nixpkgs' package cannot serve one that needs it; null when it can. */
function refusal(
  { package: locked, candidate, absence }: State,
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
  const reason = misfit(candidate, constraint ?? [[{ operator: "==", version: locked.version }]]);
  return reason !== null && by !== null ? `${reason} by ${by}, which comes from pip` : reason;
}

function decide(context: Context, graph: LockGraph, states: readonly State[], roots: readonly Root[]): Decision[] {
  const rootsOf = new Map<number, Active[]>();
  for (const { active, target } of roots) rootsOf.set(target.to, [...(rootsOf.get(target.to) ?? []), active]);
  return states.flatMap((state, node): Decision[] => {
    const { package: locked, candidate, pip, reason } = state;
    const nix = graph.reached(node) & ~pip;
    const listed = state.listed & nix;
    const direct = rootsOf.get(node) ?? [];
    const dependents = unique(graph.incoming(node).map(({ from }) => (states[from] as State).package.name)).sort(
      compareTexts,
    );
    const requesters: Requester[] = [
      ...requestersOf(direct),
      ...dependents.map((name): Requester => ({ kind: "package", name })),
    ];
    const base = { name: direct[0]?.requirement.name ?? locked.name, key: locked.key, requesters };
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
        const bringers = dependents.filter((name) => name !== locked.name).join(", ");
        decisions.push({
          ...base,
          from: "nixpkgs",
          platforms: nix & ~listed,
          listed: false,
          reason: `comes with ${bringers}`,
          package: nixPackage,
        });
      }
    } else if (nix !== NO_PLATFORM) {
      const why = `only ${dependents.join(", ")} would need it, and nixpkgs brings what its own version needs`;
      decisions.push({ ...base, from: "nowhere", platforms: nix, reason: why });
    }
    if (pip !== NO_PLATFORM) {
      const requirement = lockedRequirement(
        context,
        locked,
        unique(direct.flatMap((entry) => entry.requirement.extras)),
      );
      const isPure = locked.files.some(({ name }) => isPureWheel(name));
      decisions.push({ ...base, from: "pip", platforms: pip, reason, requirements: [requirement], isPure });
    }
    return decisions;
  });
}

function lockedRequirement(context: Context, locked: LockedPackage, extras: readonly string[]): PipRequirement {
  const isRegistry = locked.source.kind === "registry";
  const files = locked.files.filter(({ name }) => isInstallableOnNix(name, context.identity.version));
  return {
    name: locked.name,
    extras,
    specifier: isRegistry ? `==${locked.version}` : "",
    source: locked.source,
    marker: null,
    hashes: isRegistry ? unique(files.flatMap(({ hash }) => hash ?? [])) : [],
    options: [],
  };
}
