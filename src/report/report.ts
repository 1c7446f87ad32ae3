// The report of a plan for a team: how much comes from nixpkgs, why the rest does not and what would change that, the
// versions side by side, and what else is to be known. Nothing in it depends on the day or the machine.

import { formatOrigin } from "../diagnostics.ts";
import { normalizeName } from "../pep/pep503.ts";
import { ALL_PLATFORMS } from "../platforms.ts";
import { MAIN_GROUP } from "../project.ts";
import type { Decision } from "../resolver/plan.ts";
import { isOwn, KIND_LABELS, type Kind, kindOf, systemsText } from "./graph.ts";
import { candidateOf, versionsOf } from "./graph-versions.ts";
import { type Block, code, type Inline, type Line, type ReportDocument } from "./report-document.ts";
import { type Known, remediesFor } from "./report-remedies.ts";

/** Makes the report of a plan. */
export function reportOf(known: Known): ReportDocument {
  const { plan, project } = known;
  const name = plan.projectName ?? project.files[0] ?? "a project";
  return {
    title: `Dependencies of ${name}`,
    blocks: [
      ...basis(known),
      ...coverage(known),
      ...fallbacks(known),
      ...holders(known),
      ...absences(known),
      ...parts(known),
      ...diagnostics(known),
      ...packages(known),
    ],
  };
}

/** The interpreter, nixpkgs and the files. */
function basis({ plan, project }: Known): Block[] {
  const { interpreter, index } = plan;
  const release = [index.channel, index.release, index.date].filter((text) => text !== "").join(", ");
  return [
    paragraph([
      "Python ",
      code(interpreter.version),
      ` (${interpreter.reason}), nixpkgs `,
      code(index.revision),
      ` (${release}).`,
    ]),
    ...(project.files.length > 0 ? [paragraph(["Read from ", ...separated(project.files.map(code)), "."])] : []),
  ];
}

function coverage({ plan }: Known): Block[] {
  const some = plan.decisions.filter((decision) => decision.from !== "nowhere" && !isOwn(decision));
  const all = distinct(some);
  const nix = distinct(some.filter(({ from }) => from === "nixpkgs"));
  if (all === 0) return [heading("Coverage", "coverage"), paragraph(["Nothing is needed here."])];
  // Rounded down: all is only said of all.
  const percent = Math.floor((100 * nix) / all);
  const kinds: readonly Kind[] = ["listed", "brought", "pip", "built"];
  const shares = kinds.map((kind) => ({
    of: kind,
    label: KIND_LABELS[kind],
    count: distinct(some.filter((decision) => kindOf(decision) === kind)),
  }));
  return [
    heading("Coverage", "coverage"),
    paragraph([`${nix} of ${all} packages come from nixpkgs (${percent} %).`]),
    { kind: "shares", shares: shares.filter(({ count }) => count > 0) },
  ];
}

function fallbacks(known: Known): Block[] {
  const some = known.plan.decisions.filter((decision) => decision.from === "pip");
  // Causes first, then what follows from them.
  const rows = (["pip", "built"] as const).flatMap((kind) => some.filter((decision) => kindOf(decision) === kind));
  if (rows.length === 0) return [];
  return [
    heading("From pip", "from-pip"),
    {
      kind: "table",
      caption: "Packages that pip brings, why, and what would change that",
      head: ["Package", "Why pip", "What would change it"],
      rows: rows.map((decision) => [
        [[code(decision.name)], ...systems(decision)],
        [[decision.reason]],
        remediesFor(decision, known),
      ]),
    },
  ];
}

const MOST_HOLDERS = 8;

/** The packages from pip for which most others come from pip, since nixpkgs built those against them. */
function holders({ plan, index }: Known): Block[] {
  const built = new Map<string, Decision>();
  for (const decision of plan.decisions) if (kindOf(decision) === "built") built.set(decision.key, decision);
  const rows = plan.decisions
    .filter((decision) => kindOf(decision) === "pip" && candidateOf(decision, plan, index) !== null)
    .map((decision) => ({ name: decision.name, held: heldBy(decision, built) }))
    .filter(({ held }) => held > 0)
    .sort((a, b) => b.held - a.held || (a.name < b.name ? -1 : 1));
  if (rows.length === 0) return [];
  return [
    heading("What holds most back", "holding-back"),
    paragraph(["nixpkgs has built other packages against these. As these come from pip, so do those."]),
    {
      kind: "table",
      caption: "Packages from pip, and how many others come from pip with them",
      head: ["Package", "Packages that follow it"],
      rows: rows.slice(0, MOST_HOLDERS).map(({ name, held }) => [[[code(name)]], [[String(held)]]]),
    },
  ];
}

/** How many packages come from pip as they, or what they were built against, were built against this one. */
function heldBy(decision: Decision, built: ReadonlyMap<string, Decision>): number {
  const held = new Set<string>();
  const queue = [decision];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const requester of next.requesters) {
      if (requester.kind === "manifest") continue;
      const by = built.get(normalizeName(requester.name));
      if (!by || held.has(by.key)) continue;
      held.add(by.key);
      queue.push(by);
    }
  }
  held.delete(decision.key);
  return held.size;
}

function absences({ plan }: Known): Block[] {
  const rows = plan.decisions.filter(({ from }) => from === "nowhere");
  if (rows.length === 0) return [];
  return [
    heading("Not needed", "not-needed"),
    {
      kind: "table",
      caption: "What is asked for and not needed here",
      head: ["Package", "Why not"],
      rows: rows.map((decision) => [[[code(decision.name)]], [[decision.reason]]]),
    },
  ];
}

/** Groups and extras, and whether they are in. */
function parts({ plan, project }: Known): Block[] {
  if (project.selectables.length === 0) return [];
  const row = (kind: string, name: string, isIn: boolean, byDefault: boolean) => [
    [[code(name)]],
    [[kind]],
    [[isIn ? "yes" : "no"]],
    [[byDefault ? "yes" : "no"]],
  ];
  return [
    heading("Groups and extras", "groups-and-extras"),
    {
      kind: "table",
      caption: "Groups and extras of the project",
      head: ["Name", "Kind", "Included", "By default"],
      rows: [
        row("the project's own", MAIN_GROUP, plan.groups.includes(MAIN_GROUP), true),
        ...project.selectables.map(({ kind, name, byDefault }) =>
          row(kind, name, (kind === "group" ? plan.groups : plan.extras).includes(name), byDefault),
        ),
      ],
    },
  ];
}

function diagnostics({ plan }: Known): Block[] {
  const rows = (["warning", "note"] as const).flatMap((severity) =>
    plan.diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  if (rows.length === 0) return [];
  return [
    heading("Warnings and notes", "warnings-and-notes"),
    {
      kind: "table",
      caption: "What could not be honoured as written, and what is worth knowing",
      head: ["Kind", "Place", "Message"],
      rows: rows.map(({ severity, origin, message }) => [
        [[severity]],
        [origin ? [code(formatOrigin(origin))] : []],
        [[message]],
      ]),
    },
  ];
}

/** Every package with its versions side by side. */
function packages(known: Known): Block[] {
  const { plan, project, index } = known;
  const rows = plan.decisions.filter((decision) => !isOwn(decision));
  if (rows.length === 0) return [];
  return [
    heading("Versions side by side", "versions"),
    {
      kind: "table",
      caption: "Packages and their versions: required, locked, in nixpkgs, and taken",
      head: ["Package", "From", "Required here", "Locked", "nixpkgs", "Taken"],
      rows: rows.map((decision) => {
        const { required, locked, nixpkgs, taken } = versionsOf(decision, plan, project, index);
        const kind = kindOf(decision);
        const attribute = nixpkgs && normalizeName(nixpkgs.attribute) !== decision.key ? `${nixpkgs.attribute} ` : "";
        return [
          [[code(decision.name)], ...systems(decision)],
          [[{ kind: "mark", of: kind, text: KIND_LABELS[kind] } satisfies Inline]],
          required.map(({ range, origin }): Line => [code(range), ` ${formatOrigin(origin)}`]),
          [separated(locked.map(code))],
          [nixpkgs ? [code(`${attribute}${nixpkgs.version}`)] : []],
          [taken === null ? [] : [code(taken)]],
        ];
      }),
    },
  ];
}

/** The systems that a decision is about, where it is not about all. */
function systems({ platforms, from }: Decision): Line[] {
  if (platforms === ALL_PLATFORMS || from === "nowhere") return [];
  return [[`on ${systemsText(platforms)}`]];
}

function distinct(decisions: readonly Decision[]): number {
  return new Set(decisions.map(({ key }) => key)).size;
}

function heading(text: string, id: string): Block {
  return { kind: "heading", text, id };
}

function paragraph(line: Line): Block {
  return { kind: "paragraph", line };
}

function separated(parts: readonly Inline[]): Line {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [", ", part]));
}
