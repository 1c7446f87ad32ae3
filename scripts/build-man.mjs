// Writes man/py2nix.1 from the tables of commands and options: `npm run man`. A test holds the page current.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(root, ".dist-"));
try {
  const outfile = join(folder, "man.mjs");
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `
        import { manPage } from "./src/cli/man-page.ts";
        import { loadManual } from "./src/cli/manual.ts";
        export const page = async () => manPage(await loadManual());`,
      resolveDir: root,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    define: { PY2NIX_VERSION: JSON.stringify(version) },
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  const { page } = await import(pathToFileURL(outfile).href);
  mkdirSync(join(root, "man"), { recursive: true });
  writeFileSync(join(root, "man/py2nix.1"), await page());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
