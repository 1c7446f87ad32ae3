# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  description = "Development environment of tide-model";
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
        let
          inherit (pkgs) lib stdenv;
        in
        pkgs.mkShell {
          packages = [
            (pkgs.python313.withPackages (
              ps:
              [
                ps.click
                ps.numpy
                ps.pandas
                ps.ruff
                ps.scipy
              ]
              ++ lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ ps.colorama ]
            ))
          ];
        };
    in
    {
      devShells = nixpkgs.lib.genAttrs systems (system: {
        default = shellFor nixpkgs.legacyPackages.${system};
      });
    };
}
