// pdm.lock in the versions 4.0 to 4.5, under every strategy.
// https://pdm-project.org/latest/usage/lockfile/

import { append } from "../append.ts";
import { type Diagnostic, InputError } from "../diagnostics.ts";
import { dirname } from "../paths.ts";
import { parseSpecifierSet, parseVersion } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { andMarkers, type Marker, type MarkerVariable, parseMarker, parseRequirement } from "../pep/pep508.ts";
import {
  ANY_VERSION,
  type Constraint,
  type LockedDependency,
  type LockedFile,
  type LockedPackage,
  MAIN_GROUP,
  type Requirement,
  type Source,
} from "../project.ts";
import { tellMissing } from "./complete-lock.ts";
import { cleanUrl, required } from "./document-parts.ts";
import type { ReadLock } from "./made-for.ts";
import { requirementFromNode } from "./pep621.ts";
import { gitUrl, pythonMarker } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { fileNameOf, sourceOfUrl } from "./urls.ts";

const NEWEST_MINOR = 5;
const VCS = ["git", "hg", "svn", "bzr"] as const;

/**
 * Reads a pdm.lock. Where it was written with `inherit_metadata`, each package has its groups and marker and `reach`
 * is "markers"; else the graph is all there is. A package's entries with extras become one with the plain entry.
 * PDM has one name space for groups and extras: `groups` of a package can name extras of the project.
 * Throws an InputError for a version that is not known and for anything malformed.
 */
export function readPdmLock(text: string, file: string, diagnostics: Diagnostic[]): ReadLock {
  const { root } = new TomlDocument(text, file);
  const metadata = root.get("metadata");
  if (!metadata)
    throw new InputError("this is no pdm.lock, or only a part of one: it has no [metadata]", {
      origin: { file, line: 1 },
    });
  checkVersion(metadata);
  const nodes = root.get("package")?.items() ?? [];
  const inherits = readStrategy(metadata).has("inherit_metadata");
  const entries = nodes.map((node) => readEntry(node, root, diagnostics));
  for (const node of nodes) checkWhole(node, root, inherits);
  const environments = (metadata.get("targets")?.items() ?? []).map((target) => readTarget(target, diagnostics));
  const python = metadata.get("requires_python") ?? onlyPython(metadata);
  checkTwice(entries);
  const packages = mergeExtras(entries);
  const requiresPython = python
    ? { constraint: [python.parse(parseSpecifierSet)], text: python.string(), origin: python.origin }
    : null;
  // A target without a platform only repeats the range of interpreters.
  const bound = environments.length > 0 && environments.every(({ isBound }) => isBound);
  const targets = bound ? { environments: environments.flatMap(({ marker }) => marker ?? []) } : {};
  tellMissing({ packages, requiresPython, ...targets }, "PDM", isForAll(metadata), diagnostics);
  const groups = (metadata.get("groups")?.strings() ?? []).map(groupName).filter((group) => group !== MAIN_GROUP);
  return {
    file,
    reach: inherits ? "markers" : "dependencies",
    tool: "pdm",
    packages,
    requiresPython,
    // PDM installs all groups of the lock unless it is told which; a group here can be an extra of the project.
    ...(groups.length > 0 ? { selectables: groups.map((name) => ({ kind: "group", name, byDefault: true })) } : {}),
    ...targets,
    ...readMadeFor(metadata),
  };
}

/** The digest of the manifest: `sha256:...`. */
function readMadeFor(metadata: TomlNode): Pick<ReadLock, "madeFor"> {
  const hash = metadata.get("content_hash");
  const [, algorithm, digest] = /^([^:]+):(.+)$/s.exec(hash?.string() ?? "") ?? [];
  if (!hash || algorithm === undefined || digest === undefined) return {};
  const lockVersion = metadata.get("lock_version")?.string() ?? null;
  return { madeFor: { kind: "digest", algorithm, digest, lockVersion, toolVersion: null, origin: hash.origin } };
}

function checkVersion(metadata: TomlNode): void {
  const node = required(metadata, "lock_version", "[metadata]");
  const text = node.string();
  const [major, minor = 0] = parseVersion(text)?.release ?? [];
  if (major !== 4 || minor > NEWEST_MINOR)
    throw node.error(`pdm.lock has version ${text}; py2nix reads 4.0 to 4.${NEWEST_MINOR}`, text);
}

/** Up to 4.4 there are no strategies, and `cross_platform` and `static_urls` stand alone. */
function readStrategy(metadata: TomlNode): ReadonlySet<string> {
  return new Set(metadata.get("strategy")?.strings() ?? []);
}

/** Whether it was made for more than the machine that made it: up to 4.4 by a strategy, later by targets. */
function isForAll(metadata: TomlNode): boolean {
  const alone = metadata.get("cross_platform");
  return readStrategy(metadata).has("cross_platform") || metadata.get("targets") !== null || alone?.value === true;
}

/** The range of interpreters where all targets have the same. */
function onlyPython(metadata: TomlNode): TomlNode | null {
  const ranges = (metadata.get("targets")?.items() ?? []).map((target) => target.get("requires_python"));
  const [first = null] = ranges;
  return first && ranges.every((range) => range?.string() === first.string()) ? first : null;
}

// ---- targets --------------------------------------------------------------------------------------------

/** A target as a marker, and whether it is bound to a platform or an implementation. */
function readTarget(node: TomlNode, diagnostics: Diagnostic[]): { marker: Marker | null; isBound: boolean } {
  const python = node.get("requires_python");
  const platform = node.get("platform");
  const implementation = node.get("implementation");
  const bound = andMarkers(
    platform ? platformMarker(platform, diagnostics) : null,
    implementation ? equals("implementation_name", implementation.string()) : null,
  );
  return {
    marker: andMarkers(python ? pythonMarker([python.parse(parseSpecifierSet)]) : null, bound),
    isBound: bound !== null,
  };
}

function equals(name: MarkerVariable, value: string): Marker {
  return { kind: "compare", left: { kind: "variable", name }, operator: "==", right: { kind: "value", value } };
}

/** What `platform.machine()` says on each system, by PDM's name of the processor; the first is meant without one. */
const MACHINES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  linux: { "": "x86_64" },
  darwin: { "": "arm64", aarch64: "arm64" },
  win32: { "": "AMD64", amd64: "AMD64", x86_64: "AMD64", arm64: "ARM64", aarch64: "ARM64" },
};

/**
 *     platform = (`linux` | `manylinux_X_Y` | `alpine` | `musllinux_X_Y` | `macos` | `macos_X_Y` | `windows`) (`_` cpu)?
 */
function platformMarker(node: TomlNode, diagnostics: Diagnostic[]): Marker | null {
  const match = /^(linux|manylinux|alpine|musllinux|macos|windows)(?:[_0-9]*?_([a-z]\w*)|[_0-9]*)$/.exec(node.string());
  if (!match) {
    diagnostics.push({
      severity: "warning",
      message: `the platform ${node.string()} is not known: the lock is taken as if it were for all`,
      origin: node.origin,
    });
    return null;
  }
  const [, family = "", cpu = ""] = match;
  const system = family === "macos" ? "darwin" : family === "windows" ? "win32" : "linux";
  const names = MACHINES[system] ?? {};
  const machine = Object.hasOwn(names, cpu) ? (names[cpu] ?? cpu) : cpu;
  return { kind: "and", operands: [equals("sys_platform", system), equals("platform_machine", machine)] };
}

// ---- packages -------------------------------------------------------------------------------------------

/** An entry of the file: a package without extras, or what some of its extras add. */
interface Entry {
  readonly extras: readonly string[];
  readonly package: LockedPackage;
}

function readEntry(node: TomlNode, root: TomlNode, diagnostics: Diagnostic[]): Entry {
  const name = required(node, "name", "this package").string();
  const version = node.get("version")?.string() ?? "";
  const python = node.get("requires_python");
  const marker = node.get("marker");
  return {
    extras: (node.get("extras")?.strings() ?? []).map(normalizeName).sort(),
    package: {
      name,
      key: normalizeName(name),
      version,
      source: readSource(node, diagnostics),
      marker: marker ? marker.parse(parseMarker) : null,
      groups: node.get("groups")?.strings().map(groupName) ?? null,
      requiresPython: python && python.string() !== "" ? [python.parse(parseSpecifierSet)] : ANY_VERSION,
      dependencies: (node.get("dependencies")?.items() ?? []).map((item) => readDependency(item)),
      extras: {},
      files: readFiles(node, name, version, root, diagnostics),
      origin: node.origin,
    },
  };
}

/** PDM's `default` is the project's own group. */
function groupName(name: string): string {
  const key = normalizeName(name);
  return key === "default" ? MAIN_GROUP : key;
}

function readDependency(node: TomlNode): LockedDependency {
  const text = node.string();
  if (/^-e\s/.test(text)) {
    const name = /[#&]egg=([A-Za-z0-9._-]+)/.exec(text)?.[1];
    if (name === undefined) throw node.error("this editable dependency has no `#egg=name`", text);
    return { key: normalizeName(name), extras: [], constraint: ANY_VERSION, marker: null, optional: false };
  }
  const { name, extras, specifier, marker } = node.parse(parseRequirement);
  const constraint: Constraint = specifier.length === 0 ? ANY_VERSION : [specifier];
  return { key: normalizeName(name), extras, constraint, marker, optional: false };
}

function readSource(node: TomlNode, diagnostics: Diagnostic[]): Source {
  const subdirectory = node.get("subdirectory")?.string();
  const where = subdirectory === undefined ? {} : { subdirectory };
  for (const vcs of VCS) {
    const address = node.get(vcs);
    if (!address) continue;
    const reference = (node.get("revision") ?? node.get("ref"))?.string();
    return {
      kind: "vcs",
      vcs,
      url: gitUrl(cleanUrl(address, diagnostics)),
      ...(reference === undefined ? {} : { reference }),
      ...where,
    };
  }
  const path = node.get("path");
  if (path) {
    const below =
      subdirectory === undefined ? path.string() : `${path.string().replace(/(?<!\/)\/+$/, "")}/${subdirectory}`;
    const editable = node.get("editable")?.boolean() ?? false;
    return { kind: "path", path: below, base: dirname(node.document.file), editable };
  }
  const url = node.get("url");
  return url ? { ...sourceOfUrl(cleanUrl(url, diagnostics)), ...where } : { kind: "registry" };
}

/** Refuses a package that lacks what PDM always writes of it: [metadata] stands first, so the file can end anywhere. */
function checkWhole(node: TomlNode, root: TomlNode, inherits: boolean): void {
  const name = required(node, "name", "this package").string();
  const lacks = (what: string) =>
    node.error(
      `${name} has no ${what}: this is only a part of a lock`,
      "",
      undefined,
      "Make it again with `pdm lock`.",
    );
  if (inherits && !node.get("groups")) throw lacks("groups");
  if (["path", "url", ...VCS].some((key) => node.get(key))) return;
  const version = node.get("version");
  if (!version) throw lacks("version");
  if (!node.get("files") && !root.at("metadata", "files")?.get(`${name} ${version.string()}`)) throw lacks("files");
}

/** The files of a package, which up to 4.2 stand in a table under [metadata], by `name version`. */
function readFiles(
  node: TomlNode,
  name: string,
  version: string,
  root: TomlNode,
  diagnostics: Diagnostic[],
): LockedFile[] {
  const list = node.get("files") ?? root.at("metadata", "files")?.get(`${name} ${version}`) ?? null;
  return (list?.items() ?? []).map((item) => {
    const address = item.get("url");
    const url = address ? cleanUrl(address, diagnostics) : undefined;
    const fileName = item.get("file")?.string() ?? (url === undefined ? "" : fileNameOf(url));
    return { name: fileName, hash: item.get("hash")?.string() ?? null, ...(url === undefined ? {} : { url }) };
  });
}

/** What tells one package from another of its name. */
function identity({ key, version, source }: LockedPackage): string {
  return JSON.stringify(source.kind === "registry" ? [key, version] : [key, source]);
}

/** Refuses a lock that has an entry twice. */
function checkTwice(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { extras, package: locked } of entries) {
    const id = JSON.stringify([identity(locked), extras, locked.marker]);
    if (seen.has(id))
      throw new InputError(`${locked.name} ${locked.version} is there twice: the lock was merged or changed by hand`, {
        origin: locked.origin,
      });
    seen.add(id);
  }
}

/**
 * Each plain entry with what its entries with extras add. Those depend on the plain entry, which so has their groups
 * and markers already.
 */
function mergeExtras(entries: readonly Entry[]): LockedPackage[] {
  const withExtras = new Map<string, Entry[]>();
  for (const entry of entries) {
    const id = identity(entry.package);
    if (entry.extras.length > 0) append(withExtras, id, entry);
  }
  const plain = entries.filter(({ extras }) => extras.length === 0).map((entry) => entry.package);
  const known = new Set(plain.map(identity));
  const alone = [...withExtras].flatMap(([id, [first]]) => (known.has(id) || !first ? [] : [first.package]));
  return [...plain, ...alone].map((base) => {
    const added = withExtras.get(identity(base)) ?? [];
    const extras: Record<string, readonly string[]> = Object.create(null);
    const optional: LockedDependency[] = [];
    for (const entry of added) {
      const others = entry.package.dependencies.filter(({ key }) => key !== base.key);
      optional.push(...others.map((dependency) => ({ ...dependency, optional: true })));
      for (const extra of entry.extras)
        extras[extra] = [...new Set([...(extras[extra] ?? []), ...others.map(({ key }) => key)])];
    }
    const own = known.has(identity(base)) ? base.dependencies : [];
    return { ...base, dependencies: [...own, ...unique(optional)], extras };
  });
}

function unique(dependencies: readonly LockedDependency[]): LockedDependency[] {
  return [...new Map(dependencies.map((dependency) => [JSON.stringify(dependency), dependency])).values()];
}

/** A requirement as PDM writes it in lists of its own: PEP 508, or `-e URL#egg=name`. */
export function requirementFromPdm(node: TomlNode, group: string, diagnostics: Diagnostic[]): Requirement {
  const editable = /^-e\s+(?!\s)(.*)$/.exec(node.string())?.[1];
  if (editable === undefined) return requirementFromNode(node, { group, extra: null }, diagnostics);
  const name = /[#&]egg=([A-Za-z0-9._-]+)/.exec(editable)?.[1] ?? null;
  const clean = cleanUrl(node, diagnostics).replace(/^-e\s+/, "");
  const local = /^file:\/\/\/\$\{PROJECT_ROOT\}\/?([^#]*)/.exec(clean)?.[1];
  const source: Source =
    local === undefined && !/^\.{0,2}\//.test(clean)
      ? sourceOfUrl(clean)
      : {
          kind: "path",
          path: local ?? clean.replace(/#.*$/s, ""),
          base: dirname(node.document.file),
          editable: true,
        };
  if (name === null && source.kind !== "path") throw node.error("this editable requirement has no `#egg=name`");
  return {
    name,
    key: name === null ? (source.kind === "path" ? source.path : "") : normalizeName(name),
    extras: [],
    constraint: ANY_VERSION,
    marker: null,
    source,
    hashes: [],
    options: [],
    group,
    extra: null,
    origin: node.origin,
  };
}
