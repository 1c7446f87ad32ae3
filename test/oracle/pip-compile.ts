// The comparison of compiled requirements files with the graphs that the packages' own metadata make: what is asked,
// how our side answers, and how answers are stored.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { realFiles } from "../../src/cli/files.ts";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { type CompiledLock, readPipCompileLock } from "../../src/manifests/pip-compile.ts";
import { normalizeName } from "../../src/pep/pep503.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import { fixtures } from "../support/paths.ts";
import { askScript } from "./ask.ts";

/** A pyproject.toml, the extras and the groups; where the project has a line itself, null and its extras at the end. */
type Root = readonly [string, readonly string[] | null, readonly string[], (readonly string[])?];

export interface Case {
  /** The compiled file, under fixtures. */
  readonly file: string;
  /** Its inputs as seen from it, in the form that the script takes. */
  readonly roots: readonly (string | Root)[];
  /** The Python that compiled it; `3.11+` for a file for all from there on. */
  readonly python: string;
  /** By name, where a package that is not from the index has its pyproject.toml; null where it needs nothing. */
  readonly local?: Readonly<Record<string, string | null>>;
  /** pip-tools up to 4.0 does not tell who else needs what was asked for directly. */
  readonly hidesDirect?: true;
  /** Its first releases leave setuptools out without a word. */
  readonly hidesLeftOut?: true;
  /** `uv export` does not tell what groups ask for. */
  readonly hidesGroups?: true;
}

const versioned = (version: string, python: string, hides: Partial<Case> = {}): Case => ({
  file: `pip-tools-versions/${version}/requirements.txt`,
  roots: ["requirements.in"],
  python,
  ...hides,
});
const PROJECT = "pyproject.toml";

export const CASES: readonly Case[] = [
  { file: "pip-tools-web-app/requirements/base.txt", roots: ["base.in"], python: "3.12.1" },
  { file: "pip-tools-web-app/requirements/base.uv.txt", roots: ["base.in"], python: "3.12.1" },
  { file: "pip-tools-web-app/requirements/dev.txt", roots: ["dev.in"], python: "3.12.1" },
  versioned("7.6", "3.12.1"),
  versioned("6.14", "3.11.7"),
  versioned("5.5", "3.9.18"),
  versioned("4.5", "3.8.18"),
  versioned("3.9", "3.8.18", { hidesDirect: true }),
  versioned("1.11", "3.6.15", { hidesDirect: true, hidesLeftOut: true }),
  { file: "pip-tools-pyproject/requirements.txt", roots: [[PROJECT, [], []]], python: "3.12.1" },
  {
    file: "pip-tools-pyproject/requirements-dev.txt",
    roots: [[PROJECT, ["dev"], []]],
    python: "3.12.1",
    local: { "star-charts": PROJECT },
  },
  {
    file: "pip-tools-pyproject/requirements-all.txt",
    roots: [[PROJECT, ["dev", "plots"], ["docs"]]],
    python: "3.12.1",
  },
  {
    file: "pip-tools-pyproject/requirements-export.txt",
    roots: [[PROJECT, null, [], ["plots"]]],
    python: "3.11+",
    local: { "star-charts": PROJECT },
  },
  {
    file: "pip-tools-exports/uv-service.txt",
    roots: [["../uv-service/pyproject.toml", ["all"], ["dev"]]],
    python: "3.11+",
    hidesGroups: true,
  },
  {
    file: "pip-tools-universal/requirements.txt",
    roots: ["requirements.in"],
    python: "3.10+",
    local: { deckhand: "libs/deckhand/pyproject.toml", harbours: null, moonphase: null },
  },
  {
    file: "pip-tools-line-style/requirements.txt",
    roots: ["requirements.in"],
    python: "3.12.1",
    local: { "tide-gauge": PROJECT, "acme-tax-rates": null },
  },
];

export interface Answer {
  /** `dependent > dependency`. */
  readonly edges: readonly string[];
  readonly direct: readonly string[];
  /** Needed, and not in the file. */
  readonly missing: readonly string[];
}

export function compiled({ file }: Case): { compiled: CompiledLock; leftOut: string[] } {
  const diagnostics: Diagnostic[] = [];
  const found = readPipCompileLock(`${fixtures}/${file}`, realFiles, diagnostics);
  if (!found) throw new Error(`${file} is not taken for a lock`);
  const leftOut = diagnostics.flatMap(({ message }) => / leaves (\S+) out: /.exec(message)?.[1] ?? []);
  return { compiled: found, leftOut };
}

export function ourAnswer(question: Case): Answer {
  const { compiled: found, leftOut } = compiled(question);
  const { packages } = found.lock;
  const names = new Map(packages.map(({ key, name }) => [key, normalizeName(name)]));
  const edges = packages.flatMap(({ name, dependencies }) =>
    dependencies.map(({ key }) => `${normalizeName(name)} > ${names.get(key)}`),
  );
  return {
    edges: [...new Set(edges)].sort(),
    direct: question.hidesGroups ? [] : [...found.direct.keys()].map((key) => names.get(key) ?? key).sort(),
    missing: leftOut.sort(),
  };
}

/** What the file can tell of an answer. */
export function told({ hidesDirect, hidesLeftOut, hidesGroups }: Case, { edges, direct, missing }: Answer): Answer {
  const isTold = (edge: string) => !hidesDirect || !direct.includes(edge.replace(/^.* > /, ""));
  return {
    edges: edges.filter(isTold),
    direct: hidesGroups ? [] : direct,
    missing: hidesLeftOut ? [] : missing,
  };
}

/** Whether a Python's environment has pip-tools, with a pip that can tell of what it would install. */
export function hasPipTools(python: string | undefined): python is string {
  return python !== undefined && existsSync(join(dirname(python), "pip-compile"));
}

export function ask(python: string, cases: readonly Case[]): { tool: string; answers: Answer[] } {
  const questions = cases.map((question) => {
    const folder = dirname(`${fixtures}/${question.file}`);
    const at = (path: string) => join(folder, path);
    const local = question.local ?? {};
    const pins = compiled(question)
      .compiled.lock.packages.filter(({ source, name }) => source.kind === "registry" && !(name in local))
      .map(({ key, version, marker }) => [key, version, marker ? formatMarker(marker) : null]);
    return {
      pins,
      local: Object.fromEntries(Object.entries(local).map(([name, path]) => [name, path === null ? null : at(path)])),
      roots: question.roots.map((root) => (typeof root === "string" ? at(root) : [at(root[0]), ...root.slice(1)])),
      python: question.python,
    };
  });
  const { tool, answers } = askScript(python, "./pip_compile_answers.py", questions, { options: [] });
  return { tool, answers: answers as Answer[] };
}

export interface StoredAnswers {
  readonly tool: string;
  /** Edges and directly wanted packages, of all files. */
  readonly comparisons: number;
  /** By file. */
  readonly answers: Readonly<Record<string, Answer>>;
}

const ANSWERS = new URL("./answers/pip-compile.json", import.meta.url);

export function readStored(): StoredAnswers {
  return JSON.parse(readFileSync(ANSWERS, "utf8"));
}

export function store(tool: string, cases: readonly Case[], answers: readonly Answer[]): void {
  const comparisons = answers.reduce((sum, { edges, direct }, i) => {
    const seen = told(cases[i] as Case, { edges, direct, missing: [] });
    return sum + seen.edges.length + seen.direct.length;
  }, 0);
  const byFile = Object.fromEntries(cases.map(({ file }, i) => [file, answers[i] as Answer]));
  const stored: StoredAnswers = { tool, comparisons, answers: byFile };
  writeFileSync(ANSWERS, `${JSON.stringify(stored, null, 1)}\n`);
}
