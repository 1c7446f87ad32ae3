// The style `devenv`: devenv.nix and devenv.yaml.
//
// devenv's own `venv.requirements` takes one requirements file, and counts an installation as done before it is tried.
// So devenv has the interpreter with nixpkgs' packages, and the environment is filled as in the other styles.

import { attributes, type Binding, bind, type NixFile, select, text, verbatim } from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";
import { conditionalList } from "./conditional-list.ts";
import { baseBindings, baseName, environmentOf } from "./environment.ts";
import { inheritedBindings } from "./file.ts";
import { nixpkgsFlake } from "./nixpkgs.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";
import { installerNotes, venvHook, venvLayer } from "./venv.ts";
import { syncBinding } from "./venv-sync.ts";

export const devenv: Style = {
  name: "devenv",
  summary: "devenv.nix and devenv.yaml",
  fileName: "devenv.nix",
  direnv: `eval "$(devenv direnvrc)"\nuse devenv`,
  installs: true,
  render: renderDevenv,
};

function renderDevenv(plan: Plan, options: RenderOptions): Rendering {
  const environment = environmentOf(plan, options);
  const { programs, libraries, fromPip, hasBase } = environment;
  const hasVenv = fromPip.length > 0;
  const { bindings, parts } = venvLayer(plan, { ...options, inPlace: false }, hasBase);
  const packages = [...programs, ...libraries];
  const all: Binding[] = [...baseBindings(plan, environment), ...(hasVenv ? [...bindings, syncBinding(parts)] : [])];
  const body = attributes(
    ...(packages.length > 0 ? [bind("packages", conditionalList(packages))] : []),
    bind(["languages", "python"], attributes(bind("enable", verbatim("true")), bind("package", baseName(environment)))),
    ...(hasVenv
      ? [
          bind(["env", "VIRTUAL_ENV"], text(select("config.devenv.root"), "/.venv")),
          bind("enterShell", venvHook(options, { place: "" })),
        ]
      : []),
  );
  const inherited = inheritedBindings({ bindings: all, body }, ["lib", "stdenv"]);
  const file: NixFile = {
    comment: options.header,
    arguments: { open: hasVenv ? ["pkgs", "config"] : ["pkgs"] },
    bindings: [...inherited, ...all],
    body,
  };
  return {
    file,
    beside: [{ name: "devenv.yaml", text: yaml(options.header, nixpkgsFlake(plan.index, options.pin)) }],
    diagnostics: installerNotes(plan, options),
  };
}

function yaml(header: readonly string[], nixpkgs: string): string {
  return [...header.map((line) => `# ${line}`), "inputs:", "  nixpkgs:", `    url: ${nixpkgs}`, ""].join("\n");
}
