// The argument `pkgs`: the user's nixpkgs, or the index's revision.

import { apply, attributes, bind, type Expression, type NixFile, text, verbatim } from "../nix/expression.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";

/** The file's arguments. */
export function nixpkgsArgument(release: NixpkgsRelease, pin: boolean): NixFile["arguments"] {
  const source: Expression = pin
    ? apply(
        verbatim("fetchTarball"),
        attributes(
          bind("url", text(`https://github.com/NixOS/nixpkgs/archive/${release.revision}.tar.gz`)),
          bind("sha256", text(release.narHash)),
        ),
      )
    : verbatim("<nixpkgs>");
  return [{ name: "pkgs", default: apply(verbatim("import"), source, attributes()) }];
}
