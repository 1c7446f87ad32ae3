"""What Flit makes of projects: a JSON question a line, a JSON answer a line, the tool's version first.

A question is [FILES, MACHINES], files by their paths; the answer is that of core_metadata.describe, or null where
Flit refuses the project. Its version 3 is the last one that reads [tool.flit.metadata].
"""

import json
import logging
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import flit_core
from core_metadata import describe
from flit_core.config import read_flit_config

logging.disable(logging.CRITICAL)


def answer(files, machines):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = pathlib.Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        try:
            config = read_flit_config(pathlib.Path(folder, "pyproject.toml"))
            found = config.metadata
            extras = found.get("provides_extra", [])
            return describe(found.get("requires_dist", []), extras, found.get("requires_python"), machines)
        except Exception as error:
            if os.environ.get("SHOW"):
                print(f"{type(error).__name__}: {error}", file=sys.stderr)
            return None


print(json.dumps(f"flit_core {flit_core.__version__}"))
for question in sys.stdin:
    print(json.dumps(answer(*json.loads(question))))
