# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  description = "Development environment of harbour-board";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];

      shellFor =
        pkgs:
        let
          inherit (pkgs) lib stdenv;

          python = pkgs.python313;

          # From nixpkgs.
          base = python.withPackages (ps: [
            ps.click
            ps.fastapi
            ps.greenlet
            ps.h11
            ps.h2
            ps.httpx
            ps.mypy
            ps.pandas-stubs
            ps.pytest
            ps.pytest-asyncio
            ps.pytest-cov
            ps.python-dotenv
            ps.pyyaml
            ps.rich
            ps.ruff
            ps.sqlalchemy
            ps.uvloop
            ps.websockets
          ]);

          pipOptions = [ "--extra-index-url https://packages.example.org/simple" ];

          # From pip, each from the place that it names.
          directRequirements = pkgs.writeText "direct.txt" (
            lib.concatLines (
              pipOptions
              ++ [
                # deckhand: it is locked to the path ./libs/deckhand
                "-e ./libs/deckhand"
                # harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
                "harbours @ https://files.example.org/harbours-1.2.0-py3-none-any.whl"
                # moonphase: it is locked to https://git.example.org/tides/moonphase.git
                "moonphase @ git+https://git.example.org/tides/moonphase.git@1d3a2b85b8d35ce57626f3b0ffcb385e8e16cf3c"
              ]
            )
          );

          # From pip, in a virtual environment over the rest.
          requirements = pkgs.writeText "requirements.txt" (
            lib.concatLines (
              pipOptions
              ++ [
                # acme-tax-rates: nixpkgs has no such package
                "acme-tax-rates==2.3.0 --hash=sha256:a4215d881fa2017c6d169378968b62d9855148d0ed252e12262b877fc65fb358"
                # httptools: nixpkgs has 0.6.4 and >=0.8.0 is required
                "httptools==0.9.0 --hash=sha256:4fb995082fe41ec410b33c48b54fb1d44abb8a6ee762c31e8c42519e8c3a30a9 --hash=sha256:b9cd15cb7cf0d5cc41f649fd789aae12c56c3b83eff593f8e095c1d4555ad5c3 --hash=sha256:088de1738e1af624466a01c35d652dbe6fb825be887c76d68aa850621d81db88 --hash=sha256:6b1ac7f1bc6c0dbf90684b77571a51a21b2463909fd916ce0ac9bfc4d566dc75 --hash=sha256:b9430f65db521db7962ad951571d446171213686f96c998a54dc18ed574821e2 --hash=sha256:52fe0176682a25b15370f23f5b0f1366a84771df89144fb0cd979cb72a94b5ca --hash=sha256:d484ebb7e3a3f3597b0f645fbd1b85633674ca808c1f5ba11c2caf7c66f5c8b6"
                # uvicorn: nixpkgs' 0.35.0 would fit, but httptools, which it needs for its extra standard, comes from pip: nixpkgs has 0.6.4 and >=0.8.0 is required
                "uvicorn[standard]==0.54.0 --hash=sha256:505bdb0f318731d45f1f712071fc781a8981f6847a31c902c9f5e652d4f67faf --hash=sha256:a2e33cbfaa0306f8e6b0c13e0cb89d7d7a2da3e62b90c66e18c33d9807b28620"
              ]
            )
          );

          # The project itself, at last: the rest is of use without it.
          project = pkgs.writeText "project.txt" (lib.concatLines (pipOptions ++ [ "-e ./." ]));

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
            ' ${requirements} ${lib.escapeShellArg "deckhand harbour-board harbours moonphase"} > $out
          '';

          # The project's own constraints.
          projectConstraints = pkgs.writeText "project-constraints.txt" (
            lib.concatLines [ "python-dateutil==2.9.0.post0" ]
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
                without_project = wanted + b" without the project"
                if made != without_project:
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
                    pip_install("--no-deps", "--ignore-installed", "-r", "${directRequirements}")
                    pip_install("-r", "${requirements}", "-c", "${constraints}", "-c", "${projectConstraints}")
                try:
                    pip_install("--no-deps", "-r", "${project}")
                except SystemExit:
                    print("The project itself is not installed: the next entry tries again", file=sys.stderr)
                    wanted = without_project
                stamp.write_bytes(wanted)
            except KeyboardInterrupt:
                sys.exit(f"\n{unfinished}")
            except (OSError, UnicodeError) as error:
                sys.exit(f"{error}\n{unfinished}")
          '';
        in
        pkgs.mkShell {
          packages = [
            base
            pkgs.git
            pkgs.cacert
          ];

          # Packages on PYTHONPATH would win over the virtual environment's.
          dontAddPythonPath = true;

          shellHook = ''
            # The flake itself is in the store: the project is where its flake.nix is, here or above.
            export VIRTUAL_ENV=$PWD
            while [[ $VIRTUAL_ENV != "" && ! -e $VIRTUAL_ENV/flake.nix ]]; do VIRTUAL_ENV=''${VIRTUAL_ENV%/*}; done
            VIRTUAL_ENV=''${VIRTUAL_ENV:-$PWD}/.venv
            unset PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH
            # A command must not run in half an environment; in an interactive shell there is something to mend.
            ${python.interpreter} -I ${syncVenv} || [[ $- == *i* ]] || exit 1
            export PATH="$VIRTUAL_ENV/bin:$PATH"
          '';
        };
    in
    {
      devShells = nixpkgs.lib.genAttrs systems (system: {
        default = shellFor nixpkgs.legacyPackages.${system};
      });
    };
}
