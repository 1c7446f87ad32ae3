# Made by py2nix 0.0.0-source from requirements.txt; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  description = "Development environment";
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
              # setuptools: nixpkgs has 80.9.0 and ==75.3.4 is required by zope.interface, which comes from pip
              "setuptools==75.3.4 --hash=sha256:2dd50a7f42dddfa1d02a36f275dbe716f38ed250224f609d35fb60a09593d93e --hash=sha256:b4ea3f76e1633c4d2d422a5d68ab35fd35402ad71e6acaa5d7e5956eb47e8887"
              # zope.interface: nixpkgs has 7.2 and <6 is required
              "zope.interface==5.5.2 --hash=sha256:008b0b65c05993bb08912f644d140530e775cf1c62a072bf9340c2249e613c32 --hash=sha256:0217a9615531c83aeedb12e126611b1b1a3175013bbafe57c702ce40000eb9a0 --hash=sha256:0fb497c6b088818e3395e302e426850f8236d8d9f4ef5b2836feae812a8f699c --hash=sha256:17ebf6e0b1d07ed009738016abf0d0a0f80388e009d0ac6e0ead26fc162b3b9c --hash=sha256:311196634bb9333aa06f00fc94f59d3a9fddd2305c2c425d86e406ddc6f2260d --hash=sha256:3218ab1a7748327e08ef83cca63eea7cf20ea7e2ebcb2522072896e5e2fceedf --hash=sha256:404d1e284eda9e233c90128697c71acffd55e183d70628aa0bbb0e7a3084ed8b --hash=sha256:4087e253bd3bbbc3e615ecd0b6dd03c4e6a1e46d152d3be6d2ad08fbad742dcc --hash=sha256:40f4065745e2c2fa0dff0e7ccd7c166a8ac9748974f960cd39f63d2c19f9231f --hash=sha256:5334e2ef60d3d9439c08baedaf8b84dc9bb9522d0dacbc10572ef5609ef8db6d --hash=sha256:604cdba8f1983d0ab78edc29aa71c8df0ada06fb147cea436dc37093a0100a4e --hash=sha256:6373d7eb813a143cb7795d3e42bd8ed857c82a90571567e681e1b3841a390d16 --hash=sha256:655796a906fa3ca67273011c9805c1e1baa047781fca80feeb710328cdbed87f --hash=sha256:65c3c06afee96c654e590e046c4a24559e65b0a87dbff256cd4bd6f77e1a33f9 --hash=sha256:696f3d5493eae7359887da55c2afa05acc3db5fc625c49529e84bd9992313296 --hash=sha256:6e972493cdfe4ad0411fd9abfab7d4d800a7317a93928217f1a5de2bb0f0d87a --hash=sha256:7579960be23d1fddecb53898035a0d112ac858c3554018ce615cefc03024e46d --hash=sha256:765d703096ca47aa5d93044bf701b00bbce4d903a95b41fff7c3796e747b1f1d --hash=sha256:7e66f60b0067a10dd289b29dceabd3d0e6d68be1504fc9d0bc209cf07f56d189 --hash=sha256:8a2ffadefd0e7206adc86e492ccc60395f7edb5680adedf17a7ee4205c530df4 --hash=sha256:959697ef2757406bff71467a09d940ca364e724c534efbf3786e86eee8591452 --hash=sha256:9d783213fab61832dbb10d385a319cb0e45451088abd45f95b5bb88ed0acca1a --hash=sha256:a16025df73d24795a0bde05504911d306307c24a64187752685ff6ea23897cb0 --hash=sha256:a2ad597c8c9e038a5912ac3cf166f82926feff2f6e0dabdab956768de0a258f5 --hash=sha256:bfee1f3ff62143819499e348f5b8a7f3aa0259f9aca5e0ddae7391d059dce671 --hash=sha256:d169ccd0756c15bbb2f1acc012f5aab279dffc334d733ca0d9362c5beaebe88e --hash=sha256:d514c269d1f9f5cd05ddfed15298d6c418129f3f064765295659798349c43e6f --hash=sha256:d692374b578360d36568dd05efb8a5a67ab6d1878c29c582e37ddba80e66c396 --hash=sha256:dbaeb9cf0ea0b3bc4b36fae54a016933d64c6d52a94810a63c00f440ecb37dd7 --hash=sha256:dc26c8d44472e035d59d6f1177eb712888447f5799743da9c398b0339ed90b1b --hash=sha256:e1574980b48c8c74f83578d1e77e701f8439a5d93f36a5a0af31337467c08fcf --hash=sha256:e74a578172525c20d7223eac5f8ad187f10940dac06e40113d62f14f3adb1e8f --hash=sha256:e945de62917acbf853ab968d8916290548df18dd62c739d862f359ecd25842a6 --hash=sha256:f0980d44b8aded808bec5059018d64692f0127f10510eca71f2f0ace8fb11188 --hash=sha256:f98d4bd7bbb15ca701d19b93263cc5edfd480c3475d163f137385f49e5b3a3a7 --hash=sha256:fb68d212efd057596dee9e6582daded9f8ef776538afdf5feceb3059df2d2e7b"
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
        pkgs.mkShell {
          packages = [ base ];

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
