# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  python = pkgs.python313;

  # The project itself is read from its folder: what is changed there shows at once.
  project = python.pkgs.toPythonModule (
    pkgs.writeTextDir "${python.sitePackages}/project.pth" ''
      ${toString ./src}
      ${toString ./.}
    ''
  );

  base = python.withPackages (ps: [
    ps.python-dateutil
    project
  ]);
in
pkgs.mkShell { packages = [ base ]; }
