// The short summary of a plan for a person at a terminal.

import { maskCredentials } from "../credentials.ts";
import { type Diagnostic, formatOrigin, printable } from "../diagnostics.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { BY_PIP, type Provision } from "../shells/style.ts";

/** Marks text for a terminal; the identity where colour is off. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly warning: (text: string) => string;
}

export const PLAIN: Paint = { bold: (text) => text, dim: (text) => text, warning: (text) => text };

/** How much a summary tells. */
export interface SummaryDetail {
  /** Whether what comes from nixpkgs is listed too, with its reasons. */
  readonly all?: boolean;
  /** The most notes that are told; all of them where nothing is said. Warnings are always told. */
  readonly mostNotes?: number;
  /** What becomes of the dependencies; pip brings what nixpkgs lacks where nothing is said. */
  readonly provision?: Provision;
}

/** How many dependencies come from where, why the others do not come from nixpkgs, and what else is to be known. */
export function formatSummary(
  plan: Plan,
  paint: Paint,
  { all = false, mostNotes, provision = BY_PIP }: SummaryDetail = {},
): string {
  const { interpreter, decisions, diagnostics } = plan;
  const fromNixpkgs = decisions.filter(({ from }) => from === "nixpkgs");
  const fromPip = decisions.filter((decision) => decision.from === "pip" && !decision.isOwn);
  const own = decisions.filter((decision) => decision.from === "pip" && decision.isOwn);
  const absent = decisions.filter(({ from }) => from === "nowhere");
  const of = (severity: Diagnostic["severity"]) => diagnostics.filter((diagnostic) => diagnostic.severity === severity);
  const notes = of("note");
  const told = mostNotes === undefined || notes.length <= mostNotes + 1 ? notes : notes.slice(0, mostNotes);
  const lines = [
    `Python ${interpreter.version} ${paint.dim(`(${printable(interpreter.reason)})`)}`,
    `${formatCounts(plan, paint, provision)}${fromPip.length > 0 ? ":" : ""}`,
    ...table(fromPip, paint),
    ...own.map(({ name }) => `${printable(name)} itself ${provision.own}`),
    ...(absent.length > 0 ? [`${count(absent)} not needed here:`, ...table(absent, paint)] : []),
    ...(all && fromNixpkgs.length > 0
      ? [`${count(fromNixpkgs)} ${provision.nixpkgs}:`, ...table(fromNixpkgs, paint)]
      : []),
    ...[...of("warning"), ...told].map((diagnostic) => formatDiagnostic(diagnostic, paint)),
    ...(told.length < notes.length ? [paint.dim(`and ${notes.length - told.length} more notes (--verbose)`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** `12 of 13 dependencies from nixpkgs, 1 from pip` */
export function formatCounts({ decisions }: Plan, paint: Paint, { nixpkgs, others }: Provision = BY_PIP): string {
  const fromNixpkgs = decisions.filter(({ from }) => from === "nixpkgs");
  const fromPip = decisions.filter((decision) => decision.from === "pip" && !decision.isOwn);
  const all = count([...fromNixpkgs, ...fromPip]);
  return `${paint.bold(String(count(fromNixpkgs)))} of ${all} dependencies ${nixpkgs}, ${paint.bold(String(count(fromPip)))} ${others}`;
}

/** How many projects these decisions are about. */
function count(decisions: readonly Decision[]): number {
  return new Set(decisions.map(({ key }) => key)).size;
}

function table(decisions: readonly Decision[], paint: Paint): string[] {
  const rows = new Map(
    decisions.map(({ name, reason }) => [
      `${name}\0${reason}`,
      [printable(name), printable(maskCredentials(reason))] as const,
    ]),
  );
  const width = Math.min(32, Math.max(0, ...[...rows.values()].map(([name]) => name.length)));
  return [...rows.values()].map(([name, reason]) => `  ${name.padEnd(width)}  ${paint.dim(reason)}`);
}

export function formatDiagnostic({ severity, message, origin }: Diagnostic, paint: Paint): string {
  const label = severity === "warning" ? paint.warning("warning:") : paint.dim("note:");
  return `${label} ${origin ? `${formatOrigin(origin)}: ` : ""}${printable(maskCredentials(message))}`;
}
