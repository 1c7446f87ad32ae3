// The table of lock formats: which files are of which, by name and by content, and who reads them.

import type { Diagnostic } from "../diagnostics.ts";
import type { PackageIndex } from "../project.ts";
import type { ReadLock } from "./made-for.ts";
import { readPdmLock } from "./pdm-lock.ts";
import { readPipfileLock } from "./pipfile-lock.ts";
import { readPoetryLock } from "./poetry-lock.ts";
import { readPylock } from "./pylock.ts";
import { readUvLock } from "./uv-lock.ts";

export interface LockFormat {
  readonly name: string;
  /** Whether a file of this name (without its folder) is of this format. */
  readonly hasName: (fileName: string) => boolean;
  /** Whether a text that comes without a telling name looks like this format. */
  readonly looksLike: (text: string) => boolean;
  /** The file names under which it is looked for beside a manifest of these formats (see formats.ts), and what it is called there. */
  readonly beside: Readonly<Record<string, string>>;
  /** Reads a lock. `indexes` are those that the project declares. Throws an InputError. */
  readonly read: (text: string, file: string, diagnostics: Diagnostic[], indexes: readonly PackageIndex[]) => ReadLock;
}

/** In the order in which one is taken beside a manifest that has several. */
export const LOCK_FORMATS: readonly LockFormat[] = [
  {
    name: "poetry-lock",
    hasName: (name) => name === "poetry.lock",
    looksLike: (text) => {
      const metadata = text.search(/^\[metadata\][ \t]*$/m);
      return metadata >= 0 && /^(?:content-hash|lock-version)\s*=/m.test(text.slice(metadata));
    },
    beside: { pyproject: "poetry.lock" },
    read: readPoetryLock,
  },
  {
    name: "uv-lock",
    hasName: (name) => name === "uv.lock" || name.endsWith(".py.lock"),
    looksLike: (text) => /^version = \d+$/m.test(text) && /^requires-python = /m.test(text),
    beside: { pyproject: "uv.lock", script: "*.lock" },
    read: readUvLock,
  },
  {
    name: "pdm-lock",
    hasName: (name) => /^pdm(?:\..+)?\.lock$/.test(name),
    looksLike: (text) => /^lock_version = "4/m.test(text),
    beside: { pyproject: "pdm.lock" },
    read: readPdmLock,
  },
  {
    name: "pylock",
    hasName: (name) => /^pylock(?:\.[^.]+)?\.toml$/.test(name),
    looksLike: (text) => /^lock-version = "\d/m.test(text) && /^created-by = /m.test(text),
    beside: { pyproject: "pylock.toml", pipfile: "pylock.toml", requirements: "pylock.toml" },
    read: readPylock,
  },
  {
    name: "pipfile-lock",
    hasName: (name) => name === "Pipfile.lock",
    looksLike: (text) => /^\s*\{/.test(text) && /"pipfile-spec"/.test(text),
    beside: { pipfile: "Pipfile.lock" },
    read: readPipfileLock,
  },
];
