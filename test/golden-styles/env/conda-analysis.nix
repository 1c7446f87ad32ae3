# Made by py2nix 0.0.0-source from environment.yml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   highlight-text: nixpkgs has no such package
#   maidenhead: nixpkgs has no such package
#   moonphase: it is required from https://git.example.org/tides/moonphase.git
#   windrose: nixpkgs has no such package
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python311.withPackages (_: [ ])).env
