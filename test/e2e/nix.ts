// What the end-to-end tests share: the built program, real Nix over the stub nixpkgs (test/stub), and folders to try them in.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, test } from "vitest";
import { fixtures, root } from "../support/paths.ts";
import { findTool } from "../support/tools.ts";

/** A cold store takes its time: Nix builds the stub's packages, and pip fetches them. Nothing is measured. */
export const PATIENCE = 10 * 60_000;

const scratch = mkdtempSync(join(realpathSync(tmpdir()), "py2nix-e2e-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

// The machine ------------------------------------------------------------------------------------------------

/** The machine's Pythons for the stub: the names are the stub's own, the values paths and versions. */
const { pythons, complaint } = findPythons();

function findPythons(): { pythons: Record<string, string>; complaint: string } {
  const found = spawnSync(`${root}/test/stub/find-python.sh`, ["3.13", "3.12"], { encoding: "utf8" });
  const lines = found.stdout.split("\n").filter((line) => line.includes("="));
  return {
    pythons: Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    ),
    complaint: found.status === 0 ? "" : found.stderr.trim(),
  };
}

/** A Python of the machine itself. */
export const machinePython = pythons.PY2NIX_STUB_PYTHON313 ?? "python3";

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  ...pythons,
  NIX_PATH: `nixpkgs=${root}/test/stub`,
  NIX_CONFIG: [
    process.env.NIX_CONFIG ?? "",
    "sandbox = false",
    "substituters =",
    "max-jobs = auto",
    ...(process.getuid?.() === 0 ? ["build-users-group ="] : []),
  ].join("\n"),
};
// A session in a shell of another project must not be seen, nor the folder of a shell with a Python beside it.
for (const name of ["NIX_BUILD_SHELL", "VIRTUAL_ENV", "IN_NIX_SHELL", "PYTHONPATH", "PYTHONHOME"]) {
  delete environment[name];
}

/** What is not on this machine, in a line; null when all is. */
function missing(): string | null {
  for (const tool of ["nix-shell", "nix-instantiate"]) {
    if (findTool(tool) === null) return `${tool} is not on PATH`;
  }
  return complaint === "" ? null : complaint;
}

/** Why nothing can be fetched from the package registry that this machine's pip uses; null when it can. */
function registryTrouble(): string | null {
  const fetch = `
import ensurepip, pathlib, runpy, sys
[wheel] = (pathlib.Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl")
sys.path.insert(0, str(wheel))
sys.argv = ["pip", "download", "--quiet", "--no-deps", "--dest", sys.argv[1], "hashids==1.3.1"]
runpy.run_module("pip", run_name="__main__")`;
  const tried = spawnSync(machinePython, ["-I", "-c", fetch, join(scratch, "registry")], {
    encoding: "utf8",
    env: environment,
    timeout: PATIENCE,
  });
  return tried.status === 0 ? null : "pip reaches no package registry";
}

/** Declares tests that run Nix, one after the other. Where Nix (or the registry) is missing there is one skipped test that says so. */
export function describeWithNix(title: string, needs: { registry: boolean }, body: () => void): void {
  const reason = missing() ?? (needs.registry ? registryTrouble() : null);
  if (reason === null) {
    describe.sequential(title, { timeout: PATIENCE }, body);
  } else if (process.env.PY2NIX_REQUIRE_TOOLS === "1") {
    test(title, () => {
      throw new Error(`${reason}, and PY2NIX_REQUIRE_TOOLS=1 requires it`);
    });
  } else {
    process.stderr.write(`skipped: ${title}: ${reason}\n`);
    test.skip(`${title} (skipped: ${reason})`, () => {});
  }
}

// Programs ---------------------------------------------------------------------------------------------------

export interface Result {
  /** The exit code; null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** More variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What Nix says when another test is at the store in the same moment; it tries again by itself. */
const BUSY = /^warning: (?:error: )?SQLite database .* is busy.*\n/gm;

/** Runs a program to its end, whatever that is. */
export function run(command: string, args: readonly string[], { cwd = scratch, env = {} }: RunOptions = {}) {
  return new Promise<Result>((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: PATIENCE,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr: stderr.replace(BUSY, "") }));
  });
}

/** Standard output of a program. Rejects with what it printed when it fails. */
export async function output(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\nended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Writes the project's shell.nix, as a user would. */
export async function convert(project: string, ...args: readonly string[]): Promise<void> {
  await output(process.execPath, [`${root}/bin/py2nix.js`, ...args, "-o", "shell.nix"], { cwd: project });
}

export interface EnterOptions extends RunOptions {
  /** Arguments of nix-shell before `--run`: a file, `--pure`. */
  readonly args?: readonly string[];
}

/** Enters the project's shell for one command of bash. */
export function enter(project: string, command: string, { args = [], ...options }: EnterOptions = {}): Promise<Result> {
  return run("nix-shell", [...args, "--run", command], { cwd: project, ...options });
}

/** The standard output of a command in the project's shell. Rejects when it fails. */
export async function inside(project: string, command: string, options: EnterOptions = {}): Promise<string> {
  const { args = [], ...rest } = options;
  return (await output("nix-shell", [...args, "--run", command], { cwd: project, ...rest })).trim();
}

/** A value of Nix, by way of JSON. */
export async function evaluate(expression: string): Promise<unknown> {
  return JSON.parse(await output("nix-instantiate", ["--eval", "--strict", "--json", "--expr", expression]));
}

// Folders ----------------------------------------------------------------------------------------------------

let count = 0;

/** A new folder, outside of the repository. */
export function newFolder(name = "project"): string {
  count += 1;
  const folder = join(scratch, String(count), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A new folder with these files. */
export function newProject(files: Readonly<Record<string, string>>, name?: string): string {
  const folder = newFolder(name);
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return folder;
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A copy of all fixtures, or of one. */
export function copyFixture(name = "."): string {
  const folder = newFolder(name === "." ? "fixtures" : name);
  cpSync(join(fixtures, name), folder, { recursive: true });
  return folder;
}

export interface Wheel {
  readonly name: string;
  readonly version: string;
  /** Module name to text. */
  readonly modules?: Readonly<Record<string, string>>;
  readonly requires?: readonly string[];
  /** `name = module:function` */
  readonly scripts?: readonly string[];
}

/** Puts wheels of our own into a folder, for `--find-links`. */
export async function makeWheels(folder: string, ...wheels: readonly Wheel[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const wheel of wheels) {
    await output(machinePython, ["-I", `${root}/test/e2e/make_wheel.py`, folder, JSON.stringify(wheel)]);
  }
}
