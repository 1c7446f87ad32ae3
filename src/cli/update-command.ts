// `py2nix update`: makes the files again that py2nix made, each with the options that it was made with.

import { InputError, printable } from "../diagnostics.ts";
import { formatCounts, formatDiagnostic, formatSummary } from "../report/summary.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { diffOf, formatDecided } from "./convert-command.ts";
import { errorText, exitCodeOf } from "./errors.ts";
import { realFiles, writeFiles } from "./files.ts";
import { generate } from "./generate.ts";
import { inputsOf } from "./inputs.ts";
import type { Given, Options } from "./options.ts";
import { decide } from "./outputs.ts";
import { Progress } from "./progress.ts";
import { type Found, foldersBelow, generatedFile, generatedIn } from "./regenerate.ts";
import { QUIET_OPTIONS } from "./shared-options.ts";
import { paintFor, writeNotes, writeResult } from "./terminal.ts";

const OPTIONS = {
  recursive: { kind: "flag", alias: "r", section: "Input", describe: "the folders below, too" },
  check: {
    kind: "flag",
    section: "Output",
    describe: "write nothing, and fail (exit code 1) with what would change in the files",
  },
  ...QUIET_OPTIONS,
} as const satisfies Options;

type GivenUpdate = Given<typeof OPTIONS>;

export const updateCommand: Command = {
  options: OPTIONS,
  takes: { describe: "folders, generated files, or patterns in quotes", otherwise: "this folder", arePaths: true },
  examples: [
    ["update", "make the Nix files of this folder again"],
    ["update --recursive", "and of every folder below it"],
    ["update --recursive --check", "tell in CI whether all are what they should be"],
  ],
  run: async (given: GivenUpdate, { names, dataFolder }: Invocation) => {
    const progress = new Progress(process.stderr, given.quiet);
    const found = await findAll(names, given.recursive, progress).finally(() => progress.clear());
    if (found.length === 0)
      throw new InputError(`py2nix made no Nix file in ${names.length === 0 ? "this folder" : names.join(", ")}`, {
        hint: given.recursive ? "py2nix convert -o shell.nix makes one." : "--recursive looks into the folders below.",
      });
    const counts: Counts = { changed: 0, unchanged: 0, failed: 0 };
    let code: number = EXIT.done;
    for (const [at, one] of found.entries()) {
      progress.show(() => `${at + 1}/${found.length} ${one.path}`);
      try {
        const isChanged = await updateOne(one, given, dataFolder, progress);
        counts[isChanged ? "changed" : "unchanged"] += 1;
        if (isChanged && given.check) code = worse(code, EXIT.failed);
      } catch (error) {
        progress.clear();
        counts.failed += 1;
        code = worse(code, exitCodeOf(error));
        writeNotes(`${paintFor("stderr").error("error:")} ${printable(one.path)}: ${errorText(error)}\n`);
      }
    }
    progress.clear();
    if (!given.quiet && found.length > 1) writeNotes(`${formatTotal(counts, given.check)}\n`);
    return code;
  },
};

/** Of several exit codes, that of the worst: a bug, bad input, what cannot be written, a check that failed. */
function worse(a: number, b: number): number {
  const order: readonly number[] = [EXIT.done, EXIT.failed, EXIT.badEnvironment, EXIT.badInput, EXIT.bug];
  return order.indexOf(a) < order.indexOf(b) ? b : a;
}

/** The generated files in the order of the names, each once. Throws an InputError for a name that is none. */
async function findAll(names: readonly string[], isRecursive: boolean, progress: Progress): Promise<Found[]> {
  const inputs = names.length === 0 ? ["."] : await inputsOf(names, realFiles);
  const byPath = new Map<string, Found>();
  for (const name of inputs) {
    if (typeof name !== "string") throw new InputError("update takes folders and files, not standard input");
    for (const found of findIn(name, isRecursive, progress)) byPath.set(found.path, byPath.get(found.path) ?? found);
  }
  return [...byPath.values()];
}

function* findIn(name: string, isRecursive: boolean, progress: Progress): Iterable<Found> {
  const kind = realFiles.kind(name);
  if (kind === null) throw new InputError(`${name} does not exist`);
  if (kind === "file") {
    const found = generatedFile(name);
    if (found === null) throw new InputError(`${name} was not made by py2nix`);
    yield found;
    return;
  }
  for (const folder of isRecursive ? foldersBelow(name) : [name]) {
    progress.show(() => `looking into ${folder}`);
    yield* generatedIn(folder, realFiles);
  }
}

/** Makes a file again, and tells what there is to tell. Gives whether something changed, or would. */
async function updateOne(found: Found, given: GivenUpdate, dataFolder: string, progress: Progress): Promise<boolean> {
  if (found.request instanceof Error) throw found.request;
  const { files, plan, provision } = await generate(found.request.names, found.request.given, dataFolder);
  const decided = decide(files, realFiles, false);
  if (!given.check) await writeFiles(decided.write);
  const isChanged = decided.write.length > 0;
  progress.clear();
  if (given.quiet) return isChanged;
  if (given.check) await writeResult(diffOf(decided));
  const paint = paintFor("stderr");
  if (given.verbose) writeNotes(formatSummary(plan, paint, { all: true, provision }));
  else if (isChanged) {
    const warnings = plan.diagnostics.filter(({ severity }) => severity === "warning");
    const lines = [
      formatCounts(plan, paint, provision),
      ...warnings.map((warning) => formatDiagnostic(warning, paint)),
    ];
    writeNotes(lines.map((line) => `${line}\n`).join(""));
  }
  writeNotes(formatDecided(decided, given.check));
  return isChanged;
}

interface Counts {
  changed: number;
  unchanged: number;
  failed: number;
}

function formatTotal({ changed, unchanged, failed }: Counts, isCheck: boolean): string {
  const parts = [`${changed} ${isCheck ? "not up to date" : "written"}`, `${unchanged} unchanged`];
  return [...parts, ...(failed > 0 ? [`${failed} failed`] : [])].join(", ");
}
