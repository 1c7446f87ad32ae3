// A channel's packages.json: what Nixpkgs' pkgs/top-level/packages-info.nix writes, evaluated for one system.
//   { "packages": { "<attribute path>": { name, pname, version, system, meta: { broken, insecure, unfree, unsupported, ... } } },
//     "version": "2" }

import { FLAGS, type Flag } from "./index.ts";
import { JsonEntries, JsonEntriesError } from "./json-entries.ts";
import { type IndexRows, isField, type PackageRow } from "./make.ts";

/** What a channel's list has of one package. */
interface ChannelPackage {
  readonly pname?: unknown;
  readonly name?: unknown;
  readonly version?: unknown;
  readonly system?: unknown;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** More packages than this are no nixpkgs. */
const MOST_PACKAGES = 1_000_000;

const SET = /^(python3[0-9]+)Packages$/;
const INTERPRETER = /^python3[0-9]+$/;

export interface ChannelList extends Pick<IndexRows, "interpreters" | "sets" | "programs"> {
  /** The attribute that `python3` is. */
  readonly default: string;
  /** The system that it was evaluated for. */
  readonly system: string;
  /** How many packages the list has, with those that the index leaves out. */
  readonly total: number;
  /** Attributes of the Python sets that no table can hold: with a dot in a name, or with control characters. */
  readonly leftOut: readonly string[];
}

/** Reads the list from chunks: holds one package at a time beside the rows that an index keeps. */
export class ChannelReader {
  readonly #entries = new JsonEntries((section, key, value) => this.#take(section, key, value));
  readonly #sets = new Map<string, Map<string, PackageRow>>();
  readonly #programs = new Map<string, PackageRow>();
  readonly #interpreters = new Map<string, string>();
  readonly #leftOut: string[] = [];
  readonly #programPaths: ReadonlySet<string>;
  #system = "";
  #python3 = "";
  #version: unknown = null;
  #total = 0;

  /** `programPaths` are attribute paths below sets of nixpkgs (`libpq.pg_config`) that are kept with the programs. */
  constructor(programPaths: Iterable<string> = []) {
    this.#programPaths = new Set(programPaths);
  }

  /** How many packages have been read. */
  get total(): number {
    return this.#total;
  }

  /** Takes the next bytes of the list. Throws a JsonEntriesError. */
  push(chunk: Uint8Array): void {
    this.#entries.push(chunk);
  }

  /** All of the list. Throws a JsonEntriesError when it is not complete, of another version, or has no Python. */
  end(): ChannelList {
    this.#entries.end();
    if (this.#version !== "2") throw new JsonEntriesError(`its version is ${JSON.stringify(this.#version)}, not "2"`);
    const interpreters = Object.fromEntries(this.#interpreters);
    const newest = [...this.#sets.keys()]
      .filter((name) => Object.hasOwn(interpreters, name))
      .sort((a, b) => minorOf(b) - minorOf(a));
    const first = newest.find((name) => interpreters[name] === this.#python3) ?? newest[0];
    if (first === undefined) throw new JsonEntriesError("it has no Python packages");
    const names = [first, ...newest.filter((name) => name !== first)];
    return {
      interpreters,
      sets: new Map(names.map((name) => [name, [...(this.#sets.get(name)?.values() ?? [])]])),
      programs: [...this.#programs.values()],
      default: first,
      system: this.#system,
      total: this.#total,
      leftOut: this.#leftOut,
    };
  }

  #take(section: string | null, key: string, value: () => unknown): void {
    if (section === null && key === "version") this.#version = value();
    if (section !== "packages") return;
    if (++this.#total > MOST_PACKAGES) throw new JsonEntriesError(`it has more than ${MOST_PACKAGES} packages`);
    const path = parseShownPath(key);
    const [head = "", ...below] = path ?? key.split(".");
    const interpreter = SET.exec(head)?.[1];
    const isProgram = path !== null && (path.length === 1 || this.#programPaths.has(path.join(".")));
    if (interpreter === undefined && !isProgram) return;
    const found = value() as ChannelPackage | null;
    const row = path && rowOf(interpreter === undefined ? path : below, found);
    if (row === null) {
      if (interpreter !== undefined) this.#leftOut.push(key);
      return;
    }
    if (typeof found?.system === "string" && isField(found.system)) this.#system ||= found.system;
    if (interpreter !== undefined) {
      const rows = this.#sets.get(interpreter);
      if (rows) rows.set(row.attribute, row);
      else this.#sets.set(interpreter, new Map([[row.attribute, row]]));
    } else {
      if (INTERPRETER.test(head) && path?.length === 1) this.#interpreters.set(head, row.version);
      if (key === "python3") this.#python3 = row.version;
      this.#programs.set(row.attribute, row);
    }
  }
}

/** The row of a package, or null when a table cannot hold it. */
function rowOf(path: readonly string[], found: ChannelPackage | null): PackageRow | null {
  const { version, meta } = found ?? {};
  const pname = found?.pname ?? found?.name ?? "";
  if (typeof pname !== "string" || (version !== undefined && typeof version !== "string")) return null;
  if (
    path.length === 0 ||
    ![...path, version ?? ""].every(isField) ||
    path.some((name) => name.includes(".") || name === "")
  )
    return null;
  return {
    attribute: path.join("."),
    pname: isField(pname) ? plainName(pname) : "",
    version: version ?? "",
    flags: FLAGS.filter((flag: Flag) => meta?.[flag] === true),
  };
}

/** nixpkgs puts the interpreter before the names of a Python package. */
export function plainName(pname: string): string {
  return pname.replace(/^python3(?:\.[0-9]+)?-/, "");
}

/**
 * The names of a path as nixpkgs' `lib.showAttrPath` writes it: identifiers, and in quotes what is none. Null for what it
 * never writes.
 */
export function parseShownPath(text: string): string[] | null {
  const names: string[] = [];
  const name = /(?:([A-Za-z_][A-Za-z0-9_'-]*)|("(?:[^"\\]|\\.)*"))(\.|$)/y;
  for (;;) {
    const [, plain, quoted, end] = name.exec(text) ?? [];
    if (end === undefined) return null;
    if (plain !== undefined) names.push(plain);
    else if (quoted !== undefined) names.push(quoted.slice(1, -1).replace(/\\(.)/g, "$1"));
    if (end === "") return names;
  }
}

function minorOf(interpreter: string): number {
  return Number(/^python3([0-9]+)$/.exec(interpreter)?.[1] ?? 0);
}
