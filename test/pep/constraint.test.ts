import { expect, test } from "vitest";
import { admits, formatConstraint, isUnconstrained } from "../../src/pep/constraint.ts";
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
