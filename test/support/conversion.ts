// Conversions without a command line: texts or a fixture in, a Nix file and its plan out.

import { type ConvertOptions, convert } from "../../src/cli/convert.ts";
import { embeddedIndex } from "../../src/cli/embedded-index.ts";
import { realFiles } from "../../src/cli/files.ts";
import { InputError } from "../../src/diagnostics.ts";
import { type Files, filesFromTable } from "../../src/manifests/files.ts";
import { discoverManifests, loadProject } from "../../src/manifests/load.ts";
import { joinPath } from "../../src/paths.ts";
import type { Plan } from "../../src/resolver/plan.ts";
import { resolve } from "../../src/resolver/resolve.ts";
import { DEFAULT_SELECTION } from "../../src/resolver/selection.ts";
import { dataFolder } from "./paths.ts";

/** The index that comes with the program. */
export const embedded = embeddedIndex(dataFolder);

export const DEFAULTS: ConvertOptions = {
  inputs: [],
  output: null,
  style: "shell",
  pin: false,
  python: null,
  lock: "auto",
  format: null,
  selection: DEFAULT_SELECTION,
  command: () => ["convert", "-o", "shell.nix"],
};

/** Real files as seen from a folder, so that no path of this machine gets into a result. */
export function filesIn(folder: string): Files {
  const hide = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof InputError) throw new InputError(error.message.replaceAll(`${folder}/`, ""));
      throw error;
    }
  };
  return {
    read: (path) => hide(() => realFiles.read(joinPath(folder, path))),
    list: (path) => realFiles.list(joinPath(folder, path)),
    kind: (path) => realFiles.kind(joinPath(folder, path)),
  };
}

/** Converts a table of files by the embedded index. */
export function convertTexts(
  table: Readonly<Record<string, string>>,
  options: Partial<ConvertOptions> = {},
): ReturnType<typeof convert> {
  return convert({ ...DEFAULTS, ...options }, filesFromTable(table), embedded);
}

/** The plan for a table of files by the embedded index: of those named, or of all that the folder has. */
export function planOf(table: Readonly<Record<string, string>>, inputs: readonly string[] = []): Plan {
  const files = filesFromTable(table);
  const names = inputs.length > 0 ? inputs : discoverManifests(".", files).manifests;
  const project = loadProject(names, files, { format: null, lock: "auto" });
  return resolve(project, embedded, { selection: DEFAULT_SELECTION, python: null });
}

/** The Nix file of one requirements.txt, without its header. */
export function nixOf(requirements: string): string {
  return withoutHeader(convertTexts({ "requirements.txt": requirements }).text);
}

/** The file without its comment at the top, which names the inputs. */
export function withoutHeader(text: string): string {
  return text.replace(/^(?:#.*\n)+/, "");
}
