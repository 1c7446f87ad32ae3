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
      # acme-tax-rates: it is locked to the index company
      acme-tax-rates = final.buildPythonPackage {
        pname = "acme-tax-rates";
        version = "2.3.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://packages.example.org/acme_tax_rates-2.3.0-py3-none-any.whl";
          hash = "sha256-NXVjoU454D8OrZYEVpxHewKy8WMRaodHWVdAA1tiWXo=";
        };

        dependencies = [ final.babel ];
      };

      # almanac: it is locked to https://git.example.org/observatory/almanac.git
      almanac = final.buildPythonPackage {
        pname = "almanac";
        version = "0+gd94c2c3";
        pyproject = true;

        src = builtins.fetchGit {
          url = "https://git.example.org/observatory/almanac.git";
          rev = "d94c2c3ebefb838df7bf70d771ef91f401c7b18a";
          allRefs = true;
        };

        postUnpack = "sourceRoot=$sourceRoot/${lib.escapeShellArg "python"}";

        # A lock does not tell what builds a package: this is the usual.
        build-system = [
          final.setuptools
          final.wheel
        ];

        dependencies = [
          final.jplephem
          final.python-dateutil
        ];
      };

      # babel: nixpkgs has 2.17.0 and ==2.18.0 is required by acme-tax-rates, which comes from the lock
      babel = final.buildPythonPackage {
        pname = "babel";
        version = "2.18.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/77/f5/21d2de20e8b8b0408f0681956ca2c69f1320a3848ac50e6e7f39c6159675/babel-2.18.0-py3-none-any.whl";
          hash = "sha256-4rQisnfCualjDB15A8KgDQgwxAnFmsjK6QgckvGuujU=";
        };
      };

      # harbours: it is locked to the index company
      # harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
      harbours =
        if !stdenv.hostPlatform.isLinux then
          final.buildPythonPackage {
            pname = "harbours";
            version = "1.2.0";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://packages.example.org/harbours-1.2.0-py3-none-any.whl";
              hash = "sha256-Qp4x9HV7mhxEqgsF5r2vg9oCpxbl3fNR0Y40vCQgiJY=";
            };
          }
        else
          final.buildPythonPackage {
            pname = "harbours";
            version = "1.2.0";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://files.example.org/harbours-1.2.0-py3-none-any.whl";
              hash = "sha256-b+f0E1tBH7O/aEjsjEvA5agcSbnAjAWydij0o5y4tL4=";
            };
          };

      # jplephem: nixpkgs has 2.23 and ==2.24 is required by almanac, which comes from the lock
      jplephem = final.buildPythonPackage {
        pname = "jplephem";
        version = "2.24";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/9d/3f/b9d5739352badc11ca637c8f72525d519458622936bc3313ddefdc7dee96/jplephem-2.24-py3-none-any.whl";
          hash = "sha256-LeFWCKDxMBCnGgqK+HZWRtWIRAIAbawN12OdfbE2Kaw=";
        };

        dependencies = [ final.numpy ];
      };

      # moon-table: it is locked to the path libs/moon-table
      moon-table = final.buildPythonPackage {
        pname = "moon-table";
        version = "0";
        pyproject = true;
        src = lib.cleanSource ./libs/moon-table;

        # A lock does not tell what builds a package: this is the usual.
        build-system = [
          final.setuptools
          final.wheel
        ];

        dependencies = [ final.tabulate ];
      };

      # numpy: nixpkgs has 2.3.2 and ==2.5.5 is required by jplephem, which comes from the lock
      numpy = final.buildPythonPackage {
        pname = "numpy";
        version = "2.5.5";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/40/d6/68dd5a83914bbcaf32b3165993f7955979916708cb0156d1e28231e18803/numpy-2.5.5-cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-gkAlZV35KSaL/mtH7ZGgDRQgmm92CEfPFQvkRoKeHOQ=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/57/06/de83b859944409bb9058bc6110581a3d7fc1f54d6df1222744911d7f6b19/numpy-2.5.5-cp313-cp313-manylinux_2_27_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-riuChdC07tJHOcPKnsD6QkoCR0icAeHV/igVpZnhHTM=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/9c/63/eb5311935b313926d9127ec59632cc74bdf1fa815089fba4dbee9c6dd90c/numpy-2.5.5-cp313-cp313-macosx_14_0_x86_64.whl";
            hash = "sha256-rJEFWGRaSwBvcFlrRQcSuFZHMMGyrBApH87dZW0yHsA=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/03/bd/a1a721ab8da5632c811caf56b7735646a440eddbbf6e57817ae1a900c9c9/numpy-2.5.5-cp313-cp313-macosx_14_0_arm64.whl";
            hash = "sha256-4M9AeoMRj68EY63kikUzmC8XN8fFiqwp4IhV99mtKXc=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # python-dateutil: nixpkgs has 2.9.0.post0 and ==4.0.0 is required by almanac, which comes from the lock
      python-dateutil = final.buildPythonPackage {
        pname = "python-dateutil";
        version = "4.0.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/2f/a9/52b89563d154433d79b51ed1eb4842bf7334cb2696891a7fe135618853d7/python_dateutil-4.0.0-py3-none-any.whl";
          hash = "sha256-peJG9564BHXmkb+Thizq2Y3s2KSYz1O6BRb83A9Q3Bw=";
        };

        dependencies = [ final.tzdata ];
      };

      # star-names: it is locked to the path vendor/star_names-0.3.0-py3-none-any.whl
      star-names = final.buildPythonPackage {
        pname = "star-names";
        version = "0.3.0";
        format = "wheel";
        src = ./vendor/star_names-0.3.0-py3-none-any.whl;
        dependencies = [ final.wcwidth ];
      };

      # tzdata: nixpkgs has 2025.2 and ==2026.6 is required by python-dateutil, which comes from the lock
      tzdata = final.buildPythonPackage {
        pname = "tzdata";
        version = "2026.6";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/0a/66/9a06c2227fedfd4919f0eaaa8b94377d9730882a7e4f95823c9a331ab5e1/tzdata-2026.6-py2.py3-none-any.whl";
          hash = "sha256-ChDuxuE+8Wtif6vtml8rphpiscZ/MnMF9OfkEqcLSuw=";
        };
      };

      # zodiac: it is locked to https://files.example.org/zodiac-3.0.0-py3-none-any.whl
      zodiac = final.buildPythonPackage {
        pname = "zodiac";
        version = "3.0.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/zodiac-3.0.0-py3-none-any.whl";
          hash = "sha256-2mpP8XAKZNUzw0zMXWIzTYs+9Ti6KeOyY+sDSCei4t0=";
        };

        dependencies = [ final.attrs ];
      };
    };

    self = python;
  };

  # The project itself is read from its folder: what is changed there shows at once.
  project = python.pkgs.toPythonModule (
    pkgs.writeTextDir "${python.sitePackages}/project.pth" ''
      ${toString ./libs/sundial/src}
      ${toString ./libs/sundial}
    ''
  );

  base = python.withPackages (ps: [
    ps.acme-tax-rates
    ps.almanac
    ps.astral
    ps.harbours
    ps.moon-table
    ps.pytest
    ps.requests
    ps.star-names
    ps.zodiac
    project
  ]);
in
pkgs.mkShell { packages = [ base ]; }
