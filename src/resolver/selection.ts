// Which requirements of a project are wanted: its own, the groups and the extras that were asked for.

import { compareTexts } from "../compare.ts";
import { type Diagnostic, InputError } from "../diagnostics.ts";
import { normalizeName } from "../pep/pep503.ts";
import { type ConflictItem, MAIN_GROUP, type Project, type Requirement, type Selectable } from "../project.ts";
import { EMPTY_SETTINGS, type Setting, type Settings } from "../settings/settings.ts";
import { unique } from "../unique.ts";
import { offeredParts } from "./lock-selection.ts";

/** What was asked for. Names are compared in their normalized form. */
export interface Selection {
  readonly groups: readonly string[];
  /** Groups that are left out, whatever else asks for them; `main` for the project's own dependencies. */
  readonly noGroups: readonly string[];
  /** These groups alone, without the project's own dependencies; none of them means no such limit. */
  readonly onlyGroups: readonly string[];
  readonly extras: readonly string[];
  readonly allGroups: boolean;
  readonly allExtras: boolean;
  /** Whether the groups that the manifest's tool takes by itself are taken. */
  readonly defaultGroups: boolean;
  /** The members of the workspace that are wanted, by name; none for the project of the manifest. */
  readonly members: readonly string[];
  /** Whether what the project is built with (`build-system.requires`) is wanted. */
  readonly buildSystem: boolean;
}

export const DEFAULT_SELECTION: Selection = {
  groups: [],
  noGroups: [],
  onlyGroups: [],
  extras: [],
  allGroups: false,
  allExtras: false,
  defaultGroups: true,
  members: [],
  buildSystem: false,
};

/** The parts of a project that are wanted. Names are normalized. */
export interface Chosen {
  readonly requirements: readonly Requirement[];
  /** Whether the project's own dependencies are among them. */
  readonly main: boolean;
  /** The groups, `main` among them where it is wanted. */
  readonly groups: readonly string[];
  /** Those of the groups that were asked for by name. */
  readonly asked: readonly string[];
  readonly extras: readonly string[];
}

type Kind = Selectable["kind"];

/** Where the names of a selection were set: not on the command line. */
export type NamedIn = Pick<Settings, "groups" | "noGroups" | "extras">;

/**
 * Works out what of a project is wanted; a note tells each group and extra that is left out. Throws an InputError for
 * a name that is not there, with the line of the settings that has it, and for extras or groups that exclude each other.
 */
export function selectRequirements(
  given: Project,
  selection: Selection,
  settings: NamedIn = EMPTY_SETTINGS,
): Chosen & { readonly diagnostics: readonly Diagnostic[] } {
  const offered = given.lock ? offeredParts(given.lock, given.foldersInLock) : { own: [], inherited: [] };
  const project = { ...given, selectables: withOthers(given.selectables, offered.own) };
  const all = { ...given, selectables: withOthers(project.selectables, offered.inherited) };
  const namedIn = { group: [...settings.groups, ...settings.noGroups], extra: settings.extras };
  checkNames(all, "group", [...selection.groups, ...selection.noGroups, ...selection.onlyGroups], namedIn.group);
  checkNames(all, "extra", selection.extras, namedIn.extra);
  const groups = chosenGroups(all, selection);
  const extras = new Set(selection.onlyGroups.length > 0 ? [] : selection.extras.map(normalizeName));
  if (selection.onlyGroups.length > 0 && (selection.allExtras || selection.extras.length > 0))
    throw new InputError("--only-group takes groups alone, and extras belong to the project's own dependencies", {
      hint: "Take --group, or leave out the extras.",
    });
  if (selection.allExtras) for (const name of namesOf(project, "extra")) extras.add(name);

  const own = project.name === null ? null : normalizeName(project.name);
  const isOwn = (requirement: Requirement) =>
    own !== null && requirement.key === own && requirement.source.kind === "registry";
  const isWanted = ({ group, extra }: Requirement) => (extra === null ? groups.has(group) : extras.has(extra));
  // `project[a,b]` in a group or extra stands for the project's own extras.
  for (let size = -1; size !== extras.size; ) {
    size = extras.size;
    for (const requirement of project.requirements) {
      if (isOwn(requirement) && isWanted(requirement))
        for (const extra of requirement.extras) extras.add(normalizeName(extra));
    }
  }
  checkConflicts(project, groups, extras);
  const requirements = project.requirements.filter((requirement) => isWanted(requirement) && !isOwn(requirement));
  return {
    requirements: selection.buildSystem ? [...requirements, ...project.buildRequires] : requirements,
    main: groups.has(MAIN_GROUP),
    groups: [...groups, ...(groups.has(MAIN_GROUP) ? groupsOfLock(project) : [])],
    asked: [
      ...[...selection.groups, ...selection.onlyGroups].map(normalizeName),
      ...(selection.allGroups ? offered.inherited.map(({ name }) => name) : []),
    ],
    extras: [...extras],
    diagnostics: [
      ...leftOut(project, "group", new Set([...groups, ...selection.noGroups.map(normalizeName)])),
      ...leftOut(project, "extra", extras),
      ...(groups.has(MAIN_GROUP) ? [] : [WITHOUT_MAIN]),
    ],
  };
}

/** What the manifest names comes first: only it tells what is taken by default. */
function withOthers(known: readonly Selectable[], others: readonly Selectable[]): Selectable[] {
  const parts = [...known];
  for (const { kind, name, byDefault } of others)
    if (!parts.some((part) => part.kind === kind && part.name === name)) parts.push({ kind, name, byDefault });
  return parts;
}

/** The groups by which the lock alone means what the project itself needs. */
function groupsOfLock({ lock, selectables }: Project): string[] {
  const known = new Set(selectables.map(({ name }) => name));
  return (lock?.defaultGroups ?? []).filter((name) => !known.has(name));
}

const WITHOUT_MAIN: Diagnostic = {
  severity: "note",
  message: "the project's own dependencies are not in the shell, as was asked for",
};

function namesOf(project: Project, kind: Kind): string[] {
  return unique(project.selectables.filter((selectable) => selectable.kind === kind).map(({ name }) => name));
}

function checkNames(
  project: Project,
  kind: Kind,
  names: readonly string[],
  settings: readonly Setting<string>[],
): void {
  const known = namesOf(project, kind);
  for (const name of names.map(normalizeName)) {
    if (known.includes(name) || (kind === "group" && name === MAIN_GROUP)) continue;
    const origin = settings.find((setting) => normalizeName(setting.value) === name)?.origin;
    throw new InputError(`there is no ${kind} ${name}`, {
      ...(origin ? { origin } : {}),
      hint:
        known.length > 0 ? `The project has: ${known.sort(compareTexts).join(", ")}` : `The project has no ${kind}s.`,
    });
  }
}

function chosenGroups(project: Project, selection: Selection): Set<string> {
  const only = selection.onlyGroups.map(normalizeName);
  const groups = new Set(only.length > 0 ? only : [MAIN_GROUP, ...selection.groups.map(normalizeName)]);
  if (only.length === 0) {
    for (const { kind, name, byDefault } of project.selectables) {
      if (kind === "group" && (selection.allGroups || (byDefault && selection.defaultGroups))) groups.add(name);
    }
  }
  for (const name of selection.noGroups) groups.delete(normalizeName(name));
  return groups;
}

/** Two chosen extras or groups of a project that exclude each other, or null. */
export function conflictIn(
  conflicts: readonly (readonly ConflictItem[])[],
  project: string | null,
  chosen: { readonly extras: ReadonlySet<string>; readonly groups: ReadonlySet<string> },
): readonly [ConflictItem, ConflictItem] | null {
  const owner = normalizeName(project ?? "");
  for (const set of conflicts) {
    const [first, second] = set.filter(
      (item) => item.package === owner && item.kind !== "package" && chosen[`${item.kind}s`].has(item.name),
    );
    if (first && second) return [first, second];
  }
  return null;
}

/** uv's conflicts: of a set of extras and groups at most one can be chosen. */
function checkConflicts(project: Project, groups: ReadonlySet<string>, extras: ReadonlySet<string>): void {
  const pair = conflictIn(project.lock?.conflicts ?? [], project.name, { groups, extras });
  if (pair === null) return;
  const [first, second] = pair.map(({ kind, name }) => `the ${kind} ${name}`);
  throw new InputError(`${first} and ${second} exclude each other`, {
    hint: "The project declares so (tool.uv.conflicts): choose one of them with --extra, --group or --no-group.",
  });
}

function leftOut(project: Project, kind: Kind, chosen: ReadonlySet<string>): Diagnostic[] {
  const names = namesOf(project, kind).filter((name) => !chosen.has(name));
  if (names.length === 0) return [];
  const first = project.requirements.find((requirement) => names.includes(requirement[kind] ?? ""));
  const message = `not in the shell: the ${kind}${names.length > 1 ? "s" : ""} ${names.join(", ")} (--${kind} NAME adds one)`;
  return [{ severity: "note", message, ...(first ? { origin: first.origin } : {}) }];
}
