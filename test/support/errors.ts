// The text that the user sees of an input error.

import { formatInputError, InputError } from "../../src/diagnostics.ts";

/** The error message as it is printed. Fails when `run` succeeds or throws anything but an InputError. */
export function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return formatInputError(error);
    throw error;
  }
  throw new Error("expected an InputError");
}
