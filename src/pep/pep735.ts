// PEP 735: dependency groups, and the groups that they include.

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
 * is not there, and a group that includes itself.
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
  const expanded = new Map<string, T[]>();
  const expand = (key: string, chain: readonly string[]): T[] => {
    const known = expanded.get(key);
    if (known) return known;
    const requirements = (byName.get(key)?.entries ?? []).flatMap((entry) => {
      if (entry.kind === "requirement") return [entry.at];
      const included = normalizeName(entry.group);
      if (!byName.has(included)) throw new DependencyGroupError(`there is no group \`${entry.group}\``, entry.at);
      if (chain.includes(included)) {
        throw new DependencyGroupError(
          `the group \`${included}\` includes itself: ${[...chain, included].join(" > ")}`,
          entry.at,
        );
      }
      return expand(included, [...chain, included]);
    });
    expanded.set(key, requirements);
    return requirements;
  };
  return new Map([...byName.keys()].map((key) => [key, expand(key, [key])]));
}
