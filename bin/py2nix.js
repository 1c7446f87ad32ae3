#!/usr/bin/env node
// Starts the program. Most runs need a part of it alone, which is one file: `quick.cjs`. This is CommonJS, since Node takes
// some milliseconds to start its loader of modules, which is a good part of a run.

const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const dist = join(__dirname, "../dist");
const args = process.argv.slice(2);
const data = pathToFileURL(join(__dirname, "../data/"));

start();

async function start() {
  const code = await loadQuick().quick(args, data);
  process.exitCode = code ?? (await (await import("../dist/main.js")).main(args, data));
}

/** What V8 has compiled before need not be compiled again. Newer Nodes keep that themselves. */
function loadQuick() {
  const path = join(dist, "quick.cjs");
  if (Module.enableCompileCache) {
    Module.enableCompileCache();
    return require(path);
  }
  const source = readFileSync(path, "latin1");
  const code = cachedCode(source);
  if (code === undefined) return require(path);
  const { Script } = require("node:vm");
  const script = new Script(`(function(exports,require,module){${source}\n})`, { filename: path, cachedData: code });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module);
  return module.exports;
}

/** What the build has compiled of this very source with this very Node; V8 itself checks less. */
function cachedCode(source) {
  try {
    const bytes = readFileSync(join(dist, "quick.cache"));
    const end = bytes.indexOf(10);
    const digest = source.slice(source.lastIndexOf("//") + 2).trim();
    const made = `${process.version} ${process.platform} ${process.arch} ${digest}`;
    return bytes.toString("latin1", 0, end) === made ? bytes.subarray(end + 1) : undefined;
  } catch {
    return undefined;
  }
}
