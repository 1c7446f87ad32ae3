// What the user decides of a conversion, in a file or on the command line, as plain data that can be printed as JSON.

import { compareTexts } from "../compare.ts";
import type { Origin } from "../diagnostics.ts";
import type { AttributePath, PackageAttribute } from "./attribute-path.ts";

/** Which versions of nixpkgs are taken: those in the declared ranges, the lock's alone, or whatever there is. */
export const MATCHES = ["compatible", "exact", "any"] as const;
export type Match = (typeof MATCHES)[number];

/** What installs the packages that do not come from nixpkgs. */
export const INSTALLERS = ["pip", "uv"] as const;
export type Installer = (typeof INSTALLERS)[number];

export const PROVIDERS = ["pip", "nixpkgs"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** A value and where it was set: null on the command line. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin | null;
}

/** What is decided for one PyPI project. */
export interface PackageSettings {
  /** As written. */
  readonly name: string;
  /** Normalized by PEP 503. */
  readonly key: string;
  readonly origin: Origin | null;
  /** Where it comes from, whatever the versions say. */
  readonly from: Setting<Provider> | null;
  /** The attribute of nixpkgs that stands for it. Never set beside `from` pip. */
  readonly attribute: Setting<PackageAttribute> | null;
  /** As `match` of the settings, for this project alone. Never set beside `from` pip. */
  readonly match: Setting<Match> | null;
  /** What its wheel loads at run time, below `pkgs`. None beside `from` nixpkgs. */
  readonly libraries: readonly Setting<AttributePath>[];
  /** Why, in the user's words: a line without control characters. */
  readonly reason: Setting<string> | null;
}

/** The settings. What is null was not set: the default is for the stage to know. */
export interface Settings {
  /** The minor version of the interpreter, such as `3.12`. */
  readonly python: Setting<string> | null;
  readonly match: Setting<Match> | null;
  /** The name of a style; whether there is such a style is not checked here. */
  readonly style: Setting<string> | null;
  readonly pin: Setting<boolean> | null;
  /** The file to write, as seen from the working folder. A settings file can only name one below its own folder. */
  readonly output: Setting<string> | null;
  /** Normalized names. A name is never among both `groups` and `noGroups`. */
  readonly groups: readonly Setting<string>[];
  readonly noGroups: readonly Setting<string>[];
  readonly extras: readonly Setting<string>[];
  readonly allGroups: Setting<boolean> | null;
  readonly allExtras: Setting<boolean> | null;
  /** `auto`, `none`, or a lock file as seen from the working folder. */
  readonly lock: Setting<string> | null;
  /** Whether the project itself is installed, editable. */
  readonly project: Setting<boolean> | null;
  readonly installer: Setting<Installer> | null;
  /** More packages of nixpkgs for the shell, below `pkgs`. */
  readonly with: readonly Setting<AttributePath>[];
  /** More libraries that wheels load at run time, below `pkgs`. */
  readonly libraries: readonly Setting<AttributePath>[];
  readonly allowUnfree: Setting<boolean> | null;
  /** In the order of their keys, which are distinct. */
  readonly packages: readonly PackageSettings[];
}

/** Nothing is set. */
export const EMPTY_SETTINGS: Settings = {
  python: null,
  match: null,
  style: null,
  pin: null,
  output: null,
  groups: [],
  noGroups: [],
  extras: [],
  allGroups: null,
  allExtras: null,
  lock: null,
  project: null,
  installer: null,
  with: [],
  libraries: [],
  allowUnfree: null,
  packages: [],
};

/** What is decided for a project by its normalized name, or null. */
export function packageSettings(settings: Settings, key: string): PackageSettings | null {
  return settings.packages.find((candidate) => candidate.key === key) ?? null;
}

/**
 * `over` on top of `base`: the command line over a file. A single value replaces the one below; lists add to those
 * below; and what contradicts a decision of `over` is dropped from `base` (`--from-pip` drops an attribute, `--group`
 * a group that is left out). When no side contradicts itself, neither does the result.
 */
export function mergeSettings(base: Settings, over: Settings): Settings {
  return {
    python: over.python ?? base.python,
    match: over.match ?? base.match,
    style: over.style ?? base.style,
    pin: over.pin ?? base.pin,
    output: over.output ?? base.output,
    groups: union(without(base.groups, over.noGroups), over.groups),
    noGroups: union(without(base.noGroups, over.groups), over.noGroups),
    extras: union(base.extras, over.extras),
    allGroups: over.allGroups ?? base.allGroups,
    allExtras: over.allExtras ?? base.allExtras,
    lock: over.lock ?? base.lock,
    project: over.project ?? base.project,
    installer: over.installer ?? base.installer,
    with: union(base.with, over.with),
    libraries: union(base.libraries, over.libraries),
    allowUnfree: over.allowUnfree ?? base.allowUnfree,
    packages: mergePackages(base.packages, over.packages),
  };
}

function mergePackages(base: readonly PackageSettings[], over: readonly PackageSettings[]): readonly PackageSettings[] {
  const byKey = new Map(base.map((one) => [one.key, one] as const));
  for (const one of over) {
    const below = byKey.get(one.key);
    byKey.set(one.key, below ? mergePackage(below, one) : one);
  }
  return inOrder([...byKey.values()]);
}

function mergePackage(base: PackageSettings, over: PackageSettings): PackageSettings {
  const from = over.from ?? (contradictionOf({ ...over, from: base.from }) === null ? base.from : null);
  const isFromPip = from?.value === "pip";
  return {
    name: over.name,
    key: over.key,
    origin: over.origin,
    from,
    attribute: over.attribute ?? (isFromPip ? null : base.attribute),
    match: over.match ?? (isFromPip ? null : base.match),
    libraries: from?.value === "nixpkgs" ? [] : union(base.libraries, over.libraries),
    reason: over.reason ?? base.reason,
  };
}

/** What one project's settings say that cannot be so at once, or null. */
export function contradictionOf({ key, from, attribute, match, libraries }: PackageSettings): string | null {
  if (from?.value === "pip" && attribute) return `${key} is to come from pip, so no attribute stands for it`;
  if (from?.value === "pip" && match) return `${key} is to come from pip, so no version of nixpkgs has to match`;
  if (from?.value === "nixpkgs" && libraries.length > 0)
    return `${key} is to come from nixpkgs, and libraries are for the wheels that pip installs`;
  return null;
}

/** The packages in the order of their keys, by code units. */
export function inOrder(packages: readonly PackageSettings[]): readonly PackageSettings[] {
  return [...packages].sort((a, b) => compareTexts(a.key, b.key));
}

/** What two values of a list are compared by. */
function identity(value: string | AttributePath): string {
  return JSON.stringify(value);
}

function union<T extends string | AttributePath>(
  below: readonly Setting<T>[],
  above: readonly Setting<T>[],
): readonly Setting<T>[] {
  return [...without(below, above), ...above];
}

function without<T extends string | AttributePath>(
  settings: readonly Setting<T>[],
  taken: readonly Setting<T>[],
): readonly Setting<T>[] {
  const names = new Set(taken.map(({ value }) => identity(value)));
  return settings.filter(({ value }) => !names.has(identity(value)));
}
