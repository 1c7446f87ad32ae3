// The index that comes with the program: files of the data folder, each read when it is first looked into. Another index
// brings its own tables of nixpkgs, and shares those that are kept by hand.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type IndexTexts, NixpkgsIndex, type NixpkgsRelease } from "../nixpkgs/index.ts";
import type { MadeTexts } from "../nixpkgs/make.ts";

const MADE: Readonly<Record<"release" | "python" | "programs", string>> = {
  release: "nixpkgs/index.json",
  python: "nixpkgs/python.tsv",
  programs: "nixpkgs/programs.tsv",
};

/** What only some indexes have. */
const OPTIONAL = { flags: "nixpkgs/flags.tsv", edges: "nixpkgs/edges.tsv", extras: "nixpkgs/extras.tsv" } as const;

const KEPT: Readonly<Record<Exclude<keyof IndexTexts, keyof MadeTexts>, string>> = {
  exceptions: "name-exceptions.tsv",
  falseFriends: "false-friends.tsv",
  backports: "stdlib-backports.tsv",
  wheelLibraries: "wheel-libraries.tsv",
  nativeLibraries: "native-libraries.tsv",
  anomalies: "version-anomalies.tsv",
};

/** `folder` is the package's data folder. */
export function embeddedIndex(folder: string): NixpkgsIndex {
  const there = Object.entries(OPTIONAL).filter(([, file]) => existsSync(join(folder, file)));
  return new NixpkgsIndex(textsOf(folder, { ...KEPT, ...MADE, ...Object.fromEntries(there) }, {}));
}

/** An index of the user's. */
export function indexOfTexts(made: MadeTexts, folder: string): NixpkgsIndex {
  return new NixpkgsIndex(textsOf(folder, KEPT, made));
}

/** The release of the index that comes with the program, without the index. */
export function embeddedRelease(folder: string): NixpkgsRelease {
  return JSON.parse(readFileSync(join(folder, MADE.release), "utf8")) as NixpkgsRelease;
}

/** The attribute paths at the top of nixpkgs that the hand-kept tables name: those of sets too (`libpq.pg_config`). */
export function namedPrograms(folder: string): string[] {
  const rows = (file: string) =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
  const names = [
    ...rows(KEPT.exceptions).flatMap(([, attribute = "", set]) => (set === "toplevel" ? [attribute] : [])),
    ...rows(KEPT.wheelLibraries).flatMap(([, , attributes = ""]) => attributes.split(" ")),
    ...rows(KEPT.nativeLibraries).flatMap(([, libraries = "", tools = ""]) => `${libraries} ${tools}`.split(" ")),
    ...ALWAYS_NAMED,
  ];
  return [...new Set(names.filter((name) => name !== ""))].sort();
}

/** What shells are given beside that. */
const ALWAYS_NAMED = ["git", "mercurial", "subversion", "cacert", "zlib", "gcc"];

function textsOf(folder: string, files: Readonly<Record<string, string>>, made: Partial<MadeTexts>): IndexTexts {
  const texts = { ...made } as IndexTexts;
  for (const [name, file] of Object.entries(files)) {
    let text: string | undefined;
    Object.defineProperty(texts, name, {
      get: () => {
        text ??= readFileSync(join(folder, file), "utf8");
        return text;
      },
    });
  }
  return texts;
}
