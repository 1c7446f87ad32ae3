# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;

  inherit (pkgs.stdenv.hostPlatform) system;

  # A wheel is for a system; `any` is for all others.
  forSystem = files: files.${system} or files.any or (throw "the lock has no file for ${system}");

  # Compiled wheels expect these where other distributions have them.
  wheelLibraries = [
    stdenv.cc.cc.lib
    pkgs.zlib
  ];

  # What nixpkgs lacks, or has in a version that does not fit, is part of its package set.
  python = pkgs.python313.override {
    packageOverrides = final: _prev: {
      # acme-tax-rates: nixpkgs has no such package
      acme-tax-rates = final.buildPythonPackage {
        pname = "acme-tax-rates";
        version = "2.3.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "acme_tax_rates";
          version = "2.3.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # httptools: nixpkgs has 0.6.4 and >=0.8.0 is required
      httptools = final.buildPythonPackage {
        pname = "httptools";
        version = "0.9.0";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "httptools";
            version = "0.9.0";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64";
              hash = "sha256-CI3hc44a9iRGagHDXWUtvm+4Jb6IfHbWiqhQYh2B24g=";
            };

            aarch64-linux = {
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64";
              hash = "sha256-axrH8bxsDb+QaEt3VxpRohskY5Cf2RbOCsm/xNVm3HU=";
            };

            riscv64-linux = {
              platform = "manylinux_2_31_riscv64.manylinux_2_39_riscv64";
              hash = "sha256-Uv4BdmgqJbFTcPI/Ww8TZqhHcd+JFE+wzZectyqUtco=";
            };

            powerpc64le-linux = {
              platform = "manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le";
              hash = "sha256-uUMPZdtSHbeWKtlRVx1EYXEhNob5bJmKVNwY7VdIIeI=";
            };

            x86_64-darwin = {
              platform = "macosx_11_0_x86_64";
              hash = "sha256-uc0Vy3zw1cxB9kn9eJquEsVsO4Pv9ZP44JXB1FVa1cM=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-T7mVCC/kHsQQszxItU+x1Eq7im7nYsMejEJRnow6MKk=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
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

      # uvicorn: nixpkgs' 0.35.0 would fit, but httptools, which it needs for its extra standard, comes from the lock: nixpkgs has 0.6.4 and >=0.8.0 is required
      uvicorn = final.buildPythonPackage {
        pname = "uvicorn";
        version = "0.54.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "uvicorn";
          version = "0.54.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-UFvbDzGHMdRfH3Egcfx4GomB9oR6MckCyfXmUtT2f68=";
        };

        dependencies = [
          final.click
          final.h11
          final.httptools
          final.python-dotenv
          final.pyyaml
          final.uvloop
          final.websockets
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

  base = python.withPackages (ps: [
    ps.acme-tax-rates
    ps.fastapi
    ps.greenlet
    ps.h2
    ps.harbours
    ps.httpx
    ps.moonphase
    ps.mypy
    ps.pandas-stubs
    ps.pytest
    ps.pytest-asyncio
    ps.pytest-cov
    ps.rich
    ps.ruff
    ps.sqlalchemy
    ps.uvicorn
    project
  ]);
in
pkgs.mkShell { packages = [ base ]; }
