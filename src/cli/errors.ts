// What becomes of an error: its exit code, and how it is told.

import { maskCredentials } from "../credentials.ts";
import { formatInputError, InputError, printable, printableLines } from "../diagnostics.ts";
import { VERSION } from "../version.ts";
import { EXIT } from "./command.ts";
import { OutputError } from "./files.ts";
import { UsageError } from "./options.ts";
import { CheckFailed } from "./planning.ts";
import { paintFor, writeNotes } from "./terminal.ts";

/** Shows where a bug is. */
const DEBUG = "PY2NIX_DEBUG";

export function exitCodeOf(error: unknown): number {
  if (error instanceof InputError || error instanceof UsageError) return EXIT.badInput;
  if (error instanceof CheckFailed) return EXIT.failed;
  return error instanceof OutputError ? EXIT.badEnvironment : EXIT.bug;
}

/** The error for a person, safe for a terminal and without credentials. */
export function errorText(error: unknown): string {
  if (error instanceof InputError) return formatInputError(error);
  const isKnown = exitCodeOf(error) !== EXIT.bug;
  const message = maskCredentials(error instanceof Error ? error.message : String(error));
  if (isKnown) return error instanceof CheckFailed ? printableLines(message) : printable(message);
  const name = error instanceof Error ? error.name : "thrown";
  const line = `this is a bug in py2nix ${VERSION} (${printable(`${name}: ${message.replace(/\s+/g, " ")}`)}); please report it with the command line, the files that it reads and what ${DEBUG}=1 adds`;
  const stack =
    process.env[DEBUG] && error instanceof Error ? `\n${printableLines(maskCredentials(error.stack ?? ""))}` : "";
  return `${line}${stack}`;
}

/** Tells an error of a command, or of none that is known (null), and gives its exit code. */
export function reportError(error: unknown, command: string | null): number {
  const help =
    command === null ? "py2nix --help lists the commands and options." : `py2nix ${command} --help lists its options.`;
  const hint = error instanceof UsageError ? `\n  ${help}` : "";
  writeNotes(`${paintFor("stderr").error("error:")} ${errorText(error)}${hint}\n`);
  return exitCodeOf(error);
}
