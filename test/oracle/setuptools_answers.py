"""What setuptools makes of projects: a JSON question a line, a JSON answer a line, the tool's version first.

A question is [FILES, MACHINES], files by their paths; the answer is that of core_metadata.describe, or null where
setuptools refuses the project.
"""

import contextlib
import email
import io
import json
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import setuptools
import setuptools.build_meta
from core_metadata import describe


def metadata(folder):
    os.chdir(folder)
    sys.path.insert(0, folder)
    where = tempfile.mkdtemp(dir=folder)
    name = setuptools.build_meta.__legacy__.prepare_metadata_for_build_wheel(where)
    return email.message_from_string(pathlib.Path(where, name, "METADATA").read_text("utf-8"))


def answer(files, machines):
    with tempfile.TemporaryDirectory() as temp:
        folder = os.path.join(temp, "project")
        for path, text in files.items():
            target = pathlib.Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        found = metadata(folder)
    return describe(
        found.get_all("Requires-Dist", []), found.get_all("Provides-Extra", []), found["Requires-Python"], machines
    )


def in_child(files, machines):
    """setuptools keeps what it read: each project has a process of its own."""
    read, write = os.pipe()
    if os.fork() == 0:
        os.close(read)
        output, trouble = None, ""
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                output = answer(files, machines)
        except BaseException as error:
            trouble = f"{type(error).__name__}: {error}"
        with os.fdopen(write, "w") as pipe:
            json.dump([output, trouble], pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        output, trouble = json.load(pipe)
    os.wait()
    if trouble and os.environ.get("SHOW"):
        print(trouble.replace("\n", " ")[:300], file=sys.stderr)
    return output


print(json.dumps(f"setuptools {setuptools.__version__}"))
for question in sys.stdin:
    print(json.dumps(in_child(*json.loads(question))), flush=True)
