// The plan checker by hand, over the projects in the folders that are named; from the root of the repository:
//
//   npx esbuild test/support/check-plans.ts --bundle --platform=node --format=esm --outfile=FILE.mjs && node FILE.mjs FOLDER..

import { resolve } from "node:path";
import { embeddedIndex } from "../../src/cli/embedded-index.ts";
import { checkManifest, manifestsBelow } from "./checked-plans.ts";

const index = embeddedIndex(resolve("data"));
let failures = 0;
for (const folder of process.argv.slice(2).map((path) => resolve(path))) {
  for (const file of manifestsBelow(folder)) {
    for (const checked of checkManifest(folder, file, index)) {
      const { selection, lock, fromNixpkgs, fromPip, decisions, needs, built, wrong, refused } = checked;
      const what = `${folder.split("/").at(-1)}/${checked.file} (${selection}${lock ? `, ${lock}` : ""})`;
      console.log(
        refused === null
          ? `${what}: ${fromNixpkgs} from nixpkgs, ${fromPip} from pip; ${decisions} decisions, ${needs} needs and ${built} edges of nixpkgs checked, ${wrong.length} wrong`
          : `${what}: refused: ${refused}`,
      );
      for (const line of wrong.slice(0, 12)) console.log(`    ${line}`);
      failures += wrong.length;
    }
  }
}
console.log(failures === 0 ? "nothing is wrong" : `${failures} wrong`);
process.exitCode = failures === 0 ? 0 : 1;
