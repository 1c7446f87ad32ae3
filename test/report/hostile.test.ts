// Whatever stands in a project, the pictures and pages have the same structure as with harmless text, and show it as it is.

import { execFileSync } from "node:child_process";
import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { renderDot } from "../../src/report/dot.ts";
import { type Graph, graphOf, KINDS } from "../../src/report/graph.ts";
import { plain } from "../../src/report/graph-text.ts";
import { renderHtml } from "../../src/report/html.ts";
import { codeSpan, escapeMarkdown, renderMarkdown } from "../../src/report/markdown.ts";
import { renderMermaid } from "../../src/report/mermaid.ts";
import { reportOf } from "../../src/report/report.ts";
import { code, type ReportDocument } from "../../src/report/report-document.ts";
import { renderSvg } from "../../src/report/svg.ts";
import { paintKind, plainKind, renderTree } from "../../src/report/tree.ts";
import { indexOf, lockOf, plan, projectOf, requirement } from "../support/projects.ts";
import { requireOrSkip } from "../support/tools.ts";
import { HOSTILE, INVISIBLE_CHARACTERS } from "./hostile.ts";

/** A graph that has a text in every place, and every kind of node. */
function graphWith(text: string): Graph {
  return {
    title: text,
    subtitle: text,
    hidden: 1,
    nodes: KINDS.flatMap((kind) => [
      { key: text, name: text, kind, version: text, reason: text, details: [text, text], isLoose: false },
      { key: `${text}2`, name: text, kind, version: "", reason: "", details: [], isLoose: kind !== "project" },
    ]),
    edges: KINDS.map((_, i) => ({ from: 0, to: 2 * i })).slice(1),
  };
}

/** A report that has a text in every place. */
function reportWith(text: string): ReportDocument {
  return {
    title: text,
    blocks: [
      { kind: "heading", text, id: "here" },
      { kind: "paragraph", line: [text] },
      { kind: "paragraph", line: ["a ", code(text), " b"] },
      { kind: "shares", shares: [{ of: "pip", label: text, count: 1 }] },
      {
        kind: "table",
        caption: text,
        head: [text, "b"],
        rows: [
          [[[code(text)]], [[text], [text]]],
          [[[{ kind: "mark", of: "pip", text }]], [[code(text), ` ${text}`]]],
        ],
      },
    ],
  };
}

interface Shape {
  /** Elements with their attributes, in the order of the document. */
  readonly elements: readonly string[];
  readonly texts: readonly string[];
}

/** What a strict XML parser sees. Throws for what is not well-formed. */
function shapeOfXml(xml: string): Shape {
  const elements: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => elements.push(`${name} ${Object.keys(attributes).join(" ")}`));
  parser.on("text", (text) => texts.push(text));
  for (const event of ["comment", "cdata", "processinginstruction", "doctype"] as const)
    parser.on(event, (text: unknown) => elements.push(`${event} ${JSON.stringify(text)}`));
  parser.write(xml).close();
  return { elements, texts };
}

type Node = DefaultTreeAdapterTypes.Node;

/** What an HTML parser sees. */
function shapeOfHtml(root: Node): Shape {
  const elements: string[] = [];
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if ("tagName" in node) elements.push(`${node.tagName} ${node.attrs.map(({ name }) => name).join(" ")}`);
    else if (node.nodeName === "#text") texts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    else if (node.nodeName === "#comment") elements.push("comment");
    for (const child of "childNodes" in node ? node.childNodes : []) visit(child);
  };
  visit(root);
  return { elements, texts };
}

const markdown = new MarkdownIt("default", { html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false });

function shapeOfMarkdown(text: string): Shape {
  const { elements, texts } = shapeOfHtml(parseFragment(markdown.render(text)));
  // Words that could be links are set as code.
  return { elements: elements.filter((element) => element !== "code "), texts };
}

/** As it reads on a page, which joins blanks. */
const read = (text: string) => text.replace(/\s+/g, " ").trim();

test("there are more than a hundred hostile texts", () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(140);
});

describe("an SVG", () => {
  const harmless = shapeOfXml(renderSvg(graphWith("harmless")));
  test.each(HOSTILE.map((text) => [text]))("has %j as text", (text) => {
    const svg = renderSvg(graphWith(text));
    const { elements, texts } = shapeOfXml(svg);
    expect(elements).toEqual(harmless.elements);
    expect(svg).not.toMatch(INVISIBLE_CHARACTERS);
    expect(texts).toContain([`${plain(text)} ${plain(text)}`, plain(text), plain(text)].join("\n"));
  });
});

describe("an HTML page", () => {
  const page = (text: string) => renderHtml(reportWith(text), renderSvg(graphWith(text)));
  const harmless = shapeOfHtml(parse(page("harmless")));
  test.each(HOSTILE.map((text) => [text]))("has %j as text", (text) => {
    const { elements, texts } = shapeOfHtml(parse(page(text)));
    expect(elements).toEqual(harmless.elements);
    expect(page(text)).not.toMatch(INVISIBLE_CHARACTERS);
    expect(texts.filter((one) => one === plain(text)).length).toBeGreaterThanOrEqual(8);
  });
});

describe("a Markdown document", () => {
  const harmless = shapeOfMarkdown(renderMarkdown(reportWith("harmless")));
  test.each(HOSTILE.map((text) => [text]))("has %j as text", (text) => {
    const source = renderMarkdown(reportWith(text));
    const { elements, texts } = shapeOfMarkdown(source);
    expect(elements).toEqual(harmless.elements);
    expect(source).not.toMatch(INVISIBLE_CHARACTERS);
    expect(read(texts.join(""))).toContain(read(`a ${plain(text)} b`));
  });
  test("reads as it was, as text and as code, in a paragraph and in a table", () => {
    for (const text of HOSTILE) {
      for (const shown of [escapeMarkdown(text), codeSpan(text)]) {
        const table = `| a | b |\n| --- | --- |\n| x${shown} | ${shown} |\n`;
        const { texts } = shapeOfMarkdown(table);
        expect([text, read(texts.join(""))]).toEqual([text, read(`a b x${plain(text)} ${plain(text)}`)]);
      }
    }
  });
});

/** The statements of a DOT file with their strings decoded, by Graphviz's lexer: https://graphviz.org/doc/info/lang.html */
function shapeOfDot(dot: string): Shape {
  const texts: string[] = [];
  const rest = dot.replace(/"((?:[^"\\]|\\.)*)"/gs, (_, inside: string) => {
    texts.push(
      inside.replace(/\\(.)/gs, (_escape, one: string) => (one === "n" ? "\n" : one)).replaceAll("&amp;", "&"),
    );
    return "S";
  });
  return { elements: rest.split("\n"), texts };
}

describe("a DOT file", () => {
  const harmless = shapeOfDot(renderDot(graphWith("harmless")));
  test.each(HOSTILE.map((text) => [text]))("has %j as text", (text) => {
    const { elements, texts } = shapeOfDot(renderDot(graphWith(text)));
    expect(elements).toEqual(harmless.elements);
    expect(texts).toContain(`${plain(text)}\n${plain(text)}`);
  });
  requireOrSkip("dot", "is read by Graphviz as it was meant", (dot) => {
    const some = HOSTILE.filter((text) => text.length < 1000);
    const graph: Graph = {
      ...graphWith("x"),
      nodes: some.map((text) => ({
        key: text,
        name: text,
        kind: "pip",
        version: text,
        reason: "",
        details: [],
        isLoose: false,
      })),
      edges: [],
    };
    const svg = execFileSync(dot, ["-Tsvg"], { input: renderDot(graph), encoding: "utf8" });
    const { elements, texts } = shapeOfXml(svg);
    expect(new Set(elements.map((element) => element.split(" ")[0]))).not.toContain("script");
    const shown = new Set(texts.map((text) => read(text)));
    expect(some.filter((text) => read(plain(text)) !== "" && !shown.has(read(plain(text))))).toEqual([]);
  });
});

describe("a Mermaid diagram", () => {
  const decoded = (text: string) => text.replace(/#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
  const shape = (text: string) => text.replace(/"[^"\n]*"|(?<=acc(?:Title|Descr): ).*/g, "S");
  test.each(HOSTILE.map((text) => [text]))("has %j as text", (text) => {
    const diagram = renderMermaid(graphWith(text));
    expect(shape(diagram)).toBe(shape(renderMermaid(graphWith("harmless"))));
    const labels = [...diagram.matchAll(/"([^"\n]*)"/g)].map(([, label = ""]) => label);
    for (const label of labels) expect(label.replaceAll("<br>", "")).toMatch(/^(?:[\p{L}\p{N} ·.,=+/()_-]|#\d+;)*$/u);
    const parted = plain(text).replace(/\\(?=n)|\$(?=\$)/g, "$& ");
    expect(decoded(labels[0] ?? "")).toBe(`${parted}<br>${parted}`.replace(/^<br>/, ""));
  });
});

describe("a tree in a terminal", () => {
  test.each(HOSTILE.map((text) => [text]))("has %j as text", (text) => {
    const harmless = renderTree(graphWith("harmless"), { paint: plainKind, columns: null });
    const tree = renderTree(graphWith(text), { paint: plainKind, columns: null });
    expect(tree).not.toMatch(INVISIBLE_CHARACTERS);
    expect(tree.split("\n").length).toBe(harmless.split("\n").length);
    expect(tree).toContain(`pip: ${plain(text)}`);
    const painted = renderTree(graphWith(text), { paint: paintKind, columns: 60 });
    expect(painted.replace(/\x1b\[[\d;]+m/g, "")).not.toMatch(INVISIBLE_CHARACTERS);
  });
});

describe("a project", () => {
  const secret = "https://user:s3cr3t@example.org/a";
  test.each([...HOSTILE, secret].map((text) => [text]))(
    "that has %j everywhere reaches no output but as text",
    (text) => {
      const origin = { file: text, line: 1 };
      const project = projectOf(
        [
          requirement("a", { origin, source: { kind: "url", url: `https://user:s3cr3t@example.org/${text}` } }),
          requirement("b<2", { origin, group: text, options: [text] }),
          requirement("c", {
            origin,
            name: text,
            key: text.toLowerCase(),
            source: { kind: "path", path: text, base: text, editable: false },
          }),
        ],
        {
          name: text,
          files: [text],
          selectables: [{ kind: "group", name: text, byDefault: false }],
          diagnostics: [{ severity: "warning", message: text, origin }],
          lock: lockOf({
            b: { version: "1", needs: ["d"] },
            d: text === "" ? "1" : { version: "1", source: { kind: "registry", index: text } },
          }),
        },
      );
      const index = indexOf({ b: "2" });
      const made = plan(project, index);
      const graph = graphOf(made, project, index);
      const report = reportOf({ plan: made, project, index });
      const picture = renderSvg(graph);
      shapeOfXml(picture);
      const page = shapeOfHtml(parse(renderHtml(report, picture))).elements;
      expect(
        page.filter((element) => /^(?:script|img|iframe|object|embed|b|form|input) |\bon\w+|comment/.test(element)),
      ).toEqual([]);
      expect(page.filter((element) => element === "h1 ")).toHaveLength(1);
      const links = shapeOfMarkdown(renderMarkdown(report)).elements.filter((element) =>
        /^(?:a|img|script|b|em|strong) /.test(element),
      );
      expect(links).toEqual([]);
      const all = [
        picture,
        renderHtml(report, picture),
        renderMarkdown(report),
        renderDot(graph),
        renderMermaid(graph),
      ];
      for (const output of [...all, renderTree(graph, { paint: plainKind, columns: null })]) {
        expect(output).not.toContain("s3cr3t");
        expect(output).not.toMatch(INVISIBLE_CHARACTERS);
      }
    },
  );
});
