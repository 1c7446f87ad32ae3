// The comparison with packaging.pylock: what is asked, how our side answers, and how answers are stored.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { InputError } from "../../src/diagnostics.ts";
import { readPylock } from "../../src/manifests/pylock.ts";
import { askScript } from "./ask.ts";
import { type Environment, loadFixture, reachedIn } from "./locked.ts";
import {
  changedFiles,
  ENVIRONMENTS,
  fixtureLock,
  machineOf,
  type PylockCase,
  SELECTIONS,
  WHOLE,
} from "./pylock-cases.ts";

/** A question to both sides; the arguments are the reference script's, and behind them is what we are asked. */
export type Question =
  | readonly ["valid", string]
  | readonly [
      "select",
      string,
      ReturnType<typeof machineOf>,
      readonly string[],
      readonly string[] | null,
      { readonly of: PylockCase; readonly environment: Environment },
    ];

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
      SELECTIONS.flatMap((of) =>
        ENVIRONMENTS.map((environment): Question => {
          const text = of.folder === null ? WHOLE : fixtureLock(of.folder);
          return ["select", text, machineOf(environment), of.extras, of.groups, { of, environment }];
        }),
      ),
  },
];

/** Our answer in the form of the reference script's: null for a file that is refused. */
export function ourAnswer(question: Question): unknown {
  if (question[0] === "select") return select(question[1], question[5].of, question[5].environment);
  try {
    readPylock(question[1], "pylock.toml", []);
    return true;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The packages that are installed. */
function select(text: string, { folder, manifest, selection }: PylockCase, environment: Environment): unknown {
  const project =
    manifest === null
      ? loadFixture({ name: "pylock.toml", bytes: new TextEncoder().encode(text) }, "none")
      : loadFixture(`${folder}/${manifest}`, `${folder}/pylock.toml`);
  return [...reachedIn(project, selection, [environment]).keys()].map(({ name, version, files }) => [
    name,
    version,
    files.flatMap(({ hash, otherHashes = [] }) => [...(hash === null ? [] : [hash]), ...otherHashes]).sort(),
  ]);
}

export function askPylock(python: string, questions: readonly Question[]): { tool: string; answers: unknown[] } {
  const lines = questions.map((question) => question.slice(0, 5));
  return askScript(python, "./pylock_answers.py", lines);
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
