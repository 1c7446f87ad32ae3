// The digests that Poetry, PDM and Pipenv keep in their locks of the manifest: SHA-256 over JSON of the parts of it
// that decide what is locked. Which parts those are has changed with the releases.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { compareVersions, parseVersion } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { pythonJson } from "./python-json.ts";

/** A parsed manifest, integers as `bigint` (see `parseForJson`). */
export type Manifest = Readonly<Record<string, unknown>>;

/** The digest in hexadecimal; null where the tool cannot make one, as of a table with a date in it. */
type ContentHash = (manifest: Manifest) => string | null;

/** The digests of text and of what some releases of a tool take of a manifest. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function digestOfJson(value: unknown, compact = false): string | null {
  const json = pythonJson(value, compact);
  return json === null ? null : digestOf(json);
}

function tableAt(table: Manifest, ...keys: readonly string[]): Manifest {
  return keys.reduce<Manifest>((parent, key) => {
    const value = Object.hasOwn(parent, key) ? parent[key] : undefined;
    const isTable = typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
    return isTable ? (value as Manifest) : {};
  }, table);
}

function valueAt(table: Manifest, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The members of a table that are there, in the order of `keys`. */
function pick(table: Manifest, keys: readonly string[]): Manifest {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(table, key)).map((key) => [key, table[key]]));
}

function isEmpty(table: Manifest): boolean {
  return Object.keys(table).length === 0;
}

function isBelow(version: string, limit: string): boolean {
  const [a, b] = [parseVersion(version), parseVersion(limit)];
  return a !== null && b !== null && compareVersions(a, b) < 0;
}

// ---- Poetry -----------------------------------------------------------------------------------------------

const LEGACY_KEYS = ["dependencies", "source", "extras", "dev-dependencies"];
const PROJECT_KEYS = ["requires-python", "dependencies", "optional-dependencies"];

/** Up to 1.1: four keys of [tool.poetry], null for one that is not there. */
const poetry1: ContentHash = (manifest) => {
  const poetry = tableAt(manifest, "tool", "poetry");
  return digestOfJson(Object.fromEntries(LEGACY_KEYS.map((key) => [key, valueAt(poetry, key)])));
};

/**
 * From 1.2 with `group`, from 2.0 with [project] beside it, from 2.3 with [dependency-groups]. Where those have nothing
 * to say the JSON is that of 1.2.
 */
function poetryFrom1_2(withProject: boolean, withGroups: boolean): ContentHash {
  return (manifest) => {
    const poetry = tableAt(manifest, "tool", "poetry");
    const project = withProject ? pick(tableAt(manifest, "project"), PROJECT_KEYS) : {};
    const groups = withGroups ? tableAt(manifest, "dependency-groups") : {};
    if (isEmpty(project) && isEmpty(groups)) {
      const legacy = Object.fromEntries(LEGACY_KEYS.map((key) => [key, valueAt(poetry, key)]));
      return digestOfJson({ ...legacy, ...pick(poetry, ["group"]) });
    }
    return digestOfJson({
      ...(isEmpty(project) ? {} : { project }),
      ...(isEmpty(groups) ? {} : { "dependency-groups": groups }),
      tool: { poetry: pick(poetry, [...LEGACY_KEYS, "group"]) },
    });
  };
}

const poetry1_2 = poetryFrom1_2(false, false);
const poetry2_0 = poetryFrom1_2(true, false);
const poetry2_3 = poetryFrom1_2(true, true);

/** The releases that wrote a lock, by their own version where the lock tells it, else by the lock's. */
function poetryHashes(lockVersion: string | null, toolVersion: string | null): readonly ContentHash[] {
  if (toolVersion !== null && parseVersion(toolVersion)) {
    if (isBelow(toolVersion, "1.2.dev0")) return [poetry1];
    if (isBelow(toolVersion, "2.0.dev0")) return [poetry1_2];
    return [isBelow(toolVersion, "2.3.0") ? poetry2_0 : poetry2_3];
  }
  switch (lockVersion) {
    case "2.1":
      return [poetry2_3, poetry2_0];
    case "2.0":
      return [poetry1_2];
    case "1.1":
      return [poetry1, poetry1_2];
    default:
      return [poetry1];
  }
}

// ---- PDM --------------------------------------------------------------------------------------------------

/** `json.dumps` of PDM's parts; those of the [project] table are the same in all releases. */
function pdmHash(parts: (manifest: Manifest, pdm: Manifest) => Manifest): ContentHash {
  return (manifest) => {
    const project = tableAt(manifest, "project");
    const pdm = tableAt(manifest, "tool", "pdm");
    return digestOfJson({
      sources: valueAt(pdm, "source") ?? [],
      dependencies: valueAt(project, "dependencies") ?? [],
      "optional-dependencies": valueAt(project, "optional-dependencies") ?? {},
      "requires-python": valueAt(project, "requires-python") ?? "",
      "dev-dependencies": valueAt(pdm, "dev-dependencies") ?? {},
      ...parts(manifest, pdm),
    });
  };
}

const overridesIn = (pdm: Manifest): Manifest => ({
  overrides: valueAt(tableAt(pdm, "resolution"), "overrides") ?? {},
});

/** 2.0 to 2.2. */
const pdm2_0 = pdmHash((_, pdm) => ({ overrides: valueAt(pdm, "overrides") ?? {} }));
/** 2.3 to 2.11: in [tool.pdm.resolution], or where it was before. */
const pdm2_3 = pdmHash((_, pdm) => (Object.hasOwn(pdm, "overrides") ? { overrides: pdm.overrides } : overridesIn(pdm)));
/** 2.12 to 2.15. */
const pdm2_12 = pdmHash((_, pdm) => overridesIn(pdm));
/** 2.16 to 2.19: all of [tool.pdm.resolution]. */
const pdm2_16 = pdmHash((_, pdm) => ({ resolution: valueAt(pdm, "resolution") ?? {} }));
/** From 2.20 on: with [dependency-groups], which those of [tool.pdm.dev-dependencies] are added to. */
const pdm2_20 = pdmHash((manifest, pdm) => ({
  resolution: valueAt(pdm, "resolution") ?? {},
  "dev-dependencies": mergedGroups(tableAt(manifest, "dependency-groups"), tableAt(pdm, "dev-dependencies")),
}));

function mergedGroups(...tables: readonly Manifest[]): Manifest {
  const groups = new Map<string, readonly unknown[]>();
  for (const [name, list] of tables.flatMap((table) => Object.entries(table))) {
    const key = normalizeName(name);
    groups.set(key, [...(groups.get(key) ?? []), ...(Array.isArray(list) ? list : [])]);
  }
  return Object.fromEntries(groups);
}

/** A lock of before 2.20 does not have [dependency-groups], so it is no lock of a manifest with them. */
const pdm2_17: ContentHash = (manifest) =>
  isEmpty(tableAt(manifest, "dependency-groups")) ? pdm2_16(manifest) : pdm2_20(manifest);

function pdmHashes(lockVersion: string | null): readonly ContentHash[] {
  const version = lockVersion ?? "";
  if (isBelow(version, "4.1")) return [pdm2_0];
  if (isBelow(version, "4.4.1")) return [pdm2_3];
  if (isBelow(version, "4.4.2")) return [pdm2_3, pdm2_12];
  if (isBelow(version, "4.5")) return [pdm2_16];
  return isBelow(version, "4.5.1") ? [pdm2_20, pdm2_17] : [pdm2_20];
}

// ---- Pipenv -----------------------------------------------------------------------------------------------

/** The tables of a Pipfile that are no category of packages. */
const PIPFILE_SECTIONS: ReadonlySet<string> = new Set(
  "source packages dev-packages requires scripts pipfile pipenv default develop".split(" "),
);

/** The index that Pipenv writes into a Pipfile without one before it makes the digest. */
const DEFAULT_SOURCE = { name: "pypi", url: `https://${["pypi", "org"].join(".")}/simple`, verify_ssl: true };

function pipenvHash(hasCategories: boolean, nameOf: (name: string) => string): ContentHash {
  return (manifest) => {
    const section = (table: Manifest): Manifest =>
      Object.fromEntries(Object.entries(table).map(([name, value]) => [nameOf(name), value]));
    const categories = Object.keys(manifest).filter((name) => hasCategories && !PIPFILE_SECTIONS.has(name));
    const json = {
      _meta: { sources: valueAt(manifest, "source") ?? [DEFAULT_SOURCE], requires: tableAt(manifest, "requires") },
      default: section(tableAt(manifest, "packages")),
      develop: section(tableAt(manifest, "dev-packages")),
      ...Object.fromEntries(categories.map((name) => [name, section(tableAt(manifest, name))])),
    };
    return digestOfJson(json, true);
  };
}

/** With names normalized (of 2026), as written, and before there were categories (2022). The lock does not tell which. */
const PIPENV_HASHES: readonly ContentHash[] = [
  pipenvHash(true, normalizeName),
  pipenvHash(true, (name) => name),
  pipenvHash(false, (name) => name),
];

// -----------------------------------------------------------------------------------------------------------

/** Which of a tool's releases wrote a lock, as far as the lock tells. */
export interface Writer {
  readonly tool: string;
  /** The version of the lock's format. */
  readonly lockVersion: string | null;
  readonly toolVersion: string | null;
}

/** The digests (hexadecimal SHA-256) that the releases which can have written a lock make of a manifest. */
export function contentHashes(manifest: Manifest, { tool, lockVersion, toolVersion }: Writer): string[] {
  const hashes =
    tool === "poetry"
      ? poetryHashes(lockVersion, toolVersion)
      : tool === "pdm"
        ? pdmHashes(lockVersion)
        : tool === "pipenv"
          ? PIPENV_HASHES
          : [];
  return [...new Set(hashes.flatMap((hash) => hash(manifest) ?? []))];
}
