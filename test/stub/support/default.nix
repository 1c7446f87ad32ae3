# Trivial builders (pkgs/build-support/trivial-builders), mkShell (pkgs/build-support/mkshell), buildEnv
# (pkgs/build-support/buildenv) and the wrapper hooks.
{
  lib,
  stdenv,
}:

rec {
  runtimeShell = stdenv.shell;

  runCommand =
    name: env: buildCommand:
    stdenv.mkDerivation (
      env
      // {
        inherit name buildCommand;
        passthru = env.passthru or { };
      }
    );
  runCommandLocal = runCommand;
  runCommandCC = runCommand;

  writeTextFile =
    {
      name,
      text,
      executable ? false,
      destination ? "",
      meta ? { },
      ...
    }:
    runCommand name
      {
        inherit
          text
          destination
          meta
          ;
        executable = if executable then "1" else "";
        passAsFile = [ "text" ];
      }
      ''
        target=$out$destination
        mkdir -p "$(dirname "$target")"
        cp "$textPath" "$target"
        if [ -n "$executable" ]; then chmod +x "$target"; fi
      '';

  writeText = name: text: writeTextFile { inherit name text; };

  writeTextDir =
    path: text:
    writeTextFile {
      inherit text;
      name = builtins.baseNameOf path;
      destination = "/${path}";
    };

  writeScript =
    name: text:
    writeTextFile {
      inherit name text;
      executable = true;
    };

  writeShellScript =
    name: text:
    writeTextFile {
      inherit name;
      executable = true;
      text = ''
        #!${runtimeShell}
        ${text}
      '';
    };

  writeShellScriptBin =
    name: text:
    writeTextFile {
      inherit name;
      executable = true;
      destination = "/bin/${name}";
      text = ''
        #!${runtimeShell}
        ${text}
      '';
      meta.mainProgram = name;
    };

  # shellcheck is not run here, as it is in nixpkgs.
  writeShellApplication =
    {
      name,
      text,
      runtimeInputs ? [ ],
      ...
    }:
    writeTextFile {
      inherit name;
      executable = true;
      destination = "/bin/${name}";
      text = ''
        #!${runtimeShell}
        set -o errexit
        set -o nounset
        set -o pipefail

        ${lib.optionalString (runtimeInputs != [ ]) ''
          export PATH="${lib.makeBinPath runtimeInputs}:$PATH"
        ''}
        ${text}
      '';
      meta.mainProgram = name;
    };

  # A package whose setup hook is the script, and which brings `propagatedBuildInputs` along.
  makeSetupHook =
    {
      name,
      propagatedBuildInputs ? [ ],
      substitutions ? { },
    }:
    script:
    stdenv.mkDerivation (
      substitutions
      // {
        inherit name propagatedBuildInputs;
        setupHook = script;
      }
    );

  # pkgs/build-support/fetchurl: the file of a hash, by the machine's curl. The name is the last part of the URL.
  fetchurl =
    {
      url,
      hash,
      name ? baseNameOf url,
    }:
    stdenv.mkDerivation {
      inherit name url;
      outputHash = hash;
      outputHashMode = "flat";
      buildCommand = ''
        PATH=$PATH:/usr/local/bin:/usr/bin:/bin
        unset SSL_CERT_FILE NIX_SSL_CERT_FILE
        curl --fail --location --silent --show-error --output "$out" "$url"
      '';
    };

  # pkgs/build-support/fetchpypi, with the same arguments and the same paths. PY2NIX_STUB_FILES is where its files are.
  fetchPypi =
    let
      fromEnv = builtins.getEnv "PY2NIX_STUB_FILES";
      root = if fromEnv == "" then "https://files.example.org/packages" else fromEnv;
      wheel =
        {
          pname,
          version,
          dist ? "py2.py3",
          python ? "py2.py3",
          abi ? "none",
          platform ? "any",
        }:
        "${root}/${dist}/${builtins.substring 0 1 pname}/${pname}/${pname}-${version}-${python}-${abi}-${platform}.whl";
      source =
        {
          pname,
          version,
          extension ? "tar.gz",
        }:
        "${root}/source/${builtins.substring 0 1 pname}/${pname}/${pname}-${version}.${extension}";
    in
    {
      format ? "setuptools",
      hash,
      ...
    }@args:
    fetchurl {
      inherit hash;
      url =
        {
          inherit wheel;
          setuptools = source;
        }
        .${format}
          (
            removeAttrs args [
              "format"
              "hash"
            ]
          );
    };

  autoPatchelfHook = makeSetupHook { name = "auto-patchelf-hook"; } ./auto-patchelf.sh;

  makeWrapper = makeSetupHook { name = "make-shell-wrapper-hook"; } ./make-wrapper.sh;
  makeShellWrapper = makeWrapper;
  makeBinaryWrapper = makeSetupHook { name = "make-binary-wrapper-hook"; } ./make-wrapper.sh;

  # One tree of links. nixpkgs does it in Perl (buildenv/builder.pl): a directory that only one path has is one link,
  # /nix-support of the parts is left out, and two different files of one name are an error.
  buildEnv =
    {
      name,
      paths,
      pathsToLink ? [ "/" ],
      ignoreCollisions ? false,
      postBuild ? "",
      nativeBuildInputs ? [ ],
      passthru ? { },
      meta ? { },
      ...
    }:
    stdenv.mkDerivation {
      inherit
        name
        paths
        pathsToLink
        nativeBuildInputs
        passthru
        meta
        ;
      ignoreCollisions = if ignoreCollisions then "1" else "";
      buildCommand = ''
        source ${./link-tree.sh}
        for path in $paths; do linkTree "$path"; done
        ${postBuild}
      '';
    };

  symlinkJoin =
    args@{
      name ? "${args.pname}-${args.version}",
      paths,
      postBuild ? "",
      ...
    }:
    buildEnv (
      removeAttrs args [
        "pname"
        "version"
      ]
      // {
        inherit name paths postBuild;
        ignoreCollisions = true;
      }
    );

  # `packages` are nativeBuildInputs; `inputsFrom` gives its inputs and its shellHook, and nothing else of it. The shellHooks of
  # inputsFrom come last first, then our own. Every other attribute is a variable of the shell.
  mkShell =
    {
      name ? "nix-shell",
      packages ? [ ],
      inputsFrom ? [ ],
      ...
    }@args:
    let
      inputs =
        attr:
        args.${attr} or [ ] ++ lib.subtractLists inputsFrom (lib.flatten (lib.catAttrs attr inputsFrom));
    in
    stdenv.mkDerivation (
      removeAttrs args [
        "packages"
        "inputsFrom"
        "shellHook"
      ]
      // {
        inherit name;
        nativeBuildInputs = packages ++ inputs "nativeBuildInputs";
        buildInputs = inputs "buildInputs";
        propagatedBuildInputs = inputs "propagatedBuildInputs";
        propagatedNativeBuildInputs = inputs "propagatedNativeBuildInputs";
        shellHook = lib.concatStringsSep "\n" (
          lib.catAttrs "shellHook" (lib.reverseList inputsFrom ++ [ args ])
        );
        phases = [ "buildPhase" ];
        # nix develop goes by it. nixpkgs' derivations all have it.
        outputs = [ "out" ];
        # So that `nix-build shell.nix` builds what the shell needs.
        buildPhase = ''
          export > "$out"
        '';
      }
    );

  mkShellNoCC = mkShell;

  # pkgs/build-support/build-fhsenv-bubblewrap, less the file system: what it starts has the tree of targetPkgs on PATH, and
  # sources /etc/profile (here `profile`) with the program's own arguments in sight, as `init` does there.
  buildFHSEnv =
    {
      name,
      targetPkgs ? _: [ ],
      profile ? "",
      runScript ? "bash",
      ...
    }:
    let
      tree = symlinkJoin {
        name = "${name}-fhsenv-rootfs";
        paths = lib.flatten (targetPkgs { });
      };
      profileFile = writeText "profile" ''
        export PATH="${tree}/bin:$PATH"
        export LD_LIBRARY_PATH="${tree}/lib"
        ${profile}
      '';
      program = writeShellScriptBin name ''
        source ${profileFile}
        exec ${runScript} "$@"
      '';
    in
    assert stdenv.hostPlatform.isLinux || throw "buildFHSEnv is for Linux";
    program
    // {
      env = stdenv.mkDerivation {
        name = "${name}-shell-env";
        outputs = [ "out" ];
        shellHook = "exec ${program}/bin/${name}";
        buildCommand = ''
          echo "an .env attribute is for nix-shell, it is not to be built" >&2
          exit 1
        '';
      };
    };
}
