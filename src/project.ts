// The dependency IR: what all manifest formats are read into, as plain data that can be printed as JSON.

import type { Diagnostic, Origin } from "./diagnostics.ts";
import type { SpecifierSet } from "./pep/pep440.ts";
import type { Marker } from "./pep/pep508.ts";

/** Where a requirement's distribution comes from. URLs and paths are as written, without credentials. */
export type Source =
  | { readonly kind: "registry" /** An index's name or URL, where the manifest binds it. */; readonly index?: string }
  | { readonly kind: "url"; readonly url: string; readonly subdirectory?: string }
  | {
      readonly kind: "vcs";
      /** `git`, `hg`, `svn` or `bzr`. */
      readonly vcs: string;
      readonly url: string;
      readonly reference?: string;
      readonly subdirectory?: string;
    }
  | {
      readonly kind: "path";
      /** Relative to the folder of the manifest, or absolute. */
      readonly path: string;
      /** The folder of the manifest that named the path, as it was given on the command line. */
      readonly base: string;
      readonly editable: boolean;
      /** Only its dependencies are wanted: there is nothing to install. */
      readonly virtual?: true;
    };

/** The versions that a requirement accepts: those in any of these sets. One set unless the format has unions. */
export type Constraint = readonly SpecifierSet[];

/** One requirement as it was written. */
export interface Requirement {
  /** As written; null for a local path or URL that does not tell its project's name. */
  readonly name: string | null;
  /** The PEP 503 normalized name, or the URL or path of an unnamed one. */
  readonly key: string;
  readonly extras: readonly string[];
  readonly constraint: Constraint;
  readonly marker: Marker | null;
  readonly source: Source;
  /** `algorithm:digest`, any of which a file must have. */
  readonly hashes: readonly string[];
  /** Options of the requirement that only pip understands, as it wants them: `--config-settings=...`. */
  readonly options: readonly string[];
  /** The dependency group it belongs to; `main` for the project's own dependencies. */
  readonly group: string;
  /** The extra of the project that it belongs to, normalized. */
  readonly extra: string | null;
  readonly origin: Origin;
}

/** A package index or a folder of files that the manifest names. */
export interface PackageIndex {
  readonly kind: "primary" | "extra" | "find-links";
  readonly name: string | null;
  /** Without credentials. */
  readonly url: string;
  /** The folder that a local path is seen from, as seen from the working folder, where that is not the file's. */
  readonly base?: string;
  readonly origin: Origin;
}

/** An option of the whole installation, as pip's command line takes it. */
export interface PipOption {
  readonly option: string;
  readonly value: string | null;
  readonly origin: Origin;
}

/** The range of interpreters that the project declares. */
export interface RequiresPython {
  readonly constraint: Constraint;
  /** As written. */
  readonly text: string;
  readonly origin: Origin;
}

/** A file of a locked package. */
export interface LockedFile {
  readonly name: string;
  /** `algorithm:digest`; of several the one that indexes have most. */
  readonly hash: string | null;
  /** The other digests of the same file, where the lock has them. */
  readonly otherHashes?: readonly string[];
  readonly url?: string;
  /** Where the lock has the file itself: relative to the folder of the lock, or absolute. */
  readonly path?: string;
}

/** An edge of the lock graph. */
export interface LockedDependency {
  /** Normalized. */
  readonly key: string;
  readonly extras: readonly string[];
  /** The versions that the dependent accepts, or the one that the lock means; null where the lock tells neither. */
  readonly constraint: Constraint | null;
  readonly marker: Marker | null;
  /** Whether it is only wanted for one of the package's extras. */
  readonly optional: boolean;
  /** The entry that is meant, where the lock has several of the name and tells which. */
  readonly pinned?: { readonly version: string; readonly source: Source };
}

/** An extra or group of a package, or the package itself, of which a set cannot be chosen together. */
export interface ConflictItem {
  /** Normalized names. */
  readonly package: string;
  readonly kind: "package" | "extra" | "group";
  /** Of the extra or group; the package's own for the package. */
  readonly name: string;
}

/** A package as a lock file pins it. A name can occur more than once, under different markers. */
export interface LockedPackage {
  readonly name: string;
  readonly key: string;
  /** Empty where the lock tells none: of a source tree, or of a requirement that it took over without a version. */
  readonly version: string;
  readonly source: Source;
  readonly marker: Marker | null;
  /** The groups that it belongs to, where the lock says so (`main` for the project's own). */
  readonly groups: readonly string[] | null;
  readonly requiresPython: Constraint;
  readonly dependencies: readonly LockedDependency[];
  /** For each extra (normalized) the keys of the packages that it adds. */
  readonly extras: Readonly<Record<string, readonly string[]>>;
  /** For each dependency group (normalized) what it asks for: of a project that the lock is for. */
  readonly dependencyGroups?: Readonly<Record<string, readonly LockedDependency[]>>;
  readonly files: readonly LockedFile[];
  readonly origin: Origin;
}

/**
 * A lock file. Where the chosen extras and groups decide what belongs to a selection, its markers ask for them as PEP
 * 751 does (`"name" in extras`, `"name" in dependency_groups`); a lock for several projects writes `"project[name]"`.
 */
export interface Lock {
  readonly file: string;
  /**
   * What belongs to a selection: what the project's requirements lead to by the `dependencies`, or every package
   * whose own marker and groups say so.
   */
  readonly reach: "dependencies" | "markers";
  /** The tool that wrote it. */
  readonly tool: string;
  readonly packages: readonly LockedPackage[];
  readonly requiresPython: RequiresPython | null;
  /** The lock is for environments where one of these holds; for all where it does not say. */
  readonly environments?: readonly Marker[];
  /** The groups and extras that can be chosen, where the lock names them. */
  readonly selectables?: readonly Selectable[];
  /** The groups that are wanted with the project's own dependencies, or stand for them (PEP 751's `default-groups`). */
  readonly defaultGroups?: readonly string[];
  /** The indexes that the lock names beside the public one. */
  readonly indexes?: readonly PackageIndex[];
  /** The keys of the packages that the lock is for: the project, or the members of its workspace. */
  readonly members?: readonly string[];
  /** What is wanted beside the members' own: by a script, or by a workspace's root that is no project. */
  readonly requirements?: readonly LockedDependency[];
  /** The groups of a root that is no project. */
  readonly dependencyGroups?: Readonly<Record<string, readonly LockedDependency[]>>;
  /** Sets of which at most one item can be chosen. */
  readonly conflicts?: readonly (readonly ConflictItem[])[];
}

/** A set of requirements that can be chosen: the project's own, a dependency group or an extra. */
export interface Selectable {
  readonly kind: "group" | "extra";
  /** Normalized. */
  readonly name: string;
  /** Whether the tool that the manifest is for installs it without being asked. */
  readonly byDefault: boolean;
}

/** A project that is converted, as against one that it depends on. */
export interface OwnProject {
  readonly name: string;
  /** Normalized. */
  readonly key: string;
  /** Its folder: relative to `base`, or absolute. */
  readonly path: string;
  /** The folder of its manifest or lock, as it was given on the command line. */
  readonly base: string;
}

/** All that was read of a project. */
export interface Project {
  readonly name: string | null;
  /** The groups beside `main`, and the extras. */
  readonly selectables: readonly Selectable[];
  readonly requirements: readonly Requirement[];
  /** What the project is built with (PEP 518's `build-system.requires`). */
  readonly buildRequires: readonly Requirement[];
  /** pip's constraints: they narrow a requirement that is there, and ask for nothing themselves. */
  readonly constraints: readonly Requirement[];
  /** Every range that the interpreter should be in. */
  readonly requiresPython: readonly RequiresPython[];
  /** Whether the manifest describes a project that pip can install from its folder. */
  readonly installable: boolean;
  /** The projects of the manifests that can be installed. */
  readonly own: readonly OwnProject[];
  readonly indexes: readonly PackageIndex[];
  readonly pipOptions: readonly PipOption[];
  readonly lock: Lock | null;
  /** The project's folder as seen from the lock's: another one than `.` for a member of a workspace; several for several. */
  readonly foldersInLock: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, in reading order. */
  readonly files: readonly string[];
}

/** The group of the project's own dependencies. */
export const MAIN_GROUP = "main";

export const ANY_VERSION: Constraint = [[]];

/** A project of nothing: what a format does not have. */
export const EMPTY_PROJECT: Project = {
  name: null,
  selectables: [],
  requirements: [],
  buildRequires: [],
  constraints: [],
  requiresPython: [],
  installable: false,
  own: [],
  indexes: [],
  pipOptions: [],
  lock: null,
  foldersInLock: ["."],
  diagnostics: [],
  files: [],
};
