// The split with a lock. A package of nixpkgs brings what its own version needs, so the lock's ranges bind only what pip
// installs; where the lock tells no range, only the locked version is known to do.

import { append } from "../append.ts";
import { compareTexts } from "../compare.ts";
import type { Candidate } from "../nixpkgs/index.ts";
import { isInstallableOnNix, isPureWheel } from "../pep/pep425.ts";
import { formatSpecifierSet, satisfies } from "../pep/pep440.ts";
import { ALL_PLATFORMS, NO_PLATFORM, PLATFORMS, type PlatformSet, platformsOf } from "../platforms.ts";
import { ANY_VERSION, type Constraint, type Lock, type LockedPackage } from "../project.ts";
import { unique } from "../unique.ts";
import { ASKED, GraphWithExtras, type Step } from "./asked-extras.ts";
import { builtEdges, chainReason } from "./built-on.ts";
import { type Active, type Context, fitReason, isCandidate, requestersOf, tellMismatch } from "./context.ts";
import { misfit, unequal } from "./fit.ts";
import type { LockGraph } from "./lock-graph.ts";
import { type ReachedLock, type Root, reachLock } from "./lock-reach.ts";
import { type Forced, requirementRefusal, type WhyPip } from "./open.ts";
import type { Decision, Need, PipCause, PipRequirement, Requester } from "./plan.ts";
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
 * the required range, are told and given back as `open`; where the lock's packages do not go with nixpkgs' package of
 * such a name, `fromPip` has it.
 */
export function decideLocked(
  context: Context,
  lock: Lock,
  active: readonly Active[],
  chosen: Chosen,
  folders: readonly string[],
): { decisions: Decision[]; open: Active[]; fromPip: Forced[] } {
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
  const open = unanswered(context, lock, active, roots);
  const openAt = platformsByKey(open);
  const sides = splitLocked(context, reached, roots, open, locked);
  tellRanges(context, lock, reached, sides);
  return {
    decisions: decide(context, reached.graph, locked, sides, roots, openAt),
    open,
    fromPip: locked.flatMap(({ package: { key } }, node) => {
      const platforms = sides[node]?.pip ?? NO_PLATFORM;
      if (platforms === NO_PLATFORM || !openAt.has(key)) return [];
      return [{ key, platforms, ...whyPip(context, reached.graph, sides, locked, node) }];
    }),
  };
}

/**
 * The requirements that the lock does not answer, and where. Where it does not answer one for a project, none for that
 * project is taken to be answered. What it answers on a part of the systems alone is told here.
 */
function unanswered(context: Context, lock: Lock, active: readonly Active[], roots: readonly Root[]): Active[] {
  const answered = new Map<Active, PlatformSet>();
  for (const { active: entries, target } of roots)
    for (const entry of entries) answered.set(entry, (answered.get(entry) ?? NO_PLATFORM) | target.platforms);
  const within = madeFor(context, lock);
  const left = active.flatMap((entry) => {
    const known = answered.get(entry);
    const platforms = known === undefined ? entry.platforms : entry.platforms & within & ~known;
    if (known !== undefined && platforms !== NO_PLATFORM) {
      const systems = PLATFORMS.filter((_, bit) => (platforms & (1 << bit)) !== 0).map(({ system }) => system);
      const { name, key, origin } = entry.requirement;
      const message = `${name ?? key} is not in the lock for ${systems.join(", ")}: ${lock.file} is out of date`;
      context.diagnostics.push({ severity: "warning", message, origin });
    }
    return known === undefined || platforms !== NO_PLATFORM ? [{ ...entry, platforms }] : [];
  });
  const byKey = platformsByKey(left);
  return active.flatMap((entry) => {
    const platforms = entry.platforms & (byKey.get(entry.requirement.key) ?? NO_PLATFORM);
    return answered.has(entry) && platforms === NO_PLATFORM ? [] : [{ ...entry, platforms }];
  });
}

function platformsByKey(active: readonly Active[]): ReadonlyMap<string, PlatformSet> {
  const byKey = new Map<string, PlatformSet>();
  for (const { requirement, platforms } of active)
    byKey.set(requirement.key, (byKey.get(requirement.key) ?? NO_PLATFORM) | platforms);
  return byKey;
}

/** The platforms that the lock was made for. */
function madeFor({ identity }: Context, { environments }: Lock): PlatformSet {
  if (!environments || environments.length === 0) return ALL_PLATFORMS;
  return environments.reduce((set, marker) => set | platformsOf(marker, identity).platforms, NO_PLATFORM);
}

/** Where the lock was not made for the interpreter or for systems of nixpkgs. */
function tellForeign(context: Context, lock: Lock): void {
  const { file, requiresPython } = lock;
  const { version } = context.interpreter;
  if (requiresPython && !requiresPython.constraint.some((set) => satisfies(set, version))) {
    const message = `${file} is for Python ${requiresPython.text}, and the shell has ${version}`;
    context.diagnostics.push({ severity: "warning", message, origin: requiresPython.origin });
  }
  const covered = madeFor(context, lock);
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
  open: readonly Active[],
  locked: readonly Locked[],
): Side[] {
  const at = (node: number) => locked[node] as Locked;
  const withExtras = new GraphWithExtras(graph);
  const want = (node: number, platforms: PlatformSet, constraint: Constraint | null, by: string | null): Want => ({
    node,
    platforms,
    refusal: context.isForced(at(node).package.key) ? null : wantRefusal(context, at(node), constraint, by),
    by,
  });
  const wants = [
    ...roots.flatMap(({ target: { to, platforms }, constraint, active, by }): Want[] =>
      active.length === 0
        ? [want(to, platforms, constraint, by)]
        : [
            // The lock has it wherever it says, and each line of the manifest holds where its own marker does.
            { node: to, platforms, refusal: null },
            ...active.map(({ requirement, platforms: here }) =>
              want(to, platforms & here, requirement.constraint, null),
            ),
          ],
    ),
    ...withExtras.wants(roots.map(({ target }) => target)),
  ];
  // What is decided without the lock has its place in the lock's graph all the same: others were built against it.
  for (const { requirement, platforms } of open) {
    const refusal = requirementRefusal(context, requirement, context.find(requirement.key));
    for (const node of graph.named(requirement.key)) wants.push({ node, platforms, refusal });
  }
  // What the user decides holds for what only another package of nixpkgs would bring too.
  for (const [node, { package: item, candidate, absence }] of locked.entries()) {
    const isExact = candidate && context.match(item.key) === "exact" && !context.isForced(item.key);
    const refusal = context.isFromPip(item.key) ? absence : isExact ? unequal(candidate, item.version) : null;
    if (refusal !== null) wants.push({ node, platforms: graph.reached(node), refusal });
  }
  // Whoever needs these is unknown. nixpkgs' packages bring what they need; what comes from pip may need any of them.
  const loose = unattributed.map(({ to, platforms }) => want(to, platforms, ANY_VERSION, null));
  const { index, interpreter } = context;
  const knowsBuild = ({ candidate }: Locked) =>
    candidate?.kind === "python" && index.needs(candidate.attribute, interpreter.attribute) !== null;
  const built = index.hasEdges ? builtSteps(context, graph, locked) : [];
  const packages: SplitGraph<Step> = {
    size: withExtras.size,
    wanted: (node) => withExtras.wanted(node),
    edges: (node) => withExtras.edges(node),
    incoming: (node) => [...withExtras.incoming(node), ...(built[node] ?? [])],
    refusal: ({ kind, from, to, constraint }) => {
      if (kind === "asks") return ASKED;
      if (kind === "built") return null;
      const { key } = at(to).package;
      if (context.isForced(key)) return null;
      // nixpkgs' own set fits its package where the lock tells no range of what an extra adds.
      if (kind === "adds") return wantRefusal(context, at(to), constraint ?? ANY_VERSION, null);
      const isFree = constraint === null && context.match(key) === "any";
      return refusal(at(to), isFree ? ANY_VERSION : constraint, at(from).package.name);
    },
    // What nixpkgs lacks is there only if somebody else needs it, and then it is pip's already; a program has its
    // own packages. Where the index tells what nixpkgs' package was built on, the lock's edges do not.
    isBuiltOn: ({ kind, from }) =>
      at(from).candidate?.kind === "python" &&
      !context.isForced(at(from).package.key) &&
      (kind === "built" || !knowsBuild(at(from))),
  };
  const sides = split(packages, wants);
  const usesPip = sides.slice(0, locked.length).reduce((set, { pip }) => set | pip, NO_PLATFORM);
  if (loose.length === 0 || usesPip === NO_PLATFORM) return sides;
  return split(packages, [...wants, ...loose.map((item) => ({ ...item, platforms: item.platforms & usesPip }))]);
}

/** What nixpkgs' packages were built on, by the index, as edges that lead to each package of the lock. */
function builtSteps(context: Context, graph: LockGraph, locked: readonly Locked[]): Step[][] {
  const nodes = locked.map(({ package: { key }, candidate }) => ({ key, candidate }));
  return builtEdges(context, nodes).map((edges) =>
    edges.map(({ from, to }): Step => {
      const platforms = graph.reached(from) & graph.reached(to);
      return { kind: "built", from, to, platforms, constraint: null, extra: null, wantedExtras: [] };
    }),
  );
}

/** Why a package comes from pip, down to the package that began it. */
function whyPip(
  context: Context,
  graph: LockGraph,
  sides: readonly Side[],
  locked: readonly Locked[],
  node: number,
): WhyPip {
  const { nodes: chain, cause } = chainOf(sides, node);
  const name = (at: number) => (locked[at] as Locked).package.name;
  const last = locked[chain.at(-1) as number] as Locked;
  const known: PipCause = {
    builtOn: chain.slice(1).map(name),
    // What an extra adds is refused by no package.
    by: cause.kind === "wanted" ? cause.by : (locked[cause.by]?.package.name ?? null),
    isSet: context.isFromPip(last.package.key),
  };
  if (chain.length === 1) return { reason: cause.reason, cause: known };
  const step = (i: number): string => {
    const [from = 0, on = 0] = chain.slice(i, i + 2);
    const edges = graph.edges(from).filter(({ to }) => to === on);
    const extra = edges.every((edge) => edge.extra !== null) ? edges[0]?.extra : null;
    const who = i === 0 ? "it" : name(from);
    return `${name(on)}, which ${extra == null ? `${who} is built against` : `${who} needs for its extra ${extra}`},`;
  };
  const version = locked[node]?.candidate?.version ?? "";
  return { reason: chainReason(version, chain.length - 1, step, cause.reason), cause: known };
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
  open: ReadonlyMap<string, PlatformSet>,
): Decision[] {
  const rootsOf = new Map<number, Root[]>();
  for (const root of roots) append(rootsOf, root.target.to, root);
  return locked.flatMap(({ package: item, candidate }, node): Decision[] => {
    const { asked, pip: fromPip } = sides[node] as Side;
    const here = ~(open.get(item.key) ?? NO_PLATFORM);
    const pip = fromPip & here;
    const nix = graph.reached(node) & here & ~pip;
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
      decisions.push({
        ...base,
        from: "pip",
        platforms: pip,
        ...whyPip(context, graph, sides, locked, node),
        requirements: [requirement],
        isPure,
        isLocked: true,
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
    origin: locked.origin,
  };
}

/** The locked version, or where the lock has none, what the manifest accepts. */
function versionSpecifier({ version }: LockedPackage, direct: readonly Active[]): string {
  if (version !== "") return `==${version}`;
  const [only] = direct.flatMap(({ requirement }) => requirement.constraint);
  return only ? formatSpecifierSet(only) : "";
}
