import { describe, expect, test } from "vitest";
import { admits, commonVersion, formatConstraint, isUnconstrained } from "../../src/pep/constraint.ts";
import { parseSpecifierSet } from "../../src/pep/pep440.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";

test("a constraint is a union: one set is enough", () => {
  const constraint = parsePoetryConstraint("<1 || >=2,<3");
  expect(["0.9", "1.5", "2.5", "3"].map((version) => admits(constraint, version))).toEqual([true, false, true, false]);
});

test("a pre-release is in it only where its own set names one", () => {
  expect(admits(parsePoetryConstraint(">=1"), "2.0a1")).toBe(false);
  expect(admits(parsePoetryConstraint(">=2.0a0"), "2.0a1")).toBe(true);
  expect(admits(parsePoetryConstraint(">=3.0a0 || >=1"), "2.0a1")).toBe(false);
});

test("any version is in no constraint, a pre-release too", () => {
  expect(admits([[]], "2.0a1")).toBe(true);
  expect([[[]], parsePoetryConstraint("*"), parsePoetryConstraint("^1")].map(isUnconstrained)).toEqual([
    true,
    true,
    false,
  ]);
});

test("it is printed as Poetry writes unions", () => {
  expect(["*", "^1.2", "1.2 || ~2.1"].map((text) => formatConstraint(parsePoetryConstraint(text)))).toEqual([
    "*",
    ">=1.2,<2.0",
    "==1.2 || >=2.1,<2.2",
  ]);
});

describe("a version in all of several constraints", () => {
  const common = (...texts: string[]) => commonVersion(texts.map(parsePoetryConstraint));

  test.each([
    [[">=3", "<3"], null],
    [[">=3a1", "<3"], null],
    [[">=3", "<=3"], "3"],
    [["==3", "!=3"], null],
    [["==3.*", "<3.1", ">3"], "3.0.1.dev0"],
    [[">1", "<1.0.0.1"], "1.0.0.0.1.dev0"],
    [[">1.post1", "<1.post3"], "1.post2.dev0"],
    [["~=1.4", "!=1.*"], null],
    [["==1+a", "<=1"], "1+a"],
    [["==1", "==1+a"], "1+a"],
    [["^1 || ^3", ">=2"], "3"],
    [["^1 || ^3", "~2"], null],
    [["<1", ">=1!0"], null],
    [["*", "*"], "0.dev0"],
  ])("%j", (texts, version) => expect(common(...texts)).toBe(version));

  test("numbers beyond 2^53 are told apart", () => {
    expect(common(">9007199254740992.dev1", "<9007199254740992.dev3")).toBe("9007199254740992.dev2");
    expect(common(">=9007199254740993", "<=9007199254740992")).toBe(null);
  });

  test("`===` has its own text alone", () => {
    const sets = (...texts: string[]) => commonVersion(texts.map((text) => [parseSpecifierSet(text)]));
    expect(sets("===1.0", ">=1")).toBe("1.0");
    expect(sets("===1.0", "===1.0.0")).toBe(null);
    expect(sets("===nightly", ">=1")).toBe(null);
  });
});
