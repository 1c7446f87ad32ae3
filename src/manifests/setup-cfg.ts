// setup.cfg, as setuptools reads it: Python's configparser, and the options that list dependencies.
// https://setuptools.pypa.io/en/latest/userguide/declarative_config.html

import { type Diagnostic, InputError, type Origin } from "../diagnostics.ts";
import { dirname, joinPath } from "../paths.ts";
import { parseSpecifierSet } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import { parseRequirement } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import { EMPTY_PROJECT, MAIN_GROUP, type Project, type Requirement, type RequiresPython } from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import { type Membership, requirementFromPep508 } from "./pep621.ts";

/** A line of a value and where it stands. */
export interface PlacedLine {
  readonly text: string;
  readonly origin: Origin & { readonly column: number };
  /** The whole line, to be shown with an error. */
  readonly source: string;
}

/** Sections to options (in lower case) to the lines of the value. */
type Sections = ReadonlyMap<string, ReadonlyMap<string, readonly PlacedLine[]>>;

/**
 * Reads a setup.cfg and the files that its `file:` directives name. Throws an InputError for what configparser refuses,
 * for a requirement that is none, and for a file that is not there.
 */
export function readSetupCfg(file: string, files: Files, bytes: Uint8Array = files.read(file)): Project {
  const sections = parseSections(decodeUtf8(bytes, file), file);
  const diagnostics: Diagnostic[] = [];
  const read: string[] = [file];
  const options = sections.get("options");
  const list = (lines: readonly PlacedLine[] | undefined, membership: Membership): Requirement[] =>
    entriesOf(lines ?? [], file, files, read, diagnostics).map((line) =>
      requirementFromLine(line, membership, diagnostics),
    );
  const extras = [...(sections.get("options.extras_require") ?? [])];
  const requirements = [
    ...list(options?.get("install_requires"), { group: MAIN_GROUP, extra: null }),
    ...extras.flatMap(([extra, lines]) => list(lines, { group: MAIN_GROUP, extra: normalizeName(extra) })),
  ];
  for (const [key, consequence] of UNREAD) {
    const [first] = options?.get(key) ?? [];
    if (first) diagnostics.push({ severity: "note", message: `${key} ${consequence}`, origin: first.origin });
  }
  const name = plainValue(sections.get("metadata")?.get("name"), "name", diagnostics);
  return {
    ...EMPTY_PROJECT,
    name: name?.text ?? null,
    selectables: extras.map(([extra]) => ({ kind: "extra", name: normalizeName(extra), byDefault: false })),
    requirements,
    requiresPython: readPythonRequires(plainValue(options?.get("python_requires"), "python_requires", diagnostics)),
    installable: sections.has("metadata") || options !== undefined,
    diagnostics,
    files: read,
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
function entriesOf(
  lines: readonly PlacedLine[],
  file: string,
  files: Files,
  read: string[],
  diagnostics: Diagnostic[],
): PlacedLine[] {
  const [first] = lines;
  if (!first) return [];
  const directive = /^file:(.*)$/s.exec(first.text);
  if (directive) {
    const names = [directive[1] ?? "", ...lines.slice(1).map(({ text }) => text)].join(",").split(",");
    return names.flatMap((name) => (name.trim() === "" ? [] : requirementLines(name.trim(), first, file, files, read)));
  }
  if (/^(?:attr|find|find_namespace):/.test(first.text)) {
    diagnostics.push({
      severity: "warning",
      message: `${first.text} is worked out by setuptools, and is not read`,
      origin: first.origin,
    });
    return [];
  }
  return lines.length > 1 || first.source.startsWith(" ") || first.source.startsWith("\t")
    ? [...lines]
    : splitAtSemicolons(first);
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

/** The lines of a file that setuptools reads requirements from: no options of pip, no continuations. */
export function requirementLines(
  name: string,
  by: PlacedLine,
  file: string,
  files: Files,
  read: string[],
): PlacedLine[] {
  const path = joinPath(dirname(file), name);
  let text: string;
  try {
    text = decodeUtf8(files.read(path), path);
  } catch (error) {
    if (!(error instanceof InputError) || error.origin) throw error;
    throw errorAt(by, error.message);
  }
  read.push(path);
  return text.split(/\r\n|\n|\r/).flatMap((source, i): PlacedLine[] => {
    const trimmed = source.replace(/(?:^|\s)#.*$/, "").trim();
    const column = source.length - source.trimStart().length + 1;
    const line = { text: trimmed, origin: { file: path, line: i + 1, column }, source };
    if (trimmed === "") return [];
    if (trimmed.startsWith("-")) throw errorAt(line, "setuptools takes no options of pip from this file");
    return [line];
  });
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
    throw errorAt(line, error.message, error.span);
  }
}

function errorAt(line: PlacedLine, message: string, span = { start: 0, end: line.text.length }): InputError {
  const column = line.origin.column - 1;
  return new InputError(message, {
    origin: { ...line.origin, column: column + span.start + 1 },
    excerpt: { line: line.source, span: { start: column + span.start, end: column + span.end } },
  });
}

// ---- configparser ---------------------------------------------------------------------------------------

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
    const option = /^(.*?)\s*(?:[=:]\s*(.*))$/s.exec(body);
    if (!section || !option?.[1])
      throw errorAt(place, section ? "expected `key = value`" : "expected a [section] first");
    const key = option[1].toLowerCase().replaceAll("-", "_");
    if (section.has(key)) throw errorAt(place, `the option ${key} is there already`);
    const first = option[2] ?? "";
    value =
      first === ""
        ? []
        : [
            {
              ...place,
              text: first,
              origin: { ...place.origin, column: source.indexOf(first, column + option[1].length + 1) + 1 },
            },
          ];
    indent = column;
    section.set(key, value);
  }
  return sections;
}
