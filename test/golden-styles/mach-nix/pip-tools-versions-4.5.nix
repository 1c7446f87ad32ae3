# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# mach-nix is unmaintained (its last release is of 2022). It knows the packages and interpreters of that time, and reads
# neither -r nor -c lines, hashes or URLs.
{
  pkgs ? import <nixpkgs> { },
}:

let
  mach-nix = import (builtins.fetchGit {
    url = "https://github.com/DavHau/mach-nix";
    ref = "refs/tags/3.5.0";
  }) { python = "python310"; };

  environment = mach-nix.mkPython { requirements = builtins.readFile ./requirements.txt; };
in
pkgs.mkShell { packages = [ environment ]; }
