// The comments that pip-compile, uv and exporters write into a requirements file: how it was made, who needs each
// package, and what was left out.
// https://pip-tools.readthedocs.io/en/stable/cli/pip-compile/

import type { Origin } from "../diagnostics.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { type Marker, parseMarker } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import { type CommentedLine, commentedLines, originAt } from "./pip-lines.ts";
import { OptionError, splitWords } from "./pip-options.ts";

/** What a package is there for: one entry behind `# via`. */
export type Via =
  /** It was asked for: `-r requirements.in`, `demo (pyproject.toml)`; without a `file` on standard input. */
  | { readonly kind: "input"; readonly text: string; readonly file: string | null }
  /** It was narrowed or replaced: `-c constraints.txt`, `--override overrides.txt`. */
  | { readonly kind: "narrowing"; readonly text: string }
  /** A package needs it, or its extras, which are not told apart. `key` is normalized. */
  | { readonly kind: "package"; readonly text: string; readonly key: string };

/** A piece of a comment and where it stands. */
export interface Remark {
  readonly text: string;
  readonly origin: Origin;
}

/** The header of a file that a tool wrote. */
export interface Header {
  /** `pip-compile`, `pip-compile-multi`, `uv pip compile` or `uv export`. */
  readonly tool: string;
  /** The files on the command line that it was made from, as written there. */
  readonly inputs: readonly string[];
  /** Where the file holds, as far as the header tells. */
  readonly environment: Marker | null;
}

export interface Annotations {
  readonly header: Header | null;
  /** By each line of the file that a requirement stands on. */
  readonly vias: ReadonlyMap<number, readonly Via[]>;
  /** Entries of annotations that no tool writes; the text is empty where an annotation has no entry. */
  readonly unknown: readonly Remark[];
  /** The packages that belong to what is locked and are left out of the file, by name. */
  readonly leftOut: readonly Remark[];
}

const VIA = /^#\s*via(?:\s+(.*))?$/s;
const LIST_ENTRY = /^#\s{3,}(\S.*)$/s;
const LEFT_OUT =
  /^#\s*(?:WARNING: )?The following packages (?:are considered|are commented out|were not pinned|were excluded)/;
const LEFT_OUT_NAME = /^#\s+([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?(?:==\S+)?(?:\s+# via .*)?$/;

/** Reads the comments of a requirements file; the requirements themselves are not looked at. */
export function readAnnotations(text: string, file: string): Annotations {
  const vias = new Map<number, Via[]>();
  const unknown: Remark[] = [];
  const leftOut: Remark[] = [];
  const preamble: string[] = [];
  let owner: Via[] | null = null;
  let namesLeftOut = false;
  // An annotation whose entries stand in lines of their own, and how many there were.
  let list: { origin: Origin; entries: number } | null = null;

  const add = (entry: string, line: CommentedLine): void => {
    const via = parseVia(entry);
    if (via) owner?.push(via);
    else unknown.push({ text: entry, origin: originAt(line, line.commentStart) });
  };
  const endList = (): void => {
    if (list?.entries === 0) unknown.push({ text: "", origin: list.origin });
    list = null;
  };

  for (const line of commentedLines(text, file)) {
    const { comment } = line;
    if (line.text !== "") {
      endList();
      namesLeftOut = false;
      owner = [];
      for (const piece of line.pieces) vias.set(piece.line, owner);
    } else if (owner === null) {
      preamble.push(comment);
    }
    const entry = list === null ? null : LIST_ENTRY.exec(comment);
    if (list !== null && entry?.[1] !== undefined) {
      list.entries++;
      add(entry[1], line);
      continue;
    }
    endList();
    const via = owner === null ? null : VIA.exec(comment);
    if (via?.[1] !== undefined) for (const text of via[1].split(/,\s+/)) add(text, line);
    else if (via) list = { origin: originAt(line, line.commentStart), entries: 0 };
    if (LEFT_OUT.test(comment)) namesLeftOut = true;
    const name = namesLeftOut && line.text === "" ? LEFT_OUT_NAME.exec(comment)?.[1] : undefined;
    if (name !== undefined) leftOut.push({ text: name, origin: originAt(line, line.commentStart) });
  }
  endList();
  return { header: readHeader(preamble), vias, unknown, leftOut };
}

const OPTION_ENTRY = /^(-r|--requirement|-c|--constraint|--override)\s+(\S.*)$/s;
/** `demo (pyproject.toml)`, `demo[extra] (setup.py)`, `(pyproject.toml:group)`, `demo (pyproject.toml::build-system.requires)`. */
const PROJECT_ENTRY = /^(?:([\w.-]+)(?:\[[^\]]*\])?\s+)?\(((?:[A-Za-z]:(?=[\\/]))?[^():]+)(?:::?[^()]+)?\)$/;
const PACKAGE_ENTRY = /^([\w.-]+)(?:\[[\w.,\s-]*\])?$/;

function parseVia(entry: string): Via | null {
  const text = entry.trimEnd();
  const [, option, file] = OPTION_ENTRY.exec(text) ?? [];
  if (option === "-r" || option === "--requirement")
    return { kind: "input", text, file: file === undefined || file === "-" ? null : file };
  if (option !== undefined) return { kind: "narrowing", text };
  const [isProject, , manifest] = PROJECT_ENTRY.exec(text) ?? [];
  if (isProject !== undefined && manifest !== undefined)
    return { kind: "input", text, file: manifest === "workspace" ? null : manifest };
  const name = PACKAGE_ENTRY.exec(text)?.[1];
  return name !== undefined && isValidName(name) ? { kind: "package", text, key: normalizeName(name) } : null;
}

/** The project's name in an entry such as `demo (pyproject.toml)`, normalized. */
export function projectOf(via: Via): string | null {
  const name = via.kind === "input" ? PROJECT_ENTRY.exec(via.text)?.[1] : undefined;
  return name === undefined ? null : normalizeName(name);
}

const MADE_BY =
  /^# This file (?:is|was) autogenerated by (pip-compile-multi|pip-compile|uv)(?: with python (\d+\.\d+))?\b/i;
const INDENTED = /^#\s{2,}(\S.*)$/s;

function readHeader(comments: readonly string[]): Header | null {
  const at = comments.findIndex((comment) => MADE_BY.test(comment));
  const [, tool = "", python] = MADE_BY.exec(comments[at] ?? "") ?? [];
  if (tool === "") return null;
  const rest = comments.slice(at + 1);
  const words = wordsOf(INDENTED.exec(rest.find((comment) => INDENTED.test(comment)) ?? "")?.[1] ?? "");
  const isExport = tool === "uv" && words[1] === "export";
  const validity = rest.findIndex((comment) => /known to be valid for:$/.test(comment));
  return {
    tool: tool === "uv" ? (isExport ? "uv export" : "uv pip compile") : tool,
    inputs: isExport ? ["pyproject.toml"] : inputsOf(words),
    environment:
      markerOf(INDENTED.exec(validity < 0 ? "" : (rest[validity + 1] ?? ""))?.[1]) ?? pythonOf(words, python),
  };
}

/** The words of a command; none where it is no shell command. */
function wordsOf(command: string): string[] {
  try {
    return splitWords(command, 0).map(({ text }) => text);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    return [];
  }
}

/** Options that take a file which is not what the requirements stand in. */
const OTHER_FILES: ReadonlySet<string> = new Set(
  "-o --output-file -c --constraint --constraints -b --build-constraint --build-constraints --override --overrides --excludes --config --config-file --cert --client-cert -f --find-links".split(
    " ",
  ),
);

function inputsOf(words: readonly string[]): string[] {
  const given = words.filter(
    (word, i) => /^[^-].*\.(?:in|txt|toml|cfg|py)$/i.test(word) && !OTHER_FILES.has(words[i - 1] ?? ""),
  );
  const isCompiler = /(?:^|\/)(?:pip-compile|uv)(?:\.exe)?$/.test(words[0] ?? "");
  // What a wrapper of one's own is told is not known.
  return isCompiler ? given : [];
}

/** uv tells the very Python that it ran with; another release of the same minor has the same packages. */
function markerOf(text: string | undefined): Marker | null {
  if (text === undefined) return null;
  try {
    return parseMarker(text.replace(/\bpython_full_version == '(\d+\.\d+)(?!\d)[^']*'/g, "python_version == '$1'"));
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    return null;
  }
}

/** The Python that the versions were chosen for: that of the header, or of the option of uv. */
function pythonOf(words: readonly string[], told: string | undefined): Marker | null {
  const option = words.findIndex((word) => /^(?:-p|--python-version)$/.test(word));
  const given = option < 0 ? words.find((word) => word.startsWith("--python-version=")) : words[option + 1];
  const version = told ?? /(?:^|=)(\d+\.\d+)(?:\.\d+)?$/.exec(given ?? "")?.[1];
  if (version === undefined) return null;
  return parseMarker(`python_version ${words.includes("--universal") ? ">=" : "=="} "${version}"`);
}
