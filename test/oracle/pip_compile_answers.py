"""The graphs of compiled requirements files by the packages' own metadata: a JSON question a line, a JSON answer a line.

The first line of the answers is the tool. A question is an object:

    pins     [name, version, marker or null] of each package of the index
    local    for a package from elsewhere, by name, its pyproject.toml, or null where it needs nothing
    roots    requirements files, or [pyproject.toml, extras, groups]; where the project has a line itself
             [pyproject.toml, null, groups, extras]
    python   the one that it was compiled with, or `3.11+` for a file for all from there on

The answer has who needs whom, what is asked for directly, and what is needed and not in the file.

pip, that of the Python which runs this, is asked for the metadata; which of a package's requirements hold is worked
out here, with `packaging`. Needs a network.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import pip
from pip._internal.network.session import PipSession
from pip._internal.req import parse_requirements
from pip._vendor.packaging.markers import Marker
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

PLATFORMS = {
    "linux": ("posix", "Linux", "x86_64"),
    "darwin": ("posix", "Darwin", "arm64"),
    "win32": ("nt", "Windows", "AMD64"),
    "emscripten": ("posix", "Emscripten", "wasm32"),
    "cygwin": ("posix", "CYGWIN_NT-10.0", "x86_64"),
}
PYTHONS = ["3.10.14", "3.11.2", "3.11.9", "3.12.4", "3.13.1", "3.14.0"]
KNOWN = {}


def environment(python, platform, implementation):
    os_name, system, machine = PLATFORMS[platform]
    return {
        "implementation_name": implementation.lower(), "implementation_version": python, "os_name": os_name,
        "platform_machine": machine, "platform_python_implementation": implementation, "platform_release": "",
        "platform_system": system, "platform_version": "", "python_full_version": python,
        "python_version": ".".join(python.split(".")[:2]), "sys_platform": platform,
    }


def environments(python):
    if not python.endswith("+"):
        return [environment(python, "linux", "CPython")]
    return [environment(version, platform, implementation)
            for version in PYTHONS if minor(version) >= minor(python.removesuffix("+"))
            for platform in PLATFORMS for implementation in ("CPython", "PyPy")]


def minor(version):
    return int(version.split(".")[1])


def report(pins, version):
    """The metadata of the pins (each name once) as pip reads it; None where one has no wheel for the version of Python."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed", "--no-deps",
             "--ignore-requires-python", "--python-version", version, "--only-binary", ":all:", "--target", folder,
             "--report", "-", *(f"{name}=={release}" for name, release in pins)],
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        return None
    return {canonicalize_name(item["metadata"]["name"]): item["metadata"] for item in json.loads(done.stdout)["install"]}


def learn(pins, python):
    """Asks pip for what is not known yet; where a release was built for an older Python only, for that one's wheel."""
    version = "3.12" if python.endswith("+") else ".".join(python.split(".")[:2])
    left = list(dict.fromkeys(tuple(pin) for pin in pins if tuple(pin) not in KNOWN))
    while left:
        batch = list({name: (name, release) for name, release in reversed(left)}.values())
        found = report(batch, version)
        for pin in [] if found else batch:
            single = next((data for data in (report([pin], at) for at in (version, "3.11", "3.9")) if data), None)
            found = {**(found or {}), **(single or sys.exit(f"pip does not find {pin}"))}
        for name, release in batch:
            KNOWN[name, release] = [Requirement(line) for line in found[name].get("requires_dist", [])]
        left = [pin for pin in left if pin not in KNOWN]


def table(path):
    project = tomllib.loads(pathlib.Path(path).read_text())["project"]
    requires = [Requirement(line) for line in project.get("dependencies", [])]
    for extra, lines in project.get("optional-dependencies", {}).items():
        for line in lines:
            requirement = Requirement(line)
            condition = f'extra == "{extra}"'
            whole = f"({requirement.marker}) and {condition}" if requirement.marker else condition
            requirement.marker = Marker(whole)
            requires.append(requirement)
    return canonicalize_name(project["name"]), requires


def group_of(path, group):
    tables = tomllib.loads(pathlib.Path(path).read_text())
    lines = list(tables.get("tool", {}).get("uv", {}).get("dev-dependencies", []) if group == "dev" else [])
    for item in tables.get("dependency-groups", {})[group]:
        lines += [item] if isinstance(item, str) else group_of(path, item["include-group"])
    return lines


def wanted(requires, extras, env):
    return [requirement for requirement in requires
            if not requirement.marker
            or any(requirement.marker.evaluate({**env, "extra": extra}) for extra in ("", *extras))]


def roots_of(roots, names, env):
    """The requirements of the inputs that hold; a project's own extras are taken apart where it has no line itself."""
    found, own_found = [], []
    for root in roots:
        if isinstance(root, str):
            for parsed in parse_requirements(root, PipSession()):
                if not parsed.constraint:
                    text = parsed.requirement
                    if parsed.is_editable or text.startswith((".", "file:")):
                        folder = pathlib.Path(root).parent / text.removeprefix("file:")
                        found.append(Requirement(table(folder / "pyproject.toml")[0]))
                    else:
                        found.append(Requirement(text))
            continue
        name, requires = table(root[0])
        found += [Requirement(line) for group in root[2] for line in group_of(root[0], group)]
        if root[1] is None:
            found.append(Requirement(f"{name}[{','.join(root[3])}]"))
            continue
        asked = set(root[1])
        while True:
            own = wanted(requires, asked, env)
            more = {extra for requirement in own if canonicalize_name(requirement.name) == name
                    for extra in requirement.extras}
            if name in names or more <= asked:
                break
            asked |= more
        own_found += [requirement for requirement in own
                      if name in names or canonicalize_name(requirement.name) != name]
    return wanted(found, (), env) + own_found


def answer(question):
    python = question["python"]
    learn([pin[:2] for pin in question["pins"]], python)
    names = {pin[0] for pin in question["pins"]} | set(question["local"])
    edges, direct, missing = set(), set(), set()
    for env in environments(python):
        needs = {name: table(path)[1] if path else [] for name, path in question["local"].items()}
        for name, release, marker in question["pins"]:
            if not marker or Marker(marker).evaluate(env):
                needs[name] = KNOWN[name, release]
        roots = roots_of(question["roots"], names, env)
        direct |= {canonicalize_name(root.name) for root in roots}
        active = {}
        queue = [(canonicalize_name(root.name), set(root.extras)) for root in roots]
        while queue:
            name, extras = queue.pop()
            if name in active and extras <= active[name]:
                continue
            active[name] = active.get(name, set()) | extras
            for requirement in wanted(needs.get(name, []), active[name], env):
                target = canonicalize_name(requirement.name)
                if target not in needs:
                    missing.add(target)
                elif target != name:
                    edges.add((name, target))
                queue.append((target, set(requirement.extras)))
    return {"edges": sorted(f"{name} > {target}" for name, target in edges), "direct": sorted(direct),
            "missing": sorted(missing)}


os.environ.pop("PIP_FIND_LINKS", None)
print(json.dumps(f"pip {pip.__version__}"))
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
