// Which of nixpkgs' interpreters the environment has.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";
import { satisfies } from "../pep/pep440.ts";
import type { Constraint, RequiresPython } from "../project.ts";
import type { InterpreterChoice } from "./plan.ts";

/** No CPython release has had a higher patch number. */
const LAST_PATCH = 40;

/**
 * Chooses among the interpreters with a package set in the index: nixpkgs' default when every range admits it, else
 * the newest that fits; where none does, the newest interpreter that fits without a set. `wanted` (`3.12`, `python312`)
 * decides alone, and a range that it breaks is a warning. Throws an InputError when nothing fits.
 */
export function chooseInterpreter(
  ranges: readonly RequiresPython[],
  release: NixpkgsRelease,
  wanted: string | null,
): { interpreter: InterpreterChoice; diagnostics: Diagnostic[] } {
  const all = Object.keys(release.interpreters).sort((a, b) => minorOf(b) - minorOf(a));
  const choice = (attribute: string, reason: string): InterpreterChoice => ({
    attribute,
    version: release.interpreters[attribute] ?? "",
    reason,
  });
  const fits = (attribute: string) =>
    ranges.every(({ constraint }) => admitsMinor(constraint, release.interpreters[attribute] ?? ""));

  if (wanted !== null) {
    const digits = /^(?:python|cpython-?)?3\.?([0-9]+)(?:\.[0-9]+)?$/i.exec(wanted)?.[1];
    const attribute = `python3${digits ?? ""}`;
    if (digits === undefined || !Object.hasOwn(release.interpreters, attribute)) {
      throw new InputError(`this nixpkgs has no interpreter ${wanted}`, { hint: `It has ${versions(all, release)}.` });
    }
    const diagnostics = ranges
      .filter(({ constraint }) => !admitsMinor(constraint, release.interpreters[attribute] ?? ""))
      .map(
        (range): Diagnostic => ({
          severity: "warning",
          message: `the project requires Python ${range.text}, but ${wanted} was asked for`,
          origin: range.origin,
        }),
      );
    return {
      interpreter: choice(attribute, "asked for"),
      diagnostics: [...diagnostics, ...withoutSet(attribute, release)],
    };
  }

  const withSet = all.filter((attribute) => release.sets.includes(attribute));
  const fitting = [release.default, ...withSet].filter(fits);
  const attribute = fitting[0] ?? all.find(fits);
  if (attribute === undefined) {
    const culprit =
      ranges.find(
        ({ constraint }) => !all.some((candidate) => admitsMinor(constraint, release.interpreters[candidate] ?? "")),
      ) ?? ranges[0];
    throw new InputError(
      `no interpreter of this nixpkgs is in the range that the project requires: ${ranges.map(({ text }) => text).join(" and ")}`,
      {
        ...(culprit ? { origin: culprit.origin } : {}),
        hint: `It has ${versions(all, release)}. With --python one of them is taken all the same.`,
      },
    );
  }
  const text = [...new Set(ranges.map((range) => range.text))].join(" and ");
  const reason =
    attribute === release.default
      ? ranges.length === 0
        ? "nixpkgs' default"
        : `nixpkgs' default, and in the range ${text}`
      : `the newest in the range ${text}`;
  const version = release.interpreters[attribute] ?? "";
  const diagnostics = ranges
    .filter(({ constraint }) => !constraint.some((set) => satisfies(set, version)))
    .map(
      (range): Diagnostic => ({
        severity: "warning",
        message: `the project requires Python ${range.text}; this nixpkgs has ${version}`,
        origin: range.origin,
      }),
    );
  return { interpreter: choice(attribute, reason), diagnostics: [...diagnostics, ...withoutSet(attribute, release)] };
}

function withoutSet(attribute: string, release: NixpkgsRelease): Diagnostic[] {
  if (release.sets.includes(attribute)) return [];
  const sets = versions([...release.sets], release);
  return [
    { severity: "warning", message: `the index has packages for Python ${sets} only, so all of them come from pip` },
  ];
}

function versions(attributes: readonly string[], release: NixpkgsRelease): string {
  return attributes.map((attribute) => release.interpreters[attribute]).join(", ");
}

function minorOf(attribute: string): number {
  return Number(/^python3([0-9]+)$/.exec(attribute)?.[1] ?? 0);
}

/** Whether any patch release of the version's minor line is in the range: nixpkgs has one patch release of each. */
function admitsMinor(constraint: Constraint, version: string): boolean {
  const minor = version.split(".").slice(0, 2).join(".");
  return constraint.some((set) => {
    for (let patch = 0; patch <= LAST_PATCH; patch++) if (satisfies(set, `${minor}.${patch}`)) return true;
    return false;
  });
}
