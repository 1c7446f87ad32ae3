import { describe, expect, test } from "vitest";
import { type Graph, type GraphNode, KINDS } from "../../src/report/graph.ts";
import { renderSvg, SVG_STYLE } from "../../src/report/svg.ts";

const node = (name: string, more: Partial<GraphNode> = {}): GraphNode => ({
  key: name,
  name,
  kind: "listed",
  version: "1",
  reason: "a reason",
  details: ["a detail"],
  isLoose: false,
  ...more,
});
const root = node("shop", { kind: "project", version: "" });
const graphOf = (nodes: readonly GraphNode[], edges: Graph["edges"]): Graph => ({
  title: "shop",
  subtitle: "figures",
  nodes,
  edges,
  hidden: 0,
});
/** A project with as many packages as it alone needs. */
const flat = (count: number) =>
  graphOf(
    [root, ...Array.from({ length: count }, (_, i) => node(`p${i}`))],
    Array.from({ length: count }, (_, i) => ({ from: 0, to: i + 1 })),
  );
const sizeOf = (svg: string) => {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};

describe("the picture", () => {
  test("has a title, a description, a legend with counts, and the details of each package", () => {
    const svg = renderSvg(graphOf([root, node("flask"), node("numpy", { kind: "pip" })], [{ from: 0, to: 1 }]));
    expect(svg).toContain('role="img" aria-labelledby="p2n-title p2n-desc"');
    expect(svg).toContain('<title id="p2n-title">Dependencies of shop</title>');
    expect(svg).toContain('<desc id="p2n-desc">figures. the project: 1; nixpkgs, listed: 1; pip: 1.</desc>');
    expect(svg).toContain(">nixpkgs, listed (1)</text>");
    expect(svg).not.toContain(">not needed (");
    expect(svg).toContain("<title>flask 1\na detail</title>");
  });
  test("tells kinds by their outlines as well as by colour", () => {
    const outlines = KINDS.filter((kind) => kind !== "project").map((kind) => {
      const svg = renderSvg(graphOf([node("x", { kind })], []));
      const [outline = ""] = /<(?:rect|path) class="p2n-(?:listed|brought|pip|built|absent)"[^>]*>/.exec(svg) ?? [];
      const stroke = new RegExp(`p2n-${kind}\\{stroke-width:[^}]*`).exec(SVG_STYLE)?.[0].replace(/^[^{]*/, "");
      return `${outline.startsWith("<path") ? "pointed" : /rx="\d+"/.exec(outline)} ${stroke}`;
    });
    expect(new Set(outlines).size).toBe(5);
  });
  test("puts many packages that need nothing in a frame, with one edge to it", () => {
    const few = renderSvg(flat(15));
    expect(few).not.toContain('class="p2n-frame"');
    expect(few.match(/l-7 -3.2v6.4z/g)).toHaveLength(15);
    const many = renderSvg(flat(200));
    expect(many.match(/class="p2n-frame"/g)).toHaveLength(1);
    expect(many.match(/l-7 -3.2v6.4z/g)).toHaveLength(1);
    expect(sizeOf(many).height).toBeLessThan(sizeOf(many).width * 3);
    expect(many.match(/<title>p\d+ 1\n/g)).toHaveLength(200);
  });
  test("stands what nobody is known to need below", () => {
    const svg = renderSvg(graphOf([root, node("a"), node("b", { isLoose: true })], [{ from: 0, to: 1 }]));
    expect(svg).toContain("Nothing tells who needs these:");
    expect(svg.indexOf(">b</text>")).toBeGreaterThan(svg.indexOf("Nothing tells"));
  });
  test("marks the edges between packages from pip", () => {
    const pip = (name: string) => node(name, { kind: "pip" });
    const svg = renderSvg(
      graphOf(
        [root, pip("a"), pip("b")],
        [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
        ],
      ),
    );
    expect(svg.match(/<path class="p2n-edge"/g)).toHaveLength(1);
    expect(svg.match(/<path class="p2n-edge p2n-spread"/g)).toHaveLength(1);
  });
  test("cuts long names and has them whole in the tooltip", () => {
    const name = "x".repeat(80);
    const svg = renderSvg(graphOf([node(name)], []));
    expect(svg).toContain(`>${"x".repeat(47)}…</text>`);
    expect(svg).toContain(`<title>${name} 1\n`);
  });
  test("says what is left out, and is there for nothing at all", () => {
    expect(renderSvg({ ...flat(1), hidden: 7 })).toContain("figures · 7 left out of the picture");
    expect(sizeOf(renderSvg(graphOf([], [])))).toEqual({ width: 708, height: 140 });
  });
  test("has nothing from outside", () => {
    expect(renderSvg(flat(3))).not.toMatch(/<script|href|@import|url\(|<image|<foreignObject|\bon[a-z]+=/);
  });
});

/** WCAG 2.2's contrast ratio of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test.each(["light", "dark"])("text can be read and outlines can be seen on a %s page", (scheme) => {
  const [light = "", dark = ""] = SVG_STYLE.split("@media");
  const rules = scheme === "light" ? light : dark;
  const colour = (selector: string, property = "fill") =>
    new RegExp(`${selector.replaceAll(".", "\\.")}\\{[^}]*?\\b${property}:(#[0-9a-f]{6})`).exec(rules)?.[1] ?? "";
  const page = colour(".p2n-page");
  for (const kind of KINDS.filter((one) => one !== "project")) {
    const inside = colour(`.p2n-${kind}`);
    expect([kind, contrast(colour(".p2n text"), inside) >= 7]).toEqual([kind, true]);
    expect([kind, contrast(colour(".p2n .p2n-dim"), inside) >= 4.5]).toEqual([kind, true]);
    const edge = contrast(new RegExp(`\\.p2n-${kind}\\{fill:#\\w+;stroke:(#\\w+)`).exec(rules)?.[1] ?? page, page);
    expect([kind, edge >= 3]).toEqual([kind, true]);
  }
  expect(contrast(colour("text.p2n-on-project"), colour(".p2n-project"))).toBeGreaterThan(7);
});
