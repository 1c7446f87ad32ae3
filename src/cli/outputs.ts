// Files that are written only where that changes something, and never over what another made.

import { InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import { readHeader } from "./header.ts";

export interface OutputFile {
  /** As seen from the working folder; null for standard output. */
  readonly path: string | null;
  readonly text: string;
  /** Whether it only goes with another file: where another made it, it stays and that is told. */
  readonly isBeside: boolean;
}

/** What is there in the place of a file. */
export type State =
  /** Nothing, or nothing that a text could be compared with. */
  | "new"
  | "unchanged"
  /** What an earlier py2nix made, or nothing but blanks. */
  | "changed"
  /** What another made. */
  | "foreign";

export interface Compared {
  readonly path: string;
  readonly text: string;
  readonly state: State;
  /** What is there now; null where nothing is. */
  readonly before: string | null;
}

/** Compares a text with the file of that path. Throws an InputError for a file that may not be read. */
export function compare(path: string, text: string, files: Files): Compared {
  if (files.kind(path) !== "file") return { path, text, state: "new", before: null };
  const bytes = files.read(path);
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const isSame = Buffer.from(text).equals(bytes);
  const isOurs = before.trim() === "" || readHeader(before) !== null;
  return { path, text, state: isSame ? "unchanged" : isOurs ? "changed" : "foreign", before };
}

export interface Decided {
  /** What is to be written. */
  readonly write: readonly Compared[];
  readonly unchanged: readonly Compared[];
  /** What another made and stays. */
  readonly kept: readonly Compared[];
}

/**
 * What is to be done with the files, of which none is written yet; `force` is for overwriting what another made. Throws
 * an InputError where the output itself is another's.
 */
export function decide(outputs: readonly OutputFile[], files: Files, force: boolean): Decided {
  const write: Compared[] = [];
  const unchanged: Compared[] = [];
  const kept: Compared[] = [];
  for (const { path, text, isBeside } of outputs) {
    if (path === null) continue;
    const compared = compare(path, text, files);
    if (compared.state === "unchanged") unchanged.push(compared);
    else if (compared.state !== "foreign" || force) write.push(compared);
    else if (isBeside) kept.push(compared);
    else
      throw new InputError(`${path} was not made by py2nix, and is not overwritten`, {
        hint: "--force overwrites it; -o names another file.",
      });
  }
  return { write, unchanged, kept };
}
