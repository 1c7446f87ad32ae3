// Our reading of Poetry's constraints against poetry-core's. Its answers are stored; where PY2NIX_ORACLE_PYTHON
// names a Python that has it, it is asked again and an answer that changed is a failure.
// With PY2NIX_ORACLE_UPDATE=1 the stored answers are rewritten (npm run oracle).

import { describe, expect, test } from "vitest";
import { formatConstraint, isUnconstrained } from "../../src/pep/constraint.ts";
import { formatSpecifierSet } from "../../src/pep/pep440.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import {
  type Answer,
  askPoetry,
  code,
  DELIBERATE,
  ourAnswer,
  SUITES,
  type Suite,
  store,
  storedCodes,
  widthOf,
} from "./poetry.ts";

const python = process.env.PY2NIX_ORACLE_PYTHON;
const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";

test.runIf(process.env.PY2NIX_REQUIRE_TOOLS === "1" || updates)("the reference is there to be asked", () => {
  expect(python, "PY2NIX_ORACLE_PYTHON names no Python (see test/oracle/requirements.txt)").toBeTruthy();
});

function compare(suite: Suite): void {
  const questions = suite.questions();
  const width = widthOf(questions);
  const asked = python ? askPoetry(python, questions) : null;
  const codes = asked?.answers.map((answer) => code(answer, width));
  if (updates && asked && codes) store(suite, asked.tool, codes);
  const stored = storedCodes(suite);
  expect(stored).toHaveLength(questions.length);
  const changed = questions.filter((_, i) => codes && codes[i] !== stored[i]);
  expect(changed, "questions that the reference answers differently now").toEqual([]);
  const different = questions.flatMap((question, i) => {
    const ours = code(ourAnswer(question), width);
    return ours === stored[i] ? [] : [`${JSON.stringify(question[1])}: ours ${ours}, the reference's ${stored[i]}`];
  });
  expect(different, "questions that we answer differently").toEqual([]);
}

describe("poetry-core", () => {
  test.each(SUITES)("$title", compare, 120_000);

  test.each(DELIBERATE)("on purpose: $reason, $constraint and $version", ({ constraint, version, ours, reference }) => {
    const question = ["allows", constraint, [version]] as const;
    const answer = (truth: boolean): Answer => [truth];
    expect(ourAnswer(question)).toEqual(answer(ours));
    if (python) expect(askPoetry(python, [question]).answers).toEqual([answer(reference)]);
  });

  test.each([
    ["^1.2", ">=1.2,<2.0"],
    ["^0.2.3", ">=0.2.3,<0.3.0"],
    ["^1.0.0rc1", ">=1.0.0rc1,<2.0.0"],
    ["~1.2.3", ">=1.2.3,<1.3.0"],
    ["~=1.4.5", ">=1.4.5,<1.5.0"],
    ["1.2.*", "==1.2.*"],
    ["!=1.2.*", "!=1.2.*"],
    [">=2.7, !=3.0.*, !=3.1.*, <4", ">=2.7,!=3.0.*,!=3.1.*,<4"],
    ["1.0", "==1.0"],
    ["!=1.5", "!=1.5"],
    [">=1 <2", ">=1,<2"],
    ["^1.0 || ^3.0", ">=1.0,<2.0 || >=3.0,<4.0"],
    ["<2 || *", "*"],
    [">=1,!=1.5,<2", ">=1,<=1.5,!=1.5 || >1.5,<2"],
    ["^2.0.1+cpu", "==2.0.1+cpu || >=2.0.1,!=2.0.1,<3.0.0"],
    [">2,<1", ">2,<1"],
  ])("%s is told as %s", (constraint, clauses) => {
    const sets = parsePoetryConstraint(constraint);
    expect(isUnconstrained(sets) ? "*" : sets.map(formatSpecifierSet).join(" || ")).toBe(clauses);
  });

  test.each([
    [">=1,!=1.5,!=1.7,<2", ">=1,!=1.5,!=1.7,<2"],
    ["^2.0.1+cpu", ">=2.0.1,<3.0.0"],
    [">=2.0+cpu", ">=2.0"],
    ["^1.0 || >=3,!=3.5,<4", ">=1.0,<2.0 || >=3,!=3.5,<4"],
    ["1.0 || 2.0", "==1.0 || ==2.0"],
    ["*", "*"],
  ])("%s is told to pip as %s", (constraint, clauses) => {
    expect(formatConstraint(parsePoetryConstraint(constraint))).toBe(clauses);
  });
});
