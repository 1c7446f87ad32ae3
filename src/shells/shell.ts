// The style `shell`: one `mkShell` with the interpreter and nixpkgs' packages, and the virtual environment of what
// pip brings, if anything does.

import {
  apply,
  attributes,
  type Binding,
  bind,
  indented,
  type NixFile,
  referredNames,
  select,
  verbatim,
} from "../nix/expression.ts";
import { ALL_PLATFORMS } from "../platforms.ts";
import type { Plan } from "../resolver/plan.ts";
import { type Conditional, conditionalList } from "./conditional-list.ts";
import { nixpkgsArgument } from "./nixpkgs.ts";
import { listedPackages, programElements, pythonWith } from "./python-packages.ts";
import type { RenderOptions, Style } from "./style.ts";
import { pipDecisions, venvBindings, versionControlPrograms } from "./venv.ts";

export const shell: Style = {
  name: "shell",
  summary: "mkShell with nixpkgs' packages, and a virtual environment over them for what pip brings",
  render: renderShell,
};

function renderShell(plan: Plan, options: RenderOptions): NixFile {
  const fromPip = pipDecisions(plan);
  const hasVenv = fromPip.length > 0;
  const packages = listedPackages(plan, "python");
  const hasBase = packages.length > 0;
  const always = (...values: readonly Parameters<typeof apply>[0][]) =>
    values.map((value): Conditional => ({ platforms: ALL_PLATFORMS, item: { comment: [], value } }));
  const systems = versionControlPrograms(fromPip);
  const programs = [
    ...programElements(listedPackages(plan, "program")),
    // `nix-shell --pure` has no certificates but these.
    ...always(...systems.map((name) => select("pkgs", name)), ...(systems.length > 0 ? [select("pkgs.cacert")] : [])),
    ...always(...plan.wheelPrograms.map((path) => select("pkgs", ...path))),
  ];

  const bindings: Binding[] = [];
  const interpreter = pythonWith(plan, packages);
  if (hasVenv) {
    bindings.push(bind("python", select("pkgs", plan.interpreter.attribute)));
    if (hasBase) bindings.push(bind("base", pythonWith(plan, packages, select("python")), "From nixpkgs."));
    bindings.push(...venvBindings(plan, hasBase, options.outputFolder));
  }
  const base = hasVenv ? select(hasBase ? "base" : "python") : interpreter;
  const shellAttributes: Binding[] = [bind("packages", conditionalList([...always(base), ...programs]))];
  if (hasVenv || programs.length > 0) {
    const why = hasVenv
      ? "Packages on PYTHONPATH would win over the virtual environment's."
      : "The programs' own packages stay out of PYTHONPATH.";
    shellAttributes.push(bind("dontAddPythonPath", verbatim("true"), why));
  }
  if (hasVenv) {
    shellAttributes.push(
      bind("VIRTUAL_ENV", apply(verbatim("toString"), verbatim("./.venv"))),
      bind(
        "shellHook",
        indented(
          `
unset PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH
# A command must not run in half an environment; in an interactive shell there is something to mend.
@python@ -I @sync@ || [[ $- == *i* ]] || exit 1
export PATH="$VIRTUAL_ENV/bin:$PATH"
`,
          { python: [select("python.interpreter")], sync: [select("syncVenv")] },
        ),
      ),
    );
  }
  const body = apply(select("pkgs.mkShell"), attributes(...shellAttributes));
  const names = referredNames({ bindings, body });
  const inherited = ["lib", "stdenv"].filter((name) => names.has(name));
  if (inherited.length > 0) bindings.unshift({ kind: "inherit", from: "pkgs", names: inherited });
  return { comment: options.header, arguments: nixpkgsArgument(plan.index, options.pin), bindings, body };
}
