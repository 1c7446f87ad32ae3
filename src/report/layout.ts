// A layered drawing of a directed graph, from left to right, in the manner of Sugiyama, Tagawa and Toda (1981): cycles are
// broken, nodes get layers, edges that span layers get a lane in each, layers are ordered for few crossings, and lanes
// are kept straight. Edges run between columns as curves and through columns in lanes of their own, so that none crosses
// a node. The same graph always gives the same drawing.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A piece of one edge, or of several that share a lane. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
  /** The edges that run through it, by their places. */
  readonly edges: readonly number[];
  /** Whether it ends, or begins, at a node that an edge points to. */
  readonly headAtEnd: boolean;
  readonly headAtStart: boolean;
  /** A run through a column, as against a curve between two. */
  readonly isLane: boolean;
}

export interface Drawing extends Size {
  /** The upper left corner of each node. */
  readonly corners: readonly Point[];
  readonly segments: readonly Segment[];
}

export interface Spacing {
  /** Between nodes of a column. */
  readonly nodes: number;
  /** The height of a lane. */
  readonly lane: number;
  /** Between columns, at least. */
  readonly columns: number;
}

/** A node or a lane in a column. */
interface Item {
  readonly layer: number;
  readonly height: number;
  readonly node: number | null;
}

interface Link {
  readonly from: number;
  readonly to: number;
}

/** Draws nodes of given sizes. An edge from a node to itself is not drawn. */
export function layOut(sizes: readonly Size[], edges: readonly Link[], spacing: Spacing): Drawing {
  const turned = backEdges(sizes.length, edges);
  const forward = edges.map(({ from, to }, i) => (turned.has(i) ? { from: to, to: from } : { from, to }));
  const layers = layersOf(
    sizes.length,
    forward.filter(({ from, to }) => from !== to),
  );
  const { items, links } = withLanes(sizes, forward, layers, turned, spacing);
  const columns = orderColumns(items, links);
  const centres = placeRows(items, links, columns, spacing);
  return draw(sizes, items, links, columns, centres, turned, spacing);
}

/** The edges that close a cycle in a walk in depth from the first nodes. */
function backEdges(size: number, edges: readonly Link[]): Set<number> {
  const outgoing = Array.from({ length: size }, (): number[] => []);
  const incoming = new Array<number>(size).fill(0);
  for (const [i, { from, to }] of edges.entries()) {
    outgoing[from]?.push(i);
    incoming[to] = (incoming[to] ?? 0) + 1;
  }
  const states = new Array<"new" | "open" | "done">(size).fill("new");
  const found = new Set<number>();
  const starts = [...states.keys()].sort((a, b) => Math.sign(incoming[a] ?? 0) - Math.sign(incoming[b] ?? 0) || a - b);
  for (const start of starts) {
    if (states[start] !== "new") continue;
    const stack = [{ node: start, next: 0 }];
    states[start] = "open";
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = outgoing[top.node]?.[top.next++];
      if (edge === undefined) {
        states[top.node] = "done";
        stack.pop();
        continue;
      }
      const { to } = edges[edge] as Link;
      if (states[to] === "open") found.add(edge);
      else if (states[to] === "new") {
        states[to] = "open";
        stack.push({ node: to, next: 0 });
      }
    }
  }
  return found;
}

/** A layer for each node, so that every edge leads to a later one and edges are short. */
function layersOf(size: number, edges: readonly Link[]): number[] {
  const outgoing = Array.from({ length: size }, (): number[] => []);
  const incoming = Array.from({ length: size }, (): number[] => []);
  for (const { from, to } of edges) {
    outgoing[from]?.push(to);
    incoming[to]?.push(from);
  }
  const layers = new Array<number>(size).fill(0);
  const waiting = incoming.map((all) => all.length);
  const order = [...waiting.keys()].filter((node) => waiting[node] === 0);
  for (let next = 0; next < order.length; next++) {
    const node = order[next] as number;
    for (const to of outgoing[node] ?? []) {
      layers[to] = Math.max(layers[to] ?? 0, (layers[node] ?? 0) + 1);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) order.push(to);
    }
  }
  // A node moves to the end of its room where it has more edges: the sum of the lengths only ever gets smaller.
  const at = (nodes: readonly number[] | undefined) => (nodes ?? []).map((node) => layers[node] ?? 0);
  for (let round = 0, isMoving = true; isMoving && round < 50; round++) {
    isMoving = false;
    for (const node of [...order].reverse()) {
      const [before, after] = [at(incoming[node]), at(outgoing[node])];
      if (before.length === after.length) continue;
      const target = after.length > before.length ? least(after) - 1 : greatest(before) + 1;
      if (target === layers[node]) continue;
      layers[node] = target;
      isMoving = true;
    }
  }
  const first = least(layers);
  return layers.map((layer) => layer - (Number.isFinite(first) ? first : 0));
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

interface Laned {
  readonly items: readonly Item[];
  /** Between items of neighbouring layers, with the edges that run there. */
  readonly links: readonly (Link & { readonly edges: number[] })[];
}

/**
 * Edges over several layers run in lanes. Those with one end in common share one: of the two ends the one with more
 * such edges, so that what is needed by many has one line that they join.
 */
function withLanes(
  sizes: readonly Size[],
  edges: readonly Link[],
  layers: readonly number[],
  turned: ReadonlySet<number>,
  spacing: Spacing,
): Laned {
  const items: Item[] = sizes.map(({ height }, node) => ({ layer: layers[node] ?? 0, height, node }));
  const lanes = new Map<string, number>();
  const links = new Map<string, Link & { readonly edges: number[] }>();
  const span = ({ from, to }: Link) => (layers[to] ?? 0) - (layers[from] ?? 0);
  const long = { from: new Map<number, number>(), to: new Map<number, number>() };
  for (const edge of edges) {
    if (span(edge) < 2) continue;
    for (const end of ["from", "to"] as const) long[end].set(edge[end], (long[end].get(edge[end]) ?? 0) + 1);
  }
  const lane = (id: string, layer: number): number => {
    const known = lanes.get(`${id} ${layer}`);
    if (known !== undefined) return known;
    lanes.set(`${id} ${layer}`, items.length);
    return items.push({ layer, height: spacing.lane, node: null }) - 1;
  };
  for (const [i, edge] of edges.entries()) {
    const length = span(edge);
    if (length < 1) continue;
    const end = (long.to.get(edge.to) ?? 0) >= (long.from.get(edge.from) ?? 0) ? "to" : "from";
    const id = `${end} ${edge[end]} ${turned.has(i)}`;
    const path = [edge.from];
    for (let step = 1; step < length; step++) path.push(lane(id, (layers[edge.from] ?? 0) + step));
    path.push(edge.to);
    for (const [step, from] of path.slice(0, -1).entries()) {
      const to = path[step + 1] as number;
      const known = links.get(`${from} ${to}`);
      if (known) known.edges.push(i);
      else links.set(`${from} ${to}`, { from, to, edges: [i] });
    }
  }
  return { items, links: [...links.values()] };
}

interface Sides {
  readonly left: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
}

function sidesOf(size: number, links: readonly Link[]): Sides {
  const left = Array.from({ length: size }, (): number[] => []);
  const right = Array.from({ length: size }, (): number[] => []);
  for (const { from, to } of links) {
    right[from]?.push(to);
    left[to]?.push(from);
  }
  return { left, right };
}

/** Sweeps over a drawing of usual size, and over how many links all sweeps together may go. */
const SWEEPS = 24;
const MOST_SWEPT = 300_000;

/** How often a drawing is gone over: a very large one less often, so that the time stays within bounds. */
function sweepsFor(links: readonly Link[], usual: number): number {
  return Math.max(6, Math.min(usual, Math.floor(MOST_SWEPT / Math.max(1, links.length))));
}

/** The items of each layer, ordered by the mean place of their neighbours, back and forth; the best of all sweeps is kept. */
function orderColumns(items: readonly Item[], links: readonly Link[]): number[][] {
  const count = greatest(items.map(({ layer }) => layer)) + 1;
  let columns = Array.from({ length: Math.max(0, count) }, (): number[] => []);
  const { left, right } = sidesOf(items.length, links);
  // A walk in depth puts what belongs together side by side.
  const seen = new Set<number>();
  const stack = [...items.keys()].sort((a, b) => (items[b]?.layer ?? 0) - (items[a]?.layer ?? 0) || b - a);
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (seen.has(item)) continue;
    seen.add(item);
    columns[items[item]?.layer ?? 0]?.push(item);
    stack.push(...[...(right[item] ?? [])].reverse());
  }
  let best = columns;
  let fewest = crossings(columns, right);
  const sweeps = sweepsFor(links, SWEEPS);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const isForward = sweep % 2 === 0;
    columns = columns.map((column) => [...column]);
    const places = placesOf(columns, items.length);
    for (let step = 1; step < columns.length; step++) {
      const layer = isForward ? step : columns.length - 1 - step;
      const toward = isForward ? left : right;
      const column = columns[layer] as number[];
      const means = new Map(
        column.map((item) => [item, mean(toward[item] ?? [], places) ?? places[item] ?? 0] as const),
      );
      column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || (places[a] ?? 0) - (places[b] ?? 0));
      for (const [place, item] of column.entries()) places[item] = place;
    }
    exchange(columns, left, right);
    const now = crossings(columns, right);
    if (now < fewest) [best, fewest] = [columns, now];
  }
  return best;
}

function placesOf(columns: readonly (readonly number[])[], size: number): number[] {
  const places = new Array<number>(size).fill(0);
  for (const column of columns) for (const [place, item] of column.entries()) places[item] = place;
  return places;
}

function mean(neighbours: readonly number[], places: readonly number[]): number | null {
  if (neighbours.length === 0) return null;
  return neighbours.reduce((sum, item) => sum + (places[item] ?? 0), 0) / neighbours.length;
}

/** More items in a column than this are not exchanged one by one. */
const MOST_EXCHANGED = 400;

/** Exchanges neighbours of a column as long as that leaves fewer crossings. */
function exchange(columns: readonly number[][], left: Sides["left"], right: Sides["right"]): void {
  const places = placesOf(columns, left.length);
  for (const column of columns) {
    if (column.length > MOST_EXCHANGED) continue;
    for (let round = 0, isBetter = true; isBetter && round < 4; round++) {
      isBetter = false;
      for (let i = 0; i + 1 < column.length; i++) {
        const [a, b] = [column[i] as number, column[i + 1] as number];
        const gain = [left, right].reduce((sum, side) => sum + pairGain(side[a] ?? [], side[b] ?? [], places), 0);
        if (gain <= 0) continue;
        [column[i], column[i + 1]] = [b, a];
        [places[a], places[b]] = [i + 1, i];
        isBetter = true;
      }
    }
  }
}

/** How many crossings fewer there are between the links of two neighbours of a column when they change places. */
function pairGain(ofFirst: readonly number[], ofSecond: readonly number[], places: readonly number[]): number {
  let gain = 0;
  for (const a of ofFirst) for (const b of ofSecond) gain += Math.sign((places[a] ?? 0) - (places[b] ?? 0));
  return gain;
}

/** The number of crossings of the links, by counting inversions in a binary indexed tree. */
function crossings(columns: readonly (readonly number[])[], right: Sides["right"]): number {
  const places = placesOf(columns, right.length);
  let total = 0;
  for (const [layer, column] of columns.entries()) {
    const size = columns[layer + 1]?.length ?? 0;
    const tree = new Array<number>(size + 1).fill(0);
    let passed = 0;
    for (const item of column) {
      const ends = (right[item] ?? []).map((to) => places[to] ?? 0);
      for (const end of ends) {
        let before = 0;
        for (let i = end + 1; i > 0; i -= i & -i) before += tree[i] ?? 0;
        total += passed - before;
      }
      for (const end of ends) for (let i = end + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
      passed += ends.length;
    }
  }
  return total;
}

const ROUNDS = 40;

/**
 * The height of each item's centre. Column by column every item is drawn to the mean of its neighbours, lanes more than
 * nodes, as near as the order and the distances in its column allow.
 */
function placeRows(
  items: readonly Item[],
  links: readonly Link[],
  columns: readonly (readonly number[])[],
  spacing: Spacing,
): number[] {
  const { left, right } = sidesOf(items.length, links);
  const isLane = (item: number) => items[item]?.node === null;
  const centres = new Array<number>(items.length).fill(0);
  const distances = columns.map((column) =>
    column.map((item, i) => {
      const before = column[i - 1];
      if (before === undefined) return 0;
      const gap = isLane(item) && isLane(before) ? 0 : spacing.nodes;
      return ((items[item]?.height ?? 0) + (items[before]?.height ?? 0)) / 2 + gap;
    }),
  );
  for (const [layer, column] of columns.entries()) {
    let y = 0;
    for (const [i, item] of column.entries()) {
      y += distances[layer]?.[i] ?? 0;
      centres[item] = y;
    }
    for (const item of column) centres[item] = (centres[item] ?? 0) - y / 2;
  }
  const rounds = sweepsFor(links, ROUNDS);
  for (let round = 0; round < rounds; round++) {
    const isForward = round % 2 === 0;
    const isLast = round >= rounds - 4;
    for (let step = 0; step < columns.length; step++) {
      const layer = isForward ? step : columns.length - 1 - step;
      const column = columns[layer] ?? [];
      const wishes = column.map((item) => {
        const sides = isLast ? [left, right] : [isForward ? left : right];
        let [sum, weight] = [0, 0];
        for (const other of sides.flatMap((side) => side[item] ?? [])) {
          const w = isLane(item) && isLane(other) ? 8 : isLane(item) || isLane(other) ? 2 : 1;
          sum += w * (centres[other] ?? 0);
          weight += w;
        }
        return weight > 0 ? { at: sum / weight, weight } : { at: centres[item] ?? 0, weight: 0.01 };
      });
      for (const [i, y] of nearestInOrder(wishes, distances[layer] ?? []).entries()) centres[column[i] as number] = y;
    }
  }
  return centres;
}

/**
 * The places nearest to those wished for, in the sum of weighted squares, that keep the order and `distances[i]` from
 * the one before: isotonic regression, by pooling neighbours that are out of order.
 */
export function nearestInOrder(
  wishes: readonly { readonly at: number; readonly weight: number }[],
  distances: readonly number[],
): number[] {
  const blocks: { sum: number; weight: number; count: number }[] = [];
  let offset = 0;
  const offsets = wishes.map((_, i) => {
    offset += i === 0 ? 0 : (distances[i] ?? 0);
    return offset;
  });
  for (const [i, { at, weight }] of wishes.entries()) {
    let block = { sum: (at - (offsets[i] ?? 0)) * weight, weight, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.weight > block.sum / block.weight; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, count: last.count + block.count };
    }
    blocks.push(block);
  }
  const places: number[] = [];
  for (const { sum, weight, count } of blocks)
    for (let i = 0; i < count; i++) places.push(sum / weight + (offsets[places.length] ?? 0));
  return places;
}

function draw(
  sizes: readonly Size[],
  items: readonly Item[],
  links: Laned["links"],
  columns: readonly (readonly number[])[],
  centres: readonly number[],
  turned: ReadonlySet<number>,
  spacing: Spacing,
): Drawing {
  const top = least(items.map(({ height }, item) => (centres[item] ?? 0) - height / 2));
  const bottom = greatest(items.map(({ height }, item) => (centres[item] ?? 0) + height / 2));
  const steep = new Array<number>(columns.length).fill(0);
  for (const { from, to } of links) {
    const layer = items[from]?.layer ?? 0;
    steep[layer] = Math.max(steep[layer] ?? 0, Math.abs((centres[from] ?? 0) - (centres[to] ?? 0)));
  }
  const starts: number[] = [];
  const widths = columns.map((column) => greatest(column.map((item) => sizes[items[item]?.node ?? -1]?.width ?? 0)));
  let x = 0;
  for (const [layer, width] of widths.entries()) {
    starts.push(x);
    // Steep curves need room, or they run along the nodes.
    x += width + spacing.columns + Math.min(3 * spacing.columns, (steep[layer] ?? 0) / 6);
  }
  const round = (value: number) => Math.round(value * 10) / 10;
  const point = (px: number, py: number): Point => ({ x: round(px), y: round(py - top) });
  const startOf = (item: number) => starts[items[item]?.layer ?? 0] ?? 0;
  const endOf = (item: number) => startOf(item) + (widths[items[item]?.layer ?? 0] ?? 0);
  const segments: Segment[] = [];
  const lanes = new Map<number, Set<number>>();
  for (const { from, to, edges } of links) {
    const isTurned = edges.some((edge) => turned.has(edge));
    const isForward = edges.some((edge) => !turned.has(edge));
    const node = items[from]?.node ?? null;
    const [y, end] = [centres[from] ?? 0, endOf(from)];
    const right = node === null ? end : startOf(from) + (sizes[node]?.width ?? 0);
    const common = { edges, headAtEnd: false, headAtStart: false };
    if (right < end)
      segments.push({ ...common, from: point(right, y), to: point(end, y), isLane: true, headAtStart: isTurned });
    segments.push({
      ...common,
      from: point(end, y),
      to: point(startOf(to), centres[to] ?? 0),
      isLane: false,
      headAtEnd: isForward && items[to]?.node !== null,
      headAtStart: isTurned && node !== null && right === end,
    });
    for (const item of [from, to]) {
      if (items[item]?.node !== null) continue;
      const through = lanes.get(item) ?? new Set();
      for (const edge of edges) through.add(edge);
      lanes.set(item, through);
    }
  }
  for (const [item, through] of lanes) {
    const y = centres[item] ?? 0;
    const ends = { from: point(startOf(item), y), to: point(endOf(item), y) };
    const edges = [...through].sort((a, b) => a - b);
    segments.push({ ...ends, edges, headAtEnd: false, headAtStart: false, isLane: true });
  }
  return {
    width: round(greatest([0, ...widths.map((width, layer) => (starts[layer] ?? 0) + width)])),
    height: items.length === 0 ? 0 : round(bottom - top),
    corners: sizes.map(({ height }, node) => point(startOf(node), (centres[node] ?? 0) - height / 2)),
    segments,
  };
}
