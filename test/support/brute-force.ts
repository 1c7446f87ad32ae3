// The rules of a split said one by one over graphs in plain data, and every split of a graph tried. Nothing of
// src/resolver/split.ts is used here but its types.

import type { PlatformSet } from "../../src/platforms.ts";
import type { SplitEdge, SplitGraph, Want } from "../../src/resolver/split.ts";

export interface PlainEdge extends SplitEdge {
  readonly refusal: string | null;
  readonly isBuiltOn: boolean;
}

export interface PlainGraph {
  /** For each package where it is wanted at all. */
  readonly wanted: readonly PlatformSet[];
  readonly edges: readonly PlainEdge[];
  readonly wants: readonly Want[];
}

/** Packages as bits of a number: the n-th bit for the n-th package. Up to 30 of them. */
export type Packages = number;

/** A plain graph as `split` takes it. */
export function splitGraphOf({ wanted, edges }: PlainGraph): SplitGraph<PlainEdge> {
  const [leaving, leading] = [wanted.map((): PlainEdge[] => []), wanted.map((): PlainEdge[] => [])];
  for (const edge of edges) {
    leaving[edge.from]?.push(edge);
    leading[edge.to]?.push(edge);
  }
  return {
    size: wanted.length,
    wanted: (node) => wanted[node] ?? 0,
    edges: (node) => leaving[node] ?? [],
    incoming: (node) => leading[node] ?? [],
    refusal: (edge) => edge.refusal,
    isBuiltOn: (edge) => edge.isBuiltOn,
  };
}

/** The packages that are wanted on a platform. `platform` is a set of one. */
export function wantedOn({ wanted }: PlainGraph, platform: PlatformSet): Packages {
  return wanted.reduce((set, where, node) => ((where & platform) === 0 ? set : set | (1 << node)), 0);
}

/** The rules that are broken on a platform where `pip` come from pip and everything else that is wanted from nixpkgs. */
export function broken(graph: PlainGraph, platform: PlatformSet, pip: Packages): string[] {
  const wanted = wantedOn(graph, platform);
  const isNix = (node: number) => (wanted & ~pip & (1 << node)) !== 0;
  const isPip = (node: number) => (wanted & pip & (1 << node)) !== 0;
  const rules: string[] = [];
  if ((pip & ~wanted) !== 0) rules.push("pip brings what nothing wants");
  for (const { node, platforms, refusal } of graph.wants) {
    if ((platforms & platform) !== 0 && refusal !== null && isNix(node)) rules.push(`${node} is wanted otherwise`);
  }
  for (const { from, to, platforms, refusal, isBuiltOn } of graph.edges) {
    if ((platforms & platform) === 0) continue;
    if (isPip(from) && isNix(to) && refusal !== null) rules.push(`${from} from pip needs another ${to}`);
    if (isNix(from) && isPip(to) && isBuiltOn) rules.push(`${from} was built against nixpkgs' ${to}`);
  }
  return rules;
}

/** Every set of packages that can come from pip on a platform without a broken rule: all are tried. */
export function solutions(graph: PlainGraph, platform: PlatformSet): Packages[] {
  const wanted = wantedOn(graph, platform);
  return subsets(wanted).filter((pip) => broken(graph, platform, pip).length === 0);
}

/** Every subset of a set, itself and the empty one among them. */
export function subsets(set: Packages): Packages[] {
  const found = [0];
  for (let rest = set; rest !== 0; rest &= rest - 1) {
    const lowest = rest & -rest;
    found.push(...found.map((subset) => subset | lowest));
  }
  return found;
}
