// What a lock keeps of the manifest that it was made for, so that one can tell whether it still is the lock of it.

import type { Origin } from "../diagnostics.ts";
import type { Lock, Requirement } from "../project.ts";

/** A lock as its reader gives it. */
export interface ReadLock extends Lock {
  /** Missing where the format has nothing of the kind. */
  readonly madeFor?: MadeFor;
}

/** What a lock keeps of the manifest that it was made for. */
export type MadeFor =
  | {
      /** A digest over the parts of the manifest that decide what is locked. */
      readonly kind: "digest";
      /** As the lock names it: `sha256`. */
      readonly algorithm: string;
      /** In hexadecimal. */
      readonly digest: string;
      /** The version of the lock's format, and the tool's; null where the lock does not tell. */
      readonly lockVersion: string | null;
      readonly toolVersion: string | null;
      readonly origin: Origin;
    }
  | {
      /** The requirements themselves, paths in them relative to the folder of the lock. */
      readonly kind: "requirements";
      /** The members of the workspace, or the one project; one whose requirements the lock leaves out is missing. */
      readonly projects: readonly RecordedProject[];
      /** What holds for all projects: asked for beside theirs, constraints and overrides. */
      readonly requirements: readonly Requirement[];
      readonly constraints: readonly Requirement[];
      readonly overrides: readonly Requirement[];
      readonly origin: Origin;
    };

/** What a lock keeps of one project's manifest. */
export interface RecordedProject {
  readonly key: string;
  /** Relative to the folder of the lock. */
  readonly folder: string;
  readonly requirements: readonly Requirement[];
  readonly origin: Origin;
}
