// The packages of the style `native`: their attributes in the interpreter's set, what each needs of the others, and the
// `buildPythonPackage` of each.

import { append } from "../append.ts";
import { compareTexts } from "../compare.ts";
import {
  apply,
  attributes,
  type Binding,
  bind,
  type Expression,
  list,
  operation,
  select,
  text,
  verbatim,
} from "../nix/expression.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { ALL_PLATFORMS, NO_PLATFORM, type PlatformSet, platformsWhere } from "../platforms.ts";
import { isCandidate } from "../resolver/context.ts";
import type { Plan } from "../resolver/plan.ts";
import { type Conditional, conditionalList, on } from "./conditional-list.ts";
import { type Distribution, type Distributions, type Fetch, storeName } from "./native-files.ts";
import { platformCondition } from "./platform-condition.ts";
import type { RenderOptions } from "./style.ts";
import type { FromPip } from "./venv.ts";

/** A package that the file builds. */
export interface Built {
  readonly decision: FromPip;
  readonly distributions: Distributions;
  /** Its name in the interpreter's package set. */
  readonly attribute: string;
  /** Whether nixpkgs has the attribute too. */
  readonly replaces: boolean;
}

/** A dependency of a built package: an attribute of the set, and where it is needed. */
export interface Dependency {
  readonly attribute: readonly string[];
  readonly platforms: PlatformSet;
}

/** Names of the package set that are no packages. */
const RESERVED: ReadonlySet<string> = new Set("python pkgs lib stdenv override overrides self super extend".split(" "));

/**
 * The attribute of a project (normalized name) in the set of an interpreter: nixpkgs' own where it has the project, for
 * others in nixpkgs need it by that name; else the project's name, unless nixpkgs has another project by that.
 */
export function attributeFor(
  index: NixpkgsIndex,
  key: string,
  interpreter: string,
): { readonly attribute: string; readonly replaces: boolean } {
  if (RESERVED.has(key)) return { attribute: `${key}-pypi`, replaces: false };
  const found = index.find(key, interpreter);
  if (isCandidate(found) && found.kind === "python" && found.sameDistribution && found.attribute.length === 1)
    return { attribute: found.attribute[0] ?? key, replaces: true };
  const there = index
    .pythonAttributes(key)
    .filter(
      (path) => path.length === 1 && index.entries(path, "python").some((entry) => entry.interpreter === interpreter),
    );
  const own = there.find((path) => index.namesFor(path).includes(key))?.[0];
  if (own !== undefined) return { attribute: own, replaces: true };
  const isTaken = there.some(([attribute]) => attribute === key);
  return { attribute: isTaken ? `${key}-pypi` : key, replaces: false };
}

/** What every built package needs, by its key; and the needs that are left out since they would go in a circle. */
export function dependenciesOf(
  plan: Plan,
  built: readonly Built[],
): { readonly of: ReadonlyMap<Built, readonly Dependency[]>; readonly circles: ReadonlyMap<Built, readonly string[]> } {
  const of = new Map<Built, Dependency[]>();
  const circles = new Map<Built, string[]>();
  const state = new Map<Built, "open" | "done">();
  const visit = (item: Built): void => {
    state.set(item, "open");
    const found = new Map<string, Dependency>();
    const add = (attribute: readonly string[], platforms: PlatformSet) => {
      const id = JSON.stringify(attribute);
      found.set(id, { attribute, platforms: platforms | (found.get(id)?.platforms ?? NO_PLATFORM) });
    };
    for (const { key, platforms } of item.decision.needs) {
      const wanted = platforms & item.decision.platforms;
      for (const other of built.filter(({ decision }) => decision.key === key && (decision.platforms & wanted) !== 0)) {
        if (other === item) continue;
        if (!state.has(other)) visit(other);
        if (state.get(other) === "open") append(circles, item, key);
        else add([other.attribute], wanted & other.decision.platforms);
      }
      for (const decision of plan.decisions)
        if (decision.key === key && decision.from === "nixpkgs" && decision.package.kind === "python")
          add(decision.package.attribute, wanted & decision.platforms);
    }
    const needs = [...found.values()].filter(({ platforms }) => platforms !== NO_PLATFORM);
    of.set(item, needs);
    state.set(item, "done");
  };
  for (const item of built) if (!state.has(item)) visit(item);
  return { of, circles };
}

/** What the packages share, and is bound once. */
export interface Shared {
  readonly sourceNeeds: RenderOptions["sourceNeeds"];
  readonly wheelNeeds: NixpkgsIndex["wheelNeeds"];
}

const LINUX = select("stdenv.hostPlatform.isLinux");

/** The attributes of the interpreter's set, sorted: each once, whichever decisions lead to it. */
export function overrides(
  built: readonly Built[],
  dependencies: ReturnType<typeof dependenciesOf>,
  shared: Shared,
): Binding[] {
  const byName = new Map<string, Built[]>();
  for (const item of built) append(byName, item.attribute, item);
  return [...byName]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([attribute, items]) => {
      const comment = [...new Set(items.map(({ decision: { name, reason } }) => `${name}: ${withoutPip(reason)}`))];
      const needs = (item: Built) => dependencies.of.get(item) ?? [];
      const variants = items.flatMap((item) => variantsOf(item, needs(item), dependencies.circles.has(item), shared));
      const covered = items.reduce((set, { decision }) => set | decision.platforms, NO_PLATFORM);
      const original = items.some(({ replaces }) => replaces) && covered !== ALL_PLATFORMS;
      return bind(attribute, choice(variants, original ? select("prev", attribute) : null), ...comment);
    });
}

/** The plan knows two places that packages come from; what pip would install is taken from the lock here. */
function withoutPip(reason: string): string {
  return reason.replaceAll("from pip", "from the lock");
}

interface Variant {
  readonly platforms: PlatformSet;
  readonly value: Expression;
}

/** `if` over platforms; the last stands for the rest, unless there is something else for that. */
function choice(variants: readonly Variant[], rest: Expression | null): Expression {
  const [first, ...others] = variants;
  if (!first) throw new Error("a choice needs a variant");
  const condition = others.length === 0 && rest === null ? null : platformCondition(first.platforms);
  if (condition === null) return first.value;
  const whenFalse = others.length === 0 && rest !== null ? rest : choice(others, rest);
  return { kind: "if", condition, whenTrue: first.value, whenFalse };
}

/** The package by its wheels, or from its source where it has none. */
function variantsOf(item: Built, needs: readonly Dependency[], inCircle: boolean, shared: Shared): Variant[] {
  const { wheels, fallback } = item.distributions;
  const { platforms } = item.decision;
  const build = (distribution: Distribution, source: Expression, here: PlatformSet): Variant => ({
    platforms: here,
    value: buildPythonPackage(item, distribution, source, dependenciesIn(needs, here), inCircle, shared),
  });
  const [first] = wheels.values();
  if (!first) return fallback ? [build(fallback, fetchCall(fallback.fetch), platforms)] : [];
  if (fallback?.kind !== "source") {
    const files = fallback ? [...wheels, ["any", fallback] as const] : [...wheels];
    return [build(first, bySystem(files), platforms)];
  }
  const withWheels = platformsWhere(({ system }) => wheels.has(system));
  const isOne = [...wheels.values()].every(({ fetch }) => JSON.stringify(fetch) === JSON.stringify(first.fetch));
  return [
    build(first, isOne ? fetchCall(first.fetch) : bySystem([...wheels]), withWheels),
    build(fallback, fetchCall(fallback.fetch), platforms & ~withWheels),
  ];
}

function dependenciesIn(needs: readonly Dependency[], here: PlatformSet): Conditional[] {
  return needs.map(({ attribute, platforms }) =>
    on((platforms & here) === here ? ALL_PLATFORMS : platforms & here, select("final", ...attribute)),
  );
}

function buildPythonPackage(
  { decision, attribute, replaces, distributions }: Built,
  distribution: Distribution,
  source: Expression,
  dependencies: readonly Conditional[],
  inCircle: boolean,
  shared: Shared,
): Expression {
  const isWheel = distribution.kind === "wheel";
  const needed = conditionalList(dependencies);
  return apply(
    select("final.buildPythonPackage"),
    attributes(
      bind("pname", text(decision.key)),
      bind("version", text(storeName(distributions.version))),
      isWheel ? bind("format", text("wheel")) : bind("pyproject", verbatim("true")),
      bind("src", source),
      ...(distribution.subdirectory === undefined ? [] : [inSubdirectory(distribution.subdirectory)]),
      ...(isWheel ? wheelParts(decision, distribution, shared) : sourceParts(decision, attribute, replaces, shared)),
      ...(dependencies.length > 0 ? [bind("dependencies", needed)] : []),
      ...(inCircle && !isWheel
        ? [bind("dontCheckRuntimeDeps", verbatim("true"), "It and what it needs need each other.")]
        : []),
    ),
  );
}

function inSubdirectory(folder: string): Binding {
  return bind("postUnpack", text("sourceRoot=$sourceRoot/", apply(select("lib.escapeShellArg"), text(folder))));
}

/** On Linux the libraries that a compiled wheel takes from the system are set in it. */
function wheelParts({ key }: FromPip, { isPure }: Distribution, { wheelNeeds }: Shared): Binding[] {
  if (isPure) return [];
  const own = wheelNeeds(key)
    .flatMap(({ kind, attributes: paths }) => (kind === "library" ? paths : []))
    .filter((path) => !["zlib", "stdenv.cc.cc.lib"].includes(path.join(".")))
    .map((path) => select("pkgs", ...path));
  const libraries =
    own.length === 0 ? select("wheelLibraries") : operation("++", [select("wheelLibraries"), list(own)]);
  return [
    bind("nativeBuildInputs", apply(select("lib.optionals"), LINUX, list([select("pkgs.autoPatchelfHook")]))),
    bind("buildInputs", apply(select("lib.optionals"), LINUX, libraries)),
    bind("dontStrip", verbatim("true")),
  ];
}

function sourceParts({ key }: FromPip, attribute: string, replaces: boolean, { sourceNeeds }: Shared): Binding[] {
  const { libraries, tools } = sourceNeeds(key);
  const inputs = (name: string, paths: readonly (readonly string[])[]) =>
    paths.length === 0 ? [] : [bind(name, list(paths.map((path) => select("pkgs", ...path))))];
  return [
    replaces
      ? bind("build-system", select("prev", attribute, "build-system"), "As nixpkgs builds its own version.")
      : bind(
          "build-system",
          list([select("final.setuptools"), select("final.wheel")]),
          "A lock does not tell what builds a package: this is the usual.",
        ),
    ...inputs("nativeBuildInputs", tools),
    ...inputs("buildInputs", libraries),
  ];
}

// ---- sources ---------------------------------------------------------------------------------------------

function fetchCall(fetch: Fetch): Expression {
  if ("value" in fetch) return fetch.value;
  return apply(select(fetch.by), attributes(...fetch.arguments.map(([name, value]) => bind(name, value))));
}

/** The file of the system: what all of them have in common once, and the rest by `forSystem`. */
function bySystem(files: readonly (readonly [system: string, distribution: Distribution])[]): Expression {
  const calls = files.flatMap(([, { fetch }]) => ("by" in fetch ? [fetch] : []));
  const [first] = calls;
  if (!first || calls.length < files.length || calls.some(({ by }) => by !== first.by))
    return forSystem(files.map(([system, { fetch }]) => bind(system, fetchCall(fetch))));
  const isCommon = (id: string) =>
    calls.every((call) => call.arguments.some((argument) => JSON.stringify(argument) === id));
  const common = first.arguments.filter((argument) => isCommon(JSON.stringify(argument)));
  const own = calls.map((call, at) =>
    bind(
      files[at]?.[0] ?? "",
      attributes(
        ...call.arguments
          .filter((argument) => !isCommon(JSON.stringify(argument)))
          .map(([name, value]) => bind(name, value)),
      ),
    ),
  );
  const selected = forSystem(own);
  if (common.length === 0) return apply(select(first.by), selected);
  return apply(
    select(first.by),
    operation("//", [attributes(...common.map(([name, value]) => bind(name, value))), selected]),
  );
}

function forSystem(bindings: readonly Binding[]): Expression {
  return apply(select("forSystem"), attributes(...bindings));
}

/** The bindings that the packages refer to, those that are used. */
export function sharedBindings(names: ReadonlySet<string>): Binding[] {
  return [
    ...(names.has("forSystem")
      ? [
          { kind: "inherit", from: "pkgs.stdenv.hostPlatform", names: ["system"] } as const,
          bind(
            "forSystem",
            verbatim('files: files.${system} or files.any or (throw "the lock has no file for ${system}")'),
            "A wheel is for a system; `any` is for all others.",
          ),
        ]
      : []),
    ...(names.has("wheelLibraries")
      ? [
          bind(
            "wheelLibraries",
            list([select("stdenv.cc.cc.lib"), select("pkgs.zlib")]),
            "Compiled wheels expect these where other distributions have them.",
          ),
        ]
      : []),
  ];
}
