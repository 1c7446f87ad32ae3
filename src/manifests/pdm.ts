// The [tool.pdm] table of pyproject.toml.
// https://pdm-project.org/latest/reference/pep621/

import type { Diagnostic } from "../diagnostics.ts";
import { dirname } from "../paths.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { parseSpecifierSet, parseVersion } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { parseRequirement } from "../pep/pep508.ts";
import {
  ANY_VERSION,
  type Constraint,
  EMPTY_PROJECT,
  type PackageIndex,
  type PipOption,
  type Project,
  type Requirement,
  type Selectable,
  type Source,
} from "../project.ts";
import { cleanUrl } from "./document-parts.ts";
import { requirementFromPdm } from "./pdm-lock.ts";
import type { TomlNode } from "./toml.ts";
import { sourceOfUrl } from "./urls.ts";

/** The keys of [tool.pdm] that say where and what it installs: the others are those of its build backend. */
const OF_THE_TOOL = ["dev-dependencies", "source", "resolution", "distribution"];

/** Whether the table is one of a project that PDM manages, and not only builds. */
export function managesByPdm(table: TomlNode): boolean {
  return OF_THE_TOOL.some((key) => table.get(key));
}

/**
 * Reads [tool.pdm], null standing for one that is not there. `project` is what the tables beside it ([project], [dependency-groups]) gave, in which overrides
 * and excludes take effect: its requirements come back changed, with those of `dev-dependencies` behind them. All its
 * groups are PDM's dev groups, which it installs without being asked; `selectables` has them all so. `installable`
 * is what `distribution` says, or what it was.
 */
export function readPdmTable(table: TomlNode | null, project: Project): Project {
  const diagnostics: Diagnostic[] = [];
  const dev = (table?.get("dev-dependencies")?.entries() ?? []).map(([name, list]) => ({
    name: normalizeName(name),
    requirements: list.items().map((item) => requirementFromPdm(item, normalizeName(name), diagnostics)),
  }));
  const names = new Set([
    ...project.selectables.filter(({ kind }) => kind === "group").map(({ name }) => name),
    ...dev.map(({ name }) => name),
  ]);
  const resolution = table?.get("resolution");
  const overrides = readOverrides(resolution?.get("overrides") ?? null, diagnostics);
  const excluded = new Set((resolution?.get("excludes")?.strings() ?? []).map(normalizeName));
  const listed = [...project.requirements.map(inProject), ...dev.flatMap((group) => group.requirements)];
  const requirements = listed
    .filter(({ key }) => !excluded.has(key))
    .map((requirement) => override(requirement, overrides.get(requirement.key)));
  for (const { key, origin } of listed)
    if (excluded.has(key))
      diagnostics.push({
        severity: "note",
        message: `${key} is left out, as tool.pdm.resolution.excludes says`,
        origin,
      });
  const distribution = table?.get("distribution");
  const sources = readSources(table?.get("source") ?? null, diagnostics);
  return {
    ...EMPTY_PROJECT,
    selectables: [
      ...project.selectables.filter(({ kind }) => kind === "extra"),
      ...[...names].map((name): Selectable => ({ kind: "group", name, byDefault: true })),
    ],
    requirements,
    // What an override says binds the dependencies of dependencies too.
    constraints: [...overrides.values()].filter(
      ({ source, constraint }) => source.kind === "registry" && !isUnconstrained(constraint),
    ),
    installable: distribution ? distribution.boolean() : project.installable,
    indexes: sources.indexes,
    pipOptions: [...sources.pipOptions, ...readPrereleases(resolution ?? null)],
    diagnostics,
  };
}

/** `file:///${PROJECT_ROOT}/libs/a` is a folder of the project. */
function inProject(requirement: Requirement): Requirement {
  const { source, origin } = requirement;
  const path = source.kind === "url" ? /^file:\/\/\/\$\{PROJECT_ROOT\}\/?([^#]*)/.exec(source.url)?.[1] : undefined;
  if (path === undefined) return requirement;
  return { ...requirement, source: { kind: "path", path: path || ".", base: dirname(origin.file), editable: false } };
}

/** [tool.pdm.resolution.overrides]: a version, a range, or a URL; in older releases a whole requirement. */
function readOverrides(table: TomlNode | null, diagnostics: Diagnostic[]): Map<string, Requirement> {
  const overrides = new Map<string, Requirement>();
  for (const [name, node] of table?.entries() ?? []) {
    const text = node.string().trim();
    const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
    const source: Source = isAddress ? sourceOfUrl(cleanUrl(node, diagnostics)) : { kind: "registry" };
    overrides.set(normalizeName(name), {
      name,
      key: normalizeName(name),
      extras: [],
      constraint: isAddress ? ANY_VERSION : readOverride(node, text),
      marker: null,
      source,
      hashes: [],
      options: [],
      group: "main",
      extra: null,
      origin: node.origin,
    });
  }
  return overrides;
}

function readOverride(node: TomlNode, text: string): Constraint {
  if (text === "*" || text === "") return ANY_VERSION;
  if (parseVersion(text)) return [[{ operator: "==", version: text }]];
  if (/^[<>=!~]/.test(text)) return [node.parse(parseSpecifierSet)];
  const { specifier } = node.parse(parseRequirement);
  return [specifier];
}

function override(requirement: Requirement, by: Requirement | undefined): Requirement {
  if (!by) return requirement;
  return {
    ...requirement,
    constraint: by.constraint,
    source: by.source.kind === "registry" ? requirement.source : by.source,
  };
}

function readPrereleases(resolution: TomlNode | null): PipOption[] {
  const allow = resolution?.get("allow-prereleases");
  return allow?.boolean() ? [{ option: "--pre", value: null, origin: allow.origin }] : [];
}

/** [[tool.pdm.source]]: the one named `pypi` takes the place of the public index, the others stand beside it. */
function readSources(list: TomlNode | null, diagnostics: Diagnostic[]): Pick<Project, "indexes" | "pipOptions"> {
  const indexes: PackageIndex[] = [];
  const pipOptions: PipOption[] = [];
  for (const node of list?.items() ?? []) {
    const name = node.get("name")?.string() ?? null;
    const address = node.get("url");
    if (!address) continue; // settings of an index that PDM's own configuration names
    const url = cleanUrl(address, diagnostics);
    const isPrimary = name === "pypi";
    const type = node.get("type")?.string() ?? "index";
    if (type !== "index" && type !== "find_links")
      throw (node.get("type") ?? node).error(`a source of the type ${type} is not known`, type);
    const kind = type === "find_links" ? "find-links" : isPrimary ? "primary" : "extra";
    indexes.push({ kind, name, url, origin: node.origin });
    const verify = node.get("verify_ssl");
    const host = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/]+)/i.exec(url)?.[1];
    if (verify && !verify.boolean() && host)
      pipOptions.push({ option: "--trusted-host", value: host, origin: verify.origin });
    if (node.get("include_packages") || node.get("exclude_packages"))
      diagnostics.push({
        severity: "note",
        message: `the index ${name ?? url} is only for some packages; pip asks it for all`,
        origin: node.origin,
      });
  }
  return { indexes, pipOptions };
}
