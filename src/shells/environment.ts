// What the shells of all styles are made of: the interpreter with nixpkgs' packages, programs and libraries.

import { compareTexts } from "../compare.ts";
import { type Binding, bind, type Expression, select } from "../nix/expression.ts";
import { ALL_PLATFORMS, type PlatformSet } from "../platforms.ts";
import type { PipRequirement, Plan } from "../resolver/plan.ts";
import { type Conditional, on } from "./conditional-list.ts";
import { listedPackages, pythonWith } from "./python-packages.ts";
import type { RenderOptions } from "./style.ts";
import { type FromPip, pipDecisions, versionControlPrograms } from "./venv.ts";

export interface Environment {
  readonly fromPip: readonly FromPip[];
  /** Whether nixpkgs' packages are with the interpreter. */
  readonly hasBase: boolean;
  /** Programs that the shell has on PATH. */
  readonly programs: readonly Conditional[];
  /** Libraries that what is built from source is linked against. */
  readonly libraries: readonly Conditional[];
}

export function environmentOf(plan: Plan, options: RenderOptions): Environment {
  const fromPip = pipDecisions(plan);
  const built = fromPip.filter((decision) => isBuiltFromSource(decision, plan));
  const needs = built.map(({ key, platforms }) => ({ platforms, ...options.sourceNeeds(key) }));
  return {
    fromPip,
    hasBase: listedPackages(plan, "python").length > 0,
    programs: merged([
      ...listedPackages(plan, "program")
        .map(({ package: { attribute }, platforms }) => ({ path: attribute, platforms }))
        .sort((a, b) => compareTexts(a.path.join("."), b.path.join("."))),
      ...everywhere(versionControlPrograms(fromPip).map((name) => [name])),
      ...everywhere(plan.wheelPrograms),
      ...everywhere(fromPip.length > 0 && options.installer === "uv" ? [["uv"]] : []),
      ...needs.flatMap(({ tools, platforms }) => tools.map((path) => ({ path, platforms }))),
      ...everywhere(options.packages),
    ]),
    libraries: merged(needs.flatMap(({ libraries, platforms }) => libraries.map((path) => ({ path, platforms })))),
  };
}

/** The programs of a shell in which pip does nothing, and needs none. */
export function programsBesidePip(plan: Plan, options: RenderOptions): readonly Conditional[] {
  const decisions = plan.decisions.filter(({ from }) => from !== "pip");
  return environmentOf({ ...plan, decisions, wheelPrograms: [] }, options).programs;
}

/** The bindings `python`, and `base` where nixpkgs' packages are with it. */
export function baseBindings(plan: Plan, { hasBase }: Environment): Binding[] {
  const base = pythonWith(plan, listedPackages(plan, "python"), select("python"));
  return [
    bind("python", select("pkgs", plan.interpreter.attribute)),
    ...(hasBase ? [bind("base", base, "From nixpkgs.")] : []),
  ];
}

/** The interpreter with what nixpkgs has, by the name that `baseBindings` gives it. */
export function baseName({ hasBase }: Environment): Expression {
  return select(hasBase ? "base" : "python");
}

interface Wanted {
  readonly path: readonly string[];
  readonly platforms: PlatformSet;
}

function everywhere(paths: readonly (readonly string[])[]): Wanted[] {
  return paths.map((path) => ({ path, platforms: ALL_PLATFORMS }));
}

/** Each attribute of `pkgs` once, where any asks for it, in the order of the first. */
function merged(wanted: readonly Wanted[]): Conditional[] {
  const byPath = new Map<string, Wanted>();
  for (const { path, platforms } of wanted) {
    const name = JSON.stringify(path);
    byPath.set(name, { path, platforms: platforms | (byPath.get(name)?.platforms ?? 0) });
  }
  return [...byPath.values()].map(({ path, platforms }) => on(platforms, select("pkgs", ...path)));
}

/** Whether there is no wheel of it as far as is known: the lock has none, its source is one, or a wheel is not wanted. */
function isBuiltFromSource({ key, requirements }: FromPip, { pipOptions }: Plan): boolean {
  const refused = pipOptions
    .filter(({ option }) => option === "--no-binary")
    .flatMap(({ value }) => (value ?? "").split(","));
  return refused.includes(":all:") || refused.includes(key) || requirements.some(isSource);
}

function isSource({ source, files }: PipRequirement): boolean {
  if (source.kind === "url") return !/\.whl(?:[?#]|$)/i.test(source.url);
  if (source.kind !== "registry") return true;
  return files.length > 0 && files.every(({ name }) => !/\.whl$/i.test(name));
}
