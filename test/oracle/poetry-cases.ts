// The constraints that Poetry is asked about: picked by hand, and generated from a seed.

import { parseVersion } from "../../src/pep/pep440.ts";
import { Choices } from "./generate.ts";

const PROBES = 40;

export interface PoetryCase {
  readonly constraint: string;
  readonly probes: readonly string[];
}

export const HARD_CONSTRAINTS: readonly string[] = [
  ..."*|x|X|v*|vx|x.x|*.*|*.x.*|X.*|x.1|1.x|1.X|1.2.x|**|*.|v|=*|==*|>=*|^*|~*|!=*".split("|"),
  "",
  " ",
  ",",
  "|",
  "||",
  " * ",
  "*,*",
  "* , <2",
  "*||<2",
  "<2 || *",
  "^1",
  "^1.2",
  "^1.2.3",
  "^1.2.3.4",
  "^0",
  "^0.0",
  "^0.0.0",
  "^0.0.3",
  "^0.0.0.5",
  "^0.2",
  "^0.2.3",
  "^ 1.2",
  "^  1.2",
  "^\t1.2",
  "^v1.2",
  "^V1.2",
  "^1.2rc1",
  "^1.2.0a1.dev3",
  "^1.2.post1",
  "^1.2.dev0",
  "^1!2.3",
  "^0!2.3",
  "^1.2+cpu",
  "^2.0.1+cu118",
  "^01.02",
  "^1.2.*",
  "^dev",
  "^",
  "^^1.2",
  "^1.2^1.3",
  "~1",
  "~1.2",
  "~1.2.3",
  "~1.2.3.4",
  "~0",
  "~0.0.1",
  "~ 1.2",
  "~v1.2",
  "~1.2b2",
  "~1.2.post2",
  "~1!1.2.3",
  "~1.*",
  "~1.2.*",
  "~dev",
  "~~1",
  "~",
  "~=1",
  "~=1.2",
  "~=1.4.5",
  "~=0.0.0.5",
  "~= 1.4.5",
  "~=1.4.5a1",
  "~=1.4.post1",
  "~=1!1.4",
  "~=1.*",
  "~=dev",
  "~=",
  "1",
  "v1.2",
  "V1.2",
  "=1.2",
  "==1.2",
  "== 1.2",
  "===1.2",
  "<>1.2",
  "!=1.2",
  "! =1.2",
  "> =1.2",
  "> 1.2",
  ">= 1.2",
  ">  1.2",
  "=>1.2",
  "=<1.2",
  ">1.2",
  ">1.2.post1",
  ">1.2a1",
  ">1.2.dev1",
  ">1.2a1.post1",
  ">=1.2.dev0",
  "<1.2",
  "<1.2.post1",
  "<1.2.dev0",
  "<1.2rc1",
  "<1.2a1.dev0",
  "<=1.2",
  "<=1.2.dev0",
  "<=1.2.post1",
  "<0",
  "<0.dev0",
  "1.*",
  "1.2.*",
  "1.2.3.*",
  "1.2.3.4.*",
  "1.2.3.4.*.*",
  "1.*.*",
  "1.*.2",
  "1.2.*.*",
  "v1.2.*",
  "V1.2.*",
  "V1.2.*.*",
  "=1.2.*",
  "==1.2.*",
  "== 1.2.*",
  "!=1.2.*",
  "!= 1.2.*",
  "!=1.*.*",
  "=1.*.*",
  "<>1.2.*",
  "<>1.2",
  ">=1.2.*",
  ">1.2.*",
  "<1.2.*",
  "<=1.2.*",
  ">=1.*.*",
  "1.2a1.*",
  "1.2a.*",
  "1.2rc2.*",
  "1.2.post1.*",
  "1.2.post.*",
  "1.2-1.*",
  "1.2a1.post2.*",
  "1.2.dev1.*",
  "1.2.dev.*",
  "1.2.dev0.*",
  "1.2.post1.dev2.*",
  "1.2a1.dev3.*",
  "1!1.2.*",
  "!=1!1.2.*",
  "1.2+abc.*",
  "!=1.2.dev1.*",
  "!=1.2a1.*",
  "!=1.2.post1.*",
  "!=1.2a1.dev3.*",
  "0.*",
  "0.0.*",
  "1.0.*",
  "1.00.*",
  "dev",
  "DEV",
  "=dev",
  ">=dev",
  "!=dev",
  "dev.*",
  "dev-main",
  "dev, <1",
  ">=1,<2",
  ">=1 <2",
  ">=1  <2",
  ">=1 , <2",
  ">=1,<2,",
  ">=1,<2,,",
  ">=1,<2, ,",
  ",>=1,<2",
  ">=1,,<2",
  ">=1, ,<2",
  ">=1,\n<2",
  ">=1\n,<2",
  ">=1\n<2",
  ">=1\t<2",
  ">=1,\t<2",
  ">=1;<2",
  ">=1&&<2",
  ">=1 and <2",
  "1 - 2",
  "1.0 - 2.0",
  "1.0 -2.0",
  "1.0 - 2",
  "1.0, - 2",
  "1.0 ,-2",
  ">=1.0-1,<2",
  ">= 1.0 - 1",
  "^1.0 ^1.2",
  "^1.0,^1.2",
  "~1.2 !=1.2.3",
  ">=1 || <2",
  ">=1|<2",
  ">=1|||<2",
  ">=1||||<2",
  ">=1 ||",
  "|| >=1",
  ">=1 || ,",
  ">=1, || <2,",
  "1.0 || 2.0 || 3.0",
  "1.0||1.0",
  "1.0+abc||1.0",
  "1.0||1.0+abc",
  "1.0+abc || 1.0+abd",
  "^1.0 || ^2.0",
  "^1.0 || ^3.0",
  "^2.7 || ^3.6",
  ">=2.7,<3.0 || >=3.4",
  "~2.7 || ^3.5",
  ">=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*",
  ">=2.7, !=3.0.*, !=3.1.*, <4",
  ">=2.7,!=3.0.*,!=3.2.*,<4",
  "!=1.5",
  "!=1.5,!=1.7",
  "!=1.5,!=1.5",
  "!=1.5.post1",
  "!=1.5.post1,!=1.6",
  "!=1.5.dev1,>=1",
  "!=1.5a1,>=1",
  "!=1.5+abc",
  "!=1.5 || 1.5",
  "!=1.5 || !=1.6",
  "!=1.5 || >1.4",
  "<1.5 || >1.5",
  "<=1.5 || >1.5",
  "<1.5 || >=1.5",
  "<1.5.dev0 || >1.5.dev0",
  "<=1.5 || >=1.5",
  "<1.5rc1 || >1.5rc1",
  ">=1,!=1.5,<2",
  ">=1,!=1.5.*,<2",
  ">=1,!=2,<2",
  ">=1,!=1,<2",
  ">1,!=1.5",
  "<2,!=1.5",
  "<2,!=2",
  "<=2,!=2",
  ">=1,<=1",
  ">=1,<1",
  ">1,<1",
  ">1,<=1",
  ">2,<1",
  ">2,<1 || 3",
  ">2,<1 || >5,<4",
  "1.0,2.0",
  "1.0,1.0.0",
  "==1.0,!=1.0",
  "^1.0,2.0",
  "^1.0,1.5",
  ">1.5,1.5.post1",
  ">=1.5,1.5+abc",
  ">1.5,1.5+abc",
  "!=1.5,1.5.post1",
  ">=1.0,<2.0,!=1.3,!=1.4,!=1.5",
  "1.2.*,!=1.2.3",
  "1.2.*,>=1.2.3",
  "1.2.* || 1.3.*",
  "1.2.* || 1.4.*",
  "1.2.*,1.3.*",
  "!=1.2.* || 1.2.5",
  ">=1.2.dev0,<1.3",
  ">=1.0.dev0,<2",
  ">=1!1,<2!0",
  ">=1.0,<1!0",
  "1!1.0 || 1.0",
  "99999999999999999999",
  "^99999999999999999999",
  "^0.99999999999999999999",
  "~=1.9007199254740993.1",
  "1.9007199254740993.*",
  "1.0.0.0.0.0",
  "1.0alpha",
  "1.0-alpha.1",
  "1.0.beta_2",
  "1.0c1",
  "1.0preview1",
  "1.0-1",
  "1.0-r4",
  "1.0rev2",
  "1.0.dev-3",
  "1.0+Ubuntu-1",
  "1.0+",
  "1.0+.",
  "1.0++",
  "1..0",
  ".1",
  "1.",
  "1.0.",
  "1,0",
  "1 0",
  "1_0",
  "a",
  "abc",
  "latest",
  "@",
  "1.0@",
  "^1.0;",
  "(^1.0)",
  "[1.0]",
  "\u0661.0",
  "1.0\u00a0",
  "\u00a0^1.0\u00a0",
  ">=\u00a01.0",
  "\ufeff1.0",
  "1.0\u2028",
  "\u001f1.0",
  "1.0 poſt1",
  "1.0.poſt1",
  "^3.7.1",
  ">=3.8,<3.13,!=3.9.7",
  ">=3.8, !=3.9.0",
  "~3.9",
  "^3.8,<3.12",
  "^3",
  ">=3.7,<4.0",
  "3.9.*",
];

export function poetryCases(seed: number, count: number): PoetryCase[] {
  const choices = new Choices(seed);
  const constraints = new Set(HARD_CONSTRAINTS);
  while (constraints.size < count) constraints.add(constraintText(choices));
  return [...constraints].map((constraint) => ({ constraint, probes: probesOf(constraint, choices) }));
}

const NUMBERS = ["0", "0", "1", "1", "2", "2", "3", "5", "10", "00", "2024"];

function release(choices: Choices): string {
  return choices.list(1, choices.chance(0.1) ? 5 : 3, () => choices.pick(NUMBERS)).join(".");
}

function versionText(choices: Choices): string {
  const parts = [
    choices.maybe(0.04, () => "v"),
    choices.maybe(0.04, () => `${choices.below(3)}!`),
    release(choices),
    choices.maybe(0.15, () => choices.pick(["a1", "b2", "rc1", ".a.1", "-alpha", "_beta3", "c2", "pre", "rc0"])),
    choices.maybe(0.12, () => choices.pick([".post1", "-1", ".post0", "post2", "-r3", ".rev"])),
    choices.maybe(0.1, () => choices.pick([".dev0", ".dev1", "dev2", "-dev_3"])),
  ];
  return parts.join("");
}

const OPERATORS = ["^", "^", "~", "~", "~=", ">=", ">=", ">", "<=", "<", "<", "==", "=", "!=", "!=", "", "", "<>"];

function clause(choices: Choices): string {
  if (choices.chance(0.03)) return choices.pick(["*", "x", "X.x", "dev", "1.x", "v*", ""]);
  const operator = choices.pick(OPERATORS);
  const blanks = choices.maybe(0.1, () => choices.pick([" ", "  "]));
  const isExact = operator === "" || operator === "==" || operator === "!=" || operator === "=";
  if (isExact && choices.chance(0.04))
    return `${operator}${blanks}${release(choices)}+${choices.pick(["abc", "cpu", "1"])}`;
  const text =
    operator.startsWith("^") || operator.startsWith("~") || !choices.chance(0.15)
      ? versionText(choices)
      : release(choices) + choices.pick([".*", ".*", ".*.*"]);
  return operator + blanks + text;
}

function conjunction(choices: Choices): string {
  const separator = () => choices.pick([",", ",", ", ", " ", " , ", "  "]);
  const clauses = choices.list(1, choices.chance(0.6) ? 1 : 4, () => clause(choices));
  return clauses.reduce((text, next) => text + separator() + next) + choices.maybe(0.03, () => ",");
}

function constraintText(choices: Choices): string {
  const alternatives = choices.list(1, choices.chance(0.7) ? 1 : 3, () => conjunction(choices));
  const text = alternatives.reduce((joined, next) => joined + choices.pick([" || ", "||", "|", " | "]) + next);
  return choices.chance(0.08) ? choices.mutate(text, [..." ,|<>=!~^*.x1+-v"]) : text;
}

const ANYWHERE = [
  "0",
  "0.0.1",
  "0.dev0",
  "0.1",
  "1",
  "1.0.1",
  "1.5",
  "2.0a1",
  "2",
  "2.1.post1",
  "3.9.7",
  "10",
  "1!0",
  "1!1.2",
  "2024.1",
  "99",
];

/** Versions at the edges of those that the constraint names, and some from anywhere. */
function probesOf(constraint: string, choices: Choices): string[] {
  const named = constraint.match(/(?:\d+!)?\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\.dev\d+)?/g) ?? [];
  const around = [...new Set(named)].flatMap(neighbours);
  const valid = [...new Set(around)].filter((text) => parseVersion(text) !== null);
  const close = choices.shuffle(valid).slice(0, PROBES - 6);
  const probes = [
    ...new Set([...close, ...choices.shuffle(ANYWHERE), ...Array.from({ length: PROBES }, (_, i) => `7.${i}`)]),
  ];
  return probes.slice(0, PROBES);
}

function neighbours(version: string): string[] {
  const base = version.replace(/(?:a|b|rc|\.post|\.dev).*$/, "");
  const last = base.slice(base.search(/\d+$/));
  const stem = base.slice(0, base.length - last.length);
  const next = `${stem}${BigInt(last) + 1n}`;
  const previous = `${stem}${last === "0" ? "0" : BigInt(last) - 1n}`;
  const firstNext = base.replace(
    /^((?:\d+!)?)(\d+).*$/,
    (_, epoch: string, major: string) => `${epoch}${BigInt(major) + 1n}`,
  );
  const suffixes = [
    "",
    ".dev0",
    ".dev1",
    "a1",
    "rc1",
    ".post1",
    ".post1.dev0",
    ".post2",
    "+abc",
    "+abd",
    ".post1+abc",
    ".0",
    ".0.1",
    ".1",
    ".1.post1",
    ".1.dev1",
    "a1.post1",
    ".5",
  ];
  return [
    ...suffixes.map((suffix) => version + suffix),
    ...suffixes.slice(1).map((suffix) => base + suffix),
    ...["", ".dev0", "a1", ".post1", ".0.1", ".dev1", "+abc"].map((suffix) => next + suffix),
    ...["", ".dev0", "rc1", ".post1"].map((suffix) => firstNext + suffix),
    ...["", ".9", ".post3"].map((suffix) => previous + suffix),
  ];
}

// ---- ranges of interpreters -----------------------------------------------------------------------------

export const INTERPRETERS: readonly string[] = [
  "2.7.18",
  ..."7 8 9 10 11 12 13 14 15".split(" ").flatMap((minor) => [`3.${minor}.0`, `3.${minor}.1`, `3.${minor}.12`]),
  "3.9.7",
  "3.14.0",
  "4.0.0",
];

const HARD_RANGES = [
  "*",
  "^3.8",
  ">=3.8,<4.0",
  ">=3.8,<3.13,!=3.9.7",
  ">=3.8,!=3.9.0",
  "~3.9",
  "3.9.*",
  "!=3.9.*",
  ">=2.7,!=3.0.*,!=3.1.*",
  ">3.8",
  "<=3.10",
  "3.10",
  "=3.10.1",
  "!=3.10",
  "^2.7 || ^3.6",
  ">=3.8.1",
  "<3.10.5",
  "^3",
  "3.*",
  "<4",
  ">=3",
  "~3",
  ">3",
  "<=3",
  "~=3.8",
  "~=3.8.1",
  "!=3.8,!=3.9",
  "3.8 || 3.9",
  ">=3.8,<3.8",
];

export function pythonRanges(seed: number, count: number): string[] {
  const choices = new Choices(seed);
  const ranges = new Set(HARD_RANGES);
  const version = () =>
    `3.${choices.pick([7, 8, 9, 10, 11, 12, 13, 14])}${choices.maybe(0.3, () => `.${choices.pick([0, 1, 7, 12])}`)}`;
  const one = () => {
    const operator = choices.pick(["^", "~", ">=", ">=", ">", "<", "<=", "!=", "!=", "~=", "", "=="]);
    const wildcard = ["!=", "", "=="].includes(operator) ? choices.maybe(0.4, () => ".*") : "";
    return operator + version() + wildcard;
  };
  while (ranges.size < count) {
    const conjunctions = choices.list(1, choices.chance(0.8) ? 1 : 2, () => choices.list(1, 3, one).join(","));
    ranges.add(conjunctions.join(" || "));
  }
  return [...ranges];
}
