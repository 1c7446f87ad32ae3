"""What PDM and Pipenv export of a lock file: a JSON question a line, a JSON answer a line.

The first line of the answers is the tool. A question is [FOLDER, LOCK FILE, ARGUMENTS, ENVIRONMENTS]; the answer has for
each package its name, version, whether its marker holds in each environment, and hashes. The tool is the one that
the Python which runs this has.
"""

import contextlib
import functools
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from importlib.metadata import PackageNotFoundError, version

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BIN = pathlib.Path(sys.executable).parent
TEMP = pathlib.Path(tempfile.mkdtemp())


def run(program, *arguments, cwd):
    env = {**os.environ, "PDM_CHECK_UPDATE": "0", "PDM_IGNORE_SAVED_PYTHON": "1", "VIRTUAL_ENV": str(BIN.parent),
           "PIPENV_VERBOSITY": "-1", "PIPENV_IGNORE_VIRTUALENVS": "0", "HOME": str(TEMP)}
    done = subprocess.run([BIN / program, *arguments], cwd=cwd, env=env, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.returncode:
        sys.exit(f"{program} {' '.join(arguments)}\n{done.stderr}{done.stdout}")
    return done.stdout


@functools.cache
def copy_of(folder):
    copy = TEMP / pathlib.Path(folder).name
    shutil.copytree(folder, copy)
    return copy


@functools.cache
def pdm_hashes(folder, lock):
    """The hashes that the export would print: it refuses to print any where one package has none."""
    from pdm.core import Core

    with contextlib.chdir(folder), contextlib.redirect_stderr(io.StringIO()):
        project = Core().create_project(folder)
        project.set_lockfile(folder / lock)
        found = {}
        for entry in project.get_locked_repository().packages.values():
            can = entry.candidate
            found.setdefault((can.req.key, can.version), set()).update(item["hash"] for item in can.hashes)
        return found


def read_line(line):
    """Name or place, version, marker and hashes of a line of requirements."""
    hashes = re.findall(r"--hash=(\S+)", line)
    line = re.sub(r"\s*--hash=\S+", "", line).removeprefix("-e ").strip()
    if re.match(r"[./]|\w+://", line):
        place, _, marker = line.partition("; ")
        egg = re.search(r"#egg=([\w.-]+)", place)
        return (egg[1] if egg else place.split("#")[0]).strip(), None, marker, hashes
    requirement = Requirement(line)
    pin = next((clause.version for clause in requirement.specifier), None)
    return canonicalize_name(requirement.name), pin, str(requirement.marker or ""), hashes


def answer(folder, lock, arguments, environments):
    copy = copy_of(folder)
    if TOOL.startswith("pdm"):
        text = run("pdm", "export", "--no-hashes", "-L", lock, *arguments, cwd=copy)
        hashes_of = pdm_hashes(copy, lock)
    else:
        text = run("pipenv", "requirements", "--hash", "--exclude-index", *arguments, cwd=copy)
        hashes_of = None
    packages = {}
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip() or line.startswith(("#", "--")):
            continue
        name, pin, marker, hashes = read_line(line)
        truths = [not marker or Marker(marker).evaluate(environment) for environment in environments]
        if hashes_of is not None:
            hashes = hashes_of.get((name, pin), [])
        known = packages.setdefault((name, pin), ([False] * len(truths), set()))
        # A package is there twice where its extras are wanted in fewer places than itself.
        packages[name, pin] = ([a or b for a, b in zip(known[0], truths)], known[1] | set(hashes))
    return sorted([name, pin, "".join("01"[truth] for truth in truths), sorted(hashes)]
                  for (name, pin), (truths, hashes) in packages.items())


def tool():
    for name in ("pdm", "pipenv"):
        with contextlib.suppress(PackageNotFoundError):
            return f"{name} {version(name)}"
    sys.exit("neither PDM nor Pipenv is here")


TOOL = tool()
print(json.dumps(TOOL))
for question in sys.stdin:
    print(json.dumps(answer(*json.loads(question))))
shutil.rmtree(TEMP)
