// Our reading of uv.lock and our selection from it against `uv export`. uv's answers are stored; where
// PY2NIX_ORACLE_PYTHON names a Python whose environment has uv, it is asked again and an answer that changed is a
// failure. With PY2NIX_ORACLE_UPDATE=1 the stored answers are rewritten.

import { describe, expect, test } from "vitest";
import { type Answer, askUv, ENVIRONMENTS, hasUv, ourAnswer, readStored, store } from "./uv.ts";
import { FIXTURES } from "./uv-cases.ts";

const python = process.env.PY2NIX_ORACLE_PYTHON;
const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";
const asks = python !== undefined && hasUv(python);

const shown = (answer: Answer | undefined) => [...(answer ?? [])].map(([what, code]) => `${what} ${code}`);

describe.each(FIXTURES)("$folder", (fixture) => {
  if (updates && asks) {
    const { tool, answers } = askUv(python, fixture);
    store(fixture, tool, answers);
  }
  const stored = readStored(fixture);

  test.runIf(asks)("uv says what it said", () => {
    const { tool, answers } = askUv(python ?? "", fixture);
    expect(tool).toBe(stored.tool);
    fixture.selections.forEach((text, i) => {
      expect(shown(answers[i]), text).toEqual(shown(stored.answers.get(text)));
    });
  });

  test.each(fixture.selections)("uv export %s", (text) => {
    expect(shown(ourAnswer(fixture, text))).toEqual(shown(stored.answers.get(text)));
  });
});

test("the figures", () => {
  const all = FIXTURES.map((fixture) => readStored(fixture));
  const selections = all.reduce((sum, { answers }) => sum + answers.size, 0);
  const entries = all.reduce((sum, { answers, installed }) => sum + answers.size * installed, 0) * ENVIRONMENTS.length;
  expect({
    fixtures: all.length,
    selections,
    comparisons: selections * ENVIRONMENTS.length,
    entries,
  }).toMatchInlineSnapshot(`
    {
      "comparisons": 630,
      "entries": 39216,
      "fixtures": 12,
      "selections": 105,
    }
  `);
});
