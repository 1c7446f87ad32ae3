// `py2nix convert`: its options, and what is printed where.

import { printable } from "../diagnostics.ts";
import { unifiedDiff } from "../report/diff.ts";
import { formatSummary } from "../report/summary.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { realFiles, writeFiles } from "./files.ts";
import { generate } from "./generate.ts";
import { GENERATION_OPTIONS } from "./generation-options.ts";
import { type Given, type Options, UsageError } from "./options.ts";
import { type Decided, decide } from "./outputs.ts";
import { QUIET_OPTIONS } from "./shared-options.ts";
import { paintFor, writeNotes, writeResult } from "./terminal.ts";

/** More notes than these are told with `--verbose`. */
const MOST_NOTES = 6;

const OPTIONS = {
  ...GENERATION_OPTIONS,
  check: {
    kind: "flag",
    section: "Output",
    describe: "write nothing, and fail (exit code 1) with what would change in the file",
    isPassing: true,
  },
  force: {
    kind: "flag",
    section: "Output",
    describe: "overwrite files that py2nix did not make",
    isPassing: true,
  },
  ...QUIET_OPTIONS,
} as const satisfies Options;

export const convertCommand: Command = {
  options: OPTIONS,
  examples: [
    ["pyproject.toml > shell.nix", "convert one manifest"],
    ["-o shell.nix", "convert what this folder has"],
    ["-o shell.nix --check", "tell in CI whether the file is what it should be"],
    ["'requirements/*.in' -o shell.nix", "convert several files"],
    ["--group docs --no-group dev", "choose dependency groups"],
    ["--style flake -o flake.nix", "write a flake"],
  ],
  run: async (given: Given<typeof OPTIONS>, { names, dataFolder }: Invocation) => {
    const { files, plan, provision } = await generate(names, given, dataFolder);
    const [{ path: output, text }] = files;
    if (given.check && output === null)
      throw new UsageError("--check needs the file to look at: -o FILE, or output in the settings");
    const decided = decide(files, realFiles, given.force);
    if (!given.check) {
      if (output === null) await writeResult(text);
      await writeFiles(decided.write);
    } else if (!given.quiet) await writeResult(diffOf(decided));
    if (!given.quiet) {
      const paint = paintFor("stderr");
      const detail = { provision, ...(given.verbose ? { all: true } : { mostNotes: MOST_NOTES }) };
      writeNotes(`${formatSummary(plan, paint, detail)}${formatDecided(decided, given.check)}`);
    }
    return given.check && decided.write.length > 0 ? EXIT.failed : EXIT.done;
  },
};

/** What would change in the files, for standard output. */
export function diffOf({ write }: Decided): string {
  const paint = paintFor("stdout");
  return write.map(({ path, before, text }) => unifiedDiff(path, before, text, paint)).join("");
}

/** A line for each file: what has become of it, or would. */
export function formatDecided({ write, unchanged, kept }: Decided, isCheck: boolean): string {
  const paint = paintFor("stderr");
  const lines = [
    ...unchanged.map(({ path }) => `${printable(path)} ${paint.dim("unchanged")}`),
    ...write.map(({ path, state }) => {
      if (!isCheck) return `${printable(path)} ${paint.bold("written")}`;
      return `${printable(path)} ${paint.warning(state === "new" ? "is missing" : "is not up to date")}`;
    }),
    ...kept.map(
      ({ path }) => `${paint.dim("note:")} ${printable(path)} was not made by py2nix, and stays as it is (--force)`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
