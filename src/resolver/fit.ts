// Whether nixpkgs' version of a project is one that a requirement accepts.

import type { Candidate } from "../nixpkgs/index.ts";
import { admits, formatConstraint, isUnconstrained } from "../pep/constraint.ts";
import { isPrerelease, parseVersion } from "../pep/pep440.ts";
import type { Constraint } from "../project.ts";

/** Null when the candidate's version fits, else why it does not. */
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
