// Text as Nix literals. https://nix.dev/manual/nix/stable/language/string-literals

import { INVISIBLE, isPlainAscii } from "../invisible.ts";

/**
 * The inside of a `"..."` literal that evaluates to `text`. Nix has no escapes for what is not seen; as it is, a terminal
 * would obey it, or a reader see another text than Nix does. So it stands as JSON.
 */
export function escapeString(text: string): string {
  const special = isPlainAscii(text)
    ? /[\\"\n\t]|\$(?=\{)/g
    : new RegExp(`[\\\\"\\n\\t\\r]|\\$(?=\\{|[${INVISIBLE}])|[${INVISIBLE}]+`, "gu");
  return text.replace(special, (one) => STRING_ESCAPES[one] ?? asJson(one));
}

/** A line of a `''...''` literal that evaluates to `text`. */
export function escapeIndented(text: string): string {
  // `$${` is no interpolation but `$` and `${`: a dollar before must not join an escaped one, nor a quote before it.
  // A run of dollars is taken whole, since to look for its end from each of them would take the square of its length.
  const special = isPlainAscii(text)
    ? /''|'?(?<!\$)\$+(?=\{)/g
    : new RegExp(`''|\\r|'?(?<!\\$)\\$+(?=\\{|[${INVISIBLE}])|[${INVISIBLE}]+`, "gu");
  return text.replace(
    special,
    (one) =>
      INDENTED_ESCAPES[one] ??
      (one.endsWith("$") ? one.replace(/['$]/g, (sign) => INDENTED_ESCAPES[sign] ?? "") : asJson(one)),
  );
}

const STRING_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  $: "\\$",
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
};

const INDENTED_ESCAPES: Readonly<Record<string, string>> = { "''": "'''", "'": "''\\'", $: "''$", "\r": "''\\r" };

function asJson(text: string): string {
  const units = text.replace(/[\s\S]/g, (unit) => `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `\${builtins.fromJSON "\\"${units}\\""}`;
}

const KEYWORDS: ReadonlySet<string> = new Set("assert else if in inherit let or rec then with".split(" "));

/** An attribute name, quoted where it is no identifier. */
export function attributeName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_'-]*$/.test(name) && !KEYWORDS.has(name) ? name : `"${escapeString(name)}"`;
}

/** Text as the rest of a comment line: no line end, nothing invisible. */
export function commentText(text: string): string {
  return isPlainAscii(text)
    ? text.replace(/[\n\t]+/g, " ")
    : text.replace(new RegExp(`[\\n\\t${INVISIBLE}]+`, "gu"), " ");
}
