// What the user sees of an input error.

import { formatInputError, InputError } from "../../src/diagnostics.ts";

/** The error message as it is printed. Fails when `run` succeeds or throws anything but an InputError. */
export function messageOf(run: () => unknown): string {
  return formatInputError(errorOf(run));
}

/** The message and the hint alone, without the place. Fails as `messageOf` does. */
export function refusal(run: () => unknown): { message: string; hint: string | undefined } {
  const { message, hint } = errorOf(run);
  return { message, hint };
}

/** The error itself. Fails as `messageOf` does. */
export function errorOf(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("expected an InputError");
}
