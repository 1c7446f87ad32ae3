// Our own flake and overlay: evaluated by real Nix over the stub nixpkgs, built from the packed package, and run.

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/paths.ts";
import { describeWithNix, newProject, output, run } from "./nix.ts";

/** The machine's own Node, in the place of nixpkgs'. */
const NODE = `final: _: { nodejs = final.stdenv.machinePrograms "nodejs" [ "node" ]; }`;

const SYSTEMS = ["aarch64-darwin", "aarch64-linux", "x86_64-darwin", "x86_64-linux"];

/** The flake's outputs, as Nix makes them of its file. */
function outputsOf(folder: string): string {
  return `
    let
      flake = import ${folder}/flake.nix;
      nixpkgs = {
        inherit (import <nixpkgs> { }) lib;
        legacyPackages = builtins.listToAttrs (map
          (name: { inherit name; value = import <nixpkgs> { system = name; overlays = [ (${NODE}) ]; }; })
          ${JSON.stringify(SYSTEMS).replaceAll(",", " ")});
      };
      self = flake.outputs { inherit self nixpkgs; };
    in self`;
}

/** A folder as the packed package has it. */
async function release(): Promise<string> {
  const listed = await output("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root });
  const [{ files }] = JSON.parse(listed) as [{ files: { path: string }[] }];
  const folder = newProject({});
  for (const { path } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  return folder;
}

describeWithNix("the flake", { registry: false }, () => {
  test("has a package and an app for four systems, and an overlay", async () => {
    const folder = await release();
    const expression = `
      with ${outputsOf(folder)};
      { packages = builtins.mapAttrs (_: builtins.attrNames) packages;
        apps = builtins.mapAttrs (_: system: system.default.type) apps;
        versions = map (system: packages.\${system}.default.name) (builtins.attrNames packages);
        overlay = builtins.isFunction overlays.default; }`;
    const json = await output("nix-instantiate", ["--eval", "--strict", "--json", "-E", expression]);
    const { version } = JSON.parse(await output("node", ["-p", `JSON.stringify(require("${root}/package.json"))`]));
    expect(JSON.parse(json)).toEqual({
      packages: Object.fromEntries(SYSTEMS.map((system) => [system, ["default", "py2nix"]])),
      apps: Object.fromEntries(SYSTEMS.map((system) => [system, "app"])),
      versions: SYSTEMS.map(() => `py2nix-${version}`),
      overlay: true,
    });
  });

  test("gives a program that converts, with its manual page", async () => {
    const folder = await release();
    const overlaid = `(import <nixpkgs> { overlays = [ (import ${folder}/nix/overlay.nix) (${NODE}) ]; }).py2nix`;
    const path = (await output("nix-build", ["--no-out-link", "-E", overlaid])).trim();
    const project = newProject({ "requirements.txt": "requests\n" });
    const { status, stdout } = await run(`${path}/bin/py2nix`, ["convert"], { cwd: project });
    expect([status, stdout.includes("ps.requests")]).toEqual([0, true]);
    expect(await output(`${path}/bin/py2nix`, ["--version"])).toMatch(/^py2nix \d/);
    expect(await output("ls", [`${path}/share/man/man1`])).toBe("py2nix.1\n");
  });

  test("says from where a checkout is built, which has no built program", async () => {
    const folder = await release();
    const checkout = newProject({});
    for (const part of ["nix", "package.json"]) cpSync(join(folder, part), join(checkout, part), { recursive: true });
    writeFileSync(join(checkout, "package-lock.json"), "{}");
    const expression = `(import <nixpkgs> { overlays = [ (${NODE}) ]; }).callPackage ${checkout}/nix/package.nix { }`;
    const { status, stderr } = await run("nix-instantiate", ["-E", expression]);
    expect(status).toBe(1);
    expect(stderr).toContain("a checkout is built with npm: py2nix.override { registry");
  });

  test("asks the given registry for what the lock file pins", async () => {
    const folder = await release();
    const checkout = newProject({});
    for (const part of ["nix", "package.json"]) cpSync(join(folder, part), join(checkout, part), { recursive: true });
    const packages = {
      "": { name: "py2nix" },
      "node_modules/a/node_modules/@b/c": { version: "1.2.3", integrity: "sha512-x" },
    };
    writeFileSync(join(checkout, "package-lock.json"), JSON.stringify({ packages }));
    const expression = `
      (import ${checkout}/nix/package.nix) {
        inherit (import <nixpkgs> { }) lib stdenv;
        nodejs = "/node";
        registry = "https://registry.example.org";
        buildNpmPackage = arguments: arguments.npmDeps;
        importNpmLock = { __functor = _: { packageLock, ... }: packageLock.packages; npmConfigHook = null; };
      }`;
    const json = await output("nix-instantiate", ["--eval", "--strict", "--json", "-E", expression]);
    expect(JSON.parse(json)).toEqual({
      "": { name: "py2nix" },
      "node_modules/a/node_modules/@b/c": {
        version: "1.2.3",
        integrity: "sha512-x",
        resolved: "https://registry.example.org/@b/c/-/c-1.2.3.tgz",
      },
    });
  });
});
