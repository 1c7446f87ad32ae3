// JSON as Python's `json.dumps(value, sort_keys=True)` writes it, for the digests that Python tools make of manifests.

import { parse } from "smol-toml";

/** A TOML document as plain data in which integers are told from floats: they are `bigint`. */
export function parseForJson(text: string): Readonly<Record<string, unknown>> {
  return parse(text, { integersAsBigInt: true });
}

/**
 * The text of a value from `parseForJson`; `undefined` and `null` are `null`. Keys are sorted by code point and
 * everything that is not printable ASCII is escaped. `compact` leaves out the blanks behind commas and colons. Null
 * where Python raises a TypeError: for a date or time.
 */
export function pythonJson(value: unknown, compact = false): string | null {
  const [comma, colon] = compact ? [",", ":"] : [", ", ": "];
  const write = (item: unknown): string => {
    if (item === undefined || item === null) return "null";
    if (typeof item === "string") return quote(item);
    if (typeof item === "boolean" || typeof item === "bigint") return String(item);
    if (typeof item === "number") return pythonFloat(item);
    if (Array.isArray(item)) return `[${item.map(write).join(comma)}]`;
    if (item instanceof Date) throw new NotSerializable();
    const entries = Object.entries(item).sort(([a], [b]) => compareCodePoints(a, b));
    return `{${entries.map(([key, member]) => `${quote(key)}${colon}${write(member)}`).join(comma)}}`;
  };
  try {
    return write(value);
  } catch (error) {
    if (error instanceof NotSerializable) return null;
    throw error;
  }
}

class NotSerializable extends Error {}

function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Python orders text by code points, JavaScript by UTF-16 code units, of which surrogates are not the last. */
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** `repr` of a float: the same shortest digits as JavaScript's, with an exponent from 1e16 on and below 1e-4. */
function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (Object.is(value, -0)) return "-0.0";
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits = "", exponent = ""] = value.toExponential().split("e");
    return `${digits}e${exponent.charAt(0)}${exponent.slice(1).padStart(2, "0")}`;
  }
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}
