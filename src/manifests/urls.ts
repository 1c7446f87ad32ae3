// URLs in manifests: what pip takes for one, its parts, and the removal of credentials.

import { isPublic, PRIVATE_NAME, UNESCAPED } from "../credentials.ts";
import type { Source } from "../project.ts";

const VCS_SCHEMES: ReadonlySet<string> = new Set([
  ..."http https ssh git file".split(" ").map((scheme) => `git+${scheme}`),
  ..."file http https ssh static-http".split(" ").map((scheme) => `hg+${scheme}`),
  ..."ssh http https svn file".split(" ").map((scheme) => `svn+${scheme}`),
  ..."http https ssh sftp ftp lp file".split(" ").map((scheme) => `bzr+${scheme}`),
]);
const FILE_SCHEMES: ReadonlySet<string> = new Set(["http", "https", "file", "ftp"]);

/** The scheme in lower case, or null: what stands before the first colon, if it may be one. */
export function schemeOf(text: string): string | null {
  return /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Whether pip takes the text for a URL rather than a name or path. */
export function isUrl(text: string): boolean {
  const scheme = schemeOf(text);
  return scheme !== null && (FILE_SCHEMES.has(scheme) || VCS_SCHEMES.has(scheme));
}

export function isVcsUrl(text: string): boolean {
  return VCS_SCHEMES.has(schemeOf(text) ?? "");
}

export interface CleanUrl {
  readonly url: string;
  /** Whether credentials were removed. */
  readonly removed: boolean;
}

/**
 * The URL without credentials: the user information, and parameters such as `token=`. A user name alone stays with ssh,
 * where it is no secret (`git@`), and `${NAME}` references stay: they name a secret and do not tell it.
 */
export function withoutCredentials(url: string): CleanUrl {
  const bare = url.includes("@") ? withoutUserinfo(url) : url;
  const clean = bare.includes("=") ? withoutPrivateParameters(bare) : bare;
  return { url: clean, removed: clean !== url };
}

/** Slashes that are too few, too many or backslashes are what browsers and curl take for two of them. */
const USERINFO =
  /^([a-z][a-z0-9+.-]*:\/\/|(?:[a-z]{1,9}\+)?(?:(?:https?|ftp):[/\\]{0,4}|(?:ssh|git):[/\\]{1,4})|\/\/(?=[^/?#@]*:))(?![/\\])([^/?#]*)@/i;

/** Behind user information there can be what looks like more of it: a password with unescaped slashes, say. */
const MOST_USERINFO = 8;

function withoutUserinfo(url: string, round = 1): string {
  const match = USERINFO.exec(url) ?? new RegExp(`^${UNESCAPED}`, "i").exec(url) ?? OF_SCP.exec(url);
  if (!match) return url;
  const [all, scheme = "", userinfo = ""] = match;
  if (isPublic(scheme, userinfo)) return url;
  if (round === MOST_USERINFO) return scheme + url.slice(url.lastIndexOf("@") + 1);
  return withoutUserinfo(scheme + url.slice(all.length), round + 1);
}

/** `user:password@host:path`, which git would take for a host of ssh. */
const OF_SCP = /^((?:[a-z]{1,9}\+)?)([\w.-]+:[^\s/\\@]+)@(?=[\w.-]+:)/;

function withoutPrivateParameters(url: string): string {
  if (schemeOf(url) === null && !url.startsWith("//")) return url;
  const clean = url.replace(new RegExp(`${PRIVATE_NAME}[^&#]+&?`, "gi"), "");
  return clean === url ? url : clean.replace(/(?<![?&;])[?&;]+(?=#|$)/g, "").replace(/#$/, "");
}

/** The fragment's `key=value` pairs: `#egg=Name&subdirectory=src`. */
export function fragmentOf(url: string): ReadonlyMap<string, string> {
  const hash = url.indexOf("#");
  const pairs = hash < 0 ? [] : url.slice(hash + 1).split("&");
  return new Map(
    pairs.map((pair) => [pair.split("=", 1)[0] ?? "", decode(pair.slice(pair.indexOf("=") + 1))] as const),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last part of the URL's path, decoded. */
export function fileNameOf(url: string): string {
  const path = decode(url.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?/i, "").replace(/[?#].*$/s, ""));
  return path.replace(/(?<!\/)\/+$/, "").replace(/^.*\//s, "");
}

/** The last part of the path of a URL of the plainest kind, which has no credentials either; null for any other. */
export function plainFileName(url: string): string | null {
  return /^https:\/\/[a-z0-9.-]+\/(?:[\w.-]+\/)*([\w.-]+)$/.exec(url)?.[1] ?? null;
}

/** The extension as pip tells it: `.tar.gz` is one, and a name of which nothing is left has none. */
export function extensionOf(fileName: string): string {
  const [, base = "", extension = ""] = /^(\.*[^.].*)(\.[^.]*)$/s.exec(fileName) ?? [];
  return /\.tar$/i.test(base) ? base.slice(-".tar".length) + extension : extension;
}

/** The `egg` that a URL names, as written. */
export function eggOf(url: string): string | undefined {
  return /[#&]egg=([^&]*)/.exec(url)?.[1];
}

/**
 * A source of kind url or vcs from a URL without credentials: `@reference` and the fragment's `subdirectory`
 * are taken apart, `egg` is dropped (it is a name, not a place) and a hash in the fragment stays.
 */
export function sourceOfUrl(url: string): Source {
  const subdirectory = /[#&]subdirectory=([^&]*)/.exec(url)?.[1];
  const where = subdirectory === undefined ? {} : { subdirectory };
  const [bare = "", fragment = ""] = splitAtHash(url);
  const rest = fragment.split("&").filter((pair) => pair !== "" && !/^(?:egg|subdirectory)=/.test(pair));
  if (!isVcsUrl(url)) return { kind: "url", url: rest.length > 0 ? `${bare}#${rest.join("&")}` : bare, ...where };
  const vcs = url.slice(0, url.indexOf("+")).toLowerCase();
  const repository = bare.slice(bare.indexOf("+") + 1).replace(/^[^:]*/, (scheme) => scheme.toLowerCase());
  // The reference follows the last `@` of the path; one before it belongs to the login, one behind it to the query.
  const path = repository.indexOf("/", repository.indexOf("://") + 3);
  const end = /[?]/.exec(repository)?.index ?? repository.length;
  const at = repository.lastIndexOf("@", end - 1);
  if (path < 0 || at < path) return { kind: "vcs", vcs, url: repository, ...where };
  const reference = repository.slice(at + 1, end);
  return { kind: "vcs", vcs, url: repository.slice(0, at) + repository.slice(end), reference, ...where };
}

/** The URL as pip wants it in a requirement, the inverse of `sourceOfUrl`. */
export function urlOfSource(source: Extract<Source, { kind: "url" | "vcs" }>): string {
  const base =
    source.kind === "url"
      ? source.url
      : `${source.vcs}+${source.url}${source.reference === undefined ? "" : `@${source.reference}`}`;
  if (source.subdirectory === undefined) return base;
  return `${base}${base.includes("#") ? "&" : "#"}subdirectory=${source.subdirectory}`;
}

function splitAtHash(url: string): [string, string?] {
  const hash = url.indexOf("#");
  return hash < 0 ? [url] : [url.slice(0, hash), url.slice(hash + 1)];
}

/** Name and version that a wheel's file name tells, null when it is none. */
export function wheelIdentity(fileName: string): { name: string; version: string } | null {
  const match = /^([^-]+)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(fileName);
  return match?.[1] && match[2]
    ? { name: match[1].replaceAll("_", "-"), version: match[2].replaceAll("_", "-") }
    : null;
}
