# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   harbours: it is locked to the index company
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;
in
(pkgs.python313.withPackages (
  ps:
  [
    ps.attrs
    ps.click
    ps.numpy
    ps.pytest
    ps.python-dateutil
  ]
  ++ lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ ps.colorama ]
)).env
