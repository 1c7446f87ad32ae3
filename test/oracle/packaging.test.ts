// Our reading of PEP 440, 503, 508 and 425 against the `packaging` library's. The library's answers are stored;
// where PY2NIX_ORACLE_PYTHON names a Python that has it, it is asked again and an answer that changed is a failure.
// With PY2NIX_ORACLE_UPDATE=1 the stored answers are rewritten (npm run oracle).

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  askPackaging,
  compact,
  HARD_FILE,
  ourAnswer,
  type Question,
  readStored,
  rewritten,
  SUITES,
  type Suite,
  storedCodes,
  storeHard,
  storeSuite,
} from "./packaging.ts";
import { DELIBERATE, HARD_QUESTIONS } from "./packaging-hard-cases.ts";

const python = process.env.PY2NIX_ORACLE_PYTHON;
const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";

/** The first of the questions that are answered differently, as text. */
function differences(questions: readonly Question[], differs: (i: number) => unknown): string[] {
  const shown: string[] = [];
  questions.forEach((question, i) => {
    const difference = differs(i);
    if (difference !== undefined) shown.push(`${JSON.stringify(question)}: ${JSON.stringify(difference)}`);
  });
  return shown.length > 40 ? [...shown.slice(0, 40), `... ${shown.length} in all`] : shown;
}

function compare(suite: Suite): void {
  const questions = suite.questions(suite.count);
  const asked = python ? askPackaging(python, questions) : null;
  if (updates && asked) storeSuite(suite, asked.tool, asked.answers);
  const stored = storedCodes(suite);
  expect(stored).toHaveLength(questions.length);
  const changed = (i: number) =>
    asked && suite.code(asked.answers[i]) !== stored[i] ? { reference: asked.answers[i] } : undefined;
  expect(differences(questions, changed), "answers of the reference that changed").toEqual([]);
  const differs = (i: number) => {
    const ours = ourAnswer(questions[i]!);
    return suite.code(ours) === stored[i] ? undefined : { ours, reference: asked?.answers[i] };
  };
  expect(differences(questions, differs), "questions that we answer differently").toEqual([]);
}

test.runIf(process.env.PY2NIX_REQUIRE_TOOLS === "1" || updates)("the reference is there to be asked", () => {
  expect(python, "PY2NIX_ORACLE_PYTHON names no Python (see test/oracle/requirements.txt)").toBeTruthy();
});

describe("packaging", () => {
  for (const suite of SUITES) test(`${suite.count} ${suite.title}`, () => compare(suite), 300_000);

  test("hand-picked questions", () => {
    const asked = python ? askPackaging(python, HARD_QUESTIONS) : null;
    if (updates && asked) storeHard(asked.tool, asked.answers);
    const stored = readStored(HARD_FILE).answers.map((line): unknown => JSON.parse(line));
    if (asked) expect(HARD_QUESTIONS.map((question, i) => [question, compact(asked.answers[i])])).toEqual(stored);
    expect(HARD_QUESTIONS.map((question) => [question, compact(ourAnswer(question))])).toEqual(stored);
  });

  test("what is answered otherwise on purpose", () => {
    for (const { question, ours } of DELIBERATE) expect(ourAnswer(question)).toEqual(ours);
    if (!python) return;
    const { answers } = askPackaging(
      python,
      DELIBERATE.map(({ question }) => question),
    );
    expect(answers).toEqual(DELIBERATE.map(({ reference }) => reference));
  });

  test.runIf(python)("markers as we write them mean the same to the reference", () => {
    const markers = SUITES.flatMap((suite) => (suite.file === "packaging-markers" ? suite.questions(suite.count) : []));
    const again = [...markers, ...HARD_QUESTIONS].map(rewritten).filter((item) => item !== null);
    const { answers } = askPackaging(
      python ?? "",
      again.map(({ question }) => question),
    );
    expect(
      differences(
        again.map(({ question }) => question),
        (i) => (JSON.stringify(answers[i]) === JSON.stringify(again[i]?.expected) ? undefined : answers[i]),
      ),
    ).toEqual([]);
  });

  test("the stored answers are those of the pinned version", () => {
    const pins = readFileSync(new URL("./requirements.txt", import.meta.url), "utf8");
    const version = /^packaging==(.+)$/m.exec(pins)?.[1];
    for (const file of [HARD_FILE, ...SUITES.map((suite) => suite.file)]) {
      expect(readStored(file).tool).toBe(`packaging ${version}`);
    }
  });
});
