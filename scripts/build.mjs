// Bundles the program and the library into dist/. Run by `npm ci` (as `prepare`).
//
// Programs may be running from dist/, such as those of tests: a build is made beside it and its files are moved, the entries
// last, so that at every moment there is a whole program. Names of other files tell their content, so none is replaced.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const ENTRIES = ["index.js", "node.js", "quick.cjs", "main.js"];
/** What the start of the program is compiled for: the projects use most of what conversions use. */
const PROJECTS = ["fixtures/uv-service", "fixtures/flask-web-app", "fixtures/uv-large"];

const dist = join(root, "dist");
const begun = Date.now();
const made = mkdtempSync(join(root, ".dist-"));
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  legalComments: "none",
  define: { PY2NIX_VERSION: JSON.stringify(version) },
  logLevel: "warning",
};
try {
  await build({
    ...common,
    entryPoints: ["src/cli/main.ts"],
    outdir: made,
    splitting: true,
    chunkNames: "[name]-[hash]",
    format: "esm",
    minifySyntax: true,
    // CommonJS dependencies ask for Node's own modules by `require`.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  await buildQuick();
  await build({
    ...common,
    entryPoints: ["src/index.ts", "src/node.ts"],
    outdir: made,
    splitting: true,
    chunkNames: "library-[hash]",
    platform: "neutral",
    mainFields: ["module", "main"],
    external: ["node:*"],
    target: "es2023",
    format: "esm",
  });
  declareTypes();
  install(readdirSync(made));
} finally {
  rmSync(made, { recursive: true, force: true });
}

/** The file that most runs need alone, and beside it what they need in few cases. */
async function buildQuick() {
  const glob = await build({
    ...common,
    stdin: { contents: 'module.exports = require("fast-glob");', resolveDir: root },
    format: "cjs",
    minify: true,
    write: false,
  });
  const [{ contents, hash }] = glob.outputFiles;
  const globFile = `glob-${hash.replace(/[^A-Za-z0-9]/g, "").slice(0, 8)}.cjs`;
  writeFileSync(join(made, globFile), contents);
  const quick = await build({
    ...common,
    entryPoints: ["src/cli/quick.ts"],
    format: "cjs",
    minify: true,
    // A script that is compiled by itself cannot ask for modules otherwise.
    supported: { "dynamic-import": false },
    write: false,
    plugins: [
      {
        name: "glob",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^fast-glob$/ }, () => ({ path: `../dist/${globFile}`, external: true })),
      },
    ],
  });
  const [{ text }] = quick.outputFiles;
  // As a module it is its exports, and as a script the function that makes them, without another copy of the text around it.
  const both = `(f=>typeof module=="object"?f(exports,require,module):f)(function(exports,require,module){${text}})`;
  // The end tells the content, for what was compiled of it to be told from what was compiled of another.
  writeFileSync(join(made, "quick.cjs"), `${both}//${createHash("sha256").update(both).digest("hex")}\n`);
  const projects = PROJECTS.map((project) => join(root, project)).filter((project) => existsSync(project));
  execFileSync(process.execPath, [join(root, "scripts/compile-quick.cjs"), made, join(root, "data"), ...projects], {
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** The library's types, a file a module. What is wrong in them is told by `npm run types`. */
function declareTypes() {
  const options =
    "--noEmit false --noCheck --declaration --emitDeclarationOnly --rewriteRelativeImportExtensions".split(" ");
  const files = ["--rootDir", "src", "--outDir", join(made, "types"), "src/index.ts", "src/node.ts"];
  const compiler = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(/package\.json$/, "bin/tsc");
  const own = readFileSync(join(root, "tsconfig.json"), "utf8");
  const { compilerOptions } = JSON.parse(own);
  const given = Object.entries(compilerOptions).flatMap(([name, value]) =>
    name === "noEmit" ? [] : [`--${name}`, Array.isArray(value) ? value.join(",") : String(value)],
  );
  execFileSync(process.execPath, [compiler, "--ignoreConfig", ...given, ...options, ...files], {
    cwd: root,
    stdio: "inherit",
  });
  // Every compiler resolves `.js`, and only newer ones `.ts`.
  const types = join(made, "types");
  for (const file of readdirSync(types, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".d.ts"),
  )) {
    const text = readFileSync(join(types, file), "utf8");
    writeFileSync(join(types, file), text.replace(/((?:from|import\()\s*"\.[^"]*)\.ts"/g, '$1.js"'));
  }
}

/** Moves the files into dist/ and takes away what an earlier build has left there, not what one at the same time makes. */
function install(files) {
  mkdirSync(dist, { recursive: true });
  for (const file of [...files.filter((name) => !ENTRIES.includes(name)), ...ENTRIES]) {
    const target = join(dist, file);
    // A folder takes no other's place.
    if (statSync(join(made, file)).isDirectory()) rmSync(target, { recursive: true, force: true });
    renameSync(join(made, file), target);
  }
  for (const file of readdirSync(dist)) {
    const path = join(dist, file);
    if (!files.includes(file) && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? begun) < begun)
      rmSync(path, { recursive: true, force: true });
  }
}
