// What the documentation links to is there, every page is reached from the index, and no page names what it must not.

import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { anchorsOf, exists, linksOf, pages } from "./pages.ts";

const all = pages();
const byPath = new Map(all.map((page) => [page.path, page]));

/** The relative links of a page as paths of the repository, with their anchor. */
function targets(path: string, links: readonly string[]): { readonly to: string; readonly anchor: string }[] {
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [file = "", anchor = ""] = decodeURI(link).split("#");
      return { to: file === "" ? path : normalize(join(dirname(path), file)), anchor };
    });
}

describe("the links of the documentation", () => {
  it.each(all.map((page) => [page.path, page] as const))("%s", (path, page) => {
    const broken = targets(path, linksOf(page)).flatMap(({ to, anchor }) => {
      if (!exists(to)) return [to];
      const target = byPath.get(to);
      return target && anchor !== "" && !anchorsOf(target).includes(anchor) ? [`${to}#${anchor}`] : [];
    });
    expect(broken).toEqual([]);
  });

  it("lead from the index to every page", () => {
    const index = byPath.get("docs/README.md");
    const linked = index ? targets(index.path, linksOf(index)).map(({ to }) => to) : [];
    const missing = all.map(({ path }) => path).filter((path) => !linked.includes(path));
    expect(missing).toEqual(["README.md", "docs/README.md"].filter((path) => missing.includes(path)));
  });

  it("are of pages that are found: a link to nothing is seen", () => {
    expect(targets("docs/guides/uv.md", ["../styles.md#native", "pip.md", "#top", "https://example.org"])).toEqual([
      { to: "docs/styles.md", anchor: "native" },
      { to: "docs/guides/pip.md", anchor: "" },
      { to: "docs/guides/uv.md", anchor: "top" },
    ]);
    expect(exists("docs/nothing.md")).toBe(false);
    expect(anchorsOf({ path: "", text: "# `native`: no pip\n\n## A\n\n## A\n" })).toEqual([
      "native-no-pip",
      "a",
      "a-1",
    ]);
  });
});
