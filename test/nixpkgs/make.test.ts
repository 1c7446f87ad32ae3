import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { embeddedIndex } from "../../src/cli/embedded-index.ts";
import { ChannelReader, parseShownPath } from "../../src/nixpkgs/channel.ts";
import { diffIndexes } from "../../src/nixpkgs/diff.ts";
import { type Candidate, type Flag, NixpkgsIndex } from "../../src/nixpkgs/index.ts";
import { type IndexRows, isField, makeTexts, type PackageRow } from "../../src/nixpkgs/make.ts";
import { findProject } from "../../src/nixpkgs/search.ts";
import { explain } from "../../src/report/explain.ts";
import { listText } from "../support/channel.ts";
import { embedded } from "../support/conversion.ts";
import { dataFolder } from "../support/paths.ts";
import { indexOf, lines, plan, projectOf, reasons } from "../support/projects.ts";

const NO_TABLES = {
  exceptions: "",
  falseFriends: "",
  backports: "",
  wheelLibraries: "",
  nativeLibraries: "",
  anomalies: "",
};
const row = (attribute: string, version: string, more: Partial<PackageRow> = {}): PackageRow => ({
  attribute,
  pname: attribute,
  version,
  flags: [],
  ...more,
});

function rows(sets: Readonly<Record<string, readonly PackageRow[]>>, more: Partial<IndexRows> = {}): IndexRows {
  return {
    release: {
      channel: "nixos-26.05",
      release: "",
      revision: "",
      narHash: "",
      date: "",
      default: "python313",
      system: "x86_64-linux",
    },
    interpreters: { python313: "3.13.1", python312: "3.12.1" },
    sets: new Map(Object.entries(sets)),
    programs: [],
    ...more,
  };
}

const indexFrom = (made: IndexRows, tables: Partial<typeof NO_TABLES> = {}, options = {}) =>
  new NixpkgsIndex({ ...NO_TABLES, ...tables, ...makeTexts(made) }, options);

describe("the texts", () => {
  test("tell of the other sets what differs", () => {
    const texts = makeTexts(
      rows({
        python313: [row("b", "2"), row("a", "1", { pname: "A" }), row("only-first", "1")],
        python312: [row("a", "1", { pname: "A" }), row("b", "1"), row("only-second", "3"), row("no-version", "")],
      }),
    );
    expect(texts.python).toBe("a\tA\t1\nb\t\t2\t1\nno-version\t\t-\nonly-first\t\t1\t-\nonly-second\t\t-\t3\n");
    expect(texts.flags).toBe("");
    expect(texts.edges).toBeUndefined();
    expect(JSON.parse(texts.release)).toMatchObject({ format: 1, sets: ["python313", "python312"] });
  });

  test("do not depend on the order of the rows", () => {
    const some = [
      row("b_c", "1", { needs: ["x", "a"], extras: { z: ["q", "b"], y: [] } }),
      row("b-c.d", "2"),
      row("a", "3"),
    ];
    const texts = makeTexts(rows({ python313: some }));
    expect(makeTexts(rows({ python313: [...some].reverse() }))).toEqual(texts);
    expect(texts.edges).toBe("a\t?\nb_c\ta x\nb-c.d\t?\n");
    expect(texts.extras).toBe("b_c\ty\t-\nb_c\tz\tb q\n");
  });

  test("of the embedded index are made again from what it says", () => {
    const text = (file: string) => readFileSync(`${dataFolder}/nixpkgs/${file}`, "utf8");
    const { interpreters, sets, ...release } = embedded.release;
    const pnames = new Map(
      text("python.tsv")
        .split("\n")
        .map((line) => [line.split("\t")[0], line.split("\t")[1]]),
    );
    const all = text("python.tsv")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t")[0]!);
    const made = makeTexts({
      release,
      interpreters,
      sets: new Map(
        sets.map((set) => {
          const versions = embedded.versions(set);
          return [set, all.map((name) => row(name, versions.get(name) ?? "", { pname: pnames.get(name) || name }))];
        }),
      ),
      programs: text("programs.tsv")
        .trimEnd()
        .split("\n")
        .map((line) => {
          const [attribute = "", pname = "", version = ""] = line.split("\t");
          return row(attribute, version, { pname });
        }),
    });
    expect(made.python).toBe(text("python.tsv"));
    expect(made.programs).toBe(text("programs.tsv"));
    expect(made.release).toBe(text("index.json"));
  });

  test.each([["a b"], ["a\tb"], ["a\nb"], ["a\u2028b"], ["x".repeat(201)]])("%j is no field", (text) => {
    expect(isField(text)).toBe(false);
  });
});

describe("the embedded index", () => {
  test("has less than 150 kB when it is compressed", () => {
    const names = readdirSync(dataFolder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(?:tsv|json)$/.test(name),
    );
    const sizes = names.map((name) => gzipSync(readFileSync(join(dataFolder, name))).length);
    expect(names.length).toBeGreaterThanOrEqual(9);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });

  test("reads a table when it is first looked into", () => {
    const folder = mkdtempSync(join(tmpdir(), "py2nix-data-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync(join(dataFolder, "nixpkgs/index.json"), join(folder, "nixpkgs/index.json"));
    const index = embeddedIndex(folder);
    expect(index.release).toEqual(embedded.release);
    expect(() => index.sourceNeeds("flask")).toThrow("native-libraries.tsv");
    cpSync(join(dataFolder, "native-libraries.tsv"), join(folder, "native-libraries.tsv"));
    expect(index.sourceNeeds("psycopg2")).toEqual(embedded.sourceNeeds("psycopg2"));
    expect(() => index.find("flask", "python313")).toThrow("name-exceptions.tsv");
  });
});

describe("a channel's list", () => {
  const read = (text: Iterable<string>, paths: string[] = []) => {
    const reader = new ChannelReader(paths);
    for (const piece of text) reader.push(new TextEncoder().encode(piece));
    return reader.end();
  };

  test("has sets by their interpreters, the default first, and the top", () => {
    const list = read(listText(40), ["libpq.pg_config"]);
    expect([...list.sets.keys()]).toEqual(["python313", "python314"]);
    expect(list).toMatchObject({
      default: "python313",
      system: "x86_64-linux",
      total: 60,
      leftOut: ['python313Packages."a.b"'],
    });
    const python = list.sets.get("python313") ?? [];
    expect(python.find(({ attribute }) => attribute === "3to2")).toEqual(row("3to2", "1.1.1"));
    expect(python.find(({ attribute }) => attribute === "tree-sitter-grammars.tree-sitter-c")).toMatchObject({
      version: "0.25.9",
    });
    expect(list.sets.get("python314")?.find(({ attribute }) => attribute === "numpy")).toEqual(row("numpy", "2.9.2"));
    const programs = list.programs.map(({ attribute }) => attribute).filter((name) => !name.startsWith("filler"));
    expect(programs).toEqual([
      "python3",
      "python312",
      "python313",
      "python314",
      "pre-commit",
      "steam",
      "libpq.pg_config",
    ]);
  });

  test.each([
    ["a", ["a"]],
    ["python313Packages.flask", ["python313Packages", "flask"]],
    ['a."3to2"', ["a", "3to2"]],
    ['"a.b".c-d\'', ["a.b", "c-d'"]],
    ['"a\\"\\${b"', ['a"${b']],
    ["", null],
    ["a.", null],
    [".a", null],
    ['"a', null],
    ["a b", null],
    ["3to2", null],
  ])("the path %s", (text, path) => {
    expect(parseShownPath(text)).toEqual(path);
  });

  test("with fields that no table can hold", () => {
    const list = read([
      '{"version":"2","packages":{"python3":{"version":"3.13.1"},"python313":{"version":"3.13.1"},',
      '"python313Packages.a":{"version":"1\\t2"},"python313Packages.b":{"version":3},"python313Packages.c":null,',
      '"python313Packages.d":{"pname":"x\\ny","version":"1"},"python313Packages.__proto__":{"pname":"p","version":"1"}}}',
    ]);
    expect(list.leftOut).toEqual(["python313Packages.a", "python313Packages.b"]);
    expect(list.sets.get("python313")?.map(({ attribute, pname, version }) => [attribute, pname, version])).toEqual([
      ["c", "", ""],
      ["d", "", "1"],
      ["__proto__", "p", "1"],
    ]);
  });
});

describe("what nixpkgs says against a package", () => {
  const flagged = (flag: Flag, options = {}) =>
    indexFrom(rows({ python313: [row("foo", "1", { flags: [flag] })], python312: [row("foo", "1")] }), {}, options);

  test.each<[Flag, string]>([
    ["broken", "nixpkgs' foo 1 is marked as broken"],
    ["disabled", "nixpkgs' foo 1 is disabled for this interpreter"],
    ["insecure", "nixpkgs' foo 1 is marked as insecure"],
    ["unfree", "nixpkgs' foo 1 is not free (--allow-unfree takes it)"],
    ["unsupported", "nixpkgs' foo 1 is not supported on x86_64-linux"],
  ])("%s", (flag, reason) => {
    const index = flagged(flag);
    expect(index.find("foo", "python313")).toEqual({ reason, flag });
    expect(index.attribute(["foo"], "python", "python313")).toEqual({ reason, flag });
    expect(index.find("foo", "python312")).toMatchObject({ attribute: ["foo"], version: "1" });
    expect(reasons(projectOf(["foo"]), index)).toEqual({ "foo: pip foo": reason });
    expect(index.near("fooo", "python313")).toEqual(["foo"]);
  });

  test("is no missing name: none is told that is near to it", () => {
    const near = (...found: readonly PackageRow[]) => {
      const index = indexFrom(rows({ python313: [...found, row("costly-thing", "1")], python312: [] }));
      return explain(plan(projectOf(["costly-think"]), index), index)[0]?.near;
    };
    expect(near()).toEqual(["costly-thing"]);
    expect(near(row("costly-think", "1", { flags: ["unfree"] }))).toEqual([]);
  });

  test("what is not free is taken where the user allows it, and nothing else is", () => {
    expect(flagged("unfree", { allowUnfree: true }).find("foo", "python313")).toMatchObject({ version: "1" });
    expect(flagged("unfree").withOptions({ allowUnfree: true }).find("foo", "python313")).toMatchObject({
      version: "1",
    });
    expect(flagged("broken", { allowUnfree: true }).find("foo", "python313")).toMatchObject({ flag: "broken" });
    expect(lines(projectOf(["foo"]), flagged("unfree", { allowUnfree: true }))).toEqual(["foo: nixpkgs 1"]);
  });

  test("a flagged exception gives way to the next, and is the reason when there is none", () => {
    const made = rows({ python313: [row("first", "1", { flags: ["broken"] }), row("second", "2")] });
    const table = (...attributes: string[]) => attributes.map((one) => `foo\t${one}\tpython\trename\tyes\t\n`).join("");
    expect(indexFrom(made, { exceptions: table("first", "second") }).find("foo", "python313")).toMatchObject({
      version: "2",
    });
    expect(indexFrom(made, { exceptions: table("first") }).find("foo", "python313")).toMatchObject({ flag: "broken" });
  });

  test("a program's flags", () => {
    const made = rows(
      { python313: [row("a", "1")] },
      { programs: [row("foo", "1", { flags: ["insecure", "unfree"] })] },
    );
    const index = indexFrom(made, { exceptions: "foo\tfoo\ttoplevel\talias\tyes\t\n" });
    expect(index.find("foo", "python313")).toEqual({
      reason: "nixpkgs' foo 1 is marked as insecure",
      flag: "insecure",
    });
    expect(index.entries(["foo"], "program")).toEqual([
      { interpreter: null, version: "1", flags: ["insecure", "unfree"] },
    ]);
  });
});

describe("what a package depends on", () => {
  const index = indexFrom(
    rows({
      python313: [
        row("app", "1", { needs: ["opencv4", "typing_extensions"], extras: { All_Of: ["crontab"], none: [] } }),
        row("opencv4", "4", { needs: [] }),
        row("crontab", "1", { needs: null }),
      ],
      python312: [row("app", "1", { needs: ["opencv4"], extras: { All_Of: ["opencv4"] } })],
    }),
    {
      exceptions: "opencv-python\topencv4\tpython\trename\tno\t\n",
      falseFriends: "crontab\tcrontab\tdifferent\twhy\n",
    },
  );
  test("is told by every name that it goes by, set by set", () => {
    expect(index.needs(["app"], "python313")).toEqual(["opencv-python", "opencv4", "typing-extensions"]);
    expect(index.needs(["app"], "python312")).toEqual(["opencv-python", "opencv4"]);
    expect(index.needs(["opencv4"], "python313")).toEqual([]);
  });
  test("a false friend's own name is not that of the project", () => {
    expect(index.extras(["app"], "python313")).toEqual({ "all-of": [], none: [] });
    expect(index.extras(["app"], "python312")).toEqual({ "all-of": ["opencv-python", "opencv4"] });
  });
  test("is not known where nobody looked, where it fails, and of what is not there", () => {
    expect(index.needs(["crontab"], "python313")).toBeNull();
    expect(index.needs(["opencv4"], "python312")).toBeNull();
    expect(index.needs(["nothing"], "python313")).toBeNull();
    expect(index.needs(["app"], "python311")).toBeNull();
    expect(embedded.needs(["flask"], "python313")).toBeNull();
    expect(embedded.extras(["flask"], "python313")).toBeNull();
  });
});

describe("a version of another revision", () => {
  const anomalies = [
    "asn1crypto\t1.5.1-unstable-2023-11-03\t1.5.1",
    "grammar\t0.25.6",
    "iso\t639-0.4.5\t0.4.5",
    "odd\t1.0t",
  ].join("\n");
  const comparable = (attribute: string, version: string) =>
    (
      indexFrom(rows({ python313: [row(attribute, version)] }), { anomalies: `${anomalies}\n` }).find(
        attribute,
        "python313",
      ) as Candidate
    ).comparable;
  test.each([
    ["asn1crypto", "1.5.1-unstable-2023-11-03", "1.5.1"],
    ["asn1crypto", "1.6.0-unstable-2026-01-02", "1.6.0"],
    ["asn1crypto", "1.7.0", "1.7.0"],
    ["unlisted", "2.0-unstable-2026-01-02", "2.0"],
    ["unlisted", "0-unstable-2026-01-02", null],
    ["unlisted", "2026-01-02", null],
    ["grammar", "0.25.6", null],
    ["grammar", "0.26.0", null],
    ["iso", "639-0.4.5", "0.4.5"],
    ["iso", "639-0.5.0", "0.5.0"],
    ["odd", "1.0t", null],
    ["odd", "1.1", "1.1"],
  ])("%s %s is compared as %s", (attribute, version, expected) => {
    expect(comparable(attribute, version)).toBe(expected);
  });
});

describe("a search", () => {
  const index = indexOf(
    { flask: "3", numpy: "2", crontab: "1" },
    {
      programs: { git: "2.51", "pre-commit": "4" },
      exceptions: [["pre-commit", "pre-commit", "toplevel", "alias", "yes", ""]],
      falseFriends: [["crontab", "crontab", "different", "another one"]],
      backports: [["enum34", "enum"]],
    },
  );
  test.each([
    ["flask", "python", null],
    ["pre-commit", "program", null],
    ["enum34", "standard library", "Python has it in its standard library: enum"],
    ["crontab", "nowhere", "nixpkgs' crontab is something else: another one"],
    ["git", "nowhere", "nixpkgs has only a program of that name, pkgs.git 2.51, which is not known to be it"],
    ["nunpy", "nowhere", "nixpkgs has no such package"],
  ])("%s", (name, from, reason) => {
    expect(findProject(name, name, index, "python313")).toMatchObject({ name, from, reason });
  });
  test("names what is near", () => {
    expect(findProject("nunpy", "nunpy", index, "python313").near).toEqual(["numpy"]);
  });
});

test("two indexes differ by what is added, removed and changed", () => {
  const before = indexOf({ a: "1", b: "1", c: "1" });
  const after = indexOf({ a: "1", b: "2", d: "1" }, { release: { default: "python312" } });
  expect(diffIndexes(before, after, null)).toEqual({
    interpreters: ["python313", "python312"],
    added: [{ attribute: "d", version: "1" }],
    removed: [{ attribute: "c", version: "1" }],
    changed: [{ attribute: "b", from: "1", to: "2" }],
  });
  expect(diffIndexes(before, after, "python313").interpreters).toEqual(["python313", "python313"]);
});
