// A report as one HTML page without scripts or anything from outside; its content security policy allows nothing but the
// page's own style sheets, by their hashes. It follows the reader's choice of a light or dark page.

import { sha256 } from "@noble/hashes/sha2.js";
import { escapeMarkup } from "./graph-text.ts";
import type { Block, Inline, Line, ReportDocument, Share } from "./report-document.ts";
import { SVG_STYLE } from "./svg.ts";

const MARKS = {
  light: {
    listed: "#0072b2",
    brought: "#3f8fc4",
    pip: "#d55e00",
    built: "#b5478a",
    absent: "#8c959f",
    project: "#1b1f24",
  },
  dark: {
    listed: "#56b4e9",
    brought: "#3d83b0",
    pip: "#ff9d3c",
    built: "#e07ab5",
    absent: "#6e7681",
    project: "#e6edf3",
  },
} as const;

function markRules(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([kind, colour]) => `.mark-${kind}{border-color:${colour}}.share-${kind}{fill:${colour}}`)
    .join("");
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:2rem auto;max-width:80rem;padding:0 1.25rem;font:1rem/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff}
h1{font-size:1.75rem;line-height:1.2}
h2{font-size:1.3rem;margin-top:2.5rem}
a{color:#0550ae}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.925rem}
caption{text-align:left;color:#57606a;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid #d0d7de}
tbody th{font-weight:normal}
.mark{border-left:.5rem solid;padding-left:.4rem}
.shares{display:block;width:100%;height:1.5rem}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;list-style:none}
figure{margin:1rem 0}
${markRules(MARKS.light)}
@media (prefers-color-scheme:dark){
body{color:#e6edf3;background:#0d1117}
a{color:#6cb6ff}
caption{color:#9da7b3}
th,td{border-color:#30363d}
${markRules(MARKS.dark)}
}
`;

/** A source of a content security policy: the hash of an inline style sheet. */
function styleHash(style: string): string {
  const digest = sha256(new TextEncoder().encode(style));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}

/** The report as a page. `picture` is an SVG element of `renderSvg`, or null for none. */
export function renderHtml({ title, blocks }: ReportDocument, picture: string | null): string {
  const styles = [STYLE, ...(picture === null ? [] : [SVG_STYLE])].map(styleHash).join(" ");
  const headings = blocks.flatMap((block) => (block.kind === "heading" ? [block] : []));
  const contents = [...headings, ...(picture === null ? [] : [{ text: "Graph", id: "graph" }])];
  const lines = [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${styles}; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escapeMarkup(title)}</h1>`,
    '<nav aria-label="Contents">',
    "<ul>",
    ...contents.map(({ text, id }) => `<li><a href="#${escapeMarkup(id)}">${escapeMarkup(text)}</a></li>`),
    "</ul>",
    "</nav>",
    ...blocks.flatMap(blockLines),
    ...(picture === null
      ? []
      : [
          '<h2 id="graph">Graph</h2>',
          '<figure class="scroll" tabindex="0" role="group" aria-label="The dependency graph">',
          picture.trimEnd(),
          "</figure>",
        ]),
    "</main>",
    "</body>",
    "</html>",
  ];
  return `${lines.join("\n")}\n`;
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [`<h2 id="${escapeMarkup(block.id)}">${escapeMarkup(block.text)}</h2>`];
    case "paragraph":
      return [`<p>${lineHtml(block.line)}</p>`];
    case "shares":
      return sharesLines(block.shares);
    case "table":
      return [
        // What can be scrolled must be reached by the keyboard.
        `<div class="scroll" tabindex="0" role="group" aria-label="${escapeMarkup(block.caption)}">`,
        "<table>",
        `<caption>${escapeMarkup(block.caption)}</caption>`,
        `<thead><tr>${block.head.map((text) => `<th scope="col">${escapeMarkup(text)}</th>`).join("")}</tr></thead>`,
        "<tbody>",
        ...block.rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`),
        "</tbody>",
        "</table>",
        "</div>",
      ];
  }
}

function cellHtml(cell: readonly Line[], column: number): string {
  const content = cell.map(lineHtml).join("<br>");
  return column === 0 ? `<th scope="row">${content}</th>` : `<td>${content}</td>`;
}

function lineHtml(line: Line): string {
  return line.map(inlineHtml).join("");
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === "string") return escapeMarkup(inline);
  const text = escapeMarkup(inline.text);
  return inline.kind === "code" ? `<code>${text}</code>` : `<span class="mark mark-${inline.of}">${text}</span>`;
}

/** A bar whose parts are as long as their shares, and what they are. */
function sharesLines(shares: readonly Share[]): string[] {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const label = shares.map((share) => `${share.label}: ${share.count}`).join("; ");
  let x = 0;
  const rects = shares.map(({ of, count }) => {
    const rect = `<rect class="share-${of}" x="${x}" y="0" width="${count}" height="1"/>`;
    x += count;
    return rect;
  });
  return [
    `<svg class="shares" viewBox="0 0 ${total} 1" preserveAspectRatio="none" role="img" aria-label="${escapeMarkup(label)}">${rects.join("")}</svg>`,
    '<ul class="legend">',
    ...shares.map(
      (share) =>
        `<li><span class="mark mark-${share.of}">${escapeMarkup(`${share.label}: ${share.count}`)}</span></li>`,
    ),
    "</ul>",
  ];
}
