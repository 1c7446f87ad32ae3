import { type Diagnostic, InputError } from "../diagnostics.ts";
import { limitOf } from "../limits.ts";
import { basename, dirname, joinPath, normalizePath } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import {
  ANY_VERSION,
  EMPTY_PROJECT,
  type Lock,
  type LockedPackage,
  MAIN_GROUP,
  type Project,
  type Requirement,
} from "../project.ts";
import { unique } from "../unique.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { FORMATS, type Format } from "./formats.ts";
import { checkFreshness } from "./lock-freshness.ts";
import { LOCK_FORMATS, type LockFormat } from "./locks.ts";
import {
  type CompiledLock,
  inputsBeside,
  isLockOf,
  lockNameFor,
  readPipCompileLock,
  withCompiledLock,
} from "./pip-compile.ts";
import { readVersionFiles } from "./version-files.ts";

export interface LoadOptions {
  /** The name of a format that all inputs are of, or null to find out. */
  readonly format: string | null;
  /** `auto` takes the lock file beside a manifest, `none` takes none, anything else is a lock file. */
  readonly lock: string;
  /** The members of the workspace that are wanted instead of the project of the manifest, by name. */
  readonly members?: readonly string[];
  /** Whether the files of version managers beside the manifests name the interpreter: not where the user does. */
  readonly versionFiles?: boolean;
}

/** A manifest that stands in no file. */
export interface GivenText {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The names of what `format` can be: manifests and locks. */
export const ALL_FORMAT_NAMES: readonly string[] = [...FORMATS, ...LOCK_FORMATS].map(({ name }) => name);

/** What is taken in a folder without pyproject.toml, in this order. */
const OTHER_MANIFESTS = ["requirements.txt", "Pipfile", "setup.cfg", "setup.py", "environment.yml", "requirements.in"];

/** Reads all inputs into one project. Throws an InputError. */
export function loadProject(inputs: readonly (string | GivenText)[], files: Files, options: LoadOptions): Project {
  const projects = inputs.flatMap((input) => {
    if (typeof input === "string" && files.kind(input) === "folder") {
      throw new InputError(`${input} is a folder`, { hint: "Name the manifests in it, or run py2nix there." });
    }
    const [name, bytes] = typeof input === "string" ? [input, files.read(input)] : [input.name, input.bytes];
    const project = readInput({ name, bytes, isFile: typeof input === "string" }, files, options);
    return options.members && options.members.length > 0 ? membersOf(project, options.members, files) : [project];
  });
  const project = projects.length === 1 && projects[0] ? projects[0] : merge(projects);
  const folders = unique(inputs.flatMap((input) => (typeof input === "string" ? [dirname(input)] : [])));
  return options.versionFiles
    ? folders.reduce((read, folder) => withVersionFiles(read, folder, files), project)
    : project;
}

function withVersionFiles(project: Project, folder: string, files: Files): Project {
  const { requiresPython, diagnostics, files: read } = readVersionFiles(folder, files);
  if (read.length === 0) return project;
  return {
    ...project,
    requiresPython: [...project.requiresPython, ...(requiresPython ? [requiresPython] : [])],
    diagnostics: [...project.diagnostics, ...diagnostics],
    files: [...project.files, ...read],
  };
}

/** The manifests of a folder: pyproject.toml where it lists dependencies, else requirements.txt too. Throws an InputError when there are none. */
export function discoverManifests(folder: string, files: Files): { manifests: string[]; diagnostics: Diagnostic[] } {
  const path = (name: string) => (folder === "." ? name : joinPath(folder, name));
  const has = (name: string) => files.kind(path(name)) === "file";
  const pyproject = path("pyproject.toml");
  const requirements = path("requirements.txt");
  if (has("pyproject.toml") && !has("requirements.txt")) return { manifests: [pyproject], diagnostics: [] };
  if (has("pyproject.toml")) {
    const project = loadProject([pyproject], files, { format: null, lock: "none" });
    const isComplete = project.requirements.some(({ extra, group }) => extra === null && group === "main");
    if (!isComplete) return { manifests: [pyproject, requirements], diagnostics: [] };
    const message = `${requirements} is left alone, since pyproject.toml lists the dependencies: name the files to use both`;
    return { manifests: [pyproject], diagnostics: [{ severity: "note", message }] };
  }
  const other = OTHER_MANIFESTS.find(has);
  if (other !== undefined) return { manifests: [path(other)], diagnostics: [] };
  const lock = LOCK_FORMATS.flatMap(({ beside }) => Object.values(beside)).find(
    (name) => !name.includes("*") && has(name),
  );
  if (lock !== undefined) return { manifests: [path(lock)], diagnostics: [] };
  throw new InputError(
    `there is no pyproject.toml, requirements.txt or other manifest in ${folder === "." ? "this folder" : folder}`,
    {
      hint: "Name the file that lists the dependencies: py2nix convert FILE",
    },
  );
}

interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether it stands in a folder, where other files can be beside it. */
  readonly isFile: boolean;
}

function readInput({ name: file, bytes, isFile }: Input, files: Files, options: LoadOptions): Project {
  const found = formatOf(file, bytes, options.format);
  if ("beside" in found) return readLockAlone(found, { name: file, bytes, isFile }, files);
  const read = withinStack(file, () => found.read(file, files, bytes));
  const { name, installable } = read;
  const isOwn = isFile && installable && name !== null;
  const own = isOwn ? [{ name, key: normalizeName(name), path: ".", base: dirname(file) }] : [];
  const project = { ...read, own };
  const compiled =
    found.name === COMPILED && options.lock === "auto" ? readCompiled(file, bytes, read, isFile, files) : null;
  return compiled ?? withLock(project, found, file, isFile, files, options.lock);
}

function formatOf(file: string, bytes: Uint8Array, forced: string | null): Format | LockFormat {
  const all: readonly (Format | LockFormat)[] = [...LOCK_FORMATS, ...FORMATS];
  if (forced !== null) {
    const found = all.find(({ name }) => name === forced);
    if (found) return found;
    throw new InputError(`there is no format ${forced}`, { hint: `The formats are: ${ALL_FORMAT_NAMES.join(", ")}` });
  }
  const byName = all.find((format) => format.hasName(basename(file)));
  if (byName) return byName;
  const text = new TextDecoder().decode(bytes);
  // Every text can be a requirements file, the last of the table.
  return all.find((format) => format.looksLike(text)) as Format;
}

// ---- a manifest and its lock ------------------------------------------------------------------------------

function withLock(
  project: Project,
  { name: format }: Format,
  file: string,
  isFile: boolean,
  files: Files,
  choice: string,
): Project {
  if (choice === "none") return project;
  if (choice !== "auto") return attachNamed(project, choice, files);
  if (!isFile) return project;
  const [first, ...others] = locksBeside(format, file, files);
  if (!first) {
    const compiled = withCompiledBeside(project, file, files);
    return compiled ?? (format === "pyproject" ? withLockAbove(project, file, files) : project);
  }
  const told = others.map(
    ({ path }): Diagnostic => ({
      severity: "note",
      message: `${path} is left alone, since ${first.path} is taken (--lock ${basename(path)} takes it instead)`,
    }),
  );
  return attachLock({ ...project, diagnostics: [...project.diagnostics, ...told] }, first.format, first.path, files);
}

/** The locks beside a manifest, the one to take first. */
function locksBeside(format: string, file: string, files: Files): { format: LockFormat; path: string }[] {
  const folder = dirname(file);
  return LOCK_FORMATS.flatMap((lockFormat) => {
    const name = Object.hasOwn(lockFormat.beside, format) ? lockFormat.beside[format] : undefined;
    if (name === undefined) return [];
    const path = joinPath(folder, name.replace("*", basename(file)));
    // A lock that is of another manifest: of the pyproject.toml there.
    if (format === "requirements" && files.kind(joinPath(folder, "pyproject.toml")) === "file") return [];
    return files.kind(path) === "file" ? [{ format: lockFormat, path }] : [];
  });
}

function attachNamed(project: Project, path: string, files: Files): Project {
  const byName = LOCK_FORMATS.find((format) => format.hasName(basename(path)));
  const bytes = files.read(path);
  const found = byName ?? LOCK_FORMATS.find((format) => format.looksLike(new TextDecoder().decode(bytes)));
  if (found) return attachLock(project, found, path, files);
  const diagnostics: Diagnostic[] = [];
  const compiled = readPipCompileLock(path, files, diagnostics, bytes);
  if (compiled) return attachCompiled(project, compiled, diagnostics);
  throw new InputError(`${path} is no lock file that py2nix knows`, {
    hint: `It knows ${LOCK_FORMATS.map(({ name }) => name).join(", ")} and compiled requirements files.`,
  });
}

// ---- requirements files that a tool compiled --------------------------------------------------------------

/** The format of compiled requirements files, and of the files that they are compiled from. */
const COMPILED = "requirements";

/**
 * A requirements file that was compiled, with what it was compiled from where that is beside it; null for one that was
 * written by hand.
 */
function readCompiled(file: string, bytes: Uint8Array, read: Project, isFile: boolean, files: Files): Project | null {
  const diagnostics: Diagnostic[] = [];
  const compiled = readPipCompileLock(file, files, diagnostics, bytes, read);
  if (!compiled) return null;
  const inputs = isFile ? inputsBeside(compiled, files).filter((input) => input !== file) : [];
  if (inputs.length === 0) {
    const { project } = compiled;
    return { ...project, diagnostics: [...project.diagnostics, ...diagnostics] };
  }
  return attachCompiled(loadProject(inputs, files, { format: null, lock: "none" }), compiled, diagnostics);
}

/** The manifest with the file that was compiled from it and stands where the compiler writes it; null without one. */
function withCompiledBeside(project: Project, file: string, files: Files): Project | null {
  const path = lockNameFor(file);
  if (path === null || files.kind(path) !== "file") return null;
  const diagnostics: Diagnostic[] = [];
  const compiled = readPipCompileLock(path, files, diagnostics);
  return compiled && isLockOf(compiled, file) ? attachCompiled(project, compiled, diagnostics) : null;
}

function attachCompiled(manifest: Project, compiled: CompiledLock, diagnostics: readonly Diagnostic[]): Project {
  const project = withCompiledLock(manifest, compiled);
  return { ...project, diagnostics: [...project.diagnostics, ...diagnostics] };
}

// ---- locks in other folders -------------------------------------------------------------------------------

function attachLock(project: Project, format: LockFormat, path: string, files: Files): Project {
  const diagnostics: Diagnostic[] = [];
  const text = decodeUtf8(files.read(path), path);
  const read = withinStack(path, () => format.read(text, path, diagnostics, project.indexes));
  const { madeFor: _, ...lock } = read;
  diagnostics.push(...project.files.slice(0, 1).flatMap((file) => checkFreshness(read, file, files)));
  return {
    ...project,
    lock,
    indexes: project.indexes.length > 0 ? project.indexes : (lock.indexes ?? []),
    diagnostics: [...project.diagnostics, ...diagnostics],
    files: [...project.files, path],
  };
}

/** A member of a uv workspace is locked by the lock of its root, in a folder above. */
function withLockAbove(project: Project, file: string, files: Files): Project {
  const folder = dirname(file);
  for (let level = 1, above = ""; level <= limitOf("workspace-levels"); level++) {
    above = joinPath(folder, Array.from({ length: level }, () => "..").join("/"));
    const path = joinPath(above, "uv.lock");
    if (files.kind(path) !== "file" || files.kind(joinPath(above, "pyproject.toml")) !== "file") continue;
    const format = LOCK_FORMATS.find(({ name }) => name === "uv-lock") as LockFormat;
    const attached = attachLock(project, format, path, files);
    const key = normalizeName(project.name ?? "");
    const { source } = attached.lock?.packages.find((locked) => locked.key === key) ?? {};
    const isMember = attached.lock?.members?.includes(key) && source?.kind === "path";
    if (!isMember || normalizePath(source.path).split("/").length !== level) return project;
    return { ...attached, foldersInLock: [normalizePath(source.path)] };
  }
  return project;
}

/** The members of a workspace in the place of its root. */
function membersOf(project: Project, names: readonly string[], files: Files): Project[] {
  const { lock } = project;
  const known = (lock?.members ?? []).flatMap(
    (key) => lock?.packages.find((locked) => locked.key === key && locked.source.kind === "path") ?? [],
  );
  const members = names.map((name) => {
    const member = known.find(({ key }) => key === normalizeName(name));
    if (member?.source.kind === "path") return { ...member, source: member.source };
    throw new InputError(`there is no member ${name} of a workspace`, {
      hint:
        known.length > 0
          ? `The lock has: ${known.map((locked) => locked.name).join(", ")}`
          : "Members are known from a uv.lock.",
    });
  });
  const root = lock ? dirname(lock.file) : ".";
  const projects = members.map(({ source }) => {
    const file = joinPath(root, `${source.path}/pyproject.toml`);
    return readInput({ name: file, bytes: files.read(file), isFile: true }, files, { format: null, lock: "none" });
  });
  const merged = projects.length === 1 && projects[0] ? projects[0] : merge(projects);
  return [
    {
      ...merged,
      lock,
      foldersInLock: members.map(({ source }) => normalizePath(source.path)),
      files: unique([...project.files, ...merged.files]),
      // What of the root is about every member.
      indexes: merged.indexes.length > 0 ? merged.indexes : project.indexes,
      constraints: [...merged.constraints, ...project.constraints],
    },
  ];
}

/**
 * A lock file that was named itself: its manifest is beside it, or what it says of the projects that it is for and of
 * their selections is what is wanted, or the packages that no other one needs.
 */
function readLockAlone(format: LockFormat, { name: file, bytes, isFile }: Input, files: Files): Project {
  const manifest = isFile ? manifestBeside(format, file, files) : null;
  if (manifest !== null)
    return readInput({ name: manifest, bytes: files.read(manifest), isFile }, files, { format: null, lock: file });
  const diagnostics: Diagnostic[] = [];
  const lock = withinStack(file, () => format.read(decodeUtf8(bytes, file), file, diagnostics, []));
  const tellsItself = lock.reach === "markers" || lock.members !== undefined;
  if (!tellsItself) {
    diagnostics.push({
      severity: "warning",
      message: `the manifest of ${file} is not beside it: what no other package needs is taken for what the project requires`,
    });
  }
  return {
    ...EMPTY_PROJECT,
    selectables: lock.selectables ?? [],
    requirements: tellsItself ? [] : independent(lock).map(asRequirement),
    indexes: lock.indexes ?? [],
    lock,
    diagnostics,
    files: [file],
  };
}

function manifestBeside({ beside }: LockFormat, file: string, files: Files): string | null {
  const folder = dirname(file);
  const names = Object.entries(beside).flatMap(([format, name]) => {
    if (name.startsWith("*")) return file.endsWith(name.slice(1)) ? [basename(file).slice(0, 1 - name.length)] : [];
    return MANIFEST_NAMES[format] ?? [];
  });
  return names.map((name) => joinPath(folder, name)).find((path) => files.kind(path) === "file") ?? null;
}

/** The usual file names of the formats that have locks. */
const MANIFEST_NAMES: Readonly<Record<string, readonly string[]>> = {
  pyproject: ["pyproject.toml"],
  pipfile: ["Pipfile"],
  requirements: ["requirements.in", "requirements.txt"],
};

/** The packages that no other package of the lock needs. */
function independent({ packages }: Lock): LockedPackage[] {
  const needed = new Set(packages.flatMap(({ dependencies }) => dependencies.map(({ key }) => key)));
  return packages.filter(({ key }) => !needed.has(key));
}

function asRequirement({ name, key, source, marker, origin }: LockedPackage): Requirement {
  return {
    name,
    key,
    extras: [],
    constraint: ANY_VERSION,
    marker,
    source,
    hashes: [],
    options: [],
    group: MAIN_GROUP,
    extra: null,
    origin,
  };
}

// ---- several projects -------------------------------------------------------------------------------------

function merge(projects: readonly Project[]): Project {
  const locks = projects.flatMap(({ lock }) => lock ?? []);
  const [first] = locks;
  const lock: Lock | null = first ? { ...first, packages: locks.flatMap(({ packages }) => packages) } : null;
  const names = projects.flatMap(({ name }) => name ?? []);
  return {
    name: names.length === 1 ? (names[0] ?? null) : null,
    selectables: projects.flatMap(({ selectables }) => selectables),
    requirements: projects.flatMap(({ requirements }) => requirements),
    buildRequires: projects.flatMap(({ buildRequires }) => buildRequires),
    constraints: projects.flatMap(({ constraints }) => constraints),
    requiresPython: projects.flatMap(({ requiresPython }) => requiresPython),
    installable: projects.some(({ installable }) => installable),
    own: projects.flatMap(({ own }) => own),
    indexes: projects.flatMap(({ indexes }) => indexes),
    pipOptions: projects.flatMap(({ pipOptions }) => pipOptions),
    lock,
    foldersInLock: unique(projects.flatMap(({ foldersInLock }) => foldersInLock)),
    diagnostics: projects.flatMap(({ diagnostics }) => diagnostics),
    files: projects.flatMap(({ files }) => files),
  };
}

/** A line of many megabytes can take more of V8's stack than there is, in an expression that has to remember ways back. */
function withinStack<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError && error.message.includes("call stack"))) throw error;
    throw new InputError("a line of this file is too long to be read", { origin: { file, line: 1 } });
  }
}
