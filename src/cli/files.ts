// The real files: reading within limits, and writing whole or not at all.

import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";

/** No manifest or lock file comes near this. */
const MAX_BYTES = 64 * 1024 * 1024;

export const realFiles: Files = { read: readFile, kind, list };

/** What is read in one go of a size that takes most of a run. */
const LARGE_BYTES = 128 * 1024;
let onLarge = (): void => {};

/** Sets what is done once, when the first large file is read. */
export function whenLarge(action: () => void): void {
  onLarge = action;
}

function list(path: string): readonly string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}

function kind(path: string): "file" | "folder" | null {
  try {
    // What is not there is the usual answer, and an error for it would cost more than the look.
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isDirectory() ? "folder" : stats?.isFile() ? "file" : null;
  } catch {
    // Why it cannot be looked at is told when it is read.
    return null;
  }
}

function readFile(path: string): Uint8Array {
  let descriptor: number;
  try {
    // Not to wait for a writer where the path is a pipe.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new InputError(describe(path, error));
  }
  try {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) throw new InputError(`${path} is a folder`);
    if (!stats.isFile()) throw new InputError(`${path} is not a regular file`);
    if (stats.size >= LARGE_BYTES) {
      onLarge();
      onLarge = () => {};
    }
    return readAll(descriptor, path, stats.size);
  } finally {
    closeSync(descriptor);
  }
}

/** The first bytes of a file as text, whatever it is. Throws an InputError for what cannot be read. */
export function readStart(path: string, length: number): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new InputError(describe(path, error));
  }
  try {
    const bytes = Buffer.alloc(length);
    return new TextDecoder().decode(bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0)));
  } finally {
    closeSync(descriptor);
  }
}

/** Reads a descriptor to its end, which should be at `size` bytes. Throws an InputError beyond the limit. */
function readAll(descriptor: number, name: string, size: number): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    // One byte more, for the first piece to be all there is where the size is right.
    const rest = Math.min(size, MAX_BYTES) + 1 - total;
    const chunk = Buffer.allocUnsafe(rest > 0 ? rest : 1 << 16);
    const length = readSync(descriptor, chunk, 0, chunk.length, null);
    if (length === 0) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, length));
    total += length;
    if (total > MAX_BYTES) throw new InputError(`${name} is larger than ${MAX_BYTES / 1024 / 1024} MiB`);
  }
}

/** Standard input to its end. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    total += (chunk as Buffer).length;
    if (total > MAX_BYTES) throw new InputError(`standard input is larger than ${MAX_BYTES / 1024 / 1024} MiB`);
  }
  return Buffer.concat(chunks, total);
}

function describe(path: string, error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
      return `${path} does not exist`;
    case "EACCES":
    case "EPERM":
      return `${path} may not be read`;
    case "ELOOP":
      return `${path} is a loop of symbolic links`;
    default:
      return `${path} cannot be read: ${(error as Error).message}`;
  }
}

/** The output could not be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/**
 * Replaces a file by a text, whole or not at all: a symbolic link stays one, and the mode stays. What is no regular
 * file (a device, a pipe) is written to and never replaced. Throws an OutputError.
 */
export function writeWhole(path: string, text: string): void {
  let temporary: string | null = null;
  try {
    const target = targetOf(path);
    const stats = statSync(target, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) {
      writeAll(openSync(target, "w"), text);
      return;
    }
    temporary = `${target}.${process.pid}-${process.hrtime.bigint()}.tmp`;
    writeAll(openSync(temporary, "wx"), text, (descriptor) => {
      if (stats) fchmodSync(descriptor, stats.mode & 0o7777);
      fsyncSync(descriptor);
    });
    renameSync(temporary, target);
  } catch (error) {
    try {
      if (temporary !== null) unlinkSync(temporary);
    } catch {
      // It was never there.
    }
    throw new OutputError(`${path} cannot be written: ${(error as Error).message}`);
  }
}

/** What a path leads to, also where the end of a symbolic link is not there yet. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    return isLink ? resolve(dirname(path), readlinkSync(path)) : path;
  }
}

/** Writes a text to a descriptor and closes it. */
function writeAll(descriptor: number, text: string, finish: (descriptor: number) => void = () => {}): void {
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    finish(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
