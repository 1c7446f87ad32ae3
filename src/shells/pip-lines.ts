// Lines of requirements files for pip, as Nix strings: text from a manifest is literal, local paths are Nix paths.

import { InputError, type Origin } from "../diagnostics.ts";
import { eggOf, sourceOfUrl, urlOfSource } from "../manifests/urls.ts";
import { apply, type Expression, type StringPart, select, text, verbatim } from "../nix/expression.ts";
import { isAbsolute, joinPath, relativePath } from "../paths.ts";
import { isValidName } from "../pep/pep503.ts";
import type { PackageIndex, PipOption, Source } from "../project.ts";
import type { PipConstraint, PipRequirement } from "../resolver/plan.ts";
import type { RenderOptions } from "./style.ts";

/** Whether pip takes the requirement from a place of its own: such a one must not be satisfied by Nix's package. */
export function isDirect({ source, name }: PipRequirement): boolean {
  return (source.kind === "url" || source.kind === "vcs") && name !== null;
}

/** Where local paths are seen from, and who reads the lines. */
export type Place = Pick<RenderOptions, "outputFolder" | "inPlace" | "installer">;

/** The requirement as a line. Throws an InputError, with the requirement's place, for what pip would read otherwise. */
export function requirementLine(requirement: PipRequirement, place: Place): Expression {
  const { name, source, specifier, marker, hashes, options, origin } = requirement;
  const extras = requirement.extras.length > 0 ? `[${requirement.extras.join(",")}]` : "";
  const tail = [
    ...hashes.map((hash) =>
      /^[A-Za-z0-9_]+:[A-Za-z0-9+/=_-]+$/.test(hash) ? ` --hash=${hash}` : refuse(hash, origin),
    ),
    // uv knows none of them: installerNotes tells it.
    ...(place.installer === "uv" ? [] : options.map((option) => ` ${quoteOption(option)}`)),
  ].join("");
  const condition = marker === null ? "" : ` ; ${marker}`;
  for (const each of [...(name === null ? [] : [name]), ...requirement.extras])
    if (!isValidName(each)) refuse(each, origin);
  if (source.kind === "path") return pathLine(source, extras, condition, tail, origin, place);
  if (source.kind === "registry") return line([`${name ?? ""}${extras}${specifier}${condition}`], origin, tail);
  const url = urlOfSource(source);
  // Behind a name pip takes every semicolon for the beginning of a marker.
  if (/\s/.test(url) || (name !== null && url.includes(";")) || !isSame(sourceOfUrl(url), source)) refuse(url, origin);
  if (eggOf(url) !== undefined || (source.kind === "vcs" && isUnfit(source))) refuse(url, origin);
  return line([`${name === null ? url : `${name}${extras} @ ${url}`}${condition}`], origin, tail);
}

/** Whether what pip takes out of a URL is what was meant: a reference with an `@` or a `#` would be another place. */
function isSame(read: Source, meant: Source): boolean {
  const fields = (source: Source) => JSON.stringify(Object.entries(source).sort());
  return fields(read) === fields(meant);
}

/** Whether a part of a repository is nothing, or an option to the programs that get it (CVE-2023-5752, CVE-2017-1000117). */
function isUnfit({ url, reference = "none" }: Extract<Source, { kind: "vcs" }>): boolean {
  return /^(?:$|-)/.test(reference) || /^[^:]*:\/\/(?:[^/]*@)?-/.test(url);
}

/**
 * A line of parts and options behind them. pip looks for the end of a line, a comment, the first option and a backslash at
 * the end before it looks at quotes, so nothing can be escaped: what it would take for one of them is refused.
 */
function line(parts: readonly StringPart[], origin: Origin | null, options = ""): Expression {
  const written = parts.filter((part) => typeof part === "string").join("");
  if (/(?:^|\s)-/.test(written)) refuse(written, origin);
  return whole([...parts, options], origin);
}

/** A line of which only its end and comments are looked at: an option. */
function whole(parts: readonly StringPart[], origin: Origin | null): Expression {
  const written = parts.filter((part) => typeof part === "string").join("");
  if (/[\0\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|(?:^|\s)#|\\$/.test(written)) refuse(written, origin);
  return text(...parts);
}

function refuse(written: string, origin: Origin | null): never {
  throw new InputError(`a requirements file cannot have ${JSON.stringify(written.trim())}`, {
    ...(origin ? { origin } : {}),
    hint: "pip would read it as something else: an option, a comment, another place or another line.",
  });
}

/** The bare name of a requirement that is installed already, so that pip looks after what it needs. */
export function nameLine({ name, extras, origin }: PipRequirement): Expression {
  return line([`${name ?? ""}${extras.length > 0 ? `[${extras.join(",")}]` : ""}`], origin);
}

/** A constraint of the project as a line of a constraints file. Throws as `requirementLine` does. */
export function constraintLine({ text: written, origin }: PipConstraint): Expression {
  return line([written], origin);
}

function pathLine(
  source: Extract<Source, { kind: "path" }>,
  extras: string,
  condition: string,
  options: string,
  origin: Origin | null,
  place: Place,
): Expression {
  const path = localPath(source, place);
  const tail = condition + options;
  const written = path.filter((part) => typeof part === "string").join("");
  // pip takes a semicolon for the beginning of a marker, and brackets at the end for extras; blanks there it drops.
  if ((!source.editable && /;|\s$/.test(written)) || (extras === "" && /\[[^[\]]+\]$/.test(written)))
    refuse(written, origin);
  if (!source.editable) return line([...path, extras, condition], origin, options);
  whole([...path, extras, tail], origin);
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
    ...indexes.map(({ kind, url, origin, base = folderOf(origin.file) }) => {
      const isPath = kind === "find-links" && !/^[a-z][a-z0-9+.-]*:/i.test(url);
      if (!isPath) return whole([`${names[kind]} ${quoteWord(url)}`], origin);
      const folder = linksFolder(joinPath(base, url), place);
      whole(folder, origin);
      return text(`${names[kind]} `, shellWord(folder));
    }),
    ...options.map(({ option, value, origin }) =>
      whole([value === null ? option : `${option} ${quoteWord(value)}`], origin),
    ),
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
