// Tries random inputs on everything that reads text, in threads, until the time is over:
//
//   npm run fuzz -- --seconds 600 [--runs 1000000] [--parser NAME].. [--seed N] [--from N] [--threads N]
//
// The inputs of a seed are always the same. A failure is printed with what tries it again, and makes the exit code 1.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    runs: { type: "string", default: "Infinity" },
    parser: { type: "string", multiple: true, default: [] },
    seed: { type: "string" },
    from: { type: "string", default: "0" },
    threads: { type: "string", default: String(Math.min(2, availableParallelism())) },
  },
});
const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const seed = Number(values.seed ?? (Date.now() / 1000) | 0);
const threads = Number(values.threads);
const runs = Number(values.runs);
/** An input that takes longer never ends. */
const HANG = 30_000;
/** Each thread may have so much memory, in MiB. */
const MEMORY = 1024;

const folder = mkdtempSync(join(tmpdir(), "py2nix-fuzz-"));
const worker = join(folder, "worker.mjs");
const results = new Map();
let failed = false;
try {
  await build({
    absWorkingDir: root,
    entryPoints: ["test/fuzz/worker.ts"],
    outfile: worker,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  const names = await namesOfParsers();
  const unknown = values.parser.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`there is no parser ${unknown.join(", ")}: ${names.join(", ")}`);
  const wanted = values.parser.length > 0 ? values.parser : names;
  const each = (Number(values.seconds) * 1000 * threads) / wanted.length;
  console.log(`seed ${seed}, ${wanted.length} parsers, ${Math.round(each / 100) / 10} s each`);
  const queue = wanted.map((target) => ({ target, seed, from: Number(values.from), runs, milliseconds: each }));
  await Promise.all(Array.from({ length: threads }, () => workOff(queue)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const total = [...results.values()].reduce((sum, inputs) => sum + inputs, 0);
console.log(`${total.toLocaleString("en")} inputs; ${failed ? "there are failures" : "nothing failed"}`);
process.exitCode = failed ? 1 : 0;

function start() {
  const place = new Float64Array(new SharedArrayBuffer(8));
  const thread = new Worker(worker, {
    workerData: { root, place },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  return { thread, place };
}

async function namesOfParsers() {
  const { thread } = start();
  const names = await new Promise((resolve, reject) => thread.once("message", resolve).once("error", reject));
  await thread.terminate();
  return names;
}

async function workOff(queue) {
  let running = null;
  for (let task = queue.shift(); task; task = queue.shift()) {
    running ??= await ready();
    const { inputs, milliseconds, failures } = await answerOf(running, task);
    results.set(task.target, inputs);
    const speed = Math.round(inputs / (milliseconds / 1000));
    console.log(
      `${task.target.padEnd(24)}${inputs.toLocaleString("en").padStart(12)} inputs ${String(speed).padStart(8)} a second`,
    );
    for (const failure of failures) tell(failure);
    if (failures.some(({ isEnd }) => isEnd)) {
      await running.thread.terminate();
      running = null;
    }
  }
  await running?.thread.terminate();
}

async function ready() {
  const started = start();
  await new Promise((resolve, reject) => started.thread.once("message", resolve).once("error", reject));
  return started;
}

/** The answer to a task; a failure where the thread hangs or ends instead. */
function answerOf({ thread, place }, task) {
  return new Promise((resolve) => {
    const begun = performance.now();
    let last = -1;
    let since = begun;
    const end = (what) => {
      const inputs = place[0] - task.from;
      const failure = { target: task.target, seed: task.seed, n: place[0], input: "", what, isEnd: true };
      settle({ inputs, milliseconds: performance.now() - begun, failures: [failure] });
    };
    const watch = setInterval(() => {
      if (place[0] !== last) [last, since] = [place[0], performance.now()];
      else if (performance.now() - since > HANG) end(`no end after ${HANG / 1000} s`);
    }, 500);
    const settle = (answer) => {
      clearInterval(watch);
      thread
        .off("message", settle)
        .off("error", died)
        .on("error", () => {});
      resolve(answer);
    };
    thread.once("message", settle);
    const died = (error) => end(`the thread ended: ${error.message}`);
    thread.once("error", died);
    thread.postMessage(task);
  });
}

function tell({ target, seed, n, input, what }) {
  failed = true;
  console.log(`  FAILED: ${what.split("\n").slice(0, 12).join("\n    ")}`);
  if (input !== "") console.log(`  input: ${JSON.stringify(input.length > 600 ? `${input.slice(0, 600)}...` : input)}`);
  console.log(`  again: npm run fuzz -- --parser ${target} --seed ${seed} --from ${n} --runs 1`);
}
