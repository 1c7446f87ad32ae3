// The table of manifest formats: which files are of which, by name and by content, and who reads them.

import type { Project } from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { readPyproject } from "./pyproject.ts";
import { readRequirementsFile } from "./requirements-txt.ts";

export interface Format {
  readonly name: string;
  /** Whether a file of this name (without its folder) is of this format. */
  readonly hasName: (fileName: string) => boolean;
  /** Whether a text that comes without a telling name looks like this format. */
  readonly looksLike: (text: string) => boolean;
  /** Reads a file and what it includes. Throws an InputError. */
  readonly read: (file: string, files: Files, bytes: Uint8Array) => Project;
}

/** Files that list dependencies in a way that is not read, and what to convert instead. */
const UNREAD: readonly { readonly hasName: RegExp; readonly hint: string }[] = [
  { hasName: /^pdm\.lock$|^pylock(?:\..*)?\.toml$/, hint: "Convert the pyproject.toml beside it." },
  { hasName: /^setup\.(?:py|cfg)$/, hint: "Convert the project's pyproject.toml or requirements file." },
  {
    hasName: /^Pipfile(?:\.lock)?$/,
    hint: "Convert what `pipenv requirements` prints: pipenv requirements | py2nix -",
  },
  { hasName: /^environment\.ya?ml$/, hint: "Convert its pip part, written to a requirements file." },
];

/** What to do about a file that is known and not read, or null. */
export function hintForUnread(fileName: string): string | null {
  return UNREAD.find(({ hasName }) => hasName.test(fileName))?.hint ?? null;
}

export const FORMATS: readonly Format[] = [
  {
    name: "pyproject",
    hasName: (name) => name === "pyproject.toml",
    looksLike: (text) => /^\s*\[+\s*(?:project|tool|build-system|dependency-groups)\b/m.test(text),
    read: (file, _files, bytes) => readPyproject(decodeUtf8(bytes, file), file),
  },
  {
    name: "requirements",
    hasName: (name) => /\.(?:txt|in|pip)$/i.test(name) || /requirements/i.test(name),
    looksLike: () => true,
    read: readRequirementsFile,
  },
];
