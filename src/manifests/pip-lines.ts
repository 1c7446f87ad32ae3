// The lines of a requirements file as pip's preprocessing makes them, and the places that they come from.

import { InputError, type Origin } from "../diagnostics.ts";
import { PYTHON_SPACE, stripSpace } from "../pep/pep440.ts";

/** A line with its continuations joined, and where each part of it stands in the file. */
export interface LogicalLine {
  readonly file: string;
  readonly text: string;
  /** In rising order of `start`: the text from there on begins at `column` (from 0) of the physical line. */
  readonly pieces: readonly {
    readonly start: number;
    readonly line: number;
    readonly column: number;
    readonly source: string;
  }[];
}

const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const WHOLE_COMMENT = new RegExp(`^${PYTHON_SPACE}*#`);
const ONE_SPACE = new RegExp(PYTHON_SPACE);

/** A logical line, empty where only a comment stands, and what it was stripped of. */
export interface CommentedLine extends LogicalLine {
  /** From its `#` on; empty where there is none. */
  readonly comment: string;
  /** Where the comment begins, as an offset that `originAt` takes. */
  readonly commentStart: number;
}

/** Lines as pip's `preprocess` makes them: joined at backslashes, without comments and outer blanks, none empty. */
export function* logicalLines(text: string, file: string): Generator<LogicalLine> {
  for (const line of commentedLines(text, file)) if (line.text !== "") yield line;
}

/** The same lines with their comments, and those of which nothing but a comment is left. */
export function* commentedLines(text: string, file: string): Generator<CommentedLine> {
  let joined = "";
  let pieces: LogicalLine["pieces"][number][] = [];
  const physical = text.split(LINE_END);
  if (physical.at(-1) === "") physical.pop();
  for (const [index, source] of physical.entries()) {
    const comment = WHOLE_COMMENT.test(source);
    const continues = source.endsWith("\\") && !comment;
    const stripped = continues ? source.replace(/^\\+|(?<!\\)\\+$/g, "") : source;
    const column = continues ? source.length - source.replace(/^\\+/, "").length : 0;
    // A comment line within a continuation ends it, and needs a blank before its `#` to be seen as one.
    if (comment) joined += " ";
    pieces.push({ start: joined.length, line: index + 1, column, source });
    joined += stripped;
    if (continues && index < physical.length - 1) continue;
    yield trimmed(joined, pieces, file);
    joined = "";
    pieces = [];
  }
}

function trimmed(joined: string, pieces: LogicalLine["pieces"], file: string): CommentedLine {
  const end = commentStart(joined);
  const uncommented = joined.slice(0, end);
  const text = stripSpace(uncommented);
  const shift = uncommented.indexOf(text);
  return {
    file,
    text,
    pieces: shift === 0 ? pieces : pieces.map((piece) => ({ ...piece, start: piece.start - shift })),
    comment: end === joined.length ? "" : stripSpace(joined.slice(end)),
    commentStart: end - shift,
  };
}

/** Where a comment begins: at a `#` that is first or follows a blank. */
function commentStart(text: string): number {
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
    if (at === 0 || ONE_SPACE.test(text.charAt(at - 1))) return at;
  }
  return text.length;
}

/** The place in the file of an offset in a logical line. */
export function originAt(line: LogicalLine, offset: number): Origin {
  const piece = line.pieces.findLast(({ start }) => start <= offset) ?? line.pieces[0];
  if (!piece) return { file: line.file, line: 1 };
  return { file: line.file, line: piece.line, column: Math.max(0, offset - piece.start) + piece.column + 1 };
}

/** Throws an InputError about a part of a logical line, shown as it stands in the file. */
export function failAt(line: LogicalLine, message: string, start: number, end: number, hint?: string): never {
  const origin = originAt(line, start);
  const piece = line.pieces.find((candidate) => candidate.line === origin.line);
  const column = (origin.column ?? 1) - 1;
  throw new InputError(message, {
    origin,
    ...(piece
      ? {
          excerpt: {
            line: piece.source,
            span: { start: column, end: Math.min(piece.source.length, column + Math.max(1, end - start)) },
          },
        }
      : {}),
    ...(hint ? { hint } : {}),
  });
}
