// Paths of a command line as seen from another folder than the one that they were written in.

import { dirname, isAbsolute, joinPath, normalizePath, relativePath } from "../paths.ts";

/** Standard input or output. */
const STANDARD = "-";

/**
 * An absolute path as seen from the working folder `cwd` where it is below that or below `folder`, so that nothing of
 * this machine gets into a file. Every other path stays as it is.
 */
export function fromWorkingFolder(path: string, cwd: string, folder: string): string {
  if (!isAbsolute(path)) return path;
  const around = [cwd, joinPath(cwd, folder)].some((above) => `${normalizePath(path)}/`.startsWith(`${above}/`));
  return around ? withSlashOf(path, relativePath(cwd, path)) : path;
}

/**
 * The path in a form that `relativePath` can compare with `folder`: both as seen from the working folder `cwd`. Where the
 * folder is above that one, what is below it has to be reached by its name: `requirements.txt` by
 * `../app/requirements.txt`.
 */
export function reachableFrom(folder: string, path: string, cwd: string): string {
  const [up, already] = [levelsUp(folder), levelsUp(path)];
  if (path === STANDARD || isAbsolute(path) || isAbsolute(folder) || already >= up) return path;
  const named = cwd.split("/").slice(-up);
  const below = normalizePath(path).split("/").slice(already);
  const whole = [...Array<string>(up).fill(".."), ...named.slice(0, up - already), ...below];
  return withSlashOf(path, whole.filter((part) => part !== ".").join("/"));
}

function levelsUp(path: string): number {
  return normalizePath(path)
    .split("/")
    .filter((part) => part === "..").length;
}

/**
 * A word for a file, as seen from `folder` instead of from the folder that `folder` is seen from. Nothing that names no
 * file is changed, and no word becomes an option.
 */
export function seenFrom(folder: string, word: string): string {
  if (word === STANDARD) return word;
  const path = isAbsolute(word) ? normalizePath(word) : relativePath(folder, word);
  return notAnOption(withSlashOf(word, path));
}

/**
 * The reverse of `seenFrom`. A pattern stays one, no character of the folder becomes a part of it, and no name of a file or
 * folder becomes standard input.
 */
export function seenFromAbove(folder: string, word: string): string {
  if (word === STANDARD || folder === ".") return word;
  const before = isPattern(word) ? folder.replace(/[\\*?[\]{}()!|+@]/g, "\\$&") : folder;
  const path = withSlashOf(word, joinPath(before, word));
  return path === STANDARD ? `./${path}` : path;
}

export function isPattern(word: string): boolean {
  return /[*?[{]/.test(word);
}

function notAnOption(path: string): string {
  return path.startsWith("-") ? `./${path}` : path;
}

/** A pattern that ends in a slash means folders. */
function withSlashOf(word: string, path: string): string {
  return word.endsWith("/") && isPattern(word) ? `${path}/` : path;
}

/** The folder of an output file; the working folder for standard output. */
export function folderOf(output: string | null): string {
  return output === null ? "." : dirname(output);
}
