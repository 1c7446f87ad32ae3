// The command line as a user runs it: the built program, in a folder of its own.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "./paths.ts";

export const executable = join(root, "bin/py2nix.js");

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `py2nix` in a folder, without a terminal. */
export function py2nix(
  folder: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly env?: NodeJS.ProcessEnv } = {},
): Run {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [executable, ...args], {
    cwd: folder,
    encoding: "utf8",
    input: options.input ?? "",
    // What the user of this machine has stored is no part of a test.
    env: { ...process.env, PY2NIX_CACHE_DIR: join(tmpdir(), "py2nix-no-cache"), ...options.env },
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** A new folder with these files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "py2nix-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
