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
            ps.blinker
            ps.certifi
            ps.charset-normalizer
            ps.click
            ps.flask
            ps.idna
            ps.itsdangerous
            ps.jinja2
            ps.markupsafe
            ps.mdurl
            ps.numpy
            ps.pexpect
            ps.pysocks
            ps.python-dotenv
            ps.requests
            ps.stack-data
            ps.urllib3
            ps.werkzeug
          ]);

          # From pip, each from the place that it names.
          directRequirements = pkgs.writeText "direct.txt" (
            lib.concatLines [
              # deckhand: it is locked to the path ./libs/deckhand
              "-e ./libs/deckhand"
              # harbours: it is locked to https://files.example.org/harbours-1.2.0-py3-none-any.whl
              "harbours @ https://files.example.org/harbours-1.2.0-py3-none-any.whl"
              # moonphase: it is locked to https://git.example.org/tides/moonphase.git
              "moonphase @ git+https://git.example.org/tides/moonphase.git@1d3a2b85b8d35ce57626f3b0ffcb385e8e16cf3c"
            ]
          );

          # From pip, in a virtual environment over the rest.
          requirements = pkgs.writeText "requirements.txt" (
            lib.concatLines [
              # humanize: nixpkgs has 4.12.3 and ==4.17.0 is required by deckhand, which comes from pip
              "humanize==4.17.0 --hash=sha256:02d0899527760efe18011944f882df4970943b4cdff7b5a0ba7fed43a576ef98 --hash=sha256:1d6a36c453dbfbb3f0b34601d2e0b4ce5d48d780305cd45714843f0068fde6ac"
              # ipython: nixpkgs' 9.5.0 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "ipython==9.18.1 --hash=sha256:6319c0f5372c196397899479e6db1783dd7937abae06815d1317e8d5d51aaaaf --hash=sha256:997ce9140d374531a61069c70c0f9ef299d6dd3559ea0f94b8af589726e3c1d5"
              # ipython-pygments-lexers: nixpkgs' 1.1.1 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "ipython-pygments-lexers==1.1.1 --hash=sha256:09c0138009e56b6854f9535736f4171d855c8c08a563a0dcd8022f78355c7e81 --hash=sha256:a9462224a505ade19a605f71f8fa63c2048833ce50abc86768a0d81d876dc81c"
              # jedi: nixpkgs has 0.19.2 and ==0.20.1 is required by ipython, which comes from pip
              "jedi==0.20.1 --hash=sha256:0fb16d86c4a4c73c37ba518c77419975e30fcc620658a8d14fbb5720cdd34142 --hash=sha256:2f71208c3f9c1bca057c0e90d3f272aba44ace88fc4067d7587e9e069331b7e5"
              # markdown-it-py: nixpkgs has 3.0.0 and ==4.3.0 is required by rich, which comes from pip
              "markdown-it-py==4.3.0 --hash=sha256:7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa --hash=sha256:91a58fa5b72c71a40cf7177250fd767480d7a2bb3ac426ccfb76fb90305fdaaa"
              # matplotlib-inline: nixpkgs has 0.1.7 and ==0.2.2 is required by ipython, which comes from pip
              "matplotlib-inline==0.2.2 --hash=sha256:3c821cf1c209f59fb2d2d64abbf5b23b67bcb2210d663f9918dd851c6da1fcf6 --hash=sha256:72f3fe8fce36b70d4a5b612f899090cd0401deddc4ea90e1572b9f4bfb058c79"
              # parso: nixpkgs has 0.8.4 and ==0.8.7 is required by jedi, which comes from pip
              "parso==0.8.7 --hash=sha256:a8926eb2a1b915486941fdbd31e86a4baf88fe8c210f25f2f35ecec5b574ca1c --hash=sha256:eaaac4c9fdd5e9e8852dc778d2d7405897ec510f2a298071453e5e3a07914bb1"
              # prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by ipython, which comes from pip
              "prompt-toolkit==3.0.53 --hash=sha256:01c0891d7f9237d5e339f7d3e42cdae80b7534abb1c7c0e3352efba6231492f2 --hash=sha256:9ec8a0ad96d5c56148b3f914aa79c1564c3fde5d2e6b876e7bc327e353cf8fa6"
              # psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by ipython, which comes from pip
              "psutil==7.2.2 --hash=sha256:0746f5f8d406af344fd547f1c8daa5f5c33dbc293bb8d6a16d80b4bb88f59372 --hash=sha256:076a2d2f923fd4821644f5ba89f059523da90dc9014e85f8e45a5774ca5bc6f9 --hash=sha256:11fe5a4f613759764e79c65cf11ebdf26e33d6dd34336f8a337aa2996d71c841 --hash=sha256:1a571f2330c966c62aeda00dd24620425d4b0cc86881c89861fbc04549e5dc63 --hash=sha256:1a7b04c10f32cc88ab39cbf606e117fd74721c831c98a27dc04578deb0c16979 --hash=sha256:1fa4ecf83bcdf6e6c8f4449aff98eefb5d0604bf88cb883d7da3d8d2d909546a --hash=sha256:2edccc433cbfa046b980b0df0171cd25bcaeb3a68fe9022db0979e7aa74a826b --hash=sha256:7b6d09433a10592ce39b13d7be5a54fbac1d1228ed29abc880fb23df7cb694c9 --hash=sha256:8c233660f575a5a89e6d4cb65d9f938126312bca76d8fe087b947b3a1aaac9ee --hash=sha256:917e891983ca3c1887b4ef36447b1e0873e70c933afc831c6b6da078ba474312 --hash=sha256:ab486563df44c17f5173621c7b198955bd6b613fb87c71c161f827d3fb149a9b --hash=sha256:ae0aefdd8796a7737eccea863f80f81e468a1e4cf14d926bd9b6f5f2d5f90ca9 --hash=sha256:b0726cecd84f9474419d67252add4ac0cd9811b04d61123054b9fb6f57df6e9e --hash=sha256:b58fabe35e80b264a4e3bb23e6b96f9e45a3df7fb7eed419ac0e5947c61e47cc --hash=sha256:c7663d4e37f13e884d13994247449e9f8f574bc4655d509c3b95e9ec9e2b9dc1 --hash=sha256:e452c464a02e7dc7822a05d25db4cde564444a67e58539a00f929c51eddda0cf --hash=sha256:e78c8603dcd9a04c7364f1a3e670cea95d51ee865e4efb3556a3a63adef958ea --hash=sha256:eb7e81434c8d223ec4a219b5fc1c47d0417b12be7ea866e24fb5ad6e84b3d988 --hash=sha256:ed0cace939114f62738d808fdcecd4c869222507e266e574799e9c0faa17d486 --hash=sha256:eed63d3b4d62449571547b60578c5b2c4bcccc5387148db46e0c2313dad0ee00 --hash=sha256:fd04ef36b4a6d599bbdb225dd1d3f51e00105f6d48a28f006da7f9822f2606d8"
              # pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "pygments==2.21.0 --hash=sha256:2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9 --hash=sha256:610ca751c9bc2492b38eb9a38a7fbc93edbbb2d7182edaf34e66ae493dee5c8c"
              # rich: nixpkgs has 14.1.0 and ==15.0.0 is required by deckhand, which comes from pip
              "rich==15.0.0 --hash=sha256:33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb --hash=sha256:edd07a4824c6b40189fb7ac9bc4c52536e9780fbbfbddf6f1e2502c31b068c36"
              # traitlets: nixpkgs has 5.14.3 and ==5.16.1 is required by ipython, which comes from pip
              "traitlets==5.16.1 --hash=sha256:ed900c2b631aa3a112811139fa97b8d2c3bad5e989656bba4b7e52c7852c18c1 --hash=sha256:f775618166caa0396c8e337099240f2bd3e5e917d203b2e6fbe21a58d3cb1f6b"
              # wcwidth: nixpkgs has 0.2.13 and ==0.9.4 is required by prompt-toolkit, which comes from pip
              "wcwidth==0.9.4 --hash=sha256:093469e01d881bff3db93ff3f56c364dc87c441ea01f9f41c22de0c0bdf5c6ef --hash=sha256:12786620375dc83fabf4b2b2aa52416fef2bc6094522ea29c8a53c75b0dfe9b6 --hash=sha256:14410eb73178cc492aa9bf22f7c12e3bf930e5470b7220cf6f530efbfa2e03f3 --hash=sha256:17619066f95c10f44d7ae08ee456602456bc66cc9d5e91966ec73d799acebc5f --hash=sha256:29c0685f5f5f8815b88308fdcbe2cd12a92996a21a5b1e18352d165174ef7a6d --hash=sha256:2b58fc8cf2de1bf9cdb68b8beaa5be198742414a7c8cd97aa51ec039783ffa49 --hash=sha256:2cca7b5d0b9d0ae49068d3ce806e965326a987f555b62eaa322223396e10d01b --hash=sha256:4831662c396dd4c59a016ec53c0ac96738006d653a00482777d9a2e2ea323d62 --hash=sha256:79e09e9824c88f5e275ca99e921685567a5c5c1bb6165c16e27ddd1adab33a95 --hash=sha256:87e4101789415a6cf55ec4c53eceeb4782c2654c88692941cb588f19dca1959f --hash=sha256:8f892713ab5795d3abae181e9c02db0eb24de4084f9ee080535369d3d98d7bb5 --hash=sha256:901eace6d2dd25ebb917d0ce5db18e5c537e1504c905cf32f0d006c12098b05d --hash=sha256:9c4b0dd04cca520792100f6110d10be262c94b285a281d1759c551f159214633 --hash=sha256:9e5090d253f5df99659cddfd3ed90dd21f6ff51989b0421331a63fb2681cbe27 --hash=sha256:a1526cd25c6420e5153bb7d764c7509e692215ee3ad9b725db1ad665d47eae09 --hash=sha256:a8c9ce14c6b4a499e61de6de7e9e456de11be8bc991554e2ab2ed4feb40b9664 --hash=sha256:ab1e5190fb82476e75fbf963e9d59b4fb1c1e1f4ced82069a0c989016aa959f7 --hash=sha256:b185c8b927b23af2721be1783499d1cfa5c028b098b0858951b4ae224477f1c2 --hash=sha256:b52f265a694dda6b3ad9050c8bd89158ad519109ef7c5eb110b906cc49f25763 --hash=sha256:b7969c9aa258d536df54c8ac8af5cad0c74a6268c9972e1fb60a5f29feffb66d --hash=sha256:befbf46467100e43fd8c8cc0c031a0105f13f5418c3be95fdcf0c47214487967 --hash=sha256:c36954849aafae1092d6f9de9548c5280c1d6841637a27ca288b2241c802c4ab --hash=sha256:d68f09093c9bec9226a52edc47487042ed4f64c5df91d06f00419495071c0279 --hash=sha256:d76b7c715c5ca0103b28915f699f1020ae21f06f1d22cdd85a7a97f7b1536eed --hash=sha256:d8905f1390d828d745fdd1904374c90386d902d3cfa9ee88e9875099f75a4e17 --hash=sha256:e05458491759aa42b7b85f36345b3e6df082d6d2d9bf616299668fd598e0209d --hash=sha256:f279f32c8e206a9092fa350e53ca0c2bd8072e45b1c9fd31bb6d476b59b591c4 --hash=sha256:f28d77153303450ee13ebbe888297e75cf532c754555b6cabafc9bdda16c421c --hash=sha256:fd8d57d3cdfe570e3265c8fab1885c24e34ef40889c0759c0c304a19e9835954"
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
            ' ${requirements} ${lib.escapeShellArg "./libs/deckhand harbours moonphase"} > $out
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
