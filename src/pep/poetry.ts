// Poetry's version constraints: caret, tilde, wildcard, `||`, and clauses joined by commas or blanks.
// https://python-poetry.org/docs/dependency-specification/

import { PYTHON_SPACE, parseVersion, type Specifier, type SpecifierSet, type Version } from "./pep440.ts";
import { StandardError } from "./scanner.ts";

const OPERATOR = /^(\^|~=|~|<>|!=|>=|<=|===|==|=|<|>)?\s*/;
const EDGES = new RegExp(`^${PYTHON_SPACE}+|${PYTHON_SPACE}+$`, "g");

/**
 * Parses a constraint into the sets of clauses of which one must hold. `*` and the empty text are any version.
 * Throws a StandardError with the span of the part that is wrong.
 */
export function parsePoetryConstraint(source: string): readonly SpecifierSet[] {
  const alternatives: SpecifierSet[] = [];
  let offset = 0;
  for (const part of source.split(/\|\|?/)) {
    alternatives.push(parseConjunction(source, part, offset));
    const behind = offset + part.length;
    offset = behind + (source.startsWith("||", behind) ? 2 : 1);
  }
  return alternatives.some((set) => set.length === 0) ? [[]] : alternatives;
}

function parseConjunction(source: string, part: string, offset: number): SpecifierSet {
  if (part.replace(EDGES, "") === "") {
    if (source.replace(EDGES, "") === "") return [];
    throw new StandardError("expected a version constraint", source, { start: offset, end: offset + part.length });
  }
  // A clause is an operator and a version; the blanks between them do not separate.
  return [...part.matchAll(/(?:[\^~<>=!]+\s*)?[^\s,]+/g)].flatMap((match) =>
    parseClause(source, match[0], offset + match.index),
  );
}

function parseClause(source: string, clause: string, start: number): SpecifierSet {
  const fail = (message: string): never => {
    throw new StandardError(message, source, { start, end: start + clause.length });
  };
  const operator = OPERATOR.exec(clause)?.[1] ?? "";
  const text = clause.slice((OPERATOR.exec(clause)?.[0] ?? "").length);
  if (operator === "" && /^v?[x*](?:\.[x*])*$/i.test(text)) return [];
  if (text === "") fail(`expected a version after \`${operator}\``);
  if (text.endsWith(".*")) return [wildcard(operator, text, fail)];
  const version = parseVersion(text === "dev" ? "0.0.dev0" : text) ?? fail(`\`${text}\` is not a version`);
  switch (operator) {
    case "^":
      return [{ operator: ">=", version: version.text }, below(version, caretIndex(version))];
    case "~":
      return [{ operator: ">=", version: version.text }, below(version, Math.min(1, version.release.length - 1))];
    case "~=":
      if (version.release.length < 2) return [{ operator: ">=", version: version.text }, below(version, 0)];
      return [{ operator: ">=", version: version.text }, below(version, version.release.length - 2)];
    case "===":
      return fail("Poetry has no operator `===`");
    case "":
    case "=":
    case "<>":
      return [{ operator: "==", version: version.text }];
    default:
      return [{ operator: operator as Specifier["operator"], version: version.text }];
  }
}

function wildcard(operator: string, text: string, fail: (message: string) => never): Specifier {
  const base = text.replace(/(?:\.\*)+$/, "");
  if (!["", "==", "=", "!="].includes(operator)) fail(`a wildcard cannot follow \`${operator}\``);
  const version = parseVersion(base) ?? fail(`\`${base}\` is not a version`);
  if (version.pre || version.post !== null || version.dev !== null || version.local !== null) {
    fail("a wildcard cannot follow a pre-release, post-release, development or local version");
  }
  return { operator: operator === "!=" ? "!=" : "==", version: `${version.text}.*` };
}

/** The number that a caret may not change: the first that is not zero, or the last one written. */
function caretIndex({ release }: Version): number {
  const [major = 0, minor, patch] = release;
  if (major > 0 || minor === undefined) return 0;
  if (minor > 0 || patch === undefined) return 1;
  return 2;
}

/** Below the version whose number at `index` is one higher, and all behind it zero. */
function below(version: Version, index: number): Specifier {
  const release = version.release.map((number, i) => (i < index ? number : i === index ? number + 1 : 0));
  return { operator: "<", version: `${version.epoch === 0 ? "" : `${version.epoch}!`}${release.join(".")}` };
}
