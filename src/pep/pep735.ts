// PEP 735: dependency groups, and the groups that they include.

import { limitOf, raised } from "../limits.ts";
import { isValidName, normalizeName } from "./pep503.ts";

/** An entry of a group: a requirement, or the name of a group whose entries stand here. `at` is where it is written. */
export type GroupEntry<T> =
  | { readonly kind: "requirement"; readonly at: T }
  | { readonly kind: "include"; readonly group: string; readonly at: T };

export interface DependencyGroup<T> {
  /** As written. */
  readonly name: string;
  readonly entries: readonly GroupEntry<T>[];
  readonly at: T;
}

/** The groups break a rule of PEP 735; `at` is the entry or group that does. */
export class DependencyGroupError<T> extends Error {
  override readonly name = "DependencyGroupError";
  constructor(
    message: string,
    readonly at: T,
  ) {
    super(message);
  }
}

/**
 * The requirements of each group by its normalized name, those of included groups in the place of the include.
 * Throws a DependencyGroupError for a name that is none, two groups of one normalized name, an included group that
 * is not there, a group that includes itself, and groups that include each other too deep or too often.
 */
export function expandGroups<T>(groups: readonly DependencyGroup<T>[]): Map<string, T[]> {
  const byName = new Map<string, DependencyGroup<T>>();
  for (const group of groups) {
    const key = normalizeName(group.name);
    const other = byName.get(key);
    if (!isValidName(group.name))
      throw new DependencyGroupError(`\`${group.name}\` is not a valid name of a group`, group.at);
    if (other) {
      throw new DependencyGroupError(`the group \`${group.name}\` is already defined as \`${other.name}\``, group.at);
    }
    byName.set(key, group);
  }
  checkIncludes(byName);
  return new Map([...byName.keys()].map((key) => [key, requirementsOf(key, byName)]));
}

type Groups<T> = ReadonlyMap<string, DependencyGroup<T>>;

/** What is below a group: how many levels, and how many times a group is included. */
interface Extent {
  readonly levels: number;
  readonly includes: number;
}

/** Groups that include the next one twice each would be as many as a power of two. */
function checkIncludes<T>(groups: Groups<T>): void {
  const [deepest, most] = [limitOf("include-depth"), limitOf("included-files")];
  const extents = new Map<string, Extent>();
  const check = (key: string, chain: readonly string[]): Extent => {
    const known = extents.get(key);
    if (known) return known;
    let [levels, includes] = [0, 0];
    for (const entry of groups.get(key)?.entries ?? []) {
      if (entry.kind === "requirement") continue;
      const included = normalizeName(entry.group);
      if (!groups.has(included)) throw new DependencyGroupError(`there is no group \`${entry.group}\``, entry.at);
      if (chain.includes(included)) {
        throw new DependencyGroupError(
          `the group \`${included}\` includes itself: ${[...chain, included].join(" > ")}`,
          entry.at,
        );
      }
      const below = chain.length > deepest ? null : check(included, [...chain, included]);
      levels = Math.max(levels, 1 + (below?.levels ?? deepest));
      includes += 1 + (below?.includes ?? 0);
      if (levels > deepest)
        throw new DependencyGroupError(
          `groups include each other deeper than ${deepest} levels${raised("include-depth")}`,
          entry.at,
        );
      if (includes > most)
        throw new DependencyGroupError(
          `the group \`${key}\` includes more than ${most} groups${raised("included-files")}`,
          entry.at,
        );
    }
    extents.set(key, { levels, includes });
    return { levels, includes };
  };
  for (const key of groups.keys()) check(key, [key]);
}

function requirementsOf<T>(key: string, groups: Groups<T>): T[] {
  return (groups.get(key)?.entries ?? []).flatMap((entry) =>
    entry.kind === "requirement" ? [entry.at] : requirementsOf(normalizeName(entry.group), groups),
  );
}
