// The options that decide what a file becomes: those of `convert`, and of the headers from which files are made again.

import { DEFAULT_STYLE, INSIDE_NAMES, STYLE_NAMES } from "./convert.ts";
import { INDEX_OPTION } from "./index-choice.ts";
import type { Given, Options } from "./options.ts";
import { INPUT_OPTIONS, POLICY_OPTIONS, SELECTION_OPTIONS } from "./shared-options.ts";

/** All that decides about the files. The header of a file has no other options. */
export const GENERATION_OPTIONS = {
  style: {
    kind: "value",
    section: "Output",
    choices: STYLE_NAMES,
    default: DEFAULT_STYLE,
    describe: "what kind of environment to write",
  },
  inside: {
    kind: "value",
    section: "Output",
    choices: INSIDE_NAMES,
    default: DEFAULT_STYLE,
    describe: "the style that a flake has inside",
  },
  pin: { kind: "flag", section: "Output", describe: "use the nixpkgs revision whose versions py2nix knows" },
  with: { kind: "list", section: "Output", describe: "add a package of nixpkgs by its attribute, such as git" },
  installer: {
    kind: "value",
    section: "Output",
    choices: ["pip", "uv"],
    default: "pip",
    describe: "what fills the virtual environment",
  },
  envrc: { kind: "flag", section: "Output", describe: "write direnv's .envrc too" },
  ...SELECTION_OPTIONS,
  ...POLICY_OPTIONS,
  ...INPUT_OPTIONS,
  ...INDEX_OPTION,
  output: {
    kind: "value",
    alias: "o",
    section: "Output",
    isPath: (value) => value !== "-",
    describe: "the file to write, instead of standard output",
  },
} as const satisfies Options;

export type GivenGeneration = Given<typeof GENERATION_OPTIONS>;
