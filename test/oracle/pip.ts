// The comparison with pip's own reader of requirements files: how both sides answer, and how answers are stored.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readRequirementsFile } from "../../src/manifests/requirements-txt.ts";
import { dirname, joinPath, normalizePath } from "../../src/paths.ts";
import { formatSpecifier } from "../../src/pep/pep440.ts";
import { normalizeName } from "../../src/pep/pep503.ts";
import type { PackageIndex, PipOption, Project, Requirement, Source } from "../../src/project.ts";
import { askScript, structure } from "./ask.ts";
import { type PipCase, VARIABLES } from "./pip-files.ts";

/** What was read, in the form of the reference script's; null when it is refused. */
export type Answer = Readonly<Record<string, unknown>> | null;

// ---- our side -------------------------------------------------------------------------------------------

/** Our answer to files in which `${NAME}` is expanded: py2nix leaves that to pip, whose reader does it. */
export function ourAnswer(files: PipCase): Answer {
  return answerTo(files, expanded);
}

export function unexpandedAnswer(files: PipCase): Answer {
  return answerTo(files, (text) => text);
}

function answerTo({ root, files }: PipCase, prepare: (text: string) => string): Answer {
  const table = Object.fromEntries(
    Object.entries(files).map(([path, { text, encode }]) => [path, encode(prepare(text))]),
  );
  try {
    const project = readRequirementsFile(root, filesFromTable(table));
    return {
      requirements: project.requirements.map((item) => requirement(item, tellsLines(files))),
      constraints: project.constraints.map((item) => requirement(item, tellsLines(files))),
      ...effectOf(project),
    };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function expanded(text: string): string {
  return Object.entries(VARIABLES).reduce(
    (result, [name, value]) => (value === "" ? result : result.replaceAll(`\${${name}}`, value)),
    text,
  );
}

/** A joined line has pip's number of its first part, and ours of the part that is meant. */
function tellsLines(files: PipCase["files"]): boolean {
  return Object.values(files).every(({ text }) => !text.includes("\\"));
}

function requirement(item: Requirement, withLine: boolean): unknown {
  return {
    name: item.name === null ? null : normalizeName(item.name),
    // pip lowers the letters of some.
    extras: [...new Set(item.extras.map((extra) => extra.toLowerCase()))].sort(),
    specifier: [...new Set(item.constraint.flat().map(formatSpecifier))].sort(),
    source: sourceOf(item.source),
    marker: item.marker && structure(item.marker),
    hashes: [...item.hashes].sort(),
    settings: settingsOf(item.options),
    file: normalizePath(item.origin.file),
    line: withLine ? item.origin.line : null,
  };
}

function sourceOf(source: Source): unknown {
  switch (source.kind) {
    case "registry":
      return null;
    case "path":
      return ["file", joinPath(source.base, source.path), source.editable, null];
    case "vcs":
      return [
        "vcs",
        source.vcs,
        source.url,
        source.reference === undefined ? null : decodeURIComponent(source.reference),
        source.subdirectory ?? null,
      ];
    case "url": {
      const file = /^file:(?:\/\/(?:localhost)?)?([^?#]*)/i.exec(source.url)?.[1];
      return file === undefined
        ? ["url", source.url, source.subdirectory ?? null]
        : ["file", normalizePath(decodeURIComponent(file)), false, source.subdirectory ?? null];
    }
  }
}

function settingsOf(options: readonly string[]): Record<string, string[]> {
  const settings: Record<string, string[]> = {};
  for (const option of options) {
    const [, key = "", value = ""] = /^--config-settings=([^=]*)=(.*)$/s.exec(option) ?? [];
    settings[key] = [...(settings[key] ?? []), value];
  }
  return settings;
}

/** What pip makes of our indexes and options, each in a line of its own. */
function effectOf({ indexes, pipOptions }: Project) {
  const given = (name: string) => pipOptions.filter(({ option }) => option === name);
  const noIndex = given("--no-index").length > 0;
  const format = exclusiveSets(pipOptions, "--no-binary", "--only-binary");
  const releases = exclusiveSets(pipOptions, "--all-releases", "--only-final");
  return {
    indexes: noIndex ? [] : effectiveIndexes(indexes),
    findLinks: indexes.filter(({ kind }) => kind === "find-links").map(findLinks),
    noIndex,
    noBinary: format[0],
    onlyBinary: format[1],
    allReleases: releases[0],
    onlyFinal: releases[1],
    preferBinary: given("--prefer-binary").length > 0,
    requireHashes: given("--require-hashes").length > 0,
    noRequireHashes: given("--no-require-hashes").length > 0,
    features: [...new Set(given("--use-feature").map(({ value }) => value))],
    trustedHosts: trustedHosts(given("--trusted-host")),
  };
}

function effectiveIndexes(indexes: readonly PackageIndex[]): string[] {
  let urls = ["https://index.example.org/simple"];
  for (const { kind, url } of indexes) {
    if (kind === "primary") urls = [url];
    if (kind === "extra") urls.push(url);
  }
  return urls;
}

function findLinks({ url, base, origin }: PackageIndex): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : joinPath(base ?? dirname(origin.file), url);
}

/** Two options of which the later takes a package from the earlier; `--pre` lets all pre-releases in. */
function exclusiveSets(options: readonly PipOption[], first: string, second: string): [string[], string[]] {
  const sets = { [first]: new Set<string>(), [second]: new Set<string>() };
  for (const { option, value } of options) {
    if (option === "--pre" && first === "--all-releases") sets[first]?.add(":all:");
    const target = sets[option];
    const other = sets[option === first ? second : first];
    if (target && other && value !== null) choose(value.split(","), target, other);
  }
  return [[...(sets[first] ?? [])].sort(), [...(sets[second] ?? [])].sort()];
}

function choose(names: string[], target: Set<string>, other: Set<string>): void {
  const all = names.lastIndexOf(":all:");
  if (all >= 0) {
    other.clear();
    target.clear();
    target.add(":all:");
    if (!names.slice(names.indexOf(":all:") + 1).includes(":none:")) return;
  }
  for (const name of names.slice(all + 1)) {
    if (name === ":none:") target.clear();
    else {
      other.delete(normalizeName(name));
      target.add(normalizeName(name));
    }
  }
}

function trustedHosts(options: readonly PipOption[]): unknown[] {
  const hosts = options.map(({ value }) => {
    const authority = (value ?? "").replace(/[/?#].*$/, "").replace(/^.*@/, "");
    const [, bracketed, plain, bare, port = ""] =
      /^(?:\[(.*)\]|([^:]*)|(?=.*:.*:)(.*))(?::(\d*))?$/.exec(authority) ?? [];
    return JSON.stringify([(bracketed ?? plain ?? bare ?? "").toLowerCase(), port === "" ? null : Number(port)]);
  });
  return [...new Set(hosts)].map((host): unknown => JSON.parse(host));
}

// ---- pip's side -----------------------------------------------------------------------------------------

/** Asks pip, in one run of the script. */
export function askPip(
  python: string,
  cases: readonly PipCase[],
  options: readonly string[] = [],
): { tool: string; answers: Answer[] } {
  const lines = cases.map(({ root, files }) => {
    const contents = Object.entries(files).map(([path, { text, encode }]) => [
      path,
      Buffer.from(encode(text)).toString("base64"),
    ]);
    return { root, lines: tellsLines(files), files: Object.fromEntries(contents) };
  });
  const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", HOME: "/nonexistent", ...VARIABLES };
  const { tool, answers } = askScript(python, "./pip_answers.py", lines, { args: options, env });
  return { tool, answers: answers as Answer[] };
}

// ---- stored answers -------------------------------------------------------------------------------------

const WIDTH = 6;

/** An answer as text of one width: the beginning of a hash, the answers themselves would fill a megabyte. */
export function code(answer: Answer): string {
  if (answer === null) return "-".repeat(WIDTH);
  return createHash("sha256").update(canonical(answer)).digest("base64url").slice(0, WIDTH);
}

/** JSON with the keys in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === "object" && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort())
      : item,
  );
}

export interface StoredAnswers {
  readonly tool: string;
  readonly cases: number;
  readonly answers: readonly string[];
}

export function readStored(file: string): StoredAnswers {
  return JSON.parse(readFileSync(new URL(`./answers/${file}.json`, import.meta.url), "utf8"));
}

export function store(file: string, stored: StoredAnswers): void {
  writeFileSync(new URL(`./answers/${file}.json`, import.meta.url), `${JSON.stringify(stored, null, 1)}\n`);
}

/** The stored codes, one a case. */
export function storedCodes(file: string): string[] {
  return (
    readStored(file)
      .answers.join("")
      .match(new RegExp(`.{${WIDTH}}`, "g")) ?? []
  );
}
