// What the inputs are made of: the fixtures, in pieces that are small enough to be tried a million times.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A piece is not longer than this, unless its first paragraph is. */
const PIECE = 1500;
const LONGEST_PARAGRAPH = 3000;
/** So many pieces of one file. */
const PIECES = 6;

/** The pieces of all files below a folder that have such a name. */
export function piecesOf(folder: string, isWanted: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return files
    .filter((file) => isWanted.test(file.replace(/^.*\//, "")))
    .flatMap((file) => pieces(readFileSync(join(folder, file), "utf8")));
}

/** A text cut at empty lines; its first paragraph, which often tells what the whole is, stays with each piece. */
function pieces(text: string): string[] {
  if (text.length <= PIECE) return [text];
  const [first = "", ...others] = text.split("\n\n");
  const paragraphs = others.filter(({ length }) => length < LONGEST_PARAGRAPH);
  const step = Math.max(1, Math.floor(paragraphs.length / PIECES));
  const found: string[] = [];
  for (let i = 0; i < paragraphs.length && found.length < PIECES; i += step) {
    let piece = first.length < LONGEST_PARAGRAPH ? first : first.slice(0, PIECE);
    for (let j = i; j < paragraphs.length && (j === i || piece.length < PIECE); j++) piece += `\n\n${paragraphs[j]}`;
    found.push(`${piece}\n`);
  }
  return found.length > 0 ? found : [text.slice(0, PIECE)];
}
