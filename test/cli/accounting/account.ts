// Holds what was read against what was counted: every entry is a requirement or is told, and nothing else is there.

import { realFiles } from "../../../src/cli/files.ts";
import { loadInputs } from "../../../src/cli/inputs.ts";
import { projectToJson } from "../../../src/report/project-json.ts";
import { type Entry, entriesOf, isLock, type LockedEntry, lockedOf, normalize, splitNames } from "./counters.ts";

export interface Account {
  /** How many entries the file has by the count: requirements, or packages, edges and files of a lock. */
  readonly entries: number;
  /** Those that are in the JSON. */
  readonly read: number;
  /** Those that are in no list, and that a diagnostic tells. */
  readonly told: number;
  /** What does not add up, a line each. */
  readonly wrong: readonly string[];
}

interface Requirement {
  readonly key: string;
  readonly name: string | null;
  readonly group: string;
  readonly extra: string | null;
  readonly origin: { readonly file: string; readonly line: number };
}
export interface Read {
  readonly requirements: readonly Requirement[];
  readonly buildRequires: readonly Requirement[];
  readonly constraints: readonly Requirement[];
  readonly diagnostics: readonly { readonly message: string; readonly origin: Requirement["origin"] | null }[];
  readonly lock: {
    readonly file: string;
    readonly packages: readonly {
      readonly key: string;
      readonly version: string | null;
      readonly dependencies: readonly unknown[];
      readonly dependencyGroups: Readonly<Record<string, readonly unknown[]>>;
      readonly files: readonly unknown[];
    }[];
  } | null;
}

/** Reads a manifest or lock, alters what was read, and counts it. Throws what the reading throws. */
export function accountFor(path: string, alter: (json: Read) => Read = (json) => json): Account {
  const { project } = loadInputs([path], realFiles, { format: null, lock: isLock(path) ? "auto" : "none" });
  const json = alter(projectToJson(project) as unknown as Read);
  return isLock(path)
    ? accountForLock(json, lockedOf(path))
    : accountForManifest(json, entriesOf(path), splitNames(path));
}

function accountForManifest(json: Read, entries: readonly Entry[], split: ReadonlySet<string>): Account {
  const left = new Map<string, Requirement[]>();
  const put = (bucket: string, requirement: Requirement) =>
    left.set(bucket, [...(left.get(bucket) ?? []), requirement]);
  for (const requirement of json.requirements) {
    const { extra, group } = requirement;
    put(extra !== null ? `extra ${extra}` : group === "main" ? "main" : `group ${group}`, requirement);
  }
  for (const requirement of json.buildRequires) put("build", requirement);
  for (const requirement of json.constraints) put("constraint", requirement);

  const wrong: string[] = [];
  let read = 0;
  let told = 0;
  for (const entry of entries) {
    const candidates = left.get(entry.bucket) ?? [];
    const index = candidates.findIndex((requirement) => isOf(entry, requirement));
    if (index >= 0) {
      candidates.splice(index, 1);
      read++;
    } else if (json.diagnostics.some((diagnostic) => tells(diagnostic, entry))) told++;
    else wrong.push(`not read: ${entry.name ?? "?"} in ${entry.bucket}${entry.at ? ` (line ${entry.at.from})` : ""}`);
  }
  for (const [bucket, requirements] of left) {
    for (const { key, origin } of requirements)
      if (!split.has(key)) wrong.push(`not in the file: ${key} in ${bucket} (line ${origin.line})`);
  }
  return { entries: entries.length, read, told, wrong };
}

function isOf(entry: Entry, { key, origin }: Requirement): boolean {
  const isName = entry.name === null || entry.name === key;
  return isName && (!entry.at || (origin.file === entry.at.file && isWithin(entry.at, origin.line)));
}

function isWithin({ from, to }: NonNullable<Entry["at"]>, line: number): boolean {
  return line >= from && line <= to;
}

function tells({ message, origin }: Read["diagnostics"][number], entry: Entry): boolean {
  if (entry.at && origin && origin.file === entry.at.file && isWithin(entry.at, origin.line)) return true;
  if (entry.list !== undefined && message.startsWith(`${entry.list} `)) return true;
  const words = message.split(/[\s,:;()`"[\]]+/).map((word) => normalize(word.replace(/[<>=!~].*$/, "")));
  return entry.name !== null && words.includes(entry.name);
}

function accountForLock(json: Read, entries: readonly LockedEntry[]): Account {
  const left = [...(json.lock?.packages ?? [])];
  const size = (count: (entry: LockedEntry) => number) => entries.reduce((sum, entry) => sum + count(entry), 0);
  const wrong: string[] = [];
  let read = 0;
  for (const entry of entries) {
    const index = left.findIndex(
      ({ key, version, dependencies, dependencyGroups, files }) =>
        key === entry.name &&
        sameVersion(version ?? "", entry.version) &&
        dependencies.length + Object.values(dependencyGroups).flat().length === entry.edges &&
        files.length === entry.files,
    );
    if (index >= 0) {
      left.splice(index, 1);
      read += 1 + entry.edges + entry.files;
    } else wrong.push(`not read: ${entry.name} ${entry.version} with ${entry.edges} edges and ${entry.files} files`);
  }
  for (const { key, version, dependencies, dependencyGroups, files } of left)
    wrong.push(
      `not in the file: ${key} ${version} with ${dependencies.length + Object.values(dependencyGroups).flat().length} edges and ${files.length} files`,
    );
  return { entries: entries.length + size(({ edges }) => edges) + size(({ files }) => files), read, told: 0, wrong };
}

function sameVersion(version: string, counted: string): boolean {
  return version === counted || (counted === "*" && version === "");
}
