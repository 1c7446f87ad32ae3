// Work grows with the input and not with its square: every regular expression of src, on texts made of itself, by the steps of
// a matcher that counts them. Deep nesting is read, or refused with an error of our own.

import { beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { parse } from "../../src/index.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readJson } from "../../src/manifests/json.ts";
import { readRequirementsFile } from "../../src/manifests/requirements-txt.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { readYaml } from "../../src/manifests/yaml.ts";
import { list } from "../../src/nix/expression.ts";
import { print } from "../../src/nix/print.ts";
import { parseMarker } from "../../src/pep/pep508.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import { StandardError } from "../../src/pep/scanner.ts";
import { messageOf } from "../support/errors.ts";
import { allExpressions, expressionsOf, type Found } from "./expressions.ts";
import { CountingExpression, pumpsOf, superlinear, TooManySteps } from "./steps.ts";

/** Those of which the work is bounded all the same, and by what. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  [
    String(/%(?:(%)|\(([^)]+)\)s)?/g),
    "the first `%(` without its end is an error, which ends the loop: the end of the text is sought once",
  ],
]);

/** What stood in src and took the square of a text, or what doubles with each character. */
const SUPERLINEAR: readonly RegExp[] = [
  /^(a+)+$/,
  /^(?:a|a)*$/,
  /(?:\w+\s?)+$/,
  /^a*a*$/,
  /[ \t]+$/,
  /\s*\[\s*\]/,
  /\B(?=(?:\d{3})+$)/g,
  /^(?:[^:\s]+::)?([A-Za-z0-9_][A-Za-z0-9._-]*)\s*(.*)$/,
  /^\s*\[+\s*(?:project|tool|build-system|dependency-groups)\b/m,
  /^\s*(?:setuptools\.)?setup\(/m,
  /(?:^|(?<!\s)\s+)#.*$/,
  /^\[metadata\]\s*\n(?:.*\n)*?(?:content-hash|lock-version)\s*=/m,
  /^-e\s+(.*)$/,
  /#.*$/,
  /\bpython_full_version == '(\d+\.\d+)[^']*'/g,
  /^\\+|\\+$/g,
  /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i,
  /(?<![^\n])# \/\/\/ ([a-zA-Z0-9-]+)\n((?:#(?:| [^\n]*)\n)+)# \/\/\/(?![^\n])/g,
  /^(?:"((?:[^"\\]|\\["\\/])*)"|([^\s#:-](?:[^:#]|:(?!\s|$)|(?<!\s)#)*?))\s*:(?=\s|$)/,
  /''|'(?=\$+\{)|\$(?=\$*\{)/g,
  /(?:\.\*)+$/,
  /(?:\.dev\d+)?(?:\+.*)?$/,
  /[^\p{L}\p{N} .]|(?<=^\d+)[.)](?= )/gu,
  /\*+|\[!?\]?[^\]]*\]|./gsu,
  /^[^/?#@]*:[^/?#@]*@/,
];

/** Forms of the same that are linear. */
const LINEAR: readonly RegExp[] = [
  /(?<![ \t])[ \t]+$/,
  /^[ \t]*\[+[ \t]*(?:project|tool)\b/m,
  /^-e\s+(?!\s)(.*)$/,
  /#.*$/s,
  /''|'?(?<!\$)\$+(?=\{)/g,
  /"(?:[^"\\]|\\.)*"/y,
  /^(?:a|b)*c/,
];

describe("regular expressions", () => {
  let found: Found[] = [];
  let known: [name: string, { place: string; expression: RegExp }][] = [];
  beforeAll(async () => {
    found = await allExpressions();
    const made = found.flatMap(({ place, expression }) => (expression ? [{ place, expression }] : []));
    known = [...new Map(made.map((item) => [String(item.expression), item]))];
  });

  test("a parser finds them, those that are made of texts too", () => {
    const source = `const a = b / c, d = /[/"]x\\//gi; // /no/
      const e = \`\${/f/.test(g)} / \`; const H = "i";
      const made = (j: string) => [new RegExp(\`^\${H}\`, "u"), RegExp(j)];`;
    const { literals, made } = expressionsOf(source, "x.ts");
    expect(literals.map(({ expression }) => String(expression))).toEqual(['/[/"]x\\//gi', "/f/"]);
    expect(made).toEqual([
      { place: "x.ts:3", given: '`^${H}`, "u"' },
      { place: "x.ts:3", given: "j" },
    ]);
    expect(known.length).toBeGreaterThan(400);
    expect(known.some(([, { place }]) => place.startsWith("pep/pep440.ts"))).toBe(true);
  });

  test("what they are made of is known", () => {
    expect(found.filter(({ expression }) => expression === null).map(({ place }) => place)).toEqual([]);
  });

  test("the matcher finds what V8 finds", () => {
    const other: string[] = [];
    for (const [name, { expression }] of known) {
      const counting = new CountingExpression(expression, 100_000);
      for (const { beginning, pump, end } of pumpsOf(expression)) {
        const text = beginning + pump.repeat(3) + end;
        counting.steps = 0;
        try {
          if (String(counting.matches(text)) !== String(matches(expression, text))) other.push(`${name} on ${text}`);
        } catch (error) {
          if (!(error instanceof TooManySteps)) throw error;
        }
      }
    }
    expect(other).toEqual([]);
  });

  test.each(SUPERLINEAR.map((expression) => [expression]))("%s takes more than its text is long", (expression) => {
    expect(superlinear(expression)).not.toBeNull();
  });

  test.each(LINEAR.map((expression) => [expression]))("%s does not", (expression) => {
    expect(superlinear(expression)).toBeNull();
  });

  test("none takes the square of its text, nor more", () => {
    const slow = known.flatMap(([name, { place, expression }]) => {
      const text = BOUNDED.has(name) ? null : superlinear(expression);
      return text === null ? [] : [`${place}: ${name} on ${JSON.stringify(text)}`];
    });
    expect(slow).toEqual([]);
  });

  test("no exception is there without need", () => {
    for (const name of BOUNDED.keys()) {
      const [, { expression }] = known.find(([other]) => other === name) ?? [name, { expression: null }];
      expect(expression && superlinear(expression), name).not.toBeNull();
    }
  });
});

/** As `CountingExpression.matches`. */
function matches(expression: RegExp, text: string): [number, number][] {
  const { global, sticky } = expression;
  const own = new RegExp(expression);
  const found: [number, number][] = [];
  for (let match = own.exec(text); match; match = own.exec(text)) {
    found.push([match.index, match.index + match[0].length]);
    if (!global && !sticky) break;
    if (match[0] === "") own.lastIndex++;
  }
  return found;
}

test("a path with slashes behind its extras takes no time that doubles with each", () => {
  const path = `./a[b]${"/".repeat(5000)}x`;
  const files = filesFromTable({ "r.txt": `${path}\n` });
  expect(messageOf(() => readRequirementsFile("r.txt", files))).toContain("r.txt:1:1");
});

describe("deep nesting", () => {
  const DEEP = 100_000;
  const ends = (run: () => unknown) => {
    try {
      run();
      return "read";
    } catch (error) {
      return error instanceof InputError || error instanceof StandardError ? "refused" : String(error);
    }
  };
  const nested = (open: string, inside: string, close: string) => open.repeat(DEEP) + inside + close.repeat(DEEP);
  const chain = (line: (i: number) => string, count = 5000) =>
    Array.from({ length: count }, (_, i) => line(i)).join("\n");
  const project = (rest: string) => ({ "pyproject.toml": `[project]\nname = "x"\nversion = "1"\n${rest}` });
  const poetry = (rest: string) => ({ "pyproject.toml": `[tool.poetry]\nname = "x"\nversion = "1"\n${rest}` });
  const setup = (value: string) => ({
    "setup.py": `from setuptools import setup\nsetup(name="x", install_requires=${value})\n`,
  });
  const marker = nested("(", "os_name == 'a'", ")");
  const lock = (rest: string) => ({
    ...project("dependencies = ['p']"),
    "pylock.toml": `lock-version = "1.0"\ncreated-by = "x"\n[[packages]]\nname = "p"\nversion = "1"\n${rest}`,
  });
  test.each<[string, () => unknown]>([
    ["TOML arrays", () => new TomlDocument(`a = ${nested("[", "", "]")}`, "x")],
    ["TOML tables", () => new TomlDocument(`a = ${nested("{a=", "1", "}")}`, "x")],
    ["TOML keys", () => new TomlDocument(`${"a.".repeat(DEEP)}a = 1`, "x")],
    ["TOML headers", () => new TomlDocument(`[${"a.".repeat(DEEP)}a]`, "x")],
    ["JSON", () => readJson(nested("[", "", "]"), "x")],
    ["JSON objects", () => readJson(nested('{"a":', "1", "}"), "x")],
    ["YAML in a line", () => readYaml(`a: ${nested("[", "", "]")}`, "x")],
    [
      "YAML in lines",
      () =>
        readYaml(
          chain((i) => `${" ".repeat(i)}a:`, 2000),
          "x",
        ),
    ],
    ["YAML dashes", () => readYaml("- ".repeat(DEEP), "x")],
    ["markers", () => parseMarker(marker)],
    ["markers of a requirement", () => parse({ "requirements.txt": `p; ${marker}` })],
    ["markers of a lock", () => parse(lock(`marker = "${marker}"`))],
    ["brackets of extras", () => parse({ "requirements.txt": `p${nested("[", "a", "]")}` })],
    ["parentheses of versions", () => parse({ "requirements.txt": `p ${nested("(", ">=1", ")")}` })],
    ["a constraint of Poetry", () => parsePoetryConstraint(nested("(", ">=1", ")"))],
    ["lists of Python", () => parse(setup(nested("[", "", "]")))],
    ["dictionaries of Python", () => parse(setup(nested("{1:", "1", "}")))],
    ["parentheses of Python", () => parse(setup(nested("(", "'p'", ")")))],
    ["sums of Python", () => parse(setup(`[]${" + []".repeat(DEEP)}`))],
    [
      "names of Python",
      () =>
        parse({
          "setup.py": `${chain((i) => `a${i} = a${i + 1}`)}\nfrom setuptools import setup\nsetup(install_requires=a0)`,
        }),
    ],
    [
      "interpolations",
      () => parse({ "setup.cfg": `[options]\ninstall_requires = %(a0)s\n${chain((i) => `a${i} = %(a${i + 1})s`)}` }),
    ],
    [
      "groups",
      () =>
        parse(project(`[dependency-groups]\n${chain((i) => `g${i} = [{ include-group = "g${i + 1}" }]`)}\ng5000 = []`)),
    ],
    [
      "groups that double",
      () =>
        parse(
          project(
            `[dependency-groups]\n${chain((i) => `g${i} = [{ include-group = "g${i + 1}" }, { include-group = "g${i + 1}" }]`, 60)}\ng60 = ["p"]`,
          ),
        ),
    ],
    [
      "groups of Poetry",
      () =>
        parse(
          poetry(
            `${chain((i) => `[tool.poetry.group.g${i}]\ninclude-groups = ["g${i + 1}"]`)}\n[tool.poetry.group.g5000]`,
          ),
        ),
    ],
    [
      "groups of Poetry that double",
      () =>
        parse(
          poetry(
            chain((i) => `[tool.poetry.group.g${i}]\ninclude-groups = ["g${i + 1}", "g${i + 1}"]`, 60) +
              "\n[tool.poetry.group.g60]",
          ),
        ),
    ],
    [
      "extras of a project",
      () => parse(project(`[project.optional-dependencies]\n${chain((i) => `e${i} = ["x[e${i + 1}]"]`)}`)),
    ],
    [
      "environments of Hatch",
      () => parse(project(chain((i) => `[tool.hatch.envs.e${i}]\ntemplate = "e${i + 1}"`, 3000))),
    ],
    [
      "files that include the next",
      () =>
        parse({
          "requirements.txt": "-r r0.txt",
          ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`r${i}.txt`, `-r r${i + 1}.txt`])),
          "r5000.txt": "p",
        }),
    ],
    [
      "files that include the next twice",
      () =>
        parse({
          "requirements.txt": "-r r0.txt",
          ...Object.fromEntries(
            Array.from({ length: 60 }, (_, i) => [`r${i}.txt`, `-r r${i + 1}.txt\n-r r${i + 1}.txt`]),
          ),
          "r60.txt": "p",
        }),
    ],
  ])("of %s", (_, run) => {
    expect(ends(run)).toMatch(/^(?:read|refused)$/);
  });
  test.each([
    ["environment.yml", `${"a".repeat(24e6)}: x`],
    ["requirements.txt", `p==1${".0".repeat(12e6)}`],
  ])("a line of 24 MB in %s, for which V8's stack is too small", (file, text) => {
    expect(messageOf(() => parse({ [file]: text }))).toContain(`${file}:1: a line of this file is too long to be read`);
  });

  test("of Nix, as deep as any project makes it", () => {
    let tree = list([]);
    for (let i = 0; i < 200; i++) tree = list([tree]);
    expect(print(tree, 0).replace(/\s/g, "")).toBe(`${"[".repeat(201)}${"]".repeat(201)}`);
  });
});
