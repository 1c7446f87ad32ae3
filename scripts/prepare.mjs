// Builds the program, for `npm ci` and for an installation from a git repository.
//
// With `npm install -g` npm hands `global` on to the installation in the clone, which then has no packages to build with
// (pre-commit installs hooks in that way). So they are got here, those that the lock file names.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (!hasBuilder()) {
  const own = /^npm_config_(?:global|prefix|global_prefix|local_prefix|location)$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  const npm = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", npm, {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
await import("./build.mjs");

function hasBuilder() {
  try {
    import.meta.resolve("esbuild");
    return true;
  } catch {
    return false;
  }
}
