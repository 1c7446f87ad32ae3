// What is promised of every split: consistent, maximal, the same in whatever order, and no package without a reason.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlatformSet } from "../../src/platforms.ts";
import { chainOf, type SplitGraph, split, type Want } from "../../src/resolver/split.ts";
import {
  broken,
  type Packages,
  type PlainEdge,
  type PlainGraph,
  solutions,
  splitGraphOf,
  subsets,
  wantedOn,
} from "../support/brute-force.ts";

const PLATFORMS: readonly PlatformSet[] = [1, 2, 4];

/** Random graphs: cycles, loops and edges of the same ends among them, and edges that lead where nothing is wanted. */
function graphs(maxSize: number, maxEdges = 3 * maxSize): fc.Arbitrary<PlainGraph> {
  const platforms = fc.oneof({ arbitrary: fc.constant(7), weight: 2 }, fc.integer({ min: 0, max: 7 }));
  return fc.integer({ min: 1, max: maxSize }).chain((size) => {
    const node = fc.nat({ max: size - 1 });
    const edge = fc.tuple(node, node, platforms, fc.boolean(), fc.boolean());
    const want = fc.tuple(node, platforms, fc.boolean());
    return fc.record({
      wanted: fc.array(platforms, { minLength: size, maxLength: size }),
      edges: fc.array(edge, { maxLength: maxEdges, size: "max" }).map((edges) =>
        edges.map(([from, to, where, isRefused, isBuiltOn], i): PlainEdge => {
          return { from, to, platforms: where, refusal: isRefused ? `edge ${i}` : null, isBuiltOn };
        }),
      ),
      wants: fc.array(want, { maxLength: 4, size: "max" }).map((wants) =>
        wants.map(([at, where, isRefused], i): Want => {
          return { node: at, platforms: where, refusal: isRefused ? `want ${i}` : null };
        }),
      ),
    });
  });
}

/** What `split` gives pip on a platform. */
function pipOn(graph: PlainGraph, platform: PlatformSet): Packages {
  return split(splitGraphOf(graph), graph.wants).reduce(
    (set, { pip }, node) => ((pip & platform) === 0 ? set : set | (1 << node)),
    0,
  );
}

/** The splits that are consistent on a platform have one with the fewest packages from pip, and it is `split`'s. */
function expectGreatest(graph: PlainGraph, platform: PlatformSet): void {
  const all = solutions(graph, platform);
  const least = all.reduce((common, pip) => common & pip, wantedOn(graph, platform));
  if (!all.includes(least)) throw new Error(`no greatest solution: ${JSON.stringify(graph)}`);
  if (pipOn(graph, platform) !== least) throw new Error(`not the greatest: ${JSON.stringify(graph)}`);
}

describe("of all splits it is the greatest that is consistent", () => {
  test("on random graphs of up to 8 packages", () => {
    let count = 0;
    fc.assert(
      fc.property(graphs(8), (graph) => {
        for (const platform of PLATFORMS) expectGreatest(graph, platform);
        count += 1;
      }),
      { numRuns: 6000 },
    );
    expect(count).toBe(6000);
  });

  test("on every graph of up to 3 packages", () => {
    // A package is not wanted; only as others need it; by somebody whom it serves; by somebody whom it does not serve.
    const NODES = [0, 1, 2, 3];
    // Between two packages there is no edge, or one that is or is not refused, and is or is not built upon.
    const EDGES: ({ refusal: string | null; isBuiltOn: boolean } | null)[] = [
      null,
      { refusal: null, isBuiltOn: false },
      { refusal: "refused", isBuiltOn: false },
      { refusal: null, isBuiltOn: true },
      { refusal: "refused", isBuiltOn: true },
    ];
    const counts = [1, 2, 3].map((size) => {
      const ends = Array.from({ length: size * size }, (_, i) => ({ from: Math.floor(i / size), to: i % size }))
        // An edge of a package to itself is tried on the smaller graphs.
        .filter(({ from, to }) => size < 3 || from !== to);
      // Graphs that differ by the numbers of their packages alone are tried once.
      const states = tuples(NODES, size).filter((nodes) => nodes.every((node, i) => i === 0 || node >= nodes[i - 1]!));
      let count = 0;
      for (const nodes of states) {
        const wanted = nodes.map((node) => (node === 0 ? 0 : 1));
        const wants = nodes.flatMap((node, at): Want[] =>
          node < 2 ? [] : [{ node: at, platforms: 1, refusal: node === 3 ? "wanted otherwise" : null }],
        );
        for (let number = 0; number < EDGES.length ** ends.length; number++) {
          const edges: PlainEdge[] = [];
          for (let i = 0, rest = number; i < ends.length; i++, rest = Math.floor(rest / EDGES.length)) {
            const kind = EDGES[rest % EDGES.length];
            if (kind) edges.push({ ...ends[i]!, platforms: 1, ...kind });
          }
          expectGreatest({ wanted, edges, wants }, 1);
          count += 1;
        }
      }
      return count;
    });
    expect(counts).toEqual([4 * 5, 10 * 5 ** 4, 20 * 5 ** 6]);
  });
});

function tuples<T>(items: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return tuples(items, length - 1).flatMap((rest) => items.map((item) => [...rest, item]));
}

describe("on larger graphs", () => {
  const large = graphs(24);

  test("no rule is broken", () => {
    fc.assert(
      fc.property(large, (graph) => {
        for (const platform of PLATFORMS) expect(broken(graph, platform, pipOn(graph, platform))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("no package from pip can be put back, neither alone nor together with others", () => {
    let tried = 0;
    fc.assert(
      fc.property(large, (graph) => {
        for (const platform of PLATFORMS) {
          const pip = pipOn(graph, platform);
          const single = graph.wanted.map((_, node) => pip & (1 << node)).filter((set) => set !== 0);
          // All unions of few packages; of many, each alone and all but one.
          const some = single.length <= 8 ? subsets(pip).slice(1) : [...single, ...single.map((set) => pip & ~set)];
          for (const set of some) {
            tried += 1;
            if (broken(graph, platform, pip & ~set).length === 0) throw new Error(`${set} of ${pip} can be put back`);
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(tried).toBeGreaterThan(10_000);
  });

  test("the order of packages, edges and wants changes nothing", () => {
    const withOrder = large.chain((graph) =>
      fc.record({
        graph: fc.constant(graph),
        nodes: permutation(graph.wanted.length),
        edges: permutation(graph.edges.length),
        wants: permutation(graph.wants.length),
      }),
    );
    fc.assert(
      fc.property(withOrder, ({ graph, nodes, edges, wants }) => {
        // The package `node` has the number nodes[node] in the other graph.
        const other: PlainGraph = {
          wanted: graph.wanted.map((_, at) => graph.wanted[nodes.indexOf(at)]!),
          edges: edges.map((i) => {
            const { from, to, ...edge } = graph.edges[i]!;
            return { ...edge, from: nodes[from]!, to: nodes[to]! };
          }),
          wants: wants.map((i) => ({ ...graph.wants[i]!, node: nodes[graph.wants[i]!.node]! })),
        };
        const [one, two] = [graph, other].map((each) =>
          split(splitGraphOf(each), each.wants).map(({ pip, asked }) => ({ pip, asked })),
        );
        expect(nodes.map((at) => two![at])).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  test("each platform is split by itself", () => {
    fc.assert(
      fc.property(large, (graph) => {
        const whole = split(splitGraphOf(graph), graph.wants);
        for (const platform of PLATFORMS) {
          const cut = <T extends { readonly platforms: PlatformSet }>(items: readonly T[]) =>
            items.map((item) => ({ ...item, platforms: item.platforms & platform }));
          const part: PlainGraph = {
            wanted: graph.wanted.map((where) => where & platform),
            edges: cut(graph.edges),
            wants: cut(graph.wants),
          };
          expect(split(splitGraphOf(part), part.wants).map(({ pip, asked }) => ({ pip, asked }))).toEqual(
            whole.map(({ pip, asked }) => ({ pip: pip & platform, asked: asked & platform })),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test("what is asked for is what is wanted from outside, or by a package from pip", () => {
    fc.assert(
      fc.property(large, (graph) => {
        const sides = split(splitGraphOf(graph), graph.wants);
        for (const [node, { asked }] of sides.entries()) {
          const byWants = graph.wants.filter((want) => want.node === node).map(({ platforms }) => platforms);
          const byEdges = graph.edges.filter(({ to }) => to === node).map((e) => e.platforms & sides[e.from]!.pip);
          const expected = [...byWants, ...byEdges].reduce((set, where) => set | where, 0);
          expect(asked).toBe(expected & graph.wanted[node]!);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function permutation(length: number): fc.Arbitrary<number[]> {
  const numbers = Array.from({ length }, (_, i) => i);
  return fc.shuffledSubarray(numbers, { minLength: length, maxLength: length });
}

describe("reasons", () => {
  test("each is true wherever it is given, and every package from pip has one on every platform", () => {
    let count = 0;
    fc.assert(
      fc.property(graphs(16), (graph) => {
        const sides = split(splitGraphOf(graph), graph.wants);
        for (const [node, { pip, causes }] of sides.entries()) {
          // Together the causes have all platforms, and none twice.
          expect(causes.reduce((sum, { platforms }) => sum + platforms, 0)).toBe(pip);
          expect(causes.reduce((set, { platforms }) => set | platforms, 0)).toBe(pip);
          for (const { platforms, cause } of causes) {
            count += 1;
            const isEverywhere = (where: PlatformSet) => (platforms & ~where) === 0;
            const edges = graph.edges.filter((edge) => isEverywhere(edge.platforms));
            switch (cause.kind) {
              case "wanted":
                expect(
                  graph.wants.some(
                    (want) => want.node === node && want.refusal === cause.reason && isEverywhere(want.platforms),
                  ),
                ).toBe(true);
                break;
              case "needed":
                expect(isEverywhere(sides[cause.by]!.pip)).toBe(true);
                expect(
                  edges.some((edge) => edge.from === cause.by && edge.to === node && edge.refusal === cause.reason),
                ).toBe(true);
                break;
              case "built":
                expect(isEverywhere(sides[cause.on]!.pip)).toBe(true);
                expect(edges.some((edge) => edge.from === node && edge.to === cause.on && edge.isBuiltOn)).toBe(true);
            }
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(count).toBeGreaterThan(1000);
  });

  test("a chain ends in a want or a need, and all of it holds on one platform", () => {
    let long = 0;
    fc.assert(
      fc.property(graphs(16), (graph) => {
        const sides = split(splitGraphOf(graph), graph.wants);
        for (const [node, { pip }] of sides.entries()) {
          if (pip === 0) continue;
          const { nodes, cause } = chainOf(sides, node);
          expect(nodes[0]).toBe(node);
          expect(new Set(nodes).size).toBe(nodes.length);
          if (nodes.length > 2) long += 1;
          const last = nodes.at(-1)!;
          const holds = PLATFORMS.some(
            (platform) =>
              nodes.every((at) => (sides[at]!.pip & platform) !== 0) &&
              nodes
                .slice(1)
                .every((on, i) =>
                  graph.edges.some(
                    (edge) =>
                      edge.from === nodes[i] && edge.to === on && edge.isBuiltOn && (edge.platforms & platform) !== 0,
                  ),
                ) &&
              (cause.kind === "wanted"
                ? graph.wants.some(
                    (want) => want.node === last && want.refusal === cause.reason && (want.platforms & platform) !== 0,
                  )
                : (sides[cause.by]!.pip & platform) !== 0 &&
                  graph.edges.some(
                    (edge) =>
                      edge.from === cause.by &&
                      edge.to === last &&
                      edge.refusal === cause.reason &&
                      (edge.platforms & platform) !== 0,
                  )),
          );
          if (!holds) throw new Error(`${nodes.join(" > ")}: ${JSON.stringify({ cause, graph })}`);
        }
      }),
      { numRuns: 3000 },
    );
    expect(long).toBeGreaterThan(100);
  });

  test("on a platform of its own a package may come from pip for a reason of its own", () => {
    // 0 is built against 1 on the second platform, where 1 is refused for another reason than on the first.
    const graph: PlainGraph = {
      wanted: [2, 3],
      edges: [{ from: 0, to: 1, platforms: 2, refusal: null, isBuiltOn: true }],
      wants: [
        { node: 1, platforms: 1, refusal: "not here" },
        { node: 1, platforms: 2, refusal: "not there" },
      ],
    };
    const sides = split(splitGraphOf(graph), graph.wants);
    expect(chainOf(sides, 0)).toEqual({ nodes: [0, 1], cause: { kind: "wanted", reason: "not there", by: null } });
    expect(chainOf(sides, 1)).toEqual({ nodes: [1], cause: { kind: "wanted", reason: "not here", by: null } });
  });
});

describe("work", () => {
  test("every edge is looked at once from each of its ends, for each platform at most", () => {
    fc.assert(
      fc.property(graphs(24), (graph) => {
        const looks = new Map<string, number>();
        const inner = splitGraphOf(graph);
        const counted = (edges: readonly PlainEdge[], end: string) => {
          for (const edge of edges) {
            const id = `${end} ${graph.edges.indexOf(edge)}`;
            looks.set(id, (looks.get(id) ?? 0) + 1);
          }
          return edges;
        };
        const outer: SplitGraph<PlainEdge> = {
          ...inner,
          edges: (node) => counted(inner.edges(node), "from"),
          incoming: (node) => counted(inner.incoming(node), "to"),
        };
        split(outer, graph.wants);
        for (const count of looks.values()) expect(count).toBeLessThanOrEqual(PLATFORMS.length);
      }),
      { numRuns: 300 },
    );
  });

  test("a chain of packages that are built on each other is walked once", () => {
    const size = 20;
    const graph: PlainGraph = {
      wanted: Array.from({ length: size }, () => 7),
      edges: Array.from({ length: size - 1 }, (_, from) => {
        return { from, to: from + 1, platforms: 7, refusal: null, isBuiltOn: true };
      }),
      wants: [{ node: size - 1, platforms: 7, refusal: "refused" }],
    };
    const looked: number[] = [];
    const inner = splitGraphOf(graph);
    split(
      {
        ...inner,
        incoming: (node) => {
          looked.push(node);
          return inner.incoming(node);
        },
      },
      graph.wants,
    );
    expect(looked).toEqual(Array.from({ length: size }, (_, i) => size - 1 - i));
  });
});
