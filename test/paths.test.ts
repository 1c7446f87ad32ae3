import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basename, dirname, isAbsolute, joinPath, normalizePath, relativePath } from "../src/paths.ts";

const path = fc.array(fc.constantFrom("a", "b", ".", "..", "", "/"), { maxLength: 8 }).map((parts) => parts.join("/"));
const relative = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }).map((parts) => parts.join("/") || ".");
/** Node's own keeps a slash at the end. */
const trimmed = (text: string) => (text === "/" ? text : text.replace(/\/$/, ""));

describe("paths agree with Node's", () => {
  test("normalized", () => {
    fc.assert(fc.property(path, (text) => void expect(normalizePath(text)).toBe(trimmed(posix.normalize(text)))));
  });
  test("dirname and basename take a line end for any other character", () => {
    expect(["a\nb/c", "a\u2028b/c\n"].map((path) => [dirname(path), basename(path)])).toEqual([
      ["a\nb", "c"],
      ["a\u2028b", "c\n"],
    ]);
  });
  test("dirname and basename", () => {
    fc.assert(
      fc.property(path, (text) => {
        // Of several slashes Node takes one for a name.
        const single = text.replace(/\/+/g, "/");
        expect(dirname(single)).toBe(posix.dirname(single));
        expect(basename(single)).toBe(posix.basename(single));
      }),
    );
  });
  test("relative", () => {
    fc.assert(
      fc.property(relative, relative, (from, to) => {
        expect(relativePath(from, to)).toBe(posix.relative(from, to) || ".");
        expect(relativePath(`/${from}`, `/${to}`)).toBe(posix.relative(`/${from}`, `/${to}`) || ".");
      }),
    );
  });
});

test("a relative path is seen from the folder, an absolute one stays", () => {
  expect(joinPath("sub", "../x.txt")).toBe("x.txt");
  expect(joinPath("sub", "/x/./y")).toBe("/x/y");
  expect(joinPath(".", "x")).toBe("x");
  expect(joinPath("../a", "../../b")).toBe("../../b");
});

test("from a folder and to the file is the file", () => {
  fc.assert(
    fc.property(relative, relative, (from, to) => void expect(joinPath(from, relativePath(from, to))).toBe(to)),
  );
});

test("an absolute path begins with a slash", () => {
  expect(["/a", "a", "./a", "", "~"].map(isAbsolute)).toEqual([true, false, false, false, false]);
});
