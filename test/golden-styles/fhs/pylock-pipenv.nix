# Made by py2nix 0.0.0-source from Pipfile; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# For Linux. The shell runs no command that nix-shell or nix develop is given; the program of `nix-build -A fhs shell.nix`
# does: result/bin/python-fhs -c COMMAND
{
  pkgs ? import <nixpkgs> { },
}:

let
  python = pkgs.python312;

  # From nixpkgs.
  base = python.withPackages (ps: [
    ps.flask
    ps.requests
  ]);

  # The usual file system: what is in targetPkgs is in its /usr, and its loader finds the libraries there.
  fhs = pkgs.buildFHSEnv {
    name = "python-fhs";
    targetPkgs = _: [ base ];
    runScript = "bash";

    profile = ''
      unset PYTHONPATH PYTHONHOME
    '';
  };
in
fhs.env
// {
  inherit fhs;
}
