# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   requests: nixpkgs' 2.32.5 would fit, but urllib3, which it is built against, comes from pip: nixpkgs has 2.5.0 and ==1.26.20 is required
#   urllib3: nixpkgs has 2.5.0 and ==1.26.20 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.certifi
  ps.charset-normalizer
  ps.idna
])).env
