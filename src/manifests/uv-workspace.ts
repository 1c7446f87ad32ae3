// The workspace that a pyproject.toml belongs to, as uv finds it: the root's [tool.uv.workspace] lists its members by
// patterns of folders. https://docs.astral.sh/uv/concepts/projects/workspaces/

import { InputError } from "../diagnostics.ts";
import { limitOf, raised } from "../limits.ts";
import { dirname, joinPath, normalizePath, relativePath } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { TomlDocument, type TomlNode } from "./toml.ts";
import { readWorkspace, type UvSurroundings, type UvWorkspace } from "./uv.ts";

const MANIFEST = "pyproject.toml";

/** The workspace around a pyproject.toml, whose document this is; of no members where there is none. */
export function surroundingsOf(root: TomlNode, file: string, files: Files): UvSurroundings {
  const folder = dirname(file);
  const own = root.at("tool", "uv");
  const workspace = own && readWorkspace(own);
  if (workspace) return { members: membersOf(workspace, root, folder, files), root: null };
  const name = root.at("project", "name");
  for (let level = 1; name?.isString && level <= limitOf("workspace-levels"); level++) {
    const way = Array.from({ length: level }, () => "..").join("/");
    const above = joinPath(folder, way);
    const found = readRoot(joinPath(above, MANIFEST), files);
    if (!found) continue;
    const members = membersOf(found.workspace, found.root, above, files);
    const here = members.get(normalizeName(name.string()));
    if (here === undefined || here.split("/").length !== level) return NO_WORKSPACE;
    const seen = [...members].map(([key, path]) => [key, relativePath(here, path)] as const);
    return { members: new Map(seen), root: found.table };
  }
  return NO_WORKSPACE;
}

const NO_WORKSPACE: UvSurroundings = { members: new Map(), root: null };

function readRoot(file: string, files: Files): { root: TomlNode; table: TomlNode; workspace: UvWorkspace } | null {
  const root = readDocument(file, files);
  const table = root?.at("tool", "uv") ?? null;
  const workspace = table && readWorkspace(table);
  return root && table && workspace ? { root, table, workspace } : null;
}

/** A document beside the one that is converted; null where it is none that can be read: it is not what was asked for. */
export function readDocument(file: string, files: Files): TomlNode | null {
  if (files.kind(file) !== "file") return null;
  try {
    return new TomlDocument(decodeUtf8(files.read(file), file), file).root;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The folders of the members by their normalized names, relative to the root's; the root itself is one where it is a project. */
function membersOf(
  { members, exclude }: UvWorkspace,
  root: TomlNode,
  folder: string,
  files: Files,
): ReadonlyMap<string, string> {
  const look = folderCounter();
  const excluded = new Set(exclude.flatMap((pattern) => foldersOf(pattern, folder, files, look)));
  const paths = [...new Set(members.flatMap((pattern) => foldersOf(pattern, folder, files, look)))];
  const found = new Map<string, string>();
  const add = (document: TomlNode | null, path: string) => {
    const name = document?.at("project", "name");
    if (name?.isString) found.set(normalizeName(name.string()), path);
  };
  add(root, ".");
  for (const path of paths.filter((path) => !excluded.has(path)).sort())
    add(readDocument(joinPath(folder, `${path}/${MANIFEST}`), files), path);
  return found;
}

/**
 * The folders that a pattern stands for, relative to `base`: `*` and `?` within a name, `[ab]`, `**` for any depth. `look` is
 * called for each folder that is looked into.
 */
function foldersOf(pattern: string, base: string, files: Files, look: () => void): string[] {
  const parts = normalizePath(pattern).split("/");
  const walk = (path: string, at: number, depth: number): string[] => {
    const part = parts[at];
    if (part === undefined) return [normalizePath(path)];
    if (part === "**") {
      const below =
        depth < limitOf("workspace-depth")
          ? childrenOf(path).flatMap((name) => walk(`${path}/${name}`, at, depth + 1))
          : [];
      return [...walk(path, at + 1, depth), ...below];
    }
    if (!/[*?[]/.test(part)) return walk(`${path}/${part}`, at + 1, depth);
    return childrenOf(path)
      .filter((name) => matchesPattern(name, part))
      .flatMap((name) => walk(`${path}/${name}`, at + 1, depth));
  };
  const childrenOf = (path: string) => {
    const folder = joinPath(base, path);
    look();
    return files
      .list(folder)
      .filter((name) => !name.startsWith(".") && files.kind(joinPath(folder, name)) === "folder");
  };
  return walk(".", 0, 0);
}

/**
 * To be called for each folder that is looked into for a workspace's members: symbolic links can lead round in circles, so
 * that patterns fit folders without end. It throws an InputError then.
 */
export function folderCounter(): () => void {
  const most = limitOf("workspace-folders");
  let count = 0;
  return () => {
    if (++count > most)
      throw new InputError(
        `more than ${most} folders are looked into for the workspace's members${raised("workspace-folders")}`,
      );
  };
}

/**
 * Whether a name is what `*`, `?` and `[a-c]` stand for, as Python's `fnmatch` has them too. Time is at most the product of
 * the lengths.
 */
export function matchesPattern(name: string, pattern: string): boolean {
  const tokens = tokensOf(pattern);
  const characters = [...name];
  let at = 0;
  let token = 0;
  // Where the last star stands, and how far it reaches.
  let star = -1;
  let reach = 0;
  while (at < characters.length) {
    const wanted = tokens[token];
    if (wanted?.startsWith("*")) {
      star = token++;
      reach = at;
    } else if (wanted !== undefined && isOne(characters[at] as string, wanted)) {
      at++;
      token++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++reach;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest.startsWith("*"));
}

function tokensOf(pattern: string): string[] {
  const tokens: string[] = [];
  const last = pattern.lastIndexOf("]");
  for (let at = 0; at < pattern.length; at += tokens.at(-1)?.length || 1) {
    // Behind the last `]` no `[` begins a class, and the end of none is looked for.
    const one = pattern.charAt(at) === "[" && at < last ? /\[!?\]?[^\]]*\]/y : /\*+|./suy;
    one.lastIndex = at;
    tokens.push(one.exec(pattern)?.[0] ?? "");
  }
  return tokens;
}

function isOne(character: string, token: string): boolean {
  if (token === "?") return true;
  if (token.length < 3 || !token.startsWith("[")) return token === character;
  const isNegated = token.startsWith("[!");
  const ranges = [...token.slice(isNegated ? 2 : 1, -1).matchAll(/(.)-(.)|(.)/gsu)];
  const isIn = ranges.some(([, from, to, only]) =>
    from !== undefined && to !== undefined ? from <= character && character <= to : only === character,
  );
  return isIn !== isNegated;
}
