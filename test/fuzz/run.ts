// Inputs for a parser, and what must hold of each: it ends soon, and gives its result or one of the program's own errors.

import { formatInputError, InputError } from "../../src/diagnostics.ts";
import { makeInput } from "./mutate.ts";
import { Random } from "./random.ts";
import type { Target } from "./targets.ts";

/** Ten thousand times what an input takes. */
export const LONGEST_MILLISECONDS = 2000;

export interface Failure {
  readonly target: string;
  readonly seed: number;
  readonly n: number;
  readonly input: string;
  readonly what: string;
}

/** The n-th input of a seed. */
export function inputOf(target: Target, seed: number, n: number): { random: Random; input: string } {
  const random = new Random(seed, n);
  const input = target.make ? target.make(random) : makeInput(random, target.corpus, target.tokens);
  return { random, input };
}

/** Tries the n-th input of a seed. */
export function tryInput(target: Target, seed: number, n: number): Failure | null {
  const { random, input } = inputOf(target, seed, n);
  Error.stackTraceLimit = 0;
  const begun = performance.now();
  if (complaint(target, input, random) !== null) {
    // Once more for its stack, which takes too long to be kept of every error.
    Error.stackTraceLimit = 20;
    const what = complaint(target, input, inputOf(target, seed, n).random);
    Error.stackTraceLimit = 0;
    return { target: target.name, seed, n, input, what: what ?? "it fails only once" };
  }
  if (performance.now() - begun < LONGEST_MILLISECONDS) return null;
  // The machine may have been busy.
  const again = performance.now();
  complaint(target, input, random);
  const took = performance.now() - again;
  if (took < LONGEST_MILLISECONDS) return null;
  return { target: target.name, seed, n, input, what: `${Math.round(took)} ms for ${input.length} characters` };
}

/** What is wrong with what becomes of an input; null where nothing is. */
function complaint(target: Target, input: string, random: Random): string | null {
  try {
    target.run(input, random);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return `thrown: ${String(error)}`;
    if (!target.throws.some((kind) => error instanceof kind)) return `${error.name}: ${error.stack ?? error.message}`;
    return error instanceof InputError ? wrongError(error) : null;
  }
}

const INVISIBLE = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** An error must be one that can be shown: its place is one, and nothing of it controls a terminal. */
function wrongError(error: InputError): string | null {
  const { origin, excerpt } = error;
  if (origin && !(origin.line >= 1 && (origin.column ?? 1) >= 1)) return `no place: ${JSON.stringify(origin)}`;
  if (excerpt && !(excerpt.span.start >= 0 && excerpt.span.end >= excerpt.span.start))
    return `no span: ${JSON.stringify(excerpt.span)} of ${error.message}`;
  const shown = formatInputError(error).replaceAll("\t", " ");
  return INVISIBLE.test(shown) ? `control characters in the error: ${JSON.stringify(shown)}` : null;
}

/** A shorter input that fails in the same way, by leaving out pieces. */
export function shorten(target: Target, failure: Failure): string {
  const first = (text: string) => text.split("\n", 1)[0];
  const fails = (text: string) => {
    const { random } = inputOf(target, failure.seed, failure.n);
    const what = complaint(target, text, random);
    return what !== null && first(what) === first(failure.what);
  };
  let { input } = failure;
  if (!fails(input)) return input;
  const until = performance.now() + 5000;
  for (let size = Math.ceil(input.length / 2); size >= 1; ) {
    let isShorter = false;
    for (let at = 0; at < input.length && performance.now() < until; ) {
      const without = input.slice(0, at) + input.slice(at + size);
      if (fails(without)) {
        input = without;
        isShorter = true;
      } else at += size;
    }
    if (size === 1 && !isShorter) break;
    if (performance.now() >= until) break;
    size = size > 1 ? Math.floor(size / 2) : 1;
  }
  return input;
}
