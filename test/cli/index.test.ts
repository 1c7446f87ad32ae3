import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { indexText } from "../../src/cli/index-store.ts";
import { makeTexts } from "../../src/nixpkgs/make.ts";
import {
  channelHandler,
  compressedList,
  type Handler,
  OTHER_REVISION,
  REVISION,
  sendBytes,
  serve,
  smallList,
  WANTED,
} from "../support/channel.ts";
import { executable, folderOf, type Run } from "../support/cli.ts";
import { requireOrSkip } from "../support/tools.ts";

const FILLER = 110_000;
let large: { bytes: Buffer; length: number };
beforeAll(async () => {
  large = await compressedList(FILLER);
});

interface Process extends Run {
  readonly peak: number;
}

/** As `py2nix` of the other tests, without blocking the server that is in this process. */
function py2nix(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  wrap: string[] = [],
): Promise<Process> {
  const [program = "", ...rest] = [...wrap, process.execPath, executable, ...args];
  const child = spawn(program, rest, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PY2NIX_CACHE_DIR: join(folder, "cache"), ...env },
  });
  let [stdout, stderr, peak] = ["", "", 0];
  const timer = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0));
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 20);
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({ code, stdout, stderr, peak: peak / 1024 });
    });
  });
}

/** A channel's server, closed after the test. */
async function channel(sendList: Handler, revision = REVISION) {
  const server = await serve(channelHandler(revision, sendList));
  onTestFinished(server.close);
  return { ...server, env: { PY2NIX_CHANNELS_URL: server.url } };
}

const ID = "nixos-26.05@89abcdef0123";
const files = (folder: string) => {
  const store = join(folder, "cache/index");
  return existsSync(store) ? readdirSync(store).sort() : [];
};

/** A folder whose store has an index of another revision. */
function withOldIndex(): string {
  const texts = makeTexts({
    release: { channel: "old", release: "", revision: OTHER_REVISION, narHash: "", date: "", default: "python313" },
    interpreters: { python313: "3.13.1" },
    sets: new Map([["python313", [{ attribute: "flask", pname: "flask", version: "3.0", flags: [] }]]]),
    programs: [],
  });
  return folderOf({ "requirements.txt": "flask\nnumpy\n", [`cache/index/${OLD}`]: indexText(texts) });
}
const OLD = "old@fedcba987654.index";

describe("a channel of the usual size", () => {
  test("is read within bounds of memory, is listed, shown, compared, chosen and removed, and a conversion goes by it", async () => {
    const { env, paths } = await channel(sendBytes(large.bytes));
    const folder = folderOf({ "requirements.txt": "flask\nnumpy<2.5\nbroken-thing\ncostly\nleaky\nonly-darwin\n" });
    expect(large.length).toBeGreaterThan(100e6);
    const run = await py2nix(folder, ["index", "update", "--channel", "nixos-26.05"], env);
    expect([run.code, run.stdout]).toEqual([0, `${ID}\n`]);
    expect(run.stderr).toBe(
      '110,020 packages: 18,343 for Python 3.13.11, 18,337 for Python 3.14.2, 18,341 at the top; left out, for their names: python313Packages."a.b"\n',
    );
    expect(run.peak).toBeLessThan(300);
    expect(paths).toEqual(["/nixos-26.05/git-revision", "/nixos-26.05/packages.json.br"]);
    expect(files(folder)).toEqual([`${ID}.index`]);

    const again = await py2nix(folder, ["index", "update", "--channel", "nixos-26.05"], env);
    expect(again).toMatchObject({ code: 0, stdout: `${ID} is up to date\n`, stderr: "" });
    expect(paths).toHaveLength(3);

    const list = JSON.parse((await py2nix(folder, ["index", "list", "--json"])).stdout);
    expect(list.map(({ id, isUsed }: { id: string; isUsed: boolean }) => [id, isUsed])).toEqual([
      [ID, false],
      ["embedded", true],
    ]);
    expect(list[0].release).toEqual({
      format: 1,
      channel: "nixos-26.05",
      release: "",
      revision: REVISION,
      narHash: "",
      date: "2026-01-08",
      default: "python313",
      interpreters: { python312: "3.12.12", python313: "3.13.11", python314: "3.14.2" },
      sets: ["python313", "python314"],
      system: "x86_64-linux",
    });

    const embedded = await py2nix(folder, ["requirements.txt"]);
    expect(embedded.stdout).toContain("Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).");
    expect((await py2nix(folder, ["index", "use", "nixos-26.05"])).code).toBe(0);
    const chosen = await py2nix(folder, ["requirements.txt"]);
    expect(chosen.stdout).toContain("# Versions are those of nixpkgs 89abcdef0123 (nixos-26.05, 2026-01-08).");
    for (const line of [
      "Python 3.13.11",
      "numpy         nixpkgs has 2.9.1 and <2.5 is required",
      "broken-thing  nixpkgs' broken-thing 1.0 is marked as broken",
      "costly        nixpkgs' costly 2.0 is not free (--allow-unfree takes it)",
      "leaky         nixpkgs' leaky 2.0 is marked as insecure",
      "only-darwin   nixpkgs' only-darwin 2.0 is not supported on x86_64-linux",
      "versions are those of nixpkgs 89abcdef0123 (nixos-26.05, 2026-01-08): chosen by py2nix index use",
    ])
      expect(chosen.stderr).toContain(line);
    const unfree = await py2nix(folder, ["requirements.txt", "--allow-unfree"]);
    expect(unfree.stderr).not.toContain("costly");
    writeFileSync(join(folder, "newer.txt"), "costly>=9\n");
    const newer = await py2nix(folder, ["report", "newer.txt", "--allow-unfree"]);
    expect(newer.stdout).toContain("--match costly=any` takes nixpkgs' 2.0");
    expect(newer.stdout).not.toContain("--allow-unfree");
    const asked = await py2nix(folder, ["requirements.txt", "--index", "embedded"]);
    expect(asked.stdout).toContain("nixpkgs 0b4defa25843");
    const byFile = await py2nix(folder, ["requirements.txt", "--index", `cache/index/${ID}.index`]);
    expect(byFile.stdout).toContain("nixpkgs 89abcdef0123");

    const found = await py2nix(folder, ["search", "numpy", "steam", "filler-8"]);
    expect(found).toMatchObject({ code: 1 });
    expect(found.stdout).toContain("numpy: 2.9.1 in python313Packages; 2.9.2 in python314Packages");
    expect(found.stdout).toContain("nixpkgs has only a program of that name, pkgs.steam 1.0");
    expect(found.stdout).toContain("pkgs.steam: 1.0 (unfree)");

    const diff = JSON.parse((await py2nix(folder, ["index", "diff", "embedded", ID, "--json"])).stdout);
    expect(diff).toMatchObject({ from: "embedded", to: ID, interpreters: ["python313", "python313"] });
    expect(diff.changed).toContainEqual({ attribute: "flask", from: "3.1.2", to: "3.1.99" });
    expect(diff.added).toContainEqual({ attribute: "costly", version: "2.0" });
    expect(diff.removed).toContainEqual({ attribute: "requests", version: "2.32.5" });

    expect((await py2nix(folder, ["index", "remove", ID])).code).toBe(0);
    expect(files(folder)).toEqual([]);
    const gone = await py2nix(folder, ["requirements.txt"]);
    expect(gone.code).toBe(0);
    expect(gone.stderr).toContain("the index nixos-26.05, which py2nix index use has chosen, is not there any more");
  });

  requireOrSkip("script", "shows how far it is, on a terminal alone", async (script) => {
    const { env } = await channel(sendBytes(large.bytes));
    const folder = folderOf({});
    const command = `${process.execPath} ${executable} index update --channel nixos-26.05`;
    const child = spawn(script, ["-qec", command, join(folder, "typescript")], {
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, ...env, PY2NIX_CACHE_DIR: join(folder, "cache") },
    });
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    await new Promise((resolve) => child.on("close", resolve));
    const shown = [...out.matchAll(/\r\x1b\[K([\d.]+) MB of ([\d.]+) MB, ([\d,]+) packages/g)];
    expect(shown.length).toBeGreaterThan(3);
    expect(out).toContain(`${ID}\r\n110,020 packages`);
  });
});

describe("what goes wrong leaves the old index, and nothing else", () => {
  const bytes = smallList();
  const bomb = () =>
    brotliCompressSync(Buffer.concat([Buffer.from('{"packages":{'), Buffer.alloc(300 << 20, " ")]), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 24 },
    });
  const entries = () =>
    brotliCompressSync(`{"packages":{${'"python313Packages.a":{"version":"1"},'.repeat(4_000_000)}`, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
    });
  const cut: Handler = (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2));
    setTimeout(() => response.destroy(), 50);
  };
  const list = (text: string) => sendBytes(brotliCompressSync(text));

  test.each<[string, () => Handler, string, number]>([
    ["a cut connection, after three tries", () => cut, "the connection was cut after 0.0 MB", 3],
    [
      "a page in the place of the list",
      () => sendBytes(bytes, "text/html; charset=utf-8"),
      "this is text/html, not a list of packages",
      1,
    ],
    [
      "a truncated stream",
      () => sendBytes(bytes.subarray(0, bytes.length - 20)),
      "it cannot be decompressed: unexpected end of file",
      1,
    ],
    [
      "a broken stream",
      () => sendBytes(Buffer.from("no brotli at all")),
      "it cannot be decompressed: Decompression failed",
      1,
    ],
    ["a stream that grows without end", () => sendBytes(bomb()), "decompress to more than", 1],
    ["the same entry without end", () => sendBytes(entries()), "it has more than 1000000 packages", 1],
    [
      "a list that ends early",
      () => list([...'{"packages":{"a":{"version":"1"}'].join("")),
      "it ends before it is complete",
      1,
    ],
    ["another version", () => sendBytes(smallList(WANTED, '"3"')), 'its version is "3", not "2"', 1],
    ["no Python", () => list('{"packages":{"git":{"version":"1"}},"version":"2"}'), "it has no Python packages", 1],
    ["no object", () => list('["packages"]'), "it is no JSON object", 1],
    ["a deep nest", () => list(`{"packages":{"a":${"[".repeat(100_000)}`), "it is nested too deeply", 1],
    ["one huge string", () => list(`{"packages":{"a":"${"x".repeat(9_000_000)}"}}`), "a member of it is too large", 1],
    [
      "an unknown encoding",
      () => (_, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-encoding": "zstd" });
        response.end("x");
      },
      "its encoding zstd is not known",
      1,
    ],
    [
      "a server that is down, after three tries",
      () => (_, response) => {
        response.writeHead(503);
        response.end();
      },
      "the server answers 503",
      3,
    ],
    [
      "a list that is not there",
      () => (_, response) => {
        response.writeHead(404);
        response.end();
      },
      "the server answers 404",
      1,
    ],
  ])("%s", async (_, sendList, message, tries) => {
    const folder = withOldIndex();
    const { url, paths } = await channel(sendList());
    const { code, stdout, stderr, peak } = await py2nix(folder, ["index", "update", "--url", `${url}new`]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^(?:note: .*; trying again\n)*error: http:\/\/127\.0\.0\.1:\d+\/new\/packages\.json\.br: /);
    expect(stderr).toContain(message);
    expect(paths.filter((path) => path.endsWith(".br"))).toHaveLength(tries);
    expect(peak).toBeLessThan(250);
    expect(files(folder)).toEqual([OLD]);
  });

  test.each<[string, string]>([
    ["<html>", "this is no revision"],
    ["x".repeat(5000), "this is no revision"],
  ])("a revision that is none: %.8s", async (revision, message) => {
    const { url } = await channel(sendBytes(bytes), revision);
    const { code, stderr } = await py2nix(folderOf({}), ["index", "update", "--url", `${url}new/`]);
    expect(code).toBe(3);
    expect(stderr).toContain(message);
  });

  test("a channel with too few packages", async () => {
    const { env } = await channel(sendBytes(bytes));
    const { code, stderr } = await py2nix(folderOf({}), ["index", "update"], env);
    expect(code).toBe(3);
    expect(stderr).toContain(
      "/nixos-unstable/packages.json.br: it has 60 packages, 17 of them for Python, and a channel has many more",
    );
  });

  test("a connection that is cut once is tried again", async () => {
    let count = 0;
    const { url } = await channel((request, response) => (count++ === 0 ? cut : sendBytes(bytes))(request, response));
    const { code, stdout, stderr } = await py2nix(folderOf({}), ["index", "update", "--url", `${url}new`]);
    expect([code, stdout]).toEqual([0, "new@89abcdef0123\n"]);
    expect(stderr).toContain("the connection was cut after 0.0 MB; trying again");
  });

  test("a full disk", async () => {
    const folder = withOldIndex();
    const { env } = await channel(sendBytes(large.bytes));
    // No file may be larger than 64 blocks of 1024 bytes: what the system says then is what it says of a full disk.
    const limited = ["bash", "-c", 'ulimit -f 64; exec "$@"', "bash"];
    const { code, stderr } = await py2nix(folder, ["index", "update", "--channel", "nixos-26.05"], env, limited);
    expect(code).toBe(3);
    expect(stderr).toMatch(/error: .*\/cache\/index\/nixos-26\.05@89abcdef0123\.index cannot be written: EFBIG/);
    expect(files(folder)).toEqual([OLD]);
  });

  test("a cache that cannot be written", async () => {
    const folder = folderOf({ cache: "a file" });
    const { url } = await channel(sendBytes(bytes));
    const { code, stderr } = await py2nix(folder, ["index", "update", "--url", `${url}new`]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/cache\/index\/new@89abcdef0123\.index cannot be written: /);
  });

  test("two processes at once, and readers beside them", async () => {
    const folder = withOldIndex();
    const { url } = await channel(sendBytes(bytes));
    const runs = await Promise.all([
      ...[1, 2, 3].map(() => py2nix(folder, ["index", "update", "--force", "--url", `${url}new`])),
      py2nix(folder, ["index", "list"]),
      py2nix(folder, ["requirements.txt", "--index", "old"]),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect(files(folder)).toEqual(["new@89abcdef0123.index", OLD]);
    expect((await py2nix(folder, ["search", "flask", "--index", "new"])).code).toBe(0);
  });

  test("an index file from somewhere else brings no code along", async () => {
    const folder = withOldIndex();
    const [release = "", tables = ""] = readFileSync(join(folder, "cache/index", OLD), "utf8").split("\n");
    const convert = async (changed: string, cells: string) => {
      writeFileSync(join(folder, "x.index"), `${changed}\n${cells}\n`);
      const { code, stdout, stderr } = await py2nix(folder, ["requirements.txt", "--index", "x.index"]);
      return [code, stdout, stderr];
    };
    expect((await convert(release, tables))[0]).toBe(0);
    const wrong = "error: x.index is no index of this py2nix: its release is not as py2nix writes one\n";
    for (const [from, to] of [
      ['"old"', '"old\\nbuiltins.abort"'],
      ['"3.13.1"', '"3.13.1\\r"'],
      ['"python313":"', '"python313;x":"'],
      [OTHER_REVISION, "master"],
    ] as const)
      expect(await convert(release.replace(from, to), tables)).toEqual([2, "", wrong]);
    expect(await convert(release, tables.replace("3.0", "3.0\\r}"))).toEqual([
      2,
      "",
      "error: x.index is no index of this py2nix: its table python is not as py2nix writes one\n",
    ]);
  });

  test("an index file that is damaged is told and not used", async () => {
    const folder = withOldIndex();
    writeFileSync(join(folder, "cache/index/bad@000000000000.index"), "{");
    const { code, stdout, stderr } = await py2nix(folder, ["index", "list"]);
    expect([code, stdout.split("\n").length]).toEqual([0, 3]);
    expect(stderr).toContain("bad@000000000000.index is no index of this py2nix and is not used: it has no release");
    writeFileSync(join(folder, "cache/index/old@fedcba987654.index"), '{"format":1}\n{"python":');
    const convert = await py2nix(folder, ["requirements.txt", "--index", "old"]);
    expect([convert.code, convert.stdout]).toEqual([2, ""]);
    expect(convert.stderr).toMatch(/^error: .*old@fedcba987654\.index is no index of this py2nix/);
    const other = await py2nix(folder, ["requirements.txt"]);
    expect(other.code).toBe(0);
    expect(other.stderr).toContain("old@fedcba987654.index is no index of this py2nix and is not used");
  });
});

describe("where an index comes from", () => {
  test("a redirect leads to one release, whose list is got even when the channel has moved on", async () => {
    const bytes = smallList();
    const server = await serve((request, response) => {
      const { url = "" } = request;
      if (url === "/nixos-26.05/git-revision") {
        response.writeHead(302, { location: "/nixos/26.05/nixos-26.05.4321.89abcdef0123/git-revision" });
        response.end();
      } else if (url.startsWith("/nixos/26.05/nixos-26.05.4321.89abcdef0123/")) {
        channelHandler(REVISION, sendBytes(bytes))(request, response);
      } else {
        response.writeHead(404);
        response.end();
      }
    });
    onTestFinished(server.close);
    const folder = folderOf({});
    const { code, stdout } = await py2nix(folder, ["index", "update", "--url", `${server.url}nixos-26.05`]);
    expect([code, stdout]).toEqual([0, `${ID}\n`]);
    expect(server.paths.at(-1)).toBe("/nixos/26.05/nixos-26.05.4321.89abcdef0123/packages.json.br");
    expect((await py2nix(folder, ["index", "show", ID])).stdout).toContain("release 26.05.4321.89abcdef0123");
  });

  test("redirects without end, and to what is no web server", async () => {
    const to = async (location: string) => {
      const server = await serve((_, response) => {
        response.writeHead(301, { location });
        response.end();
      });
      onTestFinished(server.close);
      return (await py2nix(folderOf({}), ["index", "update", "--url", server.url])).stderr;
    };
    expect(await to("/again")).toContain("it redirects too often");
    expect(await to("file:///etc/passwd")).toContain("only http and https are known");
  });

  test("a file, as it is and compressed, with the revision beside it", async () => {
    const { listText } = await import("../support/channel.ts");
    const folder = folderOf({
      "packages.json": [...listText(40)].join(""),
      "nixos-26.05/packages.json.br": smallList(),
      "nixos-26.05/git-revision": `${REVISION}\n`,
      "page.json": "<html>",
    });
    const compressed = await py2nix(folder, ["index", "update", "--file", "nixos-26.05/packages.json.br"]);
    expect([compressed.code, compressed.stdout]).toEqual([0, `${ID}\n`]);
    const plain = await py2nix(folder, ["index", "update", "--file", "packages.json", "--name", "mine"]);
    expect(plain.stdout).toMatch(/^mine@[0-9a-f]{12}\n$/);
    expect(await py2nix(folder, ["index", "update", "--file", "page.json"])).toMatchObject({
      code: 2,
      stderr: "error: page.json: this is no list of packages: it is no JSON object\n",
    });
    expect((await py2nix(folder, ["index", "update", "--file", "none.json"])).stderr).toContain(
      "none.json does not exist",
    );
  });

  test("the cache folder: PY2NIX_CACHE_DIR, XDG_CACHE_HOME, ~/.cache", async () => {
    const folder = folderOf({ "p.json.br": smallList() });
    const update = (env: NodeJS.ProcessEnv) =>
      py2nix(folder, ["index", "update", "--file", "p.json.br", "--name", "x"], { PY2NIX_CACHE_DIR: "", ...env });
    mkdirSync(join(folder, "home"));
    await update({ XDG_CACHE_HOME: join(folder, "xdg") });
    await update({ XDG_CACHE_HOME: "relative", HOME: join(folder, "home") });
    expect(readdirSync(join(folder, "xdg/py2nix"))).toEqual(["index"]);
    expect(readdirSync(join(folder, "home/.cache/py2nix"))).toEqual(["index"]);
    expect(existsSync(join(folder, "relative"))).toBe(false);
  });
});

describe("a project's own nixpkgs decides", () => {
  const lock = (rev: string, ref: string) =>
    JSON.stringify({
      nodes: {
        nixpkgs: {
          locked: {
            lastModified: 1,
            narHash: "sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=",
            owner: "NixOS",
            repo: "nixpkgs",
            rev,
            type: "github",
          },
          original: { owner: "NixOS", ref, repo: "nixpkgs", type: "github" },
        },
        root: { inputs: { nixpkgs: "nixpkgs" } },
      },
      root: "root",
      version: 7,
    });

  test("its revision, with the hash that its lock has; else its branch, with a note", async () => {
    const folder = folderOf({
      "requirements.txt": "flask",
      "p/packages.json.br": smallList(),
      "p/git-revision": REVISION,
    });
    await py2nix(folder, ["index", "update", "--file", "p/packages.json.br", "--name", "nixos-26.05"]);
    writeFileSync(join(folder, "flake.lock"), lock(REVISION, "nixos-26.05"));
    const exact = await py2nix(folder, ["requirements.txt", "--pin"]);
    expect(exact.code).toBe(0);
    expect(exact.stdout).toContain(`archive/${REVISION}.tar.gz`);
    expect(exact.stdout).toContain("sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=");
    expect(exact.stderr).toContain(
      "versions are those of nixpkgs 89abcdef0123 (nixos-26.05): the revision of flake.lock",
    );
    writeFileSync(join(folder, "flake.lock"), lock(OTHER_REVISION, "nixos-26.05"));
    const branch = await py2nix(folder, ["requirements.txt"]);
    expect(branch.stderr).toContain(
      "note: flake.lock pins nixpkgs fedcba987654 (nixos-26.05), of which there is no index: versions are those of nixpkgs 89abcdef0123 (nixos-26.05), of the same branch; py2nix index build --nixpkgs flake.lock makes one",
    );
    writeFileSync(join(folder, "flake.lock"), lock(OTHER_REVISION, "nixos-24.05"));
    const neither = await py2nix(folder, ["requirements.txt"]);
    expect(neither.stdout).toContain("nixpkgs 0b4defa25843");
    expect(neither.stderr).toContain(
      "warning: flake.lock pins nixpkgs fedcba987654 (nixos-24.05), of which there is no index, nor of its branch",
    );
    writeFileSync(join(folder, "flake.lock"), "{");
    expect((await py2nix(folder, ["requirements.txt"])).stderr).toContain(
      "warning: flake.lock is not read for the nixpkgs that it pins",
    );
  });

  test("--pin without a hash asks nix-prefetch-url, and tells the command where that is not there", async () => {
    const folder = folderOf({
      "requirements.txt": "flask",
      "p/packages.json.br": smallList(),
      "p/git-revision": REVISION,
      "bin/nix-prefetch-url": '#!/bin/sh\necho "$@" >&2\necho 0000000000000000000000000000000000000000000000000000\n',
    });
    await py2nix(folder, ["index", "update", "--file", "p/packages.json.br", "--name", "nixos-26.05"]);
    const { chmodSync } = await import("node:fs");
    chmodSync(join(folder, "bin/nix-prefetch-url"), 0o755);
    const args = ["requirements.txt", "--index", "nixos-26.05", "--pin"];
    const without = await py2nix(folder, args, { PATH: "/nowhere" });
    expect([without.code, without.stdout]).toEqual([2, ""]);
    expect(without.stderr).toBe(
      `error: the hash of nixpkgs 89abcdef0123 is not known, and --pin needs it\n  Nix tells it: nix-prefetch-url --unpack https://github.com/NixOS/nixpkgs/archive/${REVISION}.tar.gz\n`,
    );
    const asked = await py2nix(folder, args, { PATH: `${join(folder, "bin")}:${process.env.PATH}` });
    expect(asked.code).toBe(0);
    expect(asked.stderr).toContain(
      `--unpack --type sha256 https://github.com/NixOS/nixpkgs/archive/${REVISION}.tar.gz`,
    );
    const kept = await py2nix(folder, args, { PATH: "/nowhere" });
    expect([kept.code, kept.stdout]).toEqual([0, asked.stdout]);
    expect(asked.stdout).toContain('sha256 = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";');
  });
});

describe("what is asked wrongly", () => {
  const WRONG: [string[], string][] = [
    [["index", "updat"], "there is no action updat; did you mean update?"],
    [["index", "use"], "index use takes one name"],
    [["index", "list", "x"], "index list takes no names"],
    [["index", "diff", "embedded"], "index diff takes two names"],
    [["index", "list", "--channel", "x"], "index list takes no --channel"],
    [["index", "update", "--channel", "../x"], "../x is no name of a channel"],
    [["index", "update", "--channel", "embedded"], "embedded is no name of a channel"],
    [["index", "update", "--url", "x:y", "--file", "z"], "--channel, --url and --file name one source each: give one"],
    [["index", "update", "--url", "nowhere"], "nowhere is no URL"],
    [["index", "build", "--shard", "0"], "--shard is a number from 1 to 99999"],
    [["index", "build", "--nixpkgs", "./nowhere"], "./nowhere does not exist"],
    [["index", "use", "nixos-1"], "there is no index nixos-1"],
    [["index", "remove", "embedded"], "the embedded index is a part of py2nix and cannot be removed"],
    [["index", "show", "embedded", "flask", "a b"], "a b is no name of a project"],
    [["search"], "name what to search for"],
    [["search", "flask", "--python", "3.11"], "this index has no packages for Python 3.11"],
    [["search", "flask", "--index", "../../x"], "the index ../../x cannot be read"],
  ];
  test("is told, with the exit code of wrong usage", async () => {
    const folder = folderOf({});
    const runs = await Promise.all(WRONG.map(([args]) => py2nix(folder, args)));
    const told = runs.map(({ code, stdout, stderr }, i) => {
      const [args, message] = WRONG[i]!;
      return [args.join(" "), code, stdout, stderr.includes(message) ? message : stderr];
    });
    expect(told).toEqual(WRONG.map(([args, message]) => [args.join(" "), 2, "", message]));
  });
});

afterAll(() => {
  large = { bytes: Buffer.alloc(0), length: 0 };
});
