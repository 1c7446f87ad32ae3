// Options that several commands have.

import { ALL_FORMAT_NAMES } from "../manifests/load.ts";
import type { Selection } from "../resolver/selection.ts";
import type { SettingsOptions } from "../settings/options.ts";
import type { Given, Options } from "./options.ts";
import { COLOURS } from "./terminal.ts";

export const DEFAULT_LOCK = "auto";

/** How the files are read. */
export const INPUT_OPTIONS = {
  lock: {
    kind: "value",
    section: "Input",
    default: DEFAULT_LOCK,
    isPath: (value) => value !== "auto" && value !== "none",
    describe: "the lock file; auto for the one beside the manifest, none for none",
  },
  format: {
    kind: "value",
    section: "Input",
    choices: ALL_FORMAT_NAMES,
    describe: "what the files are, whatever they are called",
  },
} as const satisfies Options;

/** Every command has them. */
export const COMMON_OPTIONS = {
  color: {
    kind: "value",
    section: "Options",
    choices: COLOURS,
    default: "auto",
    describe: "colour; auto for a terminal, unless NO_COLOR is set",
    isPassing: true,
  },
  limit: {
    kind: "list",
    section: "Options",
    describe: "NAME=VALUE: how much is taken of what others wrote, such as file-size=128MiB",
    isPassing: true,
  },
} as const satisfies Options;

/** How much is told beside the result. */
export const QUIET_OPTIONS = {
  quiet: { kind: "flag", alias: "q", section: "Output", describe: "tell nothing but errors", isPassing: true },
  verbose: {
    kind: "flag",
    alias: "v",
    section: "Output",
    describe: "tell every note, and why each dependency comes from nixpkgs",
    isPassing: true,
  },
} as const satisfies Options;

/** The files of commands whose words are names of dependencies. */
export const FILE_OPTION = {
  file: {
    kind: "list",
    alias: "f",
    section: "Input",
    describe: "a manifest, lock file or folder, instead of this folder",
  },
} as const satisfies Options;

/** What of a project is wanted. */
export const SELECTION_OPTIONS = {
  group: { kind: "list", section: "Selection", describe: "add a dependency group" },
  "all-groups": { kind: "flag", section: "Selection", describe: "add every dependency group" },
  "no-group": { kind: "list", section: "Selection", describe: "leave a group out, whatever else asks for it" },
  "only-group": {
    kind: "list",
    section: "Selection",
    describe: "a group alone, without the project's own dependencies",
  },
  "no-default-groups": {
    kind: "flag",
    section: "Selection",
    describe: "leave out the groups that nobody has to ask for",
  },
  extra: { kind: "list", section: "Selection", describe: "add an extra of the project" },
  "all-extras": { kind: "flag", section: "Selection", describe: "add every extra" },
  package: { kind: "list", section: "Selection", describe: "a member of the workspace, instead of the project" },
  "build-system": { kind: "flag", section: "Selection", describe: "add what the project is built with" },
} as const satisfies Options;

/** Where dependencies may come from. */
export const POLICY_OPTIONS = {
  python: {
    kind: "value",
    section: "Selection",
    describe: "the interpreter, such as 3.12, whatever the project requires",
  },
  match: {
    kind: "list",
    section: "Decisions",
    describe:
      "which versions of nixpkgs are taken: compatible (in the declared ranges), exact (the lock's) or any; NAME=any for one project",
  },
  map: { kind: "list", section: "Decisions", describe: "NAME=ATTRIBUTE: what stands for a project in nixpkgs" },
  "from-pip": { kind: "list", section: "Decisions", describe: "a project that pip is to bring" },
  "from-nixpkgs": {
    kind: "list",
    section: "Decisions",
    describe: "a project that nixpkgs is to bring, in any version",
  },
  library: { kind: "list", section: "Decisions", describe: "a library of nixpkgs that wheels load" },
  "allow-unfree": { kind: "flag", section: "Decisions", describe: "take packages with an unfree licence" },
  "no-project": { kind: "flag", section: "Decisions", describe: "do not install the project itself" },
  strict: {
    kind: "flag",
    section: "Decisions",
    describe: "fail (exit code 1) when anything does not come from nixpkgs",
    isPassing: true,
  },
} as const satisfies Options;

/** The policy as settings have it. */
export function policyOf(given: Given<typeof POLICY_OPTIONS>): SettingsOptions {
  return {
    python: given.python,
    match: given.match,
    map: given.map,
    fromPip: given["from-pip"],
    fromNixpkgs: given["from-nixpkgs"],
    library: given.library,
    allowUnfree: given["allow-unfree"],
    project: given["no-project"] ? false : null,
  };
}

export function selectionOf(given: Given<typeof SELECTION_OPTIONS>): Selection {
  return {
    groups: given.group,
    allGroups: given["all-groups"],
    noGroups: given["no-group"],
    onlyGroups: given["only-group"],
    defaultGroups: !given["no-default-groups"],
    extras: given.extra,
    allExtras: given["all-extras"],
    members: given.package,
    buildSystem: given["build-system"],
  };
}
