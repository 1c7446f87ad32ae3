"""Print what the Python that runs this finds, as JSON: look.py FOLDER DISTRIBUTION ...

imports: the file of each module that the project's own sources import.
distributions: the version of each distribution, and the real path of its metadata (null where there is none).
"""

import ast
import importlib
import importlib.metadata
import json
import pathlib
import sys

folder, names = pathlib.Path(sys.argv[1]), sys.argv[2:]
sys.path.insert(0, str(folder))

wanted = set()
for path in folder.rglob("*.py"):
    if ".venv" in path.parts:
        continue
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            wanted.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            wanted.add(node.module)

imports = {name: getattr(importlib.import_module(name), "__file__", None) for name in sorted(wanted)}


def look_up(name):
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    return {"version": found.version, "place": str(pathlib.Path(found._path).resolve())}


print(json.dumps({"imports": imports, "distributions": {name: look_up(name) for name in names}}))
