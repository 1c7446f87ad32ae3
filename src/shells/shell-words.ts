// Words of a command line that bash, dash, zsh and fish all read alike.

/**
 * Text as one word. Between single quotes all four take everything as it stands, but for the quote itself, and in fish
 * for a backslash too. So these two stand outside of them, each behind a backslash. Throws on what no word can have:
 * a NUL.
 */
export function shellWord(text: string): string {
  if (text.includes("\0")) throw new Error("a word of a command line has no NUL");
  if (/^[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*$/.test(text)) return text;
  const pieces = text.split(/([\\']+)/).filter((piece) => piece !== "");
  return pieces.map((piece) => (/[\\']/.test(piece) ? piece.replace(/./gs, "\\$&") : `'${piece}'`)).join("") || "''";
}
