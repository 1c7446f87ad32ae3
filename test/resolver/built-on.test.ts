import { describe, expect, test } from "vitest";
import { indexOf, lines, lockOf, projectOf, reasons } from "../support/projects.ts";

// nixpkgs has everything of one letter in version 1, and knows what each was built on.
const versions = { a: "1", b: "1", c: "1", d: "1" };
const chain = indexOf(versions, { edges: { a: ["b"], b: ["c"], c: [], d: [] } });

describe("without a lock", () => {
  test("what nixpkgs built against a package from pip comes from pip too, also through others", () => {
    expect(reasons(projectOf(["a", "b", "c>=2", "d"]), chain)).toEqual({
      "a: pip a":
        "nixpkgs' 1 would fit, but b, which it is built against, and c, which b is built against, come from pip: nixpkgs has 1 and >=2 is required",
      "b: pip b":
        "nixpkgs' 1 would fit, but c, which it is built against, comes from pip: nixpkgs has 1 and >=2 is required",
      "c: pip c>=2": "nixpkgs has 1 and >=2 is required",
      "d: nixpkgs 1": "nixpkgs has 1",
    });
    expect(reasons(projectOf(["a", "c>=2"]), chain)).toEqual({
      "a: pip a":
        "nixpkgs' 1 would fit, but c, which it is built against, comes from pip: nixpkgs has 1 and >=2 is required",
      "c: pip c>=2": "nixpkgs has 1 and >=2 is required",
    });
  });
  test("on the systems where it does", () => {
    expect(lines(projectOf(["a", "c>=2; sys_platform == 'darwin'"]), chain)).toEqual([
      "a: nixpkgs 1 (!isDarwin)",
      "a: pip a (isDarwin)",
      "c: pip c>=2 (isDarwin)",
    ]);
  });
  test("of an index that does not know it, nothing is taken along", () => {
    expect(lines(projectOf(["a", "c>=2"]), indexOf(versions))).toEqual(["a: nixpkgs 1", "c: pip c>=2"]);
  });
  test("packages that need each other", () => {
    const circle = indexOf(versions, { edges: { a: ["b"], b: ["a"], c: [], d: [] } });
    expect(lines(projectOf(["a", "b>=2"]), circle)).toEqual(["a: pip a", "b: pip b>=2"]);
  });
});

describe("with a lock the index's dependencies take the place of the lock's", () => {
  test("where the locked version needs what nixpkgs' does not", () => {
    const lock = lockOf({ a: { version: "1", needs: ["d"] }, d: "2" });
    expect(lines(projectOf(["a", "d>=2"], { lock }), chain)).toEqual(["a: nixpkgs 1", "d: pip d==2"]);
  });
  test("where nixpkgs' needs what the locked version does not", () => {
    const lock = lockOf({ a: "1", c: "2" });
    expect(reasons(projectOf(["a", "c>=2"], { lock }), chain)).toEqual({
      "a: pip a==1":
        "nixpkgs' 1 would fit, but c, which it is built against, comes from pip: nixpkgs has 1 and >=2 is required",
      "c: pip c==2": "nixpkgs has 1 and >=2 is required",
    });
  });
});
