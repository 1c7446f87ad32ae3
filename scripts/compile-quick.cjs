// Writes what V8 has compiled of dist/quick.cjs after conversions of projects: node compile-quick.cjs FOLDER DATA PROJECT...
// A program of its own, since what a project is told goes to its standard output.

const { readFileSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { Script } = require("node:vm");

// The program sets flags of V8 by it, and what was compiled under other flags is not taken.
process.getBuiltinModule = undefined;

const [folder, data, ...projects] = process.argv.slice(2).map((path) => resolve(path));
const source = readFileSync(join(folder, "quick.cjs"), "latin1");
const script = new Script(source, { filename: join(folder, "quick.cjs") });
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, require, module_);

(async () => {
  for (const project of projects) {
    process.chdir(project);
    const code = await module_.exports.quick(["convert", "-v"], data);
    if (code !== 0) throw new Error(`${project} was not converted: exit code ${code}`);
  }
  const digest = source.slice(source.lastIndexOf("//") + 2).trim();
  const made = `${process.version} ${process.platform} ${process.arch} ${digest}\n`;
  writeFileSync(join(folder, "quick.cache"), Buffer.concat([Buffer.from(made, "latin1"), script.createCachedData()]));
})();
