# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   star-charts: it is the project itself
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.click
  ps.fastapi
  ps.h11
  ps.httptools
  ps.jinja2
  ps.python-dotenv
  ps.pyyaml
  ps.uvicorn
  ps.uvloop
  ps.watchfiles
  ps.websockets
])).env
