// Extras in a split. A package of nixpkgs does not bring what its extras add. So an extra is a node beside the packages:
// where something outside of nixpkgs asks for it, it counts as pip's and needs what it adds. An extra that only packages
// of nixpkgs ask for stays out of it: they bring what they need of it themselves.

import type { PlatformSet } from "../platforms.ts";
import type { Edge, LockGraph, ReachedExtra, Target } from "./lock-graph.ts";
import type { Want } from "./split.ts";

/**
 * An edge of a split: what a package needs, an extra that it asks for, what an extra adds, or what nixpkgs' package was
 * built on by the index.
 */
export interface Step extends Edge {
  readonly kind: "needs" | "asks" | "adds" | "built";
}

/** Why an extra counts as pip's. No package comes from pip for it. */
export const ASKED = "it is asked for";

/** A lock's graph with the extras that anything asks for behind its packages. */
export class GraphWithExtras {
  readonly size: number;
  readonly #graph: LockGraph;
  readonly #extras: readonly ReachedExtra[];
  readonly #nodes: ReadonlyMap<string, number>;

  constructor(graph: LockGraph) {
    this.#graph = graph;
    this.#extras = graph.reachedExtras();
    this.#nodes = new Map(this.#extras.map(({ of, extra }, i) => [idOf(of, extra), graph.packages.length + i]));
    this.size = graph.packages.length + this.#extras.length;
  }

  wanted(node: number): PlatformSet {
    return this.#extra(node)?.platforms ?? this.#graph.reached(node);
  }

  edges(node: number): Step[] {
    const found = this.#extra(node);
    if (!found) return this.#graph.edges(node).flatMap((edge) => [{ ...edge, kind: "needs" }, ...this.#asks(edge)]);
    return this.#graph.edgesOfExtra(found).flatMap((edge) => [{ ...edge, kind: "adds" }, ...this.#asks(edge)]);
  }

  /** The edges on which a package can have been built: none of an extra's. */
  incoming(node: number): Step[] {
    if (this.#extra(node)) return [];
    return this.#graph.incoming(node).map((edge) => ({ ...edge, kind: "needs" }));
  }

  /** The wants for the extras of what a selection starts from. */
  wants(targets: readonly Target[]): Want[] {
    return targets.flatMap(({ to, platforms, extras }) =>
      this.#nodesOf(to, extras).map((node) => ({ node, platforms, refusal: ASKED })),
    );
  }

  #extra(node: number): ReachedExtra | undefined {
    return this.#extras[node - this.#graph.packages.length];
  }

  #asks(edge: Edge): Step[] {
    return this.#nodesOf(edge.to, edge.wantedExtras).map((to) => ({ ...edge, to, kind: "asks" }));
  }

  #nodesOf(of: number, extras: readonly string[]): number[] {
    return extras.flatMap((extra) => this.#nodes.get(idOf(of, extra)) ?? []);
  }
}

function idOf(of: number, extra: string): string {
  return `${of}[${extra}]`;
}
