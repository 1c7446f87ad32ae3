// `py2nix convert`: manifests in, a Nix file out.

import { InputError } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import type { Plan } from "../resolver/plan.ts";
import { type Rendered, renderPlan } from "../shells/render.ts";
import type { FileBeside } from "../shells/style.ts";
import { STYLES } from "../shells/styles.ts";
import { headerLines } from "./header.ts";
import { UnknownHash } from "./index-choice.ts";
import { folderOf, seenFrom } from "./places.ts";
import { makePlan, type PlanningOptions } from "./planning.ts";

export interface ConvertOptions extends PlanningOptions {
  /** The style inside a flake; `shell` where none is given. */
  readonly inside?: string | null;
  /** Whether direnv's file is wanted too. */
  readonly envrc?: boolean;
  /**
   * The words behind `py2nix` that make the file `output` (as seen from the working folder) again when they are run in
   * its own folder.
   */
  readonly command: (output: string) => readonly string[];
}

export interface Converted {
  readonly text: string;
  readonly provision: Rendered["provision"];
  /** More files, in the folder of the output. */
  readonly beside: readonly FileBeside[];
  readonly plan: Plan;
  /** The file that the text is for, by the command line or the settings; null for standard output. */
  readonly output: string | null;
  /** The same, or the name that the style's file has. */
  readonly file: string;
}

export const DEFAULT_STYLE = "shell";
export const STYLE_NAMES: readonly string[] = STYLES.map(({ name }) => name);
/** The styles that another can have inside. */
export const INSIDE_NAMES: readonly string[] = STYLES.flatMap(({ inside = [] }) => inside.map(({ name }) => name));

/** Converts. Throws an InputError, an UnknownHash where the index has none and one is needed. */
export function convert(options: ConvertOptions, files: Files, index: NixpkgsIndex): Converted {
  const { plan, project, manifests, settings, index: ofUser } = makePlan(options, files, index);
  const style = STYLES.find(({ name }) => name === (settings.style?.value ?? DEFAULT_STYLE));
  if (!style) {
    throw new InputError(`there is no style ${settings.style?.value}`, {
      ...(settings.style?.origin ? { origin: settings.style.origin } : {}),
      hint: `The styles are: ${STYLE_NAMES.join(", ")}`,
    });
  }
  const isPinned = settings.pin?.value ?? false;
  if (isPinned && plan.index.narHash === "") throw new UnknownHash(plan.index.revision);
  const output = settings.output === null || settings.output.value === "-" ? null : settings.output.value;
  const made = manifests.map((input) => (typeof input === "string" ? seenFrom(folderOf(output), input) : input.name));
  const file = output ?? style.fileName ?? "shell.nix";
  const header = headerLines(made, options.command(file), plan.index);
  const names = manifests.flatMap((input) => (typeof input === "string" ? [input] : []));
  const source = { project, manifests: names, groups: plan.groups, extras: plan.extras };
  const { diagnostics, ...rendered } = renderPlan(plan, source, ofUser, {
    style: style.name,
    pin: isPinned,
    with: settings.with.map(({ value }) => value),
    installer: settings.installer?.value ?? "pip",
    inside: options.inside ?? DEFAULT_STYLE,
    envrc: options.envrc ?? false,
    output,
    header,
  });
  return { ...rendered, plan: { ...plan, diagnostics: [...plan.diagnostics, ...diagnostics] }, output, file };
}
