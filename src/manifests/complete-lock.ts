// What tells that a part of a lock is missing, where its format has nothing at the end that would.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { forSelection } from "../pep/marker-algebra.ts";
import { satisfies } from "../pep/pep440.ts";
import { type Marker, MarkerError } from "../pep/pep508.ts";
import { ALL_PLATFORMS, NO_PLATFORM, platformsOf } from "../platforms.ts";
import type { Lock, LockedPackage } from "../project.ts";

/** Poetry up to 1.7 locks none of these, and pip brings them. */
const NEVER_LOCKED: ReadonlySet<string> = new Set(["distribute", "pip", "setuptools", "wheel"]);

/** Releases at both ends of every series, for markers that compare with a patch release. */
const INTERPRETERS = Array.from({ length: 15 }, (_, minor) => [`3.${minor}.0`, `3.${minor}.99`]).flat();

type Checked = Pick<Lock, "packages" | "requiresPython" | "environments" | "selectables">;

/**
 * Refuses a lock that lacks a package which another one needs, whatever the marker; `again` says what makes it again.
 * For tools that leave out of a package's edges what they do not lock.
 */
export function checkComplete({ packages }: Pick<Lock, "packages">, again: string): void {
  const keys = new Set(packages.map(({ key }) => key));
  for (const { name, dependencies, origin } of packages) {
    const missing = dependencies.find(({ key }) => !keys.has(key) && !NEVER_LOCKED.has(key));
    if (missing)
      throw new InputError(
        `${name} needs ${missing.key}, which is not in the lock: it is only a part of one, or was changed by hand`,
        { origin, hint: `Make it again with ${again}.` },
      );
  }
}

/** Refuses a lock that has a package twice. */
export function checkDoubles({ packages }: Pick<Lock, "packages">): void {
  const seen = new Set<string>();
  for (const { key, version, source, marker, name, origin } of packages) {
    const id = JSON.stringify([key, version, source, marker]);
    if (seen.has(id))
      throw new InputError(`${name} ${version} is there twice: the lock was merged or changed by hand`, { origin });
    seen.add(id);
  }
}

/**
 * Tells what packages need and the lock does not have, where that can be meant: PDM's setting `excludes` leaves packages
 * out, and no lock says which; in a pylock.toml edges are only for people. Where the packages stand in the order of their
 * names, what would stand behind the last one is missing from a lock that was cut off, too.
 */
export function tellMissing(lock: Checked, by: "PDM" | null, isForAll: boolean, diagnostics: Diagnostic[]): void {
  const missing = missingPackages(lock, isForAll);
  const end =
    lock.packages
      .map(({ key }) => key)
      .sort()
      .at(-1) ?? "";
  const behind = missing.filter(({ key }) => key > end);
  const [first = missing[0]] = behind;
  if (!first) return;
  const keys = [...new Set(missing.map(({ key }) => key))].sort().join(", ");
  const cause =
    by === null
      ? "it is only a part of one"
      : "tool.pdm.resolution.excludes leaves that out, or it is only a part of one";
  diagnostics.push({
    severity: by === null || behind.length > 0 ? "warning" : "note",
    message: `packages of this lock need ${keys}, which it does not have: ${cause}`,
    origin: first.dependent.origin,
  });
}

/**
 * What packages need on a system of nixpkgs, under an interpreter that the lock is for, and the lock does not have.
 * `isForAll` says whether what only other machines than the one that locked need is locked too.
 */
function missingPackages(
  lock: Checked,
  isForAll = true,
): { readonly dependent: LockedPackage; readonly key: string }[] {
  const keys = new Set(lock.packages.map(({ key }) => key));
  return lock.packages.flatMap((dependent) =>
    dependent.dependencies
      .filter(({ key, marker }) => !keys.has(key) && !NEVER_LOCKED.has(key) && (marker === null || isForAll))
      .filter(({ marker }) => canHold([marker, dependent.marker], lock))
      .map(({ key }) => ({ dependent, key })),
  );
}

/**
 * Whether all markers hold somewhere that the lock is for, with any of its extras and groups chosen. A comparison that is
 * not defined does not tell.
 */
function canHold(markers: readonly (Marker | null)[], lock: Checked): boolean {
  try {
    return holdsSomewhere(markers, lock);
  } catch (error) {
    if (error instanceof MarkerError) return false;
    throw error;
  }
}

function holdsSomewhere(
  markers: readonly (Marker | null)[],
  { requiresPython, environments = [], selectables = [] }: Checked,
): boolean {
  const names = (kind: string) => new Set(selectables.filter((part) => part.kind === kind).map(({ name }) => name));
  const rest = markers.map((marker) => (marker === null ? true : forSelection(marker, names("extra"), names("group"))));
  if (rest.includes(false)) return false;
  const needed = rest.flatMap((marker) => (typeof marker === "boolean" ? [] : [marker]));
  return INTERPRETERS.some((version) => {
    if (requiresPython && !requiresPython.constraint.some((set) => satisfies(set, version))) return false;
    const where = (marker: Marker) => platformsOf(marker, { version, implementation: "cpython" }).platforms;
    const covered = environments.reduce((set, marker) => set | where(marker), NO_PLATFORM);
    const start = environments.length > 0 ? covered : ALL_PLATFORMS;
    return needed.reduce((set, marker) => set & where(marker), start) !== NO_PLATFORM;
  });
}
