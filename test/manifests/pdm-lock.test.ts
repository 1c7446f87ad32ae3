import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { readPdmLock } from "../../src/manifests/pdm-lock.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import { messageOf } from "../support/errors.ts";
import { showLocked } from "../support/locks.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf } from "../support/show.ts";

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  return { ...readPdmLock(text, "pdm.lock", diagnostics), diagnostics };
}
const fixture = (path: string) => readFileSync(`${fixtures}/${path}`, "utf8");
const failure = (text: string) => messageOf(() => read(text));

describe("one project in every version and strategy", () => {
  const files = [
    "pdm.lock",
    "pdm.static-urls.lock",
    "pdm.no-inherit.lock",
    "pdm.targets.lock",
    "pdm.2.20.lock",
    "pdm.2.10.lock",
  ];

  test.each(files)("%s: every entry is a package, or an extra of one", (file) => {
    const text = fixture(`pdm-web-api/${file}`);
    const lock = read(text);
    const withExtras = text.match(/^extras = /gm)?.length ?? 0;
    expect(lock.packages.length).toBe((text.match(/^\[\[package\]\]$/gm)?.length ?? 0) - withExtras);
    // The oldest release leaves out the edge, too.
    const excluded =
      "note: packages of this lock need watchfiles, which it does not have: tool.pdm.resolution.excludes leaves that out, or it is only a part of one";
    expect(lock.diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(
      file === "pdm.2.10.lock" ? [] : [excluded],
    );
  });

  test.each(files)("%s: what is not from the index", (file) => {
    const { packages } = read(fixture(`pdm-web-api/${file}`));
    expect(packages.filter(({ source }) => source.kind !== "registry").map(showLocked)).toMatchSnapshot();
  });

  test("extras are part of their package", () => {
    for (const file of files.slice(0, 3)) {
      const uvicorn = read(fixture(`pdm-web-api/${file}`)).packages.find(({ key }) => key === "uvicorn");
      expect(Object.keys(uvicorn?.extras ?? {})).toEqual(["standard"]);
      expect(uvicorn?.extras.standard).toContain("httptools");
      expect(uvicorn?.dependencies.find(({ key }) => key === "httptools")?.optional).toBe(true);
    }
  });

  test("reach and groups by the strategy", () => {
    const inherits = read(fixture("pdm-web-api/pdm.lock"));
    expect([inherits.reach, inherits.packages.every(({ groups }) => groups)]).toEqual(["markers", true]);
    const not = read(fixture("pdm-web-api/pdm.no-inherit.lock"));
    expect([not.reach, not.packages.some(({ groups }) => groups)]).toEqual(["dependencies", false]);
    expect(inherits.selectables?.map(({ name }) => name)).toEqual([
      "all",
      "lint",
      "postgres",
      "reports",
      "test",
      "typing",
    ]);
  });

  test("targets are environments", () => {
    const lock = read(fixture("pdm-web-api/pdm.targets.lock"));
    expect(lock.environments?.map(formatMarker)).toMatchInlineSnapshot(`
      [
        "python_version >= "3.12" and python_version < "3.14" and sys_platform == "linux" and platform_machine == "x86_64"",
        "python_version >= "3.12" and python_version < "3.14" and sys_platform == "darwin" and platform_machine == "arm64"",
      ]
    `);
    expect(lock.requiresPython?.text).toBe(">=3.12,<3.14");
    expect(read(fixture("pdm-web-api/pdm.lock")).environments).toBeUndefined();
  });

  test.each(["pdm.2.4.lock", "pdm.2.8.lock", "pdm.2.10.lock", "pdm.lock"])("%s: hashes of files", (file) => {
    const click = read(fixture(`pdm-lock-versions/${file}`)).packages.find(({ key }) => key === "click");
    expect(click?.files.map(({ hash }) => hash).sort()).toEqual([
      "sha256:8bb5376d2006950386f8c6427613334a2acadc5f559cb80e638d00b4df957e37",
      "sha256:9bbfada76703fd1d784b83eea012e3e8c6a001a876543ef104fa56aaaeb072b4",
    ]);
  });
});

test("static URLs are kept, without credentials", () => {
  const { packages, diagnostics } = read(`[metadata]
lock_version = "4.5.0"
strategy = ["inherit_metadata", "static_urls"]
[[package]]
name = "a"
version = "1.0"
groups = ["default", "Dev_Tools"]
files = [{url = "https://me:pw@files.example.org/a/a-1.0.zip", hash = "sha256:11"}]
`);
  expect(packages[0]).toMatchObject({
    groups: ["main", "dev-tools"],
    files: [{ name: "a-1.0.zip", hash: "sha256:11", url: "https://files.example.org/a/a-1.0.zip" }],
  });
  expect(diagnosticsOf({ diagnostics })).toHaveLength(1);
});

describe("broken files", () => {
  const start = '[metadata]\nlock_version = "4.5.0"\n';
  test.each([
    ["nothing", ""],
    ["no version", "[metadata]\n"],
    ["another major version", '[metadata]\nlock_version = "5.0"\n'],
    ["a later minor version", '[metadata]\nlock_version = "4.6"\n'],
    ["cut off", `${start}[[package]]\nname = "a"\nversion = "1`],
    ["a merge conflict", `${start}<<<<<<< HEAD\n[[package]]\n`],
    ["a package without a name", `${start}[[package]]\nversion = "1"\n`],
    ["a wrong marker", `${start}[[package]]\nname = "a"\nversion = "1"\nmarker = "python_version => '3'"\n`],
    ["a wrong dependency", `${start}[[package]]\nname = "a"\nversion = "1"\ndependencies = ["b>>1"]\n`],
  ])("%s", (_, text) => {
    expect(failure(text)).toMatchSnapshot();
  });
});
