// The style `impure`: the environment that nixpkgs' manual shows, with `venvShellHook`, made sound.
//
// The hook makes an environment once and takes any directory of its name for a finished one; it puts nixpkgs' packages
// on PYTHONPATH, before those of pip. Here the environment says what it is made of and is made anew when that has
// changed, and nixpkgs' packages come behind pip's.

import { apply, attributes, bind, indented, select, text, verbatim } from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";
import { always, conditionalList } from "./conditional-list.ts";
import { baseBindings, baseName, environmentOf } from "./environment.ts";
import { fileOf } from "./file.ts";
import { librariesBinding, noPythonPath } from "./shell.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";
import { FIND_ROOT, installerNotes, MENDABLE, venvLayer } from "./venv.ts";
import { fillBinding } from "./venv-sync.ts";

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
  const isFilled = parts.base || parts.requirements || parts.directRequirements || parts.project !== null;
  const names = {
    python: [select("python.interpreter")],
    executable: [select("python.executable")],
    venvPython: [select("venvPython")],
    made: [isFilled ? select("fillVenv") : select("python")],
  };
  const body = apply(
    select("pkgs.mkShell"),
    attributes(
      bind(
        "packages",
        conditionalList([always(select("python.pkgs.venvShellHook")), always(baseName(environment)), ...programs]),
      ),
      ...(libraries.length > 0 ? [librariesBinding(libraries)] : []),
      noPythonPath("Packages on PYTHONPATH would win over the virtual environment's: the base comes in behind them."),
      bind("venvDir", options.inPlace ? apply(verbatim("toString"), verbatim("./.venv")) : text(".venv")),
      bind(
        "preShellHook",
        indented(`${options.inPlace ? "" : `${FIND_ROOT}venvDir=$root/.venv\n`}${BEFORE}`, names),
        "The hook takes any directory for a finished environment: one that was made of something else goes.",
      ),
      bind(
        "postVenvCreation",
        indented([parts.venvPython ? WITH_LIBRARIES : "", CREATED, isFilled ? FILLED : EMPTY].join(""), names),
      ),
      bind("postShellHook", indented(`unset SOURCE_DATE_EPOCH`), "pip makes archives, which know no year before 1980."),
    ),
  );
  return {
    file: fileOf(
      plan,
      options,
      [...baseBindings(plan, environment), ...bindings, ...(isFilled ? [fillBinding(parts)] : [])],
      body,
    ),
    diagnostics: installerNotes(plan, options),
  };
}

const BEFORE = `
unset PYTHONPATH PYTHONHOME
madeOf="@made@ $venvDir"
if [[ -e $venvDir/.py2nix ]]; then
  if [[ $(< "$venvDir/.py2nix") != "$madeOf" ]] || ! "$venvDir/bin/python" -I -c "" 2> /dev/null; then
    rm -rf "$venvDir"
  fi
elif [[ -e $venvDir || -L $venvDir ]]; then
  echo "$venvDir was not made by this shell: move it away, then enter again" >&2
  exit 1
fi
`.slice(1);

const WITH_LIBRARIES = `
ln -sf @venvPython@/bin/python3 "$venvDir/bin/@executable@"
`.slice(1);

const CREATED = `
touch "$venvDir/.py2nix"
`.slice(1);

const FILLED = `
# A command must not run in half an environment; in an interactive shell there is something to mend.
@python@ -I @made@ && echo "$madeOf" > "$venvDir/.py2nix" || ${MENDABLE} || exit 1
`.slice(1);

const EMPTY = `
echo "$madeOf" > "$venvDir/.py2nix"
`.slice(1);
