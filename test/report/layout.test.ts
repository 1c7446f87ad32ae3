import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Drawing, layOut, nearestInOrder, type Size } from "../../src/report/layout.ts";

const SPACING = { nodes: 10, lane: 6, columns: 50 };
const box: Size = { width: 80, height: 30 };
const boxes = (count: number) => Array.from({ length: count }, () => box);
const link = (text: string) => {
  const [from = 0, to = 0] = text.split("-").map(Number);
  return { from, to };
};
const links = (...texts: string[]) => texts.map(link);

/** Whether a horizontal lane runs through a node. */
function hitsNode({ corners, segments }: Drawing, sizes: readonly Size[]): boolean {
  return segments.some(
    ({ from, to, isLane }) =>
      isLane &&
      corners.some((corner, node) => {
        const { width, height } = sizes[node] as Size;
        return (
          from.y > corner.y + 0.2 &&
          from.y < corner.y + height - 0.2 &&
          to.x > corner.x + 0.2 &&
          from.x < corner.x + width - 0.2
        );
      }),
  );
}

/** The curves stay between columns: no node has any part there. */
function curvesAreBetween({ corners, segments }: Drawing, sizes: readonly Size[]): boolean {
  return segments.every(
    ({ from, to, isLane }) =>
      isLane || corners.every(({ x }, node) => x + (sizes[node] as Size).width <= from.x + 0.2 || x >= to.x - 0.2),
  );
}

function overlaps({ corners }: Drawing, sizes: readonly Size[]): boolean {
  return corners.some((a, i) =>
    corners.some((b, j) => {
      if (j <= i) return false;
      const [p, q] = [sizes[i] as Size, sizes[j] as Size];
      const apart =
        a.x + p.width <= b.x || b.x + q.width <= a.x || a.y + p.height <= b.y + 0.2 || b.y + q.height <= a.y + 0.2;
      return !apart;
    }),
  );
}

const graphs = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    sizes: fc.array(fc.record({ width: fc.integer({ min: 20, max: 200 }), height: fc.integer({ min: 10, max: 60 }) }), {
      minLength: count,
      maxLength: count,
    }),
    edges: fc.uniqueArray(
      fc.record({ from: fc.integer({ min: 0, max: count - 1 }), to: fc.integer({ min: 0, max: count - 1 }) }),
      { maxLength: 60, selector: ({ from, to }) => `${from}-${to}` },
    ),
  }),
);

describe("a drawing", () => {
  test("of any graph, cycles and all, has nothing on top of anything else", () => {
    fc.assert(
      fc.property(graphs, ({ sizes, edges }) => {
        const drawing = layOut(sizes, edges, SPACING);
        expect(overlaps(drawing, sizes)).toBe(false);
        expect(hitsNode(drawing, sizes)).toBe(false);
        expect(curvesAreBetween(drawing, sizes)).toBe(true);
        const drawn = new Set(drawing.segments.flatMap((segment) => segment.edges));
        expect([...drawn].sort((a, b) => a - b)).toEqual(
          [...edges.keys()].filter((i) => edges[i]?.from !== edges[i]?.to),
        );
        for (const { x, y } of drawing.corners) expect(x >= 0 && y >= 0 && Number.isFinite(x + y)).toBe(true);
        for (const [node, { x, y }] of drawing.corners.entries()) {
          expect(x + (sizes[node]?.width ?? 0)).toBeLessThanOrEqual(drawing.width + 0.2);
          expect(y + (sizes[node]?.height ?? 0)).toBeLessThanOrEqual(drawing.height + 0.2);
        }
      }),
      { numRuns: 300 },
    );
  });
  test("leads from left to right where there is no cycle", () => {
    const { corners } = layOut(boxes(4), links("0-1", "1-2", "0-3", "3-2"), SPACING);
    expect(corners.map(({ x }) => x)).toEqual([0, 133.3, 266.7, 133.3]);
  });
  test("puts a node beside what it leads to, not far before it", () => {
    const { corners } = layOut(boxes(5), links("0-1", "1-2", "2-3", "4-3"), SPACING);
    expect(corners[4]?.x).toBe(corners[2]?.x);
  });
  test("undoes crossings that need not be", () => {
    const { segments } = layOut(boxes(7), links("0-1", "0-2", "0-3", "0-4", "1-5", "2-6", "3-5", "4-6"), SPACING);
    const curves = segments.filter(({ isLane }) => !isLane);
    const crossing = curves.flatMap((a, i) =>
      curves.slice(i + 1).filter((b) => a.from.x === b.from.x && (a.from.y - b.from.y) * (a.to.y - b.to.y) < 0),
    );
    expect(curves).toHaveLength(8);
    expect(crossing).toEqual([]);
  });
  test("keeps a chain in a line", () => {
    const { corners } = layOut(boxes(4), links("0-1", "1-2", "2-3"), SPACING);
    expect(new Set(corners.map(({ y }) => y))).toEqual(new Set([0]));
  });
  test("has one lane in each column for edges over several layers that lead to the same node", () => {
    // 0 → 1 → 2 → 3 → 6, and 4 and 5 beside 0 lead to the end as well, past two columns.
    const edges = links("0-1", "1-2", "2-3", "3-6", "0-4", "0-5", "4-6", "5-6");
    const { segments } = layOut(boxes(7), edges, SPACING);
    const shared = segments.filter(({ edges: through, isLane }) => isLane && through.length === 2);
    expect(shared.map((segment) => segment.edges)).toEqual([
      [6, 7],
      [6, 7],
    ]);
  });
  test("points an edge that closes a cycle the way that it leads", () => {
    const { segments, corners } = layOut(boxes(2), links("0-1", "1-0"), SPACING);
    expect(corners[0]?.x).toBeLessThan(corners[1]?.x ?? 0);
    expect(segments.map(({ edges, headAtStart, headAtEnd }) => ({ edges, headAtStart, headAtEnd }))).toEqual([
      { edges: [0, 1], headAtStart: true, headAtEnd: true },
    ]);
  });
  test("is the same each time, and of nothing is nothing", () => {
    const edges = links("0-1", "0-2", "1-3", "2-3", "0-3", "3-4", "4-0");
    expect(layOut(boxes(5), edges, SPACING)).toEqual(layOut(boxes(5), edges, SPACING));
    expect(layOut([], [], SPACING)).toEqual({ width: 0, height: 0, corners: [], segments: [] });
  });
  test("of two thousand nodes is done in seconds", () => {
    const edges = Array.from({ length: 4000 }, (_, i) => ({ from: i % 2000, to: (i * 7919 + 13) % 2000 })).filter(
      ({ from, to }) => from < to,
    );
    const before = performance.now();
    layOut(boxes(2000), edges, SPACING);
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});

describe("places in order", () => {
  test("are those wished for where they keep their distances", () => {
    const at = (...places: number[]) => places.map((place) => ({ at: place, weight: 1 }));
    expect(nearestInOrder(at(0, 10, 30), [0, 5, 5])).toEqual([0, 10, 30]);
    expect(nearestInOrder(at(10, 0), [0, 4])).toEqual([3, 7]);
    expect(
      nearestInOrder(
        [
          { at: 10, weight: 3 },
          { at: 0, weight: 1 },
        ],
        [0, 0],
      ),
    ).toEqual([7.5, 7.5]);
  });
  test("are the best of all that keep them", () => {
    const wishes = fc.array(fc.record({ at: fc.integer({ min: 0, max: 6 }), weight: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(wishes, (wished) => {
        const cost = (places: readonly number[]) =>
          wished.reduce((sum, { at, weight }, i) => sum + weight * ((places[i] ?? 0) - at) ** 2, 0);
        const found = nearestInOrder(wished, [0, 1, 1]);
        const steps = Array.from({ length: 17 }, (_, i) => -1 + i / 2);
        for (const a of steps)
          for (const b of steps)
            for (const c of steps)
              if (b - a >= 1 && c - b >= 1) expect(cost(found)).toBeLessThanOrEqual(cost([a, b, c]) + 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});
