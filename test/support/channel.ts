// A channel's server: a list of packages in the exact form of nixpkgs' packages-info.nix, as large as is wanted, and a
// server that can misbehave.

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants, createBrotliCompress } from "node:zlib";

export const REVISION = "89abcdef0123456789abcdef0123456789abcdef";
export const OTHER_REVISION = "fedcba9876543210fedcba9876543210fedcba98";

export interface ListedPackage {
  readonly pname: string;
  readonly version?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** What a test wants to find again. Keys are attribute paths as `lib.showAttrPath` writes them. */
export const WANTED: Readonly<Record<string, ListedPackage>> = {
  python3: { pname: "python3", version: "3.13.11" },
  python312: { pname: "python3", version: "3.12.12" },
  python313: { pname: "python3", version: "3.13.11" },
  python314: { pname: "python3", version: "3.14.2" },
  "pre-commit": { pname: "pre-commit", version: "4.5.0" },
  steam: { pname: "steam", version: "1.0", meta: { unfree: true } },
  "libpq.pg_config": { pname: "libpq", version: "18.1" },
  "python313Packages.flask": { pname: "flask", version: "3.1.99" },
  "python314Packages.flask": { pname: "flask", version: "3.1.99" },
  "python313Packages.numpy": { pname: "numpy", version: "2.9.1" },
  "python314Packages.numpy": { pname: "python3.14-numpy", version: "2.9.2" },
  'python313Packages."3to2"': { pname: "3to2", version: "1.1.1" },
  'python313Packages."a.b"': { pname: "a-b", version: "1" },
  "python313Packages.tree-sitter-grammars.tree-sitter-c": { pname: "tree-sitter-c", version: "0.25.9" },
  "python313Packages.asn1crypto": { pname: "asn1crypto", version: "1.6.0-unstable-2026-01-02" },
  "python313Packages.broken-thing": { pname: "broken-thing", version: "1.0", meta: { broken: true } },
  "python314Packages.broken-thing": { pname: "broken-thing", version: "1.0" },
  "python313Packages.costly": { pname: "costly", version: "2.0", meta: { unfree: true } },
  "python313Packages.leaky": { pname: "leaky", version: "2.0", meta: { insecure: true } },
  "python313Packages.only-darwin": { pname: "only-darwin", version: "2.0", meta: { unsupported: true } },
};

/** A package as the list has it. */
function entry(key: string, { pname, version = "", meta = {} }: ListedPackage, salt: number): string {
  const word = (n: number) => ((salt * 2654435761 + n * 40503) >>> 0).toString(36);
  return JSON.stringify({
    meta: {
      available: true,
      broken: false,
      description: `A ${word(1)} for ${word(2)} with "quotes", a \\ and – a dash`,
      homepage: `https://example.org/${word(3)}`,
      identifiers: { cpeParts: { edition: "*", product: pname, vendor: word(4), version } },
      insecure: false,
      license: {
        deprecated: false,
        free: true,
        fullName: "MIT License",
        redistributable: true,
        shortName: "mit",
        spdxId: "MIT",
      },
      longDescription: `${word(5)} ${word(6)} ${word(7)}\n{ [ ${word(8)} ] }\n`,
      maintainers: [{ email: `${word(9)}@example.org`, github: word(10), githubId: salt, name: word(11) }],
      name: `${pname}-${version}`,
      outputsToInstall: ["out"],
      platforms: ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin", "i686-linux", "riscv64-linux"],
      position: `pkgs/by-name/${word(12).slice(0, 2)}/${pname}/package.nix:${salt % 400}`,
      unfree: false,
      unsupported: false,
      ...meta,
    },
    name: `${key.includes("Packages") ? "python3.13-" : ""}${pname}-${version}`,
    outputName: "out",
    outputs: ["out"],
    pname,
    system: "x86_64-linux",
    version,
  });
}

/** The list, in pieces: the wanted packages among `filler` others, a third of them in the Python sets. */
export function* listText(filler: number, wanted = WANTED, version = '"2"'): Generator<string> {
  yield '{"packages":{';
  const last = Object.entries(wanted);
  let batch = "";
  for (let i = 0; i < filler; i++) {
    const kind = i % 12;
    const python = kind % 2 === 0 ? "python313Packages." : "python314Packages.";
    const set = kind < 4 ? python : kind < 6 ? "" : `other${kind}Packages.`;
    const name = `filler-${kind < 4 ? i >> 1 : i}`;
    batch += `${JSON.stringify(`${set}${name}`)}:${entry(`${set}${name}`, { pname: name, version: `1.${i % 97}.${i % 13}` }, i)},`;
    if (batch.length > 1 << 20) {
      yield batch;
      batch = "";
    }
  }
  yield `${batch}${last.map(([key, item], i) => `${JSON.stringify(key)}:${entry(key, item, i)}`).join(",")}},"version":${version}}\n`;
}

/** The list as a server sends it. */
export async function compressedList(filler: number): Promise<{ bytes: Buffer; length: number }> {
  const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
  const chunks: Buffer[] = [];
  brotli.on("data", (chunk: Buffer) => chunks.push(chunk));
  let length = 0;
  for (const text of listText(filler)) {
    length += Buffer.byteLength(text);
    if (!brotli.write(text)) await once(brotli, "drain");
  }
  brotli.end();
  await once(brotli, "end");
  return { bytes: Buffer.concat(chunks), length };
}

/** A small list, compressed. */
export function smallList(wanted = WANTED, version = '"2"'): Buffer {
  return brotliCompressSync([...listText(40, wanted, version)].join(""));
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine. `paths` counts what was asked for. */
export async function serve(handler: Handler): Promise<{ url: string; paths: string[]; close: () => Promise<void> }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    handler(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    paths,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A channel with a revision, and a list that `sendList` sends. */
export function channelHandler(revision: string, sendList: Handler): Handler {
  return (request, response) => {
    if (request.url?.endsWith("/git-revision")) {
      response.setHeader("content-type", "text/plain");
      response.setHeader("last-modified", "Thu, 08 Jan 2026 10:11:12 GMT");
      response.end(revision);
    } else if (request.url?.endsWith("/packages.json.br")) sendList(request, response);
    else {
      response.statusCode = 404;
      response.end();
    }
  };
}

/** Sends bytes as a channel's server does. */
export function sendBytes(bytes: Buffer, type = "application/json"): Handler {
  return (_, response) => {
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "content-length": bytes.length });
    response.end(bytes);
  };
}
