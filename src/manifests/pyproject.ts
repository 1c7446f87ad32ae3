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

  const project = projectTable ? readProjectTable(projectTable) : null;
  const poetry = poetryTable ? readPoetryTable(poetryTable, project) : null;
  const groups = groupsTable ? readDependencyGroups(groupsTable, defaultGroups(root)) : EMPTY_PROJECT;
  const main = poetry ?? project ?? EMPTY_PROJECT;
  return {
    ...EMPTY_PROJECT,
    name: project?.name ?? poetry?.name ?? null,
    selectables: [...(project?.selectables ?? []), ...(poetry?.selectables ?? []), ...groups.selectables],
    requirements: [...main.requirements, ...groups.requirements],
    // Poetry's own range stands beside [project]'s only where it narrows it, so both bind.
    requiresPython: [...(project?.requiresPython ?? []), ...(poetry?.requiresPython ?? [])],
    installable: (project?.installable ?? false) || (poetry?.installable ?? false),
    indexes: poetry?.indexes ?? [],
    diagnostics: [
      ...(project?.diagnostics ?? []),
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

/** Tables with dependencies that another tool reads and py2nix does not: said, never dropped silently. */
function unreadTables(root: TomlNode, isPoetry: boolean): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const tell = (severity: Diagnostic["severity"], message: string, node: TomlNode | null): void => {
    if (node) diagnostics.push({ severity, message, origin: node.origin });
  };
  const dynamic = root.at("project", "dynamic");
  for (const item of dynamic?.items() ?? []) {
    const name = item.string();
    if ((name === "dependencies" || name === "optional-dependencies") && !isPoetry) {
      tell("warning", `the ${name} are dynamic: the build backend finds them, and they are not in the shell`, item);
    }
  }
  tell(
    "warning",
    "the sources of [tool.uv.sources] are not used: the packages come from the index",
    root.at("tool", "uv", "sources"),
  );
  tell(
    "warning",
    "the dependencies of [tool.uv] dev-dependencies are not in the shell",
    root.at("tool", "uv", "dev-dependencies"),
  );
  tell(
    "warning",
    "the dependencies of [tool.pdm] dev-dependencies are not in the shell",
    root.at("tool", "pdm", "dev-dependencies"),
  );
  tell("warning", "the dependencies of Hatch's environments are not in the shell", root.at("tool", "hatch", "envs"));
  tell("warning", "the dependencies of [tool.flit.metadata] are not in the shell", root.at("tool", "flit", "metadata"));
  tell(
    "note",
    "what the project is built with is not in the shell: pip fetches it when it builds",
    root.at("build-system", "requires"),
  );
  return diagnostics;
}
