// `py2nix parse`: what is read of a project, before any decision.

import { formatJson } from "../report/json.ts";
import { projectToJson } from "../report/project-json.ts";
import { formatListing } from "../report/project-listing.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { realFiles } from "./files.ts";
import { inputsOf, loadInputs } from "./inputs.ts";
import type { Given, Options } from "./options.ts";
import { DEFAULT_LOCK, INPUT_OPTIONS } from "./shared-options.ts";
import { paintFor, writeResult } from "./terminal.ts";

const OPTIONS = {
  json: { kind: "flag", section: "Output", describe: "as JSON, in the shape of schema/project-1.schema.json" },
  ...INPUT_OPTIONS,
} as const satisfies Options;

export const parseCommand: Command = {
  options: OPTIONS,
  examples: [
    ["parse", "what this folder has"],
    ["parse 'requirements/*.in'", "what several files have"],
    ["parse uv.lock --json > project.json", "all of it as JSON"],
  ],
  run: async (given: Given<typeof OPTIONS>, { names }: Invocation) => {
    const { project } = loadInputs(await inputsOf(names, realFiles), realFiles, {
      format: given.format,
      lock: given.lock ?? DEFAULT_LOCK,
    });
    const text = given.json ? formatJson(projectToJson(project)) : formatListing(project, paintFor("stdout"));
    await writeResult(text);
    return EXIT.done;
  },
};
