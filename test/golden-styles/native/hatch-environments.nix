# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib;

  # What nixpkgs lacks, or has in a version that does not fit, is part of its package set.
  python = pkgs.python313.override {
    packageOverrides = final: _prev: {
      # sounding-codec: it is required from libs/sounding-codec
      sounding-codec = final.buildPythonPackage {
        pname = "sounding-codec";
        version = "0";
        pyproject = true;
        src = lib.cleanSource ./libs/sounding-codec;

        # A lock does not tell what builds a package: this is the usual.
        build-system = [
          final.setuptools
          final.wheel
        ];
      };
    };

    self = python;
  };

  # The project itself is read from its folder: what is changed there shows at once.
  project = python.pkgs.toPythonModule (
    pkgs.writeTextDir "${python.sitePackages}/project.pth" ''
      ${toString ./src}
      ${toString ./.}
    ''
  );

  base = python.withPackages (ps: [
    ps.click
    ps.diskcache
    ps.httpx
    ps.pytest
    ps.pytest-httpx
    ps.sounding-codec
    project
  ]);
in
pkgs.mkShell { packages = [ base ]; }
