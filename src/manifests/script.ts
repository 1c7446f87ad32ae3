// PEP 723: the metadata of a single-file script, in a comment block.

import { type Diagnostic, type Excerpt, InputError, type Origin } from "../diagnostics.ts";
import { EMPTY_PROJECT, MAIN_GROUP, type Project } from "../project.ts";
import { readRequiresPython, requirementFromNode } from "./pep621.ts";
import { type NodeDocument, TomlDocument, TomlNode } from "./toml.ts";
import type { TomlPath } from "./toml-positions.ts";

/** Whether a text has a block of script metadata. */
export function hasScriptBlock(text: string): boolean {
  return blocks(normalizeLineEnds(text)).length > 0;
}

/**
 * Reads the `script` block of a Python file. Keys other than `requires-python` and `dependencies` are an error, as the
 * PEP reserves them; [tool.uv] is told. Throws an InputError where there is no block, or more than one.
 */
export function readScript(text: string, file: string): Project {
  const root = scriptMetadata(text, file);
  const diagnostics: Diagnostic[] = [];
  const python = root.get("requires-python");
  const requirements = (root.get("dependencies")?.items() ?? []).map((item) =>
    requirementFromNode(item, { group: MAIN_GROUP, extra: null }, diagnostics),
  );
  for (const [key, node] of root.entries())
    if (!["requires-python", "dependencies", "tool"].includes(key))
      throw node.error(`${key} is no key of script metadata: it has dependencies, requires-python and tool`);
  for (const [key, node] of root.at("tool", "uv")?.entries() ?? []) {
    const consequence = UNREAD.get(key);
    if (consequence)
      diagnostics.push({ severity: "warning", message: `[tool.uv] ${key} ${consequence}`, origin: node.origin });
  }
  return {
    ...EMPTY_PROJECT,
    requirements,
    requiresPython: python ? readRequiresPython(python) : [],
    diagnostics,
    files: [file],
  };
}

const UNREAD: ReadonlyMap<string, string> = new Map([
  ["sources", "are not used: the packages come from the index"],
  ["index", "is not used: pip asks its own index"],
  ["constraint-dependencies", "are not in the shell"],
  ["override-dependencies", "are not in the shell"],
  ["exclude-newer", "is not used"],
]);

/** The root of the metadata, its places being those in the script. Throws an InputError. */
export function scriptMetadata(text: string, file: string): TomlNode {
  const source = normalizeLineEnds(text);
  const [block, second] = blocks(source);
  if (!block) {
    const open = source.split("\n").findIndex((line) => /^# \/\/\/ script\s*$/.test(line));
    const message =
      open < 0 ? "this script has no `# /// script` block" : "this `# /// script` block has no end: `# ///`";
    throw new InputError(message, { origin: { file, line: open + 1 || 1 } });
  }
  if (second)
    throw new InputError("this is the second `# /// script` block: a script has one", {
      origin: { file, line: second.line },
    });
  return new ScriptDocument(source, file, block).root;
}

interface Block {
  /** The line of its first `# ///`, from 1. */
  readonly line: number;
  readonly content: string;
}

function normalizeLineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/**
 * The `script` blocks that the PEP's expression finds, in which `$` is before a line feed or at the end:
 * `(?m)^# /// (?P<type>[a-zA-Z0-9-]+)$\s(?P<content>(^#(| .*)$\s)+)^# ///$`. It goes on to the last end among comment
 * lines that follow each other, so that these have one block at most. To look for it from each beginning would take the
 * square of a file's length.
 */
function blocks(source: string): Block[] {
  const lines = source.split("\n");
  const found: Block[] = [];
  for (let first = 0; first < lines.length; first++) {
    if (!isComment(lines[first])) continue;
    let next = first;
    while (isComment(lines[next])) next++;
    const comments = lines.slice(first, next);
    const end = comments.lastIndexOf("# ///");
    const start = comments.findIndex((line) => /^# \/\/\/ [a-zA-Z0-9-]+$/.test(line));
    if (start >= 0 && end > start + 1 && comments[start] === "# /// script")
      found.push({ line: first + start + 1, content: `${comments.slice(start + 1, end).join("\n")}\n` });
    first = next;
  }
  return found;
}

function isComment(line: string | undefined): boolean {
  return line === "#" || line?.startsWith("# ") === true;
}

/** The TOML of a block, each place moved to where it stands in the script. */
class ScriptDocument implements NodeDocument {
  readonly root: TomlNode;
  readonly #toml: TomlDocument;

  constructor(
    readonly text: string,
    readonly file: string,
    private readonly block: Block,
  ) {
    const lines = block.content.split("\n").map((line) => (line.startsWith("# ") ? line.slice(2) : line.slice(1)));
    try {
      this.#toml = new TomlDocument(lines.join("\n"), file);
    } catch (error) {
      if (!(error instanceof InputError) || !error.origin) throw error;
      const origin = this.#moved(error.origin);
      const span = error.excerpt?.span ?? { start: 0, end: 1 };
      throw new InputError(error.message, {
        origin,
        excerpt: { line: this.#line(origin), span: { start: span.start + 2, end: span.end + 2 } },
        ...(error.hint ? { hint: error.hint } : {}),
      });
    }
    this.root = new TomlNode(this, [], this.#toml.root.value);
  }

  #moved(origin: Origin): Origin {
    return { ...origin, line: origin.line + this.block.line, column: (origin.column ?? 1) + 2 };
  }

  #line({ line }: Origin): string {
    return this.text.split("\n")[line - 1] ?? "";
  }

  origin(path: TomlPath): Origin {
    return this.#moved(this.#toml.origin(path));
  }

  excerpt(origin: Origin, text: string, span: Excerpt["span"]): Excerpt {
    const line = this.#line(origin);
    const from = (origin.column ?? 1) - 1;
    const at = text === "" ? -1 : line.indexOf(text, from);
    return at < 0
      ? { line, span: { start: from, end: line.length } }
      : { line, span: { start: at + span.start, end: at + span.end } };
  }
}
