// Two fixtures in every format of graph and report. After a change that is meant: npx vitest run FILE --update.

import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/cli/planning.ts";
import { renderDot } from "../../src/report/dot.ts";
import { graphOf } from "../../src/report/graph.ts";
import { renderHtml } from "../../src/report/html.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { renderMermaid } from "../../src/report/mermaid.ts";
import { reportOf } from "../../src/report/report.ts";
import { renderSvg } from "../../src/report/svg.ts";
import { plainKind, renderTree } from "../../src/report/tree.ts";
import { DEFAULTS, embedded, filesIn } from "../support/conversion.ts";
import { fixtures } from "../support/paths.ts";

describe.each(["old-pydantic", "flask-web-app"])("%s", (name) => {
  const { plan, project } = makePlan(DEFAULTS, filesIn(`${fixtures}/${name}`), embedded);
  const graph = graphOf(plan, project, embedded);
  const report = reportOf({ plan, project, index: embedded });
  const picture = renderSvg(graph);

  test.each([
    ["graph", "svg", picture],
    ["graph", "mmd", renderMermaid(graph)],
    ["graph", "dot", renderDot(graph)],
    ["graph", "txt", renderTree(graph, { paint: plainKind, columns: 100 })],
    ["report", "md", renderMarkdown(report)],
    ["report", "html", renderHtml(report, null)],
  ])("as a %s in %s", async (what, ending, text) => {
    await expect(text).toMatchFileSnapshot(`../golden/graph-${name}.${what === "graph" ? "" : "report."}${ending}`);
    expect(text).not.toContain(fixtures);
  });
  test("has its picture in the page", () => {
    expect(renderHtml(report, picture)).toContain(picture);
  });
});
