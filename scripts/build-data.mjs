#!/usr/bin/env node
// Makes data/ from the raw tables: node scripts/build-data.mjs FOLDER [INDEX]
// FOLDER holds the files that data/SOURCES.md names. INDEX is a file of `py2nix index update` or `build`, and takes the place of
// FOLDER's dump of nixpkgs. The result depends on them alone.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [source, indexFile] = process.argv.slice(2);
if (!source) {
  console.error("usage: node scripts/build-data.mjs FOLDER [INDEX]");
  process.exit(2);
}
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "data");
/** The module that makes every index of py2nix. */
const { makeTexts } = await (async () => {
  const options = { entryPoints: [join(root, "src/nixpkgs/make.ts")], bundle: true, format: "esm", write: false };
  const { outputFiles } = await build(options);
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
})();
/** What FOLDER's dump is of. */
const RELEASE = {
  channel: "nixos-unstable",
  release: "25.11pre875086",
  revision: "0b4defa2584313f3b781240b29d61f6f9f7e0df3",
  narHash: "sha256-Oncbh0UmHjSlxO7ErQDM3KM0A5/Znfofj2BSzlHLeVw=",
  date: "2025-10-09",
  default: "python313",
};

const rows = (name) =>
  readFileSync(join(source, name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a, b) => compare(normalize(a.split("\t")[0]), normalize(b.split("\t")[0])) || compare(a, b);
const normalize = (name) => name.replace(/[-_.]+/g, "-").toLowerCase();

function write(name, lines) {
  const path = join(target, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  console.log(`${name}: ${lines.length} rows`);
}

// An attribute of a nested set is written with its path.
function dumpedRows() {
  const python = rows("nixpkgs-python.tsv");
  const set = (column) =>
    python.map(([attribute, pname, ...versions]) => ({ attribute, pname, version: versions[column] ?? "", flags: [] }));
  const programs = rows("nixpkgs-toplevel.tsv").map(([attribute, pname, version]) => ({
    attribute,
    pname,
    version,
    flags: [],
  }));
  const interpreters = Object.fromEntries(
    programs.filter(({ attribute }) => /^python3[0-9]+$/.test(attribute)).map((one) => [one.attribute, one.version]),
  );
  interpreters.python313 ??= python.find(([attribute]) => attribute === "python")?.[3];
  const sets = new Map([
    ["python313", set(1)],
    ["python312", set(0)],
  ]);
  return { release: RELEASE, interpreters, sets, programs };
}

const exceptions = rows("name-exceptions.tsv").map(([name, attr, set, kind, note]) => ({
  name,
  attr,
  set,
  kind,
  note,
}));
const libraries = rows("native-libs-kind.tsv").filter(([, kind]) => kind !== "driver");
const wanted = new Set([
  ...exceptions.filter(({ set }) => set === "toplevel").map(({ attr }) => attr),
  ...libraries.flatMap(([, , attrs]) => attrs.split(" ")),
  ..."git mercurial subversion cacert zlib gcc".split(" "),
]);
// nixpkgs, of whose top only what the tables name is embedded.
const made = indexFile ? storedTexts(indexFile) : makeTexts(dumpedRows());
const programs = made.programs.split("\n").filter((line) => wanted.has(line.split("\t")[0]));
write("nixpkgs/index.json", [JSON.stringify(JSON.parse(made.release), null, 2)]);
write("nixpkgs/programs.tsv", programs);
for (const name of ["python", "flags", "edges", "extras"]) {
  if (made[name] === undefined) rmSync(join(target, `nixpkgs/${name}.tsv`), { force: true });
  else write(`nixpkgs/${name}.tsv`, made[name].split("\n").slice(0, -1));
}
const known = new Set(programs.map((line) => line.split("\t")[0]));
const unknown = [...wanted].filter((attr) => !known.has(attr) && !attr.includes("."));
if (unknown.length > 0) console.log(`not at top level: ${unknown.join(" ")}`);

function storedTexts(file) {
  const [release, tables] = readFileSync(file, "utf8").split("\n");
  return { release, ...JSON.parse(tables) };
}

// The hand-kept tables.
const reason = (note) =>
  note
    .split("; ")
    .filter((part) => !/^(?:ver=|conf=|nix .* \/ pypi|nix>pypi)/.test(part))
    .join("; ");
write("name-exceptions.tsv", [
  "# PyPI name\tattribute\tset\tkind\tversions compare\tnote",
  ...exceptions
    .map(({ name, attr, set, kind, note }) =>
      [normalize(name), attr, set, kind, /ver=no/.test(note) ? "no" : "yes", reason(note)].join("\t"),
    )
    .sort(byName),
]);
write("false-friends.tsv", [
  "# PyPI name\tattribute\tkind\twhy",
  ...rows("false-friends.tsv")
    .filter(([, , why]) => why.startsWith("[python]"))
    .map(([name, attr, why]) => {
      const [, kind, text] = /^\[python\] ([A-Z/-]+): (.*?)(?: \(evidence=.*)?$/.exec(why) ?? [];
      // A fork under the same import name serves; one that is imported under another name does not.
      const serves = kind === "FORK/SUCCESSOR" && !/\(import /.test(text);
      const told =
        kind === "PNAME-ONLY" ? "only the pname is the same: the PyPI project of this name is another one" : text;
      return [normalize(name), attr, serves ? "fork" : "different", told].join("\t");
    })
    .sort(byName),
]);
write("stdlib-backports.tsv", [
  "# PyPI name\tin the standard library",
  ...rows("stdlib-backports.tsv")
    .map(([name, replacement]) => [normalize(name), replacement].join("\t"))
    .sort(byName),
]);
write("wheel-libraries.tsv", [
  "# PyPI name\tkind (library: loaded at run time; program: started from PATH)\tattributes\tsource",
  ...libraries
    .map(([name, kind, attrs, from]) =>
      [normalize(name), kind === "exec" ? "program" : "library", attrs, from].join("\t"),
    )
    .sort(byName),
]);
// What a project needs to be built from source. CUDA's parts are left out: they are unfree and huge, and wheels bring them.
const TOOLS = new Set(
  `autoconf automake bison cargo cmake doxygen flex gettext gfortran gobject-introspection jdk libtool maturin meson nasm
  ninja pkg-config protobuf rustc swig yasm`.split(/\s+/),
);
// nixpkgs' postgresql has no pg_config any more: the client library has.
const REPLACED = { psycopg2: "libpq libpq.pg_config", "psycopg2-binary": "libpq libpq.pg_config" };
write("native-libraries.tsv", [
  "# PyPI name\tlibraries\ttools\tsource",
  ...rows("native-libs.tsv")
    .map(([name, attrs, from]) => {
      const wanted = (REPLACED[normalize(name)] ?? attrs)
        .split(" ")
        .filter((attr) => !attr.startsWith("cudaPackages.") && attr !== "stdenv.cc.cc.lib")
        .sort(compare);
      const isTool = (attr) => TOOLS.has(attr) || attr.endsWith(".pg_config");
      const [libraries, tools] = [wanted.filter((attr) => !isTool(attr)), wanted.filter(isTool)];
      return [normalize(name), libraries.join(" "), tools.join(" "), from];
    })
    .filter(([, libraries, tools]) => libraries !== "" || tools !== "")
    .map((row) => row.join("\t"))
    .sort(byName),
]);
write("version-anomalies.tsv", [
  "# attribute\tversion\tPEP 440 version where one can be told",
  ...rows("version-anomalies.tsv")
    .filter(([, , , kind]) => kind !== "newer-than-pypi")
    .map(([attr, , version, , recovered]) => [attr, version, recovered ?? ""].join("\t").replace(/\t+$/, ""))
    .sort(byName),
]);
