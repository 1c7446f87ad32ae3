// [build-system] of pyproject.toml: what the project is built with, and by what (PEP 517 and PEP 518).

import type { Diagnostic } from "../diagnostics.ts";
import { MAIN_GROUP, type Requirement } from "../project.ts";
import { required } from "./document-parts.ts";
import { requirementFromNode } from "./pep621.ts";
import type { TomlNode } from "./toml.ts";

export interface BuildSystem {
  readonly requires: readonly Requirement[];
  /** The object that builds, as PEP 517 writes it; null where the table names none, which means setuptools. */
  readonly backend: string | null;
  /** Whether the backend is a module of the project itself. */
  readonly isInTree: boolean;
}

/** Reads the table; null stands for one that is not there. Throws an InputError for one without `requires`. */
export function readBuildSystem(table: TomlNode | null, diagnostics: Diagnostic[]): BuildSystem {
  if (!table) return { requires: [], backend: null, isInTree: false };
  const requires = required(table, "requires", "[build-system]").items();
  return {
    requires: requires.map((item) => requirementFromNode(item, { group: MAIN_GROUP, extra: null }, diagnostics)),
    backend: table.get("build-backend")?.string() ?? null,
    isInTree: table.get("backend-path") !== null,
  };
}

/** Whether setuptools builds the project: by default, by name, or behind a module of the project. */
export function isSetuptools({ requires, backend, isInTree }: BuildSystem): boolean {
  if (backend === null || /\bsetuptools\b/.test(backend)) return true;
  return isInTree && requires.some(({ key }) => key === "setuptools");
}

export function isHatchling({ backend }: BuildSystem): boolean {
  return backend === "hatchling.build" || backend === "hatchling.ouroboros";
}
