// Vitest's global setup: the tests of the command line run the built program, so it must be the sources' own.

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { root } from "./paths.ts";

export default function setup(): void {
  const built = statSync(`${root}/dist/main.js`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(`${root}/src`, { recursive: true, encoding: "utf8" }).map(
    (file) => `${root}/src/${file}`,
  );
  const newest = [...sources, `${root}/package.json`, `${root}/scripts/build.mjs`].map(
    (file) => statSync(file).mtimeMs,
  );
  if (Math.max(...newest) > built)
    execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
}
