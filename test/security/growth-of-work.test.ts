// Ten times as much is at most eleven times the work, which is counted and not timed: what projects grow by, and the forms that
// somebody would give a file to make it slow.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
// @ts-expect-error: it has no types
import { ladder } from "../../bench/inputs.mjs";
import { type FileTable, parse, render, resolve } from "../../src/index.ts";
import { sameMarkers } from "../../src/manifests/same-markers.ts";
import type { NixpkgsIndex } from "../../src/nixpkgs/index.ts";
import { forSelection, simplifyMarker } from "../../src/pep/marker-algebra.ts";
import { formatMarker, parseMarker, parseRequirement } from "../../src/pep/pep508.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import { platformsOf } from "../../src/platforms.ts";
import { renderDot } from "../../src/report/dot.ts";
import { explain, formatExplanations } from "../../src/report/explain.ts";
import { type Graph, graphOf } from "../../src/report/graph.ts";
import { renderMermaid } from "../../src/report/mermaid.ts";
import { plainKind, renderTree } from "../../src/report/tree.ts";
import { embedded } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import { indexOf, type LockEntry, lockOf, plan, projectOf } from "../support/projects.ts";
import { growthOf, workOf } from "./work.ts";

const MOST = 11;
const PLAIN = { bold: String, dim: String, warning: String, error: String, good: String };

const names = readFileSync(`${root}/data/nixpkgs/python.tsv`, "utf8")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter(
    ([name = "", other, version = ""]) => /^[a-z][a-z0-9-]+$/.test(name) && other === "" && /^[0-9.]+$/.test(version),
  )
  .map(([name = "", , version = ""]) => ({ name, version }));

function convert(files: FileTable, index: NixpkgsIndex): string {
  const project = parse(files);
  return render(resolve(project, index), { index, project }).text;
}

const range = (size: number) => Array.from({ length: size }, (_, i) => i);
const lines = (size: number, line: (i: number) => string, between = "\n") => range(size).map(line).join(between);

describe("the work of a function", () => {
  const run = (size: number) => () =>
    convert({ "requirements.txt": lines(size, (i) => `p${i}`) }, indexOf({ p1: "1" }));

  test("is the same each time, and about twice that of half of it", () => {
    run(100)();
    const once = workOf(run(500));
    expect(once).toBeGreaterThan(10_000);
    expect(workOf(run(500))).toBe(once);
    expect(Math.round((10 * workOf(run(1000))) / once)).toBeOneOf([19, 20]);
  });

  test("tells what takes the square of its input", () => {
    const searched = (size: number) => () => range(size).filter((i, _, all) => all.includes(-i));
    expect(growthOf(100, searched)).toBeGreaterThan(50);
    const parsed = (size: number) => () => range(size).map((i) => parseRequirement(`p[${"a,".repeat(i)}a]`));
    expect(growthOf(10, parsed)).toBeGreaterThan(50);
  });
});

describe("ten times as much of what projects have", () => {
  const steps: readonly { what: string; once: readonly FileTable[]; tenfold: readonly FileTable[] }[] = ladder(names);
  test.each(steps.map(({ what, once, tenfold }) => [what, once, tenfold] as const))("%s", (_, once, tenfold) => {
    const convertAll = (all: readonly FileTable[]) => () => all.map((files) => convert(files, embedded));
    convertAll(once)();
    const growth = workOf(convertAll(tenfold)) / workOf(convertAll(once));
    expect(growth).toBeGreaterThan(1);
    expect(growth).toBeLessThanOrEqual(MOST);
  });
});

const small = indexOf({ a: "1" });
const pyproject = (rest: string) => `[project]\nname = "x"\nversion = "1"\n${rest}`;

describe("manifests that are made to be slow", () => {
  test.each<[string, number, (size: number) => FileTable]>([
    ["requirements", 200, (size) => ({ "requirements.txt": lines(size, (i) => `p${i}==1`) })],
    ["ranges of one project", 200, (size) => ({ "requirements.txt": lines(size, (i) => `p>=${i}`) })],
    [
      "markers of one project",
      100,
      (size) => ({ "requirements.txt": lines(size, (i) => `p; platform_release != "${i}"`) }),
    ],
    [
      "hashes of one requirement",
      200,
      (size) => ({
        "requirements.txt": `p==1${lines(size, (i) => ` \\\n  --hash=sha256:${String(i).padStart(64, "0")}`, "")}\n`,
      }),
    ],
    ["continued lines", 500, (size) => ({ "requirements.txt": `p\\\n${" \\\n".repeat(size)}==1\n` })],
    [
      "dependencies",
      200,
      (size) => ({ "pyproject.toml": pyproject(`dependencies = [${lines(size, (i) => `"p${i}"`, ",")}]`) }),
    ],
    [
      "extras",
      100,
      (size) => ({
        "pyproject.toml": pyproject(`[project.optional-dependencies]\n${lines(size, (i) => `e${i} = ["p${i}"]`)}`),
      }),
    ],
    [
      "extras that ask for the next",
      100,
      (size) => ({
        "pyproject.toml": pyproject(
          `dependencies = ["x[e0]"]\n[project.optional-dependencies]\n${lines(size, (i) => `e${i} = ["x[e${i + 1}]"]`)}\ne${size} = ["p"]`,
        ),
      }),
    ],
    ["a Pipfile", 100, (size) => ({ Pipfile: `[packages]\n${lines(size, (i) => `p${i} = "*"`)}` })],
    [
      "Poetry's dependencies",
      100,
      (size) => ({
        "pyproject.toml": `[tool.poetry]\nname = "x"\nversion = "1"\n[tool.poetry.dependencies]\n${lines(size, (i) => `p${i} = "^1"`)}`,
      }),
    ],
    [
      "Poetry's alternatives",
      50,
      (size) => ({
        "pyproject.toml": `[tool.poetry]\nname = "x"\nversion = "1"\n[tool.poetry.dependencies]\np = [${lines(size, (i) => `{ version = "^${i}", python = "3.${i % 12}" }`, ",")}]`,
      }),
    ],
    [
      "Poetry's extras of one package",
      50,
      (size) => ({
        "pyproject.toml": `[tool.poetry]\nname = "x"\nversion = "1"\n[tool.poetry.dependencies]\np = { version = "1", optional = true }\n[tool.poetry.extras]\n${lines(size, (i) => `e${i} = ["p"]`)}`,
      }),
    ],
    [
      "setup.cfg",
      200,
      (size) => ({
        "setup.cfg": `[metadata]\nname = x\n[options]\ninstall_requires =\n${lines(size, (i) => `  p${i}`)}\n`,
      }),
    ],
    [
      "setup.py",
      100,
      (size) => ({
        "setup.py": `from setuptools import setup\nsetup(name="x", install_requires=[${lines(size, (i) => `"p${i}"`, ",")}])\n`,
      }),
    ],
    ["conda's", 200, (size) => ({ "environment.yml": `dependencies:\n${lines(size, (i) => `  - p${i}`)}\n` })],
    [
      "a chain in poetry.lock",
      100,
      (size) => ({
        "pyproject.toml": `[tool.poetry]\nname = "x"\nversion = "1"\n[tool.poetry.dependencies]\np0 = "*"\n`,
        "poetry.lock": `${lines(size, (i) => `[[package]]\nname = "p${i}"\nversion = "1"\noptional = false\npython-versions = "*"\nfiles = []\n\n[package.dependencies]\np${(i + 1) % size} = "*"\n`)}\n[metadata]\nlock-version = "2.1"\npython-versions = "*"\ncontent-hash = "0"\n`,
      }),
    ],
  ])("%s", (_, size, make) => {
    const grown = (count: number) => {
      const files = make(count);
      return () => convert(files, small);
    };
    expect(growthOf(size, grown)).toBeLessThanOrEqual(MOST);
  });
});

describe("graphs of locks that are made to be slow", () => {
  type Entries = Readonly<Record<string, string | LockEntry | readonly LockEntry[]>>;
  const entries = (size: number, entry: (i: number) => string | LockEntry): Entries =>
    Object.fromEntries(range(size).map((i) => [`p${i}`, entry(i)]));
  const chain = (size: number): Entries =>
    entries(size, (i) => ({ version: "1", needs: i + 1 < size ? [`p${i + 1}`] : [] }));
  const shapes: Readonly<
    Record<string, readonly [size: number, (size: number) => readonly [readonly string[], Entries]]>
  > = {
    chain: [300, (size) => [["p0"], chain(size)]],
    cycle: [300, (size) => [["p0"], entries(size, (i) => ({ version: "1", needs: [`p${(i + 1) % size}`] }))]],
    star: [
      100,
      (size) => [range(size).map((i) => `p${i}`), { ...entries(size, () => ({ version: "1", needs: ["z"] })), z: "1" }],
    ],
    "everything needs everything": [
      20,
      (size) => [
        range(size).map((i) => `p${i}`),
        {
          ...entries(size, () => ({ version: "1", needs: range(50).map((i) => `q${i}`) })),
          ...Object.fromEntries(range(50).map((i) => [`q${i}`, "1"])),
        },
      ],
    ],
    "versions of one name": [100, (size) => [["p"], { p: range(size).map((i) => ({ version: `1.${i}` })) }]],
    "extras of one package": [
      50,
      (size) => [
        [`p[${lines(size, (i) => `e${i}`, ",")}]`],
        {
          p: { version: "1", extras: Object.fromEntries(range(size).map((i) => [`e${i}`, [`q${i}`]])) },
          ...Object.fromEntries(range(size).map((i) => [`q${i}`, "1"])),
        },
      ],
    ],
  };
  test.each(Object.entries(shapes))("%s", (_, [size, make]) => {
    const grown = (count: number) => {
      const [requirements, packages] = make(count);
      const project = projectOf(requirements, { lock: lockOf(packages) });
      return () => {
        const made = plan(project, small);
        const graph = graphOf(made, project, small);
        renderDot(graph);
        renderMermaid(graph);
        formatExplanations(explain(made, small), PLAIN);
        render(made, { index: small, project });
      };
    };
    expect(growthOf(size, grown)).toBeLessThanOrEqual(MOST);
  });

  test("a path of 100,000 packages is drawn as a tree, each line no longer than others", () => {
    const node = (i: number) => ({
      key: `p${i}`,
      name: `p${i}`,
      kind: "pip" as const,
      version: "1",
      reason: "",
      details: [],
      isLoose: false,
    });
    const graph: Graph = {
      title: "x",
      subtitle: "",
      nodes: range(100_000).map(node),
      edges: range(99_999).map((from) => ({ from, to: from + 1 })),
      hidden: 0,
    };
    const drawn = renderTree(graph, { paint: plainKind, columns: null }).split("\n");
    expect(drawn.filter((line) => /p99999\b/.test(line))).toHaveLength(1);
    expect(Math.max(...drawn.map((line) => line.length))).toBeLessThan(450);
    expect(drawn[100]).toMatch(/p100 .*\(goes on below\)$/);
    expect(drawn[101]).toMatch(/^p100 /);
  });
});

describe("markers that are made to be slow", () => {
  const VARIABLES = ["os_name", "sys_platform", "platform_system", "platform_machine", "implementation_name"];
  const one = (i: number) => `${VARIABLES[i % VARIABLES.length]} == "v${i}"`;
  const forms: Readonly<Record<string, (i: number) => string>> = {
    "comparisons with or": (i) => `${i === 0 ? "" : " or "}${one(i)}`,
    "comparisons with and": (i) => `${i === 0 ? "" : " and "}sys_platform != "v${i}"`,
    "alternatives with and": (i) => `${i === 0 ? "" : " and "}(${one(i)} or ${one(i + 1)})`,
    "conjunctions with or": (i) => `${i === 0 ? "" : " or "}(${one(i)} and ${one(i + 1)})`,
    "conjunctions with one part in common": (i) => `${i === 0 ? "" : " or "}(os_name == "x" and ${one(i)})`,
    "conjunctions about extras": (i) => `${i === 0 ? "" : " or "}("e${i}" in extras and ${one(i)})`,
  };
  test.each(Object.entries(forms))("%s", (_, form) => {
    const grown = (size: number) => {
      const text = lines(size, form, "");
      return () => {
        const marker = parseMarker(text);
        simplifyMarker(marker);
        forSelection(marker, new Set(["e1"]), new Set());
        formatMarker(marker);
        if (!text.includes("extras")) platformsOf(marker, { version: "3.13.7", implementation: "cpython" });
      };
    };
    expect(growthOf(60, grown)).toBeLessThanOrEqual(MOST);
  });

  test("two of many comparisons are compared in no more environments than there is time for", () => {
    for (const size of [100, 1000, 10_000]) {
      const marker = parseMarker(lines(size, (i) => `sys_platform != "v${i}"`, " and "));
      const reversed = parseMarker(lines(size, (i) => `sys_platform != "v${size - 1 - i}"`, " and "));
      expect(workOf(() => expect(sameMarkers(marker, reversed, [[]])).toBe(true))).toBeLessThan(20_000_000);
    }
  });

  test("nested ones of 60 variables, in a row and by halves", () => {
    const halves = (from: number, to: number, kind: "and" | "or"): string => {
      if (to - from === 1) return one(from);
      const middle = (from + to) >> 1;
      const other = kind === "and" ? "or" : "and";
      return `(${halves(from, middle, other)} ${kind} ${halves(middle, to, other)})`;
    };
    const row = range(60).reduce((text, i) => (i === 0 ? one(0) : `(${text} ${i % 2 ? "and" : "or"} ${one(i)})`), "");
    // Each part stands in both operands of the next level, so that what is simplified again doubles there.
    const doubled = range(20).reduce(
      (text, i) =>
        `((${text} ${i % 2 ? "and" : "or"} ${one(i)}) ${i % 2 ? "or" : "and"} (${one(i)} ${i % 2 ? "and" : "or"} ${one(i + 30)}))`,
      one(99),
    );
    for (const text of [halves(0, 64, "and"), halves(0, 64, "or"), row, doubled]) {
      const marker = parseMarker(text);
      expect(workOf(() => simplifyMarker(marker))).toBeLessThan(300_000);
      expect(workOf(() => forSelection(marker, new Set(), new Set()))).toBeLessThan(300_000);
    }
  });
});

describe("ranges that are made to be slow", () => {
  test.each<[string, number, (size: number) => () => unknown]>([
    ["alternatives of Poetry", 100, (size) => () => parsePoetryConstraint(lines(size, (i) => `^${i}.1`, " || "))],
    ["clauses", 200, (size) => () => parseRequirement(`p${lines(size, (i) => `!=${i}.1`, ",")}`)],
    ["extras", 100, (size) => () => parseRequirement(`p[${lines(size, (i) => `e${i}`, ",")}]`)],
  ])("%s", (_, size, make) => {
    expect(growthOf(size, make)).toBeLessThanOrEqual(MOST);
  });

  test("clauses of Poetry are refused where they are too many", () => {
    expect(parsePoetryConstraint(lines(300, (i) => `!=${i}.1`, ","))).not.toEqual([]);
    expect(() => parsePoetryConstraint(lines(301, (i) => `!=${i}.1`, ","))).toThrow(
      "301 clauses joined by commas: no more than 300 are read",
    );
  });
});
