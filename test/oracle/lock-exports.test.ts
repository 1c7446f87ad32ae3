// What py2nix takes of a lock against what PDM, Pipenv and Poetry export of it: name, version and hashes of every
// package, and where it is installed. The tools' answers are stored; where a variable such as PY2NIX_ORACLE_PDM names a
// Python whose environment has the tool, it is asked again and an answer that changed is a failure. With
// PY2NIX_ORACLE_UPDATE=1 the stored answers are rewritten.

import { describe, expect, test } from "vitest";
import { ask, code, ourAnswer, pythonOf, questionsOf, readStored, store, titleOf } from "./lock-exports.ts";
import { SUITES } from "./lock-exports-cases.ts";

const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";

describe.each(SUITES)("$name", (suite) => {
  const python = pythonOf(suite);

  test.runIf(python)(
    "the tool says what it said, and py2nix the same",
    () => {
      const { tool, answers } = ask(python ?? "", suite);
      if (updates) store(suite, tool, answers);
      const stored = readStored(suite);
      expect(tool).toBe(stored.tool);
      questionsOf(suite).forEach((question, i) => {
        const answer = answers[i] ?? [];
        expect(ourAnswer(suite, question), titleOf(question)).toEqual(answer);
        expect(code(answer), `${titleOf(question)}: an answer of the tool that changed`).toBe(
          stored.answers[titleOf(question)],
        );
      });
    },
    300_000,
  );

  test("every selection of every lock", () => {
    const { answers } = readStored(suite);
    const ours = Object.fromEntries(
      questionsOf(suite).map((question) => [titleOf(question), code(ourAnswer(suite, question))]),
    );
    expect(ours).toEqual(answers);
  });
});

test("the figures", () => {
  const figures = SUITES.map((suite) => {
    const { tool, packages } = readStored(suite);
    const questions = questionsOf(suite);
    const comparisons = questions.reduce((sum, { of }) => sum + of.environments.length, 0);
    const projects = new Set(suite.locks.map(({ folder }) => folder)).size;
    return `${tool}: ${projects} projects, ${suite.locks.length} locks, ${questions.length} selections, ${comparisons} comparisons, ${packages} packages`;
  });
  expect(figures).toMatchInlineSnapshot(`
    [
      "pdm 2.29.3: 2 projects, 6 locks, 47 selections, 272 comparisons, 1652 packages",
      "pipenv 2026.10.3: 2 projects, 2 locks, 14 selections, 84 comparisons, 478 packages",
      "poetry 2.5.1: 5 projects, 5 locks, 46 selections, 276 comparisons, 2349 packages",
      "poetry 1.8.5: 4 projects, 4 locks, 32 selections, 192 comparisons, 821 packages",
      "poetry 1.1.15: 2 projects, 2 locks, 10 selections, 60 comparisons, 214 packages",
    ]
  `);
  for (const suite of SUITES)
    for (const { cases, environments } of suite.locks) {
      expect(cases.length).toBeGreaterThanOrEqual(5);
      expect(environments.length).toBeGreaterThanOrEqual(4);
    }
});
