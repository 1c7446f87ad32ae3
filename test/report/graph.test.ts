import { describe, expect, test } from "vitest";
import { makePlan } from "../../src/cli/planning.ts";
import { ALL_PLATFORMS } from "../../src/platforms.ts";
import { type Graph, graphOf, selectGraph, systemsText } from "../../src/report/graph.ts";
import { displayWidth, plain, shorten } from "../../src/report/graph-text.ts";
import { DEFAULTS, embedded, filesIn } from "../support/conversion.ts";
import { fixtures } from "../support/paths.ts";
import { indexOf, lockOf, plan, projectOf, requirement } from "../support/projects.ts";

const index = indexOf(
  { pandas: "2.3.1", numpy: "2.3.2", flask: "3", werkzeug: "3" },
  { backports: [["argparse", "argparse"]] },
);
const at = (text: string, line: number) => requirement(text, { origin: { file: "pyproject.toml", line, column: 5 } });
const project = projectOf([at("pandas", 3), at("numpy<2", 4), at("flask", 5), at("dash", 6), at("argparse", 7)], {
  name: "Shop",
  lock: lockOf({
    pandas: { version: "2.2", needs: ["numpy<3"] },
    numpy: "1.26",
    flask: { version: "3", needs: ["werkzeug"] },
    werkzeug: "3",
    dash: { version: "1", needs: ["flask"] },
  }),
});
const graph = graphOf(plan(project, index), project, index);

function graphOfFixture(name: string): Graph {
  const { plan, project } = makePlan(DEFAULTS, filesIn(`${fixtures}/${name}`), embedded);
  return graphOf(plan, project, embedded);
}

/** `shop → flask`, an edge a line. */
function edgesOf({ nodes, edges }: Graph): string[] {
  return edges.map(({ from, to }) => `${nodes[from]?.name} → ${nodes[to]?.name}`);
}

describe("a graph", () => {
  test("has each package once, with where it comes from and its versions", () => {
    expect(graph.nodes.map(({ name, kind, version }) => [name, kind, version])).toEqual([
      ["Shop", "project", ""],
      ["argparse", "absent", "not needed"],
      ["dash", "pip", "1 · nixpkgs none"],
      ["flask", "listed", "3"],
      ["numpy", "pip", "1.26 · nixpkgs 2.3.2"],
      ["pandas", "built", "2.2 · nixpkgs 2.3.1"],
      ["werkzeug", "brought", "3"],
    ]);
  });
  test("has who needs whom, the project's own lines as the project's", () => {
    expect(edgesOf(graph)).toEqual([
      "Shop → argparse",
      "Shop → dash",
      "Shop → flask",
      "Shop → numpy",
      "Shop → pandas",
      "dash → flask",
      "flask → werkzeug",
      "pandas → numpy",
    ]);
  });
  test("tells the reason and the versions side by side", () => {
    expect(graph.nodes[4]?.details).toEqual([
      "from pip: nixpkgs has 2.3.2 and <2 is required",
      "required: <2 (pyproject.toml:4:5)",
      "locked: 1.26",
      "nixpkgs: numpy 2.3.2",
    ]);
  });
  test("counts what comes from nixpkgs", () => {
    expect(graph.subtitle).toBe(
      "2 of 5 packages from nixpkgs · Python 3.13.7 · nixpkgs 0123456789ab (nixos-test, 2025-10-09)",
    );
  });
  test("joins the ways of a package that differ by system, and tells both", () => {
    const some = projectOf([at("flask; sys_platform == 'darwin'", 1), at("flask<3; sys_platform != 'darwin'", 2)]);
    const [, flask] = graphOf(plan(some, index), some, index).nodes;
    expect(flask).toMatchObject({ kind: "pip", version: "<3 · nixpkgs 3 (some systems)" });
    expect(flask?.details.slice(0, 2)).toEqual([
      "from nixpkgs on macOS: nixpkgs has 3",
      "from pip on Linux, FreeBSD: nixpkgs has 3 and <3 is required",
    ]);
  });
  test("has the members of a workspace as those who ask", () => {
    const { nodes } = graphOfFixture("uv-workspace");
    expect(nodes.filter(({ kind }) => kind === "project").map(({ name }) => name)).toEqual(["harbour-board"]);
  });
  test("marks what nothing is known to need", () => {
    const { nodes } = graphOfFixture("pipenv-observatory");
    expect(nodes.filter(({ isLoose }) => isLoose)).toHaveLength(29);
    expect(nodes.find(({ name }) => name === "celery")?.isLoose).toBe(false);
  });
  test("of nothing has nothing", () => {
    const none = projectOf([]);
    expect(graphOf(plan(none, index), none, index)).toMatchObject({ nodes: [], edges: [], title: "project" });
  });
  test("shows no credentials and nothing invisible", () => {
    const source = { kind: "url", url: "https://user:secret@example.org/\u001b[2J\u202e.whl" } as const;
    const odd = projectOf([requirement("x", { source })], { name: "a\u0007b" });
    const text = JSON.stringify(graphOf(plan(odd, index), odd, index));
    expect(text).toContain("https://***********@example.org/");
    expect(text).not.toMatch(/secret|\\u001b|\\u0007|\u202e/);
    expect(text).toContain("a\\\\u{7}b");
  });
});

describe("a selection", () => {
  const named = (names: readonly string[], depth: number | null = null) => {
    const some = selectGraph(graph, { names, depth });
    return [some.nodes.map(({ name }) => name).join(" "), edgesOf(some), some.hidden] as const;
  };
  test("by name keeps what leads there and what it needs", () => {
    expect(named(["Flask"])).toEqual([
      "Shop dash flask werkzeug",
      ["Shop → dash", "Shop → flask", "dash → flask", "flask → werkzeug"],
      3,
    ]);
  });
  test("by depth keeps what is near to the project, or to what is named", () => {
    expect(named([], 1)).toEqual([
      "Shop argparse dash flask numpy pandas",
      [
        "Shop → argparse",
        "Shop → dash",
        "Shop → flask",
        "Shop → numpy",
        "Shop → pandas",
        "dash → flask",
        "pandas → numpy",
      ],
      1,
    ]);
    expect(named(["werkzeug"], 1)).toEqual(["flask werkzeug", ["flask → werkzeug"], 5]);
    expect(named([], 0)[0]).toBe("Shop");
  });
  test("of a name that is not there says what was meant", () => {
    expect(() => named(["numpi"])).toThrow(
      expect.objectContaining({ message: "nothing here asks for numpi", hint: "Did you mean numpy?" }),
    );
  });
  test("of all is the graph itself", () => {
    expect(selectGraph(graph, { names: [], depth: null })).toBe(graph);
  });
});

test("systems in few words", () => {
  expect(systemsText(ALL_PLATFORMS)).toBe("Linux, macOS, FreeBSD");
  expect(systemsText(0b01100000001)).toBe("x86_64-linux, macOS");
  expect(systemsText(0)).toBe("");
});

describe("text", () => {
  test("is on one line, with nothing invisible", () => {
    expect(plain("a\nb\tc")).toBe("a b c");
    expect(plain("\u001b\u202e\ufeff\uffff\ud800x")).toBe("\\u{1b}\\u{202e}\\u{feff}\\u{ffff}\\u{d800}x");
    expect(plain("\u{1f600} ä")).toBe("\u{1f600} ä");
  });
  test("is as wide as a terminal shows it", () => {
    expect(["abc", "日本", "a\u0301", "\u{1f600}", ""].map(displayWidth)).toEqual([3, 4, 1, 2, 0]);
  });
  test("is cut at a width", () => {
    expect(shorten("abcdef", 6)).toBe("abcdef");
    expect(shorten("abcdefg", 6)).toBe("abcde…");
    expect(shorten("日本語", 5)).toBe("日本…");
    expect(shorten("日本語", 4)).toBe("日…");
  });
});
