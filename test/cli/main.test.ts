import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { folderOf, py2nix } from "../support/cli.ts";
import { root } from "../support/paths.ts";

const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };

test("--version is package.json's, on standard output", () => {
  expect(py2nix(folderOf({}), ["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("--help lists the options on standard output, and so does -h", () => {
  const help = py2nix(folderOf({}), ["--help"]);
  expect([help.code, help.stderr]).toEqual([0, ""]);
  for (const option of [
    "--output",
    "--python",
    "--style",
    "--pin",
    "--group",
    "--extra",
    "--lock",
    "--format",
    "--quiet",
  ])
    expect(help.stdout).toContain(option);
  expect(py2nix(folderOf({}), ["-h"]).stdout).toBe(help.stdout);
});
