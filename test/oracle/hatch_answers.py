"""What Hatch makes of environments: a JSON question a line, a JSON answer a line, the tool's version first.

A question is the files of a project by their paths. The answer has for each environment of its tables what it depends
on (dependency groups included), the extras that it takes, and whether it is without the project; for the default one
its Python too. It is null where Hatch refuses the project. The folder of the project is `file:///OUTER/ROOT` in it.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib
from importlib.metadata import version

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from core_metadata import text_of
from packaging.dependency_groups import resolve_dependency_groups
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def texts_of(lines, root):
    """The requirements, the folder of the project being `/OUTER/ROOT`."""
    outer = root.parent
    return [
        text_of(Requirement(line.replace(outer.as_uri(), "file:///OUTER").replace(f"/{root.name}", "/ROOT")))
        for line in lines
    ]


def tables(root):
    document = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    hatch = document.get("tool", {}).get("hatch", {})
    if (root / "hatch.toml").is_file():
        hatch |= tomllib.loads((root / "hatch.toml").read_text("utf-8"))
    return document, hatch


def answer(files):
    with tempfile.TemporaryDirectory() as temp:
        root = pathlib.Path(temp).resolve() / "project"
        for path, text in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        environment = {"PATH": os.environ["PATH"], "HOME": temp, "NO_COLOR": "1"}
        done = subprocess.run([sys.executable, "-B", "-m", "hatch", "env", "show", "--json"], cwd=root, text=True,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # Features and groups that are not there are found out when the environment is used.
        table = subprocess.run([sys.executable, "-B", "-m", "hatch", "env", "show", "--ascii"], cwd=root, text=True,
                               env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode or table.returncode:
            if os.environ.get("SHOW"):
                print((done.stderr + table.stderr).strip().splitlines()[-1:], file=sys.stderr)
            return None
        shown = json.loads(done.stdout)
        document, hatch = tables(root)
        answers = {}
        for name in hatch.get("envs", {}):
            found = shown.get(name) or next(
                config for other, config in shown.items() if other.startswith(f"{name}."))
            groups = found.get("dependency-groups", [])
            listed = [*found.get("dependencies", []), *found.get("extra-dependencies", [])]
            for group in groups:
                listed += resolve_dependency_groups(document.get("dependency-groups", {}), group)
            answers[name] = {
                "requirements": sorted(set(texts_of(listed, root))),
                "features": sorted({canonicalize_name(feature) for feature in found.get("features", [])}),
                "alone": found.get("skip-install", False),
                **({"python": found.get("python", "")} if name == "default" else {}),
            }
        return answers


print(json.dumps(f"hatch {version('hatch')}"))
for question in sys.stdin:
    print(json.dumps(answer(json.loads(question))), flush=True)
