// Whether a uv.lock is the lock of a manifest, against `uv lock --check`. Its answers and locks are stored; where
// PY2NIX_ORACLE_PYTHON names a Python that has uv beside it, it is asked again, and with PY2NIX_ORACLE_UPDATE=1 the stored
// answers are rewritten.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { checkFreshness } from "../../src/manifests/lock-freshness.ts";
import { readUvLock } from "../../src/manifests/uv-lock.ts";
import { askScript } from "./ask.ts";
import { type Tables, UV_CASES } from "./freshness-uv-cases.ts";

/** A case's lock, whether the first one is taken for its manifest, and whether its own is taken for the first. */
type Answer = readonly [string, boolean, boolean] | null;

const STORED = new URL("./answers/freshness-uv.json", import.meta.url);

function isFresh(lock: string, tables: Tables): boolean {
  const files = filesFromTable(tables);
  return checkFreshness(readUvLock(lock, "uv.lock", []), "pyproject.toml", files).length === 0;
}

test(`${UV_CASES.length} workspaces`, () => {
  const python = process.env.PY2NIX_ORACLE_PYTHON;
  const asked =
    python && existsSync(join(dirname(python), "uv"))
      ? askScript(python, "./freshness_uv_answers.py", [UV_CASES], { count: UV_CASES.length })
      : null;
  if (asked && process.env.PY2NIX_ORACLE_UPDATE === "1") {
    const lines = [asked.tool, ...asked.answers].map((line) => JSON.stringify(line));
    writeFileSync(STORED, `[\n${lines.join(",\n")}\n]\n`);
  }
  const [tool, ...stored] = JSON.parse(readFileSync(STORED, "utf8")) as [string, ...Answer[]];
  if (asked?.tool === tool) expect(asked?.answers).toEqual(stored);
  expect(stored).toHaveLength(UV_CASES.length);
  const [base = {}] = UV_CASES;
  const first = stored[0]?.[0] ?? "";
  const rows = UV_CASES.map((tables, i) => {
    const answer = stored[i] ?? null;
    const text = Object.keys(tables).find((file) => tables[file] !== base[file]);
    const changed =
      text === undefined ? [] : (tables[text] ?? "").split("\n").filter((line) => !base[text]?.includes(line));
    const ours = answer && [isFresh(answer[0], tables), isFresh(first, tables), isFresh(answer[0], base)];
    return { changed, ours, theirs: answer && [true, answer[1], answer[2]] };
  });
  expect(rows.filter(({ theirs }) => theirs === null)).toEqual([]);
  // uv tells a group of nothing from none; there is nothing of it to be missed.
  const [night, ...others] = rows.filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs));
  expect(night).toEqual({ changed: ["night = []"], ours: [true, true, true], theirs: [true, false, false] });
  expect(others).toEqual([]);
  expect(rows.filter(({ theirs }) => theirs?.[1]).length).toBeGreaterThan(10);
  expect(rows.filter(({ theirs }) => theirs?.[1] === false).length).toBeGreaterThan(25);
});
