// Which nixpkgs an index is of, in words, and which of several is meant.

import { InputError } from "../diagnostics.ts";
import type { NixpkgsRelease } from "./index.ts";

/** An index by its identity: `nixos-26.05@0123456789ab`. */
export interface StoredIndex {
  readonly id: string;
  readonly release: NixpkgsRelease;
}

/** The name that means the index that comes with the program. */
export const EMBEDDED = "embedded";

/** A channel or another name that an index can have. */
export const INDEX_NAME = /^(?!embedded$)[A-Za-z0-9][A-Za-z0-9._+-]{0,99}$/;

/** The identity of an index: its name and what it is of, a revision or where there is none, a digest. */
export function indexId(name: string, revision: string): string {
  return `${name}@${revision.slice(0, 12)}`;
}

/** `nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09)`: as the header of a file and the summary name it. */
export function formatRelease({ revision, channel, date }: NixpkgsRelease): string {
  const what = revision === "" ? "a nixpkgs without a revision" : `nixpkgs ${revision.slice(0, 12)}`;
  return `${what} (${date === "" ? channel : `${channel}, ${date}`})`;
}

/** The newest of some indexes. */
export function newest(indexes: readonly StoredIndex[]): StoredIndex | null {
  return [...indexes].sort(byAge)[0] ?? null;
}

/** The newest first; by their identities where dates do not tell. */
export function byAge(a: StoredIndex, b: StoredIndex): number {
  const [x, y] = [a.release.date, b.release.date];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? 1 : -1;
}

/**
 * The index that a name means: an identity, the start of one that no other has, a name (the newest of that name), or a
 * revision. Throws an InputError.
 */
export function indexNamed(name: string, stored: readonly StoredIndex[]): StoredIndex {
  const exact = stored.find(({ id }) => id === name);
  if (exact) return exact;
  const ofName = newest(stored.filter(({ id }) => id.slice(0, id.indexOf("@")) === name));
  if (ofName) return ofName;
  const begins = stored.filter(
    ({ id, release }) =>
      name.length >= 4 && (id.startsWith(name) || (/^[0-9a-f]+$/.test(name) && release.revision.startsWith(name))),
  );
  if (begins.length === 1 && begins[0]) return begins[0];
  if (begins.length > 1)
    throw new InputError(`${name} is the start of several indexes: ${begins.map(({ id }) => id).join(", ")}`);
  const known = [...stored].sort(byAge).map(({ id }) => id);
  throw new InputError(`there is no index ${name}`, {
    hint:
      known.length === 0
        ? "None is stored. py2nix index update --channel nixos-unstable gets one."
        : `There are ${known.join(", ")} and ${EMBEDDED}.`,
  });
}
