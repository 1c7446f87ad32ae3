# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   flask_htmx: nixpkgs has no such package
#   hashids: nixpkgs has no such package
#   humanize: nixpkgs has 4.12.3 and ==4.9.0 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (
  ps:
  [
    ps.flask
    ps.flask-sqlalchemy
    ps.flask-wtf
    ps.gunicorn
    ps.python-dotenv
    ps.qrcode
    ps.sqlalchemy
  ]
  ++ (ps.qrcode.optional-dependencies.pil or [ ])
)).env
