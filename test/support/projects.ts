// Small projects, locks and indexes, written in a line each.

import { print } from "../../src/nix/print.ts";
import { NixpkgsIndex, type NixpkgsRelease } from "../../src/nixpkgs/index.ts";
import { normalizeName } from "../../src/pep/pep503.ts";
import { parseMarker, parseRequirement } from "../../src/pep/pep508.ts";
import { NO_PLATFORM, type PlatformSet } from "../../src/platforms.ts";
import {
  EMPTY_PROJECT,
  type Lock,
  type LockedDependency,
  type LockedPackage,
  type Project,
  type Requirement,
  type Source,
} from "../../src/project.ts";
import type { Decision } from "../../src/resolver/plan.ts";
import { type ResolveOptions, resolve } from "../../src/resolver/resolve.ts";
import { DEFAULT_SELECTION } from "../../src/resolver/selection.ts";
import { platformCondition } from "../../src/shells/platform-condition.ts";

export const RELEASE: NixpkgsRelease = {
  channel: "nixos-test",
  release: "25.11",
  revision: "0123456789abcdef0123456789abcdef01234567",
  narHash: "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  date: "2025-10-09",
  default: "python313",
  interpreters: {
    python310: "3.10.18",
    python311: "3.11.13",
    python312: "3.12.11",
    python313: "3.13.7",
    python314: "3.14.0",
  },
  sets: ["python313", "python312"],
};

/** Rows of a table in the order that the program searches in. */
function table(rows: readonly (readonly string[])[]): string {
  const sorted = [...rows].sort(([a = ""], [b = ""]) => {
    const [x, y] = [normalizeName(a), normalizeName(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  return sorted.map((row) => `${row.join("\t")}\n`).join("");
}

export interface IndexTables {
  /** Attribute to version. */
  readonly programs?: Readonly<Record<string, string>>;
  /** PyPI name, attribute, set, kind, whether versions compare, note. */
  readonly exceptions?: readonly (readonly string[])[];
  readonly falseFriends?: readonly (readonly string[])[];
  readonly backports?: readonly (readonly string[])[];
  readonly wheelLibraries?: readonly (readonly string[])[];
  readonly nativeLibraries?: readonly (readonly string[])[];
  readonly anomalies?: readonly (readonly string[])[];
  /** Attribute to the attributes that it needs; an index that knows none of them where this is left out. */
  readonly edges?: Readonly<Record<string, readonly string[]>>;
  readonly release?: Partial<NixpkgsRelease>;
}

/** An index of Python attributes and their versions. */
export function indexOf(packages: Readonly<Record<string, string>>, tables: IndexTables = {}): NixpkgsIndex {
  const versions = (attributes: Readonly<Record<string, string>>) =>
    table(Object.entries(attributes).map(([attribute, version]) => [attribute, "", version]));
  return new NixpkgsIndex({
    release: JSON.stringify({ ...RELEASE, ...tables.release }),
    python: versions(packages),
    programs: versions(tables.programs ?? {}),
    exceptions: table(tables.exceptions ?? []),
    falseFriends: table(tables.falseFriends ?? []),
    backports: table(tables.backports ?? []),
    wheelLibraries: table(tables.wheelLibraries ?? []),
    nativeLibraries: table(tables.nativeLibraries ?? []),
    anomalies: table(tables.anomalies ?? []),
    ...(tables.edges
      ? { edges: table(Object.entries(tables.edges).map(([attr, needs]) => [attr, needs.join(" ")])), extras: "" }
      : {}),
  });
}

/** A requirement from its PEP 508 text. */
export function requirement(text: string, more: Partial<Requirement> = {}): Requirement {
  const { name, extras, specifier, marker } = parseRequirement(text);
  return {
    name,
    key: normalizeName(name),
    extras,
    constraint: [specifier],
    marker,
    source: { kind: "registry" },
    hashes: [],
    options: [],
    group: "main",
    extra: null,
    origin: { file: "requirements.txt", line: 1 },
    ...more,
  };
}

/** A package of a lock: its version, or all of it. `needs` are PEP 508 texts; under `extras` they are optional. */
export interface LockEntry {
  readonly version: string;
  readonly needs?: readonly string[];
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  readonly marker?: string;
  readonly source?: Source;
  readonly files?: readonly string[];
}

/** A lock of packages by name; a name may have several entries. */
export function lockOf(entries: Readonly<Record<string, string | LockEntry | readonly LockEntry[]>>): Lock {
  const packages = Object.entries(entries).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as LockEntry[]) : [value as string | LockEntry]).map((entry) =>
      lockedPackage(name, typeof entry === "string" ? { version: entry } : entry),
    ),
  );
  return { file: "poetry.lock", reach: "dependencies", tool: "poetry", packages, requiresPython: null };
}

function lockedPackage(name: string, entry: LockEntry): LockedPackage {
  const extras = Object.entries(entry.extras ?? {});
  return {
    name,
    key: normalizeName(name),
    version: entry.version,
    source: entry.source ?? { kind: "registry" },
    marker: entry.marker === undefined ? null : parseMarker(entry.marker),
    groups: null,
    requiresPython: [[]],
    dependencies: [
      ...(entry.needs ?? []).map((text) => lockedDependency(text, false)),
      ...extras.flatMap(([, texts]) => texts.map((text) => lockedDependency(text, true))),
    ],
    extras: Object.fromEntries(extras.map(([extra, texts]) => [extra, texts.map((text) => requirement(text).key)])),
    files: (entry.files ?? []).map((file) => ({ name: file, hash: `sha256:${file.length}` })),
    origin: { file: "poetry.lock", line: 1 },
  };
}

function lockedDependency(text: string, optional: boolean): LockedDependency {
  const { key, extras, constraint, marker } = requirement(text);
  return { key, extras, constraint, marker, optional };
}

/** A project of PEP 508 requirements. */
export function projectOf(requirements: readonly (string | Requirement)[], more: Partial<Project> = {}): Project {
  return {
    ...EMPTY_PROJECT,
    requirements: requirements.map((item) => (typeof item === "string" ? requirement(item) : item)),
    ...more,
  };
}

export function plan(project: Project, index: NixpkgsIndex, options: Partial<ResolveOptions> = {}) {
  return resolve(project, index, { selection: DEFAULT_SELECTION, python: null, ...options });
}

/** `isLinux && isx86_64`, the platforms of a set as the Nix file says it; null for all. */
export function where(platforms: PlatformSet): string | null {
  const condition = platformCondition(platforms);
  return condition === null ? null : print(condition, 0).replaceAll("stdenv.hostPlatform.", "");
}

/** A decision in a line: `flask: nixpkgs 3.1`, `six: pip six==1.0 (isLinux)`. */
export function line(decision: Decision): string {
  const at = decision.platforms === NO_PLATFORM ? null : where(decision.platforms);
  const what = (() => {
    switch (decision.from) {
      case "nixpkgs": {
        const { attribute, version, extras } = decision.package;
        const shown = extras.map(
          ({ name, platforms }) => `${name}${platforms === decision.platforms ? "" : ` (${where(platforms)})`}`,
        );
        const extra = shown.length > 0 ? `[${shown.join(",")}]` : "";
        const name = attribute.join(".");
        return `nixpkgs ${name === decision.key ? "" : `${name} `}${version}${extra}${decision.listed ? "" : ", not listed"}`;
      }
      case "pip":
        return `pip ${decision.requirements
          .map(
            ({ name, extras, specifier }) => `${name}${extras.length > 0 ? `[${extras.join(",")}]` : ""}${specifier}`,
          )
          .join(" and ")}`;
      case "nowhere":
        return "nowhere";
    }
  })();
  return `${decision.key}: ${what}${at === null ? "" : ` (${at})`}`;
}

/** The plan's decisions, a line each. */
export function lines(project: Project, index: NixpkgsIndex, options: Partial<ResolveOptions> = {}): string[] {
  return plan(project, index, options).decisions.map(line);
}

/** The plan's decisions with their reasons. */
export function reasons(
  project: Project,
  index: NixpkgsIndex,
  options: Partial<ResolveOptions> = {},
): Record<string, string> {
  return Object.fromEntries(plan(project, index, options).decisions.map((item) => [line(item), item.reason]));
}
