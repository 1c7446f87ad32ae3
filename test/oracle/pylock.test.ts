// Our reading of pylock.toml against packaging.pylock's. Its answers are stored; where PY2NIX_ORACLE_PYTHON names a
// Python that has it, it is asked again and an answer that changed is a failure.
// With PY2NIX_ORACLE_UPDATE=1 the stored answers are rewritten (npm run oracle).

import { describe, expect, test } from "vitest";
import { askPylock, code, ourAnswer, type Question, readStored, SUITES, type Suite, store } from "./pylock.ts";
import { SELECTIONS, WHOLE } from "./pylock-cases.ts";

const python = process.env.PY2NIX_ORACLE_PYTHON;
const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";

/** A file by the lines that are not those of WHOLE. */
function shown(question: Question): string {
  const known = new Set(WHOLE.split("\n"));
  const lines = question[1].split("\n").filter((line) => !known.has(line));
  return JSON.stringify([question[1].length, lines.slice(0, 5), ...question.slice(2, 6)]);
}

function compare(suite: Suite): void {
  const questions = suite.questions();
  const asked = python ? askPylock(python, questions) : null;
  const codes = asked?.answers.map(code);
  if (updates && asked && codes) store(suite, asked.tool, codes);
  const stored = readStored(suite);
  expect(stored.codes).toHaveLength(questions.length);
  if (asked) expect(stored.tool).toBe(asked.tool);
  const changed = questions.filter((_, i) => codes && codes[i] !== stored.codes[i]);
  expect(changed.map(shown), "questions that the reference answers differently now").toEqual([]);
  const different = questions.flatMap((question, i) => {
    const ours = ourAnswer(question);
    if (code(ours) === stored.codes[i]) return [];
    return [`${shown(question)}\nours ${JSON.stringify(ours)}, the reference's ${JSON.stringify(asked?.answers[i])}`];
  });
  expect(different, "questions that we answer differently").toEqual([]);
}

describe("packaging.pylock", () => {
  test.each(SUITES)("$title", compare, 120_000);

  test("the figures", () => {
    const [files, selections] = SUITES.map((suite) => suite.questions().length);
    expect({ files, selections: SELECTIONS.length, comparisons: selections }).toMatchInlineSnapshot(`
      {
        "comparisons": 216,
        "files": 310,
        "selections": 54,
      }
    `);
  });
});
