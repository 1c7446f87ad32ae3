// Whether two markers or two sets of specifiers mean the same: by trying them where they can differ. Tools write a marker
// in other words than the manifest's, and leave out what `requires-python` decides.

import { parseVersion, satisfies } from "../pep/pep440.ts";
import { evaluateMarker, type Marker, type MarkerComparison, MarkerError, markerKey } from "../pep/pep508.ts";
import type { Constraint } from "../project.ts";

/** More environments than this are not tried, nor so many that more comparisons are made in them. */
const MAX_ENVIRONMENTS = 5_000;
const MAX_COMPARISONS = 1_000_000;

const OTHER = "another";
const PYTHON_KEYS: ReadonlySet<string> = new Set(["python_version", "python_full_version", "implementation_version"]);

/** Systems whose variables go together: tools write one in the place of another. */
const SYSTEMS: readonly Readonly<Record<string, string>>[] = [
  { sys_platform: "linux", platform_system: "Linux", os_name: "posix" },
  { sys_platform: "darwin", platform_system: "Darwin", os_name: "posix" },
  { sys_platform: "win32", platform_system: "Windows", os_name: "nt" },
];
const SYSTEM_KEYS = ["sys_platform", "platform_system", "os_name"] as const;

type Environment = Readonly<Record<string, string>>;

/**
 * Whether two markers (null for always) hold in the same environments whose Python is in a range. Where there are too
 * many cases to try they are taken for the same.
 */
export function sameMarkers(a: Marker | null, b: Marker | null, pythons: Constraint): boolean {
  const comparisons = [a, b].flatMap((marker) => (marker ? comparisonsOf(marker) : []));
  const axes = axesOf(comparisons, pythons);
  const count = axes.reduce((product, axis) => product * axis.length, 1);
  if (count > MAX_ENVIRONMENTS || count * comparisons.length > MAX_COMPARISONS) return true;
  const environments = axes.reduce<Environment[]>(
    (sofar, axis) => sofar.flatMap((environment) => axis.map((more) => ({ ...environment, ...more }))),
    [{}],
  );
  return environments.every((environment) => holds(a, environment) === holds(b, environment));
}

function holds(marker: Marker | null, environment: Environment): boolean | null {
  if (!marker) return true;
  try {
    return evaluateMarker(marker, environment);
  } catch (error) {
    if (!(error instanceof MarkerError)) throw error;
    return null;
  }
}

function comparisonsOf(marker: Marker): MarkerComparison[] {
  return marker.kind === "compare" ? [marker] : marker.operands.flatMap(comparisonsOf);
}

/** For each variable, or variables that go together, the values to try. */
function axesOf(comparisons: readonly MarkerComparison[], pythons: Constraint): Environment[][] {
  const values = new Map<string, Set<string>>();
  for (const comparison of comparisons) {
    const key = markerKey(comparison);
    const known = values.get(key) ?? new Set();
    for (const operand of [comparison.left, comparison.right])
      if (operand.kind === "value")
        for (const value of [operand.value, ...operand.value.split(/[\s,|]+/)]) known.add(value);
    values.set(key, known);
  }
  const isSystem = (key: string) => SYSTEM_KEYS.some((name) => name === key);
  const named = [...values].filter(([key]) => !PYTHON_KEYS.has(key) && !isSystem(key));
  const axes = named.map(([key, known]) => [...known, OTHER, "0", "9999"].map((value) => ({ [key]: value })));
  if ([...values.keys()].some(isSystem)) {
    const others = SYSTEM_KEYS.flatMap((key) =>
      [...(values.get(key) ?? [])]
        .filter((value) => !SYSTEMS.some((system) => system[key] === value))
        .map((value) => ({ ...everySystem(OTHER), [key]: value })),
    );
    axes.push([...SYSTEMS, ...others, everySystem(OTHER)]);
  }
  const versions = [...PYTHON_KEYS].flatMap((key) => [...(values.get(key) ?? [])]);
  if (versions.length > 0) {
    const around = pythonsAround([...versions, ...versionsIn(pythons)]);
    const inRange = around.filter((version) => pythons.some((set) => satisfies(set, version)));
    axes.push((inRange.length > 0 ? inRange : around).map(pythonVariables));
  }
  return axes;
}

function everySystem(value: string): Environment {
  return Object.fromEntries(SYSTEM_KEYS.map((key) => [key, value]));
}

function pythonVariables(full: string): Environment {
  const [major = "", minor = ""] = full.split(".");
  return { python_full_version: full, implementation_version: full, python_version: `${major}.${minor}` };
}

/** The versions that the clauses of a constraint name. */
export function versionsIn(constraint: Constraint): string[] {
  return constraint.flatMap((set) => set.map(({ version }) => version));
}

/** Releases of Python at and on both sides of the versions in texts such as `3.9`, `3.*` and `>=3.8.1`. */
function pythonsAround(texts: readonly string[]): string[] {
  return versionsAround(texts.flatMap((text) => text.split(/[\s,|]+/)).map((text) => text.replace(/^[<>=!~]+/, "")))
    .filter((version) => /^\d+(?:\.\d+)*$/.test(version))
    .map((version) => [...version.split("."), "0", "0"].slice(0, 3).join("."));
}

/** The versions that can tell sets of specifiers apart which name these: at each, and on both sides of it and its series. */
export function versionsAround(versions: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of versions.map((version) => version.replace(/\.\*$/, ""))) {
    const parsed = parseVersion(text);
    found.add(text);
    if (!parsed) continue;
    const epoch = parsed.epoch === 0 ? "" : `${parsed.epoch}!`;
    const release = parsed.release;
    const at = (parts: readonly number[], rest = ""): void => {
      found.add(`${epoch}${parts.join(".")}${rest}`);
    };
    for (const rest of ["", ".dev0", "a0", "rc99", ".post99", ".0.1", ".1", "+z"]) at(release, rest);
    for (let length = 1; length <= release.length; length++) {
      const series = release.slice(0, length - 1);
      const last = release[length - 1] ?? 0;
      for (const rest of ["", ".dev0"]) at([...series, last + 1], rest);
      if (last > 0) at([...series, last - 1, 9999]);
    }
  }
  return [...found];
}
