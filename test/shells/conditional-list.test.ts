import { describe, expect, test } from "vitest";
import { list, select } from "../../src/nix/expression.ts";
import { print } from "../../src/nix/print.ts";
import { ALL_PLATFORMS, NO_PLATFORM, platformsWhere } from "../../src/platforms.ts";
import { conditionalList, guarded } from "../../src/shells/conditional-list.ts";

const DARWIN = platformsWhere(({ kernel }) => kernel === "isDarwin");
const LINUX = platformsWhere(({ kernel }) => kernel === "isLinux");
const element = (name: string, platforms: number) => ({ platforms, item: { comment: [], value: select(name) } });
const short = (expression: Parameters<typeof print>[0]) => print(expression, 0).replaceAll(/\s+/g, " ");

describe("a list", () => {
  test("whose elements belong everywhere is plain", () => {
    expect(short(conditionalList([element("a", ALL_PLATFORMS), element("b", ALL_PLATFORMS)]))).toBe("[ a b ]");
  });
  test("has what belongs everywhere first, then each set of platforms once", () => {
    const elements = [element("d", DARWIN), element("a", ALL_PLATFORMS), element("l", LINUX), element("e", DARWIN)];
    expect(short(conditionalList(elements))).toBe(
      "[ a ] ++ lib.optionals stdenv.hostPlatform.isDarwin [ d e ] ++ lib.optionals stdenv.hostPlatform.isLinux [ l ]",
    );
  });
  test("of conditional elements alone needs no empty list before them", () => {
    expect(short(conditionalList([element("d", DARWIN)]))).toBe("lib.optionals stdenv.hostPlatform.isDarwin [ d ]");
  });
  test("leaves out what belongs nowhere", () => {
    expect(short(conditionalList([element("x", NO_PLATFORM)]))).toBe("[ ]");
  });
  test("ends in what is given as it is", () => {
    expect(short(conditionalList([element("a", ALL_PLATFORMS)], [select("more")]))).toBe("[ a ] ++ more");
    expect(short(conditionalList([], [select("more")]))).toBe("more");
  });
});

test("a value is guarded unless it belongs everywhere", () => {
  expect(short(guarded(ALL_PLATFORMS, list([])))).toBe("[ ]");
  expect(short(guarded(LINUX, list([select("a")])))).toBe("lib.optionals stdenv.hostPlatform.isLinux [ a ]");
});
