// The systems that nixpkgs builds Python packages for, what markers say on each, and sets of them.
// A marker's platform part is decided by evaluating it on every one, so a condition is exactly a set of systems.

import { evaluateMarker, type Marker, type MarkerComparison, type MarkerEnvironment, markerKey } from "./pep/pep508.ts";

/** The kernel's predicate and the processor's on `stdenv.hostPlatform`, and what Python reports there. */
export interface Platform {
  readonly system: string;
  readonly kernel: "isLinux" | "isDarwin" | "isFreeBSD";
  readonly cpu: string;
  readonly sysPlatform: string;
  readonly platformSystem: string;
  readonly machine: string;
}

function platform(kernel: Platform["kernel"], system: string, cpu: string, machine: string): Platform {
  const [sysPlatform, platformSystem] = {
    isLinux: ["linux", "Linux"] as const,
    isDarwin: ["darwin", "Darwin"] as const,
    isFreeBSD: ["freebsd14", "FreeBSD"] as const,
  }[kernel];
  return { system, kernel, cpu, sysPlatform, platformSystem, machine };
}

/** In the order of their bits in a PlatformSet. */
export const PLATFORMS: readonly Platform[] = [
  platform("isLinux", "x86_64-linux", "isx86_64", "x86_64"),
  platform("isLinux", "aarch64-linux", "isAarch64", "aarch64"),
  platform("isLinux", "i686-linux", "isi686", "i686"),
  platform("isLinux", "armv7l-linux", "isArmv7", "armv7l"),
  platform("isLinux", "riscv64-linux", "isRiscV64", "riscv64"),
  platform("isLinux", "powerpc64le-linux", "isPower64", "ppc64le"),
  platform("isLinux", "s390x-linux", "isS390x", "s390x"),
  platform("isLinux", "loongarch64-linux", "isLoongArch64", "loongarch64"),
  platform("isDarwin", "x86_64-darwin", "isx86_64", "x86_64"),
  platform("isDarwin", "aarch64-darwin", "isAarch64", "arm64"),
  platform("isFreeBSD", "x86_64-freebsd", "isx86_64", "amd64"),
];

/** A set of PLATFORMS, bit i for the i-th. */
export type PlatformSet = number;
export const ALL_PLATFORMS: PlatformSet = 2 ** PLATFORMS.length - 1;
export const NO_PLATFORM: PlatformSet = 0;

/** The platforms for which `test` holds. */
export function platformsWhere(test: (platform: Platform) => boolean): PlatformSet {
  return PLATFORMS.reduce((set, platform, bit) => (test(platform) ? set | (1 << bit) : set), NO_PLATFORM);
}

/** The systems of a set, by their names in nixpkgs. */
export function systemsOf(platforms: PlatformSet): string[] {
  return PLATFORMS.filter((_, bit) => (platforms & (1 << bit)) !== 0).map(({ system }) => system);
}

/** What of the interpreter markers can ask for. */
export interface InterpreterIdentity {
  /** `3.13.7` */
  readonly version: string;
  readonly implementation: "cpython" | "pypy";
}

/** What markers can ask of an interpreter, whatever the platform; `extra` is empty. */
export function interpreterEnvironment(interpreter: InterpreterIdentity) {
  return {
    python_version: interpreter.version.split(".").slice(0, 2).join("."),
    python_full_version: interpreter.version,
    implementation_version: interpreter.version,
    implementation_name: interpreter.implementation,
    platform_python_implementation: interpreter.implementation === "pypy" ? "PyPy" : "CPython",
    extra: "",
  } as const satisfies MarkerEnvironment;
}

/** The marker environment of an interpreter on a platform. What Nix cannot know (platform_release, platform_version) is left out. */
export function markerEnvironment(interpreter: InterpreterIdentity, platform: Platform): MarkerEnvironment {
  return {
    ...interpreterEnvironment(interpreter),
    os_name: "posix",
    sys_platform: platform.sysPlatform,
    platform_system: platform.platformSystem,
    platform_machine: platform.machine,
  };
}

/** Where a marker holds under an interpreter. */
export interface Applicability {
  readonly platforms: PlatformSet;
  /** Comparisons that cannot be told before the shell is entered (platform_release, platform_version): taken as true. */
  readonly unknown: readonly MarkerComparison[];
}

/**
 * Decides a marker for every platform; it holds where it does without an extra or under one of `extras`.
 * Throws a MarkerError for a comparison that is not defined.
 */
export function platformsOf(
  marker: Marker | null,
  interpreter: InterpreterIdentity,
  extras: readonly string[] = [],
): Applicability {
  if (!marker) return { platforms: ALL_PLATFORMS, unknown: [] };
  if (extras.length > 0 && !asksForExtra(marker)) return platformsOf(marker, interpreter);
  if (extras.length > 0) return decideOn(marker, interpreter, extras);
  const known = decided.get(marker);
  const { version, implementation } = interpreter;
  if (known?.version === version && known.implementation === implementation) return known.found;
  const found = decideOn(marker, interpreter, extras);
  decided.set(marker, { version, implementation, found });
  return found;
}

/** What was decided without extras: many packages of a lock have the same marker. */
const decided = new WeakMap<Marker, InterpreterIdentity & { readonly found: Applicability }>();

function decideOn(marker: Marker, interpreter: InterpreterIdentity, extras: readonly string[]): Applicability {
  const unknown = new Set<MarkerComparison>();
  const platforms = platformsWhere((platform) => {
    const environment = markerEnvironment(interpreter, platform);
    return ["", ...extras].some((extra) => holds(marker, { ...environment, extra }, unknown));
  });
  return { platforms, unknown: [...unknown] };
}

function asksForExtra(marker: Marker): boolean {
  return marker.kind === "compare" ? markerKey(marker) === "extra" : marker.operands.some(asksForExtra);
}

function holds(marker: Marker, environment: MarkerEnvironment, unknown: Set<MarkerComparison>): boolean {
  if (marker.kind === "compare") {
    const key = markerKey(marker);
    if (key !== "platform_release" && key !== "platform_version") return evaluateMarker(marker, environment);
    unknown.add(marker);
    return true;
  }
  const results = marker.operands.map((operand) => holds(operand, environment, unknown));
  return marker.kind === "and" ? results.every(Boolean) : results.some(Boolean);
}
