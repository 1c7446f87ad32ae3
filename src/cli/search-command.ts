// `py2nix search`: what nixpkgs has of PyPI projects.

import { InputError } from "../diagnostics.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { type Finding, findProject } from "../nixpkgs/search.ts";
import { isValidName, normalizeName } from "../pep/pep503.ts";
import { formatJson } from "../report/json.ts";
import { formatFindings } from "../report/search.ts";
import { formatDiagnostic } from "../report/summary.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { realFiles } from "./files.ts";
import { INDEX_OPTION, openIndex } from "./index-choice.ts";
import { type Given, type Options, UsageError } from "./options.ts";
import { paintFor, writeNotes, writeResult } from "./terminal.ts";

const OPTIONS = {
  python: {
    kind: "value",
    section: "Selection",
    describe: "the interpreter, such as 3.12, instead of nixpkgs' default",
  },
  "allow-unfree": { kind: "flag", section: "Decisions", describe: "take packages with an unfree licence" },
  json: { kind: "flag", section: "Output", describe: "as JSON" },
  ...INDEX_OPTION,
} as const satisfies Options;

export const searchCommand: Command = {
  options: OPTIONS,
  takes: { describe: "names of projects, as in the package index", otherwise: "at least one" },
  examples: [
    ["search flask numpy", "under which attributes, in which versions"],
    ["search opencv-python --json", "as JSON"],
  ],
  run: async (given: Given<typeof OPTIONS>, { names, dataFolder }: Invocation) => {
    if (names.length === 0) throw new UsageError("name what to search for");
    const { index, diagnostics } = openIndex(given.index, ".", realFiles, dataFolder);
    const paint = paintFor("stderr");
    for (const diagnostic of diagnostics) writeNotes(`${formatDiagnostic(diagnostic, paint)}\n`);
    const ofUser = index.withOptions({ allowUnfree: given["allow-unfree"] });
    const findings = findingsFor(names, ofUser, given.python);
    await writeResult(given.json ? formatJson(findings) : formatFindings(findings, paintFor("stdout")));
    return findings.every(({ from }) => from !== "nowhere") ? EXIT.done : EXIT.failed;
  },
};

/** What an index has of some names. Throws an InputError for what can be no name, or no interpreter. */
export function findingsFor(names: readonly string[], index: NixpkgsIndex, python: string | null): Finding[] {
  const { release } = index;
  const digits = python === null ? null : /^(?:python)?3\.?([0-9]{1,2})$/.exec(python)?.[1];
  const interpreter = python === null ? release.default : `python3${digits ?? ""}`;
  if (!release.sets.includes(interpreter))
    throw new InputError(`this index has no packages for Python ${python}`, {
      hint: `It has them for ${release.sets.map((set) => release.interpreters[set] ?? set).join(", ")}.`,
    });
  return names.map((name) => {
    if (!isValidName(name)) throw new InputError(`${name} is no name of a project`);
    return findProject(name, normalizeName(name), index, interpreter);
  });
}
