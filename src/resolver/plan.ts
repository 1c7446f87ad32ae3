// The plan: where each dependency comes from, and why. What the shells render and the reports show.

import type { Diagnostic, Origin } from "../diagnostics.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";
import type { PlatformSet } from "../platforms.ts";
import type { LockedFile, PackageIndex, PipOption, Source } from "../project.ts";

/** Who asks for a dependency: a line of a manifest, or another package of the lock. */
export type Requester =
  | { readonly kind: "manifest"; readonly origin: Origin }
  | { readonly kind: "package"; readonly name: string };

/** How pip is asked for a distribution. */
export interface PipRequirement {
  /** As pip shows it; null for an unnamed URL or path. */
  readonly name: string | null;
  readonly extras: readonly string[];
  /** `>=1,<2` or `==1.2.3`; empty for any version and for what is no registry's. */
  readonly specifier: string;
  readonly source: Source;
  /** A marker that only pip can decide, when the shell is entered. */
  readonly marker: string | null;
  readonly hashes: readonly string[];
  readonly options: readonly string[];
  /** The files that the lock has of it and that an installer on a system of nixpkgs can take; none without a lock. */
  readonly files: readonly LockedFile[];
  /** The line of the manifest or the lock's entry that it is made from; null for the project itself, which no line names. */
  readonly origin: Origin | null;
}

/** What a Nix attribute is asked for. */
export interface NixPackage {
  readonly kind: "python" | "program";
  readonly attribute: readonly string[];
  readonly version: string;
  /** Extras without a lock, and where they are asked for: what they add is taken from `optional-dependencies`. */
  readonly extras: readonly { readonly name: string; readonly platforms: PlatformSet }[];
}

/** A dependency of a package, by its normalized name. */
export interface Need {
  readonly key: string;
  readonly platforms: PlatformSet;
}

/** Why a package comes from pip, as others decide it. The reason of the decision says more, in words. */
export interface PipCause {
  /**
   * The packages from pip that it follows: nixpkgs' own was built against the first, that against the next. What is told
   * beside is then about the last. None where it comes from pip for its own sake.
   */
  readonly builtOn: readonly string[];
  /** The package from pip, or the project, that does not accept nixpkgs' version; null where it is not for one. */
  readonly by: string | null;
  /** Whether the user says that it comes from pip. */
  readonly isSet: boolean;
}

interface DecisionBase {
  readonly name: string;
  readonly key: string;
  /** Where it is wanted and comes from here. */
  readonly platforms: PlatformSet;
  readonly reason: string;
  readonly requesters: readonly Requester[];
}

/** One dependency's way. A dependency that takes two ways on different platforms has two decisions. */
export type Decision =
  | (DecisionBase & {
      readonly from: "nixpkgs";
      readonly package: NixPackage;
      /** False where another package of nixpkgs brings it. */
      readonly listed: boolean;
    })
  | (DecisionBase & {
      readonly from: "pip";
      readonly cause: PipCause;
      readonly requirements: readonly PipRequirement[];
      /** Whether a wheel without compiled parts is known to be there. */
      readonly isPure: boolean;
      /** Whether a lock pins it. */
      readonly isLocked?: true;
      /** Whether it is a project that is converted, and no dependency. */
      readonly isOwn?: true;
      /** What the lock says that it needs, and where; none without a lock. */
      readonly needs: readonly Need[];
    })
  /** Not needed here: the standard library has it, no marker holds, or only a package of nixpkgs wanted it. */
  | (DecisionBase & { readonly from: "nowhere" });

export interface InterpreterChoice {
  /** `python313` */
  readonly attribute: string;
  /** `3.13.7`, as the index has it. */
  readonly version: string;
  readonly reason: string;
}

/** A constraint of the project for pip, and where it applies. */
export interface PipConstraint {
  readonly text: string;
  readonly platforms: PlatformSet;
  readonly origin: Origin;
}

export interface Plan {
  readonly projectName: string | null;
  /** The groups that were chosen, `main` among them for the project's own dependencies, and the extras. Normalized. */
  readonly groups: readonly string[];
  readonly extras: readonly string[];
  readonly index: NixpkgsRelease;
  readonly interpreter: InterpreterChoice;
  /** In the order of their keys. */
  readonly decisions: readonly Decision[];
  readonly constraints: readonly PipConstraint[];
  readonly indexes: readonly PackageIndex[];
  readonly pipOptions: readonly PipOption[];
  /** Attributes of libraries that wheels load, and of programs that they start, beside the usual ones. */
  readonly wheelLibraries: readonly (readonly string[])[];
  readonly wheelPrograms: readonly (readonly string[])[];
  /** Whether anything from pip may have compiled parts. */
  readonly hasBinaryWheels: boolean;
  readonly diagnostics: readonly Diagnostic[];
}
