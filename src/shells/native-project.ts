// The project itself in the style `native`: a package that is nothing but the place of its modules, so that a change to
// them shows at once.

import { InputError } from "../diagnostics.ts";
import {
  apply,
  type Binding,
  bind,
  type Expression,
  indented,
  type StringPart,
  select,
  text,
} from "../nix/expression.ts";
import { isAbsolute, joinPath, relativePath } from "../paths.ts";
import type { PipRequirement } from "../resolver/plan.ts";
import { folderPath } from "./pip-lines.ts";
import type { RenderOptions } from "./style.ts";
import { type FromPip, findsRoot } from "./venv.ts";

/** Whether the package is a folder that is worked on. */
export function isEditable({ requirements }: FromPip): boolean {
  return requirements.length > 0 && requirements.every(({ source }) => source.kind === "path" && source.editable);
}

/** The folders of editable packages, as seen from the working folder. Throws an InputError for one that cannot be. */
export function editableFolders(decisions: readonly FromPip[]): string[] {
  const folders = decisions.flatMap(({ name, requirements }) =>
    requirements.map((requirement) => folderOf(name, requirement)),
  );
  return [...new Set(folders)];
}

function folderOf(name: string, { source, origin }: PipRequirement): string {
  if (source.kind !== "path") throw new Error(`${name} is in no folder`);
  const folder = joinPath(source.base, source.path);
  // A line of a .pth file is a path, and one that begins with `import` is run.
  if (/[\x00-\x1f]/.test(folder))
    throw new InputError(`the folder of ${name} has a control character in its name`, origin ? { origin } : {});
  return folder;
}

/**
 * The binding `project`: a `.pth` file with the folders and their `src`, of which Python takes those that there are.
 * https://docs.python.org/3/library/site.html
 */
export function projectBinding(folders: readonly string[], options: RenderOptions): Binding {
  const all = folders.flatMap((folder) => [joinPath(folder, "src"), folder]);
  const content = options.inPlace ? inPlace(all, options) : fromRoot(all, options);
  return bind(
    "project",
    apply(
      select("python.pkgs.toPythonModule"),
      apply(select("pkgs.writeTextDir"), text(select("python.sitePackages"), "/project.pth"), content),
    ),
    "The project itself is read from its folder: what is changed there shows at once.",
  );
}

function inPlace(folders: readonly string[], options: RenderOptions): Expression {
  const lines = folders.map((folder): StringPart[] => folderPath(folder, options));
  return { kind: "indented", lines };
}

/** The folders below the one that the shell finds when it is entered. */
function fromRoot(folders: readonly string[], { outputFolder }: RenderOptions): Expression {
  const relative = folders.map((folder) => (isAbsolute(folder) ? folder : relativePath(outputFolder, folder)));
  return text(
    `import os, sys; sys.path.extend(os.path.join(os.environ["${ROOT}"], path) for path in ${JSON.stringify(relative)} if "${ROOT}" in os.environ)\n`,
  );
}

const ROOT = "PY2NIX_PROJECT";

/** What a shell that is not read in its place has to do for the project to be found. */
export function projectHook(): Expression {
  return indented(findsRoot(ROOT));
}
