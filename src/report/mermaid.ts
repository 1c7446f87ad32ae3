// The dependency graph as a Mermaid flowchart, for pages that draw it themselves.
// https://mermaid.js.org/syntax/flowchart.html

import { counts, type Graph, type GraphNode, type Kind } from "./graph.ts";
import { plain } from "./graph-text.ts";

/** More edges than this are not drawn where Mermaid has its own settings, and a diagram cannot change that. */
export const MERMAID_MOST_EDGES = 500;
/** Nor are more characters than this. */
export const MERMAID_MOST_TEXT = 50_000;

/** The brackets of each kind's shape. */
const SHAPES: Readonly<Record<Kind, readonly [string, string]>> = {
  project: ["[[", "]]"],
  listed: ["(", ")"],
  brought: ["([", "])"],
  pip: ["[", "]"],
  built: ["{{", "}}"],
  absent: ["(", ")"],
};

const STYLES: Readonly<Record<Kind, string>> = {
  project: "fill:#1b1f24,stroke:#1b1f24,color:#ffffff",
  listed: "fill:#d6eaf8,stroke:#0072b2,color:#1b1f24,stroke-width:1.6px",
  brought: "fill:#eef6fc,stroke:#3f8fc4,color:#1b1f24",
  pip: "fill:#ffe3c2,stroke:#d55e00,color:#1b1f24,stroke-width:2.2px",
  built: "fill:#fbe4f0,stroke:#b5478a,color:#1b1f24,stroke-width:1.8px,stroke-dasharray:5 3",
  absent: "fill:#ffffff,stroke:#8c959f,color:#57606a,stroke-dasharray:2 3",
};

/**
 * Text within Mermaid's quotes. All but what has a meaning nowhere in it becomes an entity code (`#96;`), so that no
 * Markdown, no directive and no HTML comes of it. Mermaid reads `\n` and `$$` after it has decoded those: a space parts them.
 */
function escapeMermaid(text: string): string {
  return plain(text)
    .replace(/\\(?=n)|\$(?=\$)/g, "$& ")
    .replace(
      /[^\p{L}\p{N} ·.,=+/()_-]|(?<![\p{L}\p{N}])[_+-]|_(?![\p{L}\p{N}])|[.)](?<=^\d+.)(?= )|\/(?=\/)/gu,
      (character) => `#${character.codePointAt(0)};`,
    );
}

export function renderMermaid(graph: Graph): string {
  const lines = [
    "flowchart LR",
    `  accTitle: Dependencies of ${escapeMermaid(graph.title)}`,
    `  accDescr: ${escapeMermaid(graph.subtitle)}`,
    ...graph.nodes.map((node, place) => `  n${place}${label(node)}:::${node.kind}`),
    ...graph.edges.map(({ from, to }) => `  n${from} --> n${to}`),
    ...counts(graph).map(([kind]) => `  classDef ${kind} ${STYLES[kind]}`),
  ];
  return `${lines.join("\n")}\n`;
}

function label({ kind, name, version }: GraphNode): string {
  const [open, close] = SHAPES[kind];
  const text = [name, version].filter(Boolean).map(escapeMermaid).join("<br>");
  return `${open}"${text}"${close}`;
}
