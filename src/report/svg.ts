// The dependency graph as a picture: one SVG file without scripts, fonts or anything else from outside. Kinds differ by
// shape and stroke as well as by colour (those of Okabe and Ito, which colour-blind people can tell apart), and the
// picture follows the reader's choice of a light or dark background.

import { append } from "../append.ts";
import { counts, type Graph, type GraphNode, KIND_LABELS, KINDS, type Kind, neighbours } from "./graph.ts";
import { displayWidth, escapeMarkup, shorten } from "./graph-text.ts";
import { type Drawing, layOut, type Segment, type Size } from "./layout.ts";

// A font of fixed width is as wide everywhere as it is here: no viewer's text is wider than its box.
const NAME = { size: 12, advance: 7.4 };
const VERSION = { size: 10, advance: 6.2 };
const MOST_COLUMNS = 48;
const NODE_HEIGHT = 34;
const PADDING = 12;
const MARGIN = 24;
const GAP = 10;
/** As many packages that one alone needs, and that need nothing, stand in a frame instead of at a line each. */
const FRAME_FROM = 16;

interface Colours {
  readonly page: string;
  readonly text: string;
  readonly dim: string;
  readonly line: string;
  readonly strong: string;
  readonly frame: string;
  /** Inside and outline by kind. */
  readonly kinds: Readonly<Record<Kind, readonly [fill: string, stroke: string]>>;
}

const LIGHT: Colours = {
  page: "#ffffff",
  text: "#1b1f24",
  dim: "#57606a",
  line: "#8c959f",
  strong: "#b45309",
  frame: "#f6f8fa",
  kinds: {
    project: ["#1b1f24", "#1b1f24"],
    listed: ["#d6eaf8", "#0072b2"],
    brought: ["#eef6fc", "#3f8fc4"],
    pip: ["#ffe3c2", "#d55e00"],
    built: ["#fbe4f0", "#b5478a"],
    absent: ["#ffffff", "#8c959f"],
  },
};

const DARK: Colours = {
  page: "#0d1117",
  text: "#e6edf3",
  dim: "#9da7b3",
  line: "#6e7681",
  strong: "#e69f00",
  frame: "#161b22",
  kinds: {
    project: ["#e6edf3", "#e6edf3"],
    listed: ["#0b3a5b", "#56b4e9"],
    brought: ["#10202e", "#3d83b0"],
    pip: ["#5a2d00", "#ff9d3c"],
    built: ["#4b1738", "#e07ab5"],
    absent: ["#0d1117", "#6e7681"],
  },
};

function rules({ page, text, dim, line, strong, frame, kinds }: Colours): string[] {
  return [
    `.p2n-page{fill:${page}}`,
    `.p2n text{fill:${text}}`,
    `.p2n .p2n-dim{fill:${dim}}`,
    `.p2n-edge{stroke:${line}}.p2n-head{fill:${line}}`,
    `.p2n-edge.p2n-spread{stroke:${strong}}.p2n-head.p2n-spread{fill:${strong}}`,
    `.p2n-frame{fill:${frame};stroke:${line}}`,
    ...KINDS.map((kind) => `.p2n-${kind}{fill:${kinds[kind][0]};stroke:${kinds[kind][1]}}`),
    `.p2n text.p2n-on-project{fill:${page}}`,
  ];
}

const STYLE = [
  ".p2n{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace}",
  `.p2n text{font-size:${NAME.size}px}.p2n text.p2n-version{font-size:${VERSION.size}px}`,
  ".p2n text.p2n-title{font-size:18px;font-weight:bold}",
  ".p2n-edge{fill:none;stroke-width:1.1;stroke-opacity:.75}.p2n-edge.p2n-spread{stroke-width:1.4}",
  ".p2n-frame{stroke-width:1;stroke-opacity:.5}",
  ".p2n-listed,.p2n-project{stroke-width:1.6}.p2n-brought{stroke-width:1}",
  ".p2n-pip{stroke-width:2.2}.p2n-built{stroke-width:1.8;stroke-dasharray:5 2.5}",
  ".p2n-absent{stroke-width:1.2;stroke-dasharray:1.5 3;stroke-linecap:round}",
  ...rules(LIGHT),
  `@media (prefers-color-scheme:dark){${rules(DARK).join("")}}`,
].join("\n");

/** The style sheet of the picture, for a page whose content security policy names what it has. */
export const SVG_STYLE = `\n${STYLE}\n`;

/** Something that the layout places: a node, or a frame of several. */
interface Block extends Size {
  readonly members: readonly { readonly node: number; readonly x: number; readonly y: number }[];
  readonly isFrame: boolean;
}

/** The picture of a graph: title, figures and legend, the graph from left to right, and below it what nobody is known to need. */
export function renderSvg(graph: Graph): string {
  const { blocks, blockOf, loose } = blocksOf(graph);
  const edges = new Map<string, { from: number; to: number; isSpread: boolean }>();
  for (const { from, to } of graph.edges) {
    const [a, b] = [blockOf[from] ?? -1, blockOf[to] ?? -1];
    const isSpread = isFromPip(graph.nodes[from]) && isFromPip(graph.nodes[to]);
    const known = edges.get(`${a} ${b}`);
    edges.set(`${a} ${b}`, { from: a, to: b, isSpread: isSpread && (known?.isSpread ?? true) });
  }
  const links = [...edges.values()];
  const drawing = layOut(blocks, links, { nodes: GAP, lane: 7, columns: 56 });
  const frame = loose.length > 0 ? frameOf(loose, graph, Math.max(drawing.width, 800)) : null;
  const inner = Math.max(drawing.width, frame?.width ?? 0, 660);
  const head = header(graph, inner);
  const frameTop = head.height + drawing.height + (drawing.height > 0 ? 3 * GAP : 0) + 20;
  const width = Math.ceil(inner + 2 * MARGIN);
  const height = Math.ceil(frame ? frameTop + frame.height + MARGIN : head.height + drawing.height + MARGIN);
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="p2n" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="p2n-title p2n-desc">`,
    `<title id="p2n-title">Dependencies of ${escapeMarkup(graph.title)}</title>`,
    `<desc id="p2n-desc">${escapeMarkup(description(graph))}</desc>`,
    `<style>${SVG_STYLE}</style>`,
    `<rect class="p2n-page" width="${width}" height="${height}"/>`,
    ...head.lines,
    `<g transform="translate(${MARGIN} ${head.height})">`,
    ...edgeLines(drawing, links),
    ...blocks.flatMap((block, i) => blockLines(block, drawing.corners[i] ?? { x: 0, y: 0 }, graph)),
    "</g>",
    ...(frame
      ? [
          textLine(MARGIN, frameTop - 8, "Nothing tells who needs these:", "p2n-dim"),
          ...blockLines(frame, { x: MARGIN, y: frameTop }, graph),
        ]
      : []),
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

function isFromPip(node: GraphNode | undefined): boolean {
  return node?.kind === "pip" || node?.kind === "built";
}

function description(graph: Graph): string {
  return `${graph.subtitle}. ${counts(graph)
    .map(([kind, count]) => `${KIND_LABELS[kind]}: ${count}`)
    .join("; ")}.`;
}

function blocksOf(graph: Graph): { blocks: Block[]; blockOf: number[]; loose: number[] } {
  const { needs, neededBy } = neighbours(graph);
  const leaves = new Map<number, number[]>();
  const loose: number[] = [];
  for (const node of graph.nodes.keys()) {
    if ((needs[node]?.length ?? 0) > 0 || graph.nodes[node]?.kind === "project") continue;
    const [parent, ...others] = neededBy[node] ?? [];
    if (parent === undefined) {
      if (graph.nodes[node]?.isLoose) loose.push(node);
    } else if (others.length === 0) append(leaves, parent, node);
  }
  const framed = [...leaves.values()].filter((members) => members.length >= FRAME_FROM);
  const apart = new Set([...framed.flat(), ...loose]);
  const blocks: Block[] = [];
  const blockOf: number[] = [];
  for (const node of graph.nodes.keys()) {
    if (apart.has(node)) continue;
    blockOf[node] = blocks.length;
    blocks.push({ ...sizeOf(graph.nodes[node]), members: [{ node, x: 0, y: 0 }], isFrame: false });
  }
  for (const members of framed) {
    for (const node of members) blockOf[node] = blocks.length;
    blocks.push(frameOf(members, graph, 900));
  }
  return { blocks, blockOf, loose };
}

/** Nodes in rows of equal columns, as many as fit in a width. */
function frameOf(members: readonly number[], graph: Graph, most: number): Block {
  const sizes = members.map((node) => sizeOf(graph.nodes[node]));
  const width = Math.max(...sizes.map((size) => size.width));
  const fitting = Math.max(1, Math.floor((most - GAP) / (width + GAP)));
  const columns = Math.min(fitting, Math.max(2, Math.ceil(Math.sqrt(members.length / 3))));
  const rows = Math.ceil(members.length / columns);
  return {
    width: columns * (width + GAP) + GAP,
    height: rows * (NODE_HEIGHT + GAP) + GAP,
    isFrame: true,
    members: members.map((node, i) => ({
      node,
      x: GAP + Math.floor(i / rows) * (width + GAP),
      y: GAP + (i % rows) * (NODE_HEIGHT + GAP),
    })),
  };
}

function sizeOf(node: GraphNode | undefined): Size {
  const name = displayWidth(shorten(node?.name ?? "", MOST_COLUMNS)) * NAME.advance;
  const version = displayWidth(shorten(node?.version ?? "", MOST_COLUMNS)) * VERSION.advance;
  return { width: Math.ceil(Math.max(60, name, version) + 2 * PADDING), height: NODE_HEIGHT };
}

function edgeLines({ segments }: Drawing, links: readonly { readonly isSpread: boolean }[]): string[] {
  // One path a look, those that stand out last, so that they are on top.
  return [false, true].flatMap((isSpread) => {
    const some = segments.filter(({ edges }) => edges.every((edge) => links[edge]?.isSpread === true) === isSpread);
    if (some.length === 0) return [];
    const look = isSpread ? " p2n-spread" : "";
    return [
      `<path class="p2n-edge${look}" d="${some.map(pathOf).join("")}"/>`,
      `<path class="p2n-head${look}" d="${some.map(headsOf).join("")}"/>`,
    ];
  });
}

function pathOf({ from, to, isLane }: Segment): string {
  if (isLane) return `M${from.x} ${from.y}H${to.x}`;
  const middle = Math.round(((from.x + to.x) / 2) * 10) / 10;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}

function headsOf({ from, to, headAtEnd, headAtStart }: Segment): string {
  return [
    ...(headAtEnd ? [`M${to.x} ${to.y}l-7 -3.2v6.4z`] : []),
    ...(headAtStart ? [`M${from.x} ${from.y}l7 -3.2v6.4z`] : []),
  ].join("");
}

function blockLines(block: Block, at: { readonly x: number; readonly y: number }, graph: Graph): string[] {
  return [
    ...(block.isFrame
      ? [`<rect class="p2n-frame" x="${at.x}" y="${at.y}" width="${block.width}" height="${block.height}" rx="8"/>`]
      : []),
    ...block.members.map(({ node, x, y }) => {
      const shown = graph.nodes[node] as GraphNode;
      const width = block.isFrame ? sizeOf(shown).width : block.width;
      return nodeLine(shown, at.x + x, at.y + y, width);
    }),
  ];
}

function nodeLine(node: GraphNode, x: number, y: number, width: number): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  const title = [[node.name, node.version].filter(Boolean).join(" "), ...node.details].map(escapeMarkup).join("\n");
  const left = round(x + PADDING);
  const look = node.kind === "project" ? "p2n-on-project" : "";
  const name = textLine(left, round(y + (node.version === "" ? 21 : 15)), shorten(node.name, MOST_COLUMNS), look);
  const version = textLine(left, round(y + 27), shorten(node.version, MOST_COLUMNS), "p2n-version p2n-dim");
  return `<g><title>${title}</title>${shape(node.kind, round(x), round(y), width, NODE_HEIGHT)}${name}${node.version === "" ? "" : version}</g>`;
}

function textLine(x: number, y: number, text: string, look: string): string {
  return `<text x="${x}" y="${y}"${look === "" ? "" : ` class="${look}"`}>${escapeMarkup(text)}</text>`;
}

/** The outline of a kind: corners that are round, cut or square tell it without colour. */
function shape(kind: Kind, x: number, y: number, width: number, height: number): string {
  const box = (radius: number) =>
    `<rect class="p2n-${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
  switch (kind) {
    case "project":
    case "listed":
      return box(5);
    case "brought":
      return box(height / 2);
    case "pip":
      return box(0);
    case "built": {
      const cut = Math.min(8, height / 2);
      return `<path class="p2n-built" d="M${x + cut} ${y}h${width - 2 * cut}l${cut} ${height / 2}l${-cut} ${height / 2}h${2 * cut - width}l${-cut} ${-height / 2}z"/>`;
    }
    case "absent":
      return box(5);
  }
}

/** Title, figures and legend. */
function header(graph: Graph, width: number): { lines: string[]; height: number } {
  const most = Math.floor(width / VERSION.advance);
  const left = graph.hidden > 0 ? ` · ${graph.hidden} left out of the picture` : "";
  const lines = [
    textLine(MARGIN, MARGIN + 18, shorten(`Dependencies of ${graph.title}`, Math.floor(width / 11.2)), "p2n-title"),
    textLine(MARGIN, MARGIN + 38, shorten(`${graph.subtitle}${left}`, most), "p2n-version p2n-dim"),
  ];
  let [x, y] = [MARGIN, MARGIN + 52];
  const entries = counts(graph).filter(([kind]) => kind !== "project");
  for (const [kind, count] of entries) {
    const label = `${KIND_LABELS[kind]} (${count})`;
    const size = 36 + label.length * VERSION.advance + 16;
    if (x > MARGIN && x + size > width + MARGIN) [x, y] = [MARGIN, y + 22];
    lines.push(shape(kind, x, y, 28, 16), textLine(x + 36, y + 12, label, "p2n-version"));
    x = Math.round(x + size);
  }
  return { lines, height: y + 16 + MARGIN };
}
