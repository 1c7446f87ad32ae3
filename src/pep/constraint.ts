// Constraints: unions of specifier sets. One format alone (Poetry's) needs more than one set.

import {
  allowsPrereleases,
  formatSpecifierSet,
  isPrerelease,
  parseVersion,
  type SpecifierSet,
  satisfies,
} from "./pep440.ts";

type Constraint = readonly SpecifierSet[];

/** Whether every version is in the constraint. */
export function isUnconstrained(constraint: Constraint): boolean {
  return constraint.some((set) => set.length === 0);
}

/**
 * Whether a version is in the constraint as an installer chooses it: a pre-release only where the set names one.
 */
export function admits(constraint: Constraint, version: string): boolean {
  const parsed = parseVersion(version);
  return constraint.some(
    (set) =>
      satisfies(set, version) && (!parsed || !isPrerelease(parsed) || set.length === 0 || allowsPrereleases(set)),
  );
}

/** The constraint as text, `*` for any version and `||` between sets. */
export function formatConstraint(constraint: Constraint): string {
  return isUnconstrained(constraint) ? "*" : constraint.map(formatSpecifierSet).join(" || ");
}
