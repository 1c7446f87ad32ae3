# Made by py2nix 0.0.0-source from Pipfile; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  description = "Development environment";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];

      shellFor =
        pkgs:
        pkgs.mkShell {
          packages = [
            (pkgs.python312.withPackages (ps: [
              ps.flask
              ps.requests
            ]))
          ];
        };
    in
    {
      devShells = nixpkgs.lib.genAttrs systems (system: {
        default = shellFor nixpkgs.legacyPackages.${system};
      });
    };
}
