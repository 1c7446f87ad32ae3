// A thread that tries inputs. Where it stands is in shared memory, so that an input that never ends can be named.

import { parentPort, workerData } from "node:worker_threads";
import { embeddedIndex } from "../../src/cli/embedded-index.ts";
import { type Failure, shorten, tryInput } from "./run.ts";
import { type Target, targets, useIndex } from "./targets.ts";

export interface Task {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  /** So many inputs at most, and so long at most. */
  readonly runs: number;
  readonly milliseconds: number;
}

export interface Answer {
  readonly target: string;
  readonly inputs: number;
  readonly milliseconds: number;
  readonly failures: readonly Failure[];
}

/** More failures of one parser are the same one, mostly. */
const MOST_FAILURES = 5;

if (parentPort) {
  const { root, place } = workerData as { root: string; place: Float64Array };
  useIndex(embeddedIndex(`${root}/data`));
  const byName = new Map(targets(`${root}/fixtures`).map((target) => [target.name, target]));
  const port = parentPort;
  port.on("message", (task: Task) => port.postMessage(work(byName.get(task.target) as Target, task, place)));
  port.postMessage([...byName.keys()]);
}

function work(target: Target, { seed, from, runs, milliseconds }: Task, place: Float64Array): Answer {
  const begun = performance.now();
  const failures: Failure[] = [];
  const kinds = new Set<string>();
  let n = 0;
  for (; n < runs && failures.length < MOST_FAILURES; n++) {
    if (n % 64 === 0 && performance.now() - begun > milliseconds) break;
    place[0] = from + n;
    const failure = tryInput(target, seed, from + n);
    const kind = failure?.what.split("\n").slice(0, 2).join() ?? "";
    if (!failure || kinds.has(kind)) continue;
    kinds.add(kind);
    failures.push({ ...failure, input: shorten(target, failure) });
  }
  return { target: target.name, inputs: n, milliseconds: performance.now() - begun, failures };
}
