// The comparison with the `packaging` library: what is asked, how our side answers, and how answers are stored.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { commonVersion } from "../../src/pep/constraint.ts";
import { compatibleTags, expandTags, tagPriority, wheelTags } from "../../src/pep/pep425.ts";
import { compareVersions, parseSpecifierSet, parseVersion, satisfies } from "../../src/pep/pep440.ts";
import { isValidName, normalizeName } from "../../src/pep/pep503.ts";
import {
  evaluateMarker,
  formatMarker,
  type MarkerEnvironment,
  MarkerError,
  parseMarker,
  parseRequirement,
} from "../../src/pep/pep508.ts";
import { StandardError } from "../../src/pep/scanner.ts";
import { askScript, structure } from "./ask.ts";
import {
  ENVIRONMENTS,
  type Environment,
  markerTexts,
  nameTexts,
  PYTHONS,
  requirementTexts,
  SYSTEMS,
  setTexts,
  specifierCases,
  versionPairs,
  wheelNames,
} from "./packaging-cases.ts";
import { HARD_QUESTIONS } from "./packaging-hard-cases.ts";

type System = (typeof SYSTEMS)[number];

/** A question to both sides; the arguments are the reference script's. */
export type Question =
  | readonly ["versions", string, string]
  | readonly ["contains", string, string]
  | readonly ["possible", string]
  | readonly ["requirement", string]
  | readonly ["evaluate", string]
  | readonly ["name", string]
  | readonly ["tags", string, System, string, string]
  | readonly ["wheel", string]
  | readonly ["priorities", readonly string[], string, System, string, string];

/** What `read` gives, null where it finds an error. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof StandardError || error instanceof MarkerError) return null;
    throw error;
  }
}

/** Our answer, in the form of the reference script's. */
export function ourAnswer(question: Question): unknown {
  switch (question[0]) {
    case "versions": {
      const [a, b] = [parseVersion(question[1]), parseVersion(question[2])];
      return [a?.text ?? null, b?.text ?? null, a && b ? Math.sign(compareVersions(a, b)) : null];
    }
    case "contains": {
      const set = orNull(() => parseSpecifierSet(question[1]));
      return (
        set &&
        [{}, { prereleases: true }, { prereleases: false }].map((options) => satisfies(set, question[2], options))
      );
    }
    case "possible":
      return orNull(() => commonVersion([[parseSpecifierSet(question[1])]]) !== null);
    case "requirement":
      return orNull(() => ourRequirement(question[1]));
    case "evaluate": {
      const marker = orNull(() => parseMarker(question[1]));
      return marker && MARKER_ENVIRONMENTS.map((environment) => orNull(() => evaluateMarker(marker, environment)));
    }
    case "name":
      return [normalizeName(question[1]), isValidName(question[1])];
    case "tags":
      return [...compatibleTags(question[1], question[2], { glibc: question[3], macos: question[4] })];
    case "wheel": {
      const tags = wheelTags(question[1]);
      return tags && [...new Set(expandTags(tags))].sort();
    }
    case "priorities": {
      const tags = [...compatibleTags(question[2], question[3], { glibc: question[4], macos: question[5] })];
      return question[1].map((fileName) => tagPriority(fileName, tags));
    }
  }
}

function ourRequirement(text: string): unknown {
  const { name, extras, specifier, url, marker } = parseRequirement(text);
  return {
    name,
    extras: [...new Set(extras)].sort(),
    specifier: specifier.map(({ operator, version }) => [operator, version]),
    url,
    marker: marker && structure(marker),
  };
}

const MARKER_ENVIRONMENTS = ENVIRONMENTS.map(
  (environment: Environment) =>
    Object.fromEntries(
      Object.entries(environment).map(([key, value]) => [key, typeof value === "string" ? value : new Set(value)]),
    ) as MarkerEnvironment,
);

/** The same questions asked again with our own writing of each marker, when it has one. */
export function rewritten(question: Question): { question: Question; expected: unknown } | null {
  if (question[0] !== "evaluate") return null;
  const marker = orNull(() => parseMarker(question[1]));
  return marker && { question: ["evaluate", formatMarker(marker)], expected: ourAnswer(question) };
}

/** A set of questions whose answers are kept in one file. */
export interface Suite {
  readonly file: string;
  readonly title: string;
  readonly count: number;
  readonly questions: (count: number) => readonly Question[];
  /** An answer as text of one width in the suite. */
  readonly code: (answer: unknown) => string;
}

/** The beginning of a hash: the answers themselves would fill megabytes. */
function digest(answer: unknown, width = 4): string {
  return createHash("sha256").update(JSON.stringify(answer)).digest("base64url").slice(0, width);
}

function truth(answer: unknown): string {
  return answer === null ? "x" : answer ? "1" : "0";
}

const SYSTEM_VERSIONS = [
  ["2.40", "14.0"],
  ["2.17", "11.0"],
  ["2.31", "26.1"],
  ["2.3", "10.15"],
] as const;

function tagQuestions(): Question[] {
  return SYSTEM_VERSIONS.flatMap(([glibc, macos]) =>
    SYSTEMS.flatMap((system) => PYTHONS.map((python): Question => ["tags", python, system, glibc, macos])),
  );
}

export const SUITES: readonly Suite[] = [
  {
    file: "packaging-versions",
    title: "pairs of versions: validity, normal form, order",
    count: 20_000,
    questions: (count) => versionPairs(440, count).map(([a, b]) => ["versions", a, b]),
    code: (answer) => digest(answer),
  },
  {
    file: "packaging-specifiers",
    title: "versions in specifier sets: pre-releases not mentioned, let in, kept out",
    count: 100_000,
    questions: (count) => specifierCases(4401, count).map(([set, version]) => ["contains", set, version]),
    code: (answer) =>
      Array.isArray(answer) ? String(answer[0] * 4 + answer[1] * 2 + answer[2] * 1) : answer === null ? "x" : "!",
  },
  {
    file: "packaging-possible",
    title: "specifier sets: whether any version at all is in them",
    count: 50_000,
    questions: (count) => setTexts(4402, count).map((set) => ["possible", set]),
    code: (answer) => (answer === null ? "x" : truth(answer)),
  },
  {
    file: "packaging-requirements",
    title: "requirement strings, valid and not",
    count: 10_000,
    questions: (count) => requirementTexts(508, count).map((text) => ["requirement", text]),
    code: (answer) => (answer === null ? "----" : digest(answer)),
  },
  {
    file: "packaging-markers",
    title: `markers in each of ${ENVIRONMENTS.length} environments`,
    count: 3000,
    questions: (count) => markerTexts(5081, count).map((text) => ["evaluate", text]),
    code: (answer) => (Array.isArray(answer) ? answer.map(truth).join("") : "-".repeat(ENVIRONMENTS.length)),
  },
  {
    file: "packaging-names",
    title: "names: normal form, validity",
    count: 5000,
    questions: (count) => nameTexts(503, count).map((text) => ["name", text]),
    code: (answer) => digest(answer),
  },
  {
    file: "packaging-tags",
    title: "lists of the tags that an interpreter on a system takes",
    count: SYSTEM_VERSIONS.length * SYSTEMS.length * PYTHONS.length,
    questions: tagQuestions,
    code: (answer) => digest(answer, 16),
  },
  {
    file: "packaging-wheels",
    title: "file names of wheels and their tags",
    count: 2000,
    questions: (count) => wheelNames(427, count).map((text) => ["wheel", text]),
    code: (answer) => (answer === null ? "----" : digest(answer)),
  },
  {
    file: "packaging-priorities",
    title: "ranks of 500 wheels for an interpreter on a system",
    count: SYSTEMS.length * PYTHONS.length,
    questions: () => {
      const names = wheelNames(4271, 500);
      return SYSTEMS.flatMap((system) =>
        PYTHONS.map((python): Question => ["priorities", names, python, system, "2.40", "14.0"]),
      );
    },
    code: (answer) => digest(answer, 16),
  },
];

/** Asks the library, in one run of the script. */
export function askPackaging(python: string, questions: readonly Question[]): { tool: string; answers: unknown[] } {
  const lines = [["environments", ENVIRONMENTS], ...questions];
  return askScript(python, "./packaging_answers.py", lines, { count: questions.length });
}

/** Answers in a file: of a suite as coded text in lines, of the hand-picked questions in full. */
export interface StoredAnswers {
  readonly tool: string;
  readonly cases: number;
  readonly answers: readonly string[];
}

function answersFile(file: string): URL {
  return new URL(`./answers/${file}.json`, import.meta.url);
}

export function readStored(file: string): StoredAnswers {
  return JSON.parse(readFileSync(answersFile(file), "utf8"));
}

/** The codes of a suite's stored answers, one a question. */
export function storedCodes(suite: Suite): string[] {
  const { cases, answers } = readStored(suite.file);
  const text = answers.join("");
  const width = text.length / cases;
  return Array.from({ length: cases }, (_, i) => text.slice(i * width, (i + 1) * width));
}

export function storeSuite(suite: Suite, tool: string, answers: readonly unknown[]): void {
  const lines =
    answers
      .map(suite.code)
      .join("")
      .match(/.{1,116}/g) ?? [];
  store(suite.file, { tool, cases: answers.length, answers: lines });
}

export const HARD_FILE = "packaging-hand-picked";

export function storeHard(tool: string, answers: readonly unknown[]): void {
  const lines = answers.map((answer, i) => JSON.stringify([HARD_QUESTIONS[i], compact(answer)]));
  store(HARD_FILE, { tool, cases: answers.length, answers: lines });
}

/** Truths of the grid as one string. */
export function compact(answer: unknown): unknown {
  return Array.isArray(answer) && answer.length === ENVIRONMENTS.length ? answer.map(truth).join("") : answer;
}

function store(file: string, stored: StoredAnswers): void {
  writeFileSync(answersFile(file), `${JSON.stringify(stored, null, 1)}\n`);
}
