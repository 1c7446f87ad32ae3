// From a plan to the files of a style.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { printFile } from "../nix/print.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { basename, dirname } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import type { Plan } from "../resolver/plan.ts";
import { envrcOf } from "./envrc.ts";
import {
  BY_PIP,
  type ChosenProject,
  type FileBeside,
  type Installer,
  type Provision,
  type RenderOptions,
  type Style,
} from "./style.ts";
import { STYLES } from "./styles.ts";

/** What of a style can be chosen. */
export interface StyleOptions {
  readonly style: string;
  /** Whether the index's revision of nixpkgs is taken. */
  readonly pin: boolean;
  /** Attribute paths of more packages, below `pkgs`. */
  readonly with?: readonly (readonly string[])[];
  /** `pip` where none is given. */
  readonly installer?: Installer;
  /** The style inside a flake; `shell` where none is given. */
  readonly inside?: string;
  /** Whether direnv's file is wanted too. */
  readonly envrc?: boolean;
}

export interface Rendered {
  readonly text: string;
  readonly provision: Provision;
  /** More files, in the folder of the output. */
  readonly beside: readonly FileBeside[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Renders a plan. `output` is the file that will hold the text, or null; `header` are comment lines for its top.
 * Throws an InputError for options that do not go together, and for a style that does not fit the project.
 */
export function renderPlan(
  plan: Plan,
  source: ChosenProject,
  index: NixpkgsIndex,
  options: StyleOptions & { readonly output: string | null; readonly header: readonly string[] },
): Rendered {
  const style = STYLES.find(({ name }) => name === options.style);
  if (!style)
    throw new InputError(`there is no style ${options.style}`, {
      hint: `The styles are: ${STYLES.map(({ name }) => name).join(", ")}`,
    });
  const { installer = "pip", inside = "shell", with: packages = [] } = options;
  if (inside !== "shell" && style.name !== "flake")
    throw new InputError(`the style ${style.name} has no other inside`, { hint: "--inside is for --style flake." });
  const renderOptions: RenderOptions = {
    header: options.header,
    outputFolder: options.output === null ? "." : dirname(options.output),
    pin: options.pin,
    installer,
    packages,
    inside,
    source,
    index,
    sourceNeeds: (key) => index.sourceNeeds(key),
    inPlace: true,
  };
  const { file, beside = [], diagnostics = [] } = style.render(plan, renderOptions);
  const name = options.output === null ? (style.fileName ?? "") : basename(options.output);
  return {
    text: typeof file === "string" ? file : printFile(file),
    provision: (style.inside?.find((one) => one.name === inside) ?? style).provision ?? BY_PIP,
    beside: options.envrc ? [...beside, envrcOf(style, name, renderOptions)] : beside,
    diagnostics: [
      ...diagnostics,
      ...packages.flatMap((path) => ofPythonSet(path, index)),
      ...nothingToInstall(style, installer),
    ],
  };
}

/**
 * A Python package among the programs is in no environment of the interpreter, and may not be there at all. Of other
 * attributes nothing is said: the index does not know all that is at the top of nixpkgs.
 */
function ofPythonSet(path: readonly string[], index: NixpkgsIndex): Diagnostic[] {
  const [set = "", ...rest] = path;
  const version = /^python(\d*)(?:Packages)?$/.exec(set)?.[1];
  if (version === undefined || rest.length === 0) return [];
  const inSet = set.endsWith("Packages") ? rest : rest[0] === "pkgs" ? rest.slice(1) : [];
  const why =
    unknownPackage(version, inSet, index) ??
    "is a program to the shell: to import it, write it to the project's requirements";
  return [{ severity: "warning", message: `${path.join(".")} of --with ${why}` }];
}

/** What is to be said of a path that no Python set of the index has, or null where it may be there. */
function unknownPackage(version: string, path: readonly string[], index: NixpkgsIndex): string | null {
  const { sets, default: usual } = index.release;
  const interpreter = /^3?$/.test(version) ? usual : `python${version}`;
  const isKnown = index.entries(path, "python").some((entry) => entry.interpreter === interpreter);
  if (path.length === 0 || isKnown || !sets.includes(interpreter)) return null;
  const near = index.near(normalizeName(path.join(".")), interpreter);
  return `is no package of nixpkgs that the index knows${near.length > 0 ? `: near to it are ${near.join(", ")}` : ""}`;
}

function nothingToInstall({ name, installs }: Style, installer: Installer): Diagnostic[] {
  if (installs || installer === "pip") return [];
  return [{ severity: "note", message: `the style ${name} installs nothing: ${installer} is not used` }];
}
