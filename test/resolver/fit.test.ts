import { describe, expect, test } from "vitest";
import type { Candidate } from "../../src/nixpkgs/index.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import { misfit } from "../../src/resolver/fit.ts";

const candidate = (version: string, more: Partial<Candidate> = {}): Candidate => ({
  kind: "python",
  attribute: ["x"],
  version,
  comparable: version,
  sameDistribution: true,
  note: null,
  ...more,
});
const why = (found: Candidate, constraint: string) => misfit(found, parsePoetryConstraint(constraint));

describe("nixpkgs' version", () => {
  test("fits what accepts it", () => {
    expect([why(candidate("3.1"), ">=3,<4"), why(candidate("3.1"), "^2 || ^3"), why(candidate("3.1"), "*")]).toEqual([
      null,
      null,
      null,
    ]);
  });
  test("does not fit what refuses it, and the reason names both", () => {
    expect(why(candidate("3.1"), "^2.5")).toBe("nixpkgs has 3.1 and >=2.5,<3.0 is required");
    expect(why(candidate("3.1"), "^1 || ^2")).toBe("nixpkgs has 3.1 and >=1,<2 || >=2,<3 is required");
  });
  test("that is a pre-release fits only where one is asked for", () => {
    expect(why(candidate("3.1a1"), ">=3")).toBe("nixpkgs has 3.1a1, a pre-release, and >=3 is required");
    expect(why(candidate("3.1a1"), ">=3.1a0")).toBeNull();
    expect(why(candidate("3.1a1"), "*")).toBeNull();
  });
  test("that is none by PEP 440 fits what takes any version, and is compared by what can be told of it", () => {
    const unstable = { comparable: null };
    expect(why(candidate("0-unstable-2024-01-01", unstable), "*")).toBeNull();
    expect(why(candidate("0-unstable-2024-01-01", unstable), ">=1")).toBe(
      "nixpkgs has 0-unstable-2024-01-01, which cannot be compared with >=1",
    );
    expect(why(candidate("1.5-unstable-2024", { comparable: "1.5" }), ">=1")).toBeNull();
    expect(why(candidate("", { ...unstable, note: "a fork" }), ">=1")).toBe(
      "nixpkgs has no version, which cannot be compared with >=1 (a fork)",
    );
  });
});
