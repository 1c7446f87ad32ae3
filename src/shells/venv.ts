// The virtual environment over the base: what pip installs, what it must keep to, and the script that fills it.
//
// Order of precedence: the standard library, the virtual environment, the base (by a .pth file, which works with
// every nixpkgs; `--system-site-packages` does only since 25.11). PYTHONPATH would come before all, so it is unset.

import { maskCredentials } from "../credentials.ts";
import { type Diagnostic, InputError } from "../diagnostics.ts";
import {
  apply,
  attributes,
  type Binding,
  bind,
  type Expression,
  indented,
  list,
  operation,
  select,
  text,
  verbatim,
} from "../nix/expression.ts";
import { NO_PLATFORM } from "../platforms.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { always, type Conditional, conditionalList, on } from "./conditional-list.ts";
import { constraintLine, isDirect, nameLine, optionLines, requirementLine } from "./pip-lines.ts";
import type { RenderOptions } from "./style.ts";
import type { LayerParts } from "./venv-sync.ts";

export type FromPip = Extract<Decision, { from: "pip" }>;

export function pipDecisions(plan: Plan): FromPip[] {
  return plan.decisions.filter((decision): decision is FromPip => decision.from === "pip");
}

/** The version control systems that pip calls, as attributes of nixpkgs, and the certificates that a pure shell lacks. */
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
  return systems.length === 0 ? [] : [...new Set(systems)].sort().concat("cacert");
}

/** What pip needs to be told, and the interpreter that its packages run by. */
export interface VenvLayer {
  readonly bindings: readonly Binding[];
  readonly parts: LayerParts;
}

/**
 * The layer of what pip brings. `hasBase` says that there is a binding `base`; `wrapsPython` that the interpreter is
 * told where the libraries are.
 */
export function venvLayer(plan: Plan, options: RenderOptions, hasBase: boolean, wrapsPython = true): VenvLayer {
  const decisions = pipDecisions(plan);
  const isLocked = decisions.some((decision) => decision.isLocked);
  const locked = decisions.some(({ requirements }) => requirements.some(({ hashes }) => hashes.length > 0));
  const lines = { main: [] as Conditional[], direct: [] as Conditional[], own: [] as Conditional[] };
  const directNames: string[] = [];
  for (const { name, key, reason, platforms, requirements, isOwn } of decisions) {
    if (isOwn) {
      directNames.push(key);
      lines.own.push(...requirements.map((requirement) => always(requirementLine(requirement, options))));
      continue;
    }
    for (const [index, requirement] of requirements.entries()) {
      const comment = index === 0 ? [`${name}: ${maskCredentials(reason)}`] : [];
      const value = requirementLine(requirement, options);
      // With hashes pip wants them for every line, so what can have none is installed apart, as is what must not
      // be taken for Nix's package of the same version.
      if (!isDirect(requirement) && !(locked && requirement.hashes.length === 0)) {
        lines.main.push({ platforms, item: { comment, value } });
      } else {
        lines.direct.push({ platforms, item: { comment, value } });
        if (requirement.name !== null) directNames.push(key);
        if (!locked) lines.main.push({ platforms, item: { comment: [], value: nameLine(requirement) } });
      }
    }
  }
  const pipOptions = optionLines(plan.indexes, plan.pipOptions, options);
  const hasDirect = lines.direct.length > 0;
  const hasMain = lines.main.length > 0;
  const hasOwn = lines.own.length > 0;
  // Without a lock pip looks for what the project needs that nobody could read.
  const resolves = hasMain || (hasOwn && !isLocked);
  const shared = [hasDirect, hasMain, hasOwn].filter(Boolean).length > 1 && pipOptions.length > 0;
  const own = plan.constraints.filter(({ platforms }) => platforms !== NO_PLATFORM);
  const wraps = wrapsPython && hasLibraries(plan);
  const withOptions = (elements: readonly Conditional[]) =>
    shared ? elements : [...pipOptions.map((value) => always(value)), ...elements];
  const bindings: Binding[] = [];
  if (shared) bindings.push(bind("pipOptions", list(pipOptions)));
  if (hasDirect) {
    const file = requirementsFile("direct.txt", withOptions(lines.direct), shared);
    bindings.push(bind("directRequirements", file, "From pip, each from the place that it names."));
  }
  if (hasMain) {
    const file = requirementsFile("requirements.txt", withOptions(lines.main), shared);
    bindings.push(bind("requirements", file, "From pip, in a virtual environment over the rest."));
  }
  if (hasOwn) {
    const file = requirementsFile("project.txt", withOptions(lines.own), shared);
    bindings.push(bind("project", file, "The project itself, at last: the rest is of use without it."));
  }
  if (hasBase && resolves) bindings.push(constraintsBinding(directNames, isLocked && hasMain));
  if (own.length > 0 && resolves) {
    const elements = own.map((constraint) => on(constraint.platforms, constraintLine(constraint)));
    const file = requirementsFile("project-constraints.txt", elements, false);
    bindings.push(bind("projectConstraints", file, "The project's own constraints."));
  }
  if (wraps) bindings.push(...libraryBindings(plan));
  return {
    bindings,
    parts: {
      installer: options.installer,
      locked,
      base: hasBase,
      directRequirements: hasDirect,
      requirements: hasMain,
      project: hasOwn ? (isLocked ? "alone" : "with needs") : null,
      constraints: hasBase && resolves,
      projectConstraints: own.length > 0 && resolves,
      venvPython: wraps,
    },
  };
}

/** Whether what pip installs loads libraries that it does not bring. */
export function hasLibraries(plan: Plan): boolean {
  return plan.hasBinaryWheels || plan.wheelLibraries.length > 0;
}

function requirementsFile(name: string, lines: readonly Conditional[], withOptions: boolean): Expression {
  const body = conditionalList(lines);
  const content = withOptions
    ? operation("++", [select("pipOptions"), ...(body.kind === "operation" ? body.operands : [body])])
    : body;
  return apply(select("pkgs.writeText"), text(name), apply(select("lib.concatLines"), content));
}

/**
 * The constraints file, without the projects (normalized names) that pip installs from a place of their own. What a lock
 * pins is not held to Nix's version either: a package of nixpkgs can need it that the lock has in a version that does not.
 */
function constraintsBinding(direct: readonly string[], isLocked: boolean): Binding {
  const names = apply(select("lib.escapeShellArg"), text(direct.join(" ")));
  const script = isLocked ? ALL_BUT_LOCKED : direct.length > 0 ? ALL_BUT_DIRECT : ALL_VERSIONS;
  return bind(
    "constraints",
    apply(
      select("pkgs.runCommand"),
      text("constraints.txt"),
      attributes(),
      indented(script, {
        interpreter: [select("base.interpreter")],
        names: [names],
        requirements: [select("requirements")],
      }),
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

const ALL_BUT_LOCKED = `
@interpreter@ -I -c '
import re, sys
from importlib.metadata import distributions

def normalize(name):
    return re.sub("[-_.]+", "-", name).lower()

with open(sys.argv[1]) as requirements:
    pinned = re.findall("^[A-Za-z0-9][A-Za-z0-9._-]*", requirements.read(), re.MULTILINE)
own = {normalize(name) for name in pinned + sys.argv[2].split()}
for dist in distributions():
    if normalize(dist.name) not in own:
        print(f"{dist.name}=={dist.version}")
' @requirements@ @names@ > $out
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

/** The libraries that wheels load. */
export function wheelLibraries(plan: Plan): Expression[] {
  const usual = ["stdenv.cc.cc.lib", "zlib"];
  const special = plan.wheelLibraries.filter((path) => !usual.includes(path.join(".")));
  return [select("stdenv.cc.cc.lib"), select("pkgs.zlib"), ...special.map((path) => select("pkgs", ...path))];
}

/** The libraries that wheels load, and the interpreter that alone sees them. */
function libraryBindings(plan: Plan): Binding[] {
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
      list(wheelLibraries(plan)),
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

/** What the hooks of the styles differ in. */
interface HookOptions {
  /** Bash: whether a shell that cannot be filled is entered all the same. Default: if somebody sits at it. */
  readonly mayGoOn?: string;
  /** Bash that sets VIRTUAL_ENV. */
  readonly place?: string;
  /** Whether nixpkgs' venvShellHook makes the environment the shell's own. */
  readonly byVenvShellHook?: boolean;
}

/** The hook of a shell whose environment `syncVenv` fills. It leaves no variable of its own in the shell. */
export function venvHook(
  options: RenderOptions,
  { mayGoOn = "[[ $- == *i* ]]", place = setsPlace(options), byVenvShellHook = false }: HookOptions = {},
): Expression {
  const filled = `@python@ -I @sync@${byVenvShellHook ? " && venvDir=$VIRTUAL_ENV venvShellHook" : ""}`;
  return indented(
    `
${place}unset PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH
# A command must not run in half an environment; in an interactive shell there is something to mend.
${filled} || ${mayGoOn} || exit 1
${byVenvShellHook ? "" : `export PATH="$VIRTUAL_ENV/bin:$PATH"\n`}`,
    {
      venv: [apply(select("lib.escapeShellArg"), apply(verbatim("toString"), verbatim("./.venv")))],
      python: [select("python.interpreter")],
      sync: [select("syncVenv")],
    },
  );
}

/**
 * Bash that exports the environment's folder. The hook itself says it: `inputsFrom` takes the hook of a shell, and none of
 * its variables.
 */
function setsPlace({ inPlace }: RenderOptions): string {
  return inPlace ? "export VIRTUAL_ENV=@venv@\n" : findsRoot("VIRTUAL_ENV", "/.venv");
}

/** Bash that finds the project of a flake, and exports its folder, with what is below it, by this name and by no other. */
export function findsRoot(name: string, below = ""): string {
  return `# The flake itself is in the store: the project is where its flake.nix is, here or above.
export ${name}=$PWD
while [[ $${name} != "" && ! -e $${name}/flake.nix ]]; do ${name}=\${${name}%/*}; done
${name}=\${${name}:-$PWD}${below}
`;
}

/** What the installer does otherwise than pip. Throws an InputError for what it cannot do at all. */
export function installerNotes(plan: Plan, { installer }: RenderOptions): Diagnostic[] {
  if (installer === "pip") return [];
  for (const { name, requirements, requesters } of pipDecisions(plan)) {
    const other = requirements.find(({ source }) => source.kind === "vcs" && source.vcs !== "git");
    const asker = requesters.find((requester) => requester.kind === "manifest");
    if (other)
      throw new InputError(`uv takes ${name} from no repository but one of git`, {
        ...(asker ? { origin: asker.origin } : {}),
        hint: "Take --installer pip.",
      });
  }
  const known = ["--no-index", "--no-binary", "--only-binary", "--require-hashes"];
  const ofRequirements = pipDecisions(plan).flatMap(({ name, requirements, requesters }) =>
    requirements.flatMap(({ options }) => (options.length > 0 ? [{ name, options, requesters }] : [])),
  );
  return [
    ...plan.pipOptions
      .filter(({ option }) => !known.includes(option))
      .map(
        ({ option, origin }): Diagnostic => ({
          severity: "warning",
          message: `uv does not know ${option} in a requirements file, and leaves it out`,
          origin,
        }),
      ),
    ...ofRequirements.map(({ name, options, requesters }): Diagnostic => {
      const asker = requesters.find((requester) => requester.kind === "manifest");
      return {
        severity: "warning",
        message: `uv leaves out what is said to pip of ${name}: ${options.join(" ")}`,
        ...(asker ? { origin: asker.origin } : {}),
      };
    }),
  ];
}
