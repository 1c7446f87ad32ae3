// The style `impure`: the environment that nixpkgs' manual shows, with `venvShellHook`, made sound.
//
// The hook makes an environment once and takes any directory of its name for a finished one; it puts nixpkgs' packages
// on PYTHONPATH, before those of pip. Here the script of the style `shell` has filled the environment before the hook finds
// it, and nixpkgs' packages come behind pip's.

import { apply, attributes, bind, select } from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";
import { always, conditionalList } from "./conditional-list.ts";
import { baseBindings, baseName, environmentOf } from "./environment.ts";
import { fileOf } from "./file.ts";
import { librariesBinding, noPythonPath } from "./shell.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";
import { installerNotes, venvHook, venvLayer } from "./venv.ts";
import { syncBinding } from "./venv-sync.ts";

export const impure: Style = {
  name: "impure",
  summary: "mkShell with venvShellHook: a virtual environment that pip fills, nixpkgs' packages behind it",
  fileName: "shell.nix",
  direnv: "use nix",
  installs: true,
  render: renderImpure,
};

function renderImpure(plan: Plan, options: RenderOptions): Rendering {
  const environment = environmentOf(plan, options);
  const { programs, libraries, hasBase } = environment;
  const { bindings, parts } = venvLayer(plan, options, hasBase);
  const body = apply(
    select("pkgs.mkShell"),
    attributes(
      bind(
        "packages",
        conditionalList([always(select("python.pkgs.venvShellHook")), always(baseName(environment)), ...programs]),
      ),
      ...(libraries.length > 0 ? [librariesBinding(libraries)] : []),
      noPythonPath("Packages on PYTHONPATH would win over the virtual environment's: the base comes in behind them."),
      bind(
        "shellHook",
        venvHook(options, { byVenvShellHook: true }),
        "The hook takes any directory for a finished environment: it gets one that is.",
      ),
    ),
  );
  return {
    file: fileOf(plan, options, [...baseBindings(plan, environment), ...bindings, syncBinding(parts)], body),
    diagnostics: installerNotes(plan, options),
  };
}
