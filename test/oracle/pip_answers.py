"""Answers cases with pip's own reader of requirements files.

Reads one JSON object a line, {"root": path, "files": {path: base64}, "lines": whether to tell lines}, writes the
files to an empty folder, reads `root` there as `pip install -r` does, and prints one JSON line: what was read, or
null when pip refuses it. The first line printed is pip's version. Nothing is fetched: a URL that is included is
an empty file. What pip refuses before it has built or downloaded anything counts as refused.
"""

import base64
import json
import logging
import os
import re
import sys
import tempfile
import urllib.parse
from contextlib import redirect_stderr
from io import StringIO
from optparse import Values
from types import SimpleNamespace

import pip
from pip._internal.cli import cmdoptions
from pip._internal.exceptions import InstallationError
from pip._internal.index.collector import LinkCollector
from pip._internal.index.package_finder import PackageFinder
from pip._internal.models.format_control import FormatControl
from pip._internal.models.release_control import ReleaseControl
from pip._internal.models.search_scope import SearchScope
from pip._internal.models.selection_prefs import SelectionPreferences
from pip._internal.network.session import PipSession
from pip._internal.req.constructors import install_req_from_parsed_requirement
from pip._internal.req.req_file import parse_requirements
from pip._internal.req.req_install import check_invalid_constraint_type
from pip._internal.vcs import vcs
from pip._vendor.packaging._parser import Variable
from pip._vendor.packaging.utils import canonicalize_name

REFERENCE = re.compile(r"(?:\$\{[A-Z0-9_]+\})+")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


class Session(PipSession):
    def get(self, url, **options):
        if url.lower().startswith("file:"):
            return super().get(url, **options)
        return SimpleNamespace(url=url, text="", status_code=200, reason="")


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
    return [node.value] if isinstance(node, Variable) else node.value


def without_credentials(url):
    """A user's name without a password stays with ssh, and what only names variables stays."""
    scheme, separator, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    user, at, _ = authority.rpartition("@")
    if not separator or not at or user == "" or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
        return url
    is_login = scheme.lower().split("+")[-1] == "ssh" and re.fullmatch(r"[A-Za-z0-9._-]+", user)
    if is_login or all(REFERENCE.fullmatch(part) for part in user.split(":")):
        return url
    return f"{scheme}://{rest[len(user) + 1 :]}"


def relative(path):
    path = os.path.normpath(os.path.abspath(path))
    folder = os.getcwd()
    return os.path.relpath(path, folder) if path == folder or path.startswith(f"{folder}/") else path


def source(link, editable):
    if link is None:
        return None
    subdirectory = link.subdirectory_fragment
    if link.is_vcs:
        url, revision, _ = vcs.get_backend_for_scheme(link.scheme).get_url_rev_and_auth(link.url)
        return ["vcs", link.scheme.split("+")[0], without_credentials(url), revision, subdirectory]
    if link.scheme == "":
        raise InstallationError("this is no URL")
    if link.is_file:
        return ["file", relative(link.file_path), editable, subdirectory]
    url, _, fragment = without_credentials(link.url).partition("#")
    rest = [pair for pair in fragment.split("&") if pair and not pair.startswith(("egg=", "subdirectory="))]
    return ["url", url + ("#" + "&".join(rest) if rest else ""), subdirectory]


def requirement(parsed, tells_lines):
    settings = parsed.options.get("config_settings") if parsed.options else None
    ireq = install_req_from_parsed_requirement(parsed, user_supplied=True, config_settings=settings)
    if ireq.constraint:
        problem = check_invalid_constraint_type(ireq)
        if problem:
            raise InstallationError(problem)
    if ireq.editable and ireq.link.is_file:
        ireq.load_pyproject_toml()
    line, place = re.fullmatch(r"line (\d+) of (.*)", parsed.line_source, re.S).groups()
    return {
        "name": canonicalize_name(ireq.name) if ireq.name else None,
        "extras": sorted({extra.lower() for extra in ireq.extras}),
        "specifier": sorted({str(clause) for clause in ireq.req.specifier}) if ireq.req and not ireq.link else [],
        "source": source(ireq.link, ireq.editable),
        "marker": structure(ireq.markers._markers) if ireq.markers else None,
        "hashes": sorted(f"{kind}:{digest}" for kind, digests in ireq.hash_options.items() for digest in digests),
        "settings": {key: value if isinstance(value, list) else [value] for key, value in (ireq.config_settings or {}).items()},
        "file": relative(place),
        "line": int(line) if tells_lines else None,
    }


def find_links(value):
    return without_credentials(value) if SCHEME.match(value) else relative(value)


SESSION = Session()


def read(root, tells_lines):
    session = SESSION
    session.pip_trusted_origins.clear()
    # pip keeps the features of one run in the option's default.
    cmdoptions.use_new_feature.keywords["default"].clear()
    options = Values({"require_hashes": False, "no_require_hashes": False, "features_enabled": []})
    scope = SearchScope(find_links=[], index_urls=["https://index.example.org/simple"], no_index=False)
    finder = PackageFinder.create(
        link_collector=LinkCollector(session=session, search_scope=scope),
        selection_prefs=SelectionPreferences(
            allow_yanked=True,
            format_control=FormatControl(set(), set()),
            release_control=ReleaseControl(set(), set()),
        ),
    )
    parsed = list(parse_requirements(root, session=session, finder=finder, options=options))
    read_all = [(item.constraint, requirement(item, tells_lines)) for item in parsed]
    return {
        "requirements": [item for constraint, item in read_all if not constraint],
        "constraints": [item for constraint, item in read_all if constraint],
        "indexes": [without_credentials(url) for url in finder.index_urls],
        "findLinks": [find_links(value) for value in finder.find_links],
        "noIndex": finder.search_scope.no_index,
        "noBinary": sorted(finder.format_control.no_binary),
        "onlyBinary": sorted(finder.format_control.only_binary),
        "allReleases": sorted(finder.release_control.all_releases),
        "onlyFinal": sorted(finder.release_control.only_final),
        "preferBinary": finder.prefer_binary,
        "requireHashes": options.require_hashes,
        "noRequireHashes": options.no_require_hashes,
        "features": options.features_enabled,
        "trustedHosts": [[host, port] for host, port in session.pip_trusted_origins],
    }


def bring(files):
    """Makes the working folder have these files and no others."""
    for path in present.keys() - files.keys():
        os.remove(path)
        del present[path]
    for path, content in files.items():
        if present.get(path) != content:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "wb") as file:
                file.write(base64.b64decode(content))
            present[path] = content


def answer(case):
    bring(case["files"])
    try:
        with redirect_stderr(StringIO()):
            return read(case["root"], case["lines"])
    except Exception as error:
        return {"refused": f"{type(error).__name__}: {error}"} if "-v" in sys.argv else None


logging.disable(logging.CRITICAL)
print(json.dumps(f"pip {pip.__version__}"))
present = {}
with tempfile.TemporaryDirectory() as folder:
    # What stands beside the temporary folder must not be found by `..`.
    os.makedirs(f"{folder}/above/work")
    os.chdir(f"{folder}/above/work")
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)), sort_keys=True))
    os.chdir("/")
