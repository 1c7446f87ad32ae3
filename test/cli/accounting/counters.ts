// What manifests and locks list, counted apart from the program's parsers: by a library for TOML and JSON and by lines.
// Nothing is interpreted here but names, groups and how often something is listed.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse as parseToml } from "smol-toml";

/** Something that a file lists and that has to be in the JSON, or told by a diagnostic. */
export interface Entry {
  /** `main`, `group g`, `extra x`, `build`, `constraint`; `other` for what is never a requirement of Python's. */
  readonly bucket: string;
  /** Normalized; null where the text does not tell a name. */
  readonly name: string | null;
  /** The list it is in, where that is told as a whole. */
  readonly list?: string;
  /** Where it stands, when it was counted by lines. */
  readonly at?: { readonly file: string; readonly from: number; readonly to: number };
}

/** A locked package: what identifies it, and how much it has. */
export interface LockedEntry {
  readonly name: string;
  readonly version: string;
  readonly edges: number;
  readonly files: number;
}

type Table = { readonly [key: string]: unknown };

export function normalize(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

function table(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((part, key) => table(part)[key], value);
}

/** The name at the start of a PEP 508 requirement, or behind `#egg=`. */
function nameIn(text: string): string | null {
  const name =
    /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:$|[[\s<>=!~;@(#,])/.exec(text)?.[1] ??
    /[#&]egg=([A-Za-z0-9._-]+)/.exec(text)?.[1];
  return name === undefined ? null : normalize(name);
}

const inBucket = (bucket: string, texts: unknown): Entry[] =>
  list(texts).map((text) => ({ bucket, name: nameIn(String(text)) }));

function decode(path: string): string {
  const bytes = readFileSync(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

// ---- manifests --------------------------------------------------------------------------------------------

/** The names that a source list or an enrichment may make several requirements of. */
export function splitNames(path: string): ReadonlySet<string> {
  if (basename(path) !== "pyproject.toml" && !path.endsWith(".py")) return new Set();
  const root = tomlOf(path);
  const several = (part: unknown) =>
    Object.entries(table(part))
      .filter(([, value]) => Array.isArray(value))
      .map(([name]) => normalize(name));
  const groups = Object.values(table(at(root, "tool", "poetry", "group")));
  return new Set([
    ...several(at(root, "tool", "uv", "sources")),
    ...several(at(root, "tool", "poetry", "dependencies")),
    ...groups.flatMap((group) => several(at(group, "dependencies"))),
  ]);
}

function tomlOf(path: string): Table {
  const text = decode(path);
  if (!path.endsWith(".py")) return parseToml(text.replace(/^\ufeff/, "")) as Table;
  const block = /^# \/\/\/ script\r?\n((?:#(?: .*)?\r?\n)*?)# \/\/\/\s*$/m.exec(text)?.[1] ?? "";
  return parseToml(block.replace(/^# ?/gm, "")) as Table;
}

/** What a manifest lists. */
export function entriesOf(path: string): Entry[] {
  const name = basename(path);
  if (name === "pyproject.toml") return pyproject(path);
  if (name === "Pipfile") return pipfile(path);
  if (name === "setup.cfg") return setupCfg(path);
  if (name === "setup.py") return setupPy(path);
  if (/\.ya?ml$/.test(name)) return conda(path);
  if (name.endsWith(".py")) return inBucket("main", at(tomlOf(path), "dependencies"));
  return requirements(path, "main", new Set());
}

function pyproject(path: string): Entry[] {
  const root = tomlOf(path);
  const poetry = at(root, "tool", "poetry");
  const listed = list(at(root, "project", "dependencies"));
  const entries = [
    ...inBucket("build", at(root, "build-system", "requires")),
    ...inBucket("main", listed),
    ...extrasIn(at(root, "project", "optional-dependencies")),
    ...groupEntries(table(root["dependency-groups"])),
    ...inBucket("constraint", at(root, "tool", "uv", "constraint-dependencies")),
    ...inBucket("group dev", at(root, "tool", "uv", "dev-dependencies")),
    ...inBucket("group dev", at(root, "tool", "rye", "dev-dependencies")),
    ...inBucket("main", at(root, "tool", "flit", "metadata", "requires")),
    ...extrasIn(at(root, "tool", "flit", "metadata", "requires-extra")),
    ...inBucket("extra dev", at(root, "tool", "flit", "metadata", "dev-requires")),
    ...hatchEntries(root),
    ...inBucket("build", hookRequires(at(root, "tool", "hatch", "build"))),
    ...list(at(root, "tool", "hatch", "metadata", "hooks", "requirements_txt", "files")).flatMap((file) =>
      requirements(join(dirname(path), String(file)), "main", new Set()),
    ),
    ...setuptoolsFiles(table(at(root, "tool", "setuptools", "dynamic")), path),
    ...Object.entries(table(at(root, "tool", "pdm", "dev-dependencies"))).flatMap(([group, texts]) =>
      inBucket(`group ${normalize(group)}`, texts),
    ),
  ];
  if (poetry !== undefined)
    entries.push(...poetryEntries(table(poetry), listed.length > 0, table(root["dependency-groups"])));
  const overrides = Object.keys(table(at(root, "tool", "pdm", "resolution", "overrides"))).map(normalize);
  const isListed = (name: string) => entries.some((entry) => entry.name === name);
  return [...entries, ...overrides.filter((name) => !isListed(name)).map((name) => ({ bucket: "constraint", name }))];
}

function extrasIn(extras: unknown): Entry[] {
  return Object.entries(table(extras)).flatMap(([extra, texts]) => inBucket(`extra ${normalize(extra)}`, texts));
}

/** Hatch's environments, each with what it takes over from its template, when no other tool manages the project. */
function hatchEntries(root: Table): Entry[] {
  const envs = table(at(root, "tool", "hatch", "envs"));
  if (["poetry", "pdm", "rye", "uv"].some((tool) => at(root, "tool", tool) !== undefined)) return [];
  const groups = groupEntries(table(root["dependency-groups"]));
  const inherited = (name: string, key: string): readonly unknown[] => {
    const env = table(envs[name]);
    const template = text(env.template) || "default";
    if (env[key] !== undefined || env.detached === true || template === name) return list(env[key]);
    return inherited(template, key);
  };
  return Object.keys(envs).flatMap((name) => {
    const bucket = `group ${normalize(name)}`;
    const included = inherited(name, "dependency-groups").map((group) => `group ${normalize(String(group))}`);
    return [
      ...inBucket(bucket, [...inherited(name, "dependencies"), ...inherited(name, "extra-dependencies")]),
      ...inBucket(bucket, inherited(name, "features").length > 0 ? [at(root, "project", "name")] : []),
      ...groups.filter((entry) => included.includes(entry.bucket)).map((entry) => ({ ...entry, bucket })),
    ];
  });
}

/** The `dependencies` of Hatchling's hooks, wherever a target has them. */
function hookRequires(build: unknown): unknown[] {
  return Object.entries(table(build)).flatMap(([key, value]) =>
    key === "dependencies" ? list(value) : hookRequires(value),
  );
}

/** setuptools' `dynamic.dependencies = {file = ...}`, and the same for each extra. */
function setuptoolsFiles(dynamic: Table, path: string): Entry[] {
  const filesOf = (directive: unknown, bucket: string) =>
    [at(directive, "file") ?? []]
      .flat()
      .flatMap((file) => requirements(join(dirname(path), String(file)), bucket, new Set()));
  return [
    ...filesOf(dynamic.dependencies, "main"),
    ...Object.entries(table(dynamic["optional-dependencies"])).flatMap(([extra, directive]) =>
      filesOf(directive, `extra ${normalize(extra)}`),
    ),
  ];
}

function groupEntries(groups: Table): Entry[] {
  const texts = (group: string): string[] => {
    const name = Object.keys(groups).find((other) => normalize(other) === normalize(group));
    return list(groups[name ?? ""]).flatMap((item) =>
      typeof item === "string" ? [item] : texts(String(table(item)["include-group"])),
    );
  };
  return Object.keys(groups).flatMap((group) => inBucket(`group ${normalize(group)}`, texts(group)));
}

function poetryEntries(poetry: Table, isListed: boolean, listedGroups: Table): Entry[] {
  const main = Object.entries(table(poetry.dependencies)).filter(([name]) => name.toLowerCase() !== "python");
  const extras = Object.entries(table(poetry.extras));
  const own = main.flatMap(([name, value]): Entry[] =>
    [value].flat().flatMap((part) => {
      const key = normalize(name);
      if (table(part).optional !== true) return [{ bucket: "main", name: key }];
      const inExtras = extras.filter(([, names]) => list(names).some((item) => normalize(String(item)) === key));
      return inExtras.length > 0
        ? inExtras.map(([extra]) => ({ bucket: `extra ${normalize(extra)}`, name: key }))
        : [{ bucket: "other", name: key }];
    }),
  );
  const groups = table(poetry.group);
  const texts = (group: string): Entry[] => {
    const found = Object.entries(groups).find(([other]) => normalize(other) === normalize(group))?.[1];
    return [
      ...Object.entries(table(at(found, "dependencies"))).flatMap(([name, value]) =>
        [value].flat().map(() => ({ bucket: "", name: normalize(name) })),
      ),
      ...list(at(found, "include-groups")).flatMap((include) => texts(String(include))),
    ];
  };
  const isIn = (names: Table, group: string) =>
    Object.keys(names).some((other) => normalize(other) === normalize(group));
  return [
    ...(isListed ? [] : own),
    ...Object.keys(groups)
      .filter((group) => !isIn(listedGroups, group))
      .flatMap((group) => texts(group).map((entry) => ({ ...entry, bucket: `group ${normalize(group)}` }))),
    ...Object.entries(table(poetry["dev-dependencies"])).flatMap(([name, value]) =>
      [value].flat().map(() => ({ bucket: "group dev", name: normalize(name) })),
    ),
  ];
}

function pipfile(path: string): Entry[] {
  return Object.entries(tomlOf(path))
    .filter(([section]) => !["source", "requires", "scripts", "pipenv"].includes(section))
    .flatMap(([section, packages]) => {
      const group = section === "dev-packages" ? "dev" : normalize(section);
      return Object.keys(table(packages)).map((name) => ({
        bucket: section === "packages" ? "main" : `group ${group}`,
        name: normalize(name),
      }));
    });
}

const SETUP_LISTS: Readonly<Record<string, string>> = {
  install_requires: "main",
  setup_requires: "other",
  tests_require: "other",
};

/** The lines of lists in setup.cfg: what follows `key =`, in one line with semicolons or below each other. */
function setupCfg(path: string): Entry[] {
  const entries: Entry[] = [];
  const lines = decode(path).split(/\r?\n/);
  let section = "";
  let key = "";
  for (const [index, line] of lines.entries()) {
    const head = /^\[(.*)\]\s*$/.exec(line)?.[1];
    if (head !== undefined) [section, key] = [head.trim(), ""];
    if (head !== undefined || /^\s*(?:[#;].*)?$/.test(line)) continue;
    const isKey = /^\S/.test(line);
    if (isKey) key = line.split(/[=:]/, 1)[0]?.trim() ?? "";
    const value = (isKey ? line.replace(/^[^=:]*[=:]/, "") : line).replace(/\s#.*$/, "").trim();
    const bucket =
      section === "options.extras_require"
        ? `extra ${normalize(key)}`
        : section === "options"
          ? (SETUP_LISTS[key] ?? null)
          : null;
    if (bucket === null || value === "") continue;
    const file = /^file:\s*(.*)$/.exec(value)?.[1];
    const place = { file: path, from: index + 1, to: index + 1 };
    if (file !== undefined) {
      for (const name of file.split(",")) {
        entries.push(...requirements(join(dirname(path), name.trim()), bucket, new Set()));
      }
      continue;
    }
    const isAlone = isKey && !/^\s+\S/.test(lines[index + 1] ?? "");
    for (const text of isAlone ? value.split(";") : [value]) {
      entries.push({ bucket, name: nameIn(text.trim()), list: key, at: place });
    }
  }
  return entries;
}

/** Asks Python's own parser, and takes the setup.cfg beside it, which setuptools reads too. */
function setupPy(path: string): Entry[] {
  const script = fileURLToPath(new URL("./setup_lists.py", import.meta.url));
  const found = JSON.parse(execFileSync("python3", [script, path], { encoding: "utf8" })) as Table;
  const cfg = join(dirname(path), "setup.cfg");
  const named = (name: string) => inBucket("other", found[name]).map((entry) => ({ ...entry, list: name }));
  return [
    ...(existsSync(cfg) ? setupCfg(cfg) : []),
    ...inBucket("main", found.install_requires),
    ...Object.entries(table(found.extras_require)).flatMap(([extra, texts]) =>
      inBucket(`extra ${normalize(extra.split(":", 1)[0] ?? "")}`.replace(/^extra $/, "main"), texts),
    ),
    ...named("setup_requires"),
    ...named("tests_require"),
  ];
}

/** What conda's environments have beside Python, and a shell has anyway. */
const CONDA_OWN: ReadonlySet<string> = new Set(["pip", "setuptools", "wheel"]);

/** The items of `dependencies:` by their indentation. */
function conda(path: string): Entry[] {
  const entries: Entry[] = [];
  let isIn = false;
  let pip: number | null = null;
  for (const [index, line] of decode(path).split(/\r?\n/).entries()) {
    if (/^\S/.test(line)) isIn = line.startsWith("dependencies:") || (isIn && line.startsWith("-"));
    const item = /^(\s*)- +(.*?)(?:\s+#.*)?$/.exec(line);
    if (!isIn || !item) continue;
    const [, indent = "", raw = ""] = item;
    const text = raw.replace(/^["'](.*)["']$/, "$1");
    if (pip !== null && indent.length <= pip) pip = null;
    const place = { file: path, from: index + 1, to: index + 1 };
    if (text === "pip:") pip = indent.length;
    else if (pip === null && CONDA_OWN.has(text)) continue;
    else if (pip === null && text.startsWith("python")) continue;
    else if (pip === null) entries.push({ bucket: "other", name: nameIn(text.replace(/^.*::/, "")), at: place });
    else entries.push(...requirementLine(text, path, "main", place, new Set()));
  }
  return entries;
}

function requirements(path: string, bucket: string, chain: ReadonlySet<string>): Entry[] {
  if (chain.has(path) || !existsSync(path)) return [];
  const inner = new Set([...chain, path]);
  const lines = decode(path).split(/\r\n|\n|\r/);
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const from = index + 1;
    let text = lines[index] ?? "";
    while (/\\$/.test(text) && !/^\s*#/.test(text) && index + 1 < lines.length)
      text = `${text.slice(0, -1)} ${lines[++index]}`;
    text = text.replace(/(?:^|\s)#.*$/, "").trim();
    if (text !== "") entries.push(...requirementLine(text, path, bucket, { file: path, from, to: index + 1 }, inner));
  }
  return entries;
}

function requirementLine(
  text: string,
  path: string,
  bucket: string,
  place: NonNullable<Entry["at"]>,
  chain: ReadonlySet<string>,
): Entry[] {
  const [, option, value = ""] = /^(-[a-z]|--[a-z-]+)[\s=]*(.*)$/.exec(text) ?? [];
  if (option === "-r" || option === "--requirement") return requirements(join(dirname(path), value), bucket, chain);
  if (option === "-c" || option === "--constraint")
    return requirements(join(dirname(path), value), "constraint", chain);
  if (option === "-e" || option === "--editable") return [{ bucket, name: null, at: place }];
  if (option !== undefined) return [];
  return [{ bucket, name: /^[a-z+]+:\/\/|^\.{0,2}\//.test(text) ? null : nameIn(text), at: place }];
}

// ---- locks ------------------------------------------------------------------------------------------------

export function isLock(path: string): boolean {
  return /\.lock$|^pylock(?:\..*)?\.toml$/.test(basename(path));
}

/** What a lock has. */
export function lockedOf(path: string): LockedEntry[] {
  const name = basename(path);
  if (name === "Pipfile.lock") return pipenvLock(JSON.parse(decode(path)) as Table);
  const root = parseToml(decode(path)) as Table;
  if (name === "poetry.lock") return poetryLock(root);
  if (name.startsWith("pylock")) return pylock(root);
  return root.version === 1 ? uvLock(root) : pdmLock(root);
}

const text = (value: unknown): string => (value === undefined ? "" : String(value));
const count = (lists: unknown) =>
  Object.values(table(lists)).reduce<number>((sum, items) => sum + list(items).length, 0);

function poetryLock(root: Table): LockedEntry[] {
  const listed = table(at(root, "metadata", "files"));
  const hashes = table(at(root, "metadata", "hashes"));
  return list(root.package).map((item) => {
    const { name, version, dependencies, files } = table(item);
    return {
      name: normalize(text(name)),
      version: text(version),
      edges: Object.values(table(dependencies)).reduce<number>((sum, value) => sum + [value].flat().length, 0),
      files: list(files ?? listed[text(name)] ?? hashes[text(name)]).length,
    };
  });
}

function uvLock(root: Table): LockedEntry[] {
  return list(root.package ?? root.distribution).map((item) => {
    const entry = table(item);
    const development = entry["dev-dependencies"] ?? entry["dependency-groups"];
    return {
      name: normalize(text(entry.name)),
      version: text(entry.version),
      edges: list(entry.dependencies).length + count(entry["optional-dependencies"]) + count(development),
      files: list(entry.wheels).length + (entry.sdist === undefined ? 0 : 1),
    };
  });
}

function pylock(root: Table): LockedEntry[] {
  return list(root.packages).map((item) => {
    const entry = table(item);
    return {
      name: normalize(text(entry.name)),
      version: text(entry.version),
      edges: list(entry.dependencies ?? at(entry, "tool", "pdm", "dependencies")).length,
      files: list(entry.wheels).length + (entry.sdist === undefined ? 0 : 1) + (entry.archive === undefined ? 0 : 1),
    };
  });
}

/** PDM lists a package without extras, and again for each set of them with what the extras add. */
function pdmLock(root: Table): LockedEntry[] {
  const shared = table(at(root, "metadata", "files"));
  const packages = list(root.package).map(table);
  const identity = (item: Table) => [item.name, item.version, item.git, item.path, item.url].map(text).join(" ");
  const hasExtras = (item: Table) => list(item.extras).length > 0;
  const plain = packages.filter((item) => !hasExtras(item));
  const alone = packages.filter(
    (item) => hasExtras(item) && !plain.some((other) => identity(other) === identity(item)),
  );
  const bases = [...plain, ...new Map(alone.map((item) => [identity(item), item])).values()];
  return bases.map((item) => {
    const name = normalize(text(item.name));
    const added = packages
      .filter((other) => hasExtras(other) && identity(other) === identity(item))
      .flatMap((other) => list(other.dependencies).map(String))
      .filter((edge) => nameIn(edge) !== name);
    return {
      name,
      version: text(item.version),
      edges: (hasExtras(item) ? 0 : list(item.dependencies).length) + new Set(added).size,
      files: list(item.files ?? shared[`${text(item.name)} ${text(item.version)}`]).length,
    };
  });
}

/** A package that several categories have alike is one. */
function pipenvLock(root: Table): LockedEntry[] {
  const usual = table(list(at(root, "_meta", "sources"))[0]).name;
  const packages = Object.entries(root)
    .filter(([category]) => category !== "_meta")
    .flatMap(([, packages]) => Object.entries(table(packages)))
    .map(([name, value]): Table => {
      const { index, ...item } = table(value);
      return { name: normalize(name), ...item, ...(index === undefined || index === usual ? {} : { index }) };
    });
  const alike = new Map(packages.map((item) => [JSON.stringify(Object.entries(item).sort()), item]));
  return [...alike.values()].map((item) => ({
    name: text(item.name),
    version: text(item.version).replace(/^==/, ""),
    edges: 0,
    files: list(item.hashes).length,
  }));
}
