// setup.cfg, as setuptools reads it: Python's configparser, and the options that list dependencies.
// https://setuptools.pypa.io/en/latest/userguide/declarative_config.html

import { type Diagnostic, InputError, type Origin } from "../diagnostics.ts";
import { limitOf, raised } from "../limits.ts";
import { dirname, isAbsolute, joinPath, relativePath } from "../paths.ts";
import { parseSpecifierSet } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { parseRequirement } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import { EMPTY_PROJECT, MAIN_GROUP, type Project, type Requirement, type RequiresPython } from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { DYNAMIC_FIELDS, type DynamicField, type Membership, requirementFromPep508 } from "./pep621.ts";

/** A line of a value and where it stands. */
export interface PlacedLine {
  readonly text: string;
  readonly origin: Origin & { readonly column: number };
  /** The whole line, to be shown with an error. */
  readonly source: string;
}

/** What names a file to read: where it stands, and how an error is shown there. */
export interface NamedBy {
  readonly origin: Origin;
  error(message: string): InputError;
}

/** What reading a file and those that it names shares. */
export interface Reading {
  /** The file that names the others. */
  readonly file: string;
  readonly files: Files;
  /** The files read so far; more are added. */
  readonly read: string[];
  readonly diagnostics: Diagnostic[];
}

/** Sections to options (in lower case) to the lines of the value. */
type Sections = ReadonlyMap<string, ReadonlyMap<string, readonly PlacedLine[]>>;

/**
 * Reads a setup.cfg and the files that its `file:` directives name. With `fields` it is only these that are read, and what
 * is wrong with the others does not matter. Throws an InputError for what configparser refuses, for a requirement that is
 * none, and for a file outside the folder.
 */
export function readSetupCfg(
  file: string,
  files: Files,
  bytes: Uint8Array = files.read(file),
  fields: readonly DynamicField[] = DYNAMIC_FIELDS,
): Project {
  const sections = parseSections(decodeUtf8(bytes, file), file);
  const diagnostics: Diagnostic[] = [];
  const reading: Reading = { file, files, read: [file], diagnostics };
  const options = optionsOf(sections, "options");
  const list = (lines: readonly PlacedLine[] | undefined, extra: string | null): Requirement[] =>
    entriesOf(lines ?? [], reading).map((line) => requirementFromLine(line, { group: MAIN_GROUP, extra }, diagnostics));
  const wanted = (field: DynamicField) => fields.includes(field);
  const extras = wanted("optional-dependencies") ? [...optionsOf(sections, "options.extras_require")] : [];
  const requirements = [
    ...(wanted("dependencies") ? list(options.get("install_requires"), null) : []),
    ...extras.flatMap(([extra, lines]) => list(lines, normalizeName(extra))),
  ];
  for (const [key, consequence] of UNREAD) {
    const [first] = options.get(key) ?? [];
    if (first) diagnostics.push({ severity: "note", message: `${key} ${consequence}`, origin: first.origin });
  }
  const name = plainValue(optionsOf(sections, "metadata").get("name"), "name", diagnostics);
  const python = wanted("requires-python")
    ? plainValue(options.get("python_requires"), "python_requires", diagnostics)
    : null;
  return {
    ...EMPTY_PROJECT,
    name: name?.text ?? null,
    selectables: extras.map(([extra]) => ({ kind: "extra", name: normalizeName(extra), byDefault: false })),
    requirements,
    requiresPython: readPythonRequires(python),
    installable: sections.has("metadata") || sections.has("options"),
    diagnostics,
    files: reading.read,
  };
}

const UNREAD = [
  ["setup_requires", "is not in the shell: pip fetches it when it builds"],
  ["tests_require", "is not in the shell: setuptools does not install it any more"],
  ["dependency_links", "is not used: neither pip nor setuptools asks it any more"],
] as const;

/** A value of one line; `attr:` and `file:` directives are told and give nothing. */
function plainValue(
  lines: readonly PlacedLine[] | undefined,
  option: string,
  diagnostics: Diagnostic[],
): PlacedLine | null {
  const [first] = lines ?? [];
  if (!first) return null;
  const directive = /^(attr|file|find|find_namespace):/.exec(first.text)?.[1];
  if (directive === undefined) return first;
  diagnostics.push({
    severity: "warning",
    message: `${option} is worked out by setuptools (${directive}:), and is not read`,
    origin: first.origin,
  });
  return null;
}

function readPythonRequires(line: PlacedLine | null): RequiresPython[] {
  if (!line) return [];
  const constraint = [parsePlaced(line, parseSpecifierSet)];
  return constraint[0]?.length === 0 ? [] : [{ constraint, text: line.text, origin: line.origin }];
}

/** The requirements of a value: its lines, or the parts between semicolons when it has one line; `file:` names files. */
function entriesOf(lines: readonly PlacedLine[], reading: Reading): PlacedLine[] {
  const [first] = lines;
  if (!first) return [];
  if (first.text.startsWith("file:")) {
    const names = lines.map(({ text }) => text).join("\n");
    const by: NamedBy = { origin: first.origin, error: (message) => errorAt(first, message) };
    const paths = names.slice("file:".length).split(",");
    const { lines: read, text } = readFiles(
      paths.map((path) => path.trim()),
      by,
      reading,
    );
    const [only] = read;
    return requirementLines(only && !text.includes("\n") ? splitAtSemicolons(only) : read, reading.diagnostics);
  }
  if (/^(?:attr|find|find_namespace):/.test(first.text)) {
    reading.diagnostics.push({
      severity: "warning",
      message: `${first.text} is worked out by setuptools, and is not read`,
      origin: first.origin,
    });
    return [];
  }
  const isInline = lines.length === 1 && /^[^\s]/.test(first.source);
  return requirementLines(isInline ? splitAtSemicolons(first) : lines, reading.diagnostics);
}

/** A value in the line of its key: semicolons stand between requirements, so none of them can have a marker. */
function splitAtSemicolons(line: PlacedLine): PlacedLine[] {
  const parts: PlacedLine[] = [];
  let start = 0;
  for (const part of line.text.split(";")) {
    const column = line.origin.column + start + part.length - part.trimStart().length;
    if (part.trim() !== "") parts.push({ ...line, text: part.trim(), origin: { ...line.origin, column } });
    start += part.length + 1;
  }
  return parts;
}

/**
 * The files that a `file:` directive names, one behind the other. A file that is not there is left out and told, as
 * setuptools does; one outside the folder of the manifest is refused.
 */
export function readFiles(
  names: readonly string[],
  by: NamedBy,
  { file, files, read, diagnostics }: Reading,
): { readonly lines: readonly PlacedLine[]; readonly text: string } {
  const root = dirname(file);
  const texts: string[] = [];
  const lines = names.flatMap((name) => {
    const path = joinPath(root, name);
    if (files.kind(path) !== "file") {
      const message = `${path} is not there, and setuptools goes on without it`;
      diagnostics.push({ severity: "warning", message, origin: by.origin });
      return [];
    }
    const isBeside = isAbsolute(path) === isAbsolute(root) && !/^\.\.(?:\/|$)/.test(relativePath(root, path));
    if (!isBeside) throw by.error(`setuptools reads no file outside the project's folder: ${name}`);
    const text = decodeUtf8(files.read(path), path);
    read.push(path);
    texts.push(text);
    return text.split(/\r\n|\n|\r/).flatMap((source, i) => linesIn(source, path, i + 1));
  });
  return { lines, text: texts.join("\n") };
}

/** The lines that Python's `str.splitlines` finds in one line of a file. */
function linesIn(source: string, file: string, line: number): PlacedLine[] {
  return [...source.matchAll(/[^\v\f\x1c-\x1e\x85\u2028\u2029]+/g)].map(({ 0: part, index }) => {
    const column = index + part.length - part.trimStart().length + 1;
    return { text: part.trim(), origin: { file, line, column }, source };
  });
}

/**
 * The requirements in lines of text, as `setuptools._reqs.parse_strings` has it: a comment begins with `#` in the first
 * column or behind a space, and a line that ends with a backslash goes on in the next, the character before the
 * backslash being lost.
 */
export function requirementLines(lines: readonly PlacedLine[], diagnostics: Diagnostic[]): PlacedLine[] {
  const bare = lines
    .filter(({ text }) => text !== "" && !text.startsWith("#"))
    .map((line) => ({ ...line, text: line.text.replace(/ #.*$/s, "") }));
  const joined: PlacedLine[] = [];
  for (let at = 0; at < bare.length; at++) {
    let line = bare[at] as PlacedLine;
    while (line.text.endsWith("\\") && bare[at + 1]) {
      line = { ...line, text: line.text.slice(0, -2).trim() + bare[at + 1]?.text };
      at++;
    }
    if (line.text.endsWith("\\")) {
      const message = "nothing follows the backslash, and setuptools drops the line";
      diagnostics.push({ severity: "warning", message, origin: line.origin });
    } else joined.push({ ...line, text: line.text.trim() });
  }
  return joined;
}

/** The requirement of a line. Throws an InputError with the wrong part. */
export function requirementFromLine(line: PlacedLine, membership: Membership, diagnostics: Diagnostic[]): Requirement {
  return requirementFromPep508(parsePlaced(line, parseRequirement), line.origin, membership, diagnostics);
}

function parsePlaced<T>(line: PlacedLine, parser: (text: string) => T): T {
  try {
    return parser(line.text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const isOption = line.text.startsWith("-");
    throw errorAt(line, isOption ? "setuptools takes no options of pip here" : error.message, error.span);
  }
}

function errorAt(line: PlacedLine, message: string, span = { start: 0, end: line.text.length }): InputError {
  const column = line.origin.column - 1;
  // A text that was put together does not stand in the line: all of the line is meant then.
  const isWritten = line.source.startsWith(line.text, column);
  const start = isWritten ? column + span.start : column;
  return new InputError(message, {
    origin: { ...line.origin, column: start + 1 },
    excerpt: { line: line.source, span: { start, end: isWritten ? column + span.end : line.source.length } },
  });
}

// ---- configparser ---------------------------------------------------------------------------------------

/** The options of a section, those of [DEFAULT] among them, with what their `%(name)s` stand for. */
function optionsOf(sections: Sections, name: string): ReadonlyMap<string, readonly PlacedLine[]> {
  const section = sections.get(name);
  if (!section) return new Map();
  const values = new Map([...(sections.get("DEFAULT") ?? []), ...section]);
  const interpolation: Interpolation = { values, left: limitOf("interpolations"), room: limitOf("file-size") };
  return new Map([...values].map(([key, lines]) => [key, lines.flatMap((line) => interpolated(line, interpolation))]));
}

interface Interpolation {
  readonly values: ReadonlyMap<string, readonly PlacedLine[]>;
  /** How many more references are followed: no input may go on without end. */
  left: number;
  /** How many more characters they may bring. */
  room: number;
}

/** A line in which `%(name)s` is the value of another option, all its lines where nothing else stands there. */
function interpolated(line: PlacedLine, interpolation: Interpolation): PlacedLine[] {
  if (!line.text.includes("%")) return [line];
  const referred = (name: string): PlacedLine[] => {
    const value = interpolation.values.get(optionKey(name));
    if (!value) throw errorAt(line, `there is no option ${name} in this section`);
    if (interpolation.left-- === 0)
      throw errorAt(line, `the options refer to each other without end, or too often${raised("interpolations")}`);
    const lines = value.flatMap((other) => interpolated(other, interpolation));
    interpolation.room -= lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    if (interpolation.room < 0) throw errorAt(line, `the options refer to too much text${raised("file-size")}`);
    return lines;
  };
  const whole = /^%\(([^)]+)\)s$/.exec(line.text)?.[1];
  if (whole !== undefined) return referred(whole);
  const text = line.text.replace(/%(?:(%)|\(([^)]+)\)s)?/g, (_, percent?: string, name?: string) => {
    if (name !== undefined)
      return referred(name)
        .map((other) => other.text)
        .join("\n");
    if (percent === undefined) throw errorAt(line, "expected `%%` or `%(name)s`: a percent sign is written twice here");
    return percent;
  });
  return text.split("\n").map((part) => ({ ...line, text: part }));
}

function optionKey(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}

/**
 *     file = (section | option | comment | blank)*; section = `[` name `]`; option = key (`=` | `:`) value
 *
 * A value goes on in lines that are indented deeper than its key. A comment is a line that begins with `#` or `;`.
 */
function parseSections(text: string, file: string): Sections {
  const sections = new Map<string, Map<string, PlacedLine[]>>();
  let section: Map<string, PlacedLine[]> | null = null;
  let value: PlacedLine[] | null = null;
  let indent = 0;
  for (const [i, source] of text.split(/\r\n|\n|\r/).entries()) {
    const body = source.trim();
    const column = source.length - source.trimStart().length;
    const place: PlacedLine = { text: body, origin: { file, line: i + 1, column: column + 1 }, source };
    if (body === "" || /^[#;]/.test(body)) continue;
    if (value && column > indent) {
      value.push(place);
      continue;
    }
    if (/^(?:<{7}|={7}|>{7})(?: |$)/.test(source))
      throw new InputError("this is not a setup.cfg: a merge conflict stands in it", {
        origin: place.origin,
        excerpt: { line: source, span: { start: 0, end: source.length } },
        hint: "This is a merge conflict: resolve it first.",
      });
    const header = /^\[(.+)\]/.exec(body)?.[1];
    if (header !== undefined) {
      if (sections.has(header)) throw errorAt(place, `the section [${header}] is there already`);
      section = new Map();
      sections.set(header, section);
      value = null;
      continue;
    }
    const option = /^([^=:]*)[=:]\s*(.*)$/s.exec(body);
    const name = option?.[1]?.trimEnd();
    if (!section || !option || !name)
      throw errorAt(place, section ? "expected `key = value`" : "expected a [section] first");
    const key = optionKey(name);
    if (section.has(key)) throw errorAt(place, `the option ${key} is there already`);
    const first = option[2] ?? "";
    value =
      first === ""
        ? []
        : [
            {
              ...place,
              text: first,
              origin: { ...place.origin, column: source.indexOf(first, column + name.length + 1) + 1 },
            },
          ];
    indent = column;
    section.set(key, value);
  }
  return sections;
}
