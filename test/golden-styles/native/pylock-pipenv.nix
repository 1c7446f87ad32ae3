# Made by py2nix 0.0.0-source from Pipfile; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

pkgs.mkShell {
  packages = [
    (pkgs.python312.withPackages (ps: [
      ps.flask
      ps.requests
    ]))
  ];
}
