# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# poetry2nix is unmaintained (since November 2024, https://github.com/nix-community/poetry2nix/issues/1865). It builds
# every package from poetry.lock, reads [tool.poetry] and not [project], and works with nixpkgs as of 2024.
{
  description = "Development environment of buoy-fetch";

  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/75e28c029ef2605f9841e0baa335d70065fe7ae2";

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
          pkgs = nixpkgs.legacyPackages.${system};
          environment = (poetry2nix.lib.mkPoetry2Nix { inherit pkgs; }).mkPoetryEnv {
            projectDir = ./.;
            python = pkgs.python313;
            preferWheels = true;
            groups = [ "main" ];
            extras = [ ];
          };
        in
        {
          default = pkgs.mkShell {
            packages = [ environment ];
          };
        }
      );
    };
}
