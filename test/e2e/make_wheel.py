"""Make a small wheel: make_wheel.py FOLDER JSON, see `Wheel` in nix.ts."""

import json
import pathlib
import sys
import zipfile

folder, wheel = pathlib.Path(sys.argv[1]), json.loads(sys.argv[2])
stem = f"{wheel['name'].replace('-', '_')}-{wheel['version']}"
info = f"{stem}.dist-info"
requires = "".join(f"Requires-Dist: {text}\n" for text in wheel.get("requires", []))
files = {
    **{f"{name}.py": text for name, text in wheel.get("modules", {}).items()},
    f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {wheel['name']}\nVersion: {wheel['version']}\n{requires}",
    f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: py2nix\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{info}/entry_points.txt": "\n".join(["[console_scripts]", *wheel.get("scripts", []), ""]),
}
files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as archive:
    for name, text in files.items():
        archive.writestr(name, text)
