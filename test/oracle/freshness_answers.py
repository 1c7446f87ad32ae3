"""The digest that Poetry, PDM or Pipenv makes of a manifest for its lock.

Reads one JSON string a line, the text of a manifest, and prints for each the digest, or null where the tool cannot make
one. The first line printed is the tool's version. The argument is the tool, which the Python that runs this has.
"""

import contextlib
import io
import json
import os
import pathlib
import sys
import tempfile

TOOL = sys.argv[1]
FOLDER = pathlib.Path(tempfile.mkdtemp())
os.environ.update({"HOME": str(FOLDER), "PDM_CHECK_UPDATE": "0", "PIPENV_PIPFILE": str(FOLDER / "Pipfile")})


def version():
    if TOOL == "poetry":
        try:
            from poetry.__version__ import __version__
        except ImportError:
            from poetry import __version__
    elif TOOL == "pdm":
        from pdm.__version__ import __version__
    else:
        from pipenv.__version__ import __version__
    return __version__


def poetry():
    """The locker of the project; where Poetry refuses the manifest for another reason, a locker of the bare data."""
    from poetry.factory import Factory

    try:
        return Factory().create_poetry(FOLDER).locker._content_hash
    except TypeError:
        raise
    except Exception:
        from poetry.packages.locker import Locker

        if version() < "1.2":
            import tomlkit

            data = tomlkit.parse((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))
        else:
            from poetry.core.pyproject.toml import PyProjectTOML

            data = PyProjectTOML(FOLDER / "pyproject.toml").data
        if version() < "2":
            data = data["tool"]["poetry"]
        return Locker(FOLDER / "poetry.lock", data)._content_hash


def pdm():
    from pdm.core import Core

    project = Core().create_project(FOLDER)
    if hasattr(project, "get_content_hash"):
        return project.get_content_hash("sha256")
    if hasattr(project, "pyproject_content_hash"):
        return project.pyproject_content_hash("sha256")
    return project.pyproject.content_hash("sha256")


def pipenv():
    from pipenv.project import Project

    project = Project(chdir=False)
    if hasattr(project, "calculate_pipfile_hash"):
        return project.calculate_pipfile_hash()
    return project.pipfile.calculate_hash()


FILE = FOLDER / ("Pipfile" if TOOL == "pipenv" else "pyproject.toml")
ask = {"poetry": poetry, "pdm": pdm, "pipenv": pipenv}[TOOL]
answers = [version()]
for line in sys.stdin:
    FILE.write_text(json.loads(line), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            answers.append(ask())
    except Exception as error:
        if os.environ.get("PY2NIX_ORACLE_SHOW_ERRORS"):
            print(repr(error), file=sys.stderr)
        answers.append(None)
for answer in answers:
    print(json.dumps(answer))
