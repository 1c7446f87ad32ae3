import { resolve } from "node:path/posix";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromWorkingFolder, reachableFrom, seenFrom, seenFromAbove } from "../../src/cli/places.ts";
import { relativePath } from "../../src/paths.ts";

const part = fc.constantFrom("a", "b", "c");
const parts = (most: number) => fc.array(part, { maxLength: most });
const upAndDown = fc
  .tuple(fc.integer({ min: 0, max: 3 }), parts(3))
  .map(([up, down]) => [...Array<string>(up).fill(".."), ...down].join("/") || ".");
const cwd = fc.array(part, { minLength: 3, maxLength: 5 }).map((names) => `/${names.join("/")}`);

describe("a path that is reachable from a folder", () => {
  test("is the same path, and `relativePath` compares the two rightly", () => {
    fc.assert(
      fc.property(cwd, upAndDown, upAndDown, (here, folder, path) => {
        const reachable = reachableFrom(folder, path, here);
        expect(resolve(here, reachable)).toBe(resolve(here, path));
        expect(resolve(here, folder, relativePath(folder, reachable))).toBe(resolve(here, path));
      }),
    );
  });

  test.each([
    ["..", "requirements.txt", "../app/requirements.txt"],
    ["..", ".", "../app"],
    ["../..", "../x", "../../home/x"],
    ["nix", "a.txt", "a.txt"],
    ["..", "/etc/x", "/etc/x"],
    ["..", "-", "-"],
    ["..", "*/", "../app/*/"],
  ])("%s: %s is %s", (folder, path, reachable) => {
    expect(reachableFrom(folder, path, "/home/app")).toBe(reachable);
  });
});

describe("an absolute path", () => {
  test.each([
    ["/home/app/x/a.txt", ".", "x/a.txt"],
    ["/home/app", ".", "."],
    ["/home/lib/a.txt", "../lib", "../lib/a.txt"],
    ["/home/application/a.txt", ".", "/home/application/a.txt"],
    ["/nix/store/x", ".", "/nix/store/x"],
    ["a.txt", ".", "a.txt"],
  ])("%s, the output in %s: %s", (path, folder, seen) => {
    expect(fromWorkingFolder(path, "/home/app", folder)).toBe(seen);
  });
});

test.each([
  ["svc/api", "svc/api/a.txt", "a.txt"],
  ["svc/api", "svc/api", "."],
  ["nix", "a.txt", "../a.txt"],
  [".", "./a.txt", "a.txt"],
  [".", "-x", "./-x"],
  ["svc", "svc/-x", "./-x"],
  ["nix", "-", "-"],
  ["svc", "svc/*/", "*/"],
  ["svc", "/etc/../x", "/x"],
])("from %s, %s is %s", (folder, word, seen) => {
  expect(seenFrom(folder, word)).toBe(seen);
  if (!word.startsWith("-") && !word.startsWith("/")) expect(seenFromAbove(folder, seen)).toBe(word.replace("./", ""));
});

test("what is called - in another folder is no standard input", () => {
  expect([seenFromAbove("-", "."), seenFromAbove("a", "../-"), seenFromAbove("a", "-")]).toEqual(["./-", "./-", "-"]);
});
