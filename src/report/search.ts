// What an index has of projects, for a person at a terminal.

import { append } from "../append.ts";
import { printable } from "../diagnostics.ts";
import type { Finding, FoundAttribute } from "../nixpkgs/search.ts";
import type { Paint } from "./summary.ts";

/** A paragraph for each project. */
export function formatFindings(findings: readonly Finding[], paint: Paint): string {
  return `${findings.map((finding) => linesOf(finding, paint).join("\n")).join("\n\n")}\n`;
}

function linesOf(finding: Finding, paint: Paint): string[] {
  const { name, attributes, near, needs, extras } = finding;
  const shown = attributes.map((one) => `  ${describe(one)}`);
  const title = `${paint.bold(printable(name))}: ${printable(headline(finding))}`;
  const more = [
    ...shown,
    ...(needs && needs.length > 0 ? [`  needs ${needs.join(", ")}`] : []),
    ...(extras && extras.length > 0 ? [`  extras ${extras.join(", ")}`] : []),
    ...(near.length > 0 ? [`  near: ${near.join(", ")}`] : []),
  ];
  return [title, ...more.map(printable)];
}

function headline({ from, attribute, version, note, reason }: Finding): string {
  if (reason !== null) return reason;
  const path = from === "program" ? `pkgs.${attribute}` : `python3Packages.${attribute}`;
  return `${path} ${version}${note ? ` (${note})` : ""}`;
}

function describe({ kind, attribute, entries }: FoundAttribute): string {
  const versions = new Map<string, string[]>();
  for (const { interpreter, version, flags } of entries) {
    const what = `${version === "" ? "no version" : version}${flags.length > 0 ? ` (${flags.join(", ")})` : ""}`;
    append(versions, what, interpreter === null ? "pkgs" : `${interpreter}Packages`);
  }
  const path = kind === "program" ? `pkgs.${attribute}` : attribute;
  return `${path}: ${[...versions].map(([what, sets]) => (kind === "program" ? what : `${what} in ${sets.join(", ")}`)).join("; ")}`;
}
