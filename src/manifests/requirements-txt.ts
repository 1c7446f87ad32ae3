// pip's requirements file format, with what its lines include.
// https://pip.pypa.io/en/stable/reference/requirements-file-format/

import { InputError } from "../diagnostics.ts";
import { limitOf, raised } from "../limits.ts";
import { dirname, isAbsolute, joinPath } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import {
  EMPTY_PROJECT,
  MAIN_GROUP,
  type PackageIndex,
  type PipOption,
  type Project,
  type Requirement,
  type Source,
} from "../project.ts";
import type { Files } from "./files.ts";
import { decodeRequirements } from "./pip-encoding.ts";
import { failAt, type LogicalLine, logicalLines, originAt } from "./pip-lines.ts";
import { type GivenOption, OptionError, parseOptions } from "./pip-options.ts";
import { cleanUrlAt, type Place, parseArgument, parseEditable, type Surroundings, warnAt } from "./pip-requirement.ts";
import { schemeOf } from "./urls.ts";

const STRONG_HASHES: ReadonlySet<string> = new Set(["sha256", "sha384", "sha512"]);
/** Options that pip honours wherever they stand: it reads them before it looks at the line. */
const HONOURED_EVERYWHERE: ReadonlySet<string> = new Set([
  "--no-binary",
  "--only-binary",
  "--all-releases",
  "--only-final",
]);

/** The requirements of one run, collected over all included files. */
interface Reading extends Surroundings {
  readonly requirements: Requirement[];
  readonly constraints: Requirement[];
  readonly indexes: PackageIndex[];
  readonly pipOptions: PipOption[];
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
  const most = limitOf("included-files");
  if (reading.read.length >= most)
    throw new InputError(`more than ${most} files are included${raised("included-files")}`, {
      origin: { file, line: 1 },
    });
  reading.read.push(file);
  for (const line of logicalLines(decodeRequirements(bytes, file), file)) readLine(reading, line, context);
}

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?= |$)/;

function readLine(reading: Reading, line: LogicalLine, context: Context): void {
  const conflict = CONFLICT.exec(line.text)?.[0];
  if (conflict !== undefined)
    failAt(line, `\`${conflict}\` is what git leaves of a merge that is not decided`, 0, conflict.length);
  const argumentsEnd = optionsStart(line.text);
  const argument = line.text.slice(0, argumentsEnd).replace(/ $/, "");
  const options = argumentsEnd < line.text.length ? readOptions(reading, line, argumentsEnd) : [];
  for (const option of options) {
    checkOption(line, option);
    if (HONOURED_EVERYWHERE.has(option.name))
      reading.pipOptions.push({
        option: option.name,
        value: option.value && withoutLogin(reading, line, option.start, option.value),
        origin: originAt(line, option.start),
      });
  }
  const editable = options.find(({ name }) => name === "--editable");
  if (argument !== "" || editable) readRequirementLine(reading, line, argument, editable, options, context);
  else readOptionLine(reading, line, options, context);
}

function readOptions(reading: Reading, line: LogicalLine, start: number): readonly GivenOption[] {
  try {
    const parsed = parseOptions(line.text, start);
    for (const word of parsed.ignored) {
      // It may be the end of a password that has a blank.
      const shown = word.text.replace(/^.*(?=@)/s, (login) => "*".repeat(login.length));
      warnAt(reading, line, word.start, `"${shown}" is ignored, as pip does: it belongs to no option`);
    }
    return parsed.options;
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    failAt(line, error.message, error.start, error.end);
  }
}

/** Where the options of a line begin: at the first word that starts with `-`. */
function optionsStart(text: string): number {
  return text.startsWith("-") ? 0 : (/ (?=-)/.exec(text)?.index ?? text.length - 1) + 1;
}

function checkOption(line: LogicalLine, { name, value, start, end }: GivenOption): void {
  if (name === "--hash") {
    const algorithm = /^([^:]*):/.exec(value ?? "")?.[1];
    if (algorithm === undefined)
      failAt(line, "--hash needs an algorithm and a digest, such as --hash=sha256:abc...", start, end);
    if (!STRONG_HASHES.has(algorithm))
      failAt(line, `--hash takes ${[...STRONG_HASHES].join(", ")}, not ${algorithm}`, start, end);
  }
  if (name === "--config-settings" && !value?.includes("="))
    failAt(line, "--config-settings needs KEY=VALUE", start, end);
  if (HONOURED_EVERYWHERE.has(name) && value?.startsWith("-")) failAt(line, `${name} needs an argument`, start, end);
  if (name === "--trusted-host" && !isHost(value ?? ""))
    failAt(line, "--trusted-host needs a host, or a host and port such as pypi.example:8080", start, end);
}

/** A value without credentials, be it a URL or only its host. */
function withoutLogin(reading: Reading, line: LogicalLine, start: number, value: string): string {
  const url = cleanUrlAt(reading, line, start, value);
  if (!/^[^/?#@:]*:[^/?#@]*@/.test(url) || /^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return url;
  warnAt(reading, line, start, "the credentials are left out");
  return url.slice(url.indexOf("@") + 1);
}

function isHost(text: string): boolean {
  const authority = text.replace(/[/?#].*$/s, "");
  const isBareIpv6 = /^[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*$/i.test(authority);
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
        warnAt(
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
      warnAt(reading, line, option.start, "pip takes only the first --find-links of a line");
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
    warnAt(reading, line, start, `${name} is ignored, as pip does: it is empty`);
  } else if (index) {
    const url = cleanUrlAt(reading, line, start, value ?? "");
    const seenFrom = index === "find-links" ? linksBase(reading, line.file, value ?? "") : {};
    reading.indexes.push({ kind: index, name: null, url, ...seenFrom, origin });
  } else if (name === "--hash" || name === "--config-settings") {
    warnAt(reading, line, start, `${name} is ignored, as pip does: no requirement stands before it`);
  } else if (!HONOURED_EVERYWHERE.has(name)) {
    reading.pipOptions.push({ option: name, value: value && withoutLogin(reading, line, start, value), origin });
  }
}

/** From where a path of --find-links is seen: pip looks beside the file first, then in the working folder. */
function linksBase({ files }: Reading, file: string, place: string): Pick<PackageIndex, "base"> {
  if (schemeOf(place) !== null || isAbsolute(place)) return {};
  return files.kind(joinPath(dirname(file), place)) !== null ? {} : { base: "." };
}

function readInclude(reading: Reading, line: LogicalLine, include: GivenOption, context: Context): void {
  const target = include.value ?? "";
  const constraint = include.name === "--constraint";
  if (/^(?:https?|file):/i.test(target)) {
    reading.pipOptions.push({
      option: include.name,
      value: cleanUrlAt(reading, line, include.start, target),
      origin: originAt(line, include.start),
    });
    warnAt(reading, line, include.start, "what this URL lists is left to pip: py2nix reads no network");
    return;
  }
  if (target === "") failAt(line, `${include.name} needs a file`, include.start, include.end);
  const path = joinPath(dirname(line.file), target);
  if (context.chain.includes(path)) failAt(line, `${path} includes itself`, include.start, include.end);
  const deepest = limitOf("include-depth");
  if (context.chain.length >= deepest) {
    const message = `files include each other deeper than ${deepest} levels${raised("include-depth")}`;
    failAt(line, message, include.start, include.end);
  }
  let bytes: Uint8Array;
  try {
    bytes = reading.files.read(path);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    failAt(line, error.message, include.start, include.end);
  }
  readFile(reading, path, bytes, { constraint, chain: [...context.chain, path] });
}

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
      warnAt(reading, line, option.start, `${option.name} is ignored, as pip does: it stands behind a requirement`);
  }
  if (editable && argument !== "" && editable.value) {
    warnAt(
      reading,
      line,
      editable.start,
      `"${editable.value}" is ignored, as pip does: the line already names "${argument}"`,
    );
  }
  if (editable && context.constraint) failAt(line, "a constraint cannot be editable", editable.start, editable.end);
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
  if (editable && named.source.kind === "vcs") {
    warnAt(reading, line, editable.start, "it is installed from the repository, and not checked out to be edited");
  }
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
    if (requirement.name === null) failAt(line, "a constraint must name its package", start, place.end);
    if (requirement.extras.length > 0) failAt(line, "a constraint cannot have extras", start, place.end);
    reading.constraints.push(requirement);
  } else {
    reading.requirements.push(requirement);
  }
}

function keyOfUnnamed(source: Source): string {
  return source.kind === "path" ? source.path : source.kind === "registry" ? "" : source.url;
}
