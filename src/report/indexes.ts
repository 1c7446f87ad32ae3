// Indexes of nixpkgs and what differs between them, for a person at a terminal.

import type { IndexDifference } from "../nixpkgs/diff.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";
import { formatRelease } from "../nixpkgs/release.ts";
import type { Paint } from "./summary.ts";

export interface IndexLine {
  readonly id: string;
  /** Whether it is the one that is taken where a project pins no nixpkgs. */
  readonly isUsed: boolean;
  readonly release: NixpkgsRelease;
}

export interface ReleaseDetails {
  readonly id: string;
  readonly release: NixpkgsRelease;
  /** Interpreter to the number of packages in its set. */
  readonly packages: Readonly<Record<string, number>>;
  readonly hasDependencies: boolean;
}

/** A line for each index; a star marks the one that is used. */
export function formatIndexes(indexes: readonly IndexLine[], paint: Paint): string {
  const width = Math.max(...indexes.map(({ id }) => id.length));
  const lines = indexes.map(
    ({ id, isUsed, release }) =>
      `${isUsed ? "*" : " "} ${paint.bold(id.padEnd(width))}  ${formatRelease(release)}, Python ${pythons(release)}`,
  );
  return `${lines.join("\n")}\n`;
}

export function formatReleaseDetails(details: ReleaseDetails, paint: Paint): string {
  const { id, release, packages, hasDependencies } = details;
  const interpreters = Object.entries(release.interpreters).map(([name, version]) => {
    const count = packages[name];
    const role = name === release.default ? ", the default" : "";
    return `  ${name} ${version}${role}: ${count === undefined ? "no packages in the index" : `${count} packages`}`;
  });
  const lines = [
    paint.bold(id),
    `  ${formatRelease(release)}`,
    ...(release.release === "" ? [] : [`  release ${release.release}`]),
    ...(release.revision === "" ? [] : [`  revision ${release.revision}`]),
    `  hash ${release.narHash === "" ? "not known: --pin asks Nix for it" : release.narHash}`,
    `  ${release.system === undefined ? "without what is broken, unfree or unsupported" : `what is broken, unfree or unsupported is told for ${release.system}`}`,
    `  ${hasDependencies ? "with" : "without"} what packages depend on`,
    ...interpreters,
  ];
  return `${lines.join("\n")}\n`;
}

function pythons({ interpreters, sets }: NixpkgsRelease): string {
  return sets.map((set) => interpreters[set] ?? set).join(", ");
}

export function formatDifference(
  { from, to, interpreters, changed, added, removed }: IndexDifference & { from: string; to: string },
  paint: Paint,
): string {
  const lines = [
    paint.bold(`${from} (${interpreters[0]}) to ${to} (${interpreters[1]})`),
    `${changed.length} changed, ${added.length} added, ${removed.length} removed`,
    ...changed.map((one) => `  ${one.attribute} ${one.from} -> ${one.to}`),
    ...added.map((one) => `+ ${one.attribute} ${one.version}`),
    ...removed.map((one) => `- ${one.attribute} ${one.version}`),
  ];
  return `${lines.join("\n")}\n`;
}
