// Reference implementations are asked by the Python scripts of this folder: a question is a line of JSON, as an answer is.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Marker, MarkerOperand } from "../../src/pep/pep508.ts";

/** How a script is run. */
export interface Asking {
  /** Options of Python; `-I` where nothing is said. A script that imports another of this folder cannot have it. */
  readonly options?: readonly string[];
  /** Arguments of the script. */
  readonly args?: readonly string[];
  /** The whole environment, where it is not that of the tests. */
  readonly env?: NodeJS.ProcessEnv;
  /** How many answers there are, where it is not one for each line. */
  readonly count?: number;
}

/**
 * The version of a script's tool, and its answers to lines of JSON. Throws where the script fails or does not answer all,
 * with what it says on standard error. With PY2NIX_ORACLE_SHOW_ERRORS=1 that is shown in any case: scripts tell there why
 * their tools refuse something.
 */
export function askScript(
  python: string,
  script: string,
  lines: readonly unknown[],
  { options = ["-I"], args = [], env, count = lines.length }: Asking = {},
): { tool: string; answers: unknown[] } {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, stderr, status, error } = spawnSync(python, [...options, "-X", "utf8", path, ...args], {
    input: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    encoding: "utf8",
    env,
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (process.env.PY2NIX_ORACLE_SHOW_ERRORS) process.stderr.write(stderr);
  if (status !== 0) throw new Error(stderr);
  const [tool, ...answers] = stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  if (answers.length !== count) throw new Error(`${script} gives ${answers.length} answers, not ${count}: ${stderr}`);
  return { tool: String(tool), answers };
}

/** A marker as nested lists, as the scripts tell it. */
export function structure(marker: Marker): unknown {
  return marker.kind === "compare"
    ? [marker.operator, operand(marker.left), operand(marker.right)]
    : [marker.kind, ...marker.operands.map(structure)];
}

function operand(side: MarkerOperand): unknown {
  return side.kind === "variable" ? [side.name] : side.value;
}
