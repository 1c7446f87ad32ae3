// What the styles share that hand the project's own manifest to another tool: files as the tool's documentation has
// them, with the interpreter, groups and extras of the plan.

import { InputError, type Origin } from "../diagnostics.ts";
import { type Expression, list, mapSelects, operation, select, text, verbatim } from "../nix/expression.ts";
import { basename, dirname, relativePath } from "../paths.ts";
import type { Plan } from "../resolver/plan.ts";
import { always, conditionalList } from "./conditional-list.ts";
import { programsBesidePip } from "./environment.ts";
import { nixpkgsFlake } from "./nixpkgs.ts";
import type { RenderOptions } from "./style.ts";

/** What every flake of a tool has; `environment` is what the tool makes. */
export function flakeParts(plan: Plan, options: RenderOptions, environment: Expression): Record<string, Expression> {
  return {
    description: text(`Development environment${plan.projectName === null ? "" : ` of ${plan.projectName}`}`),
    nixpkgs: text(nixpkgsFlake(plan.index, options.pin)),
    python: select("pkgs", plan.interpreter.attribute),
    packages: shellPackages(plan, options, environment),
  };
}

/** The environment and the programs beside it. */
export function shellPackages(plan: Plan, options: RenderOptions, environment: Expression): Expression {
  const all = conditionalList([always(environment), ...programsBesidePip(plan, options)]);
  return mapSelects(all, (path) => (path[0] === "stdenv" ? ["pkgs", ...path] : path));
}

export function names(values: readonly string[]): Expression {
  return list(values.map((value) => text(value)));
}

/** The file of a name that was read of the project, as seen from the working folder. */
export function fileNamed({ source }: RenderOptions, name: string): string | undefined {
  return source.project.files.find((file) => basename(file) === name);
}

/** The folder of the file that a tool wants, as a Nix path of a flake. Throws an InputError where the project has none. */
export function folderOf(options: RenderOptions, tool: string, name: string, hint = ""): Expression {
  const file = fileNamed(options, name);
  if (file === undefined)
    throw new InputError(`${tool} needs a ${name}, and none was read`, hint === "" ? {} : { hint });
  return pathTo(dirname(file), { ...options, inPlace: false }, { file, line: 1 });
}

/**
 * A path of the working folder as a Nix path; `origin` is what names it, null for what no line names. Throws an
 * InputError for one that a flake does not have.
 */
export function pathTo(path: string, { outputFolder, inPlace }: RenderOptions, origin: Origin | null): Expression {
  const relative = relativePath(outputFolder, path);
  if (!inPlace && /^\.\.(?:\/|$)/.test(relative))
    throw new InputError(`${path} is not below the folder of the flake`, {
      ...(origin ? { origin } : {}),
      hint: "A flake reads nothing outside of its own folder: write it beside the project's manifest.",
    });
  if (relative === ".") return verbatim("./.");
  if (/^[A-Za-z0-9._+-]+(?:\/[A-Za-z0-9._+-]+)*$/.test(relative))
    return verbatim(relative.startsWith("../") ? relative : relative === ".." ? "../." : `./${relative}`);
  return operation("+", [verbatim("./."), text(`/${relative}`)]);
}
