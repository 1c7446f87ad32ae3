import { describe, expect, test } from "vitest";
import { readOptions, type SettingsOptions } from "../../src/settings/options.ts";
import { messageOf } from "../support/errors.ts";
import { indexOf, type LockEntry, lines, lockOf, plan, projectOf, reasons } from "../support/projects.ts";
import { diagnosticsOf } from "../support/show.ts";

// nixpkgs has everything of one letter in version 1.
const index = indexOf({ a: "1", b: "1", c: "1", "other-a": "3" }, { programs: { tool: "1" } });
const locked = (requirements: readonly string[], entries: Readonly<Record<string, string | LockEntry>>) =>
  projectOf(requirements, { lock: lockOf(entries) });
const by = (options: SettingsOptions) => ({ settings: readOptions(options) });

describe("--match", () => {
  const project = projectOf(["a>=2", "b"]);
  test("compatible: the ranges that are declared", () => {
    expect(lines(project, index, by({ match: ["compatible"] }))).toEqual(["a: pip a>=2", "b: nixpkgs 1"]);
  });
  test("any: a version that does not fit is taken and told", () => {
    expect(lines(project, index, by({ match: ["any"] }))).toEqual(["a: nixpkgs 1", "b: nixpkgs 1"]);
    expect(diagnosticsOf(plan(project, index, by({ match: ["any"] })))).toEqual([
      "warning 1: a: nixpkgs has 1 and >=2 is required: nixpkgs' version is taken all the same, as was asked for",
    ]);
    expect(lines(project, index, by({ match: ["b=any"] }))).toEqual(["a: pip a>=2", "b: nixpkgs 1"]);
  });
  test("any: with a lock what a package from pip needs must still fit, where the lock tells its range", () => {
    const lock = locked(["x", "b>=2"], { x: { version: "1", needs: ["a>=2"] }, a: "2", b: "2" });
    expect(lines(lock, index, by({ match: ["any"] }))).toEqual(["a: pip a==2", "b: nixpkgs 1", "x: pip x==1"]);
  });
  test("exact: what the lock has, down to what comes with another package", () => {
    const lock = locked(["a", "c"], { a: { version: "1", needs: ["b"] }, b: "1.1", c: "1.0" });
    expect(reasons(lock, index, by({ match: ["exact"] }))).toEqual({
      "a: pip a==1":
        "nixpkgs' 1 would fit, but b, which it is built against, comes from pip: nixpkgs has 1 and the lock has 1.1",
      "b: pip b==1.1": "nixpkgs has 1 and the lock has 1.1",
      "c: nixpkgs 1": "nixpkgs has 1",
    });
  });
});

describe("what the user decides for a project", () => {
  test("from pip", () => {
    expect(reasons(projectOf(["A"]), index, by({ fromPip: ["a"] }))).toEqual({ "a: pip A": "it is to come from pip" });
    const lock = locked(["a"], { a: { version: "1", needs: ["b"] }, b: "1" });
    expect(lines(lock, index, by({ fromPip: ["b"] }))).toEqual(["a: pip a==1", "b: pip b==1"]);
  });
  test("from nixpkgs, whatever its version and what it is built against", () => {
    expect(lines(projectOf(["a>=2"]), index, by({ fromNixpkgs: ["a"] }))).toEqual(["a: nixpkgs 1"]);
    const lock = locked(["a>=2", "b>=2"], { a: { version: "2", needs: ["b"] }, b: "2" });
    expect(lines(lock, index, by({ fromNixpkgs: ["a"] }))).toEqual(["a: nixpkgs 1", "b: pip b==2"]);
  });
  test("from nixpkgs, which does not have it", () => {
    expect(messageOf(() => plan(projectOf(["x"]), index, by({ fromNixpkgs: ["x"] })))).toBe(
      "this nixpkgs has no x for Python 3.13.7\n  py2nix search NAME shows what it has.",
    );
  });
  test("another attribute, or a program", () => {
    expect(lines(projectOf(["a>=3", "x"]), index, by({ map: ["a=other-a", "x=pkgs.tool"] }))).toEqual([
      "a: nixpkgs other-a 3",
      "x: nixpkgs tool 1",
    ]);
    expect(messageOf(() => plan(projectOf(["x"]), index, by({ map: ["x=missing"] })))).toBe(
      "this nixpkgs has no missing for Python 3.13.7\n  py2nix search NAME shows what it has.",
    );
  });
  test("libraries for wheels, of all and of one that pip installs", () => {
    const options: SettingsOptions = { library: ["xorg.libX11"], fromPip: ["a"] };
    expect(plan(projectOf(["a", "b"]), index, by(options)).wheelLibraries).toEqual([["xorg", "libX11"]]);
    expect(plan(projectOf(["b"]), index, by({ library: ["xorg.libX11"] })).wheelLibraries).toEqual([]);
  });
  test("the interpreter, which an option on the command line overrides", () => {
    expect(plan(projectOf(["a"]), index, by({ python: "3.12" })).interpreter.attribute).toBe("python312");
  });
});

describe("the project itself", () => {
  const own = [{ name: "App", key: "app", path: ".", base: "sub" }];
  const project = projectOf(["a"], { name: "App", installable: true, own });

  test("is installed from its folder, editable", () => {
    const [, decision] = plan(project, index).decisions;
    expect(decision).toMatchObject({
      name: "App",
      reason: "it is the project itself",
      requirements: [{ name: "App", source: { kind: "path", path: ".", base: "sub", editable: true } }],
    });
  });
  test("is left out where that is said, or where groups alone are wanted", () => {
    expect(lines(project, index, by({ project: false }))).toEqual(["a: nixpkgs 1"]);
    const selectables = [{ kind: "group", name: "dev", byDefault: false }] as const;
    const { selection } = {
      selection: {
        groups: [],
        noGroups: [],
        onlyGroups: ["dev"],
        extras: [],
        allGroups: false,
        allExtras: false,
        defaultGroups: true,
        members: [],
        buildSystem: false,
      },
    };
    expect(lines({ ...project, selectables }, index, { selection })).toEqual([]);
  });
});
