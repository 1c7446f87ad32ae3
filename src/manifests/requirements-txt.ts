// pip's requirements file format, with what its lines include.
// https://pip.pypa.io/en/stable/reference/requirements-file-format/

import { maskCredentials } from "../credentials.ts";
import { type Diagnostic, InputError, type Origin } from "../diagnostics.ts";
import { basename, dirname, isAbsolute, joinPath, relativePath } from "../paths.ts";
import { wheelTags } from "../pep/pep425.ts";
import { PYTHON_SPACE } from "../pep/pep440.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { type Marker, parseMarker, parseRequirement } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import {
  ANY_VERSION,
  EMPTY_PROJECT,
  MAIN_GROUP,
  type PackageIndex,
  type PipOption,
  type Project,
  type Requirement,
  type Source,
} from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { type GivenOption, OptionError, parseOptions } from "./pip-options.ts";
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

const MAX_INCLUDES = 1000;
const MAX_DEPTH = 100;
const STRONG_HASHES: ReadonlySet<string> = new Set(["sha256", "sha384", "sha512"]);
const ARCHIVES: ReadonlySet<string> = new Set(
  ".zip .whl .tar .tgz .tbz .txz .tlz .tar.gz .tar.bz2 .tar.xz .tar.lz .tar.lzma".split(" "),
);
/** Options that pip honours wherever they stand: it reads them before it looks at the line. */
const HONOURED_EVERYWHERE: ReadonlySet<string> = new Set([
  "--no-binary",
  "--only-binary",
  "--all-releases",
  "--only-final",
]);

/** The requirements of one run, collected over all included files. */
interface Reading {
  readonly files: Files;
  readonly root: string;
  readonly requirements: Requirement[];
  readonly constraints: Requirement[];
  readonly indexes: PackageIndex[];
  readonly pipOptions: PipOption[];
  readonly diagnostics: Diagnostic[];
  readonly read: string[];
}

/**
 * Reads a requirements file and all that it includes. `file` is the path as the user gave it, and local paths
 * in it are looked for from its folder upwards, as far as the working folder, where pip looks.
 * Throws an InputError for a line that pip refuses, with the place of the wrong part.
 */
export function readRequirementsFile(file: string, files: Files, bytes: Uint8Array = files.read(file)): Project {
  const reading: Reading = {
    files,
    root: dirname(file),
    requirements: [],
    constraints: [],
    indexes: [],
    pipOptions: [],
    diagnostics: [],
    read: [],
  };
  readFile(reading, file, bytes, { constraint: false, chain: [joinPath(".", file)] });
  return {
    ...EMPTY_PROJECT,
    requirements: reading.requirements,
    constraints: reading.constraints,
    indexes: reading.indexes,
    pipOptions: reading.pipOptions,
    diagnostics: reading.diagnostics,
    files: reading.read,
  };
}

interface Context {
  readonly constraint: boolean;
  /** The files being read, the outermost first. */
  readonly chain: readonly string[];
}

function readFile(reading: Reading, file: string, bytes: Uint8Array, context: Context): void {
  if (reading.read.length >= MAX_INCLUDES)
    throw new InputError(`more than ${MAX_INCLUDES} files are included`, { origin: { file, line: 1 } });
  reading.read.push(file);
  for (const line of logicalLines(decode(bytes, file), file)) readLine(reading, line, context);
}

// ---- text and lines -------------------------------------------------------------------------------------

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The text by its byte order mark, its PEP 263 comment in the first two lines, or UTF-8. */
function decode(bytes: Uint8Array, file: string): string {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue;
    const rest = bytes.subarray(mark.length);
    return encoding.startsWith("utf-32")
      ? decodeUtf32(rest, encoding === "utf-32le", file)
      : decodeAs(rest, encoding, file, 1);
  }
  for (const [index, line] of firstLines(bytes).entries()) {
    const declared = line.startsWith("#") ? /coding[:=][ \t-\r]*([-\w.]+)/.exec(line)?.[1] : undefined;
    if (declared) return decodeAs(bytes, declared, file, index + 1);
  }
  return decodeUtf8(bytes, file, "Save it as UTF-8, or name its encoding in the first line: # -*- coding: latin-1 -*-");
}

function firstLines(bytes: Uint8Array): string[] {
  const first = bytes.indexOf(10) + 1 || bytes.length;
  const second = bytes.indexOf(10, first) + 1 || bytes.length;
  return [bytes.subarray(0, first), bytes.subarray(first, second)].map(decodeLatin1);
}

/** Python's latin-1 is exact, the web's is windows-1252. */
function decodeLatin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function decodeAs(bytes: Uint8Array, encoding: string, file: string, line: number): string {
  const label = labelOf(encoding);
  if (label === null) throw new InputError(`the encoding ${encoding} is not known`, { origin: { file, line } });
  const text = decodeByLabel(bytes, label);
  // The web's decoders give a control character where Python's windows-125x have none.
  const isWrong = label === "ascii" ? /[^\0-\x7f]/ : label.startsWith("windows-") ? /[\x80-\x9f]/ : null;
  if (text === null || isWrong?.test(text)) throw new InputError(`this is not ${encoding}`, { origin: { file, line } });
  return text;
}

/** What windows-1252 has for the control characters of latin-1. Not every Node decodes it so. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeByLabel(bytes: Uint8Array, label: string): string | null {
  if (label === "latin-1" || label === "ascii") return decodeLatin1(bytes);
  if (label === "windows-1252")
    return decodeLatin1(bytes).replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The web's names of encodings by Python's, `_` for every separator. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ...aliases("latin-1", "latin_1 latin1 latin l1 8859 cp819 iso8859 iso8859_1 iso_8859_1 iso_ir_100"),
  ...aliases("ascii", "ascii us_ascii us 646"),
  ...aliases("utf-8", "utf_8 utf8 utf u8 cp65001 utf_8_sig"),
  ...aliases("utf-16le", "utf_16le utf_16_le"),
  ...aliases("utf-16be", "utf_16be utf_16_be"),
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].flatMap((part) =>
    aliases(`iso-8859-${part}`, `iso8859_${part} iso_8859_${part}`),
  ),
  ...aliases("iso-8859-2", "latin2 l2"),
  ...aliases("iso-8859-15", "latin9 l9"),
  ...[..."012345678"].flatMap((digit) =>
    aliases(`windows-125${digit}`, `cp125${digit} 125${digit} windows_125${digit}`),
  ),
  ...aliases("koi8-r", "koi8_r"),
  ...aliases("koi8-u", "koi8_u"),
  ...aliases("ibm866", "cp866 866 ibm866"),
  ...aliases("macintosh", "mac_roman macroman macintosh"),
  ...aliases("gbk", "gbk 936 cp936 ms936 gb2312 chinese euc_cn"),
  ...aliases("gb18030", "gb18030"),
  ...aliases("big5", "big5 big5_tw"),
  ...aliases("shift_jis", "shift_jis shiftjis sjis s_jis cp932 932 ms932 mskanji ms_kanji"),
  ...aliases("euc-jp", "euc_jp eucjp ujis u_jis"),
  ...aliases("euc-kr", "euc_kr euckr korean"),
]);

function aliases(label: string, names: string): (readonly [string, string])[] {
  return names.split(" ").map((name) => [name, label]);
}

function labelOf(encoding: string): string | null {
  return LABELS.get(encoding.toLowerCase().replace(/[-_]+/g, "_")) ?? null;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean, file: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += 4) {
    const point = i + 4 <= bytes.length ? view.getUint32(i, littleEndian) : Number.POSITIVE_INFINITY;
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      throw new InputError("this is not UTF-32", { origin: { file, line: text.split("\n").length } });
    text += String.fromCodePoint(point);
  }
  return text;
}

/** A line with its continuations joined, and where each part of it stands in the file. */
interface LogicalLine {
  readonly file: string;
  readonly text: string;
  /** In rising order of `start`: the text from there on begins at `column` (from 0) of the physical line. */
  readonly pieces: readonly {
    readonly start: number;
    readonly line: number;
    readonly column: number;
    readonly source: string;
  }[];
}

const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const WHOLE_COMMENT = new RegExp(`^${PYTHON_SPACE}*#`);
const ONE_SPACE = new RegExp(PYTHON_SPACE);
const EDGES = new RegExp(`^${PYTHON_SPACE}+|${PYTHON_SPACE}+$`, "g");

function strip(text: string): string {
  return text.replace(EDGES, "");
}

/** Lines as pip's `preprocess` makes them: joined at backslashes, without comments and outer blanks, none empty. */
function* logicalLines(text: string, file: string): Generator<LogicalLine> {
  let joined = "";
  let pieces: LogicalLine["pieces"][number][] = [];
  const physical = text.split(LINE_END);
  if (physical.at(-1) === "") physical.pop();
  for (const [index, source] of physical.entries()) {
    const comment = WHOLE_COMMENT.test(source);
    const continues = source.endsWith("\\") && !comment;
    const stripped = continues ? source.replace(/^\\+|\\+$/g, "") : source;
    const column = continues ? source.length - source.replace(/^\\+/, "").length : 0;
    // A comment line within a continuation ends it, and needs a blank before its `#` to be seen as one.
    if (comment) joined += " ";
    pieces.push({ start: joined.length, line: index + 1, column, source });
    joined += stripped;
    if (continues && index < physical.length - 1) continue;
    const line = trimmed(joined, pieces, file);
    if (line) yield line;
    joined = "";
    pieces = [];
  }
}

function trimmed(joined: string, pieces: LogicalLine["pieces"], file: string): LogicalLine | null {
  const uncommented = joined.slice(0, commentStart(joined));
  const text = strip(uncommented);
  if (text === "") return null;
  const shift = uncommented.indexOf(text);
  return { file, text, pieces: pieces.map((piece) => ({ ...piece, start: piece.start - shift })) };
}

/** Where a comment begins: at a `#` that is first or follows a blank. */
function commentStart(text: string): number {
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
    if (at === 0 || ONE_SPACE.test(text.charAt(at - 1))) return at;
  }
  return text.length;
}

/** The place in the file of an offset in a logical line. */
function originAt(line: LogicalLine, offset: number): Origin {
  const piece = line.pieces.findLast(({ start }) => start <= offset) ?? line.pieces[0];
  if (!piece) return { file: line.file, line: 1 };
  return { file: line.file, line: piece.line, column: Math.max(0, offset - piece.start) + piece.column + 1 };
}

function fail(line: LogicalLine, message: string, start: number, end: number, hint?: string): never {
  const origin = originAt(line, start);
  const piece = line.pieces.find((candidate) => candidate.line === origin.line);
  const column = (origin.column ?? 1) - 1;
  throw new InputError(message, {
    origin,
    ...(piece
      ? {
          excerpt: {
            line: piece.source,
            span: { start: column, end: Math.min(piece.source.length, column + Math.max(1, end - start)) },
          },
        }
      : {}),
    ...(hint ? { hint } : {}),
  });
}

// ---- one line -------------------------------------------------------------------------------------------

function readLine(reading: Reading, line: LogicalLine, context: Context): void {
  const argumentsEnd = optionsStart(line.text);
  const argument = line.text.slice(0, argumentsEnd).replace(/ $/, "");
  let options: readonly GivenOption[] = [];
  try {
    const parsed = parseOptions(line.text, argumentsEnd);
    options = parsed.options;
    for (const word of parsed.ignored) {
      warn(reading, line, word.start, `"${word.text}" is ignored, as pip does: it belongs to no option`);
    }
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    fail(line, error.message, error.start, error.end);
  }
  for (const option of options) {
    checkOption(line, option);
    if (HONOURED_EVERYWHERE.has(option.name))
      reading.pipOptions.push({ option: option.name, value: option.value, origin: originAt(line, option.start) });
  }
  const editable = options.find(({ name }) => name === "--editable");
  if (argument !== "" || editable) readRequirementLine(reading, line, argument, editable, options, context);
  else readOptionLine(reading, line, options, context);
}

/** Where the options of a line begin: at the first word that starts with `-`. */
function optionsStart(text: string): number {
  return text.startsWith("-") ? 0 : (/ (?=-)/.exec(text)?.index ?? text.length - 1) + 1;
}

function checkOption(line: LogicalLine, { name, value, start, end }: GivenOption): void {
  if (name === "--hash") {
    const algorithm = /^([^:]*):/.exec(value ?? "")?.[1];
    if (algorithm === undefined)
      fail(line, "--hash needs an algorithm and a digest, such as --hash=sha256:abc...", start, end);
    if (!STRONG_HASHES.has(algorithm))
      fail(line, `--hash takes ${[...STRONG_HASHES].join(", ")}, not ${algorithm}`, start, end);
  }
  if (name === "--config-settings" && !value?.includes("="))
    fail(line, "--config-settings needs KEY=VALUE", start, end);
  if (HONOURED_EVERYWHERE.has(name) && value?.startsWith("-")) fail(line, `${name} needs an argument`, start, end);
  if (name === "--trusted-host" && !isHost(value ?? ""))
    fail(line, "--trusted-host needs a host, or a host and port such as pypi.example:8080", start, end);
}

function isHost(text: string): boolean {
  const authority = text.replace(/[/?#].*$/s, "");
  const isBareIpv6 = /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(authority);
  const [, port = null] = /^(?:.*@)?(?:\[[0-9a-f:.]+\]|[^:[\]@]+)(?::(\d*))?$/i.exec(authority) ?? [];
  return (
    isBareIpv6 || (port === null ? /^(?:.*@)?(?:\[[0-9a-f:.]+\]|[^:[\]@]+)$/i.test(authority) : Number(port) <= 65535)
  );
}

function readOptionLine(reading: Reading, line: LogicalLine, options: readonly GivenOption[], context: Context): void {
  const include =
    options.find(({ name }) => name === "--requirement") ?? options.find(({ name }) => name === "--constraint");
  if (include) {
    for (const other of options) {
      if (other !== include && !HONOURED_EVERYWHERE.has(other.name))
        warn(
          reading,
          line,
          other.start,
          `${other.name} is ignored, as pip does: it stands in one line with ${include.name}`,
        );
    }
    readInclude(reading, line, include, context);
    return;
  }
  const findLinks = options.find(({ name }) => name === "--find-links");
  const featured = options.filter((option) => option.name !== "--find-links" || option === findLinks);
  for (const option of options)
    if (!featured.includes(option))
      warn(reading, line, option.start, "pip takes only the first --find-links of a line");
  // pip takes the --index-url of a line before its --extra-index-url.
  const [indexes, others] = [true, false].map((isIndex) =>
    featured.filter(({ name }) => (name === "--index-url") === isIndex),
  );
  for (const option of [...(indexes ?? []), ...(others ?? [])]) readGlobalOption(reading, line, option);
}

function readGlobalOption(reading: Reading, line: LogicalLine, { name, value, start }: GivenOption): void {
  const origin = originAt(line, start);
  const index = ({ "--index-url": "primary", "--extra-index-url": "extra", "--find-links": "find-links" } as const)[
    name as string
  ];
  if (index === "primary" && value === "") {
    warn(reading, line, start, `${name} is ignored, as pip does: it is empty`);
  } else if (index) {
    const url = index === "find-links" ? linksPlace(reading, line.file, value ?? "") : (value ?? "");
    reading.indexes.push({ kind: index, name: null, url: cleanUrl(reading, line, start, url), origin });
  } else if (name === "--hash" || name === "--config-settings") {
    warn(reading, line, start, `${name} is ignored, as pip does: no requirement stands before it`);
  } else if (!HONOURED_EVERYWHERE.has(name)) {
    reading.pipOptions.push({ option: name, value, origin });
  }
}

/** The place of --find-links as seen from the file: pip looks beside the file first, then in the working folder. */
function linksPlace(reading: Reading, file: string, place: string): string {
  if (schemeOf(place) !== null || isAbsolute(place)) return place;
  const folder = dirname(file);
  const isBeside = isAbsolute(folder) || reading.files.kind(joinPath(folder, place)) !== null;
  return isBeside ? place : relativePath(folder, place);
}

/** A URL as it may be shown, with a warning where credentials were removed. */
function cleanUrl(reading: Reading, line: LogicalLine, start: number, url: string): string {
  const clean = withoutCredentials(url);
  if (clean.removed) {
    warn(
      reading,
      line,
      start,
      "the credentials in this URL are left out: give them to pip by ${NAME} variables, netrc or its keyring",
    );
  }
  return clean.url;
}

function readInclude(reading: Reading, line: LogicalLine, include: GivenOption, context: Context): void {
  const target = include.value ?? "";
  const constraint = include.name === "--constraint";
  if (/^(?:https?|file):/i.test(target)) {
    reading.pipOptions.push({
      option: include.name,
      value: cleanUrl(reading, line, include.start, target),
      origin: originAt(line, include.start),
    });
    warn(reading, line, include.start, "what this URL lists is left to pip: py2nix reads no network");
    return;
  }
  if (target === "") fail(line, `${include.name} needs a file`, include.start, include.end);
  const path = joinPath(dirname(line.file), target);
  if (context.chain.includes(path)) fail(line, `${path} includes itself`, include.start, include.end);
  if (context.chain.length >= MAX_DEPTH)
    fail(line, `files include each other deeper than ${MAX_DEPTH}`, include.start, include.end);
  let bytes: Uint8Array;
  try {
    bytes = reading.files.read(path);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    fail(line, error.message, include.start, include.end);
  }
  readFile(reading, path, bytes, { constraint, chain: [...context.chain, path] });
}

function warn(reading: Reading, line: LogicalLine, start: number, message: string): void {
  reading.diagnostics.push({
    severity: "warning",
    message: maskCredentials(message),
    origin: originAt(line, start),
  });
}

// ---- one requirement ------------------------------------------------------------------------------------

function readRequirementLine(
  reading: Reading,
  line: LogicalLine,
  argument: string,
  editable: GivenOption | undefined,
  options: readonly GivenOption[],
  context: Context,
): void {
  const hashes: string[] = [];
  const kept: string[] = [];
  for (const option of options) {
    if (option.name === "--hash" && !editable) hashes.push(option.value ?? "");
    else if (option.name === "--config-settings") kept.push(`--config-settings=${option.value ?? ""}`);
    else if (option !== editable && !HONOURED_EVERYWHERE.has(option.name))
      warn(reading, line, option.start, `${option.name} is ignored, as pip does: it stands behind a requirement`);
  }
  if (editable && argument !== "" && editable.value) {
    warn(
      reading,
      line,
      editable.start,
      `"${editable.value}" is ignored, as pip does: the line already names "${argument}"`,
    );
  }
  if (editable && context.constraint) fail(line, "a constraint cannot be editable", editable.start, editable.end);
  const text = argument === "" ? (editable?.value ?? "") : argument;
  // An option's value can be quoted; its text is then not the line's, and the whole option is shown.
  const start = argument === "" ? (editable?.start ?? 0) : 0;
  const place: Place = {
    line,
    start,
    exact: argument !== "",
    end: argument === "" ? (editable?.end ?? 0) : argument.length,
  };
  const named = editable ? parseEditable(reading, place, text) : parseArgument(reading, place, text);
  const requirement: Requirement = {
    name: named.name,
    key: named.name === null ? keyOfUnnamed(named.source) : normalizeName(named.name),
    extras: named.extras,
    constraint: named.specifier,
    marker: named.marker,
    source: named.source,
    hashes,
    options: kept,
    group: MAIN_GROUP,
    extra: null,
    origin: originAt(line, start),
  };
  if (context.constraint) {
    if (requirement.name === null) fail(line, "a constraint must name its package", start, place.end);
    if (requirement.extras.length > 0) fail(line, "a constraint cannot have extras", start, place.end);
    reading.constraints.push(requirement);
  } else {
    reading.requirements.push(requirement);
  }
}

function keyOfUnnamed(source: Source): string {
  return source.kind === "path" ? source.path : source.kind === "registry" ? "" : source.url;
}

interface Place {
  readonly line: LogicalLine;
  readonly start: number;
  readonly end: number;
  /** Whether the text stands in the line to the letter. */
  readonly exact: boolean;
}

interface Named {
  readonly name: string | null;
  readonly extras: readonly string[];
  readonly specifier: Requirement["constraint"];
  readonly marker: Marker | null;
  readonly source: Source;
}

/** Runs a parser of a standard on the part of the text that begins at `offset`, its errors shown in the file. */
function parsePart<T>(place: Place, offset: number, text: string, parse: (text: string) => T, hint?: string): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const from = place.exact ? place.start + offset + error.span.start : place.start;
    const to = place.exact ? place.start + offset + error.span.end : place.end;
    fail(place.line, error.message, from, to, hint);
  }
}

/** A requirement line by `parse_req_from_line` of pip: a URL, a path to a project or archive, or a PEP 508 string. */
function parseArgument(reading: Reading, place: Place, text: string): Named {
  const separator = isUrl(text) ? "; " : ";";
  const at = text.indexOf(separator);
  const head = strip(at < 0 ? text : text.slice(0, at));
  const tail = at < 0 ? "" : text.slice(at + separator.length);
  const condition = strip(tail);
  const marker =
    condition === "" ? null : parsePart(place, at + separator.length + tail.indexOf(condition), condition, parseMarker);
  if (isUrl(head)) return { ...fromUrl(reading, place, head), marker };
  const local = localSource(reading, place, head);
  if (local) return { ...local, marker };
  const parsed = parsePart(place, text.indexOf(head), head, parseRequirement, hintFor(head));
  const specifier = parsed.specifier.length === 0 ? ANY_VERSION : [parsed.specifier];
  if (parsed.url === null)
    return { name: parsed.name, extras: parsed.extras, specifier, marker, source: { kind: "registry" } };
  return {
    name: parsed.name,
    extras: parsed.extras,
    specifier,
    marker,
    source: directSource(reading, place, parsed.url),
  };
}

function hintFor(text: string): string | undefined {
  if (/^[A-Za-z0-9._-]+(?:\[[^\]]*\])?\s*=[^=]/.test(text)) return "`=` is no operator here: did you mean `==`?";
  if (text.includes("/")) return "It looks like a path, and nothing that pip could install is there.";
  return undefined;
}

/** The source behind `name @ URL`. */
function directSource(reading: Reading, place: Place, url: string): Source {
  if (schemeOf(url) === null) fail(place.line, `"${url}" is not a URL`, place.start, place.end);
  return checkedSource(reading, place, url);
}

/** The source of a URL that pip would take. */
function checkedSource(reading: Reading, place: Place, url: string): Source {
  const egg = eggOf(url);
  if (egg !== undefined && !isValidName(egg))
    fail(place.line, `\`#egg=\` needs the name of a project and nothing else, not "${egg}"`, place.start, place.end);
  const authority = /^[^/?#]*:\/\/([^/?#]*)/.exec(url)?.[1] ?? "";
  if (/[[\]]/.test(authority) && !/^(?:.*@)?\[[0-9a-f:.]+\](?::\d*)?$/i.test(authority))
    fail(place.line, "the host in the URL is no IPv6 address in brackets", place.start, place.end);
  if (/^file:/i.test(url)) pathOfFileUrl(place, url);
  const source = sourceOfUrl(cleanUrl(reading, place.line, place.start, url));
  if (source.kind === "vcs" && source.reference === "")
    fail(place.line, "no reference follows the `@` at the end of the URL", place.start, place.end);
  return source;
}

/** An editable by `parse_editable` of pip: `name @ URL`, a path with extras, or a VCS URL with `#egg=`. */
function parseEditable(reading: Reading, place: Place, text: string): Named {
  const direct = parsedDirect(text);
  if (direct?.url) {
    if (!isVcsUrl(direct.url) && !direct.url.startsWith("file:")) failEditable(place, text);
    const source = isVcsUrl(direct.url)
      ? directSource(reading, place, direct.url)
      : editablePath(reading, place, pathOfFileUrl(place, direct.url));
    return { name: direct.name, extras: direct.extras, specifier: ANY_VERSION, marker: direct.marker, source };
  }
  const { path, extras: extrasText } = splitExtras(text);
  const extras = parseExtras(place, extrasText);
  if (findFolder(reading, path) !== null) {
    return { name: null, extras, specifier: ANY_VERSION, marker: null, source: editablePath(reading, place, path) };
  }
  if (/^file:/i.test(path)) {
    const source = editablePath(reading, place, pathOfFileUrl(place, path));
    return { name: eggOf(path) ?? null, extras, specifier: ANY_VERSION, marker: null, source };
  }
  const url = /^(?:git|hg|svn|bzr):/i.test(text) ? `${schemeOf(text)}+${text}` : text;
  if (!isVcsUrl(url)) failEditable(place, text);
  const source = checkedSource(reading, place, url);
  const name = eggOf(url);
  if (name === undefined) {
    fail(
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
  fail(
    place.line,
    `"${text}" cannot be editable: expected the path of a local project or a VCS URL such as git+https://...`,
    place.start,
    place.end,
  );
}

function editablePath(reading: Reading, place: Place, path: string): Source {
  const base = findLocal(reading, path, isProject);
  if (base === null) failWithoutProject(place, path);
  return { kind: "path", path, base, editable: true };
}

function failWithoutProject(place: Place, path: string): never {
  fail(
    place.line,
    `there is no project in ${path}`,
    place.start,
    place.end,
    "A project has a pyproject.toml or a setup.py.",
  );
}

function pathOfFileUrl(place: Place, url: string): string {
  if (!url.startsWith("file:")) fail(place.line, "pip takes `file:` in small letters only", place.start, place.end);
  const [, host = "", path = ""] = /^file:(?:\/\/([^/?#]*))?([^?#]*)/.exec(url) ?? [];
  if (host !== "" && host !== "localhost")
    fail(place.line, "a file URL cannot name another host: write file:///...", place.start, place.end);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A bare URL: the name is that of the wheel or of `#egg=`, or unknown. */
function fromUrl(reading: Reading, place: Place, url: string): Omit<Named, "marker"> {
  const source = checkedSource(reading, place, url);
  const name = wheelName(place, fileNameOf(url)) ?? eggOf(url) ?? null;
  return { name, extras: [], specifier: ANY_VERSION, source };
}

/** The name that a wheel's file name tells; null when it is no wheel's. */
function wheelName(place: Place, fileName: string): string | null {
  if (extensionOf(fileName) !== ".whl") return null;
  const identity = wheelTags(fileName) ? wheelIdentity(fileName) : null;
  if (!identity || !isValidName(normalizeName(identity.name)))
    fail(
      place.line,
      `${fileName} is not the file name of a wheel`,
      place.start,
      place.end,
      "It has the form name-version-python-abi-platform.whl.",
    );
  return identity.name;
}

/** A path to a project's folder or to an archive, with extras; null when the text is a name. */
function localSource(reading: Reading, place: Place, text: string): Omit<Named, "marker"> | null {
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
    const project = findLocal(reading, path, isProject);
    if (project !== null) return named(project);
    if (findFolder(reading, path) !== null) failWithoutProject(place, path);
  }
  if (!ARCHIVES.has(extensionOf(basename(path)).toLowerCase())) return null;
  const folder = findLocal(reading, path, isFile);
  if (folder !== null) return named(folder);
  // `name @ URL` ends like an archive too.
  const at = text.indexOf("@");
  if (at >= 0 && !looksLikePath(text.slice(0, at))) return null;
  warn(reading, place.line, place.start, `${path} looks like a file, but is not there`);
  return named(isAbsolute(reading.root) ? reading.root : ".");
}

/** Takes `[extras]` off the end of a path. */
function splitExtras(text: string): { path: string; extras: string | null } {
  const [, path, extras] = /^(.+)(\[[^\]]+\])(?:\/+\.?)*$/s.exec(text) ?? [];
  return path === undefined || extras === undefined ? { path: text, extras: null } : { path: path.trimEnd(), extras };
}

function parseExtras(place: Place, extras: string | null): readonly string[] {
  return extras === null ? [] : parsePart({ ...place, exact: false }, 0, `x${extras}`, parseRequirement).extras;
}

type Test = (reading: Reading, target: string) => boolean;

const isFile: Test = ({ files }, target) => files.kind(target) === "file";
const isFolder: Test = ({ files }, target) => files.kind(target) === "folder";
const isProject: Test = (reading, target) =>
  isFolder(reading, target) && ["pyproject.toml", "setup.py"].some((name) => isFile(reading, joinPath(target, name)));

function findFolder(reading: Reading, path: string): string | null {
  return findLocal(reading, path, isFolder);
}

/** The nearest folder, from that of the outermost file up to the working folder, in which the path is what is looked for. */
function findLocal(reading: Reading, path: string, test: Test): string | null {
  if (path === "") return null;
  for (let folder = reading.root; ; folder = dirname(folder)) {
    if (test(reading, joinPath(folder, path))) return folder;
    if (isAbsolute(path) || folder === "." || folder === "/" || folder.startsWith("..")) return null;
  }
}
