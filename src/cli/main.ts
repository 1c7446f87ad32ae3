// The command line: arguments, exit codes, and what is printed where.
//
// Exit codes: 0 done, 1 a check failed, 2 bad input or usage, 3 the environment (a file that cannot be written).

import yargs from "yargs";
import { formatInputError, InputError } from "../diagnostics.ts";
import { formatSummary, type Paint, PLAIN } from "../report/summary.ts";
import { DEFAULT_SELECTION } from "../resolver/selection.ts";
import { VERSION } from "../version.ts";
import { convert, FORMAT_NAMES, STYLE_NAMES } from "./convert.ts";
import { embeddedIndex } from "./embedded-index.ts";
import { OutputError, readStandardInput, realFiles, writeWhole } from "./files.ts";

const BAD_INPUT = 2;
const BAD_ENVIRONMENT = 3;

/** Stands for `-`, which yargs loses among the files. No argument can be it: it has a NUL. */
const STANDARD = "\0-";

/** Runs the command line and gives the exit code. `dataFolder` is the package's data folder. */
export async function main(args: readonly string[], dataFolder: URL): Promise<number> {
  let exitCode = 0;
  const parser = yargs(args.map((arg) => (arg === "-" ? STANDARD : arg)))
    .scriptName("py2nix")
    .usage("$0 [convert] [files..]\n\nTurns the files that list a Python project's dependencies into a shell.nix.")
    .command(
      ["convert [files..]", "$0"],
      "write a Nix file for a project",
      (command) =>
        command
          .positional("files", {
            type: "string",
            array: true,
            describe: "manifests or folders; - for standard input; none for this folder",
          })
          .option("output", { alias: "o", type: "string", describe: "the file to write, instead of standard output" })
          .option("python", {
            type: "string",
            describe: "the interpreter, such as 3.12, whatever the project requires",
          })
          .option("style", { choices: STYLE_NAMES, default: "shell", describe: "what kind of environment to write" })
          .option("pin", {
            type: "boolean",
            default: false,
            describe: "use the nixpkgs revision whose versions py2nix knows",
          })
          .option("group", {
            type: "string",
            array: true,
            nargs: 1,
            default: [] as string[],
            describe: "add a dependency group",
          })
          .option("all-groups", { type: "boolean", default: false, describe: "add every dependency group" })
          .option("extra", {
            type: "string",
            array: true,
            nargs: 1,
            default: [] as string[],
            describe: "add an extra of the project",
          })
          .option("all-extras", { type: "boolean", default: false, describe: "add every extra" })
          .option("lock", {
            type: "string",
            default: "auto",
            describe: "the lock file; auto for the one beside the manifest, none for none",
          })
          .option("format", { choices: FORMAT_NAMES, describe: "what the files are, whatever they are called" })
          .option("quiet", { alias: "q", type: "boolean", default: false, describe: "no summary" })
          .requiresArg(["output", "python", "style", "group", "extra", "lock", "format"]),
      async (given) => {
        exitCode = await runConvert(given as unknown as ConvertArguments, dataFolder);
      },
    )
    .example("$0 pyproject.toml > shell.nix", "convert one manifest")
    .example("$0 -o shell.nix", "convert what this folder has")
    .example("pip freeze | $0 -", "convert standard input")
    .strict()
    .version(VERSION)
    .help()
    .alias("help", "h")
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    });
  try {
    await parser.parseAsync();
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

class UsageError extends Error {}

interface ConvertArguments {
  readonly files?: readonly string[];
  readonly output?: string;
  readonly python?: string;
  readonly style: string;
  readonly pin: boolean;
  readonly group: readonly string[];
  readonly allGroups: boolean;
  readonly extra: readonly string[];
  readonly allExtras: boolean;
  readonly lock: string;
  readonly format?: string;
  readonly quiet: boolean;
}

async function runConvert(given: ConvertArguments, dataFolder: URL): Promise<number> {
  const names = (given.files ?? []).map((name) => (name === STANDARD ? "-" : name));
  const inputs = await Promise.all(
    names.map(async (name) => (name === "-" ? { name: "<stdin>", bytes: await readStandardInput() } : name)),
  );
  const output = given.output === undefined || given.output === STANDARD || given.output === "-" ? null : given.output;
  const { text, plan } = convert(
    {
      inputs,
      output,
      style: given.style,
      pin: given.pin,
      python: given.python ?? null,
      lock: given.lock,
      format: given.format ?? null,
      selection: {
        ...DEFAULT_SELECTION,
        groups: given.group,
        extras: given.extra,
        allGroups: given.allGroups,
        allExtras: given.allExtras,
      },
      command: commandLine(given, names, output),
    },
    realFiles,
    embeddedIndex(dataFolder),
  );
  if (output === null) process.stdout.write(text);
  else writeWhole(output, text);
  if (!given.quiet) process.stderr.write(formatSummary(plan, paintFor(process.stderr)));
  return 0;
}

/** The arguments that make the same file again, in one order however they were given. */
function commandLine(given: ConvertArguments, names: readonly string[], output: string | null): string[] {
  return [
    "convert",
    ...names,
    ...(given.style === "shell" ? [] : ["--style", given.style]),
    ...(given.python === undefined ? [] : ["--python", given.python]),
    ...(given.pin ? ["--pin"] : []),
    ...given.group.flatMap((name) => ["--group", name]),
    ...(given.allGroups ? ["--all-groups"] : []),
    ...given.extra.flatMap((name) => ["--extra", name]),
    ...(given.allExtras ? ["--all-extras"] : []),
    ...(given.lock === "auto" ? [] : ["--lock", given.lock]),
    ...(given.format === undefined ? [] : ["--format", given.format]),
    "-o",
    output ?? "shell.nix",
  ];
}

function report(error: unknown): number {
  if (error instanceof InputError) {
    process.stderr.write(`${paintFor(process.stderr).warning("error:")} ${formatInputError(error)}\n`);
    return BAD_INPUT;
  }
  if (error instanceof OutputError) {
    process.stderr.write(`error: ${error.message}\n`);
    return BAD_ENVIRONMENT;
  }
  // yargs throws its own where an option lacks its value.
  if (error instanceof UsageError || (error instanceof Error && error.name === "YError")) {
    process.stderr.write(`error: ${error.message}\n  py2nix --help lists the commands and options.\n`);
    return BAD_INPUT;
  }
  throw error;
}

function paintFor(stream: NodeJS.WriteStream): Paint {
  if (!stream.isTTY || process.env.NO_COLOR || process.env.TERM === "dumb") return PLAIN;
  const code = (open: number, close: number) => (text: string) => `\x1b[${open}m${text}\x1b[${close}m`;
  return { bold: code(1, 22), dim: code(2, 22), warning: code(33, 39) };
}
