// Which requirements of a project are wanted: its own, the groups and the extras that were asked for.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { normalizeName } from "../pep/pep503.ts";
import { MAIN_GROUP, type Project, type Requirement } from "../project.ts";

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

/** The wanted requirements, the extras and groups that they belong to, and a note for each group and extra that is left out. Throws an InputError for a name that is not there. */
export function selectRequirements(
  project: Project,
  selection: Selection,
): { requirements: Requirement[]; extras: string[]; groups: string[]; diagnostics: Diagnostic[] } {
  const wanted = {
    group: new Set(selection.groups.map(normalizeName)),
    extra: new Set(selection.extras.map(normalizeName)),
  };
  for (const kind of ["group", "extra"] as const) {
    const known = project.selectables.filter((selectable) => selectable.kind === kind).map(({ name }) => name);
    for (const name of wanted[kind]) {
      if (known.includes(name) || (kind === "group" && name === MAIN_GROUP)) continue;
      throw new InputError(`there is no ${kind} ${name}`, {
        hint:
          known.length > 0
            ? `The project has: ${[...new Set(known)].sort().join(", ")}`
            : `The project has no ${kind}s.`,
      });
    }
  }
  const groups = new Set([MAIN_GROUP, ...wanted.group]);
  const extras = new Set(wanted.extra);
  for (const { kind, name, byDefault } of project.selectables) {
    if (byDefault || (kind === "group" ? selection.allGroups : selection.allExtras))
      (kind === "group" ? groups : extras).add(name);
  }
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
  const diagnostics = (["group", "extra"] as const).flatMap((kind): Diagnostic[] => {
    const chosen = kind === "group" ? groups : extras;
    const names = project.selectables
      .filter((other) => other.kind === kind && !chosen.has(other.name))
      .map(({ name }) => name);
    const first = project.requirements.find((requirement) => names.includes(requirement[kind] ?? ""));
    if (names.length === 0) return [];
    const message = `not in the shell: the ${kind}${names.length > 1 ? "s" : ""} ${[...new Set(names)].join(", ")} (--${kind} NAME adds one)`;
    return [{ severity: "note", message, ...(first ? { origin: first.origin } : {}) }];
  });
  return {
    requirements: project.requirements.filter((requirement) => isWanted(requirement) && !isOwn(requirement)),
    extras: [...extras],
    groups: [...groups],
    diagnostics,
  };
}
