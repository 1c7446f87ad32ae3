// Pipfile, as Pipenv reads it.
// https://pipenv.pypa.io/en/latest/pipfile.html

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { dirname } from "../paths.ts";
import { parseSpecifierSet, parseVersion } from "../pep/pep440.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { andMarkers, type Marker, parseMarker } from "../pep/pep508.ts";
import {
  ANY_VERSION,
  type Constraint,
  EMPTY_PROJECT,
  MAIN_GROUP,
  type PackageIndex,
  type PipOption,
  type Project,
  type Requirement,
  type RequiresPython,
  type Selectable,
  type Source,
} from "../project.ts";
import { cleanUrl, required } from "./document-parts.ts";
import { gitUrl, tellUnknownOptions } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { isUrl, sourceOfUrl } from "./urls.ts";

/** The tables that are no category of packages. */
const SETTINGS: ReadonlySet<string> = new Set(["source", "requires", "scripts", "pipenv", "build-system"]);
const VCS = ["git", "hg", "svn", "bzr"] as const;
/** The variables of markers that an entry can compare by a key of its own: `sys_platform = "== 'linux'"`. */
const MARKER_KEYS =
  "os_name sys_platform platform_machine platform_python_implementation platform_release platform_system platform_version python_version python_full_version implementation_name implementation_version".split(
    " ",
  );
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ..."version extras markers index ref subdirectory editable path file hashes os_markers".split(" "),
  ...VCS,
  ...MARKER_KEYS,
]);

/**
 * Reads a Pipfile. [dev-packages] are the group `dev`, other categories groups of their names; none is installed
 * without being asked for. Throws an InputError.
 */
export function readPipfile(text: string, file: string): Project {
  const { root } = new TomlDocument(text, file);
  const diagnostics: Diagnostic[] = [];
  const categories = root.entries().filter(([name]) => !SETTINGS.has(name));
  if (categories.length === 0 && !root.get("source"))
    throw new InputError("this is no Pipfile: it has no [packages]", { origin: { file, line: 1 } });
  const sources = readSources(root.get("source"), diagnostics);
  const requirements = categories.flatMap(([category, table]) =>
    table.entries().map(([name, node]) => readRequirement(name, node, groupOfCategory(category), sources, diagnostics)),
  );
  const prereleases = root.at("pipenv", "allow_prereleases");
  return {
    ...EMPTY_PROJECT,
    selectables: selectablesOf(categories.map(([category]) => category)),
    requirements,
    requiresPython: readRequires(root.get("requires")),
    indexes: sources.indexes,
    pipOptions: [
      ...sources.pipOptions,
      ...(prereleases?.boolean() ? [{ option: "--pre", value: null, origin: prereleases.origin }] : []),
    ],
    diagnostics,
    files: [file],
  };
}

/** The group that a category of a Pipfile (`dev-packages`) or of a Pipfile.lock (`develop`) is. */
export function groupOfCategory(category: string): string {
  if (category === "packages" || category === "default") return MAIN_GROUP;
  return category === "dev-packages" || category === "develop" ? "dev" : normalizeName(category);
}

export function selectablesOf(categories: readonly string[]): Selectable[] {
  const groups = new Set(categories.map(groupOfCategory).filter((group) => group !== MAIN_GROUP));
  return [...groups].map((name): Selectable => ({ kind: "group", name, byDefault: false }));
}

/** What [[source]] gives. */
export interface PipfileSources {
  /** An index by its name, null for the public one. */
  readonly byName: ReadonlyMap<string, string | null>;
  readonly indexes: readonly PackageIndex[];
  readonly pipOptions: readonly PipOption[];
}

/** Reads an array of sources; the first is the one that packages come from without saying so. */
export function readSources(list: TomlNode | null, diagnostics: Diagnostic[]): PipfileSources {
  const byName = new Map<string, string | null>();
  const indexes: PackageIndex[] = [];
  const pipOptions: PipOption[] = [];
  for (const [i, node] of (list?.items() ?? []).entries()) {
    const name = node.get("name")?.string() ?? null;
    const url = cleanUrl(required(node, "url", "this source"), diagnostics);
    if (name !== null) byName.set(name, i === 0 ? null : name);
    indexes.push({ kind: i === 0 ? "primary" : "extra", name, url, origin: node.origin });
    const verify = node.get("verify_ssl");
    const host = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/]+)/i.exec(url)?.[1];
    if (verify && verify.value !== true && !/^true$/i.test(verify.shown) && host)
      pipOptions.push({ option: "--trusted-host", value: host, origin: verify.origin });
  }
  return { byName, indexes, pipOptions };
}

/** [requires]: an exact interpreter, or all patch releases of one. */
export function readRequires(node: TomlNode | null): RequiresPython[] {
  const full = node?.get("python_full_version");
  const short = node?.get("python_version");
  const given = full ?? short;
  if (!given || given.string() === "*" || given.string() === "") return [];
  const text = given.string();
  const constraint: Constraint = parseVersion(text)
    ? [[{ operator: "==", version: full ? text : `${text}.*` }]]
    : [given.parse(parseSpecifierSet)];
  return [{ constraint, text, origin: given.origin }];
}

function readRequirement(
  name: string,
  node: TomlNode,
  group: string,
  sources: PipfileSources,
  diagnostics: Diagnostic[],
): Requirement {
  if (!isValidName(name)) throw node.error(`${JSON.stringify(name)} is no name of a project`);
  const key = normalizeName(name);
  const common = { name, key, hashes: [], options: [], group, extra: null, origin: node.origin };
  if (!node.isTable)
    return { ...common, extras: [], constraint: readVersion(node), marker: null, source: { kind: "registry" } };
  tellUnknownOptions(name, node, KNOWN_KEYS, diagnostics);
  const version = node.get("version");
  return {
    ...common,
    extras: node.get("extras")?.strings() ?? [],
    constraint: version ? readVersion(version) : ANY_VERSION,
    marker: readMarker(node),
    source: readSource(node, sources, diagnostics),
    hashes: node.get("hashes")?.strings() ?? [],
  };
}

/** `*` for any version, a bare version for that one, else PEP 440 specifiers. */
function readVersion(node: TomlNode): Constraint {
  const text = node.string().trim();
  if (text === "*" || text === "") return ANY_VERSION;
  if (parseVersion(text)) return [[{ operator: "==", version: text }]];
  return [node.parse(parseSpecifierSet)];
}

/** `markers` and `os_markers`, and a comparison for each key that is a variable's name. */
export function readMarker(node: TomlNode): Marker | null {
  const written = ["markers", "os_markers"].map((key) => {
    const marker = node.get(key);
    return marker && marker.string().trim() !== "" ? marker.parse(parseMarker) : null;
  });
  const compared = MARKER_KEYS.map((key) => {
    const comparison = node.get(key);
    return comparison ? comparison.parse((text) => parseMarker(`${key} ${text}`)) : null;
  });
  return [...written, ...compared].reduce(andMarkers, null);
}

/** Where an entry of a Pipfile or Pipfile.lock comes from. */
export function readSource(node: TomlNode, { byName }: PipfileSources, diagnostics: Diagnostic[]): Source {
  const subdirectory = node.get("subdirectory")?.string();
  const where = subdirectory === undefined ? {} : { subdirectory };
  for (const vcs of VCS) {
    const address = node.get(vcs);
    if (!address) continue;
    const given = cleanUrl(address, diagnostics);
    const url = gitUrl(given.startsWith(`${vcs}+`) ? given.slice(vcs.length + 1) : given);
    const parsed = sourceOfUrl(`${vcs}+${url}`);
    const plain = parsed.kind === "vcs" ? parsed : { kind: "vcs" as const, vcs, url };
    const reference = node.get("ref")?.string();
    return { ...plain, ...(reference === undefined || reference === "" ? {} : { reference }), ...where };
  }
  const place = node.get("path") ?? node.get("file");
  if (place) {
    const text = cleanUrl(place, diagnostics);
    if (isUrl(text)) return { ...sourceOfUrl(text), ...where };
    const path = subdirectory === undefined ? text : `${text.replace(/(?<!\/)\/+$/, "")}/${subdirectory}`;
    const editable = node.get("editable")?.boolean() ?? false;
    return { kind: "path", path, base: dirname(node.document.file), editable };
  }
  const index = node.get("index");
  if (!index) return { kind: "registry" };
  const known = byName.get(index.string());
  if (known === undefined) {
    if (!isUrl(index.string()) && index.string() !== "pypi")
      throw index.error(`there is no source named ${index.string()}`, index.string());
    return index.string() === "pypi" ? { kind: "registry" } : { kind: "registry", index: cleanUrl(index, diagnostics) };
  }
  return known ? { kind: "registry", index: known } : { kind: "registry" };
}
