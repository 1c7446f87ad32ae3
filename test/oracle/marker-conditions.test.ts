// A marker's Nix condition, evaluated by real Nix, against direct evaluation of the marker.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { print } from "../../src/nix/print.ts";
import { partiallyEvaluate, simplifyMarker } from "../../src/pep/marker-algebra.ts";
import { evaluateMarker, type Marker } from "../../src/pep/pep508.ts";
import { interpreterEnvironment, markerEnvironment, NO_PLATFORM, PLATFORMS, platformsOf } from "../../src/platforms.ts";
import { platformCondition } from "../../src/shells/platform-condition.ts";
import { INTERPRETERS, markers } from "../support/markers.ts";

const CASES = 5000;
const platformFile = fileURLToPath(new URL("../stub/stdenv/platform.nix", import.meta.url));
const hasNix = spawnSync("nix-instantiate", ["--version"]).status === 0;
const required = process.env.PY2NIX_REQUIRE_TOOLS === "1";

/** The condition as Nix text; what a marker says of the interpreter is decided before. */
function condition(marker: Marker, version: string): string {
  const identity = { version, implementation: "cpython" as const };
  const rest = simplifyMarker(partiallyEvaluate(marker, interpreterEnvironment(identity)));
  if (typeof rest === "boolean") return String(rest);
  const { platforms } = platformsOf(rest, identity);
  if (platforms === NO_PLATFORM) return "false";
  const expression = platformCondition(platforms);
  return expression === null ? "true" : print(expression, 0);
}

test.skipIf(!hasNix && !required)(`${CASES} markers hold on a platform exactly where their Nix condition does`, () => {
  expect(hasNix, "Nix is needed: install nix-bin").toBe(true);
  const cases = fc.sample(markers(), { numRuns: CASES, seed: 2508 }).map((marker, index) => {
    const version = INTERPRETERS[index % INTERPRETERS.length]!;
    return { marker, version, nix: condition(marker, version) };
  });
  const systems = PLATFORMS.map(({ system }) => system);
  const folder = mkdtempSync(join(tmpdir(), "py2nix-conditions-"));
  try {
    writeFileSync(
      join(folder, "conditions.nix"),
      `map (system: let stdenv.hostPlatform = import ${platformFile} system; in [\n${cases.map(({ nix }) => `(${nix})`).join("\n")}\n]) [ ${systems.map((system) => JSON.stringify(system)).join(" ")} ]\n`,
    );
    const nix = spawnSync(
      "nix-instantiate",
      ["--store", "dummy://", "--eval", "--strict", "--json", join(folder, "conditions.nix")],
      {
        encoding: "utf8",
        maxBuffer: 1 << 26,
      },
    );
    expect(nix.stderr).toBe("");
    const answers = JSON.parse(nix.stdout) as boolean[][];
    const differences = PLATFORMS.flatMap((platform, row) =>
      cases.filter(({ marker, version }, column) => {
        const environment = markerEnvironment({ version, implementation: "cpython" }, platform);
        return evaluateMarker(marker, environment) !== answers[row]![column];
      }),
    );
    expect(differences).toEqual([]);
    // The comparison must not be about constants.
    expect(cases.filter(({ nix }) => nix.includes("hostPlatform")).length).toBeGreaterThan(CASES / 10);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
