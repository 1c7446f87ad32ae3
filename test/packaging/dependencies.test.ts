// What py2nix depends on: how much, under which licences, pinned by content, and without code that runs at installation.

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf } from "../support/cli.ts";
import { root } from "../support/paths.ts";

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(root, ...path), "utf8")) as T;
const { packages } = readJson<{ packages: Readonly<Record<string, Locked>> }>("package-lock.json");
const locked = Object.entries(packages).filter(([path]) => path !== "");
const atRunTime = locked.filter(([, { dev }]) => !dev);

/** Licences whose terms a program under the MIT licence can follow in its own package. */
const PERMISSIVE = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "BlueOak-1.0.0"]);
/** Those of tools that are used and not given on. */
const OF_TOOLS = new Set([...PERMISSIVE, "MPL-2.0", "PSF-2.0", "Python-2.0", "CC0-1.0"]);

/** Whether one of the licences to choose from is allowed: SPDX's `OR`. Exceptions and `AND` are none of these. */
function isAllowed(license: string | undefined, allowed: ReadonlySet<string>): boolean {
  return (license ?? "")
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((one) => allowed.has(one));
}

describe("the lock file", () => {
  test("pins every package by its content", () => {
    for (const [path, { integrity, version }] of locked) {
      expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
    }
  });

  test("has none from a place that is no registry", () => {
    for (const [path, { resolved }] of locked) if (resolved !== undefined) expect(resolved, path).toMatch(/^https:/);
  });

  test("is of the manifest", () => {
    type Dependencies = Readonly<Record<string, string>>;
    const manifest = readJson<{ dependencies?: Dependencies; devDependencies?: Dependencies }>("package.json");
    expect(packages[""]).toMatchObject({
      ...(manifest.dependencies ? { dependencies: manifest.dependencies } : {}),
      devDependencies: manifest.devDependencies,
    });
  });

  test("has no package that runs code when it is installed, but what builds", () => {
    const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(atRunTime.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    // It looks whether its own binary fits; the build works without that.
    expect(withScripts.filter((path) => path !== "node_modules/fsevents")).toEqual(["node_modules/esbuild"]);
  });
});

describe("licences", () => {
  test("of what py2nix is made of let it be given on", () => {
    for (const [path, { license }] of atRunTime)
      expect(isAllowed(license, PERMISSIVE), `${path}: ${license}`).toBe(true);
  });

  test("of all tools are known ones", () => {
    for (const [path, { license }] of locked) expect(isAllowed(license, OF_TOOLS), `${path}: ${license}`).toBe(true);
  });

  test("are those that the installed packages name", () => {
    for (const [path, { license, version }] of locked) {
      // What is for another system is not installed.
      if (!existsSync(join(root, path, "package.json"))) continue;
      const manifest = readJson<Manifest>(path, "package.json");
      expect([path, manifest.version, manifest.license]).toEqual([path, version, license]);
    }
  });

  test.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["GPL-3.0-only", false],
    ["MIT AND GPL-3.0-only", false],
    [undefined, false],
    ["SEE LICENSE IN LICENSE", false],
  ])("%s is judged", (license, expected) => {
    expect(isAllowed(license, PERMISSIVE)).toBe(expected);
  });
});

test("installed packages have the scripts that the lock file tells of", () => {
  for (const [path, { hasInstallScript = false }] of locked) {
    if (!existsSync(join(root, path, "package.json"))) continue;
    const { scripts = {} } = readJson<Manifest>(path, "package.json");
    const runs = ["preinstall", "install", "postinstall"].some((name) => scripts[name] !== undefined);
    const isNative = existsSync(join(root, path, "binding.gyp"));
    expect([path, runs || isNative]).toEqual([path, hasInstallScript]);
  }
});

test("the program needs nothing but Node when it runs", () => {
  const builtin = /^(?:node:[a-z/_]+|assert|events|fs|os|path|stream|url|util)$/;
  const files = readdirSync(join(root, "dist")).filter((file) => /\.c?js$/.test(file));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const text = readFileSync(join(root, "dist", file), "utf8");
    const imports = [
      ...text.matchAll(/^(?:import|export)\s[^;"]*?from\s*"([^"\n]+)"/gm),
      ...text.matchAll(/\b(?:import|require)\("([^"\n]+)"\)/g),
    ].map(([, name = ""]) => name);
    for (const name of imports) expect(name.startsWith(".") || builtin.test(name), `${file}: ${name}`).toBe(true);
  }
});

describe("scripts/audit.mjs", () => {
  /** Runs it with another npm. */
  const audit = (npm: string) => {
    const folder = folderOf({ npm: `#!/bin/sh\n${npm}\n` });
    chmodSync(join(folder, "npm"), 0o755);
    const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/audit.mjs")], {
      encoding: "utf8",
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    });
    return [status, stdout];
  };

  test("fails with what is known against a package", () => {
    const via = [{ title: "Reads too much", url: "https://example.org/1" }, "other"];
    const answer = { vulnerabilities: { six: { name: "six", severity: "high", range: "<2", via } } };
    expect(
      audit(
        `case "$*" in *--omit=dev*) echo '{"vulnerabilities":{}}';; *) echo '${JSON.stringify(answer)}'; exit 1;; esac`,
      ),
    ).toEqual([
      1,
      "audit: nothing is known against the packages that py2nix runs with\n" +
        "audit: there is something against all packages, with those that it is made with\n" +
        "  six <2 (high): Reads too much (https://example.org/1); by other\n",
    ]);
  });

  test.each([
    ["has no such service", `echo '{"message":"405 Method Not Allowed","error":{}}'; exit 1`, "405 Method Not Allowed"],
    ["is not there", "echo 'npm error code ENOTFOUND' >&2; exit 1", "npm error code ENOTFOUND"],
    ["answers something else", "echo '<html>'", "it gives no answer"],
  ])("says so where the registry %s", (_, npm, reason) => {
    const [status, stdout] = audit(npm);
    expect(status).toBe(0);
    expect(stdout).toBe(
      `audit: the registry says nothing of the packages that py2nix runs with: ${reason}\n` +
        `audit: the registry says nothing of all packages, with those that it is made with: ${reason}\n`,
    );
  });
});
