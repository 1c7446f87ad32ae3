// Gets a channel's list of packages, over the network or from a file, as a stream of bounded size.

import { createReadStream, statSync } from "node:fs";
import { get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { maskCredentials } from "../credentials.ts";
import { InputError } from "../diagnostics.ts";
import { limitOf, raised } from "../limits.ts";
import { type ChannelList, ChannelReader } from "../nixpkgs/channel.ts";
import { JsonEntriesError } from "../nixpkgs/json-entries.ts";
import { VERSION } from "../version.ts";
import { OutputError } from "./files.ts";
import { grouped, megabytes, type Progress } from "./progress.ts";

/** Something could not be got, or is not what it should be. */
export class DownloadError extends OutputError {}

/** The connection failed in a way that another try may mend. */
class ConnectionError extends DownloadError {}

const MAX_REDIRECTS = 5;
const TRIES = 3;
const RETRY_MS = 400;
/** A server that sends nothing for this long is not waited for. */
const SILENCE_MS = 30_000;
/** Text beyond this must not be many times what was sent: a list of packages shrinks to a twentieth. */
const SUSPICIOUS_TEXT = 64 * 1024 * 1024;
const MAX_RATIO = 400;
const MAX_REVISION = 1024;

const JSON_TYPES = new Set([
  "application/json",
  "application/octet-stream",
  "binary/octet-stream",
  "application/brotli",
  "application/x-brotli",
  "text/plain",
]);

interface Answer {
  /** Where it came from in the end. */
  readonly url: URL;
  readonly response: IncomingMessage;
}

/** Asks for a URL and follows redirects. Throws a DownloadError. */
async function ask(url: URL, redirects = 0): Promise<Answer> {
  const get = url.protocol === "https:" ? getHttps : url.protocol === "http:" ? getHttp : null;
  if (!get) throw new DownloadError(`${shown(url)}: only http and https are known`);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { "user-agent": `py2nix/${VERSION}`, "accept-encoding": "br, gzip, identity" };
    const request = get(url, { headers, timeout: SILENCE_MS }, resolve);
    request.on("timeout", () => request.destroy(new Error(`nothing came for ${SILENCE_MS / 1000} seconds`)));
    request.on("error", (error) => reject(new ConnectionError(`${shown(url)}: ${messageOf(error)}`)));
  });
  const { statusCode = 0, headers } = response;
  if (statusCode === 200) return { url, response };
  response.destroy();
  if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
    const next = new URL(headers.location, url);
    if (redirects === MAX_REDIRECTS) throw new DownloadError(`${shown(url)}: it redirects too often`);
    if (url.protocol === "https:" && next.protocol !== "https:")
      throw new DownloadError(`${shown(url)}: it redirects to ${shown(next)}, which is not encrypted`);
    return ask(next, redirects + 1);
  }
  const Failure = statusCode >= 500 || statusCode === 429 ? ConnectionError : DownloadError;
  const hint = statusCode === 404 ? ": there is no such channel or file" : "";
  throw new Failure(`${shown(url)}: the server answers ${statusCode}${hint}`);
}

/** Tries again where the connection fails. */
async function withRetries<T>(run: () => Promise<T>, tell: (message: string) => void): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ConnectionError) || tried === TRIES) throw error;
      tell(`${error.message}; trying again`);
      await delay(RETRY_MS * tried ** 2);
    }
  }
}

export interface ChannelRevision {
  readonly revision: string;
  /** Where the same release's other files are. */
  readonly folder: URL;
  /** The day of the release, or empty. */
  readonly date: string;
  /** `26.05.1234.0123456789ab`, or empty. */
  readonly release: string;
}

/**
 * The revision of a channel by the folder that holds its files; with a channel's address that leads to a release, the
 * folder of that very release, so that what is got from it later is of the same one. Throws a DownloadError.
 */
export function channelRevision(folder: URL, tell: (message: string) => void): Promise<ChannelRevision> {
  return withRetries(async () => {
    const { url, response } = await ask(new URL("git-revision", folder));
    const text = (await textOf(url, response)).trim();
    if (!/^[0-9a-f]{40}$/.test(text)) throw new DownloadError(`${shown(url)}: this is no revision`);
    const own = url.pathname.endsWith("/git-revision") ? new URL(".", url) : folder;
    const release = /\/(?:nixos|nixpkgs|nixpkgs-darwin)-([0-9]{2}\.[0-9]{2}[.a-z][A-Za-z0-9.]*)\/$/.exec(
      own.pathname,
    )?.[1];
    return { revision: text, folder: own, date: dayOf(response), release: release ?? "" };
  }, tell);
}

async function textOf(url: URL, response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_REVISION) throw new DownloadError(`${shown(url)}: this is no revision`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    throw new ConnectionError(`${shown(url)}: ${messageOf(error)}`);
  }
  return Buffer.concat(chunks).toString("latin1");
}

function dayOf({ headers }: IncomingMessage): string {
  const time = Date.parse(headers["last-modified"] ?? "");
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}

/** Gets and reads a channel's list. Throws a DownloadError. */
export function downloadList(
  url: URL,
  programPaths: readonly string[],
  progress: Progress,
  tell: (message: string) => void,
): Promise<{ list: ChannelList; date: string }> {
  return withRetries(async () => {
    const { url: from, response } = await ask(url);
    const type = (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (type !== "" && !JSON_TYPES.has(type)) {
      response.destroy();
      throw new DownloadError(`${shown(from)}: this is ${type}, not a list of packages`);
    }
    const length = Number(response.headers["content-length"] ?? Number.NaN);
    const encoding = response.headers["content-encoding"] ?? (from.pathname.endsWith(".br") ? "br" : "identity");
    const list = await readList(response, encoding, length, shown(from), programPaths, progress);
    return { list, date: dayOf(response) };
  }, tell);
}

/** Reads a list from a file, `.br` for a compressed one. Throws an InputError. */
export async function listOfFile(
  path: string,
  programPaths: readonly string[],
  progress: Progress,
): Promise<{ list: ChannelList; date: string }> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new InputError(`${path} ${stats ? "is not a regular file" : "does not exist"}`);
  const encoding = path.endsWith(".br") ? "br" : path.endsWith(".gz") ? "gzip" : "identity";
  try {
    const list = await readList(createReadStream(path), encoding, stats.size, path, programPaths, progress);
    return { list, date: "" };
  } catch (error) {
    if (error instanceof DownloadError) throw new InputError(error.message);
    throw error;
  }
}

async function readList(
  source: Readable,
  encoding: string,
  length: number,
  name: string,
  programPaths: readonly string[],
  progress: Progress,
): Promise<ChannelList> {
  const reader = new ChannelReader(programPaths);
  let sent = 0;
  let text = 0;
  if (source instanceof Object && "setTimeout" in source)
    (source as IncomingMessage).setTimeout(SILENCE_MS, () =>
      source.destroy(new Error(`nothing came for ${SILENCE_MS / 1000} seconds`)),
    );
  let sourceError: unknown = null;
  source.on("error", (error) => {
    sourceError ??= error;
  });
  source.on("aborted", () => {
    sourceError ??= new Error("the connection was cut");
  });
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      sent += chunk.length;
      if (sent > limitOf("download-size"))
        throw new DownloadError(`${name}: it is larger than any list of packages${raised("download-size")}`);
      yield chunk;
    }
  }
  async function read(chunks: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of chunks) {
      text += chunk.length;
      const isLarge = text > limitOf("list-size");
      if (isLarge || (text > SUSPICIOUS_TEXT && text > sent * MAX_RATIO))
        throw new DownloadError(
          `${name}: ${megabytes(sent)} decompress to more than ${megabytes(text)}, which is refused${isLarge ? raised("list-size") : ""}`,
        );
      reader.push(chunk);
      const whole = Number.isFinite(length) ? ` of ${megabytes(length)}` : "";
      progress.show(() => `${megabytes(sent)}${whole}, ${grouped(reader.total)} packages`);
    }
  }
  try {
    if (encoding === "br") await pipeline(source, counted, createBrotliDecompress(), read);
    else if (encoding === "gzip") await pipeline(source, counted, createGunzip(), read);
    else if (encoding === "identity") await pipeline(source, counted, read);
    else throw new DownloadError(`${name}: its encoding ${encoding} is not known`);
    if (Number.isFinite(length) && sent < length) throw new Error("the connection was cut");
    return reader.end();
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    if (error instanceof JsonEntriesError)
      throw new DownloadError(`${name}: this is no list of packages: ${error.message}`);
    // Compressed data that are cut look broken to the decoder; what broke them is the connection.
    if (sourceError || (Number.isFinite(length) && sent < length))
      throw new ConnectionError(`${name}: the connection was cut after ${megabytes(sent)}`);
    throw new DownloadError(`${name}: it cannot be decompressed: ${messageOf(error)}`);
  } finally {
    source.destroy();
    progress.clear();
  }
}

function messageOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "the host is not known (is there a network?)";
    case "ECONNREFUSED":
      return "the connection is refused";
    case "ECONNRESET":
      return "the connection was cut";
    default:
      return message || String(code ?? error);
  }
}

function shown(url: URL): string {
  return maskCredentials(url.href);
}
