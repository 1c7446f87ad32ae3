// The comparison with what PDM, Pipenv and Poetry export of their locks: how our side answers, and how answers are
// stored. What is asked is in lock-exports-cases.ts.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fixtures } from "../support/paths.ts";
import { askScript } from "./ask.ts";
import type { Case, LockCases, Suite } from "./lock-exports-cases.ts";
import { loadFixture, reachedIn } from "./locked.ts";

export interface Question {
  readonly of: LockCases;
  readonly case: Case;
}

export function questionsOf({ locks }: Suite): Question[] {
  return locks.flatMap((of) => of.cases.map((one) => ({ of, case: one })));
}

export function titleOf({ of, case: [text] }: Question): string {
  return `${of.folder}/${of.lock} ${text}`;
}

/** Name or place, version, whether it is installed in each environment, hashes. */
export type Row = readonly [string, string | null, string, readonly string[]];

/**
 * What is left out on both sides. PDM writes a package of a git URL twice for two targets, each with its marker, and
 * when it reads its own file takes the last entry for the only one. Pipenv writes what the machine that locks does not
 * need without a version, hashes or marker (pypa/pipenv, issues 5842 and 6028): py2nix goes by the marker of the Pipfile.
 */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  "pdm-web-api/pdm.targets.lock": ["moonphase"],
  "pipenv-shop/Pipfile.lock": ["appnope", "pywin32"],
};

function isLeftOut({ folder, lock }: LockCases, name: string): boolean {
  return LEFT_OUT[`${folder}/${lock}`]?.includes(name) ?? false;
}

/** In one order, without what is installed nowhere and what is left out. */
function comparable({ of }: Question, rows: readonly Row[]): Row[] {
  return rows
    .filter(([name, , truths]) => truths.includes("1") && !isLeftOut(of, name))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What py2nix takes with the options that stand for those of the tool. */
export function ourAnswer(suite: Suite, question: Question): Row[] {
  const { tool } = suite;
  const { folder, manifest, lock } = question.of;
  const project = loadFixture(`${folder}/${manifest}`, `${folder}/${lock}`);
  const rows = [...reachedIn(project, question.case[1], question.of.environments)].map(
    ([{ key, version, source, files }, truths]): Row => [
      tool === "pipenv" && source.kind === "path"
        ? source.path
        : tool === "pipenv" && source.kind === "url"
          ? source.url
          : key,
      source.kind === "registry" && version !== "" ? version : null,
      truths.map((truth) => (truth ? "1" : "0")).join(""),
      // Pipenv alone writes hashes of what comes from no index.
      tool !== "pipenv" && source.kind !== "registry" ? [] : files.flatMap(({ hash }) => hash ?? []).sort(),
    ],
  );
  return comparable(question, merge(rows));
}

/** A name and version that stand there twice are wanted where any of them is, as the script has it. */
function merge(rows: readonly Row[]): Row[] {
  const merged = new Map<string, Row>();
  for (const [name, version, truths, hashes] of rows) {
    const id = JSON.stringify([name, version]);
    const known = merged.get(id);
    const either = [...truths].map((truth, i) => (truth === "1" || known?.[2][i] === "1" ? "1" : "0")).join("");
    merged.set(id, [name, version, either, [...new Set([...(known?.[3] ?? []), ...hashes])].sort()]);
  }
  return [...merged.values()];
}

/** The Python whose environment has the tool, where the variable names one: PY2NIX_ORACLE_POETRY_1_8. */
export function pythonOf({ name, tool }: Suite): string | undefined {
  // The newest Poetry goes with the other reference implementations.
  const suffix = name === "poetry" ? "PYTHON" : name.replace(/[-.]/g, "_").toUpperCase();
  const python = process.env[`PY2NIX_ORACLE_${suffix}`];
  return python !== undefined && existsSync(join(dirname(python), tool)) ? python : undefined;
}

export function ask(python: string, suite: Suite): { tool: string; answers: Row[][] } {
  const questions = questionsOf(suite);
  const lines = questions.map(({ of, case: [text] }) => [
    `${fixtures}/${of.folder}`,
    of.asked ?? of.lock,
    text === "" ? [] : text.split(" "),
    of.environments.map(({ environment }) => environment),
  ]);
  const { tool, answers } = askScript(python, "./lock_exports.py", lines, { options: [], args: [suite.tool] });
  return { tool, answers: questions.map((question, i) => comparable(question, answers[i] as Row[])) };
}

const WIDTH = 12;

/** An answer as text of one width. */
export function code(rows: readonly Row[]): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("base64url").slice(0, WIDTH);
}

export interface StoredAnswers {
  readonly tool: string;
  /** Of all answers together. */
  readonly packages: number;
  /** By the title of the question. */
  readonly answers: Readonly<Record<string, string>>;
}

function answersFile({ name }: Suite): URL {
  return new URL(`./answers/${name}-export.json`, import.meta.url);
}

export function readStored(suite: Suite): StoredAnswers {
  return JSON.parse(readFileSync(answersFile(suite), "utf8"));
}

export function store(suite: Suite, tool: string, answers: readonly Row[][]): void {
  const stored: StoredAnswers = {
    tool,
    packages: answers.flat().length,
    answers: Object.fromEntries(questionsOf(suite).map((question, i) => [titleOf(question), code(answers[i] ?? [])])),
  };
  writeFileSync(answersFile(suite), `${JSON.stringify(stored, null, 1)}\n`);
}
