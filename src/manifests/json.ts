// JSON (RFC 8259) with the place of every value. An object that has a key twice keeps the last, as Python's does.

import { limitOf, raised } from "../limits.ts";
import { PlacedDocument } from "./placed-document.ts";
import type { TomlPath } from "./toml-positions.ts";

/** Reads a JSON text. Throws an InputError at the first character that cannot stand where it does. */
export function readJson(text: string, file: string): PlacedDocument {
  const document = new PlacedDocument(text, file);
  document.value = new JsonReader(document).read();
  return document;
}

class JsonReader {
  #at = 0;

  constructor(private readonly document: PlacedDocument) {}

  read(): unknown {
    const value = this.#value([]);
    if (this.#peek() !== "") this.document.fail("this is not JSON: expected the end", this.#at);
    return value;
  }

  /** The next character that is no blank; empty at the end. */
  #peek(): string {
    while (/[ \t\r\n]/.test(this.document.text.charAt(this.#at))) this.#at++;
    return this.document.text.charAt(this.#at);
  }

  #fail(expected: string): never {
    const found = this.document.text.charAt(this.#at) === "" ? "and the file ends here" : "and this is something else";
    this.document.fail(`this is not JSON: expected ${expected}, ${found}`, this.#at);
  }

  #take(token: string, expected: string): void {
    if (this.#peek() !== token) this.#fail(expected);
    this.#at++;
  }

  #value(path: TomlPath): unknown {
    const first = this.#peek();
    this.document.place(path, this.#at);
    if (path.length > limitOf("nesting"))
      this.document.fail(`JSON deeper than ${limitOf("nesting")} levels${raised("nesting")}`, this.#at);
    if (first === "{") return this.#object(path);
    if (first === "[") return this.#array(path);
    if (first === '"') return this.#string();
    const word = /[-+.A-Za-z0-9]+/y;
    word.lastIndex = this.#at;
    const text = word.exec(this.document.text)?.[0] ?? "";
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text);
    if (!isNumber && !["true", "false", "null"].includes(text)) this.#fail("a value");
    this.#at += text.length;
    return JSON.parse(text);
  }

  #object(path: TomlPath): Record<string, unknown> {
    const object: Record<string, unknown> = Object.create(null);
    this.#at++;
    if (this.#peek() === "}") {
      this.#at++;
      return object;
    }
    for (;;) {
      if (this.#peek() !== '"') this.#fail("a key in double quotes");
      const start = this.#at;
      const key = this.#string();
      this.#take(":", "a colon after the key");
      this.document.place([...path, key], start);
      object[key] = this.#value([...path, key]);
      if (this.#peek() === ",") this.#at++;
      else {
        this.#take("}", "a comma or `}`");
        return object;
      }
    }
  }

  #array(path: TomlPath): unknown[] {
    const array: unknown[] = [];
    this.#at++;
    if (this.#peek() === "]") {
      this.#at++;
      return array;
    }
    for (;;) {
      array.push(this.#value([...path, array.length]));
      if (this.#peek() === ",") this.#at++;
      else {
        this.#take("]", "a comma or `]`");
        return array;
      }
    }
  }

  #string(): string {
    const rule = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    rule.lastIndex = this.#at;
    const text = rule.exec(this.document.text)?.[0];
    if (text === undefined) this.document.fail("this is not JSON: the string does not end in its line", this.#at);
    this.#at += text.length;
    return JSON.parse(text);
  }
}
