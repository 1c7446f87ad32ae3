// Lines of requirements files for pip, as Nix strings: text from a manifest is literal, local paths are Nix paths.

import { urlOfSource } from "../manifests/urls.ts";
import { apply, type Expression, type StringPart, select, text, verbatim } from "../nix/expression.ts";
import { isAbsolute, joinPath, relativePath } from "../paths.ts";
import type { PackageIndex, PipOption, Source } from "../project.ts";
import type { PipRequirement } from "../resolver/plan.ts";

/** Whether pip takes the requirement from a place of its own: such a one must not be satisfied by Nix's package. */
export function isDirect({ source, name }: PipRequirement): boolean {
  return (source.kind === "url" || source.kind === "vcs") && name !== null;
}

/** The requirement as a line. `outputFolder` is where the Nix file stands. */
export function requirementLine(requirement: PipRequirement, outputFolder: string): Expression {
  const { name, source, specifier, marker, hashes, options } = requirement;
  const extras = requirement.extras.length > 0 ? `[${requirement.extras.join(",")}]` : "";
  const tail = [
    ...(marker === null ? [] : [` ; ${marker}`]),
    ...hashes.map((hash) => ` --hash=${hash}`),
    ...options.map((option) => ` ${quoteWord(option)}`),
  ].join("");
  if (source.kind === "path") return pathLine(source, extras, tail, outputFolder);
  if (source.kind === "registry") return text(`${name ?? ""}${extras}${specifier}${tail}`);
  const url = urlOfSource(source);
  return text(name === null ? `${url}${tail}` : `${name}${extras} @ ${url}${tail}`);
}

/** The bare name of a requirement that is installed already, so that pip looks after what it needs. */
export function nameLine({ name, extras }: PipRequirement): Expression {
  return text(`${name ?? ""}${extras.length > 0 ? `[${extras.join(",")}]` : ""}`);
}

function pathLine(
  source: Extract<Source, { kind: "path" }>,
  extras: string,
  tail: string,
  outputFolder: string,
): Expression {
  const path = localPath(source, outputFolder);
  if (!source.editable) return text(...path, `${extras}${tail}`);
  // The words of an option are split as a shell splits them.
  return text("-e ", apply(select("lib.escapeShellArg"), text(...path, extras)), tail);
}

/** A local path as seen from the Nix file. */
function localPath({ path, base }: Extract<Source, { kind: "path" }>, outputFolder: string): StringPart[] {
  if (isAbsolute(path)) return [path];
  return folderPath(joinPath(base, path), outputFolder);
}

/** A path below the working folder, as string parts that make it absolute when the shell is entered. */
export function folderPath(path: string, outputFolder: string): StringPart[] {
  if (isAbsolute(path)) return [path];
  const relative = relativePath(outputFolder, path);
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
  outputFolder: string,
): Expression[] {
  const names = { primary: "--index-url", extra: "--extra-index-url", "find-links": "--find-links" } as const;
  return [
    ...indexes.map(({ kind, url, origin }) => {
      const isPath = kind === "find-links" && !/^[a-z][a-z0-9+.-]*:/i.test(url);
      if (!isPath) return text(`${names[kind]} ${quoteWord(url)}`);
      return text(
        `${names[kind]} `,
        apply(select("lib.escapeShellArg"), text(...folderPath(joinPath(folderOf(origin.file), url), outputFolder))),
      );
    }),
    ...options.map(({ option, value }) => text(value === null ? option : `${option} ${quoteWord(value)}`)),
  ];
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
}

/** A word as Python's shlex reads it back. */
function quoteWord(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./${}~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
}
