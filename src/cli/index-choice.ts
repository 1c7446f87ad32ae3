// The index that a command goes by, read from where it is.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import { chooseIndex } from "../nixpkgs/choose.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { hashOf, type NixpkgsPin, PIN_FILES, pinOf } from "../nixpkgs/pins.ts";
import { EMBEDDED, formatRelease, type StoredIndex } from "../nixpkgs/release.ts";
import { joinPath } from "../paths.ts";
import { embeddedIndex, embeddedRelease, indexOfTexts } from "./embedded-index.ts";
import {
  cacheFolder,
  chosenIndex,
  indexFile,
  readCached,
  readIndexFile,
  storedIndexes,
  writeInto,
} from "./index-store.ts";
import type { Options } from "./options.ts";

/** The option of every command that goes by an index. */
export const INDEX_OPTION = {
  index: {
    kind: "value",
    section: "Input",
    isPath: isIndexFile,
    describe: "the index of nixpkgs, by name or file, instead of the one that fits the project's pin",
  },
} as const satisfies Options;

/** Whether an index is asked for by the path of its file, and not by its name. */
function isIndexFile(asked: string): boolean {
  return /[/\\]|\.index$/.test(asked);
}

export interface OpenedIndex {
  readonly index: NixpkgsIndex;
  /** An identity of the store, a file, or `embedded`. */
  readonly id: string;
  /** Why this one. */
  readonly reason: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The index for a project in `folder` (null for none), or that which is asked for, by its name or by the path of a file.
 * Throws an InputError.
 */
export function openIndex(asked: string | null, folder: string | null, files: Files, dataFolder: string): OpenedIndex {
  if (asked !== null && isIndexFile(asked))
    return { index: indexOfTexts(readIndexFile(asked), dataFolder), id: asked, reason: "asked for", diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const tell = (message: string) => diagnostics.push({ severity: "warning", message });
  const choice = chooseIndex({
    asked,
    pin: asked === null && folder !== null ? pinIn(folder, files, tell) : null,
    stored: storedFor(asked, tell),
    chosen: asked === null ? chosenIndex() : null,
    embedded: embeddedRelease(dataFolder),
  });
  const plain =
    choice.id === EMBEDDED ? sharedIndex(dataFolder) : indexOfTexts(readIndexFile(indexFile(choice.id)), dataFolder);
  const index = choice.narHash === null ? plain : plain.withOptions({ narHash: choice.narHash });
  if (choice.id !== EMBEDDED)
    diagnostics.push({
      severity: "note",
      message: `versions are those of ${formatRelease(index.release)}: ${choice.reason}`,
    });
  return { index, id: choice.id, reason: choice.reason, diagnostics: [...choice.diagnostics, ...diagnostics] };
}

/** The stored indexes. Throws an InputError where the one that is asked for is there and damaged. */
function storedFor(asked: string | null, tell: (message: string) => void): StoredIndex[] {
  return storedIndexes((message, id) => {
    if (asked !== null && (id === asked || id.startsWith(`${asked}@`))) throw new InputError(message);
    tell(message);
  });
}

/** The embedded index, once for all projects of a run. */
function sharedIndex(dataFolder: string): NixpkgsIndex {
  if (shared?.folder !== dataFolder) shared = { folder: dataFolder, index: embeddedIndex(dataFolder) };
  return shared.index;
}

let shared: { readonly folder: string; readonly index: NixpkgsIndex } | undefined;

/** The nixpkgs that a folder pins, or null. */
function pinIn(folder: string, files: Files, tell: (message: string) => void): NixpkgsPin | null {
  for (const name of PIN_FILES) {
    const path = joinPath(folder, name);
    if (files.kind(path) !== "file") continue;
    try {
      const pin = pinOf(path, new TextDecoder().decode(files.read(path)));
      if (pin) return pin;
    } catch (error) {
      tell(`${path} is not read for the nixpkgs that it pins: ${(error as Error).message}`);
    }
  }
  return null;
}

/** What is to be pinned is of an index without the revision's hash. */
export class UnknownHash extends InputError {
  constructor(readonly revision: string) {
    super(
      revision === ""
        ? "this index is of a nixpkgs without a revision, so it cannot be pinned"
        : `the hash of nixpkgs ${revision.slice(0, 12)} is not known, and --pin needs it`,
      revision === "" ? {} : { hint: `Nix tells it: nix-prefetch-url --unpack ${archiveUrl(revision)}` },
    );
  }
}

function archiveUrl(revision: string): string {
  return `https://github.com/NixOS/nixpkgs/archive/${revision}.tar.gz`;
}

/** Asks Nix for the hash of a revision, once. Throws the UnknownHash where Nix is not there or cannot get it. */
export async function prefetchHash(unknown: UnknownHash): Promise<string> {
  if (!/^[0-9a-f]{40}$/.test(unknown.revision)) throw unknown;
  const folder = `${cacheFolder()}/hashes`;
  const known = hashOf(readCached(`${folder}/${unknown.revision}`)?.trim() ?? null);
  if (known !== null) return known;
  const hash = await askForHash(unknown);
  try {
    await writeInto(folder, unknown.revision, `${hash}\n`);
  } catch {
    // Then Nix is asked again the next time.
  }
  return hash;
}

async function askForHash(unknown: UnknownHash): Promise<string> {
  const { spawn } = await import("node:child_process");
  return new Promise((resolve, reject) => {
    const child = spawn("nix-prefetch-url", ["--unpack", "--type", "sha256", archiveUrl(unknown.revision)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out = (out + chunk.toString("latin1")).slice(-4096);
    });
    child.on("error", () => reject(unknown));
    child.on("close", (code) => {
      const hash = code === 0 ? hashOf(out.trim().split(/\s+/).at(-1) ?? "") : null;
      if (hash === null) reject(unknown);
      else resolve(hash);
    });
  });
}
