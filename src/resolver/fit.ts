// Whether nixpkgs' version of a project is one that a requirement accepts.

import type { Candidate } from "../nixpkgs/index.ts";
import { admits, formatConstraint, isUnconstrained } from "../pep/constraint.ts";
import { isPrerelease, parseVersion } from "../pep/pep440.ts";
import type { Constraint } from "../project.ts";

/** Null when the candidate's version is in the constraint, else why it does not fit. */
export function misfit(candidate: Candidate, constraint: Constraint): string | null {
  if (isUnconstrained(constraint)) return null;
  const wanted = formatConstraint(constraint);
  if (candidate.comparable === null) {
    return `nixpkgs has ${candidate.version || "no version"}, which cannot be compared with ${wanted}${candidate.note ? ` (${candidate.note})` : ""}`;
  }
  if (admits(constraint, candidate.comparable)) return null;
  const version = parseVersion(candidate.comparable);
  const early = version && isPrerelease(version) ? ", a pre-release," : "";
  return `nixpkgs has ${candidate.version}${early} and ${wanted} is required`;
}

/** Null when the candidate has the version that the lock has, else why it does not fit. */
export function unequal(candidate: Candidate, locked: string): string | null {
  if (locked === "") return null;
  const isEqual =
    candidate.comparable !== null && admits([[{ operator: "==", version: locked }]], candidate.comparable);
  return isEqual ? null : `nixpkgs has ${candidate.version || "no version"} and the lock has ${locked}`;
}
