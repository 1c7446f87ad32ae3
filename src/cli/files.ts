// The real files: reading within limits, and writing whole or not at all.

import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import { InputError } from "../diagnostics.ts";
import { formatLimit, limitOf, raised } from "../limits.ts";
import type { Files } from "../manifests/files.ts";

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

/** What `read` makes of an open file. Throws an InputError for one that cannot be opened. */
function withOpened<T>(path: string, read: (descriptor: number) => T): T {
  let descriptor: number;
  try {
    // Not to wait for a writer where the path is a pipe.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw new InputError(describe(path, error));
  }
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function readFile(path: string): Uint8Array {
  return withOpened(path, (descriptor) => {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) throw new InputError(`${path} is a folder`);
    if (!stats.isFile()) throw new InputError(`${path} is not a regular file`);
    if (stats.size >= LARGE_BYTES) {
      onLarge();
      onLarge = () => {};
    }
    refuseBeyond(stats.size, path, stats.size);
    return readAll(descriptor, path, stats.size);
  });
}

/** The first bytes of a file as text, whatever it is. Throws an InputError for what cannot be read. */
export function readStart(path: string, length: number): string {
  return withOpened(path, (descriptor) => {
    const bytes = Buffer.alloc(length);
    return new TextDecoder().decode(bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0)));
  });
}

/** Reads a descriptor to its end, which should be at `size` bytes. Throws an InputError beyond the limit. */
function readAll(descriptor: number, name: string, size: number): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    // One byte more, for the first piece to be all there is where the size is right.
    const rest = size + 1 - total;
    const chunk = Buffer.allocUnsafe(rest > 0 ? rest : 1 << 16);
    const length = readSync(descriptor, chunk, 0, chunk.length, null);
    if (length === 0) return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, total);
    chunks.push(chunk.subarray(0, length));
    total += length;
    refuseBeyond(total, name);
  }
}

/** Throws an InputError for more bytes than the limit; `needed` are all that there are, where that is known. */
function refuseBeyond(bytes: number, name: string, needed?: number): void {
  if (bytes <= limitOf("file-size")) return;
  throw new InputError(`${name} is larger than ${formatLimit("file-size")}${raised("file-size", needed)}`);
}

/** Standard input to its end. Throws an InputError beyond the limit. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    total += (chunk as Buffer).length;
    refuseBeyond(total, "standard input");
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

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Replaces files by texts, each whole or not at all, and none where one of them cannot be made: the new ones are made beside
 * the old ones and take their places at the end. A symbolic link stays one; mode and, as far as that is allowed, owner
 * stay. What is no regular file (a device, a pipe) is written to and never replaced. An interruption waits until that
 * is done. Throws an OutputError.
 */
export async function writeFiles(files: readonly WrittenFile[]): Promise<void> {
  if (files.length === 0) return;
  // Whoever opens a pipe waits for a reader, and that must be possible to interrupt.
  const release = files.every(({ path }) => isRegular(path)) ? holdInterruptions() : null;
  try {
    writeWhole(files);
  } finally {
    await release?.();
  }
}

/** Whether a path is a regular file's, or nothing is there. */
function isRegular(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  } catch {
    return true;
  }
}

const INTERRUPTIONS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Lets interruptions wait until the function that this gives is called, which ends the program by one that came. */
function holdInterruptions(): () => Promise<void> {
  if (holders++ === 0) for (const signal of INTERRUPTIONS) process.on(signal, noteInterruption);
  return async () => {
    // Node tells of signals in the next turn.
    await new Promise(setImmediate);
    holders--;
    if (holders > 0 && interruption === null) return;
    for (const signal of INTERRUPTIONS) process.off(signal, noteInterruption);
    // Nothing is half written now, whoever else holds interruptions: writing itself is not interrupted by anything here.
    if (interruption !== null) process.kill(process.pid, interruption);
  };
}

let holders = 0;
let interruption: NodeJS.Signals | null = null;

function noteInterruption(signal: NodeJS.Signals): void {
  interruption ??= signal;
}

interface Staged {
  readonly path: string;
  readonly target: string;
  readonly temporary: string;
}

function writeWhole(files: readonly WrittenFile[]): void {
  const staged: Staged[] = [];
  let at = "";
  try {
    for (const { path, text } of files) {
      at = path;
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats && !stats.isFile()) {
        writeAll(openSync(path, "w"), text);
        continue;
      }
      const target = targetOf(path);
      const temporary = temporaryBeside(target);
      // Before it is there: what is half written is taken away, too.
      staged.push({ path, target, temporary });
      writeAll(openSync(temporary, "wx", stats ? stats.mode & 0o777 : 0o666), text, (descriptor) => {
        if (stats) keepAttributes(descriptor, stats);
        fsyncSync(descriptor);
      });
    }
    for (let next = staged[0]; next; next = staged[0]) {
      at = next.path;
      renameSync(next.temporary, next.target);
      staged.shift();
    }
  } catch (error) {
    throw new OutputError(`${at} cannot be written: ${reasonOf(error)}`);
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

/** What the system says, without the call and the temporary file that it was made for. */
function reasonOf(error: unknown): string {
  return (error as Error).message.replace(/, [a-z]+(?: '.*)?$/s, "");
}

/** A new file has the mode of the old one, and its owner where whoever runs this may give files away. */
function keepAttributes(descriptor: number, { uid, gid, mode }: Stats): void {
  const made = fstatSync(descriptor);
  if (made.uid !== uid || made.gid !== gid) {
    try {
      fchownSync(descriptor, uid, gid);
    } catch {
      // Then it is owned by whoever wrote it.
    }
  }
  fchmodSync(descriptor, mode & 0o7777);
}

/** What a run that was killed has left is taken away by a later one, after an hour. */
const STALE_MS = 60 * 60 * 1000;

/** A hidden name in the folder of a file: renaming is whole only within one file system. */
function temporaryBeside(target: string): string {
  const folder = dirname(target);
  sweep(folder);
  return join(folder, `.${basename(target)}.${process.pid}-${process.hrtime.bigint()}.tmp`);
}

function sweep(folder: string): void {
  for (const name of list(folder)) {
    if (!/^\..*\.[0-9]+-[0-9]+\.tmp$/.test(name)) continue;
    try {
      const path = join(folder, name);
      if (Date.now() - lstatSync(path).mtimeMs > STALE_MS) unlinkSync(path);
    } catch {
      // Another process was faster, or it is another's.
    }
  }
}

/** More symbolic links than these in a row are a loop for the system, too. */
const MOST_LINKS = 40;

/** What a path leads to, also where the end of its symbolic links is not there yet. Throws for a loop of them. */
function targetOf(path: string): string {
  let [folder, name] = [dirname(path), basename(path)];
  for (let links = 0; links <= MOST_LINKS; links++) {
    // The system's own, since `..` behind a symbolic link is not the folder before it.
    folder = realpathSync.native(folder);
    const target = join(folder, name);
    if (!lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return target;
    const link = readlinkSync(target);
    folder = isAbsolute(link) ? dirname(link) : `${folder}/${dirname(link)}`;
    name = basename(link);
  }
  throw new Error("ELOOP: too many symbolic links");
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
