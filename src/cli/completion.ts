// Completion scripts for shells, made from the tables of commands and options.

import { choicesOf, type ManualEntry } from "./manual.ts";
import type { Option, Options } from "./options.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** The script for a shell. */
export function completionScript(shell: Shell, entries: readonly ManualEntry[]): string {
  const lines = { bash: bashLines, zsh: zshLines, fish: fishLines }[shell](entries);
  return `${lines.join("\n")}\n`;
}

/** Text as one word of each of the shells. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** An option as it is written: `-o` and `--output`. */
function writtenOf(name: string, { alias }: Option): string[] {
  return [...(alias === undefined ? [] : [`-${alias}`]), `--${name}`];
}

function defaultName(entries: readonly ManualEntry[]): string {
  return entries.find(({ isDefault }) => isDefault)?.name ?? "";
}

// ---- bash ---------------------------------------------------------------------------------------------------

/** Where nothing is completed, bash completes files: `-o default`. It breaks words at `=`, too. */
function bashLines(entries: readonly ManualEntry[]): string[] {
  const names = entries.map(({ name }) => name);
  return [
    "# Completion of py2nix for bash.",
    "_py2nix() {",
    "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command options= words=",
    "  if [[ $current == = ]]; then",
    "    current=",
    "  elif [[ $previous == = ]]; then",
    "    previous=${COMP_WORDS[COMP_CWORD - 2]}",
    "  fi",
    `  command=${defaultName(entries)}`,
    `  case \${COMP_WORDS[1]} in ${names.join(" | ")}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;; esac`,
    "  COMPREPLY=()",
    "  case $command:$previous in",
    ...entries.flatMap(({ name, options }) => bashValues(name, options)),
    "  esac",
    "  case $command in",
    ...entries.map(({ name, options, takes }) => {
      const words = Object.entries(options).flatMap(([option, value]) => writtenOf(option, value));
      const plain = takes?.words ?? [];
      return `    ${name}) options=${quoted(words.join(" "))} words=${quoted(plain.join(" "))} ;;`;
    }),
    "  esac",
    "  if [[ $current == -* ]]; then",
    '    COMPREPLY=($(compgen -W "$options" -- "$current"))',
    "  elif ((COMP_CWORD == 1)); then",
    `    COMPREPLY=($(compgen -W ${quoted(names.join(" "))} -- "$current"))`,
    "  else",
    '    COMPREPLY=($(compgen -W "$words" -- "$current"))',
    "  fi",
    "}",
    "complete -o bashdefault -o default -F _py2nix py2nix",
  ].map((line) => line.replace("command options= words=", "command options= words="));
}

function bashValues(command: string, options: Options): string[] {
  return Object.entries(options).flatMap(([name, option]) => {
    if (option.kind === "flag") return [];
    const pattern = writtenOf(name, option)
      .map((word) => `${command}:${word}`)
      .join(" | ");
    const choices = choicesOf(option);
    if (choices === null) return [`    ${pattern}) return ;;`];
    return [`    ${pattern}) COMPREPLY=($(compgen -W ${quoted(choices.join(" "))} -- "$current")); return ;;`];
  });
}

// ---- zsh ----------------------------------------------------------------------------------------------------

function zshLines(entries: readonly ManualEntry[]): string[] {
  return [
    "#compdef py2nix",
    "# Completion of py2nix for zsh.",
    "_py2nix_commands() {",
    "  local -a commands=(",
    ...entries.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`),
    "  )",
    "  _describe command commands",
    "}",
    "_py2nix() {",
    `  local command=${defaultName(entries)} first='*:file:_files'`,
    "  if ((CURRENT == 2)); then",
    "    first='*:command or file:{_py2nix_commands; _files}'",
    "  else",
    `    case $words[2] in (${entries.map(({ name }) => name).join("|")})`,
    "      command=$words[2]",
    "      shift words",
    "      ((CURRENT--)) ;;",
    "    esac",
    "  fi",
    "  case $command in",
    ...entries.flatMap(({ name, options, takes }) => [
      `    ${name})`,
      "      _arguments \\",
      ...Object.entries(options).flatMap(([option, value]) => zshOption(option, value)),
      `        ${zshWords(takes)} ;;`,
    ]),
    "  esac",
    "}",
    "# Read by its name from fpath, or by source.",
    'if [[ $funcstack[1] == _py2nix ]]; then _py2nix "$@"; else compdef _py2nix py2nix; fi',
  ];
}

function zshOption(name: string, option: Option): string[] {
  const describe = `[${option.describe.replace(/[[\]:\\]/g, "\\$&")}]`;
  const repeated = option.kind === "list" ? "*" : "";
  const value = (separator: string) => {
    if (option.kind === "flag") return describe;
    const choices = choicesOf(option);
    const isPath = option.kind === "value" && option.isPath;
    const action = choices ? `(${choices.join(" ")})` : isPath ? "_files" : " ";
    return `${separator}${describe}:${name}:${action}`;
  };
  return [
    ...(option.alias === undefined ? [] : [`        ${quoted(`${repeated}-${option.alias}${value("")}`)} \\`]),
    `        ${quoted(`${repeated}--${name}${value("=")}`)} \\`,
  ];
}

function zshWords(takes: ManualEntry["takes"]): string {
  if (takes === undefined || takes.arePaths) return '"$first"';
  return takes.words ? quoted(`1:word:(${takes.words.join(" ")})`) : quoted("*:word: ");
}

// ---- fish ---------------------------------------------------------------------------------------------------

function fishLines(entries: readonly ManualEntry[]): string[] {
  const names = entries.map(({ name }) => name);
  return [
    "# Completion of py2nix for fish.",
    "function __py2nix_is --description 'whether a command of py2nix is meant'",
    "  set -l words (commandline -opc)",
    `  set -l command ${defaultName(entries)}`,
    `  if contains -- "$words[2]" ${names.join(" ")}`,
    "    set command $words[2]",
    "  end",
    '  test "$command" = "$argv[1]"',
    "end",
    "complete -c py2nix -e",
    ...entries.map(
      ({ name, summary }) =>
        `complete -c py2nix -n 'test (count (commandline -opc)) -eq 1' -a ${name} -d ${fish(summary)}`,
    ),
    ...entries.flatMap(({ name, options, takes }) => {
      const where = `complete -c py2nix -n ${fish(`__py2nix_is ${name}`)}`;
      return [
        ...(takes === undefined || takes.arePaths ? [] : [`${where} -f`]),
        ...(takes?.words ? [`${where} -a ${fish(takes.words.join(" "))}`] : []),
        ...Object.entries(options).map(([option, value]) => `${where} ${fishOption(option, value)}`),
      ];
    }),
  ];
}

function fishOption(name: string, option: Option): string {
  const short = option.alias === undefined ? "" : ` -s ${option.alias}`;
  const choices = choicesOf(option);
  const isPath = option.kind === "value" && option.isPath;
  const value = option.kind === "flag" ? "" : choices ? ` -x -a ${fish(choices.join(" "))}` : isPath ? " -r -F" : " -x";
  return `-l ${name}${short}${value} -d ${fish(option.describe)}`;
}

/** Between single quotes fish takes a backslash before another and before the quote. */
function fish(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
