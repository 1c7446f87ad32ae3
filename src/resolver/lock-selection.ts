// What of a lock belongs to a selection of groups and extras, where the lock has the packages of its own projects
// (uv.lock): their edges, not the manifest's ranges, say which of several entries a requirement stands for.

import { append } from "../append.ts";
import { InputError, type Origin } from "../diagnostics.ts";
import { normalizePath } from "../paths.ts";
import { forSelection } from "../pep/marker-algebra.ts";
import { type Marker, MarkerError } from "../pep/pep508.ts";
import { NO_PLATFORM, type PlatformSet, platformsOf } from "../platforms.ts";
import { type Lock, type LockedDependency, type LockedPackage, MAIN_GROUP, type Selectable } from "../project.ts";
import type { LockGraph, Target } from "./lock-graph.ts";

/** The chosen parts, by normalized names. */
export interface LockSelection {
  /** Whether the projects themselves and their own dependencies are wanted, or groups alone. */
  readonly main: boolean;
  /** All groups that are wanted, those that the tool takes by default among them. */
  readonly groups: ReadonlySet<string>;
  /** Those of the groups that were asked for: a member of a workspace takes them from its root if it has none so called. */
  readonly asked: ReadonlySet<string>;
  readonly extras: ReadonlySet<string>;
}

/** Where a selection starts: indexes into the lock's packages. */
interface Start {
  /** The projects that are wanted with their own dependencies. */
  readonly projects: readonly number[];
  /** Groups; one of null belongs to a root that is no project. */
  readonly groups: readonly { readonly owner: number | null; readonly name: string }[];
  readonly extras: readonly string[];
  /** Whether what the lock requires beside its projects is wanted. */
  readonly requirements: boolean;
}

/**
 * The projects in `folders` (relative to the lock's) as the lock has them; for a workspace's root that is no project,
 * all the members. Empty where the lock does not have its own projects.
 */
export function projectsOf(lock: Lock, folders: readonly string[] = ["."]): LockedPackage[] {
  const members = lock.packages.filter(({ key }) => lock.members?.includes(key));
  const here = members.filter((member) => folders.some((folder) => isIn(member, folder)));
  return here.length > 0 || !hasRoot(folders) ? here : members;
}

/**
 * What can be chosen of the projects in `folders` by what the lock says of them: their extras and groups (for a root
 * that is no project, those of all members), and the groups of the workspace's root, which a member takes from it
 * when they are asked for by name.
 */
export function offeredParts(
  lock: Lock,
  folders: readonly string[] = ["."],
): { readonly own: readonly Selectable[]; readonly inherited: readonly Selectable[] } {
  if (!lock.members) return { own: [], inherited: [] };
  const groupsOf = (record: Lock["dependencyGroups"], isTaken: boolean) =>
    Object.keys(record ?? {}).map(
      (name): Selectable => ({ kind: "group", name, byDefault: isTaken && name === DEFAULT_GROUP }),
    );
  const root = lock.packages.find((member) => lock.members?.includes(member.key) && isIn(member, "."));
  const ofRoot = root ? root.dependencyGroups : lock.dependencyGroups;
  const own = [
    ...(hasRoot(folders) ? groupsOf(ofRoot, true) : []),
    ...projectsOf(lock, folders).flatMap(({ extras, dependencyGroups }) => [
      ...groupsOf(dependencyGroups, true),
      ...Object.keys(extras).map((name): Selectable => ({ kind: "extra", name, byDefault: false })),
    ]),
  ];
  return { own, inherited: hasRoot(folders) ? [] : groupsOf(ofRoot, false) };
}

/** uv takes it without being asked, where the manifest does not say another one. */
const DEFAULT_GROUP = "dev";

function hasRoot(folders: readonly string[]): boolean {
  return folders.some((folder) => normalizePath(folder) === ".");
}

function isIn({ source }: LockedPackage, folder: string): boolean {
  return source.kind === "path" && normalizePath(source.path) === normalizePath(folder);
}

function startOf(lock: Lock, folders: readonly string[], selection: LockSelection): Start {
  const isRoot = hasRoot(folders);
  const projects = projectsOf(lock, folders).map((project) => lock.packages.indexOf(project));
  const root = lock.packages.findIndex((member) => lock.members?.includes(member.key) && isIn(member, "."));
  const rootGroups = root < 0 ? lock.dependencyGroups : lock.packages[root]?.dependencyGroups;
  const has = (owner: number, name: string) => Object.hasOwn(lock.packages[owner]?.dependencyGroups ?? {}, name);
  const groups = [...selection.groups].flatMap((name) => {
    const owners: (number | null)[] = projects.filter((owner) => has(owner, name));
    const isInherited = isRoot ? root < 0 : owners.length === 0 && selection.asked.has(name);
    if (isInherited && Object.hasOwn(rootGroups ?? {}, name)) owners.push(root < 0 ? null : root);
    return owners.map((owner) => ({ owner, name }));
  });
  return {
    projects: selection.main ? projects : [],
    groups,
    extras: [...selection.extras],
    requirements: selection.main && isRoot,
  };
}

/** The edges that a selection starts with, beside its projects. */
function looseEdges(lock: Lock, { groups, requirements }: Start): LockedDependency[] {
  return [
    ...(requirements ? (lock.requirements ?? []) : []),
    ...groups.flatMap(
      ({ owner, name }) => (owner === null ? lock : lock.packages[owner])?.dependencyGroups?.[name] ?? [],
    ),
  ];
}

/**
 * The lock with its markers decided for a selection from the projects in `folders`: edges that do not belong to it are
 * gone, and no marker asks for `extras` or `dependency_groups` any more; the packages keep their places. An extra of
 * another member is active where anything that is reached asks for it, whatever the platform.
 */
export function narrowLock(lock: Lock, selection: LockSelection, folders: readonly string[] = ["."]): Lock {
  const start = startOf(lock, folders, selection);
  const extras = new Set(selection.extras);
  const groups = new Set(selection.groups);
  for (const project of start.projects) {
    const { key = "", extras: own = {} } = lock.packages[project] ?? {};
    extras.add(key);
    for (const extra of start.extras) if (Object.hasOwn(own, extra)) extras.add(`${key}[${extra}]`);
  }
  for (const { owner, name } of start.groups) {
    if (owner !== null) groups.add(`${lock.packages[owner]?.key}[${name}]`);
  }
  for (;;) {
    const narrowed = withMarkersDecided(lock, extras, groups);
    const size = extras.size;
    for (const extra of askedExtras(narrowed, start)) extras.add(extra);
    if (extras.size === size) return narrowed;
  }
}

type Names = ReadonlySet<string>;

/**
 * The lock without the edges and with the markers that the chosen extras and groups leave. Throws an InputError for a
 * marker that cannot be evaluated: no installer could.
 */
export function withMarkersDecided(lock: Lock, extras: Names, groups: Names): Lock {
  // What does not ask stays the same object, and in most locks nothing asks.
  const asks = ({ marker }: { readonly marker: Marker | null }) => marker !== null && asksForSelection(marker);
  const edges = (list: readonly LockedDependency[]): readonly LockedDependency[] =>
    list.some(asks)
      ? list.flatMap((edge) => {
          const marker = decide(edge.marker, extras, groups);
          return marker === NEVER ? [] : [{ ...edge, marker }];
        })
      : list;
  const byGroup = (record: Lock["dependencyGroups"]) =>
    record
      ? { dependencyGroups: Object.fromEntries(Object.entries(record).map(([name, list]) => [name, edges(list)])) }
      : {};
  return {
    ...lock,
    packages: lock.packages.map((locked) => {
      const lists = [locked.dependencies, ...Object.values(locked.dependencyGroups ?? {})];
      if (!asks(locked) && !lists.some((list) => list.some(asks))) return locked;
      return evaluatedAt(locked.origin, () => {
        const marker = decide(locked.marker, extras, groups);
        return {
          ...locked,
          marker: marker === NEVER ? NOWHERE : marker,
          dependencies: edges(locked.dependencies),
          ...byGroup(locked.dependencyGroups),
        };
      });
    }),
    ...evaluatedAt({ file: lock.file, line: 1 }, () => ({
      ...(lock.requirements ? { requirements: edges(lock.requirements) } : {}),
      ...byGroup(lock.dependencyGroups),
    })),
  };
}

function evaluatedAt<T>(origin: Origin, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof MarkerError)) throw error;
    throw new InputError(`a marker here cannot be evaluated: ${error.message}`, { origin });
  }
}

const NEVER = Symbol("never");

/** No system is called so. */
const NOWHERE: Marker = {
  kind: "compare",
  left: { kind: "variable", name: "sys_platform" },
  operator: "==",
  right: { kind: "value", value: "" },
};

function decide(marker: Marker | null, extras: Names, groups: Names): Marker | null | typeof NEVER {
  if (marker === null || !asksForSelection(marker)) return marker;
  const rest = forSelection(marker, extras, groups);
  return rest === true ? null : rest === false ? NEVER : rest;
}

function asksForSelection(marker: Marker): boolean {
  if (marker.kind !== "compare") return marker.operands.some(asksForSelection);
  return [marker.left, marker.right].some(
    (side) => side.kind === "variable" && (side.name === "extras" || side.name === "dependency_groups"),
  );
}

/** `name[extra]` for every extra that an edge asks for to which the start leads. */
function askedExtras(lock: Lock, start: Start): Set<string> {
  const byKey = new Map<string, number[]>();
  for (const [node, { key }] of lock.packages.entries()) append(byKey, key, node);
  const asked = new Set<string>();
  const seen = new Set<string>();
  const queue = start.projects.flatMap((node) => [null, ...start.extras].map((extra) => ({ node, extra })));
  const follow = (edges: readonly LockedDependency[]) => {
    for (const { key, extras } of edges) {
      for (const extra of extras) asked.add(`${key}[${extra}]`);
      for (const node of byKey.get(key) ?? []) queue.push(...[null, ...extras].map((extra) => ({ node, extra })));
    }
  };
  follow(looseEdges(lock, start));
  for (let item = queue.pop(); item; item = queue.pop()) {
    const { node, extra } = item;
    const id = `${node} ${extra ?? ""}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const { dependencies = [], extras = {} } = lock.packages[node] ?? {};
    follow(
      dependencies.filter(({ key, optional }) =>
        extra === null ? !optional : optional && Object.hasOwn(extras, extra) && extras[extra]?.includes(key),
      ),
    );
  }
  return asked;
}

/** An edge that a selection starts with, and the part of which project it belongs to. */
export interface ProjectStart {
  readonly edge: LockedDependency;
  /** The project's name; null for what belongs to none. */
  readonly owner: string | null;
  /** `main` for the project's own dependencies and those of its extras. */
  readonly group: string;
  readonly extra: string | null;
}

/** The edges of the chosen parts of the projects in `folders`, of a lock that narrowLock gave. */
export function projectStarts(
  lock: Lock,
  selection: LockSelection,
  folders: readonly string[] = ["."],
): ProjectStart[] {
  const { projects, groups, extras, requirements } = startOf(lock, folders, selection);
  const own = projects.flatMap((node): ProjectStart[] => {
    const { name = "", dependencies = [], extras: offered = {} } = lock.packages[node] ?? {};
    const plain = dependencies.filter(({ optional }) => !optional);
    const ofExtras = extras.flatMap((extra) => {
      const keys = Object.hasOwn(offered, extra) ? (offered[extra] ?? []) : [];
      return dependencies
        .filter(({ key, optional }) => optional && keys.includes(key))
        .map((edge): ProjectStart => ({ edge, owner: name, group: MAIN_GROUP, extra }));
    });
    return [...plain.map((edge): ProjectStart => ({ edge, owner: name, group: MAIN_GROUP, extra: null })), ...ofExtras];
  });
  const loose = requirements ? (lock.requirements ?? []) : [];
  const ofGroups = groups.flatMap(({ owner, name }) => {
    const project = owner === null ? null : (lock.packages[owner] ?? null);
    const edges = (project ?? lock).dependencyGroups?.[name] ?? [];
    return edges.map((edge): ProjectStart => ({ edge, owner: project?.name ?? null, group: name, extra: null }));
  });
  return [...own, ...loose.map((edge) => ({ edge, owner: null, group: MAIN_GROUP, extra: null })), ...ofGroups];
}

/** Where an edge leads on the platforms where its marker holds; `extra` is the one that it belongs to. */
export function targetsOf(
  graph: LockGraph,
  { key, constraint, extras, marker, pinned }: LockedDependency,
  platforms: PlatformSet,
  extra: string | null = null,
): Target[] {
  const here = platforms & platformsOf(marker, graph.identity, extra === null ? [] : [extra]).platforms;
  return here === NO_PLATFORM ? [] : graph.targets(key, constraint, extras, here, pinned);
}
