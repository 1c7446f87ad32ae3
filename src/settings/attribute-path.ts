// Nix attribute paths as people write them in settings: https://nix.dev/manual/nix/stable/language/operators#attribute-selection
// Identifiers and plain quoted names, and nothing else: what is read here is a list of names, never Nix code.

import { Scanner } from "../pep/scanner.ts";

/** The names of an attribute path, without quotes. */
export type AttributePath = readonly string[];

/** What stands for a PyPI project: an attribute of the interpreter's set, or one below `pkgs` (a program). */
export interface PackageAttribute {
  readonly kind: "python" | "program";
  readonly path: AttributePath;
}

/** An identifier that is no keyword; `or` is one that Nix allows here. */
const IDENTIFIER = "(?!(?:assert|else|if|in|inherit|let|rec|then|with)(?![A-Za-z0-9_'-]))[A-Za-z_][A-Za-z0-9_'-]*";
/** No escape and no interpolation, so that the name is what stands between the quotes. */
const QUOTED = '"[^"\\\\$\\u0000-\\u001f\\u007f-\\u009f]+"';
const NAME = `(?:${IDENTIFIER}|${QUOTED})`;
const PATH = `${NAME}(?:\\.${NAME})*`;

/** A path below `pkgs`, `pkgs.` itself allowed in front. The source is that of the JSON Schema. */
export const PROGRAM_PATTERN = new RegExp(`^(?!"?pkgs"?$)${PATH}$`, "u");
/** As PROGRAM_PATTERN, or a path in the interpreter's set, which is not to be named. */
export const PACKAGE_PATTERN = new RegExp(`^(?!"?pkgs"?$|python[0-9]*Packages(?:\\.|$))${PATH}$`, "u");

const NAME_HERE = new RegExp(NAME, "uy");
const WORD_HERE = /[^.\s"]+/uy;

/** Reads a path below `pkgs`: `xorg.libX11`, `pkgs.git`, `nodePackages."@scope/name"`. Throws a StandardError. */
export function parseAttributePath(text: string): AttributePath {
  const path = scanPath(text);
  if (path.length === 1 && path[0] === "pkgs") fail(text, "`pkgs` is all of nixpkgs: name an attribute of it");
  return path[0] === "pkgs" ? path.slice(1) : path;
}

/**
 * Reads what stands for a PyPI project: `opencv4` or `google.cloud` in the interpreter's set, `pkgs.poetry` at the top
 * of nixpkgs. Throws a StandardError.
 */
export function parsePackageAttribute(text: string): PackageAttribute {
  const set = /^python[0-9]*Packages(?:\.|$)/.exec(text)?.[0];
  if (set !== undefined)
    fail(text, "name the attribute alone: it is looked up in the set of the shell's interpreter", set.length);
  const path = scanPath(text);
  return path[0] === "pkgs" ? { kind: "program", path: parseAttributePath(text) } : { kind: "python", path };
}

/** path = name (`.` name)* */
function scanPath(text: string): AttributePath {
  const scanner = new Scanner(text);
  const path: string[] = [];
  do {
    const name = scanner.take(NAME_HERE)?.text;
    if (name === undefined) failAtName(scanner);
    path.push(name.startsWith('"') ? name.slice(1, -1) : name);
  } while (scanner.take(/\./y));
  if (scanner.position < text.length)
    scanner.fail("expected a dot or the end of the attribute path", scanner.position, text.length);
  return path;
}

function failAtName(scanner: Scanner): never {
  if (scanner.peek(/"/y))
    scanner.fail(
      "a quoted name has no escapes, no `$` and no control characters, and is not empty",
      scanner.position,
      scanner.source.length,
    );
  const word = scanner.peek(WORD_HERE)?.text;
  if (word === undefined) scanner.fail("expected a name of a Nix attribute path, such as `xorg.libX11`");
  const isQuotable = /^[\p{L}\p{N}@:+_-]+$/u.test(word);
  scanner.fail(
    isQuotable ? `\`${word}\` is no identifier of Nix: write it in quotes, \`"${word}"\`` : "this is no attribute path",
    scanner.position,
    scanner.position + word.length,
  );
}

function fail(text: string, message: string, end = text.length): never {
  const scanner: Scanner = new Scanner(text);
  scanner.fail(message, 0, end);
}
