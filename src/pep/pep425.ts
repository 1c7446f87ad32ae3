// PEP 425, 600 and 656: the tags in a wheel's file name, and those that an interpreter on a Nix system takes, in the
// order in which `packaging` prefers them. No musl tags: nixpkgs' Linux has glibc.

import { parseVersion } from "./pep440.ts";

/** The tags of a wheel, each part a set written with dots. */
export interface WheelTags {
  readonly python: readonly string[];
  readonly abi: readonly string[];
  readonly platform: readonly string[];
}

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
  if (!ESCAPED_NAME.test(name) || !parseVersion(version)) return null;
  const [python = [], abi = [], platform = []] = parts.slice(-3).map((part) => part.split("."));
  if (!python.every((tag) => IDENTIFIER.test(tag)) || abi.includes("") || platform.includes("")) return null;
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
  const on = (tag: string) => platforms.map((platform) => `${tag}-${platform}`);
  const minor = Number(pythonVersion.split(".")[1]);
  const own = `cp3${minor}`;
  yield* on(`${own}-${own}`);
  yield* on(`${own}-abi3`);
  yield* on(`${own}-none`);
  for (let older = minor - 1; older >= 2; older--) yield* on(`cp3${older}-abi3`);
  const pure = [`py3${minor}`, "py3", ...Array.from({ length: minor }, (_, i) => `py3${minor - 1 - i}`)];
  for (const tag of pure) yield* on(`${tag}-none`);
  yield `${own}-none-any`;
  for (const tag of pure) yield `${tag}-none-any`;
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
  const known = nixTags(pythonVersion.split(".").slice(0, 2).join("."));
  return expandTags(tags).some((tag) => known.has(tag));
}

const nixTagsOf = new Map<string, ReadonlySet<string>>();

/** The tags that fit on any of the systems. */
function nixTags(pythonVersion: string): ReadonlySet<string> {
  const known = nixTagsOf.get(pythonVersion);
  if (known) return known;
  const systems = Object.keys(SYSTEMS) as WheelSystem[];
  const tags = new Set(systems.flatMap((system) => [...compatibleTags(pythonVersion, system, NEWEST)]));
  nixTagsOf.set(pythonVersion, tags);
  return tags;
}

/** Whether a file is a wheel that has no compiled parts. */
export function isPureWheel(fileName: string): boolean {
  return wheelTags(fileName)?.platform.includes("any") ?? false;
}
