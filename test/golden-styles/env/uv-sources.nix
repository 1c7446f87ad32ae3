# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: it is locked to the index company
#   almanac: it is locked to https://git.example.org/observatory/almanac.git
#   babel: nixpkgs has 2.17.0 and ==2.18.0 is required by acme-tax-rates, which comes from pip
#   harbours: it is locked to the index company
#   harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
#   jplephem: nixpkgs has 2.23 and ==2.24 is required by almanac, which comes from pip
#   moon-table: it is locked to the path libs/moon-table
#   numpy: nixpkgs has 2.3.2 and ==2.5.5 is required by jplephem, which comes from pip
#   python-dateutil: nixpkgs has 2.9.0.post0 and ==4.0.0 is required by almanac, which comes from pip
#   star-names: it is locked to the path vendor/star_names-0.3.0-py3-none-any.whl
#   sundial: it is locked to the path libs/sundial
#   tzdata: nixpkgs has 2025.2 and ==2026.6 is required by python-dateutil, which comes from pip
#   zodiac: it is locked to https://files.example.org/zodiac-3.0.0-py3-none-any.whl
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.astral
  ps.attrs
  ps.pytest
  ps.requests
  ps.tabulate
  ps.wcwidth
])).env
