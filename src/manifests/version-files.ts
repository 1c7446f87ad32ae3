// Files of version managers that name the project's interpreter: `.python-version` (pyenv, uv), `.tool-versions`
// (asdf, mise), `mise.toml`, and `runtime.txt` (Heroku). What pyenv and uv read differently is read as by the one that
// finds a version: `3.12 # why` is pyenv's, which goes by the first word, and `>= 3.11, < 3.13` is uv's.

import type { Diagnostic, Origin, Severity } from "../diagnostics.ts";
import { joinPath } from "../paths.ts";
import { formatConstraint } from "../pep/constraint.ts";
import { parseSpecifierSet, parseVersion } from "../pep/pep440.ts";
import { StandardError } from "../pep/scanner.ts";
import type { Constraint, RequiresPython } from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";

/** What a file says of the interpreter. */
export interface VersionFile {
  /** Null where it names no release of CPython, or leaves the choice open. */
  readonly requiresPython: RequiresPython | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files in the order in which the first that names a version decides. The readers throw an InputError. */
export const VERSION_FILES: readonly {
  readonly name: string;
  readonly read: (text: string, file: string) => VersionFile;
}[] = [
  { name: ".python-version", read: readPythonVersion },
  { name: ".python-versions", read: readPythonVersion },
  { name: "mise.toml", read: readMiseToml },
  { name: ".mise.toml", read: readMiseToml },
  { name: ".tool-versions", read: readToolVersions },
  { name: "runtime.txt", read: readRuntimeTxt },
];

/**
 * Reads the version files of a folder. The first that names a version decides; one that says otherwise is told.
 * Throws an InputError for a file that is no UTF-8, or no TOML where it should be.
 */
export function readVersionFiles(folder: string, files: Files): VersionFile & { readonly files: readonly string[] } {
  let requiresPython: RequiresPython | null = null;
  const diagnostics: Diagnostic[] = [];
  const found: string[] = [];
  for (const { name, read } of VERSION_FILES) {
    const path = joinPath(folder, name);
    if (files.kind(path) !== "file") continue;
    found.push(path);
    const said = read(decodeUtf8(files.read(path), path, "Save it as UTF-8: some shells write UTF-16."), path);
    diagnostics.push(...said.diagnostics);
    const other = said.requiresPython;
    requiresPython ??= other;
    if (requiresPython && other && !isSame(requiresPython, other))
      diagnostics.push({
        severity: "note",
        message: `${other.text} is not what the shell goes by: ${requiresPython.origin.file} has ${requiresPython.text}`,
        origin: other.origin,
      });
  }
  return { requiresPython, diagnostics, files: found };
}

function isSame(a: RequiresPython, b: RequiresPython): boolean {
  return formatConstraint(a.constraint) === formatConstraint(b.constraint);
}

/** Reads `.python-version`: a version in each line, of which the first is what `python` is. Lines with `#` are comments. */
export function readPythonVersion(text: string, file: string): VersionFile {
  const diagnostics: Diagnostic[] = [];
  const words = linesOf(text).flatMap(({ text: line, line: number }): Word[] => {
    const whole = wordAt(line.trim(), line, number, file);
    if (whole.text === "" || whole.text.startsWith("#")) return [];
    if (parseRequest(whole.text)) return [whole];
    const [first = "", ...rest] = whole.text.split(/\s+/);
    if (rest.length > 0 && !rest[0]?.startsWith("#"))
      diagnostics.push(
        say("note", `only the first word of this line is read: ${shown(rest.join(" "))} is not`, whole.origin),
      );
    return [{ ...whole, text: first }];
  });
  const chosen = choose(words);
  return { ...chosen, diagnostics: [...diagnostics, ...chosen.diagnostics] };
}

/** Reads `.tool-versions`: a tool and its versions in each line, the first of which is taken and the others stand in for it. */
export function readToolVersions(text: string, file: string): VersionFile {
  const lines = linesOf(text).flatMap(({ text: whole, line }): { words: Word[]; origin: Origin }[] => {
    const matches = [...whole.replace(/#.*/s, "").matchAll(/\S+/g)];
    const [tool, ...versions] = matches.map((match) => ({
      text: match[0],
      origin: { file, line, column: match.index + 1 },
    }));
    return tool && /^(?:core:)?python:?$/.test(tool.text) ? [{ words: versions, origin: tool.origin }] : [];
  });
  const [first, ...others] = lines.filter(({ words }) => words.length > 0);
  const empty = lines
    .filter(({ words }) => words.length === 0)
    .map(({ origin }) => say("warning", "this line names no version", origin));
  const chosen = choose(first?.words ?? []);
  const again = others.map(({ origin }) => say("warning", "python stands here again: the first line counts", origin));
  return { ...chosen, diagnostics: [...chosen.diagnostics, ...again, ...empty] };
}

/** Reads `runtime.txt`: a line `python-3.12` or `python-3.12.4`. Lines with `#` are comments. */
export function readRuntimeTxt(text: string, file: string): VersionFile {
  const words = linesOf(text)
    .map(({ text: line, line: number }) => wordAt(line.trim(), line, number, file))
    .filter((word) => word.text !== "" && !word.text.startsWith("#"));
  return choose(words, (word) =>
    /^python-(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*)){1,2}$/.test(word) ? parseRequest(word) : null,
  );
}

/** Reads [tools] of `mise.toml`: `python` is a version, a table that has one, or a list of these. Throws an InputError. */
export function readMiseToml(text: string, file: string): VersionFile {
  const tools = new TomlDocument(text, file).root.get("tools");
  const node = tools?.get("python") ?? tools?.get("core:python");
  if (!node) return { requiresPython: null, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const words = (node.isArray ? node.items() : [node]).map((item) => readMiseTool(item, diagnostics));
  const chosen = choose(words);
  return { ...chosen, diagnostics: [...diagnostics, ...chosen.diagnostics] };
}

/** Exactly one of these says which one is meant. */
const MISE_SELECTORS = ["version", "prefix", "path", "ref"] as const;

function readMiseTool(node: TomlNode, diagnostics: Diagnostic[]): Word {
  if (typeof node.value === "number" || typeof node.value === "bigint")
    throw node.error(`${node.name} should be a string`, "", undefined, "Write it in quotes.");
  if (!node.isTable) return { text: node.string().trim(), origin: node.origin };
  const selectors = MISE_SELECTORS.flatMap((kind) => {
    const value = node.get(kind);
    return value ? [{ kind, value }] : [];
  });
  const [selector] = selectors;
  if (!selector || selectors.length > 1)
    throw node.error(`${node.name} should have exactly one of ${MISE_SELECTORS.join(", ")}`);
  const systems = node.get("os");
  if (systems) diagnostics.push(say("note", "the shell is for every system, not for some", systems.origin));
  const { kind, value } = selector;
  const text = value.string().trim();
  return { text: kind === "version" ? text : `${kind}:${text}`, origin: value.origin };
}

/** A version as a file names it. */
interface Word {
  readonly text: string;
  readonly origin: Origin;
}

/** What a word asks for; no constraint where any version will do. */
interface Request {
  readonly constraint: Constraint | null;
  /** What of it cannot be had. */
  readonly remark?: readonly [Severity, string];
}

/** The first word that asks for CPython binds; what stands before it and behind it is told. */
function choose(words: readonly Word[], parse: (text: string) => Request | null = parseRequest): VersionFile {
  const diagnostics: Diagnostic[] = [];
  for (const [i, { text, origin }] of words.entries()) {
    const request = parse(text);
    if (!request) {
      const severity = text === "system" ? "note" : "warning";
      diagnostics.push(say(severity, `${shown(text)} names no release of CPython: it is not used`, origin));
      continue;
    }
    if (request.remark) diagnostics.push(say(request.remark[0], request.remark[1], origin));
    const [next, ...others] = words.slice(i + 1);
    if (next) {
      const rest = [next, ...others].map((word) => shown(word.text)).join(", ");
      diagnostics.push(say("note", `the shell has one interpreter, the first here: not ${rest}`, next.origin));
    }
    const { constraint } = request;
    return { requiresPython: constraint && { constraint, text, origin }, diagnostics };
  }
  return { requiresPython: null, diagnostics };
}

/** The largest number that uv and CPython's own version have room for. */
const LARGEST = 255;

/** Builds of an interpreter, short and long, as uv and pyenv name them. */
const VARIANT = /(?<=[0-9])(?:\+?(?:freethreaded|t))?(?:\+?(?:debug|d))?$|(?<=[0-9])\+gil(?:\+debug)?$/;

/**
 * Reads a version as the tools do: `3`, `3.12`, `312`, `3.12.4`, `3.14.0rc1`, `3.12-dev`, `3.13t`, `>=3.11,<3.13`, each
 * with `python`, `cpython` or `cp` before it, and `any`, `default` and `latest`. Null for what is no CPython.
 */
function parseRequest(written: string): Request | null {
  const text = written.toLowerCase();
  if (/^(?:any|default|python|cpython|cp)$/.test(text)) return { constraint: null };
  if (text === "latest")
    return { constraint: null, remark: ["warning", "the newest Python is not looked for: nixpkgs has a default"] };
  const named = /^(?:c?python|cp)[-@]?(?=[0-9v<>=!~])/.exec(text)?.[0] ?? /^prefix:/.exec(text)?.[0] ?? "";
  // A virtual environment of pyenv's: 3.12.4/envs/name.
  const version = text.slice(named.length).replace(/\/envs\/[^/\s]+$/, "");
  return parseBranch(version) ?? parseRelease(version) ?? parseRange(version) ?? parseKey(named, version);
}

/** `3.12-dev` is the branch as it is in its repository. */
function parseBranch(text: string): Request | null {
  const minor = /^([0-9]{1,3}\.[0-9]{1,3})t?-dev$/.exec(text)?.[1];
  if (minor === undefined) return null;
  return {
    constraint: series(minor),
    remark: ["warning", `${shown(text)} is no release: a release of ${minor} is taken`],
  };
}

function parseRelease(text: string): Request | null {
  const variant = VARIANT.exec(text)?.[0] ?? "";
  const version = parseVersion(text.slice(0, text.length - variant.length));
  if (!version || version.epoch > 0 || version.post !== null || version.dev !== null || version.local !== null)
    return null;
  // 312 is 3.12, as in the tag of a wheel.
  const digits = version.release.length === 1 ? String(version.release[0]) : "";
  const release = /^[0-9]{2,4}$/.test(digits) ? [Number(digits[0]), Number(digits.slice(1))] : version.release;
  if (release.length > 3 || release.some((number) => number > LARGEST)) return null;
  if (version.pre) {
    if (release.length === 1) return null;
    const minor = release.slice(0, 2).join(".");
    return {
      constraint: series(minor),
      remark: ["warning", `${shown(text)} is a pre-release: a release of ${minor} is taken`],
    };
  }
  const number = release.join(".");
  const constraint: Constraint = release.length === 3 ? [[{ operator: "==", version: number }]] : series(number);
  return { constraint, ...remarkOn(text, variant) };
}

function remarkOn(text: string, variant: string): Pick<Request, "remark"> {
  const build = /^\+?(?:t|freethreaded)/.test(variant) ? "free-threaded" : /d(?:ebug)?$/.test(variant) ? "debug" : null;
  return build === null
    ? {}
    : { remark: ["warning", `${shown(text)} is a ${build} build: the shell has the usual one`] };
}

function parseRange(text: string): Request | null {
  if (!/^[<>=!~]/.test(text)) return null;
  const variant = VARIANT.exec(text)?.[0] ?? "";
  try {
    const set = parseSpecifierSet(text.slice(0, text.length - variant.length));
    const [only] = set;
    // To uv `==3.12` alone is 3.12, and not 3.12.0 as PEP 440 has it.
    const release = set.length === 1 && only?.operator === "==" ? parseRelease(only.version + variant) : null;
    return release ?? { constraint: [set], ...remarkOn(text, variant) };
  } catch (error) {
    if (error instanceof StandardError) return null;
    throw error;
  }
}

/** The rest of uv's name of an installation: `cpython-3.12.4-linux-x86_64-gnu`. */
function parseKey(named: string, text: string): Request | null {
  const [, version = "", platform = ""] = /^([^-]+)((?:-[a-z0-9_]+){1,3})$/.exec(text) ?? [];
  const request = /^cp(?:ython)?-$/.test(named) && version !== "" ? parseRelease(version) : null;
  if (!request) return null;
  const isAny = /^(?:-any)+$/.test(platform);
  return isAny || request.remark
    ? request
    : { ...request, remark: ["note", "the shell is for every system, not for one"] };
}

/** All releases that begin so. */
function series(release: string): Constraint {
  return [[{ operator: "==", version: `${release}.*` }]];
}

function linesOf(text: string): { readonly text: string; readonly line: number }[] {
  return text.split(/\r\n|\n|\r/).map((line, i) => ({ text: line, line: i + 1 }));
}

function wordAt(text: string, line: string, number: number, file: string): Word {
  return { text, origin: { file, line: number, column: line.indexOf(text) + 1 } };
}

function say(severity: Severity, message: string, origin: Origin): Diagnostic {
  return { severity, message, origin };
}

/** A word of the file for a message: not more than a line can show. */
function shown(text: string): string {
  if (text === "") return '""';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
