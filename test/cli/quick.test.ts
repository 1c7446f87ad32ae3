import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { folderOf, py2nix } from "../support/cli.ts";
import { root } from "../support/paths.ts";

describe("the quick start", () => {
  test("takes what the build has compiled, and loads little of Node", () => {
    const path = join(root, "dist/quick.cjs");
    const source = readFileSync(path, "latin1");
    const cache = readFileSync(join(root, "dist/quick.cache"));
    const digest = source.slice(source.lastIndexOf("//") + 2).trim();
    const end = cache.indexOf(10);
    expect(cache.toString("latin1", 0, end)).toBe(`${process.version} ${process.platform} ${process.arch} ${digest}`);
    const script = new Script(source, { filename: path, cachedData: cache.subarray(end + 1) });
    expect(script.cachedDataRejected).toBe(false);
  });

  test("imports no module of its own later, for which esbuild would wrap every other in a function", async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ["src/cli/quick.ts"],
      bundle: true,
      platform: "node",
      external: ["fast-glob"],
      write: false,
      metafile: true,
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
    const later = imports.filter(({ kind }) => kind === "dynamic-import");
    expect(later.filter(({ external }) => !external)).toEqual([]);
    expect(later.map(({ path }) => path).sort()).toEqual(["fast-glob", "node:child_process"]);
  });

  test("asks for no part of Node that is slow to load", () => {
    const folder = folderOf({
      "requirements.txt": "six",
      "tell.cjs": `process.on("exit", () => {
        const loaded = new Set(process.moduleLoadList);
        const slow = ["crypto", "child_process", "net", "tty", "stream", "http", "os", "os/promises", "module", "readline"];
        require("node:fs").writeFileSync("loaded.json", JSON.stringify(slow.filter((name) => loaded.has("NativeModule " + name))));
      });`,
    });
    const { code } = py2nix(folder, ["convert"], { env: { NODE_OPTIONS: "--require ./tell.cjs" } });
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "loaded.json"), "utf8"))).toEqual([]);
  });
});
