// All that the command line can say, read from the tables: for the man page and the shells' completions.

import type { Command } from "./command.ts";
import { COMMANDS, type CommandEntry } from "./commands.ts";
import type { Option, Options } from "./options.ts";
import { COMMON_OPTIONS } from "./shared-options.ts";

export type ManualEntry = Omit<CommandEntry, "load"> & Command;

/** Every command with all of its options, those of all commands among them. */
export async function loadManual(): Promise<ManualEntry[]> {
  return Promise.all(
    COMMANDS.map(async ({ load, ...entry }) => {
      const command = await load();
      return { ...entry, ...command, options: { ...command.options, ...COMMON_OPTIONS, ...OWN } };
    }),
  );
}

/** What the parser of the arguments has itself. */
const OWN = {
  help: { kind: "flag", alias: "h", section: "Options", describe: "show this help" },
  version: { kind: "flag", section: "Options", describe: "show the version" },
} as const satisfies Options;

/** What an option's value is, for a person: `FILE`. */
export function valueName(name: string, option: Option): string | null {
  if (option.kind === "flag") return null;
  if (option.kind === "list") return "NAME";
  return option.isPath ? "FILE" : name.toUpperCase();
}

/** The values that an option can have, or null where they are not listed. */
export function choicesOf(option: Option): readonly string[] | null {
  return option.kind === "value" && option.choices ? option.choices : null;
}
