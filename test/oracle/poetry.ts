// The comparison with Poetry's own reading of constraints: how both sides answer, and how answers are stored.

import { readFileSync, writeFileSync } from "node:fs";
import { pythonMarker } from "../../src/manifests/poetry.ts";
import { satisfies } from "../../src/pep/pep440.ts";
import { evaluateMarker } from "../../src/pep/pep508.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import { StandardError } from "../../src/pep/scanner.ts";
import { askScript } from "./ask.ts";
import { INTERPRETERS, poetryCases, pythonRanges } from "./poetry-cases.ts";

/** A constraint and versions or interpreters to test with it. */
export type Question = readonly ["allows" | "python", string, readonly string[]];

/** One truth for each version or interpreter; null when the constraint is refused. */
export type Answer = readonly boolean[] | null;

export interface Suite {
  readonly file: string;
  readonly title: string;
  readonly questions: () => readonly Question[];
}

export const SUITES: readonly Suite[] = [
  {
    file: "poetry-constraints",
    title: "5,000 constraints, each with 40 versions at its edges",
    questions: () => poetryCases(2050, 5000).map(({ constraint, probes }) => ["allows", constraint, probes]),
  },
  {
    file: "poetry-python",
    title: "the markers of 500 ranges of interpreters",
    questions: () => pythonRanges(315, 500).map((range) => ["python", range, INTERPRETERS]),
  },
];

export function ourAnswer([kind, constraint, versions]: Question): Answer {
  try {
    const sets = parsePoetryConstraint(constraint);
    if (kind === "allows") return versions.map((version) => sets.some((set) => satisfies(set, version)));
    const marker = pythonMarker(sets);
    return versions.map((full) => {
      const python_version = full.split(".").slice(0, 2).join(".");
      return marker === null || evaluateMarker(marker, { python_version, python_full_version: full });
    });
  } catch (error) {
    if (error instanceof StandardError) return null;
    throw error;
  }
}

export function askPoetry(python: string, questions: readonly Question[]): { tool: string; answers: Answer[] } {
  const { tool, answers } = askScript(python, "./poetry_answers.py", questions);
  return { tool, answers: answers as Answer[] };
}

/** An answer as text of one width in a suite. */
export function code(answer: Answer, width: number): string {
  if (answer === null) return "-".repeat(width);
  const bits = answer
    .map((truth) => (truth === true ? "1" : truth === false ? "0" : "?"))
    .join("")
    .padEnd(width * 4, "0");
  return bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

export function widthOf(questions: readonly Question[]): number {
  return Math.ceil((questions[0]?.[2].length ?? 0) / 4);
}

function answersFile({ file }: Suite): URL {
  return new URL(`./answers/${file}.json`, import.meta.url);
}

/** The stored codes, one a question. */
export function storedCodes(suite: Suite): string[] {
  const { cases, answers } = JSON.parse(readFileSync(answersFile(suite), "utf8")) as {
    cases: number;
    answers: string[];
  };
  const text = answers.join("");
  const width = text.length / cases;
  return Array.from({ length: cases }, (_, i) => text.slice(i * width, (i + 1) * width));
}

export function store(suite: Suite, tool: string, codes: readonly string[]): void {
  const answers = codes.join("").match(/.{1,116}/g) ?? [];
  writeFileSync(answersFile(suite), `${JSON.stringify({ tool, cases: codes.length, answers }, null, 1)}\n`);
}

const CAPITALS = "Poetry orders pre-release letters in capitals by their code";
const LOCAL = "clauses of PEP 440 do not order the local versions of one version";

/** What is answered otherwise on purpose. */
export const DELIBERATE: readonly {
  readonly reason: string;
  readonly constraint: string;
  readonly version: string;
  readonly ours: boolean;
  readonly reference: boolean;
}[] = [
  { reason: CAPITALS, constraint: "==1.0RC1", version: "1.0rc1", ours: true, reference: false },
  { reason: CAPITALS, constraint: "^1.0RC1", version: "1.0a1", ours: false, reference: true },
  { reason: CAPITALS, constraint: "==1.0.POST1", version: "1.0.post1", ours: true, reference: false },
  { reason: LOCAL, constraint: ">=1.5+abc", version: "1.5+abd", ours: false, reference: true },
  { reason: LOCAL, constraint: "<=1.5+abc", version: "1.5+abd", ours: true, reference: false },
  { reason: LOCAL, constraint: ">=1,!=1.5+abc", version: "1.5.post1", ours: true, reference: false },
];
