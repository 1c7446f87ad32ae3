// What a command is: a module of its own that is imported when it runs, and a line in `commands.ts`.

import type { Options } from "./options.ts";

/** What the exit codes mean. `bug` is EX_SOFTWARE of sysexits.h. */
export const EXIT = { done: 0, failed: 1, badInput: 2, badEnvironment: 3, bug: 70 } as const;

/** The exit codes for the help and the man page. */
export const EXIT_CODES: readonly (readonly [code: number, means: string])[] = [
  [EXIT.done, "done"],
  [EXIT.failed, "a check failed: --check, --strict"],
  [EXIT.badInput, "bad input or usage; nothing was written for it"],
  [EXIT.badEnvironment, "a file could not be written, or a program that was needed failed"],
  [EXIT.bug, "a bug of py2nix"],
];

/** What a command is given beside its options. */
export interface Invocation {
  /** The words that were given, mostly files, `-` for standard input. */
  readonly names: readonly string[];
  /** The package's data folder. */
  readonly dataFolder: string;
}

export interface Command {
  readonly options: Options;
  /** What its words are, where they are no files, and what none of them means. */
  readonly takes?: {
    readonly describe: string;
    readonly otherwise: string;
    /** Whether they are paths all the same, and which words the first of them can be: for completion. */
    readonly arePaths?: true;
    readonly words?: readonly string[];
  };
  /** A command line without the program's name, and what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /**
   * Runs and gives the exit code; `given` is what `givenOptions` makes of the command's own `options`. Throws an
   * InputError, OutputError or UsageError.
   */
  readonly run: (given: never, invocation: Invocation) => Promise<number>;
}
