// The split of a graph of packages between nixpkgs and pip. nixpkgs keeps the greatest set that is consistent:
//   1. nothing in it is refused by what wants it from outside the graph;
//   2. nothing in it is refused by a package from pip that needs it;
//   3. nothing in it was built against a package that comes from pip.
// Its complement is worked out, the least set that these rules lead to. That set only grows, so the order of work does
// not change it. Each platform is split by itself; every edge is looked at from each end, once for each platform at most.

import { ALL_PLATFORMS, NO_PLATFORM, type PlatformSet } from "../platforms.ts";

/** A need of one package, by its number, for another. */
export interface SplitEdge {
  readonly from: number;
  readonly to: number;
  /** Where it is needed. */
  readonly platforms: PlatformSet;
}

/** A graph to split. Packages are numbers from 0 to `size` - 1. */
export interface SplitGraph<E extends SplitEdge> {
  readonly size: number;
  /** Where the package is wanted at all. */
  wanted(node: number): PlatformSet;
  edges(node: number): readonly E[];
  /** The edges that lead to the package. */
  incoming(node: number): readonly E[];
  /** Why nixpkgs' package cannot serve a dependent that comes from pip; null when it can. */
  refusal(edge: E): string | null;
  /** Whether nixpkgs' package of the edge's beginning is built from its own package of the edge's end. */
  isBuiltOn(edge: E): boolean;
}

/** A want from outside the graph, and why nixpkgs' package cannot serve it; null when it can. */
export interface Want {
  readonly node: number;
  readonly platforms: PlatformSet;
  readonly refusal: string | null;
  /** Who refuses it, by name, where that is told. */
  readonly by?: string | null;
}

/** Why a package comes from pip. */
export type Cause =
  | { readonly kind: "wanted"; readonly reason: string; readonly by: string | null }
  | { readonly kind: "needed" /** The dependent from pip. */; readonly by: number; readonly reason: string }
  | { readonly kind: "built" /** The package from pip that nixpkgs' was built against. */; readonly on: number };

export interface Side {
  /** Where pip brings the package. */
  pip: PlatformSet;
  /** Where something outside nixpkgs wants it: the base lists it, or pip brings it. */
  asked: PlatformSet;
  /** Why pip brings it: on each platform the first cause that was found. */
  readonly causes: { readonly platforms: PlatformSet; readonly cause: Cause }[];
}

/** Splits a graph. The wants are taken in their order, so that of several causes the nearest to a want is told. */
export function split<E extends SplitEdge>(graph: SplitGraph<E>, wants: readonly Want[]): Side[] {
  const sides = Array.from({ length: graph.size }, (): Side => ({ pip: NO_PLATFORM, asked: NO_PLATFORM, causes: [] }));
  const side = (node: number) => sides[node] as Side;
  const queue: { readonly node: number; readonly platforms: PlatformSet }[] = [];

  const toPip = (node: number, platforms: PlatformSet, cause: Cause): void => {
    const here = platforms & graph.wanted(node) & ~side(node).pip;
    if (here === NO_PLATFORM) return;
    side(node).pip |= here;
    side(node).causes.push({ platforms: here, cause });
    queue.push({ node, platforms: here });
  };

  for (const { node, platforms, refusal, by = null } of wants) {
    side(node).asked |= platforms & graph.wanted(node);
    if (refusal !== null) toPip(node, platforms, { kind: "wanted", reason: refusal, by });
  }
  for (let next = 0; next < queue.length; next++) {
    const { node, platforms } = queue[next] as (typeof queue)[number];
    for (const edge of graph.edges(node)) {
      const here = edge.platforms & platforms;
      if (here === NO_PLATFORM) continue;
      side(edge.to).asked |= here & graph.wanted(edge.to);
      const reason = graph.refusal(edge);
      if (reason !== null) toPip(edge.to, here, { kind: "needed", by: node, reason });
    }
    for (const edge of graph.incoming(node)) {
      if (graph.isBuiltOn(edge)) toPip(edge.from, edge.platforms & platforms, { kind: "built", on: node });
    }
  }
  return sides;
}

/**
 * The packages from one that comes from pip to the one that began it, each built against the next, and why that one
 * comes from pip. All of it holds on a platform of the package's first cause.
 */
export function chainOf(
  sides: readonly Side[],
  node: number,
): { readonly nodes: readonly number[]; readonly cause: Exclude<Cause, { kind: "built" }> } {
  const nodes = [node];
  let platforms = ALL_PLATFORMS;
  for (let at = node; ; nodes.push(at)) {
    // On one platform a package joins after the one that it is built against, so a chain cannot come back.
    const found = sides[at]?.causes.find((known) => (known.platforms & platforms) !== NO_PLATFORM);
    if (!found) throw new RangeError(`package ${at} does not come from pip`);
    if (found.cause.kind !== "built") return { nodes, cause: found.cause };
    platforms &= found.platforms;
    at = found.cause.on;
  }
}
