import { describe, expect, test } from "vitest";
import { type Choices, chooseIndex } from "../../src/nixpkgs/choose.ts";
import { hashOf, type NixpkgsPin, pinOf } from "../../src/nixpkgs/pins.ts";
import { formatRelease, indexNamed, type StoredIndex } from "../../src/nixpkgs/release.ts";
import { RELEASE } from "../support/projects.ts";

const A = "a".repeat(40);
const B = "b".repeat(40);
const C = "c".repeat(40);
const stored = (id: string, revision: string, channel: string, date: string): StoredIndex => ({
  id,
  release: { ...RELEASE, revision, channel, date },
});
const STORED = [
  stored("nixos-26.05@aaaaaaaaaaaa", A, "nixos-26.05", "2026-06-01"),
  stored("nixos-26.05@bbbbbbbbbbbb", B, "nixos-26.05", "2026-07-01"),
  stored("local@cccccccccccc", C, "nixos-unstable", ""),
];
const pin = (revision: string, branch: string | null, narHash: string | null = null): NixpkgsPin => ({
  file: "flake.lock",
  revision,
  branch,
  narHash,
  url: null,
  urlHash: null,
});
const choose = (choices: Partial<Choices>) =>
  chooseIndex({
    asked: null,
    pin: null,
    stored: STORED,
    chosen: null,
    embedded: { ...RELEASE, revision: "e".repeat(40), channel: "nixos-25.11" },
    ...choices,
  });
const brief = (choices: Partial<Choices>) => {
  const { id, reason, diagnostics } = choose(choices);
  return [id, reason, ...diagnostics.map(({ severity, message }) => `${severity}: ${message}`)];
};

describe("the choice", () => {
  test("is the embedded one where nothing else is said", () => {
    expect(brief({})).toEqual(["embedded", "it comes with py2nix"]);
  });

  test("is what is asked for, whatever the project pins", () => {
    expect(brief({ asked: "nixos-26.05@aaaaaaaaaaaa", pin: pin(B, null), chosen: "local" })).toEqual([
      "nixos-26.05@aaaaaaaaaaaa",
      "asked for",
    ]);
    expect(brief({ asked: "nixos-26.05" })).toEqual(["nixos-26.05@bbbbbbbbbbbb", "asked for"]);
    expect(brief({ asked: "embedded", pin: pin(B, null) })).toEqual(["embedded", "asked for"]);
    expect(() => choose({ asked: "nixos-24.05" })).toThrow("there is no index nixos-24.05");
  });

  test("is of the revision that the project pins, also of the beginning of one, before what is chosen", () => {
    expect(brief({ pin: pin(A, "nixos-26.05"), chosen: "local" })).toEqual([
      "nixos-26.05@aaaaaaaaaaaa",
      "the revision of flake.lock",
    ]);
    expect(brief({ pin: pin(A.slice(0, 12), null) })[0]).toBe("nixos-26.05@aaaaaaaaaaaa");
    expect(brief({ pin: pin("e".repeat(40), null) })).toEqual(["embedded", "the revision of flake.lock"]);
  });

  test("has the pin's hash for that revision, and for no other", () => {
    expect(choose({ pin: pin(A, "nixos-26.05", "sha256-x") }).narHash).toBe("sha256-x");
    expect(choose({ pin: pin("f".repeat(40), "nixos-26.05", "sha256-x") }).narHash).toBeNull();
  });

  test("is the newest of the same branch, and that is told", () => {
    expect(brief({ pin: pin("f".repeat(40), "nixos-26.05") })).toEqual([
      "nixos-26.05@bbbbbbbbbbbb",
      "the branch of flake.lock",
      "note: flake.lock pins nixpkgs ffffffffffff (nixos-26.05), of which there is no index: versions are those of nixpkgs bbbbbbbbbbbb (nixos-26.05, 2026-07-01), of the same branch; py2nix index build --nixpkgs flake.lock makes one",
    ]);
    expect(brief({ pin: pin("f".repeat(40), "nixos-25.11") })[0]).toBe("embedded");
  });

  test("else what the user has chosen, and that the pin is not honoured is told", () => {
    const [id, , message] = brief({ pin: pin("f".repeat(40), null), chosen: "local" });
    expect(id).toBe("local@cccccccccccc");
    expect(message).toMatch(
      /^warning: flake\.lock pins nixpkgs ffffffffffff, of which there is no index, nor of its branch/,
    );
    expect(brief({ chosen: "nixos-26.05" })).toEqual(["nixos-26.05@bbbbbbbbbbbb", "chosen by py2nix index use"]);
    expect(brief({ chosen: "embedded" })).toEqual(["embedded", "it comes with py2nix"]);
    expect(brief({ chosen: "gone" })[2]).toMatch(/^warning: the index gone, .* is not there any more/);
  });
});

describe("a name", () => {
  test.each([
    ["local", "local@cccccccccccc"],
    ["local@cccc", "local@cccccccccccc"],
    ["bbbbbbbb", "nixos-26.05@bbbbbbbbbbbb"],
    ["nixos-26.05", "nixos-26.05@bbbbbbbbbbbb"],
  ])("%s means %s", (name, id) => {
    expect(indexNamed(name, STORED).id).toBe(id);
  });
  test.each([["nixos"], ["nixos-26.05@"]])("%s means several", (name) => {
    expect(() => indexNamed(name, STORED)).toThrow(
      "is the start of several indexes: nixos-26.05@aaaaaaaaaaaa, nixos-26.05@bbbbbbbbbbbb",
    );
  });
  test.each([[""], ["x"], ["aaa"], ["../local"]])("%j means nothing", (name) => {
    expect(() => indexNamed(name, STORED)).toThrow("there is no index");
  });
});

test("a release in words", () => {
  expect(formatRelease(RELEASE)).toBe("nixpkgs 0123456789ab (nixos-test, 2025-10-09)");
  expect(formatRelease({ ...RELEASE, date: "", revision: "" })).toBe("a nixpkgs without a revision (nixos-test)");
});

describe("the pins of a project", () => {
  const SRI = "sha256-Oncbh0UmHjSlxO7ErQDM3KM0A5/Znfofj2BSzlHLeVw=";
  const locked = { type: "github", owner: "NixOS", repo: "nixpkgs", rev: A, narHash: SRI };
  const flake = (nodes: Record<string, unknown>, inputs: Record<string, unknown>) =>
    pinOf("sub/flake.lock", JSON.stringify({ version: 7, root: "root", nodes: { root: { inputs }, ...nodes } }));
  const original = { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-26.05" };

  test("flake.lock", () => {
    expect(flake({ n: { locked, original } }, { nixpkgs: "n" })).toEqual({
      file: "sub/flake.lock",
      revision: A,
      branch: "nixos-26.05",
      narHash: SRI,
      url: `https://github.com/NixOS/nixpkgs/archive/${A}.tar.gz`,
      urlHash: SRI,
    });
  });
  test("flake.lock: another name of the input, and one that follows another's", () => {
    expect(flake({ n: { locked } }, { pkgs: "n" })).toMatchObject({ revision: A, branch: null });
    const other = { inputs: { nixpkgs: "n" }, locked: { type: "github", owner: "o", repo: "other", rev: B } };
    expect(flake({ other, n: { locked } }, { other: "other", nixpkgs: ["other", "nixpkgs"] })).toMatchObject({
      revision: A,
    });
    expect(flake({ other }, { other: "other" })).toBeNull();
    expect(flake({ n: { inputs: { nixpkgs: ["nixpkgs"] } } }, { nixpkgs: ["nixpkgs"] })).toBeNull();
  });
  test("flake.lock: a channel's archive has another hash than its revision", () => {
    const tarball = { type: "tarball", url: "https://example.org/nixexprs.tar.xz", rev: A, narHash: SRI };
    expect(flake({ n: { locked: tarball } }, { nixpkgs: "n" })).toMatchObject({
      narHash: null,
      url: tarball.url,
      urlHash: SRI,
    });
  });

  test("npins: a channel and a branch", () => {
    const channel = {
      type: "Channel",
      name: "nixos-26.05",
      url: `https://example.org/nixos-26.05.123.${A.slice(0, 12)}/nixexprs.tar.xz`,
      hash: SRI,
    };
    const npins = (nixpkgs: unknown) => pinOf("npins/sources.json", JSON.stringify({ version: 5, pins: { nixpkgs } }));
    expect(npins(channel)).toMatchObject({
      revision: A.slice(0, 12),
      branch: "nixos-26.05",
      narHash: null,
      url: channel.url,
      urlHash: SRI,
    });
    const git = {
      type: "Git",
      repository: { type: "GitHub", owner: "NixOS", repo: "nixpkgs" },
      branch: "nixos-unstable",
      revision: B,
      url: "x",
      hash: SRI,
    };
    expect(npins(git)).toMatchObject({ revision: B, branch: "nixos-unstable", narHash: SRI });
    expect(npins(undefined)).toBeNull();
  });

  test("niv, whose hash is in Nix's base 32", () => {
    const niv = {
      nixpkgs: {
        branch: "nixos-26.05",
        owner: "NixOS",
        repo: "nixpkgs",
        rev: B,
        sha256: "0qyvrczm4mch3ygnzp7v3q1kfd57k1kbvzw9xjj4x9vqi8vrqljb",
        type: "tarball",
      },
    };
    expect(pinOf("nix/sources.json", JSON.stringify(niv))).toMatchObject({
      revision: B,
      branch: "nixos-26.05",
      narHash: expect.stringMatching(/^sha256-[A-Za-z0-9+/]{43}=$/),
    });
  });

  test.each([["[]"], ["{}"], ['{"nodes":[]}'], ['{"nodes":{"root":{"inputs":{"nixpkgs":5}}}}'], ["null"]])(
    "%s pins nothing",
    (text) => {
      expect(pinOf("flake.lock", text)).toBeNull();
      expect(pinOf("npins/sources.json", text)).toBeNull();
      expect(pinOf("nix/sources.json", text)).toBeNull();
    },
  );
  test("what is no revision is none", () => {
    expect(flake({ n: { locked: { ...locked, rev: "$(id)" } } }, { nixpkgs: "n" })).toBeNull();
  });

  // The pairs are of `nix-hash --type sha256 --to-sri`.
  test.each([
    ["0000000000000000000000000000000000000000000000000000", "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="],
    [
      "sha256:094qif9n4cq4fdg459qzbhg1c6wywawwaaivx0k0x8xhbyx4vwic",
      "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
    ],
    [SRI, SRI],
    ["0".repeat(51), null],
    ["z".repeat(52), null],
    ["sha1-AAAA", null],
    ["", null],
  ])("the hash %s", (text, sri) => {
    expect(hashOf(text)).toBe(sri);
  });
});
