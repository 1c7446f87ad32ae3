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
      # annotated-doc: nixpkgs has no such package
      annotated-doc = final.buildPythonPackage {
        pname = "annotated-doc";
        version = "0.0.7";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "annotated_doc";
          version = "0.0.7";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-a8Mbu+xt+q7cFnbbwR29qW/iKitcQA6eutET/sRKncY=";
        };
      };

      # fastapi: nixpkgs' 0.116.1 would fit, but pydantic, which it is built against, comes from the lock: nixpkgs has 2.11.7 and <2 is required
      fastapi = final.buildPythonPackage {
        pname = "fastapi";
        version = "0.125.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "fastapi";
          version = "0.125.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-JXDsTzrs9cyo8EKK7SOYt3T83+5sIRb4boBRPy+Gp6E=";
        };

        dependencies = [
          final.annotated-doc
          final.pydantic
          final.starlette
          final.typing-extensions
        ];
      };

      # pydantic: nixpkgs has 2.11.7 and <2 is required
      pydantic = final.buildPythonPackage {
        pname = "pydantic";
        version = "1.10.27";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "pydantic";
            version = "1.10.27";
            format = "wheel";
          }
          // forSystem {
            x86_64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64";
              hash = "sha256-4ogiZPNtjJ4z4owkah+1rHKxo4B6qKVqA5FJZIVkPaI=";
            };

            x86_64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_10_13_x86_64";
              hash = "sha256-BOGBb/s+lWJvzepgZSR19iKQ/Iq8z/0JUG4EZB2a6Es=";
            };

            aarch64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_11_0_arm64";
              hash = "sha256-rY8xbnzCKMoIPsDuRqb6ChRigl+wte53pOMFrCo8TGk=";
            };

            any = {
              dist = "py3";
              python = "py3";
              hash = "sha256-1xTD3w22NKZyCr3CBNezv8bGLU73tPnc1ks3wpGHoFg=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.typing-extensions ];
      };
    };

    self = python;
  };

  base = python.withPackages (ps: [
    ps.fastapi
    ps.pydantic
  ]);
in
pkgs.mkShell { packages = [ base ]; }
