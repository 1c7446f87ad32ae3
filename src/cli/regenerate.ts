// Which files py2nix made, by their headers, and the command line of each.

import { readdirSync } from "node:fs";
import { InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import { basename, dirname, joinPath, normalizePath } from "../paths.ts";
import { readStart } from "./files.ts";
import { GENERATION_OPTIONS, type GivenGeneration } from "./generation-options.ts";
import { HEADER_BYTES, readHeader } from "./header.ts";
import { mapPaths, readWords, UsageError } from "./options.ts";
import { seenFromAbove } from "./places.ts";

/** Folders that hold what was built or installed. Those whose names begin with a dot are skipped, too. */
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", "result", "venv", "__pycache__"]);

/** How to make a file again: its command line, the paths as seen from the working folder. */
export interface Request {
  readonly names: readonly string[];
  readonly given: GivenGeneration;
}

/** A file with a header of ours: how it is made, or what is wrong with its header. */
export interface Found {
  readonly path: string;
  readonly request: Request | InputError;
}

/**
 * The Nix files of a folder that py2nix made, by code unit. Those whose header is not one to follow are among them, with
 * the reason. What cannot be read is left out: it is not known to be ours.
 */
export function generatedIn(folder: string, files: Files): Found[] {
  return files
    .list(folder)
    .filter((name) => name.endsWith(".nix"))
    .map((name) => (folder === "." ? name : joinPath(folder, name)))
    .filter((path) => files.kind(path) === "file")
    .flatMap((path) => generatedFile(path) ?? []);
}

/**
 * Throws an InputError where py2nix made another file of the same folder with an .envrc: direnv reads one, and it would
 * enter whichever was made last.
 */
export function refuseSecondEnvrc(path: string, files: Files): void {
  const other = generatedIn(dirname(path), files).find(
    ({ path: one, request }) =>
      basename(one) !== basename(path) && !(request instanceof InputError) && request.given.envrc,
  );
  if (other)
    throw new InputError(`${other.path} has the .envrc of its folder, and ${basename(path)} cannot have it too`, {
      hint: "Make one of the two without --envrc, or in another folder.",
    });
}

/** A file that py2nix made, or null for another's. */
export function generatedFile(path: string): Found | null {
  let text: string;
  try {
    text = readStart(path, HEADER_BYTES);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
  const header = readHeader(text);
  if (header === null) return null;
  try {
    return { path, request: requestOf(path, header.words) };
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof UsageError)) throw error;
    const hint = "Make it anew with py2nix convert and the options that you want.";
    const reason = new InputError(error.message, { hint });
    return { path, request: reason };
  }
}

/**
 * The command line of a file's header. It may have been written by anyone: nothing is taken of it but the options that
 * decide about a file, and it may make none but this one. Throws an InputError or a UsageError.
 */
export function requestOf(path: string, words: readonly string[] | null): Request {
  if (words === null) throw new InputError("the header's command line is not written as py2nix writes it");
  const [command, ...rest] = words;
  if (command !== "convert") throw new InputError(`the header's command is ${command}, not convert`);
  const { names, given } = readWords(GENERATION_OPTIONS, rest);
  if (given.output === null || normalizePath(given.output) !== basename(path))
    throw new InputError(
      given.output === null
        ? "the header's command line names no output (-o)"
        : `the header's command line makes another file: -o ${given.output}`,
    );
  if (names.includes("-")) throw new InputError("it was made from standard input, which is not here any more");
  const folder = dirname(path);
  const see = (word: string) => seenFromAbove(folder, word);
  return {
    // Without names it is the working folder that is converted.
    names: names.length === 0 && folder !== "." ? [see(".")] : names.map(see),
    given: { ...mapPaths(GENERATION_OPTIONS, given, see), output: path },
  };
}

/**
 * A folder and those below it, by code unit, a folder before what is in it. Hidden folders, those of `SKIPPED`, virtual
 * environments and symbolic links are not looked into.
 */
export function foldersBelow(folder: string): string[] {
  const folders = [folder];
  let entries: { name: string; isDirectory(): boolean }[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new InputError(`${folder} cannot be looked into: ${(error as Error).message}`);
  }
  // What `python -m venv` made has this file.
  if (entries.some(({ name }) => name === "pyvenv.cfg")) return [];
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name))
    .map(({ name }) => name);
  for (const name of names.sort()) folders.push(...foldersBelow(folder === "." ? name : `${folder}/${name}`));
  return folders;
}
