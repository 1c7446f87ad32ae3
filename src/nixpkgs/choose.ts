// Which index a conversion goes by.

import type { Diagnostic } from "../diagnostics.ts";
import type { NixpkgsRelease } from "./index.ts";
import type { NixpkgsPin } from "./pins.ts";
import { EMBEDDED, formatRelease, indexNamed, newest, type StoredIndex } from "./release.ts";

export interface Choices {
  /** What `--index` names, or null. */
  readonly asked: string | null;
  /** The nixpkgs that the project pins, or null. */
  readonly pin: NixpkgsPin | null;
  readonly stored: readonly StoredIndex[];
  /** What `index use` has set, or null. */
  readonly chosen: string | null;
  readonly embedded: NixpkgsRelease;
}

export interface IndexChoice {
  /** An identity of the store, or `embedded`. */
  readonly id: string;
  /** Why this one. */
  readonly reason: string;
  /** The hash of its revision where the project's pin has it. */
  readonly narHash: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The index that is asked for; else that of the revision that the project pins, or of the same branch with a note; else
 * the one that the user has chosen; else the embedded one. Throws an InputError for a name that is asked for and not there.
 */
export function chooseIndex({ asked, pin, stored, chosen, embedded }: Choices): IndexChoice {
  const all: readonly StoredIndex[] = [...stored, { id: EMBEDDED, release: embedded }];
  const choice = (id: string, reason: string, ...diagnostics: readonly Diagnostic[]): IndexChoice => {
    const revision = all.find((index) => index.id === id)?.release.revision ?? "";
    const narHash = pin && revision !== "" && revision === pin.revision ? pin.narHash : null;
    return { id, reason, narHash, diagnostics };
  };
  if (asked !== null) return choice(asked === EMBEDDED ? EMBEDDED : indexNamed(asked, stored).id, "asked for");
  const notes: Diagnostic[] = [];
  if (pin) {
    const exact = newest(all.filter(({ release }) => isOf(release.revision, pin.revision)));
    if (exact) return choice(exact.id, `the revision of ${pin.file}`);
    const branch = pin.branch === null ? null : newest(all.filter(({ release }) => release.channel === pin.branch));
    const pinned = `${pin.file} pins nixpkgs ${pin.revision.slice(0, 12)}${pin.branch === null ? "" : ` (${pin.branch})`}, of which there is no index`;
    const remedy = `py2nix index build --nixpkgs ${pin.file} makes one`;
    if (branch) {
      const message = `${pinned}: versions are those of ${formatRelease(branch.release)}, of the same branch; ${remedy}`;
      return choice(branch.id, `the branch of ${pin.file}`, { severity: "note", message });
    }
    notes.push({ severity: "warning", message: `${pinned}, nor of its branch: versions can differ; ${remedy}` });
  }
  if (chosen !== null && chosen !== EMBEDDED) {
    const known =
      stored.find(({ id }) => id === chosen) ?? newest(stored.filter(({ id }) => id.startsWith(`${chosen}@`)));
    if (known) return choice(known.id, "chosen by py2nix index use", ...notes);
    const message = `the index ${chosen}, which py2nix index use has chosen, is not there any more: the embedded one is taken`;
    notes.push({ severity: "warning", message });
  }
  return choice(EMBEDDED, "it comes with py2nix", ...notes);
}

/** Whether a revision is the one that a pin has, of which it may know the beginning alone. */
function isOf(revision: string, pinned: string): boolean {
  return revision !== "" && revision.startsWith(pinned);
}
