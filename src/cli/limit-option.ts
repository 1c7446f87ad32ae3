// `--limit NAME=VALUE`, which every command has.

import { formatLimit, LIMITS, type Limit, type LimitName, SIZES, setLimits } from "../limits.ts";
import { nearest } from "../nearest.ts";
import { UsageError } from "./options.ts";

const NAMES = Object.keys(LIMITS) as LimitName[];

/** Sets the limits that were given; of one that is given twice the last. Throws a UsageError. */
export function applyLimits(given: readonly string[]): void {
  if (given.length > 0) setLimits(Object.fromEntries(given.map(parseLimit)));
}

/** `file-size=128MiB`: the limit and its value in its unit. Throws a UsageError. */
export function parseLimit(text: string): readonly [LimitName, number] {
  const [, written, value = ""] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (written === undefined)
    throw new UsageError(`--limit takes NAME=VALUE, such as file-size=128MiB, not ${JSON.stringify(text)}`);
  const name = NAMES.find((known) => known === written);
  if (name === undefined) {
    const meant = nearest(written, NAMES);
    const known = meant === null ? `there are ${NAMES.join(", ")}` : `did you mean ${meant}?`;
    throw new UsageError(`there is no limit ${JSON.stringify(written)}: ${known}`);
  }
  const number = valueIn(LIMITS[name].unit, value);
  const { most } = LIMITS[name];
  if (number === null || number < 1 || number > most)
    throw new UsageError(
      `--limit ${name} takes ${FORMS[LIMITS[name].unit]} up to ${formatLimit(name, most)}, not ${JSON.stringify(value)}`,
    );
  return [name, number];
}

const FORMS: Readonly<Record<Limit["unit"], string>> = {
  bytes: "a size such as 128MiB",
  seconds: "a time such as 900s",
  count: "a number",
};

const SECONDS: Readonly<Record<string, number>> = { "": 1, s: 1, min: 60, h: 3600 };

/** A number of bytes, seconds or things; null for what is none. */
function valueIn(unit: Limit["unit"], text: string): number | null {
  const [, digits, suffix = ""] = /^([0-9]{1,15})([A-Za-z]*)$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const factor =
    unit === "bytes" ? sizeOf(suffix) : unit === "seconds" ? SECONDS[suffix] : suffix === "" ? 1 : undefined;
  return factor === undefined ? null : Number(digits) * factor;
}

function sizeOf(suffix: string): number | undefined {
  const power = SIZES.findIndex((size) => size.toLowerCase() === suffix.toLowerCase());
  if (suffix === "") return 1;
  return power < 0 ? undefined : 1024 ** power;
}
