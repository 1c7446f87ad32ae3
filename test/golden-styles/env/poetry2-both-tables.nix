# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: it is locked to the index company
#   httptools: nixpkgs has 0.6.4 and >=0.8.0 is required
#   invoices: it is the project itself
#   ledger-format: it is locked to the path libs/ledger-format
#   uvicorn: nixpkgs' 0.35.0 would fit, but httptools, which it needs for its extra standard, comes from pip: nixpkgs has 0.6.4 and >=0.8.0 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.babel
  ps.click
  ps.fastapi
  ps.h11
  ps.httpx
  ps.mypy
  ps.pydantic
  ps.pytest
  ps.python-dateutil
  ps.python-dotenv
  ps.pyyaml
  ps.respx
  ps.ruff
  ps.schwifty
  ps.uvloop
  ps.watchfiles
  ps.websockets
])).env
