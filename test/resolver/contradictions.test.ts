import { describe, expect, test } from "vitest";
import type { Project, Requirement } from "../../src/project.ts";
import { indexOf, plan, projectOf, requirement } from "../support/projects.ts";

const index = indexOf({ flask: "3.1.2" });

/** A requirement that stands in a file's first line. */
function from(file: string, text: string, more: Partial<Requirement> = {}): Requirement {
  return requirement(text, { origin: { file, line: 1 }, ...more });
}

/** The warnings of a plan as lines. */
function warnings(requirements: readonly Requirement[], more: Partial<Project> = {}, settings = {}): string[] {
  return plan(projectOf(requirements, more), index, settings)
    .diagnostics.filter(({ severity }) => severity === "warning")
    .map(({ message, origin }) => `${origin?.file}:${origin?.line}: ${message}`);
}

describe("requirements that no version meets together", () => {
  test("are told with their places", () => {
    expect(warnings([from("a.txt", "flask>=3"), from("b.txt", "Flask<3")])).toEqual([
      "a.txt:1: no version of flask is <3 (b.txt:1) and >=3 (a.txt:1) at once",
    ]);
  });

  test("one requirement can be that by itself", () => {
    expect(warnings([from("a.txt", "flask>=3,<2")])).toEqual(["a.txt:1: no version of flask is >=3,<2"]);
  });

  test("no more of them are told than it takes", () => {
    const files = ["flask>1", "flask>=3", "flask", "flask!=2.*", "flask<3"].map((text, i) => from(`${i}.txt`, text));
    expect(warnings(files)).toEqual(["1.txt:1: no version of flask is <3 (4.txt:1) and >=3 (1.txt:1) at once"]);
    const three = ["flask>=1", "flask<3", "flask!=1.*,!=2.*"].map((text, i) => from(`${i}.txt`, text));
    expect(warnings(three)).toEqual([
      "0.txt:1: no version of flask is !=1.*,!=2.* (2.txt:1), <3 (1.txt:1) and >=1 (0.txt:1) at once",
    ]);
  });

  test("a constraint is one of them, where something asks for the project", () => {
    const constraints = [from("c.txt", "flask<3"), from("c.txt", "flask>=3")];
    expect(warnings([from("a.txt", "flask>=3.1")], { constraints: constraints.slice(0, 1) })).toEqual([
      "c.txt:1: no version of flask is >=3.1 (a.txt:1) and <3 (c.txt:1) at once",
    ]);
    expect(warnings([from("a.txt", "six")], { constraints })).toEqual([]);
  });

  test("a range that stands twice is told once, and what differs by platform each by itself", () => {
    const linux = "; sys_platform == 'linux'";
    const darwin = "; sys_platform == 'darwin'";
    const found = [
      from("a.txt", `flask>=3${linux}`),
      from("b.txt", `flask<3${linux}`),
      from("c.txt", `flask<3${linux}`),
      from("d.txt", `flask<2${darwin}`),
      from("e.txt", `flask>=2${darwin}`),
    ];
    expect(warnings(found)).toEqual([
      "a.txt:1: no version of flask is <3 (b.txt:1) and >=3 (a.txt:1) at once",
      "e.txt:1: no version of flask is <2 (d.txt:1) and >=2 (e.txt:1) at once",
    ]);
  });

  test.each([
    ["markers that hold nowhere together", "flask>=3; sys_platform == 'linux'", "flask<3; sys_platform == 'darwin'"],
    ["a marker that holds nowhere", "flask>=3", "flask<3; python_version < '3'"],
    ["an extra that is not chosen", "flask>=3", "flask<3; extra == 'old'"],
    ["ranges that meet in one version", "flask>=3", "flask<=3"],
  ])("%s are none", (_, first, second) => {
    expect(warnings([from("a.txt", first), from("b.txt", second)])).toEqual([]);
  });

  test("nothing is said of what only the shell can tell, of URLs, and of what nixpkgs brings in any case", () => {
    const unknown = from("b.txt", "flask<3; platform_release >= '6'");
    expect(warnings([from("a.txt", "flask>=3"), unknown]).filter((line) => line.includes("no version of"))).toEqual([]);
    const url = from("b.txt", "flask<3", { source: { kind: "url", url: "https://example.org/flask.zip" } });
    expect(warnings([from("a.txt", "flask>=3"), url])).toEqual([]);
  });

  test("of very many clauses nothing is said", () => {
    const many = Array.from({ length: 40 }, (_, i) => from(`${i}.txt`, `flask!=${i}`));
    expect(warnings([...many, from("a.txt", "flask<0")])).toEqual([]);
  });
});
