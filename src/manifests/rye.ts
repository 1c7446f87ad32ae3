// The [tool.rye] table of pyproject.toml.
// https://rye.astral.sh/guide/pyproject/

import type { Diagnostic } from "../diagnostics.ts";
import { normalizeName } from "../pep/pep503.ts";
import { EMPTY_PROJECT, type PackageIndex, type PipOption, type Project } from "../project.ts";
import { cleanUrl, required } from "./document-parts.ts";
import { requirementFromNode } from "./pep621.ts";
import type { TomlNode } from "./toml.ts";

const DEV_GROUP = "dev";

/**
 * Reads the table into what [project] and [dependency-groups] gave: `dev-dependencies` are the group `dev`, which Rye
 * installs without being asked, and `excluded-dependencies` are left out. Throws an InputError.
 */
export function readRyeTable(table: TomlNode, project: Project): Project {
  const diagnostics: Diagnostic[] = [];
  const dev = table.get("dev-dependencies");
  const development = (dev?.items() ?? []).map((item) =>
    requirementFromNode(item, { group: DEV_GROUP, extra: null }, diagnostics),
  );
  const excluded = new Set((table.get("excluded-dependencies")?.strings() ?? []).map(normalizeName));
  const listed = [...project.requirements, ...development];
  for (const { name, key, origin } of listed) {
    const message = `${name} is left out, as tool.rye.excluded-dependencies says`;
    if (excluded.has(key)) diagnostics.push({ severity: "note", message, origin });
  }
  const members = table.at("workspace", "members");
  if (members) {
    const message = "the members of the workspace are not in the shell: convert their own pyproject.toml";
    diagnostics.push({ severity: "warning", message, origin: members.origin });
  }
  const others = project.selectables.filter(({ kind, name }) => kind === "extra" || name !== DEV_GROUP);
  const isGroup = dev !== null || others.length < project.selectables.length;
  const isVirtual = table.get("virtual")?.boolean() ?? false;
  return {
    ...EMPTY_PROJECT,
    selectables: [...others, ...(isGroup ? [{ kind: "group" as const, name: DEV_GROUP, byDefault: true }] : [])],
    requirements: listed.filter(({ key }) => !excluded.has(key)),
    installable: project.installable && !isVirtual,
    ...readSources(table, diagnostics),
    diagnostics,
  };
}

/** [[tool.rye.sources]]: the one named `default` takes the place of the public index, the others stand beside it. */
function readSources(table: TomlNode, diagnostics: Diagnostic[]): Pick<Project, "indexes" | "pipOptions"> {
  const indexes: PackageIndex[] = [];
  const pipOptions: PipOption[] = [];
  for (const node of table.get("sources")?.items() ?? []) {
    const name = required(node, "name", "this source").string();
    const url = cleanUrl(required(node, "url", "this source"), diagnostics);
    const type = node.get("type");
    const isLinks = type?.string() === "find-links";
    if (type && !isLinks && type.string() !== "index")
      throw type.error("a source is of the type index or find-links", type.string());
    indexes.push({
      kind: isLinks ? "find-links" : name === "default" ? "primary" : "extra",
      name,
      url,
      origin: node.origin,
    });
    if (node.get("username") || node.get("password"))
      diagnostics.push({
        severity: "warning",
        message: `the credentials of the index ${name} are left out: give them to pip by netrc or its keyring`,
        origin: node.origin,
      });
    const verify = node.get("verify-ssl");
    const host = /^[a-z+]+:\/\/(?:[^/@]*@)?([^/]+)/i.exec(url)?.[1];
    if (verify && !verify.boolean() && host)
      pipOptions.push({ option: "--trusted-host", value: host, origin: verify.origin });
  }
  return { indexes, pipOptions };
}
