// Requirements files that pip-compile (pip-tools), `uv pip compile` or an exporter wrote. Each package is pinned, and
// the comments tell who needs it: a lock with a graph.
// https://pip-tools.readthedocs.io/, https://docs.astral.sh/uv/pip/compile/

import { append } from "../append.ts";
import { type Diagnostic, InputError } from "../diagnostics.ts";
import { basename, dirname, isAbsolute, joinPath, normalizePath } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import {
  ANY_VERSION,
  type Lock,
  type LockedDependency,
  type LockedPackage,
  type PackageIndex,
  type PipOption,
  type Project,
  type Requirement,
  type Source,
} from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { type Annotations, projectOf, type Remark, readAnnotations, type Via } from "./pip-annotations.ts";
import { decodeRequirements } from "./pip-encoding.ts";
import { readPyproject } from "./pyproject.ts";
import { readRequirementsFile } from "./requirements-txt.ts";

export interface CompiledLock {
  /** With edges `reach` is "dependencies". Without annotations there are none; all belongs to the lock, by "markers". */
  readonly lock: Lock;
  /** The file read by itself: its requirements are the packages that were asked for directly, as they are pinned. */
  readonly project: Project;
  /** What it was compiled from, as its command or else its annotations name it; empty where neither does. */
  readonly inputs: readonly string[];
  /** By key, who asked for a package directly: `-r requirements.in`; nobody where the file does not tell. */
  readonly direct: ReadonlyMap<string, readonly string[]>;
}

/** A requirement of the file and what its annotation says. */
interface Entry {
  readonly requirement: Requirement;
  readonly vias: readonly Via[];
}

/**
 * Reads a compiled requirements file; null where it is none: it has neither the header of such a file nor annotations
 * throughout, or it does not pin what it lists, which is told if the header says otherwise. The diagnostics of the
 * requirements themselves are those of the `project`; `read` is the file as one of requirements, where it has been read.
 * Throws an InputError for what pip refuses, and for a file that was cut off.
 *
 * What is not told: the ranges that a package accepts (`constraint` is null), the markers of an edge (those of the
 * packages at its ends hold), and which of a package's dependencies its extras add (all are taken for such). pip-tools
 * up to 4.0 does not tell who else needs what was asked for directly.
 */
export function readPipCompileLock(
  file: string,
  files: Files,
  diagnostics: Diagnostic[],
  bytes: Uint8Array = files.read(file),
  read: Project = readRequirementsFile(file, files, bytes),
): CompiledLock | null {
  const texts = new Map(
    read.files.map((path) => [path, decodeRequirements(path === file ? bytes : files.read(path), path)]),
  );
  // What makes a file a compiled one stands in comments.
  if (![...texts.values()].some((text) => text.includes("#"))) return null;
  const annotations = new Map([...texts].map(([path, text]) => [path, readAnnotations(text, path)]));
  const entries = read.requirements.map((requirement): Entry => {
    const { file: where, line } = requirement.origin;
    return { requirement, vias: annotations.get(where)?.vias.get(line) ?? [] };
  });
  const own = annotations.get(file);
  if (!own) return null;
  const loose = entries.find(({ requirement }) => versionOf(requirement) === null);
  if (own.header) {
    checkWhole(texts.get(file) ?? "", file, own, loose?.requirement);
    if (loose) {
      diagnostics.push(tellLoose(loose.requirement, own.header.tool));
      return null;
    }
  } else if (loose || !hasAnnotations(entries, [...annotations.values()])) {
    return null;
  }
  for (const { requirement } of entries) checkHashes(requirement, texts.get(requirement.origin.file) ?? "");
  return build(file, read, entries, [...annotations.values()], own, files, diagnostics);
}

/** The version of a pin, empty for what has its own place; null for what is not pinned. */
function versionOf({ name, source, constraint }: Requirement): string | null {
  if (source.kind !== "registry") return name === null && source.kind !== "path" ? null : "";
  const [clause, ...more] = constraint.length === 1 ? (constraint[0] ?? []) : [];
  if (!clause || more.length > 0) return null;
  const { operator, version } = clause;
  return operator === "===" || (operator === "==" && !version.endsWith(".*")) ? version : null;
}

function tellLoose({ name, key, origin }: Requirement, tool: string): Diagnostic {
  const message = `${origin.file} is not taken for a lock of ${tool}: ${name ?? key} is not pinned to a version here`;
  return { severity: "warning", message, origin };
}

/** A file without a header has been compiled if its comments say so in the form of the tools, and of its own packages. */
function hasAnnotations(entries: readonly Entry[], annotations: readonly Annotations[]): boolean {
  if (annotations.some(({ unknown }) => unknown.length > 0)) return false;
  const keys = new Set(entries.map(({ requirement }) => requirement.key));
  return entries.some(({ vias }) => vias.some((via) => via.kind !== "package" || keys.has(via.key)));
}

// ---- files that were cut off ------------------------------------------------------------------------------

const LINE_END = /\r\n|[\r\n]/;

function checkWhole(text: string, file: string, { unknown }: Annotations, loose: Requirement | undefined): void {
  if (/[\r\n]$/.test(text)) return;
  const lines = text.split(LINE_END);
  const origin = { file, line: lines.length };
  const isCut =
    text.endsWith("\\") ||
    loose?.origin.line === origin.line ||
    unknown.some((remark) => remark.text === "" && remark.origin.line === origin.line);
  if (!isCut) return;
  const line = lines.at(-1) ?? "";
  throw new InputError("the file ends in the middle of this entry", {
    origin,
    excerpt: { line, span: { start: line.length, end: line.length } },
    hint: "Compile it again.",
  });
}

const DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function checkHashes({ name, key, hashes, origin }: Requirement, text: string): void {
  for (const hash of hashes) {
    const [, algorithm = "", digest = ""] = /^([^:]*):(.*)$/s.exec(hash) ?? [];
    const digits = DIGITS[algorithm];
    if (digits === digest.length && /^[0-9a-f]*$/i.test(digest)) continue;
    const lines = text.split(LINE_END);
    const at = lines.findIndex((line, i) => i >= origin.line - 1 && line.includes(hash));
    const start = lines[at]?.indexOf(hash) ?? 0;
    throw new InputError(
      `this hash of ${name ?? key} is cut off or damaged: ${algorithm} has ${digits} hexadecimal digits`,
      {
        origin: at < 0 ? origin : { file: origin.file, line: at + 1, column: start + 1 },
        ...(at < 0 ? {} : { excerpt: { line: lines[at] ?? "", span: { start, end: start + hash.length } } }),
        hint: "Compile the file again.",
      },
    );
  }
}

// ---- the graph --------------------------------------------------------------------------------------------

function build(
  file: string,
  read: Project,
  entries: readonly Entry[],
  annotations: readonly Annotations[],
  { header }: Annotations,
  files: Files,
  diagnostics: Diagnostic[],
): CompiledLock {
  const names = new Names(entries, files);
  const inputs = header && header.inputs.length > 0 ? header.inputs : inputsOf(entries);
  const namesProject = isOfProject(entries, inputs);
  const dependencies = new Map<string, string[]>();
  const direct = new Map<string, string[]>();
  const strangers: { via: Via; requirement: Requirement }[] = [];
  for (const { requirement, vias } of entries) {
    const { key } = requirement;
    const asked = vias.flatMap((via) => (via.kind === "input" ? via.text : []));
    const needing = vias.flatMap((via) => (via.kind === "package" ? [{ via, by: names.keyOf(via.key) }] : []));
    for (const { via, by } of needing) {
      // A package with extras is said to be needed by itself.
      if (by === key) continue;
      if (by === null) strangers.push({ via, requirement });
      else dependencies.set(by, [...new Set([...(dependencies.get(by) ?? []), key])]);
    }
    const isNeeded = needing.some(({ by }) => by !== null && by !== key);
    const others = needing.flatMap(({ via, by }) => (by === null ? via.text : []));
    const isAsked = asked.length > 0 || (namesProject && others.length > 0);
    if (isAsked || !isNeeded) direct.set(key, [...new Set([...(direct.get(key) ?? []), ...asked, ...others])]);
  }
  tell(annotations, strangers, namesProject, entries, file, diagnostics);

  const extras = new Map<string, string[]>();
  for (const { requirement } of entries)
    for (const extra of requirement.extras) append(extras, requirement.key, normalizeName(extra));
  const packages = entries.map(({ requirement }): LockedPackage => {
    const { name, key, marker, source, hashes, origin } = requirement;
    const edges = (dependencies.get(key) ?? []).map(
      (target): LockedDependency => ({
        key: target,
        extras: [...new Set(extras.get(target))],
        constraint: null,
        marker: null,
        optional: false,
      }),
    );
    const locked: LockedPackage = {
      name: name ?? names.nameOf(key) ?? key,
      key,
      version: versionOf(requirement) ?? "",
      source,
      marker,
      groups: null,
      requiresPython: ANY_VERSION,
      dependencies: edges,
      extras: {},
      files: hashes.map((hash) => ({ name: "", hash })),
      origin,
    };
    return withExtras(locked, requirement.extras);
  });
  const isAnnotated = entries.some(({ vias }) => vias.length > 0);
  const lock: Lock = {
    file,
    reach: isAnnotated ? "dependencies" : "markers",
    tool: header?.tool ?? "pip-compile",
    packages,
    requiresPython: null,
    ...(header?.environment ? { environments: [header.environment] } : {}),
  };
  const requirements = read.requirements.filter(({ key }) => direct.has(key));
  return { lock, project: { ...read, requirements, lock }, inputs, direct };
}

/**
 * The package with the extras that somebody asks for. What they add is among its dependencies and not told apart: each
 * is both a dependency of the package and one of the extra.
 */
function withExtras(locked: LockedPackage, names: readonly string[]): LockedPackage {
  const all = [...new Set([...Object.keys(locked.extras), ...names.map(normalizeName)])];
  const own = locked.dependencies.filter(({ optional }) => !optional);
  if (all.length === 0 || own.length === 0) return locked;
  const keys = own.map(({ key }) => key);
  return {
    ...locked,
    dependencies: [...own, ...own.map((edge) => ({ ...edge, optional: true }))],
    extras: Object.fromEntries(all.map((name) => [name, keys])),
  };
}

/** The packages of the file by the names that annotations call them. */
class Names {
  readonly #keys = new Set<string>();
  readonly #unnamed = new Map<string, string>();

  constructor(entries: readonly Entry[], files: Files) {
    const unnamed: Requirement[] = [];
    for (const { requirement } of entries) {
      if (requirement.name === null) unnamed.push(requirement);
      else this.#keys.add(requirement.key);
    }
    if (unnamed.length === 0) return;
    const projects = new Set(entries.flatMap(({ vias }) => vias.flatMap((via) => projectOf(via) ?? [])));
    const called = new Set(
      entries.flatMap(({ vias }) => vias.flatMap((via) => (via.kind === "package" ? via.key : []))),
    );
    const free = new Set([...called].filter((key) => !this.#keys.has(key) && !projects.has(key)));
    const left = unnamed.filter(({ key, source }) => {
      const name = nameOfFolder(source, files);
      if (name === null) return true;
      this.#unnamed.set(name, key);
      free.delete(name);
      return false;
    });
    // One folder whose name is not known, and one name of which no folder is known.
    const [folder, ...folders] = left;
    const [name, ...names] = free;
    if (folder && name !== undefined && folders.length === 0 && names.length === 0) this.#unnamed.set(name, folder.key);
  }

  /** The key in the lock of what an annotation calls so; null where the file does not have it. */
  keyOf(name: string): string | null {
    return this.#keys.has(name) ? name : (this.#unnamed.get(name) ?? null);
  }

  /** The name of a package that is written without one. */
  nameOf(key: string): string | null {
    return [...this.#unnamed].find(([, unnamed]) => unnamed === key)?.[0] ?? null;
  }
}

/** The normalized name of the project in a folder, where its pyproject.toml tells it. */
function nameOfFolder(source: Source, files: Files): string | null {
  if (source.kind !== "path") return null;
  const manifest = joinPath(joinPath(source.base, source.path), "pyproject.toml");
  try {
    if (files.kind(manifest) !== "file") return null;
    const { name } = readPyproject(decodeUtf8(files.read(manifest), manifest), manifest);
    return name === null ? null : normalizeName(name);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Whether annotations can name the project itself, which has no line in the file. */
function isOfProject(entries: readonly Entry[], inputs: readonly string[]): boolean {
  return (
    inputs.some((input) => /^(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(basename(input))) ||
    entries.some(({ vias }) => vias.some((via) => projectOf(via) !== null))
  );
}

function inputsOf(entries: readonly Entry[]): string[] {
  const found = entries.flatMap(({ vias }) => vias.flatMap((via) => (via.kind === "input" ? (via.file ?? []) : [])));
  return [...new Set(found)];
}

function tell(
  annotations: readonly Annotations[],
  strangers: readonly { via: Via; requirement: Requirement }[],
  isOfProject: boolean,
  entries: readonly Entry[],
  file: string,
  diagnostics: Diagnostic[],
): void {
  const warn = (message: string, { origin }: Pick<Remark, "origin">) =>
    diagnostics.push({ severity: "warning", message, origin });
  for (const remark of annotations.flatMap(({ unknown }) => unknown)) {
    if (remark.text === "") warn("this annotation does not tell who needs the package", remark);
    else warn(`"${remark.text}" is left out: annotations name a package or a file`, remark);
  }
  const leftOut = annotations.flatMap((of) => of.leftOut);
  for (const { text, origin } of leftOut)
    diagnostics.push({ severity: "note", message: `${file} leaves ${text} out: its version is not pinned`, origin });
  const isLeftOut = new Set(leftOut.map(({ text }) => normalizeName(text)));
  for (const { via, requirement } of strangers) {
    const isKnown = via.kind !== "package" || isOfProject || isLeftOut.has(via.key);
    if (!isKnown)
      warn(`${requirement.name ?? requirement.key} is there for ${via.text}, which is not in the file`, requirement);
  }
  for (const { requirement } of entries) {
    const [option] = requirement.options;
    if (option !== undefined) warn(`${option} is left out: a lock has no options of a package`, requirement);
  }
}

// ---- the lock and its manifest ----------------------------------------------------------------------------

/** Files that pip-compile reads a project's metadata from. */
const METADATA_FILES: ReadonlySet<string> = new Set(["pyproject.toml", "setup.py", "setup.cfg"]);

/** Where pip-compile writes what it makes of an input, unless it is told; null where it would be the input itself. */
export function lockNameFor(input: string): string | null {
  const name = basename(input);
  const output = METADATA_FILES.has(name) ? "requirements.txt" : `${name.replace(/\.[^.]*$/, "")}.txt`;
  if (output === name) return null;
  return dirname(input) === "." ? output : joinPath(dirname(input), output);
}

/**
 * Whether the lock was compiled from the input. Both are paths from folders that need not be the same, so one must be
 * the end of the other; where the lock does not name its inputs, it is the file that pip-compile would write.
 */
export function isLockOf({ inputs, lock }: CompiledLock, input: string): boolean {
  if (inputs.length === 0) return normalizePath(lock.file) === normalizePath(lockNameFor(input) ?? "");
  const given = partsOf(input);
  return inputs.some((written) => {
    const parts = partsOf(written);
    const common = Math.min(parts.length, given.length);
    return common > 0 && parts.slice(-common).join("/") === given.slice(-common).join("/");
  });
}

function partsOf(path: string): string[] {
  return normalizePath(path.replaceAll("\\", "/"))
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
}

/**
 * The inputs of the lock that are there, as seen from the working folder: looked for from the lock's folder upwards,
 * since they are written as seen from where the compiler ran, and at last beside the lock.
 */
export function inputsBeside({ inputs, lock }: CompiledLock, files: Files): string[] {
  const folder = dirname(lock.file);
  const isThere = (path: string) => files.kind(path) === "file";
  const found = inputs.flatMap((input) => {
    if (isAbsolute(input)) return [input, joinPath(folder, basename(input))].find(isThere) ?? [];
    const path = input.replaceAll("\\", "/");
    return (
      [...upwards(folder).map((from) => joinPath(from, path)), joinPath(folder, basename(path))].find(isThere) ?? []
    );
  });
  if (inputs.length > 0) return [...new Set(found)];
  const guess = lock.file.replace(/\.[^./]*$/, ".in");
  return guess !== lock.file && isThere(guess) ? [guess] : [];
}

/** The folder and those above it, as far as the working folder. */
function upwards(folder: string): string[] {
  const isEnd = folder === "." || folder === "/" || folder.startsWith("..");
  return isEnd ? [folder] : [folder, ...upwards(dirname(folder))];
}

/**
 * The manifest with its lock. The extras that it asks for are made known to the lock, which may not write them;
 * what has no name in the manifest gets that of the same place in the lock; indexes and options that the lock alone
 * has are added. Packages of the lock that the manifest does not lead to are told.
 */
export function withCompiledLock(manifest: Project, { lock, project }: CompiledLock): Project {
  const requirements = manifest.requirements.map((requirement) => namedBy(lock, requirement));
  const extras = new Map<string, string[]>();
  for (const { key, extras: names } of requirements) for (const name of names) append(extras, key, name);
  const packages = lock.packages.map((locked) => withExtras(locked, extras.get(locked.key) ?? []));
  const unreached = (lock.reach === "dependencies" ? notReached(packages, requirements) : []).filter(
    (name) => manifest.name === null || normalizeName(name) !== normalizeName(manifest.name),
  );
  const tellUnreached = (names: readonly string[]): Diagnostic => ({
    severity: "note",
    message: `${lock.file} has packages that nothing asks for here: ${names.join(", ")}`,
  });
  return {
    ...manifest,
    requirements,
    indexes: [...manifest.indexes, ...missing(manifest.indexes, project.indexes, sameIndex)],
    pipOptions: [...manifest.pipOptions, ...missing(manifest.pipOptions, project.pipOptions, sameOption)],
    lock: { ...lock, packages },
    diagnostics: [
      ...manifest.diagnostics,
      ...project.diagnostics,
      ...(unreached.length > 0 ? [tellUnreached(unreached)] : []),
    ],
    files: [...new Set([...manifest.files, ...project.files])],
  };
}

function missing<T>(known: readonly T[], more: readonly T[], isSame: (a: T, b: T) => boolean): T[] {
  return more.filter((one) => !known.some((other) => isSame(one, other)));
}

function sameIndex(a: PackageIndex, b: PackageIndex): boolean {
  return a.kind === b.kind && a.url.replace(/\/$/, "") === b.url.replace(/\/$/, "");
}

function sameOption(a: PipOption, b: PipOption): boolean {
  return a.option === b.option && a.value === b.value;
}

/** A folder or URL without a name goes by the lock's entry for the same place. */
function namedBy(lock: Lock, requirement: Requirement): Requirement {
  if (requirement.name !== null) return requirement;
  const locked = lock.packages.find(({ source }) => isSamePlace(source, requirement.source));
  if (!locked) return requirement;
  const name = normalizeName(locked.name) === locked.key ? locked.name : null;
  return { ...requirement, name, key: locked.key };
}

/** A lock has the commit where the manifest has a branch or a tag. */
function isSamePlace(a: Source, b: Source): boolean {
  if (a.kind === "path" && b.kind === "path") return joinPath(a.base, a.path) === joinPath(b.base, b.path);
  if (a.kind === "vcs" && b.kind === "vcs")
    return a.vcs === b.vcs && a.url === b.url && a.subdirectory === b.subdirectory;
  return a.kind === "url" && b.kind === "url" && a.url.split("#")[0] === b.url.split("#")[0];
}

function notReached(packages: readonly LockedPackage[], requirements: readonly Requirement[]): string[] {
  const edges = new Map(packages.map(({ key, dependencies }) => [key, dependencies.map((edge) => edge.key)]));
  const reached = new Set<string>();
  const queue = requirements.map(({ key }) => key);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    queue.push(...(edges.get(key) ?? []));
  }
  return [...new Set(packages.filter(({ key }) => !reached.has(key)).map(({ name }) => name))];
}
