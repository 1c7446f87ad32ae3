# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  # What nixpkgs lacks, or has in a version that does not fit, is part of its package set.
  python = pkgs.python313.override {
    packageOverrides = final: _prev: {
      # maidenhead: nixpkgs has no such package
      maidenhead = final.buildPythonPackage {
        pname = "maidenhead";
        version = "1.8.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "maidenhead";
          version = "1.8.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-3cM/s3Dgw86Re+YEBHTstMJ8zDOz3JNIU2tztYhLtoo=";
        };
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
    ps.click-aliases
    ps.dateparser
    ps.maidenhead
    ps.mypy
    ps.platformdirs
    ps.pytest
    ps.pytest-cov
    ps.rich
    ps.ruff
    ps.tomli-w
    project
  ]);
in
pkgs.mkShell { packages = [ base ]; }
