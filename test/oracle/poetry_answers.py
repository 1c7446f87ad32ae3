"""Answers cases with Poetry's own reading of constraints (poetry-core).

Reads one JSON array a line and prints one JSON line for each; the first line printed is the library's version.
["allows", constraint, [version, ...]]: whether the constraint has each version, or null when it is refused.
["python", constraint, [interpreter, ...]]: whether the marker that Poetry makes of a range of interpreters holds
on each of them, or null when the range is refused.
"""

import json
import sys

import poetry.core
from poetry.core.constraints.version import Version, parse_constraint
from poetry.core.constraints.version.exceptions import ParseConstraintError
from poetry.core.packages.utils.utils import create_nested_marker
from poetry.core.version.markers import parse_marker


def parsed(text):
    try:
        return parse_constraint(text)
    except (ParseConstraintError, ValueError):
        return None


def allows(text, versions):
    constraint = parsed(text)
    return None if constraint is None else [constraint.allows(Version.parse(version)) for version in versions]


def python(text, interpreters):
    constraint = parsed(text)
    if constraint is None:
        return None
    if constraint.is_empty():
        return [False for _ in interpreters]
    marker = parse_marker(create_nested_marker("python_version", constraint))
    return [
        marker.validate({"python_version": ".".join(full.split(".")[:2]), "python_full_version": full})
        for full in interpreters
    ]


def answer(name, *arguments):
    try:
        return {"allows": allows, "python": python}[name](*arguments)
    except Exception as error:
        return {"crash": type(error).__name__}


print(json.dumps(f"poetry-core {poetry.core.__version__}"))
for line in sys.stdin:
    print(json.dumps(answer(*json.loads(line))))
