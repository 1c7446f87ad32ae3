// From a project and an index to a plan.

import { compareTexts } from "../compare.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { formatConstraint, isUnconstrained } from "../pep/constraint.ts";
import { NO_PLATFORM } from "../platforms.ts";
import type { LockedPackage, Project, Requirement } from "../project.ts";
import { EMPTY_SETTINGS, type Settings } from "../settings/settings.ts";
import { forcedByIndex } from "./built-on.ts";
import { type Active, Context } from "./context.ts";
import { tellContradictions } from "./contradictions.ts";
import { chooseInterpreter } from "./interpreter.ts";
import { decideLocked } from "./locked.ts";
import { decideOpen } from "./open.ts";
import { decideOwn } from "./own.ts";
import type { Decision, PipConstraint, Plan } from "./plan.ts";
import { type Selection, selectRequirements } from "./selection.ts";

export interface ResolveOptions {
  readonly selection: Selection;
  /** An interpreter that is taken whatever the project requires: `3.12`. */
  readonly python: string | null;
  /** What the user decides beside that, for all dependencies and for single ones. */
  readonly settings?: Settings;
}

/** Makes the plan of a project. Throws an InputError where the project contradicts itself or asks for what is not there. */
export function resolve(project: Project, index: NixpkgsIndex, options: ResolveOptions): Plan {
  const chosen = selectRequirements(project, options.selection, options.settings);
  const ofLock = project.lock?.requiresPython ?? null;
  const ranges = project.requiresPython.length === 0 && ofLock ? [ofLock] : project.requiresPython;
  const { interpreter, diagnostics: ofInterpreter } = chooseInterpreter(
    ranges,
    index.release,
    options.python ?? options.settings?.python?.value ?? null,
  );
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...chosen.diagnostics, ...ofInterpreter];
  const settings = options.settings ?? EMPTY_SETTINGS;
  const context = new Context(index, interpreter, diagnostics, settings);
  // In an order of their own: the order in which files list them changes neither decisions nor reasons.
  const active = sortedBy(context.activate(chosen.requirements), ({ requirement }) => meaning(requirement));
  const constraints = sortedBy(context.activate(project.constraints), ({ requirement }) => meaning(requirement));
  const lock = project.lock && { ...project.lock, packages: sortedBy(project.lock.packages, identityOf) };
  const locked = lock
    ? decideLocked(context, lock, active, chosen, project.foldersInLock)
    : { decisions: [], open: active, fromPip: [] };
  const forced = forcedByIndex(context, locked.open, constraints, locked.fromPip, locked.decisions);
  const dependencies = [
    ...locked.decisions,
    ...decideOpen(context, locked.open, constraints, [...locked.fromPip, ...forced]),
  ];
  tellContradictions(context, active, constraints, dependencies);
  const own = settings.project?.value === false ? [] : decideOwn(project, chosen, dependencies);
  const decisions = [...dependencies, ...own];
  decisions.sort((a, b) => compareTexts(a.key, b.key) || compareTexts(a.from, b.from) || b.platforms - a.platforms);
  return {
    projectName: project.name,
    groups: chosen.groups,
    extras: chosen.extras,
    index: index.release,
    interpreter,
    decisions,
    constraints: pipConstraints(constraints, decisions, diagnostics),
    indexes: project.indexes,
    pipOptions: project.pipOptions,
    ...wheelNeeds(context, decisions),
    diagnostics,
  };
}

function sortedBy<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  return items
    .map((item) => [textOf(item), item] as const)
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([, item]) => item);
}

/** All that a requirement says; where two say the same, their places. */
function meaning({ origin, ...said }: Requirement): string {
  return JSON.stringify([said.key, said, origin]);
}

function identityOf({ key, version, source, marker }: LockedPackage): string {
  return JSON.stringify([key, version, source, marker]);
}

/** The project's own constraints, as far as pip brings what they are about, or may bring it for another package. */
function pipConstraints(
  constraints: readonly Active[],
  decisions: readonly Decision[],
  diagnostics: Diagnostic[],
): PipConstraint[] {
  if (decisions.every(({ from }) => from !== "pip")) return [];
  return constraints.flatMap(({ requirement, platforms }): PipConstraint[] => {
    const { key, name, constraint, source, origin } = requirement;
    const fromNix = decisions
      .filter((decision) => decision.key === key && decision.from === "nixpkgs")
      .reduce((set, decision) => set | decision.platforms, NO_PLATFORM);
    const here = platforms & ~fromNix;
    if (source.kind !== "registry") {
      diagnostics.push({
        severity: "warning",
        message: `the constraint that takes ${name ?? key} from a URL is not passed on`,
        origin,
      });
      return [];
    }
    if (here === NO_PLATFORM || isUnconstrained(constraint)) return [];
    return [{ text: `${name ?? key}${formatConstraint(constraint)}`, platforms: here, origin }];
  });
}

/** What the wheels that pip installs need at run time, by what is known of them and what the user adds. */
function wheelNeeds(
  context: Context,
  decisions: readonly Decision[],
): Pick<Plan, "wheelLibraries" | "wheelPrograms" | "hasBinaryWheels"> {
  const fromPip = decisions.filter((decision) => decision.from === "pip");
  const needs = fromPip.flatMap(({ key }) => context.index.wheelNeeds(key));
  const attributes = (kind: "library" | "program") =>
    needs.filter((need) => need.kind === kind).flatMap((need) => need.attributes);
  const added = [
    ...context.settings.libraries,
    ...fromPip.flatMap(({ key }) => context.decided(key)?.libraries ?? []),
  ].map(({ value }) => value);
  return {
    wheelLibraries: distinctPaths([...attributes("library"), ...(fromPip.length > 0 ? added : [])]),
    wheelPrograms: distinctPaths(attributes("program")),
    hasBinaryWheels: fromPip.some(({ isPure }) => !isPure),
  };
}

function distinctPaths(paths: readonly (readonly string[])[]): (readonly string[])[] {
  const byName = new Map(paths.map((path) => [path.join("."), path] as const));
  return [...byName].sort(([a], [b]) => compareTexts(a, b)).map(([, path]) => path);
}
