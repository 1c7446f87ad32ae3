# Top-level packages. Most are one program that prints its name and version; a few have more to them.
{
  lib,
  stdenv,
  support,
  index,
  python3Packages,
}:

let
  # Programs of the machine behind the package's name, with whatever version they are: a shell needs them to work.
  fromMachine = {
    git = [ "git" ];
    gcc = [
      "gcc"
      "g++"
      "cc"
      "c++"
    ];
    gnumake = [ "make" ];
    pkg-config = [ "pkg-config" ];
    curl = [ "curl" ];
  };

  bash = stdenv.machinePrograms "bash-interactive" [
    "bash"
    "sh"
  ];

  # Libraries that a wheel of ours may load. Any other library package has an empty lib directory.
  libraries = {
    zlib = [ "libz.so.1" ];
    glib = [ "libglib-2.0.so.0" ];
    libGL = [ "libGL.so.1" ];
    libffi = [ "libffi.so.8" ];
    openssl = [
      "libssl.so.3"
      "libcrypto.so.3"
    ];
    expat = [ "libexpat.so.1" ];
    libxml2 = [ "libxml2.so.2" ];
    libpq = [ "libpq.so.5" ];
  };

  # Applications in Python, with a module each that they bring along.
  pythonApplications = {
    black = [ "click" ];
    mypy = [ "mypy-extensions" ];
    poetry = [ "requests" ];
    pre-commit = [ "pyyaml" ];
  };

  program =
    { pname, version, ... }:
    args:
    stdenv.mkDerivation (
      {
        inherit pname version;
        installPhase = ''
          mkdir -p $out/bin $out/lib
          printf '#!/bin/sh\necho %s\n' "$pname $version" > "$out/bin/$pname"
          chmod +x "$out/bin/$pname"
        '';
        meta.mainProgram = pname;
      }
      // args
    );

  one =
    row:
    if fromMachine ? ${row.name} then
      stdenv.machinePrograms "${row.pname}-${row.version}" fromMachine.${row.name}
      // {
        inherit (row) pname version;
        meta.mainProgram = row.pname;
      }
    else if libraries ? ${row.name} then
      stdenv.machineLibraries {
        name = "${row.pname}-${row.version}";
        libraries = libraries.${row.name};
        # One output is enough to put on a path.
        outputs = [
          "out"
          "dev"
        ];
        extra = {
          inherit (row) pname version;
        };
      }
    else if pythonApplications ? ${row.name} then
      program row {
        propagatedBuildInputs = lib.attrVals pythonApplications.${row.name} python3Packages ++ [
          python3Packages.python
        ];
      }
    else
      program row { };

  # Rows to nested sets, along the dots of their names.
  nest =
    depth: rows:
    lib.mapAttrs (
      _: group:
      let
        leaf = lib.filter (row: lib.length row.path == depth + 1) group;
        below = lib.filter (row: lib.length row.path > depth + 1) group;
      in
      (if leaf == [ ] then { } else one (lib.head leaf))
      // (if below == [ ] then { } else nest (depth + 1) below)
    ) (builtins.groupBy (row: lib.elemAt row.path depth) rows);
in
nest 0 (
  lib.attrValues (
    lib.listToAttrs (map (row: lib.nameValuePair row.name row) (index.programs ++ index.libraries))
  )
)
// {
  # The machine's, by PY2NIX_STUB_UV where it is not on PATH.
  uv =
    let
      path = builtins.getEnv "PY2NIX_STUB_UV";
    in
    if path == "" then
      stdenv.machinePrograms "uv" [ "uv" ]
    else
      support.runCommand "uv" { } "mkdir -p $out/bin; ln -s ${path} $out/bin/uv";

  # nix-shell starts this one, unless NIX_BUILD_SHELL names another.
  bashInteractive = bash;
  inherit bash;

  # Its setup hook is what makes certificates work in a pure shell (pkgs/by-name/ca/cacert).
  cacert = stdenv.mkDerivation {
    name = "nss-cacert";
    setupHook = builtins.toFile "setup-hook.sh" ''
      export NIX_SSL_CERT_FILE=@out@/etc/ssl/certs/ca-bundle.crt
      export SSL_CERT_FILE=@out@/etc/ssl/certs/ca-bundle.crt
      export GIT_SSL_CAINFO=@out@/etc/ssl/certs/ca-bundle.crt
    '';
    installPhase = ''
      mkdir -p $out/etc/ssl/certs
      for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
        if [ -e "$file" ]; then
          ln -s "$file" $out/etc/ssl/certs/ca-bundle.crt
          break
        fi
      done
    '';
  };
}
