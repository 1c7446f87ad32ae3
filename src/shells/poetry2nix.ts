// The style `poetry2nix`: the project's poetry.lock given to poetry2nix, as its documentation has `mkPoetryEnv`.

import { select, text } from "../nix/expression.ts";
import { fillTemplate } from "../nix/template.ts";
import type { Style } from "./style.ts";
import { flakeParts, folderOf, names } from "./tools.ts";

export const poetry2nix: Style = {
  name: "poetry2nix",
  summary: "a flake.nix that builds the packages of poetry.lock by poetry2nix (unmaintained)",
  fileName: "flake.nix",
  direnv: "use flake",
  provision: {
    nixpkgs: "in nixpkgs",
    others: "not; poetry2nix builds them all from poetry.lock",
    own: "is left to poetry2nix",
  },
  render: (plan, options) => {
    const root = folderOf(options, "poetry2nix", "poetry.lock", "Make one with poetry lock.");
    const { groups, extras } = options.source;
    return {
      file: fillTemplate([...options.header, ...POETRY2NIX_STATE], POETRY2NIX, {
        ...flakeParts(plan, options, select("environment")),
        ...(options.pin ? {} : { nixpkgs: text(POETRY2NIX_NIXPKGS) }),
        root,
        groups: names([...groups].sort()),
        extras: names([...extras].sort()),
      }),
    };
  },
};

/** The last revision that poetry2nix's own template is known to work with. */
const POETRY2NIX_NIXPKGS = "github:NixOS/nixpkgs/75e28c029ef2605f9841e0baa335d70065fe7ae2";

const POETRY2NIX_STATE = [
  "",
  "poetry2nix is unmaintained (since November 2024, https://github.com/nix-community/poetry2nix/issues/1865). It builds",
  "every package from poetry.lock, reads [tool.poetry] and not [project], and works with nixpkgs as of 2024.",
];

const POETRY2NIX = `
{
  description = @description@;

  inputs = {
    nixpkgs.url = @nixpkgs@;

    poetry2nix = {
      url = "github:nix-community/poetry2nix";
      inputs.nixpkgs.follows = "nixpkgs";
    };
  };

  outputs =
    { nixpkgs, poetry2nix, ... }:
    let
      inherit (nixpkgs) lib;
      forAllSystems = lib.genAttrs lib.systems.flakeExposed;
    in
    {
      devShells = forAllSystems (
        system:
        let
          pkgs = nixpkgs.legacyPackages.\${system};
          environment = (poetry2nix.lib.mkPoetry2Nix { inherit pkgs; }).mkPoetryEnv {
            projectDir = @root@;
            python = @python@;
            preferWheels = true;
            groups = @groups@;
            extras = @extras@;
          };
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
