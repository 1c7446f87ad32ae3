// What every part of one resolution shares: the index under the chosen interpreter, and what is told to the user.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import type { Absence, Candidate, NixpkgsIndex } from "../nixpkgs/index.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { partiallyEvaluate, simplifyMarker } from "../pep/marker-algebra.ts";
import { formatMarker, type Marker, MarkerError } from "../pep/pep508.ts";
import { type InterpreterIdentity, interpreterEnvironment, type PlatformSet, platformsOf } from "../platforms.ts";
import type { Requirement } from "../project.ts";
import type { InterpreterChoice, Requester } from "./plan.ts";

/** A requirement and where its marker holds. */
export interface Active {
  readonly requirement: Requirement;
  readonly platforms: PlatformSet;
  /** What of the marker can only be decided when the shell is entered. */
  readonly undecided: Marker | null;
}

export class Context {
  readonly identity: InterpreterIdentity;
  readonly #found = new Map<string, Candidate | Absence>();

  constructor(
    readonly index: NixpkgsIndex,
    readonly interpreter: InterpreterChoice,
    readonly diagnostics: Diagnostic[],
  ) {
    this.identity = { version: interpreter.version, implementation: "cpython" };
  }

  /** The index's answer for a normalized name. */
  find(key: string): Candidate | Absence {
    let found = this.#found.get(key);
    if (!found) {
      found = this.index.find(key, this.interpreter.attribute);
      this.#found.set(key, found);
    }
    return found;
  }

  /** Decides each requirement's marker. Throws an InputError for a comparison that is not defined. */
  activate(requirements: readonly Requirement[]): Active[] {
    return requirements.map((requirement) => {
      const { origin, marker } = requirement;
      try {
        const { platforms, unknown } = platformsOf(marker, this.identity);
        for (const comparison of unknown) {
          const message = `${formatMarker(comparison)} cannot be told before the shell is entered: pip decides it then, and a package of nixpkgs is taken as if it held`;
          this.diagnostics.push({ severity: "warning", message, origin });
        }
        return { requirement, platforms, undecided: unknown.length > 0 ? this.#remainder(marker) : null };
      } catch (error) {
        if (!(error instanceof MarkerError)) throw error;
        throw new InputError(`this marker cannot be evaluated: ${error.message}`, { origin });
      }
    });
  }

  /** What remains of a marker under the interpreter. */
  #remainder(marker: Marker | null): Marker | null {
    const rest = marker && simplifyMarker(partiallyEvaluate(marker, interpreterEnvironment(this.identity)));
    return typeof rest === "boolean" ? null : rest;
  }
}

export function isCandidate(found: Candidate | Absence): found is Candidate {
  return "attribute" in found;
}

/** The lines of the manifest that ask for something. */
export function requestersOf(active: readonly Active[]): Requester[] {
  return active.map(({ requirement }) => ({ kind: "manifest", origin: requirement.origin }));
}

/** Why a package of nixpkgs is taken. */
export function fitReason(candidate: Candidate, active: readonly Active[]): string {
  const free = active.every(({ requirement }) => isUnconstrained(requirement.constraint));
  const note = candidate.note ? ` (${candidate.note})` : "";
  return `nixpkgs has ${candidate.version}${free ? "" : ", which fits"}${note}`;
}

export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
