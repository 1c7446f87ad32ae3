// pylock.toml (PEP 751), lock-version 1.x. What it refuses is what `packaging.pylock` refuses.
// https://packaging.python.org/en/latest/specifications/pylock-toml/

import { TomlDate } from "smol-toml";
import { type Diagnostic, InputError } from "../diagnostics.ts";
import { dirname } from "../paths.ts";
import { wheelTags } from "../pep/pep425.ts";
import { compareVersions, parseSpecifierSet, parseVersion, type Version } from "../pep/pep440.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { parseMarker, parseRequirement } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import {
  ANY_VERSION,
  type Constraint,
  type Lock,
  type LockedDependency,
  type LockedFile,
  type LockedPackage,
  type Selectable,
  type Source,
} from "../project.ts";
import { checkDoubles, tellMissing } from "./complete-lock.ts";
import { cleanUrl, fileHashes, required } from "./document-parts.ts";
import { gitUrl } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { fileNameOf } from "./urls.ts";

/**
 * Reads a pylock.toml. `reach` is "markers": a package is wanted where its own marker holds, in which `extras` and
 * `dependency_groups` are the chosen ones, the groups of `default-groups` among them unless others were chosen.
 * A newer minor version gives a warning. Throws an InputError for another major version and for everything that
 * breaks a MUST of the specification.
 */
export function readPylock(text: string, file: string, diagnostics: Diagnostic[]): Lock {
  const { root } = new TomlDocument(text, file);
  readLockVersion(root, diagnostics);
  required(root, "created-by", "this pylock.toml").string();
  const environments = root
    .get("environments")
    ?.items()
    .map((item) => item.parse(parseMarker));
  const python = root.get("requires-python");
  const packages = root.get("packages");
  if (!packages)
    throw new InputError("this is no pylock.toml, or only a part of one: it has no packages", {
      origin: { file, line: 1 },
    });
  root.get("tool")?.table();
  tellUnknown(root, ROOT_KEYS, diagnostics);
  const selectables = readSelectables(root);
  const lock: Lock = {
    file,
    reach: "markers",
    tool: root.get("created-by")?.string() ?? "",
    packages: packages.items().map((node) => readPackage(node, diagnostics)),
    requiresPython: python
      ? { constraint: [python.parse(parseSpecifierSet)], text: python.string(), origin: python.origin }
      : null,
    ...(environments && environments.length > 0 ? { environments } : {}),
    ...(selectables.length > 0 ? { selectables } : {}),
    defaultGroups: selectables.filter(({ byDefault }) => byDefault).map(({ name }) => name),
  };
  checkDoubles(lock);
  tellMissing(lock, root.at("tool", "pdm") ? "PDM" : null, true, diagnostics);
  return lock;
}

const ROOT_KEYS =
  "lock-version environments requires-python extras dependency-groups default-groups created-by packages tool";
const PACKAGE_KEYS =
  "name version marker requires-python dependencies vcs directory archive index sdist wheels attestation-identities tool";

/** A tool MUST refuse another major version and SHOULD warn of a later minor one. */
function readLockVersion(root: TomlNode, diagnostics: Diagnostic[]): void {
  const node = root.get("lock-version");
  if (!node)
    throw new InputError("this is no pylock.toml, or only a part of one: it has no lock-version", {
      origin: { file: root.document.file, line: 1 },
    });
  const text = node.string();
  const version = parseVersion(text);
  if (!version) throw node.error(`lock-version should be a version such as 1.0, not ${text}`, text);
  const order = (other: string): number => compareVersions(version, parseVersion(other) as Version);
  if (order("1") < 0 || order("2") >= 0)
    throw node.error(`this pylock.toml has version ${text}; py2nix reads 1.0`, text);
  if (order("1") > 0)
    diagnostics.push({
      severity: "warning",
      message: `this pylock.toml has version ${text}, and py2nix knows 1.0: what is new in it is not used`,
      origin: node.origin,
    });
}

function tellUnknown(node: TomlNode, known: string, diagnostics: Diagnostic[]): void {
  for (const [key, value] of node.entries())
    if (!known.split(" ").includes(key))
      diagnostics.push({
        severity: "warning",
        message: `${key} is not in version 1.0 of pylock.toml, and is not used`,
        origin: value.origin,
      });
}

/** A default group need not be listed: it can stand for what the project itself needs. */
function readSelectables(root: TomlNode): Selectable[] {
  const extras = (root.get("extras")?.items() ?? []).map((item) => normalizedName(item));
  const groups = (root.get("dependency-groups")?.strings() ?? []).map(normalizeName);
  const defaults = (root.get("default-groups")?.strings() ?? []).map(normalizeName);
  return [
    ...extras.map((name): Selectable => ({ kind: "extra", name, byDefault: false })),
    ...[...new Set([...groups, ...defaults])].map(
      (name): Selectable => ({ kind: "group", name, byDefault: defaults.includes(name) }),
    ),
  ];
}

function normalizedName(node: TomlNode): string {
  const name = node.string();
  if (!isValidName(name) || normalizeName(name) !== name)
    throw node.error(`${node.name} should be a normalized name, not ${JSON.stringify(name)}`, name);
  return name;
}

// ---- a package ------------------------------------------------------------------------------------------

function readPackage(node: TomlNode, diagnostics: Diagnostic[]): LockedPackage {
  const name = normalizedName(required(node, "name", "this package"));
  const version = readVersion(node);
  const python = node.get("requires-python");
  const marker = node.get("marker");
  const direct = readDirect(node, diagnostics);
  const sdist = node.get("sdist");
  const wheels = node.get("wheels")?.items() ?? [];
  const distributions = [...(sdist ? [sdist] : []), ...wheels];
  checkSources(node, direct.length, distributions.length);
  const named = distributions.map((file) => readDistribution(file, file.path.at(-1) === "sdist", diagnostics));
  for (const { identity, at } of named) checkIdentity(at, identity, name, version);
  for (const identity of node.get("attestation-identities")?.items() ?? [])
    required(identity, "kind", "this identity").string();
  node.get("tool")?.table();
  tellUnknown(node, PACKAGE_KEYS, diagnostics);
  const index = node.get("index");
  // The index is told for people: no table declares it, so it is the tool's default.
  if (index) cleanUrl(index, diagnostics);
  const files = named.map(({ file }) => file);
  const [source = fromFiles(node, files, diagnostics)] = direct;
  return {
    name,
    key: name,
    version: version?.text ?? named[0]?.identity.version ?? "",
    source: source.source,
    marker: marker ? marker.parse(parseMarker) : null,
    groups: null,
    requiresPython: python ? [python.parse(parseSpecifierSet)] : ANY_VERSION,
    dependencies: readDependencies(node, diagnostics),
    extras: {},
    files: [...source.files, ...files],
    origin: node.origin,
  };
}

function readVersion(node: TomlNode): Version | null {
  const at = node.get("version");
  if (!at) return null;
  const version = parseVersion(at.string());
  if (!version) throw at.error(`${at.name} is not a version: ${at.string()}`, at.string());
  return { ...version, text: at.string().trim() };
}

/** Exactly one of vcs, directory and archive, or files of the index: never both. */
function checkSources(node: TomlNode, direct: number, distributions: number): void {
  const problem =
    distributions > 0
      ? direct > 0
        ? "has sdist or wheels beside vcs, directory or archive"
        : null
      : direct === 0
        ? "says no place that it comes from: sdist, wheels, vcs, directory or archive"
        : direct > 1
          ? "has more than one of vcs, directory and archive"
          : null;
  if (problem) throw node.error(`this package ${problem}`);
}

/** A source and the files that come with it. */
interface Located {
  readonly source: Source;
  readonly files: readonly LockedFile[];
}

function readDirect(node: TomlNode, diagnostics: Diagnostic[]): Located[] {
  const vcs = node.get("vcs");
  const directory = node.get("directory");
  const archive = node.get("archive");
  return [
    ...(vcs ? [{ source: readVcs(vcs, diagnostics), files: [] }] : []),
    ...(directory ? [{ source: readDirectory(directory), files: [] }] : []),
    ...(archive ? [readArchive(archive, diagnostics)] : []),
  ];
}

function readVcs(node: TomlNode, diagnostics: Diagnostic[]): Source {
  const vcs = required(node, "type", "vcs").string();
  const { url, path } = readPlace(node, diagnostics);
  node.get("requested-revision")?.string();
  return {
    kind: "vcs",
    vcs,
    url: url === undefined ? (path ?? "") : gitUrl(url),
    reference: required(node, "commit-id", "vcs").string(),
    ...subdirectoryOf(node),
  };
}

function readDirectory(node: TomlNode): Source {
  return {
    kind: "path",
    path: within(required(node, "path", "directory").string(), subdirectoryOf(node).subdirectory),
    base: dirname(node.document.file),
    editable: node.get("editable")?.boolean() ?? false,
  };
}

function readArchive(node: TomlNode, diagnostics: Diagnostic[]): Located {
  const place = readPlace(node, diagnostics);
  checkSizeAndTime(node);
  const where = subdirectoryOf(node);
  const files = [{ name: fileName(null, place), ...fileHashes(readHashes(node)), ...place }];
  if (place.url !== undefined) return { source: { kind: "url", url: place.url, ...where }, files };
  if (where.subdirectory !== undefined)
    diagnostics.push({
      severity: "warning",
      message: `the project in the folder ${where.subdirectory} of a local archive cannot be given to pip: unpack it first`,
      origin: node.origin,
    });
  const base = dirname(node.document.file);
  return { source: { kind: "path", path: place.path ?? "", base, editable: false }, files };
}

function subdirectoryOf(node: TomlNode): { subdirectory?: string } {
  const subdirectory = node.get("subdirectory")?.string();
  return subdirectory === undefined ? {} : { subdirectory };
}

function within(path: string, subdirectory: string | undefined): string {
  return subdirectory === undefined ? path : `${path.replace(/(?<!\/)\/+$/, "")}/${subdirectory}`;
}

/** Where files of an index stand. One that the lock has only as a local file is not asked of the index. */
function fromFiles(node: TomlNode, files: readonly LockedFile[], diagnostics: Diagnostic[]): Located {
  const [only] = files;
  if (files.length === 1 && only?.path !== undefined && only.url === undefined)
    return {
      source: { kind: "path", path: only.path, base: dirname(node.document.file), editable: false },
      files: [],
    };
  if (files.some(({ path, url }) => path !== undefined && url === undefined))
    diagnostics.push({
      severity: "warning",
      message: "this package has several local files, of which only pip can choose one: it is taken from the index",
      origin: node.origin,
    });
  return { source: { kind: "registry" }, files: [] };
}

// ---- files ----------------------------------------------------------------------------------------------

type Place = Pick<LockedFile, "url" | "path">;

/** At least one of `url` and `path`, an empty one being none. */
function readPlace(node: TomlNode, diagnostics: Diagnostic[]): Place {
  const urlNode = node.get("url");
  const url = urlNode ? cleanUrl(urlNode, diagnostics) : "";
  const path = node.get("path")?.string() ?? "";
  if (url === "" && path === "") throw node.error(`${node.name} has neither url nor path`);
  return { ...(url === "" ? {} : { url }), ...(path === "" ? {} : { path }) };
}

function readHashes(node: TomlNode): string[] {
  const hashes = required(node, "hashes", node.name).entries();
  if (hashes.length === 0) throw node.error(`${node.name}.hashes is empty: at least one is needed`);
  return hashes.map(([algorithm, digest]) => `${algorithm}:${digest.string()}`);
}

function checkSizeAndTime(node: TomlNode): void {
  const size = node.get("size");
  if (size && typeof size.value !== "bigint" && !Number.isInteger(size.value))
    throw size.error(`${size.name} should be a whole number`);
  const time = node.get("upload-time");
  if (time && !(time.value instanceof TomlDate && time.value.isDateTime()))
    throw time.error(`${time.name} should be a date with a time`);
}

function fileName(name: string | null, { path, url }: Place): string {
  if (name) return name;
  if (path) return path.slice(path.lastIndexOf(path.includes("/") ? "/" : "\\") + 1);
  return fileNameOf(url ?? "");
}

/** Name and version that a file's name tells. */
interface Identity {
  readonly name: string;
  readonly version: string;
}

function readDistribution(
  node: TomlNode,
  isSdist: boolean,
  diagnostics: Diagnostic[],
): { file: LockedFile; identity: Identity; at: TomlNode } {
  const name = node.get("name")?.string() ?? null;
  const place = readPlace(node, diagnostics);
  checkSizeAndTime(node);
  const file: LockedFile = { name: fileName(name, place), ...fileHashes(readHashes(node)), ...place };
  const identity = isSdist ? sdistIdentity(file.name) : wheelIdentity(file.name);
  if (!identity)
    throw node.error(`${JSON.stringify(file.name)} is not the name of ${isSdist ? "an sdist" : "a wheel"}`, file.name);
  return { file, identity, at: node };
}

function wheelIdentity(fileName: string): Identity | null {
  const [name = "", version = ""] = fileName.split("-");
  return wheelTags(fileName) ? { name: normalizeName(name), version } : null;
}

function sdistIdentity(fileName: string): Identity | null {
  const stem = /^(.+)(?:\.tar\.gz|\.zip)$/s.exec(fileName)?.[1] ?? "";
  const dash = stem.lastIndexOf("-");
  const version = stem.slice(dash + 1);
  return dash > 0 && parseVersion(version) ? { name: normalizeName(stem.slice(0, dash)), version } : null;
}

function checkIdentity(at: TomlNode, identity: Identity, name: string, version: Version | null): void {
  if (identity.name !== name) throw at.error(`this file is of ${identity.name}, not of ${name}`);
  const own = parseVersion(identity.version);
  // As written it is in no normal form.
  const stated = version && parseVersion(version.text);
  if (version && own && stated && compareVersions(own, stated) !== 0)
    throw at.error(`this file is of version ${identity.version}, not ${version.text}`);
}

// ---- edges ----------------------------------------------------------------------------------------------

/** An installer must not use them; they tell which packages depend on which. */
function readDependencies(node: TomlNode, diagnostics: Diagnostic[]): LockedDependency[] {
  const listed = node.get("dependencies");
  if (listed) return listed.items().flatMap((item) => readDependency(item, diagnostics));
  return pdmDependencies(node).map((text) => {
    const { name, extras, specifier, marker } = parseRequirement(text);
    return { key: normalizeName(name), extras, constraint: [specifier], marker, optional: false };
  });
}

/** PDM keeps the requirements in a table of its own, which may hold anything when another tool wrote it. */
function pdmDependencies(node: TomlNode): string[] {
  const tool = node.get("tool")?.get("pdm");
  const list = tool?.isTable ? tool.get("dependencies") : null;
  const texts = list?.isArray ? list.items().filter((item) => item.isString) : [];
  return texts.map((item) => item.string()).filter((text) => isRequirement(text));
}

function isRequirement(text: string): boolean {
  try {
    parseRequirement(text);
    return true;
  } catch (error) {
    if (error instanceof StandardError) return false;
    throw error;
  }
}

/** The least that tells the other entry: its name, and where that is not enough its version or source. */
function readDependency(node: TomlNode, diagnostics: Diagnostic[]): LockedDependency[] {
  node.table();
  const name = node.get("name");
  if (!name?.isString) {
    diagnostics.push({
      severity: "warning",
      message: "this dependency has no name, and is not used",
      origin: node.origin,
    });
    return [];
  }
  const version = node.get("version");
  const constraint: Constraint | null =
    version?.isString && parseVersion(version.string()) ? [[{ operator: "==", version: version.string() }]] : null;
  return [{ key: normalizeName(name.string()), extras: [], constraint, marker: null, optional: false }];
}
