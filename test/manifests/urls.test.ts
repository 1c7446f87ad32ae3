import { describe, expect, test } from "vitest";
import {
  fileNameOf,
  fragmentOf,
  isUrl,
  isVcsUrl,
  schemeOf,
  sourceOfUrl,
  urlOfSource,
  wheelIdentity,
  withoutCredentials,
} from "../../src/manifests/urls.ts";
import type { Source } from "../../src/project.ts";

test("a URL is known by its scheme", () => {
  expect(["https://x", "HTTP://x", "file:x", "git+ssh://x", "flask", "c:\\x", "git://x", "ssh://x"].map(isUrl)).toEqual(
    [true, true, true, true, false, false, false, false],
  );
  expect(["git+https://x", "svn+svn://x", "https://x"].map(isVcsUrl)).toEqual([true, true, false]);
  expect(["Git+HTTPS://x", "a/b:c", "x"].map(schemeOf)).toEqual(["git+https", null, null]);
});

describe("credentials", () => {
  test.each([
    ["https://user:secret@example.org/x", "https://example.org/x"],
    ["https://token@example.org/x", "https://example.org/x"],
    ["https://user:se@cret@example.org/x", "https://example.org/x"],
    ["https://user:${X}secret@example.org", "https://example.org"],
    ["git+https://token@example.org/x@v1", "git+https://example.org/x@v1"],
    ["git+ssh://git:secret@example.org/x", "git+ssh://example.org/x"],
    ["HTTPS://u:p@example.org", "HTTPS://example.org"],
  ])("are taken out of %s", (url, clean) => {
    expect(withoutCredentials(url)).toEqual({ url: clean, removed: true });
  });

  test.each([
    "https://example.org/x@v1",
    "https://example.org/?x=a@b",
    "https://${USER}:${PASSWORD}@example.org/x",
    "https://${TOKEN}@example.org/x",
    "git+ssh://git@example.org/x",
    "ssh://git@example.org/x",
    "./path@x",
  ])("%s has none that are secret", (url) => {
    expect(withoutCredentials(url)).toEqual({ url, removed: false });
  });
});

describe("a source", () => {
  const cases: [string, Source][] = [
    ["https://example.org/a.zip", { kind: "url", url: "https://example.org/a.zip" }],
    ["https://example.org/a.zip#sha256=ab", { kind: "url", url: "https://example.org/a.zip#sha256=ab" }],
    ["https://example.org/a.zip#subdirectory=s", { kind: "url", url: "https://example.org/a.zip", subdirectory: "s" }],
    ["git+https://example.org/a.git", { kind: "vcs", vcs: "git", url: "https://example.org/a.git" }],
    [
      "git+ssh://git@example.org/a.git@feature/x#subdirectory=s",
      { kind: "vcs", vcs: "git", url: "ssh://git@example.org/a.git", reference: "feature/x", subdirectory: "s" },
    ],
    ["git+ssh://git@example.org", { kind: "vcs", vcs: "git", url: "ssh://git@example.org" }],
    ["bzr+lp:project", { kind: "vcs", vcs: "bzr", url: "lp:project" }],
  ];
  test.each(cases)("of %s", (url, source) => {
    expect(sourceOfUrl(url)).toEqual(source);
  });
  test.each(cases)("is written for pip as %s", (url, source) => {
    expect(urlOfSource(source as Extract<Source, { kind: "url" | "vcs" }>)).toBe(url);
  });
  test("has no `egg`, which is a name", () => {
    expect(sourceOfUrl("https://example.org/a.zip#egg=a&sha256=ab")).toEqual({
      kind: "url",
      url: "https://example.org/a.zip#sha256=ab",
    });
  });
});

test("a fragment's pairs are decoded", () => {
  expect([...fragmentOf("https://x#egg=a%5Bb%5D&subdirectory=c%zz")]).toEqual([
    ["egg", "a[b]"],
    ["subdirectory", "c%zz"],
  ]);
  expect([...fragmentOf("https://x")]).toEqual([]);
});

test("the file's name is the last part of the path", () => {
  expect(["https://x/a%2Bb.whl?q#f", "https://x/", "x"].map(fileNameOf)).toEqual(["a+b.whl", "", "x"]);
});

test("a wheel's name tells the project and the version", () => {
  expect(wheelIdentity("ruamel_yaml-0.18-1-py3-none-any.whl")).toEqual({ name: "ruamel-yaml", version: "0.18" });
  expect(wheelIdentity("a-1.0.tar.gz")).toBeNull();
});
