import { describe, expect, test } from "vitest";
import { maskCredentials } from "../../src/credentials.ts";
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
    ["https:/u:p@example.org/x", "https:/example.org/x"],
    ["https:///u:p@example.org/x", "https:///example.org/x"],
    ["https:\\\\u:p@example.org/x", "https:\\\\example.org/x"],
    ["https:u:p@example.org/x", "https:example.org/x"],
    ["//u:p@example.org/x", "//example.org/x"],
    ["u:p@example.org:x/y.git", "example.org:x/y.git"],
    ["git+u:p@example.org:x/y.git", "git+example.org:x/y.git"],
    [`https://u:a"b c@example.org/x`, "https://example.org/x"],
    [`https://u:a/b "c"@d@example.org/x@v1`, "https://example.org/x@v1"],
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
    "file:/home@x/y",
    "file:///me@x/y",
    "//srv@x/y",
    "git@example.org:x/y.git",
    "C:/me@x/y",
    "example.org:x/y@z",
  ])("%s has none that are secret", (url) => {
    expect(withoutCredentials(url)).toEqual({ url, removed: false });
  });

  test.each([
    ..."token access_token private_token PRIVATE-TOKEN job_token authToken key api_key apikey x-api-key password".split(
      " ",
    ),
    ..."passwd pwd secret client_secret sig signature auth X-Amz-Signature X-Amz-Credential X-Goog-Signature".split(
      " ",
    ),
    ..."X-Amz-Security-Token AWSAccessKeyId Key-Pair-Id".split(" "),
  ])("are the parameter %s, alone and among others", (name) => {
    const clean = (url: string) => withoutCredentials(url);
    for (const scheme of ["https:", "git+https:", "file:", ""]) {
      const url = `${scheme}//example.org/x`;
      expect(clean(`${url}?${name}=s3%20cr`)).toEqual({ url, removed: true });
      expect(clean(`${url}?${name}=s@3&${name}=4#egg=x`)).toEqual({ url: `${url}#egg=x`, removed: true });
      expect(clean(`${url}?a=1&${name}=3;4&b=2`)).toEqual({ url: `${url}?a=1&b=2`, removed: true });
      expect(clean(`${url}?${name}=3&b=2`)).toEqual({ url: `${url}?b=2`, removed: true });
      expect(clean(`${url}#egg=x&${name}=3`)).toEqual({ url: `${url}#egg=x`, removed: true });
      expect(clean(`${url}#${name}=3`)).toEqual({ url, removed: true });
      expect(clean(`${url}?${name}=\${X}y`)).toEqual({ url, removed: true });
      const references = `${url}?${name}=\${X}\${Y}&a=1`;
      expect(clean(references)).toEqual({ url: references, removed: false });
    }
    expect(maskCredentials(`see "https://example.org/?a=1&${name}=s3cr3t", it's gone`)).toBe(
      `see "https://example.org/?a=1&${name}=******", it's gone`,
    );
  });

  test.each([
    "https://example.org/x?egg=a#subdirectory=b",
    "https://example.org/x#egg=a&subdirectory=b",
    "https://example.org/x?tag=v1#0123456789012345678901234567890123456789",
    "https://example.org/x?rev=a&branch=b&subdirectory=c",
    "https://example.org/x.whl#sha256=ab&md5=cd",
    "https://example.org/x?monkey=a&author=b&passing=c&design=d&keys=e&tokenizer=f&sort_key=g&X-Amz-Date=h",
    "https://example.org/token=x/key=y",
    "https://example.org/x?token=",
    "./a?token=b",
  ])("%s has no parameter that is secret", (url) => {
    expect(withoutCredentials(url)).toEqual({ url, removed: false });
  });

  test.each([
    ["clone user:s3cr3t@example.org:x/y.git now", "clone ***********@example.org:x/y.git now"],
    [`url = "//u:s3cr3t@example.org/"`, `url = "//********@example.org/"`],
    ["https:/u:p@example.org https:\\\\u:p@example.org", "https:/***@example.org https:\\\\***@example.org"],
    [`url = "https://u:a'b c"d@example.org/x"`, `url = "https://*********@example.org/x"`],
    ["git@example.org:x git+ssh://git@example.org/x", "git@example.org:x git+ssh://git@example.org/x"],
    ["a.txt:1:5: b@example.org:22 and //x@y", "a.txt:1:5: b@example.org:22 and //x@y"],
    ["https://example.org:8080/ asks me@example.org", "https://example.org:8080/ asks me@example.org"],
    ["a.toml:3: key=value, token = x", "a.toml:3: key=value, token = x"],
  ])("are masked in %j", (text, masked) => {
    expect(maskCredentials(text)).toBe(masked);
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
