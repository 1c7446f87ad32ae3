// Lists whose elements stand under platform conditions.

import { append } from "../append.ts";
import { apply, type Expression, type Item, list, operation, select } from "../nix/expression.ts";
import { ALL_PLATFORMS, NO_PLATFORM, type PlatformSet } from "../platforms.ts";
import { platformCondition } from "./platform-condition.ts";

/** An element and where it belongs. */
export interface Conditional {
  readonly platforms: PlatformSet;
  readonly item: Item;
}

/** An element that belongs to some platforms. */
export function on(platforms: PlatformSet, value: Expression): Conditional {
  return { platforms, item: { comment: [], value } };
}

/** An element that belongs everywhere. */
export function always(value: Expression): Conditional {
  return on(ALL_PLATFORMS, value);
}

/** The elements of all platforms first, then `lib.optionals` for each other set; `more` follows as it is. */
export function conditionalList(elements: readonly Conditional[], more: readonly Expression[] = []): Expression {
  const groups = new Map<PlatformSet, Item[]>();
  for (const { platforms, item } of elements) {
    if (platforms !== NO_PLATFORM) append(groups, platforms, item);
  }
  const sorted = [...groups].sort(([a], [b]) => b - a);
  const parts = sorted.map(([platforms, items]) => guarded(platforms, list(items)));
  if (parts.length === 0 && more.length === 0) return list([]);
  return operation("++", [...parts, ...more]);
}

/** A list that is empty on other platforms. */
export function guarded(platforms: PlatformSet, value: Expression): Expression {
  const condition = platformCondition(platforms);
  return condition === null ? value : apply(select("lib.optionals"), condition, value);
}

/** The parts that a list is joined from. */
export function operandsOf(expression: Expression): readonly Expression[] {
  return expression.kind === "operation" && expression.operator === "++" ? expression.operands : [expression];
}
