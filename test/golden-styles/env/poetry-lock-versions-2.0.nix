# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   greeting: it is locked to the path ../greeting
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
#   moonphase: it is locked to https://git.example.org/tides/moonphase.git
#   tide-times: it is the project itself
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.click
  ps.pysocks
  ps.pytest
  ps.pytest-cov
  ps.python-dateutil
  ps.requests
])).env
