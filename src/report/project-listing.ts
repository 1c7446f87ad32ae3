// What was read of a project, for a person at a terminal.

import { maskCredentials } from "../credentials.ts";
import { formatOrigin, type Origin, printable } from "../diagnostics.ts";
import { urlOfSource } from "../manifests/urls.ts";
import { formatConstraint } from "../pep/constraint.ts";
import { formatMarker } from "../pep/pep508.ts";
import { type Lock, MAIN_GROUP, type Project, type Requirement, type Source } from "../project.ts";
import { formatDiagnostic, type Paint } from "./summary.ts";

/** Requirements by group and extra with their place, then what else the files say, the lock's size and the diagnostics. */
export function formatListing(project: Project, paint: Paint): string {
  const section = (title: string, rows: readonly Row[]) => listed(title, rows, paint);
  const of = (group: string | null, extra: string | null) =>
    project.requirements
      .filter((requirement) => requirement.extra === extra && (extra !== null || requirement.group === group))
      .map(requirementRow);
  const groups = new Set([
    ...project.selectables.filter(({ kind }) => kind === "group").map(({ name }) => name),
    ...project.requirements.filter(({ extra }) => extra === null).map(({ group }) => group),
  ]);
  groups.delete(MAIN_GROUP);
  const extras = new Set([
    ...project.selectables.filter(({ kind }) => kind === "extra").map(({ name }) => name),
    ...project.requirements.flatMap(({ extra }) => extra ?? []),
  ]);
  const byDefault = (kind: string, wanted: string) =>
    project.selectables.some(
      (selectable) => selectable.kind === kind && selectable.name === wanted && selectable.byDefault,
    )
      ? ", by default"
      : "";
  const lines = [
    `${paint.bold(printable(project.name ?? "a project without a name"))}, read from ${project.files.map(printable).join(", ")}`,
    ...section(
      "Python",
      project.requiresPython.map(({ text, origin }) => ({ text, origin })),
    ),
    ...section("requires", of(MAIN_GROUP, null)),
    ...[...groups].flatMap((group) => section(`group ${group}${byDefault("group", group)}`, of(group, null))),
    ...[...extras].flatMap((extra) => section(`extra ${extra}${byDefault("extra", extra)}`, of(null, extra))),
    ...section("to build it", project.buildRequires.map(requirementRow)),
    ...section("constraints", project.constraints.map(requirementRow)),
    ...section(
      "indexes",
      project.indexes.map(({ kind, name, url, origin }) => ({
        text: [kind, ...(name === null ? [] : [name]), url].join(" "),
        origin,
      })),
    ),
    ...section(
      "pip's options",
      project.pipOptions.map(({ option, value, origin }) => ({
        text: value === null ? option : `${option} ${value}`,
        origin,
      })),
    ),
    ...(project.lock ? lockLines(project.lock, paint) : []),
    ...(project.diagnostics.length > 0 ? [""] : []),
    ...project.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, paint)),
  ];
  return `${lines.join("\n")}\n`;
}

interface Row {
  readonly text: string;
  readonly origin: Origin;
}

/** A title with the number of rows, and each row with its place. A section of nothing is left out, unless it can be chosen. */
function listed(title: string, rows: readonly Row[], paint: Paint): string[] {
  const isChoice = /^(?:group|extra) /.test(title);
  if (rows.length === 0 && !isChoice) return [];
  const texts = rows.map(({ text }) => printable(maskCredentials(text)));
  const width = Math.min(60, Math.max(0, ...texts.map((text) => text.length)));
  return [
    "",
    `${paint.bold(printable(title))} (${rows.length})`,
    ...rows.map(({ origin }, index) => `  ${(texts[index] ?? "").padEnd(width)}  ${paint.dim(formatOrigin(origin))}`),
  ];
}

function requirementRow(requirement: Requirement): Row {
  const { name, key, extras, constraint, marker, source, hashes, origin } = requirement;
  const range = formatConstraint(constraint);
  const from = sourceText(source);
  const text = [
    `${name ?? key}${extras.length > 0 ? `[${extras.join(",")}]` : ""}`,
    ...(range === "*" ? [] : [range]),
    ...(from === "" || name === null ? [] : [`from ${from}`]),
    ...(marker ? [`; ${formatMarker(marker)}`] : []),
    ...(hashes.length > 0 ? [`(${counted(hashes.length, "hash", "hashes")})`] : []),
  ].join(" ");
  return { text, origin };
}

function sourceText(source: Source): string {
  if (source.kind === "registry") return source.index === undefined ? "" : `index ${source.index}`;
  return source.kind === "path" ? source.path : urlOfSource(source);
}

function lockLines(lock: Lock, paint: Paint): string[] {
  const sum = (count: (locked: Lock["packages"][number]) => number) =>
    lock.packages.reduce((total, locked) => total + count(locked), 0);
  const size = [
    counted(lock.packages.length, "package"),
    counted(
      sum(({ dependencies }) => dependencies.length),
      "dependency",
      "dependencies",
    ),
    counted(
      sum(({ files }) => files.length),
      "file",
    ),
  ];
  return ["", `${paint.bold("lock")} ${printable(lock.file)}, by ${printable(lock.tool)}: ${size.join(", ")}`];
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
