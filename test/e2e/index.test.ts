// `index build` with real Nix: on the stub nixpkgs, on one whose attributes fail in every way that Nix knows, and again where an
// interrupted run stopped.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/paths.ts";
import { describeWithNix, newProject as folderOf, type RunOptions, run } from "./nix.ts";

/** A nixpkgs of a few attributes. Those whose names begin with `bad` cannot be evaluated, each for another reason. */
const FAULTY = `
{ system ? builtins.currentSystem, config ? { }, overlays ? [ ] }:
let
  drv = name: more: derivation { inherit name system; builder = "/bin/sh"; } // { meta = { }; } // more;
  python = drv "python3" { pname = "python3"; version = "3.13.1"; pythonVersion = "3.13"; withPackages = x: x; pkgs = set; };
  package = pname: version: more: drv "python3.13-\${pname}-\${version}" ({
    inherit pname version;
    pythonModule = python;
    propagatedBuildInputs = [ python ];
  } // more);
  loop = loop;
  set = {
    inherit python;
    setuptools = package "setuptools" "80" { };
    good = package "Good_Name" "1.0" {
      propagatedBuildInputs = [ set.setuptools python tool set.other_name ];
      optional-dependencies = { fast = [ set.setuptools ]; outPath = [ ]; lost = [ set.badthrow ]; };
      meta = { unfree = true; description = "x"; };
      disabled = true;
    };
    other_name = package "another.name" "2" { };
    badneeds = package "badneeds" "3" { propagatedBuildInputs = [ (abort "needs") ]; };
    thrownneeds = package "thrownneeds" "4" { propagatedBuildInputs = [ (throw "needs") ]; };
    badmeta = package "badmeta" "5" { meta = throw "meta"; };
    badthrow = throw "thrown";
    badabort = abort "aborted";
    badmissing = { }.attribute;
    badtype = 1 + "text";
    badrecursion = loop;
    badassert = assert false; 1;
    badimport = import ./nowhere.nix;
    tooling = tool;
    "dotted.name" = package "dotted" "1" { };
    nested = { recurseForDerivations = true; inner = package "inner" "6" { }; badinner = abort "inner"; };
    notnested.inner = package "inner" "7" { };
    number = 5;
    function = x: x;
  };
  tool = drv "tool" { pname = "tool"; version = "9"; };
in
{
  lib.trivial = { release = "26.05"; versionSuffix = "pre-git"; };
  python3 = python;
  python313 = python;
  python314 = abort "no python314";
  python313Packages = set // { recurseForDerivations = true; };
  python3Packages = set;
  git = drv "git" { pname = "git"; version = "2.51"; };
  zlib = abort "zlib";
}
`;

const py2nix = (args: readonly string[], options: RunOptions) =>
  run(process.execPath, [`${root}/bin/py2nix.js`, ...args], options);
const buildIn = async (folder: string, args: readonly string[]) => {
  const run = await py2nix(["index", "build", ...args], {
    cwd: folder,
    env: { PY2NIX_CACHE_DIR: join(folder, "cache") },
  });
  return { ...run, id: run.stdout.trim() };
};
const show = async (folder: string, args: readonly string[]) =>
  JSON.parse(
    (await py2nix([...args, "--json"], { cwd: folder, env: { PY2NIX_CACHE_DIR: join(folder, "cache") } })).stdout,
  );

describeWithNix("an index of a local nixpkgs", { registry: false }, () => {
  test("the stub: every package of its index, and what they depend on", async () => {
    const folder = folderOf({});
    const { status, id, stderr } = await buildIn(folder, [
      "--nixpkgs",
      `${root}/test/stub`,
      "--python",
      "3.13",
      "--python",
      "3.12",
    ]);
    expect(status).toBe(0);
    expect(id).toMatch(/^local@[0-9a-f]{12}$/);
    expect(stderr).toMatch(
      /9,9\d\d packages and \d{3} dependencies for Python 3\.13\.7, 9,9\d\d packages and \d{3} dependencies for Python 3\.12\.11/,
    );
    const [flask] = await show(folder, ["search", "flask", "--index", "local"]);
    expect(flask).toMatchObject({
      attribute: "flask",
      version: "3.1.2",
      needs: ["blinker", "click", "itsdangerous", "jinja2", "markupsafe", "werkzeug"],
      extras: ["async", "dotenv"],
    });
    const difference = await show(folder, ["index", "diff", "embedded", "local"]);
    expect(difference.changed).toEqual([]);
    expect(difference.added).toEqual([]);
    expect(readdirSync(join(folder, "cache"))).not.toContain("build");
  });

  test("what cannot be evaluated is left out and told, and stops nothing", async () => {
    const folder = folderOf({ "nixpkgs/default.nix": FAULTY });
    const { status, stderr, id } = await buildIn(folder, ["--nixpkgs", "nixpkgs", "--shard", "4"]);
    expect(status).toBe(0);
    const left = [...stderr.matchAll(/^note: (\S+) is left out: (.*)$/gm)].map(([, attribute, reason]) => [
      attribute,
      reason,
    ]);
    expect(Object.fromEntries(left)).toEqual({
      python314: expect.stringContaining("no python314"),
      zlib: expect.stringContaining("zlib"),
      "python313Packages.badabort": expect.stringContaining("aborted"),
      "python313Packages.badmissing": expect.stringContaining("attribute 'attribute' missing"),
      "python313Packages.badtype": expect.stringContaining("string"),
      "python313Packages.badrecursion": expect.stringContaining("infinite recursion"),
      "python313Packages.badimport": expect.stringContaining("nowhere.nix"),
      "python313Packages.nested.badinner": expect.stringContaining("inner"),
      "python313Packages.dotted.name": "its name has a dot or a blank",
    });
    const details = await show(folder, ["index", "show", id]);
    expect(details).toMatchObject({ packages: { python313: 7 }, hasDependencies: true });
    expect(details.release).toMatchObject({
      channel: "nixos-unstable",
      release: "26.05pre-git",
      revision: "",
      default: "python313",
    });
    const names = ["good", "other-name", "badneeds", "thrownneeds", "badmeta", "badthrow", "nested-inner"];
    const found = Object.fromEntries(
      (await show(folder, ["search", ...names, "--index", id])).map((one: { key: string }) => [one.key, one]),
    );
    expect(found.good.attributes).toEqual([
      {
        kind: "python",
        attribute: "good",
        entries: [{ interpreter: "python313", version: "1.0", flags: ["disabled", "unfree"] }],
      },
    ]);
    expect(found.good.reason).toBe("nixpkgs' good 1.0 is disabled for this interpreter");
    expect(found["other-name"]).toMatchObject({ attribute: "other_name", needs: [] });
    expect(found.badneeds).toMatchObject({ version: "3", needs: null });
    expect(found.thrownneeds).toMatchObject({ version: "4", needs: null });
    expect(found.badmeta.reason).toBe("nixpkgs' badmeta 5 is marked as broken");
    expect(found.badthrow.reason).toBe("nixpkgs has no such package");
    expect(found["nested-inner"]).toMatchObject({ attribute: "nested.inner", version: "6" });
  });

  test("an interrupted build goes on where it stopped", async () => {
    const folder = folderOf({ "nixpkgs/default.nix": FAULTY.replaceAll(/^.*\bbad(?!needs).*$/gm, "") });
    const { execFileSync } = await import("node:child_process");
    const git = (...args: string[]) =>
      execFileSync("git", [
        "-C",
        join(folder, "nixpkgs"),
        "-c",
        "user.name=n",
        "-c",
        "user.email=n@example.org",
        ...args,
      ]);
    git("init", "-q", "-b", "release-26.05");
    git("add", ".");
    git("commit", "-q", "-m", "x");
    // Nix that dies after some processes, and one that counts them.
    mkdirSync(join(folder, "bin"));
    const nix = (dies: string) => {
      writeFileSync(
        join(folder, "bin/nix-instantiate"),
        `#!/bin/sh\necho x >> ${folder}/count\nif [ $(wc -l < ${folder}/count) -gt ${dies} ]; then kill -9 $PPID; fi\nPATH=\${PATH#*:} exec nix-instantiate "$@"\n`,
        { mode: 0o755 },
      );
      writeFileSync(join(folder, "count"), "");
    };
    const env = { PY2NIX_CACHE_DIR: join(folder, "cache"), PATH: `${folder}/bin:${process.env.PATH}` };
    const args = ["index", "build", "--nixpkgs", "nixpkgs", "--shard", "4", "--jobs", "1"];
    nix("16");
    const killed = await py2nix(args, { cwd: folder, env });
    expect(killed.status).toBeNull();
    expect(existsSync(join(folder, "cache/index"))).toBe(false);
    const kept = readdirSync(join(folder, "cache/build")).flatMap((name) =>
      readdirSync(join(folder, "cache/build", name)),
    );
    expect(kept.length).toBeGreaterThan(0);
    nix("1000");
    const resumed = await py2nix(args, { cwd: folder, env });
    expect(resumed.status).toBe(0);
    const { readFileSync } = await import("node:fs");
    const count = () => readFileSync(join(folder, "count"), "utf8").split("\n").length - 1;
    const afterResume = count();
    nix("1000");
    const fresh = await py2nix([...args, "--fresh"], { cwd: folder, env });
    expect(afterResume).toBeLessThan(count() - 2);
    expect(fresh.stdout).toBe(resumed.stdout);
    const { release } = await show(folder, ["index", "show", "local"]);
    expect(release).toMatchObject({ channel: "nixos-26.05", revision: String(git("rev-parse", "HEAD")).trim() });
  });

  test("nothing of a path or a name is read as Nix", async () => {
    const path = `a\${builtins.abort "INJECTED"}"; b' <c>`;
    const folder = folderOf({ [`${path}/default.nix`]: FAULTY });
    const { status, stderr } = await buildIn(folder, ["--nixpkgs", `./${path}`, "--system", "aarch64-linux"]);
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/error message: .INJECTED/);
    expect(stderr).toContain("7 packages and 2 dependencies for Python 3.13.1");
  });

  test("what is no nixpkgs is an error", async () => {
    const folder = folderOf({ "a/x": "", "b/default.nix": 'throw "no nixpkgs"', "flake.lock": "{}" });
    const told = async (args: string[]) => {
      const { status, stdout, stderr } = await buildIn(folder, args);
      return [status, stdout, stderr.split("\n")[0]];
    };
    expect(await told(["--nixpkgs", "a"])).toEqual([2, "", "error: a is no nixpkgs: it has no default.nix"]);
    expect(await told(["--nixpkgs", "b"])).toEqual([3, "", "error: Nix cannot evaluate this nixpkgs: no nixpkgs"]);
    expect(await told([])).toEqual([2, "", "error: flake.lock pins no nixpkgs"]);
    expect(await told(["--nixpkgs", "<nowhere>"])).toEqual([3, "", expect.stringContaining("nowhere")]);
  });
});
