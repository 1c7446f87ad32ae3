// A report in Markdown, as CommonMark (https://spec.commonmark.org/0.31.2/) with the tables of GitHub's
// (https://github.github.com/gfm/#tables-extension-). Texts stay texts: they make no markup, no link and no mention.

import { plain } from "./graph-text.ts";
import type { Block, Inline, Line, ReportDocument, Share } from "./report-document.ts";

/**
 * Text within a line. What looks like an address or a mention is set as code, in which nothing has a meaning. A bar is
 * an entity, since parsers differ on which backslashes before it count in a table.
 */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .split(/(\s+)/)
    .map((word) => {
      if (/^\s/.test(word)) return " ";
      if (/:\/\/|@|#|^www\./i.test(word)) return codeSpan(word);
      return word.replace(/[\\`*[\]<>~&!$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&").replaceAll("|", "&#124;");
    })
    .join("")
    .replace(/^( ?)([-+=]|\d{1,9}(?=[.)]))/, (_, space: string, first: string) =>
      /\d/.test(first) ? `${space}${first}\\` : `${space}\\${first}`,
    );
}

/** A code span: its fence is longer than any run of backticks in it. What has a bar is set in HTML's tags. */
export function codeSpan(text: string): string {
  const shown = plain(text);
  if (shown.trim() === "") return "";
  if (shown.includes("|")) {
    const escaped = shown.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`);
    return `<code>${escaped}</code>`;
  }
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** The report as a Markdown document. */
export function renderMarkdown({ title, blocks }: ReportDocument): string {
  return `${[`# ${escapeMarkdown(title)}`, ...blocks.map(blockText)].join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `## ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return lineText(block.line);
    case "shares":
      return sharesText(block.shares);
    case "table":
      return [
        `| ${block.head.map(escapeMarkdown).join(" | ")} |`,
        `|${" --- |".repeat(block.head.length)}`,
        ...block.rows.map((row) => `| ${row.map((cell) => cell.map(lineText).join("<br>")).join(" | ")} |`),
      ].join("\n");
  }
}

function lineText(line: Line): string {
  return line.map(inlineText).join("").trim();
}

function inlineText(inline: Inline): string {
  if (typeof inline === "string") return escapeMarkdown(inline);
  return inline.kind === "code" ? codeSpan(inline.text) : escapeMarkdown(inline.text);
}

const BAR = 40;

/** A bar for each share, of which all together fill the width. */
function sharesText(shares: readonly Share[]): string {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const rows = shares.map(({ label, count }) => {
    const filled = Math.max(1, Math.round((BAR * count) / total));
    return `| ${escapeMarkdown(label)} | ${count} | ${"█".repeat(filled)} |`;
  });
  return ["| From | Packages | Share |", "| --- | --- | --- |", ...rows].join("\n");
}
