// The digests of manifests that locks keep, against those that the tools make themselves. Their answers are stored for
// releases of each generation; where PY2NIX_ORACLE_PYTHON names a Python that has one of the releases it is asked again,
// and with PY2NIX_ORACLE_UPDATE=1 the answers of what that Python has are rewritten or added.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contentHashes, type Writer } from "../../src/manifests/content-hash.ts";
import { parseForJson } from "../../src/manifests/python-json.ts";
import { askScript } from "./ask.ts";
import { PDM_CASES, PIPENV_CASES, POETRY_CASES } from "./freshness-cases.ts";

const CASES = { poetry: POETRY_CASES, pdm: PDM_CASES, pipenv: PIPENV_CASES } as const;
type Tool = keyof typeof CASES;
type Answers = readonly (string | null)[];

/** The releases that were asked, with what their locks tell of them: the version of the lock, and their own or null. */
const RELEASES: Readonly<Record<Tool, Readonly<Record<string, readonly [string | null, string | null]>>>> = {
  poetry: {
    "1.0.10": ["1.0", null],
    "1.1.15": ["1.1", null],
    "1.2.2": ["1.1", null],
    "1.3.2": ["2.0", null],
    "1.8.5": ["2.0", "1.8.5"],
    "2.0.1": ["2.1", "2.0.1"],
    "2.2.1": ["2.1", "2.2.1"],
    "2.5.1": ["2.1", "2.5.1"],
  },
  pdm: {
    "2.2.1": ["4.0", null],
    "2.4.9": ["4.1", null],
    "2.10.4": ["4.4", null],
    "2.15.4": ["4.4.1", null],
    "2.16.1": ["4.4.2", null],
    "2.20.1": ["4.5.0", null],
    "2.29.3": ["4.5.1", null],
  },
  pipenv: { "2022.9.24": [null, null], "2024.4.1": [null, null], "2026.10.3": [null, null] },
};

const STORED = new URL("./answers/freshness.json", import.meta.url);

function readStored(): Record<string, Answers> {
  return existsSync(STORED) ? JSON.parse(readFileSync(STORED, "utf8")) : {};
}

function store(name: string, answers: Answers): void {
  const all = Object.entries({ ...readStored(), [name]: answers }).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = all.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  writeFileSync(STORED, `{\n${lines.join(",\n")}\n}\n`);
}

/** The release that a Python has of a tool, with its answers; null for none. */
function ask(python: string, tool: Tool): { readonly version: string; readonly answers: Answers } | null {
  if (spawnSync(python, ["-I", "-c", `import ${tool}`]).status !== 0) return null;
  const asked = askScript(python, "./freshness_answers.py", CASES[tool], { args: [tool] });
  return { version: asked.tool, answers: asked.answers as Answers };
}

const python = process.env.PY2NIX_ORACLE_PYTHON;

describe.each(Object.keys(CASES) as Tool[])("%s", (tool) => {
  const manifests = CASES[tool].map(parseForJson);

  test.runIf(python)("asked again", () => {
    const asked = python ? ask(python, tool) : null;
    if (!asked) return;
    const name = `${tool} ${asked.version}`;
    if (process.env.PY2NIX_ORACLE_UPDATE === "1") store(name, asked.answers);
    const stored = readStored()[name];
    if (stored) expect(asked.answers).toEqual(stored);
  });

  test.each(Object.entries(RELEASES[tool]))("%s", (version, [lockVersion, toolVersion]) => {
    const writer: Writer = { tool, lockVersion, toolVersion };
    const stored = readStored()[`${tool} ${version}`] ?? [];
    expect(stored).toHaveLength(manifests.length);
    const wrong = manifests.flatMap((manifest, i) => {
      const ours = contentHashes(manifest, writer);
      const answer = stored[i] ?? null;
      // A release that refuses a manifest makes no lock of it.
      return answer === null || ours.includes(answer) ? [] : [{ text: CASES[tool][i], ours, answer }];
    });
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(RELEASES[tool]))(
    "%s: a lock is fresh for the manifests of its digest alone",
    (version, [lockVersion, toolVersion]) => {
      const writer: Writer = { tool, lockVersion, toolVersion };
      const stored = readStored()[`${tool} ${version}`] ?? [];
      const [base = null] = stored;
      const known = manifests.filter((_, i) => stored[i] !== null);
      const fresh = known.map((manifest) => base !== null && contentHashes(manifest, writer).includes(base));
      expect(fresh).toEqual(stored.filter((answer) => answer !== null).map((answer) => answer === base));
      expect(new Set(stored).size).toBeGreaterThan(15);
    },
  );
});
