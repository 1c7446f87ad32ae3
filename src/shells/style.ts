// What a style of environment is: a module that turns a plan into a Nix file.

import type { Diagnostic } from "../diagnostics.ts";
import type { NixFile } from "../nix/expression.ts";
import type { NixpkgsIndex, SourceNeeds } from "../nixpkgs/index.ts";
import type { Project } from "../project.ts";
import type { Plan } from "../resolver/plan.ts";

/** Who fills the virtual environment. */
export type Installer = "pip" | "uv";

/** What is asked of the result beside what the plan says. */
export interface RenderOptions {
  /** Comment lines at the top of the file. */
  readonly header: readonly string[];
  /** The folder of the output file as seen from the working folder, or absolute. */
  readonly outputFolder: string;
  /** Whether `<nixpkgs>` is replaced by the index's revision. */
  readonly pin: boolean;
  readonly installer: Installer;
  /** Attribute paths of more packages. */
  readonly packages: readonly (readonly string[])[];
  /** The style that a flake has inside. */
  readonly inside: string;
  /** The project that the plan is for, and what of it was chosen: for styles that hand it to another tool. */
  readonly source: ChosenProject;
  /** The index that the plan was made by. */
  readonly index: NixpkgsIndex;
  /** What a project (normalized name) needs to be built from source. */
  readonly sourceNeeds: (key: string) => SourceNeeds;
  /**
   * Whether the file is read where it stands. A flake is read from a copy in the store: there the project's own
   * folder is known only when the shell is entered.
   */
  readonly inPlace: boolean;
}

export interface ChosenProject {
  readonly project: Pick<Project, "name" | "files">;
  /** The manifests that were given or found, as seen from the working folder. */
  readonly manifests: readonly string[];
  /** Normalized; `main` among the groups where the project's own dependencies are wanted. */
  readonly groups: readonly string[];
  readonly extras: readonly string[];
}

/** A file that is written beside the output. */
export interface FileBeside {
  /** Its name in the output's folder. */
  readonly name: string;
  readonly text: string;
}

export interface Rendering {
  /** What the output file is: a tree, or text that is no Nix file or made from a template. */
  readonly file: NixFile | string;
  readonly beside?: readonly FileBeside[];
  /** What of the plan the style cannot honour. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** What a summary says that becomes of the dependencies: words behind their number. */
export interface Provision {
  /** Of those that the plan takes from nixpkgs: `from nixpkgs`. */
  readonly nixpkgs: string;
  /** Of the others: `from pip`. */
  readonly others: string;
  /** Of the project itself, behind its name: `is installed from its folder, editable`. */
  readonly own: string;
}

/** What the plan itself says. */
export const BY_PIP: Provision = {
  nixpkgs: "from nixpkgs",
  others: "from pip",
  own: "is installed from its folder, editable",
};

export interface Style {
  readonly name: string;
  /** What it writes, in a line for the help. */
  readonly summary: string;
  /** The name that its file has for Nix to find it; null for what is no file. */
  readonly fileName: string | null;
  /** How direnv enters it, in the language of an `.envrc` and less the file's name; null where it cannot. */
  readonly direnv: string | null;
  /** Whether it installs what nixpkgs lacks, by the installer that is chosen. */
  readonly installs?: boolean;
  /** The styles of which it has one inside; that one provides what there is. */
  readonly inside?: readonly Style[];
  /** What becomes of the dependencies; `BY_PIP` where nothing is said. */
  readonly provision?: Provision;
  /** Throws an InputError where the project has not what the style needs. */
  render(plan: Plan, options: RenderOptions): Rendering;
}
