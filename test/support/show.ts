// The parts of a project in a line each.

import { formatConstraint } from "../../src/pep/constraint.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import type { Project, Requirement, Source } from "../../src/project.ts";

/** `name[extra] >=1 ; marker (group, extra)`, the group `main` being left out. */
export function showRequirement({ name, extras, constraint, marker, source, group, extra }: Requirement): string {
  const bracket = extras.length > 0 ? `[${extras.join(",")}]` : "";
  const membership = [...(group === "main" ? [] : [`group ${group}`]), ...(extra === null ? [] : [`extra ${extra}`])];
  return [
    `${name}${bracket} ${formatConstraint(constraint)}`,
    ...(source.kind === "registry" && source.index === undefined ? [] : [`from ${showSource(source)}`]),
    ...(marker ? [`; ${formatMarker(marker)}`] : []),
    ...(membership.length > 0 ? [`(${membership.join(", ")})`] : []),
  ].join(" ");
}

export function showSource(source: Source): string {
  const parts = Object.entries(source).flatMap(([key, value]) =>
    key === "kind" || key === "base" || value === false ? [] : [value === true ? key : `${key}=${value}`],
  );
  return `${source.kind}(${parts.join(" ")})`;
}

export function requirementsOf(project: Project): string[] {
  return project.requirements.map(showRequirement);
}

/** The diagnostics with where they stand: `warning 3:1: message`. */
export function diagnosticsOf(project: Pick<Project, "diagnostics">): string[] {
  return project.diagnostics.map(
    ({ severity, message, origin }) =>
      `${severity}${origin ? ` ${origin.line}${origin.column === undefined ? "" : `:${origin.column}`}` : ""}: ${message}`,
  );
}
