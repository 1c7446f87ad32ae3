import { describe, expect, test } from "vitest";
import type { NixpkgsIndex } from "../../src/nixpkgs/index.ts";
import { parseSpecifierSet } from "../../src/pep/pep440.ts";
import type { Project } from "../../src/project.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { reportOf } from "../../src/report/report.ts";
import type { Block, Inline, Line } from "../../src/report/report-document.ts";
import { remediesFor } from "../../src/report/report-remedies.ts";
import type { ResolveOptions } from "../../src/resolver/resolve.ts";
import { readOptions } from "../../src/settings/options.ts";
import { EMPTY_SETTINGS, mergeSettings } from "../../src/settings/settings.ts";
import { indexOf, lockOf, plan, projectOf, requirement } from "../support/projects.ts";

const at = (text: string, line: number) => requirement(text, { origin: { file: "pyproject.toml", line, column: 5 } });
const said = (line: Line) => line.map((part: Inline) => (typeof part === "string" ? part : part.text)).join("");

/** The remedies of each package from pip, a line each. */
function remedies(project: Project, index: NixpkgsIndex, options: Partial<ResolveOptions> = {}) {
  const made = plan(project, index, options);
  return Object.fromEntries(
    made.decisions.flatMap((decision) =>
      decision.from === "pip"
        ? [[decision.name, remediesFor(decision, { plan: made, project, index }).map(said)] as const]
        : [],
    ),
  );
}

/** The rows of the table below a heading. */
function rowsOf(blocks: readonly Block[], id: string): string[][] {
  const start = blocks.findIndex((block) => block.kind === "heading" && block.id === id);
  const table = blocks.slice(start).find((block) => block.kind === "table");
  if (start < 0 || table?.kind !== "table") return [];
  return table.rows.map((row) => row.map((cell) => cell.map(said).join(" / ")));
}

describe("what would change that pip brings a package", () => {
  const index = indexOf({ pandas: "2.3.1", numpy: "2.3.2", "python-rapidjson": "1", humanize: "4.12" });

  test("the line of the manifest that is too tight", () => {
    expect(remedies(projectOf([at("numpy<2", 4), at("numpy", 5)]), index)).toEqual({
      numpy: ["loosen <2 in pyproject.toml:4:5", "--match numpy=any takes nixpkgs' 2.3.2"],
    });
  });
  test("the constraint that is", () => {
    const constraints = [requirement("humanize==4.9", { origin: { file: "constraints.txt", line: 2 } })];
    expect(remedies(projectOf([at("humanize", 1)], { constraints }), index)).toEqual({
      humanize: ["loosen ==4.9 in constraints.txt:2", "--match humanize=any takes nixpkgs' 4.12"],
    });
  });
  test("a newer nixpkgs, where it is behind", () => {
    expect(remedies(projectOf([at("numpy>=3", 4)]), index)).toEqual({
      numpy: [
        "loosen >=3 in pyproject.toml:4:5",
        "a newer nixpkgs (this one has 2.3.2)",
        "--match numpy=any takes nixpkgs' 2.3.2",
      ],
    });
  });
  test("the package from pip that asks for more, and the one that is built against it", () => {
    const project = projectOf([at("pandas", 3), at("dash", 6)], {
      lock: lockOf({
        pandas: { version: "2.2", needs: ["numpy"] },
        dash: { version: "1", needs: ["numpy<2"] },
        numpy: "1.26",
      }),
    });
    expect(remedies(project, index)).toEqual({
      dash: ["packaging it for nixpkgs"],
      numpy: ["it follows from dash", "--match numpy=any takes nixpkgs' 2.3.2"],
      pandas: ["it comes back with numpy"],
    });
  });
  test("a name that is near", () => {
    expect(remedies(projectOf([at("rapidjson", 1)]), index)).toEqual({
      rapidjson: ["if it is python-rapidjson there: --map rapidjson=ATTRIBUTE", "packaging it for nixpkgs"],
    });
  });
  test("nixpkgs' package, or nothing, for what has a place of its own", () => {
    const source = { kind: "url", url: "https://example.org/x.whl" } as const;
    expect(remedies(projectOf([requirement("numpy", { source }), requirement("x", { source })]), index)).toEqual({
      numpy: ["--from-nixpkgs numpy takes nixpkgs' 2.3.2"],
      x: ["nothing, as long as it is to come from there"],
    });
  });
  test("the user's own setting", () => {
    const settings = mergeSettings(EMPTY_SETTINGS, readOptions({ fromPip: ["numpy"] }));
    expect(remedies(projectOf([at("numpy", 1)]), index, { settings })).toEqual({
      numpy: ["take the setting away that brings it from pip (--from-pip)"],
    });
  });
  test("another interpreter whose set has a version that fits, if the project takes that interpreter", () => {
    // The columns of the table are the sets, Python 3.13 first.
    const two = indexOf({ urllib4: "3.0\t2.0" });
    const project = projectOf([at("urllib4<3", 1)]);
    expect(remedies(project, two)).toEqual({
      urllib4: [
        "loosen <3 in pyproject.toml:1:5",
        "nixpkgs has 2.0 in python312Packages: --python 3.12",
        "--match urllib4=any takes nixpkgs' 3.0",
      ],
    });
    const requiresPython = [
      { constraint: [parseSpecifierSet(">=3.13")], text: ">=3.13", origin: { file: "pyproject.toml", line: 1 } },
    ];
    expect(remedies({ ...project, requiresPython }, two).urllib4).toEqual([
      "loosen <3 in pyproject.toml:1:5",
      "--match urllib4=any takes nixpkgs' 3.0",
    ]);
  });
});

describe("a report", () => {
  const index = indexOf(
    { pandas: "2.3.1", numpy: "2.3.2", flask: "3", werkzeug: "3" },
    { backports: [["argparse", "argparse"]] },
  );
  const project = projectOf([at("pandas>=2", 3), at("numpy<2", 4), at("flask", 5), at("argparse", 6)], {
    name: "shop",
    files: ["pyproject.toml", "poetry.lock"],
    selectables: [
      { kind: "group", name: "test", byDefault: true },
      { kind: "extra", name: "pdf", byDefault: false },
    ],
    diagnostics: [
      { severity: "note", message: "a note" },
      { severity: "warning", message: "a warning", origin: { file: "pyproject.toml", line: 2, column: 3 } },
    ],
    lock: lockOf({
      pandas: { version: "2.2", needs: ["numpy"] },
      numpy: "1.26",
      flask: { version: "2.9", needs: ["werkzeug"] },
      werkzeug: "3",
    }),
  });
  const made = plan(project, index);
  const report = reportOf({ plan: made, project, index });

  test("counts, and draws the shares", () => {
    expect(report.title).toBe("Dependencies of shop");
    expect(
      report.blocks.flatMap((block) => (block.kind === "paragraph" ? [said(block.line)] : [])).slice(0, 3),
    ).toEqual([
      "Python 3.13.7 (nixpkgs' default), nixpkgs 0123456789abcdef0123456789abcdef01234567 (nixos-test, 25.11, 2025-10-09).",
      "Read from pyproject.toml, poetry.lock.",
      "2 of 4 packages come from nixpkgs (50 %).",
    ]);
    expect(report.blocks.find(({ kind }) => kind === "shares")).toEqual({
      kind: "shares",
      shares: [
        { of: "listed", label: "nixpkgs, listed", count: 1 },
        { of: "brought", label: "nixpkgs, brought by another", count: 1 },
        { of: "pip", label: "pip", count: 1 },
        { of: "built", label: "pip, built against one from pip", count: 1 },
      ],
    });
  });
  test("lists what pip brings, causes first", () => {
    expect(rowsOf(report.blocks, "from-pip")).toEqual([
      [
        "numpy",
        "nixpkgs has 2.3.2 and <2 is required",
        "loosen <2 in pyproject.toml:4:5 / --match numpy=any takes nixpkgs' 2.3.2",
      ],
      [
        "pandas",
        "nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and <2 is required",
        "it comes back with numpy",
      ],
    ]);
    expect(rowsOf(report.blocks, "holding-back")).toEqual([["numpy", "1"]]);
  });
  test("has versions side by side", () => {
    expect(rowsOf(report.blocks, "versions")).toEqual([
      ["argparse", "not needed", "any pyproject.toml:6:5", "", "", ""],
      ["flask", "nixpkgs, listed", "any pyproject.toml:5:5", "2.9", "3", "3"],
      ["numpy", "pip", "<2 pyproject.toml:4:5", "1.26", "2.3.2", "1.26"],
      ["pandas", "pip, built against one from pip", ">=2 pyproject.toml:3:5", "2.2", "2.3.1", "2.2"],
      ["werkzeug", "nixpkgs, brought by another", "", "3", "3", "3"],
    ]);
  });
  test("tells groups, extras, what is not needed, and the diagnostics, warnings first", () => {
    expect(rowsOf(report.blocks, "groups-and-extras")).toEqual([
      ["main", "the project's own", "yes", "yes"],
      ["test", "group", "yes", "yes"],
      ["pdf", "extra", "no", "no"],
    ]);
    expect(rowsOf(report.blocks, "not-needed").map(([name]) => name)).toEqual(["argparse"]);
    expect(rowsOf(report.blocks, "warnings-and-notes").slice(0, 3)).toEqual([
      ["warning", "pyproject.toml:2:3", "a warning"],
      ["warning", "pyproject.toml:6:5", "argparse is not in the lock: poetry.lock is out of date"],
      ["note", "", "a note"],
    ]);
  });
  test("says all only of all", () => {
    const many = projectOf([...Array.from({ length: 299 }, (_, i) => at(`p${i}`, i + 1)), at("absent", 300)]);
    const has = indexOf(Object.fromEntries(Array.from({ length: 299 }, (_, i) => [`p${i}`, "1"])));
    const text = renderMarkdown(reportOf({ plan: plan(many, has), project: many, index: has }));
    expect(text).toContain("299 of 300 packages come from nixpkgs (99 %).");
  });
  test("of nothing is short", () => {
    const none = projectOf([]);
    expect(renderMarkdown(reportOf({ plan: plan(none, index), project: none, index }))).toMatchInlineSnapshot(`
      "# Dependencies of a project

      Python \`3.13.7\` (nixpkgs' default), nixpkgs \`0123456789abcdef0123456789abcdef01234567\` (nixos-test, 25.11, 2025-10-09).

      ## Coverage

      Nothing is needed here.
      "
    `);
  });
});
