// A JSON object of objects, read member by member from chunks of bytes: what is held at one time is one member.

/** The text is not JSON (RFC 8259), not of this shape, or larger than it may be. */
export class JsonEntriesError extends Error {
  override readonly name = "JsonEntriesError";
}

/**
 * A member: of the document itself when `section` is null, of an object in it otherwise. `value` parses its value, and
 * throws a SyntaxError when that is no JSON.
 */
export type OnEntry = (section: string | null, key: string, value: () => unknown) => void;

/** No key and no value of a member may be longer, in bytes. */
const LONGEST_TOKEN = 1 << 22;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

const EMPTY = new Uint8Array(0);

/**
 * Reads `{ "version": "2", "packages": { "a": {...}, "b": {...} } }`: scalars and lists of the document are members of
 * it, members of its objects are handed over one by one. Values that nobody asks for are not parsed, only followed to
 * their end; everything else is checked.
 */
export class JsonEntries {
  readonly #onEntry: OnEntry;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  /** The bytes from the start of the token that is not complete. */
  #rest = EMPTY;
  /** How far `#rest` has been followed. */
  #at = 0;
  #state: "start" | "firstKey" | "key" | "colon" | "value" | "after" | "end" = "start";
  /** 0 outside, 1 in the document, 2 in an object of it. */
  #level = 0;
  #section: string | null = null;
  #key = "";
  /** Of the token at the start of `#rest`: whether one has begun, its open brackets, and where in a string it is. */
  #isInToken = false;
  #open = "";
  #isInString = false;
  #isEscaped = false;

  constructor(onEntry: OnEntry) {
    this.#onEntry = onEntry;
  }

  /** Takes the next bytes. Throws a JsonEntriesError, or a SyntaxError for a value that was asked for. */
  push(chunk: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? chunk : concat(this.#rest, chunk);
    let at = this.#rest.length === 0 ? 0 : this.#at;
    let start = 0;
    while (at < bytes.length) {
      if (this.#isInToken) {
        const end = this.#follow(bytes, at);
        if (end < 0) break;
        this.#take(bytes.subarray(start, end));
        at = end;
        continue;
      }
      const byte = bytes[at] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at++;
      else if (this.#begins(byte)) {
        start = at;
        this.#isInToken = true;
        this.#open = "";
        this.#isInString = false;
        this.#isEscaped = false;
      } else at++;
    }
    if (this.#isInToken) {
      this.#rest = bytes.slice(start);
      this.#at = this.#rest.length;
      if (this.#rest.length > LONGEST_TOKEN) throw new JsonEntriesError("a member of it is too large");
    } else this.#rest = EMPTY;
  }

  /** Says that there is no more. Throws a JsonEntriesError when the document is not complete. */
  end(): void {
    if (this.#state !== "end") throw new JsonEntriesError("it ends before it is complete");
  }

  /** Whether a token begins at this byte; a byte of the structure is taken here. */
  #begins(byte: number): boolean {
    switch (this.#state) {
      case "start":
        if (byte !== OPEN) break;
        this.#level = 1;
        this.#state = "firstKey";
        return false;
      case "firstKey":
      case "key":
        if (byte === QUOTE) return true;
        if (byte !== CLOSE || this.#state === "key") break;
        this.#close();
        return false;
      case "colon":
        if (byte !== COLON) break;
        this.#state = "value";
        return false;
      case "value":
        if (byte !== OPEN || this.#level === 2) return true;
        this.#level = 2;
        this.#section = this.#key;
        this.#state = "firstKey";
        return false;
      case "after":
        if (byte === COMMA) this.#state = "key";
        else if (byte === CLOSE) this.#close();
        else break;
        return false;
      case "end":
        throw new JsonEntriesError("there is more after its end");
    }
    throw new JsonEntriesError(
      this.#state === "start" ? "it is no JSON object" : `a character is in the wrong place: ${shown(byte)}`,
    );
  }

  #close(): void {
    this.#level--;
    this.#section = null;
    this.#state = this.#level === 0 ? "end" : "after";
  }

  /** Where the token that `at` is in ends, or -1 when these bytes do not tell. */
  #follow(bytes: Uint8Array, from: number): number {
    let open = this.#open;
    let isInString = this.#isInString;
    let isEscaped = this.#isEscaped;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) {
          isInString = false;
          if (open === "") return at + 1;
        } else if (byte < 0x20) throw new JsonEntriesError("a string has a control character");
        continue;
      }
      switch (byte) {
        case QUOTE:
          isInString = true;
          break;
        case OPEN:
          open += "}";
          break;
        case OPEN_LIST:
          open += "]";
          break;
        case CLOSE:
        case CLOSE_LIST:
          // A number or a word ends before the bracket that is around it.
          if (open === "") return at;
          if (open.charCodeAt(open.length - 1) !== byte) throw new JsonEntriesError("its brackets do not match");
          open = open.slice(0, -1);
          if (open === "") return at + 1;
          break;
        case COMMA:
        case 0x20:
        case 0x0a:
        case 0x0d:
        case 0x09:
          if (open === "") return at;
          break;
      }
      if (open.length > 512) throw new JsonEntriesError("it is nested too deeply");
    }
    this.#open = open;
    this.#isInString = isInString;
    this.#isEscaped = isEscaped;
    return -1;
  }

  #take(token: Uint8Array): void {
    this.#isInToken = false;
    if (token.length > LONGEST_TOKEN) throw new JsonEntriesError("a member of it is too large");
    if (this.#state !== "value") {
      this.#key = this.#parse(token) as string;
      this.#state = "colon";
      return;
    }
    this.#state = "after";
    this.#onEntry(this.#section, this.#key, () => this.#parse(token));
  }

  #parse(token: Uint8Array): unknown {
    try {
      return JSON.parse(this.#decoder.decode(token));
    } catch (error) {
      throw new JsonEntriesError(`a member of it is no JSON: ${(error as Error).message}`);
    }
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function shown(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `0x${byte.toString(16)}`;
}
