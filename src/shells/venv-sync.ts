// The script that fills the virtual environment: idempotent, quick when there is nothing to do, safe against a second
// shell at the same time, and never in the way of an environment that it did not make.

import { apply, type Binding, bind, indented, select, text } from "../nix/expression.ts";
import type { Installer } from "./style.ts";

/** Which of the layer's bindings there are: the script refers to them. */
export interface LayerParts {
  readonly installer: Installer;
  /** Whether every line of the requirements has its hashes. */
  readonly locked: boolean;
  readonly base: boolean;
  readonly directRequirements: boolean;
  readonly requirements: boolean;
  /** Whether there is a project itself, and whether pip is to look for what it needs. */
  readonly project: "alone" | "with needs" | null;
  readonly constraints: boolean;
  readonly projectConstraints: boolean;
  readonly venvPython: boolean;
}

const IMPORTS = `
import fcntl, os, re, shlex, shutil, subprocess, sys
from importlib.metadata import distributions
from pathlib import Path

venv = Path(os.environ["VIRTUAL_ENV"])
`;

const STAMP = `stamp = venv / ".py2nix"
# The script's own path changes with everything that the environment is made of.
wanted = f"{__file__} {venv}"
`;

const ENVIRONMENT = `# What would lead pip to another place than the environment, or to half of it.
hidden = "PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH _PYTHON_HOST_PLATFORM".split()
hidden += "PIP_DRY_RUN PIP_NO_DEPS PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET".split()
environment = {name: value for name, value in os.environ.items() if name not in hidden}
`;

const IS_CURRENT = `

def is_current():
    try:
        probe = subprocess.run([venv / "bin/python", "-I", "-c", ""], stderr=subprocess.DEVNULL)
        return stamp.read_text() == wanted and probe.returncode == 0
    except OSError:
        return False
`;

const RUN = `

def run(*command):
    done = subprocess.run(command, cwd=venv.parent, env=environment, stdout=sys.stderr)
    if done.returncode != 0:
        sys.exit(f"{venv} is not complete: the next entry tries again")
`;

const INSTALL: Readonly<Record<Installer, string>> = {
  pip: `

def pip_install(*arguments):
    options = ["--disable-pip-version-check", "--no-input", "--no-user"]
    run(venv / "bin/python", "-I", "-m", "pip", "install", *options, *arguments)
`,
  uv: `

def pip_install(*arguments):
    run("@uv@/bin/uv", "pip", "install", "--python", venv / "bin/python", *arguments)
`,
};

/**
 * uv counts as installed what has its metadata in the environment's own directory, whatever \`sys.path\` has. With
 * that of the base beside it, uv resolves as pip does: it takes the base's packages, adds what their extras need, and
 * says what contradicts them. Links do not do: uv looks for directories.
 */
const SHOW_BASE = `

def show_base(site):
    # uv looks for installed packages in the environment alone: while it runs, it finds the metadata of Nix's there.
    def project(directory):
        return re.sub("[-_.]+", "-", directory.name.rpartition("-")[0]).lower()

    own = venv / "@sitePackages@"
    installed = [project(directory) for directory in own.glob("*.dist-info")]
    for metadata in Path(site).glob("*.dist-info/METADATA"):
        if project(metadata.parent) not in installed:
            copy = own / metadata.parent.name
            copy.mkdir()
            shutil.copyfile(metadata, copy / "METADATA")
            yield copy
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
run("@python@", "-I", "-m", "venv", @withoutPip@venv)
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

/** The binding `syncVenv`: the script that makes the environment and fills it. */
export function syncBinding(parts: LayerParts): Binding {
  return scriptBinding(
    "syncVenv",
    "sync-venv.py",
    parts,
    [IMPORTS, STAMP, ENVIRONMENT, IS_CURRENT, RUN, definitions(parts), MAIN, fill(parts), FOOT.slice(1)],
    "Fills the virtual environment anew when it is missing, broken or out of date.",
  );
}

/** The binding `fillVenv`: the script that fills an environment which another made. */
export function fillBinding(parts: LayerParts): Binding {
  return scriptBinding(
    "fillVenv",
    "fill-venv.py",
    parts,
    [IMPORTS, ENVIRONMENT, RUN, definitions(parts), "\n\n", fill(parts)],
    "Fills a virtual environment that was just made.",
  );
}

function scriptBinding(
  name: string,
  file: string,
  parts: LayerParts,
  pieces: readonly string[],
  comment: string,
): Binding {
  const source = indented(withoutUnusedImports(pieces.join("")), {
    constraints: [select("constraints")],
    projectConstraints: [select("projectConstraints")],
    requirements: [select("requirements")],
    directRequirements: [select("directRequirements")],
    project: [select("project")],
    site: [select("base"), "/", select("base.sitePackages")],
    sitePackages: [select("python.sitePackages")],
    uv: [select("pkgs.uv")],
    withoutPip: parts.installer === "uv" ? [`"--without-pip", `] : [],
    python: parts.venvPython ? [select("venvPython"), "/bin/python3"] : [select("python.interpreter")],
  });
  return bind(name, apply(select("pkgs.writeText"), text(file), source), comment);
}

function withoutUnusedImports(script: string): string {
  const isUsed = (name: string) => new RegExp(`\\b${name}[.(]`).test(script);
  return script
    .replace(/^import (.*)$/m, (_, names: string) => `import ${names.split(", ").filter(isUsed).join(", ")}`)
    .replace(/^from importlib\.metadata import distributions\n/m, (line) => (isUsed("distributions") ? line : ""));
}

function definitions(parts: LayerParts): string {
  const installs = parts.requirements || parts.directRequirements || parts.project !== null;
  return [
    installs ? INSTALL[parts.installer] : "",
    showsBase(parts) ? SHOW_BASE : "",
    parts.base ? WRITE_SCRIPTS : "",
  ].join("");
}

function fill(parts: LayerParts): string {
  return [parts.base ? ADD_BASE.slice(1) : "", ...installations(parts).map((line) => `${line}\n`)].join("");
}

function showsBase({ base, installer, requirements, project }: LayerParts): boolean {
  return base && installer === "uv" && (requirements || project === "with needs");
}

/** The calls of the installer. */
function installations(parts: LayerParts): string[] {
  const constraints = [
    ...(parts.constraints ? ["constraints"] : []),
    ...(parts.projectConstraints ? ["projectConstraints"] : []),
  ];
  const bounds = constraints.map((name) => `, "-c", "@${name}@"`).join("");
  const direct: Readonly<Record<Installer, string>> = {
    pip: `pip_install("--no-deps", "--ignore-installed", "-r", "@directRequirements@")`,
    uv: `pip_install("--no-deps", "-r", "@directRequirements@")`,
  };
  const main =
    parts.installer === "uv" && parts.locked
      ? [
          // It asks for the hashes of Nix's packages too, where it asks for any.
          "# uv resolves without regard to hashes first, and then installs what has them and nothing else.",
          `pip_install("--dry-run", "-r", "@requirements@"${bounds})`,
          `pip_install("--no-deps", "--require-hashes", "-r", "@requirements@")`,
        ]
      : [`pip_install("-r", "@requirements@"${bounds})`];
  const shown = showsBase(parts);
  return [
    ...(parts.directRequirements ? [direct[parts.installer]] : []),
    ...(shown ? [`shown = list(show_base("@site@"))`] : []),
    ...(parts.requirements ? main : []),
    ...(parts.project === null
      ? []
      : ownProject(parts.project === "alone" ? `"--no-deps", ` : "", parts.project === "alone" ? "" : bounds)),
    ...(shown ? ["for directory in shown:", "    shutil.rmtree(directory)"] : []),
  ];
}

/** What the project needs is there already: one that cannot be built does not take that away. */
function ownProject(options: string, bounds: string): string[] {
  return [
    "try:",
    `    pip_install(${options}"-r", "@project@"${bounds})`,
    "except SystemExit:",
    `    print("The project itself is not installed. To try again: rm .venv/.py2nix", file=sys.stderr)`,
  ];
}
