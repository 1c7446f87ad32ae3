// setup.py: the arguments of setup() as far as they are literals. The file is never executed.
// https://setuptools.pypa.io/en/latest/references/keywords.html

import type { Diagnostic } from "../diagnostics.ts";
import { InputError, type Origin } from "../diagnostics.ts";
import { dirname, joinPath } from "../paths.ts";
import { parseSpecifierSet } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { andMarkers, type Marker, parseMarker } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import { EMPTY_PROJECT, MAIN_GROUP, type Project, type Requirement, type RequiresPython } from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import type { Membership } from "./pep621.ts";
import { type Literal, PythonModule, type Token, tokenize } from "./python-literals.ts";
import { readSetupCfg, requirementFromLine } from "./setup-cfg.ts";

/**
 * Reads a setup.py, and for what it leaves open the setup.cfg beside it. An argument that is no literal is told and not
 * read. Throws an InputError for a text that Python would refuse and for a requirement that is none.
 */
export function readSetupPy(file: string, files: Files, bytes: Uint8Array = files.read(file)): Project {
  const text = decodeUtf8(bytes, file);
  const module = new PythonModule(tokenize(text, file));
  const diagnostics: Diagnostic[] = [];
  const call = findCall(module.tokens);
  if (call === null)
    diagnostics.push({
      severity: "warning",
      message: "no call of setup() stands in this file: its dependencies are not read",
      origin: { file, line: 1 },
    });
  const given = call === null ? new Map<string, Literal>() : readArguments(module, call, diagnostics);
  const reading: Reading = { lines: text.split(/\r?\n/), diagnostics };
  const extras = readExtras(given.get("extras_require"), reading);
  const own: Project = {
    ...EMPTY_PROJECT,
    name: stringOf(given.get("name"), "name", reading)?.value ?? null,
    selectables: extras.names.map((name) => ({ kind: "extra", name, byDefault: false })),
    requirements: [
      ...readList(given.get("install_requires"), "install_requires", { group: MAIN_GROUP, extra: null }, reading),
      ...extras.requirements,
    ],
    requiresPython: readPythonRequires(given.get("python_requires"), reading),
    installable: true,
    diagnostics,
    files: [file],
  };
  for (const [key, consequence] of UNREAD) {
    const value = given.get(key);
    if (value) diagnostics.push({ severity: "note", message: `${key} ${consequence}`, origin: value.origin });
  }
  const beside = joinPath(dirname(file), "setup.cfg");
  return files.kind(beside) === "file" ? withConfiguration(own, given, readSetupCfg(beside, files)) : own;
}

const UNREAD = [
  ["setup_requires", "is not in the shell: pip fetches it when it builds"],
  ["tests_require", "is not in the shell: setuptools does not install it any more"],
  ["dependency_links", "is not used: neither pip nor setuptools asks it any more"],
] as const;

/** setup.cfg gives what the call does not. */
function withConfiguration(own: Project, given: ReadonlyMap<string, Literal>, config: Project): Project {
  const isOpen = ({ extra }: Requirement) => !given.has(extra === null ? "install_requires" : "extras_require");
  return {
    ...own,
    name: own.name ?? config.name,
    selectables: given.has("extras_require") ? own.selectables : config.selectables,
    requirements: [...own.requirements, ...config.requirements.filter(isOpen)],
    requiresPython: given.has("python_requires") ? own.requiresPython : config.requiresPython,
    diagnostics: [...own.diagnostics, ...config.diagnostics],
    files: [...own.files, ...config.files],
  };
}

/** What reading one file shares. */
interface Reading {
  readonly lines: readonly string[];
  readonly diagnostics: Diagnostic[];
}

/** The token behind the `(` of the last call of `setup`, `setuptools.setup` or `core.setup`; null when there is none. */
function findCall(tokens: readonly Token[]): number | null {
  const at = tokens.findLastIndex(
    ({ kind, text }, i) =>
      kind === "name" &&
      text === "setup" &&
      tokens[i + 1]?.text === "(" &&
      tokens[i - 1]?.text !== "def" &&
      (tokens[i - 1]?.text !== "." || /^(?:setuptools|core)$/.test(tokens[i - 2]?.text ?? "")),
  );
  return at < 0 ? null : at + 2;
}

/** The keyword arguments of a call; `**name` gives the entries of a dict that the text tells. */
function readArguments(module: PythonModule, start: number, diagnostics: Diagnostic[]): Map<string, Literal> {
  const given = new Map<string, Literal>();
  for (let at = start; module.tokens[at] && module.tokens[at]?.text !== ")"; ) {
    const token = module.tokens[at] as Token;
    const isKeyword = token.kind === "name" && module.tokens[at + 1]?.text === "=";
    const { value, end } = module.read(isKeyword ? at + 2 : token.text === "**" ? at + 1 : at);
    if (isKeyword) given.set(token.text, value);
    else if (token.text === "**" && value.kind === "dict") {
      for (const [key, entry] of value.entries) if (key.kind === "string") given.set(key.value, entry);
    } else if (token.text === "**" || token.text === "*")
      diagnostics.push({
        severity: "warning",
        message: "these arguments of setup() are worked out by code, and are not read: setup.py is never run",
        origin: token.origin,
      });
    at = module.tokens[end]?.text === "," ? end + 1 : end;
    if (end === at && module.tokens[at]?.text !== ")") at++;
  }
  return given;
}

function tellUnknown(what: string, origin: Origin, { diagnostics }: Reading): void {
  diagnostics.push({
    severity: "warning",
    message: `${what} is worked out by code, and is not read: setup.py is never run`,
    origin,
  });
}

function stringOf(
  literal: Literal | undefined,
  what: string,
  reading: Reading,
): Extract<Literal, { kind: "string" }> | null {
  if (!literal || literal.kind === "string") return literal ?? null;
  tellUnknown(what, literal.origin, reading);
  return null;
}

/** Requirements: a list of strings, or one string with a requirement a line. */
function readList(
  literal: Literal | undefined,
  what: string,
  membership: Membership,
  reading: Reading,
  marker: Marker | null = null,
): Requirement[] {
  if (!literal) return [];
  const items: readonly Literal[] = literal.kind === "list" ? literal.items : [literal];
  return items.flatMap((item) => {
    if (item.kind !== "string") {
      tellUnknown(literal.kind === "list" ? `an entry of ${what}` : what, item.origin, reading);
      return [];
    }
    const lines = item.value.split("\n").map((line) => line.replace(/(?:^|\s)#.*$/s, "").trim());
    return lines
      .filter((line) => line !== "")
      .map((line) => {
        const requirement = requirementFromLine(placed(line, item.origin, reading), membership, reading.diagnostics);
        return { ...requirement, marker: andMarkers(requirement.marker, marker) };
      });
  });
}

/** A requirement with the place where it stands in its string, as far as that is one line. */
function placed(text: string, origin: Origin, { lines }: Reading) {
  const source = lines[origin.line - 1] ?? "";
  const found = source.indexOf(text, (origin.column ?? 1) - 1);
  return { text, origin: { ...origin, column: found < 0 ? (origin.column ?? 1) : found + 1 }, source };
}

/** The extras, whose keys can have a marker behind a colon: `test:python_version < "3.9"`, or `:marker` for none. */
function readExtras(literal: Literal | undefined, reading: Reading): { names: string[]; requirements: Requirement[] } {
  if (!literal) return { names: [], requirements: [] };
  if (literal.kind !== "dict") {
    tellUnknown("extras_require", literal.origin, reading);
    return { names: [], requirements: [] };
  }
  const names = new Set<string>();
  const requirements = literal.entries.flatMap(([key, list]) => {
    if (key.kind !== "string") {
      tellUnknown("the name of an extra", key.origin, reading);
      return [];
    }
    const colon = key.value.indexOf(":");
    const name = normalizeName((colon < 0 ? key.value : key.value.slice(0, colon)).trim());
    const marker = colon < 0 ? null : parseAt(key.value.slice(colon + 1), key.origin, parseMarker, reading);
    if (name !== "") names.add(name);
    const membership = { group: MAIN_GROUP, extra: name === "" ? null : name };
    return readList(list, `the extra ${key.value}`, membership, reading, marker);
  });
  return { names: [...names], requirements };
}

function parseAt<T>(text: string, origin: Origin, parser: (text: string) => T, { lines }: Reading): T {
  try {
    return parser(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const line = lines[origin.line - 1] ?? "";
    const start = Math.max(0, line.indexOf(text)) + error.span.start;
    throw new InputError(error.message, {
      origin: { ...origin, column: start + 1 },
      excerpt: { line, span: { start, end: start + error.span.end - error.span.start } },
    });
  }
}

function readPythonRequires(literal: Literal | undefined, reading: Reading): RequiresPython[] {
  const text = stringOf(literal, "python_requires", reading);
  if (!text) return [];
  const set = parseAt(text.value, text.origin, parseSpecifierSet, reading);
  return set.length === 0 ? [] : [{ constraint: [set], text: text.value, origin: text.origin }];
}
