import { describe, expect, test } from "vitest";
import { DEFAULT_SELECTION } from "../../src/resolver/selection.ts";
import { indexOf, type LockEntry, lines, lockOf, plan, projectOf, reasons, requirement } from "../support/projects.ts";
import { diagnosticsOf } from "../support/show.ts";

type Entries = Readonly<Record<string, string | LockEntry | readonly LockEntry[]>>;

// nixpkgs has everything of one letter in version 1, and a program.
const index = indexOf(
  { a: "1", b: "1", c: "1", d: "1", "a-renamed": "1" },
  {
    programs: { tool: "1" },
    exceptions: [
      ["tool", "tool", "toplevel", "alias", "yes", ""],
      ["variant", "a", "python", "binary-variant", "yes", ""],
      ["renamed", "a-renamed", "python", "rename", "yes", ""],
    ],
  },
);
const locked = (requirements: readonly string[], entries: Entries) =>
  projectOf(requirements, { lock: lockOf(entries) });
const split = (requirements: readonly string[], entries: Entries) => lines(locked(requirements, entries), index);
const why = (requirements: readonly string[], entries: Entries) => reasons(locked(requirements, entries), index);

describe("what the lock pins", () => {
  test("comes from nixpkgs where nixpkgs' version is in the manifest's range, whatever the lock has", () => {
    expect(split(["a>=1"], { a: "2" })).toEqual(["a: nixpkgs 1"]);
  });
  test("that only a package of nixpkgs needs is not listed: nixpkgs brings its own", () => {
    expect(why(["a"], { a: { version: "1", needs: ["b>=9"] }, b: { version: "9", needs: ["c"] }, c: "1" })).toEqual({
      "a: nixpkgs 1": "nixpkgs has 1",
      "b: nixpkgs 1, not listed": "comes with a",
      "c: nixpkgs 1, not listed": "comes with b",
    });
  });
  test("that nothing reaches is left out", () => {
    expect(split(["a"], { a: "1", b: "1" })).toEqual(["a: nixpkgs 1"]);
  });
});

describe("rule 1: what is required and nixpkgs lacks, or has in another version, is pip's", () => {
  test("in the version that the lock has", () => {
    expect(why(["x", "a>=2"], { x: "1.5", a: "2.5" })).toEqual({
      "x: pip x==1.5": "nixpkgs has no such package",
      "a: pip a==2.5": "nixpkgs has 1 and >=2 is required",
    });
  });
  test("where the lock takes it from a place of its own, from there", () => {
    const source = { kind: "vcs", vcs: "git", url: "https://example.org/a.git", reference: "abc" } as const;
    expect(why(["a"], { a: { version: "1", source } })).toEqual({
      "a: pip a": "it is locked to https://example.org/a.git",
    });
    expect(why(["a"], { a: { version: "1", source: { kind: "registry", index: "company" } } })).toEqual({
      "a: pip a==1": "it is locked to the index company",
    });
    expect(
      why(["a"], { a: { version: "1", source: { kind: "path", path: "../a", base: ".", editable: false } } }),
    ).toEqual({
      "a: pip a": "it is locked to the path ../a",
    });
  });
});

describe("rule 2: what a package from pip needs", () => {
  test("stays with nixpkgs where it fits, and is then listed", () => {
    expect(split(["x"], { x: { version: "1", needs: ["a>=1"] }, a: "3" })).toEqual(["a: nixpkgs 1", "x: pip x==1"]);
  });
  test("is pip's where nixpkgs lacks it or has it in a version that does not fit", () => {
    expect(
      why(["x"], { x: { version: "1", needs: ["y", "a>=2"] }, y: { version: "1", needs: ["z"] }, z: "3", a: "2" }),
    ).toEqual({
      "a: pip a==2": "nixpkgs has 1 and >=2 is required by x, which comes from pip",
      "x: pip x==1": "nixpkgs has no such package",
      "y: pip y==1": "nixpkgs has no such package",
      "z: pip z==3": "nixpkgs has no such package",
    });
  });
  test("is pip's where nixpkgs has it under a name that pip does not see", () => {
    expect(why(["x"], { x: { version: "1", needs: ["variant"] }, variant: "1" })["variant: pip variant==1"]).toBe(
      "x, from pip, needs it under its own name, and nixpkgs has a",
    );
    expect(split(["variant"], { variant: "1" })).toEqual(["variant: nixpkgs a 1"]);
    expect(split(["x"], { x: { version: "1", needs: ["renamed"] }, renamed: "1" })).toEqual([
      "renamed: nixpkgs a-renamed 1",
      "x: pip x==1",
    ]);
  });
  test("only where its marker holds", () => {
    expect(
      split(["x"], {
        x: { version: "1", needs: ["y; sys_platform == 'darwin'", "a>=2; os_name == 'nt'"] },
        y: "1",
        a: "2",
      }),
    ).toEqual(["x: pip x==1", "y: pip y==1 (isDarwin)"]);
  });
});

describe("rule 3: what needs a package from pip is pip's too", () => {
  test("since nixpkgs built it against its own version", () => {
    expect(why(["a", "b>=2"], { a: { version: "1", needs: ["b"] }, b: "2" })).toEqual({
      "a: pip a==1":
        "nixpkgs' 1 would fit, but b, which it is built against, comes from pip: nixpkgs has 1 and >=2 is required",
      "b: pip b==2": "nixpkgs has 1 and >=2 is required",
    });
  });
  test("through any number of packages", () => {
    const chain = { a: { version: "1", needs: ["b"] }, b: { version: "1", needs: ["c"] }, c: "2" };
    expect(split(["a", "c>=2"], chain)).toEqual(["a: pip a==1", "b: pip b==1", "c: pip c==2"]);
  });
  test("in a circle", () => {
    const circle = { a: { version: "1", needs: ["b"] }, b: { version: "1", needs: ["a", "c"] }, c: "2" };
    expect(split(["a", "c>=2"], circle)).toEqual(["a: pip a==1", "b: pip b==1", "c: pip c==2"]);
    expect(split(["a"], circle)).toEqual(["a: nixpkgs 1", "b: nixpkgs 1, not listed", "c: nixpkgs 1, not listed"]);
  });
  test("only where it is", () => {
    expect(split(["a", "b>=2; sys_platform == 'darwin'"], { a: { version: "1", needs: ["b"] }, b: "2" })).toEqual([
      "a: nixpkgs 1 (!isDarwin)",
      "a: pip a==1 (isDarwin)",
      "b: nixpkgs 1, not listed (!isDarwin)",
      "b: pip b==2 (isDarwin)",
    ]);
  });
  test("but not a program, which has packages of its own", () => {
    expect(split(["tool", "b>=2"], { tool: { version: "1", needs: ["b"] }, b: "2" })).toEqual([
      "b: pip b==2",
      "tool: nixpkgs 1",
    ]);
  });
  test("nor what stays with nixpkgs beside it", () => {
    expect(
      split(["a", "d", "b>=2"], {
        a: { version: "1", needs: ["b"] },
        b: "2",
        d: { version: "1", needs: ["c"] },
        c: "1",
      }),
    ).toEqual(["a: pip a==1", "b: pip b==2", "c: nixpkgs 1, not listed", "d: nixpkgs 1"]);
  });
});

describe("a phantom: in the lock, not in nixpkgs, and only a package of nixpkgs would need it", () => {
  test("is nowhere, and takes nothing with it", () => {
    expect(why(["a"], { a: { version: "2", needs: ["phantom"] }, phantom: "1" })).toEqual({
      "a: nixpkgs 1": "nixpkgs has 1",
      "phantom: nowhere": "only a would need it, and nixpkgs brings what its own version needs",
    });
  });
  test("is pip's as soon as a package from pip needs it, and then so is what needs it", () => {
    expect(
      split(["a", "x"], {
        a: { version: "2", needs: ["phantom"] },
        x: { version: "1", needs: ["phantom"] },
        phantom: "1",
      }),
    ).toEqual(["a: pip a==2", "phantom: pip phantom==1", "x: pip x==1"]);
  });
});

describe("extras of locked packages", () => {
  const entries: Entries = {
    a: { version: "1", needs: ["b"], extras: { fast: ["c", "x"], slow: ["d"] } },
    b: "1",
    c: "1",
    d: "1",
    x: "1",
  };
  test("that are not asked for add nothing", () => {
    expect(split(["a"], entries)).toEqual(["a: nixpkgs 1", "b: nixpkgs 1, not listed"]);
  });
  test("add what they need: nixpkgs' package does not bring it", () => {
    expect(split(["a[fast]"], entries)).toEqual(["a: pip a[fast]==1", "b: nixpkgs 1", "c: nixpkgs 1", "x: pip x==1"]);
    expect(split(["a[slow]"], entries)).toEqual(["a: nixpkgs 1", "b: nixpkgs 1, not listed", "d: nixpkgs 1"]);
  });
  test("are compared by their normalized names", () => {
    expect(split(["a[Slow]"], entries)).toEqual(split(["a[slow]"], entries));
  });
  test("can be asked for by a dependency", () => {
    expect(split(["x"], { ...entries, x: { version: "1", needs: ["a[slow]"] } })).toEqual([
      "a: nixpkgs 1",
      "b: nixpkgs 1, not listed",
      "d: nixpkgs 1",
      "x: pip x==1",
    ]);
  });
  test("can ask for extras in turn, in a circle too", () => {
    expect(
      split(["a[all]"], { a: { version: "1", extras: { all: ["a[more]"], more: ["b", "a[all]"] } }, b: "1" }),
    ).toEqual(["a: nixpkgs 1", "b: nixpkgs 1"]);
  });
});

describe("a name that the lock has twice", () => {
  const twice: Entries = {
    a: [
      { version: "0.9", marker: "sys_platform == 'darwin'" },
      { version: "1.1", marker: "sys_platform != 'darwin'" },
    ],
    x: [
      { version: "1", marker: "sys_platform == 'darwin'", needs: ["y"] },
      { version: "2", marker: "sys_platform != 'darwin'" },
    ],
    y: "1",
  };
  test("is each where its marker holds", () => {
    expect(split(["x"], twice)).toEqual([
      "x: pip x==2 (!isDarwin)",
      "x: pip x==1 (isDarwin)",
      "y: pip y==1 (isDarwin)",
    ]);
  });
  test("or where its version is in the range", () => {
    expect(
      split(["x<2; sys_platform == 'linux'", "x>=2; sys_platform == 'darwin'"], {
        x: [{ version: "1" }, { version: "2" }],
      }),
    ).toEqual(["x: pip x==2 (isDarwin)", "x: pip x==1 (isLinux)"]);
  });
});

describe("a requirement that the lock does not answer", () => {
  test("is decided as without a lock, and told", () => {
    const project = locked(["new-one", "a>=3"], { a: "2" });
    expect(lines(project, index)).toEqual(["a: pip a>=3", "new-one: pip new-one"]);
    expect(diagnosticsOf(plan(project, index))).toEqual([
      "warning 1: the lock has a 2, which is not what is required here: poetry.lock is out of date",
      "warning 1: new-one is not in the lock: poetry.lock is out of date",
    ]);
  });
  test("does not make a package come from both where another requirement of it is answered", () => {
    const { decisions } = plan(locked(["a", "a>=2"], { a: "1" }), index);
    expect(decisions.map(({ from }) => from)).toEqual(["pip"]);
  });
  test("is not told where its marker holds nowhere: a lock leaves that out", () => {
    const project = locked(["new-one; sys_platform == 'win32'"], { a: "2" });
    expect(lines(project, index)).toEqual(["new-one: nowhere"]);
    expect(diagnosticsOf(plan(project, index))).toEqual([]);
  });
});

test("the project's chosen extras decide the lock's own markers", () => {
  const project = projectOf(["b", requirement("a", { extra: "fast" })], {
    lock: lockOf({ a: { version: "1", marker: 'extra == "fast"' }, b: "1" }),
    selectables: [{ kind: "extra", name: "fast", byDefault: false }],
  });
  const select = (selection: object) => ({
    selection: { ...DEFAULT_SELECTION, ...selection },
  });
  for (const chosen of [{ extras: ["fast"] }, { allExtras: true }, { extras: ["FAST"] }]) {
    const { decisions, diagnostics } = plan(project, index, select(chosen));
    expect(decisions.map(({ key, from }) => `${key}: ${from}`)).toEqual(["a: nixpkgs", "b: nixpkgs"]);
    expect(diagnostics).toEqual([]);
  }
});

describe("what pip is given", () => {
  const pip = (entry: LockEntry) =>
    plan(locked(["x"], { x: entry }), index).decisions.flatMap((decision) =>
      decision.from === "pip"
        ? [{ hashes: decision.requirements.flatMap(({ hashes }) => hashes), isPure: decision.isPure }]
        : [],
    );
  test("are the hashes of the files that this interpreter can install", () => {
    const files = ["x-1-cp313-cp313-manylinux_2_17_x86_64.whl", "x-1-cp312-cp312-win_amd64.whl", "x-1.tar.gz"];
    expect(pip({ version: "1", files })).toEqual([
      { hashes: [`sha256:${files[0]?.length}`, "sha256:10"], isPure: false },
    ]);
  });
  test("a wheel for any platform has no compiled parts", () => {
    expect(pip({ version: "1", files: ["x-1-py3-none-any.whl"] })).toEqual([{ hashes: ["sha256:20"], isPure: true }]);
  });
});

test("who asks for a package is told: the lines of the manifest, then packages by name", () => {
  const { decisions } = plan(
    locked(["x", "a"], { x: { version: "1", needs: ["a"] }, a: "1", d: "1", b: { version: "1", needs: ["a"] } }),
    index,
  );
  expect(decisions.find(({ key }) => key === "a")?.requesters).toEqual([
    { kind: "manifest", origin: { file: "requirements.txt", line: 1 } },
    { kind: "package", name: "x" },
  ]);
});

test("the chosen interpreter decides the lock's markers", () => {
  const entries: Entries = { x: { version: "1", needs: ["y; python_version < '3.13'"] }, y: "1" };
  expect(lines(locked(["x"], entries), index)).toEqual(["x: pip x==1"]);
  expect(lines(locked(["x"], entries), index, { python: "3.12" })).toEqual(["x: pip x==1", "y: pip y==1"]);
});
