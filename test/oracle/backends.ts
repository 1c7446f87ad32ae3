// The comparison of our reading of a project's metadata with what its build backend says: how a project is asked for,
// how our side answers, and how answers are stored.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { InputError } from "../../src/diagnostics.ts";
import { type Files, filesFromTable } from "../../src/manifests/files.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { normalizeName } from "../../src/pep/pep503.ts";
import { evaluateMarker } from "../../src/pep/pep508.ts";
import type { Project, Requirement } from "../../src/project.ts";
import { askScript } from "./ask.ts";

/** The files of a project by their paths. */
export type Tree = Readonly<Record<string, string>>;

/**
 * What a backend says: the range of interpreters, the extras, and for each requirement with nothing chosen and with
 * each extra whether it is wanted on each machine (`"010"`). Null for a project that it refuses.
 */
export type Answer = {
  readonly python: string;
  readonly extras: readonly string[];
  readonly requirements: Readonly<Record<string, Readonly<Record<string, string>>>>;
} | null;

export const MACHINES = [
  ["3.8.20", "win32", "Windows", "nt"],
  ["3.12.11", "linux", "Linux", "posix"],
  ["3.14.1", "darwin", "Darwin", "posix"],
].map(([full = "", sys_platform = "", platform_system = "", os_name = ""]) => ({
  os_name,
  sys_platform,
  platform_system,
  platform_machine: "x86_64",
  platform_release: "1",
  platform_version: "1",
  implementation_name: "cpython",
  platform_python_implementation: "CPython",
  implementation_version: full,
  python_full_version: full,
  python_version: full.split(".").slice(0, 2).join("."),
}));

/** `name[a,b]<2,>=1 @ URL`, all parts in an order of their own. */
export function textOf({ key, extras, constraint, source }: Requirement): string {
  const bracket = extras.length > 0 ? `[${extras.map(normalizeName).sort().join(",")}]` : "";
  const formatted = formatConstraint(constraint);
  const range = formatted === "*" ? "" : formatted.split(",").sort().join(",");
  return `${key}${bracket}${range}${source.kind === "url" ? ` @ ${source.url}` : ""}`;
}

export function ourAnswer(tree: Tree): Answer {
  const files: Files = filesFromTable(tree);
  let project: Project;
  try {
    project = readPyproject(tree["pyproject.toml"] ?? "", "pyproject.toml", files);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
  const extras = project.selectables.flatMap(({ kind, name }) => (kind === "extra" ? [name] : [])).sort();
  const requirements: Record<string, Record<string, string>> = {};
  for (const chosen of ["", ...extras]) {
    for (const requirement of project.requirements) {
      if (requirement.extra !== null && requirement.extra !== chosen) continue;
      const { marker } = requirement;
      const text = textOf(requirement);
      const truths = MACHINES.map((machine) => (marker && !evaluateMarker(marker, machine) ? "0" : "1")).join("");
      requirements[text] ??= {};
      requirements[text][chosen] = either(requirements[text][chosen] ?? "000", truths);
    }
  }
  const python = project.requiresPython.map(({ constraint }) => formatConstraint(constraint)).join(",");
  return { python: python.split(",").sort().join(","), extras, requirements };
}

function either(a: string, b: string): string {
  return [...a].map((truth, i) => (truth === "1" || b[i] === "1" ? "1" : "0")).join("");
}

/** Whether the Python has a tool, so that it can be asked: whether a statement that imports it succeeds. */
function canImport(python: string | undefined, statement: string): python is string {
  return python !== undefined && spawnSync(python, ["-c", statement]).status === 0;
}

/** What is stored: the tool and, by the name of a case, its answer. */
export type Stored = Readonly<Record<string, unknown>>;

/**
 * Reads the stored answers to `cases`. Where the statement `probe` finds the tool it is asked again, and where that is
 * wished its answers are stored anew; answers that changed are an error.
 */
export function storedAnswers(name: string, probe: string, cases: Readonly<Record<string, unknown>>): Stored {
  const file = new URL(`./answers/${name}.json`, import.meta.url);
  const python = process.env.PY2NIX_ORACLE_PYTHON;
  const asked = canImport(python, probe)
    ? askScript(python, `./${name}_answers.py`, Object.values(cases), { options: ["-B"] })
    : null;
  const answers = asked && {
    tool: asked.tool,
    ...Object.fromEntries(Object.keys(cases).map((key, i) => [key, asked.answers[i]])),
  };
  if (answers && process.env.PY2NIX_ORACLE_UPDATE === "1") {
    const lines = Object.entries(answers).map(([key, answer]) => `${JSON.stringify(key)}: ${JSON.stringify(answer)}`);
    writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
  }
  const stored: Stored = JSON.parse(readFileSync(file, "utf8"));
  if (answers && JSON.stringify(answers) !== JSON.stringify(stored))
    throw new Error(`the reference's answers differ from those that are stored:\n${JSON.stringify(answers, null, 1)}`);
  return stored;
}
