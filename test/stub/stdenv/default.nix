# The standard environment: the machine's bash and tools, run without a sandbox.
{
  lib,
  system,
}:

let
  shell = "/bin/bash";

  hostPlatform = import ./platform.nix system;

  raw =
    name: script: env:
    derivation (
      {
        inherit name system;
        builder = shell;
        args = [
          "-euc"
          ''
            PATH=/usr/local/bin:/usr/bin:/bin
            ${script}
          ''
        ];
      }
      // env
    );

  # A package that is nothing but links to programs of the machine. One that the machine lacks is left out.
  machinePrograms =
    name: programs:
    raw name ''
      mkdir -p $out/bin
      for program in $programs; do
        if path=$(type -P "$program"); then ln -s "$path" "$out/bin/$program"; fi
      done
    '' { inherit programs; };

  # nixpkgs' initialPath (pkgs/stdenv/generic/common-path.nix): all that a pure shell has besides its inputs.
  # No git and no Python, which are easy to take for granted.
  tools = machinePrograms "stdenv-tools" (
    lib.splitString " " (
      lib.concatStringsSep " " [
        "bash sh awk gawk bzip2 bunzip2 diff cmp ed egrep fgrep file find gzip gunzip grep make patch sed tar xargs xz unxz"
        "arch b2sum base32 base64 basename basenc cat chgrp chmod chown chroot cksum comm cp csplit cut date dd df dir"
        "dircolors dirname du echo env expand expr factor false fmt fold groups head hostid id install join kill link"
        "ln logname ls md5sum mkdir mkfifo mknod mktemp mv nice nl nohup nproc numfmt od paste pathchk pinky pr"
        "printenv printf ptx pwd readlink realpath rm rmdir runcon seq sha1sum sha224sum sha256sum sha384sum"
        "sha512sum shred shuf sleep sort split stat stdbuf stty sum sync tac tail tee test timeout touch tr true"
        "truncate tsort tty uname unexpand uniq unlink uptime users vdir wc who whoami yes ["
      ]
    )
  );

  # cc is the machine's compiler behind the wrapper's names.
  cc =
    machinePrograms "gcc-wrapper" [
      "cc"
      "c++"
      "gcc"
      "g++"
      "cpp"
      "ld"
      "ar"
      "as"
      "nm"
      "ranlib"
      "strip"
      "objdump"
    ]
    // {
      isGNU = true;
      isClang = false;
      # libstdc++ and libgcc_s are in the `lib` output of the unwrapped compiler.
      cc = machineLibraries {
        name = "gcc";
        libraries = [
          "libstdc++.so.6"
          "libgcc_s.so.1"
          "libgomp.so.1"
        ];
      };
    };

  # A library package with outputs `out` and `lib` made of links to the machine's copies. Where the machine has none, the lib
  # directory is empty.
  machineLibraries =
    {
      name,
      libraries,
      outputs ? [
        "out"
        "lib"
      ],
      extra ? { },
    }:
    let
      drv = raw name ''
        for output in $outputs; do mkdir -p "''${!output}"; done
        target=''${lib:-$out}
        mkdir -p "$target/lib"
        for library in $libraries; do
          for dir in /usr/lib/*-linux-gnu /lib/*-linux-gnu /usr/lib64 /lib64 /usr/lib /lib; do
            if [ -e "$dir/$library" ]; then
              ln -s "$(readlink -f "$dir/$library")" "$target/lib/$library"
              ln -sf "$library" "$target/lib/''${library%.so.*}.so"
              break
            fi
          done
        done
      '' { inherit libraries outputs; };
    in
    drv // extra;

  # Read by nix-shell too, which sources $stdenv/setup.
  setup =
    raw "stdenv-linux"
      ''
        mkdir -p $out
        text=$(<$script)
        printf '%s\n' "''${text//@initialPath@/$initialPath}" > $out/setup
      ''
      {
        script = ./setup.sh;
        initialPath = "${cc}/bin:${tools}/bin";
      };

  # Attributes that are not for the builder.
  notEnv = [
    "env"
    "meta"
    "passthru"
    "pname"
    "version"
  ];

  mkDerivation =
    args:
    let
      name = args.name or "${args.pname}-${args.version}";
      drv = derivation (
        {
          inherit name system;
          stdenv = setup;
          builder = shell;
          args = [
            "-e"
            (builtins.toFile "builder.sh" ''
              source $stdenv/setup
              genericBuild
            '')
          ];
        }
        // removeAttrs args notEnv
        // lib.filterAttrs (_: value: value != null) {
          pname = args.pname or null;
          version = args.version or null;
        }
        // args.env or { }
      );
    in
    drv
    // {
      inherit name;
      nativeBuildInputs = args.nativeBuildInputs or [ ];
      buildInputs = args.buildInputs or [ ];
      propagatedBuildInputs = args.propagatedBuildInputs or [ ];
      propagatedNativeBuildInputs = args.propagatedNativeBuildInputs or [ ];
      meta = {
        available = true;
        broken = false;
      }
      // args.meta or { };
      passthru = args.passthru or { };
      overrideAttrs = f: mkDerivation (args // (if lib.isFunction f then f args else f));
    }
    // lib.filterAttrs (name: _: args ? ${name}) {
      pname = args.pname or null;
      version = args.version or null;
      shellHook = args.shellHook or "";
    }
    // args.passthru or { };
in
setup
// {
  inherit
    cc
    hostPlatform
    machineLibraries
    machinePrograms
    mkDerivation
    shell
    ;
  buildPlatform = hostPlatform;
  targetPlatform = hostPlatform;
  inherit (hostPlatform)
    isAarch64
    isDarwin
    isLinux
    isx86_64
    system
    ;
}
