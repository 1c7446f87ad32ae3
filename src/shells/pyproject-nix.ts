// The style `pyproject-nix`: the project's manifest given to pyproject.nix, as its templates have it.

import { attributes, bind, select, verbatim } from "../nix/expression.ts";
import { fillTemplate } from "../nix/template.ts";
import { MAIN_GROUP } from "../project.ts";
import { LEFT_OUT, leftToPip } from "./left-to-pip.ts";
import type { Style } from "./style.ts";
import { fileNamed, flakeParts, folderOf, names } from "./tools.ts";

export const pyprojectNix: Style = {
  name: "pyproject-nix",
  summary: "a flake.nix that takes what pyproject.toml or requirements.txt asks for from nixpkgs, by pyproject.nix",
  fileName: "flake.nix",
  direnv: "use flake",
  provision: LEFT_OUT,
  render: (plan, options) => {
    const { groups, extras } = options.source;
    const isPyproject = fileNamed(options, "pyproject.toml") !== undefined;
    const project = isPyproject
      ? { loader: verbatim("loadPyprojectDynamic"), root: folderOf(options, "pyproject.nix", "pyproject.toml") }
      : { loader: verbatim("loadRequirementsTxt"), root: folderOf(options, "pyproject.nix", "requirements.txt") };
    const wanted = groups.filter((group) => group !== MAIN_GROUP).sort();
    return {
      file: fillTemplate([...options.header, ...PYPROJECT_NIX_STATE], PYPROJECT_NIX, {
        ...flakeParts(plan, options, select("environment")),
        ...project,
        choice: attributes(
          { kind: "inherit", from: null, names: ["python"] },
          ...(extras.length > 0 ? [bind("extras", names([...extras].sort()))] : []),
          ...(wanted.length > 0 ? [bind("groups", names(wanted))] : []),
        ),
      }),
      diagnostics: leftToPip(plan, "pyproject.nix").diagnostics,
    };
  },
};

const PYPROJECT_NIX_STATE = [
  "",
  "pyproject.nix is maintained (as of August 2026). It takes every package from nixpkgs by its normalized name, in the",
  "version that nixpkgs has; one that nixpkgs lacks is an error that names it.",
];

const PYPROJECT_NIX = `
{
  description = @description@;

  inputs = {
    nixpkgs.url = @nixpkgs@;

    pyproject-nix = {
      url = "github:pyproject-nix/pyproject.nix";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    { nixpkgs, pyproject-nix, ... }:
    let
      inherit (nixpkgs) lib;
      forAllSystems = lib.genAttrs lib.systems.flakeExposed;

      project = pyproject-nix.lib.project.@loader@ { projectRoot = @root@; };
    in
    {
      devShells = forAllSystems (
        system:
        let
          pkgs = nixpkgs.legacyPackages.\${system};
          python = @python@;
          dependencies = project.renderers.withPackages @choice@;
          environment = python.withPackages dependencies;
        in
        {
          default = pkgs.mkShell {
            packages = @packages@;
          };
        }
      );
    };
}
`;
