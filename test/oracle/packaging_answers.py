"""Answers cases with the `packaging` library.

Reads one JSON array a line, its first item naming the question, and prints one JSON line for each. A text that
the library refuses is answered with null, an error of another kind with {"crash": its name}. The first line
printed is the library's version. ["environments", [...]] sets what markers are evaluated in and has no answer.
"""

import json
import sys
import sysconfig

import packaging
from packaging import _manylinux, _musllinux, tags, utils
from packaging._parser import Variable
from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

environments = []


def version(text):
    try:
        return Version(text)
    except InvalidVersion:
        return None


def versions(a, b):
    a, b = version(a), version(b)
    order = None if a is None or b is None else (a > b) - (a < b)
    return [a and str(a), b and str(b), order]


def contains(specifiers, text):
    try:
        parsed = SpecifierSet(specifiers)
    except InvalidSpecifier:
        return None
    return [parsed.contains(text, prereleases=choice) for choice in (None, True, False)]


def possible(specifiers):
    try:
        return not SpecifierSet(specifiers, prereleases=True).is_unsatisfiable()
    except InvalidSpecifier:
        return None


def structure(node):
    """A marker as nested lists: ["or", ...], ["and", ...], [operator, operand, operand], a variable as [name]."""
    if isinstance(node, tuple):
        left, operator, right = node
        return [str(operator), operand(left), operand(right)]
    groups = [[]]
    for item in node:
        if item == "or":
            groups.append([])
        elif item != "and":
            groups[-1].append(structure(item))
    return joined("or", [joined("and", group) for group in groups])


def joined(kind, items):
    return items[0] if len(items) == 1 else [kind, *items]


def operand(node):
    return [str(node)] if isinstance(node, Variable) else str(node)


def requirement(text):
    try:
        parsed = Requirement(text)
    except InvalidRequirement:
        return None
    return {
        "name": parsed.name,
        "extras": sorted(parsed.extras),
        "specifier": [[clause.operator, clause.version] for clause in parsed.specifier],
        "url": parsed.url,
        "marker": parsed.marker and structure(parsed.marker._markers),
    }


def evaluate(text):
    try:
        marker = Marker(text)
    except InvalidMarker:
        return None
    return [holds(marker, environment) for environment in environments]


def holds(marker, environment):
    sets = {key: frozenset(value) for key, value in environment.items() if isinstance(value, list)}
    try:
        return marker.evaluate({**environment, **sets}, context="requirement")
    except (UndefinedComparison, UndefinedEnvironmentName):
        return None


def name(text):
    try:
        utils.canonicalize_name(text, validate=True)
        valid = True
    except utils.InvalidName:
        valid = False
    return [utils.canonicalize_name(text), valid]


def pair(text):
    return tuple(int(number) for number in text.split("."))


PYTHON_PLATFORMS = {"i686-linux": "linux-i686", "powerpc64le-linux": "linux-ppc64le"}


def platforms(system, glibc, macos):
    processor, kernel = system.split("-")
    if kernel == "darwin":
        return list(tags.mac_platforms(pair(macos), {"aarch64": "arm64"}.get(processor, processor)))
    # What the library finds out about the machine it runs on, replaced by what the system is.
    sysconfig.get_platform = lambda: PYTHON_PLATFORMS.get(system, f"linux-{processor}")
    _manylinux._get_glibc_version = lambda: _manylinux._GLibCVersion(*pair(glibc))
    _manylinux._have_compatible_abi = lambda executable, processors: True
    _manylinux._get_manylinux_module = lambda: None
    _musllinux._get_musl_version = lambda executable: None
    return list(tags._linux_platforms(is_32bit=False))


def compatible(python, system, glibc, macos):
    interpreter = f"cp{python.replace('.', '')}"
    supported = platforms(system, glibc, macos)
    yield from tags.cpython_tags(pair(python), [interpreter], supported)
    yield from tags.compatible_tags(pair(python), interpreter, supported)


def tag_list(python, system, glibc, macos):
    return [str(tag) for tag in compatible(python, system, glibc, macos)]


def wheel(file_name):
    try:
        return sorted(str(tag) for tag in utils.parse_wheel_filename(file_name)[3])
    except utils.InvalidWheelFilename:
        return None


def priorities(file_names, python, system, glibc, macos):
    ranks = {}
    for rank, tag in enumerate(compatible(python, system, glibc, macos)):
        ranks.setdefault(tag, rank)
    return [priority(file_name, ranks) for file_name in file_names]


def priority(file_name, ranks):
    try:
        wanted = utils.parse_wheel_filename(file_name)[3]
    except utils.InvalidWheelFilename:
        return None
    return min((ranks[tag] for tag in wanted if tag in ranks), default=None)


QUESTIONS = {
    "versions": versions,
    "contains": contains,
    "possible": possible,
    "requirement": requirement,
    "evaluate": evaluate,
    "name": name,
    "tags": tag_list,
    "wheel": wheel,
    "priorities": priorities,
}


def main():
    print(json.dumps(f"packaging {packaging.__version__}"))
    for line in sys.stdin:
        question, *arguments = json.loads(line)
        if question == "environments":
            environments[:] = arguments[0]
            continue
        try:
            answer = QUESTIONS[question](*arguments)
        except Exception as error:
            answer = {"crash": type(error).__name__}
        print(json.dumps(answer))


main()
