// Where nixpkgs comes from: the user's own, or the index's revision.

import { apply, attributes, bind, type Expression, type NixFile, text, verbatim } from "../nix/expression.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";

/** What is imported. */
export function nixpkgsSource(release: NixpkgsRelease, pin: boolean): Expression {
  return pin
    ? apply(
        verbatim("fetchTarball"),
        attributes(
          bind("url", text(`https://github.com/NixOS/nixpkgs/archive/${release.revision}.tar.gz`)),
          bind("sha256", text(release.narHash)),
        ),
      )
    : verbatim("<nixpkgs>");
}

/** The file's arguments. */
export function nixpkgsArgument(release: NixpkgsRelease, pin: boolean): NixFile["arguments"] {
  const source = nixpkgsSource(release, pin);
  return [{ name: "pkgs", default: apply(verbatim("import"), source, attributes()) }];
}

/** Where a flake takes nixpkgs from: the index's revision, or the branch that it is of. */
export function nixpkgsFlake({ revision, channel }: NixpkgsRelease, pin: boolean): string {
  return `github:NixOS/nixpkgs/${pin ? revision : channel}`;
}
