// The comparison with `uv export`: what is asked, how our side answers, and how answers are stored.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { urlOfSource } from "../../src/manifests/urls.ts";
import type { LockedPackage } from "../../src/project.ts";
import { fixtures } from "../support/paths.ts";
import { askScript } from "./ask.ts";
import { environmentsOf, installedProjects, loadFixture, nameOf, reachedIn } from "./locked.ts";
import { type Fixture, selectionOf } from "./uv-cases.ts";

/** Every interpreter on every system. */
export const ENVIRONMENTS = environmentsOf(["3.11.13", "3.12.11", "3.13.7"]);

/** What is installed, with the beginning of a hash of its hashes, and for each environment whether it is. */
export type Answer = ReadonlyMap<string, string>;

/** The files' hashes as a short text. */
function digest(hashes: readonly string[]): string {
  return createHash("sha256")
    .update([...new Set(hashes)].sort().join("\n"))
    .digest("base64url")
    .slice(0, 6);
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** One letter for the truths of all environments; `.` where none holds. */
function letter(truths: readonly boolean[]): string {
  const number = truths.reduce((bits, truth, i) => (truth ? bits | (1 << i) : bits), 0);
  return number === 0 ? "." : LETTERS.charAt(number);
}

/** What py2nix takes with the options that stand for these of uv. */
export function ourAnswer({ folder }: Fixture, text: string): Answer {
  const selection = selectionOf(text);
  const project = loadFixture(`${folder}/pyproject.toml`, `${folder}/uv.lock`, selection.members);
  const everywhere = ENVIRONMENTS.map(() => true);
  const truths = new Map([
    ...reachedIn(project, selection, ENVIRONMENTS),
    ...installedProjects(project, selection).map((member) => [member, everywhere] as const),
  ]);
  const answer = new Map<string, string>();
  for (const [locked, list] of truths) {
    if (locked.source.kind === "path" && locked.source.virtual === true) continue;
    const hashes = locked.files.flatMap(({ hash, otherHashes }) => [
      ...(hash === null ? [] : [hash]),
      ...(otherHashes ?? []),
    ]);
    answer.set(`${identityOf(locked)} ${digest(hashes)}`, letter(list));
  }
  return withoutNever(answer);
}

function identityOf({ key, version, source }: LockedPackage): string {
  switch (source.kind) {
    case "registry":
      return `${key}==${version}`;
    case "path":
      return `${source.editable ? "-e " : ""}${source.path === "." ? "." : `./${source.path}`}`;
    default:
      return `${key} @ ${urlOfSource(source)}`;
  }
}

function withoutNever(answer: Answer): Answer {
  return new Map([...answer].filter(([, code]) => code !== ".").sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the virtual environment of this Python has uv. */
export function hasUv(python: string): boolean {
  return existsSync(`${dirname(python)}/uv`);
}

/** Asks uv about all selections of a fixture, in one run of the script. */
export function askUv(python: string, { folder, selections }: Fixture): { tool: string; answers: Answer[] } {
  const questions = selections.map((text) => [`${fixtures}/${folder}`, text === "" ? [] : text.split(" ")]);
  const lines = [ENVIRONMENTS.map(({ environment }) => environment), ...questions];
  const { tool, answers } = askScript(python, "./uv_answers.py", lines, { count: questions.length });
  return {
    tool,
    answers: (answers as ([string, string[], boolean[]][] | null)[]).map((entries, i) => {
      if (entries === null) throw new Error(`uv export refuses ${folder} with ${selections[i]}`);
      return withoutNever(
        new Map(entries.map(([what, hashes, truths]) => [`${what} ${digest(hashes)}`, letter(truths)])),
      );
    }),
  };
}

function answersFile({ folder }: Fixture): URL {
  return new URL(`./answers/${folder.replace("/", "-")}.json`, import.meta.url);
}

/** In a file: all that is ever installed, and for each selection a letter for each of it. */
interface Stored {
  readonly tool: string;
  readonly environments: readonly string[];
  readonly installed: readonly string[];
  readonly selections: Readonly<Record<string, string>>;
}

export function store(fixture: Fixture, tool: string, answers: readonly Answer[]): void {
  const installed = [...new Set(answers.flatMap((answer) => [...answer.keys()]))].sort();
  const stored: Stored = {
    tool,
    environments: ENVIRONMENTS.map(nameOf),
    installed,
    selections: Object.fromEntries(
      fixture.selections.map((text, i) => [text, installed.map((what) => answers[i]?.get(what) ?? ".").join("")]),
    ),
  };
  writeFileSync(answersFile(fixture), `${JSON.stringify(stored, null, 1)}\n`);
}

export function readStored(fixture: Fixture): {
  tool: string;
  installed: number;
  answers: ReadonlyMap<string, Answer>;
} {
  const { tool, installed, selections } = JSON.parse(readFileSync(answersFile(fixture), "utf8")) as Stored;
  const answers = Object.entries(selections).map(
    ([text, letters]) =>
      [text, withoutNever(new Map(installed.map((what, i) => [what, letters.charAt(i)] as const)))] as const,
  );
  return { tool, installed: installed.length, answers: new Map(answers) };
}
