import fc from "fast-check";
import { expect, test } from "vitest";
import { isValidName, normalizeName } from "../../src/pep/pep503.ts";

test.each([
  ["Flask_SQLAlchemy", "flask-sqlalchemy"],
  ["zope.interface", "zope-interface"],
  ["a-_.b", "a-b"],
  ["ruamel.yaml.clib", "ruamel-yaml-clib"],
  ["PyYAML", "pyyaml"],
])("%s is normalized to %s", (name, normalized) => {
  expect(normalizeName(name)).toBe(normalized);
});

test("normalizing twice is normalizing once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const once = normalizeName(name);
      expect(normalizeName(once)).toBe(once);
    }),
  );
});

test.each(["a", "7zip", "A.b_c-d", "x2"])("%j is a name", (name) => {
  expect(isValidName(name)).toBe(true);
});

test.each(["", "-a", "a-", "_a", "a b", "a/b", "é", "a\n"])("%j is no name", (name) => {
  expect(isValidName(name)).toBe(false);
});
