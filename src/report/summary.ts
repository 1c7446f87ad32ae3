// The short summary of a plan for a person at a terminal.

import { maskCredentials } from "../credentials.ts";
import { type Diagnostic, formatOrigin, printable } from "../diagnostics.ts";
import type { Decision, Plan } from "../resolver/plan.ts";

/** Marks text for a terminal; the identity where colour is off. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly warning: (text: string) => string;
}

export const PLAIN: Paint = { bold: (text) => text, dim: (text) => text, warning: (text) => text };

/** How many dependencies come from where, why the others do not come from nixpkgs, and what else is to be known. */
export function formatSummary(plan: Plan, paint: Paint): string {
  const { interpreter, decisions, diagnostics } = plan;
  const fromNixpkgs = decisions.filter(({ from }) => from === "nixpkgs");
  const fromPip = decisions.filter(({ from }) => from === "pip");
  const absent = decisions.filter(({ from }) => from === "nowhere");
  const names = (some: readonly Decision[]) => new Set(some.map(({ key }) => key)).size;
  const lines = [
    `Python ${interpreter.version} ${paint.dim(`(${interpreter.reason})`)}`,
    `${paint.bold(String(names(fromNixpkgs)))} of ${names([...fromNixpkgs, ...fromPip])} dependencies from nixpkgs, ${paint.bold(String(names(fromPip)))} from pip${fromPip.length > 0 ? ":" : ""}`,
    ...table(fromPip, paint),
    ...(absent.length > 0 ? [`${names(absent)} not needed here:`, ...table(absent, paint)] : []),
    ...diagnostics
      .filter(({ severity }) => severity === "warning")
      .map((diagnostic) => formatDiagnostic(diagnostic, paint)),
    ...diagnostics
      .filter(({ severity }) => severity === "note")
      .map((diagnostic) => formatDiagnostic(diagnostic, paint)),
  ];
  return `${lines.join("\n")}\n`;
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
