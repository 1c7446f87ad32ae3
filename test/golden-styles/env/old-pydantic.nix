# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   annotated-doc: nixpkgs has no such package
#   fastapi: nixpkgs' 0.116.1 would fit, but pydantic, which it is built against, comes from pip: nixpkgs has 2.11.7 and <2 is required
#   pydantic: nixpkgs has 2.11.7 and <2 is required
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.starlette
  ps.typing-extensions
])).env
