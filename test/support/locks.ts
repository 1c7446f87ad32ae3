// A lock's packages in a line each.

import { formatConstraint } from "../../src/pep/constraint.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import type { LockedPackage } from "../../src/project.ts";
import { showSource } from "./show.ts";

/** `name version from source ; marker (groups) > edge[extra] range, ...`. */
export function showLocked({ name, version, source, marker, groups, dependencies, extras }: LockedPackage): string {
  const edges = dependencies.map((edge) => {
    const range = edge.constraint === null ? "?" : formatConstraint(edge.constraint);
    const wanted = edge.extras.length > 0 ? `[${edge.extras.join(",")}]` : "";
    return `${edge.key}${wanted} ${range}${edge.marker ? ` ; ${formatMarker(edge.marker)}` : ""}${edge.optional ? " (optional)" : ""}`;
  });
  const added = Object.entries(extras).map(([extra, keys]) => `[${extra}: ${keys.join(" ")}]`);
  return [
    `${name} ${version || "-"}`,
    ...(source.kind === "registry" && source.index === undefined ? [] : [`from ${showSource(source)}`]),
    ...(marker ? [`; ${formatMarker(marker)}`] : []),
    ...(groups ? [`(${groups.join(", ")})`] : []),
    ...(edges.length > 0 ? [`> ${edges.join(", ")}`] : []),
    ...added,
  ].join(" ");
}
