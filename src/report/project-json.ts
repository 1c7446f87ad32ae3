// What was read of a project as JSON of a published shape: schema/project-1.schema.json.

import { maskCredentials } from "../credentials.ts";
import type { Diagnostic, Origin } from "../diagnostics.ts";
import { formatSpecifierSet } from "../pep/pep440.ts";
import { formatMarker, type Marker } from "../pep/pep508.ts";
import type {
  ConflictItem,
  Constraint,
  Lock,
  LockedDependency,
  LockedFile,
  LockedPackage,
  OwnProject,
  PackageIndex,
  PipOption,
  Project,
  Requirement,
  RequiresPython,
  Selectable,
  Source,
} from "../project.ts";

/** The version of the shape. What may be added to the JSON, and what not, without a new one: docs/parse.md. */
export const PROJECT_JSON_VERSION = 1;
export const PROJECT_JSON_SCHEMA = "https://py2nix.example.org/schema/project-1.schema.json";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

/** A property of JSON for each of the IR's: one that is added there does not compile until it has its place here. */
type Shown<T, Renamed extends Record<string, string> = Record<never, never>> = {
  readonly [Name in keyof T as Name extends keyof Renamed ? Renamed[Name] : Name]-?: Json;
};
type WithSpecifiers = { constraint: "specifiers" };

/** The project in the shape that the schema describes, without credentials, and in the order of reading. */
export function projectToJson(project: Project): JsonObject {
  const shown: Shown<Project> = {
    name: project.name,
    installable: project.installable,
    own: project.own.map(({ name, key, path, base }): Shown<OwnProject> => ({ name, key, path, base })),
    requiresPython: project.requiresPython.map(requiresPythonToJson),
    selectables: project.selectables.map(selectableToJson),
    requirements: project.requirements.map(requirementToJson),
    buildRequires: project.buildRequires.map(requirementToJson),
    constraints: project.constraints.map(requirementToJson),
    indexes: project.indexes.map(indexToJson),
    pipOptions: project.pipOptions.map(pipOptionToJson),
    lock: project.lock && lockToJson(project.lock),
    foldersInLock: project.foldersInLock,
    diagnostics: project.diagnostics.map(diagnosticToJson),
    files: project.files,
  };
  return {
    $schema: PROJECT_JSON_SCHEMA,
    version: PROJECT_JSON_VERSION,
    ...(withoutCredentials(shown) as JsonObject),
  };
}

function withoutCredentials(value: Json): Json {
  if (typeof value === "string") return maskCredentials(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(withoutCredentials);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutCredentials(part)]));
}

function requirementToJson(requirement: Requirement): Json {
  const shown: Shown<Requirement, WithSpecifiers> = {
    name: requirement.name,
    key: requirement.key,
    extras: requirement.extras,
    specifiers: specifiers(requirement.constraint),
    marker: markerToJson(requirement.marker),
    source: sourceToJson(requirement.source),
    hashes: requirement.hashes,
    options: requirement.options,
    group: requirement.group,
    extra: requirement.extra,
    origin: originToJson(requirement.origin),
  };
  return shown;
}

function sourceToJson(source: Source): Json {
  switch (source.kind) {
    case "registry": {
      const shown: Shown<typeof source> = { kind: source.kind, index: source.index ?? null };
      return shown;
    }
    case "url": {
      const { kind, url, subdirectory = null } = source;
      const shown: Shown<typeof source> = { kind, url, subdirectory };
      return shown;
    }
    case "vcs": {
      const { kind, vcs, url, reference = null, subdirectory = null } = source;
      const shown: Shown<typeof source> = { kind, vcs, url, reference, subdirectory };
      return shown;
    }
    case "path": {
      const { kind, path, base, editable, virtual = false } = source;
      const shown: Shown<typeof source> = { kind, path, base, editable, virtual };
      return shown;
    }
  }
}

function lockToJson(lock: Lock): Json {
  const shown: Shown<Lock> = {
    file: lock.file,
    tool: lock.tool,
    reach: lock.reach,
    requiresPython: lock.requiresPython && requiresPythonToJson(lock.requiresPython),
    environments: lock.environments?.map(formatMarker) ?? null,
    members: lock.members ?? null,
    selectables: lock.selectables?.map(selectableToJson) ?? null,
    defaultGroups: lock.defaultGroups ?? null,
    conflicts: lock.conflicts?.map((items) => items.map(conflictItemToJson)) ?? [],
    indexes: lock.indexes?.map(indexToJson) ?? [],
    requirements: lock.requirements?.map(edgeToJson) ?? [],
    dependencyGroups: edgesByName(lock.dependencyGroups),
    packages: lock.packages.map(packageToJson),
  };
  return shown;
}

function packageToJson(locked: LockedPackage): Json {
  const shown: Shown<LockedPackage> = {
    name: locked.name,
    key: locked.key,
    version: locked.version || null,
    source: sourceToJson(locked.source),
    marker: markerToJson(locked.marker),
    groups: locked.groups,
    requiresPython: specifiers(locked.requiresPython),
    dependencies: locked.dependencies.map(edgeToJson),
    extras: locked.extras,
    dependencyGroups: edgesByName(locked.dependencyGroups),
    files: locked.files.map(fileToJson),
    origin: originToJson(locked.origin),
  };
  return shown;
}

function edgesByName(groups: Readonly<Record<string, readonly LockedDependency[]>> = {}): Json {
  return Object.fromEntries(Object.entries(groups).map(([name, edges]) => [name, edges.map(edgeToJson)]));
}

function edgeToJson(edge: LockedDependency): Json {
  const shown: Shown<LockedDependency, WithSpecifiers> = {
    key: edge.key,
    extras: edge.extras,
    specifiers: edge.constraint && specifiers(edge.constraint),
    marker: markerToJson(edge.marker),
    optional: edge.optional,
    pinned: edge.pinned ? { version: edge.pinned.version || null, source: sourceToJson(edge.pinned.source) } : null,
  };
  return shown;
}

function fileToJson(file: LockedFile): Json {
  const { name, hash, otherHashes = [], url = null, path = null } = file;
  const shown: Shown<LockedFile> = { name, hash, otherHashes, url, path };
  return shown;
}

function indexToJson({ kind, name, url, base, origin }: PackageIndex): Json {
  const shown: Shown<PackageIndex> = { kind, name, url, base: base ?? null, origin: originToJson(origin) };
  return shown;
}

function pipOptionToJson({ option, value, origin }: PipOption): Json {
  const shown: Shown<PipOption> = { option, value, origin: originToJson(origin) };
  return shown;
}

function requiresPythonToJson({ constraint, text, origin }: RequiresPython): Json {
  const shown: Shown<RequiresPython, WithSpecifiers> = {
    specifiers: specifiers(constraint),
    text,
    origin: originToJson(origin),
  };
  return shown;
}

function selectableToJson({ kind, name, byDefault }: Selectable): Json {
  const shown: Shown<Selectable> = { kind, name, byDefault };
  return shown;
}

function conflictItemToJson({ package: of, kind, name }: ConflictItem): Json {
  const shown: Shown<ConflictItem> = { package: of, kind, name };
  return shown;
}

function diagnosticToJson({ severity, message, origin }: Diagnostic): Json {
  const shown: Shown<Diagnostic> = { severity, message, origin: origin ? originToJson(origin) : null };
  return shown;
}

function originToJson({ file, line, column }: Origin): Json {
  const shown: Shown<Origin> = { file, line, column: column ?? null };
  return shown;
}

/** A specifier for each set of the union; the empty text takes any version. */
function specifiers(constraint: Constraint): string[] {
  return constraint.map(formatSpecifierSet);
}

function markerToJson(marker: Marker | null): Json {
  return marker && formatMarker(marker);
}
