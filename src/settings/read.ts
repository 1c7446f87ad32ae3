// The settings of a project: `py2nix.toml`, or the table [tool.py2nix] of pyproject.toml, with the same keys.

import type { Diagnostic, InputError, Origin } from "../diagnostics.ts";
import { decodeUtf8, type Files } from "../manifests/files.ts";
import { TomlDocument, type TomlNode } from "../manifests/toml.ts";
import { nearest } from "../nearest.ts";
import { dirname, joinPath } from "../paths.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { type AttributePath, parseAttributePath, parsePackageAttribute } from "./attribute-path.ts";
import {
  EMPTY_SETTINGS,
  INSTALLERS,
  MATCHES,
  type PackageSettings,
  PROVIDERS,
  type Provider,
  type Setting,
  type Settings,
} from "./settings.ts";
import { combine, firstRepeated, type Statement, unsaid } from "./statements.ts";

export const SETTINGS_FILE = "py2nix.toml";
const MANIFEST = "pyproject.toml";

/** The keys of the settings, in the order in which the documentation has them. */
export const SETTINGS_KEYS = [
  "python",
  "match",
  "style",
  "pin",
  "output",
  "groups",
  "no-groups",
  "extras",
  "all-groups",
  "all-extras",
  "lock",
  "project",
  "installer",
  "with",
  "libraries",
  "allow-unfree",
  "from-pip",
  "from-nixpkgs",
  "packages",
] as const;

/** The keys of a table below `packages`. */
export const PACKAGE_KEYS = ["attribute", "from", "match", "libraries", "reason"] as const;

const CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";

/** What strings must be; the sources are those of the JSON Schema. */
export const PATTERNS = {
  python: /^3\.(?:0|[1-9][0-9]?)$/u,
  style: /^[a-z][a-z0-9-]*$/u,
  /** A Nix file below the folder: whose settings these are may be a stranger's, so no other file is ever written. */
  output: new RegExp(`^(?![/~])(?!(?:[^/]*/)*\\.\\./)[^\\\\${CONTROLS}]*[^/\\\\${CONTROLS}]\\.nix$`, "u"),
  lock: new RegExp(`^[^${CONTROLS}]+$`, "u"),
  reason: new RegExp(`^(?=.*\\S)[^${CONTROLS}]+$`, "u"),
} as const;

/** The settings of a folder, what is to be said of them, and the file that they were read from. */
export interface FoundSettings {
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly string[];
}

/**
 * Finds and reads the settings of a folder: `py2nix.toml`, else [tool.py2nix] of its `pyproject.toml`, else none.
 * Throws an InputError for what is no setting.
 */
export function loadSettings(folder: string, files: Files): FoundSettings {
  const document = (name: string): TomlDocument | null => {
    const path = joinPath(folder, name);
    if (files.kind(path) !== "file") return null;
    const text = decodeUtf8(files.read(path), path);
    // A manifest that cannot have the table is not parsed for it.
    return name === MANIFEST && !/py2nix|\\[uUx]/.test(text) ? null : new TomlDocument(text, path);
  };
  const own = document(SETTINGS_FILE);
  const table = document(MANIFEST)?.root.at("tool", "py2nix") ?? null;
  const node = own?.root ?? table;
  if (!node) return { settings: EMPTY_SETTINGS, diagnostics: [], files: [] };
  const diagnostics: Diagnostic[] =
    own && table
      ? [{ severity: "note", message: `[tool.py2nix] is not used, since there is a ${own.file}`, origin: table.origin }]
      : [];
  return { settings: readSettings(node), diagnostics, files: [node.document.file] };
}

/**
 * Reads a table of settings: the root of `py2nix.toml`, or [tool.py2nix]. Relative paths are taken from the folder of
 * the document. Throws an InputError, with the place, for a key that is none, a value of another type or form, a
 * project or group that is named twice, and settings that contradict each other.
 */
export function readSettings(node: TomlNode): Settings {
  refuseUnknown(node, SETTINGS_KEYS, "setting", (key) =>
    key === "tool" ? `In ${SETTINGS_FILE} the settings stand at the top, without [tool.py2nix].` : null,
  );
  const folder = dirname(node.document.file);
  const groups = readNames(node.get("groups"));
  const noGroups = readNames(node.get("no-groups"));
  refuseBoth(groups, noGroups, node.get("no-groups"));
  const lock = readText(node.get("lock"), PATTERNS.lock, "`auto`, `none`, or the path of a lock file");
  const output = readText(
    node.get("output"),
    PATTERNS.output,
    `the path of a .nix file in the folder of this file or below it, such as "shell.nix"`,
  );
  return {
    python: readText(node.get("python"), PATTERNS.python, `a minor version of Python, such as "3.12"`),
    match: readChoice(node.get("match"), MATCHES),
    style: readText(node.get("style"), PATTERNS.style, `the name of a style, such as "shell"`),
    pin: readBoolean(node.get("pin")),
    output: output && { ...output, value: joinPath(folder, output.value) },
    groups,
    noGroups,
    extras: readNames(node.get("extras")),
    allGroups: readBoolean(node.get("all-groups")),
    allExtras: readBoolean(node.get("all-extras")),
    lock: lock && { ...lock, value: /^(?:auto|none)$/.test(lock.value) ? lock.value : joinPath(folder, lock.value) },
    project: readBoolean(node.get("project")),
    installer: readChoice(node.get("installer"), INSTALLERS),
    with: readPaths(node.get("with")),
    libraries: readPaths(node.get("libraries")),
    allowUnfree: readBoolean(node.get("allow-unfree")),
    packages: combine([
      ...readPackages(node.get("packages")),
      ...readProvided(node.get("from-pip"), "pip"),
      ...readProvided(node.get("from-nixpkgs"), "nixpkgs"),
    ]),
  };
}

/** `hintFor` can know better than the spelling what an unknown key is about. */
function refuseUnknown(
  table: TomlNode,
  known: readonly string[],
  what: string,
  hintFor: (key: string, value: TomlNode) => string | null,
): void {
  for (const [key, value] of table.entries()) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    const hint =
      hintFor(key, value) ??
      (near === null ? `The ${what}s are: ${known.join(", ")}` : `Did you mean ${JSON.stringify(near)}?`);
    throw value.error(`there is no ${what} ${JSON.stringify(key)}`, key, undefined, hint);
  }
}

function readBoolean(node: TomlNode | null): Setting<boolean> | null {
  return node && { value: node.boolean(), origin: node.origin };
}

function readText(node: TomlNode | null, pattern: RegExp, expected: string): Setting<string> | null {
  if (!node) return null;
  // An unquoted 3.10 is the number 3.1.
  if (typeof node.value === "number" || typeof node.value === "bigint")
    throw node.error(`${node.name} should be a string`, "", undefined, "Write it in quotes.");
  const value = node.string();
  if (!pattern.test(value)) throw node.error(`${node.name} should be ${expected}`, value);
  return { value, origin: node.origin };
}

function readChoice<T extends string>(node: TomlNode | null, choices: readonly T[]): Setting<T> | null {
  if (!node) return null;
  const text = node.string();
  const value = choices.find((choice) => choice === text);
  if (value !== undefined) return { value, origin: node.origin };
  const near = nearest(text, choices);
  const list = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  throw node.error(
    `${node.name} should be ${list}`,
    text,
    undefined,
    near === null ? undefined : `Did you mean ${JSON.stringify(near)}?`,
  );
}

/** The items of a list, none of which may say the same as another. */
function readList<T>(
  node: TomlNode | null,
  read: (item: TomlNode) => T,
  keyOf: (value: T) => string,
): readonly Setting<T>[] {
  const items = (node?.items() ?? []).map((item) => ({ item, value: read(item), origin: item.origin }));
  const repeated = firstRepeated(items, ({ value }) => keyOf(value));
  if (repeated) {
    const [first, second] = repeated.map(({ item }) => item.string()) as [string, string];
    const spelling = first === second ? "" : `: it is ${JSON.stringify(first)} in another spelling`;
    throw repeated[1].item.error(`${node?.name} has ${JSON.stringify(second)} twice${spelling}`, second);
  }
  return items.map(({ value, origin }) => ({ value, origin }));
}

function readNames(node: TomlNode | null): readonly Setting<string>[] {
  return readList(node, (item) => normalizeName(readName(item)), String);
}

function readName(item: TomlNode): string {
  const name = item.string();
  if (!isValidName(name)) throw nameError(item, name);
  return name;
}

function nameError(node: TomlNode, name: string): InputError {
  const message = `${JSON.stringify(name)} is no valid name: letters, digits, \`.\`, \`_\` and \`-\``;
  return node.error(message, name);
}

function readPaths(node: TomlNode | null): readonly Setting<AttributePath>[] {
  return readList(
    node,
    (item) => item.parse(parseAttributePath),
    (path) => JSON.stringify(path),
  );
}

function refuseBoth(
  groups: readonly Setting<string>[],
  noGroups: readonly Setting<string>[],
  noGroupsNode: TomlNode | null,
): void {
  for (const item of noGroupsNode?.items() ?? []) {
    const name = normalizeName(item.string());
    if (noGroups.some(({ value }) => value === name) && groups.some(({ value }) => value === name))
      throw item.error(`the group ${name} is both taken and left out`, item.string());
  }
}

/** `from-pip` and `from-nixpkgs`. */
function readProvided(node: TomlNode | null, provider: Provider): Statement[] {
  readNames(node);
  return (node?.items() ?? []).map((item): Statement => {
    const name = readName(item);
    const { origin } = item;
    const says = { ...unsaid(name, normalizeName(name), origin), from: { value: provider, origin } };
    return { says, error: (message) => item.error(message, name) };
  });
}

function readPackages(node: TomlNode | null): Statement[] {
  const packages = (node?.entries() ?? []).map(([name, table]) => {
    if (!isValidName(name)) throw nameError(table, name);
    const says = readPackage(name, table);
    return { says, table, error: (message: string) => (table.get("from") ?? table).error(message) };
  });
  const repeated = firstRepeated(packages, ({ says }) => says.key);
  if (repeated) {
    const [first, second] = repeated;
    throw second.table.error(
      `${node?.name} has ${second.says.key} twice: as ${first.says.name} and as ${second.says.name}`,
      second.says.name,
    );
  }
  return packages;
}

function readPackage(name: string, table: TomlNode): PackageSettings {
  if (table.isString)
    throw table.error(
      `${table.name} should be a table`,
      "",
      undefined,
      `Write { from = "..." } or { attribute = "..." }.`,
    );
  refuseUnknown(table, PACKAGE_KEYS, "setting of a package", (key, value) =>
    value.isTable ? `A name with a dot is written in quotes: packages.${JSON.stringify(`${name}.${key}`)}` : null,
  );
  const [first] = table.entries();
  if (!first) throw table.error(`${table.name} says nothing`);
  const attribute = table.get("attribute");
  return {
    ...unsaid(name, normalizeName(name), placeOf(table, first[1])),
    from: readChoice(table.get("from"), PROVIDERS),
    attribute: attribute && { value: attribute.parse(parsePackageAttribute), origin: attribute.origin },
    match: readChoice(table.get("match"), MATCHES),
    libraries: readPaths(table.get("libraries")),
    reason: readText(table.get("reason"), PATTERNS.reason, "a line of text"),
  };
}

/** Where a table stands. One of dotted keys alone (`packages.numpy.from = "pip"`) stands where its first key does. */
function placeOf(table: TomlNode, first: TomlNode): Origin {
  const above = table.document.origin(table.path.slice(0, -1));
  const { origin } = table;
  return origin.line === above.line && origin.column === above.column ? first.origin : origin;
}
