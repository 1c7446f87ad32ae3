# The interpreters and their package sets: pkgs/development/interpreters/python/{passthrufun,wrapper,with-packages,
# mk-python-derivation,python-packages-base}.nix in one.
{
  lib,
  stdenv,
  support,
  index,
}:

let
  # attr is the interpreter's attribute ("python313"), indexVersion its version in nixpkgs.
  makePython =
    {
      attr,
      indexVersion,
      packageOverrides ? (_final: _prev: { }),
      # The interpreter that the package set names: an overridden one has to be told of itself.
      self ? null,
    }@args:
    let
      # Which Python of the machine serves, and its version where that differs (find-python.sh says both).
      variable = "PY2NIX_STUB_${lib.toUpper attr}";
      versionFromEnv = builtins.getEnv "${variable}_VERSION";

      version = if versionFromEnv == "" then indexVersion else versionFromEnv;
      pythonVersion = lib.versions.majorMinor version;
      executable = "python${pythonVersion}";
      sitePackages = "lib/${executable}/site-packages";

      python =
        stdenv.mkDerivation {
          pname = "python3";
          inherit
            attr
            executable
            pythonVersion
            sitePackages
            variable
            version
            ;
          machinePython = builtins.getEnv variable;
          sitecustomize = ./sitecustomize.py;
          setupHook = ./setup-hook.sh;
          installPhase = "source ${./interpreter.sh}";
          meta.mainProgram = executable;
        }
        // {
          inherit
            executable
            pkgs
            pythonVersion
            sitePackages
            version
            withPackages
            ;
          interpreter = "${python}/bin/${executable}";
          implementation = "cpython";
          libPrefix = executable;
          isPy3 = true;
          isPy3k = true;
          isPyPy = false;
          sourceVersion = {
            major = lib.versions.major version;
            minor = builtins.elemAt (builtins.splitVersion version) 1;
            patch = builtins.elemAt (builtins.splitVersion version) 2;
            suffix = "";
          };
          pythonAtLeast = lib.versionAtLeast pythonVersion;
          pythonOlder = lib.versionOlder pythonVersion;
          pythonOnBuildForHost = python;
          buildEnv = makeEnv { };
          # `.env` is a shell with the interpreter alone.
          env = shellEnv python;
          override = new: makePython (args // (if lib.isFunction new then new args else new));
        };

      shellEnv =
        package:
        stdenv.mkDerivation {
          name = "interactive-${package.name}-environment";
          outputs = [ "out" ];
          nativeBuildInputs = [ package ];
          buildCommand = ''
            echo "an .env attribute is for nix-shell, it is not to be built" >&2
            exit 1
          '';
        };

      # Where pip gets its packages from is up to the machine. A builder has an empty environment and its own home.
      pipSettings = lib.filterAttrs (_: value: value != "") (
        lib.genAttrs [
          "PIP_CERT"
          "PIP_CONFIG_FILE"
          "PIP_FIND_LINKS"
          "PIP_INDEX_URL"
          "PIP_NO_INDEX"
          "http_proxy"
          "https_proxy"
          "no_proxy"
        ] builtins.getEnv
      );

      # Packages of this very interpreter and all that they need. What belongs to another one falls out without a word.
      isModule = package: (package.pythonModule or false) == python;
      requiredPythonModules =
        packages:
        let
          modules = lib.filter isModule packages;
        in
        lib.unique (
          [ python ] ++ modules ++ lib.concatLists (lib.catAttrs "requiredPythonModules" modules)
        );

      # How the environment's own interpreter is started. Until nixpkgs#442540 by three variables that sitecustomize.py reads, so that
      # `-m venv` saw the bare interpreter and none of the packages. Since then by its argv[0] alone.
      wrapperMode =
        let
          mode = builtins.getEnv "PY2NIX_STUB_WRAPPER";
        in
        if mode == "" then "new" else mode;

      makeEnv =
        {
          extraLibs ? [ ],
          makeWrapperArgs ? [ ],
          ignoreCollisions ? false,
          permitUserSite ? false,
          postBuild ? "",
        }@envArgs:
        let
          variables = lib.concatStringsSep " " (
            [
              "--set NIX_PYTHONPREFIX $out"
              "--set NIX_PYTHONEXECUTABLE $out/bin/${executable}"
              "--set NIX_PYTHONPATH $out/${sitePackages}"
            ]
            ++ lib.optional (!permitUserSite) "--set PYTHONNOUSERSITE true"
          );

          env = support.buildEnv {
            name = "${python.name}-env";
            paths = requiredPythonModules extraLibs;
            inherit ignoreCollisions;
            nativeBuildInputs = [ support.makeBinaryWrapper ];
            # The arguments are joined by blanks and read by the shell, as they are in nixpkgs.
            postBuild = ''
              rm -rf "$out/bin"
              for path in $paths; do
                for program in "$path"/bin/*; do
                  name=''${program##*/}
                  if [ ! -f "$program" ] || [ ! -x "$program" ]; then continue; fi
                  rm -f "$out/bin/$name"
                  mkdir -p "$out/bin"
                  if [ "$(readlink "$program")" = ${executable} ]; then
                    ln -s ${executable} "$out/bin/$name"
                  elif [ "$name" = ${executable} ]; then
                    makeWrapper "$program" "$out/bin/$name" \
                      ${
                        {
                          old = variables;
                          new = "--inherit-argv0 --resolve-argv0";
                        }
                        .${wrapperMode}
                      } ${lib.concatStringsSep " " makeWrapperArgs}
                  else
                    makeWrapper "$program" "$out/bin/$name" ${variables} ${lib.concatStringsSep " " makeWrapperArgs}
                  fi
                done
              done
              ${postBuild}
            '';
            meta.mainProgram = executable;
            passthru = {
              inherit
                executable
                python
                pythonVersion
                sitePackages
                version
                ;
              interpreter = "${env}/bin/${executable}";
              env = shellEnv env;
              override = new: makeEnv (envArgs // (if lib.isFunction new then new envArgs else new));
            };
          };
        in
        env;

      withPackages = select: makeEnv { extraLibs = select pkgs; };

      # pip from the interpreter's own wheel. Unpacked and compiled once, each package takes half the time.
      pip = stdenv.mkDerivation {
        name = "${executable}-pip";
        inherit executable python;
        installPhase = ''
          "$python/bin/$executable" -I -m zipfile -e "$python"/lib/"$executable"/ensurepip/_bundled/pip-*.whl "$out"
          "$python/bin/$executable" -I -m compileall -q --invalidation-mode unchecked-hash "$out"
        '';
      };

      buildPythonPackage =
        {
          pname,
          version,
          # The requirement that pip is given; null for a package without content.
          requirement ? if src == null then "${pname}==${version}" else src,
          src ? null,
          dependencies ? [ ],
          propagatedBuildInputs ? [ ],
          optional-dependencies ? { },
          build-system ? [ ],
          nativeBuildInputs ? [ ],
          buildInputs ? [ ],
          postUnpack ? "",
          dontCheckRuntimeDeps ? false,
          # What `src` is, where it is not left to pip: a wheel, or a source that `build-system` makes one of.
          format ? null,
          pyproject ? null,
          meta ? { },
          ...
        }:
        let
          depends = propagatedBuildInputs ++ dependencies;
          kind =
            assert pyproject != null -> format == null;
            if pyproject == true then "pyproject" else format;
          package = stdenv.mkDerivation (
            {
              # nixpkgs puts the interpreter in front of the name.
              name = "${executable}-${pname}-${version}";
              inherit
                executable
                meta
                pip
                pname
                python
                requirement
                sitePackages
                version
                ;
              # Where a script of the package finds what it needs.
              modules = lib.remove python (requiredPythonModules depends);
              propagatedBuildInputs = depends ++ [ python ];
              installPhase = "source ${./package.sh}";
              env = if kind == null then pipSettings else { };
              passthru = {
                inherit build-system dependencies optional-dependencies;
                pythonModule = python;
                pyproject = true;
                disabled = false;
                requiredPythonModules = requiredPythonModules depends;
              };
            }
            // lib.optionalAttrs (kind != null) {
              inherit
                buildInputs
                kind
                postUnpack
                src
                ;
              nativeBuildInputs = nativeBuildInputs ++ build-system;
              buildPhase = "source ${./build-wheel.sh}";
              runtimeDeps = if dontCheckRuntimeDeps then "" else ./runtime-deps.py;
            }
          );
        in
        package;

      # Packages that nobody looks at are not even evaluated.
      setNumber =
        if lib.elem attr index.sets then lib.length (lib.takeWhile (set: set != attr) index.sets) else 0;
      edges = import ../edges.nix { inherit lib pythonVersion; };
      noEdges = {
        dependencies = [ ];
        optional-dependencies = { };
      };

      basePackages =
        final:
        lib.mapAttrs (
          name: row:
          let
            edge = edges.${name} or noEdges;
          in
          buildPythonPackage (
            {
              inherit (row) pname;
              version = lib.elemAt row.versions setNumber;
              dependencies = lib.attrVals edge.dependencies final;
              optional-dependencies = lib.mapAttrs (
                _: names: lib.attrVals names final
              ) edge.optional-dependencies;
              build-system = [
                final.setuptools
                final.wheel
              ];
            }
            // lib.optionalAttrs (edge ? requirement) { inherit (edge) requirement; }
          )
        ) (lib.filterAttrs (_: row: lib.elemAt row.versions setNumber != null) index.python)
        // {
          inherit buildPythonPackage requiredPythonModules;
          python = if self == null then python else self;
          buildPythonApplication = args: toPythonApplication (buildPythonPackage args);
          inherit toPythonApplication toPythonModule;
          inherit (python) pythonAtLeast pythonOlder;
          venvShellHook = support.makeSetupHook {
            name = "venv-shell-hook";
            substitutions.pythonInterpreter = python.interpreter;
          } ./venv-shell-hook.sh;
        };

      # A program: no module of any interpreter, and yet it propagates all that it runs on, which is how a tool in `packages` comes to
      # put modules on PYTHONPATH (nixpkgs#170887).
      toPythonApplication = package: package // { pythonModule = false; };

      # Any package as one of this interpreter's.
      toPythonModule =
        package:
        package
        // {
          pythonModule = python;
          requiredPythonModules = requiredPythonModules (package.propagatedBuildInputs or [ ]);
        };

      pkgs = lib.fix (lib.extends packageOverrides basePackages);
    in
    python;
in
lib.mapAttrs (attr: indexVersion: makePython { inherit attr indexVersion; }) index.interpreters
