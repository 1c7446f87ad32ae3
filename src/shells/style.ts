// What a style of environment is: a module that turns a plan into a Nix file.

import type { NixFile } from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";

export interface RenderOptions {
  /** Comment lines at the top of the file. */
  readonly header: readonly string[];
  /** The folder of the output file as seen from the working folder, or absolute. */
  readonly outputFolder: string;
  /** Whether `<nixpkgs>` is replaced by the index's revision. */
  readonly pin: boolean;
}

export interface Style {
  readonly name: string;
  /** What it writes, in a line for the help. */
  readonly summary: string;
  render(plan: Plan, options: RenderOptions): NixFile;
}
