# Made by py2nix 0.0.0-source from environment.yml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;

  python = pkgs.python311;

  # From pip, each from the place that it names.
  directRequirements = pkgs.writeText "direct.txt" (
    lib.concatLines [
      # moonphase: it is required from https://git.example.org/tides/moonphase.git
      "moonphase @ git+https://git.example.org/tides/moonphase.git@v0.3.0"
    ]
  );

  # From pip, in a virtual environment over the rest.
  requirements = pkgs.writeText "requirements.txt" (
    lib.concatLines [
      # highlight-text: nixpkgs has no such package
      "highlight-text[all]>=0.2"
      # maidenhead: nixpkgs has no such package
      "maidenhead~=1.7"
      "moonphase"
      # windrose: nixpkgs has no such package
      "windrose==1.9.2"
    ]
  );

  # Wheels load these libraries. Only the virtual environment's Python sees them: exported to the
  # shell, they would break programs that are not from this nixpkgs.
  libraries = [
    stdenv.cc.cc.lib
    pkgs.zlib
  ];

  venvPython =
    if stdenv.hostPlatform.isLinux then
      pkgs.runCommand "python-with-libraries" { nativeBuildInputs = [ pkgs.makeBinaryWrapper ]; } ''
        makeBinaryWrapper ${python.interpreter} $out/bin/python3 \
          --inherit-argv0 \
          --prefix LD_LIBRARY_PATH : ${lib.makeLibraryPath libraries}
      ''
    else
      python;

  # Fills a virtual environment that was just made.
  fillVenv = pkgs.writeText "fill-venv.py" ''
    import os, subprocess, sys
    from pathlib import Path

    venv = Path(os.environ["VIRTUAL_ENV"])
    # What would lead pip to another place than the environment, or to half of it.
    hidden = "PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH _PYTHON_HOST_PLATFORM".split()
    hidden += "PIP_DRY_RUN PIP_NO_DEPS PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET".split()
    environment = {name: value for name, value in os.environ.items() if name not in hidden}


    def run(*command):
        done = subprocess.run(command, cwd=venv.parent, env=environment, stdout=sys.stderr)
        if done.returncode != 0:
            sys.exit(f"{venv} is not complete: the next entry tries again")


    def pip_install(*arguments):
        options = ["--disable-pip-version-check", "--no-input", "--no-user"]
        run(venv / "bin/python", "-I", "-m", "pip", "install", *options, *arguments)


    pip_install("--no-deps", "--ignore-installed", "-r", "${directRequirements}")
    pip_install("-r", "${requirements}")
  '';
in
pkgs.mkShell {
  packages = [
    python.pkgs.venvShellHook
    python
    pkgs.git
    pkgs.cacert
  ];

  # Packages on PYTHONPATH would win over the virtual environment's: the base comes in behind them.
  dontAddPythonPath = true;

  venvDir = toString ./.venv;

  # The hook takes any directory for a finished environment: one that was made of something else goes.
  preShellHook = ''
    unset PYTHONPATH PYTHONHOME
    madeOf="${fillVenv} $venvDir"
    if [[ -e $venvDir/.py2nix ]]; then
      if [[ $(< "$venvDir/.py2nix") != "$madeOf" ]] || ! "$venvDir/bin/python" -I -c "" 2> /dev/null; then
        rm -rf "$venvDir"
      fi
    elif [[ -e $venvDir || -L $venvDir ]]; then
      echo "$venvDir was not made by this shell: move it away, then enter again" >&2
      exit 1
    fi
  '';

  postVenvCreation = ''
    ln -sf ${venvPython}/bin/python3 "$venvDir/bin/${python.executable}"
    touch "$venvDir/.py2nix"
    # A command must not run in half an environment; in an interactive shell there is something to mend.
    ${python.interpreter} -I ${fillVenv} && echo "$madeOf" > "$venvDir/.py2nix" || [[ $- == *i* ]] || exit 1
  '';

  # pip makes archives, which know no year before 1980.
  postShellHook = ''
    unset SOURCE_DATE_EPOCH
  '';
}
