// The settings as options of the command line. What they say has the shape of a file's settings, without origins.

import { InputError } from "../diagnostics.ts";
import { nearest } from "../nearest.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { StandardError } from "../pep/scanner.ts";
import {
  type AttributePath,
  type PackageAttribute,
  parseAttributePath,
  parsePackageAttribute,
} from "./attribute-path.ts";
import {
  EMPTY_SETTINGS,
  INSTALLERS,
  type Installer,
  MATCHES,
  type Match,
  type PackageSettings,
  type Setting,
  type Settings,
} from "./settings.ts";
import { combine, type Statement, unsaid } from "./statements.ts";

/** The options as they were given; what is null or not there was not given. */
export interface SettingsOptions {
  /** Taken as it is: the choice of the interpreter judges it. */
  readonly python?: string | null | undefined;
  /** `MODE` for all, `NAME=MODE` for one project. */
  readonly match?: readonly string[] | null | undefined;
  readonly style?: string | null | undefined;
  readonly pin?: boolean | null | undefined;
  readonly output?: string | null | undefined;
  readonly group?: readonly string[] | null | undefined;
  readonly noGroup?: readonly string[] | null | undefined;
  readonly extra?: readonly string[] | null | undefined;
  readonly allGroups?: boolean | null | undefined;
  readonly allExtras?: boolean | null | undefined;
  readonly lock?: string | null | undefined;
  readonly project?: boolean | null | undefined;
  readonly installer?: string | null | undefined;
  readonly with?: readonly string[] | null | undefined;
  readonly library?: readonly string[] | null | undefined;
  readonly allowUnfree?: boolean | null | undefined;
  readonly map?: readonly string[] | null | undefined;
  readonly fromPip?: readonly string[] | null | undefined;
  readonly fromNixpkgs?: readonly string[] | null | undefined;
}

/**
 * The settings that the options make, to be merged over those of a file. Throws an InputError that names the option
 * for a value of another form, and for options that contradict each other. Saying the same twice is no error here.
 */
export function readOptions(options: SettingsOptions): Settings {
  const matches = (options.match ?? []).map(parseMatch);
  const groups = names(options.group, "--group");
  const noGroups = names(options.noGroup, "--no-group");
  const both = noGroups.find(({ value }) => groups.some((group) => group.value === value));
  if (both) throw new InputError(`--group and --no-group both name ${both.value}`);
  return {
    ...EMPTY_SETTINGS,
    python: given(options.python),
    match: given(matches.findLast(({ name }) => name === null)?.match),
    style: given(options.style),
    pin: given(options.pin),
    output: given(options.output),
    groups,
    noGroups,
    extras: names(options.extra, "--extra"),
    allGroups: given(options.allGroups),
    allExtras: given(options.allExtras),
    lock: given(options.lock),
    project: given(options.project),
    installer: given(options.installer == null ? null : parseInstaller(options.installer)),
    with: distinct((options.with ?? []).map(parseWith)),
    libraries: distinct((options.library ?? []).map(parseLibrary)),
    allowUnfree: given(options.allowUnfree),
    packages: combine([
      ...statements("--map", options.map, (text) => {
        const { name, attribute } = parseMap(text);
        return { ...unsaidName(name), attribute: { value: attribute, origin: null } };
      }),
      ...matches.flatMap(({ name, match }): Statement[] =>
        name === null ? [] : [statement("--match", { ...unsaidName(name), match: { value: match, origin: null } })],
      ),
      ...statements("--from-pip", options.fromPip, (text) => ({
        ...unsaidName(parseName(text, "--from-pip")),
        from: { value: "pip", origin: null },
      })),
      ...statements("--from-nixpkgs", options.fromNixpkgs, (text) => ({
        ...unsaidName(parseName(text, "--from-nixpkgs")),
        from: { value: "nixpkgs", origin: null },
      })),
    ]),
  };
}

/** `--map NAME=ATTRIBUTE`: a PyPI project and the attribute that stands for it. Throws an InputError. */
export function parseMap(text: string): { readonly name: string; readonly attribute: PackageAttribute } {
  const { name, value } = splitPair(text, "--map", "NAME=ATTRIBUTE, such as opencv-python=opencv4");
  return { name, attribute: parseAttribute(value, "--map", parsePackageAttribute) };
}

/** `--match MODE` or `--match NAME=MODE`; the name is null for the first. Throws an InputError. */
function parseMatch(text: string): { readonly name: string | null; readonly match: Match } {
  if (!text.includes("=")) return { name: null, match: parseChoice(text, "--match", MATCHES) };
  const { name, value } = splitPair(text, "--match", "MODE or NAME=MODE");
  return { name, match: parseChoice(value, "--match", MATCHES) };
}

/** `--with ATTRIBUTE`: a package below `pkgs`. Throws an InputError. */
function parseWith(text: string): AttributePath {
  return parseAttribute(text, "--with", parseAttributePath);
}

/** `--library ATTRIBUTE`: a library below `pkgs`. Throws an InputError. */
function parseLibrary(text: string): AttributePath {
  return parseAttribute(text, "--library", parseAttributePath);
}

/** `--installer NAME`. Throws an InputError. */
function parseInstaller(text: string): Installer {
  return parseChoice(text, "--installer", INSTALLERS);
}

/** The name that an option gives, as written: `--from-pip NAME`. Throws an InputError for what is no name. */
function parseName(text: string, option: string): string {
  if (isValidName(text)) return text;
  throw new InputError(`${option}: ${JSON.stringify(text)} is no valid name: letters, digits, \`.\`, \`_\` and \`-\``);
}

function splitPair(text: string, option: string, form: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf("=");
  if (at <= 0 || at === text.length - 1) throw new InputError(`${option} takes ${form}, not ${JSON.stringify(text)}`);
  return { name: parseName(text.slice(0, at), option), value: text.slice(at + 1) };
}

function parseChoice<T extends string>(text: string, option: string, choices: readonly T[]): T {
  const value = choices.find((choice) => choice === text);
  if (value !== undefined) return value;
  const near = nearest(text, choices);
  throw new InputError(
    `${option} takes ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}, not ${JSON.stringify(text)}`,
    near === null ? {} : { hint: `Did you mean ${near}?` },
  );
}

function parseAttribute<T>(text: string, option: string, parser: (text: string) => T): T {
  try {
    return parser(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    throw new InputError(`${option} ${JSON.stringify(text)}: ${error.message}`);
  }
}

function statements(
  option: string,
  texts: readonly string[] | null | undefined,
  read: (text: string) => PackageSettings,
): Statement[] {
  return (texts ?? []).map((text) => statement(option, read(text)));
}

function statement(option: string, says: PackageSettings): Statement {
  return { says, error: (message) => new InputError(`${option} ${says.name}: ${message}`) };
}

function unsaidName(name: string): PackageSettings {
  return unsaid(name, normalizeName(name), null);
}

function given<T>(value: T | null | undefined): Setting<T> | null {
  return value == null ? null : { value, origin: null };
}

function names(texts: readonly string[] | null | undefined, option: string): readonly Setting<string>[] {
  return distinct((texts ?? []).map((text) => normalizeName(parseName(text, option))));
}

/** A list without what it has twice. */
function distinct<T extends string | AttributePath>(values: readonly T[]): readonly Setting<T>[] {
  const byIdentity = new Map(values.map((value) => [JSON.stringify(value), value] as const));
  return [...byIdentity.values()].map((value) => ({ value, origin: null }));
}
