# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   fieldnotes: it is the project itself
#   maidenhead: nixpkgs has no such package
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.click
  ps.click-aliases
  ps.dateparser
  ps.mypy
  ps.platformdirs
  ps.pytest
  ps.pytest-cov
  ps.rich
  ps.ruff
  ps.tomli-w
])).env
