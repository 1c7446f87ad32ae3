import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatInputError, InputError } from "../../src/diagnostics.ts";
import { fixtures } from "../support/paths.ts";
import { accountFor, type Read } from "./accounting/account.ts";

/** A folder of projects to take account of, beside the fixtures; prints the figures. */
const others = process.env.PY2NIX_ACCOUNT;

const MANIFEST =
  /(?:^|\/)(?:pyproject\.toml|setup\.cfg|setup\.py|Pipfile|environment[^/]*\.ya?ml|report\.py|[^/]*\.lock|pylock[^/]*\.toml|(?:[^/]*requirements[^/]*|requirements\/[^/]*)\.(?:txt|in|pip)|constraints\.txt)$/;

function manifestsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => MANIFEST.test(file))
    .sort();
}

describe("every entry of every fixture is in the JSON, or is told", () => {
  const files = manifestsIn(fixtures);
  test("there are fixtures of every format", () => {
    expect(files.length).toBeGreaterThan(80);
  });
  test.each(files)("%s", (file) => {
    const { entries, read, told, wrong } = accountFor(`${fixtures}/${file}`);
    expect(wrong).toEqual([]);
    expect(read + told).toBe(entries);
  });
});

describe("the account notices", () => {
  const manifest = `${fixtures}/command-line-tool/pyproject.toml`;
  const lock = `${fixtures}/command-line-tool/poetry.lock`;
  const packages = (json: Read, change: (all: NonNullable<Read["lock"]>["packages"]) => unknown[]) =>
    ({ ...json, lock: json.lock && { ...json.lock, packages: change(json.lock.packages) } }) as Read;

  test.each<[string, string, (json: Read) => Read]>([
    ["a requirement that is dropped", manifest, (json) => ({ ...json, requirements: json.requirements.slice(1) })],
    [
      "one that is there twice",
      manifest,
      (json) => ({ ...json, requirements: [...json.requirements, ...json.requirements.slice(0, 1)] }),
    ],
    ["what the project is built with", manifest, (json) => ({ ...json, buildRequires: [] })],
    [
      "one in another group",
      manifest,
      (json) => ({ ...json, requirements: json.requirements.map((one) => ({ ...one, group: "main", extra: null })) }),
    ],
    ["a locked package that is dropped", lock, (json) => packages(json, (all) => all.slice(1))],
    [
      "a file that is dropped",
      lock,
      (json) => packages(json, ([one, ...all]) => [{ ...one, files: one?.files.slice(1) }, ...all]),
    ],
    [
      "an edge that is dropped",
      lock,
      (json) => packages(json, (all) => all.map((one) => ({ ...one, dependencies: one.dependencies.slice(1) }))),
    ],
  ])("%s", (_, path, alter) => {
    expect(accountFor(path).wrong).toEqual([]);
    expect(accountFor(path, alter).wrong).not.toEqual([]);
  });
});

if (others !== undefined) {
  describe("every entry of the projects in PY2NIX_ACCOUNT", () => {
    test("is in the JSON, or is told", () => {
      const totals: Record<string, { files: number; entries: number; read: number; told: number; refused: number }> =
        {};
      const lines: string[] = [];
      for (const file of manifestsIn(others)) {
        const project = file.split("/", 1)[0] ?? "";
        totals[project] ??= { files: 0, entries: 0, read: 0, told: 0, refused: 0 };
        const total = totals[project];
        total.files++;
        try {
          const { entries, read, told, wrong } = accountFor(`${others}/${file}`);
          total.entries += entries;
          total.read += read;
          total.told += told;
          lines.push(...wrong.map((line) => `${file}: ${line}`));
        } catch (error) {
          if (!(error instanceof InputError)) throw new Error(file, { cause: error });
          total.refused++;
          lines.push(`refused: ${formatInputError(error).replaceAll(`${others}/`, "")}`);
        }
      }
      const figures = Object.entries(totals).map(([project, total]) => `${project}: ${JSON.stringify(total)}`);
      process.stdout.write(`${[...lines, ...figures].join("\n")}\n`);
      expect(lines.filter((line) => !line.startsWith("refused: "))).toEqual([]);
    });
  });
}
