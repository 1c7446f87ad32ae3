# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{ pkgs, config, ... }:

let
  inherit (pkgs) lib stdenv;

  python = pkgs.python313;

  # From nixpkgs.
  base = python.withPackages (ps: [
    ps.click
    ps.pysocks
    ps.pytest
    ps.pytest-cov
    ps.python-dateutil
    ps.requests
  ]);

  # From pip, each from the place that it names.
  directRequirements = pkgs.writeText "direct.txt" (
    lib.concatLines [
      # harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
      "harbours @ https://files.example.org/harbours-1.2.0-py3-none-any.whl"
      # moonphase: it is locked to https://git.example.org/tides/moonphase.git
      "moonphase @ git+https://git.example.org/tides/moonphase.git@1d3a2b85b8d35ce57626f3b0ffcb385e8e16cf3c"
    ]
  );

  # From pip, in a virtual environment over the rest.
  requirements = pkgs.writeText "requirements.txt" (
    lib.concatLines [
      # greeting: it is locked to the path ../greeting
      "-e ../greeting"
      "harbours"
      "moonphase"
    ]
  );

  # The project itself, at last: the rest is of use without it.
  project = pkgs.writeText "project.txt" (lib.concatLines [ "-e ./." ]);

  # What Nix provides, in the versions that pip sees. pip keeps to them, or says that it cannot.
  constraints = pkgs.runCommand "constraints.txt" { } ''
    ${base.interpreter} -I -c '
    import re, sys
    from importlib.metadata import distributions

    def normalize(name):
        return re.sub("[-_.]+", "-", name).lower()

    with open(sys.argv[1]) as requirements:
        pinned = re.findall("^[A-Za-z0-9][A-Za-z0-9._-]*", requirements.read(), re.MULTILINE)
    own = {normalize(name) for name in pinned + sys.argv[2].split()}
    for dist in distributions():
        if normalize(dist.name) not in own:
            print(f"{dist.name}=={dist.version}")
    ' ${requirements} ${lib.escapeShellArg "harbours moonphase tide-times"} > $out
  '';

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

  # Fills the virtual environment anew when it is missing, broken or out of date.
  syncVenv = pkgs.writeText "sync-venv.py" ''
    import fcntl, os, shlex, shutil, subprocess, sys
    from importlib.metadata import distributions
    from pathlib import Path

    venv = Path(os.environ["VIRTUAL_ENV"])
    stamp = venv / ".py2nix"
    # The script's own path changes with everything that the environment is made of.
    wanted = f"{__file__} {venv}"
    # What would lead pip to another place than the environment, or to half of it.
    hidden = "PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH _PYTHON_HOST_PLATFORM".split()
    hidden += "PIP_DRY_RUN PIP_NO_DEPS PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET".split()
    environment = {name: value for name, value in os.environ.items() if name not in hidden}


    def is_current():
        try:
            probe = subprocess.run([venv / "bin/python", "-I", "-c", ""], stderr=subprocess.DEVNULL)
            return stamp.read_text() == wanted and probe.returncode == 0
        except OSError:
            return False


    def run(*command):
        done = subprocess.run(command, cwd=venv.parent, env=environment, stdout=sys.stderr)
        if done.returncode != 0:
            sys.exit(f"{venv} is not complete: the next entry tries again")


    def pip_install(*arguments):
        options = ["--disable-pip-version-check", "--no-input", "--no-user"]
        run(venv / "bin/python", "-I", "-m", "pip", "install", *options, *arguments)


    def write_scripts(site):
        # The commands of Nix's packages, run by this environment's Python: it sees pip's packages too.
        python = shlex.quote(str(venv / "bin/python"))
        for dist in distributions(path=[site]):
            for entry in dist.entry_points:
                script = venv / "bin" / entry.name
                if entry.group != "console_scripts" or script.exists():
                    continue
                script.write_text(
                    f"#!/bin/sh\n''''exec' {python} \"$0\" \"$@\"\n' ''''\n"
                    f"import sys\nfrom {entry.module} import {entry.attr.split('.')[0]}\n"
                    f"if __name__ == '__main__':\n    sys.exit({entry.attr}())\n"
                )
                script.chmod(0o755)


    if is_current():
        sys.exit()
    # One shell at a time; the lock goes with the process.
    fcntl.flock(os.open(venv.parent, os.O_RDONLY), fcntl.LOCK_EX)
    if is_current():
        sys.exit()
    is_ours = not venv.exists() or stamp.exists() or (venv.is_dir() and not any(venv.iterdir()))
    if venv.is_symlink() or not is_ours:
        sys.exit(f"{venv} was not made by this shell: move it away, then enter again")
    print(f"Filling {venv}", file=sys.stderr)
    shutil.rmtree(venv, ignore_errors=True)
    venv.mkdir(exist_ok=True)
    stamp.touch()
    run("${venvPython}/bin/python3", "-I", "-m", "venv", venv)
    pth = venv / "${python.sitePackages}" / "zz-nixpkgs.pth"
    pth.write_text("import site; site.addsitedir('${base}/${base.sitePackages}')\n")
    write_scripts("${base}/${base.sitePackages}")
    pip_install("--no-deps", "--ignore-installed", "-r", "${directRequirements}")
    pip_install("-r", "${requirements}", "-c", "${constraints}")
    try:
        pip_install("--no-deps", "-r", "${project}")
    except SystemExit:
        print("The project itself is not installed. To try again: rm .venv/.py2nix", file=sys.stderr)
    new = stamp.with_name(".py2nix.new")
    new.write_text(wanted)
    new.replace(stamp)
  '';
in
{
  packages = [
    pkgs.git
    pkgs.cacert
  ];

  languages.python = {
    enable = true;
    package = base;
  };

  env.VIRTUAL_ENV = "${config.devenv.root}/.venv";

  enterShell = ''
    unset PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH
    # A command must not run in half an environment; in an interactive shell there is something to mend.
    ${python.interpreter} -I ${syncVenv} || [[ $- == *i* ]] || exit 1
    export PATH="$VIRTUAL_ENV/bin:$PATH"
  '';
}
# ---- devenv.yaml
# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
inputs:
  nixpkgs:
    url: github:NixOS/nixpkgs/nixos-unstable
