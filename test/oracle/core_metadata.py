"""Core metadata as the tests compare it, shared by the scripts that ask build backends."""

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name


def text_of(requirement):
    """`name[a,b]<2,>=1 @ URL`, all parts in an order of their own."""
    extras = sorted(canonicalize_name(extra) for extra in requirement.extras)
    return "".join([
        canonicalize_name(requirement.name),
        f"[{','.join(extras)}]" if extras else "",
        ",".join(sorted(str(clause) for clause in requirement.specifier)),
        f" @ {requirement.url}" if requirement.url else "",
    ])


def describe(requires_dist, provides_extra, requires_python, machines):
    """What is wanted with nothing chosen and with each extra, a digit for each machine."""
    extras = sorted({canonicalize_name(extra) for extra in provides_extra})
    requirements = {}
    for chosen in ["", *extras]:
        for line in requires_dist:
            requirement = Requirement(line)
            truths = [
                "01"[requirement.marker is None or requirement.marker.evaluate({**machine, "extra": chosen})]
                for machine in machines
            ]
            needs_extra = requirement.marker is not None and "extra" in str(requirement.marker)
            if needs_extra and not extra_can_hold(requirement.marker, chosen):
                continue
            known = requirements.setdefault(text_of(requirement), {})
            before = known.get(chosen, "0" * len(machines))
            known[chosen] = "".join("01"[a == "1" or b == "1"] for a, b in zip(before, truths))
    python = ",".join(sorted(str(clause) for clause in SpecifierSet(requires_python or "")))
    return {"python": python, "extras": extras, "requirements": requirements}


def extra_can_hold(marker, chosen):
    """Whether the requirement is one of the chosen extra, whatever the rest of its marker says."""
    found = []

    def walk(part):
        if isinstance(part, list):
            for item in part:
                walk(item)
        elif isinstance(part, tuple) and str(part[0]) == "extra":
            found.append(part[2].value)

    walk(Marker(str(marker))._markers)
    return chosen in {canonicalize_name(extra) for extra in found}
