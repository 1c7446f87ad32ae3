#!/usr/bin/env node
// Starts the program. Most runs need a part of it alone, which is one file: `quick.cjs`. This is CommonJS, since Node takes
// some milliseconds to start its loader of modules, which is a good part of a run.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const dist = join(__dirname, "../dist");
const args = process.argv.slice(2);
const data = join(__dirname, "../data");

start();

async function start() {
  const code = await loadQuick().quick(args, data);
  // All is written; the end of a program that has more to do takes longer.
  if (code !== null) process.exit(code);
  process.exitCode = await (await import("../dist/main.js")).main(args, data);
}

/** What V8 has compiled before need not be compiled again. What the build has not kept for this Node, newer ones keep themselves. */
function loadQuick() {
  const path = join(dist, "quick.cjs");
  const kept = keptFor(`${process.version} ${process.platform} ${process.arch}`);
  const source = kept && readFileSync(path, "latin1");
  // The last line tells the content: V8 itself looks only at the length.
  if (!kept || source.slice(source.lastIndexOf("//") + 2).trim() !== kept.digest) {
    require("node:module").enableCompileCache?.();
    return require(path);
  }
  const { Script } = require("node:vm");
  const quick = { exports: {} };
  new Script(source, { filename: path, cachedData: kept.code }).runInThisContext()(quick.exports, require, quick);
  return quick.exports;
}

/** What the build has compiled with a Node: its code, and the digest of the source. */
function keptFor(node) {
  try {
    const bytes = readFileSync(join(dist, "quick.cache"));
    const end = bytes.indexOf(10);
    const [, made, digest] = /^(.*) (\S+)$/.exec(bytes.toString("latin1", 0, end));
    return made === node ? { digest, code: bytes.subarray(end + 1) } : null;
  } catch {
    return null;
  }
}
