// Our reading of compiled requirements files against the graph that the packages' own metadata make, as pip reports it.
// The answers are stored; where PY2NIX_ORACLE_PYTHON names a Python whose environment has pip-tools, they are worked out
// again, and with PY2NIX_ORACLE_UPDATE=1 the stored ones are rewritten.

import { expect, test } from "vitest";
import { ask, CASES, hasPipTools, ourAnswer, readStored, store, told } from "./pip-compile.ts";

const python = process.env.PY2NIX_ORACLE_PYTHON;
const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";

test("who needs whom, and what is asked for directly", () => {
  const asked = hasPipTools(python) ? ask(python, CASES) : null;
  if (updates && asked) store(asked.tool, CASES, asked.answers);
  const stored = readStored();
  expect(Object.keys(stored.answers)).toHaveLength(CASES.length);
  CASES.forEach((question, i) => {
    const answer = stored.answers[question.file];
    if (!answer) throw new Error(`there is no answer for ${question.file}`);
    if (asked) expect(asked.answers[i], "an answer of the reference that changed").toEqual(answer);
    expect(answer.edges.length, question.file).toBeGreaterThan(10);
    expect(ourAnswer(question), question.file).toEqual(told(question, answer));
  });
  expect(stored.comparisons).toBeGreaterThan(500);
}, 600_000);
