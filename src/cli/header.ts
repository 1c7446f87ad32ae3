// The comment at the top of each file that is written: what it was made from, and the command line that makes it again,
// to be run in the file's folder. `py2nix update` reads it back.

import { commentText } from "../nix/escape.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";
import { formatRelease } from "../nixpkgs/release.ts";
import { shellWord } from "../shells/shell-words.ts";
import { VERSION } from "../version.ts";

/** The lines of the comment without their `#`. `words` are those behind `py2nix`; `inputs` are names for a person. */
export function headerLines(inputs: readonly string[], words: readonly string[], release: NixpkgsRelease): string[] {
  // Some files have the lines as they are, and a name may hold a line end.
  return [
    `Made by py2nix ${VERSION} from ${inputs.join(", ")}; to make it again:`,
    `  py2nix ${words.map(shellWord).join(" ")}`,
    `Versions are those of ${formatRelease(release)}.`,
  ].map(commentText);
}

/** How much of a file the header can be in. */
export const HEADER_BYTES = 1 << 16;

const MADE_BY = /^# Made by py2nix \S+ from .*; to make it again:$/;

/**
 * The command line in the header of a file that py2nix made, or null for a file that another made. Its words are null
 * where they are not written as a header has them. Nothing of it is to be believed: anyone can write such a comment.
 */
export function readHeader(text: string): { readonly words: readonly string[] | null } | null {
  const lines = text.split(/\r?\n/);
  // Other comments may have been put before it.
  const end = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
  const at = lines.slice(0, end < 0 ? undefined : end).findIndex((line) => MADE_BY.test(line));
  if (at < 0) return null;
  const command = /^# {3}py2nix (.*)$/.exec(lines[at + 1] ?? "")?.[1];
  return { words: command === undefined ? null : splitWords(command) };
}

/** The words that `shellWord` made, or null for what it never writes. */
export function splitWords(text: string): string[] | null {
  const words: string[] = [];
  for (const word of text.trim().match(/(?:'[^']*'|\\.|[^\s'\\])+|\S/g) ?? []) {
    if (!/^(?:'[^']*'|\\['\\]|[A-Za-z0-9_@%+=:,./-])+$/.test(word)) return null;
    words.push(word.replace(/'([^']*)'|\\(.)/g, (_, quoted: string | undefined, escaped = "") => quoted ?? escaped));
  }
  return words;
}
