// The dependency graph in Graphviz's language. https://graphviz.org/doc/info/lang.html

import { type Graph, type GraphNode, KIND_LABELS, type Kind } from "./graph.ts";
import { plain } from "./graph-text.ts";

const STYLES: Readonly<Record<Kind, string>> = {
  project: 'shape=box, style="filled,rounded", fillcolor="#1b1f24", color="#1b1f24", fontcolor="#ffffff"',
  listed: 'shape=box, style="filled,rounded", fillcolor="#d6eaf8", color="#0072b2", penwidth=1.6',
  brought: 'shape=box, style="filled,rounded", fillcolor="#eef6fc", color="#3f8fc4"',
  pip: 'shape=box, style="filled", fillcolor="#ffe3c2", color="#d55e00", penwidth=2.2',
  built: 'shape=hexagon, style="filled,dashed", fillcolor="#fbe4f0", color="#b5478a", penwidth=1.8, margin="0,0.02"',
  absent: 'shape=box, style="rounded,dotted", color="#8c959f", fontcolor="#57606a"',
};

/**
 * Text within Graphviz's quotes, of labels and tooltips. A backslash begins an escape there and `&` an entity
 * (https://graphviz.org/docs/attr-types/escString/).
 */
function escapeDot(text: string): string {
  return plain(text).replace(/&/g, "&amp;").replace(/[\\"]/g, "\\$&");
}

export function renderDot(graph: Graph): string {
  const quoted = (lines: readonly string[]) => `"${lines.map(escapeDot).join("\\n")}"`;
  const lines = [
    "digraph dependencies {",
    `  label=${quoted([`Dependencies of ${graph.title}`, graph.subtitle])};`,
    "  labelloc=t; rankdir=LR; ranksep=0.7; nodesep=0.12;",
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, height=0.4];',
    '  edge [color="#8c959f", arrowsize=0.6];',
    ...graph.nodes.map(
      (node, place) =>
        `  n${place} [label=${quoted(labelOf(node))}, tooltip=${quoted(tooltipOf(node))}, ${STYLES[node.kind]}];`,
    ),
    ...graph.edges.map(({ from, to }) => `  n${from} -> n${to};`),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

function labelOf({ name, version }: GraphNode): string[] {
  return [name, version].filter(Boolean);
}

function tooltipOf({ name, kind, details }: GraphNode): string[] {
  return [`${name}: ${KIND_LABELS[kind]}`, ...details];
}
