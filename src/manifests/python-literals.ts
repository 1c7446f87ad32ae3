// The part of Python that a setup.py's lists are written in: strings, lists, dicts, names that stand for them, and
// sums of them. Nothing is executed; what is not of this part is "unknown", with its line.

import { InputError, type Origin } from "../diagnostics.ts";
import { limitOf } from "../limits.ts";

export interface Token {
  readonly kind: "name" | "string" | "number" | "operator" | "newline";
  readonly text: string;
  /** The value of a string; null for one that only running tells (an f-string, bytes). */
  readonly value: string | null;
  readonly origin: Origin & { readonly column: number };
  /** Whether it is the first of its line and not within brackets. */
  readonly first: boolean;
}

/** A value that the text tells. */
export type Literal =
  | { readonly kind: "string"; readonly value: string; readonly origin: Origin }
  | { readonly kind: "list"; readonly items: readonly Literal[]; readonly origin: Origin }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Literal, Literal])[]; readonly origin: Origin }
  | { readonly kind: "unknown"; readonly origin: Origin };

const BRACKETS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const OPERATOR = /\*\*=?|\/\/=?|>>=?|<<=?|->|:=|[-+*/%@&|^<>=!]=?|\.\.\.|[~.,:;()[\]{}]/y;
const NAME = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;
const NUMBER = /(?:\d[\w.]*|\.\d[\w.]*)/y;
const STRING_START = /([a-zA-Z]{0,2})("""|'''|"|')/y;

/** Reads the tokens of a Python text. Throws an InputError for an open string or bracket, and a merge conflict. */
export function tokenize(text: string, file: string): Token[] {
  const tokens: Token[] = [];
  const open: { close: string; origin: Origin }[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let atStart = true;
  const origin = () => ({ file, line, column: at - lineStart + 1 });
  const fail = (message: string, where: Origin, hint?: string): never => {
    const source = (text.split("\n")[where.line - 1] ?? "").replace(/\r$/, "");
    const start = (where.column ?? 1) - 1;
    throw new InputError(message, {
      origin: where,
      excerpt: { line: source, span: { start, end: hint ? source.length : start + 1 } },
      ...(hint ? { hint } : {}),
    });
  };
  const match = (rule: RegExp): RegExpExecArray | null => {
    rule.lastIndex = at;
    return rule.exec(text);
  };
  const push = (kind: Token["kind"], length: number, value: string | null = null): void => {
    tokens.push({
      kind,
      text: text.slice(at, at + length),
      value,
      origin: origin(),
      first: atStart && open.length === 0,
    });
    atStart = false;
    const end = at + length;
    // Within the token alone: in a long line the next line end is far from each of its tokens.
    const inside = text.slice(at, end);
    for (let next = inside.indexOf("\n"); next >= 0; next = inside.indexOf("\n", next + 1)) {
      line++;
      lineStart = at + next + 1;
    }
    at = end;
  };
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "\n") {
      if (open.length === 0) tokens.push({ kind: "newline", text: "\n", value: null, origin: origin(), first: false });
      at++;
      line++;
      lineStart = at;
      atStart = true;
      if (
        /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.test(
          text.slice(at, text.indexOf("\n", at) < 0 ? undefined : text.indexOf("\n", at)),
        )
      )
        fail(
          "this is not Python: a merge conflict stands in it",
          origin(),
          "This is a merge conflict: resolve it first.",
        );
    } else if (/[ \t\f\r\ufeff]/.test(character)) {
      at++;
    } else if (character === "\\" && /^\\\r?\n/.test(text.slice(at, at + 3))) {
      at = text.indexOf("\n", at) + 1;
      line++;
      lineStart = at;
    } else if (character === "#") {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else {
      const string = match(STRING_START);
      if (string && /^(?:[rbuf]|rb|br|rf|fr|t|rt|tr)?$/i.test(string[1] ?? "")) {
        const end = stringEnd(text, at + string[0].length, string[2] ?? "");
        if (end === null) fail("this string has no end", origin());
        else push("string", end - at, stringValue(text.slice(at, end), string[1] ?? "", string[2] ?? ""));
        continue;
      }
      const name = match(NAME);
      const number = name ? null : match(NUMBER);
      const operator = name || number ? null : match(OPERATOR);
      const found = name ?? number ?? operator;
      if (!found) {
        fail(`this is not Python: \`${character}\` has no meaning here`, origin());
        break;
      }
      const close = operator ? BRACKETS[character] : undefined;
      const here = origin();
      if (operator && /[)\]}]/.test(character)) {
        const last = open.pop();
        if (last?.close !== character)
          fail(last ? `expected \`${last.close}\` before this` : "this bracket was not opened", here);
      }
      push(name ? "name" : number ? "number" : "operator", found[0].length);
      if (close !== undefined) open.push({ close, origin: here });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) fail("this bracket is never closed: is the file cut off?", unclosed.origin);
  return tokens;
}

/** Where a string ends, behind its closing quotes; null when it does not. */
function stringEnd(text: string, start: number, quotes: string): number | null {
  for (let i = start; i < text.length; i++) {
    if (text.charAt(i) === "\\") i++;
    else if (text.startsWith(quotes, i)) return i + quotes.length;
    else if (quotes.length === 1 && text.charAt(i) === "\n") return null;
  }
  return null;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\", "'": "'", '"': '"' };

/** The value of a literal; null where its prefix or an escape that requirements do not need hides it. */
function stringValue(literal: string, prefix: string, quotes: string): string | null {
  if (/[bft]/i.test(prefix)) return null;
  const body = literal.slice(prefix.length + quotes.length, -quotes.length);
  if (/r/i.test(prefix) || !body.includes("\\")) return body;
  let isPlain = true;
  const value = body.replace(/\\(\r?\n|[\s\S])/g, (_, escaped: string) => {
    if (escaped.endsWith("\n")) return "";
    if (!Object.hasOwn(ESCAPES, escaped)) isPlain = false;
    return ESCAPES[escaped] ?? "";
  });
  return isPlain ? value : null;
}

// ---- values ---------------------------------------------------------------------------------------------

const CHANGING = /^(?:append|extend|insert|remove|pop|clear|update|setdefault|add|discard|sort|reverse)$/;

/** A module's tokens, with what its names stand for. */
export class PythonModule {
  readonly #values = new Map<string, number>();
  readonly #changed = new Set<string>();

  constructor(readonly tokens: readonly Token[]) {
    for (const [i, token] of tokens.entries()) if (token.kind === "name") this.#note(i, token);
  }

  /** An assignment at the outermost level is the name's value, if nothing else binds or changes the name. */
  #note(i: number, token: Token): void {
    const next = this.tokens[i + 1];
    const before = this.tokens[i - 1];
    const isStatement = token.first;
    const binds = before?.kind === "name" && /^(?:for|as|import|def|class|global|nonlocal|del|with)$/.test(before.text);
    if (binds) this.#changed.add(token.text);
    else if (isStatement && next?.text === "=") {
      if (this.#values.has(token.text) || token.origin.column !== 1) this.#changed.add(token.text);
      this.#values.set(token.text, i + 2);
    } else if (isStatement && next?.kind === "operator" && /^(?:[-+*/%@&|^]|\*\*|\/\/|>>|<<)=$|^[,[:]$/.test(next.text))
      this.#changed.add(token.text);
    else if (next?.text === ":=") this.#changed.add(token.text);
    else if (next?.text === "." && CHANGING.test(this.tokens[i + 2]?.text ?? "")) this.#changed.add(token.text);
  }

  /** The value that begins at a token, and the token behind it. */
  read(start: number, chain: readonly string[] = [], depth = 0): { value: Literal; end: number } {
    let { value, end } = this.#term(start, chain, depth);
    while (this.tokens[end]?.text === "+") {
      const other = this.#term(end + 1, chain, depth);
      value = sum(value, other.value);
      end = other.end;
    }
    const next = this.tokens[end];
    if (!next || next.kind === "newline" || /^[,)\]}:;]$/.test(next.text)) return { value, end };
    return { value: { kind: "unknown", origin: value.origin }, end: this.skip(end) };
  }

  /** The token behind an expression: the comma, colon, closing bracket or line end that follows. */
  skip(start: number): number {
    let depth = 0;
    for (let i = start; i < this.tokens.length; i++) {
      const { kind, text } = this.tokens[i] as Token;
      if (depth === 0 && (kind === "newline" || (kind === "operator" && /^[,)\]};:]$/.test(text)))) return i;
      if (kind === "operator" && /^[([{]$/.test(text)) depth++;
      else if (kind === "operator" && /^[)\]}]$/.test(text)) depth--;
    }
    return this.tokens.length;
  }

  #term(start: number, chain: readonly string[], depth: number): { value: Literal; end: number } {
    const token = this.tokens[start];
    const origin: Origin = token?.origin ?? { file: "", line: 1 };
    if (depth > limitOf("nesting")) return { value: { kind: "unknown", origin }, end: this.skip(start) };
    if (token?.kind === "string") return this.#string(start);
    if (token?.kind === "operator" && (token.text === "[" || token.text === "("))
      return this.#list(start, chain, depth + 1);
    if (token?.kind === "operator" && token.text === "{") return this.#dict(start, chain, depth + 1);
    if (token?.kind === "name" && !this.#changed.has(token.text) && !chain.includes(token.text)) {
      const at = this.#values.get(token.text);
      if (at !== undefined) return { value: this.read(at, [...chain, token.text], depth + 1).value, end: start + 1 };
    }
    return { value: { kind: "unknown", origin }, end: this.skip(start) };
  }

  /** Strings that stand side by side are one. */
  #string(start: number): { value: Literal; end: number } {
    let end = start;
    let value: string | null = "";
    const { origin } = this.tokens[start] as Token;
    for (; this.tokens[end]?.kind === "string"; end++) {
      const part: string | null = this.tokens[end]?.value ?? null;
      value = value === null || part === null ? null : value + part;
    }
    return { value: value === null ? { kind: "unknown", origin } : { kind: "string", value, origin }, end };
  }

  /** A list or tuple; one value in parentheses is itself. */
  #list(start: number, chain: readonly string[], depth: number): { value: Literal; end: number } {
    const { origin, text } = this.tokens[start] as Token;
    const close = BRACKETS[text];
    const items: Literal[] = [];
    let commas = 0;
    let at = start + 1;
    while (this.tokens[at] && this.tokens[at]?.text !== close) {
      const { value, end } = this.read(at, chain, depth);
      items.push(value);
      at = end;
      if (this.tokens[at]?.text === ",") {
        at++;
        commas++;
      } else if (this.tokens[at]?.text !== close) return { value: { kind: "unknown", origin }, end: this.skip(start) };
    }
    const [only] = items;
    const value: Literal = text === "(" && commas === 0 && only ? only : { kind: "list", items, origin };
    return { value, end: at + 1 };
  }

  /** A dict, or a set, whose order tells nothing. */
  #dict(start: number, chain: readonly string[], depth: number): { value: Literal; end: number } {
    const { origin } = this.tokens[start] as Token;
    const entries: (readonly [Literal, Literal])[] = [];
    const items: Literal[] = [];
    let at = start + 1;
    while (this.tokens[at] && this.tokens[at]?.text !== "}") {
      const key = this.read(at, chain, depth);
      at = key.end;
      if (this.tokens[at]?.text === ":") {
        const value = this.read(at + 1, chain, depth);
        entries.push([key.value, value.value]);
        at = value.end;
      } else items.push(key.value);
      if (this.tokens[at]?.text === ",") at++;
      else if (this.tokens[at]?.text !== "}") return { value: { kind: "unknown", origin }, end: this.skip(start) };
    }
    const value: Literal = items.length > 0 ? { kind: "list", items, origin } : { kind: "dict", entries, origin };
    return { value, end: at + 1 };
  }
}

function sum(a: Literal, b: Literal): Literal {
  if (a.kind === "string" && b.kind === "string") return { ...a, value: a.value + b.value };
  if (a.kind === "list" && b.kind === "list") return { ...a, items: [...a.items, ...b.items] };
  return { kind: "unknown", origin: a.kind === "unknown" ? a.origin : b.origin };
}
