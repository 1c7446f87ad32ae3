import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { readOptions, type SettingsOptions } from "../../src/settings/options.ts";
import { readSettings } from "../../src/settings/read.ts";
import {
  contradictionOf,
  EMPTY_SETTINGS,
  INSTALLERS,
  inOrder,
  MATCHES,
  mergeSettings,
  type PackageSettings,
  PROVIDERS,
  type Settings,
} from "../../src/settings/settings.ts";

const file = (text: string) => readSettings(new TomlDocument(text, "py2nix.toml").root);
const merged = (text: string, options: SettingsOptions) => mergeSettings(file(text), readOptions(options));

/** A package in a line. */
function show({ name, from, attribute, match, libraries, reason }: PackageSettings): string {
  return [
    name,
    ...(from ? [`from ${from.value}`] : []),
    ...(attribute ? [`as ${attribute.value.kind} ${attribute.value.path.join(".")}`] : []),
    ...(match ? [`match ${match.value}`] : []),
    ...(libraries.length > 0 ? [`libraries ${libraries.map(({ value }) => value.join(".")).join(" ")}`] : []),
    ...(reason ? [`because ${reason.value}`] : []),
  ].join(", ");
}

describe("the command line over a file", () => {
  test("replaces a value and keeps where the others were set", () => {
    const settings = merged('python = "3.12"\nmatch = "any"\npin = true', { python: "3.13", pin: false });
    expect(settings.python).toEqual({ value: "3.13", origin: null });
    expect(settings.pin).toEqual({ value: false, origin: null });
    expect(settings.match).toEqual({ value: "any", origin: { file: "py2nix.toml", line: 2, column: 1 } });
  });

  test("adds to lists, each item once", () => {
    const settings = merged('with = ["git", "zlib"]\nextras = ["a"]', { with: ["jq", "git"], extra: ["B"] });
    expect(settings.with.map(({ value }) => value.join("."))).toEqual(["zlib", "jq", "git"]);
    expect(settings.extras.map(({ value }) => value)).toEqual(["a", "b"]);
  });

  test("takes a group that the file leaves out, and leaves out one that the file takes", () => {
    const settings = merged('groups = ["dev", "lint"]\nno-groups = ["docs", "slow"]', {
      group: ["docs"],
      noGroup: ["dev"],
    });
    expect(settings.groups.map(({ value }) => value)).toEqual(["lint", "docs"]);
    expect(settings.noGroups.map(({ value }) => value)).toEqual(["slow", "dev"]);
  });

  test.each<[string, SettingsOptions, string[]]>([
    ['attribute = "a"\nmatch = "any"\nreason = "why"', { fromPip: ["NumPy"] }, ["NumPy, from pip, because why"]],
    ['from = "pip"\nlibraries = ["zlib"]', { fromNixpkgs: ["numpy"] }, ["numpy, from nixpkgs"]],
    ['from = "pip"\nlibraries = ["zlib"]', { map: ["numpy=b"] }, ["numpy, as python b, libraries zlib"]],
    ['from = "pip"', { match: ["numpy=any"] }, ["numpy, match any"]],
    ['from = "nixpkgs"\nattribute = "a"', { map: ["numpy=pkgs.b"] }, ["numpy, from nixpkgs, as program b"]],
    ['match = "any"', { match: ["numpy=exact"] }, ["numpy, match exact"]],
    ['match = "any"', { fromPip: ["scipy"] }, ["numpy, match any", "scipy, from pip"]],
    ['match = "any"', { fromPip: ["aiohttp"] }, ["aiohttp, from pip", "numpy, match any"]],
  ])("[packages.numpy] %j with %j", (text, options, expected) => {
    expect(merged(`[packages.numpy]\n${text}`, options).packages.map(show)).toEqual(expected);
  });
});

const setting = <T>(value: fc.Arbitrary<T>) => value.map((value) => ({ value, origin: null }));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(setting(value));
const paths = fc.uniqueArray(setting(fc.constantFrom(["git"], ["zlib"], ["xorg", "libX11"])), {
  maxLength: 2,
  selector: ({ value }) => value.join("."),
});
const names = fc.uniqueArray(setting(fc.constantFrom("a", "b", "c")), { selector: ({ value }) => value });
const packageOf = (key: string): fc.Arbitrary<PackageSettings> =>
  fc
    .record({
      name: fc.constantFrom(key, key.toUpperCase()),
      key: fc.constant(key),
      origin: fc.constant(null),
      from: optional(fc.constantFrom(...PROVIDERS)),
      attribute: optional(fc.constantFrom({ kind: "python" as const, path: ["x"] })),
      match: optional(fc.constantFrom(...MATCHES)),
      libraries: paths,
      reason: optional(fc.constantFrom("why", "because")),
    })
    .filter((one) => contradictionOf(one) === null);
const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    python: optional(fc.constantFrom("3.12", "3.13")),
    match: optional(fc.constantFrom(...MATCHES)),
    style: optional(fc.constant("shell")),
    pin: optional(fc.boolean()),
    output: optional(fc.constant("shell.nix")),
    groups: names,
    noGroups: names,
    extras: names,
    allGroups: optional(fc.boolean()),
    allExtras: optional(fc.boolean()),
    lock: optional(fc.constantFrom("auto", "none")),
    project: optional(fc.boolean()),
    installer: optional(fc.constantFrom(...INSTALLERS)),
    with: paths,
    libraries: paths,
    allowUnfree: optional(fc.boolean()),
    packages: fc
      .tuple(fc.option(packageOf("a")), fc.option(packageOf("b")))
      .map((both) => both.filter((one) => one !== null)),
  })
  .map((one) => ({
    ...one,
    noGroups: one.noGroups.filter(({ value }) => !one.groups.some((group) => group.value === value)),
  }));

describe("merged settings", () => {
  test("contradict themselves nowhere, and hold all that the upper ones say", () => {
    fc.assert(
      fc.property(anySettings, anySettings, (base, over) => {
        const both = mergeSettings(base, over);
        expect(both.packages.map(contradictionOf).filter((one) => one !== null)).toEqual([]);
        expect(both.packages).toEqual(inOrder(both.packages));
        for (const list of [both.groups, both.noGroups, both.extras, both.with, both.libraries]) {
          expect(new Set(list.map(({ value }) => JSON.stringify(value))).size).toBe(list.length);
        }
        for (const { value } of both.groups) expect(both.noGroups.map((other) => other.value)).not.toContain(value);
        for (const key of Object.keys(over) as (keyof Settings)[]) {
          const said = over[key];
          if (said === null) expect(both[key]).toEqual(base[key]);
          else if (!Array.isArray(said)) expect(both[key]).toEqual(said);
          else if (key !== "packages") expect(both[key]).toEqual(expect.arrayContaining(said));
        }
        for (const one of over.packages) {
          const { libraries, ...said } = Object.fromEntries(
            Object.entries(one).filter(([, value]) => value !== null),
          ) as unknown as PackageSettings;
          const result = both.packages.find(({ key }) => key === one.key);
          expect(result).toMatchObject(said);
          expect(result?.libraries).toEqual(expect.arrayContaining([...libraries]));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("of nothing and something are something, twice the same is the same", () => {
    fc.assert(
      fc.property(anySettings, (one) => {
        expect(mergeSettings(EMPTY_SETTINGS, one)).toEqual(one);
        expect(mergeSettings(one, EMPTY_SETTINGS)).toEqual(one);
        expect(mergeSettings(one, one)).toEqual(one);
      }),
    );
  });
});
