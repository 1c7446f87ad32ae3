// Nix files that take `pkgs`.

import { type Binding, type Expression, type NixFile, referredNames } from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";
import { nixpkgsArgument } from "./nixpkgs.ts";
import type { RenderOptions } from "./style.ts";

/** The file of these bindings and this body. What they use of `lib` and `stdenv` is taken from `pkgs`. */
export function fileOf(plan: Plan, options: RenderOptions, bindings: readonly Binding[], body: Expression): NixFile {
  return {
    comment: options.header,
    arguments: nixpkgsArgument(plan.index, options.pin),
    bindings: [...inheritedBindings({ bindings, body }, ["lib", "stdenv"]), ...bindings],
    body,
  };
}

/** `inherit (pkgs) ...` of those names that are referred to. */
export function inheritedBindings(file: Pick<NixFile, "bindings" | "body">, names: readonly string[]): Binding[] {
  const referred = referredNames(file);
  const used = names.filter((name) => referred.has(name));
  return used.length === 0 ? [] : [{ kind: "inherit", from: "pkgs", names: used }];
}
