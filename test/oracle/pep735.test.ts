// Dependency groups as we expand them against the `packaging` library, by stored answers and, where
// PY2NIX_ORACLE_PYTHON names a Python that has it, by asking again. PY2NIX_ORACLE_UPDATE=1 rewrites the answers.

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DependencyGroupError, expandGroups, type GroupEntry } from "../../src/pep/pep735.ts";
import { askScript } from "./ask.ts";
import { Choices } from "./generate.ts";

type Entry = string | { readonly "include-group": string };
type Groups = Readonly<Record<string, readonly Entry[]>>;
type Answer = readonly (readonly string[])[] | null;

const COUNT = 1000;
const STORED = new URL("./answers/pep735.json", import.meta.url);
const NAMES = ["dev", "test", "Docs", "docs", "lint.all", "lint_all", "a", "B-c", "typing"];

function generated(): Groups[] {
  const choices = new Choices(735);
  return Array.from({ length: COUNT }, () => {
    const names = choices.shuffle(NAMES).slice(0, 1 + choices.below(5));
    const entry = (): Entry =>
      choices.chance(0.6)
        ? choices.pick(["pytest", "sphinx>=7", "ruff==0.14.0", "coverage[toml]", 'tomli; python_version < "3.11"'])
        : { "include-group": choices.chance(0.9) ? choices.pick(names) : choices.pick(NAMES) };
    // Mostly without cycles: a group includes those before it.
    return Object.fromEntries(
      names.map((name, index) => [
        name,
        choices.list(0, 4, () => {
          const made = entry();
          if (typeof made === "string" || choices.chance(0.1)) return made;
          return index === 0 ? "packaging" : { "include-group": choices.pick(names.slice(0, index)) };
        }),
      ]),
    );
  });
}

function ourAnswer(groups: Groups): Answer {
  try {
    const expanded = expandGroups(
      Object.entries(groups).map(([name, entries]) => ({
        name,
        at: name,
        entries: entries.map(
          (entry): GroupEntry<string> =>
            typeof entry === "string"
              ? { kind: "requirement", at: entry }
              : { kind: "include", group: entry["include-group"], at: name },
        ),
      })),
    );
    return [...expanded.values()];
  } catch (error) {
    if (error instanceof DependencyGroupError) return null;
    throw error;
  }
}

test(`${COUNT} tables of dependency groups`, () => {
  const cases = generated();
  const python = process.env.PY2NIX_ORACLE_PYTHON;
  const asked = python ? askScript(python, "./pep735_answers.py", cases) : null;
  if (asked && process.env.PY2NIX_ORACLE_UPDATE === "1") {
    writeFileSync(
      STORED,
      `${JSON.stringify({ tool: asked.tool })}\n${asked.answers.map((answer) => JSON.stringify(answer)).join("\n")}\n`,
    );
  }
  const [, ...stored] = readFileSync(STORED, "utf8")
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  if (asked) expect(asked.answers).toEqual(stored);
  expect(cases.map(ourAnswer)).toEqual(stored);
  const refused = stored.filter((answer) => answer === null).length;
  expect(refused).toBeGreaterThan(COUNT / 10);
  expect(refused).toBeLessThan(COUNT * 0.9);
});
