# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   python-dateutil: nixpkgs has 2.9.0.post0 and ==4.0.0 is required by timetable, which comes from pip
#   timetable: it is locked to the path timetable
#   tzdata: nixpkgs has 2025.2 and ==2026.6 is required by python-dateutil, which comes from pip
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
    ps.rich
  ]
  ++ lib.optionals stdenv.hostPlatform.isDarwin [ ps.colorama ]
)).env
