// The command line: which command is meant, and what becomes of an error.

import yargs, { type Argv } from "yargs";
import { nearest } from "../nearest.ts";
import { VERSION } from "../version.ts";
import { EXIT, EXIT_CODES } from "./command.ts";
import { COMMANDS, type CommandEntry } from "./commands.ts";
import { embeddedRelease } from "./embedded-index.ts";
import { reportError } from "./errors.ts";
import { realFiles } from "./files.ts";
import { applyLimits } from "./limit-option.ts";
import { dashed, declareOptions, givenOptions, UsageError } from "./options.ts";
import { COMMON_OPTIONS } from "./shared-options.ts";
import { type Colour, chooseColour, forgiveClosedStreams } from "./terminal.ts";

/** Stands for `-`, which yargs loses among the files. No argument can be it: it has a NUL. */
const STANDARD = "\0-";

const EPILOGUE = `Exit codes:\n${EXIT_CODES.map(([code, means]) => `  ${String(code).padEnd(4)}${means}`).join("\n")}`;

const COMMAND_NAMES = COMMANDS.map(({ name }) => name);

/** Runs the command line and gives the exit code. `dataFolder` is the package's data folder. */
export async function main(args: readonly string[], dataFolder: string): Promise<number> {
  forgiveClosedStreams();
  try {
    const run = await commandOf(args, dataFolder);
    return run === null ? EXIT.done : await run();
  } catch (error) {
    return report(error, args);
  }
}

/** The command that the arguments ask for, or null where help or the version was all. Throws a UsageError. */
async function commandOf(args: readonly string[], dataFolder: string): Promise<(() => Promise<number>) | null> {
  let run: (() => Promise<number>) | null = null;
  const parser = yargs(args.map((arg) => (arg === "-" ? STANDARD : arg)))
    .scriptName("py2nix")
    .usage("$0 [command] [files..]\n\nTurns the files that list a Python project's dependencies into a shell.nix.")
    // `--no-group` is an option of its own, and what is unknown is told by `givenOptions`, as it was written.
    .parserConfiguration({
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "populate--": true,
      "short-option-groups": false,
      "strip-aliased": true,
    })
    .locale("en")
    .updateStrings({
      array: "repeatable",
      "Not enough arguments following: %s": "%s needs a value",
      "Show help": "show this help",
      "Show version number": "show the version",
    })
    .version(args.includes("--version") ? versionLine(dataFolder) : VERSION)
    .help()
    .alias("help", "h")
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  for (const entry of COMMANDS) {
    parser.command(
      [`${entry.name} [files..]`, ...(entry.isDefault ? ["$0"] : [])],
      entry.summary,
      // yargs waits for a builder's promise, which its types do not say for a parser that is built in steps.
      (async (command: Argv) => {
        const { options, examples, takes } = await entry.load();
        for (const [line, does] of examples) command.example(`$0 ${line}`, does);
        command.epilogue(EPILOGUE);
        return declareOptions(command, { ...options, ...COMMON_OPTIONS }).positional("files", {
          type: "string",
          array: true,
          describe: takes?.describe ?? "manifests, lock files, folders, or patterns in quotes; - for standard input",
          defaultDescription: takes?.otherwise ?? "this folder",
        });
      }) as unknown as (command: Argv) => Argv,
      async (found: Readonly<Record<string, unknown>>) => {
        const words = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, restored(value)]));
        run = await runOf(entry, args, words, dataFolder);
      },
    );
  }
  await parser.parseAsync();
  return run;
}

async function runOf(
  entry: CommandEntry,
  args: readonly string[],
  found: Readonly<Record<string, unknown>>,
  dataFolder: string,
): Promise<() => Promise<number>> {
  const command = await entry.load();
  const words = [found.files ?? [], found["--"] ?? []].flat().map(String);
  const [first] = args[0] === entry.name || realFiles.kind(words[0] ?? ".") !== null ? [] : words;
  const meant = first === undefined ? null : nearest(first, COMMAND_NAMES);
  // yargs knows a command by the first word alone.
  if (first !== undefined && first === meant && first !== entry.name)
    throw new UsageError(`the command comes before its options: py2nix ${first} ...`);
  if (first !== undefined && meant !== null && first !== meant)
    throw new UsageError(`there is no command or file ${first}; did you mean ${meant}?`);
  const names = first === entry.name ? words.slice(1) : words;
  const { color, limit, ...given } = givenOptions({ ...command.options, ...COMMON_OPTIONS }, found, args);
  applyLimits(limit);
  if (color !== null) chooseColour(color as Colour);
  return () => command.run(given as never, { names, dataFolder });
}

/** `py2nix 0.1.0 (nixpkgs 0b4defa25843, 2025-10-09)`: the program, and the index that comes with it. */
function versionLine(dataFolder: string): string {
  const { revision, date } = embeddedRelease(dataFolder);
  return `py2nix ${VERSION} (nixpkgs ${revision.slice(0, 12)}, ${date})`;
}

function restored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restored);
  return value === STANDARD ? "-" : value;
}

function report(error: unknown, args: readonly string[]): number {
  // yargs throws its own where an option lacks its value.
  const isOfYargs = error instanceof Error && error.name === "YError";
  const told = isOfYargs ? new UsageError(error.message.replace(/^\S+/, dashed)) : error;
  return reportError(told, COMMAND_NAMES.find((name) => name === args[0]) ?? null);
}
