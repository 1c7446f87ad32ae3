// What setuptools adds to pyproject.toml: [tool.setuptools.dynamic], and the setup.cfg and setup.py beside it.
// https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata

import { type Diagnostic, InputError, type Origin } from "../diagnostics.ts";
import { dirname, joinPath } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import { MAIN_GROUP, type Project, type Requirement } from "../project.ts";
import type { Files } from "./files.ts";
import { DYNAMIC_FIELDS, type DynamicField, dynamicFields } from "./pep621.ts";
import {
  type PlacedLine,
  type Reading,
  readFiles,
  readSetupCfg,
  requirementFromLine,
  requirementLines,
} from "./setup-cfg.ts";
import { readSetupPy } from "./setup-py.ts";
import type { TomlNode } from "./toml.ts";

/**
 * The metadata of a project that setuptools builds. `root` is the document and `project` what its [project] gave. What
 * [project] calls dynamic comes from [tool.setuptools.dynamic] or else from setup.py and setup.cfg, and without a
 * [project] all comes from these two. What they list and setuptools does not look at is told. Throws an InputError.
 */
export function completeBySetuptools(root: TomlNode, project: Project, file: string, files: Files): Project {
  const table = root.get("project");
  if (!table) {
    const settings = root.at("tool", "setuptools");
    if (settings && settings.entries().length > 0)
      throw settings.error("setuptools takes this only beside a [project]");
    return readLegacy(file, files, DYNAMIC_FIELDS) ?? project;
  }
  const dynamic = dynamicFields(table);
  const diagnostics: Diagnostic[] = [];
  const reading: Reading = { file, files, read: [], diagnostics };
  const directives = root.at("tool", "setuptools", "dynamic");
  for (const field of ["dependencies", "optional-dependencies"] as const) {
    const unused = directives?.get(field);
    if (!unused || dynamic.has(field)) continue;
    const message = `setuptools does not look at this: project.dynamic does not name ${field}`;
    diagnostics.push({ severity: "warning", message, origin: unused.origin });
  }
  const dependencies = dynamic.has("dependencies") ? readDependencies(directives, reading) : null;
  const extras = dynamic.has("optional-dependencies") ? readExtras(directives, reading) : null;

  const open = [...dynamic].filter(
    ([field]) => !(field === "dependencies" && dependencies) && !(field === "optional-dependencies" && extras),
  );
  const fields = open.map(([field]) => field);
  const legacy = open.length > 0 ? readLegacy(file, files, fields) : null;
  if (!legacy)
    for (const [field, { origin }] of open) {
      const message = `project.dynamic names ${field}, and neither [tool.setuptools.dynamic] nor a setup.py or setup.cfg has it`;
      diagnostics.push({ severity: "warning", message, origin });
    }
  tellOverlooked(table, dynamic, file, files, diagnostics);
  const isOpen = (field: DynamicField) => fields.includes(field);
  const taken = (legacy?.requirements ?? []).filter(({ extra }) =>
    isOpen(extra === null ? "dependencies" : "optional-dependencies"),
  );
  return {
    ...project,
    selectables: [
      ...project.selectables,
      ...(extras?.selectables ?? []),
      ...(isOpen("optional-dependencies") ? (legacy?.selectables ?? []) : []),
    ],
    requirements: [...project.requirements, ...(dependencies ?? []), ...(extras?.requirements ?? []), ...taken],
    requiresPython: [...project.requiresPython, ...(isOpen("requires-python") ? (legacy?.requiresPython ?? []) : [])],
    diagnostics: [...project.diagnostics, ...diagnostics, ...(legacy?.diagnostics ?? [])],
    files: [...project.files, ...reading.read, ...(legacy?.files ?? [])],
  };
}

/** The dependencies that a directive gives; null where none is there, or its files have no text at all. */
function readDependencies(directives: TomlNode | null, reading: Reading): Requirement[] | null {
  const directive = directives?.get("dependencies");
  if (!directive) return null;
  const { lines, text } = readDirective(directive, reading);
  return text === "" ? null : requirementsOf(lines, null, reading);
}

function readExtras(
  directives: TomlNode | null,
  reading: Reading,
): Pick<Project, "selectables" | "requirements"> | null {
  const table = directives?.get("optional-dependencies");
  if (!table) return null;
  const extras = table.entries().map(([name, directive]) => ({ name: normalizeName(name), directive }));
  return {
    selectables: extras.map(({ name }) => ({ kind: "extra", name, byDefault: false })),
    requirements: extras.flatMap(({ name, directive }) =>
      requirementsOf(readDirective(directive, reading).lines, name, reading),
    ),
  };
}

/** `{ file = "NAME" }` or `{ file = ["NAME", ...] }`: setuptools has nothing else for lists of requirements. */
function readDirective(directive: TomlNode, reading: Reading): ReturnType<typeof readFiles> {
  const given = directive.get("file");
  const other = directive.entries().find(([key]) => key !== "file")?.[1];
  if (!given || other) throw (other ?? directive).error("setuptools takes { file = ... } here, and nothing else");
  return readFiles(given.isString ? [given.string()] : given.strings(), given, reading);
}

function requirementsOf(lines: readonly PlacedLine[], extra: string | null, { diagnostics }: Reading): Requirement[] {
  return requirementLines(lines, diagnostics).map((line) =>
    requirementFromLine(line, { group: MAIN_GROUP, extra }, diagnostics),
  );
}

/** What setup.py and setup.cfg beside the manifest say of some fields; null where neither is there. */
function readLegacy(file: string, files: Files, fields: readonly DynamicField[]): Project | null {
  const [script, settings] = ["setup.py", "setup.cfg"].map((name) => joinPath(dirname(file), name));
  if (script && files.kind(script) === "file") return readSetupPy(script, files);
  return settings && files.kind(settings) === "file" ? readSetupCfg(settings, files, undefined, fields) : null;
}

/** setup.py and setup.cfg may say what [project] neither has nor calls dynamic: setuptools ignores that. */
function tellOverlooked(
  table: TomlNode,
  dynamic: ReadonlyMap<DynamicField, TomlNode>,
  file: string,
  files: Files,
  diagnostics: Diagnostic[],
): void {
  for (const field of DYNAMIC_FIELDS) {
    if (table.get(field) || dynamic.has(field)) continue;
    const [first] = readUnused(file, files, field);
    if (!first) continue;
    const message = `setuptools does not take this: [project] neither has ${field} nor names it in dynamic`;
    diagnostics.push({ severity: "warning", message, origin: first.origin });
  }
}

/** A field that is not used: what is wrong with it does not matter then. */
function readUnused(file: string, files: Files, field: DynamicField): readonly { readonly origin: Origin }[] {
  try {
    const legacy = readLegacy(file, files, [field]);
    if (field === "requires-python") return legacy?.requiresPython ?? [];
    return (legacy?.requirements ?? []).filter(({ extra }) => (extra === null) === (field === "dependencies"));
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
