// What differs between two indexes.

import type { NixpkgsIndex } from "./index.ts";

export interface IndexDifference {
  /** The interpreter whose sets are compared, in each. */
  readonly interpreters: readonly [string, string];
  /** Attributes that only the second has, with their versions. */
  readonly added: readonly { readonly attribute: string; readonly version: string }[];
  /** Attributes that only the first has. */
  readonly removed: readonly { readonly attribute: string; readonly version: string }[];
  readonly changed: readonly { readonly attribute: string; readonly from: string; readonly to: string }[];
}

/** Compares the sets of one interpreter, or of each index's default when none is named; in the order of attributes. */
export function diffIndexes(a: NixpkgsIndex, b: NixpkgsIndex, interpreter: string | null): IndexDifference {
  const interpreters = [interpreter ?? a.release.default, interpreter ?? b.release.default] as const;
  const [before, after] = [a.versions(interpreters[0]), b.versions(interpreters[1])];
  const only = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...some].flatMap(([attribute, version]) => (others.has(attribute) ? [] : [{ attribute, version }]));
  return {
    interpreters,
    added: only(after, before),
    removed: only(before, after),
    changed: [...before].flatMap(([attribute, from]) => {
      const to = after.get(attribute);
      return to === undefined || to === from ? [] : [{ attribute, from, to }];
    }),
  };
}
