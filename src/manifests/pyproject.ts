// pyproject.toml: the tables that list dependencies, put together. Each table has a module of its own.

import type { Diagnostic } from "../diagnostics.ts";
import { normalizeName } from "../pep/pep503.ts";
import { EMPTY_PROJECT, type Project } from "../project.ts";
import { readDependencyGroups, readProjectTable } from "./pep621.ts";
import { readPoetryTable } from "./poetry.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { readDefaultGroups, readUvTable } from "./uv.ts";

/** Reads a pyproject.toml. Throws an InputError for what does not follow TOML, PEP 621, PEP 735 or Poetry's format. */
export function readPyproject(text: string, file: string): Project {
  const { root } = new TomlDocument(text, file);
  const projectTable = root.get("project");
  const poetryTable = root.at("tool", "poetry");
  const groupsTable = root.get("dependency-groups");
  const uvTable = root.at("tool", "uv");
  const groupNames = (groupsTable?.entries() ?? []).map(([name]) => normalizeName(name));
  const defaults = readDefaultGroups(uvTable, groupNames);

  const project = projectTable ? readProjectTable(projectTable) : EMPTY_PROJECT;
  const groups = groupsTable ? readDependencyGroups(groupsTable, defaults) : EMPTY_PROJECT;
  const listed: Project = {
    ...project,
    selectables: [...project.selectables, ...groups.selectables],
    requirements: [...project.requirements, ...groups.requirements],
  };
  const poetry = poetryTable ? readPoetryTable(poetryTable, listed) : null;
  const uv = uvTable ? readUvTable(uvTable, listed) : null;
  return {
    ...EMPTY_PROJECT,
    name: project.name ?? poetry?.name ?? null,
    selectables: poetry
      ? [...project.selectables, ...poetry.selectables]
      : [...listed.selectables, ...(uv?.selectables ?? [])],
    requirements: (poetry ?? uv ?? listed).requirements,
    constraints: uv?.constraints ?? [],
    pipOptions: uv?.pipOptions ?? [],
    // Poetry's own range stands beside [project]'s only where it narrows it, so both bind.
    requiresPython: [...project.requiresPython, ...(poetry?.requiresPython ?? [])],
    installable: uv?.installable ?? (project.installable || (poetry?.installable ?? false)),
    indexes: poetry?.indexes ?? uv?.indexes ?? [],
    diagnostics: [
      ...project.diagnostics,
      ...(poetry?.diagnostics ?? []),
      ...groups.diagnostics,
      ...(uv?.diagnostics ?? []),
      ...unreadTables(root, poetryTable !== null),
    ],
    files: [file],
  };
}

/** Tables that say something of dependencies and are not read, and what that means: said, never dropped silently. */
const UNREAD: readonly { readonly path: readonly string[]; readonly message: string }[] = [
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
