// environment.yml of conda: its pip part is read as pip reads it, and each package of conda is told.
// https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { parseVersion, type Specifier, type SpecifierSet } from "../pep/pep440.ts";
import { type Constraint, EMPTY_PROJECT, type Project, type RequiresPython } from "../project.ts";
import { cleanUrl } from "./document-parts.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { readRequirementsFile } from "./requirements-txt.ts";
import type { TomlNode } from "./toml.ts";
import { readYaml } from "./yaml.ts";

/**
 * Reads an environment.yml, and what its pip part includes. `python` among conda's packages is the range of
 * interpreters. Throws an InputError for YAML beyond the part that such files have, and for what pip refuses.
 */
export function readEnvironmentYml(file: string, files: Files, bytes: Uint8Array = files.read(file)): Project {
  const text = decodeUtf8(bytes, file);
  const { root } = readYaml(text, file);
  if (!root.isTable || !(root.get("dependencies") || root.get("name") || root.get("channels")))
    throw new InputError("this is no conda environment: it has no dependencies", { origin: { file, line: 1 } });
  const diagnostics: Diagnostic[] = [];
  const list = root.get("dependencies");
  const items = list && list.value !== null ? list.items() : [];
  const pipItems: TomlNode[] = [];
  const requiresPython: RequiresPython[] = [];
  for (const item of items) {
    if (item.isTable) pipItems.push(...readPipPart(item));
    else readCondaPackage(item, requiresPython, diagnostics);
  }
  tellSettings(root, diagnostics);
  const pip = readRequirementsFile(file, files, new TextEncoder().encode(pipLines(text, pipItems)));
  return {
    ...EMPTY_PROJECT,
    requirements: pip.requirements,
    constraints: pip.constraints,
    requiresPython,
    indexes: pip.indexes,
    pipOptions: pip.pipOptions,
    diagnostics: [...diagnostics, ...pip.diagnostics],
    files: pip.files,
  };
}

function readPipPart(item: TomlNode): TomlNode[] {
  const [first, ...others] = item.entries();
  const [key, list] = first ?? ["", item];
  if (others.length > 0 || key !== "pip") throw list.error(`only pip has packages of its own here, not ${key}`, key);
  return list.value === null ? [] : list.items();
}

/** The pip part as a requirements file in which every line and column is that of the environment file. */
function pipLines(text: string, items: readonly TomlNode[]): string {
  const lines = text.split("\n").map(() => "");
  for (const item of items) {
    const { line, column = 1 } = item.origin;
    const value = item.string();
    if (value.trimEnd().endsWith("\\"))
      throw item.error("an entry of the pip part cannot go on in the next line", value);
    const isQuoted = /^["']/.test((text.split("\n")[line - 1] ?? "").slice(column - 1));
    lines[line - 1] = `${" ".repeat(column - (isQuoted ? 0 : 1))}${value}`;
  }
  return lines.join("\n");
}

// ---- conda ----------------------------------------------------------------------------------------------

/** What every environment of pip has, in the version that nixpkgs or pip itself chooses. */
const SILENT: ReadonlySet<string> = new Set(["pip", "setuptools", "wheel"]);

/**
 *     package = (channel `::`)? name (blank? version (`=` build)?)?
 */
function readCondaPackage(item: TomlNode, requiresPython: RequiresPython[], diagnostics: Diagnostic[]): void {
  const text = item.string().trim();
  const match = /^(?:[^:\s]+::)?([A-Za-z0-9_][A-Za-z0-9._-]*)\s*(.*)$/s.exec(text);
  if (!match?.[1]) throw item.error(`${JSON.stringify(text)} is no package of conda`, text);
  const name = match[1].toLowerCase();
  const rest = match[2] ?? "";
  const brackets = /^([^[]*)\[(.*)\]$/.exec(rest);
  const bracketed = /(?:^|[,\s])version\s*=\s*(?:'([^']*)'|"([^"]*)"|([^,\s]*))/.exec(brackets?.[2] ?? "");
  const plain = (brackets?.[1] ?? rest).trim();
  const version = plain || (bracketed?.[1] ?? bracketed?.[2] ?? bracketed?.[3] ?? "");
  if (name === "python") {
    const constraint = condaConstraint(version);
    if (!constraint) throw item.error(`${version} is no version of Python that py2nix can read`, version);
    if (constraint.every((set) => set.length > 0))
      requiresPython.push({ constraint, text: version, origin: item.origin });
  } else if (!SILENT.has(name) || version !== "")
    diagnostics.push({
      severity: "warning",
      message: `${text} comes from conda, whose names are not those of the Python index: it is not in the shell`,
      origin: item.origin,
    });
}

/** A version of conda's: `=3.11`, `3.11.*`, `==3.11.4`, `>=3.9,<3.12`, `3.11|3.12`; null where it is none. */
function condaConstraint(text: string): Constraint | null {
  if (text === "" || text === "*") return [[]];
  const sets = text.split("|").map((alternative) => {
    const clauses = alternative.split(",").map((clause) => condaClause(clause.trim()));
    return clauses.every((clause) => clause !== null) ? (clauses as SpecifierSet) : null;
  });
  return sets.every((set) => set !== null) ? sets : null;
}

function condaClause(text: string): Specifier | null {
  const match = /^(==|>=|<=|!=|~=|>|<|=)?\s*([0-9][0-9A-Za-z.]*?)(\.?\*)?([= ][\w.*]+)?$/.exec(text);
  const [, operator = "", version = "", star, build] = match ?? [];
  if (!match || !parseVersion(version)) return null;
  // One `=` and a star mean the beginning; a bare version, and one with a build, all of it.
  if ((operator === "=" && !build) || (operator === "" && star)) return { operator: "==", version: `${version}.*` };
  if (star)
    return operator === "!=" || operator === "=="
      ? { operator, version: `${version}.*` }
      : condaBound(operator, version);
  return operator === "" || operator === "="
    ? { operator: "==", version }
    : { operator: operator as Specifier["operator"], version };
}

function condaBound(operator: string, version: string): Specifier {
  return { operator: operator as Specifier["operator"], version };
}

function tellSettings(root: TomlNode, diagnostics: Diagnostic[]): void {
  for (const [key, node] of root.entries()) {
    if (key === "channels") {
      if (node.isArray) for (const channel of node.items()) if (channel.isString) cleanUrl(channel, diagnostics);
      diagnostics.push({ severity: "note", message: "conda's channels are not asked", origin: node.origin });
    } else if (key === "variables")
      diagnostics.push({
        severity: "warning",
        message: "these variables are not set in the shell",
        origin: node.origin,
      });
    else if (!["name", "dependencies", "prefix"].includes(key))
      diagnostics.push({ severity: "warning", message: `${key} is not used`, origin: node.origin });
  }
}
