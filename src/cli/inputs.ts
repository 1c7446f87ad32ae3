// From what the user names (files, folders, patterns, standard input) to one project.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import { discoverManifests, type GivenText, type LoadOptions, loadProject } from "../manifests/load.ts";
import { normalizePath } from "../paths.ts";
import type { Project } from "../project.ts";
import { readStandardInput } from "./files.ts";
import { noteOutside } from "./outside.ts";

/** A file or folder by its path, or a text that stands in no file. */
export type Input = string | GivenText;

/**
 * What the words of a command line mean: `-` is standard input, a word that names no file and has `*`, `?`, `[` or `{`
 * is a pattern, and a file that is named twice is read once. Throws an InputError.
 */
export async function inputsOf(names: readonly string[], files: Files): Promise<Input[]> {
  const inputs: Input[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    const paths = isPattern(name, files) ? await matchesOf(name, files) : [name];
    for (const path of paths) {
      const identity = path === "-" ? path : normalizePath(path);
      if (seen.has(identity)) continue;
      seen.add(identity);
      inputs.push(path === "-" ? { name: "<stdin>", bytes: await readStandardInput() } : path);
    }
  }
  return inputs;
}

function isPattern(name: string, files: Files): boolean {
  return /[*?[{]/.test(name) && files.kind(name) === null;
}

/**
 * The files that a pattern matches, or the folders when it ends in a slash, by code unit. Folders behind symbolic links
 * are not searched (a link may lead round in circles), nor are hidden ones that the pattern does not name.
 */
async function matchesOf(pattern: string, files: Files): Promise<string[]> {
  const { default: glob } = await import("fast-glob");
  const [kind, other] = pattern.endsWith("/") ? (["folder", "file"] as const) : (["file", "folder"] as const);
  let found: string[];
  try {
    found = await glob(pattern.replace(/(?<!\/)\/+$/, ""), {
      onlyFiles: false,
      followSymbolicLinks: false,
      extglob: false,
    });
  } catch (error) {
    throw new InputError(`${pattern} cannot be searched for: ${(error as Error).message}`);
  }
  const matches = found.filter((path) => files.kind(path) === kind).sort();
  if (matches.length > 0) return matches;
  const matchesOther = found.some((path) => files.kind(path) === other);
  throw new InputError(`no ${kind} matches ${pattern}`, {
    ...(matchesOther && kind === "file" ? { hint: `It matches folders: ${pattern}/ takes what they have.` } : {}),
  });
}

/** Reads all inputs into one project; none means the working folder. Gives the manifests that were read, too. Throws an InputError. */
export function loadInputs(
  inputs: readonly Input[],
  files: Files,
  options: LoadOptions,
): { project: Project; manifests: readonly Input[] } {
  const found: Diagnostic[] = [];
  const manifests = (inputs.length === 0 ? ["."] : inputs).flatMap((input) => {
    if (typeof input !== "string" || files.kind(input) !== "folder") return [input];
    const { manifests, diagnostics } = discoverManifests(input, files);
    found.push(...diagnostics);
    return manifests;
  });
  const project = loadProject(manifests, files, options);
  const diagnostics = [...noteOutside(project, [...inputs, ...manifests], files), ...found, ...project.diagnostics];
  return { project: { ...project, diagnostics }, manifests };
}
