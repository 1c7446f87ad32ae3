// The script that fills the virtual environment: idempotent, quick when there is nothing to do, safe against a second
// shell at the same time, and never in the way of an environment that it did not make.

import { apply, type Binding, bind, indented, select, text } from "../nix/expression.ts";

/** Which of the layer's bindings there are: the script refers to them. */
export interface LayerParts {
  readonly base: boolean;
  readonly directRequirements: boolean;
  readonly requirements: boolean;
  readonly projectConstraints: boolean;
  readonly venvPython: boolean;
}

const HEAD = `
import fcntl, os, shlex, shutil, subprocess, sys
from importlib.metadata import distributions
from pathlib import Path

venv = Path(os.environ["VIRTUAL_ENV"])
stamp = venv / ".py2nix"
# The script's own path changes with everything that the environment is made of.
wanted = f"{__file__} {venv}"
# What would lead pip to another place than the environment, or to half of it.
hidden = "PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH _PYTHON_HOST_PLATFORM".split()
hidden += "PIP_DRY_RUN PIP_NO_DEPS PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET".split()
environment = {name: value for name, value in os.environ.items() if name not in hidden}


def is_current():
    try:
        probe = subprocess.run([venv / "bin/python", "-I", "-c", ""], stderr=subprocess.DEVNULL)
        return stamp.read_text() == wanted and probe.returncode == 0
    except OSError:
        return False


def run(*command):
    done = subprocess.run(command, cwd=venv.parent, env=environment, stdout=sys.stderr)
    if done.returncode != 0:
        sys.exit(f"{venv} is not complete: the next entry tries again")


def pip_install(*arguments):
    options = ["--disable-pip-version-check", "--no-input", "--no-user"]
    run(venv / "bin/python", "-I", "-m", "pip", "install", *options, *arguments)
`;

/** nixpkgs' commands are bound to an interpreter that does not see pip's packages. */
const WRITE_SCRIPTS = `


def write_scripts(site):
    # The commands of Nix's packages, run by this environment's Python: it sees pip's packages too.
    python = shlex.quote(str(venv / "bin/python"))
    for dist in distributions(path=[site]):
        for entry in dist.entry_points:
            script = venv / "bin" / entry.name
            if entry.group != "console_scripts" or script.exists():
                continue
            script.write_text(
                f"#!/bin/sh\\n'''exec' {python} \\"$0\\" \\"$@\\"\\n' '''\\n"
                f"import sys\\nfrom {entry.module} import {entry.attr.split('.')[0]}\\n"
                f"if __name__ == '__main__':\\n    sys.exit({entry.attr}())\\n"
            )
            script.chmod(0o755)
`;

const MAIN = `


if is_current():
    sys.exit()
# One shell at a time; the lock goes with the process.
fcntl.flock(os.open(venv.parent, os.O_RDONLY), fcntl.LOCK_EX)
if is_current():
    sys.exit()
is_ours = not venv.exists() or stamp.exists() or (venv.is_dir() and not any(venv.iterdir()))
if venv.is_symlink() or not is_ours:
    sys.exit(f"{venv} was not made by this shell: move it away, then enter again")
print(f"Filling {venv}", file=sys.stderr)
shutil.rmtree(venv, ignore_errors=True)
venv.mkdir(exist_ok=True)
stamp.touch()
run("@python@", "-I", "-m", "venv", venv)
`;

const ADD_BASE = `
pth = venv / "@sitePackages@" / "zz-nixpkgs.pth"
pth.write_text("import site; site.addsitedir('@site@')\\n")
write_scripts("@site@")
`;

const FOOT = `
new = stamp.with_name(".py2nix.new")
new.write_text(wanted)
new.replace(stamp)
`;

/** The binding `syncVenv`. */
export function syncBinding(parts: LayerParts): Binding {
  const constraints = [
    ...(parts.base ? ["constraints"] : []),
    ...(parts.projectConstraints ? ["projectConstraints"] : []),
  ];
  const bounds = constraints.map((name) => `, "-c", "@${name}@"`).join("");
  const script = [
    parts.base ? HEAD : HEAD.replace("from importlib.metadata import distributions\n", "").replace("shlex, ", ""),
    parts.base ? WRITE_SCRIPTS : "",
    MAIN,
    parts.base ? ADD_BASE.slice(1) : "",
    parts.directRequirements ? `pip_install("--no-deps", "--ignore-installed", "-r", "@directRequirements@")\n` : "",
    parts.requirements ? `pip_install("-r", "@requirements@"${bounds})\n` : "",
    FOOT.slice(1),
  ].join("");
  const source = indented(script, {
    constraints: [select("constraints")],
    projectConstraints: [select("projectConstraints")],
    requirements: [select("requirements")],
    directRequirements: [select("directRequirements")],
    site: [select("base"), "/", select("base.sitePackages")],
    sitePackages: [select("python.sitePackages")],
    python: parts.venvPython ? [select("venvPython"), "/bin/python3"] : [select("python.interpreter")],
  });
  return bind(
    "syncVenv",
    apply(select("pkgs.writeText"), text("sync-venv.py"), source),
    "Fills the virtual environment anew when it is missing, broken or out of date.",
  );
}
