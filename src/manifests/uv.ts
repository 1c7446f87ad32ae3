// The [tool.uv] table of pyproject.toml: where the requirements of [project] and [dependency-groups] come from, and what
// is asked for beside them. Scoped overrides and the settings in UNREAD are told and not used.
// https://docs.astral.sh/uv/concepts/projects/dependencies/ and https://docs.astral.sh/uv/reference/settings/

import type { Diagnostic } from "../diagnostics.ts";
import { dirname } from "../paths.ts";
import { simplifyMarker, type Truth } from "../pep/marker-algebra.ts";
import { normalizeName } from "../pep/pep503.ts";
import { type Marker, type MarkerComparison, type MarkerOperator, parseMarker } from "../pep/pep508.ts";
import {
  type ConflictItem,
  MAIN_GROUP,
  type PackageIndex,
  type PipOption,
  type Project,
  type Requirement,
  type RequiresPython,
  type Selectable,
  type Source,
} from "../project.ts";
import { cleanUrl } from "./document-parts.ts";
import { readRequiresPython, requirementFromNode } from "./pep621.ts";
import { gitUrl, tellUnknownOptions } from "./poetry.ts";
import type { TomlNode } from "./toml.ts";
import { sourceOfUrl } from "./urls.ts";

/** The group of `dev-dependencies`, and what uv installs without being asked. */
const DEV_GROUP = "dev";

/** Which folders are members of a workspace: glob patterns relative to the folder of the manifest. */
export interface UvWorkspace {
  readonly members: readonly string[];
  readonly exclude: readonly string[];
}

/** What the files around a manifest say: the workspace that it belongs to. */
export interface UvSurroundings {
  /** The folder of each member by its normalized name, relative to the folder of the manifest. */
  readonly members: ReadonlyMap<string, string>;
  /** [tool.uv] of the workspace's root, whose sources and indexes hold in the members too. */
  readonly root: TomlNode | null;
}

const ALONE: UvSurroundings = { members: new Map(), root: null };

/** What [tool.uv] makes of a project. */
export interface UvTable {
  /** Those that were given, with their sources and overrides, and those of the legacy group. */
  readonly requirements: readonly Requirement[];
  /** The groups that [tool.uv] adds. */
  readonly selectables: readonly Selectable[];
  readonly constraints: readonly Requirement[];
  readonly indexes: readonly PackageIndex[];
  readonly pipOptions: readonly PipOption[];
  /** Whether the project itself is installed, where the table says it. */
  readonly installable: boolean | null;
  readonly workspace: UvWorkspace | null;
  /** Sets of which at most one item can be chosen; a package that is not named is the project. */
  readonly conflicts: readonly (readonly ConflictItem[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the [tool.uv] table. `project` is what [project] and [dependency-groups] give. Throws an InputError for a source
 * of no kind that uv has, or from an index that is not declared.
 */
export function readUvTable(
  table: TomlNode,
  project: Pick<Project, "name" | "requirements" | "selectables">,
  surroundings: UvSurroundings = ALONE,
): UvTable {
  const diagnostics: Diagnostic[] = [];
  const own = readIndexes(table, diagnostics);
  const inherited = surroundings.root ? readIndexes(surroundings.root, []) : [];
  const indexes = [...own, ...inherited.filter(({ name }) => !own.some((index) => index.name === name))];
  const sources = readSources(table, surroundings);
  const folder = dirname(table.document.file);
  const context: SourceContext = { sources, indexes, folder, members: surroundings.members, diagnostics };
  const locate = (requirement: Requirement) => withSources(requirement, context);

  const defaults = readDefaultGroups(table, groupNames(project.selectables));
  const legacy = table.get("dev-dependencies");
  const development = (legacy?.items() ?? []).map((item) =>
    requirementFromNode(item, { group: DEV_GROUP, extra: null }, diagnostics),
  );
  const isKnown = groupNames(project.selectables).includes(DEV_GROUP);
  const constraints = readRequirements(table.get("constraint-dependencies"), diagnostics);
  const overrides = readOverrides(table, diagnostics);
  const requirements = [...project.requirements, ...development];
  tellLoose(overrides, requirements, diagnostics);
  tellUnused(table, [...requirements, ...constraints, ...overrides], diagnostics);
  tellUnread(table, diagnostics);
  return {
    requirements: requirements
      .flatMap((requirement) => overridden(requirement, overrides, project.name))
      .flatMap(locate),
    selectables: legacy && !isKnown ? [{ kind: "group", name: DEV_GROUP, byDefault: defaults.has(DEV_GROUP) }] : [],
    constraints: constraints.flatMap(locate),
    indexes,
    pipOptions: readPipOptions(table),
    installable: table.get("package")?.boolean() ?? null,
    workspace: readWorkspace(table),
    conflicts: readConflicts(table, project.name),
    diagnostics,
  };
}

function groupNames(selectables: readonly Selectable[]): string[] {
  return selectables.flatMap(({ kind, name }) => (kind === "group" ? [name] : []));
}

/** The groups that uv installs without being asked; `all` stands for `groups`. A table of null says nothing. */
export function readDefaultGroups(table: TomlNode | null, groups: readonly string[]): ReadonlySet<string> {
  const declared = table?.get("default-groups");
  if (!declared) return new Set([DEV_GROUP]);
  if (!declared.isString) return new Set(declared.strings().map(normalizeName));
  if (declared.string() !== "all") throw declared.error('expected "all" or a list of groups', declared.string());
  return new Set([...groups, DEV_GROUP]);
}

/**
 * [tool.uv.dependency-groups]: the Pythons that a group is for, those of the groups that it includes among them. What the
 * groups that are installed without being asked for want binds; the others' is told. `groups` is [dependency-groups].
 * Throws an InputError for a group that is not there.
 */
export function readGroupPythons(
  table: TomlNode,
  groups: TomlNode | null,
  defaults: ReadonlySet<string>,
): Pick<Project, "requiresPython" | "diagnostics"> {
  const included = new Map(
    (groups?.entries() ?? []).map(([name, list]) => [
      normalizeName(name),
      list.items().flatMap((item) => (item.isTable ? normalizeName(item.get("include-group")?.string() ?? "") : [])),
    ]),
  );
  const bound = new Set<string>(defaults);
  for (const name of bound) for (const other of included.get(name) ?? []) bound.add(other);
  const requiresPython: RequiresPython[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, settings] of table.get("dependency-groups")?.entries() ?? []) {
    const group = normalizeName(name);
    if (!included.has(group) && !(group === DEV_GROUP && table.get("dev-dependencies")))
      throw settings.error(`there is no group ${name} in [dependency-groups]`);
    const python = settings.get("requires-python");
    if (!python) continue;
    const range = readRequiresPython(python);
    const message = `the group ${name} is for Python ${python.string()}: --python chooses the shell's`;
    if (bound.has(group)) requiresPython.push(...range);
    else if (range.length > 0) diagnostics.push({ severity: "note", message, origin: python.origin });
  }
  return { requiresPython, diagnostics };
}

/** The members and exclusions of [tool.uv.workspace], or null. */
export function readWorkspace(table: TomlNode): UvWorkspace | null {
  const workspace = table.get("workspace");
  return (
    workspace && {
      members: workspace.get("members")?.strings() ?? [],
      exclude: workspace.get("exclude")?.strings() ?? [],
    }
  );
}

function readRequirements(list: TomlNode | null, diagnostics: Diagnostic[]): Requirement[] {
  return (list?.items() ?? []).map((item) =>
    requirementFromNode(item, { group: MAIN_GROUP, extra: null }, diagnostics),
  );
}

/** `override-dependencies`; a table in it overrides what one package needs, which pip cannot. */
function readOverrides(table: TomlNode, diagnostics: Diagnostic[]): Requirement[] {
  return (table.get("override-dependencies")?.items() ?? []).flatMap((item) => {
    if (item.isString) return [requirementFromNode(item, { group: MAIN_GROUP, extra: null }, diagnostics)];
    const message =
      "what one package needs cannot be overridden for pip: this binds only where a lock was made with it";
    diagnostics.push({ severity: "warning", message, origin: item.origin });
    return [];
  });
}

/** A requirement with an override is what the override says, marker and extras included. */
function overridden(
  requirement: Requirement,
  overrides: readonly Requirement[],
  project: string | null,
): Requirement[] {
  const found = overrides.filter(({ key }) => key === requirement.key);
  const isOwn = project !== null && requirement.key === normalizeName(project);
  if (found.length === 0 || isOwn) return [requirement];
  const { group, extra, origin } = requirement;
  return found.map((override) => ({ ...override, group, extra, origin }));
}

function tellLoose(overrides: readonly Requirement[], requirements: readonly Requirement[], out: Diagnostic[]): void {
  for (const { name, key, origin } of overrides) {
    if (requirements.some((requirement) => requirement.key === key)) continue;
    const message = `pip has no overrides: this one of ${name} binds only where a lock was made with it`;
    out.push({ severity: "warning", message, origin });
  }
}

/** The tables of one package's sources: one, or several for different environments, extras or groups. */
type Sources = ReadonlyMap<string, readonly TomlNode[]>;

interface SourceContext {
  readonly sources: Sources;
  readonly indexes: readonly PackageIndex[];
  /** The folder of the manifest: the members are seen from there, a path from where it is written. */
  readonly folder: string;
  readonly members: ReadonlyMap<string, string>;
  readonly diagnostics: Diagnostic[];
}

function readSources(table: TomlNode, { root }: UvSurroundings): Sources {
  if (table.get("no-sources")?.value === true) return new Map();
  const entries = [root, table].flatMap((node) => node?.get("sources")?.entries() ?? []);
  return new Map(entries.map(([name, node]) => [normalizeName(name), node.isArray ? node.items() : [node]]));
}

function tellUnused(table: TomlNode, requirements: readonly Requirement[], diagnostics: Diagnostic[]): void {
  // The sources of a workspace's root are for its members too.
  if (table.get("workspace")) return;
  for (const [name, node] of table.get("sources")?.entries() ?? []) {
    if (requirements.some(({ key }) => key === normalizeName(name))) continue;
    const message = `${name} is no dependency of the project: uv does not use its source`;
    diagnostics.push({ severity: "note", message, origin: node.origin });
  }
}

/** The requirement once for each of its sources, and once for the environments that none of them is for. */
function withSources(requirement: Requirement, context: SourceContext): Requirement[] {
  const { key, group, extra } = requirement;
  const nodes = (context.sources.get(key) ?? []).filter((node) => {
    const forExtra = node.get("extra")?.string();
    const forGroup = node.get("group")?.string();
    return (
      (forExtra === undefined || normalizeName(forExtra) === extra) &&
      (forGroup === undefined || (extra === null && normalizeName(forGroup) === group))
    );
  });
  if (nodes.length === 0) return [requirement];
  const markers = nodes.map((node): Truth => node.get("marker")?.parse(parseMarker) ?? true);
  const located = nodes.flatMap((node, i) =>
    where(requirement, markers[i] ?? true).map((part) => ({ ...part, source: readSource(node, part, context) })),
  );
  const rest = markers.includes(true) ? false : negate({ kind: "or", operands: markers.filter(isMarker) });
  return [...located, ...where(requirement, rest)];
}

function isMarker(truth: Truth): truth is Marker {
  return typeof truth !== "boolean";
}

/** The requirement where a marker holds too; none where the two exclude each other. */
function where(requirement: Requirement, condition: Truth): Requirement[] {
  if (condition === true) return [requirement];
  if (condition === false) return [];
  const both = requirement.marker ? { kind: "and" as const, operands: [requirement.marker, condition] } : condition;
  const marker = simplifyMarker(both);
  return marker === false ? [] : [{ ...requirement, marker: marker === true ? null : marker }];
}

const OPPOSITE: Readonly<Record<Exclude<MarkerOperator, "~=" | "===">, MarkerOperator>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  in: "not in",
  "not in": "in",
};

/** Where the marker does not hold. */
function negate(marker: Marker): Marker {
  if (marker.kind !== "compare")
    return { kind: marker.kind === "and" ? "or" : "and", operands: marker.operands.map(negate) };
  const { operator, right } = marker;
  // `~= 3.11.2` is `>= 3.11.2` and `== 3.11.*`.
  if (operator === "~=" && right.kind === "value") {
    const series = right.value.replace(/\.[^.]*$/, ".*");
    const outside: MarkerComparison = { ...marker, operator: "!=", right: { kind: "value", value: series } };
    return { kind: "or", operands: [{ ...marker, operator: "<" }, outside] };
  }
  return { ...marker, operator: operator === "===" || operator === "~=" ? "!=" : OPPOSITE[operator] };
}

const SOURCE_KEYS: ReadonlySet<string> = new Set(
  "git rev tag branch subdirectory lfs url path editable package workspace index marker extra group".split(" "),
);

function readSource(node: TomlNode, requirement: Requirement, context: SourceContext): Source {
  const { indexes, folder, members, diagnostics } = context;
  const name = requirement.name ?? requirement.key;
  const warn = (message: string, at: TomlNode) => diagnostics.push({ severity: "warning", message, origin: at.origin });
  const clean = (value: TomlNode): string => cleanUrl(value, diagnostics, `in the URL of ${name}`);
  tellUnknownOptions(`the source of ${name}`, node, SOURCE_KEYS, diagnostics);
  const base = dirname(node.document.file);
  const subdirectory = node.get("subdirectory")?.string();
  const inside = subdirectory === undefined ? {} : { subdirectory };
  const [git, url, path, workspace, index] = ["git", "url", "path", "workspace", "index"].map((key) => node.get(key));
  if (git) {
    const reference = (node.get("rev") ?? node.get("tag") ?? node.get("branch"))?.string();
    if (node.get("lfs")?.value === true) warn(`${name} has files in Git LFS, which pip does not fetch`, node);
    if (path) warn(`${name} is an archive in a repository, which pip cannot install`, path);
    const given = { kind: "vcs", vcs: "git", url: gitUrl(clean(git)) } as const;
    return { ...given, ...(reference === undefined ? {} : { reference }), ...inside };
  }
  if (url) return { ...sourceOfUrl(clean(url)), ...inside } as Source;
  if (path) {
    const isVirtual = node.get("package")?.value === false;
    const editable = node.get("editable")?.boolean() ?? false;
    return { kind: "path", path: path.string(), base, editable, ...(isVirtual ? { virtual: true } : {}) };
  }
  if (workspace) {
    const member = members.get(requirement.key);
    if (member !== undefined)
      return { kind: "path", path: member, base: folder, editable: node.get("editable")?.boolean() ?? true };
    warn(`${name} is a member of the workspace, which is not found here: it is taken from the index`, workspace);
    return { kind: "registry" };
  }
  if (index) {
    if (!indexes.some((declared) => declared.name === index.string()))
      throw index.error(
        `${name} comes from the index \`${index.string()}\`, which no [[tool.uv.index]] declares`,
        index.string(),
      );
    return { kind: "registry", index: index.string() };
  }
  throw node.error(`the source of ${name} has none of git, url, path, workspace and index`);
}

/** [[tool.uv.index]], and the older `index-url`, `extra-index-url` and `find-links`. */
function readIndexes(table: TomlNode, diagnostics: Diagnostic[]): PackageIndex[] {
  const indexOf = (kind: PackageIndex["kind"], name: string | null, url: TomlNode): PackageIndex => {
    return { kind, name, url: cleanUrl(url, diagnostics, `of the index ${name ?? ""}`), origin: url.origin };
  };
  const declared = (table.get("index")?.items() ?? []).map((node) => {
    const name = node.get("name")?.string() ?? null;
    const url = node.get("url");
    if (!url) throw node.error("this index has no url");
    if (node.get("explicit")?.value === true) {
      const message = `the index ${name ?? url.string()} is only for the packages that name it; pip asks it for all`;
      diagnostics.push({ severity: "note", message, origin: node.origin });
    }
    const isDefault = node.get("default")?.boolean() ?? false;
    return indexOf(node.get("format")?.value === "flat" ? "find-links" : isDefault ? "primary" : "extra", name, url);
  });
  const main = table.get("index-url");
  return [
    ...declared,
    ...(table.get("extra-index-url")?.items() ?? []).map((url) => indexOf("extra", null, url)),
    ...(main ? [indexOf("primary", null, main)] : []),
    ...(table.get("find-links")?.items() ?? []).map((url) => indexOf("find-links", null, url)),
  ];
}

/** The settings that pip has too. */
function readPipOptions(table: TomlNode): PipOption[] {
  const flag = (key: string, option: string, value: string | null): PipOption[] => {
    const node = table.get(key);
    return node?.boolean() ? [{ option, value, origin: node.origin }] : [];
  };
  const list = (key: string, option: string): PipOption[] =>
    (table.get(key)?.items() ?? []).map((item) => ({
      option,
      value: normalizeName(item.string()),
      origin: item.origin,
    }));
  const prerelease = table.get("prerelease");
  return [
    ...flag("no-index", "--no-index", null),
    ...flag("no-binary", "--no-binary", ":all:"),
    ...list("no-binary-package", "--no-binary"),
    ...flag("no-build", "--only-binary", ":all:"),
    ...list("no-build-package", "--only-binary"),
    ...(prerelease?.value === "allow" ? [{ option: "--pre", value: null, origin: prerelease.origin }] : []),
  ];
}

function readConflicts(table: TomlNode, project: string | null): ConflictItem[][] {
  return (table.get("conflicts")?.items() ?? []).map((set) =>
    set.items().map((item): ConflictItem => {
      const owner = normalizeName(item.get("package")?.string() ?? project ?? "");
      const extra = item.get("extra");
      const group = item.get("group");
      if (extra) return { package: owner, kind: "extra", name: normalizeName(extra.string()) };
      if (group) return { package: owner, kind: "group", name: normalizeName(group.string()) };
      if (!item.get("package")) throw item.error("expected an extra, a group or a package");
      return { package: owner, kind: "package", name: owner };
    }),
  );
}

/** Settings that decide what uv installs and have nothing here that does the same. */
const UNREAD: Readonly<Record<string, string>> = {
  "build-constraint-dependencies": "what packages are built with is left to pip",
  "dependency-metadata": "pip reads the packages' own metadata",
  "exclude-dependencies": "pip installs what the packages ask for",
  "exclude-newer": "pip takes newer releases too",
  "extra-build-dependencies": "what packages are built with is left to pip",
  environments: "the shell is for every system",
  "no-sources": "the sources are not used",
  resolution: "the newest fitting versions are taken",
};

function tellUnread(table: TomlNode, diagnostics: Diagnostic[]): void {
  for (const [key, consequence] of Object.entries(UNREAD)) {
    const node = table.get(key);
    if (!node || node.value === false) continue;
    diagnostics.push({ severity: "note", message: `tool.uv.${key}: ${consequence}`, origin: node.origin });
  }
}
