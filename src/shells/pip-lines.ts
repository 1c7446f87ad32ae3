// Lines of requirements files for pip, as Nix strings: text from a manifest is literal, local paths are Nix paths.

import { InputError } from "../diagnostics.ts";
import { urlOfSource } from "../manifests/urls.ts";
import { apply, type Expression, type StringPart, select, text, verbatim } from "../nix/expression.ts";
import { isAbsolute, joinPath, relativePath } from "../paths.ts";
import { isValidName } from "../pep/pep503.ts";
import type { PackageIndex, PipOption, Source } from "../project.ts";
import type { PipRequirement } from "../resolver/plan.ts";
import type { RenderOptions } from "./style.ts";

/** Whether pip takes the requirement from a place of its own: such a one must not be satisfied by Nix's package. */
export function isDirect({ source, name }: PipRequirement): boolean {
  return (source.kind === "url" || source.kind === "vcs") && name !== null;
}

/** Where local paths are seen from, and who reads the lines. */
export type Place = Pick<RenderOptions, "outputFolder" | "inPlace" | "installer">;

/** The requirement as a line. */
export function requirementLine(requirement: PipRequirement, place: Place): Expression {
  const { name, source, specifier, marker, hashes, options } = requirement;
  const extras = requirement.extras.length > 0 ? `[${requirement.extras.join(",")}]` : "";
  const tail = [
    ...hashes.map((hash) => (/^[A-Za-z0-9_]+:[A-Za-z0-9+/=_-]+$/.test(hash) ? ` --hash=${hash}` : refuse(hash))),
    // uv knows none of them: installerNotes tells it.
    ...(place.installer === "uv" ? [] : options.map((option) => ` ${quoteOption(option)}`)),
  ].join("");
  const condition = marker === null ? "" : ` ; ${marker}`;
  if (name !== null && !isValidName(name)) refuse(name);
  if (source.kind === "path") return pathLine(source, extras, condition, tail, place);
  if (source.kind === "registry") return line([`${name ?? ""}${extras}${specifier}${condition}`], tail);
  const url = urlOfSource(source);
  if (/\s/.test(url)) refuse(url);
  return line([`${name === null ? url : `${name}${extras} @ ${url}`}${condition}`], tail);
}

/**
 * A line of parts and options behind them. pip looks for the end of a line, a comment, the first option and a backslash at
 * the end before it looks at quotes, so nothing can be escaped: what it would take for one of them is refused.
 */
function line(parts: readonly StringPart[], options = ""): Expression {
  const written = parts.filter((part) => typeof part === "string").join("");
  if (/(?:^|\s)-/.test(written)) refuse(written);
  return whole(...parts, options);
}

/** A line of which only its end and comments are looked at: an option. */
function whole(...parts: readonly StringPart[]): Expression {
  const written = parts.filter((part) => typeof part === "string").join("");
  if (/[\0\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|(?:^|\s)#|\\$/.test(written)) refuse(written);
  return text(...parts);
}

function refuse(written: string): never {
  throw new InputError(`a requirements file cannot have ${JSON.stringify(written.trim())}`, {
    hint: "pip would read it as something else: an option, a comment or another line.",
  });
}

/** The bare name of a requirement that is installed already, so that pip looks after what it needs. */
export function nameLine({ name, extras }: PipRequirement): Expression {
  return line([`${name ?? ""}${extras.length > 0 ? `[${extras.join(",")}]` : ""}`]);
}

function pathLine(
  source: Extract<Source, { kind: "path" }>,
  extras: string,
  condition: string,
  options: string,
  place: Place,
): Expression {
  const path = localPath(source, place);
  const tail = condition + options;
  if (!source.editable) return line([...path, extras, condition], options);
  whole(...path, extras, tail);
  // pip splits the words of an option as a shell does; uv takes the rest of the line.
  return place.installer === "uv"
    ? text("-e ", ...path, extras, tail)
    : text("-e ", shellWord([...path, extras]), tail);
}

/** A local path as seen from the Nix file. */
function localPath({ path, base }: Extract<Source, { kind: "path" }>, place: Place): StringPart[] {
  if (isAbsolute(path)) return [path];
  return folderPath(joinPath(base, path), place);
}

/** Parts as one word of a requirements file. */
function shellWord(parts: readonly StringPart[]): StringPart {
  return parts.every((part) => typeof part === "string")
    ? quoteWord(parts.join(""))
    : apply(select("lib.escapeShellArg"), text(...parts));
}

/**
 * A path below the working folder, as string parts: absolute where Nix reads the file in its place, else as seen from
 * the project, where pip runs.
 */
export function folderPath(path: string, { outputFolder, inPlace }: Place): StringPart[] {
  if (isAbsolute(path)) return [path];
  const relative = relativePath(outputFolder, path);
  if (!inPlace)
    return [relative.startsWith("../") || relative === ".." ? relative : relative === "." ? "./." : `./${relative}`];
  if (relative === ".") return [apply(verbatim("toString"), verbatim("./."))];
  const isPlain = /^[A-Za-z0-9._+-]+(?:\/[A-Za-z0-9._+-]+)*$/.test(relative);
  if (isPlain)
    return [
      apply(
        verbatim("toString"),
        verbatim(relative.startsWith("../") || relative === ".." ? slashed(relative) : `./${relative}`),
      ),
    ];
  return [apply(verbatim("toString"), verbatim("./.")), `/${relative}`];
}

/** A Nix path needs a slash. */
function slashed(path: string): string {
  return path.includes("/") ? path : `${path}/.`;
}

/** The options of the whole installation as lines. */
export function optionLines(
  indexes: readonly PackageIndex[],
  options: readonly PipOption[],
  place: Place,
): Expression[] {
  const names = { primary: "--index-url", extra: "--extra-index-url", "find-links": "--find-links" } as const;
  return [
    ...indexes.map(({ kind, url, origin }) => {
      const isPath = kind === "find-links" && !/^[a-z][a-z0-9+.-]*:/i.test(url);
      if (!isPath) return whole(`${names[kind]} ${quoteWord(url)}`);
      const folder = linksFolder(joinPath(folderOf(origin.file), url), place);
      whole(...folder);
      return text(`${names[kind]} `, shellWord(folder));
    }),
    ...options.map(({ option, value }) => whole(value === null ? option : `${option} ${quoteWord(value)}`)),
  ];
}

/** uv looks for a relative folder beside the requirements file, which is in the store; it knows this variable. */
function linksFolder(path: string, place: Place): StringPart[] {
  if (place.installer === "pip" || place.inPlace || isAbsolute(path)) return folderPath(path, place);
  return [`\${VIRTUAL_ENV}/../${relativePath(place.outputFolder, path)}`];
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
}

/** An option with its value, which begins with a dash for pip to see it. */
function quoteOption(option: string): string {
  const at = option.indexOf("=") + 1;
  return at === 0 ? option : option.slice(0, at) + quoteWord(option.slice(at));
}

/** A word as Python's shlex reads it back. */
function quoteWord(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./${}~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}
