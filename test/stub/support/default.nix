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
        # So that `nix-build shell.nix` builds what the shell needs.
        buildPhase = ''
          export > "$out"
        '';
      }
    );

  mkShellNoCC = mkShell;
}
