// What is published: the files, and that they are all that a program and a library need.

import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { py2nix } from "../support/cli.ts";
import { root } from "../support/paths.ts";

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number; readonly mode: number }[];
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), "py2nix-packed-")));
const installed = join(folder, "project/node_modules/py2nix");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** npm without the user's own settings of what it tells. */
function npm(cwd: string, ...args: string[]): string {
  return execFileSync("npm", ["--no-audit", "--no-fund", "--loglevel=error", ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

let packed: Packed;
let paths: readonly string[];
beforeAll(() => {
  // It is built, by npm ci or for the tests.
  const out = npm(root, "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  [packed] = JSON.parse(out) as [Packed];
  paths = packed.files.map(({ path }) => path).sort();
  mkdirSync(join(folder, "project"));
  writeFileSync(join(folder, "project/package.json"), "{}\n");
  npm(join(folder, "project"), "install", "--ignore-scripts", "--prefer-offline", join(folder, packed.filename));
});

describe("the package", () => {
  test("has what it must and nothing else", () => {
    expect([...new Set(paths.map((path) => path.replace(/\/.*/, "")))]).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "bin",
      "data",
      "dist",
      "flake.nix",
      "man",
      "nix",
      "package.json",
      "schema",
    ]);
    expect(paths.filter((path) => !/^(?:dist|data)\//.test(path) && path.includes("/"))).toEqual([
      "bin/package.json",
      "bin/py2nix.js",
      "man/py2nix.1",
      "nix/overlay.nix",
      "nix/package.nix",
      "schema/project-1.schema.json",
      "schema/settings-1.schema.json",
    ]);
  });

  test("has no tests, sources, maps or caches", () => {
    const wrong = paths.filter((path) =>
      /(?:^|\/)(?:test|fixtures|bench|src|scripts|docs)\/|\.map$|\.cache$|\.test\.|(?<!\.d)\.ts$|(?:^|\/)\./.test(path),
    );
    expect(wrong).toEqual([]);
  });

  test("is of a size that is no accident", () => {
    const size = packed.files.reduce((sum, file) => sum + file.size, 0);
    expect(size / 1024 ** 2).toBeLessThan(4);
  });

  test("has every file that it names", () => {
    const { bin, man, exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
      bin: Readonly<Record<string, string>>;
      man: readonly string[];
      exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    };
    const named = [
      ...Object.values(bin),
      ...man,
      ...Object.values(exports).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one))),
    ];
    for (const name of named) {
      const path = name.replace(/^\.\//, "").replace(/\*$/, "");
      expect(
        paths.some((one) => one === path || (name.endsWith("*") && one.startsWith(path))),
        name,
      ).toBe(true);
    }
    expect(packed.files.find(({ path }) => path === "bin/py2nix.js")?.mode).toBe(0o755);
  });

  test("has no file of the program that no other one needs", () => {
    const files = paths.filter((path) => /^dist\/[^/]+\.c?js$/.test(path)).map((path) => path.slice("dist/".length));
    const read = new Map(files.map((file) => [file, readFileSync(join(installed, "dist", file), "utf8")]));
    const needed = new Set(["main.js", "quick.cjs", "index.js", "node.js"]);
    for (const file of needed)
      for (const other of files) if (!needed.has(other) && read.get(file)?.includes(other)) needed.add(other);
    expect(files.filter((file) => !needed.has(file))).toEqual([]);
  });
});

describe("installed without its scripts", () => {
  const fixture = join(root, "fixtures/flask-web-app");
  const run = (args: readonly string[], cwd = fixture) =>
    execFileSync(process.execPath, [join(installed, "bin/py2nix.js"), ...args], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });

  test("the program converts a project as it does here", () => {
    expect(run(["convert"])).toBe(py2nix(fixture, ["convert"]).stdout);
    // Both ways into the program, and what is loaded when it is needed.
    for (const args of [
      ["report", "--output-format", "html"],
      ["graph", "--output-format", "svg"],
      ["convert", "requirements/*.txt"],
      ["completion", "zsh"],
      ["--help"],
    ])
      expect(run(args)).toBe(py2nix(fixture, args).stdout);
  });

  test("is found on npm's path, with its manual", () => {
    expect(readFileSync(join(folder, "project/node_modules/.bin/py2nix"), "utf8")).toContain("#!/usr/bin/env node");
    expect(npm(join(folder, "project"), "exec", "--offline", "--", "py2nix", "--version")).toMatch(
      /^py2nix \d+\.\d+\.\d+ \(nixpkgs /,
    );
    expect(existsSync(join(installed, "man/py2nix.1"))).toBe(true);
  });

  test("the library converts a project", () => {
    const source = `
      import { parse, render, resolve } from "py2nix";
      import { embeddedIndex } from "py2nix/node";
      const index = embeddedIndex();
      const project = parse({ "requirements.txt": "flask\\nno-such-project\\n" });
      console.log(render(resolve(project, index), { index, project }).text);`;
    writeFileSync(join(folder, "project/use.mjs"), source);
    const out = execFileSync(process.execPath, ["use.mjs"], { cwd: join(folder, "project"), encoding: "utf8" });
    expect(out).toContain("ps.flask");
    expect(out).toContain("no-such-project");
  });

  test("neither needs another package", () => {
    const alone = join(folder, "alone/node_modules/py2nix");
    cpSync(installed, alone, { recursive: true });
    expect(readdirSync(join(folder, "alone/node_modules"))).toEqual(["py2nix"]);
    cpSync(join(folder, "project/use.mjs"), join(folder, "alone/use.mjs"));
    expect(execFileSync(process.execPath, ["use.mjs"], { cwd: join(folder, "alone"), encoding: "utf8" })).toContain(
      "ps.flask",
    );
    const program = join(alone, "bin/py2nix.js");
    for (const args of [["convert"], ["report"], ["convert", "requirements/*.txt"]])
      expect(
        execFileSync(process.execPath, [program, ...args], {
          cwd: fixture,
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
        }),
      ).toBe(run(args));
  });
});
