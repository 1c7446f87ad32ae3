// The dependency graph of a plan: packages, where they come from and why, and who needs whom.

import { append } from "../append.ts";
import { compareTexts } from "../compare.ts";
import { formatOrigin, InputError } from "../diagnostics.ts";
import { nearest } from "../nearest.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { normalizeName } from "../pep/pep503.ts";
import { ALL_PLATFORMS, PLATFORMS, type PlatformSet } from "../platforms.ts";
import type { Project } from "../project.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { plain } from "./graph-text.ts";
import { type Versions, versionsOf } from "./graph-versions.ts";

/** Where a package comes from, and why in a word. */
export const KINDS = ["project", "listed", "brought", "pip", "built", "absent"] as const;
export type Kind = (typeof KINDS)[number];

/** What a legend says of each. */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  project: "the project",
  listed: "nixpkgs, listed",
  brought: "nixpkgs, brought by another",
  pip: "pip",
  built: "pip, built against one from pip",
  absent: "not needed",
};

export interface GraphNode {
  readonly key: string;
  readonly name: string;
  readonly kind: Kind;
  /** The version or range that is taken, with nixpkgs' beside it where pip brings it; empty where there is none. */
  readonly version: string;
  /** Why it comes from there; empty for a project. */
  readonly reason: string;
  /** Lines that tell more: the reason by system, the versions side by side. */
  readonly details: readonly string[];
  /** Whether nothing tells who needs it: of a lock that names no dependents. */
  readonly isLoose: boolean;
}

export interface GraphEdge {
  /** The one that needs, by its place in `nodes`. */
  readonly from: number;
  readonly to: number;
}

/** The graph. All text is that of `plain`: on one line, with nothing invisible and no credentials. */
export interface Graph {
  readonly title: string;
  readonly subtitle: string;
  /** Projects first, then packages by their keys. */
  readonly nodes: readonly GraphNode[];
  /** By their beginnings, then by their ends. */
  readonly edges: readonly GraphEdge[];
  /** How many packages a selection has left out. */
  readonly hidden: number;
}

/** The way of a decision as a kind. */
export function kindOf(decision: Decision): Kind {
  switch (decision.from) {
    case "nixpkgs":
      return decision.listed ? "listed" : "brought";
    case "pip":
      if (isOwn(decision)) return "project";
      return decision.cause.builtOn.length > 0 ? "built" : "pip";
    case "nowhere":
      return "absent";
  }
}

/** Whether a decision is about a project that is converted, as against one that it depends on. */
export function isOwn(decision: Decision): boolean {
  return decision.from === "pip" && decision.isOwn === true;
}

/** How telling a kind is where a package comes from different places on different systems. */
const TELLING: readonly Kind[] = ["project", "pip", "built", "listed", "brought", "absent"];

/** Makes the graph of a plan. `project` is what the plan was made for. */
export function graphOf(plan: Plan, project: Project, index: NixpkgsIndex): Graph {
  const ways = new Map<string, Decision[]>();
  for (const decision of plan.decisions) append(ways, decision.key, decision);
  const own = plan.decisions.filter(isOwn).map(({ key }) => key);
  const title = plan.projectName ?? project.files[0] ?? "project";

  const projects = new Map<string, GraphNode>(
    own.map((key) => [key, nodeOf(ways.get(key) ?? [], plan, project, index)]),
  );
  const rootKey = projects.has(normalizeName(title)) ? normalizeName(title) : "";
  const needs = new Set<string>();
  for (const { key, requesters } of plan.decisions) {
    for (const requester of requesters) {
      const by = requester.kind === "manifest" ? rootKey : normalizeName(requester.name);
      // A member of a workspace that is not installed asks for things and is decided nowhere.
      if (!ways.has(by) && !projects.has(by))
        projects.set(by, {
          key: by,
          name: plain(requester.kind === "manifest" ? title : requester.name),
          kind: "project",
          version: "",
          reason: "",
          details: [],
          isLoose: false,
        });
      needs.add(`${by}\0${key}`);
    }
  }
  const nodes = [
    ...[...projects.values()].sort((a, b) => compareTexts(a.key, b.key)),
    ...[...ways].filter(([key]) => !projects.has(key)).map(([, all]) => nodeOf(all, plan, project, index)),
  ];
  const places = new Map(nodes.map(({ key }, place) => [key, place] as const));
  const edges = [...needs].map((need): GraphEdge => {
    const [by = "", key = ""] = need.split("\0");
    return { from: places.get(by) as number, to: places.get(key) as number };
  });
  return {
    title: plain(title),
    subtitle: subtitleOf(plan),
    nodes,
    edges: edges.sort((a, b) => a.from - b.from || a.to - b.to),
    hidden: 0,
  };
}

/** How many come from where, for which interpreter, by which nixpkgs. */
function subtitleOf({ decisions, interpreter, index }: Plan): string {
  const counted = decisions.filter((decision) => decision.from !== "nowhere" && !isOwn(decision));
  const all = new Set(counted.map(({ key }) => key));
  const nix = new Set(counted.filter(({ from }) => from === "nixpkgs").map(({ key }) => key));
  const release = [index.revision.slice(0, 12), `(${[index.channel, index.date].filter(Boolean).join(", ")})`].join(
    " ",
  );
  return plain(`${nix.size} of ${all.size} packages from nixpkgs · Python ${interpreter.version} · nixpkgs ${release}`);
}

function nodeOf(ways: readonly Decision[], plan: Plan, project: Project, index: NixpkgsIndex): GraphNode {
  const kinds = ways.map(kindOf);
  const kind = TELLING.find((one) => kinds.includes(one)) ?? "absent";
  const main = ways[kinds.indexOf(kind)] as Decision;
  const versions = versionsOf(main, plan, project, index);
  const isSome = ways.length > 1 || (main.platforms !== ALL_PLATFORMS && main.from !== "nowhere");
  return {
    key: main.key,
    name: plain(main.name),
    kind,
    version: kind === "project" ? "" : plain(`${versionText(kind, versions)}${isSome ? " (some systems)" : ""}`),
    reason: kind === "project" ? "" : plain(main.reason),
    details: [...ways.flatMap((way) => wayLines(way, ways.length > 1)), ...versionLines(versions, kind)].map(plain),
    isLoose: kind !== "project" && ways.every(({ requesters }) => requesters.length === 0),
  };
}

function versionText(kind: Kind, { taken, nixpkgs }: Versions): string {
  if (taken === null) return "not needed";
  if (kind !== "pip" && kind !== "built") return taken;
  return `${taken} · nixpkgs ${nixpkgs === null ? "none" : nixpkgs.version || "no version"}`;
}

function wayLines(way: Decision, isOne: boolean): string[] {
  const where = { nixpkgs: "from nixpkgs", pip: "from pip", nowhere: "not needed" }[way.from];
  const isSome = way.platforms !== ALL_PLATFORMS && way.from !== "nowhere";
  const systems = isSome || isOne ? ` on ${systemsText(way.platforms)}` : "";
  return [`${where}${systems}: ${way.reason}`];
}

const KERNELS = { isLinux: "Linux", isDarwin: "macOS", isFreeBSD: "FreeBSD" } as const;

/** A set of systems in few words: `Linux, aarch64-darwin`. */
export function systemsText(platforms: PlatformSet): string {
  const parts = (["isLinux", "isDarwin", "isFreeBSD"] as const).flatMap((kernel): string[] => {
    const all = PLATFORMS.flatMap((platform, bit) => (platform.kernel === kernel ? [{ ...platform, bit }] : []));
    const some = all.filter(({ bit }) => (platforms & (1 << bit)) !== 0);
    return some.length === all.length ? [KERNELS[kernel]] : some.map(({ system }) => system);
  });
  return parts.join(", ");
}

function versionLines({ required, locked, nixpkgs }: Versions, kind: Kind): string[] {
  if (kind === "project") return [];
  return [
    ...required.map(({ range, origin }) => `required: ${range} (${formatOrigin(origin)})`),
    ...(locked.length > 0 ? [`locked: ${locked.join(", ")}`] : []),
    ...(nixpkgs ? [`nixpkgs: ${nixpkgs.attribute} ${nixpkgs.version}`] : []),
  ];
}

/** The kinds that a graph has, and how many of each. */
export function counts({ nodes }: Graph): [Kind, number][] {
  return KINDS.map((kind): [Kind, number] => [kind, nodes.filter((node) => node.kind === kind).length]).filter(
    ([, count]) => count > 0,
  );
}

/** What of a graph is wanted. */
export interface GraphSelection {
  /** Packages of which only what leads to them and what they need is kept; none for all. */
  readonly names: readonly string[];
  /** The most steps from a project, or from the packages of `names` in either direction; null for no limit. */
  readonly depth: number | null;
}

/** The part of a graph that is wanted. Throws an InputError for a name that it does not have. */
export function selectGraph(graph: Graph, { names, depth }: GraphSelection): Graph {
  const { nodes, edges } = graph;
  const keys = nodes.map(({ key }) => key);
  const named = names.map(normalizeName).map((name) => {
    const place = keys.indexOf(name);
    if (place >= 0) return place;
    const meant = nearest(name, keys);
    throw new InputError(`nothing here asks for ${name}`, {
      hint: meant === null ? "py2nix explain lists all dependencies." : `Did you mean ${meant}?`,
    });
  });
  if (named.length === 0 && depth === null) return graph;
  const { needs, neededBy } = neighbours(graph);
  const starts = named.length > 0 ? named : firsts(graph);
  const limit = depth ?? Number.POSITIVE_INFINITY;
  const kept = new Set([...within(starts, needs, limit), ...(named.length > 0 ? within(named, neededBy, limit) : [])]);
  const places = new Map([...kept].sort((a, b) => a - b).map((place, i) => [place, i] as const));
  return {
    ...graph,
    nodes: nodes.filter((_, place) => kept.has(place)),
    edges: edges.flatMap(({ from, to }) => {
      const [a, b] = [places.get(from), places.get(to)];
      return a === undefined || b === undefined ? [] : [{ from: a, to: b }];
    }),
    hidden: graph.hidden + nodes.length - kept.size,
  };
}

/** For each node those that it needs, and those that need it. */
export function neighbours({ nodes, edges }: Pick<Graph, "nodes" | "edges">): {
  readonly needs: readonly (readonly number[])[];
  readonly neededBy: readonly (readonly number[])[];
} {
  const needs = nodes.map((): number[] => []);
  const neededBy = nodes.map((): number[] => []);
  for (const { from, to } of edges) {
    needs[from]?.push(to);
    neededBy[to]?.push(from);
  }
  return { needs, neededBy };
}

/** Where a reading of the graph begins: the projects, and what nobody in it needs. */
export function firsts(graph: Pick<Graph, "nodes" | "edges">): number[] {
  const { neededBy } = neighbours(graph);
  return [...graph.nodes.keys()].filter(
    (place) => graph.nodes[place]?.kind === "project" || neededBy[place]?.length === 0,
  );
}

function within(starts: readonly number[], next: readonly (readonly number[])[], limit: number): Set<number> {
  const reached = new Set(starts);
  let front = [...reached];
  for (let step = 0; step < limit && front.length > 0; step++) {
    const found = front.flatMap((place) => next[place] ?? []).filter((place) => !reached.has(place));
    front = [...new Set(found)];
    for (const place of front) reached.add(place);
  }
  return reached;
}
