// [tool.flit.metadata] of pyproject.toml: what Flit had before [project], and reads until its version 4.
// https://flit.pypa.io/en/stable/pyproject_toml.html#old-style-metadata

import type { Diagnostic } from "../diagnostics.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { EMPTY_PROJECT, MAIN_GROUP, type Project } from "../project.ts";
import { required } from "./document-parts.ts";
import { readRequiresPython, requirementFromNode } from "./pep621.ts";
import type { TomlNode } from "./toml.ts";

/**
 * Reads the table: `requires` are the dependencies, `requires-extra` the extras, and `dev-requires` the extra `dev`.
 * Throws an InputError for a name of an extra that is none or is there twice, and for a table without `module`.
 */
export function readFlitMetadata(table: TomlNode): Project {
  const diagnostics: Diagnostic[] = [];
  const read = (list: TomlNode | null, extra: string | null) =>
    (list?.items() ?? []).map((item) => requirementFromNode(item, { group: MAIN_GROUP, extra }, diagnostics));
  const extras = new Map<string, TomlNode>();
  for (const [name, list] of table.get("requires-extra")?.entries() ?? []) {
    const extra = normalizeName(name);
    if (!isValidName(name)) throw list.error(`\`${name}\` is not a valid name of an extra`);
    if (extras.has(extra)) throw list.error(`the extra ${extra} is there already`);
    extras.set(extra, list);
  }
  const dev = table.get("dev-requires");
  if (dev && extras.has("dev")) throw dev.error("dev-requires is the extra dev, which requires-extra has too");
  if (dev) extras.set("dev", dev);
  const requiresPython = table.get("requires-python");
  const module = required(table, "module", "[tool.flit.metadata]").string();
  return {
    ...EMPTY_PROJECT,
    name: table.get("dist-name")?.string() ?? module,
    selectables: [...extras.keys()].map((name) => ({ kind: "extra", name, byDefault: false })),
    requirements: [...read(table.get("requires"), null), ...[...extras].flatMap(([extra, list]) => read(list, extra))],
    requiresPython: requiresPython ? readRequiresPython(requiresPython) : [],
    installable: true,
    diagnostics,
  };
}
