# py2nix as a package of nixpkgs. A release (the packed npm package) has the built program. A checkout of the repository has not:
# there it is built with npm, and the lock file does not say where from, so that `registry` must.
{
  lib,
  stdenv,
  nodejs,
  buildNpmPackage ? null,
  importNpmLock ? null,
  registry ? null,
}:

let
  source = ../.;
  package = lib.importJSON or (path: builtins.fromJSON (builtins.readFile path)) (
    source + "/package.json"
  );
  inherit (package) version;
  pname = package.name;

  install = ''
    mkdir -p $out/lib/py2nix $out/bin $out/share/man/man1
    for part in bin dist data schema package.json; do cp -r "$from/$part" $out/lib/py2nix/; done
    cp "$from/man/py2nix.1" $out/share/man/man1/
    printf '#!%s\nrequire("%s");\n' ${nodejs}/bin/node $out/lib/py2nix/bin/py2nix.js > $out/bin/py2nix
    chmod +x $out/bin/py2nix
  '';

  meta = {
    description = "Turn a Python project's manifests and locks into a shell.nix";
    mainProgram = "py2nix";
  };

  lock = builtins.fromJSON (builtins.readFile (source + "/package-lock.json"));

  # `node_modules/a/node_modules/@b/c` is the package @b/c, whose archive is called c.
  resolved =
    path: entry:
    let
      name = lib.last (lib.splitString "node_modules/" path);
      file = lib.last (lib.splitString "/" name);
    in
    if path == "" || entry ? resolved then
      entry
    else
      entry // { resolved = "${registry}/${name}/-/${file}-${entry.version}.tgz"; };
in
if builtins.pathExists (source + "/dist/main.js") then
  stdenv.mkDerivation {
    inherit pname version meta;
    src = source;
    dontUnpack = true;
    installPhase = ''
      from=$src
      ${install}'';
  }
else if registry == null then
  throw "py2nix: a checkout is built with npm: py2nix.override { registry = \"https://...\"; } says from which registry. A release needs none."
else
  buildNpmPackage {
    inherit
      pname
      version
      meta
      nodejs
      ;
    src = source;
    npmDeps = importNpmLock {
      inherit package;
      packageLock = lock // {
        packages = lib.mapAttrs resolved lock.packages;
      };
    };
    inherit (importNpmLock) npmConfigHook;
    installPhase = ''
      from=.
      ${install}'';
  }
