"""What uv says of locks and manifests: whether a lock still is the one of a manifest.

The first line of the input is a list of folders, each a table of file names to texts, of which the first is locked. For
each of the others the answer is its lock, whether `uv lock --check` takes the first lock for it, and whether it takes
its lock for the first one; null where uv refuses to lock it. The packages that the manifests may ask for are wheels
without content. The first line printed is uv's version.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

UV = pathlib.Path(sys.executable).parent / "uv"
TEMP = pathlib.Path(tempfile.mkdtemp())
WHEELS = TEMP / "wheels"
ENV = {**{key: value for key, value in os.environ.items() if not key.startswith("UV_")}, "UV_NO_CONFIG": "1",
       "UV_OFFLINE": "1", "UV_PYTHON_DOWNLOADS": "never", "UV_PYTHON": sys.executable, "UV_CACHE_DIR": str(TEMP / "cache")}


def wheel(name, version):
    base, info = name.replace("-", "_"), f"{name.replace('-', '_')}-{version}.dist-info"
    files = {
        f"{base}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: fast\nProvides-Extra: slow\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(WHEELS / f"{base}-{version}-py3-none-any.whl", "w") as archive:
        for file, text in files.items():
            archive.writestr(zipfile.ZipInfo(file), text)


def lock(folder, *options):
    return subprocess.run([UV, "lock", "--no-index", "--find-links", "../wheels", *options], cwd=folder, env=ENV,
                          capture_output=True, text=True)


def write(tables, name):
    folder = TEMP / name
    shutil.rmtree(folder, ignore_errors=True)
    for file, text in tables.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


WHEELS.mkdir()
for package in ("alpha", "beta", "gamma", "delta-kit", "pytest", "ruff", "harbours"):
    for release in ("1.0", "1.5", "2.0", "3.1"):
        wheel(package, release)
print(json.dumps(subprocess.run([UV, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]))
cases = json.loads(sys.stdin.readline())
base = None
for tables in cases:
    folder = write(tables, "project")
    done = lock(folder)
    if done.returncode:
        if os.environ.get("PY2NIX_ORACLE_SHOW_ERRORS"):
            print(done.stderr, file=sys.stderr)
        print("null")
        continue
    text = (folder / "uv.lock").read_text(encoding="utf-8")
    base = base or text
    (folder / "uv.lock").write_text(base, encoding="utf-8")
    forward = lock(folder, "--check").returncode == 0
    first = write(cases[0], "first")
    (first / "uv.lock").write_text(text, encoding="utf-8")
    print(json.dumps([text, forward, lock(first, "--check").returncode == 0]))
