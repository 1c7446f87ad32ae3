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
  test("of a long chain the reason tells the beginning and the end", () => {
    const names = Array.from({ length: 40 }, (_, i) => `p${String(i).padStart(2, "0")}`);
    const long = indexOf(Object.fromEntries(names.map((name) => [name, "1"])), {
      edges: Object.fromEntries(names.map((name, i) => [name, names.slice(i + 1, i + 2)])),
    });
    const found = reasons(projectOf([...names.slice(0, -1), "p39>=2"]), long);
    expect(found["p00: pip p00"]).toBe(
      `nixpkgs' 1 would fit, but p01, which it is built against, ${names
        .slice(2, 8)
        .map((name, i) => `and ${name}, which ${names[i + 1]} is built against, `)
        .join("")}and 31 more and p39, which p38 is built against, come from pip: nixpkgs has 1 and >=2 is required`,
    );
    expect(found["p30: pip p30"]).toContain("and p38, which p37 is built against, and p39,");
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
