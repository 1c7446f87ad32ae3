// poetry.lock in all its versions: 1.0 (no version written), 1.1, 2.0 and 2.1.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { dirname } from "../paths.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { normalizeName } from "../pep/pep503.ts";
import { andMarkers, type Marker, parseMarker } from "../pep/pep508.ts";
import { parsePoetryConstraint } from "../pep/poetry.ts";
import {
  ANY_VERSION,
  type Lock,
  type LockedDependency,
  type LockedFile,
  type LockedPackage,
  type Source,
} from "../project.ts";
import { cleanUrl } from "./document-parts.ts";
import { gitUrl, pythonMarker } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { withoutCredentials } from "./urls.ts";

const VERSIONS: ReadonlySet<string> = new Set(["1.0", "1.1", "2.0", "2.1"]);

/** Reads a poetry.lock. Throws an InputError for a version that is not known and for anything malformed. */
export function readPoetryLock(text: string, file: string, diagnostics: Diagnostic[]): Lock {
  const { root } = new TomlDocument(text, file);
  const metadata = root.get("metadata");
  if (!metadata)
    throw new InputError("this is no poetry.lock, or only a part of one: it has no [metadata]", {
      origin: { file, line: 1 },
    });
  const version = metadata.get("lock-version");
  if (version && !VERSIONS.has(version.string())) {
    throw version.error(
      `poetry.lock has version ${version.string()}; py2nix reads ${[...VERSIONS].join(", ")}`,
      version.string(),
    );
  }
  const files = metadata.get("files");
  const hashes = metadata.get("hashes");
  const python = metadata.get("python-versions");
  const packages = (root.get("package")?.items() ?? []).map((node) => readPackage(node, files, hashes, diagnostics));
  return {
    file,
    reach: "dependencies",
    tool: "poetry",
    packages,
    requiresPython: python
      ? { constraint: python.parse(parsePoetryConstraint), text: python.string(), origin: python.origin }
      : null,
  };
}

function readPackage(
  node: TomlNode,
  files: TomlNode | null,
  hashes: TomlNode | null,
  diagnostics: Diagnostic[],
): LockedPackage {
  const name = required(node, "name").string();
  const version = required(node, "version").string();
  const python = node.get("python-versions");
  const extras: Record<string, readonly string[]> = Object.create(null);
  for (const [extra, list] of node.get("extras")?.entries() ?? [])
    extras[normalizeName(extra)] = list.strings().map(keyOfEntry);
  return {
    name,
    key: normalizeName(name),
    version,
    source: readSource(node, diagnostics),
    // Version 1.0 writes `marker`.
    marker: readPackageMarker(node.get("markers") ?? node.get("marker")),
    // Version 1 calls it category.
    groups:
      (node.get("groups")?.strings() ?? node.get("category")?.string().split(" ") ?? null)?.map(normalizeName) ?? null,
    requiresPython: python?.parse(parsePoetryConstraint) ?? ANY_VERSION,
    dependencies: (node.get("dependencies")?.entries() ?? []).flatMap(([dependency, value]) =>
      readDependency(dependency, value),
    ),
    extras,
    files: readFiles(name, node, files, hashes),
    origin: node.origin,
  };
}

/** The name in an entry such as `PySocks (>=1.5.6,!=1.5.7)` or `foo[bar] ; extra == "x"`. */
function keyOfEntry(entry: string): string {
  return normalizeName(/^\s*([A-Za-z0-9._-]*)/.exec(entry)?.[1] ?? "");
}

function required(node: TomlNode, key: string): TomlNode {
  const value = node.get(key);
  if (!value) throw node.error(`this package has no ${key}`);
  return value;
}

/** Version 2.1: one marker, or one for each group; the package is wanted where any of them holds. */
function readPackageMarker(node: TomlNode | null): Marker | null {
  if (!node) return null;
  if (node.isString) return node.parse(parseMarker);
  const operands = node.entries().map(([, marker]) => marker.parse(parseMarker));
  const [only] = operands;
  return operands.length > 1 ? { kind: "or", operands } : (only ?? null);
}

function readDependency(name: string, node: TomlNode): LockedDependency[] {
  if (node.isArray) return node.items().flatMap((item) => readDependency(name, item));
  const key = normalizeName(name);
  if (node.isString)
    return [{ key, extras: [], constraint: node.parse(parsePoetryConstraint), marker: null, optional: false }];
  const python = node.get("python")?.parse(parsePoetryConstraint);
  const markers = node.get("markers");
  return [
    {
      key,
      extras: node.get("extras")?.strings() ?? [],
      constraint: node.get("version")?.parse(parsePoetryConstraint) ?? ANY_VERSION,
      marker: andMarkers(
        // Poetry up to 1.0 wrote an empty string for no marker.
        markers && markers.string() !== "" ? markers.parse(parseMarker) : null,
        python && !isUnconstrained(python) ? pythonMarker(python) : null,
      ),
      optional: node.get("optional")?.boolean() ?? false,
    },
  ];
}

function readFiles(name: string, node: TomlNode, files: TomlNode | null, hashes: TomlNode | null): LockedFile[] {
  const list = node.get("files") ?? files?.get(name) ?? null;
  if (list) {
    return list.items().map((file) => {
      const url = file.get("url")?.string();
      return {
        name: required(file, "file").string(),
        hash: file.get("hash")?.string() ?? null,
        ...(url === undefined ? {} : { url: withoutCredentials(url).url }),
      };
    });
  }
  // Version 1.0 has bare sha256 digests.
  return (hashes?.get(name)?.strings() ?? []).map((digest) => ({
    name: "",
    hash: digest.includes(":") ? digest : `sha256:${digest}`,
  }));
}

function readSource(node: TomlNode, diagnostics: Diagnostic[]): Source {
  const source = node.get("source");
  if (!source) return { kind: "registry" };
  const type = source.get("type")?.string() ?? "legacy";
  const address = required(source, "url");
  const url = cleanUrl(address, diagnostics);
  const subdirectory = source.get("subdirectory")?.string();
  const where = subdirectory === undefined ? {} : { subdirectory };
  switch (type) {
    case "legacy":
      return { kind: "registry", index: source.get("reference")?.string() ?? url };
    case "git": {
      const reference = (source.get("resolved_reference") ?? source.get("reference"))?.string();
      return {
        kind: "vcs",
        vcs: "git",
        url: gitUrl(url),
        ...(reference === undefined || reference === "" ? {} : { reference }),
        ...where,
      };
    }
    case "url":
      return { kind: "url", url, ...where };
    case "file":
    case "directory":
      return {
        kind: "path",
        path: url,
        base: dirname(node.document.file),
        editable: node.get("develop")?.boolean() ?? false,
      };
    default:
      throw (source.get("type") ?? source).error(`a source of the type ${type} is not known`, type);
  }
}
