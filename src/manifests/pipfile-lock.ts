// Pipfile.lock of pipfile-spec 6, the only one that there has been since Pipenv's first releases.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { parseVersion } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { formatMarker } from "../pep/pep508.ts";
import { ANY_VERSION, type LockedPackage } from "../project.ts";
import { required } from "./document-parts.ts";
import { readJson } from "./json.ts";
import type { ReadLock } from "./made-for.ts";
import {
  groupOfCategory,
  type PipfileSources,
  readMarker,
  readRequires,
  readSource,
  readSources,
  selectablesOf,
} from "./pipfile.ts";
import type { TomlNode } from "./toml.ts";

const SPEC = 6;

/**
 * Reads a Pipfile.lock. It has no edges: `reach` is "markers", and a package is wanted where its marker holds and one
 * of its groups is chosen. A package that several categories have alike is one with all their groups. Throws an
 * InputError for another pipfile-spec and for anything malformed.
 */
export function readPipfileLock(text: string, file: string, diagnostics: Diagnostic[]): ReadLock {
  const { root } = readJson(text, file);
  const meta = root.isTable ? root.get("_meta") : null;
  if (!meta)
    throw new InputError("this is no Pipfile.lock, or only a part of one: it has no _meta", {
      origin: { file, line: 1 },
    });
  const spec = required(meta, "pipfile-spec", "_meta");
  if (spec.value !== SPEC) throw spec.error(`this Pipfile.lock has pipfile-spec ${spec.shown}; py2nix reads ${SPEC}`);
  const sources = readSources(meta.get("sources"), diagnostics);
  const categories = root.entries().filter(([name]) => name !== "_meta");
  const packages = categories.flatMap(([category, table]) =>
    table.entries().map(([name, node]) => readPackage(name, node, groupOfCategory(category), sources, diagnostics)),
  );
  const [python = null] = readRequires(meta.get("requires"));
  const merged = mergeGroups(packages);
  tellVersions(merged, diagnostics);
  return {
    file,
    reach: "markers",
    tool: "pipenv",
    packages: merged,
    requiresPython: python,
    selectables: selectablesOf(categories.map(([category]) => category)),
    ...(sources.indexes.length > 0 ? { indexes: sources.indexes } : {}),
    ...readMadeFor(meta),
  };
}

/** The digest of the Pipfile. */
function readMadeFor(meta: TomlNode): Pick<ReadLock, "madeFor"> {
  const hash = meta.at("hash", "sha256");
  if (!hash || hash.string() === "") return {};
  const digest = hash.string();
  return {
    madeFor: { kind: "digest", algorithm: "sha256", digest, lockVersion: null, toolVersion: null, origin: hash.origin },
  };
}

function readPackage(
  name: string,
  node: TomlNode,
  group: string,
  sources: PipfileSources,
  diagnostics: Diagnostic[],
): LockedPackage {
  const key = normalizeName(name);
  const common = { name, key, groups: [group], requiresPython: ANY_VERSION, dependencies: [], origin: node.origin };
  if (node.isString) {
    const version = readVersion(name, node, diagnostics);
    return { ...common, version, source: { kind: "registry" }, marker: null, extras: {}, files: [] };
  }
  const version = node.get("version");
  const source = readSource(node, sources, diagnostics);
  if (!version && source.kind === "registry") throw node.error(`${name} has no version`);
  return {
    ...common,
    version: version ? readVersion(name, version, diagnostics) : "",
    source,
    marker: readMarker(node),
    // What the extras add is in the lock as packages of their own, and not told apart.
    extras: Object.fromEntries((node.get("extras")?.strings() ?? []).map((extra) => [normalizeName(extra), []])),
    files: (node.get("hashes")?.strings() ?? []).map((hash) => ({ name: "", hash })),
  };
}

/** `==1.2`; `*` for a requirement that no release was looked up for, since it was not for the machine that locked. */
function readVersion(name: string, node: TomlNode, diagnostics: Diagnostic[]): string {
  const text = node.string().trim();
  if (text === "*" || text === "") {
    diagnostics.push({
      severity: "warning",
      message: `the lock has no version of ${name}: it was written on a machine that does not need it`,
      origin: node.origin,
    });
    return "";
  }
  const version = text.replace(/^===?\s*/, "");
  if (!parseVersion(version))
    throw node.error(`${name} should be locked to a version such as ==1.2, not ${text}`, text);
  return version;
}

function mergeGroups(packages: readonly LockedPackage[]): LockedPackage[] {
  const merged = new Map<string, LockedPackage>();
  for (const locked of packages) {
    const { key, version, source, marker, extras, files } = locked;
    const id = JSON.stringify([key, version, source, marker && formatMarker(marker), extras, files]);
    const known = merged.get(id);
    const groups = [...new Set([...(known?.groups ?? []), ...(locked.groups ?? [])])];
    merged.set(id, { ...(known ?? locked), groups });
  }
  return [...merged.values()];
}

/** Categories are locked one after the other, and can disagree. */
function tellVersions(packages: readonly LockedPackage[], diagnostics: Diagnostic[]): void {
  const seen = new Map<string, LockedPackage>();
  for (const locked of packages) {
    const other = seen.get(locked.key);
    seen.set(locked.key, other ?? locked);
    if (other && other.version !== locked.version)
      diagnostics.push({
        severity: "warning",
        message: `${locked.name} is locked to ${locked.version || "any version"} in ${(locked.groups ?? []).join(", ")} and to ${other.version || "any version"} in ${(other.groups ?? []).join(", ")}`,
        origin: locked.origin,
      });
  }
}
