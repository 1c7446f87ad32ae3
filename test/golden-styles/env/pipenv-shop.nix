# Made by py2nix 0.0.0-source from Pipfile; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: it is locked to the index company
#   django: nixpkgs has 4.2.24 and ~=5.1 is required
#   greeting: it is locked to the path ./libs/greeting
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
#   moonphase: it is locked to https://git.example.org/tides/moonphase.git
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;
in
(pkgs.python312.withPackages (
  ps:
  [
    ps.asgiref
    ps.certifi
    ps.charset-normalizer
    ps.idna
    ps.pillow
    ps.psycopg-c
    ps.pysocks
    ps.python-dateutil
    ps.requests
    ps.sqlparse
    ps.tomli
    ps.typing-extensions
    ps.tzdata
    ps.urllib3
  ]
  ++ lib.optionals (!stdenv.hostPlatform.isArmv7) [ ps.psycopg ]
  ++ lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ ps.appnope ]
)).env
