// PEP 425, 600 and 656: the tags in a wheel's file name, and those that an interpreter on a Nix system takes, in the
// order in which `packaging` prefers them. No musl tags: nixpkgs' Linux has glibc.

import { parseVersion } from "./pep440.ts";

/** The tags of a wheel, each part a set written with dots. */
export interface WheelTags {
  readonly python: readonly string[];
  readonly abi: readonly string[];
  readonly platform: readonly string[];
}

/** Nearly every name is ASCII, and the tables of Unicode take long to load. */
const ASCII_IDENTIFIER = /^[_a-z][_a-z0-9]*$/i;
const ASCII_ESCAPED_NAME = /^(?!.*__)[a-z0-9_.]+$/i;
const IDENTIFIER = /^[_\p{XID_Start}]\p{XID_Continue}*$/u;
const ESCAPED_NAME = /^(?!.*__)[\p{L}\p{N}_.]+$/u;

/**
 * The tags of a file name, null when it is no wheel's.
 *
 *     wheel = name `-` version (`-` build)? `-` tags `-` tags `-` tags `.whl`; tags = tag (`.` tag)*
 */
export function wheelTags(fileName: string): WheelTags | null {
  if (!fileName.endsWith(".whl")) return null;
  const parts = fileName.slice(0, -".whl".length).split("-");
  const [name = "", version = ""] = parts;
  if (parts.length !== 5 && !(parts.length === 6 && /^[0-9]/.test(parts[2] ?? ""))) return null;
  if (!(ASCII_ESCAPED_NAME.test(name) || ESCAPED_NAME.test(name)) || !parseVersion(version)) return null;
  const [python = [], abi = [], platform = []] = parts.slice(-3).map((part) => part.split("."));
  if (
    !python.every((tag) => ASCII_IDENTIFIER.test(tag) || IDENTIFIER.test(tag)) ||
    abi.includes("") ||
    platform.includes("")
  )
    return null;
  const lower = (tags: string[]) => tags.map((tag) => tag.toLowerCase());
  return { python: lower(python), abi: lower(abi), platform: lower(platform) };
}

/** Each single tag of the sets: `py3-none-any`. */
export function expandTags({ python, abi, platform }: WheelTags): string[] {
  return python.flatMap((first) => abi.flatMap((second) => platform.map((third) => `${first}-${second}-${third}`)));
}

/** The systems of nixpkgs that wheels are published for, and the processor's name in their tags. */
const SYSTEMS = {
  "x86_64-linux": "x86_64",
  "aarch64-linux": "aarch64",
  "i686-linux": "i686",
  "armv7l-linux": "armv7l",
  "riscv64-linux": "riscv64",
  "powerpc64le-linux": "ppc64le",
  "s390x-linux": "s390x",
  "loongarch64-linux": "loongarch64",
  "x86_64-darwin": "x86_64",
  "aarch64-darwin": "arm64",
} as const;

export type WheelSystem = keyof typeof SYSTEMS;

/** What the system's standard environment has: the version of glibc on Linux, of macOS on Darwin. */
export interface SystemVersions {
  readonly glibc?: string;
  readonly macos?: string;
}

const NIXPKGS: Required<SystemVersions> = { glibc: "2.40", macos: "14.0" };
/** Later than any that there is. */
const NEWEST: Required<SystemVersions> = { glibc: "2.99", macos: "99.0" };

/** The tags that CPython of a version (`3.13`) takes on a system, the best first; a few come twice. */
export function* compatibleTags(
  pythonVersion: string,
  system: WheelSystem,
  versions: SystemVersions = {},
): Generator<string, void> {
  const platforms = [...platformTags(system, { ...NIXPKGS, ...versions })];
  const { onPlatforms, anywhere } = interpreterTags(pythonVersion);
  for (const tag of onPlatforms) yield* platforms.map((platform) => `${tag}-${platform}`);
  for (const tag of anywhere) yield `${tag}-any`;
}

/** The interpreter's and ABI's tags that CPython takes: those of wheels for platforms, and of those for none. */
function interpreterTags(pythonVersion: string): {
  readonly onPlatforms: readonly string[];
  readonly anywhere: readonly string[];
} {
  const minor = Number(pythonVersion.split(".")[1]);
  const own = `cp3${minor}`;
  const abi3 = Array.from({ length: Math.max(0, minor - 2) }, (_, i) => `cp3${minor - 1 - i}-abi3`);
  const older = Array.from({ length: minor }, (_, i) => `py3${minor - 1 - i}`);
  const pure = [`py3${minor}`, "py3", ...older].map((tag) => `${tag}-none`);
  return {
    onPlatforms: [`${own}-${own}`, `${own}-abi3`, `${own}-none`, ...abi3, ...pure],
    anywhere: [`${own}-none`, ...pure],
  };
}

function platformTags(system: WheelSystem, { glibc, macos }: Required<SystemVersions>): Generator<string, void> {
  const processor = SYSTEMS[system];
  return system.endsWith("-darwin") ? macTags(processor, macos) : linuxTags(processor, glibc);
}

/** The names that glibc 2.5, 2.12 and 2.17 had before PEP 600. */
const LEGACY_MANYLINUX: Readonly<Record<number, string>> = {
  5: "manylinux1",
  12: "manylinux2010",
  17: "manylinux2014",
};

function* linuxTags(processor: string, glibc: string): Generator<string, void> {
  yield `linux_${processor}`;
  const oldest = processor === "x86_64" || processor === "i686" ? 5 : 17;
  for (let minor = Number(glibc.split(".")[1]); minor >= oldest; minor--) {
    yield `manylinux_2_${minor}_${processor}`;
    const legacy = LEGACY_MANYLINUX[minor];
    if (legacy) yield `${legacy}_${processor}`;
  }
}

/** The formats of binaries that hold code for the processor. */
function macFormats(processor: string): string[] {
  return processor === "x86_64"
    ? ["x86_64", "intel", "fat64", "fat3", "universal2", "universal"]
    : [processor, "universal2"];
}

function* macTags(processor: string, macos: string): Generator<string, void> {
  const [major = 0, minor = 0] = macos.split(".").map(Number);
  const on = (version: string, formats: string[]) => formats.map((format) => `macosx_${version}_${format}`);
  for (let newer = major; newer >= 11; newer--) yield* on(`${newer}_0`, macFormats(processor));
  // Before macOS 11 there was no arm64, but a universal binary may be that old in its other half.
  const formats = major > 10 && processor !== "x86_64" ? ["universal2"] : macFormats(processor);
  const oldest = processor === "x86_64" || major > 10 ? 4 : 0;
  for (let older = major > 10 ? 16 : minor; older >= oldest; older--) yield* on(`10_${older}`, formats);
}

/** The place of a wheel's best tag in a list of tags: the least is to be preferred, null fits none of them. */
export function tagPriority(fileName: string, tags: Iterable<string>): number | null {
  const parts = wheelTags(fileName);
  if (!parts) return null;
  const wanted = new Set(expandTags(parts));
  let place = 0;
  for (const tag of tags) {
    if (wanted.has(tag)) return place;
    place++;
  }
  return null;
}

/**
 * Whether CPython of a version (`3.13`) can install a file on one of the systems of nixpkgs, however new its glibc
 * or macOS: a wheel with a tag that is compatible there, and every source distribution.
 */
export function isInstallableOnNix(fileName: string, pythonVersion: string): boolean {
  if (!/\.whl$/i.test(fileName)) return !/\.(?:exe|msi|egg|rpm|deb)$/i.test(fileName);
  const tags = wheelTags(fileName);
  if (!tags) return false;
  // Each tag of the interpreter goes with each of a system's, so the two can be looked at one by one.
  const { platforms, onPlatforms, anywhere } = nixTags(pythonVersion);
  const has = (known: ReadonlySet<string>) =>
    tags.python.some((python) => tags.abi.some((abi) => known.has(`${python}-${abi}`)));
  return (
    (tags.platform.includes("any") && has(anywhere)) ||
    (tags.platform.some((platform) => platforms.has(platform)) && has(onPlatforms))
  );
}

interface NixTags {
  /** Those of any of the systems. */
  readonly platforms: ReadonlySet<string>;
  readonly onPlatforms: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
}

const nixTagsOf = new Map<string, NixTags>();

function nixTags(pythonVersion: string): NixTags {
  const known = nixTagsOf.get(pythonVersion);
  if (known) return known;
  const systems = Object.keys(SYSTEMS) as WheelSystem[];
  const { onPlatforms, anywhere } = interpreterTags(pythonVersion);
  const tags = {
    platforms: new Set(systems.flatMap((system) => [...platformTags(system, NEWEST)])),
    onPlatforms: new Set(onPlatforms),
    anywhere: new Set(anywhere),
  };
  nixTagsOf.set(pythonVersion, tags);
  return tags;
}

/** Whether a file is a wheel that has no compiled parts. */
export function isPureWheel(fileName: string): boolean {
  return wheelTags(fileName)?.platform.includes("any") ?? false;
}
