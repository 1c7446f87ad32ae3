// Generated cases for the comparison with the `packaging` library: the same at every run. Half of the effort goes
// into texts that are nearly right.

import { Choices } from "./generate.ts";

/** What is put into a text to spoil it, or not. */
const SPOILERS = [
  ..." \t\n\r\x1c\x85\xa0\u2003\u200b\ufeff\0.-_+!*,;()[]@'\"\\=<>~#:/019abcdrvVex",
  ...["é", "ſ", "ı", "K", "٣", "１", "²", "Ⅷ", "ß", "日", "😀", "\u0301"],
  ...[".*", "==", "===", "not", "in", " and ", " or ", "post", "dev", "rc", "1.0", "''"],
];

const NUMERALS = [..."0011122233456789", "10", "11", "20", "00", "01", "007", "099", "2024", "20240131"];
const HUGE_NUMERALS = [
  "999999999999999",
  "1000000000000000",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "09007199254740993",
  "18446744073709551615",
  "18446744073709551616",
  "100000000000000000000000000000000000000001",
  "100000000000000000000000000000000000000002",
];
const PRE_KINDS = [
  ["a", "alpha"],
  ["b", "beta"],
  ["c", "rc", "pre", "preview"],
];
const POST_KINDS = ["post", "rev", "r"];
const SEPARATORS = ["", "", "", ".", "-", "_"];
const BLANKS = [" ", "  ", "\t", "\n", "\xa0", "\u3000", "\x1c", "\x85", "\u2028", "\r\n", "\v", "\f"];

/** A version apart from its spelling; a number that is null is left out. */
interface VersionParts {
  epoch: string | null;
  release: string[];
  pre: { kind: number; number: string | null } | null;
  post: { number: string | null } | null;
  dev: { number: string | null } | null;
  local: string[] | null;
}

function numeral(choices: Choices): string {
  return choices.chance(0.03) ? choices.pick(HUGE_NUMERALS) : choices.pick(NUMERALS);
}

function numberOrNone(choices: Choices): string | null {
  return choices.chance(0.2) ? null : numeral(choices);
}

function versionParts(choices: Choices): VersionParts {
  return {
    epoch: choices.chance(0.1) ? numeral(choices) : null,
    release: choices.list(1, choices.chance(0.1) ? 7 : 3, () => numeral(choices)),
    pre: choices.chance(0.3) ? { kind: choices.below(3), number: numberOrNone(choices) } : null,
    post: choices.chance(0.25) ? { number: numberOrNone(choices) } : null,
    dev: choices.chance(0.25) ? { number: numberOrNone(choices) } : null,
    local: choices.chance(0.2) ? choices.list(1, 3, () => localPart(choices)) : null,
  };
}

function localPart(choices: Choices): string {
  return choices.chance(0.5)
    ? numeral(choices)
    : choices.pick(["abc", "ubuntu", "1a", "a1", "0", "00", "x", "deadbeef", "2b"]);
}

/** A version near to another one: equal up to trailing zeros, or with a part added, removed or changed. */
function near(choices: Choices, parts: VersionParts): VersionParts {
  let varied: VersionParts = { ...parts, release: [...parts.release] };
  for (let times = choices.pick([0, 1, 1, 1, 2]); times > 0; times--) {
    const other = versionParts(choices);
    varied = choices.pick<() => VersionParts>([
      () => ({ ...varied, release: [...varied.release, "0"] }),
      () => ({ ...varied, release: varied.release.slice(0, Math.max(1, varied.release.length - 1)) }),
      () => ({ ...varied, release: [...varied.release.slice(0, -1), numeral(choices)] }),
      () => ({ ...varied, release: [...varied.release, numeral(choices)] }),
      () => ({ ...varied, epoch: choices.pick([null, "0", "1", other.epoch]) }),
      () => ({
        ...varied,
        pre: choices.chance(0.5) ? null : { kind: choices.below(3), number: numberOrNone(choices) },
      }),
      () => ({ ...varied, post: choices.chance(0.5) ? null : { number: numberOrNone(choices) } }),
      () => ({ ...varied, dev: choices.chance(0.5) ? null : { number: numberOrNone(choices) } }),
      () => ({ ...varied, local: choices.chance(0.4) ? null : choices.list(1, 2, () => localPart(choices)) }),
    ])();
  }
  return varied;
}

/** One of the many spellings of a version. */
function spell(choices: Choices, parts: VersionParts): string {
  const separator = () => choices.pick(SEPARATORS);
  const numbered = (kind: string, number: string | null) =>
    separator() +
    choices.letterCase(kind) +
    (number === null ? choices.pick(["", "", separator()]) : separator() + number);
  const post = (number: string | null) =>
    number !== null && choices.chance(0.3) ? `-${number}` : numbered(choices.pick(POST_KINDS), number);
  return (
    choices.maybe(0.06, () => choices.pick(["v", "V"])) +
    (parts.epoch === null ? "" : `${parts.epoch}!`) +
    parts.release.join(".") +
    (parts.pre ? numbered(choices.pick(PRE_KINDS[parts.pre.kind] ?? []), parts.pre.number) : "") +
    (parts.post ? post(parts.post.number) : "") +
    (parts.dev ? numbered("dev", parts.dev.number) : "") +
    (parts.local ? `+${parts.local.map((part) => choices.letterCase(part)).join(choices.pick([".", "-", "_"]))}` : "")
  );
}

function padded(choices: Choices, text: string): string {
  return choices.maybe(0.05, () => choices.pick(BLANKS)) + text + choices.maybe(0.05, () => choices.pick(BLANKS));
}

function spoiled(choices: Choices, probability: number, text: string): string {
  return choices.chance(probability) ? choices.mutate(text, SPOILERS) : text;
}

/** Pairs of versions, most of them close to each other in order or equal in other spellings. */
export function versionPairs(seed: number, count: number): (readonly [string, string])[] {
  const choices = new Choices(seed);
  return Array.from({ length: count }, () => {
    const parts = versionParts(choices);
    const other = choices.chance(0.75) ? near(choices, parts) : versionParts(choices);
    const write = (version: VersionParts) => spoiled(choices, 0.12, padded(choices, spell(choices, version)));
    return [write(parts), write(other)] as const;
  });
}

const OPERATORS = ["==", "==", "!=", "!=", "<=", ">=", "<", ">", "~=", "==="];

/** A clause about a version; most are valid. */
function clause(choices: Choices, parts: VersionParts, blank: () => string): string {
  const operator = choices.pick(OPERATORS);
  const bare: VersionParts = { ...parts, local: null };
  const plain: VersionParts = { ...bare, pre: null, post: null, dev: null };
  let version: string;
  if (operator === "===") {
    version = choices.pick([
      () => spell(choices, parts),
      () => parts.release.join("."),
      () => choices.pick(["", "foobar", "1.0-SNAPSHOT", "1.0.*", "Été", "1,2", ",>=1", "2,<3", "x'y\"", "==1", "("]),
    ])();
  } else if (operator === "==" || operator === "!=") {
    version = choices.pick([
      () => spell(choices, parts),
      () => spell(choices, parts),
      () => `${spell(choices, plain)}.*`,
      () => `${spell(choices, choices.chance(0.2) ? parts : plain)}.*`,
    ])();
  } else if (operator === "~=" && bare.release.length === 1 && choices.chance(0.8)) {
    version = spell(choices, { ...bare, release: [...bare.release, numeral(choices)] });
  } else {
    version = spell(choices, choices.chance(0.04) ? parts : bare) + choices.maybe(0.02, () => ".*");
  }
  return operator + blank() + version;
}

/** Specifier sets, each with a version to try it on. */
export function specifierCases(seed: number, count: number): (readonly [string, string])[] {
  const choices = new Choices(seed);
  const blank = () => choices.maybe(0.15, () => choices.pick(BLANKS));
  return Array.from({ length: count }, () => {
    const parts = versionParts(choices);
    const clauses = choices.list(choices.chance(0.03) ? 0 : 1, choices.pick([1, 1, 2, 3]), () =>
      clause(choices, near(choices, parts), blank),
    );
    const set = clauses.map((text) => blank() + text + blank()).join(choices.pick([",", ",", ",", ",,", ", ,"]));
    const written = set + choices.maybe(0.05, () => ",");
    const candidate = choices.chance(0.03)
      ? choices.pick(["foobar", "", "1.0-SNAPSHOT", "été", "1.0.*", "(", "1,2"])
      : padded(choices, spell(choices, near(choices, parts)));
    return [spoiled(choices, 0.08, written), spoiled(choices, 0.03, candidate)] as const;
  });
}

/** Specifier sets about versions that are near to each other, so that many leave little or nothing. */
export function setTexts(seed: number, count: number): string[] {
  const choices = new Choices(seed);
  return Array.from({ length: count }, () => {
    const parts = versionParts(choices);
    const clauses = choices.list(1, choices.pick([2, 3, 5]), () => clause(choices, near(choices, parts), () => ""));
    return clauses.join(",");
  });
}

const NAMES = [
  "a",
  "A0",
  "requests",
  "Flask_SQLAlchemy",
  "zope.interface",
  "foo--bar__baz..qux",
  "3to2",
  "backports.ssl-match_hostname",
  "x_",
  "not-in",
  "os_name",
  "extra",
];
const BAD_NAMES = ["", "-a", ".a", "_a", "a-", "a.", "é", "aé", "a b", "a/b", "A ", "²"];
const EXTRAS = ["a", "socks", "Foo_Bar", "foo.bar", "x-1", "tests", "e_"];
const URLS = [
  "https://example.com/a-1.0.tar.gz",
  "git+ssh://git@example.com/x/y.git@v1.0#egg=a&subdirectory=b",
  "file:///tmp/a%20b.whl",
  "./local/path",
  "https://example.com/a;b",
  "https://example.com/a.zip;python_version<'3'",
  "x",
  ";",
  "https://üñí.example/",
  "${ROOT}/a",
];

function name(choices: Choices): string {
  return choices.chance(0.97) ? choices.letterCase(choices.pick(NAMES)) : choices.pick(BAD_NAMES);
}

/** Blanks as a requirement may have them, rarely one that it may not have. */
function gap(choices: Choices, probability = 0.3): string {
  return choices.maybe(probability, () =>
    choices.chance(0.02) ? choices.pick(BLANKS) : choices.pick([" ", "  ", "\t", " \t"]),
  );
}

/** Requirement strings in every form, about half of them changed at a random place. */
export function requirementTexts(seed: number, count: number): string[] {
  const choices = new Choices(seed);
  const space = () => gap(choices);
  return Array.from({ length: count }, () => {
    const extras = choices.maybe(
      0.3,
      () =>
        `[${space()}${choices
          .list(0, 3, () => choices.pick(EXTRAS))
          .join(`${space()},${space()}`)}${choices.maybe(0.03, () => ",")}${space()}]`,
    );
    const marker = () => `${space()};${space()}${markerText(choices)}`;
    const start = space() + name(choices) + space() + extras + space();
    const text = choices.chance(0.2)
      ? `${start}@${space()}${choices.pick(URLS)}${choices.maybe(0.5, () => (choices.chance(0.8) ? ` ${marker()}` : marker()))}${space()}`
      : `${start}${specifierPart(choices)}${choices.maybe(0.5, marker)}${space()}`;
    return spoiled(choices, 0.4, text);
  });
}

function specifierPart(choices: Choices): string {
  const space = () => gap(choices);
  const set = choices.list(0, 3, () => clause(choices, versionParts(choices), space)).join(`${space()},${space()}`);
  const whole = set + choices.maybe(0.08, () => `${space()},`);
  return choices.pick([whole, whole, whole, `(${space()}${whole}${space()})`]);
}

const VERSION_VALUES = ["3", "3.8", "3.9", "3.10", "3.11", "3.13", "3.14", "3.15", "3.13.0", "3.13.9", "3.15.0a1", "4"];
const ODD_VERSION_VALUES = [
  "3.*",
  "3.13.*",
  "v3.13",
  "3.13.0rc1",
  "3.15.0a2.post1",
  "0!3.13",
  " 3.13 ",
  "3.9,3.10",
  "3.9 3.13",
  "=3.13",
  "=",
  ".*",
  "",
  "three",
  "3.13+local",
  "3.13.dev0",
  "6.8.0",
  "6.8.0-41-generic",
  "23.5.0",
  "2.6",
  "10",
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  python_version: VERSION_VALUES,
  python_full_version: VERSION_VALUES,
  implementation_version: VERSION_VALUES,
  platform_release: ["6.8.0", "23.5.0", "10", "6", "5.15.153.1-microsoft-standard-WSL2", "6.8.0-41-generic"],
  platform_version: ["#1 SMP PREEMPT_DYNAMIC", "10.0.22631", "Darwin Kernel Version 23.5.0", "10"],
  os_name: ["posix", "nt", "java", "POSIX"],
  sys_platform: ["linux", "linux2", "darwin", "win32", "cygwin", "linux darwin", "win"],
  platform_system: ["Linux", "Darwin", "Windows", "linux", "Java"],
  platform_machine: ["x86_64", "aarch64", "arm64", "AMD64", "ARM64", "i686", "x86_64 aarch64", ""],
  platform_python_implementation: ["CPython", "PyPy", "Jython", "cpython"],
  implementation_name: ["cpython", "pypy", "CPython"],
  extra: ["fast", "Foo_Bar", "foo-bar", "foo.bar", "", "a--b"],
  extras: ["fast", "Foo_Bar", "foo-bar", ""],
  dependency_groups: ["dev", "Dev_Tools", "dev-tools"],
};
const LEGACY_NAMES: Readonly<Record<string, readonly string[]>> = {
  os_name: ["os.name"],
  sys_platform: ["sys.platform"],
  platform_version: ["platform.version"],
  platform_machine: ["platform.machine"],
  platform_python_implementation: ["platform.python_implementation", "python_implementation"],
};
const VARIABLES = Object.keys(VALUES);
const NO_VARIABLES = [
  "python",
  "os-name",
  "platform.release",
  "python.version",
  "Extra",
  "EXTRAS",
  "sys",
  "extra_",
  "é",
];
const MARKER_OPERATORS = ["==", "==", "!=", "<", "<=", ">", ">=", "~=", "===", "in", "not in", "in", "not in"];

function quoted(choices: Choices, value: string): string {
  const quote = choices.pick(["'", '"']);
  const written = [...value].map((character) =>
    choices.chance(0.01)
      ? escaped(choices, character)
      : character === quote || character === "\\"
        ? `\\${character}`
        : character,
  );
  return quote + written.join("") + choices.maybe(0.02, () => choices.pick(ODD_ESCAPES)) + quote;
}

const ODD_ESCAPES = [
  "\\n",
  "\\q",
  "\\\\",
  "\\'",
  '\\"',
  "\\x4",
  "\\x41",
  "\\u00e9",
  "\\U0001F600",
  "\\U00110000",
  "\\777",
  "\\0",
  "\\8",
  "\\\n",
  "\\\r\n",
  "\n",
  "\\",
  "\0",
  "é",
  "\t",
  "\x0c",
  "#",
];

function escaped(choices: Choices, character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return choices.pick([
    () => (point < 256 ? `\\x${point.toString(16).padStart(2, "0")}` : character),
    () => `\\u${(point & 0xffff).toString(16).padStart(4, "0")}`,
    () => `\\U${point.toString(16).padStart(8, "0")}`,
    () => (point < 512 ? `\\${point.toString(8)}` : character),
  ])();
}

function variable(choices: Choices, key: string): string {
  if (choices.chance(0.005)) return choices.pick(NO_VARIABLES);
  const legacy = LEGACY_NAMES[key];
  return legacy && choices.chance(0.2) ? choices.pick(legacy) : key;
}

function comparison(choices: Choices): string {
  const key = choices.pick(VARIABLES);
  const operator = choices.pick(MARKER_OPERATORS);
  const isVersion = VALUES[key] === VERSION_VALUES || key === "platform_release";
  const value = isVersion && choices.chance(0.3) ? choices.pick(ODD_VERSION_VALUES) : choices.pick(VALUES[key] ?? []);
  const left = variable(choices, key);
  const right = quoted(choices, value);
  const isReversed = choices.chance(key === "extras" || key === "dependency_groups" ? 0.9 : 0.2);
  const operands = choices.chance(0.03)
    ? [left, variable(choices, choices.pick(VARIABLES))]
    : choices.chance(0.02)
      ? [right, quoted(choices, choices.pick([value, key, "os_name", "extra", "extras", "__proto__"]))]
      : isReversed
        ? [right, left]
        : [left, right];
  const written = operator === "not in" ? `not${choices.pick([" ", " ", " ", "  ", "\t"])}in` : operator;
  const isWord = operator.endsWith("in");
  const before = isWord && /\w$/.test(operands[0] ?? "") ? " " : gap(choices, 0.8);
  const after = isWord && /^\w/.test(operands[1] ?? "") ? " " : gap(choices, 0.8);
  return operands[0] + before + written + after + operands[1];
}

function markerText(choices: Choices, depth = 0): string {
  const shape = choices.next();
  if (depth > 3 || shape < 0.5) return comparison(choices);
  if (shape < 0.65) return `(${gap(choices, 0.1)}${markerText(choices, depth + 1)}${gap(choices, 0.1)})`;
  const left = markerText(choices, depth + 1);
  const right = markerText(choices, depth + 1);
  const before = /\w$/.test(left) ? " " : gap(choices, 0.9);
  const after = /^\w/.test(right) ? " " : gap(choices, 0.9);
  return left + before + choices.pick(["and", "or"]) + after + right;
}

/** Markers, nearly all valid. */
export function markerTexts(seed: number, count: number): string[] {
  const choices = new Choices(seed);
  return Array.from({ length: count }, () => spoiled(choices, 0.05, markerText(choices)));
}

/** What markers are evaluated in; lists stand for sets. */
export type Environment = Readonly<Record<string, string | readonly string[]>>;

const INTERPRETERS = ["3.9.25", "3.10.19", "3.11.14", "3.12.12", "3.13.9", "3.14.0", "3.15.0a2"];
const MACHINES = [
  {
    os: "posix",
    sys: "linux",
    system: "Linux",
    machine: "x86_64",
    release: "6.8.0-41-generic",
    version: "#1 SMP PREEMPT_DYNAMIC",
  },
  { os: "posix", sys: "linux", system: "Linux", machine: "aarch64", release: "6.6.30", version: "#1-NixOS SMP" },
  {
    os: "posix",
    sys: "darwin",
    system: "Darwin",
    machine: "x86_64",
    release: "23.5.0",
    version: "Darwin Kernel Version 23.5.0",
  },
  {
    os: "posix",
    sys: "darwin",
    system: "Darwin",
    machine: "arm64",
    release: "24.0.0",
    version: "Darwin Kernel Version 24.0.0",
  },
  { os: "nt", sys: "win32", system: "Windows", machine: "AMD64", release: "10", version: "10.0.22631" },
  { os: "nt", sys: "win32", system: "Windows", machine: "ARM64", release: "11", version: "10.0.26100" },
];
const SELECTIONS: readonly Environment[] = [
  {},
  { extra: "" },
  { extra: "Foo_Bar" },
  { extras: [], dependency_groups: [] },
  { extras: ["Foo.Bar", "fast"], dependency_groups: ["Dev_Tools"] },
  { extra: "fast", extras: ["foo-bar"], dependency_groups: ["dev"] },
];

/** Interpreters 3.9 to 3.15 on Linux, macOS and Windows; a few are PyPy, or builds between two releases. */
export const ENVIRONMENTS: readonly Environment[] = INTERPRETERS.flatMap((full, i) =>
  MACHINES.map(({ os, sys, system, machine, release, version }, j): Environment => {
    const isPyPy = i === 2 && j < 2;
    const fullVersion = i === 4 && j === 1 ? `${full}+` : i === 5 && j === 3 ? "3.14.0rc2" : full;
    return {
      python_version: full.split(".").slice(0, 2).join("."),
      python_full_version: fullVersion,
      implementation_version: isPyPy ? "7.3.19" : fullVersion,
      implementation_name: isPyPy ? "pypy" : "cpython",
      platform_python_implementation: isPyPy ? "PyPy" : "CPython",
      os_name: os,
      sys_platform: sys,
      platform_system: system,
      platform_machine: machine,
      platform_release: release,
      platform_version: version,
      ...SELECTIONS[(i + j) % SELECTIONS.length],
    };
  }),
);

/** Names of projects, extras and groups, and texts that are none. */
export function nameTexts(seed: number, count: number): string[] {
  const choices = new Choices(seed);
  const pieces = [..."-._", "--", "-_.", ...NAMES, ..."aZ09", "İ", "ΑΣ", "é", "ſ", "K", "ǅ", " ", "\n"];
  return Array.from({ length: count }, () =>
    choices.chance(0.4)
      ? spoiled(choices, 0.3, choices.letterCase(choices.pick(NAMES)))
      : choices.list(0, 6, () => choices.pick(choices.chance(0.9) ? pieces.slice(0, -8) : pieces)).join(""),
  );
}

export const SYSTEMS = [
  "x86_64-linux",
  "aarch64-linux",
  "i686-linux",
  "armv7l-linux",
  "riscv64-linux",
  "powerpc64le-linux",
  "s390x-linux",
  "loongarch64-linux",
  "x86_64-darwin",
  "aarch64-darwin",
] as const;
export const PYTHONS = ["3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];

const WHEEL_PLATFORMS = [
  "any",
  "linux_x86_64",
  "manylinux1_x86_64",
  "manylinux2010_i686",
  "manylinux2014_aarch64",
  "manylinux2014_armv7l",
  "manylinux_2_17_x86_64",
  "manylinux_2_28_aarch64",
  "manylinux_2_34_x86_64",
  "manylinux_2_39_riscv64",
  "manylinux_2_41_x86_64",
  "manylinux_2_27_ppc64le",
  "manylinux_2_31_s390x",
  "musllinux_1_2_x86_64",
  "macosx_10_9_x86_64",
  "macosx_10_9_universal2",
  "macosx_11_0_arm64",
  "macosx_11_0_universal2",
  "macosx_14_0_arm64",
  "macosx_14_4_arm64",
  "macosx_15_0_x86_64",
  "macosx_10_6_intel",
  "macosx_12_0_x86_64",
  "win32",
  "win_amd64",
  "win_arm64",
];
const WHEEL_PYTHONS = [
  "py3",
  "py2",
  "py39",
  "py311",
  "cp39",
  "cp310",
  "cp312",
  "cp313",
  "cp314",
  "cp32",
  "cp36",
  "pp310",
  "cp3",
];
const WHEEL_ABIS = ["none", "abi3", "cp39", "cp310", "cp312", "cp313", "cp313t", "cp314", "abi3t", "pypy310_pp73"];

/** File names of wheels, with build tags and compressed tag sets, and names that are nearly such. */
export function wheelNames(seed: number, count: number): string[] {
  const choices = new Choices(seed);
  const set = (tags: readonly string[]) =>
    choices.list(1, choices.pick([1, 1, 1, 2, 3]), () => choices.pick(tags)).join(".");
  return Array.from({ length: count }, () => {
    const project = choices.pick(["foo", "Foo_Bar", "zope.interface", "a", "été", "foo__bar", "_", "1", ""]);
    const version = spell(choices, { ...versionParts(choices), post: null });
    const build = choices.maybe(0.2, () => choices.pick(["1-", "0-", "2local-", "x1-", "1_2-", "007-", "-", "٣-"]));
    const [python, abi, platform] = choices.chance(0.3)
      ? ["py2.py3", "none", "any"]
      : [set(WHEEL_PYTHONS), set(WHEEL_ABIS), set(WHEEL_PLATFORMS)];
    const end = choices.chance(0.97) ? ".whl" : choices.pick([".WHL", ".tar.gz", ".whl.metadata", ""]);
    const text = `${project}-${version}-${build}${choices.letterCase(python)}-${abi}-${choices.letterCase(platform)}${end}`;
    return spoiled(choices, 0.2, text);
  });
}
