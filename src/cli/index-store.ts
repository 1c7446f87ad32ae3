// The indexes that the user has beside the embedded one: a file each in the cache folder, and which of them is chosen.

import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, unlinkSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { InputError } from "../diagnostics.ts";
import { digestOf } from "../manifests/content-hash.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";
import { isTable, type MadeTexts, parseRelease } from "../nixpkgs/make.ts";
import { EMBEDDED, indexId, type StoredIndex } from "../nixpkgs/release.ts";
import { OutputError, writeFiles } from "./files.ts";

const SUFFIX = ".index";
/** The release stands in the first line, so that a list of indexes need not read them whole. */
const LONGEST_RELEASE = 1 << 16;

/** $PY2NIX_CACHE_DIR, else py2nix in $XDG_CACHE_HOME (which counts when it is absolute), else in ~/.cache. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { PY2NIX_CACHE_DIR: own, XDG_CACHE_HOME: shared } = environment;
  if (own) return own;
  return join(shared && isAbsolute(shared) ? shared : join(homeOf(environment), ".cache"), "py2nix");
}

/** As `homedir()` of Node gives it, whose module takes longer to load than the answer mostly needs. */
function homeOf({ HOME }: NodeJS.ProcessEnv): string {
  return HOME || process.getBuiltinModule("node:os").homedir();
}

function indexFolder(): string {
  return join(cacheFolder(), "index");
}

/** The stored indexes, by identity. A file that is none is left out and told to `tell`, with what would be its identity. */
export function storedIndexes(tell: (message: string, id: string) => void = () => {}): StoredIndex[] {
  const folder = indexFolder();
  let files: string[];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
  } catch {
    return [];
  }
  return files.sort().flatMap((file) => {
    const id = file.slice(0, -SUFFIX.length);
    try {
      return [{ id, release: parseRelease(firstLine(join(folder, file))) }];
    } catch (error) {
      tell(`${join(folder, file)} is no index of this py2nix and is not used: ${(error as Error).message}`, id);
      return [];
    }
  });
}

function firstLine(path: string): string {
  const descriptor = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(LONGEST_RELEASE);
    const text = bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0)).toString("utf8");
    const end = text.indexOf("\n");
    if (end < 0) throw new Error("it has no release");
    return text.slice(0, end);
  } finally {
    closeSync(descriptor);
  }
}

/** The file of an index in the store. */
export function indexFile(id: string): string {
  return join(indexFolder(), `${id}${SUFFIX}`);
}

/** Reads an index from its file. Throws an InputError. */
export function readIndexFile(path: string): MadeTexts {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`the index ${path} cannot be read: ${(error as Error).message}`);
  }
  try {
    const end = text.indexOf("\n");
    parseRelease(text.slice(0, end));
    const tables = JSON.parse(text.slice(end + 1)) as Record<string, unknown>;
    for (const name of ["python", "programs", "flags", "edges", "extras"]) {
      const isOptional = name !== "python" && name !== "programs";
      if (!isTable(tables[name]) && !(isOptional && tables[name] === undefined))
        throw new Error(`its table ${name} is not as py2nix writes one`);
    }
    return { ...(tables as unknown as MadeTexts), release: text.slice(0, end + 1) };
  } catch (error) {
    throw new InputError(`${path} is no index of this py2nix: ${(error as Error).message}`);
  }
}

/** An index as the text of its file: the release in a line, and the tables. */
export function indexText({ release, ...tables }: MadeTexts): string {
  return `${JSON.stringify(JSON.parse(release))}\n${JSON.stringify(tables)}\n`;
}

/**
 * Stores an index under a name and gives its identity. It is there whole or not at all, and what was there before stays
 * until it is, whatever another process does at the same time. Throws an OutputError.
 */
export async function storeIndex(name: string, texts: MadeTexts): Promise<string> {
  const { revision } = JSON.parse(texts.release) as NixpkgsRelease;
  const text = indexText(texts);
  const id = indexId(name, revision === "" ? digestOf(text) : revision);
  await writeInto(indexFolder(), `${id}${SUFFIX}`, text);
  return id;
}

/** Removes an index. Throws an OutputError. */
export function removeIndex(id: string): void {
  try {
    unlinkSync(indexFile(id));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      throw new OutputError(`the index ${id} cannot be removed: ${(error as Error).message}`);
  }
}

/** What `index use` has set, or null. */
export function chosenIndex(): string | null {
  try {
    return readFileSync(join(cacheFolder(), "use"), "utf8").trim() || null;
  } catch {
    return null;
  }
}

/** Sets which index is used where a project pins none. Throws an OutputError. */
export async function chooseStored(name: string): Promise<void> {
  if (name !== EMBEDDED) {
    await writeInto(cacheFolder(), "use", `${name}\n`);
    return;
  }
  try {
    rmSync(join(cacheFolder(), "use"), { force: true });
  } catch (error) {
    throw new OutputError(`the choice cannot be removed: ${(error as Error).message}`);
  }
}

/** A text of the cache, or null. */
export function readCached(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Writes a file of the cache, whole or not at all. Throws an OutputError. */
export async function writeInto(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new OutputError(`${path} cannot be written: ${(error as Error).message}`);
  }
  await writeFiles([{ path, text }]);
}
