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
      # harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
      harbours = final.buildPythonPackage {
        pname = "harbours";
        version = "1.2.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/harbours-1.2.0-py3-none-any.whl";
          hash = "sha256-b+f0E1tBH7O/aEjsjEvA5agcSbnAjAWydij0o5y4tL4=";
        };
      };

      # moonphase: it is locked to https://git.example.org/tides/moonphase.git
      moonphase = final.buildPythonPackage {
        pname = "moonphase";
        version = "0+g1d3a2b8";
        pyproject = true;

        src = builtins.fetchGit {
          url = "https://git.example.org/tides/moonphase.git";
          rev = "1d3a2b85b8d35ce57626f3b0ffcb385e8e16cf3c";
          allRefs = true;
        };

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
      ${toString ../greeting/src}
      ${toString ../greeting}
      ${toString ./src}
      ${toString ./.}
    ''
  );

  base = python.withPackages (ps: [
    ps.click
    ps.harbours
    ps.moonphase
    ps.pysocks
    ps.pytest
    ps.pytest-cov
    ps.python-dateutil
    ps.requests
    project
  ]);
in
pkgs.mkShell { packages = [ base ]; }
