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

const HEAD = `
import contextlib, fcntl, os, re, shlex, shutil, subprocess, sys
from importlib.metadata import distributions
from pathlib import Path

venv = Path(os.environ["VIRTUAL_ENV"])
venv = venv.parent.resolve() / venv.name
stamp = venv / ".py2nix"
# The script's own path changes with everything that the environment is made of.
wanted = os.fsencode(f"{__file__} {venv}")
unfinished = f"{venv} is not complete: the next entry tries again"
# What would lead pip to another place than the environment, or to half of it.
hidden = "PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH _PYTHON_HOST_PLATFORM".split()
hidden += "PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET".split()
environment = {name: value for name, value in os.environ.items() if name not in hidden}
environment.update(PIP_DRY_RUN="0", PIP_NO_DEPS="0")


def state():
    # What the stamp says, if the environment's Python runs.
    try:
        text = stamp.read_bytes()
        probe = subprocess.run([venv / "bin/python", "-I", "-c", ""], stderr=subprocess.DEVNULL)
        return text if probe.returncode == 0 else b""
    except OSError:
        return b""


def run(*command, stdout=sys.stderr):
    # The lock is an empty file, which all that writes here inherits as its standard input: even if this process is killed,
    # it is held until they have ended.
    done = subprocess.run(command, cwd=venv.parent, env=environment, stdin=lock, stdout=stdout)
    if done.returncode != 0:
        sys.exit(unfinished)
`;

/** The head of a script that this environment's Python runs, whatever is in its path. */
const SCRIPT_HEAD = `

# Two languages: sh executes the second line, and to Python it is text, in which it doubles a backslash.
python = shlex.quote(str(venv / "bin/python"))
head = """#!/bin/sh
'''exec' %s "$0" "$@"
' '''
""" % python.replace("\\\\", r"""'"\\\\"'""")
`;

const INSTALL: Readonly<Record<Installer, string>> = {
  pip: `

def pip_install(*arguments):
    options = ["--disable-pip-version-check", "--no-input", "--no-user"]
    # Whatever a pip.conf says of them.
    options += ["--target=", f"--prefix={venv}", "--root=/"]
    run(venv / "bin/python", "-I", "-m", "pip", "install", *options, *arguments)
    mend_scripts()
`,
  uv: `

def pip_install(*arguments):
    run("@uv@/bin/uv", "pip", "install", "--python", venv / "bin/python", *arguments)
    mend_scripts()
`,
};

const MEND_SCRIPTS = `

def mend_scripts():
    # "#!" takes no blank and no long path, and not every installer quotes what a shell would read.
    plain = os.fsencode(venv / "bin/python")
    if python == os.fsdecode(plain) and len(plain) < 120:
        return
    heads = re.compile(rb"\\A#!(/bin/sh\\n'''exec' .*?\\n' '''|%s)\\n" % re.escape(plain), re.DOTALL)
    for script in (venv / "bin").iterdir():
        if script.is_file() and not script.is_symlink():
            script.write_bytes(heads.sub(lambda _: os.fsencode(head), script.read_bytes()))
`;

/**
 * uv counts as installed what has its metadata in the environment's own directory, whatever \`sys.path\` has. With
 * that of the base beside it, uv resolves as pip does: it takes the base's packages, adds what their extras need, and
 * says what contradicts them. Links do not do: uv looks for directories.
 */
const BASE_SHOWN = `

@contextlib.contextmanager
def base_shown(site):
    # uv looks for installed packages in the environment alone: while it runs, it finds the metadata of Nix's there.
    def project(directory):
        return re.sub("[-_.]+", "-", directory.name.rpartition("-")[0]).lower()

    own = venv / "@sitePackages@"
    installed = [project(directory) for directory in own.glob("*.dist-info")]
    shown = []
    for metadata in Path(site).glob("*.dist-info/METADATA"):
        if project(metadata.parent) not in installed:
            shown.append(own / metadata.parent.name)
            shown[-1].mkdir()
            shutil.copyfile(metadata, shown[-1] / "METADATA")
    try:
        yield
    finally:
        for directory in shown:
            shutil.rmtree(directory)
`;

/** nixpkgs' commands are bound to an interpreter that does not see pip's packages. */
const WRITE_SCRIPTS = `

def write_scripts(site):
    # The commands of Nix's packages, run by this environment's Python: it sees pip's packages too.
    for dist in distributions(path=[site]):
        for entry in dist.entry_points:
            script = venv / "bin" / entry.name
            if entry.group != "console_scripts" or script.exists():
                continue
            script.write_text(
                f"{head}import sys\\nfrom {entry.module} import {entry.attr.split('.')[0]}\\n"
                f"if __name__ == '__main__':\\n    sys.exit({entry.attr}())\\n"
            )
            script.chmod(0o755)
`;

/** Up to the lock. What follows is in the \`try\` of it. */
const BEGIN = `

try:
    if state() == wanted:
        sys.exit()
    if not os.path.lexists(venv):
        venv.mkdir(exist_ok=True)
    is_folder = venv.is_dir() and not venv.is_symlink()
    contents = os.listdir(venv) if is_folder else []
    if not is_folder or (contents and stamp.name not in contents):
        sys.exit(f"{venv} was not made by this shell: move it away, then enter again")
    lock = os.open(stamp, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(f"Waiting for another shell that fills {venv}", file=sys.stderr)
        fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError:
        pass  # Not every file system has locks.
    made = state()
    if made == wanted:
        sys.exit()
    stamp.write_bytes(b"")
`;

const MAKE = `
print(f"Filling {venv}", file=sys.stderr)
for path in venv.iterdir():
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path != stamp:
        path.unlink()
run("@python@", "-I", "-m", "venv", "--without-pip", venv)
`;

/** By itself: venv does not tell why it failed. */
const ENSURE_PIP = `
run(venv / "bin/python", "-I", "-m", "ensurepip", "--default-pip", stdout=subprocess.DEVNULL)
`;

const ADD_BASE = `
pth = venv / "@sitePackages@" / "zz-nixpkgs.pth"
pth.write_text("import site; site.addsitedir('@site@')\\n")
write_scripts("@site@")
`;

const END = `    stamp.write_bytes(wanted)
except KeyboardInterrupt:
    sys.exit(f"\\n{unfinished}")
except (OSError, UnicodeError) as error:
    sys.exit(f"{error}\\n{unfinished}")
`;

/** The binding `syncVenv`: the script that makes the environment and fills it. */
export function syncBinding(parts: LayerParts): Binding {
  const script = [HEAD, definitions(parts), BEGIN, ...fill(parts).map((line) => `    ${line}\n`), END].join("");
  const source = indented(withoutUnusedImports(script), {
    constraints: [select("constraints")],
    projectConstraints: [select("projectConstraints")],
    requirements: [select("requirements")],
    directRequirements: [select("directRequirements")],
    project: [select("project")],
    site: [select("base"), "/", select("base.sitePackages")],
    sitePackages: [select("python.sitePackages")],
    uv: [select("pkgs.uv")],
    python: parts.venvPython ? [select("venvPython"), "/bin/python3"] : [select("python.interpreter")],
  });
  return bind(
    "syncVenv",
    apply(select("pkgs.writeText"), text("sync-venv.py"), source),
    "Fills the virtual environment anew when it is missing, broken or out of date.",
  );
}

function withoutUnusedImports(script: string): string {
  const used = new Set(script.match(/\b\w+(?=[.(])/g));
  return script
    .replace(
      /^import (.*)$/m,
      (_, names: string) =>
        `import ${names
          .split(", ")
          .filter((name) => used.has(name))
          .join(", ")}`,
    )
    .replace(/^from importlib\.metadata import distributions\n/m, (line) => (used.has("distributions") ? line : ""));
}

function definitions(parts: LayerParts): string {
  const installs = parts.requirements || parts.directRequirements || parts.project !== null;
  return [
    installs || parts.base ? SCRIPT_HEAD : "",
    installs ? MEND_SCRIPTS : "",
    installs ? INSTALL[parts.installer] : "",
    showsBase(parts) ? BASE_SHOWN : "",
    parts.base ? WRITE_SCRIPTS : "",
  ].join("");
}

/** The lines that make the environment, of an empty folder or of what is there without the project itself. */
function fill(parts: LayerParts): string[] {
  const rest = [
    ...linesOf(MAKE),
    ...(parts.installer === "pip" ? linesOf(ENSURE_PIP) : []),
    ...(parts.base ? linesOf(ADD_BASE) : []),
    ...(parts.directRequirements ? [directInstallation(parts)] : []),
    ...(parts.requirements ? overBase(parts, mainInstallation(parts)) : []),
  ];
  if (parts.project === null) return rest;
  return [
    `without_project = wanted + b" without the project"`,
    "if made != without_project:",
    ...within(rest),
    // What the project needs is there already: one that cannot be built does not take that away.
    "try:",
    ...within(ownInstallation(parts)),
    "except SystemExit:",
    `    print("The project itself is not installed: the next entry tries again", file=sys.stderr)`,
    "    wanted = without_project",
  ];
}

function linesOf(text: string): string[] {
  return text.trim().split("\n");
}

function within(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}

function showsBase({ base, installer, requirements, project }: LayerParts): boolean {
  return base && installer === "uv" && (requirements || project === "with needs");
}

/** Calls of the installer, which is to know what the base has. */
function overBase(parts: LayerParts, calls: readonly string[]): string[] {
  return showsBase(parts) ? [`with base_shown("@site@"):`, ...within(calls)] : [...calls];
}

function directInstallation({ installer }: LayerParts): string {
  const options = installer === "pip" ? `"--no-deps", "--ignore-installed"` : `"--no-deps"`;
  return `pip_install(${options}, "-r", "@directRequirements@")`;
}

function mainInstallation(parts: LayerParts): string[] {
  return parts.installer === "uv" && parts.locked
    ? [
        // It asks for the hashes of Nix's packages too, where it asks for any.
        "# uv resolves without regard to hashes first, and then installs what has them and nothing else.",
        `pip_install("--dry-run", "-r", "@requirements@"${bounds(parts)})`,
        `pip_install("--no-deps", "--require-hashes", "-r", "@requirements@")`,
      ]
    : [`pip_install("-r", "@requirements@"${bounds(parts)})`];
}

function ownInstallation(parts: LayerParts): string[] {
  return parts.project === "alone"
    ? [`pip_install("--no-deps", "-r", "@project@")`]
    : overBase(parts, [`pip_install("-r", "@project@"${bounds(parts)})`]);
}

function bounds({ constraints, projectConstraints }: LayerParts): string {
  const names = [...(constraints ? ["constraints"] : []), ...(projectConstraints ? ["projectConstraints"] : [])];
  return names.map((name) => `, "-c", "@${name}@"`).join("");
}
