import { describe, expect, test } from "vitest";
import type { Expression } from "../../src/nix/expression.ts";
import { print } from "../../src/nix/print.ts";
import {
  ALL_PLATFORMS,
  NO_PLATFORM,
  PLATFORMS,
  type Platform,
  type PlatformSet,
  platformsWhere,
} from "../../src/platforms.ts";
import { platformCondition } from "../../src/shells/platform-condition.ts";

/** Whether a condition holds on a platform, by the tree that is printed. */
function holds(condition: Expression, platform: Platform): boolean {
  switch (condition.kind) {
    case "select": {
      const [set, host, predicate, ...more] = condition.path;
      expect([set, host, more]).toEqual(["stdenv", "hostPlatform", []]);
      expect(predicate).toMatch(/^is[A-Z]|^is[xi]/);
      return predicate === platform.kernel || predicate === platform.cpu;
    }
    case "not":
      return !holds(condition.operand, platform);
    case "operation":
      expect(condition.operands.length).toBeGreaterThan(1);
      if (condition.operator === "&&") return condition.operands.every((operand) => holds(operand, platform));
      if (condition.operator === "||") return condition.operands.some((operand) => holds(operand, platform));
  }
  throw new Error(`a condition has no ${condition.kind}`);
}

test("every one of the 2047 sets has a condition that holds on exactly its platforms", () => {
  for (let set: PlatformSet = 1; set <= ALL_PLATFORMS; set++) {
    const condition = platformCondition(set);
    const found = condition === null ? ALL_PLATFORMS : platformsWhere((platform) => holds(condition, platform));
    if (found !== set) expect.fail(`${set} is printed as ${condition && print(condition, 0)}`);
  }
});

test("all platforms need no condition, none has none", () => {
  expect(platformCondition(ALL_PLATFORMS)).toBeNull();
  expect(() => platformCondition(NO_PLATFORM)).toThrow();
});

describe("a condition reads as a person would write it", () => {
  const set = (...systems: string[]) => platformsWhere(({ system }) => systems.some((part) => system.includes(part)));
  test.each<[string, PlatformSet]>([
    ["isLinux", set("linux")],
    ["isDarwin", set("darwin")],
    ["!isLinux", set("darwin", "freebsd")],
    ["!isDarwin", set("linux", "freebsd")],
    ["isLinux || isDarwin", set("linux", "darwin")],
    ["isAarch64", set("aarch64")],
    ["isx86_64", set("x86_64")],
    ["isx86_64 || isAarch64", set("x86_64", "aarch64")],
    ["isDarwin && isAarch64", set("aarch64-darwin")],
    ["isLinux && isx86_64", set("x86_64-linux")],
    ["isLinux && (isx86_64 || isAarch64)", set("x86_64-linux", "aarch64-linux")],
    ["isLinux && isx86_64 || isDarwin", set("x86_64-linux", "darwin")],
    ["isRiscV64", set("riscv64")],
    ["!isArmv7 && !isRiscV64", ALL_PLATFORMS & ~set("armv7l", "riscv64")],
  ])("%s", (condition, platforms) => {
    const printed = print(platformCondition(platforms) as Expression, 0).replaceAll("stdenv.hostPlatform.", "");
    expect(printed.replaceAll(/\((\S+ && \S+)\)/g, "$1")).toBe(condition);
  });
});

test("the kernels and processors of the platforms are told apart by their predicates", () => {
  const identities = PLATFORMS.map(({ kernel, cpu }) => `${kernel} ${cpu}`);
  expect(new Set(identities).size).toBe(PLATFORMS.length);
});
