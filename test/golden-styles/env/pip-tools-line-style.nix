# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   tide-gauge: it is the project itself
#   zope.interface: nixpkgs has 7.2 and <6 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.attrs
  ps.pyserial
])).env
