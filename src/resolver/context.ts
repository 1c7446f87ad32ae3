// What every part of one resolution shares: the index under the chosen interpreter, and what is told to the user.

import { type Diagnostic, InputError, type Origin } from "../diagnostics.ts";
import type { Absence, Candidate, NixpkgsIndex } from "../nixpkgs/index.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { partiallyEvaluate, simplifyMarker } from "../pep/marker-algebra.ts";
import { formatMarker, type Marker, MarkerError } from "../pep/pep508.ts";
import { type InterpreterIdentity, interpreterEnvironment, type PlatformSet, platformsOf } from "../platforms.ts";
import type { Constraint, Requirement } from "../project.ts";
import {
  EMPTY_SETTINGS,
  type Match,
  type PackageSettings,
  packageSettings,
  type Settings,
} from "../settings/settings.ts";
import { misfit } from "./fit.ts";
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
  /** Messages that are said once, whoever finds them. */
  readonly told = new Set<string>();

  constructor(
    readonly index: NixpkgsIndex,
    readonly interpreter: InterpreterChoice,
    readonly diagnostics: Diagnostic[],
    readonly settings: Settings = EMPTY_SETTINGS,
  ) {
    this.identity = { version: interpreter.version, implementation: "cpython" };
  }

  /** What the user decided for a project by its normalized name, or null. */
  decided(key: string): PackageSettings | null {
    return this.settings.packages.length === 0 ? null : packageSettings(this.settings, key);
  }

  /** Which of nixpkgs' versions of a project are taken. */
  match(key: string): Match {
    return this.decided(key)?.match?.value ?? this.settings.match?.value ?? "compatible";
  }

  /** Whether the user says that a project comes from pip. */
  isFromPip(key: string): boolean {
    return this.decided(key)?.from?.value === "pip";
  }

  /** Whether the user says that a project comes from nixpkgs, whatever its version. */
  isForced(key: string): boolean {
    return this.decided(key)?.from?.value === "nixpkgs";
  }

  /**
   * What stands for a normalized name: the attribute that the user names, or the index's answer. Throws an InputError
   * where the user wants it from nixpkgs and nothing there is known to be it.
   */
  find(key: string): Candidate | Absence {
    let found = this.#found.get(key);
    if (!found) {
      found = this.#look(key);
      this.#found.set(key, found);
    }
    return found;
  }

  #look(key: string): Candidate | Absence {
    const { from, attribute, reason } = this.decided(key) ?? {};
    const why = reason ? `: ${reason.value}` : "";
    if (from?.value === "pip") return { reason: `it is to come from pip${why}` };
    const found = attribute
      ? this.index.attribute(attribute.value.path, attribute.value.kind, this.interpreter.attribute)
      : this.index.find(key, this.interpreter.attribute);
    if (isCandidate(found)) return attribute ? { ...found, note: reason?.value ?? "as the settings say" } : found;
    const setting = attribute ?? from;
    if (!setting) return found;
    const name = attribute ? attribute.value.path.join(".") : key;
    const missing = `this nixpkgs has no ${name} for Python ${this.interpreter.version}`;
    throw new InputError(found.flag === undefined ? missing : found.reason, {
      ...(setting.origin ? { origin: setting.origin } : {}),
      hint: "py2nix search NAME shows what it has.",
    });
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

/** With `--match any` a version that does not fit is taken and told. */
export function tellMismatch(
  context: Context,
  candidate: Candidate | null,
  constraint: Constraint,
  name: string,
  origin?: Origin,
): void {
  const reason = candidate && misfit(candidate, constraint);
  if (reason === null) return;
  const message = `${name}: ${reason}: nixpkgs' version is taken all the same, as was asked for`;
  if (context.told.has(message)) return;
  context.told.add(message);
  context.diagnostics.push({ severity: "warning", message, ...(origin ? { origin } : {}) });
}

/** Why a package of nixpkgs is taken. */
export function fitReason(candidate: Candidate, active: readonly Active[]): string {
  const free = active.every(({ requirement }) => isUnconstrained(requirement.constraint));
  const note = candidate.note ? ` (${candidate.note})` : "";
  return `nixpkgs has ${candidate.version}${free ? "" : ", which fits"}${note}`;
}
