import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSpecifierSet } from "../../src/pep/pep440.ts";
import {
  andMarkers,
  evaluateMarker,
  formatMarker,
  type Marker,
  MarkerError,
  type MarkerOperator,
  type MarkerVariable,
  parseMarker,
  parseRequirement,
} from "../../src/pep/pep508.ts";
import { underlined } from "../support/standard-errors.ts";

/** What was read, written in one form. */
function read(text: string): string {
  const { name, extras, specifier, url, marker } = parseRequirement(text);
  const parts = [
    `${name}${extras.length > 0 ? `[${extras.join(",")}]` : ""}${formatSpecifierSet(specifier)}`,
    ...(url === null ? [] : [`@ ${url}`]),
    ...(marker === null ? [] : [`; ${formatMarker(marker)}`]),
  ];
  return parts.join(" ");
}

describe("a requirement", () => {
  test.each([
    ["flask", "flask"],
    ["  Flask  ", "Flask"],
    ["a.b-c_d", "a.b-c_d"],
    ["name_", "name_"],
    ["flask>=3.0,<4", "flask>=3.0,<4"],
    ["flask >= 3.0 , < 4", "flask>=3.0,<4"],
    ["flask(>=3.0,<4)", "flask>=3.0,<4"],
    ["flask (>=3.0,<4,)", "flask>=3.0,<4"],
    ["flask ()", "flask"],
    ["urllib3[secure, socks]~=1.26", "urllib3[secure,socks]~=1.26"],
    ["urllib3 [ secure ] ~= 1.26", "urllib3[secure]~=1.26"],
    ["urllib3[]", "urllib3"],
    ['a; sys_platform == "linux"', 'a ; sys_platform == "linux"'],
    ["a>=1 ; sys_platform == 'linux'", 'a>=1 ; sys_platform == "linux"'],
    ["a @ https://example.org/a.zip", "a @ https://example.org/a.zip"],
    ["a@https://example.org/a.zip", "a @ https://example.org/a.zip"],
    [
      "a[x] @ git+https://example.org/a@v1 ; os_name == 'posix'",
      'a[x] @ git+https://example.org/a@v1 ; os_name == "posix"',
    ],
    ["a @ https://example.org/a;b.zip", "a @ https://example.org/a;b.zip"],
    ["a===whatever", "a===whatever"],
  ])("%j", (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  test("an error says what was expected, and where", () => {
    expect(
      [
        "",
        "-e .",
        "foo==",
        "foo>=1 2",
        "foo=1",
        "foo[a",
        "foo[a b]",
        "foo[a,]",
        "foo (>=1",
        "foo @",
        "foo @ https://x y",
        "foo; ",
        "foo; python_version",
        "foo; python_version >= 3",
        "foo; pythonversion >= '3'",
        "foo; (os_name == 'a'",
        "foo; os_name == 'a' os_name == 'b'",
        "foo; os_name not 'a'",
        "foo; os_name == '\\x1'",
        "foo bar",
        "foo!",
      ].map((text) => underlined(parseRequirement, text)),
    ).toMatchInlineSnapshot(`
      [
        "→←  expected a package name",
        "→-e← .  expected a package name",
        "foo==→←  expected a version after \`==\`",
        "foo>=1 →2←  expected a comma between version specifiers, \`;\` before a marker, or the end",
        "foo→=←1  expected \`==\` instead of \`=\`",
        "foo→[a←  expected \`]\` after the extras",
        "foo[a →b]←  expected a comma between the names of extras",
        "foo[a,→]←  expected the name of an extra after the comma",
        "foo →(>=1←  expected \`)\` after the version specifiers",
        "foo @→←  expected a URL after \`@\`",
        "foo @ https://x →y←  expected \`;\` and a marker after the URL, or the end",
        "foo; →←  expected a marker variable such as \`sys_platform\`, or a quoted string",
        "foo; python_version→←  expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in",
        "foo; python_version >= →3←  expected a marker variable such as \`sys_platform\`, or a quoted string",
        "foo; →pythonversion← >= '3'  expected a marker variable such as \`sys_platform\`, or a quoted string",
        "foo; →(os_name == 'a'←  expected \`)\` after the marker",
        "foo; os_name == 'a' →os_name← == 'b'  expected the end of the requirement",
        "foo; os_name not →'a'←  expected \`in\` after \`not\`",
        "foo; os_name == →'\\x1'←  expected a string that Python can read: an escape or a character in it is wrong",
        "foo →bar←  expected a version specifier, \`;\` before a marker, or the end",
        "foo→!←  expected a version specifier, \`;\` before a marker, or the end",
      ]
    `);
  });

  test("a marker may not nest without end", () => {
    const nested = (depth: number) => `${"(".repeat(depth)}os_name == "a"${")".repeat(depth)}`;
    expect(formatMarker(parseMarker(nested(200)))).toBe('os_name == "a"');
    expect(() => parseMarker(nested(201))).toThrow("deeper");
    expect(() => parseMarker(nested(100_000))).toThrow("deeper");
  });
});

const LINUX = {
  python_version: "3.13",
  python_full_version: "3.13.7",
  implementation_version: "3.13.7",
  implementation_name: "cpython",
  platform_python_implementation: "CPython",
  os_name: "posix",
  sys_platform: "linux",
  platform_system: "Linux",
  platform_machine: "x86_64",
  extra: "",
};

describe("a marker", () => {
  test.each([
    "python_version >= '3.9'",
    "'3.9' <= python_version",
    "python_version < '3.100'",
    "python_full_version >= '3.13.7'",
    "python_version ~= '3.9'",
    "python_version == '3.*'",
    "python_version in '3.12 3.13'",
    "'3' in python_version",
    "sys_platform != 'win32'",
    "'linux' in sys_platform",
    "platform_machine not in 'arm64 aarch64'",
    "os_name == 'nt' or os_name == 'posix'",
    "os_name == 'posix' or os_name == 'nt' and sys_platform == 'x'",
    "(os_name == 'posix' or os_name == 'nt') and sys_platform == 'linux'",
    "extra != 'test'",
    // The legacy spellings, and the one of setuptools.
    "os.name == 'posix'",
    "sys.platform == 'linux'",
    "platform.machine == 'x86_64'",
    "platform.python_implementation == 'CPython'",
    "python_implementation == 'CPython'",
  ])("%s holds with CPython 3.13 on Linux", (text) => {
    expect(evaluateMarker(parseMarker(text), LINUX)).toBe(true);
  });

  test.each([
    "python_version < '3.9'",
    "python_version == '3.1'",
    "python_version > '3.13'",
    "sys_platform == 'win32'",
    "sys_platform > 'a'",
    "os_name == 'nt' or os_name == 'posix' and sys_platform == 'win32'",
    "extra == 'test'",
    "platform_machine in 'arm64 aarch64'",
  ])("%s does not", (text) => {
    expect(evaluateMarker(parseMarker(text), LINUX)).toBe(false);
  });

  test("an extra is compared by its normalized name", () => {
    expect(evaluateMarker(parseMarker("extra == 'Fast_IO'"), { extra: "fast.io" })).toBe(true);
  });

  test("PEP 751's sets are asked by `in`", () => {
    const environment = { extras: new Set(["Fast_IO"]), dependency_groups: new Set(["dev"]) };
    expect(evaluateMarker(parseMarker("'fast-io' in extras and 'docs' not in dependency_groups"), environment)).toBe(
      true,
    );
  });

  test("a variable without a value, and an order of words, are errors", () => {
    expect(() => evaluateMarker(parseMarker("platform_release == '6'"), LINUX)).toThrow(MarkerError);
    expect(() => evaluateMarker(parseMarker("sys_platform ~= 'linux'"), LINUX)).toThrow(MarkerError);
    // An error in one operand never hides behind another one.
    expect(() => evaluateMarker(parseMarker("os_name == 'posix' or sys_platform ~= 'x'"), LINUX)).toThrow(MarkerError);
  });

  test("`and` binds more strongly than `or`, and is printed so", () => {
    const text = '(os_name == "a" or os_name == "b") and os_name == "c" or os_name == "d"';
    expect(formatMarker(parseMarker(text))).toBe(text);
    expect(formatMarker(parseMarker("(os_name == 'a') and ((os_name == 'b' and os_name == 'c'))"))).toBe(
      'os_name == "a" and os_name == "b" and os_name == "c"',
    );
  });

  test("printing and parsing gives the same marker", () => {
    const operand = fc.string({ unit: "binary", maxLength: 8 }).filter((value) => !/[\ud800-\udfff]/.test(value));
    const comparison: fc.Arbitrary<Marker> = fc.record({
      kind: fc.constant("compare" as const),
      left: fc.record({
        kind: fc.constant("variable" as const),
        name: fc.constantFrom<MarkerVariable>("os_name", "python_version", "platform_machine"),
      }),
      operator: fc.constantFrom<MarkerOperator>("==", "!=", "<", ">=", "in", "not in", "~=", "==="),
      right: fc.record({ kind: fc.constant("value" as const), value: operand }),
    });
    const { tree } = fc.letrec<{ tree: Marker }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        comparison,
        fc.record({
          kind: fc.constantFrom("and" as const, "or" as const),
          operands: fc.array(tie("tree") as fc.Arbitrary<Marker>, { minLength: 2, maxLength: 3 }),
        }),
      ),
    }));
    fc.assert(
      fc.property(tree, (marker) => {
        const text = formatMarker(marker);
        expect(formatMarker(parseMarker(text))).toBe(text);
        expect(leaves(parseMarker(text))).toEqual(leaves(marker));
      }),
    );
  });

  test("two markers together, `null` standing for always", () => {
    const [a, b] = [parseMarker("os_name == 'a'"), parseMarker("os_name == 'b' and os_name == 'c'")];
    expect(andMarkers(null, null)).toBeNull();
    expect(andMarkers(a, null)).toBe(a);
    expect(andMarkers(null, b)).toBe(b);
    expect(formatMarker(andMarkers(a, b) as Marker)).toBe('os_name == "a" and os_name == "b" and os_name == "c"');
  });
});

function leaves(marker: Marker): Marker[] {
  return marker.kind === "compare" ? [marker] : marker.operands.flatMap(leaves);
}
