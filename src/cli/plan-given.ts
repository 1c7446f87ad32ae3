// What explain, graph and report begin with: the plan that the options ask for, and the index that it goes by.

import { realFiles } from "./files.ts";
import { type INDEX_OPTION, openIndex } from "./index-choice.ts";
import { inputsOf } from "./inputs.ts";
import type { Given } from "./options.ts";
import { makePlan, type Planned, settingsFolder } from "./planning.ts";
import { type POLICY_OPTIONS, policyOf, type SELECTION_OPTIONS, selectionOf } from "./shared-options.ts";

type PlanGiven = Given<typeof SELECTION_OPTIONS & typeof POLICY_OPTIONS & typeof INDEX_OPTION> & {
  readonly lock: string | null;
  readonly format: string | null;
};

/** `names` are the files. Throws an InputError. */
export async function planGiven(given: PlanGiven, names: readonly string[], dataFolder: string): Promise<Planned> {
  const inputs = await inputsOf(names, realFiles);
  const { index, diagnostics } = openIndex(given.index, settingsFolder(inputs, realFiles), realFiles, dataFolder);
  return makePlan(
    { inputs, ...policyOf(given), format: given.format, lock: given.lock, selection: selectionOf(given), diagnostics },
    realFiles,
    index,
  );
}
