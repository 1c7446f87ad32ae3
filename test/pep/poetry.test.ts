import { describe, expect, test } from "vitest";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import { underlined } from "../support/standard-errors.ts";

// The tables of https://python-poetry.org/docs/dependency-specification/
describe("a Poetry constraint", () => {
  test.each([
    ["^1.2.3", ">=1.2.3,<2.0.0"],
    ["^1.2", ">=1.2,<2.0"],
    ["^1", ">=1,<2"],
    ["^0.2.3", ">=0.2.3,<0.3.0"],
    ["^0.0.3", ">=0.0.3,<0.0.4"],
    ["^0.0", ">=0.0,<0.1"],
    ["^0", ">=0,<1"],
    ["^2024.1", ">=2024.1,<2025.0"],
    ["~1.2.3", ">=1.2.3,<1.3.0"],
    ["~1.2", ">=1.2,<1.3"],
    ["~1", ">=1,<2"],
    ["~=1.2.3", ">=1.2.3,<1.3.0"],
    ["~=1.2", ">=1.2,<2.0"],
    ["*", "*"],
    ["1.*", "==1.*"],
    ["1.2.*", "==1.2.*"],
    ["!=1.2.*", "!=1.2.*"],
    ["1.2.3", "==1.2.3"],
    ["=1.2.3", "==1.2.3"],
    ["==1.2.3", "==1.2.3"],
    [">= 1.2, < 1.5", ">=1.2,<1.5"],
    [">=1.2 <1.5", ">=1.2,<1.5"],
    ["^1.2 || ^2.0", ">=1.2,<2.0 || >=2.0,<3.0"],
    ["^1.2 | ^2.0", ">=1.2,<2.0 || >=2.0,<3.0"],
    ["^1!2.0", ">=1!2.0,<1!3.0"],
  ])("%j is %s", (text, expanded) => {
    // The upper bound's zeros make no difference; they are taken off to compare.
    const trimmed = (value: string) => value.replace(/(<[0-9!.]*?)(?:\.0)+(?=$|,| )/g, "$1");
    expect(trimmed(formatConstraint(parsePoetryConstraint(text)))).toBe(trimmed(expanded));
  });

  test("a union with any version is any version", () => {
    expect(formatConstraint(parsePoetryConstraint("^1 || *"))).toBe("*");
  });

  test("an error points at the clause", () => {
    expect(
      ["", "^", "^x", ">=1.0, <y", "^1 || ", "===1.0", "~1.*", ">=1 || >=z"].map((text) =>
        underlined(parsePoetryConstraint, text),
      ),
    ).toMatchInlineSnapshot(`
      [
        "→←  expected a version constraint, such as \`^1.2\` or \`*\`",
        "→^←  expected a version after \`^\`",
        "→^x←  \`x\` is not a version",
        ">=1.0, →<y←  \`y\` is not a version",
        "^1 ||→ ←  expected a version constraint, such as \`^1.2\` or \`*\`",
        "→===1.0←  Poetry has no operator \`===\`",
        "→~1.*←  a wildcard cannot follow \`~\`",
        ">=1 || →>=z←  \`z\` is not a version",
      ]
    `);
  });
});
