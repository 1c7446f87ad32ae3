// Our reading of pdm.lock against what Pdm exports of it: name, version, marker and hashes of every package, for
// each selection on each machine. Its answers are stored; where PY2NIX_ORACLE_PYTHON names a Python whose environment has
// Pdm, it is asked again, and with PY2NIX_ORACLE_UPDATE=1 the stored answers are rewritten.

import { describe, expect, test } from "vitest";
import { ask, code, hasTool, ourAnswer, questionsOf, readStored, SUITES, type Suite, store } from "./pdm-pipenv.ts";

const python = process.env.PY2NIX_ORACLE_PYTHON;
const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";

describe.each(SUITES.filter(({ tool }) => tool === "pdm"))("$tool", (suite: Suite) => {
  test("what is exported", () => {
    const questions = questionsOf(suite);
    const asked = hasTool(python, suite.tool) ? ask(python, questions) : null;
    if (updates && asked) store(suite, asked.tool, asked.answers);
    const stored = readStored(suite);
    expect(stored.answers).toHaveLength(questions.length);
    questions.forEach((question, i) => {
      const ours = ourAnswer(suite, question);
      if (asked) {
        expect(asked.tool).toBe(stored.tool);
        expect(ours, JSON.stringify(question)).toEqual(asked.answers[i]);
        expect(code(asked.answers[i] ?? []), "an answer of the reference that changed").toBe(stored.answers[i]);
      }
      expect(ours.length, JSON.stringify(question)).toBeGreaterThan(3);
      expect(code(ours), JSON.stringify(question)).toBe(stored.answers[i]);
    });
  }, 300_000);
});
