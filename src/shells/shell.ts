// The style `shell`: one `mkShell` with the interpreter and nixpkgs' packages, and the virtual environment of what
// pip brings, if anything does.

import { apply, attributes, type Binding, bind, type Expression, select, verbatim } from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";
import { always, conditionalList } from "./conditional-list.ts";
import { baseBindings, baseName, type Environment, environmentOf } from "./environment.ts";
import { fileOf } from "./file.ts";
import { listedPackages, pythonWith } from "./python-packages.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";
import { installerNotes, venvHook, venvLayer } from "./venv.ts";
import { syncBinding } from "./venv-sync.ts";

export const shell: Style = {
  name: "shell",
  summary: "mkShell with nixpkgs' packages, and a virtual environment over them for what pip brings",
  fileName: "shell.nix",
  direnv: "use nix",
  installs: true,
  render: renderShell,
};

function renderShell(plan: Plan, options: RenderOptions): Rendering {
  const environment = environmentOf(plan, options);
  const { programs, fromPip, hasBase } = environment;
  if (fromPip.length === 0) {
    const interpreter = pythonWith(plan, listedPackages(plan, "python"));
    const noPath = programs.length > 0 ? [noPythonPath("The programs' own packages stay out of PYTHONPATH.")] : [];
    return { file: fileOf(plan, options, [], mkShell(interpreter, environment, noPath)) };
  }
  const { bindings, parts } = venvLayer(plan, options, hasBase);
  const body = mkShell(baseName(environment), environment, [
    noPythonPath("Packages on PYTHONPATH would win over the virtual environment's."),
    bind("shellHook", venvHook(options)),
  ]);
  return {
    file: fileOf(plan, options, [...baseBindings(plan, environment), ...bindings, syncBinding(parts)], body),
    diagnostics: installerNotes(plan, options),
  };
}

function mkShell(base: Expression, { programs, libraries }: Environment, more: readonly Binding[]): Expression {
  return apply(
    select("pkgs.mkShell"),
    attributes(
      bind("packages", conditionalList([always(base), ...programs])),
      ...(libraries.length > 0 ? [librariesBinding(libraries)] : []),
      ...more,
    ),
  );
}

/** The attribute of a shell that keeps setup hooks from filling PYTHONPATH. */
export function noPythonPath(why: string): Binding {
  return bind("dontAddPythonPath", verbatim("true"), why);
}

/** The attribute of a shell for what is built from source. */
export function librariesBinding(libraries: Environment["libraries"]): Binding {
  return bind("buildInputs", conditionalList(libraries), "What pip builds from source is linked against these.");
}
