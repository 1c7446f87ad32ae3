# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{ pkgs, ... }:

let
  inherit (pkgs) lib stdenv;

  python = pkgs.python313;

  # From nixpkgs.
  base = python.withPackages (
    ps:
    [
      ps.click
      ps.numpy
      ps.pandas
      ps.ruff
      ps.scipy
    ]
    ++ lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ ps.colorama ]
  );
in
{
  languages.python = {
    enable = true;
    package = base;
  };
}
# ---- devenv.yaml
# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
inputs:
  nixpkgs:
    url: github:NixOS/nixpkgs/nixos-unstable
