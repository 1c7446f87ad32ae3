// Standard output and standard error: what is written, what goes wrong there, and colour.

import { fstatSync, writeSync } from "node:fs";
import type { DiffPaint } from "../report/diff.ts";
import { type Paint, PLAIN } from "../report/summary.ts";
import { OutputError } from "./files.ts";

/** A reader that has seen enough (`| head`) is no error, of either stream. */
export function forgiveClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

type StreamName = "stdout" | "stderr";

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const;

/** Writes the result. Throws an OutputError when it cannot be written, unless its reader has closed it. */
export async function writeResult(text: string): Promise<void> {
  try {
    await write("stdout", text);
  } catch (error) {
    throw new OutputError(`standard output cannot be written: ${(error as Error).message}`);
  }
}

/** Writes what is no result: summaries and errors. That they cannot be written is no error. */
export function writeNotes(text: string): void {
  write("stderr", text).catch(() => {});
}

/**
 * Writes a text. It goes straight to the descriptor, since Node's streams take longer to load than a conversion takes; a
 * stream writes what a full pipe leaves. A reader that has seen enough (`| head`) is no error.
 */
async function write(name: StreamName, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(DESCRIPTORS[name], bytes, at);
  } catch (error) {
    if (isClosed(error)) return;
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    await writeByStream(name, bytes.subarray(at));
  }
}

function writeByStream(name: StreamName, bytes: Buffer): Promise<void> {
  const stream = process[name];
  stream.once("error", () => {});
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => {
      if (!error || isClosed(error)) resolve();
      else reject(error);
    });
  });
}

function isClosed(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "EPIPE";
}

export const COLOURS = ["auto", "always", "never"] as const;
export type Colour = (typeof COLOURS)[number];

export interface TerminalPaint extends Paint, DiffPaint {
  readonly error: (text: string) => string;
}

const PLAIN_TERMINAL: TerminalPaint = {
  ...PLAIN,
  added: (text) => text,
  removed: (text) => text,
  error: (text) => text,
};

let colour: Colour = "auto";

/** What `--color` says for this run of the program. */
export function chooseColour(chosen: Colour): void {
  colour = chosen;
}

/**
 * Colour for a terminal that has it and whose user has not asked for none (NO_COLOR, https://no-color.org); what
 * `--color` says goes before both.
 */
export function paintFor(name: StreamName): TerminalPaint {
  const isWanted = !process.env.NO_COLOR && process.env.TERM !== "dumb" && isTerminal(name);
  if (colour === "never" || (colour === "auto" && !isWanted)) return PLAIN_TERMINAL;
  const code = (open: number, close: number) => (text: string) => `\x1b[${open}m${text}\x1b[${close}m`;
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    warning: code(33, 39),
    added: code(32, 39),
    removed: code(31, 39),
    error: code(31, 39),
  };
}

/** What is no character device is no terminal, and for that no stream is loaded. */
function isTerminal(name: StreamName): boolean {
  try {
    return fstatSync(DESCRIPTORS[name]).isCharacterDevice() && process[name].isTTY;
  } catch {
    return false;
  }
}

/** Whether somebody sits before this program who can be asked: standard input and error are a terminal, and no CI's. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY && !process.env.CI);
}
