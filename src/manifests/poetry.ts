// The [tool.poetry] table of pyproject.toml, in the form of Poetry 1 and of Poetry 2 (beside [project]).
// https://python-poetry.org/docs/pyproject/ and https://python-poetry.org/docs/dependency-specification/

import { append } from "../append.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { limitOf, raised } from "../limits.ts";
import { dirname } from "../paths.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { andMarkers, type Marker, parseMarker } from "../pep/pep508.ts";
import { parsePoetryConstraint } from "../pep/poetry.ts";
import {
  ANY_VERSION,
  type Constraint,
  EMPTY_PROJECT,
  MAIN_GROUP,
  type PackageIndex,
  type Project,
  type Requirement,
  type Selectable,
  type Source,
} from "../project.ts";
import { cleanUrl } from "./document-parts.ts";
import type { Membership } from "./pep621.ts";
import type { TomlNode } from "./toml.ts";
import { sourceOfUrl } from "./urls.ts";

/**
 * Reads the [tool.poetry] table. `listed` is what [project] and [dependency-groups] beside it gave: Poetry 2 takes the
 * dependencies from there, and its own tables of the same names only add to them.
 */
export function readPoetryTable(table: TomlNode, listed: Project): Project {
  const diagnostics: Diagnostic[] = [];
  const main = table.get("dependencies");
  const python = main?.get("python") ?? null;
  const own = listed.requirements.filter(({ group }) => group === MAIN_GROUP);
  const isListed = own.some(({ extra }) => extra === null);
  const requirements = enrich(own, isListed ? main : null, diagnostics);
  if (!isListed && main) requirements.push(...readMain(main, table.get("extras"), diagnostics));

  const groups = readGroups(table);
  const listedGroups = listed.selectables.filter(({ kind }) => kind === "group").map(({ name }) => name);
  for (const name of listedGroups) {
    const additions = groups.find((group) => group.name === name)?.dependencies ?? null;
    const inGroup = listed.requirements.filter(({ group }) => group === name);
    requirements.push(...enrich(inGroup, additions, diagnostics));
  }
  const ownGroups = groups.filter(({ name }) => !listedGroups.includes(name));
  for (const group of ownGroups) {
    for (const requirement of groupRequirements(group, groups, diagnostics)) requirements.push(requirement);
  }
  const selectables: Selectable[] = [
    ...listed.selectables.filter(({ kind }) => kind === "extra"),
    ...(table.get("extras")?.entries() ?? []).map(([name]) => ({
      kind: "extra" as const,
      name: normalizeName(name),
      byDefault: false,
    })),
    ...[...listedGroups, ...ownGroups.map(({ name }) => name)].map((name) => ({
      kind: "group" as const,
      name,
      byDefault: !groups.some((group) => group.name === name && group.optional),
    })),
  ];
  return {
    ...EMPTY_PROJECT,
    name: table.get("name")?.string() ?? null,
    selectables,
    requirements,
    requiresPython: python
      ? [{ constraint: python.parse(parsePoetryConstraint), text: python.string(), origin: python.origin }]
      : [],
    installable: table.get("package-mode")?.boolean() ?? true,
    indexes: readSources(table, diagnostics),
    diagnostics,
  };
}

interface Group {
  /** Normalized. */
  readonly name: string;
  readonly optional: boolean;
  readonly dependencies: TomlNode | null;
  readonly includes: readonly TomlNode[];
}

/** The groups, Poetry 1's `dev-dependencies` being the group `dev`. */
function readGroups(table: TomlNode): Group[] {
  const groups = (table.get("group")?.entries() ?? []).map(
    ([name, node]): Group => ({
      name: normalizeName(name),
      optional: node.get("optional")?.boolean() ?? false,
      dependencies: node.get("dependencies"),
      includes: node.get("include-groups")?.items() ?? [],
    }),
  );
  const legacy = table.get("dev-dependencies");
  return legacy ? [...groups, { name: "dev", optional: false, dependencies: legacy, includes: [] }] : groups;
}

/** What a group asks for, and those that it includes: groups that double at each level are refused. */
function groupRequirements(
  { name: group, ...from }: Group,
  groups: readonly Group[],
  diagnostics: Diagnostic[],
): Requirement[] {
  const [deepest, most] = [limitOf("include-depth"), limitOf("included-files")];
  let count = 0;
  const read = ({ dependencies, includes }: Pick<Group, "dependencies" | "includes">, chain: readonly string[]) => {
    const own = (dependencies?.entries() ?? []).flatMap(([name, node]) =>
      readDependency(name, node, { group, extra: null }, diagnostics),
    );
    const included = includes.flatMap((include): Requirement[] => {
      const name = normalizeName(include.string());
      if (chain.includes(name))
        throw include.error(`the group ${name} includes itself: ${[...chain, name].join(" > ")}`, include.string());
      const target = groups.find((other) => other.name === name);
      if (!target) throw include.error(`there is no group ${include.string()}`, include.string());
      if (chain.length > deepest)
        throw include.error(`groups include each other deeper than ${deepest} levels${raised("include-depth")}`);
      if (++count > most)
        throw include.error(`the group ${group} includes more than ${most} groups${raised("included-files")}`);
      return read(target, [...chain, name]);
    });
    return [...own, ...included];
  };
  return read(from, [group]);
}

function readMain(main: TomlNode, extras: TomlNode | null, diagnostics: Diagnostic[]): Requirement[] {
  const extrasOf = new Map<string, string[]>();
  for (const [extra, list] of extras?.entries() ?? []) {
    for (const item of list.items()) {
      const key = normalizeName(item.string());
      append(extrasOf, key, normalizeName(extra));
    }
  }
  const requirements: Requirement[] = [];
  for (const [name, node] of main.entries()) {
    const key = normalizeName(name);
    if (key === "python") continue;
    const inExtras = extrasOf.get(key) ?? [];
    extrasOf.delete(key);
    for (const part of node.isArray ? node.items() : [node]) {
      const isOptional = part.isTable && (part.get("optional")?.boolean() ?? false);
      if (!isOptional)
        requirements.push(...readDependency(name, part, { group: MAIN_GROUP, extra: null }, diagnostics));
      else if (inExtras.length === 0)
        diagnostics.push({
          severity: "warning",
          message: `${name} is optional and in no extra, so Poetry never installs it`,
          origin: part.origin,
        });
      else
        for (const extra of inExtras)
          requirements.push(...readDependency(name, part, { group: MAIN_GROUP, extra }, diagnostics));
    }
  }
  for (const [key, names] of extrasOf) {
    const origin = extras?.origin;
    diagnostics.push({
      severity: "warning",
      message: `the extra ${names.join(", ")} names ${key}, which is no dependency`,
      ...(origin ? { origin } : {}),
    });
  }
  return requirements;
}

/** [project]'s requirements with what [tool.poetry.dependencies] says of their source: PEP 621 cannot say it. */
function enrich(requirements: readonly Requirement[], main: TomlNode | null, diagnostics: Diagnostic[]): Requirement[] {
  const additions = new Map<string, TomlNode[]>();
  for (const [name, node] of main?.entries() ?? []) {
    const key = normalizeName(name);
    if (key === "python") continue;
    additions.set(key, node.isArray ? node.items() : [node]);
    if (!requirements.some((requirement) => requirement.key === key)) {
      diagnostics.push({
        severity: "warning",
        message: `${name} is not listed in [project] or [dependency-groups], and [tool.poetry] only adds to what is there`,
        origin: node.origin,
      });
    }
  }
  return requirements.flatMap((requirement) => {
    const parts = additions.get(requirement.key);
    if (!parts) return [requirement];
    return parts.flatMap((part) =>
      readDependency(
        requirement.name ?? requirement.key,
        part,
        { group: requirement.group, extra: requirement.extra },
        diagnostics,
      ).map((added) => ({
        ...requirement,
        constraint: isUnconstrained(requirement.constraint) ? added.constraint : requirement.constraint,
        source:
          added.source.kind === "registry" && added.source.index === undefined ? requirement.source : added.source,
        marker: andMarkers(requirement.marker, added.marker),
        extras: requirement.extras.length > 0 ? requirement.extras : added.extras,
      })),
    );
  });
}

const KNOWN_KEYS: ReadonlySet<string> = new Set(
  "version python markers extras optional source allow-prereleases platform git branch tag rev subdirectory path develop url file".split(
    " ",
  ),
);

/** Tells the options in the table of a dependency that are none of `known`: what they ask for does not happen. */
export function tellUnknownOptions(
  name: string,
  table: TomlNode,
  known: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): void {
  for (const [option, { origin }] of table.entries()) {
    if (known.has(option)) continue;
    const message = `${name} has an option that py2nix does not know: ${option}`;
    diagnostics.push({ severity: "warning", message, origin });
  }
}

/** One entry of a dependencies table: a constraint, a table, or several tables for different environments. */
function readDependency(
  name: string,
  node: TomlNode,
  membership: Membership,
  diagnostics: Diagnostic[],
): Requirement[] {
  if (node.isArray) return node.items().flatMap((item) => readDependency(name, item, membership, diagnostics));
  if (!isValidName(name)) throw node.error(`${JSON.stringify(name)} is no name of a project`);
  const key = normalizeName(name);
  const common = { name, key, hashes: [], options: [], ...membership, origin: node.origin };
  if (node.isString) {
    return [
      {
        ...common,
        extras: [],
        constraint: node.parse(parsePoetryConstraint),
        marker: null,
        source: { kind: "registry" },
      },
    ];
  }
  if (!node.isTable) throw node.error(`${name} should be a version or a table`);
  tellUnknownOptions(name, node, KNOWN_KEYS, diagnostics);
  if (node.get("allow-prereleases")?.boolean()) {
    diagnostics.push({
      severity: "note",
      message: `${name} allows pre-releases, which pip takes only when the version names one`,
      origin: node.origin,
    });
  }
  const version = node.get("version");
  return [
    {
      ...common,
      extras: node.get("extras")?.strings() ?? [],
      constraint: version?.parse(parsePoetryConstraint) ?? ANY_VERSION,
      marker: readMarker(node),
      source: readSource(name, node, diagnostics),
    },
  ];
}

/** The marker of `markers`, `python` and `platform` together. */
function readMarker(node: TomlNode): Marker | null {
  const python = node.get("python");
  const platform = node.get("platform");
  const written = node.get("markers")?.parse(parseMarker) ?? null;
  const onPython = python ? pythonMarker(python.parse(parsePoetryConstraint)) : null;
  const onPlatform: Marker | null = platform
    ? {
        kind: "compare",
        left: { kind: "variable", name: "sys_platform" },
        operator: "==",
        right: { kind: "value", value: platform.string() },
      }
    : null;
  return andMarkers(andMarkers(written, onPython), onPlatform);
}

/** A range of interpreters as a marker. Up to two numbers compare with `python_version` where that is the same. */
export function pythonMarker(constraint: Constraint): Marker | null {
  if (isUnconstrained(constraint)) return null;
  const alternatives = constraint.map((set): Marker => {
    const clauses = set.map(({ operator, version }): Marker => {
      const wildcard = version.endsWith(".*");
      const numbers = version.replace(/\.\*$/, "").split(".").length;
      // Poetry's `!=3.10` leaves out 3.10.0 alone.
      const isSeries = [">=", "<", "=="].includes(operator) || (operator === "!=" && wildcard);
      const minor = numbers <= 2 && /^[0-9.]+(?:\.\*)?$/.test(version) && isSeries;
      const value = wildcard && numbers === 2 ? version.slice(0, -2) : version;
      return {
        kind: "compare",
        left: { kind: "variable", name: minor ? "python_version" : "python_full_version" },
        operator,
        right: { kind: "value", value },
      };
    });
    const [only] = clauses;
    return clauses.length === 1 && only ? only : { kind: "and", operands: clauses };
  });
  const [only] = alternatives;
  return alternatives.length === 1 && only ? only : { kind: "or", operands: alternatives };
}

function readSource(name: string, node: TomlNode, diagnostics: Diagnostic[]): Source {
  const clean = (value: TomlNode): string => cleanUrl(value, diagnostics, `in the URL of ${name}`);
  const subdirectory = node.get("subdirectory")?.string();
  const where = subdirectory === undefined ? {} : { subdirectory };
  const git = node.get("git");
  if (git) {
    const reference = (node.get("rev") ?? node.get("tag") ?? node.get("branch"))?.string();
    return {
      kind: "vcs",
      vcs: "git",
      url: gitUrl(clean(git)),
      ...(reference === undefined ? {} : { reference }),
      ...where,
    };
  }
  const path = node.get("path") ?? node.get("file");
  if (path) {
    return {
      kind: "path",
      path: path.string(),
      base: dirname(node.document.file),
      editable: node.get("develop")?.boolean() ?? false,
    };
  }
  const url = node.get("url");
  if (url) return { ...(sourceOfUrl(clean(url)) as Extract<Source, { kind: "url" }>), ...where };
  const index = node.get("source")?.string();
  return index === undefined ? { kind: "registry" } : { kind: "registry", index };
}

/** A repository's address as a URL: `git@host:path` is ssh. */
export function gitUrl(address: string): string {
  const scp = /^([A-Za-z0-9._-]+@[^/:]+):(?!\/\/)(.*)$/.exec(address);
  return scp ? `ssh://${scp[1]}/${scp[2]}` : address;
}

/** [[tool.poetry.source]]: the indexes that the project declares. */
function readSources(table: TomlNode, diagnostics: Diagnostic[]): PackageIndex[] {
  const indexes: PackageIndex[] = [];
  for (const node of table.get("source")?.items() ?? []) {
    const name = node.get("name")?.string() ?? null;
    const url = node.get("url");
    if (!url) continue; // the default index by its name
    const priority =
      node.get("priority")?.string() ??
      (node.get("default")?.boolean() ? "default" : node.get("secondary")?.boolean() ? "supplemental" : "primary");
    const address = cleanUrl(url, diagnostics, `of the index ${name ?? ""}`);
    if (priority === "explicit") {
      diagnostics.push({
        severity: "note",
        message: `the index ${name ?? address} is only for the packages that name it; pip asks it for all`,
        origin: node.origin,
      });
    }
    indexes.push({
      kind:
        priority === "default" || (priority === "primary" && indexes.every(({ kind }) => kind !== "primary"))
          ? "primary"
          : "extra",
      name,
      url: address,
      origin: node.origin,
    });
  }
  return indexes;
}
