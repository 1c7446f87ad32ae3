// Every manifest and lock below a folder, resolved and checked by the plan checker.

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { realFiles } from "../../src/cli/files.ts";
import { InputError } from "../../src/diagnostics.ts";
import { loadProject } from "../../src/manifests/load.ts";
import type { NixpkgsIndex } from "../../src/nixpkgs/index.ts";
import { resolve } from "../../src/resolver/resolve.ts";
import { DEFAULT_SELECTION, type Selection } from "../../src/resolver/selection.ts";
import { checkPlan, type Figures } from "./plan-checker.ts";

export const SELECTIONS: Readonly<Record<string, Selection>> = {
  default: DEFAULT_SELECTION,
  everything: { ...DEFAULT_SELECTION, allGroups: true, allExtras: true },
};

/** Names of files that hold dependencies. Sources of packages have others of the same kind. */
const MANIFEST =
  /^(?:pyproject\.toml|Pipfile|setup\.cfg|environment\.yml|[^/]*requirements[^/]*\.(?:txt|in)|poetry\.lock|uv\.lock|pdm(?:\..*)?\.lock|pylock(?:\.[^.]+)?\.toml|Pipfile\.lock)$/;

export interface Checked extends Figures {
  /** As seen from the folder. */
  readonly file: string;
  readonly lock: string | null;
  readonly selection: string;
  readonly fromNixpkgs: number;
  readonly fromPip: number;
  readonly wrong: readonly string[];
  /** Why there is no plan. */
  readonly refused: string | null;
}

/** The manifests below a folder, in the order of their names. */
export function manifestsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && MANIFEST.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Resolves a manifest by itself, or with the lock beside it, for every selection. */
export function checkManifest(folder: string, file: string, index: NixpkgsIndex): Checked[] {
  return Object.entries(SELECTIONS).map(([selection, chosen]): Checked => {
    const figures: Figures = { decisions: 0, needs: 0, built: 0 };
    const base = { file: relative(folder, file), lock: null, selection, fromNixpkgs: 0, fromPip: 0, ...figures };
    try {
      const project = loadProject([file], realFiles, { format: null, lock: "auto" });
      const plan = resolve(project, index, { selection: chosen, python: null });
      const wrong = checkPlan(project, index, plan, figures);
      const count = (from: string) => plan.decisions.filter((decision) => decision.from === from).length;
      return {
        ...base,
        ...figures,
        lock: project.lock && relative(folder, project.lock.file),
        fromNixpkgs: count("nixpkgs"),
        fromPip: count("pip"),
        wrong,
        refused: null,
      };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { ...base, wrong: [], refused: error.message.replaceAll(`${folder}/`, "") };
    }
  });
}
