// What a manifest parser may ask of the outside world, and how bytes become text.

import { InputError, type Origin } from "../diagnostics.ts";

/** The files around a manifest. The command line gives real ones, a test or a browser a table. */
export interface Files {
  /** The bytes of a file. Throws an InputError when it cannot be read. */
  read(path: string): Uint8Array;
  kind(path: string): "file" | "folder" | null;
  /** The names in a folder in the order of code units; none where it cannot be looked into. */
  list(path: string): readonly string[];
}

/** A Files of texts: the keys are normalized paths. */
export function filesFromTable(table: Readonly<Record<string, string | Uint8Array>>): Files {
  return {
    read(path) {
      const content = Object.hasOwn(table, path) ? table[path] : undefined;
      if (content === undefined) throw new InputError(`${path} does not exist`);
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    kind(path) {
      if (Object.hasOwn(table, path)) return "file";
      const prefix = path === "." ? "" : `${path}/`;
      return Object.keys(table).some((key) => key.startsWith(prefix)) ? "folder" : null;
    },
    list(path) {
      const prefix = path === "." ? "" : `${path}/`;
      const below = Object.keys(table).filter(
        (key) => key.startsWith(prefix) && !(prefix === "" && key.startsWith("..")),
      );
      return [...new Set(below.map((key) => key.slice(prefix.length).replace(/\/.*/s, "")))].sort();
    },
  };
}

/** Decodes UTF-8, a byte order mark being dropped. Throws an InputError that names the line of the first wrong byte. */
export function decodeUtf8(bytes: Uint8Array, file: string, hint?: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const origin: Origin = { file, line: lineOfBadByte(bytes) };
    throw new InputError("this is not UTF-8", { origin, ...(hint ? { hint } : {}) });
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && bytes[i] !== 10) continue;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, i));
    } catch {
      return line;
    }
    line++;
    start = i + 1;
  }
  return line;
}
