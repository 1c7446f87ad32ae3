# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   numpy: nixpkgs has 2.3.2 and <2 is required
#   pandas: nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and <2 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python312.withPackages (ps: [ ps.python-dateutil ])).env
