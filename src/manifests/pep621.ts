// The [project] table of pyproject.toml (PEP 621), and [dependency-groups] (PEP 735).

import type { Diagnostic, Origin } from "../diagnostics.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { parseSpecifierSet } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { type ParsedRequirement, parseRequirement } from "../pep/pep508.ts";
import { DependencyGroupError, expandGroups, type GroupEntry } from "../pep/pep735.ts";
import { StandardError } from "../pep/scanner.ts";
import {
  ANY_VERSION,
  type Constraint,
  EMPTY_PROJECT,
  MAIN_GROUP,
  type Project,
  type Requirement,
  type RequiresPython,
  type Selectable,
} from "../project.ts";
import type { TomlNode } from "./toml.ts";
import { sourceOfUrl, withoutCredentials } from "./urls.ts";

/** Where a requirement belongs. */
export interface Membership {
  readonly group: string;
  readonly extra: string | null;
}

const MAIN: Membership = { group: MAIN_GROUP, extra: null };

/** A requirement from a PEP 508 string at `node`; credentials in its URL become a diagnostic. Throws an InputError. */
export function requirementFromNode(node: TomlNode, membership: Membership, diagnostics: Diagnostic[]): Requirement {
  return requirementFromPep508(node.parse(parseRequirement), node.origin, membership, diagnostics);
}

/** The IR of a parsed PEP 508 requirement. */
export function requirementFromPep508(
  parsed: ParsedRequirement,
  origin: Origin,
  membership: Membership,
  diagnostics: Diagnostic[],
): Requirement {
  const clean = parsed.url === null ? null : withoutCredentials(parsed.url);
  if (clean?.removed) {
    diagnostics.push({
      severity: "warning",
      message: `the credentials in the URL of ${parsed.name} are left out: give them to pip by netrc or its keyring`,
      origin,
    });
  }
  return {
    name: parsed.name,
    key: normalizeName(parsed.name),
    extras: parsed.extras,
    constraint: parsed.specifier.length === 0 ? ANY_VERSION : [parsed.specifier],
    marker: parsed.marker,
    source: clean === null ? { kind: "registry" } : sourceOfUrl(clean.url),
    hashes: [],
    options: [],
    ...membership,
    origin,
  };
}

/** Reads `requires-python`, as PEP 440 or else as a tool has it; an empty one says nothing. */
export function readRequiresPython(node: TomlNode, orElse?: (text: string) => Constraint): RequiresPython[] {
  const read = (text: string): Constraint => {
    try {
      return [parseSpecifierSet(text)];
    } catch (error) {
      if (!orElse || !(error instanceof StandardError)) throw error;
      return orElse(text);
    }
  };
  const constraint = node.parse(read);
  return isUnconstrained(constraint) ? [] : [{ constraint, text: node.string(), origin: node.origin }];
}

/** The fields of [project] that are read here and that a build backend may find out instead. */
export const DYNAMIC_FIELDS = ["dependencies", "optional-dependencies", "requires-python"] as const;
export type DynamicField = (typeof DYNAMIC_FIELDS)[number];

/**
 * What `dynamic` of the [project] table leaves to the build backend, with where it says so. Throws an InputError for a
 * field that is in the table too, and for `name`, as PEP 621 requires of whoever reads them.
 */
export function dynamicFields(table: TomlNode): Map<DynamicField, TomlNode> {
  const fields = new Map<DynamicField, TomlNode>();
  for (const item of table.get("dynamic")?.items() ?? []) {
    if (item.string() === "name") throw item.error("the name of a project is never dynamic", "name");
    const field = DYNAMIC_FIELDS.find((name) => name === item.string());
    if (field === undefined) continue;
    if (table.get(field)) throw item.error(`${field} is dynamic, and [project] lists it`, field);
    fields.set(field, item);
  }
  return fields;
}

/** Reads a requirement at a node: some tools write more than PEP 508. Null for one that is told and left out. */
export type ReadRequirement = (node: TomlNode, membership: Membership, diagnostics: Diagnostic[]) => Requirement | null;

/** Reads the [project] table; `pythonOrElse` reads a `requires-python` that is none by PEP 440. */
export function readProjectTable(
  table: TomlNode,
  read: ReadRequirement = requirementFromNode,
  pythonOrElse?: (text: string) => Constraint,
): Project {
  const diagnostics: Diagnostic[] = [];
  const requirements = (table.get("dependencies")?.items() ?? []).flatMap(
    (item) => read(item, MAIN, diagnostics) ?? [],
  );
  const selectables: Selectable[] = [];
  for (const [name, list] of table.get("optional-dependencies")?.entries() ?? []) {
    const extra = normalizeName(name);
    selectables.push({ kind: "extra", name: extra, byDefault: false });
    requirements.push(...list.items().flatMap((item) => read(item, { group: MAIN_GROUP, extra }, diagnostics) ?? []));
  }
  const requiresPython = table.get("requires-python");
  return {
    ...EMPTY_PROJECT,
    name: table.get("name")?.string() ?? null,
    selectables,
    requirements,
    requiresPython: requiresPython ? readRequiresPython(requiresPython, pythonOrElse) : [],
    installable: true,
    diagnostics,
  };
}

/**
 * Reads [dependency-groups] (PEP 735), each requirement with the place where it is written. `defaults` are the groups
 * that are installed without being asked for. Throws an InputError.
 */
export function readDependencyGroups(table: TomlNode, defaults: ReadonlySet<string>): Project {
  const diagnostics: Diagnostic[] = [];
  const groups = table.entries().map(([name, at]) => ({ name, at, entries: at.items().map(readGroupEntry) }));
  try {
    const expanded = [...expandGroups<TomlNode>(groups)];
    return {
      ...EMPTY_PROJECT,
      selectables: expanded.map(([name]) => ({ kind: "group", name, byDefault: defaults.has(name) })),
      requirements: expanded.flatMap(([group, items]) =>
        items.map((item) => requirementFromNode(item, { group, extra: null }, diagnostics)),
      ),
      diagnostics,
    };
  } catch (error) {
    if (!(error instanceof DependencyGroupError)) throw error;
    throw (error.at as TomlNode).error(error.message);
  }
}

function readGroupEntry(item: TomlNode): GroupEntry<TomlNode> {
  if (item.isString) return { kind: "requirement", at: item };
  const group = item.isTable && Object.keys(item.table()).length === 1 ? item.get("include-group") : null;
  if (!group) throw item.error('expected a requirement or { include-group = "name" }');
  return { kind: "include", group: group.string(), at: group };
}
