// The style `env`: the environment of nixpkgs' packages alone, as the `.env` of `withPackages`.

import { apply, attributes, bind, type Expression, list, type NixFile, operation, select } from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";
import { conditionalList, operandsOf } from "./conditional-list.ts";
import { programsBesidePip } from "./environment.ts";
import { fileOf } from "./file.ts";
import { LEFT_OUT, leftToPip } from "./left-to-pip.ts";
import { listedPackages, pythonWith } from "./python-packages.ts";
import { noPythonPath } from "./shell.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";

export const env: Style = {
  name: "env",
  summary: "the .env of withPackages: what nixpkgs has, and nothing from pip",
  fileName: "shell.nix",
  direnv: "use nix",
  provision: LEFT_OUT,
  render: renderEnv,
};

function renderEnv(plan: Plan, options: RenderOptions): Rendering {
  const { comment, diagnostics } = leftToPip(plan, "the style env");
  const programs = programsBesidePip(plan, options);
  const packages = listedPackages(plan, "python");
  // An interpreter without packages has no environment of its own but by way of an empty list.
  const python: Expression =
    packages.length > 0
      ? pythonWith(plan, packages)
      : apply(select("pkgs", plan.interpreter.attribute, "withPackages"), {
          kind: "lambda",
          argument: "_",
          body: list([]),
        });
  const withHeader = (file: NixFile): NixFile => ({ ...file, comment: [...file.comment, ...comment] });
  if (programs.length === 0)
    return { file: withHeader(fileOf(plan, options, [], { kind: "attribute", of: python, name: "env" })), diagnostics };
  const body = apply(select("python.env.overrideAttrs"), {
    kind: "lambda",
    argument: "old",
    body: attributes(
      bind(
        "nativeBuildInputs",
        operation("++", [select("old.nativeBuildInputs"), ...operandsOf(conditionalList(programs))]),
      ),
      noPythonPath("The programs' own packages stay out of PYTHONPATH."),
    ),
  });
  return { file: withHeader(fileOf(plan, options, [bind("python", python)], body)), diagnostics };
}
