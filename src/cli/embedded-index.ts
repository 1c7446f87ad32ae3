// The index that comes with the program: files of the data folder, each read when it is first looked into.

import { readFileSync } from "node:fs";
import { type IndexTexts, NixpkgsIndex } from "../nixpkgs/index.ts";

const FILES: Readonly<Record<keyof IndexTexts, string>> = {
  release: "nixpkgs/index.json",
  python: "nixpkgs/python.tsv",
  programs: "nixpkgs/programs.tsv",
  exceptions: "name-exceptions.tsv",
  falseFriends: "false-friends.tsv",
  backports: "stdlib-backports.tsv",
  wheelLibraries: "wheel-libraries.tsv",
  anomalies: "version-anomalies.tsv",
};

/** `folder` is the package's data folder. */
export function embeddedIndex(folder: URL): NixpkgsIndex {
  const texts = {} as IndexTexts;
  for (const [name, file] of Object.entries(FILES)) {
    Object.defineProperty(texts, name, { get: () => readFileSync(new URL(file, folder), "utf8") });
  }
  return new NixpkgsIndex(texts);
}
