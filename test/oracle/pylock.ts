// The comparison with packaging.pylock: what is asked, how our side answers, and how answers are stored.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { InputError } from "../../src/diagnostics.ts";
import { readPylock } from "../../src/manifests/pylock.ts";
import { satisfies } from "../../src/pep/pep440.ts";
import { evaluateMarker } from "../../src/pep/pep508.ts";
import type { Lock, LockedPackage } from "../../src/project.ts";
import { changedFiles, fixtureLocks, MACHINES, SELECTIONS, WHOLE } from "./pylock-cases.ts";

type Machine = (typeof MACHINES)[number];

/** A question to both sides; the arguments are the reference script's. */
export type Question =
  | readonly ["valid", string]
  | readonly ["select", string, Machine, readonly string[], readonly string[] | null];

export interface Suite {
  readonly file: string;
  readonly title: string;
  readonly questions: () => readonly Question[];
}

export const SUITES: readonly Suite[] = [
  {
    file: "pylock-validity",
    title: "files that are valid and not",
    questions: () => changedFiles().map((text) => ["valid", text]),
  },
  {
    file: "pylock-select",
    title: "name, version and hashes of what each selection installs on each machine",
    questions: () =>
      [WHOLE, ...fixtureLocks()].flatMap((text) =>
        MACHINES.flatMap((machine) =>
          SELECTIONS.map(({ extras, groups }): Question => ["select", text, machine, extras, groups]),
        ),
      ),
  },
];

/** Our answer in the form of the reference script's: null for a file that is refused. */
export function ourAnswer(question: Question): unknown {
  let lock: Lock;
  try {
    lock = readPylock(question[1], "pylock.toml", []);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
  return question[0] === "valid" ? true : select(lock, question[2], question[3], question[4]);
}

/** The packages that are installed, or the first word of the reference's error. */
function select(lock: Lock, machine: Machine, extras: readonly string[], groups: readonly string[] | null): unknown {
  const version = machine.python_full_version ?? "";
  const fits = (constraint: LockedPackage["requiresPython"]) => constraint.some((set) => satisfies(set, version));
  if (lock.requiresPython && !fits(lock.requiresPython.constraint)) return "python_full_version";
  if (lock.environments && !lock.environments.some((marker) => evaluateMarker(marker, machine))) return "Provided";
  const defaults = (lock.selectables ?? []).flatMap(({ byDefault, name }) => (byDefault ? [name] : []));
  const chosen = { extras: new Set(extras), dependency_groups: new Set(groups ?? defaults) };
  const wanted = lock.packages.filter(({ marker }) => !marker || evaluateMarker(marker, { ...machine, ...chosen }));
  for (const [i, { key, requiresPython }] of wanted.entries()) {
    if (!fits(requiresPython)) return "python_full_version";
    if (wanted.slice(0, i).some((other) => other.key === key)) return "Multiple";
  }
  return wanted.map(({ name, version, files }) => [
    name,
    version,
    files.flatMap(({ hash, otherHashes = [] }) => [...(hash === null ? [] : [hash]), ...otherHashes]).sort(),
  ]);
}

export function askPylock(python: string, questions: readonly Question[]): { tool: string; answers: unknown[] } {
  const script = new URL("./pylock_answers.py", import.meta.url).pathname;
  const output = execFileSync(python, ["-I", "-X", "utf8", script], {
    input: questions.map((question) => `${JSON.stringify(question)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["pipe", "pipe", "ignore"],
  });
  const [tool, ...answers] = output
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  if (answers.length !== questions.length) throw new Error("the reference script did not answer every question");
  return { tool: String(tool), answers };
}

const WIDTH = 6;

/** An answer as text of one width. A version is compared as the lock writes it, and not at all where it has none. */
export function code(answer: unknown): string {
  if (answer === null) return "-".repeat(WIDTH);
  const plain = Array.isArray(answer)
    ? answer.map(([name, version, hashes]) => [name, version || null, hashes])
    : answer;
  return createHash("sha256").update(JSON.stringify(plain)).digest("base64url").slice(0, WIDTH);
}

function answersFile({ file }: Suite): URL {
  return new URL(`./answers/${file}.json`, import.meta.url);
}

export interface StoredAnswers {
  readonly tool: string;
  readonly cases: number;
  readonly answers: readonly string[];
}

export function readStored(suite: Suite): { tool: string; codes: string[] } {
  const { tool, answers }: StoredAnswers = JSON.parse(readFileSync(answersFile(suite), "utf8"));
  return { tool, codes: answers.join("").match(new RegExp(`.{${WIDTH}}`, "g")) ?? [] };
}

export function store(suite: Suite, tool: string, codes: readonly string[]): void {
  const answers = codes.join("").match(/.{1,114}/g) ?? [];
  writeFileSync(answersFile(suite), `${JSON.stringify({ tool, cases: codes.length, answers }, null, 1)}\n`);
}
