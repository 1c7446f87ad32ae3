// Makes an index: from what is known of each package to the texts that `NixpkgsIndex` looks into.

import { compareTexts } from "../compare.ts";
import { normalizeName } from "../pep/pep503.ts";
import { FLAGS, type Flag, type IndexTexts, type NixpkgsRelease } from "./index.ts";

/** What one package set has of an attribute. */
export interface PackageRow {
  /** The attribute path below the set, joined by dots. */
  readonly attribute: string;
  readonly pname: string;
  /** Empty where nixpkgs tells none. */
  readonly version: string;
  readonly flags: readonly Flag[];
  /** The attributes of the same set that it depends on; null where its evaluation fails, not there where nobody looked. */
  readonly needs?: readonly string[] | null;
  /** Extra to attributes. */
  readonly extras?: Readonly<Record<string, readonly string[]>>;
}

export interface IndexRows {
  /** The release without what the rows tell. */
  readonly release: Omit<NixpkgsRelease, "interpreters" | "sets">;
  readonly interpreters: Readonly<Record<string, string>>;
  /** The sets by their interpreters. The first one's versions are written; of the others what differs. */
  readonly sets: ReadonlyMap<string, readonly PackageRow[]>;
  /** The top of nixpkgs. */
  readonly programs: readonly PackageRow[];
}

/** The part of an index that is made from rows; the rest is kept by hand. */
export type MadeTexts = Pick<IndexTexts, "release" | "python" | "programs" | "flags" | "edges" | "extras">;

const INDEX_FORMAT = 1;

/** No attribute, name or version of nixpkgs comes near this. */
const LONGEST_FIELD = 200;

/** Whether a text can be a field of a table: a line has no line ends and no tabs, and no attribute or version needs them. */
export function isField(text: string): boolean {
  return text.length <= LONGEST_FIELD && !/[\x00-\x20\x7f-\x9f\u2028\u2029]/.test(text);
}

/** Whether a text can be a table: lines and tabs, and no other control characters. */
export function isTable(text: unknown): text is string {
  return typeof text === "string" && !/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/.test(text);
}

/**
 * The release of an index from its JSON: what it says ends up in comments and names, so it is looked at closely. Throws
 * an Error, or a SyntaxError for what is no JSON.
 */
export function parseRelease(text: string): NixpkgsRelease {
  const found = JSON.parse(text) as Partial<NixpkgsRelease> & { readonly format?: unknown };
  if (found?.format !== INDEX_FORMAT) throw new Error(`its format is ${found?.format}, not ${INDEX_FORMAT}`);
  const { channel, release, revision, narHash, date, system = "", interpreters, sets } = found;
  const isText = (value: unknown) => typeof value === "string" && isField(value);
  const isHash = (value: unknown) => value === "" || /^sha256-[A-Za-z0-9+/]{43}=$/.test(String(value));
  const isRight =
    [channel, release, date, system].every(isText) &&
    /^(?:[0-9a-f]{40})?$/.test(String(revision)) &&
    isHash(narHash) &&
    typeof interpreters === "object" &&
    interpreters !== null &&
    Object.entries(interpreters).every(([name, version]) => /^python3[0-9]+$/.test(name) && isText(version)) &&
    Array.isArray(sets) &&
    sets.every((name) => Object.hasOwn(interpreters, name)) &&
    sets.includes(String(found.default));
  if (!isRight) throw new Error("its release is not as py2nix writes one");
  return found as NixpkgsRelease;
}

/** Makes the texts: the same rows give the same texts, in whatever order they come. */
export function makeTexts({ release, interpreters, sets, programs }: IndexRows): MadeTexts {
  const names = [...sets.keys()];
  const tables = names.map((name) => new Map((sets.get(name) ?? []).map((row) => [row.attribute, row])));
  const attributes = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort(byName);
  const rowsOf = (attribute: string) => tables.map((table) => table.get(attribute));
  const python = attributes.map((attribute) => {
    const rows = rowsOf(attribute);
    const pname = rows.find((row) => row)?.pname ?? "";
    return [attribute, pname === attribute ? "" : pname, ...cells(rows.map((row) => row?.version || "-"))];
  });
  const flags = attributes.flatMap((attribute) => {
    const rows = rowsOf(attribute);
    if (rows.every((row) => (row?.flags.length ?? 0) === 0)) return [];
    return [[attribute, ...cells(rows.map((row) => words(FLAGS.filter((flag) => row?.flags.includes(flag)))))]];
  });
  const isLookedInto = tables.some((table) => [...table.values()].some(({ needs }) => needs !== undefined));
  const system = release.system === undefined ? {} : { system: release.system };
  return {
    release: `${JSON.stringify({ format: INDEX_FORMAT, ...withoutSystem(release), interpreters: inOrder(interpreters), sets: names, ...system }, null, 2)}\n`,
    python: table(python),
    programs: table(
      [...programs]
        .sort((a, b) => byName(a.attribute, b.attribute))
        .map(({ attribute, pname, version, flags: told }) => [attribute, pname, version, told.join(" ")]),
    ),
    ...(release.system === undefined ? {} : { flags: table(flags) }),
    ...(isLookedInto ? edgeTables(attributes, rowsOf) : {}),
  };
}

function edgeTables(
  attributes: readonly string[],
  rowsOf: (attribute: string) => readonly (PackageRow | undefined)[],
): { edges: string; extras: string } {
  const edges = attributes.flatMap((attribute) => {
    const rows = rowsOf(attribute);
    const needs = rows.map((row) =>
      row && row.needs == null ? "?" : words([...(row?.needs ?? [])].sort(compareTexts)),
    );
    return needs.every((cell) => cell === "-") ? [] : [[attribute, ...cells(needs)]];
  });
  const extras = attributes.flatMap((attribute) => {
    const rows = rowsOf(attribute);
    const names = [...new Set(rows.flatMap((row) => Object.keys(row?.extras ?? {})))].sort(compareTexts);
    return names.map((extra) => {
      // An extra that a set does not have is not one that adds nothing.
      const added = rows.map((row) => {
        const found = row?.extras && Object.hasOwn(row.extras, extra) ? row.extras[extra] : undefined;
        return found === undefined ? "?" : words([...found].sort(compareTexts));
      });
      return [attribute, normalizeName(extra), ...cells(added)];
    });
  });
  return { edges: table(edges), extras: table(extras) };
}

/** The cells of the sets: what is as in the first set is left empty. */
function cells(values: readonly string[]): string[] {
  return values.map((value, i) => (i > 0 && value === values[0] ? "" : value));
}

function words(names: readonly string[]): string {
  return names.length === 0 ? "-" : names.join(" ");
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join("\t").replace(/(?<!\t)\t+$/, "")}\n`).join("");
}

/** The order that `SortedTable` searches in. */
export function byName(a: string, b: string): number {
  return compareTexts(normalizeName(a), normalizeName(b)) || compareTexts(a, b);
}

function inOrder(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareTexts(a, b)));
}

function withoutSystem({ system: _, ...release }: IndexRows["release"]): Omit<IndexRows["release"], "system"> {
  return release;
}
