// A line on a terminal that tells how far a long command is. Where standard error is none, nothing is written.

import { printable } from "../diagnostics.ts";

/** What of a stream is needed. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const INTERVAL_MS = 100;

export class Progress {
  readonly #stream: ProgressStream | null;
  #last = 0;
  #isShown = false;

  constructor(stream: ProgressStream, isQuiet = false) {
    this.#stream = stream.isTTY && !isQuiet ? stream : null;
  }

  /** Shows a line in the place of the one before, at most ten times a second. */
  show(text: () => string): void {
    const now = Date.now();
    if (!this.#stream || now - this.#last < INTERVAL_MS) return;
    this.#last = now;
    this.#isShown = true;
    this.#stream.write(`\r\x1b[K${printable(text()).slice(0, (this.#stream.columns || 80) - 1)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) this.#stream?.write("\r\x1b[K");
    this.#isShown = false;
  }
}

/** `12.3 MB` */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `115,204`: a whole number from 0 on. */
export function grouped(number: number): string {
  const digits = String(number);
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(",");
}
