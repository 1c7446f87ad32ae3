// What the library has for Node alone: the index that comes with the package.

import { fileURLToPath } from "node:url";
import { embeddedIndex as indexOf } from "./cli/embedded-index.ts";
import type { NixpkgsIndex } from "./nixpkgs/index.ts";

/** The index of nixpkgs that comes with the package; its files are read when they are needed. */
export function embeddedIndex(): NixpkgsIndex {
  return indexOf(fileURLToPath(new URL("../data", import.meta.url)));
}
