# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   acme-tax-rates: nixpkgs has no such package
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
    ps.blinker
    ps.click
    ps.flask
    ps.gunicorn
    ps.iniconfig
    ps.itsdangerous
    ps.jinja2
    ps.markupsafe
    ps.numpy
    ps.packaging
    ps.pillow
    ps.pluggy
    ps.pygments
    ps.pytest
    ps.ruff
    ps.werkzeug
  ]
  ++
    lib.optionals
      ((stdenv.hostPlatform.isLinux && stdenv.hostPlatform.isx86_64) || stdenv.hostPlatform.isDarwin)
      [
        ps.flatbuffers
        ps.onnxruntime
        ps.protobuf
      ]
)).env
