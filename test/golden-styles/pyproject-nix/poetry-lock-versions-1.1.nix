# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# pyproject.nix is maintained (as of August 2026). It takes every package from nixpkgs by its normalized name, in the
# version that nixpkgs has; one that nixpkgs lacks is an error that names it.
{
  description = "Development environment of tide-times";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

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

      project = pyproject-nix.lib.project.loadPyprojectDynamic { projectRoot = ./.; };
    in
    {
      devShells = forAllSystems (
        system:
        let
          pkgs = nixpkgs.legacyPackages.${system};
          python = pkgs.python313;
          dependencies = project.renderers.withPackages {
            inherit python;

            groups = [ "dev" ];
          };
          environment = python.withPackages dependencies;
        in
        {
          default = pkgs.mkShell {
            packages = [ environment ];
          };
        }
      );
    };
}
