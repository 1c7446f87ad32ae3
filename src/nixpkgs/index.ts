// The index of nixpkgs: which PyPI project is which attribute, in which version, for which interpreter.

import { append } from "../append.ts";
import { editDistance } from "../nearest.ts";
import { isUnconstrained } from "../pep/constraint.ts";
import { parseVersion } from "../pep/pep440.ts";
import { normalizeName } from "../pep/pep503.ts";
import type { Constraint } from "../project.ts";

import { SortedTable } from "./table.ts";

/** Which nixpkgs the index describes. */
export interface NixpkgsRelease {
  readonly channel: string;
  readonly release: string;
  readonly revision: string;
  /** The NAR hash of the revision's unpacked archive, as `fetchTarball` takes it; empty where it is not known. */
  readonly narHash: string;
  /** Year, month and day of the revision; empty where it is not known. */
  readonly date: string;
  /** The attribute that `python3` is. */
  readonly default: string;
  /** Attribute to version of every CPython. */
  readonly interpreters: Readonly<Record<string, string>>;
  /** The interpreters that have a package set in the index, in the order of the table's version columns. */
  readonly sets: readonly string[];
  /** The system that the flags were evaluated for; not there in an index without flags. */
  readonly system?: string;
}

/** Why nixpkgs refuses to build a package, as far as its own expressions tell. */
export const FLAGS = ["broken", "disabled", "insecure", "unfree", "unsupported"] as const;
export type Flag = (typeof FLAGS)[number];

/** The texts that an index is made of: the files of the data folder. */
export interface IndexTexts {
  readonly release: string;
  readonly python: string;
  readonly programs: string;
  readonly exceptions: string;
  readonly falseFriends: string;
  readonly backports: string;
  readonly wheelLibraries: string;
  readonly nativeLibraries: string;
  readonly anomalies: string;
  /** What nixpkgs says against a Python package, set by set; not there where it is not known. */
  readonly flags?: string;
  /** What a Python package depends on, set by set; not there where it is not known. */
  readonly edges?: string;
  /** What an extra of a Python package adds, set by set; there when `edges` is. */
  readonly extras?: string;
}

export interface IndexOptions {
  /** Packages that are not free are taken as others are. */
  readonly allowUnfree?: boolean;
  /** The hash of the release's revision, where the texts do not have it. */
  readonly narHash?: string;
}

/** What one package set has of an attribute. */
export interface Entry {
  /** The interpreter's attribute, or null for the top of nixpkgs. */
  readonly interpreter: string | null;
  readonly version: string;
  readonly flags: readonly Flag[];
}

/** An attribute that stands for a PyPI project. */
export interface Candidate {
  /** Below the Python set (`ps.`) for `python`, below `pkgs.` for `program`. */
  readonly kind: "python" | "program";
  /** The attribute path; a part can need quotes in Nix. */
  readonly attribute: readonly string[];
  /** As nixpkgs has it. */
  readonly version: string;
  /** The PEP 440 version to compare with; null when nixpkgs' version does not tell it. */
  readonly comparable: string | null;
  /** Whether pip, looking for the PyPI project, finds the attribute's distribution under the same name. */
  readonly sameDistribution: boolean;
  /** What to know about it: a rename, a fork. */
  readonly note: string | null;
}

/** What a wheel needs at run time. */
export interface WheelNeed {
  readonly kind: "library" | "program";
  readonly attributes: readonly (readonly string[])[];
}

/** What building from source needs, as attribute paths. */
export interface SourceNeeds {
  /** What it is linked against. */
  readonly libraries: readonly (readonly string[])[];
  /** What builds it, beside the C compiler. */
  readonly tools: readonly (readonly string[])[];
}

/** Why a project has no attribute, where there is something to say. */
export interface Absence {
  readonly reason: string;
  /** What nixpkgs says against an attribute that is there. */
  readonly flag?: Flag;
}

/** A name without what authors and packagers put around it: `python-foo`, `pyfoo` and `foo-py` are `foo`. */
function bareName(name: string): string {
  return name.replace(/^(?:python[23]?-?|py-?)(?=[a-z0-9]{3})|-?(?:python[23]?|py)$/g, "").replaceAll("-", "");
}

/** The cell of a set in a row whose cells begin at `first`: an empty one is as the first set's. */
function cellOf(row: readonly string[] | undefined, first: number, column: number): string {
  return row?.[first + column] || row?.[first] || "";
}

function flagsOf(cell: string | undefined): readonly Flag[] {
  const words = (cell ?? "").split(" ");
  return FLAGS.filter((flag) => words.includes(flag));
}

/** The attributes of a cell; `-` stands for none. */
function attributesOf(cell: string): string[] {
  return cell.split(" ").filter((word) => word !== "" && word !== "-");
}

export class NixpkgsIndex {
  readonly release: NixpkgsRelease;
  readonly #texts: IndexTexts;
  readonly #options: IndexOptions;
  readonly #tables = new Map<keyof IndexTexts, SortedTable>();
  #names: Map<string, string[]> | null = null;

  /** Takes the texts as they are; each is looked into only when a question needs it. */
  constructor(texts: IndexTexts, options: IndexOptions = {}) {
    this.#texts = texts;
    this.#options = options;
    const release = JSON.parse(texts.release) as NixpkgsRelease;
    this.release = { ...release, narHash: release.narHash || (options.narHash ?? "") };
  }

  #table(name: keyof IndexTexts): SortedTable {
    let table = this.#tables.get(name);
    if (!table) {
      table = new SortedTable(this.#texts[name] ?? "");
      this.#tables.set(name, table);
    }
    return table;
  }

  /** The row of an attribute; `attr` is its path joined by dots. */
  #row(name: keyof IndexTexts, attr: string): readonly string[] | undefined {
    return this.#table(name)
      .find(normalizeName(attr))
      .find(([first]) => first === attr);
  }

  /** The same index with other options; what they do not say stays. */
  withOptions(options: IndexOptions): NixpkgsIndex {
    return new NixpkgsIndex(this.#texts, { ...this.#options, ...options });
  }

  /** The attribute for a PyPI project (normalized name) in the set of an interpreter, or why there is none. */
  find(key: string, interpreter: string): Candidate | Absence {
    let barred: Absence | null = null;
    const exceptions = this.#table("exceptions").find(key);
    for (const [, attr = "", set, kind, comparable, note] of exceptions) {
      const found = set === "python" ? this.#python(attr, interpreter) : this.#program(attr);
      if (found === null || !("attribute" in found)) {
        barred ??= found;
        continue;
      }
      return {
        ...found,
        comparable: comparable === "yes" ? found.comparable : null,
        sameDistribution: found.sameDistribution && (kind === "rename" || normalizeName(attr) === key),
        note: note || null,
      };
    }
    const friends = this.#table("falseFriends").find(key);
    const different = friends.find(([, , kind]) => kind === "different");
    for (const [attr = ""] of this.#table("python").find(key)) {
      if (different?.[1] === attr) return { reason: `nixpkgs' ${attr} is something else: ${different[3]}` };
      const found = this.#python(attr, interpreter);
      if (found !== null && "attribute" in found)
        return { ...found, note: friends.find(([, friend]) => friend === attr)?.[3] ?? null };
      barred ??= found;
    }
    return barred ?? { reason: "nixpkgs has no such package" };
  }

  /** An attribute by its path, of the set of an interpreter or of the top of nixpkgs, or that there is none. */
  attribute(path: readonly string[], kind: Candidate["kind"], interpreter: string): Candidate | Absence {
    const attr = path.join(".");
    const found = kind === "python" ? this.#python(attr, interpreter) : this.#program(attr);
    return found ?? { reason: `nixpkgs has no ${attr}` };
  }

  /** What every set has of an attribute path, or what the top of nixpkgs has of it. */
  entries(path: readonly string[], kind: Candidate["kind"]): readonly Entry[] {
    const attr = path.join(".");
    if (kind === "program") {
      const row = this.#row("programs", attr);
      return row ? [{ interpreter: null, version: row[2] ?? "", flags: flagsOf(row[3]) }] : [];
    }
    const flags = this.#row("flags", attr);
    return this.release.sets.flatMap((interpreter, column) => {
      const version = cellOf(this.#row("python", attr), 2, column);
      return version === "" || version === "-"
        ? []
        : [{ interpreter, version, flags: flagsOf(cellOf(flags, 1, column)) }];
    });
  }

  /** The attributes of the Python sets whose names normalize to `key`, as paths: false friends and flagged ones too. */
  pythonAttributes(key: string): readonly (readonly string[])[] {
    return this.#table("python")
      .find(key)
      .map(([attr = ""]) => attr.split("."));
  }

  /** The same for the top of nixpkgs, as far as the index has it. */
  programAttributes(key: string): readonly (readonly string[])[] {
    return this.#table("programs")
      .find(key)
      .map(([attr = ""]) => attr.split("."));
  }

  /** Whether the index tells what packages depend on. */
  get hasEdges(): boolean {
    return this.#texts.edges !== undefined;
  }

  /** Attribute to version of an interpreter's set, in the order of the table. */
  versions(interpreter: string): ReadonlyMap<string, string> {
    const column = this.release.sets.indexOf(interpreter);
    const rows = column < 0 ? [] : this.#table("python").rows();
    const found = new Map<string, string>();
    for (const row of rows) {
      const version = cellOf(row, 2, column);
      if (version !== "" && version !== "-") found.set(row[0] ?? "", version);
    }
    return found;
  }

  /**
   * What the package at an attribute path of an interpreter's set depends on directly, as normalized names of PyPI
   * projects (every name that such a dependency goes by, so that opencv4 is `opencv-python` too), sorted. Null where the
   * index does not tell: a channel has no dependencies.
   */
  needs(path: readonly string[], interpreter: string): readonly string[] | null {
    const attr = path.join(".");
    const column = this.#knownColumn(attr, interpreter);
    if (column === null) return null;
    const cell = cellOf(this.#row("edges", attr), 1, column);
    return cell === "?" ? null : this.#namesOf(cell);
  }

  /** What each extra of a package adds to its needs, by the extra's normalized name. Null as for `needs`. */
  extras(path: readonly string[], interpreter: string): Readonly<Record<string, readonly string[]>> | null {
    const attr = path.join(".");
    const column = this.#knownColumn(attr, interpreter);
    if (column === null) return null;
    const rows = this.#table("extras")
      .find(normalizeName(attr))
      .filter(([first, , ...cells]) => first === attr && (cells[column] || cells[0]) !== "?");
    return Object.fromEntries(rows.map((row) => [row[1] ?? "", this.#namesOf(cellOf(row, 2, column))]));
  }

  /** The column of an interpreter in tables of dependencies, or null where those do not tell of an attribute. */
  #knownColumn(attr: string, interpreter: string): number | null {
    const column = this.release.sets.indexOf(interpreter);
    if (this.#texts.edges === undefined || column < 0) return null;
    const version = cellOf(this.#row("python", attr), 2, column);
    return version === "" || version === "-" ? null : column;
  }

  #namesOf(cell: string): string[] {
    const names = attributesOf(cell).flatMap((attr) => this.namesFor(attr.split(".")));
    return [...new Set(names)].sort();
  }

  /** The normalized names of the PyPI projects that an attribute of the Python sets stands for. */
  namesFor(path: readonly string[]): readonly string[] {
    if (!this.#names) {
      this.#names = new Map();
      for (const [key = "", attr = "", set] of this.#table("exceptions").rows())
        if (set === "python") append(this.#names, attr, key);
    }
    const attr = path.join(".");
    const own = normalizeName(attr);
    const isOther = this.#table("falseFriends")
      .find(own)
      .some(([, friend, kind]) => friend === attr && kind === "different");
    return [...(isOther ? [] : [own]), ...(this.#names.get(attr) ?? [])];
  }

  /** At most `most` attributes of the set of an interpreter whose names are near to a normalized name, the nearest first. */
  near(key: string, interpreter: string, most = 4): string[] {
    const found: { readonly attr: string; readonly distance: number }[] = [];
    const bare = bareName(key);
    for (const [attr = ""] of this.#table("python").rows()) {
      const name = normalizeName(attr);
      if (name === key) continue;
      const distance = bareName(name) === bare ? 0 : editDistance(name, key, Math.min(2, Math.floor(key.length / 4)));
      if (distance !== null && this.#has(attr, interpreter)) found.push({ attr, distance });
    }
    return found
      .sort((a, b) => a.distance - b.distance || (a.attr < b.attr ? -1 : 1))
      .slice(0, most)
      .map(({ attr }) => attr);
  }

  #has(attr: string, interpreter: string): boolean {
    return this.entries(attr.split("."), "python").some((entry) => entry.interpreter === interpreter);
  }

  #python(attr: string, interpreter: string): Candidate | Absence | null {
    const column = this.release.sets.indexOf(interpreter);
    const version = column < 0 ? "" : cellOf(this.#row("python", attr), 2, column);
    if (version === "" || version === "-") return null;
    const flags = this.#texts.flags === undefined ? [] : flagsOf(cellOf(this.#row("flags", attr), 1, column));
    return (
      this.#barred(attr, version, flags) ?? {
        kind: "python",
        attribute: attr.split("."),
        version,
        comparable: this.#comparable(attr, version),
        sameDistribution: true,
        note: null,
      }
    );
  }

  #program(attr: string): Candidate | Absence | null {
    const row = this.#row("programs", attr);
    if (!row) return null;
    const version = row[2] ?? "";
    return (
      this.#barred(attr, version, flagsOf(row[3])) ?? {
        kind: "program",
        attribute: attr.split("."),
        version,
        comparable: this.#comparable(attr, version),
        sameDistribution: false,
        note: null,
      }
    );
  }

  /** Why nixpkgs would refuse to build an attribute for this user, or null. */
  #barred(attr: string, version: string, flags: readonly Flag[]): Absence | null {
    const flag = flags.find((one) => one !== "unfree" || !this.#options.allowUnfree);
    if (flag === undefined) return null;
    const what = `nixpkgs' ${attr} ${version}`;
    switch (flag) {
      case "broken":
        return { reason: `${what} is marked as broken`, flag };
      case "disabled":
        return { reason: `${what} is disabled for this interpreter`, flag };
      case "insecure":
        return { reason: `${what} is marked as insecure`, flag };
      case "unfree":
        return { reason: `${what} is not free (--allow-unfree takes it)`, flag };
      case "unsupported":
        return { reason: `${what} is not supported on ${this.release.system ?? "this system"}`, flag };
    }
  }

  /**
   * The PEP 440 version of an attribute. The table of anomalies is of one revision: of what it says, only what does not
   * depend on the version is taken for another.
   */
  #comparable(attr: string, version: string): string | null {
    const [, known = "", recovered = ""] = this.#row("anomalies", attr) ?? [];
    if (known === version && known !== "") return recovered || null;
    // The version of something else, and as well-formed there as here.
    if (known !== "" && recovered === "" && parseVersion(known)) return null;
    const misplaced = recovered !== "" && known.endsWith(recovered) ? known.slice(0, -recovered.length) : "";
    const rest = misplaced !== "" && version.startsWith(misplaced) ? version.slice(misplaced.length) : version;
    if (parseVersion(rest)) return rest;
    // nixpkgs' own form for a commit after a release; `0` stands for no release.
    const release = /^(.+)-unstable-\d{4}-\d{2}-\d{2}$/.exec(rest)?.[1];
    const parsed = release === undefined || /^0+(?:\.0+)*$/.test(release) ? null : parseVersion(release);
    return parsed && release !== undefined ? release : null;
  }

  /** What of the standard library replaces a PyPI project, or null. A required version is left to pip. */
  standardLibrary(key: string, constraint: Constraint): string | null {
    const replacement = this.#table("backports").find(key)[0]?.[1] ?? null;
    if (replacement === null || replacement.includes("import name differs") || !isUnconstrained(constraint))
      return null;
    return replacement;
  }

  /** What the wheel of a PyPI project needs at run time beside the usual libraries. */
  wheelNeeds(key: string): WheelNeed[] {
    return this.#table("wheelLibraries")
      .find(key)
      .map(([, kind, attributes = ""]) => ({
        kind: kind === "program" ? "program" : "library",
        attributes: attributes.split(" ").map((attribute) => attribute.split(".")),
      }));
  }

  /** What a PyPI project needs to be built from source. */
  sourceNeeds(key: string): SourceNeeds {
    const rows = this.#table("nativeLibraries").find(key);
    const paths = (column: number) =>
      rows
        .flatMap((row) => (row[column] ?? "").split(" ").filter((name) => name !== ""))
        .map((name) => name.split("."));
    return { libraries: paths(1), tools: paths(2) };
  }
}
