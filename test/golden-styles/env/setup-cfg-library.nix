# Made by py2nix 0.0.0-source from setup.cfg; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   tide-tables: it is the project itself
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (
  ps:
  [
    ps.python-dateutil
    ps.requests
  ]
  ++ (ps.requests.optional-dependencies.socks or [ ])
)).env
