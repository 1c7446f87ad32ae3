// Hatch's environments, in [tool.hatch] of pyproject.toml and in hatch.toml.
// https://hatch.pypa.io/latest/config/environment/overview/

import type { Diagnostic } from "../diagnostics.ts";
import { dirname, joinPath } from "../paths.ts";
import { parseSpecifierSet } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import {
  ANY_VERSION,
  type PackageIndex,
  type Project,
  type Requirement,
  type RequiresPython,
  type Source,
} from "../project.ts";
import { cleanUrl, required } from "./document-parts.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { requirementFromHatch } from "./hatch-context.ts";
import type { Membership } from "./pep621.ts";
import { gitUrl } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { sourceOfUrl } from "./urls.ts";

/** The environment of `hatch shell`, and the one that the others are made after. */
const DEFAULT_ENVIRONMENT = "default";
/** The environments of Hatch's own commands, which have packages of their own. */
const INTERNAL: ReadonlySet<string> = new Set(
  "hatch-build hatch-check-code hatch-check-fmt hatch-check-types hatch-static-analysis hatch-test hatch-uv".split(" "),
);
/** The options that decide what is installed. */
const INSTALLING: ReadonlySet<string> = new Set(
  "dependencies extra-dependencies features dependency-groups python skip-install workspace sources".split(" "),
);

/** Hatch's configuration: the keys of hatch.toml, and those of [tool.hatch] that it does not have. */
export interface HatchConfiguration {
  get(key: string): TomlNode | null;
  /** Whether the project can have extras that are not known here. */
  readonly hasMoreExtras: boolean;
  /** The hatch.toml, where there is one. */
  readonly files: readonly string[];
}

/** Finds the configuration for a pyproject.toml; null where there is none. Throws an InputError for a wrong hatch.toml. */
export function findHatch(root: TomlNode, file: string, files: Files): HatchConfiguration | null {
  const table = root.at("tool", "hatch");
  const path = joinPath(dirname(file), "hatch.toml");
  const beside = files.kind(path) === "file" ? new TomlDocument(decodeUtf8(files.read(path), path), path).root : null;
  if (!table && !beside) return null;
  const get = (key: string) => beside?.get(key) ?? table?.get(key) ?? null;
  const isDynamic = root.at("project", "dynamic")?.strings().includes("optional-dependencies") ?? false;
  const hooks = get("metadata")?.get("hooks") ?? null;
  return { get, hasMoreExtras: isDynamic || hooks !== null, files: beside ? [path] : [] };
}

/**
 * Each environment of `envs` as a group of its name that is added to a project: what it depends on, the extras
 * (`features`) and the dependency groups that it asks for. With `isManager` the environment `default` is installed
 * without being asked for, and its sources, its Python and its `skip-install` are the project's. Throws an InputError for
 * what Hatch refuses: a template, feature or group that is not there, a circle of templates, a requirement that is none.
 */
export function addEnvironments(hatch: HatchConfiguration, project: Project, isManager: boolean): Project {
  const diagnostics: Diagnostic[] = [];
  const indexes: PackageIndex[] = [];
  const table = hatch.get("envs");
  const environments = readEnvironments(table, hatch.get("sources"));
  const byName = new Map(environments.map((environment) => [environment.name, environment]));
  const standard = byName.get(DEFAULT_ENVIRONMENT);
  const locate = (requirement: Requirement, { sources }: Pick<Environment, "sources">): Requirement =>
    withSource(requirement, sources, indexes, diagnostics);

  const own = isManager && standard ? project.requirements.map((item) => locate(item, standard)) : project.requirements;
  const written = environments.filter(({ own }) => own !== null);
  const requirements = written.flatMap((environment) =>
    requirementsOf(environment, project, hatch, diagnostics).map((item) => locate(item, environment)),
  );
  for (const environment of written) tellUnused(environment, isManager, diagnostics);
  tellAlone(written, diagnostics);
  const collectors = hatch.get("env")?.get("collectors");
  if (collectors)
    diagnostics.push({
      severity: "warning",
      message: "what these collectors make of the environments is worked out by code, and is not read",
      origin: collectors.origin,
    });
  const groups = new Set(written.map(({ name }) => normalizeName(name)));
  return {
    ...project,
    selectables: [
      ...project.selectables.filter(({ kind, name }) => kind === "extra" || !groups.has(name)),
      ...[...groups].map((name) => {
        const isShared = project.selectables.some(
          (other) => other.kind === "group" && other.name === name && other.byDefault,
        );
        return { kind: "group" as const, name, byDefault: isShared || (isManager && name === DEFAULT_ENVIRONMENT) };
      }),
    ],
    requirements: unique([...own, ...requirements]),
    installable: project.installable && !(isManager && standard?.isAlone),
    requiresPython: [
      ...project.requiresPython,
      ...(isManager ? pythonOf(standard?.options.get("python") ?? null, diagnostics) : []),
    ],
    indexes: [
      ...project.indexes,
      ...indexes.filter(({ url }, i) => indexes.findIndex((other) => other.url === url) === i),
    ],
    diagnostics: [...project.diagnostics, ...unique(diagnostics)],
    files: [...project.files, ...hatch.files],
  };
}

interface Environment {
  readonly name: string;
  /** As it is written; null for the default one that no table has. */
  readonly own: TomlNode | null;
  /** The options with those of the template. */
  readonly options: ReadonlyMap<string, TomlNode>;
  readonly isAlone: boolean;
  /** Where packages come from, by normalized name. */
  readonly sources: ReadonlyMap<string, TomlNode>;
}

/** The environments with what they take over from their templates, as Hatch's `_populate_default_env_values` does. */
function readEnvironments(table: TomlNode | null, topSources: TomlNode | null): Environment[] {
  const tables = new Map(table?.entries() ?? []);
  const made = new Map<string, Environment>();
  const make = (name: string, chain: readonly string[]): Environment => {
    const known = made.get(name);
    if (known) return known;
    const own = tables.get(name) ?? null;
    const options = new Map(own?.entries() ?? []);
    const isDetached = options.get("detached")?.boolean() ?? false;
    const template = options.get("template");
    const from = isDetached ? name : (template?.string() ?? (INTERNAL.has(name) ? name : DEFAULT_ENVIRONMENT));
    const at = template ?? own;
    if (at && from !== DEFAULT_ENVIRONMENT && !tables.has(from) && !INTERNAL.has(from))
      throw at.error(`there is no environment ${from}`, from);
    if (at && chain.includes(from))
      throw at.error(`an environment is made after itself: ${[...chain, name, from].join(" > ")}`);
    const base = from === name ? null : make(from, [...chain, name]);
    for (const key of ["detached", "template"]) options.delete(key);
    const inherited = [...(base?.options ?? [])].filter(([key]) => key !== "matrix" && !options.has(key));
    const skips = options.get("skip-install")?.boolean() ?? base?.isAlone ?? false;
    const environment: Environment = {
      name,
      own,
      options: new Map([...options, ...inherited]),
      isAlone: isDetached || skips,
      sources: new Map([
        ...(base?.sources ?? []),
        ...(name === DEFAULT_ENVIRONMENT ? byKey(topSources) : []),
        ...byKey(options.get("sources") ?? null),
      ]),
    };
    made.set(name, environment);
    return environment;
  };
  return [DEFAULT_ENVIRONMENT, ...[...tables.keys()].filter((name) => name !== DEFAULT_ENVIRONMENT)].map((name) =>
    make(name, []),
  );
}

function byKey(table: TomlNode | null): [string, TomlNode][] {
  return (table?.entries() ?? []).map(([name, node]) => [normalizeName(name), node]);
}

/** What an environment installs beside the project. */
function requirementsOf(
  { name, options }: Environment,
  project: Project,
  hatch: HatchConfiguration,
  diagnostics: Diagnostic[],
): Requirement[] {
  const group = normalizeName(name);
  const membership: Membership = { group, extra: null };
  const named = ["dependencies", "extra-dependencies"].flatMap((key) => options.get(key)?.items() ?? []);
  const listed = named.flatMap((item) => requirementFromHatch(item, membership, diagnostics, name) ?? []);
  const features = options.get("features")?.items() ?? [];
  const extras = project.selectables.flatMap((other) => (other.kind === "extra" ? [other.name] : []));
  const own = features.flatMap((item): Requirement[] => {
    const extra = normalizeName(item.string());
    if (!extras.includes(extra) || project.name === null) {
      if (!hatch.hasMoreExtras) throw item.error(`there is no extra ${item.string()}`, item.string());
      const message = `the extra ${item.string()} is not known: the build backend or a hook may have it`;
      diagnostics.push({ severity: "warning", message, origin: item.origin });
      return [];
    }
    const key = normalizeName(project.name);
    return [{ ...unconstrained(project.name, key), extras: [extra], ...membership, origin: item.origin }];
  });
  const groups = (options.get("dependency-groups")?.items() ?? []).flatMap((item) => {
    const wanted = normalizeName(item.string());
    if (!project.selectables.some((other) => other.kind === "group" && other.name === wanted))
      throw item.error(`there is no dependency group ${item.string()}`, item.string());
    return project.requirements
      .filter((requirement) => requirement.group === wanted && requirement.extra === null)
      .map((requirement) => ({ ...requirement, group }));
  });
  const builds = options.get("builder")?.boolean() ?? false;
  const build = builds ? project.buildRequires.map((requirement) => ({ ...requirement, group })) : [];
  return [...listed, ...own, ...groups, ...build];
}

function unconstrained(name: string, key: string): Omit<Requirement, "extras" | "group" | "extra" | "origin"> {
  return { name, key, constraint: ANY_VERSION, marker: null, source: { kind: "registry" }, hashes: [], options: [] };
}

/** Without what is there already: environments share what their templates have, and groups what they include. */
function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** What the table of an environment says and the group that it becomes cannot. */
function tellUnused({ name, own }: Environment, isManager: boolean, diagnostics: Diagnostic[]): void {
  const tell = (severity: Diagnostic["severity"], message: string, { origin }: TomlNode) =>
    diagnostics.push({ severity, message, origin });
  if (own && INTERNAL.has(name))
    tell("note", `what Hatch itself puts into ${name} is not in the group: name it in dependencies to have it`, own);
  const [matrix, overrides, workspace, type, python, platforms] = [
    "matrix",
    "overrides",
    "workspace",
    "type",
    "python",
    "platforms",
  ].map((key) => own?.get(key));
  if (matrix) tell("note", `the matrix of ${name} is not used: the shell is one environment`, matrix);
  for (const [, cases] of overrides?.entries() ?? [])
    for (const [, options] of cases.entries())
      for (const [option, node] of options.entries())
        if (INSTALLING.has(option.replace(/^set-/, ""))) tell("warning", `this override of ${name} is not used`, node);
  if (workspace)
    tell("warning", `the members of the workspace of ${name} are not in the shell: convert their own`, workspace);
  if (type && type.string() !== "virtual")
    tell("warning", `${name} is an environment of the type ${type.string()}: what that adds is not in the shell`, type);
  if (python && !(isManager && name === DEFAULT_ENVIRONMENT))
    tell("note", `${name} wants the Python ${python.string()}: --python chooses the shell's`, python);
  if (platforms)
    tell("note", `${name} is for ${platforms.strings().join(", ")} alone; the group is for all`, platforms);
}

function tellAlone(environments: readonly Environment[], diagnostics: Diagnostic[]): void {
  const alone = environments.filter(({ isAlone }) => isAlone);
  const [first] = alone;
  if (!first?.own) return;
  const names = alone.map(({ name }) => name).join(", ");
  const message = `Hatch does not install the project in ${names}: --only-group NAME leaves out its dependencies too`;
  diagnostics.push({ severity: "note", message, origin: first.own.origin });
}

/** The Python of an environment: a version, or the name of an interpreter with one. */
function pythonOf(node: TomlNode | null, diagnostics: Diagnostic[]): RequiresPython[] {
  if (!node || node.string() === "") return [];
  const text = node.string();
  const [, major, minor, patch] = /^(?:c?python|py)?-?(\d)(?:\.?(\d+)(?:\.(\d+))?)?$/.exec(text) ?? [];
  if (major === undefined) {
    diagnostics.push({
      severity: "note",
      message: `the Python ${text} is no version: --python chooses the shell's`,
      origin: node.origin,
    });
    return [];
  }
  const version = [major, minor, patch].filter((part) => part !== undefined).join(".");
  const specifier = patch === undefined ? `==${version}.*` : `==${version}`;
  return [{ constraint: [parseSpecifierSet(specifier)], text, origin: node.origin }];
}

/** The requirement with the place that [tool.hatch.sources] has for it. One with a URL of its own keeps that. */
function withSource(
  requirement: Requirement,
  sources: ReadonlyMap<string, TomlNode>,
  indexes: PackageIndex[],
  diagnostics: Diagnostic[],
): Requirement {
  const node = requirement.source.kind === "registry" ? sources.get(requirement.key) : undefined;
  if (!node) return requirement;
  const base = dirname(node.document.file);
  const kinds = ["path", "git", "url", "index", "workspace"];
  if (node.isString) return { ...requirement, source: { kind: "path", path: node.string(), base, editable: true } };
  const [kind, second] = kinds.filter((key) => node.get(key));
  if (kind === undefined || second !== undefined)
    throw node.error(`the source of ${requirement.name} has one of ${kinds.join(", ")}`);
  const value = required(node, kind, "this source");
  const subdirectory = node.get("subdirectory")?.string();
  const inside = subdirectory === undefined ? {} : { subdirectory };
  const clean = () => cleanUrl(value, diagnostics, `in the URL of ${requirement.name}`);
  if (kind === "path") {
    const path = subdirectory === undefined ? value.string() : joinPath(value.string(), subdirectory);
    const editable = node.get("editable")?.boolean() ?? true;
    return { ...requirement, source: { kind: "path", path, base, editable } };
  }
  if (kind === "git") {
    const reference = (node.get("rev") ?? node.get("tag") ?? node.get("branch"))?.string();
    const at = reference === undefined ? {} : { reference };
    return { ...requirement, source: { kind: "vcs", vcs: "git", url: gitUrl(clean()), ...at, ...inside } };
  }
  if (kind === "url") return { ...requirement, source: { ...sourceOfUrl(clean()), ...inside } as Source };
  if (kind === "index") indexes.push({ kind: "extra", name: null, url: clean(), origin: value.origin });
  else
    diagnostics.push({
      severity: "warning",
      message: `${requirement.name} is a member of the workspace, which is not read: it is taken from the index`,
      origin: node.origin,
    });
  return requirement;
}
