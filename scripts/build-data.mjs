#!/usr/bin/env node
// Makes data/ from the raw tables: node scripts/build-data.mjs FOLDER
// FOLDER holds the files that data/SOURCES.md names. The result depends on them alone.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = process.argv[2];
if (!source) {
  console.error("usage: node scripts/build-data.mjs FOLDER");
  process.exit(2);
}
const target = join(dirname(fileURLToPath(import.meta.url)), "..", "data");
const REVISION = {
  format: 1,
  channel: "nixos-unstable",
  release: "25.11pre875086",
  revision: "0b4defa2584313f3b781240b29d61f6f9f7e0df3",
  narHash: "sha256-Oncbh0UmHjSlxO7ErQDM3KM0A5/Znfofj2BSzlHLeVw=",
  date: "2025-10-09",
  default: "python313",
};
const SETS = ["python313", "python312"];

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
  writeFileSync(path, `${lines.join("\n")}\n`);
  console.log(`${name}: ${lines.length} rows`);
}

// The Python sets. An attribute of a nested set is written with its path.
const python = rows("nixpkgs-python.tsv");
write(
  "nixpkgs/python.tsv",
  python
    .map(([attr, pname, v312, v313]) => {
      const first = v313 || "-";
      const second = v312 || "-";
      return [attr, pname === attr ? "" : pname, first, second === first ? "" : second];
    })
    .sort((a, b) => compare(normalize(a[0]), normalize(b[0])) || compare(a[0], b[0]))
    .map((row) => row.join("\t").replace(/\t+$/, "")),
);

// The interpreters and, of the top level, what the tables below name.
const toplevel = new Map(rows("nixpkgs-toplevel.tsv").map(([attr, pname, version]) => [attr, [pname, version]]));
const interpreters = {};
for (const [attr, [, version]] of [...toplevel].sort(([a], [b]) => compare(a, b))) {
  if (/^python3[0-9]+$/.test(attr)) interpreters[attr] = version;
}
interpreters.python313 ??= python.find(([attr]) => attr === "python")?.[3];
write("nixpkgs/index.json", [JSON.stringify({ ...REVISION, interpreters: sorted(interpreters), sets: SETS }, null, 2)]);

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
write(
  "nixpkgs/programs.tsv",
  [...wanted]
    .filter((attr) => toplevel.has(attr))
    .map((attr) => [attr, ...toplevel.get(attr)].join("\t"))
    .sort(byName),
);
const unknown = [...wanted].filter((attr) => !toplevel.has(attr) && !attr.includes("."));
if (unknown.length > 0) console.log(`not at top level: ${unknown.join(" ")}`);

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

function sorted(table) {
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => compare(a, b)));
}
