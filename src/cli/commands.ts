// The table of commands. A command's module is imported when it runs, or when its help is asked for.

import type { Command } from "./command.ts";

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** It is meant where no command is named. */
  readonly isDefault?: true;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "convert",
    summary: "write a Nix file for a project",
    isDefault: true,
    load: async () => (await import("./convert-command.ts")).convertCommand,
  },
  {
    name: "init",
    summary: "set a project up: its Nix file, .envrc, .gitignore and a pre-commit hook",
    load: async () => (await import("./init-command.ts")).initCommand,
  },
  {
    name: "update",
    summary: "make the Nix files again that py2nix made, with the options that they were made with",
    load: async () => (await import("./update-command.ts")).updateCommand,
  },
  {
    name: "explain",
    summary: "tell why each dependency comes from where it does",
    load: async () => (await import("./explain-command.ts")).explainCommand,
  },
  {
    name: "graph",
    summary: "draw the dependency graph, by where each package comes from",
    load: async () => (await import("./graph-command.ts")).graphCommand,
  },
  {
    name: "report",
    summary: "write a page on where dependencies come from, for a team",
    load: async () => (await import("./report-command.ts")).reportCommand,
  },
  {
    name: "index",
    summary: "keep indexes of other nixpkgs: list, update, build, use, show, diff, remove",
    load: async () => (await import("./index-command.ts")).indexCommand,
  },
  {
    name: "search",
    summary: "tell what nixpkgs has of a project, in which versions",
    load: async () => (await import("./search-command.ts")).searchCommand,
  },
  {
    name: "parse",
    summary: "show what is read of a project, as text or JSON",
    load: async () => (await import("./parse-command.ts")).parseCommand,
  },
  {
    name: "completion",
    summary: "print the script that completes command lines in bash, zsh or fish",
    load: async () => (await import("./completion-command.ts")).completionCommand,
  },
];
