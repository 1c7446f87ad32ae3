# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   timetable: it is locked to the path timetable
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;
in
(pkgs.python313.withPackages (
  ps:
  [
    ps.click
    ps.pytest
    ps.python-dateutil
    ps.rich
  ]
  ++ lib.optionals stdenv.hostPlatform.isDarwin [ ps.colorama ]
)).env
