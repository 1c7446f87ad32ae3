// Whether a lock still is the lock of the manifest beside it. Poetry, PDM and Pipenv keep a digest of the manifest, uv
// what the projects require. pylock.toml and compiled requirements keep nothing of the kind.

import type { Diagnostic } from "../diagnostics.ts";
import { limitOf } from "../limits.ts";
import { basename, dirname, joinPath, normalizePath, relativePath } from "../paths.ts";
import { formatSpecifierSet, satisfies } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { formatMarker, type Marker } from "../pep/pep508.ts";
import {
  ANY_VERSION,
  type Constraint,
  EMPTY_PROJECT,
  MAIN_GROUP,
  type PackageIndex,
  type Project,
  type Requirement,
  type RequiresPython,
  type Source,
} from "../project.ts";
import { contentHashes, digestOf, type Manifest } from "./content-hash.ts";
import { decodeUtf8, type Files } from "./files.ts";
import type { MadeFor, ReadLock } from "./made-for.ts";
import { readDependencyGroups, readProjectTable, requirementFromNode } from "./pep621.ts";
import { parseForJson } from "./python-json.ts";
import { sameMarkers, versionsAround, versionsIn } from "./same-markers.ts";
import { hasScriptBlock, scriptMetadata } from "./script.ts";
import { TomlDocument, TomlNode } from "./toml.ts";
import { withoutCredentials } from "./urls.ts";
import { readUvTable } from "./uv.ts";
import { folderCounter, matchesPattern, readDocument } from "./uv-workspace.ts";

/** How each tool makes its lock again. */
const COMMANDS: Readonly<Record<string, string>> = {
  poetry: "poetry lock",
  pdm: "pdm lock",
  pipenv: "pipenv lock",
  uv: "uv lock",
};

/** The manifests that each tool locks, by the names of their files. */
const MANIFESTS: Readonly<Record<string, RegExp>> = {
  poetry: /\.toml$/,
  pdm: /\.toml$/,
  pipenv: /^Pipfile$/,
  uv: /\.(?:toml|py)$/,
};

/** A manifest's name as it was given, and its text. */
interface ManifestText {
  readonly file: string;
  readonly text: string;
}

/**
 * A warning at the lock's own line where the manifest has changed since the lock was made for it. `manifest` is the file
 * that the lock was attached to; it and those of a workspace's members are read through `files`. A lock that keeps
 * nothing of its manifest, or that is of another kind of manifests, is taken for fresh.
 */
export function checkFreshness(lock: ReadLock, manifest: string, files: Files): Diagnostic[] {
  const { madeFor, tool } = lock;
  if (!madeFor || !MANIFESTS[tool]?.test(basename(manifest)) || files.kind(manifest) !== "file") return [];
  const given: ManifestText = { file: manifest, text: decodeUtf8(files.read(manifest), manifest) };
  return madeFor.kind === "digest"
    ? checkDigest(lock, madeFor, given, files)
    : checkRequirements(lock, madeFor, given, files);
}

// ---- digests ----------------------------------------------------------------------------------------------

type MadeForDigest = Extract<MadeFor, { kind: "digest" }>;

function checkDigest(
  { tool }: ReadLock,
  { algorithm, digest, lockVersion, toolVersion, origin }: MadeForDigest,
  manifest: ManifestText,
  files: Files,
): Diagnostic[] {
  if (algorithm !== "sha256") {
    const message = `whether this lock still is the one of ${manifest.file} is not known: its digest is a ${algorithm}`;
    return [{ severity: "note", message, origin }];
  }
  const content = parseForJson(manifest.text);
  const hashes = contentHashes(content, { tool, lockVersion, toolVersion });
  const members = tool === "pdm" ? pdmMembers(content, dirname(manifest.file), files) : [];
  const whole = members.length > 0 ? hashes.map((hash) => workspaceHash(hash, members, manifest.file, files)) : hashes;
  if (whole.includes(digest)) return [];
  const message = `this lock was made for another state of ${manifest.file}, which has changed since: make it again with \`${COMMANDS[tool]}\``;
  return [{ severity: "warning", message, origin }];
}

/** The folders of a PDM workspace's members, relative to `root` and in order: those named and those that a pattern finds. */
function pdmMembers(manifest: Manifest, root: string, files: Files): string[] {
  const at = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Manifest)[key] : undefined;
  const members = at(at(at(at(manifest, "tool"), "pdm"), "workspace"), "members");
  const patterns = Array.isArray(members) ? members.filter((member) => typeof member === "string") : [];
  const look = folderCounter();
  const found = patterns.flatMap((pattern) =>
    normalizePath(pattern)
      .split("/")
      .reduce<string[]>((folders, part) => folders.flatMap((folder) => matches(folder, part)), ["."]),
  );
  const isMember = (folder: string) => files.kind(joinPath(root, `${folder}/pyproject.toml`)) === "file";
  return [...new Set(found.map(normalizePath))].filter(isMember).sort();

  function matches(folder: string, part: string): string[] {
    if (!/[*?[]/.test(part)) return [`${folder}/${part}`];
    look();
    if (folder.split("/").length > limitOf("workspace-depth")) return [];
    const below = files.list(joinPath(root, folder)).map((name) => `${folder}/${name}`);
    const folders = below.filter((path) => files.kind(joinPath(root, path)) === "folder");
    if (part === "**") return [folder, ...folders.flatMap((path) => matches(path, part))];
    return folders.filter((path) => matchesPattern(basename(path), part));
  }
}

/** PDM's digest of a workspace: of the root's and those of its members that are there, with their paths. */
function workspaceHash(root: string, members: readonly string[], manifest: string, files: Files): string {
  const parts = members.flatMap((folder) => {
    const file = joinPath(dirname(manifest), `${folder}/pyproject.toml`);
    const content = parseForJson(decodeUtf8(files.read(file), file));
    const [hash] = contentHashes(content, { tool: "pdm", lockVersion: null, toolVersion: null });
    return hash === undefined ? [] : [`\0${folder}\0${hash}`];
  });
  return digestOf(root + parts.join(""));
}

// ---- requirements -----------------------------------------------------------------------------------------

type MadeForRequirements = Extract<MadeFor, { kind: "requirements" }>;

function checkRequirements(
  lock: ReadLock,
  madeFor: MadeForRequirements,
  manifest: ManifestText,
  files: Files,
): Diagnostic[] {
  const folder = dirname(lock.file);
  const pythons = lock.requiresPython?.constraint ?? ANY_VERSION;
  const tell = (what: string, names: readonly string[], origin = madeFor.origin): Diagnostic[] => {
    const message = `this lock was made for another state of ${what}: ${listed(names)} changed since; make it again with \`${COMMANDS.uv}\``;
    return names.length === 0 ? [] : [{ severity: "warning", message, origin }];
  };
  const folders = new Map(madeFor.projects.map((project) => [project.key, project.folder]));
  const place = (at: string, workspace: TomlNode | null): Place => ({
    lockFolder: folder,
    folder: at,
    folders,
    root: workspace,
  });
  if (hasScriptBlock(manifest.text)) {
    const wanted = uvRequirements(scriptMetadata(manifest.text, manifest.file), place(".", null));
    return wanted ? tell(manifest.file, differences(madeFor.requirements, wanted.requirements, pythons)) : [];
  }
  const read = (at: string): { readonly file: string; readonly root: TomlNode | null } => {
    const file = joinPath(folder, at === "." ? "pyproject.toml" : `${at}/pyproject.toml`);
    return { file, root: readManifest(file, manifest, files) };
  };
  const { file: rootFile, root } = read(".");
  const projects = madeFor.projects.flatMap((recorded) => {
    const at = recorded.folder;
    const own = at === "." ? { file: rootFile, root } : read(at);
    const wanted = own.root && uvRequirements(own.root, place(at, at === "." ? null : root));
    const isSame = wanted && normalizeName(wanted.name ?? "") === recorded.key;
    return isSame ? [{ recorded, wanted, file: own.file }] : [];
  });
  const changed = projects.flatMap(({ recorded, wanted, file }) =>
    tell(file, differences(recorded.requirements, wanted.requirements, pythons), recorded.origin),
  );
  const isWhole = projects.length > 0 && projects.length === lock.members?.length;
  const ranges = projects.map(({ wanted }) => wanted.requiresPython);
  const python = isWhole && !sameRange(lock.requiresPython, ranges) ? ["requires-python"] : [];
  const wanted = root && uvRequirements(root, place(".", null));
  if (!wanted) return changed;
  const rest = [
    // A root that is no project.
    ...(wanted.name === null ? differences(madeFor.requirements, wanted.requirements, pythons) : []),
    ...differences(madeFor.constraints, wanted.constraints, pythons).map((name) => `the constraint of ${name}`),
    ...differences(madeFor.overrides, wanted.overrides, pythons).map((name) => `the override of ${name}`),
    ...python,
  ];
  return [...changed, ...tell(rootFile, rest, python.length === rest.length ? lock.requiresPython?.origin : undefined)];
}

/** A manifest of the workspace, or null where it cannot be read: what is wrong is told where it is read for itself. */
function readManifest(file: string, given: ManifestText, files: Files): TomlNode | null {
  if (normalizePath(file) === normalizePath(given.file)) return new TomlDocument(given.text, file).root;
  return readDocument(file, files);
}

/**
 * Whether the lock's range of interpreters is what all projects share. Where one names none, uv takes its own; releases
 * left out inside of a range (`!=3.11.2`) make no difference to it.
 */
function sameRange(locked: RequiresPython | null, ranges: readonly (RequiresPython | null)[]): boolean {
  const known = ranges.filter((range) => range !== null);
  if (!locked || known.length < ranges.length) return true;
  const [own, ...others] = [locked, ...known].map(({ constraint }) =>
    constraint.map((set) => set.filter(({ operator }) => operator !== "!=")),
  );
  const versions = versionsAround([own ?? [], ...others].flatMap(versionsIn)).filter((text) => /^[\d.]+$/.test(text));
  const takes = (constraint: Constraint, version: string) => constraint.some((set) => satisfies(set, version));
  return versions.every(
    (version) => takes(own ?? [], version) === others.every((constraint) => takes(constraint, version)),
  );
}

const MOST_NAMES = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

/** Where a project is in its workspace. */
interface Place {
  /** The folder of the lock. */
  readonly lockFolder: string;
  /** Of the project, and of every member by its key: relative to the folder of the lock. */
  readonly folder: string;
  readonly folders: ReadonlyMap<string, string>;
  /** The manifest of the workspace's root, for a member. */
  readonly root: TomlNode | null;
}

interface Wanted {
  readonly name: string | null;
  readonly requirements: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  readonly overrides: readonly Requirement[];
  readonly requiresPython: RequiresPython | null;
}

/**
 * What a manifest (or a script's metadata) requires in the form of uv's lock: paths relative to the folder of the lock,
 * indexes by URL, constraints and overrides apart. Null where the build backend finds the requirements.
 */
function uvRequirements(root: TomlNode, place: Place): Wanted | null {
  const { folder, folders, root: workspace } = place;
  const ignored: Diagnostic[] = [];
  const table = root.get("project");
  if ((table?.get("dynamic")?.strings() ?? []).some((field) => /^(?:optional-)?dependencies$/.test(field))) return null;
  const project = table ? readProjectTable(table) : EMPTY_PROJECT;
  const scripts = table ? [] : readList(root.get("dependencies"), ignored);
  const groups = root.get("dependency-groups");
  const uv = root.at("tool", "uv");
  const settings = uv ?? new TomlNode(root.document, ["tool", "uv"], {});
  const surroundings = {
    members: new Map([...folders].map(([key, path]) => [key, fromFolder(folder, path)])),
    root: workspace?.at("tool", "uv") ?? null,
  };
  const locate = (requirements: readonly Requirement[], own: TomlNode): readonly Requirement[] => {
    const given: Pick<Project, "name" | "requirements" | "selectables"> = { ...project, requirements };
    const read = readUvTable(own, given, surroundings);
    return read.requirements.map((requirement) => ({
      ...requirement,
      source: asRecorded(requirement, place, read.indexes),
    }));
  };
  const { "override-dependencies": overrides, "dev-dependencies": dev, ...rest } = settings.table();
  const withDev = new TomlNode(
    settings.document,
    settings.path,
    dev === undefined ? rest : { ...rest, "dev-dependencies": dev },
  );
  const withoutDev = new TomlNode(settings.document, settings.path, rest);
  const listed = [
    ...project.requirements,
    ...scripts,
    ...(groups ? readDependencyGroups(groups, new Set()).requirements : []),
  ];
  return {
    name: project.name,
    requiresPython: project.requiresPython[0] ?? null,
    requirements: locate(listed, withDev),
    constraints: locate(readList(settings.get("constraint-dependencies"), ignored), withoutDev),
    overrides:
      overrides === undefined ? [] : locate(readList(settings.get("override-dependencies"), ignored), withoutDev),
  };
}

/** Requirements in a list; an override of what one package needs is a table, and is not compared. */
function readList(list: TomlNode | null, diagnostics: Diagnostic[]): Requirement[] {
  const items = (list?.items() ?? []).filter(({ isString }) => isString);
  return items.map((item) => requirementFromNode(item, { group: MAIN_GROUP, extra: null }, diagnostics));
}

/** A path from one folder of the workspace to another. */
function fromFolder(folder: string, path: string): string {
  if (folder === ".") return path;
  return `${folder
    .split("/")
    .map(() => "..")
    .join("/")}/${path}`;
}

/** A source as the lock has it: by the URL of an index, and relative to the folder of the lock. */
function asRecorded({ key, source }: Requirement, place: Place, indexes: readonly PackageIndex[]): Source {
  if (source.kind === "path") {
    const member = place.folders.get(key);
    const isMember = member !== undefined && source.path === fromFolder(place.folder, member);
    return { ...source, path: isMember ? member : relativePath(place.lockFolder, joinPath(source.base, source.path)) };
  }
  if (source.kind !== "registry" || source.index === undefined) return source;
  const index = indexes.find(({ name }) => name === source.index);
  return { kind: "registry", index: index?.url ?? source.index };
}

/** The names of the requirements that only one side has, or under another marker, with their extra or group. */
function differences(recorded: readonly Requirement[], wanted: readonly Requirement[], pythons: Constraint): string[] {
  // A URL of a file is absolute in the manifest and relative in the lock.
  const local = new Set(wanted.flatMap(({ key, source }) => (isFileUrl(source) ? [key] : [])));
  const samples = samplesByKey([...recorded, ...wanted]);
  const [before, now] = [recorded, wanted].map((list) => byMeaning(list, local, samples)) as [Meanings, Meanings];
  const changed = new Set<string>();
  for (const id of new Set([...before.keys(), ...now.keys()])) {
    const [old, own] = [before.get(id), now.get(id)];
    if (old && own && sameMarkers(anyOf(old.markers), anyOf(own.markers), pythons)) continue;
    changed.add((own ?? old)?.label ?? "");
  }
  return [...changed].sort();
}

/** More versions than a manifest names of one project: what is beyond is not told apart, so that no file takes long. */
const MOST_VERSIONS = 100;

/** For each key the versions that tell apart what is asked of it: none where that is the same everywhere. */
function samplesByKey(requirements: readonly Requirement[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, Map<string, Constraint>>();
  for (const { key, constraint } of requirements) {
    const known = asked.get(key) ?? new Map();
    known.set(constraint.map(formatSpecifierSet).join(" || "), constraint);
    asked.set(key, known);
  }
  const samples = new Map<string, readonly string[]>();
  for (const [key, constraints] of asked) {
    if (constraints.size === 1) continue;
    const versions = new Set([...constraints.values()].flatMap(versionsIn));
    samples.set(key, versionsAround([...versions].slice(0, MOST_VERSIONS)));
  }
  return samples;
}

type Meanings = ReadonlyMap<string, { readonly label: string; readonly markers: readonly (Marker | null)[] }>;

function byMeaning(
  requirements: readonly Requirement[],
  local: ReadonlySet<string>,
  samples: ReadonlyMap<string, readonly string[]>,
): Meanings {
  const found = new Map<string, { label: string; markers: (Marker | null)[] }>();
  for (const { name, key, extras, constraint, marker, source, group, extra } of requirements) {
    const where = extra === null ? (group === MAIN_GROUP ? "" : ` in the group ${group}`) : ` in the extra ${extra}`;
    const accepted = (samples.get(key) ?? []).map((text) => constraint.some((set) => satisfies(set, text)));
    const place = local.has(key) ? "file" : sourceKey(source);
    const id = JSON.stringify([key, [...extras].map(normalizeName).sort(), accepted, place, where]);
    const entry = found.get(id) ?? { label: `${name ?? key}${where}`, markers: [] };
    entry.markers.push(marker);
    found.set(id, entry);
  }
  return found;
}

function anyOf(markers: readonly (Marker | null)[]): Marker | null {
  const operands = [...new Map(markers.map((marker) => [marker && formatMarker(marker), marker])).values()];
  const given = operands.filter((marker) => marker !== null);
  const [only = null] = given;
  if (given.length < operands.length) return null;
  return given.length > 1 ? { kind: "or", operands: given } : only;
}

function isFileUrl(source: Source): boolean {
  return source.kind === "url" && /^file:/i.test(source.url);
}

/** What tells one source from another; whether a folder is installed in develop mode is left to uv's defaults. */
function sourceKey(source: Source): string {
  switch (source.kind) {
    case "registry":
      return `registry ${withoutCredentials(source.index ?? "").url.replace(/(?<!\/)\/+$/, "")}`;
    case "url":
      return JSON.stringify(["url", source.url.replace(/#.*$/s, ""), source.subdirectory]);
    case "vcs":
      return JSON.stringify([source.vcs, source.url.replace(/(?<!\/)\/+$/, ""), source.reference, source.subdirectory]);
    case "path":
      return `path ${normalizePath(source.path)}`;
  }
}
