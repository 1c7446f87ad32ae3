// All that an index has to say of one PyPI project.

import { ANY_VERSION } from "../project.ts";
import type { Entry, NixpkgsIndex } from "./index.ts";

/** An attribute and what the sets, or the top of nixpkgs, have of it. */
export interface FoundAttribute {
  readonly kind: "python" | "program";
  /** The path, joined by dots. */
  readonly attribute: string;
  readonly entries: readonly Entry[];
}

export interface Finding {
  /** As asked. */
  readonly name: string;
  /** Normalized by PEP 503. */
  readonly key: string;
  /** Where a shell gets it from: a Python set, the programs of nixpkgs, the standard library, or not from nixpkgs. */
  readonly from: "python" | "program" | "standard library" | "nowhere";
  /** The attribute that serves, its version in the asked interpreter's set, and what to know of it. */
  readonly attribute: string | null;
  readonly version: string | null;
  readonly note: string | null;
  /** Why there is none; null when there is. */
  readonly reason: string | null;
  /** Every attribute that serves or has the same name. */
  readonly attributes: readonly FoundAttribute[];
  /** What it depends on directly; null where the index does not tell. */
  readonly needs: readonly string[] | null;
  readonly extras: readonly string[] | null;
  /** Attributes with names like it, where there is none. */
  readonly near: readonly string[];
}

/** Looks a project up, for an interpreter with a set in the index. */
export function findProject(name: string, key: string, index: NixpkgsIndex, interpreter: string): Finding {
  const replacement = index.standardLibrary(key, ANY_VERSION);
  const found = index.find(key, interpreter);
  const candidate = "attribute" in found ? found : null;
  const paths = new Map<string, FoundAttribute>();
  const add = (kind: FoundAttribute["kind"], path: readonly string[]) => {
    const entries = index.entries(path, kind);
    const attribute = path.join(".");
    if (entries.length > 0) paths.set(`${kind} ${attribute}`, { kind, attribute, entries });
  };
  if (candidate) add(candidate.kind, candidate.attribute);
  for (const path of index.pythonAttributes(key)) add("python", path);
  for (const path of index.programAttributes(key)) add("program", path);
  const attributes = [...paths.values()];
  const program = attributes.find(({ kind }) => kind === "program");
  const isOnlyProgram = !candidate && program && !attributes.some(({ kind }) => kind === "python");
  const python = candidate?.kind === "python" ? candidate.attribute : null;
  const extras = python && index.extras(python, interpreter);
  return {
    name,
    key,
    from: replacement !== null ? "standard library" : candidate ? candidate.kind : "nowhere",
    attribute: candidate?.attribute.join(".") ?? null,
    version: candidate?.version ?? null,
    note: candidate?.note ?? null,
    reason:
      replacement !== null
        ? `Python has it in its standard library: ${replacement}`
        : candidate
          ? null
          : isOnlyProgram
            ? `nixpkgs has only a program of that name, pkgs.${program.attribute} ${program.entries[0]?.version ?? ""}, which is not known to be it`
            : "reason" in found
              ? found.reason
              : null,
    attributes,
    needs: python && index.needs(python, interpreter),
    extras: extras && Object.keys(extras),
    near: candidate || replacement !== null ? [] : index.near(key, interpreter),
  };
}
