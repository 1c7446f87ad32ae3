// What nixpkgs' packages were built on, where the index knows their dependencies: more exact than a lock, whose versions
// are others, and all there is without one.

import { append } from "../append.ts";
import type { Candidate } from "../nixpkgs/index.ts";
import { NO_PLATFORM, type PlatformSet } from "../platforms.ts";
import { unique } from "../unique.ts";
import { type Active, type Context, isCandidate } from "./context.ts";
import { type Forced, requirementRefusal } from "./open.ts";
import type { Decision } from "./plan.ts";
import { chainOf, type SplitEdge, split, type Want } from "./split.ts";

/** A package of a graph and what nixpkgs has for it. */
export interface BuiltNode {
  readonly key: string;
  readonly candidate: Candidate | null;
}

/**
 * For each package those of the others that nixpkgs' own was built on, directly or through packages that are none of
 * them; null where the index does not tell.
 */
export function builtOn(context: Context, nodes: readonly BuiltNode[]): (readonly number[] | null)[] {
  const { index, interpreter } = context;
  const numbers = new Map<string, number[]>();
  for (const [node, { key }] of nodes.entries()) append(numbers, key, node);
  const needsOf = ({ kind, attribute }: Candidate) =>
    kind === "python" ? index.needs(attribute, interpreter.attribute) : null;
  return nodes.map(({ key, candidate }) => {
    const first = candidate && needsOf(candidate);
    if (!first) return null;
    const found = new Set<number>();
    const seen = new Set(first);
    for (const name of seen) {
      const known = name === key ? undefined : numbers.get(name);
      for (const node of known ?? []) found.add(node);
      if (known) continue;
      const other = context.find(name);
      for (const next of (isCandidate(other) && needsOf(other)) || []) seen.add(next);
    }
    return [...found];
  });
}

/** The same as edges that lead to each package. */
export function builtEdges(context: Context, nodes: readonly BuiltNode[]): SplitEdge[][] {
  const incoming = nodes.map((): SplitEdge[] => []);
  for (const [from, needs] of builtOn(context, nodes).entries()) {
    for (const to of needs ?? []) incoming[to]?.push({ from, to, platforms: ~NO_PLATFORM });
  }
  return incoming;
}

/** What of the requirements that no lock decides goes with something from pip, since nixpkgs built it against that. */
export function forcedByIndex(
  context: Context,
  active: readonly Active[],
  constraints: readonly Active[],
  fromPip: readonly Forced[],
  decided: readonly Decision[],
): Forced[] {
  if (!context.index.hasEdges) return [];
  const pip = decided.filter((decision) => decision.from === "pip");
  const keys = unique([...active.map(({ requirement }) => requirement.key), ...pip.map(({ key }) => key)]);
  const nodes = keys.map((key): BuiltNode => {
    const found = context.find(key);
    return { key, candidate: isCandidate(found) ? found : null };
  });
  const numbers = new Map(keys.map((key, node) => [key, node]));
  const wanted = keys.map(() => NO_PLATFORM);
  const wants: Want[] = [];
  const want = (key: string, platforms: PlatformSet, refusal: string | null, by: string | null = null) => {
    const node = numbers.get(key);
    if (node !== undefined) wants.push({ node, platforms, refusal, by });
  };
  for (const { requirement, platforms } of active) {
    const node = numbers.get(requirement.key) as number;
    wanted[node] = (wanted[node] ?? NO_PLATFORM) | platforms;
    want(requirement.key, platforms, requirementRefusal(context, requirement, context.find(requirement.key)));
  }
  for (const { requirement, platforms } of constraints)
    want(requirement.key, platforms, requirementRefusal(context, requirement, context.find(requirement.key)));
  for (const { key, platforms, reason, cause } of [...fromPip, ...pip]) {
    const node = numbers.get(key);
    if (node !== undefined) wanted[node] = (wanted[node] ?? NO_PLATFORM) | platforms;
    want(key, platforms, reason, cause.by);
  }
  const incoming = builtEdges(context, nodes);
  const sides = split<SplitEdge>(
    {
      size: nodes.length,
      wanted: (node) => wanted[node] ?? NO_PLATFORM,
      edges: () => [],
      incoming: (node) => incoming[node] ?? [],
      refusal: () => null,
      isBuiltOn: ({ from }) => !context.isForced(nodes[from]?.key ?? ""),
    },
    wants,
  );
  return keys.flatMap((key, node): Forced[] => {
    const platforms = sides[node]?.pip ?? NO_PLATFORM;
    if (platforms === NO_PLATFORM) return [];
    const { nodes: chain, cause } = chainOf(sides, node);
    if (chain.length === 1) return [];
    const builtOn = chain.slice(1).map((at) => keys[at] ?? "");
    const reason = builtReason(nodes[node]?.candidate?.version ?? "", builtOn, cause.reason);
    const by = cause.kind === "wanted" ? cause.by : null;
    return [{ key, platforms, reason, cause: { builtOn, by, isSet: context.isFromPip(builtOn.at(-1) ?? "") } }];
  });
}

/** `nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from pip: ...` for the names of a chain. */
function builtReason(version: string, names: readonly string[], reason: string): string {
  const step = (i: number) => `${names[i]}, which ${i === 0 ? "it" : names[i - 1]} is built against,`;
  return chainReason(version, names.length, step, reason);
}

/** Of a longer chain a reason tells the beginning and the end. */
const MOST_STEPS = 8;

/** A reason from the steps of a chain, `numpy, which it is built against,`. */
export function chainReason(version: string, length: number, step: (i: number) => string, reason: string): string {
  const told = length > MOST_STEPS + 1 ? MOST_STEPS - 1 : length;
  const steps = [
    ...Array.from({ length: told }, (_, i) => step(i)),
    ...(told < length ? [`${length - told - 1} more`, step(length - 1)] : []),
  ];
  return `nixpkgs' ${version} would fit, but ${steps.join(" and ")} ${steps.length > 1 ? "come" : "comes"} from pip: ${reason}`;
}
