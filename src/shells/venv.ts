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
import { syncBinding } from "./venv-sync.ts";

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
  const directNames: string[] = [];
  for (const { name, key, reason, platforms, requirements } of decisions) {
    for (const [index, requirement] of requirements.entries()) {
      const comment = index === 0 ? [`${name}: ${reason}`] : [];
      const value = requirementLine(requirement, outputFolder);
      // With hashes pip wants them for every line, so what can have none is installed apart, as is what must not
      // be taken for Nix's package of the same version.
      if (!isDirect(requirement) && !(isLocked && requirement.hashes.length === 0)) {
        lines.main.push({ platforms, item: { comment, value } });
      } else {
        lines.direct.push({ platforms, item: { comment, value } });
        if (requirement.name !== null) directNames.push(key);
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
  if (hasBase) bindings.push(constraintsBinding(directNames));
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
    syncBinding({
      base: hasBase,
      directRequirements: hasDirect,
      requirements: lines.main.length > 0,
      projectConstraints: own.length > 0,
      venvPython: hasLibraries,
    }),
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

/** The constraints file, without the projects (normalized names) that pip installs from a place of their own. */
function constraintsBinding(direct: readonly string[]): Binding {
  const names = apply(select("lib.escapeShellArg"), text(direct.join(" ")));
  const script = direct.length > 0 ? ALL_BUT_DIRECT : ALL_VERSIONS;
  return bind(
    "constraints",
    apply(
      select("pkgs.runCommand"),
      text("constraints.txt"),
      attributes(),
      indented(script, { interpreter: [select("base.interpreter")], names: [names] }),
    ),
    "What Nix provides, in the versions that pip sees. pip keeps to them, or says that it cannot.",
  );
}

const ALL_VERSIONS = `
@interpreter@ -I -c '
from importlib.metadata import distributions

for dist in distributions():
    print(f"{dist.name}=={dist.version}")
' > $out
`;

const ALL_BUT_DIRECT = `
@interpreter@ -I -c '
import re, sys
from importlib.metadata import distributions

for dist in distributions():
    if re.sub("[-_.]+", "-", dist.name).lower() not in sys.argv[1].split():
        print(f"{dist.name}=={dist.version}")
' @names@ > $out
`;

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
