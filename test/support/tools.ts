// Programs that a test needs from outside. Where one is missing the test is skipped and says so; with CI and
// PY2NIX_REQUIRE_TOOLS=1 it fails instead, so that a broken CI image cannot pass for a green one.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "vitest";

/** The path of a program: named by the environment variable in capitals (`NIXFMT`), or found on PATH; null when there is none. */
export function findTool(name: string): string | null {
  const named = process.env[name.toUpperCase().replaceAll("-", "_")];
  const candidates = named ? [named] : (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Declares a test that runs a program, given to it by its path. */
export function requireOrSkip(tool: string, title: string, run: (path: string) => void | Promise<void>): void {
  const path = findTool(tool);
  const mustHave = Boolean(process.env.CI) && process.env.PY2NIX_REQUIRE_TOOLS === "1";
  if (path !== null) {
    test(title, () => run(path));
  } else if (mustHave) {
    test(title, () => {
      throw new Error(`${tool} is not on PATH, and PY2NIX_REQUIRE_TOOLS=1 requires it`);
    });
  } else {
    test.skip(`${title} (skipped: ${tool} is not on PATH)`, () => {});
  }
}
