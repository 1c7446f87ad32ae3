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
      # python-dateutil: nixpkgs has 2.9.0.post0 and ==4.0.0 is required by timetable, which comes from the lock
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
    };

    self = python;
  };

  # The project itself is read from its folder: what is changed there shows at once.
  project = python.pkgs.toPythonModule (
    pkgs.writeTextDir "${python.sitePackages}/project.pth" ''
      ${toString ./timetable/src}
      ${toString ./timetable}
    ''
  );

  base = python.withPackages (
    ps:
    [
      ps.click
      ps.pytest
      ps.python-dateutil
      ps.rich
      project
    ]
    ++ lib.optionals stdenv.hostPlatform.isDarwin [ ps.colorama ]
  );
in
pkgs.mkShell { packages = [ base ]; }
