// Text as Nix literals. https://nix.dev/manual/nix/stable/language/string-literals

/** The inside of a `"..."` literal that evaluates to `text`. */
export function escapeString(text: string): string {
  return text
    .replace(/[\\"]|\$\{/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
}

/** A line of a `''...''` literal that evaluates to `text`. */
export function escapeIndented(text: string): string {
  // `$${` is no interpolation but `$` and `${`: a dollar before must not join an escaped one, nor a quote before it.
  return text.replace(/''|'(?=\$+\{)|\$(?=\$*\{)/g, (match) =>
    match === "''" ? "'''" : match === "'" ? "''\\'" : "''$",
  );
}

const KEYWORDS: ReadonlySet<string> = new Set("assert else if in inherit let or rec then with".split(" "));

/** An attribute name, quoted where it is no identifier. */
export function attributeName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_'-]*$/.test(name) && !KEYWORDS.has(name) ? name : `"${escapeString(name)}"`;
}

/** Text as the rest of a comment line: no line end, nothing invisible. */
export function commentText(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ");
}
