// `py2nix index build`: an index of a nixpkgs that the user's own Nix evaluates, with what a channel does not tell.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../diagnostics.ts";
import { type IndexRows, makeTexts, type PackageRow } from "../nixpkgs/make.ts";
import { PIN_FILES, pinOf } from "../nixpkgs/pins.ts";
import { namedPrograms } from "./embedded-index.ts";
import { Evaluation, EvaluationError, type Failure, type NixpkgsSource } from "./evaluate.ts";
import { storeIndex } from "./index-store.ts";
import { named } from "./index-update.ts";
import { UsageError } from "./options.ts";
import { grouped, type Progress } from "./progress.ts";

export interface BuildOptions {
  /** A folder, `<name>`, or a file that pins a nixpkgs; null for the working folder's pin, else `<nixpkgs>`. */
  readonly nixpkgs: string | null;
  /** What the index is called. */
  readonly name: string | null;
  /** The interpreters whose sets are wanted, such as 3.12; none for the default one and those that nixpkgs builds. */
  readonly pythons: readonly string[];
  readonly system: string | null;
  readonly shard: number;
  readonly jobs: number;
  /** Does not go on where an interrupted run stopped. */
  readonly fresh: boolean;
}

export interface Built {
  readonly id: string;
  readonly summary: string;
  readonly failures: readonly Failure[];
}

/** What is known of a nixpkgs without evaluating it. */
interface Located {
  readonly source: NixpkgsSource;
  readonly revision: string;
  readonly narHash: string;
  readonly branch: string | null;
  /** The folder, where that is known already. */
  readonly folder: string | null;
}

/** Evaluates a nixpkgs and stores its index. Throws an EvaluationError, OutputError, InputError or UsageError. */
export async function buildIndex(
  options: BuildOptions,
  dataFolder: string,
  progress: Progress,
  tell: (message: string) => void,
): Promise<Built> {
  const name = named(options.name, "local");
  const located = locate(options.nixpkgs);
  const { source } = located;
  const base = { source, dataFolder, system: options.system, shard: options.shard, jobs: options.jobs };
  let what = "";
  const evaluation = (state: string | null, aliases: boolean) =>
    new Evaluation({
      ...base,
      state,
      aliases,
      onProgress: (done, all) => progress.show(() => `${what}: ${grouped(done)} of ${grouped(all)}`),
    });
  try {
    // Without its aliases a nixpkgs has each package once. One that was cut down may need them.
    const isWhole = await evaluation(null, false).works();
    const aliases = !isWhole && (await evaluation(null, true).works());
    if (aliases) tell("this nixpkgs does not evaluate without its aliases: they are in the index too");
    const about = await evaluation(null, aliases).about();
    const folder = located.folder ?? about.nixpkgs;
    const git = located.revision === "" ? gitState(folder) : null;
    if (git?.isChanged) tell(`${folder} has changes that are not committed: the index has no revision`);
    const revision = located.revision || (git ? (git.isChanged ? "" : git.revision) : revisionIn(about.revision));
    // A tree that may change between two runs is told apart by its changes, or not at all.
    const state = located.revision || git?.state || (folder.startsWith("/nix/store/") ? folder : null);
    const running = evaluation(state, aliases);
    if (options.fresh) running.forget();
    const versions = await running.versions(["python3", ...about.interpreters]);
    const python3 = versions.get("python3")?.version;
    const interpreters = Object.fromEntries(
      about.interpreters.flatMap((one) => {
        const version = versions.get(one)?.version;
        return version === undefined ? [] : [[one, version] as const];
      }),
    );
    const byAge = Object.keys(interpreters).sort((a, b) => minorOf(b) - minorOf(a));
    const standard = byAge.find((one) => interpreters[one] === python3) ?? byAge[0];
    if (standard === undefined) throw new EvaluationError(`${folder} has no Python`);
    const wanted = wantedSets(options.pythons, interpreters, [
      standard,
      ...byAge.filter((one) => one !== standard && versions.get(one)?.isBuilt),
    ]);
    const sets = new Map<string, readonly PackageRow[]>();
    for (const one of wanted) {
      what = `Python ${interpreters[one]}`;
      sets.set(one, await running.packages(one));
    }
    if (sets.get(wanted[0] ?? "")?.length === 0) throw new EvaluationError(`${folder} has no packages for Python`);
    what = "programs";
    const top = [...Object.keys(interpreters), ...namedPrograms(dataFolder)].map((path) => path.split("."));
    const programs = await running.programs(top);
    const system = options.system ?? about.system;
    const rows: IndexRows = {
      release: {
        channel: channelOf(located.branch ?? git?.branch ?? null, about.release, about.suffix),
        release: `${about.release}${about.suffix}`,
        revision,
        narHash: located.narHash,
        date: git?.date ?? "",
        default: standard,
        system,
      },
      interpreters,
      sets,
      programs,
    };
    const id = await storeIndex(name, makeTexts(rows));
    running.forget();
    return { id, summary: summaryOf(rows), failures: running.failures };
  } finally {
    progress.clear();
  }
}

function locate(asked: string | null): Located {
  const where = asked ?? PIN_FILES.find((file) => existsSync(file)) ?? "<nixpkgs>";
  const nothing = { revision: "", narHash: "", branch: null };
  if (/^<[A-Za-z0-9._/+-]+>$/.test(where)) return { source: { nixpkgs: where, hash: "" }, ...nothing, folder: null };
  const stats = statSync(where, { throwIfNoEntry: false });
  if (!stats)
    throw new InputError(`${where} does not exist`, { hint: "A folder, a flake.lock, sources.json or <nixpkgs>." });
  if (stats.isDirectory()) {
    const folder = realpathSync(where);
    if (!existsSync(join(folder, "default.nix"))) throw new InputError(`${where} is no nixpkgs: it has no default.nix`);
    return { source: { nixpkgs: folder, hash: "" }, ...nothing, folder };
  }
  const path = realpathSync(where);
  if (!PIN_FILES.some((file) => path.endsWith(`/${file}`)))
    throw new InputError(`${where} is no file that pins a nixpkgs`, { hint: `Such are ${PIN_FILES.join(", ")}.` });
  const pin = readPin(where, path);
  if (!pin) throw new InputError(`${where} pins no nixpkgs`);
  if (pin.url === null || pin.urlHash === null)
    throw new InputError(`${where} pins a nixpkgs that is no archive with a hash`, {
      hint: "Name a folder that has it: --nixpkgs PATH.",
    });
  return {
    source: { nixpkgs: pin.url, hash: pin.urlHash },
    revision: pin.revision,
    narHash: pin.narHash ?? "",
    branch: pin.branch,
    folder: null,
  };
}

function readPin(where: string, path: string): ReturnType<typeof pinOf> {
  try {
    return pinOf(path, readFileSync(path, "utf8"));
  } catch (error) {
    throw new InputError(`${where} cannot be read: ${(error as Error).message}`);
  }
}

/** Throws a UsageError for what is no interpreter of this nixpkgs. */
function wantedSets(
  pythons: readonly string[],
  interpreters: Readonly<Record<string, string>>,
  otherwise: readonly string[],
): string[] {
  if (pythons.length === 0) return [...otherwise];
  return pythons.map((text) => {
    const digits = /^(?:python)?3\.?([0-9]{1,2})$/.exec(text)?.[1];
    if (digits === undefined || !Object.hasOwn(interpreters, `python3${digits}`))
      throw new UsageError(`this nixpkgs has no Python ${text}; it has ${Object.values(interpreters).join(", ")}`);
    return `python3${digits}`;
  });
}

interface GitState {
  readonly revision: string;
  readonly branch: string | null;
  readonly date: string;
  readonly isChanged: boolean;
  /** Differs when the tree does. */
  readonly state: string;
}

/** What git says of a folder, or null. */
function gitState(folder: string): GitState | null {
  if (!existsSync(join(folder, ".git"))) return null;
  try {
    const git = (...args: string[]) =>
      execFileSync("git", ["-C", folder, ...args], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        maxBuffer: 1 << 28,
      }).trim();
    const revision = git("rev-parse", "HEAD");
    const changes = git("status", "--porcelain", "--untracked-files=all");
    const isChanged = changes !== "";
    const state = isChanged ? `${revision}\n${changes}\n${git("diff", "HEAD")}` : revision;
    return {
      revision: revisionIn(revision),
      branch: git("rev-parse", "--abbrev-ref", "HEAD"),
      date: git("show", "-s", "--format=%cs", "HEAD"),
      isChanged,
      state: createHash("sha256").update(state).digest("hex"),
    };
  } catch {
    return null;
  }
}

function revisionIn(text: string): string {
  return /^[0-9a-f]{40}$/.test(text) ? text : "";
}

/** The branch that a nixpkgs is of, as far as its own words tell. */
function channelOf(branch: string | null, release: string, suffix: string): string {
  const ofRelease = /^(?:release|staging)-([0-9]{2}\.[0-9]{2})$/.exec(branch ?? "")?.[1];
  if (ofRelease !== undefined) return `nixos-${ofRelease}`;
  if (branch !== null && /^nix(?:os|pkgs)-[a-z0-9.-]+$/.test(branch)) return branch;
  return /^[0-9]{2}\.[0-9]{2}$/.test(release) && !suffix.startsWith("pre") ? `nixos-${release}` : "nixos-unstable";
}

function summaryOf({ sets, interpreters, programs }: IndexRows): string {
  const counts = [...sets].map(([name, rows]) => {
    const edges = rows.reduce((sum, { needs }) => sum + (needs?.length ?? 0), 0);
    return `${grouped(rows.length)} packages and ${grouped(edges)} dependencies for Python ${interpreters[name] ?? name}`;
  });
  return `${counts.join(", ")}, ${grouped(programs.length)} programs`;
}

function minorOf(interpreter: string): number {
  return Number(/^python3([0-9]+)$/.exec(interpreter)?.[1] ?? 0);
}
