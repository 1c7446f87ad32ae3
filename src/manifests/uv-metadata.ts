// What uv.lock keeps of the manifests that it was made for: [package.metadata] of each project, and [manifest].

import { append } from "../append.ts";
import { dirname } from "../paths.ts";
import { admits, formatConstraint } from "../pep/constraint.ts";
import { byExtra } from "../pep/marker-algebra.ts";
import { parseSpecifierSet } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { parseMarker } from "../pep/pep508.ts";
import { ANY_VERSION, type Constraint, MAIN_GROUP, type Requirement, type Source } from "../project.ts";
import { gitUrl } from "./poetry.ts";
import type { TomlNode } from "./toml.ts";
import { fragmentOf, withoutCredentials } from "./urls.ts";

/**
 * The requirements in `requires-dist` and `requires-dev` of a package: those of extras with their extra in the place of
 * `extra == "name"`, paths relative to the folder of the lock.
 */
export function readRecordedRequirements(node: TomlNode): readonly Requirement[] {
  const metadata = node.get("metadata");
  const groups = (metadata?.get("requires-dev")?.entries() ?? []).flatMap(([group, list]) =>
    list.items().flatMap((item) => readRecorded(item, normalizeName(group))),
  );
  const own = (metadata?.get("requires-dist")?.items() ?? []).flatMap((item) => readRecorded(item, MAIN_GROUP));
  return [...own, ...groups];
}

/** One entry: `{ name, extras, marker, specifier }`, or with a source in the place of the specifier. */
export function readRecorded(node: TomlNode, group: string): Requirement[] {
  const name = node.get("name")?.string() ?? "";
  const specifier = node.get("specifier");
  const marker = node.get("marker")?.parse(parseMarker) ?? null;
  const requirement = {
    name,
    key: normalizeName(name),
    extras: (node.get("extras")?.strings() ?? []).map(normalizeName),
    constraint: specifier && specifier.string() !== "" ? [specifier.parse(parseSpecifierSet)] : ANY_VERSION,
    source: readSource(node),
    hashes: [],
    options: [],
    group,
    origin: node.origin,
  };
  const parts = marker ? [...byExtra(marker)] : [[null, true] as const];
  return parts.map(([extra, rest]) => ({
    ...requirement,
    extra: extra === null ? null : normalizeName(extra),
    marker: typeof rest === "boolean" ? null : rest,
  }));
}

function readSource(node: TomlNode): Source {
  const base = dirname(node.document.file);
  for (const [kind, value] of node.entries()) {
    const address = () => withoutCredentials(value.string()).url;
    switch (kind) {
      case "index":
        return { kind: "registry", index: address() };
      case "git": {
        const [url = "", query = ""] = address().replace(/#.*$/s, "").split("?", 2);
        const options = fragmentOf(`#${query}`);
        const reference = options.get("rev") ?? options.get("tag") ?? options.get("branch");
        const subdirectory = options.get("subdirectory");
        return {
          kind: "vcs",
          vcs: "git",
          url: gitUrl(url),
          ...(reference === undefined ? {} : { reference }),
          ...(subdirectory === undefined ? {} : { subdirectory }),
        };
      }
      case "url": {
        const subdirectory = node.get("subdirectory")?.string();
        return { kind: "url", url: address(), ...(subdirectory === undefined ? {} : { subdirectory }) };
      }
      case "path":
      case "directory":
      case "editable":
      case "virtual":
        return { kind: "path", path: value.string(), base, editable: kind === "editable" };
    }
  }
  return { kind: "registry" };
}

/** Where an edge of a project in the lock comes from: its own dependencies, an extra or a group. */
export interface Asker {
  readonly project: string;
  readonly group: string;
  readonly extra: string | null;
}

/**
 * The range that a project states for what an edge leads to. Null where nothing states one, and where several that
 * differ admit the locked version. What an extra asks for by another extra of the same project counts as its own.
 */
export type RecordedRange = (asker: Asker, key: string, version: string) => Constraint | null;

/** The ranges of a project by what its metadata record. */
export function recordedRanges(recorded: readonly Requirement[]): RecordedRange {
  const known = new Map<string, ReadonlyMap<string, readonly Constraint[]>>();
  return (asker, key, version) => {
    const id = JSON.stringify([asker.project, asker.group, asker.extra]);
    const asked = known.get(id) ?? constraintsByKey(askedBy(recorded, asker));
    known.set(id, asked);
    const fitting = (asked.get(key) ?? []).filter((constraint) => version === "" || admits(constraint, version));
    const [first = null, ...others] = fitting;
    const isOne = others.length === 0 || new Set(fitting.map(formatConstraint)).size === 1;
    return isOne ? first : null;
  };
}

function constraintsByKey(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Constraint[]> {
  const found = new Map<string, Constraint[]>();
  for (const { key, constraint } of requirements) append(found, key, constraint);
  return found;
}

function askedBy(recorded: readonly Requirement[], { project, group, extra }: Asker): Requirement[] {
  const found: Requirement[] = [];
  const seen = new Set<string | null>();
  const visit = (isAsked: (requirement: Requirement) => boolean): void => {
    for (const requirement of recorded.filter(isAsked)) {
      found.push(requirement);
      for (const name of requirement.key === project ? requirement.extras : []) {
        if (seen.has(name)) continue;
        seen.add(name);
        visit((other) => other.group === MAIN_GROUP && other.extra === name);
      }
    }
  };
  seen.add(extra);
  visit((requirement) => requirement.group === group && requirement.extra === extra);
  return found;
}
