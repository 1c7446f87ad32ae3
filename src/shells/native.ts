// The style `native`: no pip. What nixpkgs lacks, or has in a version that does not fit, is built by Nix from the files
// that the lock names, and stands in the interpreter's own package set, so that nixpkgs' packages see it too.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import {
  apply,
  attributes,
  type Binding,
  bind,
  type Expression,
  list,
  operation,
  referredNames,
  select,
} from "../nix/expression.ts";
import { NO_PLATFORM } from "../platforms.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { always, conditionalList, operandsOf } from "./conditional-list.ts";
import { environmentOf } from "./environment.ts";
import { fileOf } from "./file.ts";
import { type Distributions, distributionsOf, usualOf } from "./native-files.ts";
import { attributeFor, type Built, dependenciesOf, overrides, sharedBindings } from "./native-packages.ts";
import { editableFolders, isEditable, projectBinding, projectHook } from "./native-project.ts";
import { packageList } from "./python-packages.ts";
import { noPythonPath, shell } from "./shell.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";
import { type FromPip, pipDecisions } from "./venv.ts";

export const native: Style = {
  name: "native",
  summary: "no pip: Nix builds what nixpkgs lacks from the files that the lock names",
  fileName: "shell.nix",
  direnv: "use nix",
  provision: { nixpkgs: "from nixpkgs", others: "built by Nix", own: "is read from its folder" },
  render: renderNative,
};

type FromNixpkgs = Extract<Decision, { from: "nixpkgs" }>;

function renderNative(plan: Plan, options: RenderOptions): Rendering {
  const fromPip = pipDecisions(plan);
  if (fromPip.length === 0) return shell.render(plan, options);
  const editable = fromPip.filter(isEditable);
  const built = builtPackages(
    fromPip.filter((decision) => !isEditable(decision)),
    plan,
    options,
  );
  const dependencies = dependenciesOf(plan, built);
  const { index } = options;
  const packages = overrides(built, dependencies, {
    sourceNeeds: options.sourceNeeds,
    wheelNeeds: (key) => index.wheelNeeds(key),
  });
  const folders = editableFolders(editable);
  const base = bind(
    "base",
    apply(select("python.withPackages"), {
      kind: "lambda",
      argument: "ps",
      body: environmentList(plan, built, dependencies.of, folders.length > 0),
    }),
  );
  const bindings = [
    ...sharedBindings(referredNames({ bindings: packages, body: list([]) })),
    interpreterBinding(plan, packages),
    ...(folders.length > 0 ? [projectBinding(folders, options)] : []),
    base,
  ];
  return {
    file: fileOf(plan, options, bindings, mkShell(plan, options, folders.length > 0)),
    diagnostics: notes(plan, built, dependencies.circles, folders.length > 0),
  };
}

/** What there is to build each package from. Throws an InputError that names all that there is nothing for. */
function builtPackages(decisions: readonly FromPip[], plan: Plan, options: RenderOptions): Built[] {
  const found = decisions.map((decision) => ({ decision, result: distributionsOf(decision, plan, options) }));
  const missing = found.flatMap(({ decision, result }) =>
    "reason" in result ? [{ decision, reason: result.reason }] : [],
  );
  const [first] = missing;
  if (first) {
    const asker = first.decision.requesters.find(({ kind }) => kind === "manifest");
    throw new InputError(`native has nothing to build these from: ${byReason(missing).join("; ")}`, {
      ...(asker?.kind === "manifest" ? { origin: asker.origin } : {}),
      hint: "Lock the project with a tool that writes down files and their hashes (uv lock, poetry lock, pdm lock), or take another style.",
    });
  }
  return found.map(({ decision, result }) => ({
    decision,
    distributions: result as Distributions,
    ...attributeFor(options.index, decision.key, plan.interpreter.attribute),
  }));
}

/** `a, b (why)` for each reason. */
function byReason(missing: readonly { readonly decision: FromPip; readonly reason: string }[]): string[] {
  const reasons = [...new Set(missing.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const names = missing.filter((entry) => entry.reason === reason).map(({ decision }) => decision.name);
    return `${[...new Set(names)].join(", ")} (${reason})`;
  });
}

/** The interpreter, with these packages in its set. */
function interpreterBinding(plan: Plan, packages: readonly Binding[]): Binding {
  const python = select("pkgs", plan.interpreter.attribute);
  if (packages.length === 0) return bind("python", python);
  const previous = referredNames({ bindings: packages, body: list([]) }).has("prev") ? "prev" : "_prev";
  return bind(
    "python",
    apply(
      { kind: "select", path: ["pkgs", plan.interpreter.attribute, "override"] },
      attributes(
        bind("packageOverrides", {
          kind: "lambda",
          argument: `final: ${previous}`,
          body: attributes(...packages),
        }),
        bind("self", select("python")),
      ),
    ),
    "What nixpkgs lacks, or has in a version that does not fit, is part of its package set.",
  );
}

/** What is asked for: all but what a package that is built here brings along. */
function environmentList(
  plan: Plan,
  built: readonly Built[],
  needs: ReturnType<typeof dependenciesOf>["of"],
  hasProject: boolean,
): Expression {
  const brought = new Map<string, number>();
  for (const item of built)
    for (const { attribute, platforms } of needs.get(item) ?? []) {
      const id = JSON.stringify(attribute);
      brought.set(id, (brought.get(id) ?? NO_PLATFORM) | platforms);
    }
  const isWanted = ({ requesters, platforms }: Decision, attribute: readonly string[]) =>
    requesters.some(({ kind }) => kind === "manifest") ||
    (platforms & ~(brought.get(JSON.stringify(attribute)) ?? NO_PLATFORM)) !== NO_PLATFORM;
  const wanted = [
    ...plan.decisions.filter(
      (decision): decision is FromNixpkgs =>
        decision.from === "nixpkgs" &&
        decision.listed &&
        decision.package.kind === "python" &&
        (decision.package.extras.length > 0 || isWanted(decision, decision.package.attribute)),
    ),
    ...built
      .filter(({ decision, attribute }) => isWanted(decision, [attribute]))
      .map(
        ({ decision, attribute, distributions }): FromNixpkgs => ({
          ...decision,
          from: "nixpkgs",
          listed: true,
          package: { kind: "python", attribute: [attribute], version: distributions.version, extras: [] },
        }),
      ),
  ];
  const packages = packageList(wanted);
  if (!hasProject) return packages;
  const [first, ...rest] = operandsOf(packages);
  return first?.kind === "list"
    ? operation("++", [list([...first.items, select("project")]), ...rest])
    : operation("++", [list([select("project")]), packages]);
}

function mkShell(plan: Plan, options: RenderOptions, hasProject: boolean): Expression {
  const decisions = plan.decisions.filter(({ from }) => from !== "pip");
  const { programs } = environmentOf({ ...plan, decisions }, options);
  return apply(
    select("pkgs.mkShell"),
    attributes(
      bind("packages", conditionalList([always(select("base")), ...programs])),
      ...(programs.length > 0 ? [noPythonPath("The programs' own packages stay out of PYTHONPATH.")] : []),
      ...(hasProject && !options.inPlace ? [bind("shellHook", projectHook())] : []),
    ),
  );
}

/** pip's options that say nothing to somebody who has the files. */
const WITHOUT_EFFECT: readonly string[] = [
  ...["--pre", "--prefer-binary", "--require-hashes", "--no-index"],
  ...["--no-binary", "--only-binary"],
];

function notes(
  plan: Plan,
  built: readonly Built[],
  circles: ReadonlyMap<Built, readonly string[]>,
  hasProject: boolean,
): Diagnostic[] {
  const names = (items: readonly Built[]) => [...new Set(items.map(({ decision }) => decision.name))].join(", ");
  const note = (message: string): Diagnostic => ({ severity: "note", message });
  const warning = (message: string): Diagnostic => ({ severity: "warning", message });
  const replacing = built.filter(({ replaces }) => replaces);
  const guessed = built.filter(({ distributions: { fallback }, replaces }) => fallback?.kind === "source" && !replaces);
  return [
    ...built.flatMap(({ decision, distributions: { wheels, fallback } }) => {
      const lacking = fallback === null ? usualOf(decision.platforms).filter((system) => !wheels.has(system)) : [];
      if (lacking.length === 0) return [];
      return [
        warning(`the lock has no file of ${decision.name} for ${lacking.join(", ")}: the shell is not for those`),
      ];
    }),
    ...(guessed.length > 0
      ? [
          warning(
            `setuptools builds ${names(guessed)} from source, since the lock does not tell what does: see build-system in the file`,
          ),
        ]
      : []),
    ...built.flatMap(({ decision: { name, requirements } }) =>
      requirements.flatMap(({ options, marker }) => [
        ...(options.length > 0
          ? [warning(`native leaves out what is said to pip of ${name}: ${options.join(" ")}`)]
          : []),
        ...(marker === null ? [] : [warning(`${name} is taken whether or not ${marker}: only pip could tell`)]),
      ]),
    ),
    ...plan.pipOptions
      .filter(({ option }) => !WITHOUT_EFFECT.includes(option))
      .map(
        ({ option, origin }): Diagnostic => ({
          severity: "warning",
          message: `native has no pip, and leaves out ${option}`,
          origin,
        }),
      ),
    ...(replacing.length > 0
      ? [note(`nixpkgs' packages that need one of these are built anew: ${names(replacing)}`)]
      : []),
    ...[...circles].map(([{ decision }, keys]) =>
      note(`${decision.name} and ${keys.join(", ")} need each other: they are beside each other in the shell`),
    ),
    ...(hasProject
      ? [note("the project's modules are read from its folder; its commands are not installed: use python -m")]
      : []),
  ];
}
