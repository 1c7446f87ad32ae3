"""What `uv export` says of locks, its markers evaluated with `packaging`: one answer a line for one question a line.

The first line is the list of environments. A question is [project folder, arguments of `uv export`]; an answer is a
list of [what is installed, its hashes, one truth for each environment], or null where uv refuses.
The first line printed is the tools' versions.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

import packaging
from packaging.markers import Marker
from packaging.requirements import Requirement

UV = pathlib.Path(sys.executable).parent / "uv"
ENV = {**{key: value for key, value in os.environ.items() if not key.startswith("UV_")},
       "UV_NO_CONFIG": "1", "UV_OFFLINE": "1", "UV_PYTHON_DOWNLOADS": "never", "UV_PYTHON": sys.executable}


def export(folder, arguments):
    done = subprocess.run(
        [UV, "export", "--quiet", "--frozen", "--no-header", "--no-annotate", "--format", "requirements.txt",
         "--project", folder, *arguments],
        capture_output=True, text=True, env=ENV)
    return None if done.returncode else done.stdout


def entries(text, environments):
    for line in re.sub(r" \\\n\s*", " ", text).splitlines():
        line, *hashes = line.split(" --hash=")
        if re.match(r"(-e )?\.", line):
            what, _, marker = line.partition(" ; ")
        else:
            requirement = Requirement(line)
            marker = str(requirement.marker or "")
            what = f"{requirement.name} @ {requirement.url}" if requirement.url else f"{requirement.name}{requirement.specifier}"
        truths = [not marker or Marker(marker).evaluate(environment) for environment in environments]
        yield [what, sorted(hashes), truths]


def main():
    uv = subprocess.run([UV, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    print(json.dumps(f"uv {uv}, packaging {packaging.__version__}"))
    environments, *questions = map(json.loads, sys.stdin)
    for folder, arguments in questions:
        text = export(folder, arguments)
        print(json.dumps(None if text is None else list(entries(text, environments))))


main()
