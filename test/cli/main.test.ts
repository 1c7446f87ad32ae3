import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { EXIT_CODES } from "../../src/cli/command.ts";
import { folderOf, py2nix } from "../support/cli.ts";
import { root } from "../support/paths.ts";

const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };
const release = JSON.parse(readFileSync(`${root}/data/nixpkgs/index.json`, "utf8")) as {
  revision: string;
  date: string;
};

test("--version has package.json's and the index's, on standard output", () => {
  expect(py2nix(folderOf({}), ["--version"])).toEqual({
    code: 0,
    stdout: `py2nix ${version} (nixpkgs ${release.revision.slice(0, 12)}, ${release.date})\n`,
    stderr: "",
  });
  expect(release.revision).toMatch(/^[0-9a-f]{40}$/);
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

test("--help tells the exit codes", () => {
  const { stdout } = py2nix(folderOf({}), ["parse", "--help"]);
  expect(EXIT_CODES.map(([code]) => code)).toEqual([0, 1, 2, 3, 70]);
  for (const [code, means] of EXIT_CODES) expect(stdout).toContain(`  ${String(code).padEnd(4)}${means}`);
});

describe("a bug", () => {
  /** Runs the program with a data folder that is not there, which nothing expects. */
  const broken = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const main = pathToFileURL(`${root}/dist/main.js`).href;
    const script = `const { main } = await import(${JSON.stringify(main)});
      process.exitCode = await main(${JSON.stringify(args)}, "/nowhere");`;
    const folder = folderOf({ "requirements.txt": "flask" });
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PY2NIX_CACHE_DIR: `${folder}/cache`, ...env },
    });
    return { code: status, stdout, stderr };
  };

  test("is told in a line, with how to report it, and is 70", () => {
    const { code, stdout, stderr } = broken([]);
    expect([code, stdout]).toEqual([70, ""]);
    expect(stderr).toMatch(
      /^error: this is a bug in py2nix \S+ \(Error: ENOENT.*\); please report it with .*PY2NIX_DEBUG=1.*\n$/,
    );
  });

  test("is told with its place when that is asked for", () => {
    const { code, stderr } = broken([], { PY2NIX_DEBUG: "1" });
    expect(code).toBe(70);
    expect(stderr).toMatch(/\n {4}at /);
  });
});

describe("colour", () => {
  const ESCAPE = "\u001b[";
  const stderr = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    py2nix(folderOf({ "requirements.txt": "flask" }), args, { env }).stderr;

  test.each([
    [["-o", "shell.nix"], {}, false],
    [["-o", "shell.nix", "--color", "always"], {}, true],
    [["-o", "shell.nix", "--color=always"], { NO_COLOR: "1", TERM: "dumb" }, true],
    [["-o", "shell.nix", "--color", "never"], {}, false],
    [["-o", "shell.nix", "--color", "auto"], {}, false],
    [["nowhere.txt", "--color", "always"], {}, true],
  ] as const)("%j %j", (args, env, isColoured) => {
    expect(stderr(args, env).includes(ESCAPE)).toBe(isColoured);
  });

  test("is one of three words", () => {
    expect(stderr(["--color", "alway"])).toContain("there is no color alway; did you mean always?");
  });
});
