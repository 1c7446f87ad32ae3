// docs/reference.md: its tables of commands and options are made from the program's own. `--update` writes them anew.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/cli/command.ts";
import { choicesOf, loadManual, type ManualEntry, valueName } from "../../src/cli/manual.ts";
import type { Option } from "../../src/cli/options.ts";
import { STYLES } from "../../src/shells/styles.ts";
import { root } from "../support/paths.ts";

const path = `${root}/docs/reference.md`;
const manual = await loadManual();

/** What every command has, so that it is told once. */
const COMMON = ["color", "help", "version"];

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

function optionRow(name: string, option: Option): string {
  const value = valueName(name, option);
  const written = [...(option.alias === undefined ? [] : [`-${option.alias}`]), `--${name}`];
  const ends = [
    ...(choicesOf(option)
      ? [
          `: ${choicesOf(option)
            ?.map((choice) => `\`${choice}\``)
            .join(", ")}`,
        ]
      : []),
    ...(option.kind === "value" && option.default !== undefined ? [`. Default: ${option.default}`] : []),
    ...(option.kind === "list" ? [". Repeatable"] : []),
  ];
  const spelt = `${written.join("`, `")}${value === null ? "" : ` ${value}`}`;
  return `| \`${cell(spelt)}\` | ${cell(option.describe)}${ends.join("")} |`;
}

function commandSection({ name, summary, isDefault, takes, options, examples }: ManualEntry): string {
  const words = takes?.describe ?? "manifests, lock files, folders, or patterns in quotes; `-` for standard input";
  const own = Object.entries(options).filter(([option]) => !COMMON.includes(option));
  const lines = [
    `### py2nix ${name}`,
    "",
    `    py2nix ${isDefault ? `[${name}]` : name} [options] [${takes && !takes.arePaths ? "words" : "files"}..]`,
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}. Words: ${words}; without any, ${takes?.otherwise ?? "this folder"}.`,
    "",
    ...(own.length > 0
      ? ["| option | meaning |", "|---|---|", ...own.map(([key, option]) => optionRow(key, option)), ""]
      : []),
    ...examples.map(([line, does]) => `- \`py2nix ${line}\`: ${does}`),
  ];
  return lines.join("\n");
}

const common = Object.entries(manual[0]?.options ?? {}).filter(([name]) => COMMON.includes(name));

/** The parts of the page that are made, by the name in their comments. */
const MADE: Readonly<Record<string, string>> = {
  commands: [
    ...manual.map(commandSection),
    [
      "### All commands",
      "",
      "| option | meaning |",
      "|---|---|",
      ...common.map(([name, option]) => optionRow(name, option)),
    ].join("\n"),
  ].join("\n\n"),
  "exit codes": [
    "| code | meaning |",
    "|---|---|",
    ...EXIT_CODES.map(([code, means]) => `| ${code} | ${cell(means)} |`),
  ].join("\n"),
  styles: [
    "| style | file | what it writes |",
    "|---|---|---|",
    ...STYLES.map(
      ({ name, fileName, summary }) =>
        `| \`${name}\` | ${fileName === null ? "a line" : `\`${fileName}\``} | ${cell(summary)} |`,
    ),
  ].join("\n"),
};

/** The page as it has to be. */
const current = Object.entries(MADE).reduce(
  (text, [name, made]) => {
    const part = new RegExp(`(<!-- made: ${name} -->\n)[^]*?(\n<!-- end -->)`);
    if (!part.test(text)) throw new Error(`docs/reference.md has no place for the ${name}`);
    return text.replace(part, (_, begin: string, end: string) => `${begin}\n${made}\n${end}`);
  },
  readFileSync(path, "utf8"),
);

describe("docs/reference.md", () => {
  it("has the program's own tables", async () => {
    await expect(current).toMatchFileSnapshot(path);
  });

  it("names every option of every command", () => {
    const names = manual.flatMap(({ options }) => Object.keys(options));
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !current.includes(`--${name}\``) && !current.includes(`--${name} `))).toEqual([]);
  });

  it("names every environment variable that the program reads", () => {
    const sources = readdirSync(`${root}/src/cli`, { encoding: "utf8" }).map((name) =>
      readFileSync(`${root}/src/cli/${name}`, "utf8"),
    );
    const read = sources.flatMap((source) => [
      ...[...source.matchAll(/process\.env\.([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name ?? ""),
      ...[...source.matchAll(/"(PY2NIX_[A-Z_]+)"/g)].map(([, name]) => name ?? ""),
      ...[...source.matchAll(/\b((?:PY2NIX|XDG)_[A-Z_]+):/g)].map(([, name]) => name ?? ""),
    ]);
    expect(read).toContain("NO_COLOR");
    expect(read).toContain("PY2NIX_CACHE_DIR");
    expect([...new Set(read)].filter((name) => !current.includes(`\`${name}\``))).toEqual([]);
  });
});
