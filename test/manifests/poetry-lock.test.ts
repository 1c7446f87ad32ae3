import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPoetryLock } from "../../src/manifests/poetry-lock.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import type { Lock } from "../../src/project.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, showSource } from "../support/show.ts";

const read = (text: string) => readPoetryLock(text, "poetry.lock", []);
const failure = (text: string) => messageOf(() => read(text));
const VERSIONS = ["1.0", "1.1", "2.0", "2.1"];
const fixture = (version: string) => readFileSync(`${fixtures}/poetry-lock-versions/${version}/poetry.lock`, "utf8");

describe("one project in every lock-version", () => {
  const locks = new Map(VERSIONS.map((version) => [version, read(fixture(version))]));
  const of = (version: string) => locks.get(version) as Lock;
  // The group `docs`, which only the newer versions can have, asks for markdown.
  const names = (version: string) =>
    of(version)
      .packages.filter(({ key }) => key !== "markdown")
      .map(({ key, version: locked }) => `${key} ${locked}`)
      .sort();

  test.each(VERSIONS)("%s: every [[package]] is read, in order, with its line", (version) => {
    const text = fixture(version).split("\n");
    const headers = text.flatMap((line, index) => (line === "[[package]]" ? [index + 1] : []));
    expect(of(version).packages.map(({ origin }) => origin.line)).toEqual(headers);
    expect(headers.length).toBeGreaterThan(20);
  });

  test("the same names and versions", () => {
    for (const version of VERSIONS) expect(names(version)).toEqual(names("2.1"));
  });

  test("the same edges", () => {
    const edges = (version: string) =>
      of(version)
        .packages.filter(({ key }) => key !== "markdown")
        .flatMap(({ key, dependencies }) =>
          dependencies.map((edge) => `${key} > ${edge.key}${edge.optional ? " (optional)" : ""}`),
        )
        .sort();
    // Older versions of Poetry wrote edges that no chosen extra needs, or left them out, so only what is not optional is compared.
    const plain = (version: string) => [...new Set(edges(version).filter((edge) => !edge.endsWith(")")))];
    for (const version of ["2.0", "2.1"]) expect(plain(version)).toEqual(plain("1.1"));
  });

  test.each(VERSIONS)("%s: where packages come from", (version) => {
    const sources = of(version).packages.filter(({ source }) => source.kind !== "registry");
    expect(sources.map(({ key, source }) => `${key} ${source.kind}`).sort()).toEqual([
      "greeting path",
      "harbours url",
      "moonphase vcs",
    ]);
    expect(sources.map(({ source }) => showSource(source)).join("\n")).toContain(
      "https://git.example.org/tides/moonphase.git",
    );
  });

  test.each(VERSIONS)("%s: hashes of files", (version) => {
    const click = of(version).packages.find(({ key }) => key === "click");
    const digests = click?.files.map(({ hash }) => hash);
    expect(digests).toHaveLength(2);
    expect(digests).toEqual(
      of("2.1")
        .packages.find(({ key }) => key === "click")
        ?.files.map(({ hash }) => hash),
    );
  });

  test.each(VERSIONS)("%s: the range of interpreters", (version) => {
    expect(of(version).requiresPython?.text).toBe("^3.11");
  });

  test("markers of packages, as far as a version writes them", () => {
    const marker = (version: string, key: string) => {
      const found = of(version).packages.find((locked) => locked.key === key)?.marker;
      return found ? formatMarker(found) : null;
    };
    expect(marker("1.0", "colorama")).toBe('sys_platform == "win32"');
    expect(marker("2.1", "colorama")).toBe('sys_platform == "win32"');
    expect(marker("2.0", "colorama")).toBeNull();
    // One marker for each group, and none for one that wants it everywhere.
    expect(marker("2.1", "rich")).toBe('extra == "all"');
    expect(marker("2.1", "pygments")).toBeNull();
  });
});

const METADATA = '[metadata]\nlock-version = "2.1"\npython-versions = "*"\ncontent-hash = "x"\n';
const one = (body: string) => read(`[[package]]\nname = "a"\nversion = "1"\n${body}\n${METADATA}`).packages[0];

describe("a package", () => {
  test("has edges with ranges, markers, extras; several for one name", () => {
    const edges = one(`[package.dependencies]
plain = ">=1"
table = { version = "^2", extras = ["x"], markers = "os_name == 'nt'", python = "<3.12", optional = true }
several = [{ version = "<2", markers = "os_name == 'nt'" }, { version = ">=2", markers = "" }]
[[package]]
name = "plain"
version = "1"
[[package]]
name = "table"
version = "2"
[[package]]
name = "several"
version = "2"
`)?.dependencies;
    expect(
      edges?.map(({ key, extras, constraint, marker, optional }) =>
        [
          key,
          extras.join(),
          formatConstraint(constraint ?? []),
          marker ? formatMarker(marker) : "always",
          optional,
        ].join(" | "),
      ),
    ).toEqual([
      "plain |  | >=1 | always | false",
      'table | x | >=2,<3 | os_name == "nt" and python_version < "3.12" | true',
      'several |  | <2 | os_name == "nt" | false',
      "several |  | >=2 | always | false",
    ]);
  });

  test("has extras by normalized name, and the keys of what they add", () => {
    const extras = one(
      '[package.extras]\nFast_IO = ["PySocks (>=1.5.6,!=1.5.7)", "foo.bar[x] ; python_version < \'3\'", "z"]',
    )?.extras;
    expect({ ...extras }).toEqual({ "fast-io": ["pysocks", "foo-bar", "z"] });
  });

  test.each([
    ['type = "legacy"\nurl = "https://example.org/simple"\nreference = "company"', "registry(index=company)"],
    ['url = "https://example.org/simple"', "registry(index=https://example.org/simple)"],
    [
      'type = "git"\nurl = "git@example.org:a/b.git"\nreference = "main"\nresolved_reference = "abc"',
      "vcs(vcs=git url=ssh://git@example.org/a/b.git reference=abc)",
    ],
    ['type = "git"\nurl = "https://s3cr3t@example.org/a"\nreference = ""', "vcs(vcs=git url=https://example.org/a)"],
    ['type = "url"\nurl = "https://u:s3cr3t@example.org/a.whl"', "url(url=https://example.org/a.whl)"],
    ['type = "directory"\nurl = "../lib"', "path(path=../lib)"],
    ['type = "file"\nurl = "dist/a.whl"', "path(path=dist/a.whl)"],
  ])("comes from %s", (body, source) => {
    const found = one(`[package.source]\n${body}`);
    expect(found && showSource(found.source)).toBe(source);
  });

  test("has no credentials, neither in its source nor in the URLs of its files", () => {
    const diagnostics: Parameters<typeof readPoetryLock>[2] = [];
    const lock = readPoetryLock(
      `[[package]]
name = "a"
version = "1"
files = [{ file = "a.whl", hash = "sha256:aa", url = "https://u:s3cr3t@example.org/a.whl" }]
[package.source]
type = "legacy"
url = "https://u:s3cr3t@example.org/simple"
${METADATA}`,
      "poetry.lock",
      diagnostics,
    );
    expect(JSON.stringify([lock, diagnostics])).not.toContain("s3cr3t");
    expect(diagnosticsOf({ diagnostics })).toEqual([
      "warning 7:1: the credentials in this URL are left out: give them to pip by netrc or its keyring",
    ]);
  });
});

describe("what is no poetry.lock", () => {
  test("a version that is not known", () => {
    expect(failure('[metadata]\nlock-version = "3.0"\n')).toMatchInlineSnapshot(`
      "poetry.lock:2:17: poetry.lock has version 3.0; py2nix reads 1.0, 1.1, 2.0, 2.1
        2 | lock-version = "3.0"
          |                 ^^^"
    `);
  });
  test("no metadata: another file, or one that was cut", () => {
    expect(failure('[[package]]\nname = "a"\nversion = "1"\n')).toMatchInlineSnapshot(
      `"poetry.lock:1: this is no poetry.lock, or only a part of one: it has no [metadata]"`,
    );
  });
  test("cut in the middle of a value", () => {
    const text = fixture("2.1");
    const cut = text.slice(0, text.indexOf("sha256:", 3000) + 20);
    expect(failure(cut)).toMatchInlineSnapshot(`
      "poetry.lock:51:85: this is not TOML: unfinished string
        51 |     {file = "charset_normalizer-3.5.2-cp310-cp310-musllinux_1_2_armv7l.whl", hash = "sha256:62588a277bfb5
           |                                                                                     ^"
    `);
  });
  test("a package without a version", () => {
    expect(failure(`[[package]]\nname = "a"\n${METADATA}`)).toMatchInlineSnapshot(`
      "poetry.lock:1:1: this package has no version
        1 | [[package]]
          | ^^^^^^^^^^^"
    `);
  });
  test("a source of a type that is not known", () => {
    expect(
      failure(`[[package]]\nname = "a"\nversion = "1"\n[package.source]\ntype = "tarball"\nurl = "x"\n${METADATA}`),
    ).toMatchInlineSnapshot(`
      "poetry.lock:5:9: a source of the type tarball is not known
        5 | type = "tarball"
          |         ^^^^^^^"
    `);
  });
  test("a range that is none", () => {
    expect(
      failure(`[[package]]\nname = "a"\nversion = "1"\n[package.dependencies]\nb = "abc"\n${METADATA}`),
    ).toMatchInlineSnapshot(`
      "poetry.lock:5:6: \`abc\` is not a version
        5 | b = "abc"
          |      ^^^"
    `);
  });
  test("a value of another type", () => {
    expect(failure(`[[package]]\nname = 1\nversion = "1"\n${METADATA}`)).toMatchInlineSnapshot(`
      "poetry.lock:2:1: package.[1].name should be a string
        2 | name = 1
          | ^^^^^^^^"
    `);
    expect(failure(`package = "x"\n${METADATA}`)).toMatchInlineSnapshot(`
      "poetry.lock:1:1: package should be an array
        1 | package = "x"
          | ^^^^^^^^^^^^^"
    `);
  });
  test("a merge conflict", () => {
    expect(failure(`${METADATA}<<<<<<< HEAD\ncontent = "a"\n=======\n`)).toMatchInlineSnapshot(`
      "poetry.lock:5:1: this is not TOML: illegal character in key
        5 | <<<<<<< HEAD
          | ^
        This is a merge conflict: resolve it first."
    `);
  });
});
