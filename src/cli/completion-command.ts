// `py2nix completion`: the script that makes a shell complete py2nix's command line.

import { nearest } from "../nearest.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { completionScript, SHELLS } from "./completion.ts";
import { loadManual } from "./manual.ts";
import { UsageError } from "./options.ts";
import { writeResult } from "./terminal.ts";

export const completionCommand: Command = {
  options: {},
  takes: { describe: "the shell: bash, zsh or fish", otherwise: "an error", words: SHELLS },
  examples: [
    ["completion bash > py2nix.bash", "for bash, to be sourced by .bashrc"],
    ["completion zsh > _py2nix", "for zsh, into a folder of its fpath"],
    ["completion fish > py2nix.fish", "for fish, into its folder completions"],
  ],
  run: async (_: unknown, { names }: Invocation) => {
    const [name = "", ...rest] = names;
    const shell = SHELLS.find((known) => known === name);
    if (shell === undefined || rest.length > 0) {
      const meant = nearest(name, SHELLS);
      const known = `completion takes one of ${SHELLS.join(", ")}`;
      throw new UsageError(meant === null || rest.length > 0 ? known : `${known}; did you mean ${meant}?`);
    }
    await writeResult(completionScript(shell, await loadManual()));
    return EXIT.done;
  },
};
