// What of a lock a selection reaches, for each of the three kinds of locks.

import { describe, expect, test } from "vitest";
import { parseMarker } from "../../src/pep/pep508.ts";
import { type InterpreterIdentity, NO_PLATFORM, type PlatformSet } from "../../src/platforms.ts";
import type { Lock, LockedDependency, LockedPackage, Project, Requirement } from "../../src/project.ts";
import { Context } from "../../src/resolver/context.ts";
import { reachLock } from "../../src/resolver/lock-reach.ts";
import { DEFAULT_SELECTION, type Selection, selectRequirements } from "../../src/resolver/selection.ts";
import { messageOf } from "../support/errors.ts";
import { indexOf, type LockEntry, lockOf, projectOf, requirement, where } from "../support/projects.ts";

const PYTHON_3_13: InterpreterIdentity = { version: "3.13.7", implementation: "cpython" };

function at(name: string, platforms: PlatformSet): string {
  const condition = where(platforms);
  return condition === null ? name : `${name} (${condition})`;
}

/** `flask 3.1 (isLinux)` for each package that is reached, and the same for the parts of the result. */
function reach(project: Project, selection: Partial<Selection> = {}, identity = PYTHON_3_13) {
  const lock = project.lock as Lock;
  const chosen = selectRequirements(project, { ...DEFAULT_SELECTION, ...selection });
  const context = new Context(indexOf({}), { attribute: "python313", version: identity.version, reason: "" }, []);
  const active = context.activate(chosen.requirements);
  const { graph, roots, unattributed, missing } = reachLock(lock, active, chosen, identity, project.foldersInLock);
  const named = (node: number, platforms: PlatformSet) =>
    at(`${graph.packages[node]?.name} ${graph.packages[node]?.version}`.trim(), platforms);
  return {
    reached: graph.packages.flatMap((_, node) =>
      graph.reached(node) === NO_PLATFORM ? [] : [named(node, graph.reached(node))],
    ),
    roots: roots.map(({ target, active: by, by: owner }) => {
      const who = by.map(({ requirement: { group, extra } }) => extra ?? group).join("+");
      return `${named(target.to, target.platforms)} for ${who === "" ? (owner ?? "the lock") : who}`;
    }),
    unattributed: unattributed.map(({ to, platforms }) => named(to, platforms)),
    missing: missing.map(({ requirement: { key } }) => key),
  };
}

const reached = (project: Project, selection?: Partial<Selection>) => reach(project, selection).reached;
const of = (group: string, text: string): Requirement => requirement(text, { group });
const forExtra = (extra: string, text: string): Requirement => requirement(text, { extra });
const group = (name: string, byDefault = false) => ({ kind: "group", name, byDefault }) as const;
const extra = (name: string) => ({ kind: "extra", name, byDefault: false }) as const;

describe("a lock that leaves the start to the manifest", () => {
  const entries: Readonly<Record<string, string | LockEntry>> = {
    web: { version: "1", needs: ["core>=1", "color; sys_platform == 'darwin'"], extras: { fast: ["loop"] } },
    core: "1",
    color: "2",
    loop: "3",
    check: { version: "4", needs: ["core"] },
    format: "5",
    unused: "6",
  };
  const project = projectOf(
    ["web", of("dev", "check"), of("lint", "format"), forExtra("speed", "web[fast]; sys_platform == 'linux'")],
    { lock: lockOf(entries), selectables: [group("dev", true), group("lint"), extra("speed")] },
  );

  test("is followed from the requirements that are wanted", () => {
    expect(reach(project)).toEqual({
      reached: ["web 1", "core 1", "color 2 (isDarwin)", "check 4"],
      roots: ["web 1 for main", "check 4 for dev"],
      unattributed: [],
      missing: [],
    });
  });
  test("--no-group, and main left out by it", () => {
    expect(reached(project, { noGroups: ["dev"] })).toEqual(["web 1", "core 1", "color 2 (isDarwin)"]);
    expect(reached(project, { noGroups: ["main"] })).toEqual(["core 1", "check 4"]);
  });
  test("--only-group, with and without others", () => {
    expect(reached(project, { onlyGroups: ["lint"] })).toEqual(["format 5"]);
    expect(reached(project, { onlyGroups: ["lint", "dev"], noGroups: ["dev"] })).toEqual(["format 5"]);
  });
  test("an extra of a package is reached where it is asked for alone", () => {
    expect(reached(project, { extras: ["speed"] })).toContain("loop 3 (isLinux)");
  });
  test("a requirement that it does not have, or in another version, is missing", () => {
    const stale = projectOf(["web>=2", "other", "third; os_name == 'nt'", of("dev", "core")], {
      lock: lockOf(entries),
      selectables: [group("dev", true)],
    });
    expect(reach(stale)).toMatchObject({ reached: ["core 1"], missing: ["web", "other"] });
  });

  describe("with several versions of a package", () => {
    const forks = {
      a: [
        { version: "1", needs: ["dep<2"] },
        { version: "2", needs: ["dep"] },
      ],
      b: { version: "1", needs: ["a"] },
      dep: [{ version: "1" }, { version: "2" }],
    };
    const requirements = ["a<2; sys_platform == 'darwin'", "a>=2; sys_platform != 'darwin'"];

    test("has one of them on each system: the one that the most of what leads there accepts", () => {
      expect(reached(projectOf([...requirements, "b"], { lock: lockOf(forks) }))).toEqual([
        "a 1 (isDarwin)",
        "a 2 (!isDarwin)",
        "b 1",
        "dep 1 (isDarwin)",
        "dep 2 (!isDarwin)",
      ]);
    });
    test("of several that do, the newest", () => {
      expect(reached(projectOf(["b"], { lock: lockOf(forks) }))).toEqual(["a 2", "b 1", "dep 2"]);
    });
    test("from several places, the one that the requirement names", () => {
      const url = "https://files.example.org/a-1-py3-none-any.whl";
      const lock = lockOf({ a: [{ version: "1" }, { version: "1", source: { kind: "url", url } }] });
      const fromUrl = requirement("a; sys_platform == 'linux'", { source: { kind: "url", url } });
      const { roots } = reach(projectOf([fromUrl, "a>=1; sys_platform != 'linux'"], { lock }));
      expect(roots).toEqual(["a 1 (isLinux) for main", "a 1 (!isLinux) for main"]);
    });
  });
});

describe("a lock whose packages tell the selections that they belong to", () => {
  /** Packages with their groups or markers. */
  function marked(packages: Readonly<Record<string, Partial<LockedPackage>>>, more: Partial<Lock> = {}): Lock {
    const plain = lockOf(Object.fromEntries(Object.keys(packages).map((name) => [name, "1"])));
    return {
      ...plain,
      reach: "markers",
      tool: "pdm",
      packages: plain.packages.map((item) => ({ ...item, ...packages[item.name] })),
      ...more,
    };
  }
  const edge = (key: string): LockedDependency => ({
    key,
    extras: [],
    constraint: null,
    marker: null,
    optional: false,
  });

  describe("by groups", () => {
    const lock = marked({
      web: { groups: ["main"], dependencies: [edge("core"), edge("check")] },
      core: { groups: ["main", "dev"], marker: parseMarker("sys_platform == 'linux'") },
      check: { groups: ["dev"] },
      loop: { groups: ["speed"] },
      loose: { groups: ["main"] },
    });
    const project = projectOf(["web", of("dev", "check"), forExtra("speed", "loop")], {
      lock,
      selectables: [group("dev", true), extra("speed")],
    });

    test("has those of the chosen ones; nobody is known for some", () => {
      expect(reach(project)).toEqual({
        reached: ["web 1", "core 1 (isLinux)", "check 1", "loose 1"],
        roots: ["web 1 for main", "check 1 for dev"],
        unattributed: ["loose 1"],
        missing: [],
      });
    });
    test("no edge leads out of the selection", () => {
      expect(reached(project, { noGroups: ["dev"] })).toEqual(["web 1", "core 1 (isLinux)", "loose 1"]);
    });
    test("--only-group, where what the group needs has its marker", () => {
      expect(reach(project, { onlyGroups: ["dev"] })).toMatchObject({
        reached: ["core 1 (isLinux)", "check 1"],
        unattributed: ["core 1 (isLinux)"],
      });
    });
    test("an extra of the project is one of the groups", () => {
      expect(reached(project, { extras: ["speed"], noGroups: ["dev"] })).toContain("loop 1");
      expect(reached(project)).not.toContain("loop 1");
    });
    test("what the manifest asks for and no chosen group has is missing", () => {
      const changed = {
        ...project,
        requirements: [...project.requirements, requirement("other"), requirement("loop")],
      };
      expect(reach(changed).missing).toEqual(["other", "loop"]);
    });
  });

  describe("by markers that ask for extras and groups", () => {
    const lock = marked(
      {
        web: { marker: parseMarker("'default' in dependency_groups") },
        check: { marker: parseMarker("'dev' in dependency_groups and sys_platform == 'linux'") },
        loop: { marker: parseMarker("'speed' in extras or 'dev' in dependency_groups") },
      },
      { defaultGroups: ["default"] },
    );
    const project = projectOf(["web", of("dev", "check"), forExtra("speed", "loop")], {
      lock,
      selectables: [group("dev"), extra("speed")],
    });

    test("a default group that the manifest does not have stands for the project's own", () => {
      expect(reached(project)).toEqual(["web 1"]);
      expect(reached(project, { noGroups: ["main"] })).toEqual([]);
    });
    test("a chosen group, an extra, and a group alone", () => {
      expect(reached(project, { groups: ["dev"] })).toEqual(["web 1", "check 1 (isLinux)", "loop 1"]);
      expect(reached(project, { extras: ["speed"] })).toEqual(["web 1", "loop 1"]);
      expect(reached(project, { onlyGroups: ["dev"] })).toEqual(["check 1 (isLinux)", "loop 1"]);
    });
  });

  describe("by the categories of a Pipfile.lock", () => {
    const twice = lockOf({ web: [{ version: "2" }, { version: "1" }], tool: "1" });
    const [dev, main, tool] = twice.packages as [LockedPackage, LockedPackage, LockedPackage];
    const lock: Lock = {
      ...twice,
      reach: "markers",
      tool: "pipenv",
      packages: [
        { ...dev, groups: ["dev"] },
        { ...main, groups: ["main"], marker: parseMarker("sys_platform == 'linux'") },
        { ...tool, version: "", groups: ["main"] },
      ],
    };
    const project = projectOf(
      [requirement("web<2"), of("dev", "web>=2"), requirement("tool; sys_platform == 'darwin'")],
      { lock, selectables: [group("dev")] },
    );

    test("the entry of the project's own dependencies goes over that of a group, where it is wanted", () => {
      expect(reach(project, { groups: ["dev"] })).toMatchObject({
        reached: ["web 2 (!isLinux)", "web 1 (isLinux)", "tool (isDarwin)"],
        missing: [],
      });
      expect(reached(project, { onlyGroups: ["dev"] })).toEqual(["web 2"]);
    });
    test("the requirement that gives way is answered by the entry that stays", () => {
      const everywhere = { ...lock, packages: lock.packages.map((item) => ({ ...item, marker: null })) };
      const { roots, missing } = reach({ ...project, lock: everywhere }, { groups: ["dev"] });
      expect(roots).toEqual(["web 1 for main", "tool (isDarwin) for main", "web 1 for dev"]);
      expect(missing).toEqual([]);
    });
    test("one of no entry's range is missing", () => {
      const changed = { ...project, requirements: [of("dev", "web>=3")] };
      expect(reach(changed, { groups: ["dev"] }).missing).toEqual(["web"]);
    });
    test("what has no version is wanted where the manifest says, and not for itself", () => {
      expect(reach(project).unattributed).toEqual([]);
      expect(reached(project)).toContain("tool (isDarwin)");
    });
  });
});

describe("a lock with its projects' own edges", () => {
  const needs = (...texts: string[]) =>
    texts.map((text): LockedDependency => {
      const { key, extras, marker } = requirement(text);
      return { key, extras, constraint: null, marker, optional: false };
    });
  const optional = (dependencies: readonly LockedDependency[]) =>
    dependencies.map((dependency) => ({ ...dependency, optional: true }));
  const member = (path: string) => ({ kind: "path", path, base: ".", editable: true }) as const;

  function workspace(more: Partial<Lock> = {}): Lock {
    const plain = lockOf({ root: "1", core: "1", api: "1", click: "8", numpy: "2", maps: "3", check: "4", lint: "5" });
    const parts: Readonly<Record<string, Partial<LockedPackage>>> = {
      root: {
        source: member("."),
        dependencies: [...needs("core", "click"), ...optional(needs("api"))],
        extras: { web: ["api"] },
        dependencyGroups: { dev: needs("check"), lint: needs("lint") },
      },
      core: {
        source: member("packages/core"),
        dependencies: [...needs("numpy"), ...optional(needs("maps"))],
        extras: { maps: ["maps"] },
        dependencyGroups: { dev: needs("click; sys_platform == 'linux'") },
      },
      api: { source: member("packages/api"), dependencies: needs("core[maps]") },
    };
    const packages = plain.packages.map((item) => ({ ...item, ...parts[item.name] }));
    return { ...plain, file: "uv.lock", tool: "uv", packages, members: ["root", "core", "api"], ...more };
  }
  const project = (folders: readonly string[], more: Partial<Project> = {}) =>
    projectOf([], { name: "root", lock: workspace(), foldersInLock: folders, ...more });

  test("starts from the edges of the project in the lock's folder and of its default group", () => {
    expect(reach(project(["."]))).toMatchObject({
      reached: ["core 1", "click 8", "numpy 2", "check 4"],
      roots: ["core 1 for root", "click 8 for root", "check 4 for root"],
    });
  });
  test("says which requirement of the manifest a start is", () => {
    const { roots, missing } = reach(
      project(["."], { requirements: [requirement("click>=8"), of("dev", "check"), requirement("core<1")] }),
    );
    expect(roots).toEqual(
      ["core 1 for root", "click 8 for main", "check 4 for dev"].map((text) =>
        text.replace("core 1 for root", "core 1 for main"),
      ),
    );
    expect(missing).toEqual([]);
  });
  test("--no-group, --only-group, extras, and main left out", () => {
    expect(reached(project(["."]), { noGroups: ["dev"] })).toEqual(["core 1", "click 8", "numpy 2"]);
    expect(reached(project(["."]), { onlyGroups: ["lint"] })).toEqual(["lint 5"]);
    expect(reached(project(["."]), { noGroups: ["main"] })).toEqual(["check 4"]);
    expect(reached(project(["."]), { extras: ["web"], defaultGroups: false })).toEqual([
      "core 1",
      "api 1",
      "click 8",
      "numpy 2",
      "maps 3",
    ]);
  });
  test("a member in a folder below has its own group, not the root's of the same name", () => {
    expect(reached(project(["packages/core"]))).toEqual(["click 8 (isLinux)", "numpy 2"]);
  });
  test("a member takes a group from the root when it is asked for by name", () => {
    expect(reached(project(["packages/api"]))).toEqual(["core 1", "numpy 2", "maps 3"]);
    expect(reached(project(["packages/api"]), { groups: ["lint"] })).toContain("lint 5");
    expect(reached(project(["packages/api"]), { onlyGroups: ["dev"] })).toEqual(["check 4"]);
    expect(reached(project(["packages/api"]), { allGroups: true })).toEqual([
      "core 1",
      "numpy 2",
      "maps 3",
      "check 4",
      "lint 5",
    ]);
  });
  test("several members", () => {
    expect(reached(project(["packages/api", "packages/core"]))).toEqual([
      "core 1",
      "click 8 (isLinux)",
      "numpy 2",
      "maps 3",
    ]);
  });
  test("what the lock has of the chosen projects can be chosen, and nothing else", () => {
    expect(reached(project(["packages/core"]), { extras: ["maps"], noGroups: ["dev"] })).toEqual(["numpy 2", "maps 3"]);
    expect(messageOf(() => reached(project(["packages/core"]), { extras: ["web"] }))).toMatchInlineSnapshot(`
      "there is no extra web
        The project has: maps"
    `);
  });

  describe("of a root that is no project", () => {
    const whole = workspace();
    const virtual: Lock = {
      ...whole,
      packages: whole.packages.filter(({ name }) => name !== "root"),
      members: ["core", "api"],
      requirements: needs("lint"),
      dependencyGroups: { release: needs("check") },
    };
    const root = projectOf([], { lock: virtual });

    test("starts from all members, and what the root itself asks for", () => {
      expect(reach(root).roots).toEqual([
        "numpy 2 for core",
        "core 1 for api",
        "lint 5 for the lock",
        "click 8 (isLinux) for core",
      ]);
    });
    test("has the extras of its members and its own groups", () => {
      expect(reached(root, { extras: ["maps"], groups: ["release"], noGroups: ["dev"] })).toContain("check 4");
      expect(reached(root, { onlyGroups: ["release"] })).toEqual(["check 4"]);
    });
  });

  describe("with conflicts", () => {
    const fork = (name: string, version: string, marker: string) => ({
      ...(lockOf({ [name]: version }).packages[0] as LockedPackage),
      marker: parseMarker(marker),
    });
    const base = workspace();
    const cpu = "'root[cpu]' in extras";
    const gpu = "'root[gpu]' in extras";
    const chosenBy = (version: string, marker: string): LockedDependency => ({
      key: "torch",
      extras: [],
      constraint: [[{ operator: "==", version }]],
      marker: parseMarker(marker),
      optional: true,
      pinned: { version, source: { kind: "registry" } },
    });
    const lock: Lock = {
      ...base,
      packages: [
        ...base.packages.map((item) =>
          item.name === "root"
            ? {
                ...item,
                dependencies: [chosenBy("1", cpu), chosenBy("2", gpu)],
                extras: { cpu: ["torch"], gpu: ["torch"] },
              }
            : item,
        ),
        fork("torch", "1", cpu),
        fork("torch", "2", gpu),
      ],
      conflicts: [
        [
          { package: "root", kind: "extra", name: "cpu" },
          { package: "root", kind: "extra", name: "gpu" },
        ],
      ],
    };

    test("each of the parts has its own", () => {
      expect(reached(project(["."], { lock }), { extras: ["cpu"], noGroups: ["dev"] })).toEqual(["torch 1"]);
      expect(reached(project(["."], { lock }), { extras: ["gpu"], noGroups: ["dev"] })).toEqual(["torch 2"]);
    });
    test("both together are refused", () => {
      expect(messageOf(() => reached(project(["."], { lock }), { allExtras: true }))).toMatchInlineSnapshot(`
        "the extra cpu and the extra gpu exclude each other
          The project declares so (tool.uv.conflicts): choose one of them with --extra, --group or --no-group."
      `);
    });
  });
});
