// `py2nix index update`: an index of a channel, from the list of packages that its server has.

import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../diagnostics.ts";
import type { ChannelList } from "../nixpkgs/channel.ts";
import { type MadeTexts, makeTexts } from "../nixpkgs/make.ts";
import { INDEX_NAME, indexId } from "../nixpkgs/release.ts";
import { channelRevision, DownloadError, downloadList, listOfFile } from "./download.ts";
import { namedPrograms } from "./embedded-index.ts";
import { storedIndexes, storeIndex } from "./index-store.ts";
import { UsageError } from "./options.ts";
import { grouped, type Progress } from "./progress.ts";

/** Nix's channels. PY2NIX_CHANNELS_URL names a mirror. */
const CHANNELS_URL = "https://channels.nixos.org/";

/** Every release of nixpkgs has far more; less is a list that something has cut. */
const LEAST_PACKAGES = 20_000;
const LEAST_IN_SET = 1_000;

export interface UpdateOptions {
  readonly channel: string | null;
  /** A folder on a server that has packages.json.br and git-revision. */
  readonly url: string | null;
  /** packages.json, as it is or compressed (`.br`, `.gz`). */
  readonly file: string | null;
  /** What the index is called; by default the channel. */
  readonly name: string | null;
  /** Gets it even where the same revision is there. */
  readonly force: boolean;
}

export interface Stored {
  readonly id: string;
  /** False where it was there already. */
  readonly isNew: boolean;
  /** What it has, in words. */
  readonly summary: string;
}

/** Gets an index and stores it. What was stored stays, whatever goes wrong. Throws a DownloadError, OutputError or InputError. */
export async function updateIndex(
  options: UpdateOptions,
  dataFolder: string,
  progress: Progress,
  tell: (message: string) => void,
): Promise<Stored> {
  if ([options.channel, options.url, options.file].filter((given) => given !== null).length > 1)
    throw new UsageError("--channel, --url and --file name one source each: give one");
  const programPaths = namedPrograms(dataFolder).filter((name) => name.includes("."));
  if (options.file !== null) return fromFile(options.file, options.name, programPaths, progress);
  const isChannel = options.url === null;
  const channel = options.channel ?? "nixos-unstable";
  if (isChannel && !INDEX_NAME.test(channel)) throw new UsageError(`${channel} is no name of a channel`);
  const folder = isChannel ? new URL(`${encodeURIComponent(channel)}/`, channelsUrl()) : folderOf(options.url ?? "");
  const last =
    folder.pathname
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? "";
  const name = named(options.name, isChannel ? channel : INDEX_NAME.test(last) ? last : "url");
  const { revision, folder: release, date, release: number } = await channelRevision(folder, tell);
  const id = indexId(name, revision);
  if (!options.force && storedIndexes().some((index) => index.id === id))
    return { id, isNew: false, summary: "this revision is stored already" };
  const url = new URL("packages.json.br", release);
  const { list, date: listDate } = await downloadList(url, programPaths, progress, tell);
  if (isChannel && (list.total < LEAST_PACKAGES || (list.sets.get(list.default)?.length ?? 0) < LEAST_IN_SET))
    throw new DownloadError(
      `${url.href}: it has ${grouped(list.total)} packages, ${grouped(list.sets.get(list.default)?.length ?? 0)} of them for Python, and a channel has many more`,
    );
  const texts = textsOf(list, { channel: name, release: number, revision, date: date || listDate });
  return { id: await storeIndex(name, texts), isNew: true, summary: summaryOf(list) };
}

async function fromFile(
  file: string,
  name: string | null,
  programPaths: readonly string[],
  progress: Progress,
): Promise<Stored> {
  const { list } = await listOfFile(file, programPaths, progress);
  // A channel's folder has the revision beside the list.
  const beside = join(dirname(file), "git-revision");
  const text = existsSync(beside) ? readFileSync(beside, "latin1").trim() : "";
  const revision = /^[0-9a-f]{40}$/.test(text) ? text : "";
  const folder = basename(dirname(file));
  const isNamed = /^(?:nixos|nixpkgs)-/.test(folder) && INDEX_NAME.test(folder);
  const channel = named(name, isNamed ? folder : "file");
  const texts = textsOf(list, { channel, release: "", revision, date: "" });
  return { id: await storeIndex(channel, texts), isNew: true, summary: summaryOf(list) };
}

function textsOf(
  list: ChannelList,
  about: { channel: string; release: string; revision: string; date: string },
): MadeTexts {
  return makeTexts({
    ...list,
    release: { ...about, narHash: "", default: list.default, system: list.system },
  });
}

function summaryOf({ sets, interpreters, programs, total, leftOut }: ChannelList): string {
  const counts = [...sets].map(([name, rows]) => `${grouped(rows.length)} for Python ${interpreters[name] ?? name}`);
  const left =
    leftOut.length === 0
      ? ""
      : `; left out, for their names: ${leftOut.slice(0, 5).join(", ")}${leftOut.length > 5 ? ` and ${leftOut.length - 5} more` : ""}`;
  return `${grouped(total)} packages: ${counts.join(", ")}, ${grouped(programs.length)} at the top${left}`;
}

/** Throws a UsageError for what cannot be the name of an index. */
export function named(given: string | null, otherwise: string): string {
  if (given !== null && !INDEX_NAME.test(given))
    throw new UsageError(`${given} cannot be the name of an index: letters, digits, dots, dashes and underscores`);
  return given ?? otherwise;
}

function channelsUrl(): URL {
  return folderOf(process.env.PY2NIX_CHANNELS_URL || CHANNELS_URL);
}

function folderOf(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new InputError(`${text} is no URL`);
  }
  url.pathname = url.pathname.replace(/\/packages\.json\.br$/, "/");
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
