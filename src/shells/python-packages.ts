// The interpreter with nixpkgs' packages, and the programs beside it.

import { compareTexts } from "../compare.ts";
import { apply, type Expression, type Item, list, select } from "../nix/expression.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { type Conditional, conditionalList, guarded } from "./conditional-list.ts";

type FromNixpkgs = Extract<Decision, { from: "nixpkgs" }>;

/** The decisions for packages of nixpkgs that must be named, of one kind. */
export function listedPackages(plan: Plan, kind: "python" | "program"): FromNixpkgs[] {
  return plan.decisions.filter(
    (decision): decision is FromNixpkgs =>
      decision.from === "nixpkgs" && decision.listed && decision.package.kind === kind,
  );
}

/** `[ ps.flask ... ]` for `withPackages`, an attribute once however many names lead to it. */
export function packageList(decisions: readonly FromNixpkgs[]): Expression {
  const elements = merged(decisions).map(
    ({ attribute, platforms }): Conditional => ({ platforms, item: item(select("ps", ...attribute)) }),
  );
  // What an extra of nixpkgs' package adds; nothing where nixpkgs does not know the extra.
  const extras = decisions.flatMap(({ package: { attribute, extras } }) =>
    extras.map(({ name, platforms }) =>
      guarded(platforms, { kind: "select", path: ["ps", ...attribute, "optional-dependencies", name], or: list([]) }),
    ),
  );
  return conditionalList(elements, extras);
}

function merged(decisions: readonly FromNixpkgs[]): { attribute: readonly string[]; platforms: number }[] {
  const byName = new Map<string, { attribute: readonly string[]; platforms: number }>();
  for (const { package: nix, platforms } of decisions) {
    const name = nix.attribute.join(".");
    byName.set(name, { attribute: nix.attribute, platforms: platforms | (byName.get(name)?.platforms ?? 0) });
  }
  return [...byName].sort(([a], [b]) => compareTexts(a, b)).map(([, value]) => value);
}

function item(value: Expression): Item {
  return { comment: [], value };
}

/** The interpreter alone, or with packages. */
export function pythonWith(
  plan: Plan,
  decisions: readonly FromNixpkgs[],
  python: Expression = select("pkgs", plan.interpreter.attribute),
): Expression {
  if (decisions.length === 0) return python;
  const callee: Expression =
    python.kind === "select" ? { kind: "select", path: [...python.path, "withPackages"] } : python;
  return apply(callee, { kind: "lambda", argument: "ps", body: packageList(decisions) });
}
