// The options of a command, declared once: their help, what the arguments give, and the words that give it again.

import type { Argv } from "yargs";
import { nearest } from "../nearest.ts";

interface Described {
  /** One letter. */
  readonly alias?: string;
  /** Where the help lists it. */
  readonly section: string;
  readonly describe: string;
  /** It changes nothing of the result, so a command line that makes the result again leaves it out. */
  readonly isPassing?: true;
}

export type Option =
  | (Described & { readonly kind: "flag" })
  | (Described & {
      readonly kind: "value";
      /** What it can be; anything where they are not listed. */
      readonly choices?: readonly string[];
      /** What the help says holds when it is not given. */
      readonly default?: string;
      /** Whether a value of it is the path of a file, as seen from the working folder. */
      readonly isPath?: (value: string) => boolean;
    })
  | (Described & { readonly kind: "list" });

/** Options by their name, in the order of the help. */
export type Options = Readonly<Record<string, Option>>;

/** What was given for options: null for a value that was not, so that a command can tell it from its default. */
export type Given<O extends Options> = { readonly [Name in keyof O]: GivenFor<O[Name]> };
type GivenFor<O extends Option> = O extends { kind: "flag" }
  ? boolean
  : O extends { kind: "list" }
    ? readonly string[]
    : string | null;

/** The command line is wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Tells yargs of the options. */
export function declareOptions(parser: Argv, options: Options): Argv {
  for (const [name, option] of Object.entries(options)) {
    const choices = option.kind === "value" && option.choices ? `: ${option.choices.join(", ")}` : "";
    parser.option(name, {
      describe: `${option.describe}${choices}`,
      group: `${option.section}:`,
      ...(option.alias === undefined ? {} : { alias: option.alias }),
      ...(option.kind === "flag" ? { type: "boolean" } : { type: "string", nargs: 1 }),
      ...(option.kind === "list" ? { array: true } : {}),
      ...(option.kind === "value" && option.default !== undefined ? { defaultDescription: option.default } : {}),
    });
  }
  return parser;
}

/** What yargs found in the arguments, as the options declare it. Throws a UsageError. */
export function givenOptions<O extends Options>(
  options: O,
  found: Readonly<Record<string, unknown>>,
  args: readonly string[],
): Given<O> {
  for (const name of Object.keys(found)) {
    if (["_", "--", "$0", "files", "help", "version"].includes(name) || Object.hasOwn(options, name)) continue;
    throw unknownOption(options, name);
  }
  const words = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  for (const [name, { kind }] of Object.entries(options)) {
    // yargs takes `--pin=yes` for a no.
    if (kind === "flag" && words.some((word) => word.startsWith(`--${name}=`)))
      throw new UsageError(`--${name} takes no value`);
  }
  const given = Object.entries(options).map(([name, option]) => [name, givenFor(name, option, found[name])]);
  return Object.fromEntries(given) as Given<O>;
}

function unknownOption(options: Options, name: string): UsageError {
  const meant = nearest(name, Object.keys(options));
  return new UsageError(`there is no option ${dashed(name)}${meant === null ? "" : `; did you mean --${meant}?`}`);
}

function givenFor(name: string, option: Option, value: unknown): boolean | string | null | readonly string[] {
  if (option.kind === "flag") return value === true;
  if (option.kind === "list") return value === undefined ? [] : [value].flat().map(String);
  if (value === undefined) return null;
  if (Array.isArray(value)) throw new UsageError(`--${name} is given ${value.length} times`);
  const text = String(value);
  if (option.choices && !option.choices.includes(text)) {
    const meant = nearest(text, option.choices);
    const known = `--${name} is one of ${option.choices.join(", ")}`;
    throw new UsageError(`there is no ${name} ${text}; ${meant === null ? known : `did you mean ${meant}?`}`);
  }
  return text;
}

/** An option as it is written. */
export function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

/**
 * What words say that were not given to this process, such as a command line in a file: names, and options as `wordsOf`
 * writes them. Nothing but the table's own options is taken. Throws a UsageError.
 */
export function readWords<O extends Options>(
  options: O,
  words: readonly string[],
): { readonly names: readonly string[]; readonly given: Given<O> } {
  const names: string[] = [];
  const found: Record<string, unknown> = Object.create(null);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "-" || !word.startsWith("-")) {
      names.push(word);
      continue;
    }
    const [, dashes = "", written = "", after] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const name = nameOf(options, dashes, written);
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) throw unknownOption(options, name);
    if (option.kind === "flag") {
      if (after !== undefined) throw new UsageError(`${dashes}${written} takes no value`);
      found[name] = true;
      continue;
    }
    const next = words[at + 1];
    if (after === undefined && (next === undefined || (next.startsWith("-") && next !== "-")))
      throw new UsageError(`${dashes}${written} needs a value`);
    found[name] = [...((found[name] as string[] | undefined) ?? []), after ?? next];
    if (after === undefined) at++;
  }
  for (const [name, value] of Object.entries(found))
    if (options[name]?.kind === "value" && Array.isArray(value) && value.length === 1) found[name] = value[0];
  return { names, given: givenOptions(options, found, []) };
}

function nameOf(options: Options, dashes: string, written: string): string {
  if (dashes === "--") return written;
  return Object.keys(options).find((name) => options[name]?.alias === written) ?? written;
}

/** The same options with their paths changed. */
export function mapPaths<O extends Options>(options: O, given: Given<O>, map: (path: string) => string): Given<O> {
  const entries = Object.entries(given).map(([name, value]) => {
    const option = options[name];
    const isPath = option?.kind === "value" && typeof value === "string" && option.isPath?.(value);
    return [name, isPath ? map(value) : value];
  });
  return Object.fromEntries(entries) as Given<O>;
}

/** The words that give the same options again, in the order of the table. */
export function wordsOf(options: Options, given: Given<Options>): string[] {
  return Object.entries(options).flatMap(([name, option]) => {
    const value = given[name];
    if (option.isPassing || value === null || value === undefined || value === false) return [];
    const word = option.alias === undefined ? `--${name}` : `-${option.alias}`;
    if (value === true) return [word];
    return (typeof value === "string" ? [value] : value).flatMap((text) =>
      text.startsWith("-") && text !== "-" ? [`--${name}=${text}`] : [word, text],
    );
  });
}
