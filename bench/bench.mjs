// All measurements in one table: `npm run bench`. Each row compares two things that were measured by turns in this one run, so
// that what else the machine does falls on both. Times are medians (the processor's are means); no test looks at them. Options:
//   --runs N              how often each thing is measured (11)
//   --requirements-js DIR an installed package pip-requirements-js to compare with
//   --pyproject-nix DIR   the code of pyproject.nix to compare with
//   --python FILE         a Python with pip and packaging ($PY2NIX_ORACLE_PYTHON otherwise)
// What a row needs and is not there is told instead of it.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { parse, render, resolve } from "../dist/index.js";
import { embeddedIndex } from "../dist/node.js";
import { ladder, manifest, requirementLines, uvLock } from "./inputs.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "11" },
    "requirements-js": { type: "string" },
    "pyproject-nix": { type: "string" },
    python: { type: "string" },
  },
});
const RUNS = Number(options.runs);
const PROGRAM = fileURLToPath(new URL("../bin/py2nix.js", import.meta.url));
const STUB = fileURLToPath(new URL("../test/stub", import.meta.url));
const python = options.python ?? process.env.PY2NIX_ORACLE_PYTHON;
const index = embeddedIndex();
const names = readFileSync(new URL("../data/nixpkgs/python.tsv", import.meta.url), "utf8")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter(([name, other, version]) => /^[a-z][a-z0-9-]+$/.test(name) && other === "" && /^[0-9.]+$/.test(version ?? ""))
  .map(([name, , version]) => ({ name, version }));

const folder = mkdtempSync(join(tmpdir(), "py2nix-bench-"));
// The indexes that this machine happens to have are nothing to measure.
process.env.PY2NIX_CACHE_DIR = join(folder, "cache");
try {
  wholeProcess();
  requirements();
  nix();
  growth();
  monorepo();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// ---- the rows ---------------------------------------------------------------------------------------------

/** (a), (b) and (c): a whole process against one of Node that does nothing. */
function wholeProcess() {
  const small = project("small", { "pyproject.toml": manifest(names.slice(0, 30)) });
  const lock = uvLock(names.slice(0, 230));
  const large = project("large", { "pyproject.toml": manifest(names.slice(0, 30)), "uv.lock": lock });
  const empty = () => processOf(process.execPath, ["-e", "0"], small);
  const convert = (cwd) => () => processOf(process.execPath, [PROGRAM, "convert", "--quiet"], cwd);
  const [base, first, second] = byTurns([empty, convert(small), convert(large)]);
  const size = `${(lock.length / 1e6).toFixed(1)} MB`;
  head("a process", "node -e 0", "py2nix", "at most");
  for (const [what, runs, most] of [
    ["convert, pyproject.toml of 30, wall", first, 1.3],
    [`convert, uv.lock of 230, ${size}, wall`, second, 1.8],
  ])
    row(what, ms(median(base, "wall")), ms(median(runs, "wall")), median(runs, "wall") / median(base, "wall"), most);
  for (const [what, runs] of [
    ["  the same, processor, pyproject.toml", first],
    ["  the same, processor, uv.lock", second],
  ])
    row(what, ms(mean(base, "cpu")), ms(mean(runs, "cpu")), mean(runs, "cpu") / mean(base, "cpu"));
  for (const [what, runs] of [
    ["peak memory, pyproject.toml", first],
    ["peak memory, uv.lock", second],
  ])
    row(what, mb(median(base, "rss")), mb(median(runs, "rss")), median(runs, "rss") / median(base, "rss"), 1.6);
}

/** (d) and (e): lines a second against other parsers. */
function requirements() {
  const own = (text) => () => parse({ "requirements.txt": text }, { inputs: ["requirements.txt"], lock: "none" });
  head("requirements", "theirs", "py2nix", "at least");
  if (options["requirements-js"]) {
    const require = createRequire(pathToFileURL(join(resolvePath(options["requirements-js"]), "package.json")));
    const { parsePipRequirementsFile } = require("pip-requirements-js");
    const lines = requirementLines(names, 2_000).filter((line) => accepts(() => parsePipRequirementsFile(line)));
    const text = `${lines.join("\n")}\n`;
    const [theirs, ours] = byTurns(
      [() => timed(() => parsePipRequirementsFile(text)), () => timed(own(text))],
      RUNS,
      5,
    );
    rates("lines a second, pip-requirements-js", lines.length, theirs, ours, 10);
  } else tell("pip-requirements-js is not compared with: --requirements-js");
  const lines = requirementLines(names, 5_000);
  const text = `${lines.join("\n")}\n`;
  const file = join(folder, "requirements.txt");
  writeFileSync(file, text);
  for (const parser of ["pip", "packaging"]) {
    const program = fileURLToPath(new URL("parsers.py", import.meta.url));
    const theirs = python && spawnSync(python, [program, parser, file, String(RUNS)], { encoding: "utf8" });
    if (theirs?.status !== 0) {
      tell(`${parser} is not compared with: ${theirs ? theirs.stderr.trim().split("\n").at(-1) : "--python"}`);
      continue;
    }
    const wall = theirs.stdout.trim().split(" ").map(Number);
    const [ours] = byTurns([() => timed(own(text))], RUNS, 5);
    rates(
      `lines a second, ${parser}`,
      lines.length,
      wall.map((time) => ({ wall: time })),
      ours,
      5,
    );
  }
}

/** (f): Nix and the shell.nix, against pyproject.nix and the same environment. */
function nix() {
  head("Nix", "withPackages", "py2nix", "at most");
  if (!options["pyproject-nix"]) return tell("pyproject.nix is not compared with: --pyproject-nix");
  const chosen = ["requests", "flask", "numpy", "click", "attrs"].map((name) => ({ name, version: "0" }));
  const cwd = project("nix", { "pyproject.toml": manifest(chosen) });
  const made = spawnSync(process.execPath, [PROGRAM, "convert", "--no-project", "-o", "shell.nix"], { cwd });
  if (made.status !== 0) return tell("the project for Nix could not be converted");
  writeFileSync(
    join(cwd, "theirs.nix"),
    `let
  pkgs = import <nixpkgs> { };
  # What the small nixpkgs lacks of lib, so that no second lib is loaded for it alone.
  lib = pkgs.lib // { importTOML = file: fromTOML (builtins.readFile file); licenses = { }; };
  pyproject = import ${resolvePath(options["pyproject-nix"])} { inherit lib; };
  project = pyproject.lib.project.loadPyproject { projectRoot = ./.; };
  python = pkgs.python3;
in
pkgs.mkShell {
  packages = [ (python.withPackages (pyproject.lib.renderers.withPackages { inherit project python; })) ];
}
`,
  );
  const env = { ...process.env, NIX_PATH: process.env.NIX_PATH ?? `nixpkgs=${STUB}` };
  const instantiate = (file) => () => processOf("nix-instantiate", [file], cwd, env);
  const [theirs, ours] = byTurns([instantiate("theirs.nix"), instantiate("shell.nix")]);
  if ([...theirs, ...ours].some(({ status }) => status !== 0)) {
    const { stderr } = spawnSync("nix-instantiate", ["theirs.nix"], { cwd, env, encoding: "utf8" });
    return tell(`pyproject.nix is not compared with: ${(stderr ?? "no nix-instantiate").trim().split("\n").at(-1)}`);
  }
  const [a, b] = [median(theirs, "wall"), median(ours, "wall")];
  row("nix-instantiate, wall", ms(a), ms(b), b / a, 1);
  row("  the same, processor", ms(mean(theirs, "cpu")), ms(mean(ours, "cpu")), mean(ours, "cpu") / mean(theirs, "cpu"));
}

/** (g): ten times the input. */
function growth() {
  head("ten times as much", "once", "ten times", "at most");
  const convertAll = (files) => () => {
    for (const table of files) {
      const read = parse(table);
      render(resolve(read, index), { index, project: read });
    }
  };
  for (const { what, once, tenfold } of ladder(names)) {
    const [small, large] = byTurns([() => timed(convertAll(once)), () => timed(convertAll(tenfold))], 5, 2);
    row(what, ms(median(small, "wall")), ms(median(large, "wall")), median(large, "wall") / median(small, "wall"), 11);
  }
}

/** (h): many projects in one call. */
function monorepo() {
  head("projects in one call", "100", "1000", "at most");
  const one = project("one", { "requirements.txt": "requests>=2\nflask\nnumpy>=1.2,<3\nclick\n" });
  const { stdout, status } = spawnSync(process.execPath, [PROGRAM, "convert", "--quiet", "-o", "shell.nix"], {
    cwd: one,
  });
  if (status !== 0) return tell(`the project could not be converted: ${stdout}`);
  const shell = readFileSync(join(one, "shell.nix"), "utf8");
  const text = readFileSync(join(one, "requirements.txt"), "utf8");
  const folders = [100, 1000].map((count) => {
    const files = Array.from({ length: count }, (_, i) => [
      [`part-${i}/requirements.txt`, text],
      [`part-${i}/shell.nix`, shell],
    ]).flat();
    return project(`of-${count}`, Object.fromEntries(files));
  });
  const update = (cwd) => () => processOf(process.execPath, [PROGRAM, "update", "--quiet", "--recursive", "."], cwd);
  const [few, many] = byTurns(folders.map(update), Math.min(RUNS, 5));
  if ([...few, ...many].some((run) => run.status !== 0)) return tell("py2nix update failed");
  const each = (median(many, "wall") - median(few, "wall")) / 900;
  row("py2nix update, ms for each further one", ms(median(few, "wall")), ms(median(many, "wall")), each, 2);
}

// ---- measuring --------------------------------------------------------------------------------------------

/** Each action `runs` times, by turns, after some turns that do not count. */
function byTurns(actions, runs = RUNS, before = 1) {
  const results = actions.map(() => []);
  for (let turn = -before; turn < runs; turn++)
    for (const [i, action] of actions.entries()) {
      const result = action();
      if (turn >= 0) results[i].push(result);
    }
  return results;
}

/** A program from start to end: milliseconds, and the peak of its memory in bytes. */
function processOf(program, args, cwd, env = process.env) {
  const begun = performance.now();
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "\n%U %S %M", program, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const wall = performance.now() - begun;
  const [user = 0, system = 0, rss = 0] = (stderr ?? "").trim().split("\n").at(-1).split(" ").map(Number);
  return { status, wall, cpu: (user + system) * 1000, rss: rss * 1024 };
}

function timed(action) {
  const begun = performance.now();
  action();
  return { wall: performance.now() - begun };
}

function median(runs, key) {
  const sorted = runs.map((run) => run[key]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The processor's time is told in hundredths of a second, which a mean of many runs evens out. */
function mean(runs, key) {
  return runs.reduce((sum, run) => sum + run[key], 0) / runs.length;
}

function accepts(action) {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

function project(name, files) {
  const path = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

// ---- the table --------------------------------------------------------------------------------------------

function head(what, one, other, limit) {
  print([`\n${what}`.padEnd(43), one.padStart(14), other.padStart(14), "ratio".padStart(9), limit.padStart(9)]);
}

function row(what, one, other, ratio, limit) {
  const goal = limit === undefined ? [] : [String(limit).padStart(9)];
  print([what.padEnd(42), one.padStart(14), other.padStart(14), ratio.toFixed(2).padStart(9), ...goal]);
}

function rates(what, lines, theirs, ours, least) {
  const [a, b] = [theirs, ours].map((runs) => (lines / median(runs, "wall")) * 1000);
  row(what, Math.round(a).toLocaleString("en"), Math.round(b).toLocaleString("en"), b / a, least);
}

function tell(text) {
  print([`(${text})`]);
}

function print(cells) {
  process.stdout.write(`${cells.join("")}\n`);
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}

function mb(value) {
  return `${(value / 2 ** 20).toFixed(1)} MiB`;
}
