# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: nixpkgs has no such package
#   deckhand: it is locked to the path ./libs/deckhand
#   harbour-board: it is the project itself
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
#   moonphase: it is locked to https://git.example.org/tides/moonphase.git
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;
in
(pkgs.python313.withPackages (
  ps:
  [
    ps.fastapi
    ps.h2
    ps.hpack
    ps.httptools
    ps.httpx
    ps.hyperframe
    ps.markdown-it-py
    ps.mdurl
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
    ps.uvicorn
    ps.uvloop
    ps.websockets
  ]
  ++ lib.optionals (
    (
      stdenv.hostPlatform.isLinux
      && !stdenv.hostPlatform.isx86_64
      && !stdenv.hostPlatform.isAarch64
      && !stdenv.hostPlatform.isPower64
    )
    || (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64)
  ) [ ps.greenlet ]
)).env
