// Two texts as a unified diff, as `diff -u` writes it and `patch` reads it.

import { printable } from "../diagnostics.ts";

/** Marks lines for a terminal. */
export interface DiffPaint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

const CONTEXT = 3;
/** Texts that differ in more lines are shown as one removed and the other added: the work grows by its square. */
const MOST_EDITS = 2000;

type Edit = { readonly kind: " " | "-" | "+"; readonly line: string };

/**
 * The difference of the text `before` (null where there is no file) to `after`; the empty text where there is none.
 * What could do something to a terminal is shown as an escape.
 */
export function unifiedDiff(path: string, before: string | null, after: string, paint: DiffPaint): string {
  const edits = editsOf(linesOf(before ?? ""), linesOf(after));
  const lines: string[] = [];
  for (const [start, end] of hunksOf(edits)) lines.push(...formatHunk(edits, start, end, paint));
  if (lines.length === 0) return "";
  const name = printable(path);
  return `${[paint.bold(`--- ${before === null ? "/dev/null" : name}`), paint.bold(`+++ ${name}`), ...lines].join("\n")}\n`;
}

/** The lines with their ends: the last one may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** From where to where the edits are shown together: changes with the lines around them, where these do not meet. */
function hunksOf(edits: readonly Edit[]): [start: number, end: number][] {
  const hunks: [number, number][] = [];
  edits.forEach(({ kind }, at) => {
    if (kind === " ") return;
    const [start, end] = [Math.max(0, at - CONTEXT), Math.min(edits.length, at + 1 + CONTEXT)];
    const last = hunks.at(-1);
    if (last && start <= last[1]) last[1] = end;
    else hunks.push([start, end]);
  });
  return hunks;
}

function formatHunk(edits: readonly Edit[], start: number, end: number, paint: DiffPaint): string[] {
  const count = (from: number, to: number, not: Edit["kind"]) =>
    edits.slice(from, to).filter(({ kind }) => kind !== not).length;
  const range = (not: Edit["kind"]) => {
    const [before, length] = [count(0, start, not), count(start, end, not)];
    return `${length === 0 ? before : before + 1}${length === 1 ? "" : `,${length}`}`;
  };
  const head = paint.dim(`@@ -${range("+")} +${range("-")} @@`);
  const marks = { " ": (text: string) => text, "-": paint.removed, "+": paint.added };
  return [
    head,
    ...edits.slice(start, end).flatMap(({ kind, line }) => {
      const shown = marks[kind](`${kind}${printable(line.replace(/\n$/, ""))}`);
      return line.endsWith("\n") ? [shown] : [shown, "\\ No newline at end of file"];
    }),
  ];
}

/** A shortest way from one list of lines to the other, removals before additions. */
function editsOf(before: readonly string[], after: readonly string[]): Edit[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [removed, added] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const same = (lines: readonly string[]) => lines.map((line): Edit => ({ kind: " ", line }));
  const middle = shortest(removed, added) ?? [
    ...removed.map((line): Edit => ({ kind: "-", line })),
    ...added.map((line): Edit => ({ kind: "+", line })),
  ];
  return [...same(before.slice(0, head)), ...middle, ...same(before.slice(before.length - tail))];
}

/**
 * Myers' greedy algorithm (An O(ND) Difference Algorithm and Its Variations, 1986); null where the lists differ too much.
 * `reached` has for each diagonal k = x - y how far x got, and `trace` what it was before each further edit.
 */
function shortest(a: readonly string[], b: readonly string[]): Edit[] | null {
  const limit = Math.min(a.length + b.length, MOST_EDITS);
  const middle = limit + 1;
  const reached = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(reached.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const from = origin(reached, middle, k, edits);
      let x = (reached[middle + from] ?? 0) + (from < k ? 1 : 0);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return wayBack(a, b, trace);
    }
  }
  return null;
}

/** The diagonal that the one numbered `k` is reached from by one more edit: that which got further. */
function origin(reached: Int32Array, middle: number, k: number, edits: number): number {
  const [below, above] = [reached[middle + k - 1] ?? 0, reached[middle + k + 1] ?? 0];
  return k === -edits || (k !== edits && below < above) ? k + 1 : k - 1;
}

function wayBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[]): Edit[] {
  const way: Edit[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reached = trace[edits] as Int32Array;
    const from = origin(reached, edits + 1, x - y, edits);
    const fromX = edits === 0 ? 0 : (reached[edits + 1 + from] ?? 0);
    const fromY = edits === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      y--;
      way.push({ kind: " ", line: a[--x] ?? "" });
    }
    if (edits === 0) break;
    way.push(x === fromX ? { kind: "+", line: b[--y] ?? "" } : { kind: "-", line: a[--x] ?? "" });
  }
  return way.reverse();
}
