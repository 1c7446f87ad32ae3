// The way that most runs take: `convert` with options that are plain, without what help and errors of the command line
// need. Whatever else is asked is left to the whole program.

import type { Command } from "./command.ts";
import { convertCommand } from "./convert-command.ts";
import { reportError } from "./errors.ts";
import { whenLarge } from "./files.ts";
import { plainWords } from "./plain-words.ts";
import { COMMON_OPTIONS } from "./shared-options.ts";
import { type Colour, chooseColour } from "./terminal.ts";

const COMMAND = "convert";

/**
 * Runs the command line and gives the exit code, or does nothing and gives null where the whole program is needed.
 * A first word that may be meant for a command is left to that, too. `dataFolder` is the package's data folder.
 */
export async function quick(args: readonly string[], dataFolder: string): Promise<number | null> {
  const isNamed = args[0] === COMMAND;
  const command: Command = convertCommand;
  // Limits are changed by few: `--limit` is left to the whole program, too.
  const found = plainWords({ ...command.options, color: COMMON_OPTIONS.color }, isNamed ? args.slice(1) : args);
  if (found === null || (!isNamed && /^[\w-]+$/.test(found.names[0] ?? ""))) return null;
  whenLarge(optimizeLess);
  try {
    const { color, ...given } = found.given;
    if (typeof color === "string") chooseColour(color as Colour);
    return await command.run(given as never, { names: found.names, dataFolder });
  } catch (error) {
    return reportError(error, isNamed ? COMMAND : null);
  }
}

/**
 * One conversion ends before optimized code has paid for its making, so V8 is asked to wait some fifteen times longer with it.
 * A conversion that takes long gets it all the same. Other versions of V8 have no such flag, and tell of one that they do not know.
 */
function optimizeLess(): void {
  if (!process.versions.v8.startsWith("11.")) return;
  process.getBuiltinModule?.("node:v8").setFlagsFromString("--interrupt-budget=1000000");
}
