// The style `fhs`: the environment in a file system as other distributions have it, for wheels and programs that look
// for their libraries in /usr/lib.

import {
  apply,
  attributes,
  type Binding,
  bind,
  type Expression,
  indented,
  operation,
  select,
  text,
} from "../nix/expression.ts";
import { normalizeName } from "../pep/pep503.ts";
import type { Plan } from "../resolver/plan.ts";
import { always, type Conditional, conditionalList } from "./conditional-list.ts";
import { baseBindings, baseName, environmentOf } from "./environment.ts";
import { fileOf } from "./file.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";
import { hasLibraries, installerNotes, venvHook, venvLayer, wheelLibraries } from "./venv.ts";
import { syncBinding } from "./venv-sync.ts";

export const fhs: Style = {
  name: "fhs",
  summary: "buildFHSEnv with all of it inside, for wheels and programs that want the usual file system (Linux)",
  fileName: "shell.nix",
  direnv: null,
  installs: true,
  render: renderFhs,
};

function renderFhs(plan: Plan, options: RenderOptions): Rendering {
  const environment = environmentOf(plan, options);
  const { programs, libraries, fromPip, hasBase } = environment;
  const hasVenv = fromPip.length > 0;
  const { bindings, parts } = venvLayer(plan, options, hasBase, false);
  const packages: Conditional[] = [
    always(baseName(environment)),
    ...(hasVenv && hasLibraries(plan) ? wheelLibraries(plan).map(always) : []),
    // mkShell has a compiler by itself.
    ...(libraries.length > 0 ? [always(select("pkgs.stdenv.cc"))] : []),
    ...libraries,
    ...programs,
  ];
  // A command's words are the arguments; without any there is somebody to mend what is wrong.
  const profile = hasVenv ? venvHook(options, { mayGoOn: "[[ $# -eq 0 ]]" }) : indented("unset PYTHONPATH PYTHONHOME");
  const environmentBinding = bind(
    "fhs",
    apply(
      select("pkgs.buildFHSEnv"),
      attributes(
        bind("name", text(environmentName(plan))),
        bind("targetPkgs", lambda("_", conditionalList(packages))),
        bind("runScript", text("bash")),
        bind("profile", profile),
      ),
    ),
    "The usual file system: what is in targetPkgs is in its /usr, and its loader finds the libraries there.",
  );
  const all: Binding[] = [
    ...baseBindings(plan, environment),
    ...(hasVenv ? [...bindings, syncBinding(parts)] : []),
    environmentBinding,
  ];
  return { file: fileOf(plan, withUse(plan, options), all, body()), diagnostics: installerNotes(plan, options) };
}

/** `.env` is for nix-shell; the program beside it takes a command. */
function body(): Expression {
  return operation("//", [select("fhs.env"), attributes({ kind: "inherit", from: null, names: ["fhs"] })]);
}

/** The environment's shell replaces the one that has a command to run. */
function withUse(plan: Plan, options: RenderOptions): RenderOptions {
  const build = options.inPlace ? "nix-build -A fhs shell.nix" : "nix build .#devShells.SYSTEM.default.fhs";
  return {
    ...options,
    header: [
      ...options.header,
      "",
      `For Linux. The shell runs no command that nix-shell or nix develop is given; the program of \`${build}\``,
      `does: result/bin/${environmentName(plan)} -c COMMAND`,
    ],
  };
}

function environmentName({ projectName }: Plan): string {
  return `${normalizeName(projectName ?? "python").replace(/[^a-z0-9-]+/g, "") || "python"}-fhs`;
}

function lambda(argument: string, expression: Expression): Expression {
  return { kind: "lambda", argument, body: expression };
}
