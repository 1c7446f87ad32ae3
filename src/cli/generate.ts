// What `convert`, `update` and `init` share: from a command line to the files that it makes.

import { realpathSync } from "node:fs";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { basename, dirname, isAbsolute, joinPath, relativePath } from "../paths.ts";
import type { Plan } from "../resolver/plan.ts";
import { type Converted, convert } from "./convert.ts";
import { realFiles } from "./files.ts";
import { GENERATION_OPTIONS, type GivenGeneration } from "./generation-options.ts";
import { openIndex, prefetchHash, UnknownHash } from "./index-choice.ts";
import { inputsOf } from "./inputs.ts";
import { mapPaths, wordsOf } from "./options.ts";
import type { OutputFile } from "./outputs.ts";
import { folderOf, fromWorkingFolder, reachableFrom, seenFrom } from "./places.ts";
import { refuseFallbacks, settingsFolder } from "./planning.ts";
import { refuseSecondEnvrc } from "./regenerate.ts";
import { policyOf, selectionOf } from "./shared-options.ts";

export interface Generated {
  /** The output first, then what goes beside it. The path of the output is null for standard output. */
  readonly files: readonly [OutputFile, ...OutputFile[]];
  readonly plan: Plan;
  readonly provision: Converted["provision"];
}

/** Makes the files of a command line, and writes none. Throws an InputError, and a CheckFailed with `--strict`. */
export async function generate(
  names: readonly string[],
  given: GivenGeneration,
  dataFolder: string,
): Promise<Generated> {
  const seen = asSeen(names, given);
  const inputs = await inputsOf(seen.names, realFiles);
  const opened = openIndex(given.index, settingsFolder(inputs, realFiles), realFiles, dataFolder);
  const convertBy = (index: NixpkgsIndex) =>
    convert(
      {
        inputs,
        diagnostics: opened.diagnostics,
        format: given.format,
        selection: selectionOf(given),
        ...policyOf(given),
        lock: seen.given.lock,
        output: seen.given.output,
        style: given.style,
        inside: given.inside,
        pin: given.pin,
        with: given.with,
        installer: given.installer,
        envrc: given.envrc,
        command: (file) => commandLine(seen.names, seen.given, file),
      },
      realFiles,
      index,
    );
  const { text, beside, plan, provision, output, file } = await withHash(opened.index, convertBy);
  if (given.strict) refuseFallbacks(plan);
  const shown = output === seen.given.output && output !== null ? given.output : output;
  const folder = folderOf(shown);
  if (given.envrc) refuseSecondEnvrc(shown ?? file, realFiles);
  return {
    files: [
      { path: shown, text, isBeside: false },
      ...beside.map(({ name, text: content }) => ({ path: joinPath(folder, name), text: content, isBeside: true })),
    ],
    plan,
    provision,
  };
}

/** The paths of a command line so that each can be compared with the output's: from the working folder, as far as that goes. */
function asSeen(
  names: readonly string[],
  given: GivenGeneration,
): { readonly names: readonly string[]; readonly given: GivenGeneration } {
  const cwd = process.cwd();
  const output = given.output === null ? null : relativeOutput(given.output, cwd);
  const folder = folderOf(output);
  const see = (path: string) => reachableFrom(folder, fromWorkingFolder(path, cwd, folder), cwd);
  const seen = names.map(see);
  const above = see(".");
  return {
    // What the working folder has must be looked for by its name when the output is above.
    names: seen.length === 0 && above !== "." ? [above] : seen,
    given: { ...mapPaths(GENERATION_OPTIONS, given, see), output },
  };
}

/** An absolute output as seen from the working folder: what the file refers to is relative to it. */
function relativeOutput(output: string, cwd: string): string {
  if (!isAbsolute(output)) return output;
  let folder = dirname(output);
  try {
    folder = realpathSync(folder);
  } catch {
    // That it cannot be written is told when it is.
  }
  return joinPath(relativePath(cwd, folder), basename(output));
}

/** Converts by an index, for which Nix is asked for the revision's hash where that is needed and not known. */
async function withHash(index: NixpkgsIndex, convertBy: (index: NixpkgsIndex) => Converted): Promise<Converted> {
  try {
    return convertBy(index);
  } catch (error) {
    if (!(error instanceof UnknownHash)) throw error;
    return convertBy(index.withOptions({ narHash: await prefetchHash(error) }));
  }
}

/** The words that make the same file again in its own folder, in one order however they were given. */
function commandLine(names: readonly string[], given: GivenGeneration, output: string): string[] {
  const see = (path: string) => seenFrom(folderOf(output), path);
  const files = (names.length === 0 ? ["."] : names).map(see);
  const isHere = files.length === 1 && files[0] === ".";
  const options = mapPaths(GENERATION_OPTIONS, { ...given, output }, see);
  return ["convert", ...(isHere ? [] : files), ...wordsOf(GENERATION_OPTIONS, options)];
}
