# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   datauri: nixpkgs' datauri is something else: attr = python-datauri 3.0.2; PyPI datauri 1.1.0 = other implementation
#   listparser: nixpkgs has no such package
#   logfmter: nixpkgs has no such package
#   rbloom: nixpkgs has no such package
#   reader: nixpkgs has no such package
#   selectolax: nixpkgs has no such package
#   ulid-py: nixpkgs has no such package
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.beautifulsoup4
  ps.feedparser
  ps.jinja2
  ps.rich
])).env
