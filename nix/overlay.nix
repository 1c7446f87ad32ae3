# Adds py2nix to nixpkgs.
final: _: { py2nix = final.callPackage ./package.nix { }; }
