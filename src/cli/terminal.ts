// Standard output and standard error: what is written, what goes wrong there, and colour.

import type { DiffPaint } from "../report/diff.ts";
import { type Paint, PLAIN } from "../report/summary.ts";
import { OutputError } from "./files.ts";

/** A reader that has seen enough (`| head`) is no error, of either stream. */
export function forgiveClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

/** Writes the result. Throws an OutputError when it cannot be written, unless its reader has closed it. */
export function writeResult(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === "EPIPE") resolve();
      else reject(new OutputError(`standard output cannot be written: ${error.message}`));
    });
  });
}

/** Writes what is no result: summaries and errors. */
export function writeNotes(text: string): void {
  process.stderr.write(text);
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
export function paintFor(stream: NodeJS.WriteStream): TerminalPaint {
  const isWanted = stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== "dumb";
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

/** Whether somebody sits before this program who can be asked: standard input and error are a terminal, and no CI's. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY && !process.env.CI);
}
