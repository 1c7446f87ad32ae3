"""Expands dependency groups with the `packaging` library.

Reads one JSON object a line, group names to entries, and prints for each the requirements of every group, or null
where the library refuses one of them. The first line printed is the library's version.
"""

import json
import sys

import packaging
from packaging.dependency_groups import resolve_dependency_groups

print(json.dumps(f"packaging {packaging.__version__}"))
for line in sys.stdin:
    groups = json.loads(line)
    try:
        print(json.dumps([list(resolve_dependency_groups(groups, name)) for name in groups]))
    except Exception:
        print("null")
