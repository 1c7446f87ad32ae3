// uv.lock of version 1 in all its revisions. uv raises the revision for additions that an older reader can leave out,
// so a newer one than those known here is read too; keys that are not known are told.
// https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile

import { append } from "../append.ts";
import { defer, isDeferred } from "../deferred.ts";
import { type Diagnostic, InputError } from "../diagnostics.ts";
import { basename, dirname, joinPath, normalizePath } from "../paths.ts";
import { parseSpecifierSet, parseVersion } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { andMarkers, type Marker, type MarkerComparison, parseMarker } from "../pep/pep508.ts";
import {
  ANY_VERSION,
  type ConflictItem,
  type LockedDependency,
  type LockedFile,
  type LockedPackage,
  MAIN_GROUP,
  type PackageIndex,
  type Requirement,
  type Selectable,
  type Source,
} from "../project.ts";
import { cleanUrl } from "./document-parts.ts";
import type { MadeFor, ReadLock, RecordedProject } from "./made-for.ts";
import { gitUrl } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { fileNameOf, fragmentOf, isUrl, plainFileName, sourceOfUrl, withoutCredentials } from "./urls.ts";
import {
  type Asker,
  type RecordedRange,
  readRecorded,
  readRecordedRequirements,
  recordedRanges,
} from "./uv-metadata.ts";

const VERSION = 1;

const TOP_KEYS: ReadonlySet<string> = new Set(
  "version revision requires-python resolution-markers supported-markers required-markers conflicts options manifest package distribution environment-markers".split(
    " ",
  ),
);
const PACKAGE_KEYS: ReadonlySet<string> = new Set(
  "name version source resolution-markers dependencies optional-dependencies dev-dependencies dependency-groups sdist wheels metadata environment-markers".split(
    " ",
  ),
);
const DEPENDENCY_KEYS: ReadonlySet<string> = new Set("name version source extra marker".split(" "));

/** What the reading of one lock shares. */
interface Context {
  readonly diagnostics: Diagnostic[];
  readonly registry: (url: string) => Source;
  /** The entries of each name, with the text of their sources. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly told: Set<string>;
  /** What each project's metadata say that it requires. */
  readonly recorded: ReadonlyMap<TomlNode, readonly Requirement[]>;
}

interface Entry {
  readonly node: TomlNode;
  readonly version: string;
  readonly source: TomlNode;
}

/**
 * Reads a uv.lock. `indexes` are those that the project declares: a registry that is none of them, or that is declared
 * as the default one, is uv's default index, and its packages have a source without an index. A package's marker says
 * in which forks of the resolution it is; the markers of conflicting extras and groups ask for `"project[name]" in
 * extras` or `in dependency_groups` (see Lock). Throws an InputError for a version that is not known, for anything
 * malformed, and for a lock that lacks a package that another one needs or the project itself.
 */
export function readUvLock(
  text: string,
  file: string,
  diagnostics: Diagnostic[],
  indexes: readonly PackageIndex[] = [],
): ReadLock {
  const { root } = new TomlDocument(text, file);
  checkVersion(root);
  const nodes = packageNodes(root);
  const context: Context = {
    diagnostics,
    registry: registryNamer(nodes, indexes),
    entries: entriesOf(nodes),
    told: new Set(),
    recorded: new Map(nodes.flatMap((node) => (node.get("metadata") ? [[node, readRecordedRequirements(node)]] : []))),
  };
  tellUnknown(root, TOP_KEYS, context);
  const packages = nodes.map((node) => readPackage(node, context));
  const manifest = root.get("manifest");
  const members = readMembers(nodes, manifest);
  checkComplete(root, nodes, manifest, members);
  const python = required(root, "requires-python", "uv.lock");
  const environments = (root.get("supported-markers")?.items() ?? []).map(readMarker);
  const conflicts = readConflicts(root);
  return {
    file,
    reach: "dependencies",
    tool: "uv",
    packages,
    requiresPython: { constraint: [python.parse(parseSpecifierSet)], text: python.string(), origin: python.origin },
    ...(environments.length > 0 ? { environments } : {}),
    selectables: selectablesOf(packages.filter(({ source }) => isRoot(source))),
    members,
    requirements: (manifest?.get("requirements")?.items() ?? []).map(readRequirement),
    dependencyGroups: recordOf(manifest?.get("dependency-groups") ?? null, (item) => [readRequirement(item)]),
    ...(conflicts.length > 0 ? { conflicts } : {}),
    madeFor: readMadeFor(root, nodes, members, context),
  };
}

function readMadeFor(
  root: TomlNode,
  nodes: readonly TomlNode[],
  members: readonly string[],
  { recorded }: Context,
): MadeFor {
  const manifest = root.get("manifest");
  const projects = nodes.flatMap((node): RecordedProject[] => {
    const requirements = recorded.get(node);
    const source = ["editable", "virtual"].map((kind) => node.at("source", kind)).find((value) => value !== null);
    if (!requirements || !source || !members.includes(keyOf(node))) return [];
    const origin = (node.get("metadata") ?? node).origin;
    return [{ key: keyOf(node), folder: normalizePath(source.string()), requirements, origin }];
  });
  const list = (key: string): Requirement[] =>
    (manifest?.get(key)?.items() ?? []).flatMap((item) => readRecorded(item, MAIN_GROUP));
  const groups = manifest?.get("dependency-groups")?.entries() ?? [];
  return {
    kind: "requirements",
    projects,
    requirements: [
      ...list("requirements"),
      ...groups.flatMap(([name, items]) => items.items().flatMap((item) => readRecorded(item, normalizeName(name)))),
    ],
    constraints: list("constraints"),
    overrides: list("overrides"),
    origin: (manifest ?? root).origin,
  };
}

function checkVersion(root: TomlNode): void {
  const version = root.get("version");
  if (!version)
    throw new InputError("this is no uv.lock, or only a part of one: it has no version", {
      origin: { file: root.document.file, line: 1 },
    });
  if (version.value === VERSION) return;
  const found = version.isString ? `"${version.string()}", a text` : version.shown;
  throw version.error(
    `uv.lock has version ${found}; py2nix reads version ${VERSION}`,
    version.shown,
    undefined,
    "Lock again with a release of uv that writes this version, or take a newer py2nix.",
  );
}

/** The packages; uv before 0.3 called them distributions. */
function packageNodes(root: TomlNode): TomlNode[] {
  return (root.get("package") ?? root.get("distribution"))?.items() ?? [];
}

function entriesOf(nodes: readonly TomlNode[]): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    const entry = { node, version: node.get("version")?.string() ?? "", source: required(node, "source") };
    append(entries, key, entry);
  }
  return entries;
}

function keyOf(node: TomlNode): string {
  return normalizeName(required(node, "name").string());
}

function required(node: TomlNode, key: string, what = "this entry"): TomlNode {
  const value = node.get(key);
  if (!value) throw node.error(`${what} has no ${key}`);
  return value;
}

function tellUnknown(node: TomlNode, known: ReadonlySet<string>, { told, diagnostics }: Context): void {
  for (const key of Object.keys(node.table())) {
    if (known.has(key) || told.has(key)) continue;
    told.add(key);
    diagnostics.push({
      severity: "warning",
      message: `py2nix does not know what ${key} means in uv.lock, and leaves it out`,
      origin: required(node, key).origin,
    });
  }
}

function readPackage(node: TomlNode, context: Context): LockedPackage {
  tellUnknown(node, PACKAGE_KEYS, context);
  const name = required(node, "name").string();
  const version = node.get("version");
  if (version && !parseVersion(version.string()))
    throw version.error(`\`${version.string()}\` is no version`, version.string());
  const sourceNode = required(node, "source");
  const source = readSource(sourceNode, context);
  if (!version && source.kind === "registry") throw node.error("this package has no version");
  const key = normalizeName(name);
  const recorded = context.recorded.get(node);
  const ranges = recorded ? recordedRanges(recorded) : null;
  const edge = (item: TomlNode, group: string, extra: string | null): LockedDependency =>
    withRange(readDependency(item, extra, context), ranges, { project: key, group, extra }, item, context);
  const groups = recordOf(node.get("dev-dependencies") ?? node.get("dependency-groups"), (item, group) => [
    edge(item, group, null),
  ]);
  const optional = node.get("optional-dependencies")?.entries() ?? [];
  const locked: Omit<LockedPackage, "files"> = {
    name,
    key,
    version: version?.string() ?? "",
    source,
    marker: anyOf((node.get("resolution-markers")?.items() ?? []).map(readMarker)),
    groups: null,
    requiresPython: ANY_VERSION,
    dependencies: [
      ...(node.get("dependencies")?.items() ?? []).map((item) => edge(item, MAIN_GROUP, null)),
      ...optional.flatMap(([extra, list]) => list.items().map((item) => edge(item, MAIN_GROUP, normalizeName(extra)))),
    ],
    extras: readExtras(node),
    ...(Object.keys(groups).length > 0 || isRoot(source) ? { dependencyGroups: groups } : {}),
    origin: node.origin,
  };
  return withFiles(locked, node, sourceNode);
}

/** A package with its files. Those that are known to be of the plain kind are read when they are asked for. */
function withFiles(locked: Omit<LockedPackage, "files">, node: TomlNode, source: TomlNode): LockedPackage {
  if (!isDeferred(node.table(), "wheels")) return { ...locked, files: readFiles(node, source) };
  defer(locked, "files", () => readFiles(node, source));
  return locked as LockedPackage;
}

/** Whether any of the markers holds; null when there is none. */
function anyOf(operands: readonly Marker[]): Marker | null {
  const [only] = operands;
  return operands.length > 1 ? { kind: "or", operands } : (only ?? null);
}

/** A table of arrays, its keys normalized. */
function recordOf<T>(
  table: TomlNode | null,
  read: (item: TomlNode, key: string) => readonly T[],
): Record<string, readonly T[]> {
  const record: Record<string, readonly T[]> = Object.create(null);
  for (const [name, list] of table?.entries() ?? []) {
    const key = normalizeName(name);
    record[key] = list.items().flatMap((item) => read(item, key));
  }
  return record;
}

/** The extras that add something, and those that the metadata of a project names beside them. */
function readExtras(node: TomlNode): Record<string, readonly string[]> {
  const extras = recordOf(node.get("optional-dependencies"), (item) => [keyOf(item)]);
  for (const extra of node.at("metadata", "provides-extras")?.strings() ?? []) extras[normalizeName(extra)] ??= [];
  return extras;
}

/** An edge; one of an extra asks for that in its marker, since other extras can have the same key. */
function readDependency(node: TomlNode, extra: string | null, context: Context): LockedDependency {
  tellUnknown(node, DEPENDENCY_KEYS, context);
  const key = keyOf(node);
  const { version, source } = resolveEdge(node, key, context);
  const isPinned = node.get("version") !== null || node.get("source") !== null;
  const marker = node.get("marker");
  return {
    key,
    extras: (node.get("extra")?.strings() ?? []).map(normalizeName),
    constraint: node.get("version") === null ? null : [[{ operator: "==", version }]],
    marker: andMarkers(extra === null ? null : isExtra(extra), marker ? readMarker(marker) : null),
    optional: extra !== null,
    // What is to be said of the source is said at its package.
    ...(isPinned ? { pinned: { version, source: readSource(source, { ...context, diagnostics: [] }) } } : {}),
  };
}

/** An edge of a project with the range that its metadata give, where they do. */
function withRange(
  dependency: LockedDependency,
  ranges: RecordedRange | null,
  asker: Asker,
  node: TomlNode,
  context: Context,
): LockedDependency {
  if (!ranges) return dependency;
  const { version } = resolveEdge(node, dependency.key, context);
  const constraint = ranges(asker, dependency.key, version);
  return constraint ? { ...dependency, constraint } : dependency;
}

/** The entry that an edge leads to. uv leaves out the version and source where the name has one entry alone. */
function resolveEdge(node: TomlNode, key: string, { entries }: Context): Entry {
  const all = entries.get(key) ?? [];
  const version = node.get("version");
  const source = node.get("source");
  const fitting = all.filter(
    (entry) =>
      (version === null ? all.length === 1 || entry.version === "" : entry.version === version.string()) &&
      (source === null || canonical(entry.source) === canonical(source)),
  );
  const [found, another] = fitting;
  const name = required(node, "name");
  if (another || (!found && version === null && all.length > 1))
    throw name.error(`the lock has several ${name.string()}, and this does not say which`, name.string());
  if (!found) {
    const what = version === null ? name.string() : `${name.string()} ${version.string()}`;
    throw name.error(
      `this needs ${what}, which is not in the lock: it is only a part of one, or was changed by hand`,
      name.string(),
      undefined,
      "Make it again with `uv lock`.",
    );
  }
  return found;
}

function canonical(source: TomlNode): string {
  return JSON.stringify(source.entries().map(([key, { value }]) => [key, value]));
}

function isExtra(name: string): Marker {
  return {
    kind: "compare",
    left: { kind: "variable", name: "extra" },
    operator: "==",
    right: { kind: "value", value: name },
  };
}

function readMarker(node: TomlNode): Marker {
  const known = markersOf.get(node.document) ?? new Map<unknown, Marker>();
  markersOf.set(node.document, known);
  const marker = known.get(node.value) ?? asksForSelection(node.parse(parseMarker));
  known.set(node.value, marker);
  return marker;
}

/** The markers of a document by their texts: a lock has few different ones, each many times. */
const markersOf = new WeakMap<object, Map<unknown, Marker>>();

/** uv's `extra == "extra-7-project-name"` (and `group-`, `project-`) in the words of PEP 751. */
function asksForSelection(marker: Marker): Marker {
  if (marker.kind !== "compare") return { ...marker, operands: marker.operands.map(asksForSelection) };
  const item = conflictOf(marker);
  if (!item) return marker;
  const value = item.kind === "package" ? item.package : `${item.package}[${item.name}]`;
  return {
    kind: "compare",
    left: { kind: "value", value },
    operator: marker.operator === "==" ? "in" : "not in",
    right: { kind: "variable", name: item.kind === "group" ? "dependency_groups" : "extras" },
  };
}

function conflictOf({ left, operator, right }: MarkerComparison): ConflictItem | null {
  const isAsked = left.kind === "variable" && left.name === "extra" && /^[!=]=$/.test(operator);
  const match = isAsked && right.kind === "value" ? /^(extra|group|project)-(\d+)-(.+)$/.exec(right.value) : null;
  const [, kind, digits = "", rest = ""] = match ?? [];
  const length = Number(digits);
  const name = rest.slice(length + 1);
  if (!match || rest.length < length) return null;
  if (kind === "project") return { package: rest, kind: "package", name: rest };
  if (rest.charAt(length) !== "-" || name === "") return null;
  return { package: rest.slice(0, length), kind: kind === "group" ? "group" : "extra", name };
}

function readConflicts(root: TomlNode): ConflictItem[][] {
  return (root.get("conflicts")?.items() ?? []).map((set) =>
    set.items().map((item): ConflictItem => {
      const project = normalizeName(required(item, "package").string());
      const extra = item.get("extra");
      const group = item.get("group");
      if (extra) return { package: project, kind: "extra", name: normalizeName(extra.string()) };
      if (group) return { package: project, kind: "group", name: normalizeName(group.string()) };
      return { package: project, kind: "package", name: project };
    }),
  );
}

function readFiles(node: TomlNode, source: TomlNode): LockedFile[] {
  const sdist = node.get("sdist");
  return [...(sdist ? [sdist] : []), ...(node.get("wheels")?.items() ?? [])].map((file) => readFile(file, source));
}

function readFile(node: TomlNode, source: TomlNode): LockedFile {
  const plain = plainFile(node.value);
  if (plain) return plain;
  const url = node.get("url");
  const path = node.get("path");
  const hash = node.get("hash")?.string() ?? null;
  // The same wheel packed with zstd has a digest of its own.
  const packed = node.at("zstd", "hash")?.string();
  const more = { hash, ...(packed === undefined ? {} : { otherHashes: [packed] }) };
  if (url) {
    const clean = withoutCredentials(url.string()).url;
    return { name: fileNameOf(clean), ...more, url: clean };
  }
  if (path) {
    // A path is relative to the folder that stands in for the registry.
    const folder = source.get("registry")?.string() ?? ".";
    return { name: basename(path.string()), ...more, path: joinPath(folder, path.string()) };
  }
  const given = (node.get("filename") ?? source.get("url") ?? source.get("path"))?.string() ?? "";
  return { name: fileNameOf(given), ...more };
}

/** A file as uv writes those of an index: read without the nodes that errors need. */
function plainFile(value: unknown): LockedFile | null {
  const { url, hash, zstd } = value as { readonly [key: string]: unknown };
  if (typeof url !== "string" || typeof hash !== "string" || zstd !== undefined) return null;
  const name = plainFileName(url);
  return name === null ? null : { name, hash, url };
}

/** The source of a registry by its URL: the index that the project calls so, or uv's default one. */
function registryNamer(nodes: readonly TomlNode[], indexes: readonly PackageIndex[]): (url: string) => Source {
  const declared = new Map(indexes.map((index) => [comparable(index.url), index]));
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const url = node.at("source", "registry")?.string();
    if (url !== undefined) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  for (const url of counts.keys()) if (!isUrl(url) || declared.has(comparable(url))) counts.delete(url);
  const hasDefault = indexes.some(({ kind }) => kind === "primary");
  // An index that only uv's own settings name leaves two that nobody declares: the default one has most packages.
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const sources = new Map<string, Source>();
  return (url) => {
    const source = sources.get(url) ?? sourceOf(url);
    sources.set(url, source);
    return source;
  };
  function sourceOf(url: string): Source {
    const index = declared.get(comparable(url));
    if (index)
      return index.kind === "primary" ? { kind: "registry" } : { kind: "registry", index: index.name ?? index.url };
    if (!hasDefault && url === most?.[0]) return { kind: "registry" };
    return { kind: "registry", index: withoutCredentials(url).url };
  }
}

function comparable(url: string): string {
  return withoutCredentials(url).url.replace(/(?<!\/)\/+$/, "");
}

function readSource(node: TomlNode, { registry, diagnostics }: Context): Source {
  const base = dirname(node.document.file);
  for (const [kind, value] of node.entries()) {
    const address = () => cleanUrl(value, diagnostics);
    switch (kind) {
      case "registry":
        return registry(value.string());
      case "git":
        return readGit(value, address(), diagnostics);
      case "url": {
        const subdirectory = node.get("subdirectory")?.string();
        return { ...sourceOfUrl(address()), ...(subdirectory === undefined ? {} : { subdirectory }) } as Source;
      }
      case "path":
      case "directory":
        return { kind: "path", path: value.string(), base, editable: false };
      case "editable":
        return { kind: "path", path: value.string(), base, editable: true };
      case "virtual":
        return { kind: "path", path: value.string(), base, editable: false, virtual: true };
    }
  }
  const [first] = node.entries();
  throw (first?.[1] ?? node).error(`a source of the kind ${first?.[0] ?? "{}"} is not known`);
}

/** `https://host/repository?tag=v1&subdirectory=part#commit` */
function readGit(node: TomlNode, address: string, diagnostics: Diagnostic[]): Source {
  const [url = "", query = ""] = address.replace(/#.*$/s, "").split("?", 2);
  const commit = /#([0-9a-f]+)$/i.exec(address)?.[1];
  if (commit === undefined) throw node.error("this source has no commit", node.string());
  const options = fragmentOf(`#${query}`);
  const subdirectory = options.get("subdirectory");
  for (const [key, means] of Object.entries(UNREAD_OF_GIT)) {
    if (options.has(key))
      diagnostics.push({ severity: "warning", message: `${means}: pip cannot do this`, origin: node.origin });
  }
  return {
    kind: "vcs",
    vcs: "git",
    url: gitUrl(url),
    reference: commit,
    ...(subdirectory === undefined ? {} : { subdirectory }),
  };
}

const UNREAD_OF_GIT = {
  lfs: "the files of this repository are in Git LFS",
  path: "this source is an archive in a repository",
} as const;

/** Whether this is the folder of the lock: the project, or the root of its workspace. */
function isRoot(source: Source): boolean {
  return source.kind === "path" && normalizePath(source.path) === ".";
}

function selectablesOf(projects: readonly LockedPackage[]): Selectable[] {
  return projects.flatMap(({ extras, dependencyGroups }) => [
    ...Object.keys(dependencyGroups ?? {}).map(
      (name): Selectable => ({ kind: "group", name, byDefault: name === "dev" }),
    ),
    ...Object.keys(extras).map((name): Selectable => ({ kind: "extra", name, byDefault: false })),
  ]);
}

/** The members of the workspace, or the one project. */
function readMembers(nodes: readonly TomlNode[], manifest: TomlNode | null): string[] {
  const members = manifest?.get("members");
  if (members) return members.strings().map(normalizeName);
  return nodes.filter((node) => ["virtual", "editable"].some((kind) => isHere(node.at("source", kind)))).map(keyOf);
}

function isHere(path: TomlNode | null): boolean {
  return path !== null && normalizePath(path.string()) === ".";
}

/**
 * uv writes nothing at the end of a lock that tells it is there. What tells that it is not: a project that is missing,
 * a last package without files, and a last project without metadata, which are written last, or to whose dependencies
 * nothing leads. Of a package with both, the list of wheels can be cut off unseen.
 */
function checkComplete(
  root: TomlNode,
  nodes: readonly TomlNode[],
  manifest: TomlNode | null,
  members: readonly string[],
): void {
  const hint = "It is only a part of a lock: make it again with `uv lock`.";
  const last = nodes.at(-1);
  const fail = (message: string) => (last ?? root).error(message, "", undefined, hint);
  const keys = new Set(nodes.map(keyOf));
  const wanted = [
    manifest?.get("requirements"),
    ...(manifest?.get("dependency-groups")?.entries() ?? []).map(([, list]) => list),
  ]
    .flatMap((list) => list?.items() ?? [])
    .map(keyOf);
  const missing = [...members, ...wanted].find((key) => !keys.has(key));
  if (missing !== undefined) throw fail(`the lock is for ${missing}, which does not follow`);
  if (members.length === 0 && !manifest?.get("requirements") && !manifest?.get("dependency-groups"))
    throw fail("the project that the lock is for does not follow");
  if (!last) return;
  const hasFiles = last.get("sdist") ?? last.get("wheels");
  if (!hasFiles && ["registry", "url", "path"].some((kind) => last.at("source", kind)))
    throw fail("this package has no files");
  if (!members.includes(keyOf(last)) || last.get("metadata")) return;
  const named = new Set([...members, ...wanted, ...nodes.flatMap(edgeNodes).map(keyOf)]);
  const isCut = Number(root.get("revision")?.value ?? 0) < METADATA_FREE_REVISION && edgeNodes(last).length > 0;
  if (isCut || [...keys].some((key) => !named.has(key))) throw fail("this project is cut off");
}

function edgeNodes(node: TomlNode): TomlNode[] {
  const tables = ["optional-dependencies", "dev-dependencies", "dependency-groups"];
  const lists = tables.flatMap((name) => node.get(name)?.entries() ?? []).map(([, list]) => list);
  return [node.get("dependencies"), ...lists].flatMap((list) => list?.items() ?? []);
}

/** From this revision on uv can leave out the metadata of projects. */
const METADATA_FREE_REVISION = 4;

/** An entry of [manifest], in the form of a requirement. */
function readRequirement(node: TomlNode): LockedDependency {
  const marker = node.get("marker");
  const specifier = node.get("specifier");
  return {
    key: keyOf(node),
    extras: (node.get("extras")?.strings() ?? []).map(normalizeName),
    constraint: specifier ? [specifier.parse(parseSpecifierSet)] : null,
    marker: marker ? readMarker(marker) : null,
    optional: false,
  };
}
