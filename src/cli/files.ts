// The real files: reading within limits, and writing whole or not at all.

import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";

/** No manifest or lock file comes near this. */
const MAX_BYTES = 64 * 1024 * 1024;

export const realFiles: Files = { read: readFile, kind };

function kind(path: string): "file" | "folder" | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() ? "folder" : stats?.isFile() ? "file" : null;
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
    return readAll(descriptor, path);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads a descriptor to its end. Throws an InputError beyond the limit. */
function readAll(descriptor: number, name: string): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    const length = readSync(descriptor, chunk, 0, chunk.length, null);
    if (length === 0) return Buffer.concat(chunks, total);
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

/** Replaces a file by a text, whole or not at all: a symbolic link stays one, and the mode stays. Throws an OutputError. */
export function writeWhole(path: string, text: string): void {
  let target = path;
  try {
    target = realpathSync(path);
  } catch {
    // It is new.
  }
  const mode = (statSync(target, { throwIfNoEntry: false })?.mode ?? 0o666) & 0o7777;
  const temporary = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const descriptor = openSync(temporary, "wx", mode);
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never there.
    }
    throw new OutputError(`${path} cannot be written: ${(error as Error).message}`);
  }
}
