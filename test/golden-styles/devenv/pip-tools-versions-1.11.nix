# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{ pkgs, config, ... }:

let
  inherit (pkgs) lib stdenv;

  python = pkgs.python313;

  # From nixpkgs.
  base = python.withPackages (ps: [
    ps.certifi
    ps.charset-normalizer
    ps.click
    ps.flask
    ps.idna
    ps.pysocks
    ps.python-dateutil
    ps.requests
    ps.urllib3
  ]);

  # From pip, in a virtual environment over the rest.
  requirements = pkgs.writeText "requirements.txt" (
    lib.concatLines [
      # zope.interface: nixpkgs has 7.2 and <6 is required
      "zope.interface==5.5.2"
    ]
  );

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
    ' ${requirements} ${lib.escapeShellArg ""} > $out
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
    import fcntl, os, re, shlex, shutil, subprocess, sys
    from importlib.metadata import distributions
    from pathlib import Path

    venv = Path(os.environ["VIRTUAL_ENV"])
    venv = venv.parent.resolve() / venv.name
    stamp = venv / ".py2nix"
    # The script's own path changes with everything that the environment is made of.
    wanted = os.fsencode(f"{__file__} {venv}")
    unfinished = f"{venv} is not complete: the next entry tries again"
    # What would lead pip to another place than the environment, or to half of it.
    hidden = "PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH _PYTHON_HOST_PLATFORM".split()
    hidden += "PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET".split()
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment.update(PIP_DRY_RUN="0", PIP_NO_DEPS="0")


    def state():
        # What the stamp says, if the environment's Python runs.
        try:
            text = stamp.read_bytes()
            probe = subprocess.run([venv / "bin/python", "-I", "-c", ""], stderr=subprocess.DEVNULL)
            return text if probe.returncode == 0 else b""
        except OSError:
            return b""


    def run(*command, stdout=sys.stderr):
        # The lock is an empty file, which all that writes here inherits as its standard input: even if this process is killed,
        # it is held until they have ended.
        done = subprocess.run(command, cwd=venv.parent, env=environment, stdin=lock, stdout=stdout)
        if done.returncode != 0:
            sys.exit(unfinished)


    # Two languages: sh executes the second line, and to Python it is text, in which it doubles a backslash.
    python = shlex.quote(str(venv / "bin/python"))
    head = """#!/bin/sh
    ''''exec' %s "$0" "$@"
    ' ''''
    """ % python.replace("\\", r"""'"\\"'""")


    def mend_scripts():
        # "#!" takes no blank and no long path, and not every installer quotes what a shell would read.
        plain = os.fsencode(venv / "bin/python")
        if python == os.fsdecode(plain) and len(plain) < 120:
            return
        heads = re.compile(rb"\A#!(/bin/sh\n''''exec' .*?\n' ''''|%s)\n" % re.escape(plain), re.DOTALL)
        for script in (venv / "bin").iterdir():
            if script.is_file() and not script.is_symlink():
                script.write_bytes(heads.sub(lambda _: os.fsencode(head), script.read_bytes()))


    def pip_install(*arguments):
        options = ["--disable-pip-version-check", "--no-input", "--no-user"]
        # Whatever a pip.conf says of them.
        options += ["--target=", f"--prefix={venv}", "--root=/"]
        run(venv / "bin/python", "-I", "-m", "pip", "install", *options, *arguments)
        mend_scripts()


    def write_scripts(site):
        # The commands of Nix's packages, run by this environment's Python: it sees pip's packages too.
        for dist in distributions(path=[site]):
            for entry in dist.entry_points:
                script = venv / "bin" / entry.name
                if entry.group != "console_scripts" or script.exists():
                    continue
                script.write_text(
                    f"{head}import sys\nfrom {entry.module} import {entry.attr.split('.')[0]}\n"
                    f"if __name__ == '__main__':\n    sys.exit({entry.attr}())\n"
                )
                script.chmod(0o755)


    try:
        if state() == wanted:
            sys.exit()
        if not os.path.lexists(venv):
            venv.mkdir(exist_ok=True)
        is_folder = venv.is_dir() and not venv.is_symlink()
        contents = os.listdir(venv) if is_folder else []
        if not is_folder or (contents and stamp.name not in contents):
            sys.exit(f"{venv} was not made by this shell: move it away, then enter again")
        lock = os.open(stamp, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"Waiting for another shell that fills {venv}", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError:
            pass  # Not every file system has locks.
        made = state()
        if made == wanted:
            sys.exit()
        stamp.write_bytes(b"")
        print(f"Filling {venv}", file=sys.stderr)
        for path in venv.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != stamp:
                path.unlink()
        run("${venvPython}/bin/python3", "-I", "-m", "venv", "--without-pip", venv)
        run(venv / "bin/python", "-I", "-m", "ensurepip", "--default-pip", stdout=subprocess.DEVNULL)
        pth = venv / "${python.sitePackages}" / "zz-nixpkgs.pth"
        pth.write_text("import site; site.addsitedir('${base}/${base.sitePackages}')\n")
        write_scripts("${base}/${base.sitePackages}")
        pip_install("-r", "${requirements}", "-c", "${constraints}")
        stamp.write_bytes(wanted)
    except KeyboardInterrupt:
        sys.exit(f"\n{unfinished}")
    except (OSError, UnicodeError) as error:
        sys.exit(f"{error}\n{unfinished}")
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
# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o devenv.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
inputs:
  nixpkgs:
    url: github:NixOS/nixpkgs/nixos-unstable
