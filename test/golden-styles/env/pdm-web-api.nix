# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: nixpkgs has no such package
#   deckhand: it is locked to the path ./libs/deckhand
#   harbour-board: it is the project itself
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
#   httptools: nixpkgs has 0.6.4 and >=0.8.0 is required
#   moonphase: it is locked to https://git.example.org/tides/moonphase.git
#   uvicorn: nixpkgs' 0.35.0 would fit, but httptools, which it needs for its extra standard, comes from pip: nixpkgs has 0.6.4 and >=0.8.0 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.click
  ps.fastapi
  ps.greenlet
  ps.h11
  ps.h2
  ps.httpx
  ps.mypy
  ps.pandas-stubs
  ps.pytest
  ps.pytest-asyncio
  ps.pytest-cov
  ps.python-dotenv
  ps.pyyaml
  ps.rich
  ps.ruff
  ps.sqlalchemy
  ps.uvloop
  ps.websockets
])).env
