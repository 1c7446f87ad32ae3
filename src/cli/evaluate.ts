// Asks a nixpkgs with the user's Nix: in processes of bounded size, around what cannot be evaluated, and where an
// interrupted run stopped.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { formatLimit, type LimitName, limitOf, raised } from "../limits.ts";
import { plainName } from "../nixpkgs/channel.ts";
import { FLAGS } from "../nixpkgs/index.ts";
import { isField, type PackageRow } from "../nixpkgs/make.ts";
import { normalizeName } from "../pep/pep503.ts";
import { VERSION } from "../version.ts";
import { OutputError } from "./files.ts";
import { cacheFolder, readCached, writeInto } from "./index-store.ts";

/** Nix is not there, or cannot evaluate this nixpkgs at all. */
export class EvaluationError extends OutputError {}

/** Where a nixpkgs is: for the expression's arguments of the same names. */
export interface NixpkgsSource {
  readonly nixpkgs: string;
  readonly hash: string;
}

export interface EvaluationOptions {
  readonly source: NixpkgsSource;
  /** The package's data folder. */
  readonly dataFolder: string;
  /** `x86_64-linux`, or null for the machine's own. */
  readonly system: string | null;
  /** Whether aliases are attributes too: for a nixpkgs that does not evaluate without them. */
  readonly aliases: boolean;
  /** How many names a process is asked for. */
  readonly shard: number;
  /** How many processes run at once. */
  readonly jobs: number;
  /** What tells one state of this nixpkgs from another; null where nothing does, and then nothing is kept. */
  readonly state: string | null;
  readonly onProgress: (done: number, all: number) => void;
}

/** An attribute that is not in the index, and why: what Nix said of it. */
export interface Failure {
  readonly attribute: string;
  readonly reason: string;
}

export const DEFAULT_SHARD = 400;

/** A process needs up to some gigabytes. */
export function defaultJobs(): number {
  return Math.max(1, Math.min(8, availableParallelism(), Math.floor(totalmem() / (4 * 1024 ** 3))));
}

const MAX_TROUBLE = 64 * 1024;
/** More failures than this share of the names are a broken nixpkgs, not broken packages. */
const MOST_FAILURES = 0.1;

type Path = readonly string[];
type Ask = "interpreters" | "versions" | "names" | "packages" | "plain" | "programs";

/** What Nix answers to `packages`, `plain` and `programs` for one path. */
interface Answer {
  readonly pname?: unknown;
  readonly version?: unknown;
  readonly flags?: unknown;
  readonly needs?: unknown;
  readonly extras?: unknown;
  /** Names of a set in the set. */
  readonly below?: unknown;
}

export class Evaluation {
  readonly #options: EvaluationOptions;
  readonly failures: Failure[] = [];

  constructor(options: EvaluationOptions) {
    this.#options = options;
  }

  /** What the nixpkgs says of itself. Throws an EvaluationError. */
  async about(): Promise<{
    /** Where it is. */
    nixpkgs: string;
    system: string;
    release: string;
    suffix: string;
    revision: string;
    interpreters: readonly string[];
  }> {
    return (await this.#ask("interpreters", "python3", [])) as never;
  }

  /** Versions of interpreters, and whether nixpkgs builds their sets; one that does not evaluate is left out. */
  async versions(names: readonly string[]): Promise<Map<string, { version: string; isBuilt: boolean }>> {
    const found = await this.#answers(
      "versions",
      "python3",
      names.map((name) => [name]),
    );
    return new Map(
      names.flatMap((name, i) => {
        const { version, isBuilt } = (found[i] ?? {}) as { version?: unknown; isBuilt?: unknown };
        return typeof version === "string" ? [[name, { version, isBuilt: isBuilt === true }] as const] : [];
      }),
    );
  }

  /** Whether a package that every nixpkgs has can be evaluated. */
  async works(): Promise<boolean> {
    try {
      await this.#ask("packages", "python3", [["setuptools"]]);
      return true;
    } catch (error) {
      if (error instanceof ShardError) return false;
      throw error;
    }
  }

  /** All packages of an interpreter's set. Throws an EvaluationError. */
  async packages(interpreter: string): Promise<PackageRow[]> {
    const names = (await this.#ask("names", interpreter, [])) as readonly string[];
    const rows: (readonly [Path, Answer])[] = [];
    let paths: Path[] = names.map((name) => [name]);
    for (let depth = 0; paths.length > 0 && depth < 4; depth++) {
      const answers = await this.#inShards("packages", interpreter, paths);
      const next: Path[] = [];
      for (const [i, path] of paths.entries()) {
        const answer = answers[i] as Answer | null;
        if (answer === null || answer === undefined) continue;
        if (Array.isArray(answer.below)) next.push(...answer.below.map((name) => [...path, String(name)]));
        else rows.push([path, answer]);
      }
      paths = next.filter((path) => path.at(-1) !== "recurseForDerivations");
    }
    for (const [path] of rows.filter(([path]) => !isTabular(path)))
      this.failures.push({
        attribute: labelOf("packages", interpreter, path),
        reason: "its name has a dot or a blank",
      });
    return packageRows(rows);
  }

  /** What the top of nixpkgs has at some attribute paths. */
  async programs(paths: readonly Path[]): Promise<PackageRow[]> {
    const answers = await this.#inShards("programs", "python3", paths);
    return packageRows(paths.flatMap((path, i) => (answers[i] ? [[path, answers[i] as Answer] as const] : []))).map(
      ({ needs: _, extras: __, ...row }) => row,
    );
  }

  /** Forgets what has been kept for an interrupted run. */
  forget(): void {
    const folder = this.#folder();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }

  #folder(): string | null {
    const { source, system, aliases, state } = this.#options;
    if (state === null) return null;
    const key = JSON.stringify([VERSION, source, system, aliases, state]);
    return join(cacheFolder(), "build", createHash("sha256").update(key).digest("hex").slice(0, 24));
  }

  async #inShards(ask: Ask, interpreter: string, paths: readonly Path[]): Promise<unknown[]> {
    const { shard, jobs, onProgress } = this.#options;
    const shards: Path[][] = [];
    for (let at = 0; at < paths.length; at += shard) shards.push(paths.slice(at, at + shard));
    const answers: unknown[][] = [];
    let done = 0;
    let next = 0;
    const limit = Math.max(20, paths.length * MOST_FAILURES) + this.failures.length;
    // One shard after the other for each process, so that of an interrupted run as many as possible are complete.
    const work = async () => {
      for (let at = next++; at < shards.length; at = next++) {
        const part = shards[at] ?? [];
        answers[at] = await this.#kept(ask, interpreter, part, limit);
        done += part.length;
        onProgress(done, paths.length);
      }
    };
    await Promise.all(Array.from({ length: jobs }, work));
    return answers.flat();
  }

  /** The answers of a shard, from an interrupted run where that had them. */
  async #kept(ask: Ask, interpreter: string, paths: readonly Path[], limit: number): Promise<unknown[]> {
    const folder = this.#folder();
    const key = JSON.stringify([ask, interpreter, paths]);
    const name = `${createHash("sha256").update(key).digest("hex").slice(0, 24)}.json`;
    if (folder !== null) {
      const kept = parsed(readCached(join(folder, name)));
      if (kept && kept.answers.length === paths.length) {
        this.failures.push(...kept.failures);
        return kept.answers;
      }
    }
    const before = this.failures.length;
    const answers = await this.#answers(ask, interpreter, paths, limit);
    // Another shard may have failed in between: only what is of these paths belongs here.
    const own = new Set(paths.map((path) => labelOf(ask, interpreter, path)));
    const failures = this.failures.slice(before).filter(({ attribute }) => own.has(attribute));
    if (folder !== null) {
      try {
        await writeInto(folder, name, JSON.stringify({ answers, failures }));
      } catch {
        // It is only for a run that starts again.
      }
    }
    return answers;
  }

  /** Asks, and where Nix gives up, asks for the halves: what one attribute does is its own affair. */
  async #answers(ask: Ask, interpreter: string, paths: readonly Path[], limit = Infinity): Promise<unknown[]> {
    try {
      const answer = await this.#ask(ask, interpreter, paths);
      if (!Array.isArray(answer) || answer.length !== paths.length)
        throw new EvaluationError("Nix gives another answer than it was asked for");
      return answer;
    } catch (error) {
      if (!(error instanceof ShardError)) throw error;
      if (paths.length > 1) {
        const half = paths.length >> 1;
        const first = await this.#answers(ask, interpreter, paths.slice(0, half), limit);
        return [...first, ...(await this.#answers(ask, interpreter, paths.slice(half), limit))];
      }
      // What it needs may be what fails: its version is worth having without.
      if (ask === "packages") return this.#answers("plain", interpreter, paths, limit);
      this.failures.push({ attribute: labelOf(ask, interpreter, paths[0] ?? []), reason: error.reason });
      if (this.failures.length > limit)
        throw new EvaluationError(
          `${this.failures.length} attributes cannot be evaluated, so something is wrong with this nixpkgs: ${error.reason}`,
        );
      return [null];
    }
  }

  /** One process of Nix. Throws a ShardError where the evaluation fails, an EvaluationError where Nix is not there. */
  #ask(ask: Ask, interpreter: string, paths: readonly Path[]): Promise<unknown> {
    const { source, dataFolder, system, aliases } = this.#options;
    return nixAnswer(join(dataFolder, "python-index.nix"), {
      ...source,
      ask,
      interpreter,
      aliases: aliases ? "yes" : "no",
      paths: JSON.stringify(paths),
      ...(system ? { system } : {}),
    });
  }
}

/** An attribute as a path from the top of nixpkgs. */
function labelOf(ask: Ask, interpreter: string, path: Path): string {
  const isInSet = ask === "packages" || ask === "plain";
  return [...(isInSet ? [`${interpreter}Packages`] : []), ...path].join(".");
}

/** An evaluation failed. */
class ShardError extends EvaluationError {
  constructor(readonly reason: string) {
    super(`Nix cannot evaluate this nixpkgs: ${reason}`);
  }
}

/** Evaluates a file that takes strings, with `nix-instantiate`. The arguments are data for Nix, never code. */
function nixAnswer(file: string, strings: Readonly<Record<string, string>>): Promise<unknown> {
  const args = ["--eval", "--strict", "--json", file];
  for (const [name, value] of Object.entries(strings)) args.push("--argstr", name, value);
  return new Promise((resolve, reject) => {
    const child = spawn("nix-instantiate", args, { stdio: ["ignore", "pipe", "pipe"] });
    const out: Buffer[] = [];
    let length = 0;
    let trouble = "";
    let exceeded: LimitName | null = null;
    const end = (limit: LimitName) => {
      exceeded ??= limit;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => end("answer-time"), limitOf("answer-time") * 1000);
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limitOf("answer-size")) end("answer-size");
      else out.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      trouble = (trouble + chunk.toString("utf8")).slice(-MAX_TROUBLE);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const isMissing = error.code === "ENOENT";
      reject(
        new EvaluationError(
          isMissing ? "nix-instantiate is not on PATH: Nix is needed to evaluate a nixpkgs" : error.message,
        ),
      );
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const enough = exceeded && `Nix was ended at ${formatLimit(exceeded)}${raised(exceeded)}`;
      if (code !== 0)
        return reject(new ShardError(enough ?? (signal ? `Nix was ended by ${signal}` : lastError(trouble))));
      try {
        resolve(JSON.parse(Buffer.concat(out).toString("utf8")));
      } catch {
        reject(new ShardError("Nix's answer is not complete"));
      }
    });
  });
}

/** What went wrong, of all that Nix writes about it. */
function lastError(trouble: string): string {
  // Nix colours its messages.
  const lines = trouble
    .replace(/\x1b\[[0-9;]*m/g, "")
    .split("\n")
    .map((line) => line.trim());
  const errors = lines.flatMap((line) => /^error: (.+)$/.exec(line)?.[1] ?? []);
  const last = errors.at(-1) ?? lines.filter((line) => line !== "").at(-1) ?? "it gives no reason";
  return last.slice(0, 300);
}

function parsed(text: string | null): { answers: unknown[]; failures: Failure[] } | null {
  try {
    const kept = JSON.parse(text ?? "null") as { answers: unknown[]; failures: Failure[] } | null;
    return kept && Array.isArray(kept.answers) && Array.isArray(kept.failures) ? kept : null;
  } catch {
    return null;
  }
}

/** Whether a table can hold a path: it is written with dots between the names. */
function isTabular(path: Path): boolean {
  return path.every((name) => isField(name) && name !== "" && !name.includes("."));
}

/** Rows from answers; what a package needs is told by pname there, and by attribute here. */
export function packageRows(answers: readonly (readonly [Path, Answer])[]): PackageRow[] {
  const rows = answers.flatMap(([path, answer]): (PackageRow & { readonly answer: Answer })[] => {
    const version = typeof answer.version === "string" ? answer.version : "";
    if (!isTabular(path) || !isField(version)) return [];
    const pname = typeof answer.pname === "string" && isField(answer.pname) ? plainName(answer.pname) : "";
    const told = Array.isArray(answer.flags) ? answer.flags : [];
    return [{ attribute: path.join("."), pname, version, flags: FLAGS.filter((flag) => told.includes(flag)), answer }];
  });
  const byKey = new Map<string, string>();
  const byPname = new Map<string, string>();
  for (const { attribute, pname } of rows) {
    if (!attribute.includes(".")) byKey.set(normalizeName(attribute), attribute);
    if (!byPname.has(pname)) byPname.set(pname, attribute);
  }
  const attributeOf = (pname: string) => byKey.get(normalizeName(pname)) ?? byPname.get(pname) ?? normalizeName(pname);
  const attributes = (needs: unknown): string[] | null => {
    if (!Array.isArray(needs)) return null;
    const names = needs.filter((name): name is string => typeof name === "string").map(plainName);
    return [...new Set(names.filter((name) => isField(name) && name !== "").map(attributeOf))];
  };
  return rows.map(({ answer, ...row }) => {
    const extras = (Array.isArray(answer.extras) ? answer.extras : []) as { extra?: unknown; needs?: unknown }[];
    return {
      ...row,
      needs: attributes(answer.needs),
      extras: Object.fromEntries(
        extras.flatMap(({ extra, needs }) =>
          typeof extra === "string" && isField(extra) ? [[extra, attributes(needs) ?? []] as const] : [],
        ),
      ),
    };
  });
}
