# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: it is locked to the index company
#   almanac: it is locked to https://git.example.org/observatory/almanac.git
#   harbours: it is locked to the index company
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
#   moonphase: it is locked to https://git.example.org/tides/moonphase.git
#   star-names: it is locked to the path vendor/star_names-0.3.0-py3-none-any.whl
#   sundial: it is locked to the path libs/sundial
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;
in
(pkgs.python313.withPackages (
  ps:
  [
    ps.coverage
    ps.jplephem
    ps.pytest
    ps.python-dateutil
    ps.requests
    ps.wcwidth
  ]
  ++ lib.optionals stdenv.hostPlatform.isDarwin [ ps.tzdata ]
)).env
