# A stand-in for nixpkgs, small enough to read: it behaves as nixpkgs does wherever a shell of py2nix could tell the difference, and
# its packages are made by pip and out of the machine's own programs. See README.md.
{
  system ? builtins.currentSystem,
  config ? { },
  overlays ? [ ],
  ...
}:

let
  lib = import ./lib;
  index = import ./index.nix;

  base =
    pkgs:
    let
      stdenv = import ./stdenv { inherit lib system; };
      support = import ./support { inherit lib stdenv; };
      interpreters = import ./python {
        inherit
          index
          lib
          stdenv
          support
          ;
      };
    in
    import ./programs.nix {
      inherit
        index
        lib
        stdenv
        support
        ;
      inherit (pkgs) python3Packages;
    }
    // support
    // interpreters
    // lib.listToAttrs (
      map (attr: lib.nameValuePair "${attr}Packages" pkgs.${attr}.pkgs) (lib.attrNames interpreters)
    )
    // {
      inherit
        config
        lib
        pkgs
        stdenv
        system
        ;
      inherit (stdenv) hostPlatform;
      python3 = pkgs.${index.default};
      python3Packages = pkgs.python3.pkgs;
      path = ./.;
      callPackage =
        f: args:
        let
          function = if lib.isFunction f then f else import f;
        in
        function (builtins.intersectAttrs (lib.functionArgs function) pkgs // args);
    };
in
lib.fix (lib.foldl' (lib.flip lib.extends) base overlays)
