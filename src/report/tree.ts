// The dependency graph as a tree for a terminal: what a package needs stands below it, the first time that it is met.

import { counts, firsts, type Graph, type GraphNode, KIND_LABELS, type Kind, neighbours } from "./graph.ts";
import { displayWidth, plain, shorten } from "./graph-text.ts";

/** Marks text by the kind of package that it is about; the identity where colour is off. */
export type PaintKind = (kind: Kind, text: string) => string;

const COLOURS: Readonly<Record<Kind, readonly [open: string, close: string]>> = {
  project: ["1", "22"],
  listed: ["36", "39"],
  brought: ["2;36", "22;39"],
  pip: ["33", "39"],
  built: ["35", "39"],
  absent: ["2", "22"],
};

/** For a terminal with colours. */
export const paintKind: PaintKind = (kind, text) => `\x1b[${COLOURS[kind][0]}m${text}\x1b[${COLOURS[kind][1]}m`;
export const plainKind: PaintKind = (_, text) => text;

export interface TreeOptions {
  readonly paint: PaintKind;
  /** The columns of the terminal; null for no limit. */
  readonly columns: number | null;
}

/** A path that is longer goes on in a tree of its own, or its lines would be as long as it. */
const MOST_LEVELS = 100;

/**
 * The tree from each project on. What was shown before with all that it needs is marked `(*)`, and each line says where
 * the package comes from, so that no colour is needed.
 */
export function renderTree(graph: Graph, { paint, columns }: TreeOptions): string {
  const { needs } = neighbours(graph);
  const lines: string[] = [];
  const shown = new Set<number>();
  const line = (place: number, indent: string, isTooDeep: boolean): void => {
    const node = graph.nodes[place] as GraphNode;
    const hasMore = (needs[place]?.length ?? 0) > 0;
    const mark = hasMore && shown.has(place) ? " (*)" : hasMore && isTooDeep ? " (goes on below)" : "";
    const name = plain(node.name);
    const head = [name, headVersion(node)].filter(Boolean).join(" ");
    const origin = node.kind === "project" ? "" : originOf(node);
    const room = columns === null ? Number.POSITIVE_INFINITY : columns - displayWidth(indent) - mark.length;
    const whole = plain(`${head}${origin}`);
    const text = Number.isFinite(room) ? shorten(whole, Math.max(12, room)) : whole;
    const cut = Math.min(name.length, text.length);
    lines.push(`${indent}${paint(node.kind, text.slice(0, cut))}${text.slice(cut)}${mark}`);
  };
  const starts = firsts(graph);
  const loose = starts.filter((place) => graph.nodes[place]?.isLoose);
  const walk = (start: number): void => {
    // A path can be longer than the stack is deep.
    const stack = [{ place: start, level: 0, indent: "", rest: "" }];
    for (let top = stack.pop(); top; top = stack.pop()) {
      const level = top.level + 1;
      const isTooDeep = level > MOST_LEVELS;
      const children = needs[top.place] ?? [];
      line(top.place, top.indent, isTooDeep);
      if (shown.has(top.place) || (isTooDeep && children.length > 0)) continue;
      shown.add(top.place);
      const { rest } = top;
      stack.push(
        ...children
          .map((place, i) => {
            const isLast = i === children.length - 1;
            return {
              place,
              level,
              indent: `${rest}${isLast ? "└── " : "├── "}`,
              rest: `${rest}${isLast ? "    " : "│   "}`,
            };
          })
          .reverse(),
      );
    }
  };
  for (const start of starts) if (!graph.nodes[start]?.isLoose) walk(start);
  if (loose.length > 0) {
    if (lines.length > 0) lines.push("", "nothing tells who needs these:");
    for (const start of loose) walk(start);
  }
  // What only a cycle leads to, and what goes on below.
  for (const start of graph.nodes.keys()) if (!shown.has(start)) walk(start);
  const legend = counts(graph)
    .filter(([kind]) => kind !== "project")
    .map(([kind, count]) => paint(kind, `${KIND_LABELS[kind]}: ${count}`));
  const hidden = graph.hidden > 0 ? [`${graph.hidden} left out`] : [];
  return `${[...lines, "", plain(graph.subtitle), [...legend, ...hidden].join(" · ")].join("\n")}\n`;
}

function headVersion({ kind, version }: GraphNode): string {
  return kind === "absent" ? "" : (version.split(" · ")[0] ?? "");
}

/** Where it comes from and why, after the name. */
function originOf({ kind, reason }: GraphNode): string {
  if (kind === "listed") return "  nixpkgs";
  if (kind === "brought") return "  nixpkgs, brought";
  return kind === "absent" ? `  not needed: ${reason}` : `  pip: ${reason}`;
}
