// `py2nix explain`: why each dependency comes from where it does.

import { InputError } from "../diagnostics.ts";
import { nearest } from "../nearest.ts";
import { normalizeName } from "../pep/pep503.ts";
import { explain, formatExplanations } from "../report/explain.ts";
import { formatJson } from "../report/json.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { INDEX_OPTION } from "./index-choice.ts";
import type { Given, Options } from "./options.ts";
import { planGiven } from "./plan-given.ts";
import { refuseFallbacks } from "./planning.ts";
import { FILE_OPTION, INPUT_OPTIONS, POLICY_OPTIONS, SELECTION_OPTIONS } from "./shared-options.ts";
import { paintFor, writeResult } from "./terminal.ts";

const OPTIONS = {
  ...FILE_OPTION,
  json: { kind: "flag", section: "Output", describe: "as JSON" },
  ...SELECTION_OPTIONS,
  ...POLICY_OPTIONS,
  ...INPUT_OPTIONS,
  ...INDEX_OPTION,
} as const satisfies Options;

export const explainCommand: Command = {
  options: OPTIONS,
  takes: { describe: "names of dependencies", otherwise: "all of them" },
  examples: [
    ["explain", "every dependency of this folder's project"],
    ["explain numpy pandas", "two of them"],
    ["explain -f uv.lock --json", "all as JSON"],
  ],
  run: async (given: Given<typeof OPTIONS>, { names, dataFolder }: Invocation) => {
    const { plan, index } = await planGiven(given, given.file, dataFolder);
    const wanted = new Set(names.map(normalizeName));
    const known = plan.decisions.map(({ key }) => key);
    for (const name of wanted) {
      if (known.includes(name)) continue;
      const meant = nearest(name, known);
      throw new InputError(`nothing here asks for ${name}`, {
        hint: meant === null ? "py2nix explain lists all dependencies." : `Did you mean ${meant}?`,
      });
    }
    const all = explain(plan, index);
    const shown = wanted.size === 0 ? all : all.filter(({ name }) => wanted.has(normalizeName(name)));
    const text = given.json ? formatJson(shown) : formatExplanations(shown, paintFor("stdout"));
    await writeResult(text);
    if (given.strict) refuseFallbacks(plan);
    return EXIT.done;
  },
};
