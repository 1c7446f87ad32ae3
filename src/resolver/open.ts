// Decisions without a lock: the manifest's requirements alone, what they need in turn being left to nixpkgs and pip.

import { append } from "../append.ts";
import type { Candidate } from "../nixpkgs/index.ts";
import { asOneSet, formatConstraint, isUnconstrained, joinNeighbours } from "../pep/constraint.ts";
import { formatSpecifierSet } from "../pep/pep440.ts";
import { formatMarker } from "../pep/pep508.ts";
import { NO_PLATFORM, type PlatformSet } from "../platforms.ts";
import { ANY_VERSION, type Requirement } from "../project.ts";
import { unique } from "../unique.ts";
import { type Active, type Context, fitReason, isCandidate, requestersOf, tellMismatch } from "./context.ts";
import { misfit } from "./fit.ts";
import type { Decision, PipCause, PipRequirement } from "./plan.ts";

/** Where nixpkgs' package of a name does not go with what comes from pip, and why. */
export interface Forced extends WhyPip {
  readonly key: string;
  readonly platforms: PlatformSet;
}

/** Why a package comes from pip, in words and as data. */
export interface WhyPip {
  readonly reason: string;
  readonly cause: PipCause;
}

/**
 * Decides each project that the requirements name, by all that ask for it together and the constraints on it. `fromPip`
 * is what comes from pip in any case.
 */
export function decideOpen(
  context: Context,
  active: readonly Active[],
  constraints: readonly Active[],
  fromPip: readonly Forced[] = [],
): Decision[] {
  const groups = new Map<string, Active[]>();
  for (const entry of active) append(groups, entry.requirement.key, entry);
  return [...groups].flatMap(([key, group]) => {
    const narrowing = constraints.filter(({ requirement }) => requirement.key === key);
    const forced = fromPip.filter((one) => one.key === key);
    return decideProject(context, key, group, narrowing, forced);
  });
}

function decideProject(
  context: Context,
  key: string,
  group: readonly Active[],
  constraints: readonly Active[],
  forced: readonly Forced[],
): Decision[] {
  const wanted = group.reduce((set, { platforms }) => set | platforms, NO_PLATFORM);
  const base = { name: group[0]?.requirement.name ?? key, key, requesters: requestersOf(group), platforms: wanted };
  if (wanted === NO_PLATFORM) return [{ ...base, from: "nowhere", reason: inapplicable(context, group) }];
  const replacement = context.index.standardLibrary(key, ANY_VERSION);
  if (
    replacement !== null &&
    forced.length === 0 &&
    group.every(({ requirement }) => requirement.source.kind === "registry" && isUnconstrained(requirement.constraint))
  ) {
    return [{ ...base, from: "nowhere", reason: `Python has it in its standard library: ${replacement}` }];
  }

  const found = context.find(key);
  let pip = NO_PLATFORM;
  let first: WhyPip | null = null;
  for (const { requirement, platforms } of [...group, ...constraints]) {
    const here = platforms & wanted;
    const why = here === NO_PLATFORM ? null : requirementRefusal(context, requirement, found);
    if (why === null) continue;
    pip |= here;
    first ??= { reason: why, cause: { builtOn: [], by: null, isSet: context.isFromPip(key) } };
  }
  for (const { platforms, reason, cause } of forced) {
    if ((platforms & wanted) === NO_PLATFORM) continue;
    pip |= platforms & wanted;
    first ??= { reason, cause };
  }
  const decisions: Decision[] = [];
  const nix = wanted & ~pip;
  if (nix !== NO_PLATFORM && isCandidate(found)) {
    const { kind, attribute, version } = found;
    const here = group.filter(({ platforms }) => (platforms & nix) !== NO_PLATFORM);
    const extras = kind === "python" ? extrasOf(here, nix) : [];
    decisions.push({
      ...base,
      from: "nixpkgs",
      platforms: nix,
      listed: true,
      reason: `${fitReason(found, here)}${extrasReason(extras)}`,
      package: { kind, attribute, version, extras },
    });
  }
  // Requirements of the same extent stand in one decision.
  const extents = new Map<PlatformSet, Active[]>();
  for (const entry of group) {
    const extent = entry.platforms & pip;
    if (extent !== NO_PLATFORM) append(extents, extent, entry);
  }
  for (const [platforms, entries] of extents) {
    decisions.push({
      ...base,
      from: "pip",
      platforms,
      requesters: requestersOf(entries),
      ...(first as WhyPip),
      requirements: entries.map((entry) => pipRequirement(context, entry)),
      isPure: false,
      needs: [],
    });
  }
  return decisions;
}

/** Without a lock it is not known what extras add: nixpkgs' package tells that, where it does. */
function extrasReason(extras: readonly { readonly name: string }[]): string {
  if (extras.length === 0) return "";
  const names = extras.map(({ name }) => name).join(", ");
  return `; what its extra${extras.length > 1 ? "s" : ""} ${names} add${extras.length > 1 ? "" : "s"} is taken from optional-dependencies, where nixpkgs has them`;
}

/** The extras that requirements ask for, and where. */
function extrasOf(active: readonly Active[], within: PlatformSet): { name: string; platforms: PlatformSet }[] {
  const found = new Map<string, PlatformSet>();
  for (const { requirement, platforms } of active) {
    for (const name of requirement.extras) found.set(name, (found.get(name) ?? NO_PLATFORM) | (platforms & within));
  }
  return [...found].map(([name, platforms]) => ({ name, platforms }));
}

function inapplicable(context: Context, group: readonly Active[]): string {
  const markers = unique(
    group.flatMap(({ requirement }) => (requirement.marker ? [formatMarker(requirement.marker)] : [])),
  );
  return `not for Python ${context.interpreter.version} on any system of nixpkgs: ${markers.join("; ")}`;
}

/** Why nixpkgs' package cannot be what the requirement asks for; null when it can. */
export function requirementRefusal(
  context: Context,
  requirement: Requirement,
  found: Candidate | { readonly reason: string },
): string | null {
  const { source, key, constraint } = requirement;
  if (context.isForced(key)) return null;
  if (source.kind === "path") return `it is required from ${source.path}`;
  if (source.kind !== "registry") return `it is required from ${source.url}`;
  if (source.index !== undefined) return `it is required from the index ${source.index}`;
  if (!isCandidate(found)) return found.reason;
  if (context.match(key) !== "any") return misfit(found, constraint);
  tellMismatch(context, found, constraint, requirement.name ?? key, requirement.origin);
  return null;
}

function pipRequirement(context: Context, { requirement, undecided }: Active): PipRequirement {
  return {
    name: requirement.name,
    extras: requirement.extras,
    specifier: requirement.source.kind === "registry" ? pipSpecifier(context, requirement) : "",
    source: requirement.source,
    marker: undecided && formatMarker(undecided),
    hashes: requirement.hashes,
    options: requirement.options,
    files: [],
    origin: requirement.origin,
  };
}

/** The constraint as pip takes it. pip has no unions: where one set cannot say the same, it gets the last range. */
function pipSpecifier(context: Context, { constraint, name, origin }: Requirement): string {
  const one = asOneSet(constraint);
  if (one) return formatSpecifierSet(one);
  const last = formatSpecifierSet(joinNeighbours(constraint).at(-1) ?? []);
  const message = `pip cannot be asked for ${name}${formatConstraint(constraint)}: it is asked for ${last}`;
  context.diagnostics.push({ severity: "warning", message, origin });
  return last;
}
