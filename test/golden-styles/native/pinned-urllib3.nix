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
      # requests: nixpkgs' 2.32.5 would fit, but urllib3, which it is built against, comes from the lock: nixpkgs has 2.5.0 and ==1.26.20 is required
      requests = final.buildPythonPackage {
        pname = "requests";
        version = "2.34.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "requests";
          version = "2.34.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-Kg1gwXL4OsarMeRVSQbA87NYjTe1y5ObHAYfSQfieOA=";
        };

        dependencies = [
          final.certifi
          final.charset-normalizer
          final.idna
          final.urllib3
        ];
      };

      # urllib3: nixpkgs has 2.5.0 and ==1.26.20 is required
      urllib3 = final.buildPythonPackage {
        pname = "urllib3";
        version = "1.26.20";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "urllib3";
          version = "1.26.20";
          format = "wheel";
          dist = "py2.py3";
          python = "py2.py3";
          hash = "sha256-DtFMz78cMKkHLHyhV+Qxm3DWX2I+keezL62yhTQxAW4=";
        };
      };
    };

    self = python;
  };

  base = python.withPackages (ps: [
    ps.requests
    ps.urllib3
  ]);
in
pkgs.mkShell { packages = [ base ]; }
