// The comparison with what PDM and Pipenv export of their locks: what is asked, how our side answers, and how answers
// are stored.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readPdmLock } from "../../src/manifests/pdm-lock.ts";
import { readPipfileLock } from "../../src/manifests/pipfile-lock.ts";
import { evaluateMarker } from "../../src/pep/pep508.ts";
import type { Lock, LockedPackage } from "../../src/project.ts";
import { fixtures } from "../support/paths.ts";
import { MACHINES } from "./pylock-cases.ts";

/** A selection: what the tool is told, and the groups that this means in the order of precedence. */
export interface Selection {
  readonly options: readonly string[];
  readonly groups: readonly string[];
}

export interface Suite {
  readonly tool: "pdm" | "pipenv";
  /** Folder under fixtures and lock file in it. */
  readonly locks: readonly (readonly [string, string])[];
  readonly selections: (folder: string, lock: string) => readonly Selection[];
}

const PDM_SELECTIONS: Readonly<Record<string, readonly Selection[]>> = {
  "pdm-web-api": [
    { options: ["--prod"], groups: ["main"] },
    // Without an option it is all that is locked, the extras too.
    { options: [], groups: ["main", "postgres", "reports", "all", "test", "typing", "lint"] },
    { options: ["-d"], groups: ["main", "test", "typing", "lint"] },
    { options: ["--prod", "-G", "postgres"], groups: ["main", "postgres"] },
    { options: ["--prod", "-G", "postgres", "-G", "reports"], groups: ["main", "postgres", "reports"] },
    { options: ["--prod", "-G", "all"], groups: ["main", "all"] },
    { options: ["--no-default", "-G", "test"], groups: ["test"] },
    { options: ["-d", "-G", "lint"], groups: ["main", "lint"] },
    { options: ["-G:all"], groups: ["main", "postgres", "reports", "all", "test", "typing", "lint"] },
  ],
  "pdm.targets.lock": [
    { options: ["--prod"], groups: ["main"] },
    { options: [], groups: ["main", "test", "typing", "lint"] },
    { options: ["-d"], groups: ["main", "test", "typing", "lint"] },
    { options: ["--no-default", "-G", "test"], groups: ["test"] },
    { options: ["--no-default", "-G", "typing", "-G", "lint"], groups: ["typing", "lint"] },
  ],
  "pdm-lock-versions": [
    { options: ["--prod"], groups: ["main"] },
    { options: [], groups: ["main", "fast", "test"] },
    { options: ["-d"], groups: ["main", "test"] },
    { options: ["--prod", "-G", "fast"], groups: ["main", "fast"] },
    { options: ["--no-default", "-G", "test"], groups: ["test"] },
    { options: ["-G:all"], groups: ["main", "fast", "test"] },
  ],
};

export const SUITES: readonly Suite[] = [
  {
    tool: "pdm",
    locks: [
      ["pdm-web-api", "pdm.lock"],
      ["pdm-web-api", "pdm.static-urls.lock"],
      ["pdm-web-api", "pdm.2.20.lock"],
      ["pdm-web-api", "pdm.targets.lock"],
      ["pdm-lock-versions", "pdm.lock"],
    ],
    selections: (folder, lock) => PDM_SELECTIONS[lock] ?? PDM_SELECTIONS[folder] ?? [],
  },
  {
    tool: "pipenv",
    locks: [["pipenv-shop", "Pipfile.lock"]],
    // Where categories disagree the last one counts; `--dev` puts the default one last.
    selections: () => [
      { options: [], groups: ["main"] },
      { options: ["--dev"], groups: ["dev", "main"] },
      { options: ["--dev-only"], groups: ["dev"] },
      { options: ["--categories", "docs"], groups: ["docs"] },
      { options: ["--categories", "packages docs"], groups: ["main", "docs"] },
      { options: ["--categories", "packages,dev-packages,load-test"], groups: ["main", "dev", "load-test"] },
      {
        options: ["--categories", "load-test docs dev-packages packages"],
        groups: ["load-test", "docs", "dev", "main"],
      },
    ],
  },
];

export interface Question {
  readonly folder: string;
  readonly lock: string;
  readonly selection: Selection;
}

/**
 * Left out on both sides: PDM writes this package of a git URL twice for two targets, each with its marker, and when it
 * reads its own file takes the last entry for the only one.
 */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = { "pdm.targets.lock": ["moonphase"] };

function comparable({ lock }: Question, rows: readonly Row[]): Row[] {
  return rows
    .filter(([name]) => !LEFT_OUT[lock]?.includes(name))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

export function questionsOf({ locks, selections }: Suite): Question[] {
  return locks.flatMap(([folder, lock]) => selections(folder, lock).map((selection) => ({ folder, lock, selection })));
}

/** Name or place, version, whether the marker holds on each machine, hashes. */
export type Row = readonly [string, string | null, string, readonly string[]];

export function ourAnswer({ tool }: Suite, question: Question): Row[] {
  const { folder, lock: file, selection } = question;
  const text = readFileSync(`${fixtures}/${folder}/${file}`, "utf8");
  const lock = (tool === "pdm" ? readPdmLock : readPipfileLock)(text, file, []);
  const rows = wanted(tool, lock, selection).map(
    ({ key, version, source, marker, files }): Row => [
      tool === "pipenv" && (source.kind === "path" || source.kind === "url")
        ? source.kind === "path"
          ? source.path
          : source.url
        : key,
      source.kind === "registry" && version !== "" ? version : null,
      MACHINES.map((machine) => (marker && !evaluateMarker(marker, machine) ? "0" : "1")).join(""),
      tool === "pdm" && source.kind !== "registry" ? [] : files.flatMap(({ hash }) => hash ?? []).sort(),
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

function wanted(tool: Suite["tool"], lock: Lock, { groups }: Selection): LockedPackage[] {
  if (tool === "pdm") return lock.packages.filter((locked) => locked.groups?.some((group) => groups.includes(group)));
  const byKey = new Map<string, LockedPackage>();
  for (const group of groups)
    for (const locked of lock.packages) if (locked.groups?.includes(group)) byKey.set(locked.key, locked);
  return [...byKey.values()];
}

/** Whether a Python's environment has the tool. */
export function hasTool(python: string | undefined, tool: Suite["tool"]): python is string {
  return python !== undefined && existsSync(join(dirname(python), tool));
}

export function ask(python: string, questions: readonly Question[]): { tool: string; answers: Row[][] } {
  const script = new URL("./pdm_answers.py", import.meta.url).pathname;
  const output = execFileSync(python, ["-X", "utf8", script], {
    input: questions
      .map(({ folder, lock, selection }) =>
        JSON.stringify([`${fixtures}/${folder}`, lock, selection.options, MACHINES]),
      )
      .join("\n"),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const [tool, ...answers] = output
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  if (answers.length !== questions.length) throw new Error("the script did not answer every question");
  const sorted = questions.map((question, i) => comparable(question, answers[i] as Row[]));
  return { tool: String(tool), answers: sorted };
}

const WIDTH = 12;

/** An answer as text of one width. */
export function code(rows: readonly Row[]): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("base64url").slice(0, WIDTH);
}

export interface StoredAnswers {
  readonly tool: string;
  readonly cases: number;
  /** Packages times machines. */
  readonly comparisons: number;
  readonly answers: readonly string[];
}

function answersFile({ tool }: Suite): URL {
  return new URL(`./answers/${tool}-export.json`, import.meta.url);
}

export function readStored(suite: Suite): StoredAnswers {
  return JSON.parse(readFileSync(answersFile(suite), "utf8"));
}

export function store(suite: Suite, tool: string, answers: readonly Row[][]): void {
  const comparisons = answers.flat().length * MACHINES.length;
  const stored: StoredAnswers = { tool, cases: answers.length, comparisons, answers: answers.map(code) };
  writeFileSync(answersFile(suite), `${JSON.stringify(stored, null, 1)}\n`);
}
