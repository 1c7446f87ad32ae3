// Context-sensitive scanning of a one-line source, and the error that shows where it failed.

/** The half-open range of UTF-16 code units in a source text that a message is about. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text does not follow its standard. `source` is that text, `span` the part that is wrong. */
export class StandardError extends Error {
  override readonly name = "StandardError";
  constructor(
    message: string,
    readonly source: string,
    readonly span: Span,
  ) {
    super(message);
  }
}

/** A token that a rule matched. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

/**
 * Reads a source from left to right. Rules are sticky regular expressions (flag `y`), and each must
 * take time linear in what it matches.
 */
export class Scanner {
  position = 0;

  constructor(readonly source: string) {}

  /** The token that `rule` matches here, without moving. */
  peek(rule: RegExp): Token | null {
    rule.lastIndex = this.position;
    const match = rule.exec(this.source);
    return match ? { text: match[0], start: this.position } : null;
  }

  /** The token that `rule` matches here, moving behind it. */
  take(rule: RegExp): Token | null {
    const token = this.peek(rule);
    if (token) this.position += token.text.length;
    return token;
  }

  /** As `take`, but throws a StandardError "expected ..." when the rule does not match. */
  expect(rule: RegExp, expected: string): Token {
    const token = this.take(rule);
    if (!token) this.fail(`expected ${expected}`);
    return token;
  }

  /** Throws a StandardError about `start` (here unless given) up to `end` (the next blank unless given). */
  fail(message: string, start = this.position, end?: number): never {
    throw new StandardError(message, this.source, { start, end: end ?? this.wordEnd(start) });
  }

  private wordEnd(start: number): number {
    let end = Math.min(start, this.source.length);
    while (end < this.source.length && !/\s/.test(this.source.charAt(end))) end++;
    return Math.max(end, start);
  }
}
