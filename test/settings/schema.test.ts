import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { parse, stringify } from "smol-toml";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { PACKAGE_PATTERN, PROGRAM_PATTERN } from "../../src/settings/attribute-path.ts";
import { PACKAGE_KEYS, PATTERNS, readSettings, SETTINGS_KEYS } from "../../src/settings/read.ts";
import { contradictionOf, INSTALLERS, MATCHES, PROVIDERS } from "../../src/settings/settings.ts";
import { CONTRADICTORY, INVALID, VALID } from "./samples.ts";

const SCHEMA = JSON.parse(readFileSync(new URL("../../schema/settings-1.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: false }).compile(SCHEMA);

/** A TOML value as JSON: a date becomes null, which no setting is. */
function asJson(value: unknown): unknown {
  if (value instanceof Date) return null;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]));
  return value;
}

const bySchema = (text: string): boolean => validate(asJson(parse(text, { integersAsBigInt: "asNeeded" })));

/** Null when the reader takes the text, else its message. Anything but an InputError is thrown on. */
function byReader(text: string): string | null {
  try {
    readSettings(new TomlDocument(text, "py2nix.toml").root);
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe("the schema", () => {
  test("has the keys, words and patterns of the reader", () => {
    const { properties, $defs } = SCHEMA;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...SETTINGS_KEYS]));
    expect(Object.keys(properties)).toHaveLength(SETTINGS_KEYS.length);
    expect(Object.keys($defs.package.properties)).toEqual([...PACKAGE_KEYS]);
    expect(properties.installer.enum).toEqual(INSTALLERS);
    expect($defs.match.enum).toEqual(MATCHES);
    expect($defs.package.properties.from.enum).toEqual(PROVIDERS);
    expect(properties.python.pattern).toBe(PATTERNS.python.source);
    expect(properties.style.pattern).toBe(PATTERNS.style.source);
    expect(properties.output.pattern).toBe(PATTERNS.output.source);
    expect(properties.lock.pattern).toBe(PATTERNS.lock.source);
    expect($defs.package.properties.reason.pattern).toBe(PATTERNS.reason.source);
    expect($defs.attribute.pattern).toBe(PROGRAM_PATTERN.source);
    expect($defs.package.properties.attribute.pattern).toBe(PACKAGE_PATTERN.source);
  });

  test("describes every key", () => {
    const { properties, $defs } = SCHEMA;
    const described = [...Object.values(properties), ...Object.values($defs.package.properties)];
    for (const property of described) expect(property).toHaveProperty("description", expect.stringMatching(/\.$/));
  });

  test.each(VALID)("takes %j", (text) => {
    expect([bySchema(text), byReader(text)]).toEqual([true, null]);
  });

  test.each(INVALID)("refuses %j", (text, message) => {
    expect([bySchema(text), byReader(text)]).toEqual([false, message]);
  });

  test.each(CONTRADICTORY)("leaves to the reader %j", (text, message) => {
    expect([bySchema(text), byReader(text)]).toEqual([true, message]);
  });
});

/** Pieces of which right values, and values that are nearly right, are made. */
const word = fc.constantFrom(
  ...["3.12", "3", "compatible", "any", "pip", "uv", "nixpkgs", "auto", "none", "shell", "shell.nix", "a/b.nix"],
  ...["../b.nix", "numpy", "NumPy", "foo-bar", "Foo_Bar", "dev", "pkgs", "pkgs.git", "git", "xorg.libX11", '"2to3"'],
  ...["2to3", "a.in", "python3Packages.x", "a.${b}", '"${x}"', "constructor", "__proto__", "toString", "", "-", "\n"],
);
const scalar = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: fc.constantFrom("a", ".", '"', "$", "{", "}", "\\", "/", "-", " ", "\n"), maxLength: 8 }),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.constant(new Date(0)),
);
const list = fc.array(fc.oneof({ weight: 9, arbitrary: scalar }, fc.constant([]), fc.constant({})), { maxLength: 3 });
const packageTable = fc.dictionary(
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PACKAGE_KEYS) }, word),
  fc.oneof(scalar, list),
  { maxKeys: 3 },
);
const packages = fc.dictionary(
  word,
  fc.oneof({ weight: 5, arbitrary: packageTable }, scalar, fc.constant({ from: "pip" })),
  { maxKeys: 3 },
);
const settings = fc.dictionary(
  fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...SETTINGS_KEYS) }, word),
  fc.oneof(scalar, list, packages),
  { maxKeys: 3 },
);

/** Right values only, so that most of what is made of them is read. */
const name = fc.constantFrom("numpy", "NumPy", "foo-bar", "Foo_Bar", "constructor", "a.b");
const names = fc.array(name, { maxLength: 2 });
const path = fc.constantFrom("git", "pkgs.git", "xorg.libX11", 'a."b c"');
const paths = fc.array(path, { maxLength: 2 });
const match = fc.constantFrom(...MATCHES);
const rightPackage = fc
  .record(
    { from: fc.constantFrom(...PROVIDERS), attribute: path, match, libraries: paths, reason: fc.constant("why") },
    { requiredKeys: [] },
  )
  .filter((table) => Object.keys(table).length > 0);
const rightSettings = fc.record(
  {
    python: fc.constantFrom("3.9", "3.13"),
    match,
    style: fc.constant("shell"),
    pin: fc.boolean(),
    output: fc.constantFrom("shell.nix", "a/b.nix"),
    groups: names,
    "no-groups": names,
    extras: names,
    "all-groups": fc.boolean(),
    lock: fc.constantFrom("auto", "none", "../uv.lock"),
    installer: fc.constantFrom(...INSTALLERS),
    with: paths,
    libraries: paths,
    "from-pip": names,
    "from-nixpkgs": names,
    packages: fc.dictionary(name, rightPackage, { maxKeys: 3 }),
  },
  { requiredKeys: [] },
);

const LEFT_TO_THE_READER = / twice|both taken and left out|is to come from/;

/** That both judge alike; whether the text is right. */
function agree(table: object): boolean {
  const text = stringify(table);
  const message = byReader(text);
  if (bySchema(text)) {
    if (message !== null) expect(message).toMatch(LEFT_TO_THE_READER);
  } else {
    expect(message).not.toBeNull();
  }
  return message === null;
}

describe("of generated settings, the schema and the reader", () => {
  test("refuse the same, and nothing but an InputError is thrown", () => {
    const counts = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(settings, (table) => {
        counts[agree(table) ? "right" : "wrong"]++;
      }),
      { numRuns: 5000 },
    );
    expect(Math.min(counts.right, counts.wrong)).toBeGreaterThan(200);
  });

  test("take the same, and what is read contradicts itself nowhere", () => {
    let right = 0;
    fc.assert(
      fc.property(rightSettings, (table) => {
        if (!agree(table)) return;
        right++;
        const read = readSettings(new TomlDocument(stringify(table), "py2nix.toml").root);
        expect(read.packages.map(contradictionOf).filter((one) => one !== null)).toEqual([]);
        expect(new Set(read.packages.map(({ key }) => key)).size).toBe(read.packages.length);
      }),
      { numRuns: 3000 },
    );
    expect(right).toBeGreaterThan(500);
  });

  test.each(SETTINGS_KEYS)("judge alike the values of %s", (key) => {
    const value = fc.oneof(scalar, list, packages, rightSettings);
    fc.assert(
      fc.property(value, (value) => {
        agree({ [key]: value });
      }),
      { numRuns: 400 },
    );
  });
});
