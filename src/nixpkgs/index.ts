// The index of nixpkgs: which PyPI project is which attribute, in which version, for which interpreter.

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
  /** The NAR hash of the revision's unpacked archive, as `fetchTarball` takes it. */
  readonly narHash: string;
  /** Year, month and day of the revision. */
  readonly date: string;
  /** The attribute that `python3` is. */
  readonly default: string;
  /** Attribute to version of every CPython. */
  readonly interpreters: Readonly<Record<string, string>>;
  /** The interpreters that have a package set in the index, in the order of the table's version columns. */
  readonly sets: readonly string[];
}

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
}

/** A name without what authors and packagers put around it: `python-foo`, `pyfoo` and `foo-py` are `foo`. */
function bareName(name: string): string {
  return name.replace(/^(?:python[23]?-?|py-?)(?=[a-z0-9]{3})|-?(?:python[23]?|py)$/g, "").replaceAll("-", "");
}

export class NixpkgsIndex {
  readonly release: NixpkgsRelease;
  readonly #texts: IndexTexts;
  readonly #tables = new Map<keyof IndexTexts, SortedTable>();

  /** Takes the texts as they are; each is looked into only when a question needs it. */
  constructor(texts: IndexTexts) {
    this.#texts = texts;
    this.release = JSON.parse(texts.release) as NixpkgsRelease;
  }

  #table(name: keyof IndexTexts): SortedTable {
    let table = this.#tables.get(name);
    if (!table) {
      table = new SortedTable(this.#texts[name]);
      this.#tables.set(name, table);
    }
    return table;
  }

  /** The attribute for a PyPI project (normalized name) in the set of an interpreter, or why there is none. */
  find(key: string, interpreter: string): Candidate | Absence {
    const exceptions = this.#table("exceptions").find(key);
    for (const [, attr = "", set, kind, comparable, note] of exceptions) {
      const candidate = set === "python" ? this.#python(attr, interpreter) : this.#program(attr);
      if (!candidate) continue;
      return {
        ...candidate,
        comparable: comparable === "yes" ? candidate.comparable : null,
        sameDistribution: candidate.sameDistribution && (kind === "rename" || normalizeName(attr) === key),
        note: note || null,
      };
    }
    const friends = this.#table("falseFriends").find(key);
    const different = friends.find(([, , kind]) => kind === "different");
    for (const [attr = ""] of this.#table("python").find(key)) {
      if (different?.[1] === attr) return { reason: `nixpkgs' ${attr} is something else: ${different[3]}` };
      const candidate = this.#python(attr, interpreter);
      if (candidate) return { ...candidate, note: friends.find(([, friend]) => friend === attr)?.[3] ?? null };
    }
    return { reason: "nixpkgs has no such package" };
  }

  /** An attribute by its path, of the set of an interpreter or of the top of nixpkgs, or that there is none. */
  attribute(path: readonly string[], kind: Candidate["kind"], interpreter: string): Candidate | Absence {
    const attr = path.join(".");
    const found = kind === "python" ? this.#python(attr, interpreter) : this.#program(attr);
    return found ?? { reason: `nixpkgs has no ${attr}` };
  }

  /** At most `most` attributes of the set of an interpreter whose names are near to a normalized name, the nearest first. */
  near(key: string, interpreter: string, most = 4): string[] {
    const found: { readonly attr: string; readonly distance: number }[] = [];
    const bare = bareName(key);
    for (const [attr = ""] of this.#table("python").rows()) {
      const name = normalizeName(attr);
      if (name === key) continue;
      const distance = bareName(name) === bare ? 0 : editDistance(name, key, Math.min(2, Math.floor(key.length / 4)));
      if (distance !== null && this.#python(attr, interpreter)) found.push({ attr, distance });
    }
    return found
      .sort((a, b) => a.distance - b.distance || (a.attr < b.attr ? -1 : 1))
      .slice(0, most)
      .map(({ attr }) => attr);
  }

  #python(attr: string, interpreter: string): Candidate | null {
    const row = this.#table("python")
      .find(normalizeName(attr))
      .find(([name]) => name === attr);
    if (!row) return null;
    const column = this.release.sets.indexOf(interpreter);
    const version = row[2 + column] || row[2] || "";
    if (column < 0 || version === "-") return null;
    return {
      kind: "python",
      attribute: attr.split("."),
      version,
      comparable: this.#comparable(attr, version),
      sameDistribution: true,
      note: null,
    };
  }

  #program(attr: string): Candidate | null {
    const row = this.#table("programs")
      .find(normalizeName(attr))
      .find(([name]) => name === attr);
    if (!row) return null;
    const version = row[2] ?? "";
    return {
      kind: "program",
      attribute: attr.split("."),
      version,
      comparable: this.#comparable(attr, version),
      sameDistribution: false,
      note: null,
    };
  }

  #comparable(attr: string, version: string): string | null {
    const anomaly = this.#table("anomalies")
      .find(normalizeName(attr))
      .find(([name]) => name === attr);
    if (anomaly) return anomaly[2] || null;
    return parseVersion(version) ? version : null;
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
