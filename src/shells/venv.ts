// The virtual environment over the base: what pip installs, what it must keep to, and the script that fills it.
//
// Order of precedence: the standard library, the virtual environment, the base (by a .pth file, which works with
// every nixpkgs; `--system-site-packages` does only since 25.11). PYTHONPATH would come before all, so it is unset.

import {
  apply,
  attributes,
  type Binding,
  bind,
  type Expression,
  type Item,
  indented,
  list,
  operation,
  select,
  text,
} from "../nix/expression.ts";
import { ALL_PLATFORMS, NO_PLATFORM } from "../platforms.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { type Conditional, conditionalList } from "./conditional-list.ts";
import { isDirect, nameLine, optionLines, requirementLine } from "./pip-lines.ts";

type FromPip = Extract<Decision, { from: "pip" }>;

export function pipDecisions(plan: Plan): FromPip[] {
  return plan.decisions.filter((decision): decision is FromPip => decision.from === "pip");
}

/** The version control systems that pip calls, as attributes of nixpkgs. */
export function versionControlPrograms(decisions: readonly FromPip[]): string[] {
  const attributesOf: Readonly<Record<string, string>> = {
    git: "git",
    hg: "mercurial",
    svn: "subversion",
    bzr: "breezy",
  };
  const systems = decisions.flatMap(({ requirements }) =>
    requirements.flatMap(({ source }) => (source.kind === "vcs" ? (attributesOf[source.vcs] ?? []) : [])),
  );
  return [...new Set(systems)].sort();
}

/** The bindings of the layer: `requirements`, `constraints` and so on up to `syncVenv`, which fills the environment. */
export function venvBindings(plan: Plan, hasBase: boolean, outputFolder: string): Binding[] {
  const decisions = pipDecisions(plan);
  const isLocked = decisions.some(({ requirements }) => requirements.some(({ hashes }) => hashes.length > 0));
  const lines = { main: [] as Conditional[], direct: [] as Conditional[] };
  for (const { name, reason, platforms, requirements } of decisions) {
    for (const [index, requirement] of requirements.entries()) {
      const comment = index === 0 ? [`${name}: ${reason}`] : [];
      const value = requirementLine(requirement, outputFolder);
      // With hashes pip wants them for every line, so what can have none is installed apart, as is what must not
      // be taken for Nix's package of the same version.
      if (!isDirect(requirement) && !(isLocked && requirement.hashes.length === 0)) {
        lines.main.push({ platforms, item: { comment, value } });
      } else {
        lines.direct.push({ platforms, item: { comment, value } });
        if (!isLocked) lines.main.push({ platforms, item: { comment: [], value: nameLine(requirement) } });
      }
    }
  }
  const options = optionLines(plan.indexes, plan.pipOptions, outputFolder);
  const hasDirect = lines.direct.length > 0;
  const shared = hasDirect && options.length > 0;
  const optionItems = shared ? [] : options.map((value): Item => ({ comment: [], value }));
  const bindings: Binding[] = [];
  if (shared) bindings.push(bind("pipOptions", list(options)));
  if (hasDirect) {
    bindings.push(
      bind(
        "directRequirements",
        requirementsFile("direct.txt", lines.direct, shared),
        "From pip, each from the place that it names.",
      ),
    );
  }
  if (lines.main.length > 0) {
    const all = [...optionItems.map((item): Conditional => ({ platforms: ALL_PLATFORMS, item })), ...lines.main];
    bindings.push(
      bind(
        "requirements",
        requirementsFile("requirements.txt", all, shared),
        "From pip, in a virtual environment over the rest.",
      ),
    );
  }
  if (hasBase) bindings.push(CONSTRAINTS);
  const own = plan.constraints.filter(({ platforms }) => platforms !== NO_PLATFORM);
  if (own.length > 0) {
    const elements = own.map(
      ({ text: line, platforms }): Conditional => ({ platforms, item: { comment: [], value: text(line) } }),
    );
    bindings.push(
      bind(
        "projectConstraints",
        requirementsFile("project-constraints.txt", elements, false),
        "The project's own constraints.",
      ),
    );
  }
  const hasLibraries = plan.hasBinaryWheels || plan.wheelLibraries.length > 0;
  if (hasLibraries) bindings.push(...libraryBindings(plan));
  bindings.push(
    syncBinding({ hasBase, hasDirect, hasMain: lines.main.length > 0, hasOwn: own.length > 0, hasLibraries }),
  );
  return bindings;
}

function requirementsFile(name: string, lines: readonly Conditional[], withOptions: boolean): Expression {
  const body = conditionalList(lines);
  const content = withOptions
    ? operation("++", [select("pipOptions"), ...(body.kind === "operation" ? body.operands : [body])])
    : body;
  return apply(select("pkgs.writeText"), text(name), apply(select("lib.concatLines"), content));
}

const CONSTRAINTS: Binding = bind(
  "constraints",
  apply(
    select("pkgs.runCommand"),
    text("constraints.txt"),
    attributes(),
    indented(
      `
@interpreter@ -I -c '
from importlib.metadata import distributions

for dist in distributions():
    print(f"{dist.name}=={dist.version}")
' > $out
`,
      { interpreter: [select("base.interpreter")] },
    ),
  ),
  "What Nix provides, in the versions that pip sees. pip keeps to them, or says that it cannot.",
);

/** The libraries that wheels load, and the interpreter that alone sees them. */
function libraryBindings(plan: Plan): Binding[] {
  const usual = ["stdenv.cc.cc.lib", "zlib"];
  const special = plan.wheelLibraries.filter((path) => !usual.includes(path.join(".")));
  const libraries = [
    select("stdenv.cc.cc.lib"),
    select("pkgs.zlib"),
    ...special.map((path) => select("pkgs", ...path)),
  ];
  const wrapper = apply(
    select("pkgs.runCommand"),
    text("python-with-libraries"),
    attributes(bind("nativeBuildInputs", list([select("pkgs.makeBinaryWrapper")]))),
    indented(
      `
makeBinaryWrapper @interpreter@ $out/bin/python3 \\
  --inherit-argv0 \\
  --prefix LD_LIBRARY_PATH : @path@
`,
      {
        interpreter: [select("python.interpreter")],
        path: [apply(select("lib.makeLibraryPath"), select("libraries"))],
      },
    ),
  );
  return [
    bind(
      "libraries",
      list(libraries),
      "Wheels load these libraries. Only the virtual environment's Python sees them: exported to the",
      "shell, they would break programs that are not from this nixpkgs.",
    ),
    bind("venvPython", {
      kind: "if",
      condition: select("stdenv.hostPlatform.isLinux"),
      whenTrue: wrapper,
      whenFalse: select("python"),
    }),
  ];
}

interface Parts {
  readonly hasBase: boolean;
  readonly hasDirect: boolean;
  readonly hasMain: boolean;
  readonly hasOwn: boolean;
  readonly hasLibraries: boolean;
}

/** The script: idempotent, quick when there is nothing to do, and safe against a second shell at the same time. */
function syncBinding({ hasBase, hasDirect, hasMain, hasOwn, hasLibraries }: Parts): Binding {
  const constraints = `${hasBase ? `, "-c", "@constraints@"` : ""}${hasOwn ? `, "-c", "@own@"` : ""}`;
  const source = `
import fcntl, os, shlex, shutil, subprocess, sys
from pathlib import Path

venv = Path(os.environ["VIRTUAL_ENV"])
stamp = venv / ".py2nix"
wanted = f"{__file__} {venv}"
hidden = ("PYTHONPATH", "PYTHONHOME", "SOURCE_DATE_EPOCH", "_PYTHON_HOST_PLATFORM")
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

${
  hasBase
    ? `
def write_scripts():
    # The commands of Nix's packages, run by this environment's Python: Nix's own do not see pip's packages.
    from importlib.metadata import distributions

    for dist in distributions(path=["@site@"]):
        for entry in dist.entry_points:
            script = venv / "bin" / entry.name
            if entry.group != "console_scripts" or script.exists():
                continue
            python = shlex.quote(str(venv / "bin/python"))
            script.write_text(
                f"#!/bin/sh\\n'''exec' {python} \\"$0\\" \\"$@\\"\\n' '''\\n"
                f"import sys\\nfrom {entry.module} import {entry.attr.split('.')[0]}\\n"
                f"if __name__ == '__main__':\\n    sys.exit({entry.attr}())\\n"
            )
            script.chmod(0o755)

`
    : ""
}
if is_current():
    sys.exit()
# One shell at a time; the lock goes with the process.
fcntl.flock(os.open(venv.parent, os.O_RDONLY), fcntl.LOCK_EX)
if is_current():
    sys.exit()
if venv.is_dir() and any(venv.iterdir()) and not stamp.exists():
    sys.exit(f"{venv} was not made by this shell: move it away, then enter again")
print(f"Filling {venv}", file=sys.stderr)
shutil.rmtree(venv, ignore_errors=True)
venv.mkdir(parents=True, exist_ok=True)
stamp.touch()
run("@python@", "-I", "-m", "venv", venv)
${hasBase ? `pth = venv / "@sitePackages@" / "zz-nixpkgs.pth"\npth.write_text("import site; site.addsitedir('@site@')\\n")\nwrite_scripts()\n` : ""}${hasDirect ? `pip_install("--no-deps", "--ignore-installed", "-r", "@direct@")\n` : ""}${hasMain ? `pip_install("-r", "@requirements@"${constraints})\n` : ""}new = stamp.with_name(".py2nix.new")
new.write_text(wanted)
new.replace(stamp)
`.replace(/\n{4,}/g, "\n\n\n");
  return bind(
    "syncVenv",
    apply(
      select("pkgs.writeText"),
      text("sync-venv.py"),
      indented(source, {
        constraints: [select("constraints")],
        own: [select("projectConstraints")],
        requirements: [select("requirements")],
        direct: [select("directRequirements")],
        site: [select("base"), "/", select("base.sitePackages")],
        sitePackages: [select("python.sitePackages")],
        python: hasLibraries ? [select("venvPython"), "/bin/python3"] : [select("python.interpreter")],
      }),
    ),
    "Fills the virtual environment anew when it is missing, broken or out of date.",
  );
}
