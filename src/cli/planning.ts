// From inputs and settings to a plan: what every command does that decides where dependencies come from.

import { type Diagnostic, printable } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import type { LoadOptions } from "../manifests/load.ts";
import type { NixpkgsIndex } from "../nixpkgs/index.ts";
import { dirname } from "../paths.ts";
import type { Project } from "../project.ts";
import type { Decision, Plan } from "../resolver/plan.ts";
import { resolve } from "../resolver/resolve.ts";
import type { Selection } from "../resolver/selection.ts";
import { readOptions, type SettingsOptions } from "../settings/options.ts";
import { loadSettings } from "../settings/read.ts";
import { mergeSettings, type Settings } from "../settings/settings.ts";
import { type Input, loadInputs } from "./inputs.ts";

/** What the command line says: over the settings of the first input's folder, and what settings cannot say. */
export interface PlanningOptions extends Pick<LoadOptions, "format">, Omit<SettingsOptions, "group" | "extra"> {
  /** Files and folders; none for the manifests of the working folder. */
  readonly inputs: readonly Input[];
  readonly selection: Selection;
  /** What there is to say of the index. */
  readonly diagnostics?: readonly Diagnostic[];
}

export interface Planned {
  readonly plan: Plan;
  readonly project: Project;
  /** The index with what the settings allow, by which the plan was made. */
  readonly index: NixpkgsIndex;
  /** The manifests that were read. */
  readonly manifests: readonly Input[];
  /** Those of the folder and of the command line. */
  readonly settings: Settings;
}

/** Loads the inputs and their settings and decides. Throws an InputError. */
export function makePlan(options: PlanningOptions, files: Files, index: NixpkgsIndex): Planned {
  const folder = settingsFolder(options.inputs, files);
  const found = loadSettings(folder, files);
  const settings = mergeSettings(found.settings, readOptions(settingsOf(options)));
  const selection = withSettings(options.selection, settings);
  const { project: loaded, manifests } = loadInputs(options.inputs, files, {
    format: options.format,
    lock: settings.lock?.value ?? "auto",
    members: selection.members,
    versionFiles: settings.python === null,
  });
  const project: Project = {
    ...loaded,
    diagnostics: [...(options.diagnostics ?? []), ...found.diagnostics, ...loaded.diagnostics],
    files: [...new Set([...loaded.files, ...found.files])],
  };
  const ofUser = index.withOptions({ allowUnfree: settings.allowUnfree?.value === true });
  const plan = resolve(project, ofUser, { selection, python: settings.python?.value ?? null, settings });
  const unused = unusedSettings(settings, plan.decisions);
  return {
    plan: { ...plan, diagnostics: [...plan.diagnostics, ...unused] },
    project,
    index: ofUser,
    manifests,
    settings,
  };
}

/** The folder of the first input that has one: where its settings and its pin of nixpkgs are. */
export function settingsFolder(inputs: readonly Input[], files: Files): string {
  const first = inputs.find((input) => typeof input === "string");
  if (typeof first !== "string") return ".";
  return files.kind(first) === "folder" ? first : dirname(first);
}

/** A flag that was not given decides nothing. */
function settingsOf(options: PlanningOptions): SettingsOptions {
  const { groups, noGroups, extras, allGroups, allExtras } = options.selection;
  return {
    ...options,
    pin: options.pin || null,
    allowUnfree: options.allowUnfree || null,
    group: groups,
    noGroup: noGroups,
    extra: extras,
    allGroups: allGroups || null,
    allExtras: allExtras || null,
  };
}

/** The command line's selection with what the settings add. Groups that are wanted alone leave no room for that. */
function withSettings(selection: Selection, settings: Settings): Selection {
  if (selection.onlyGroups.length > 0) return selection;
  const values = (list: Settings["groups"]) => list.map(({ value }) => value);
  return {
    ...selection,
    groups: values(settings.groups),
    noGroups: values(settings.noGroups),
    extras: values(settings.extras),
    allGroups: settings.allGroups?.value === true,
    allExtras: settings.allExtras?.value === true,
  };
}

function unusedSettings({ packages }: Settings, decisions: readonly Decision[]): Diagnostic[] {
  const keys = new Set(decisions.map(({ key }) => key));
  return packages
    .filter(({ key }) => !keys.has(key))
    .map(({ name, origin }) => ({
      severity: "note",
      message: `nothing here asks for ${name}, for which the settings decide something`,
      ...(origin ? { origin } : {}),
    }));
}

/** A check that the user asked for has failed. The message can have several lines, with nothing from outside that ends one. */
export class CheckFailed extends Error {
  override readonly name = "CheckFailed";
}

/** Refuses a plan in which nixpkgs cannot serve something, with all of that at once. Throws a CheckFailed. */
export function refuseFallbacks({ decisions }: Plan): void {
  const fallbacks = decisions.filter(
    (decision) =>
      decision.from === "pip" && !decision.isOwn && decision.requirements.some(({ source }) => source.kind !== "path"),
  );
  if (fallbacks.length === 0) return;
  const lines = fallbacks.map(({ name, reason }) => `  ${printable(`${name}: ${reason}`)}`);
  throw new CheckFailed(`not everything comes from nixpkgs (--strict):\n${lines.join("\n")}`);
}
