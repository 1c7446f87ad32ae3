# Made by py2nix 0.0.0-source from setup.py; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{ pkgs, config, ... }:

let
  inherit (pkgs) lib;

  python = pkgs.python313;

  # From nixpkgs.
  base = python.withPackages (ps: [
    ps.click
    ps.requests
  ]);

  # The project itself, at last: the rest is of use without it.
  project = pkgs.writeText "project.txt" (lib.concatLines [ "-e ./." ]);

  # What Nix provides, in the versions that pip sees. pip keeps to them, or says that it cannot.
  constraints = pkgs.runCommand "constraints.txt" { } ''
    ${base.interpreter} -I -c '
    import re, sys
    from importlib.metadata import distributions

    for dist in distributions():
        if re.sub("[-_.]+", "-", dist.name).lower() not in sys.argv[1].split():
            print(f"{dist.name}=={dist.version}")
    ' ${lib.escapeShellArg "buoy"} > $out
  '';

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
    run("${python.interpreter}", "-I", "-m", "venv", venv)
    pth = venv / "${python.sitePackages}" / "zz-nixpkgs.pth"
    pth.write_text("import site; site.addsitedir('${base}/${base.sitePackages}')\n")
    write_scripts("${base}/${base.sitePackages}")
    try:
        pip_install("-r", "${project}", "-c", "${constraints}")
    except SystemExit:
        print("The project itself is not installed. To try again: rm .venv/.py2nix", file=sys.stderr)
    new = stamp.with_name(".py2nix.new")
    new.write_text(wanted)
    new.replace(stamp)
  '';
in
{
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
# Made by py2nix 0.0.0-source from setup.py; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
inputs:
  nixpkgs:
    url: github:NixOS/nixpkgs/nixos-unstable
