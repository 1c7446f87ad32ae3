// What of a lock a selection reaches, and what it starts from. There are three kinds of locks: those that have a graph
// of packages and leave the start to the manifest (poetry.lock), those that have their projects' own edges too
// (uv.lock), and those whose packages say by marker and group to which selections they belong (pylock.toml).

import { append } from "../append.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { compareVersions, parseVersion, satisfies } from "../pep/pep440.ts";
import { ALL_PLATFORMS, type InterpreterIdentity, NO_PLATFORM, type PlatformSet } from "../platforms.ts";
import { type Constraint, type Lock, type LockedPackage, MAIN_GROUP } from "../project.ts";
import type { Active } from "./context.ts";
import { LockGraph, type Target } from "./lock-graph.ts";
import { type LockSelection, narrowLock, projectStarts, targetsOf, withMarkersDecided } from "./lock-selection.ts";
import type { Chosen } from "./selection.ts";

/** A package that a selection starts from. */
export interface Root {
  readonly target: Target;
  /** The versions that are accepted; null where neither the manifest nor the lock tells them. */
  readonly constraint: Constraint | null;
  /** The requirements of the manifest. */
  readonly active: readonly Active[];
  /** The member of the workspace, or the script, that wants it, where the manifest does not have it. */
  readonly by: string | null;
}

export interface ReachedLock {
  /** What the roots lead to is reached. */
  readonly graph: LockGraph;
  readonly roots: readonly Root[];
  /** What the lock has for the selection without telling who wants it, and where. */
  readonly unattributed: readonly Target[];
  /** The requirements that the lock does not have, or has outside of their range. */
  readonly missing: readonly Active[];
}

type ChosenParts = Pick<Chosen, "main" | "groups" | "asked" | "extras">;

/**
 * Reaches what belongs to a selection from the requirements of the manifest. `folders` are the projects',
 * relative to the lock's.
 */
export function reachLock(
  lock: Lock,
  active: readonly Active[],
  chosen: ChosenParts,
  identity: InterpreterIdentity,
  folders: readonly string[] = ["."],
): ReachedLock {
  if (lock.members) return reachProjects(lock, active, lockSelection(chosen), identity, folders);
  if (lock.reach === "markers") return reachMarked(lock, active, chosen, identity);
  return reachForks(lock, active, chosen, identity);
}

/** The chosen parts as a lock with its own projects is asked for them. */
function lockSelection({ main, groups, asked, extras }: ChosenParts): LockSelection {
  return {
    main,
    groups: new Set(groups.filter((name) => name !== MAIN_GROUP)),
    asked: new Set(asked),
    extras: new Set(extras),
  };
}

/**
 * A lock that has several versions of a package without saying where each is meant has them for what requires them:
 * of those that are reached on one system, the one is taken that does for most of what leads there, and of several
 * the newest. The names nearest to the roots are decided first, for what they need decides the others.
 */
function reachForks(
  { packages }: Lock,
  active: readonly Active[],
  { extras }: ChosenParts,
  identity: InterpreterIdentity,
): ReachedLock {
  for (let within: readonly PlatformSet[] | null = null; ; ) {
    const reached = reachRequirements(new LockGraph(packages, identity, extras, within), active);
    const narrowed = withoutDoubles(reached);
    if (narrowed === null) return reached;
    within = narrowed;
  }
}

/** Where each package is to be had, with the nearest names decided that are reached twice somewhere; null for none. */
function withoutDoubles({ graph, roots }: ReachedLock): PlatformSet[] | null {
  const isDouble = (node: number) =>
    graph.alike(node).some((other) => other !== node && (graph.reached(other) & graph.reached(node)) !== NO_PLATFORM);
  // Names that are equally near are decided together, so that there are no more rounds than the graph is deep.
  const doubles = layersOf(graph, roots)
    .map((layer) => layer.filter(isDouble))
    .find((layer) => layer.length > 0);
  if (doubles === undefined) return null;
  const within = graph.packages.map((_, node) => graph.has(node));
  const rootsOf = new Map<number, Root[]>();
  for (const root of roots) append(rootsOf, root.target.to, root);
  for (const nodes of new Set(doubles.map((node) => graph.alike(node)))) {
    for (let platform = 1; platform < ALL_PLATFORMS; platform *= 2) {
      const here = nodes.filter((node) => (graph.reached(node) & platform) !== 0);
      if (here.length < 2) continue;
      const wanted = (node: number) =>
        (rootsOf.get(node) ?? []).filter(({ target }) => (target.platforms & platform) !== 0).length +
        graph.incoming(node).filter(({ platforms }) => (platforms & platform) !== 0).length;
      const [, ...others] = [...here].sort((a, b) => wanted(b) - wanted(a) || compareNodes(graph, b, a));
      for (const node of others) within[node] = (within[node] ?? NO_PLATFORM) & ~platform;
    }
  }
  return within;
}

/** The reached packages by the least number of edges that lead from the roots to them. */
function layersOf(graph: LockGraph, roots: readonly Root[]): number[][] {
  const seen = new Set<number>();
  const layers: number[][] = [];
  for (let layer = roots.map(({ target }) => target.to); layer.length > 0; ) {
    const fresh = [...new Set(layer)].filter((node) => !seen.has(node));
    for (const node of fresh) seen.add(node);
    if (fresh.length > 0) layers.push(fresh);
    layer = fresh.flatMap((node) => graph.edges(node).map(({ to }) => to));
  }
  return layers;
}

function compareNodes({ packages }: LockGraph, a: number, b: number): number {
  const [left, right] = [a, b].map((node) => parseVersion(packages[node]?.version ?? ""));
  return left && right ? compareVersions(left, right) : Number(Boolean(left)) - Number(Boolean(right));
}

function reachRequirements(graph: LockGraph, active: readonly Active[]): ReachedLock {
  const found = active.map((entry) => ({ entry, targets: targetsOfRequirement(graph, entry) }));
  const missing = found.filter(({ entry, targets }) => targets.length === 0 && entry.platforms !== NO_PLATFORM);
  const roots = found.flatMap(({ entry, targets }) =>
    targets.map((target): Root => ({ target, constraint: entry.requirement.constraint, active: [entry], by: null })),
  );
  graph.reach(roots.map(({ target }) => target));
  return { graph, roots, unattributed: [], missing: missing.map(({ entry }) => entry) };
}

/** Of entries from several places those from the one that the requirement names. */
function targetsOfRequirement(graph: LockGraph, { requirement, platforms }: Active): Target[] {
  const targets = graph.targets(requirement.key, requirement.constraint, requirement.extras, platforms);
  const alike = targets.filter(({ to }) => graph.packages[to]?.source.kind === requirement.source.kind);
  return alike.length > 0 ? alike : targets;
}

// ---- locks with the edges of their projects ---------------------------------------------------------------

function reachProjects(
  lock: Lock,
  active: readonly Active[],
  selection: LockSelection,
  identity: InterpreterIdentity,
  folders: readonly string[],
): ReachedLock {
  const narrowed = narrowLock(lock, selection, folders);
  const graph = new LockGraph(narrowed.packages, identity, [...selection.extras]);
  const seen = new Set<Active>();
  const byPart = new Map<string, Active[]>();
  for (const entry of active) {
    const { key, group, extra } = entry.requirement;
    const part = partKey(key, group, extra);
    append(byPart, part, entry);
  }
  const roots = projectStarts(narrowed, selection, folders).flatMap(({ edge, owner, group, extra }): Root[] => {
    const targets = targetsOf(graph, edge, ALL_PLATFORMS, extra);
    const here = (byPart.get(partKey(edge.key, group, extra)) ?? []).filter(({ requirement }) =>
      targets.some(({ to }) => isIn(graph, to, requirement.constraint)),
    );
    for (const entry of here) seen.add(entry);
    return targets.map(
      (target): Root => ({
        target,
        constraint: here.length > 0 ? null : edge.constraint,
        active: here,
        by: here.length > 0 ? null : owner,
      }),
    );
  });
  graph.reach(roots.map(({ target }) => target));
  const missing = active.filter((entry) => entry.platforms !== NO_PLATFORM && !seen.has(entry));
  return { graph, roots, unattributed: [], missing };
}

/** A name in a group or an extra: what the manifest and the lock's own project both have. */
function partKey(key: string, group: string, extra: string | null): string {
  return JSON.stringify([key, extra === null ? group : null, extra]);
}

function isIn(graph: LockGraph, node: number, constraint: Constraint): boolean {
  const { version, source } = graph.packages[node] as LockedPackage;
  return source.kind !== "registry" || version === "" || isAccepted(constraint, version);
}

function isAccepted(constraint: Constraint, version: string): boolean {
  return isUnconstrained(constraint) || constraint.some((set) => satisfies(set, version));
}

// ---- locks whose packages tell the selections that they belong to -----------------------------------------

function reachMarked(
  lock: Lock,
  active: readonly Active[],
  chosen: ChosenParts,
  identity: InterpreterIdentity,
): ReachedLock {
  const groups = new Set(chosen.groups);
  const extras = new Set(chosen.extras);
  const decided = withMarkersDecided(lock, extras, groups);
  const plain = new LockGraph(decided.packages, identity, chosen.extras);
  // PDM has one name space for extras and groups.
  const parts = new Set([...groups, ...extras]);
  const inParts = ({ groups: own }: LockedPackage) => own === null || own.some((name) => parts.has(name));
  const within = firstOfEach(
    decided.packages,
    decided.packages.map((locked, node) => (inParts(locked) ? plain.has(node) : NO_PLATFORM)),
  );
  const graph = new LockGraph(decided.packages, identity, chosen.extras, within);
  const reached = withDisplaced(reachRequirements(graph, active), plain);
  // What has no version was not looked up: only a requirement of the manifest can say where it is wanted.
  const unattributed = decided.packages.flatMap(({ version, source }, to): Target[] => {
    if (version === "" && source.kind === "registry") return [];
    const platforms = graph.has(to) & ~graph.reached(to);
    return platforms === NO_PLATFORM ? [] : [{ to, platforms, extras: [] }];
  });
  graph.reach(unattributed);
  return { ...reached, unattributed };
}

/** A group's requirement is not missing where its entry gave way to that of the project's own dependencies. */
function withDisplaced(reached: ReachedLock, all: LockGraph): ReachedLock {
  const { graph } = reached;
  const isDisplaced = (entry: Active) => targetsOfRequirement(all, entry).length > 0;
  const roots = reached.missing.filter(isDisplaced).flatMap((entry) => {
    const { key, extras, constraint } = entry.requirement;
    const targets = graph.targets(key, null, extras, entry.platforms);
    return targets.map((target): Root => ({ target, constraint, active: [entry], by: null }));
  });
  if (roots.length === 0) return reached;
  graph.reach(roots.map(({ target }) => target));
  const found = new Set(roots.flatMap(({ active }) => active));
  return {
    ...reached,
    roots: [...reached.roots, ...roots],
    missing: reached.missing.filter((entry) => !found.has(entry)),
  };
}

/**
 * Pipenv locks its categories one after the other, so that a name can have two entries for one platform: that of the
 * project's own dependencies is the one that it installs.
 */
function firstOfEach(packages: readonly LockedPackage[], within: readonly PlatformSet[]): PlatformSet[] {
  const taken = new Map<string, PlatformSet>();
  const left = [...within];
  const isMain = ({ groups }: LockedPackage) => groups?.includes(MAIN_GROUP) ?? false;
  for (const wanted of [true, false]) {
    for (const [node, locked] of packages.entries()) {
      if (isMain(locked) !== wanted) continue;
      const before = taken.get(locked.key) ?? NO_PLATFORM;
      left[node] = (within[node] ?? NO_PLATFORM) & ~before;
      taken.set(locked.key, before | (within[node] ?? NO_PLATFORM));
    }
  }
  return left;
}
