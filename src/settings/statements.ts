// What several lines or options say of one project, put together: said twice and said against each other are errors.

import type { InputError } from "../diagnostics.ts";
import { contradictionOf, inOrder, type PackageSettings } from "./settings.ts";

/** Something said of one project, and how an error about it is made. */
export interface Statement {
  readonly says: PackageSettings;
  readonly error: (message: string) => InputError;
}

/** A project of which nothing is said yet. */
export function unsaid(name: string, key: string, origin: PackageSettings["origin"]): PackageSettings {
  return { name, key, origin, from: null, attribute: null, match: null, libraries: [], reason: null };
}

/** All that is said, a project each. Throws the error of the first statement that does not go with those before it. */
export function combine(statements: readonly Statement[]): readonly PackageSettings[] {
  const byKey = new Map<string, PackageSettings>();
  for (const { says, error } of statements) {
    const before = byKey.get(says.key);
    const conflict = before ? conflictBetween(before, says) : null;
    if (conflict !== null) throw error(conflict);
    const all: PackageSettings = before
      ? {
          ...before,
          from: before.from ?? says.from,
          attribute: before.attribute ?? says.attribute,
          match: before.match ?? says.match,
          libraries: [...before.libraries, ...says.libraries],
          reason: before.reason ?? says.reason,
        }
      : says;
    const contradiction = contradictionOf(all);
    if (contradiction !== null) throw error(contradiction);
    byKey.set(says.key, all);
  }
  return inOrder([...byKey.values()]);
}

/** The decision that both make, and make differently, or null. */
function conflictBetween(before: PackageSettings, says: PackageSettings): string | null {
  const { key } = says;
  if (before.from && says.from && before.from.value !== says.from.value)
    return `${key} is to come from ${before.from.value} and from ${says.from.value}`;
  if (before.attribute && says.attribute) return `${key} is mapped to an attribute twice`;
  if (before.match && says.match) return `what has to match for ${key} is set twice`;
  return null;
}

/** The first text that stands in a list twice (after `keyOf`), with the one before it; null where there is none. */
export function firstRepeated<T>(items: readonly T[], keyOf: (item: T) => string): readonly [T, T] | null {
  const seen = new Map<string, T>();
  for (const item of items) {
    const before = seen.get(keyOf(item));
    if (before !== undefined) return [before, item];
    seen.set(keyOf(item), item);
  }
  return null;
}
