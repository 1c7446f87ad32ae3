// Lines that `init` adds to files that people write: .gitignore and pre-commit's configuration. What stands in them stays
// as it is.

import { InputError } from "../diagnostics.ts";
import { readYaml } from "../manifests/yaml.ts";

/** The hooks that a configuration of pre-commit can have of py2nix. */
const HOOKS: ReadonlySet<string> = new Set(["py2nix-update", "py2nix-check"]);

/** A text with lines at its end, where it does not ignore those folders already; the same text where it has all. */
export function withIgnored(text: string, folders: readonly string[], ignored: ReadonlySet<string>): string {
  const missing = folders.filter((folder) => !ignored.has(folder));
  if (missing.length === 0) return text;
  const end = lineEnd(text);
  const before = text === "" || text.endsWith("\n") ? text : `${text}${end}`;
  return `${before}${missing.map((folder) => `${folder}/${end}`).join("")}`;
}

/** The folders that the lines of a .gitignore name without saying where. */
export function ignoredFolders(text: string): ReadonlySet<string> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return new Set(lines.flatMap((line) => /^(?:\*\*\/|\/)?([^/*!#]+)\/?$/.exec(line)?.[1] ?? []));
}

/** How pre-commit is told of the hook: by the py2nix that is on PATH, since a configuration may not name where it is from. */
export const HOOK_LINES: readonly string[] = [
  "- repo: local",
  "  hooks:",
  "    - id: py2nix-update",
  "      name: py2nix update",
  "      entry: py2nix update --recursive",
  "      language: system",
  "      pass_filenames: false",
];

/**
 * A configuration of pre-commit (null for none yet) with the hook at the end of its `repos`, and nothing else changed; the
 * same text where it has a hook of py2nix. Null where that place is not found for sure.
 */
export function withHook(text: string | null, files: string): string | null {
  const hook = [...HOOK_LINES, `      files: ${yamlString(files)}`];
  if (text === null || text.trim() === "") return `repos:\n${indented(hook, 2).join("\n")}\n`;
  const before = reposOf(text);
  if (before === null) return null;
  if (before.some(hasHook)) return text;
  const result = inserted(text, hook);
  // What comes out must be the configuration as it was, with one repository more.
  const after = result === null ? null : reposOf(result);
  const isRight = after?.length === before.length + 1 && isSame(after.slice(0, -1), before) && hasHook(after.at(-1));
  return isRight ? result : null;
}

function inserted(text: string, hook: readonly string[]): string | null {
  const end = lineEnd(text);
  const lines = text.split(/\r?\n/);
  const key = lines.findIndex((line) => /^repos\s*:/.test(line));
  if (key < 0) return null;
  const empty = /^(repos\s*:)\s*\[\s*\](\s*(?:#.*)?)$/.exec(lines[key] ?? "");
  if (empty) {
    lines.splice(key, 1, `${empty[1]}${empty[2]}`, ...indented(hook, 2));
    return lines.join(end);
  }
  const isContent = (line: string) => line.trim() !== "" && !line.trim().startsWith("#");
  const first = lines.findIndex((line, at) => at > key && isContent(line));
  const indent = /^( *)- /.exec(lines[first] ?? "")?.[1]?.length;
  if (indent === undefined) return null;
  let last = first;
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (!isContent(line)) continue;
    const depth = line.length - line.trimStart().length;
    if (depth < indent || (depth === indent && !line.trimStart().startsWith("-"))) break;
    last = at;
  }
  lines.splice(last + 1, 0, ...indented(hook, indent));
  // The last line may have had no end.
  return lines.join(end) + (last + 1 + hook.length === lines.length ? end : "");
}

function reposOf(text: string): readonly unknown[] | null {
  try {
    const value = readYaml(text.replaceAll("\r\n", "\n"), ".pre-commit-config.yaml").root.value as {
      repos?: unknown;
    } | null;
    return Array.isArray(value?.repos) ? value.repos : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function hasHook(repository: unknown): boolean {
  const hooks = (repository as { hooks?: unknown } | null | undefined)?.hooks;
  return Array.isArray(hooks) && hooks.some((hook) => HOOKS.has(String((hook as { id?: unknown } | null)?.id)));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => `${" ".repeat(by)}${line}`);
}

/** The line ends that a text has. */
function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function yamlString(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
