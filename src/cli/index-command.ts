// `py2nix index`: the indexes of nixpkgs that the user keeps beside the embedded one.

import { InputError, printable } from "../diagnostics.ts";
import { nearest } from "../nearest.ts";
import { diffIndexes } from "../nixpkgs/diff.ts";
import type { NixpkgsRelease } from "../nixpkgs/index.ts";
import { byAge, EMBEDDED, indexNamed } from "../nixpkgs/release.ts";
import { formatDifference, formatIndexes, formatReleaseDetails, type IndexLine } from "../report/indexes.ts";
import { formatFindings } from "../report/search.ts";
import { type Command, EXIT, type Invocation } from "./command.ts";
import { embeddedRelease } from "./embedded-index.ts";
import { DEFAULT_SHARD, defaultJobs } from "./evaluate.ts";
import { realFiles } from "./files.ts";
import { buildIndex } from "./index-build.ts";
import { openIndex } from "./index-choice.ts";
import { chooseStored, chosenIndex, removeIndex, storedIndexes } from "./index-store.ts";
import { updateIndex } from "./index-update.ts";
import { type Given, type Options, UsageError } from "./options.ts";
import { Progress } from "./progress.ts";
import { findingsFor } from "./search-command.ts";
import { paintFor, writeNotes, writeResult } from "./terminal.ts";

const OPTIONS = {
  channel: { kind: "value", section: "update", describe: "a channel, such as nixos-26.05", default: "nixos-unstable" },
  url: {
    kind: "value",
    section: "update",
    describe: "a folder on a server that has packages.json.br and git-revision",
  },
  file: { kind: "value", section: "update", describe: "a packages.json, or a packages.json.br" },
  force: { kind: "flag", section: "update", describe: "get it even where the same revision is stored" },
  nixpkgs: {
    kind: "value",
    section: "build",
    describe: "a folder, <nixpkgs>, or the flake.lock or sources.json that pins one",
  },
  python: {
    kind: "list",
    section: "build",
    describe: "an interpreter, such as 3.12, instead of those that nixpkgs builds",
  },
  system: { kind: "value", section: "build", describe: "the system to evaluate for, such as aarch64-linux" },
  shard: {
    kind: "value",
    section: "build",
    describe: "how many packages a process is asked for",
    default: String(DEFAULT_SHARD),
  },
  jobs: { kind: "value", section: "build", describe: "how many processes run at once" },
  fresh: { kind: "flag", section: "build", describe: "do not go on where an interrupted build stopped" },
  name: { kind: "value", section: "update and build", describe: "what to call the index" },
  json: { kind: "flag", section: "Output", describe: "as JSON" },
  quiet: { kind: "flag", alias: "q", section: "Output", describe: "no progress and no notes" },
} as const satisfies Options;

type GivenIndex = Given<typeof OPTIONS>;

/** The actions, the options that each takes and how many names. */
const ACTIONS = {
  list: { options: ["json"], names: [0, 0], run: list },
  update: { options: ["channel", "url", "file", "force", "name", "quiet"], names: [0, 0], run: update },
  build: {
    options: ["nixpkgs", "python", "system", "shard", "jobs", "fresh", "name", "quiet"],
    names: [0, 0],
    run: build,
  },
  use: { options: [], names: [1, 1], run: use },
  show: { options: ["json"], names: [1, 100], run: show },
  diff: { options: ["json", "python"], names: [2, 2], run: diff },
  remove: { options: [], names: [1, 100], run: remove },
} as const;

type Action = keyof typeof ACTIONS;

export const indexCommand: Command = {
  options: OPTIONS,
  takes: {
    describe: "list, update, build, use NAME, show NAME [PROJECT], diff NAME NAME or remove NAME",
    otherwise: "list",
  },
  examples: [
    ["index", "list the indexes"],
    ["index show embedded", "what the index is of that comes with py2nix"],
    ["index diff embedded embedded", "what differs between two"],
  ],
  run: async (given: GivenIndex, { names, dataFolder }: Invocation) => {
    const [action = "list", ...rest] = names;
    if (!Object.hasOwn(ACTIONS, action)) {
      const meant = nearest(action, Object.keys(ACTIONS));
      const known = `the actions are ${Object.keys(ACTIONS).join(", ")}`;
      throw new UsageError(`there is no action ${action}; ${meant === null ? known : `did you mean ${meant}?`}`);
    }
    const { options, names: count, run } = ACTIONS[action as Action];
    for (const [name, value] of Object.entries(given)) {
      const isGiven = value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
      if (isGiven && !(options as readonly string[]).includes(name))
        throw new UsageError(`index ${action} takes no --${name}`);
    }
    if (rest.length < count[0] || rest.length > count[1])
      throw new UsageError(
        `index ${action} takes ${count[1] === 0 ? "no names" : count[0] === 2 ? "two names" : count[1] === 1 ? "one name" : "a name"}`,
      );
    await run(given, rest, dataFolder);
    return EXIT.done;
  },
};

function tellNote(text: string): void {
  writeNotes(`${paintFor("stderr").dim("note:")} ${printable(text)}\n`);
}

async function list(given: GivenIndex, _: readonly string[], dataFolder: string): Promise<void> {
  const chosen = chosenIndex();
  const stored = storedIndexes(tellNote);
  const used = chosen === null || chosen === EMBEDDED ? EMBEDDED : (idOf(chosen) ?? EMBEDDED);
  const all = [...[...stored].sort(byAge), { id: EMBEDDED, release: embeddedRelease(dataFolder) }];
  const lines: IndexLine[] = all.map(({ id, release }) => ({ id, isUsed: id === used, release }));
  await writeResult(given.json ? toJson(lines) : formatIndexes(lines, paintFor("stdout")));
}

/** The identity that a stored name means, or null. */
function idOf(name: string): string | null {
  try {
    return indexNamed(name, storedIndexes()).id;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

async function update(given: GivenIndex, _: readonly string[], dataFolder: string): Promise<void> {
  const { channel, url, file, name, force, quiet } = given;
  const progress = new Progress(process.stderr, quiet);
  const { id, isNew, summary } = await updateIndex(
    { channel, url, file, name, force },
    dataFolder,
    progress,
    (text) => {
      progress.clear();
      if (!quiet) tellNote(text);
    },
  );
  await writeResult(`${id}${isNew ? "" : " is up to date"}\n`);
  if (!quiet && isNew) writeNotes(`${summary}\n`);
}

async function build(given: GivenIndex, _: readonly string[], dataFolder: string): Promise<void> {
  const { nixpkgs, name, python, system, fresh, quiet } = given;
  const progress = new Progress(process.stderr, quiet);
  const { id, summary, failures } = await buildIndex(
    {
      nixpkgs,
      name,
      pythons: python,
      system,
      fresh,
      shard: numberOf("shard", given.shard) ?? DEFAULT_SHARD,
      jobs: numberOf("jobs", given.jobs) ?? defaultJobs(),
    },
    dataFolder,
    progress,
    (text) => {
      if (!quiet) tellNote(text);
    },
  );
  await writeResult(`${id}\n`);
  if (quiet) return;
  for (const { attribute, reason } of failures.slice(0, MOST_TOLD)) tellNote(`${attribute} is left out: ${reason}`);
  if (failures.length > MOST_TOLD) tellNote(`and ${failures.length - MOST_TOLD} more are left out`);
  writeNotes(`${summary}\n`);
}

/** More failures than these are told by their number. */
const MOST_TOLD = 20;

function numberOf(option: string, text: string | null): number | null {
  if (text === null) return null;
  if (!/^[1-9][0-9]{0,4}$/.test(text)) throw new UsageError(`--${option} is a number from 1 to 99999`);
  return Number(text);
}

async function use(_: GivenIndex, [name = ""]: readonly string[]): Promise<void> {
  const stored = storedIndexes(tellNote);
  // A name goes on meaning the newest; the beginning of an identity would not be one for ever.
  const isName = name === EMBEDDED || stored.some(({ id }) => id.startsWith(`${name}@`));
  await chooseStored(isName ? name : indexNamed(name, stored).id);
}

async function remove(_: GivenIndex, names: readonly string[]): Promise<void> {
  const stored = storedIndexes();
  for (const name of names) {
    if (name === EMBEDDED) throw new InputError("the embedded index is a part of py2nix and cannot be removed");
    // A name means the newest to others; here it must not be guessed which one is to go.
    const ofName = stored.filter(({ id }) => id.startsWith(`${name}@`));
    if (ofName.length > 1)
      throw new InputError(`there are several indexes ${name}: ${ofName.map(({ id }) => id).join(", ")}`);
    removeIndex(indexNamed(name, stored).id);
  }
}

async function show(given: GivenIndex, [name = "", ...projects]: readonly string[], dataFolder: string): Promise<void> {
  const { index, id } = openIndex(name, null, realFiles, dataFolder);
  if (projects.length === 0) {
    const count = (interpreter: string) => index.versions(interpreter).size;
    const details = {
      id,
      release: index.release,
      packages: Object.fromEntries(index.release.sets.map((set) => [set, count(set)])),
      hasDependencies: index.hasEdges,
    };
    await writeResult(given.json ? toJson(details) : formatReleaseDetails(details, paintFor("stdout")));
    return;
  }
  const findings = findingsFor(projects, index, null);
  await writeResult(given.json ? toJson(findings) : formatFindings(findings, paintFor("stdout")));
}

async function diff(given: GivenIndex, [a = "", b = ""]: readonly string[], dataFolder: string): Promise<void> {
  const before = openIndex(a, null, realFiles, dataFolder);
  const after = openIndex(b, null, realFiles, dataFolder);
  const difference = diffIndexes(
    before.index,
    after.index,
    interpreterOf(given.python, [before.index.release, after.index.release]),
  );
  const result = { from: before.id, to: after.id, ...difference };
  await writeResult(given.json ? toJson(result) : formatDifference(result, paintFor("stdout")));
}

function interpreterOf(given: readonly string[], releases: readonly NixpkgsRelease[]): string | null {
  const [text] = given;
  if (text === undefined) return null;
  if (given.length > 1) throw new UsageError("index diff compares one --python");
  const name = `python${text.replace(/^python/, "").replace(".", "")}`;
  for (const { sets } of releases)
    if (!sets.includes(name)) throw new UsageError(`an index has no set for Python ${text}; it has ${sets.join(", ")}`);
  return name;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
