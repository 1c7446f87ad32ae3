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
  python = pkgs.python312.override {
    packageOverrides = final: _prev: {
      # numpy: nixpkgs has 2.3.2 and <2 is required
      numpy = final.buildPythonPackage {
        pname = "numpy";
        version = "1.26.4";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "numpy";
            version = "1.26.4";
            format = "wheel";
            dist = "cp312";
            python = "cp312";
            abi = "cp312";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux_2_17_x86_64.manylinux2014_x86_64";
              hash = "sha256-Z11h/7+nhgRwmGKSMYm62UAUvvVizDXPYdOge7oCp+0=";
            };

            aarch64-linux = {
              platform = "manylinux_2_17_aarch64.manylinux2014_aarch64";
              hash = "sha256-n619yxqsPH8FhKWoEz46Q+6y/hJ/R+NjLUPWd8ZsECs=";
            };

            x86_64-darwin = {
              platform = "macosx_10_9_x86_64";
              hash = "sha256-s84wDzZE+wZEPuIiLCIB3TqJ6mBAVBQSuPoYk0GEchg=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-A6jHjQHZeBsoppifb6G7LE8tUSAc+Z092HXfb72Wsjs=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # pandas: nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from the lock: nixpkgs has 2.3.2 and <2 is required
      pandas = final.buildPythonPackage {
        pname = "pandas";
        version = "3.0.6";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "pandas";
            version = "3.0.6";
            format = "wheel";
            dist = "cp312";
            python = "cp312";
            abi = "cp312";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux_2_24_x86_64.manylinux_2_28_x86_64";
              hash = "sha256-BwQES2dklrg1DgI7CfF0omdyRWyXSisRw2vrtVjJSQ0=";
            };

            aarch64-linux = {
              platform = "manylinux_2_24_aarch64.manylinux_2_28_aarch64";
              hash = "sha256-49zLWEEjs5nAdWKsTWJUPpDt5J3fjOPBP/xky+gowoE=";
            };

            x86_64-darwin = {
              platform = "macosx_10_13_x86_64";
              hash = "sha256-fawtZekIfo57WkX+FcSSCRGiId8GGrYplDzgFkiRRcc=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-natjWlSeWKBTx7D6BU3AvXviLw7ZpyD0qF1fuZMnYXI=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;

        dependencies = [
          final.numpy
          final.python-dateutil
        ];
      };
    };

    self = python;
  };

  base = python.withPackages (ps: [
    ps.numpy
    ps.pandas
  ]);
in
pkgs.mkShell { packages = [ base ]; }
