// The project itself, and the members of its workspace: pip installs them editable, over everything else.

import { dirname } from "../paths.ts";
import { ALL_PLATFORMS } from "../platforms.ts";
import type { OwnProject, Project } from "../project.ts";
import { projectsOf } from "./lock-selection.ts";
import type { Decision } from "./plan.ts";
import type { Chosen } from "./selection.ts";

/** Decides the projects that are converted, those left out that a dependency has in already. */
export function decideOwn(project: Project, chosen: Chosen, dependencies: readonly Decision[]): Decision[] {
  if (!chosen.main) return [];
  const there = new Set(dependencies.filter(({ from }) => from === "pip").map(({ key }) => key));
  return ownProjects(project)
    .filter(({ key }) => !there.has(key))
    .map(({ name, key, path, base }) => ({
      name,
      key,
      platforms: ALL_PLATFORMS,
      reason: "it is the project itself",
      requesters: [],
      from: "pip",
      cause: { builtOn: [], by: null, isSet: false },
      requirements: [
        {
          name,
          extras: [],
          specifier: "",
          source: { kind: "path", path, base, editable: true },
          marker: null,
          hashes: [],
          options: [],
          files: [],
          origin: null,
        },
      ],
      isPure: true,
      isOwn: true,
      needs: [],
    }));
}

/** The lock's own projects where it has them, for it knows which of them are installable, else those of the manifests. */
function ownProjects({ own, lock, foldersInLock }: Project): OwnProject[] {
  if (!lock?.members) return [...own];
  return projectsOf(lock, foldersInLock).flatMap(({ name, key, source }) =>
    source.kind === "path" && !source.virtual ? [{ name, key, path: source.path, base: dirname(lock.file) }] : [],
  );
}
