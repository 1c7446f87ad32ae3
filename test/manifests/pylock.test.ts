import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { readPylock } from "../../src/manifests/pylock.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import { WHOLE } from "../oracle/pylock-cases.ts";
import { messageOf } from "../support/errors.ts";
import { showLocked } from "../support/locks.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf } from "../support/show.ts";

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  return { ...readPylock(text, "pylock.toml", diagnostics), diagnostics };
}
const changed = (from: string, to: string) => WHOLE.replace(from, to);
const failure = (text: string) => messageOf(() => read(text));

const LOCAL_FILES = (line: number) =>
  `warning ${line}:1: this package has several local files, of which only pip can choose one: it is taken from the index`;

describe("what a file gives", () => {
  const lock = read(WHOLE);

  test("packages with their sources, markers and edges", () => {
    expect(lock.packages.map(showLocked)).toMatchInlineSnapshot(`
      [
        "attrs 25.1.0",
        "cattrs 24.1.2 ; "default" in dependency_groups or "pdf" in extras > attrs ?, numpy ==2.2.3",
        "numpy 2.2.3 from path(path=vendor/numpy-2.2.3.tar.gz) ; python_version < "3.13" and ("pdf" in extras or "docs" in dependency_groups)",
        "numpy 2.3.0 ; python_version >= "3.13" and ("pdf" in extras or "docs" in dependency_groups)",
        "moonphase - from vcs(vcs=git url=https://git.example.org/tides/moonphase.git reference=0123456789abcdef0123456789abcdef01234567 subdirectory=py) ; "web-ui" in extras and "docs" not in dependency_groups",
        "greeting 0.2.0 from path(path=../greeting editable) ; "docs" in dependency_groups and sys_platform == "darwin"",
        "harbours - from url(url=https://files.example.org/harbours-1.2.0-py3-none-any.whl subdirectory=a) ; "dev" in dependency_groups",
      ]
    `);
    expect(lock.packages.map(({ origin }) => origin.line)).toEqual([9, 20, 29, 35, 44, 49, 55]);
  });

  test("files with every hash, the first being sha256", () => {
    expect(lock.packages[0]?.files).toMatchInlineSnapshot(`
      [
        {
          "hash": "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
          "name": "attrs-25.1.0.tar.gz",
          "otherHashes": [
            "sha512:ab",
          ],
          "url": "https://files.example.org/attrs-25.1.0.tar.gz",
        },
        {
          "hash": "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
          "name": "attrs-25.1.0-py3-none-any.whl",
          "url": "https://files.example.org/attrs-25.1.0-py3-none-any.whl",
        },
      ]
    `);
    expect(lock.packages[3]?.files[1]).toMatchObject({ path: expect.stringContaining("vendor/") });
  });

  test("what can be chosen, and for which environments", () => {
    expect(
      lock.selectables?.map(({ kind, name, byDefault }) => `${kind} ${name}${byDefault ? " by default" : ""}`),
    ).toEqual(["extra pdf", "extra web-ui", "group dev by default", "group docs", "group default by default"]);
    expect(lock.environments?.map(formatMarker)).toEqual([
      'sys_platform == "linux"',
      'sys_platform == "darwin" and platform_machine == "arm64"',
    ]);
    expect(lock.requiresPython?.text).toBe(">=3.12");
    expect([lock.tool, lock.reach]).toEqual(["a hand", "markers"]);
    expect(diagnosticsOf(lock)).toEqual([LOCAL_FILES(35)]);
  });

  test("a package without a version has that of its files", () => {
    const { packages } = read(changed('version = "25.1.0"\n', ""));
    expect(packages[0]?.version).toBe("25.1.0");
  });

  test("PDM's own table stands in for edges", () => {
    const { packages } = read(
      changed('anything = [1, "two", 3.0]', "").replace(
        "[packages.tool.acme]",
        "[packages.tool.pdm]\ndependencies = [\"attrs[b]>1; os_name == 'posix'\"]",
      ),
    );
    expect(packages.at(-1)?.dependencies).toMatchObject([{ key: "attrs", extras: ["b"], optional: false }]);
  });

  test("a local file alone is where the package comes from", () => {
    expect(lock.packages[2]?.source).toEqual({
      kind: "path",
      path: "vendor/numpy-2.2.3.tar.gz",
      base: ".",
      editable: false,
    });
  });
});

describe("the files of the tools", () => {
  test.each([
    ["uv", "uv"],
    ["pdm", "pdm"],
    ["pip", "pip"],
    ["pipenv", "pipenv"],
  ])("%s", (folder, tool) => {
    const text = readFileSync(`${fixtures}/pylock-${folder}/pylock.toml`, "utf8");
    const lock = read(text);
    expect(lock.packages.length).toBe(text.match(/^\[\[packages\]\]$/gm)?.length);
    expect(lock.tool).toContain(tool);
    expect(lock.diagnostics).toEqual([]);
    const direct = lock.packages.filter(({ source }) => source.kind !== "registry" || source.index !== undefined);
    expect(direct.map(showLocked)).toMatchSnapshot();
    for (const { source, files } of lock.packages)
      if (source.kind === "registry") expect(files.length).toBeGreaterThan(0);
  });
});

describe("versions", () => {
  test("a later minor version is told", () => {
    const { diagnostics } = read(changed('lock-version = "1.0"', 'lock-version = "1.3"\nnew = 1'));
    expect(diagnosticsOf({ diagnostics })).toEqual([
      "warning 1:1: this pylock.toml has version 1.3, and py2nix knows 1.0: what is new in it is not used",
      "warning 2:1: new is not in version 1.0 of pylock.toml, and is not used",
      LOCAL_FILES(36),
    ]);
  });

  test.each(["2.0", "0.9", "1.0a1"])("%s is refused", (version) => {
    expect(failure(changed('lock-version = "1.0"', `lock-version = "${version}"`))).toContain(
      `pylock.toml:1:17: this pylock.toml has version ${version}; py2nix reads 1.0`,
    );
  });
});

describe("broken files", () => {
  test("cut off", () => {
    expect(failure("")).toBe("pylock.toml:1: this is no pylock.toml, or only a part of one: it has no lock-version");
    expect(failure('lock-version = "1.0"\ncreated-by = "x"\n')).toContain("it has no packages");
    expect(failure(WHOLE.slice(0, 700))).toMatch(/^pylock\.toml:16:\d+: this is not TOML/);
  });

  test("a merge conflict", () => {
    expect(failure(changed("[[packages]]", "<<<<<<< HEAD\n[[packages]]"))).toMatchInlineSnapshot(`
      "pylock.toml:9:1: this is not TOML: illegal character in key
        9 | <<<<<<< HEAD
          | ^
        This is a merge conflict: resolve it first."
    `);
  });

  test("every error names its place", () => {
    const cases: [string, string][] = [
      ['name = "attrs"', 'name = "Attrs"'],
      ['version = "25.1.0"', 'version = "x"'],
      ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "attrs-25.1.1.tar.gz"'],
      [', commit-id = "0123456789abcdef0123456789abcdef01234567"', ""],
      ['subdirectory = "py" }', 'subdirectory = "py" }\ndirectory = { path = "x" }'],
      ["size = 810562", "size = true"],
      ["marker = \"'default' in dependency_groups", "marker = \"'default' on dependency_groups"],
    ];
    expect(cases.map(([from, to]) => failure(changed(from, to))).join("\n")).toMatchInlineSnapshot(`
      "pylock.toml:10:9: packages.[1].name should be a normalized name, not "Attrs"
        10 | name = "Attrs"
           |         ^^^^^
      pylock.toml:11:12: packages.[1].version is not a version: x
        11 | version = "x"
           |            ^
      pylock.toml:14:1: this file is of version 25.1.1, not 25.1.0
        14 | sdist = { name = "attrs-25.1.1.tar.gz", upload-time = 2025-01-25T11:30:12Z, url = "https://files.example.org/attrs-25.1.0.tar.gz", size = 810562, hashes = { sha…
           | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      pylock.toml:47:1: vcs has no commit-id
        47 | vcs = { type = "git", url = "https://git.example.org/tides/moonphase.git", requested-revision = "v0.3.0", subdirectory = "py" }
           | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      pylock.toml:44:1: this package has more than one of vcs, directory and archive
        44 | [[packages]]
           | ^^^^^^^^^^^^
      pylock.toml:14:132: packages.[1].sdist.size should be a whole number
        14 | …12Z, url = "https://files.example.org/attrs-25.1.0.tar.gz", size = true, hashes = { sha256 = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",…
           |                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      pylock.toml:23:21: expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in
        23 | marker = "'default' on dependency_groups or 'pdf' in extras"
           |                     ^^"
    `);
  });
});

test("credentials are removed and told", () => {
  const { packages, diagnostics } = read(
    changed("https://packages.example.org", "https://me:secret@packages.example.org"),
  );
  expect(packages[0]?.source).toEqual({ kind: "registry" });
  expect(diagnosticsOf({ diagnostics })).toEqual([
    "warning 13:1: the credentials in this URL are left out: give them to pip by netrc or its keyring",
    LOCAL_FILES(35),
  ]);
});
