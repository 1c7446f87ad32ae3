"""Answers questions about pylock.toml files with packaging.pylock: a JSON question a line, a JSON answer a line.

The first line of the answers is the tool. Questions: ["valid", TEXT], and ["select", TEXT, ENVIRONMENT, EXTRAS, GROUPS].
"""

import json
import sys
import tomllib

import packaging
from packaging.pylock import Pylock, PylockSelectError, PylockValidationError


def read(text):
    return Pylock.from_dict(tomllib.loads(text))


def files_of(package):
    if package.archive:
        return [package.archive]
    return [*([package.sdist] if package.sdist else []), *(package.wheels or [])]


def shown(package):
    hashes = sorted(f"{algorithm}:{digest}" for file in files_of(package) for algorithm, digest in file.hashes.items())
    return [package.name, None if package.version is None else str(package.version), hashes]


def select(lock, environment, extras, groups):
    try:
        return [shown(package) for package, _ in lock.select(
            environment=environment, tags=[], extras=extras, dependency_groups=groups,
            prefer_sdist_predicate=lambda name: True)]
    except PylockSelectError as error:
        if not str(error).startswith("No wheel found"):
            return str(error).split(" ")[0]
    # Which file is taken is not asked: the packages are.
    chosen = {"extras": frozenset(extras),
              "dependency_groups": frozenset(lock.default_groups or [] if groups is None else groups)}
    return [shown(package) for package in lock.packages
            if not package.marker or package.marker.evaluate({**environment, **chosen}, context="lock_file")]


def answer(kind, text, *arguments):
    try:
        lock = read(text)
    except (PylockValidationError, tomllib.TOMLDecodeError):
        return None
    return True if kind == "valid" else select(lock, *arguments)


print(json.dumps(f"packaging {packaging.__version__}"))
for line in sys.stdin:
    print(json.dumps(answer(*json.loads(line))))
