// What the style `native` builds a package from: the lock's best file for each system, a repository, a URL or a folder.

import type { Origin } from "../diagnostics.ts";
import { fileNameOf, wheelIdentity } from "../manifests/urls.ts";
import { apply, type Expression, operation, select, text, verbatim } from "../nix/expression.ts";
import { dirname, isAbsolute, joinPath } from "../paths.ts";
import { compatibleTags, expandTags, isPureWheel, type WheelSystem, wheelTags } from "../pep/pep425.ts";
import { normalizeName } from "../pep/pep503.ts";
import { PLATFORMS, type PlatformSet, systemsOf } from "../platforms.ts";
import type { LockedFile, Source } from "../project.ts";
import type { PipRequirement, Plan } from "../resolver/plan.ts";
import type { RenderOptions } from "./style.ts";
import { pathTo } from "./tools.ts";
import type { FromPip } from "./venv.ts";

/** A call of a fetcher, argument by argument, or an expression for what needs none. */
export type Fetch =
  | { readonly by: string; readonly arguments: readonly (readonly [name: string, value: Expression])[] }
  | { readonly value: Expression };

/** A wheel, or what one is built from. */
export interface Distribution {
  readonly kind: "wheel" | "source";
  /** Whether it is a wheel without compiled parts. */
  readonly isPure: boolean;
  readonly fetch: Fetch;
  /** The folder of the project within it, where that is not the outermost. */
  readonly subdirectory?: string;
}

/** All that a package can be built from. */
export interface Distributions {
  readonly version: string;
  /** By system, in the order of PLATFORMS: wheels with compiled parts, and those that are only for some systems. */
  readonly wheels: ReadonlyMap<string, Distribution>;
  /** For every system that has no wheel of its own. */
  readonly fallback: Distribution | null;
}

/** Why there is nothing to build a package from. */
export interface Unusable {
  readonly reason: string;
}

/** The systems that nixpkgs has binaries for: those that a file should have something for. */
export const USUAL_SYSTEMS: readonly string[] = ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin"];

/** What a decision's package is built from, or why it cannot be. */
export function distributionsOf(decision: FromPip, plan: Plan, options: RenderOptions): Distributions | Unusable {
  const { requirements, key, platforms } = decision;
  const [requirement] = requirements;
  if (!requirement || requirements.length > 1) return { reason: "no lock tells the version" };
  const { source, name } = requirement;
  if (name === null && source.kind !== "path" && source.kind !== "url") return { reason: UNNAMED };
  switch (source.kind) {
    case "registry":
      return fromIndex(requirement, source.index, key, platforms, plan, options);
    case "vcs":
      return fromRepository(source);
    case "url":
      return fromUrl(requirement, source);
    case "path":
      return fromPath(requirement, source, options);
  }
}

const UNNAMED = "it tells no name: write NAME @ URL";
const HASH_MISSING = "no hash is known";

// ---- files of an index ----------------------------------------------------------------------------------

function fromIndex(
  requirement: PipRequirement,
  index: string | undefined,
  key: string,
  platforms: PlatformSet,
  plan: Plan,
  options: RenderOptions,
): Distributions | Unusable {
  const { files, specifier, hashes } = requirement;
  const version = /^==([^*,]+)$/.exec(specifier)?.[1];
  if (version === undefined) return { reason: "no lock tells the version" };
  if (files.every(({ name }) => name === ""))
    return { reason: hashes.length > 0 ? "there are hashes without the names of the files" : HASH_MISSING };
  const foreign = index ?? plan.indexes.find(({ kind }) => kind === "primary")?.url;
  const usable = files.flatMap((file) => {
    const fetch = fetchOfFile(file, { key, origin: requirement.origin }, foreign === undefined, options);
    return fetch ? [{ name: file.name, fetch }] : [];
  });
  if (usable.length === 0) {
    if (files.every((file) => hashOf(file) === null)) return { reason: HASH_MISSING };
    return {
      reason: foreign === undefined ? "no file can be fetched" : `the URLs of files on ${foreign} are not known`,
    };
  }
  const refused = (option: string) =>
    plan.pipOptions
      .filter((given) => given.option === option)
      .flatMap(({ value }) => (value ?? "").split(",").map((name) => name.trim()))
      .some((name) => name === ":all:" || normalizeName(name) === key);
  const wheels = refused("--no-binary") ? [] : usable.filter(({ name }) => wheelTags(name) !== null);
  const sources = refused("--only-binary") ? [] : usable.filter(({ name }) => archiveOf(name) !== null);
  return choose(version, wheels, sources, platforms, plan) ?? { reason: "there is no file for any of its systems" };
}

interface Usable {
  readonly name: string;
  readonly fetch: Fetch;
}

/** The best wheel of each system, else the source; null where there is neither for any. */
function choose(
  version: string,
  wheels: readonly Usable[],
  sources: readonly Usable[],
  platforms: PlatformSet,
  plan: Plan,
): Distributions | null {
  const python = plan.interpreter.version.split(".").slice(0, 2).join(".");
  const best = (system: string) => bestWheel(wheels, python, system);
  const distribution = ({ name, fetch }: Usable): Distribution => ({ kind: "wheel", isPure: isPureWheel(name), fetch });
  // What fits no system in particular: FreeBSD has no tags of its own.
  const pure = best("x86_64-freebsd");
  const own = new Map(
    systemsOf(platforms).flatMap((system) => {
      const wheel = best(system);
      return wheel && wheel !== pure ? [[system, distribution(wheel)] as const] : [];
    }),
  );
  const source = ARCHIVES.flatMap((archive) => sources.filter(({ name }) => archiveOf(name) === archive))[0];
  const lacking = usualOf(platforms).filter((system) => !own.has(system));
  const needsSource = own.size === 0 || lacking.length > 0;
  const fallback = pure
    ? distribution(pure)
    : source && needsSource
      ? ({ kind: "source", isPure: false, fetch: source.fetch } as const)
      : null;
  return own.size === 0 && fallback === null ? null : { version, wheels: own, fallback };
}

/** The systems of a set that a file should have something for. */
export function usualOf(platforms: PlatformSet): string[] {
  const systems = systemsOf(platforms);
  const usual = systems.filter((system) => USUAL_SYSTEMS.includes(system));
  return usual.length > 0 ? usual : systems;
}

function bestWheel(wheels: readonly Usable[], python: string, system: string): Usable | null {
  const places = placesOf(python, system);
  let best: { readonly wheel: Usable; readonly place: number } | null = null;
  for (const wheel of wheels) {
    const tags = wheelTags(wheel.name);
    const place = Math.min(...(tags ? expandTags(tags) : []).map((tag) => places.get(tag) ?? Number.POSITIVE_INFINITY));
    // Of two builds of the same tags the later one in the lock: its build number is the higher.
    if (Number.isFinite(place) && (best === null || place <= best.place)) best = { wheel, place };
  }
  return best?.wheel ?? null;
}

const placesBySystem = new Map<string, ReadonlyMap<string, number>>();

/** The tags that CPython of a version takes on a system, each with its place: the least is the best. */
function placesOf(python: string, system: string): ReadonlyMap<string, number> {
  const id = `${python} ${system}`;
  const known = placesBySystem.get(id);
  if (known) return known;
  const hasTags = PLATFORMS.some((platform) => platform.system === system && platform.kernel !== "isFreeBSD");
  const all = [...compatibleTags(python, (hasTags ? system : "x86_64-linux") as WheelSystem)];
  const places = new Map<string, number>();
  for (const [place, tag] of all.entries())
    if (!places.has(tag) && (hasTags || tag.endsWith("-any"))) places.set(tag, place);
  placesBySystem.set(id, places);
  return places;
}

/** The archives that nixpkgs unpacks, the one that fetchPypi takes without being told first. */
const ARCHIVES = ["tar.gz", "tgz", "zip", "tar.bz2", "tar.xz"] as const;

function archiveOf(fileName: string): string | null {
  return ARCHIVES.find((archive) => fileName.toLowerCase().endsWith(`.${archive}`)) ?? null;
}

// ---- fetchers --------------------------------------------------------------------------------------------

/** How a file of the lock is had; null where its hash is not known, or its place. */
function fetchOfFile(
  file: LockedFile,
  { key, origin }: { readonly key: string; readonly origin: Origin | null },
  isDefaultIndex: boolean,
  options: RenderOptions,
): Fetch | null {
  if (file.path !== undefined) {
    const folder = lockFolder(options);
    return folder === null && !isAbsolute(file.path)
      ? null
      : { value: pathOf(joinPath(folder ?? ".", file.path), options, origin) };
  }
  const hash = hashOf(file);
  if (hash === null) return null;
  if (file.url !== undefined) return fetchUrl(file.url, file.name, hash);
  return isDefaultIndex ? fetchPypi(file.name, key, hash) : null;
}

/** What a file in the store can be called. */
const STORE_NAME = /^[A-Za-z0-9+_?=-][A-Za-z0-9+._?=-]*$/;

/** Text as a part of such a name: the version `1!2.0` has an epoch. */
export function storeName(name: string): string {
  return name.replace(/^\.+/, "").replace(/[^A-Za-z0-9+._?=-]+/g, "-");
}

/** The URL as it is, unless it names a secret. */
function fetchUrl(address: string, fileName: string, hash: string): Fetch | null {
  if (/\$\{\w+\}/.test(address)) return null;
  const url = address.replace(/#.*$/s, "");
  const name = storeName(fileName);
  return {
    by: "pkgs.fetchurl",
    arguments: [
      // Nix takes the URL's last part, in which a `+` is often `%2B`.
      ...(url.endsWith(`/${name}`) ? [] : [["name", text(name)] as const]),
      ["url", text(url)],
      ["hash", text(hash)],
    ],
  };
}

/**
 * A file of the default index by the parts of its name. fetchPypi puts them together again, so they are as written.
 * https://nixos.org/manual/nixpkgs/stable/#fetchpypi
 */
function fetchPypi(fileName: string, key: string, hash: string): Fetch | null {
  const call = (parts: Readonly<Record<string, string>>): Fetch => ({
    by: "pkgs.fetchPypi",
    arguments: [...Object.entries(parts), ["hash", hash] as const].map(([name, value]) => [name, text(value)] as const),
  });
  if (!STORE_NAME.test(fileName)) return null;
  if (wheelTags(fileName)) {
    const parts = fileName.slice(0, -".whl".length).split("-");
    const [python = "", abi = "", platform = ""] = parts.slice(-3);
    return call({
      pname: parts[0] ?? "",
      // The number of a build stands behind the version.
      version: parts.slice(1, -3).join("-"),
      format: "wheel",
      dist: python,
      python,
      ...(abi === "none" ? {} : { abi }),
      ...(platform === "any" ? {} : { platform }),
    });
  }
  const archive = archiveOf(fileName);
  if (archive === null) return null;
  const stem = fileName.slice(0, -archive.length - 1);
  for (let dash = stem.indexOf("-"); dash > 0; dash = stem.indexOf("-", dash + 1)) {
    const [pname, version] = [stem.slice(0, dash), stem.slice(dash + 1)];
    if (normalizeName(pname) === key)
      return call({ pname, version, ...(archive === "tar.gz" ? {} : { extension: archive }) });
  }
  return null;
}

/** The best digest of a file as Nix writes it (`sha256-` and base64), or null. */
function hashOf({ hash, otherHashes = [] }: LockedFile): string | null {
  const known = [hash, ...otherHashes].flatMap((digest) => (digest === null ? [] : (integrity(digest) ?? [])));
  return known.find((digest) => digest.startsWith("sha256-")) ?? known[0] ?? null;
}

/** The digits of a digest in base 16. Weaker algorithms prove nothing. */
const DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha512: 128 };

/** `algorithm:hex` as the metadata that Nix takes. https://www.w3.org/TR/SRI/ */
export function integrity(digest: string): string | null {
  const [, algorithm = "", hex = ""] = /^(sha256|sha512)[:=]([0-9a-fA-F]+)$/.exec(digest) ?? [];
  if (hex === "" || hex.length !== DIGITS[algorithm]) return null;
  const bytes = (hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `${algorithm}-${btoa(bytes.join(""))}`;
}

// ---- repositories, URLs and folders ------------------------------------------------------------------------

type Of<Kind extends Source["kind"]> = Extract<Source, { kind: Kind }>;

function fromRepository({ vcs, url, reference, subdirectory }: Of<"vcs">): Distributions | Unusable {
  const by = ({ git: "builtins.fetchGit", hg: "builtins.fetchMercurial" } as const)[vcs];
  if (by === undefined) return { reason: `Nix fetches nothing from ${vcs} without a hash` };
  if (reference === undefined || !/^[0-9a-f]{40}$/.test(reference)) return { reason: "no lock tells the commit" };
  if (/\$\{\w+\}/.test(url)) return { reason: "the URL has a variable" };
  return one({
    version: `0+g${reference.slice(0, 7)}`,
    kind: "source",
    fetch: {
      by,
      arguments: [
        ["url", text(url)],
        ["rev", text(reference)],
        // The commit need not be one of the branch that is checked out.
        ...(vcs === "git" ? [["allRefs", verbatim("true")] as const] : []),
      ],
    },
    subdirectory,
  });
}

function fromUrl({ files, hashes }: PipRequirement, { url, subdirectory }: Of<"url">): Distributions | Unusable {
  const fragment = /[#&](sha256|sha512)=([0-9a-fA-F]+)/.exec(url);
  const digests = [
    ...files.flatMap((file) => [file.hash, ...(file.otherHashes ?? [])]),
    ...(hashes.length === 1 ? hashes : []),
    fragment ? `${fragment[1]}:${fragment[2]}` : null,
  ];
  const hash = digests.flatMap((digest) => (digest === null ? [] : (integrity(digest) ?? [])))[0];
  if (hash === undefined) return { reason: HASH_MISSING };
  const name = fileNameOf(url);
  const fetch = fetchUrl(url, name, hash);
  return fetch === null ? { reason: "the URL has a variable" } : oneFile(name, fetch, subdirectory);
}

function fromPath(
  { name, files, origin }: PipRequirement,
  { path, base }: Of<"path">,
  options: RenderOptions,
): Distributions | Unusable {
  const place = pathOf(joinPath(base, path), options, origin);
  const fileName = files[0]?.name ?? fileNameOf(path);
  const isFile = wheelTags(fileName) !== null || archiveOf(path) !== null;
  if (name === null && wheelTags(fileName) === null) return { reason: "it tells no name" };
  if (isFile) return oneFile(fileName, { value: place });
  return one({ version: "0", kind: "source", fetch: { value: apply(select("lib.cleanSource"), place) } });
}

/** A wheel or archive that has no others beside it. */
function oneFile(fileName: string, fetch: Fetch, subdirectory?: string): Distributions | Unusable {
  const wheel = wheelIdentity(fileName);
  if (wheel) return one({ version: wheel.version, kind: "wheel", isPure: isPureWheel(fileName), fetch });
  const archive = archiveOf(fileName);
  if (archive === null) return { reason: `${fileName} is no archive that nixpkgs unpacks` };
  const version = /-([0-9][^-]*)$/.exec(fileName.slice(0, -archive.length - 1))?.[1];
  return one({ version: version ?? "0", kind: "source", fetch, subdirectory });
}

function one(only: {
  version: string;
  kind: Distribution["kind"];
  isPure?: boolean;
  fetch: Fetch;
  subdirectory?: string | undefined;
}): Distributions {
  const { version, kind, isPure = false, fetch, subdirectory } = only;
  const where = subdirectory === undefined ? {} : { subdirectory };
  return { version, wheels: new Map(), fallback: { kind, isPure, fetch, ...where } };
}

/** A path of the working folder as a Nix path; an absolute one from the root. */
function pathOf(path: string, options: RenderOptions, origin: Origin | null): Expression {
  return isAbsolute(path) ? operation("+", [verbatim("/."), text(path)]) : pathTo(path, options, origin);
}

/** The folder of the lock that was read. */
function lockFolder({ source }: RenderOptions): string | null {
  const lock = source.project.files.find((file) => /(?:^|\/)(?:[^/]*\.lock|pylock(?:\.[^/]+)?\.toml)$/.test(file));
  return lock === undefined ? null : dirname(lock);
}
