// `py2nix convert`: manifests in, a Nix file out.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import { FORMATS } from "../manifests/formats.ts";
import { discoverManifests, type GivenText, type LoadOptions, loadProject } from "../manifests/load.ts";
import { printFile } from "../nix/print.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { dirname } from "../paths.ts";
import type { Plan } from "../resolver/plan.ts";
import { type ResolveOptions, resolve } from "../resolver/resolve.ts";
import { STYLES } from "../shells/styles.ts";
import { VERSION } from "../version.ts";

export interface ConvertOptions extends LoadOptions, ResolveOptions {
  /** Files and folders; none for the manifests of the working folder. */
  readonly inputs: readonly (string | GivenText)[];
  /** The file that will hold the result, or null for standard output. */
  readonly output: string | null;
  readonly style: string;
  readonly pin: boolean;
  /** The command line that makes this file again, without `py2nix`. */
  readonly command: readonly string[];
}

export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);
export const STYLE_NAMES: readonly string[] = STYLES.map(({ name }) => name);

/** Converts: the text of the Nix file and the plan that it follows. Throws an InputError. */
export function convert(options: ConvertOptions, files: Files, index: NixpkgsIndex): { text: string; plan: Plan } {
  const found: Diagnostic[] = [];
  const inputs = (options.inputs.length === 0 ? ["."] : options.inputs).flatMap((input) => {
    if (typeof input !== "string" || files.kind(input) !== "folder") return [input];
    const { manifests, diagnostics } = discoverManifests(input, files);
    found.push(...diagnostics);
    return manifests;
  });
  const project = loadProject(inputs, files, options);
  const plan = resolve({ ...project, diagnostics: [...found, ...project.diagnostics] }, index, options);
  const style = STYLES.find(({ name }) => name === options.style);
  if (!style)
    throw new InputError(`there is no style ${options.style}`, { hint: `The styles are: ${STYLE_NAMES.join(", ")}` });
  const { revision, channel, date } = plan.index;
  const header = [
    `Made by py2nix ${VERSION} from ${inputs.map((input) => (typeof input === "string" ? input : input.name)).join(", ")}; to make it again:`,
    `  py2nix ${options.command.map(quote).join(" ")}`,
    `Versions are those of nixpkgs ${revision.slice(0, 12)} (${channel}, ${date}).`,
  ];
  const file = style.render(plan, {
    header,
    outputFolder: options.output === null ? "." : dirname(options.output),
    pin: options.pin,
  });
  return { text: printFile(file), plan };
}

/** A word as a shell reads it back. */
function quote(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
