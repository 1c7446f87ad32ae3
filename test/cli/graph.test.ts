import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, py2nix } from "../support/cli.ts";

const PYPROJECT = `[project]
name = "harbour"
dependencies = ["flask>=3", "no-such-package-there", "six; sys_platform == 'win32'"]
`;
const files = { "pyproject.toml": PYPROJECT };

describe("graph", () => {
  test("is a tree on standard output", () => {
    const { code, stdout, stderr } = py2nix(folderOf(files), ["graph"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(
      stdout
        .replace(/\d+\.[\d.]+/g, "N")
        .split("\n")
        .slice(0, 4),
    ).toEqual([
      "harbour",
      "├── flask N  nixpkgs",
      "├── no-such-package-there any  pip: nixpkgs has no such package",
      '└── six  not needed: not for Python N on any system of nixpkgs: sys_platform == "win32"',
    ]);
    expect(stdout).not.toContain("\u001b");
  });
  test("has colours where they are asked for", () => {
    const { stdout } = py2nix(folderOf(files), ["graph", "--color", "always"]);
    expect(stdout).toContain("\u001b[33mno-such-package-there\u001b[39m");
  });
  test.each([
    ["g.svg", /^<svg xmlns=/],
    ["g.mmd", /^flowchart LR\n/],
    ["g.MERMAID", /^flowchart LR\n/],
    ["g.dot", /^digraph dependencies \{/],
    ["g.gv", /^digraph dependencies \{/],
    ["g.txt", /^harbour\n/],
  ])("is written to %s by its ending", (name, begins) => {
    const folder = folderOf(files);
    expect(py2nix(folder, ["graph", "-o", name])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, name), "utf8")).toMatch(begins);
  });
  test("takes a format for any name, and for standard output", () => {
    const folder = folderOf(files);
    expect(py2nix(folder, ["graph", "--output-format", "dot", "-o", "x.abc"]).code).toBe(0);
    expect(readFileSync(join(folder, "x.abc"), "utf8")).toMatch(/^digraph/);
    expect(py2nix(folder, ["graph", "--output-format", "mermaid"]).stdout).toMatch(/^flowchart/);
  });
  test("of a named package, of direct ones, of some depth", () => {
    const folder = folderOf(files);
    expect(py2nix(folder, ["graph", "FLASK"]).stdout).toMatch(/^harbour\n└── flask [\d.]+ {2}nixpkgs\n\n/);
    expect(py2nix(folder, ["graph", "--direct"]).stdout).toBe(py2nix(folder, ["graph"]).stdout);
    expect(py2nix(folder, ["graph", "--depth", "0"]).stdout).toMatch(/^harbour\n\n.*\n3 left out\n$/);
  });
  test.each([
    [["graph", "flusk"], 2, "nothing here asks for flusk\n  Did you mean flask?"],
    [["graph", "-o", "x.png"], 2, "the name x.png does not tell a format: end it in .txt, .svg"],
    [["graph", "--depth", "-1"], 2, "--depth"],
    [["graph", "--depth", "two"], 2, "--depth is a number of steps, and not two"],
    [["graph", "--direct", "--depth", "2"], 2, "--direct is --depth 1: give one of them"],
    [["graph", "--output-format", "png"], 2, "there is no output-format png"],
    [["graph", "--strict"], 1, "not everything comes from nixpkgs (--strict)"],
    [["graph", "-o", "no/such/folder/x.svg"], 3, "cannot be written"],
    [["report", "-o", "x.pdf"], 2, "the name x.pdf does not tell a format: end it in .md or .html"],
    [["report", "--strict"], 1, "not everything comes from nixpkgs (--strict)"],
    [["report", "nowhere.toml"], 2, "nowhere.toml does not exist"],
  ])("%j ends with %i", (args, code, message) => {
    const folder = folderOf(files);
    const run = py2nix(folder, args);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(message);
    expect(existsSync(join(folder, "x.png"))).toBe(false);
  });
  test("says when Mermaid will not draw it", () => {
    const folder = folderOf({ "requirements.txt": Array.from({ length: 501 }, (_, i) => `package-${i}`).join("\n") });
    const { code, stderr } = py2nix(folder, ["graph", "--output-format", "mermaid"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^note: Mermaid draws no more than 500 edges and 50000 characters/);
  });
});

describe("report", () => {
  test("is Markdown on standard output, the same each time", () => {
    const folder = folderOf(files);
    const { code, stdout, stderr } = py2nix(folder, ["report"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# Dependencies of harbour\n/);
    expect(stdout).toContain("\n1 of 2 packages come from nixpkgs (50 %).\n");
    expect(stdout).toContain("| `no-such-package-there` | nixpkgs has no such package | packaging it for nixpkgs |");
    expect(py2nix(folder, ["report"]).stdout).toBe(stdout);
  });
  test("is a page by its ending, with the graph in it and nothing from outside", () => {
    const folder = folderOf(files);
    expect(py2nix(folder, ["report", "-o", "report.html"])).toEqual({ code: 0, stdout: "", stderr: "" });
    const page = readFileSync(join(folder, "report.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">\n/);
    expect(page).toContain('class="p2n"');
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|src=/);
    expect(page.match(/https?:[^"'\s<]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });
});
