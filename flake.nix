{
  description = "Turn a Python project's manifests and locks into a shell.nix";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      forEach = nixpkgs.lib.genAttrs systems;
    in
    {
      overlays.default = import ./nix/overlay.nix;

      packages = forEach (
        system:
        let
          py2nix = nixpkgs.legacyPackages.${system}.callPackage ./nix/package.nix { };
        in
        {
          inherit py2nix;
          default = py2nix;
        }
      );

      apps = forEach (system: rec {
        py2nix = {
          type = "app";
          program = "${self.packages.${system}.py2nix}/bin/py2nix";
        };
        default = py2nix;
      });
    };
}
