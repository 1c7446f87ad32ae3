// The graph of a lock file: which packages are reached from where, on which platforms. A package's extra is a
// node of its own, whose edges are what the extra adds.

import { append } from "../append.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { satisfies } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { MarkerError } from "../pep/pep508.ts";
import { ALL_PLATFORMS, type InterpreterIdentity, NO_PLATFORM, type PlatformSet, platformsOf } from "../platforms.ts";
import type { Constraint, LockedDependency, LockedPackage, Source } from "../project.ts";

/** An edge to a package that the lock pins. */
export interface Edge {
  /** Indexes into the lock's packages. */
  readonly from: number;
  readonly to: number;
  readonly constraint: Constraint | null;
  /** Where the edge's marker and the target's hold. */
  readonly platforms: PlatformSet;
  /** The extra of `from` that the edge belongs to. */
  readonly extra: string | null;
  /** The extras of `to` that it asks for, normalized. */
  readonly wantedExtras: readonly string[];
}

/** An extra of a package that something asks for. */
export interface ReachedExtra {
  /** The package. */
  readonly of: number;
  readonly extra: string;
  readonly platforms: PlatformSet;
}

/** A package that an entry stands for. */
export interface Target {
  readonly to: number;
  readonly platforms: PlatformSet;
  readonly extras: readonly string[];
}

export class LockGraph {
  readonly #byKey = new Map<string, number[]>();
  readonly #reached: PlatformSet[];
  readonly #reachedExtras = new Map<string, ReachedExtra>();
  readonly #edges: (Edge[] | undefined)[] = [];
  readonly #edgesByExtra: (Map<string | null, Edge[]> | undefined)[] = [];
  #incoming: Edge[][] | null = null;

  /**
   * `extras` are the chosen extras of the project itself: markers in a lock can ask for them. `within` says for each
   * package where a selection has it at all, where the lock itself tells that; no edge leads out of it.
   */
  constructor(
    readonly packages: readonly LockedPackage[],
    readonly identity: InterpreterIdentity,
    readonly extras: readonly string[],
    readonly within: readonly PlatformSet[] | null = null,
  ) {
    for (const [node, { key }] of packages.entries()) append(this.#byKey, key, node);
    this.#reached = packages.map(() => NO_PLATFORM);
  }

  /**
   * The packages that a requirement stands for, on the platforms where their own markers hold too; the one that is
   * `pinned` where the lock tells it.
   */
  targets(
    key: string,
    constraint: Constraint | null,
    extras: readonly string[],
    platforms: PlatformSet,
    pinned?: LockedDependency["pinned"],
  ): Target[] {
    const nodes = this.#byKey.get(key) ?? [];
    const fitting = nodes.filter((node) => {
      const { version, source } = this.packages[node] as LockedPackage;
      if (pinned) return version === pinned.version && isSameSource(source, pinned.source);
      return (
        source.kind !== "registry" ||
        version === "" ||
        constraint === null ||
        isUnconstrained(constraint) ||
        constraint.some((set) => satisfies(set, version))
      );
    });
    const names = extras.map(normalizeName);
    return fitting.flatMap((to) => {
      const { marker, requiresPython } = this.packages[to] as LockedPackage;
      const here = platforms & (this.within?.[to] ?? this.#where(marker, this.extras));
      const runs =
        fitting.length === 1 ||
        isUnconstrained(requiresPython) ||
        requiresPython.some((set) => satisfies(set, this.identity.version));
      return here === NO_PLATFORM || !runs ? [] : [{ to, platforms: here, extras: names }];
    });
  }

  #where(marker: LockedPackage["marker"], extras: readonly string[]): PlatformSet {
    try {
      return platformsOf(marker, this.identity, extras).platforms;
    } catch (error) {
      // A comparison that is not defined cannot take a package out of the lock.
      if (error instanceof MarkerError) return ALL_PLATFORMS;
      throw error;
    }
  }

  /** The packages of a normalized name. */
  named(key: string): readonly number[] {
    return this.#byKey.get(key) ?? [];
  }

  /** The packages of the same name, itself among them. */
  alike(node: number): readonly number[] {
    return this.named(this.packages[node]?.key ?? "");
  }

  /** Where the selection has the package, were it reached or not. */
  has(node: number): PlatformSet {
    return this.within?.[node] ?? this.#where(this.packages[node]?.marker ?? null, this.extras);
  }

  /** Follows all edges from the roots, those of earlier calls being there. Each node is visited once for every platform at most. */
  reach(roots: readonly Target[]): void {
    const queue = roots.map((root) => ({ ...root }));
    for (let item = queue.pop(); item; item = queue.pop()) {
      const { to, platforms, extras } = item;
      const isNew = platforms & ~(this.#reached[to] as PlatformSet);
      if (isNew !== NO_PLATFORM) {
        this.#reached[to] = (this.#reached[to] as PlatformSet) | isNew;
        for (const edge of this.#edgesFor(to, null)) this.#push(queue, edge, isNew);
      }
      for (const extra of extras) {
        const id = `${to}[${extra}]`;
        const known = this.#reachedExtras.get(id)?.platforms ?? NO_PLATFORM;
        const added = platforms & ~known;
        if (added === NO_PLATFORM) continue;
        this.#reachedExtras.set(id, { of: to, extra, platforms: known | added });
        for (const edge of this.#edgesFor(to, extra)) this.#push(queue, edge, added);
      }
    }
    this.#incoming = null;
  }

  #push(queue: Target[], edge: Edge, platforms: PlatformSet): void {
    const here = platforms & edge.platforms;
    if (here !== NO_PLATFORM) queue.push({ to: edge.to, platforms: here, extras: edge.wantedExtras });
  }

  /** Where the package is reached. */
  reached(node: number): PlatformSet {
    return this.#reached[node] ?? NO_PLATFORM;
  }

  /** The edges of a reached package, those of its reached extras among them. */
  edges(node: number): Edge[] {
    return this.#ownEdges(node).flatMap((edge) => this.#reachedPart(edge));
  }

  /** Those of its edges that belong to a reached extra. */
  edgesOfExtra({ of, extra }: ReachedExtra): Edge[] {
    return this.#edgesFor(of, extra).flatMap((edge) => this.#reachedPart(edge));
  }

  #reachedPart(edge: Edge): Edge[] {
    const within =
      edge.extra === null
        ? this.reached(edge.from)
        : (this.#reachedExtras.get(`${edge.from}[${edge.extra}]`)?.platforms ?? NO_PLATFORM);
    const platforms = edge.platforms & within;
    return platforms === NO_PLATFORM ? [] : [{ ...edge, platforms }];
  }

  /** The extras that anything asks for. */
  reachedExtras(): ReachedExtra[] {
    return [...this.#reachedExtras.values()];
  }

  /** The reached edges that lead to a package. */
  incoming(node: number): readonly Edge[] {
    this.#incoming ??= this.#reversed();
    return this.#incoming[node] ?? [];
  }

  #reversed(): Edge[][] {
    const incoming = this.packages.map((): Edge[] => []);
    for (const node of this.packages.keys()) {
      if (this.reached(node) !== NO_PLATFORM) for (const edge of this.edges(node)) incoming[edge.to]?.push(edge);
    }
    return incoming;
  }

  /** The edges of a package that belong to one of its extras, or (null) to none. */
  #edgesFor(from: number, extra: string | null): readonly Edge[] {
    let byExtra = this.#edgesByExtra[from];
    if (!byExtra) {
      byExtra = new Map();
      for (const edge of this.#ownEdges(from)) append(byExtra, edge.extra, edge);
      this.#edgesByExtra[from] = byExtra;
    }
    return byExtra.get(extra) ?? [];
  }

  #ownEdges(from: number): Edge[] {
    let edges = this.#edges[from];
    if (edges) return edges;
    const { dependencies, extras } = this.packages[from] as LockedPackage;
    const extrasOf = new Map<string, string[]>();
    for (const [extra, keys] of Object.entries(extras)) for (const key of keys) append(extrasOf, key, extra);
    edges = dependencies.flatMap((dependency) => {
      const owners = dependency.optional ? (extrasOf.get(dependency.key) ?? []) : [null];
      return owners.flatMap((extra) => this.#edgesOf(from, dependency, extra));
    });
    this.#edges[from] = edges;
    return edges;
  }

  #edgesOf(from: number, { key, constraint, extras, marker, pinned }: LockedDependency, extra: string | null): Edge[] {
    const platforms = this.#where(marker, extra === null ? [] : [extra]);
    if (platforms === NO_PLATFORM) return [];
    const found = this.targets(key, constraint, extras, platforms, pinned);
    // A lock that pins one version for all needs no range to tell which: the edge is there whatever it says.
    const targets =
      found.length > 0 || (this.#byKey.get(key)?.length ?? 0) > 1 ? found : this.targets(key, null, extras, platforms);
    return targets.map((target) => ({
      from,
      to: target.to,
      constraint,
      platforms: target.platforms,
      extra,
      wantedExtras: target.extras,
    }));
  }
}

function isSameSource(a: Source, b: Source): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
