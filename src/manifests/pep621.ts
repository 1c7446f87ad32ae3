// The [project] table of pyproject.toml (PEP 621), and [dependency-groups] (PEP 735).

import type { Diagnostic, Origin } from "../diagnostics.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { parseSpecifierSet } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { type ParsedRequirement, parseRequirement } from "../pep/pep508.ts";
import {
  ANY_VERSION,
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

/** Reads `requires-python`; an empty one says nothing. */
export function readRequiresPython(node: TomlNode): RequiresPython[] {
  const constraint = [node.parse(parseSpecifierSet)];
  return isUnconstrained(constraint) ? [] : [{ constraint, text: node.string(), origin: node.origin }];
}

/** Reads the [project] table. */
export function readProjectTable(table: TomlNode): Project {
  const diagnostics: Diagnostic[] = [];
  const requirements = (table.get("dependencies")?.items() ?? []).map((item) =>
    requirementFromNode(item, MAIN, diagnostics),
  );
  const selectables: Selectable[] = [];
  for (const [name, list] of table.get("optional-dependencies")?.entries() ?? []) {
    const extra = normalizeName(name);
    selectables.push({ kind: "extra", name: extra, byDefault: false });
    for (const item of list.items())
      requirements.push(requirementFromNode(item, { group: MAIN_GROUP, extra }, diagnostics));
  }
  const requiresPython = table.get("requires-python");
  return {
    ...EMPTY_PROJECT,
    name: table.get("name")?.string() ?? null,
    selectables,
    requirements,
    requiresPython: requiresPython ? readRequiresPython(requiresPython) : [],
    installable: true,
    diagnostics,
  };
}

/**
 * Reads [dependency-groups]. A group's requirements include those of the groups that it includes, each with
 * the place where it is written. `defaults` are the groups that are installed without being asked for.
 */
export function readDependencyGroups(table: TomlNode, defaults: ReadonlySet<string>): Project {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<string, TomlNode>();
  for (const [name, node] of table.entries()) {
    const key = normalizeName(name);
    const other = groups.get(key);
    if (other)
      throw node.error(
        `the group ${name} is already defined as ${String(other.path.at(-1))} (PEP 735 compares normalized names)`,
      );
    groups.set(key, node);
  }
  const requirements: Requirement[] = [];
  for (const [group, node] of groups) {
    collectGroup(node, groups, [group], (item) =>
      requirements.push(requirementFromNode(item, { group, extra: null }, diagnostics)),
    );
  }
  const selectables = [...groups.keys()].map(
    (name): Selectable => ({ kind: "group", name, byDefault: defaults.has(name) }),
  );
  return { ...EMPTY_PROJECT, selectables, requirements, diagnostics };
}

function collectGroup(
  node: TomlNode,
  groups: ReadonlyMap<string, TomlNode>,
  chain: readonly string[],
  add: (item: TomlNode) => void,
): void {
  for (const item of node.items()) {
    if (item.isString) {
      add(item);
      continue;
    }
    const include = item.get("include-group");
    const unknown = Object.keys(item.table()).find((key) => key !== "include-group");
    if (!include || unknown !== undefined) throw item.error('expected a requirement or { include-group = "name" }');
    const name = normalizeName(include.string());
    const included = groups.get(name);
    if (!included) throw include.error(`there is no dependency group ${include.string()}`, include.string());
    if (chain.includes(name))
      throw include.error(
        `the dependency group ${name} includes itself: ${[...chain, name].join(" > ")}`,
        include.string(),
      );
    collectGroup(included, groups, [...chain, name], add);
  }
}
