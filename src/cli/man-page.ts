// The man page, in the man macros (groff_man(7)).

import { VERSION } from "../version.ts";
import { EXIT_CODES } from "./command.ts";
import { choicesOf, type ManualEntry, valueName } from "./manual.ts";
import type { Option } from "./options.ts";

const ENVIRONMENT: readonly (readonly [name: string, means: string])[] = [
  ["NO_COLOR", "where it is set and not empty, nothing is coloured, unless --color says otherwise"],
  ["TERM", "where it is dumb, nothing is coloured, either"],
  ["CI", "where it is set, py2nix init asks no questions"],
  ["PATH", "where py2nix init looks for direnv, and where the programs are that py2nix starts: nix and git"],
  ["PY2NIX_CACHE_DIR", "where the indexes are kept, instead of py2nix in $XDG_CACHE_HOME"],
  ["XDG_CACHE_HOME", "the folder of caches, instead of ~/.cache"],
  ["PY2NIX_CHANNELS_URL", "a mirror of Nix's channels, for py2nix index update"],
  ["PY2NIX_DEBUG", "where it is set, a bug is told with the place in the program"],
];

/** The page for these commands. */
export function manPage(entries: readonly ManualEntry[], version = VERSION): string {
  const lines = [
    '.\\" Made by scripts/build-man.mjs from the tables of options.',
    `.TH PY2NIX 1 "" "py2nix ${version}"`,
    ".SH NAME",
    "py2nix \\- turn a Python project's requirements and locks into a Nix shell",
    ".SH SYNOPSIS",
    ...entries.flatMap(({ name, isDefault, takes }) => [
      ...(name === entries[0]?.name ? [] : [".br"]),
      `.B py2nix ${isDefault ? `\\fR[\\fB${name}\\fR]` : roff(name)}`,
      `.RI [ options ] " " [ ${takes ? "words" : "files"} ...]`,
    ]),
    ".SH DESCRIPTION",
    ...paragraph(
      "py2nix reads the files that list a Python project's dependencies (pyproject.toml, requirements files, lock files and others) and writes the Nix file of a development shell: packages that nixpkgs has in a fitting version come from nixpkgs, the rest from pip in a virtual environment over them.",
    ),
    ".PP",
    ...paragraph(
      "A file that py2nix wrote begins with the command line that makes it again in its folder; update goes by that. What another made is never overwritten without --force.",
    ),
    ".SH COMMANDS",
    ...entries.flatMap(commandLines),
    ".SH EXIT STATUS",
    ...EXIT_CODES.flatMap(([code, means]) => [".TP", `.B ${code}`, ...paragraph(means)]),
    ".SH ENVIRONMENT",
    ...ENVIRONMENT.flatMap(([name, means]) => [".TP", `.B ${roff(name)}`, ...paragraph(means)]),
    ".SH FILES",
    ".TP",
    '.BR py2nix.toml ", " [tool.py2nix] " of " pyproject.toml',
    ...paragraph("what a project always wants of its conversion"),
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines({ name, summary, takes, options, examples }: ManualEntry): string[] {
  const words = takes?.describe ?? "manifests, lock files, folders, or patterns in quotes; - for standard input";
  return [
    `.SS py2nix ${roff(name)}`,
    ...paragraph(`${capitalized(summary)}. The words are ${words}; without any, ${takes?.otherwise ?? "this folder"}.`),
    ...Object.entries(options).flatMap(([option, value]) => optionLines(option, value)),
    ".PP",
    "Examples:",
    ...examples.flatMap(([line, does]) => [".TP", `.B py2nix ${roff(line)}`, ...paragraph(does)]),
  ];
}

function optionLines(name: string, option: Option): string[] {
  const value = valueName(name, option);
  const written = [...(option.alias === undefined ? [] : [`-${option.alias}`]), `--${name}`];
  const choices = choicesOf(option);
  const ends = [
    ...(choices ? [`: ${choices.join(", ")}`] : []),
    ...(option.kind === "value" && option.default !== undefined ? [` (default: ${option.default})`] : []),
    ...(option.kind === "list" ? ["; can be given several times"] : []),
  ];
  return [
    ".TP",
    `${written.map((word) => `\\fB${roff(word)}\\fR`).join(", ")}${value === null ? "" : ` \\fI${roff(value)}\\fR`}`,
    ...paragraph(`${option.describe}${ends.join("")}`),
  ];
}

/** Text as lines of a page, each sentence on its own. */
function paragraph(text: string): string[] {
  return roff(text)
    .split(/(?<=[.;]) /)
    .map((line) => (/^[.']/.test(line) ? `\\&${line}` : line));
}

/** Text so that nothing of it is a request or an escape of roff. */
function roff(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-").replaceAll("'", "\\(aq");
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
