// pyproject.toml: the tables that list dependencies, put together. Each table has a module of its own.

import type { Diagnostic } from "../diagnostics.ts";
import { normalizeName } from "../pep/pep503.ts";
import { EMPTY_PROJECT, type Project } from "../project.ts";
import { readDependencyGroups, readProjectTable } from "./pep621.ts";
import { readPoetryTable } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";

/** The group that tools with PEP 735 groups install by default. */
const DEFAULT_GROUPS: ReadonlySet<string> = new Set(["dev"]);

/** Reads a pyproject.toml. Throws an InputError for what does not follow TOML, PEP 621, PEP 735 or Poetry's format. */
export function readPyproject(text: string, file: string): Project {
  const { root } = new TomlDocument(text, file);
  const projectTable = root.get("project");
  const poetryTable = root.at("tool", "poetry");
  const groupsTable = root.get("dependency-groups");

  const project = projectTable ? readProjectTable(projectTable) : EMPTY_PROJECT;
  const groups = groupsTable ? readDependencyGroups(groupsTable, defaultGroups(root)) : EMPTY_PROJECT;
  const listed: Project = {
    ...project,
    selectables: [...project.selectables, ...groups.selectables],
    requirements: [...project.requirements, ...groups.requirements],
  };
  const poetry = poetryTable ? readPoetryTable(poetryTable, listed) : null;
  return {
    ...EMPTY_PROJECT,
    name: project.name ?? poetry?.name ?? null,
    selectables: poetry ? [...project.selectables, ...poetry.selectables] : listed.selectables,
    requirements: (poetry ?? listed).requirements,
    // Poetry's own range stands beside [project]'s only where it narrows it, so both bind.
    requiresPython: [...project.requiresPython, ...(poetry?.requiresPython ?? [])],
    installable: project.installable || (poetry?.installable ?? false),
    indexes: poetry?.indexes ?? [],
    diagnostics: [
      ...project.diagnostics,
      ...(poetry?.diagnostics ?? []),
      ...groups.diagnostics,
      ...unreadTables(root, poetryTable !== null),
    ],
    files: [file],
  };
}

function defaultGroups(root: TomlNode): ReadonlySet<string> {
  const declared = root.at("tool", "uv", "default-groups");
  if (!declared) return DEFAULT_GROUPS;
  if (declared.isString)
    return new Set(
      declared.string() === "all"
        ? (root.get("dependency-groups")?.entries() ?? []).map(([name]) => normalizeName(name))
        : [],
    );
  return new Set(declared.strings().map(normalizeName));
}

/** Tables that say something of dependencies and are not read, and what that means: said, never dropped silently. */
const UNREAD: readonly { readonly path: readonly string[]; readonly message: string }[] = [
  ["tool.uv.sources", "are not used: the packages come from the index"],
  ["tool.uv.index", "are not used: pip asks its own index"],
  ["tool.uv.dev-dependencies", "are not in the shell"],
  ["tool.uv.constraint-dependencies", "are not in the shell"],
  ["tool.uv.override-dependencies", "are not in the shell"],
  ["tool.pdm.dev-dependencies", "are not in the shell"],
  ["tool.pdm.source", "are not used: pip asks its own index"],
  ["tool.pdm.resolution", "are not in the shell"],
  ["tool.rye.dev-dependencies", "are not in the shell"],
  ["tool.hatch.envs", "and their dependencies are not in the shell"],
  ["tool.flit.metadata", "and its dependencies are not in the shell"],
  ["tool.pixi", "and its dependencies are not in the shell"],
].map(([path = "", consequence]) => ({ path: path.split("."), message: `[${path}] ${consequence}` }));

function unreadTables(root: TomlNode, isPoetry: boolean): Diagnostic[] {
  const warnings = UNREAD.flatMap(({ path, message }): Diagnostic[] => {
    const node = root.at(...path);
    return node ? [{ severity: "warning", message, origin: node.origin }] : [];
  });
  const dynamic = (root.at("project", "dynamic")?.items() ?? []).filter(
    (item) => !isPoetry && /^(?:optional-)?dependencies$/.test(item.string()),
  );
  const unknown = dynamic.map(
    (item): Diagnostic => ({
      severity: "warning",
      message: `the ${item.string()} are dynamic: the build backend finds them, and they are not in the shell`,
      origin: item.origin,
    }),
  );
  const build = root.at("build-system", "requires");
  const message = "what the project is built with is not in the shell: pip fetches it when it builds";
  return [...unknown, ...warnings, ...(build ? [{ severity: "note" as const, message, origin: build.origin }] : [])];
}
