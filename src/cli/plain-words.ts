// Plain arguments read without yargs, whose start takes longer than a whole conversion.

import { type Given, givenOptions, type Options, UsageError } from "./options.ts";

export interface PlainWords<O extends Options> {
  readonly names: readonly string[];
  readonly given: Given<O>;
}

/**
 * What arguments say that can be read in one way alone: names, and options of the table by `--name`, `--name value`,
 * `--name=value` or their letter. Null for all else, such as an option that is not known or lacks its value, `--` and a
 * request for help: yargs reads that, or tells what is wrong with it.
 */
export function plainWords<O extends Options>(options: O, args: readonly string[]): PlainWords<O> | null {
  const names: string[] = [];
  const found: Record<string, true | string[]> = Object.create(null);
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    if (word === "") return null;
    if (word === "-" || !word.startsWith("-")) {
      names.push(word);
      continue;
    }
    const equals = word.startsWith("--") ? word.indexOf("=") : -1;
    const name = nameOf(options, equals < 0 ? word : word.slice(0, equals));
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) return null;
    if (option.kind === "flag") {
      // yargs takes these words for the flag's value.
      if (equals >= 0 || /^(?:true|false)$/.test(args[at + 1] ?? "")) return null;
      found[name] = true;
      continue;
    }
    const value = equals < 0 ? args[++at] : word.slice(equals + 1);
    if (value === undefined || value === "" || (value.startsWith("-") && value !== "-")) return null;
    const before = found[name];
    found[name] = Array.isArray(before) ? [...before, value] : [value];
  }
  const values = Object.entries(found).map(([name, value]) => {
    const isOne = value !== true && value.length === 1 && options[name]?.kind === "value";
    return [name, isOne ? value[0] : value];
  });
  try {
    return { names, given: givenOptions(options, Object.fromEntries(values), []) };
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

function nameOf(options: Options, word: string): string {
  if (word.startsWith("--")) return word.slice(2);
  const letter = word.slice(1);
  return Object.keys(options).find((name) => options[name]?.alias === letter) ?? "";
}
