// One requirement of a requirements file: a name, a URL, a path to a project or an archive, or an editable.

import { maskCredentials } from "../credentials.ts";
import type { Diagnostic } from "../diagnostics.ts";
import { basename, dirname, isAbsolute, joinPath } from "../paths.ts";
import { wheelTags } from "../pep/pep425.ts";
import { stripSpace } from "../pep/pep440.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { type Marker, parseMarker, parseRequirement } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import { ANY_VERSION, type Requirement, type Source } from "../project.ts";
import type { Files } from "./files.ts";
import { failAt, type LogicalLine, originAt } from "./pip-lines.ts";
import {
  eggOf,
  extensionOf,
  fileNameOf,
  isUrl,
  isVcsUrl,
  schemeOf,
  sourceOfUrl,
  wheelIdentity,
  withoutCredentials,
} from "./urls.ts";

const ARCHIVES: ReadonlySet<string> = new Set(
  ".zip .whl .tar .tgz .tbz .txz .tlz .tar.gz .tar.bz2 .tar.xz .tar.lz .tar.lzma".split(" "),
);

/** What every path and archive has: most requirements have none of it. */
const MAYBE_LOCAL = /[/[]|^\.|\.(?:zip|whl|tar|tgz|tbz|txz|tlz|gz|bz2|xz|lz|lzma)$/i;

/** What a requirement's meaning depends on beside its line. */
export interface Surroundings {
  readonly files: Files;
  /** The folder of the outermost file. */
  readonly root: string;
  readonly diagnostics: Diagnostic[];
}

/** A URL as it may be shown, with a warning where credentials were removed. */
export function cleanUrlAt(around: Surroundings, line: LogicalLine, start: number, url: string): string {
  const clean = withoutCredentials(url);
  if (clean.removed) {
    warnAt(
      around,
      line,
      start,
      "the credentials in this URL are left out: give them to pip by ${NAME} variables, netrc or its keyring",
    );
  }
  return clean.url;
}

export function warnAt(around: Surroundings, line: LogicalLine, start: number, message: string): void {
  around.diagnostics.push({
    severity: "warning",
    message: maskCredentials(message),
    origin: originAt(line, start),
  });
}

export interface Place {
  readonly line: LogicalLine;
  readonly start: number;
  readonly end: number;
  /** Whether the text stands in the line to the letter. */
  readonly exact: boolean;
}

export interface Named {
  readonly name: string | null;
  readonly extras: readonly string[];
  readonly specifier: Requirement["constraint"];
  readonly marker: Marker | null;
  readonly source: Source;
}

/** Runs a parser of a standard on the part of the text that begins at `offset`, its errors shown in the file. */
function parsePart<T>(
  place: Place,
  offset: number,
  text: string,
  parse: (text: string) => T,
  hintFor: (text: string) => string | undefined = () => undefined,
): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const from = place.exact ? place.start + offset + error.span.start : place.start;
    const to = place.exact ? place.start + offset + error.span.end : place.end;
    failAt(place.line, error.message, from, to, hintFor(text));
  }
}

/** A requirement line by `parse_req_from_line` of pip: a URL, a path to a project or archive, or a PEP 508 string. */
export function parseArgument(around: Surroundings, place: Place, text: string): Named {
  const separator = isUrl(text) ? "; " : ";";
  const at = text.indexOf(separator);
  const head = stripSpace(at < 0 ? text : text.slice(0, at));
  const tail = at < 0 ? "" : text.slice(at + separator.length);
  const condition = stripSpace(tail);
  const marker =
    condition === "" ? null : parsePart(place, at + separator.length + tail.indexOf(condition), condition, parseMarker);
  if (isUrl(head)) return { ...fromUrl(around, place, head), marker };
  const local = localSource(around, place, head);
  if (local) return { ...local, marker };
  const parsed = parsePart(place, text.indexOf(head), head, parseRequirement, requirementHint);
  const specifier = parsed.specifier.length === 0 ? ANY_VERSION : [parsed.specifier];
  if (parsed.url === null)
    return { name: parsed.name, extras: parsed.extras, specifier, marker, source: { kind: "registry" } };
  return {
    name: parsed.name,
    extras: parsed.extras,
    specifier,
    marker,
    source: directSource(around, place, parsed.url),
  };
}

function requirementHint(text: string): string | undefined {
  if (/^[A-Za-z0-9._-]+(?:\[[^\]]*\])?\s*=[^=]/.test(text)) return "`=` is no operator here: did you mean `==`?";
  if (text.includes("/")) return "It looks like a path, and nothing that pip could install is there.";
  return undefined;
}

/** The source behind `name @ URL`. */
function directSource(around: Surroundings, place: Place, url: string): Source {
  if (schemeOf(url) === null) failAt(place.line, `"${url}" is not a URL`, place.start, place.end);
  return checkedSource(around, place, url);
}

/** The source of a URL that pip would take. */
function checkedSource(around: Surroundings, place: Place, url: string): Source {
  const egg = eggOf(url);
  if (egg !== undefined && !isValidName(egg))
    failAt(place.line, `\`#egg=\` needs the name of a project and nothing else, not "${egg}"`, place.start, place.end);
  const authority = /^[^/?#]*:\/\/([^/?#]*)/.exec(url)?.[1] ?? "";
  if (/[[\]]/.test(authority) && !/^(?:.*@)?\[[0-9a-f:.]+\](?::\d*)?$/i.test(authority))
    failAt(place.line, "the host in the URL is no IPv6 address in brackets", place.start, place.end);
  if (/^file:/i.test(url)) pathOfFileUrl(place, url);
  const source = sourceOfUrl(cleanUrlAt(around, place.line, place.start, url));
  if (source.kind === "vcs" && source.reference === "")
    failAt(place.line, "no reference follows the `@` at the end of the URL", place.start, place.end);
  return source;
}

/** An editable by `parse_editable` of pip: `name @ URL`, a path with extras, or a VCS URL with `#egg=`. */
export function parseEditable(around: Surroundings, place: Place, text: string): Named {
  const direct = parsedDirect(text);
  if (direct?.url) {
    if (!isVcsUrl(direct.url) && !direct.url.startsWith("file:")) failEditable(place, text);
    const source = isVcsUrl(direct.url)
      ? directSource(around, place, direct.url)
      : editablePath(around, place, pathOfFileUrl(place, direct.url));
    return { name: direct.name, extras: direct.extras, specifier: ANY_VERSION, marker: direct.marker, source };
  }
  const { path, extras: extrasText } = splitExtras(text);
  const extras = parseExtras(place, extrasText);
  if (findFolder(around, path) !== null) {
    return { name: null, extras, specifier: ANY_VERSION, marker: null, source: editablePath(around, place, path) };
  }
  if (/^file:/i.test(path)) {
    const source = editablePath(around, place, pathOfFileUrl(place, path));
    return { name: eggOf(path) ?? null, extras, specifier: ANY_VERSION, marker: null, source };
  }
  const url = /^(?:git|hg|svn|bzr):/i.test(text) ? `${schemeOf(text)}+${text}` : text;
  if (!isVcsUrl(url)) failEditable(place, text);
  const source = checkedSource(around, place, url);
  const name = eggOf(url);
  if (name === undefined) {
    failAt(
      place.line,
      "the project's name is missing: write `-e name @ URL`, or end the URL with `#egg=name`",
      place.start,
      place.end,
    );
  }
  return { name, extras: [], specifier: ANY_VERSION, marker: null, source };
}

/** A requirement with a URL, null when the text is none. */
function parsedDirect(text: string): ReturnType<typeof parseRequirement> | null {
  try {
    return parseRequirement(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    return null;
  }
}

function failEditable(place: Place, text: string): never {
  failAt(
    place.line,
    `"${text}" cannot be editable: expected the path of a local project or a VCS URL such as git+https://...`,
    place.start,
    place.end,
  );
}

function editablePath(around: Surroundings, place: Place, path: string): Source {
  const base = findLocal(around, path, isProject);
  if (base === null) failWithoutProject(place, path);
  return { kind: "path", path, base, editable: true };
}

function failWithoutProject(place: Place, path: string): never {
  failAt(
    place.line,
    `there is no project in ${path}`,
    place.start,
    place.end,
    "A project has a pyproject.toml or a setup.py.",
  );
}

function pathOfFileUrl(place: Place, url: string): string {
  if (!url.startsWith("file:")) failAt(place.line, "pip takes `file:` in small letters only", place.start, place.end);
  const [, host = "", path = ""] = /^file:(?:\/\/([^/?#]*))?([^?#]*)/.exec(url) ?? [];
  if (host !== "" && host !== "localhost")
    failAt(place.line, "a file URL cannot name another host: write file:///...", place.start, place.end);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A bare URL: the name is that of the wheel or of `#egg=`, or unknown. */
function fromUrl(around: Surroundings, place: Place, url: string): Omit<Named, "marker"> {
  const source = checkedSource(around, place, url);
  const name = wheelName(place, fileNameOf(url)) ?? eggOf(url) ?? null;
  return { name, extras: [], specifier: ANY_VERSION, source };
}

/** The name that a wheel's file name tells; null when it is no wheel's. */
function wheelName(place: Place, fileName: string): string | null {
  if (extensionOf(fileName) !== ".whl") return null;
  const identity = wheelTags(fileName) ? wheelIdentity(fileName) : null;
  if (!identity || !isValidName(normalizeName(identity.name)))
    failAt(
      place.line,
      `${fileName} is not the file name of a wheel`,
      place.start,
      place.end,
      "It has the form name-version-python-abi-platform.whl.",
    );
  return identity.name;
}

/** A path to a project's folder or to an archive, with extras; null when the text is a name. */
function localSource(around: Surroundings, place: Place, text: string): Omit<Named, "marker"> | null {
  if (!MAYBE_LOCAL.test(text)) return null;
  const { path, extras: extrasText } = splitExtras(text);
  const extras = parseExtras(place, extrasText);
  const looksLikePath = (part: string) => part.includes("/") || part.startsWith(".");
  const named = (base: string): Omit<Named, "marker"> => ({
    name: wheelName(place, basename(path)),
    extras,
    specifier: ANY_VERSION,
    source: { kind: "path", path, base, editable: false },
  });
  if (looksLikePath(text)) {
    const project = findLocal(around, path, isProject);
    if (project !== null) return named(project);
    if (findFolder(around, path) !== null) failWithoutProject(place, path);
  }
  if (!ARCHIVES.has(extensionOf(basename(path)).toLowerCase())) return null;
  const folder = findLocal(around, path, isFile);
  if (folder !== null) return named(folder);
  // `name @ URL` ends like an archive too.
  const at = text.indexOf("@");
  if (at >= 0 && !looksLikePath(text.slice(0, at))) return null;
  warnAt(around, place.line, place.start, `${path} looks like a file, but is not there`);
  return named(isAbsolute(around.root) ? around.root : ".");
}

/** Takes `[extras]` off the end of a path. */
function splitExtras(text: string): { path: string; extras: string | null } {
  // `^(.+)(\[[^\]]+\])(?:\/+\.?)*$` without its backtracking, which a path of brackets or slashes makes endless.
  let end = text.length;
  while (text[end - 1] === "/" || (text[end - 1] === "." && text[end - 2] === "/")) end--;
  const open = text.lastIndexOf("[", end - 3);
  const isExtras = open > 0 && text[end - 1] === "]" && text.indexOf("]", open) === end - 1;
  return isExtras
    ? { path: text.slice(0, open).trimEnd(), extras: text.slice(open, end) }
    : { path: text, extras: null };
}

function parseExtras(place: Place, extras: string | null): readonly string[] {
  return extras === null ? [] : parsePart({ ...place, exact: false }, 0, `x${extras}`, parseRequirement).extras;
}

type Test = (around: Surroundings, target: string) => boolean;

const isFile: Test = ({ files }, target) => files.kind(target) === "file";
const isFolder: Test = ({ files }, target) => files.kind(target) === "folder";
const isProject: Test = (around, target) =>
  isFolder(around, target) && ["pyproject.toml", "setup.py"].some((name) => isFile(around, joinPath(target, name)));

function findFolder(around: Surroundings, path: string): string | null {
  return findLocal(around, path, isFolder);
}

/** The nearest folder, from that of the outermost file up to the working folder, in which the path is what is looked for. */
function findLocal(around: Surroundings, path: string, test: Test): string | null {
  if (path === "") return null;
  for (let folder = around.root; ; folder = dirname(folder)) {
    if (test(around, joinPath(folder, path))) return folder;
    if (isAbsolute(path) || folder === "." || folder === "/" || folder.startsWith("..")) return null;
  }
}
