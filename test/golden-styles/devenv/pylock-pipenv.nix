# Made by py2nix 0.0.0-source from Pipfile; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{ pkgs, ... }:

let
  python = pkgs.python312;

  # From nixpkgs.
  base = python.withPackages (ps: [
    ps.flask
    ps.requests
  ]);
in
{
  languages.python = {
    enable = true;
    package = base;
  };
}
# ---- devenv.yaml
# Made by py2nix 0.0.0-source from Pipfile; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
inputs:
  nixpkgs:
    url: github:NixOS/nixpkgs/nixos-unstable
