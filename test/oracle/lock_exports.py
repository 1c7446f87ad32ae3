"""What PDM, Pipenv and Poetry export of a lock file: a JSON question a line, a JSON answer a line.

The argument is the tool, which the Python that runs this has. A question is [FOLDER, LOCK FILE, ARGUMENTS, ENVIRONMENTS]; the answer has for each package its name (or its place, where no name is told), version,
whether its marker holds in each environment, and hashes. The first line of the answers is the tool with its version.
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

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

try:
    from importlib.metadata import version
except ImportError:
    from importlib_metadata import version

BIN = pathlib.Path(sys.executable).parent
TEMP = pathlib.Path(tempfile.mkdtemp())
FIXTURES = pathlib.Path(__file__).resolve().parent.parent.parent / "fixtures"


os.environ.update({"PDM_CHECK_UPDATE": "0", "PDM_IGNORE_SAVED_PYTHON": "1", "VIRTUAL_ENV": str(BIN.parent),
                   "PIPENV_VERBOSITY": "-1", "PIPENV_IGNORE_VIRTUALENVS": "0", "HOME": str(TEMP),
                   "POETRY_WARNINGS_EXPORT": "false", "POETRY_VIRTUALENVS_CREATE": "false"})


def run(main, *arguments):
    """What a program writes into the file that it is told, in this process: starting it takes longer than all it does."""
    file = TEMP / "export.txt"
    said = io.StringIO()
    sys.argv = [TOOL, *arguments, "-o", str(file)]
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            status = main()
        except SystemExit as stop:
            status = stop.code
    if status:
        sys.exit(f"{' '.join(sys.argv)}\n{said.getvalue()}")
    text = file.read_text()
    file.unlink()
    return text


@functools.lru_cache(maxsize=None)
def copy_of(folder):
    """The fixture in a copy of all that it lies in: projects name the folders beside them."""
    top = pathlib.Path(folder).relative_to(FIXTURES).parts[0]
    if not (TEMP / top).exists():
        shutil.copytree(str(FIXTURES / top), str(TEMP / top))
    return TEMP / pathlib.Path(folder).relative_to(FIXTURES)


@functools.lru_cache(maxsize=None)
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


def export(folder, lock, arguments):
    """The exported text, and the hashes where the text has none."""
    os.chdir(str(folder))
    if TOOL == "pdm":
        from pdm.core import main

        return run(main, "export", "--no-hashes", "-L", lock, *arguments), pdm_hashes(folder, lock)
    if TOOL == "poetry":
        try:
            from poetry.console.application import main
        except ImportError:
            from poetry.console import main

        return run(main, "export", "-n", "-f", "requirements.txt", *arguments), None
    command = [str(BIN / "pipenv"), "requirements", "--hash", "--exclude-index", *arguments]
    return subprocess.run(command, universal_newlines=True, check=True, stdout=subprocess.PIPE).stdout, None


def read_line(line):
    """Name or place, version, marker and hashes of a line of requirements."""
    hashes = re.findall(r"--hash=(\S+)", line)
    # Poetry up to 1.1 writes no space before the marker of a URL.
    line = re.sub(r"(\S);\s", r"\1 ; ", re.sub(r"\s*--hash=\S+", "", line)).strip()
    if line.startswith("-e ") or re.match(r"[./]|\w+://", line):
        place, _, marker = re.sub(r"^-e ", "", line).partition(" ; ")
        egg = re.search(r"#egg=([\w.-]+)", place)
        # Poetry names a folder by its absolute URL.
        folder = canonicalize_name(place.rsplit("/", 1)[1]) if place.startswith("file://") else place.split("#")[0]
        return (egg.group(1) if egg else folder).strip(), None, marker, hashes
    requirement = Requirement(line)
    pin = next((clause.version for clause in requirement.specifier), None)
    return canonicalize_name(requirement.name), pin, str(requirement.marker or ""), hashes


exported = functools.lru_cache(maxsize=None)(export)


def answer(folder, lock, arguments, environments):
    text, hashes_of = exported(copy_of(folder), lock, tuple(arguments))
    packages = {}
    for line in text.replace("\\\n", " ").splitlines():
        if not line.strip() or line.startswith(("#", "--")):
            continue
        name, pin, marker, hashes = read_line(line)
        truths = [not marker or Marker(marker).evaluate(environment) for environment in environments]
        if hashes_of is not None:
            hashes = hashes_of.get((name, pin), [])
        # Whether Poetry writes hashes of what comes from no index differs by release.
        if TOOL == "poetry" and pin is None:
            hashes = []
        known = packages.setdefault((name, pin), ([False] * len(truths), set()))
        # A package is there twice where its extras are wanted in fewer places than itself.
        packages[name, pin] = ([a or b for a, b in zip(known[0], truths)], known[1] | set(hashes))
    return sorted(([name, pin, "".join("01"[truth] for truth in truths), sorted(hashes)]
                   for (name, pin), (truths, hashes) in packages.items()), key=str)


TOOL = sys.argv[1]
print(json.dumps(f"{TOOL} {version(TOOL)}"))
for question in sys.stdin:
    print(json.dumps(answer(*json.loads(question))))
shutil.rmtree(str(TEMP))
