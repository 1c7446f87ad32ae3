// From what the user names (files, folders, standard input) to one Project, lock files included.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { basename, dirname, joinPath } from "../paths.ts";
import { EMPTY_PROJECT, type Lock, type PackageIndex, type Project } from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { FORMATS, type Format, hintForUnread } from "./formats.ts";
import { readPoetryLock } from "./poetry-lock.ts";
import { readUvLock } from "./uv-lock.ts";

export interface LoadOptions {
  /** The name of a format that all inputs are of, or null to find out. */
  readonly format: string | null;
  /** `auto` takes the lock file beside a manifest, `none` takes none, anything else is a lock file. */
  readonly lock: string;
}

/** A manifest that stands in no file. */
export interface GivenText {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const UV_LOCK = "uv.lock";
/** What is taken in a folder without pyproject.toml, in this order. */
const OTHER_MANIFESTS = ["requirements.txt", "Pipfile", "setup.cfg", "setup.py", "environment.yml"];
/** Lock files that are read, in the order in which one beside a manifest is taken. */
const LOCK_NAMES = ["poetry.lock", UV_LOCK];
/** Lock files that stand beside a manifest and are not read. */
const OTHER_LOCKS = ["pdm.lock", "pylock.toml", "Pipfile.lock"];

/** Reads all inputs into one project. Throws an InputError. */
export function loadProject(inputs: readonly (string | GivenText)[], files: Files, options: LoadOptions): Project {
  const projects = inputs.map((input) => {
    if (typeof input !== "string") return readInput(input.name, input.bytes, files, options);
    if (files.kind(input) === "folder") {
      throw new InputError(`${input} is a folder`, { hint: "Name the manifests in it, or run py2nix there." });
    }
    if (LOCK_NAMES.includes(basename(input))) return readLockAlone(input, files);
    return readInput(input, files.read(input), files, options);
  });
  return projects.length === 1 && projects[0] ? projects[0] : merge(projects);
}

/** The manifests of a folder: pyproject.toml where it lists dependencies, else requirements.txt too. Throws an InputError when there are none. */
export function discoverManifests(folder: string, files: Files): { manifests: string[]; diagnostics: Diagnostic[] } {
  const path = (name: string) => (folder === "." ? name : joinPath(folder, name));
  const has = (name: string) => files.kind(path(name)) === "file";
  const pyproject = path("pyproject.toml");
  const requirements = path("requirements.txt");
  if (has("pyproject.toml")) {
    const project = readInput(pyproject, files.read(pyproject), files, { format: null, lock: "none" });
    const isComplete = project.requirements.some(({ extra, group }) => extra === null && group === "main");
    if (isComplete || !has("requirements.txt")) {
      const diagnostics: Diagnostic[] = has("requirements.txt")
        ? [
            {
              severity: "note",
              message: `${requirements} is left alone, since pyproject.toml lists the dependencies: name the files to use both`,
            },
          ]
        : [];
      return { manifests: [pyproject], diagnostics };
    }
    return { manifests: [pyproject, requirements], diagnostics: [] };
  }
  const other = OTHER_MANIFESTS.find(has);
  if (other !== undefined) return { manifests: [path(other)], diagnostics: [] };
  const lock = LOCK_NAMES.find(has);
  if (lock !== undefined) return { manifests: [path(lock)], diagnostics: [] };
  throw new InputError(
    `there is no pyproject.toml, requirements.txt or other manifest in ${folder === "." ? "this folder" : folder}`,
    {
      hint: "Name the file that lists the dependencies: py2nix convert FILE",
    },
  );
}

function readInput(file: string, bytes: Uint8Array, files: Files, options: LoadOptions): Project {
  const format = formatOf(file, bytes, options.format);
  const project = format.read(file, files, bytes);
  if (format.name === "pyproject") return withLock(project, file, files, options.lock);
  // Only these have a lock file of their own.
  return format.name === "pipfile" && options.lock !== "none" ? tellUnreadLocks(project, file, files) : project;
}

function formatOf(file: string, bytes: Uint8Array, forced: string | null): Format {
  const unread = forced === null ? hintForUnread(basename(file)) : null;
  if (unread !== null) throw new InputError(`py2nix does not read ${file}`, { hint: unread });
  const found =
    forced === null
      ? (FORMATS.find((format) => format.hasName(basename(file))) ??
        FORMATS.find((format) => format.looksLike(new TextDecoder().decode(bytes))))
      : FORMATS.find(({ name }) => name === forced);
  if (found) return found;
  throw new InputError(`there is no format ${forced ?? "for this file"}`, {
    hint: `The formats are: ${FORMATS.map(({ name }) => name).join(", ")}`,
  });
}

function withLock(project: Project, file: string, files: Files, choice: string): Project {
  if (choice === "none") return project;
  const names = LOCK_NAMES.map((name) => joinPath(dirname(file), name));
  const path = choice === "auto" ? names.find((name) => files.kind(name) === "file") : choice;
  if (path === undefined) return tellUnreadLocks(project, file, files);
  const diagnostics: Diagnostic[] = [];
  const lock = readLock(path, files, diagnostics, project.indexes);
  return { ...project, lock, diagnostics: [...project.diagnostics, ...diagnostics], files: [...project.files, path] };
}

/** A lock file beside a manifest that is not read is told. */
function tellUnreadLocks(project: Project, file: string, files: Files): Project {
  const unread = OTHER_LOCKS.filter((name) => files.kind(joinPath(dirname(file), name)) === "file");
  const diagnostics = unread.map(
    (name): Diagnostic => ({
      severity: "warning",
      message: `${name} is not used: the versions come from the ranges in ${file}`,
    }),
  );
  return { ...project, diagnostics: [...project.diagnostics, ...diagnostics] };
}

function readLock(path: string, files: Files, diagnostics: Diagnostic[], indexes: readonly PackageIndex[]): Lock {
  const text = decodeUtf8(files.read(path), path);
  return basename(path) === UV_LOCK
    ? readUvLock(text, path, diagnostics, indexes)
    : readPoetryLock(text, path, diagnostics);
}

/** A lock file that was named itself: its manifest is beside it, or the packages that no other one needs are what is wanted. */
function readLockAlone(file: string, files: Files): Project {
  const manifest = joinPath(dirname(file), "pyproject.toml");
  if (files.kind(manifest) === "file")
    return readInput(manifest, files.read(manifest), files, { format: "pyproject", lock: file });
  const diagnostics: Diagnostic[] = [];
  const lock = readLock(file, files, diagnostics, []);
  const needed = new Set(lock.packages.flatMap(({ dependencies }) => dependencies.map(({ key }) => key)));
  const requirements = lock.packages
    .filter(({ key }) => !needed.has(key))
    .map(({ name, key, source, marker, origin }) => ({
      name,
      key,
      extras: [],
      constraint: [[]],
      marker,
      source,
      hashes: [],
      options: [],
      group: "main",
      extra: null,
      origin,
    }));
  diagnostics.push({
    severity: "warning",
    message: `there is no pyproject.toml beside ${file}: what no other package needs is taken for what the project requires`,
  });
  return { ...EMPTY_PROJECT, requirements, lock, diagnostics, files: [file] };
}

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
    indexes: projects.flatMap(({ indexes }) => indexes),
    pipOptions: projects.flatMap(({ pipOptions }) => pipOptions),
    lock,
    diagnostics: projects.flatMap(({ diagnostics }) => diagnostics),
    files: projects.flatMap(({ files }) => files),
  };
}
