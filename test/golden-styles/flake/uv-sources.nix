# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  description = "Development environment of observatory";
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
            ps.astral
            ps.attrs
            ps.pytest
            ps.requests
            ps.tabulate
            ps.wcwidth
          ]);

          pipOptions = [ "--extra-index-url https://packages.example.org/simple" ];

          # From pip, each from the place that it names.
          directRequirements = pkgs.writeText "direct.txt" (
            lib.concatLines (
              pipOptions
              ++ [
                # almanac: it is locked to https://git.example.org/observatory/almanac.git
                "almanac[eclipses] @ git+https://git.example.org/observatory/almanac.git@d94c2c3ebefb838df7bf70d771ef91f401c7b18a#subdirectory=python"
                # moon-table: it is locked to the path libs/moon-table
                "./libs/moon-table"
                # star-names: it is locked to the path vendor/star_names-0.3.0-py3-none-any.whl
                "./vendor/star_names-0.3.0-py3-none-any.whl"
                # sundial: it is locked to the path libs/sundial
                "-e ./libs/sundial"
                # zodiac: it is locked to https://files.example.org/zodiac-3.0.0-py3-none-any.whl
                "zodiac @ https://files.example.org/zodiac-3.0.0-py3-none-any.whl"
              ]
              ++ lib.optionals stdenv.hostPlatform.isLinux [
                # harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
                "harbours @ https://files.example.org/harbours-1.2.0-py3-none-any.whl"
              ]
            )
          );

          # From pip, in a virtual environment over the rest.
          requirements = pkgs.writeText "requirements.txt" (
            lib.concatLines (
              pipOptions
              ++ [
                # acme-tax-rates: it is locked to the index company
                "acme-tax-rates==2.3.0 --hash=sha256:357563a14e39e03f0ead9604569c477b02b2f163116a8747595740035b62597a"
                # babel: nixpkgs has 2.17.0 and ==2.18.0 is required by acme-tax-rates, which comes from pip
                "babel==2.18.0 --hash=sha256:b80b99a14bd085fcacfa15c9165f651fbb3406e66cc603abf11c5750937c992d --hash=sha256:e2b422b277c2b9a9630c1d7903c2a00d0830c409c59ac8cae9081c92f1aeba35"
                # jplephem: nixpkgs has 2.23 and ==2.24 is required by almanac, which comes from pip
                "jplephem==2.24 --hash=sha256:354fe1adae022264ab46f18afb6af26211277cfd7b3ef90400755fcabe93bc11 --hash=sha256:2de15608a0f13010a71a0a8af8765646d5884402006dac0dd7639d7db13629ac"
                # numpy: nixpkgs has 2.3.2 and ==2.5.5 is required by jplephem, which comes from pip
                "numpy==2.5.5 --hash=sha256:5cddc243c75114ba845f01b1f87aca1572dbf7b6c2d88636ed3e1d2bccd7f1bf --hash=sha256:228e3d90e967495d61ddc79dd64e95267aae3bcf1b1c516a6186429106a0b444 --hash=sha256:7e71ac4284c700afa654e2d15b1b174166710dca932f24045e5dc92001b5bda0 --hash=sha256:e0cf407a83118faf0463ade48a4533982f1737c7c58aac29e08855f7d9ad2977 --hash=sha256:ac910558645a4b006f70596b450712b8564730c1b2ac10291fcedd656d321ec0 --hash=sha256:ae2b8285d0b4eed24739c3ca9ec0fa424a0247489c01e1d5fe2815a599e11d33 --hash=sha256:824025655df929268bfe6b47ed91a00d14209a6f760847cf150be446829e1ce4"
                # python-dateutil: nixpkgs has 2.9.0.post0 and ==4.0.0 is required by almanac, which comes from pip
                "python-dateutil==4.0.0 --hash=sha256:d7295ff14fdc0f92f662100bfb6c551d160ca090f2939f1ec5b9794265c03f06 --hash=sha256:a5e246f79eb80475e691bf93862cead98decd8a498cf53ba0516fcdc0f50dc1c"
                # tzdata: nixpkgs has 2025.2 and ==2026.6 is required by python-dateutil, which comes from pip
                "tzdata==2026.6 --hash=sha256:85d2cd9c09f81f0bb29db27759fc83af4f1e620efb814f8c5bf8b4cc4feece6d --hash=sha256:0a10eec6e13ef16b627fabed9a5f2ba61a62b1c67f327305f4e7e412a70b4aec"
              ]
              ++ lib.optionals (!stdenv.hostPlatform.isLinux) [
                # harbours: it is locked to the index company
                "harbours==1.2.0 --hash=sha256:429e31f4757b9a1c44aa0b05e6bdaf83da02a716e5ddf351d18e34bc24208896"
              ]
            )
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
            ' ${requirements} ${lib.escapeShellArg "almanac harbours moon-table star-names sundial zodiac"} > $out
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
                pip_install("--no-deps", "--ignore-installed", "-r", "${directRequirements}")
                pip_install("-r", "${requirements}", "-c", "${constraints}")
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
