import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Absence, Candidate } from "../../src/nixpkgs/index.ts";
import { SortedTable } from "../../src/nixpkgs/table.ts";
import { compareVersions, parseVersion } from "../../src/pep/pep440.ts";
import { normalizeName } from "../../src/pep/pep503.ts";
import { embedded } from "../support/conversion.ts";
import { dataFolder } from "../support/paths.ts";
import { indexOf } from "../support/projects.ts";

const text = (file: string) => readFileSync(join(dataFolder, file), "utf8");
const FILES = [
  "nixpkgs/python.tsv",
  "nixpkgs/programs.tsv",
  "name-exceptions.tsv",
  "false-friends.tsv",
  "stdlib-backports.tsv",
  "wheel-libraries.tsv",
  "version-anomalies.tsv",
];
const rows = (file: string) =>
  text(file)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
const python = new Map(rows("nixpkgs/python.tsv").map(([attribute = "", , version = ""]) => [attribute, version]));
const programs = new Map(rows("nixpkgs/programs.tsv").map(([attribute = "", , version = ""]) => [attribute, version]));
const name = (found: Candidate | Absence) => ("attribute" in found ? found.attribute.join(".") : null);
/** The rows for which `test` does not hold: none should be left. */
const except = (table: string[][], holds: (row: string[]) => boolean) =>
  table.filter((row) => !holds(row)).map((row) => row.join(" | "));

/** In nixpkgs, but not in the dump: an attribute of a nested set, and what is an alias or another attribute on each system. */
const NOT_IN_THE_DUMP = ["poetryPlugins.poetry-plugin-export", "udev", "playwright-driver", "pam", "jre"];
/** The dump gives these no version, so nothing can be told of them, and they are as if they were not there. */
const isVersionless = (attribute: string) => python.get(attribute) === "-";

describe("the tables", () => {
  test.each(FILES)("%s: binary search finds every row", (file) => {
    const table = new SortedTable(text(file));
    const unfound = except(rows(file), (row) =>
      table.find(normalizeName(row[0] ?? "")).some((found) => found.join("\t") === row.join("\t")),
    );
    expect(unfound).toEqual([]);
  });

  test.each(FILES)("%s: no row is there twice, none is empty, and the file ends in a line end", (file) => {
    const lines = rows(file).map((row) => row.slice(0, 2).join("\t"));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(10);
    expect(text(file)).toMatch(/[^\n]\n$/);
  });

  test("python.tsv has 10109 attributes, each once", () => {
    expect(python.size).toBe(10109);
    expect(rows("nixpkgs/python.tsv")).toHaveLength(10109);
  });

  test("every exception's attribute is there", () => {
    const missing = except(rows("name-exceptions.tsv"), ([, attribute = "", set]) =>
      set === "python"
        ? python.has(attribute)
        : set === "toplevel" && (programs.has(attribute) || NOT_IN_THE_DUMP.includes(attribute)),
    );
    expect(missing).toEqual([]);
  });

  test("every exception leads to its attribute", () => {
    const lost = except(
      rows("name-exceptions.tsv"),
      ([key = "", attribute = ""]) =>
        name(embedded.find(key, "python313")) === attribute || NOT_IN_THE_DUMP.includes(attribute),
    );
    expect(lost).toEqual([]);
  });

  test("every false friend's attribute is there under its name, and no name of another project maps to it", () => {
    const friends = rows("false-friends.tsv");
    expect(except(friends, ([, attribute = ""]) => python.has(attribute))).toEqual([]);
    const different = friends.filter(([, , kind]) => kind === "different");
    expect(except(different, ([key = "", attribute]) => name(embedded.find(key, "python313")) !== attribute)).toEqual(
      [],
    );
    expect(different.length).toBeGreaterThan(100);
    expect(except(friends, ([, , kind]) => kind === "different" || kind === "fork")).toEqual([]);
  });

  test("a fork serves, with what there is to know about it", () => {
    const forks = rows("false-friends.tsv").filter(([, , kind]) => kind === "fork");
    expect(forks.length).toBeGreaterThan(5);
    const silent = except(forks, ([key = "", attribute = ""]) => {
      const found = embedded.find(key, "python313");
      return normalizeName(attribute) !== key || ("attribute" in found && found.note !== null);
    });
    expect(silent).toEqual([]);
  });

  test("every attribute of the wheels' needs is at the top level", () => {
    const needs = rows("wheel-libraries.tsv").flatMap(([, , attributes = ""]) => attributes.split(" "));
    // Those of nested sets are not in the dump.
    const missing = needs.filter(
      (attribute) => !programs.has(attribute) && !attribute.includes(".") && !NOT_IN_THE_DUMP.includes(attribute),
    );
    expect(missing).toEqual([]);
  });

  test("every anomaly is an attribute in that version, and what it compares with is a version", () => {
    const wrong = except(rows("version-anomalies.tsv"), ([attribute = "", version = "", comparable = ""]) => {
      const known = python.get(attribute) ?? programs.get(attribute);
      return (
        (known === version || isVersionless(attribute)) && (comparable === "" || parseVersion(comparable) !== null)
      );
    });
    expect(wrong).toEqual([]);
  });

  test("every version that is none by PEP 440 is an anomaly", () => {
    const anomalies = new Set(rows("version-anomalies.tsv").map(([attribute]) => attribute));
    const unknown = [...python].filter(
      ([attribute, version]) => !parseVersion(version) && !isVersionless(attribute) && !anomalies.has(attribute),
    );
    expect(unknown).toEqual([]);
  });

  test("the standard library's names are of no use twice: none of them is an exception too", () => {
    const exceptions = new Set(rows("name-exceptions.tsv").map(([key]) => key));
    expect(except(rows("stdlib-backports.tsv"), ([key]) => !exceptions.has(key ?? ""))).toEqual([]);
  });
});

describe("the release", () => {
  test("has a default interpreter with packages, and is pinned by revision and hash", () => {
    const { release } = embedded;
    expect(release.sets).toContain(release.default);
    expect(release.sets.filter((set) => !Object.hasOwn(release.interpreters, set))).toEqual([]);
    expect(release.revision).toMatch(/^[0-9a-f]{40}$/);
    expect(release.narHash).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
    expect(release.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe("a look-up by PyPI name", () => {
  const find = (key: string, interpreter = "python313") => embedded.find(key, interpreter);

  test("every attribute that is no false friend and no exception is found by its own name", () => {
    const special = new Set([...rows("name-exceptions.tsv"), ...rows("false-friends.tsv")].map(([key]) => key));
    const keys = new Map<string, string[]>();
    for (const attribute of python.keys()) {
      const key = normalizeName(attribute);
      keys.set(key, [...(keys.get(key) ?? []), attribute]);
    }
    const lost = [...keys].filter(([key, attributes]) => {
      const found = name(find(key));
      return !special.has(key) && !attributes.every(isVersionless) && !attributes.includes(found ?? "");
    });
    expect(lost).toEqual([]);
  });

  test("gives the attribute, its version, and one to compare with", () => {
    expect(find("flask")).toEqual({
      kind: "python",
      attribute: ["flask"],
      version: "3.1.2",
      comparable: "3.1.2",
      sameDistribution: true,
      note: null,
    });
  });

  test("an attribute without a version is as if it were not there", () => {
    expect(find("marqo")).toEqual({ reason: "nixpkgs has no such package" });
    expect(find("pytestcheckhook")).toEqual({ reason: "nixpkgs has no such package" });
  });

  test("gives the version of the interpreter's own set, and nothing where that has none", () => {
    const differing = rows("nixpkgs/python.tsv").filter(([, , , other]) => other !== undefined && other !== "");
    expect(differing.length).toBeGreaterThan(5);
    for (const [attribute = "", , version, other] of differing) {
      const table = (set: string) => {
        const found = find(normalizeName(attribute), set);
        return "version" in found && name(found) === attribute ? found.version : null;
      };
      expect([attribute, table("python313"), table("python312")]).toEqual([
        attribute,
        version,
        other === "-" ? null : other,
      ]);
    }
  });

  test("finds nothing in the set of an interpreter that has none", () => {
    expect(find("flask", "python310")).toEqual({ reason: "nixpkgs has no such package" });
  });

  test("a name that nixpkgs lacks is absent", () => {
    for (const key of ["hashids", "no-such-project", "constructor", "", "~"])
      expect(find(key)).toEqual({ reason: "nixpkgs has no such package" });
  });

  test("a rename is the same distribution, a binary variant is not", () => {
    expect(find("apache-libcloud")).toMatchObject({ attribute: ["libcloud"], kind: "python", sameDistribution: true });
    expect(find("aws-psycopg2")).toMatchObject({ attribute: ["psycopg2"], comparable: null, sameDistribution: false });
  });

  test("a program of the top level is known as one", () => {
    expect(find("pre-commit")).toMatchObject({ kind: "program", attribute: ["pre-commit"], sameDistribution: false });
    expect(find("poetry")).toMatchObject({ kind: "program" });
  });

  test("a false friend says what it is", () => {
    expect(find("boost")).toEqual({
      reason: "nixpkgs' boost is something else: attr = Boost C++ with Boost.Python; PyPI boost = Mastodon bot",
    });
  });

  test("a version that is none by PEP 440 is compared by what can be told of it, or not at all", () => {
    expect(find("asn1crypto")).toMatchObject({ version: "1.5.1-unstable-2023-11-03", comparable: "1.5.1" });
    expect(find("assay")).toMatchObject({ version: "0-unstable-2024-05-09", comparable: null });
  });

  test("of all attributes gives versions that compare, or null", () => {
    for (const attribute of python.keys()) {
      const found = find(normalizeName(attribute));
      if (!("attribute" in found) || found.comparable === null) continue;
      const version = parseVersion(found.comparable);
      expect(version && compareVersions(version, version)).toBe(0);
    }
  });
});

describe("the standard library", () => {
  test("replaces a project that is wanted in any version", () => {
    expect(embedded.standardLibrary("argparse", [[]])).toBe("argparse");
    expect(embedded.standardLibrary("enum34", [[]])).toBe("enum");
  });
  test("not one that is wanted in a version", () => {
    expect(embedded.standardLibrary("argparse", [[{ operator: ">=", version: "1" }]])).toBeNull();
  });
  test("not one that is imported under another name", () => {
    expect(embedded.standardLibrary("backports-zoneinfo", [[]])).toBeNull();
  });
  test("not one that it lacks", () => {
    expect(embedded.standardLibrary("flask", [[]])).toBeNull();
  });
});

describe("what wheels need", () => {
  test("libraries and programs", () => {
    expect(embedded.wheelNeeds("gmsh")[0]).toMatchObject({ kind: "library" });
    expect(embedded.wheelNeeds("gmsh")[0]?.attributes).toContainEqual(["xorg", "libXcursor"]);
    expect(embedded.wheelNeeds("cmdstanpy")).toEqual([{ kind: "program", attributes: [["cmdstan"]] }]);
    expect(embedded.wheelNeeds("flask")).toEqual([]);
  });
});

describe("an index of one's own", () => {
  test("an exception in a set that the interpreter lacks falls through to the plain name", () => {
    const index = indexOf({ foo: "1", bar: "2" }, { exceptions: [["foo", "gone", "python", "rename", "yes", ""]] });
    expect(name(index.find("foo", "python313"))).toBe("foo");
  });
  test("of several exceptions the first that is there is taken", () => {
    const index = indexOf(
      { bar: "2" },
      {
        exceptions: [
          ["foo", "gone", "python", "rename", "yes", ""],
          ["foo", "bar", "python", "rename", "no", "why"],
        ],
      },
    );
    expect(index.find("foo", "python313")).toMatchObject({ attribute: ["bar"], comparable: null, note: "why" });
  });
  test("an attribute below another one keeps its parts", () => {
    const index = indexOf(
      {},
      { programs: { "a.b": "1" }, exceptions: [["foo", "a.b", "toplevel", "alias", "yes", ""]] },
    );
    expect(index.find("foo", "python313")).toMatchObject({ kind: "program", attribute: ["a", "b"] });
  });
});
