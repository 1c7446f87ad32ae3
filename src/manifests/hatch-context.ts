// Hatch's context fields: `{root:uri}` and the like in the requirements of environments and of [project].
// https://hatch.pypa.io/latest/config/context/

import type { Diagnostic } from "../diagnostics.ts";
import { dirname, normalizePath } from "../paths.ts";
import { parseRequirement } from "../pep/pep508.ts";
import { StandardError } from "../pep/scanner.ts";
import type { Requirement } from "../project.ts";
import { type Membership, requirementFromPep508 } from "./pep621.ts";
import type { TomlNode } from "./toml.ts";

/** What stands for the folder of the project in a URL while that is read: its name in braces, encoded. */
const ROOT = "/%7Broot%7D";

/**
 * A requirement with Hatch's context fields, `{root:uri}/libs/a`, in an environment or (with hatchling) in [project].
 * Null, and told, where a field depends on the machine. Throws an InputError for a field that Hatch does not have.
 */
export function requirementFromHatch(
  node: TomlNode,
  membership: Membership,
  diagnostics: Diagnostic[],
  environment?: string,
): Requirement | null {
  const text = formatContext(node, diagnostics, environment);
  if (text === null) return null;
  if (text === node.string())
    return requirementFromPep508(node.parse(parseRequirement), node.origin, membership, diagnostics);
  let parsed: ReturnType<typeof parseRequirement>;
  try {
    parsed = parseRequirement(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    throw node.error(error.message, node.string());
  }
  const requirement = requirementFromPep508(parsed, node.origin, membership, diagnostics);
  const inside = /^file:\/\/(?:localhost)?\/%7Broot%7D([^#?]*)/.exec(parsed.url ?? "")?.[1];
  if (inside === undefined) return requirement;
  const path = normalizePath(`./${decoded(inside)}`);
  return { ...requirement, source: { kind: "path", path, base: dirname(node.document.file), editable: false } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The text with its fields filled in, `{{` and `}}` being braces; null, and told, where only the machine tells one. */
function formatContext(node: TomlNode, diagnostics: Diagnostic[], environment: string | undefined): string | null {
  let isKnown = true;
  const text = node.string().replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (field, content?: string) => {
    if (content === undefined) {
      if (field.length === 2) return field.slice(1);
      throw node.error("a brace that belongs to no context field is written twice", field);
    }
    const [name = "", ...modifiers] = content.split(":");
    if (name === "/") return "/";
    if (name === ";") return ":";
    if (name === "env_name" && environment !== undefined) return environment;
    if (name === "root") {
      const parents = modifiers.findIndex((modifier) => modifier !== "parent");
      const rest = parents < 0 ? [] : modifiers.slice(parents);
      const up = "/..".repeat(parents < 0 ? modifiers.length : parents);
      if (rest.length === 0 || (rest.length === 1 && rest[0] === "real")) return `${ROOT}${up}`;
      if (rest.length === 1 && rest[0] === "uri") return `file://${ROOT}${up}`;
    } else if (name === "env" || (name === "matrix" && environment !== undefined)) {
      const [variable = "", ...otherwise] = modifiers;
      if (otherwise.length > 0) {
        const message = `{${name}:${variable}} is taken by its default: the output must not depend on where it is made`;
        diagnostics.push({ severity: "note", message, origin: node.origin });
        return otherwise.join(":");
      }
    } else if (name !== "home" && !(environment !== undefined && /^(?:args|env_type|verbosity)$/.test(name)))
      throw node.error(`there is no context field ${name}`, field);
    const message = `this is left out: what ${field} stands for is only known where Hatch runs`;
    diagnostics.push({ severity: "warning", message, origin: node.origin });
    isKnown = false;
    return field;
  });
  return isKnown ? text : null;
}
