// What `py2nix init` does in a project's folder beside making its file: .gitignore and pre-commit's configuration.

import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { decodeUtf8, type Files } from "../manifests/files.ts";
import { joinPath } from "../paths.ts";
import { HOOK_LINES, ignoredFolders, withHook, withIgnored } from "./added-lines.ts";
import { HOOK_FILES } from "./hook-files.ts";
import type { Compared } from "./outputs.ts";

const GITIGNORE = ".gitignore";
const PRE_COMMIT = ".pre-commit-config.yaml";

/**
 * The folder itself and those above it up to the root of its git repository, each as seen from the working folder; the
 * folder alone where it is in no repository.
 */
function foldersToRoot(folder: string, files: Files): readonly string[] {
  const depth = realpathSync(resolve(folder)).split("/").length - 1;
  const folders = [folder];
  for (let up = 0; up < depth; up++) {
    const last = folders.at(-1) ?? folder;
    // A work tree of git and a submodule have a file there.
    if (files.kind(joinPath(last, ".git")) !== null) return folders;
    folders.push(joinPath(last, ".."));
  }
  return files.kind(joinPath(folders.at(-1) ?? folder, ".git")) === null ? [folder] : folders;
}

/** The .gitignore of a folder with what the environments leave there; null where there is no git to ignore it. */
export function ignoreFile(folder: string, names: readonly string[], files: Files): Compared | null {
  const folders = foldersToRoot(folder, files);
  const path = joinPath(folder, GITIGNORE);
  const before = textOf(path, files);
  if (before === null && folders.length === 1 && files.kind(joinPath(folder, ".git")) === null) return null;
  const ignored = new Set(
    folders.flatMap((above) => [...ignoredFolders(textOf(joinPath(above, GITIGNORE), files) ?? "")]),
  );
  return comparedWith(path, before, withIgnored(before ?? "", names, ignored));
}

/** The configuration of pre-commit that goes for a folder: that of its repository. */
export function hookFile(folder: string, files: Files): string {
  return joinPath(foldersToRoot(folder, files).at(-1) ?? folder, PRE_COMMIT);
}

/** That configuration with the hook, or the lines to be added by hand where it is not clear where they go. */
export function withHookIn(path: string, files: Files): Compared | readonly string[] {
  const before = textOf(path, files);
  const text = withHook(before, HOOK_FILES);
  return text === null ? HOOK_LINES : comparedWith(path, before, text);
}

function comparedWith(path: string, before: string | null, text: string): Compared {
  return {
    path,
    text,
    before,
    state: before === text || (before === null && text === "") ? "unchanged" : before === null ? "new" : "changed",
  };
}

function textOf(path: string, files: Files): string | null {
  return files.kind(path) === "file" ? decodeUtf8(files.read(path), path) : null;
}
