// What of a lock the product takes for a selection, asked as the command line asks it: the project is loaded, the
// requirements are selected, and reachLock says what they lead to. The oracles of lock files compare this.

import { realFiles } from "../../src/cli/files.ts";
import { type GivenText, loadProject } from "../../src/manifests/load.ts";
import type { MarkerEnvironment } from "../../src/pep/pep508.ts";
import { type InterpreterIdentity, markerEnvironment, PLATFORMS } from "../../src/platforms.ts";
import type { LockedPackage, Project } from "../../src/project.ts";
import { Context } from "../../src/resolver/context.ts";
import { reachLock } from "../../src/resolver/lock-reach.ts";
import { projectsOf } from "../../src/resolver/lock-selection.ts";
import { DEFAULT_SELECTION, type Selection, selectRequirements } from "../../src/resolver/selection.ts";
import { fixtures } from "../support/paths.ts";
import { indexOf } from "../support/projects.ts";

/** An interpreter on a system. */
export interface Environment {
  readonly identity: InterpreterIdentity;
  /** Of the system in a PlatformSet. */
  readonly bit: number;
  readonly environment: MarkerEnvironment;
}

const SYSTEMS = ["x86_64-linux", "aarch64-darwin"];

/** Each interpreter on Linux and on macOS. */
export function environmentsOf(versions: readonly string[]): Environment[] {
  return versions.flatMap((version) =>
    SYSTEMS.map((system) => {
      const identity = { version, implementation: "cpython" } as const;
      const bit = PLATFORMS.findIndex((platform) => platform.system === system);
      return { identity, bit, environment: markerEnvironment(identity, PLATFORMS[bit]!) };
    }),
  );
}

/** `3.13.7 x86_64-linux` */
export function nameOf({ identity, bit }: Environment): string {
  return `${identity.version} ${PLATFORMS[bit]?.system}`;
}

const loaded = new Map<string, Project>();

/** A project with its lock; `manifest` is a path under fixtures, or a lock that stands alone. It is read once. */
export function loadFixture(manifest: string | GivenText, lock: string, members: readonly string[] = []): Project {
  if (typeof manifest !== "string") return loadProject([manifest], realFiles, { format: null, lock: "none" });
  const id = JSON.stringify([manifest, lock, members]);
  const known = loaded.get(id);
  if (known) return known;
  const paths = { manifest: `${fixtures}/${manifest}`, lock: lock === "auto" ? lock : `${fixtures}/${lock}` };
  const project = loadProject([paths.manifest], realFiles, { format: null, lock: paths.lock, members });
  loaded.set(id, project);
  return project;
}

// What nixpkgs has is not asked.
const INDEX = indexOf({});

/**
 * The packages of the project's lock that a selection has anywhere, and whether in each environment; the order is that
 * of the lock. Throws where the lock lacks a requirement.
 */
export function reachedIn(
  project: Project,
  selection: Partial<Selection>,
  environments: readonly Environment[],
): Map<LockedPackage, boolean[]> {
  const { lock } = project;
  if (!lock) throw new Error("the project has no lock");
  const chosen = selectRequirements(project, { ...DEFAULT_SELECTION, ...selection });
  const reached = environments.map(({ identity, bit }) => {
    const interpreter = { attribute: "python3", version: identity.version, reason: "" };
    const context = new Context(INDEX, interpreter, []);
    const active = context.activate(chosen.requirements);
    const { graph, missing } = reachLock(lock, active, chosen, identity, project.foldersInLock);
    const [lacking] = missing;
    if (lacking) throw new Error(`${lock.file} lacks ${lacking.requirement.key} with ${JSON.stringify(selection)}`);
    return lock.packages.map((_, node) => (graph.reached(node) & (1 << bit)) !== 0);
  });
  const rows = lock.packages.map((locked, node) => [locked, reached.map((truths) => truths[node] ?? false)] as const);
  return new Map(rows.filter(([, truths]) => truths.includes(true)));
}

/** The projects of a workspace that a selection installs themselves: those with something to install. */
export function installedProjects(project: Project, selection: Partial<Selection>): LockedPackage[] {
  const { lock, foldersInLock } = project;
  const chosen = selectRequirements(project, { ...DEFAULT_SELECTION, ...selection });
  if (!lock || !chosen.main) return [];
  return projectsOf(lock, foldersInLock).filter(({ source }) => source.kind === "path" && source.virtual !== true);
}
