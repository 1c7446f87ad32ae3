// pyproject.toml: the tables that list dependencies, put together. Each table has a module of its own.

import type { Diagnostic } from "../diagnostics.ts";
import { dirname, joinPath } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import { parsePoetryConstraint } from "../pep/poetry.ts";
import { EMPTY_PROJECT, type Project } from "../project.ts";
import { type BuildSystem, isHatchling, isSetuptools, readBuildSystem } from "./build-system.ts";
import { type Files, filesFromTable } from "./files.ts";
import { readFlitMetadata } from "./flit.ts";
import { addEnvironments, findHatch, type HatchConfiguration } from "./hatch.ts";
import { requirementFromHatch } from "./hatch-context.ts";
import { hatchlingRequires, readRequirementsHook } from "./hatchling.ts";
import { managesByPdm, readPdmTable } from "./pdm.ts";
import { dynamicFields, readDependencyGroups, readProjectTable } from "./pep621.ts";
import { readPoetryTable } from "./poetry.ts";
import { readRyeTable } from "./rye.ts";
import { completeBySetuptools } from "./setuptools.ts";
import { TomlDocument, TomlNode } from "./toml.ts";
import { readDefaultGroups, readGroupPythons, readUvTable, type UvSurroundings } from "./uv.ts";
import { surroundingsOf } from "./uv-workspace.ts";

/** What is read of the files around a manifest where there are none. */
const ALONE: Files = filesFromTable({});

/**
 * Reads a pyproject.toml, and of the `files` around it what it leaves open: setup.cfg, setup.py, hatch.toml, files of
 * requirements. The metadata come first ([project], or what the build backend has in its place), then
 * [dependency-groups], then the tables of the tools that manage projects, each of which changes what the ones before it
 * gave. Throws an InputError for what does not follow TOML, a standard or the tool's own format.
 */
export function readPyproject(text: string, file: string, files: Files = ALONE): Project {
  const { root } = new TomlDocument(text, file);
  const diagnostics: Diagnostic[] = [];
  const build = readBuildSystem(root.get("build-system"), diagnostics);
  const hatch = findHatch(root, file, files);
  const metadata = readMetadata(root, build, hatch, file, files);
  const read: Project = {
    ...metadata,
    buildRequires: [...build.requires, ...(hatch && isHatchling(build) ? hatchlingRequires(hatch, diagnostics) : [])],
    diagnostics: [...diagnostics, ...metadata.diagnostics],
    files: [file, ...metadata.files],
  };
  const [poetry, pdm, rye] = ["poetry", "pdm", "rye"].map((tool) => root.at("tool", tool));
  // In a member of a workspace the settings of its root hold, whether it has some of its own or not.
  const workspace = surroundingsOf(root, file, files);
  const uv = root.at("tool", "uv") ?? (workspace.root && new TomlNode(root.document, ["tool", "uv"], {}));
  const isPdm = (pdm && managesByPdm(pdm)) || files.kind(joinPath(dirname(file), "pdm.lock")) === "file";
  const isHatch = !poetry && !isPdm && !rye && !uv;

  const groups = root.get("dependency-groups");
  const groupNames = (groups?.entries() ?? []).map(([name]) => normalizeName(name));
  const defaults = readDefaultGroups(uv, groupNames);
  const steps: ((project: Project) => Project)[] = [
    (project) => (groups ? withGroups(project, readDependencyGroups(groups, defaults)) : project),
    (project) => (poetry ? withTable(project, readPoetryTable(poetry, project)) : project),
    (project) => (isPdm ? withTable(project, readPdmTable(pdm ?? null, project)) : project),
    (project) => (rye ? withTable(project, readRyeTable(rye, project)) : project),
    (project) => (uv ? withUv(project, uv, workspace, groups, defaults) : project),
    (project) => (hatch ? addEnvironments(hatch, project, isHatch) : project),
    (project) => ({ ...project, diagnostics: [...project.diagnostics, ...unreadTables(root)] }),
    (project) => (isBuildable(root, file, files) ? project : withoutBuild(project, root)),
  ];
  return steps.reduce((project, step) => step(project), read);
}

/** What [project] says and what the build backend finds, or what it has in the place of [project]. */
function readMetadata(
  root: TomlNode,
  build: BuildSystem,
  hatch: HatchConfiguration | null,
  file: string,
  files: Files,
): Project {
  const table = root.get("project");
  const flit = root.at("tool", "flit", "metadata");
  if (flit && table) throw flit.error("Flit takes either [project] or [tool.flit.metadata]");
  if (flit) return readFlitMetadata(flit);
  const isPoetry = root.at("tool", "poetry") !== null;
  const project = table
    ? readProjectTable(
        table,
        isHatchling(build) ? requirementFromHatch : undefined,
        // Poetry takes its own constraints there too: `3.12.*`.
        isPoetry ? parsePoetryConstraint : undefined,
      )
    : EMPTY_PROJECT;
  // Poetry has a table of its own for what is dynamic.
  if (isPoetry) return project;
  if (isSetuptools(build)) return completeBySetuptools(root, project, file, files);
  if (!table) return project;
  const dynamic = dynamicFields(table);
  const hook = hatch && isHatchling(build) ? readRequirementsHook(hatch, dynamic, file, files) : null;
  const open = [...dynamic].filter(([field]) => !hook?.given.includes(field));
  const unknown = open.map(([field, { origin }]): Diagnostic => {
    const message = `project.dynamic names ${field}: the build backend finds it, and it is not read`;
    return { severity: "warning", message, origin };
  });
  return {
    ...project,
    selectables: [...project.selectables, ...(hook?.selectables ?? [])],
    requirements: [...project.requirements, ...(hook?.requirements ?? [])],
    diagnostics: [...project.diagnostics, ...(hook?.diagnostics ?? []), ...unknown],
    files: hook?.files ?? [],
  };
}

/** Whether it is said how the project is built. Without that pip would guess, and break off where it guesses wrong. */
function isBuildable(root: TomlNode, file: string, files: Files): boolean {
  const has = (name: string) => files.kind(joinPath(dirname(file), name)) === "file";
  const isPackage = root.at("tool", "uv", "package")?.value === true;
  return root.get("build-system") !== null || isPackage || has("setup.py") || has("setup.cfg");
}

function withoutBuild(project: Project, root: TomlNode): Project {
  if (!project.installable) return project;
  if (project.name === null) return { ...project, installable: false };
  const { origin } = root.get("project") ?? root.at("tool", "poetry") ?? root;
  const message = "the project itself is not installed in the shell: there is no [build-system]";
  return {
    ...project,
    installable: false,
    diagnostics: [...project.diagnostics, { severity: "note", message, origin }],
  };
}

function withGroups(project: Project, groups: Project): Project {
  return {
    ...project,
    selectables: [...project.selectables, ...groups.selectables],
    requirements: [...project.requirements, ...groups.requirements],
    diagnostics: [...project.diagnostics, ...groups.diagnostics],
  };
}

/** A project with what a tool's table makes of its requirements and what it adds. */
function withTable(project: Project, table: Project): Project {
  return {
    ...project,
    name: project.name ?? table.name,
    selectables: table.selectables,
    requirements: table.requirements,
    constraints: [...project.constraints, ...table.constraints],
    // The tool's range narrows that of [project], so both bind.
    requiresPython: [...project.requiresPython, ...table.requiresPython],
    installable: table.installable,
    indexes: [...project.indexes, ...table.indexes],
    pipOptions: [...project.pipOptions, ...table.pipOptions],
    diagnostics: [...project.diagnostics, ...table.diagnostics],
  };
}

function withUv(
  project: Project,
  table: TomlNode,
  workspace: UvSurroundings,
  groups: TomlNode | null,
  defaults: ReadonlySet<string>,
): Project {
  const uv = readUvTable(table, project, workspace);
  const pythons = readGroupPythons(table, groups, defaults);
  return withTable(project, {
    ...EMPTY_PROJECT,
    selectables: [...project.selectables, ...uv.selectables],
    requirements: uv.requirements,
    constraints: uv.constraints,
    requiresPython: pythons.requiresPython,
    installable: uv.installable ?? project.installable,
    indexes: uv.indexes,
    pipOptions: uv.pipOptions,
    diagnostics: [...uv.diagnostics, ...pythons.diagnostics],
  });
}

/** Tables that list dependencies of other tools' environments, `*` being any key: told, never dropped silently. */
const UNREAD: readonly (readonly [path: string, severity: Diagnostic["severity"], message: string])[] = [
  ...["dependencies", "host-dependencies", "build-dependencies", "pypi-dependencies"].flatMap((list) =>
    ["", "target.*.", "feature.*.", "feature.*.target.*."].map(
      (place) => [`tool.pixi.${place}${list}`, "warning", "what Pixi installs is not in the shell"] as const,
    ),
  ),
  ["tool.conda-lock.dependencies", "warning", "what conda-lock installs is not in the shell"],
  ["tool.briefcase.requires", "warning", "what Briefcase installs is not in the shell"],
  ["tool.briefcase.app.*.requires", "warning", "what Briefcase installs is not in the shell"],
  ["tool.tox.env_run_base.deps", "note", "what tox installs is not in the shell"],
  ["tool.tox.env.*.deps", "note", "what tox installs is not in the shell"],
  ["tool.cibuildwheel.test-requires", "note", "what cibuildwheel installs is not in the shell"],
  ["tool.hatch.env.requires", "note", "plugins of Hatch are not in the shell"],
  ["tool.pdm.plugins", "note", "plugins of PDM are not in the shell"],
  ["tool.poetry.requires-plugins", "note", "plugins of Poetry are not in the shell"],
  ["tool.poetry.build-constraints", "note", "what packages are built with is left to pip"],
];

function unreadTables(root: TomlNode): Diagnostic[] {
  return UNREAD.flatMap(([path, severity, message]) =>
    nodesAt(root, path.split(".")).map(
      ({ origin }): Diagnostic => ({ severity, message: `${path}: ${message}`, origin }),
    ),
  );
}

/** The values at a path; none where something on the way is no table. */
function nodesAt(node: TomlNode, [key, ...rest]: readonly string[]): TomlNode[] {
  if (key === undefined) return [node];
  if (!node.isTable) return [];
  const found = key === "*" ? node.entries().map(([, value]) => value) : [node.get(key) ?? []].flat();
  return found.flatMap((value) => nodesAt(value, rest));
}
