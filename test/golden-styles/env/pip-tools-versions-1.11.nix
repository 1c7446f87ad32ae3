# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   zope.interface: nixpkgs has 7.2 and <6 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.certifi
  ps.charset-normalizer
  ps.click
  ps.flask
  ps.idna
  ps.pysocks
  ps.python-dateutil
  ps.requests
  ps.urllib3
])).env
