import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allowsPrereleases,
  compareVersions,
  formatSpecifierSet,
  isPrerelease,
  parseSpecifierSet,
  parseVersion,
  satisfies,
  type Version,
} from "../../src/pep/pep440.ts";
import { underlined } from "../support/standard-errors.ts";

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (!parsed) throw new Error(`${text} should be a version`);
  return parsed;
}

describe("a version's normalized form", () => {
  test.each([
    ["1.0", "1.0"],
    [" v1.0\n", "1.0"],
    ["01.002.0003", "1.2.3"],
    ["1.0-alpha.1", "1.0a1"],
    ["1.0BETA", "1.0b0"],
    ["1.0c2", "1.0rc2"],
    ["1.0_preview_3", "1.0rc3"],
    ["1.0-1", "1.0.post1"],
    ["1.0.rev2", "1.0.post2"],
    ["1.0r", "1.0.post0"],
    ["1.0DEV", "1.0.dev0"],
    ["1!2.0", "1!2.0"],
    ["0!2.0", "2.0"],
    ["1.0+Ubuntu-1_02", "1.0+ubuntu.1.2"],
    ["1.0a1.post2.dev3+l", "1.0a1.post2.dev3+l"],
    ["20000000000000000000000001.0", "20000000000000000000000001.0"],
  ])("%j is %s", (text, normalized) => {
    expect(parseVersion(text)?.text).toBe(normalized);
  });

  test.each(["", "1.", "1.0-", "0-unstable-2024-01-01", "1.0+", "1.0+a..b", "latest", "1 .0", "1.0.*", "١.0"])(
    "%j is no version",
    (text) => {
      expect(parseVersion(text)).toBeNull();
    },
  );

  test("parsing the normalized form changes nothing", () => {
    const numeral = fc.nat({ max: 99 }).map(String);
    const part = (...words: string[]) => fc.option(fc.tuple(fc.constantFrom(...words), numeral), { nil: null });
    const text = fc
      .tuple(
        fc.array(numeral, { minLength: 1, maxLength: 4 }),
        part("a", "-beta", ".rc"),
        part(".post", "-", "rev"),
        part(".dev", "dev"),
        part("+abc.", "+"),
      )
      .map(([release, ...parts]) => release.join(".") + parts.map((found) => found?.join("") ?? "").join(""));
    fc.assert(
      fc.property(text, (written) => {
        const once = version(written);
        expect(version(once.text)).toEqual(once);
      }),
    );
  });
});

describe("the order of versions", () => {
  // PEP 440, "Summary of permitted suffixes and relative ordering".
  const ordered = [
    "1.dev0",
    "1.0.dev456",
    "1.0a1",
    "1.0a2.dev456",
    "1.0a12.dev456",
    "1.0a12",
    "1.0b1.dev456",
    "1.0b2",
    "1.0b2.post345.dev456",
    "1.0b2.post345",
    "1.0rc1.dev456",
    "1.0rc1",
    "1.0",
    "1.0+abc.5",
    "1.0+abc.7",
    "1.0+5",
    "1.0.post456.dev34",
    "1.0.post456",
    "1.0.15",
    "1.1.dev1",
    "1!0.1",
  ];
  test("is that of PEP 440", () => {
    const sorted = ordered
      .toReversed()
      .map(version)
      .sort(compareVersions)
      .map(({ text }) => text);
    expect(sorted).toEqual(ordered);
  });

  test("trailing zeros make no difference", () => {
    expect(compareVersions(version("1"), version("1.0.0"))).toBe(0);
  });

  test("numbers beyond 2^53 are exact", () => {
    expect(compareVersions(version("9007199254740993"), version("9007199254740992"))).toBeGreaterThan(0);
    expect(compareVersions(version("1+9007199254740993"), version("1+9007199254740992"))).toBeGreaterThan(0);
  });

  test("a pre-release and a development release are early, a post-release is not", () => {
    expect(["1a1", "1.dev1", "1.post1.dev1", "1.post1", "1+a"].map((text) => isPrerelease(version(text)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("what a specifier accepts", () => {
  test.each([
    // specifier, versions in it, versions outside
    ["", "1 0.1a1 nonsense", ""],
    ["==1.4", "1.4 1.4.0 1.4+local", "1.4.1 1.4a1 1.4.post1 nonsense"],
    ["==1.4+local", "1.4+local", "1.4 1.4+other"],
    ["==1.4.*", "1.4 1.4.9 1.4a1 1.4.post1 1.4+x", "1.5 1.41 1!1.4"],
    ["!=1.4.*", "1.5 1.3", "1.4 1.4.2"],
    ["!=1.4", "1.4.1 1.4a1", "1.4 1.4.0 1.4+x"],
    ["~=1.4.2", "1.4.2 1.4.9 1.4.2.post1", "1.4.1 1.5 2.4.2"],
    ["~=1.4", "1.4 1.9", "1.3 2.0"],
    ["~=1.4.post1", "1.4.post1 1.5", "1.4 2"],
    [">=1.4", "1.4 1.4.post1 2", "1.4a1 1.3"],
    ["<=1.4", "1.4 1.4+local 1.3", "1.4.post1 1.5"],
    [">1.4", "1.4.1 2", "1.4 1.4.post1 1.4+local 1.3"],
    [">1.4.post1", "1.4.post2 1.5", "1.4.post1 1.4.post1+x"],
    ["<1.4", "1.3 1.3.post1", "1.4 1.4a1 1.4.dev1"],
    ["<1.4b1", "1.4a1 1.3", "1.4b1 1.4"],
    ["===1.4-RC1", "1.4-rc1", "1.4rc1 1.4"],
    [">=1,<2,!=1.5", "1 1.4", "1.5 2 0.9"],
    [">=1!1", "1!1 2!0", "5"],
  ])("%j", (text, inside, outside) => {
    const set = parseSpecifierSet(text);
    const words = (list: string) => list.split(" ").filter((word) => word !== "");
    expect(words(inside).filter((candidate) => !satisfies(set, candidate))).toEqual([]);
    expect(words(outside).filter((candidate) => satisfies(set, candidate))).toEqual([]);
  });

  test("no pre-release where they are refused", () => {
    expect(satisfies(parseSpecifierSet(">=1"), "2a1", { prereleases: false })).toBe(false);
    expect(satisfies(parseSpecifierSet(">=1"), "2", { prereleases: false })).toBe(true);
  });

  test("a set that names a pre-release lets pre-releases in", () => {
    expect(
      [">=1a1", "==1.dev0", ">=1", "!=1a1", "==1.*"].map((text) => allowsPrereleases(parseSpecifierSet(text))),
    ).toEqual([true, true, false, false, false]);
  });
});

describe("a specifier set", () => {
  test("keeps the order and the spelling", () => {
    expect(formatSpecifierSet(parseSpecifierSet(" < 2.0 , >=1.00 ,, != 1.5.* "))).toBe("<2.0,>=1.00,!=1.5.*");
  });

  test.each(["==", ">=x", "1.2", ">=1 2", ">=1.*", "==1a1.*", ">=1+local", "~=1", ">=1; x", "=1", "==1||==2"])(
    "%j is refused",
    (text) => {
      expect(() => parseSpecifierSet(text)).toThrow();
    },
  );

  test("the error says what is wrong, and where", () => {
    expect(
      ["==", ">=1,>=x", "~=1", ">=1.*", "==1.0a1.*", ">=1+x", ">=1 2", "1.2"].map((text) =>
        underlined(parseSpecifierSet, text),
      ),
    ).toMatchInlineSnapshot(`
        [
          "==→←  expected a version after \`==\`",
          ">=1,>=→x←  expected a version by PEP 440 after \`>=\`",
          "→~=1←  \`~=\` needs a version with at least two numbers, such as \`~=1.4\`",
          "→>=1.*←  a wildcard \`.*\` can only be used with \`==\` or \`!=\`",
          "→==1.0a1.*←  a wildcard \`.*\` cannot follow a pre-release, post-release, development or local version",
          "→>=1+x←  a local version (\`+...\`) can only be used with \`==\` or \`!=\`",
          ">=1 →2←  expected a comma between version specifiers, or the end",
          "→1.2←  expected a version specifier such as \`>=1.2\`",
        ]
      `);
  });
});
