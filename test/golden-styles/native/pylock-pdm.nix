# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;

  # What nixpkgs lacks, or has in a version that does not fit, is part of its package set.
  python = pkgs.python313.override {
    packageOverrides = final: _prev: {
      # acme-tax-rates: nixpkgs has no such package
      acme-tax-rates = final.buildPythonPackage {
        pname = "acme-tax-rates";
        version = "2.3.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/acme_tax_rates-2.3.0-py3-none-any.whl";
          hash = "sha256-pCFdiB+iAXxtFpN4loti2YVRSNDtJS4SJiuHf8Zfs1g=";
        };
      };

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
      ${toString ./libs/deckhand/src}
      ${toString ./libs/deckhand}
      ${toString ./src}
      ${toString ./.}
    ''
  );

  base = python.withPackages (
    ps:
    [
      ps.acme-tax-rates
      ps.fastapi
      ps.h2
      ps.harbours
      ps.hpack
      ps.httptools
      ps.httpx
      ps.hyperframe
      ps.markdown-it-py
      ps.mdurl
      ps.moonphase
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
      project
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
  );
in
pkgs.mkShell { packages = [ base ]; }
