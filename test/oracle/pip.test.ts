// Our reading of requirements files against pip's. Its answers are stored; where PY2NIX_ORACLE_PYTHON names a Python
// that has this pip, it is asked again and an answer that changed is a failure.
// With PY2NIX_ORACLE_UPDATE=1 the stored answers are rewritten (npm run oracle).

import { describe, expect, test } from "vitest";
import {
  type Answer,
  askPip,
  canonical,
  code,
  ourAnswer,
  readStored,
  store,
  storedCodes,
  unexpandedAnswer,
} from "./pip.ts";
import { pipCases } from "./pip-cases.ts";
import type { PipCase } from "./pip-files.ts";
import { DELIBERATE, HARD_CASES } from "./pip-hard-cases.ts";

const python = process.env.PY2NIX_ORACLE_PYTHON;
const updates = process.env.PY2NIX_ORACLE_UPDATE === "1";
const GENERATED = "pip-requirements";
const HAND_PICKED = "pip-hand-picked";

test.runIf(process.env.PY2NIX_REQUIRE_TOOLS === "1" || updates)("the reference is there to be asked", () => {
  expect(python, "PY2NIX_ORACLE_PYTHON names no Python (see test/oracle/requirements.txt)").toBeTruthy();
});

/** The first of the cases for which a text says a difference. */
function differences(cases: readonly PipCase[], differs: (i: number) => string | null): string[] {
  const shown = cases.flatMap(({ files }, i) => {
    const difference = differs(i);
    const texts = Object.entries(files).filter(([, { text }]) => text !== "");
    return difference === null
      ? []
      : [`${JSON.stringify(texts.map(([path, { text }]) => [path, text]))}\n${difference}`];
  });
  return shown.length > 20 ? [...shown.slice(0, 20), `... ${shown.length} in all`] : shown;
}

describe("pip", () => {
  test("2,000 generated trees of files", () => {
    const cases = pipCases(263, 2000);
    const asked = python ? askPip(python, cases) : null;
    const codes = asked?.answers.map(code);
    if (updates && asked && codes)
      store(GENERATED, { tool: asked.tool, cases: cases.length, answers: codes.join("").match(/.{1,114}/g) ?? [] });
    const stored = storedCodes(GENERATED);
    expect(stored).toHaveLength(cases.length);
    const changed = (i: number) =>
      codes && codes[i] !== stored[i] ? `pip now: ${canonical(asked?.answers[i])}` : null;
    expect(differences(cases, changed), "answers of pip that changed").toEqual([]);
    const differs = (i: number) => {
      const ours = ourAnswer(cases[i] as PipCase);
      return code(ours) === stored[i]
        ? null
        : `ours: ${canonical(ours)}\npip's: ${canonical(asked?.answers[i] ?? stored[i])}`;
    };
    expect(differences(cases, differs), "files that we read differently").toEqual([]);
  }, 300_000);

  test("hand-picked files", () => {
    const asked = python ? askPip(python, HARD_CASES) : null;
    if (updates && asked)
      store(HAND_PICKED, { tool: asked.tool, cases: HARD_CASES.length, answers: asked.answers.map(brief) });
    const stored = readStored(HAND_PICKED).answers;
    expect(stored).toHaveLength(HARD_CASES.length);
    const changed = (i: number) =>
      asked && brief(asked.answers[i] ?? null) !== stored[i] ? `pip now: ${canonical(asked.answers[i])}` : null;
    expect(differences(HARD_CASES, changed), "answers of pip that changed").toEqual([]);
    const differs = (i: number) => {
      const ours = brief(ourAnswer(HARD_CASES[i] as PipCase));
      return ours === stored[i] ? null : `ours: ${ours}\npip's: ${stored[i]}`;
    };
    expect(differences(HARD_CASES, differs), "files that we read differently").toEqual([]);
  }, 120_000);

  test.each(DELIBERATE)("on purpose: $reason", ({ files, ours, reference }) => {
    const answer = unexpandedAnswer(files);
    if (ours === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject(ours);
    if (!python) return;
    const [asked = null] = askPip(python, [files]).answers;
    if (reference === null) expect(asked).toBeNull();
    else expect(asked).toMatchObject(reference);
  });
});

/** An answer without what an empty file has too. */
function brief(answer: Answer): string {
  if (answer === null) return "null";
  const told = Object.entries(answer).filter(([key, value]) => canonical(value) !== EMPTY[key]);
  return canonical(Object.fromEntries(told.map(([key, value]) => [key, withoutEmpty(value)])));
}

const EMPTY: Readonly<Record<string, string>> = {
  indexes: '["https://index.example.org/simple"]',
  ...Object.fromEntries("noIndex preferBinary requireHashes noRequireHashes".split(" ").map((key) => [key, "false"])),
  ...Object.fromEntries(
    "requirements constraints findLinks noBinary onlyBinary allReleases onlyFinal features trustedHosts"
      .split(" ")
      .map((key) => [key, "[]"]),
  ),
};

function withoutEmpty(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    item !== null && typeof item === "object" && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).filter(
            ([key, field]) =>
              !["null", "[]", "{}"].includes(JSON.stringify(field)) &&
              !(key === "file" && field === "requirements.txt"),
          ),
        )
      : item,
  );
}
