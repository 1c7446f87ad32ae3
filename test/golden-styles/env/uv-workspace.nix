# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   harbour-board: it is the project itself
#   tide-api: it is locked to the path packages/tide-api
#   tide-cli: it is locked to the path packages/tide-cli
#   tide-core: it is locked to the path packages/tide-core
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.click
  ps.httptools
  ps.matplotlib
  ps.numpy
  ps.pydantic
  ps.pytest
  ps.python-dotenv
  ps.pyyaml
  ps.rich
  ps.starlette
  ps.uvicorn
  ps.uvloop
  ps.watchfiles
  ps.websockets
])).env
