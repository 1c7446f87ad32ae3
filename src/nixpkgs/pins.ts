// The nixpkgs that a project pins already: flake.lock (Nix), npins/sources.json (npins), nix/sources.json (niv).

/** A pinned nixpkgs. */
export interface NixpkgsPin {
  /** The file that pins it, as it was looked up. */
  readonly file: string;
  /** A commit, or the start of one. */
  readonly revision: string;
  /** The branch or channel that it is of; null where the file does not say. */
  readonly branch: string | null;
  /** The hash of the unpacked revision, as `fetchTarball` takes it; null where the file has none of that form. */
  readonly narHash: string | null;
  /** The archive that `fetchTarball` can get it from, and the hash of that when it is unpacked; null where there is none. */
  readonly url: string | null;
  readonly urlHash: string | null;
}

/** Where a project's pins stand, the first that has a nixpkgs deciding. */
export const PIN_FILES = ["flake.lock", "npins/sources.json", "nix/sources.json"] as const;

type Json = Readonly<Record<string, unknown>>;

/** The nixpkgs of a pin file, or null where it has none. Throws a SyntaxError for what is no JSON. */
export function pinOf(file: string, text: string): NixpkgsPin | null {
  const json = JSON.parse(text) as unknown;
  if (!isObject(json)) return null;
  const name = PIN_FILES.find((known) => file === known || file.endsWith(`/${known}`));
  const pin =
    name === "flake.lock" ? pinOfFlake(json) : name === "npins/sources.json" ? pinOfNpins(json) : pinOfNiv(json);
  return pin && isRevision(pin.revision) ? { file, ...pin } : null;
}

/** flake.lock, versions 5 to 7: https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#lock-files */
function pinOfFlake(json: Json): Omit<NixpkgsPin, "file"> | null {
  const nodes = objectAt(json, "nodes");
  const root = textAt(json, "root") ?? "root";
  const inputs = objectAt(objectAt(nodes, root), "inputs");
  // The input of that name, else the first that is a nixpkgs whatever it is called.
  const names = ["nixpkgs", ...Object.keys(inputs).filter((name) => name !== "nixpkgs")];
  for (const name of names) {
    const node = nodeOf(nodes, root, inputs[name], 0);
    const locked = objectAt(node, "locked");
    const revision = textAt(locked, "rev");
    if (revision === null || !isNixpkgs(locked, name)) continue;
    const [type, owner, repo] = [textAt(locked, "type"), textAt(locked, "owner"), textAt(locked, "repo")];
    const isArchive = type === "github" && owner !== null && repo !== null;
    const hash = hashOf(textAt(locked, "narHash"));
    return {
      revision,
      branch: textAt(objectAt(node, "original"), "ref"),
      // The archive of a channel has more files than the revision, and so another hash.
      narHash: isArchive ? hash : null,
      url: isArchive ? archiveOf(owner, repo, revision) : type === "tarball" ? textAt(locked, "url") : null,
      urlHash: hash,
    };
  }
  return null;
}

/** An input is the name of a node, or a path of inputs from the root that it follows. */
function nodeOf(nodes: Json, root: string, input: unknown, depth: number): Json {
  if (typeof input === "string") return objectAt(nodes, input);
  if (!Array.isArray(input) || depth > 16) return {};
  let name: unknown = root;
  for (const step of input) {
    if (typeof name !== "string") return {};
    const next: unknown = objectAt(objectAt(nodes, name), "inputs")[String(step)];
    if (Array.isArray(next)) return nodeOf(nodes, root, next, depth + 1);
    name = next;
  }
  return typeof name === "string" ? objectAt(nodes, name) : {};
}

function isNixpkgs(locked: Json, name: string): boolean {
  const repo = textAt(locked, "repo");
  return repo === null ? name === "nixpkgs" : repo.toLowerCase() === "nixpkgs" || repo === "nixpkgs-unstable";
}

/** npins, versions 3 and later: channels and git pins. A channel's revision is the one that its release's name ends in. */
function pinOfNpins(json: Json): Omit<NixpkgsPin, "file"> | null {
  const pin = objectAt(objectAt(json, "pins"), "nixpkgs");
  const url = textAt(pin, "url");
  if (textAt(pin, "type") === "Channel") {
    const revision = /\.([0-9a-f]{7,40})\/[^/]*$/.exec(url ?? "")?.[1] ?? "";
    return { revision, branch: textAt(pin, "name"), narHash: null, url, urlHash: hashOf(textAt(pin, "hash")) };
  }
  const repository = objectAt(pin, "repository");
  const [owner, repo] = [textAt(repository, "owner"), textAt(repository, "repo")];
  const revision = textAt(pin, "revision") ?? "";
  const isArchive = textAt(repository, "type") === "GitHub" && owner !== null && repo !== null;
  const hash = isArchive && pin.submodules !== true ? hashOf(textAt(pin, "hash")) : null;
  return {
    revision,
    branch: textAt(pin, "branch"),
    narHash: hash,
    url: isArchive ? archiveOf(owner, repo, revision) : null,
    urlHash: hash,
  };
}

function pinOfNiv(json: Json): Omit<NixpkgsPin, "file"> | null {
  const pin = objectAt(json, "nixpkgs");
  const [owner, repo, revision] = [textAt(pin, "owner"), textAt(pin, "repo"), textAt(pin, "rev") ?? ""];
  return {
    revision,
    branch: textAt(pin, "branch"),
    narHash: hashOf(textAt(pin, "sha256")),
    url: owner !== null && repo !== null ? archiveOf(owner, repo, revision) : textAt(pin, "url"),
    urlHash: hashOf(textAt(pin, "sha256")),
  };
}

function archiveOf(owner: string, repo: string, revision: string): string {
  return `https://github.com/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/archive/${encodeURIComponent(revision)}.tar.gz`;
}

/** A SHA-256 as SRI, or in the base 32 of Nix, which is told as SRI. */
export function hashOf(text: string | null): string | null {
  if (text === null) return null;
  if (/^sha256-[A-Za-z0-9+/]{43}=$/.test(text)) return text;
  const bare = text.replace(/^sha256:/, "");
  return /^[0-9a-df-np-sv-z]{52}$/.test(bare) ? sriOf(bare) : null;
}

const BASE_32 = "0123456789abcdfghijklmnpqrsvwxyz";

/** Nix's base 32 (the last digit has the lowest bits of the first byte) as SRI. */
function sriOf(digits: string): string | null {
  const bytes = new Uint8Array(32);
  for (let i = 0; i < digits.length; i++) {
    const digit = BASE_32.indexOf(digits.charAt(digits.length - 1 - i));
    const bit = i * 5;
    const byte = bit >> 3;
    const wide = digit << (bit & 7);
    bytes[byte] = (bytes[byte] ?? 0) | (wide & 0xff);
    if (byte + 1 < bytes.length) bytes[byte + 1] = (bytes[byte + 1] ?? 0) | (wide >> 8);
    else if (wide >> 8 !== 0) return null;
  }
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

function isRevision(text: string): boolean {
  return /^[0-9a-f]{7,40}$/.test(text);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectAt(json: Json, key: string): Json {
  const value = Object.hasOwn(json, key) ? json[key] : undefined;
  return isObject(value) ? value : {};
}

function textAt(json: Json, key: string): string | null {
  const value = Object.hasOwn(json, key) ? json[key] : undefined;
  return typeof value === "string" ? value : null;
}
