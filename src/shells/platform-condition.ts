// Sets of platforms as Nix conditions over `stdenv.hostPlatform`.

import { type Expression, operation, select } from "../nix/expression.ts";
import {
  ALL_PLATFORMS,
  NO_PLATFORM,
  PLATFORMS,
  type Platform,
  type PlatformSet,
  platformsWhere,
} from "../platforms.ts";
import { unique } from "../unique.ts";

const KERNELS = ["isLinux", "isDarwin", "isFreeBSD"] as const;

/** The shortest plain condition that holds on exactly these platforms; null for all of them. Throws on none. */
export function platformCondition(platforms: PlatformSet): Expression | null {
  if (platforms === ALL_PLATFORMS) return null;
  if (platforms === NO_PLATFORM) throw new Error("a condition needs a platform");
  const rest = ALL_PLATFORMS & ~platforms;
  const byKernel = KERNELS.filter((kernel) => (platforms & where((platform) => platform.kernel === kernel)) !== 0);
  // Whole kernels, or all but whole kernels.
  const kernelsOnly = byKernel.every((kernel) => (rest & where((platform) => platform.kernel === kernel)) === 0);
  if (kernelsOnly) {
    const left = KERNELS.filter((kernel) => !byKernel.includes(kernel));
    const [one] = left;
    // Without FreeBSD alone: the two others say it better.
    return left.length === 1 && one && one !== "isFreeBSD"
      ? { kind: "not", operand: predicate(one) }
      : any(byKernel.map(predicate));
  }
  // The same processors whatever the kernel.
  const cpus = unique(PLATFORMS.map(({ cpu }) => cpu));
  const wanted = cpus.filter((cpu) => (platforms & where((platform) => platform.cpu === cpu)) !== 0);
  if (wanted.every((cpu) => (rest & where((platform) => platform.cpu === cpu)) === 0))
    return cpuCondition(wanted, cpus);
  return any(
    byKernel.map((kernel) => {
      const here = PLATFORMS.filter((platform) => platform.kernel === kernel);
      const some = here
        .filter((platform) => (platforms & where((other) => other === platform)) !== 0)
        .map(({ cpu }) => cpu);
      if (some.length === here.length) return predicate(kernel);
      return operation("&&", [
        predicate(kernel),
        cpuCondition(
          some,
          here.map(({ cpu }) => cpu),
        ),
      ]);
    }),
  );
}

/** One of some processors out of all that there are; negated where that is shorter. */
function cpuCondition(some: readonly string[], all: readonly string[]): Expression {
  const others = all.filter((cpu) => !some.includes(cpu));
  if (others.length >= some.length) return any(some.map(predicate));
  return operation(
    "&&",
    others.map((cpu): Expression => ({ kind: "not", operand: predicate(cpu) })),
  );
}

function predicate(name: string): Expression {
  return select("stdenv.hostPlatform", name);
}

function any(operands: readonly Expression[]): Expression {
  return operation("||", operands);
}

function where(test: (platform: Platform) => boolean): PlatformSet {
  return platformsWhere(test);
}
