"""Fails where a wheel needs what is not there (nixpkgs' python-runtime-deps-check-hook). Arguments: a folder with pip, the wheel."""

import email
import importlib.metadata
import sys
import zipfile

pip, wheel = sys.argv[1:]
sys.path.append(pip)
from pip._vendor.packaging.requirements import Requirement  # noqa: E402

with zipfile.ZipFile(wheel) as archive:
    [name] = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
    metadata = email.message_from_string(archive.read(name).decode())

failed = False
for line in metadata.get_all("Requires-Dist", []):
    requirement = Requirement(line)
    if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
        continue
    try:
        version = importlib.metadata.version(requirement.name)
    except importlib.metadata.PackageNotFoundError:
        print(f"  - {requirement.name} not installed", file=sys.stderr)
        failed = True
        continue
    if not requirement.specifier.contains(version, prereleases=True):
        print(f"  - {requirement.name}{requirement.specifier} not satisfied by version {version}", file=sys.stderr)
        failed = True
sys.exit(failed)
