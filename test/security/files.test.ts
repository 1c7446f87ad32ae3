// Files that are none, never end, are too large, may not be read or are in another encoding: for every format, named by the
// user or by another file.

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { realFiles } from "../../src/cli/files.ts";
import { parseLimit } from "../../src/cli/limit-option.ts";
import { UsageError } from "../../src/cli/options.ts";
import { InputError } from "../../src/diagnostics.ts";
import { formatLimit, LIMITS, type LimitName, type Limits, limitOf, raised, withLimits } from "../../src/limits.ts";
import { FORMATS } from "../../src/manifests/formats.ts";
import { readJson } from "../../src/manifests/json.ts";
import { loadProject } from "../../src/manifests/load.ts";
import { LOCK_FORMATS } from "../../src/manifests/locks.ts";
import { readSetupPy } from "../../src/manifests/setup-py.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { readYaml } from "../../src/manifests/yaml.ts";
import { parseMarker } from "../../src/pep/pep508.ts";
import { StandardError } from "../../src/pep/scanner.ts";
import { loadSettings } from "../../src/settings/read.ts";
import { folderOf, py2nix } from "../support/cli.ts";
import { root } from "../support/paths.ts";

const fixture = (path: string) => readFileSync(join(root, "fixtures", path), "utf8");
const first = (text: string) => text.split("\n", 1)[0];

/** A text of every format, by the name that tells the format. */
const TEXTS: Readonly<Record<string, readonly [name: string, text: string]>> = {
  pyproject: ["pyproject.toml", '[project]\nname = "x"\nversion = "1"\ndependencies = ["flask", "six"]\n'],
  pipfile: ["Pipfile", '[packages]\nflask = "*"\nsix = "*"\n'],
  "setup-cfg": ["setup.cfg", "[metadata]\nname = x\n[options]\ninstall_requires =\n  flask\n  six\n"],
  "setup-py": [
    "setup.py",
    'from setuptools import setup\nsetup(\n  name="x",\n  install_requires=["flask", "six"],\n)\n',
  ],
  conda: ["environment.yml", "name: x\ndependencies:\n  - pip:\n    - flask\n    - six\n"],
  script: ["tool.py", '# /// script\n# dependencies = [\n#   "flask",\n#   "six",\n# ]\n# ///\nimport flask\n'],
  requirements: ["requirements.txt", "flask\nsix\n"],
  "poetry-lock": ["poetry.lock", fixture("numpy-below-2/poetry.lock")],
  "uv-lock": ["uv.lock", fixture("uv-service/uv.lock")],
  "pdm-lock": ["pdm.lock", fixture("pdm-web-api/pdm.lock")],
  pylock: ["pylock.toml", fixture("pylock-pdm/pylock.toml")],
  "pipfile-lock": ["Pipfile.lock", fixture("pipenv-shop/Pipfile.lock")],
};

/** What a project says that was loaded, or the message of the error. Any other error than our own is thrown. */
function outcome(load: () => unknown): string {
  try {
    load();
    return "read";
  } catch (error) {
    if (error instanceof InputError) return `${error.origin ? `${error.origin.line}: ` : ""}${error.message}`;
    throw error;
  }
}

/** The names of what is required, of a manifest or a lock. */
function namesIn(path: string): string[] {
  const { requirements, lock } = loadProject([path], realFiles, { format: null, lock: "none" });
  return [...requirements.map(({ key }) => key), ...(lock?.packages ?? []).map(({ key }) => key)].sort();
}

/** Things that stand in the place of a file, and what is said of them by the path `file`. */
const NO_FILES: Readonly<Record<string, readonly [make: (path: string) => void, says: string]>> = {
  "not there": [() => {}, "file does not exist"],
  "a folder": [(path) => mkdirSync(path), "file is a folder"],
  "a pipe": [(path) => execFileSync("mkfifo", [path]), "file is not a regular file"],
  "an endless device": [(path) => symlinkSync("/dev/zero", path), "file is not a regular file"],
  "a loop of links": [(path) => symlinkSync(path, path), "file is a loop of symbolic links"],
  "a link to nothing": [(path) => symlinkSync("nothing", path), "file does not exist"],
};

/** Files that are there and cannot be read. */
const BAD_FILES: Readonly<Record<string, readonly [make: (path: string) => void, says: RegExp]>> = {
  "too large": [
    (path) => truncateSync(path, 65 * 1024 * 1024),
    /^file is larger than 64MiB; --limit file-size=128MiB takes more$/,
  ],
  "larger than any limit": [(path) => truncateSync(path, 600 * 1024 * 1024), /^file is larger than 64MiB$/],
  "not UTF-8": [
    (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from([0x23, 0xff, 0xfe, 0x0a])])),
    /^\d+: (?:this is not UTF-8|.*utf-8.*)$/i,
  ],
  "with a NUL": [(path) => writeFileSync(path, `\0${readFileSync(path, "utf8")}`), /^1: ./],
};

/** Runs as another user whom the folder is open to; root may read everything. */
function asNobody<T>(folder: string, run: () => T): T {
  chmodSync(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
}

test("every format is tried", () => {
  expect(Object.keys(TEXTS).sort()).toEqual([...FORMATS, ...LOCK_FORMATS].map(({ name }) => name).sort());
});

describe.each(Object.entries(TEXTS))("%s, named", (_, [name, text]) => {
  const make = () => {
    const folder = folderOf({ [name]: text });
    return { folder, path: join(folder, name) };
  };
  const load = (path: string) =>
    outcome(() => loadProject([path], realFiles, { format: null, lock: "none" })).replaceAll(path, "file");

  test.each(Object.entries(NO_FILES))("%s", (_, [change, says]) => {
    const { path } = make();
    rmSync(path);
    change(path);
    expect(load(path)).toBe(says);
  });

  test.each(Object.entries(BAD_FILES))("%s", (_, [change, says]) => {
    const { path } = make();
    change(path);
    expect(load(path)).toMatch(says);
  });

  test.runIf(process.getuid?.() === 0)("that may not be read", () => {
    const { folder, path } = make();
    chmodSync(path, 0o600);
    expect(asNobody(folder, () => load(path))).toBe("file may not be read");
  });

  test.each<[string, (text: string) => string]>([
    ["line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text) => `\ufeff${text}`],
    ["no line end at its end", (text) => text.trimEnd()],
  ])("%s changes nothing", (_, change) => {
    const { path } = make();
    const names = namesIn(path);
    expect(names.length).toBeGreaterThan(1);
    writeFileSync(path, change(text));
    expect(namesIn(path)).toEqual(names);
  });

  test("UTF-16 is read where pip reads it, and refused elsewhere", () => {
    const { path } = make();
    const names = namesIn(path);
    writeFileSync(path, Buffer.from(`\ufeff${text}`, "utf16le"));
    if (name === "requirements.txt") expect(namesIn(path)).toEqual(names);
    else expect(load(path)).toMatch(/^1: this is not UTF-8$/);
  });
});

/** Files that another file names, or that stand beside it: what there is, which file is read, and which is the other one. */
interface Included {
  readonly files: Readonly<Record<string, string>>;
  readonly read: string;
  readonly other: string;
  /** What becomes of an `other` that is no file: not looked at, a warning, or an error that says this. */
  readonly noFile: "left alone" | "warned of" | RegExp;
  /** What becomes of one that cannot be read, where that is no error. */
  readonly unread?: "left alone";
}

const PROJECT = '[project]\nname = "x"\nversion = "1"\n';
const EVERYTHING = /^\d+: file (?:does not exist|is a folder|is not a regular file|is a loop of symbolic links)$/;
const POETRY =
  '[tool.poetry]\nname = "x"\nversion = "1"\ndescription = ""\nauthors = []\n[tool.poetry.dependencies]\npython = "^3.12"\nnumpy = "<2"\n';

const INCLUDES: Readonly<Record<string, Included>> = {
  "-r": {
    files: { "requirements.txt": "-r other.txt\n", "other.txt": "flask\n" },
    read: "requirements.txt",
    other: "other.txt",
    noFile: EVERYTHING,
  },
  "-c": {
    files: { "requirements.txt": "six\n-c other.txt\n", "other.txt": "six<9\n" },
    read: "requirements.txt",
    other: "other.txt",
    noFile: EVERYTHING,
  },
  "-r of an included file": {
    files: { "requirements.txt": "-r a.txt\n", "a.txt": "-r other.txt\n", "other.txt": "flask\n" },
    read: "requirements.txt",
    other: "other.txt",
    noFile: EVERYTHING,
  },
  "-r in environment.yml": {
    files: { "environment.yml": "dependencies:\n  - pip:\n    - -r other.txt\n", "other.txt": "flask\n" },
    read: "environment.yml",
    other: "other.txt",
    noFile: EVERYTHING,
  },
  "file: of setup.cfg": {
    files: { "setup.cfg": "[options]\ninstall_requires = file: other.txt\n", "other.txt": "flask\n" },
    read: "setup.cfg",
    other: "other.txt",
    noFile: "warned of",
  },
  "file of setuptools' dynamic": {
    files: {
      "pyproject.toml":
        '[project]\nname = "x"\nversion = "1"\ndynamic = ["dependencies"]\n[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n[tool.setuptools.dynamic]\ndependencies = { file = ["other.txt"] }\n',
      "other.txt": "flask\n",
    },
    read: "pyproject.toml",
    other: "other.txt",
    noFile: "warned of",
  },
  "the hook of hatch-requirements-txt": {
    files: {
      "pyproject.toml":
        '[project]\nname = "x"\nversion = "1"\ndynamic = ["dependencies"]\n[build-system]\nrequires = ["hatchling", "hatch-requirements-txt"]\nbuild-backend = "hatchling.build"\n[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["other.txt"]\n',
      "other.txt": "flask\n",
    },
    read: "pyproject.toml",
    other: "other.txt",
    noFile: /^\d+: file does not exist$/,
  },
  "hatch.toml": {
    files: { "pyproject.toml": PROJECT, "hatch.toml": '[envs.x]\ndependencies = ["flask"]\n' },
    read: "pyproject.toml",
    other: "hatch.toml",
    noFile: "left alone",
  },
  "poetry.lock": {
    files: { "pyproject.toml": POETRY, "poetry.lock": fixture("numpy-below-2/poetry.lock") },
    read: "pyproject.toml",
    other: "poetry.lock",
    noFile: "left alone",
  },
  "uv.lock": {
    files: { "pyproject.toml": fixture("uv-service/pyproject.toml"), "uv.lock": fixture("uv-service/uv.lock") },
    read: "pyproject.toml",
    other: "uv.lock",
    noFile: "left alone",
  },
  "pdm.lock": {
    files: { "pyproject.toml": fixture("pdm-web-api/pyproject.toml"), "pdm.lock": fixture("pdm-web-api/pdm.lock") },
    read: "pyproject.toml",
    other: "pdm.lock",
    noFile: "left alone",
  },
  "pylock.toml": {
    files: { "pyproject.toml": PROJECT, "pylock.toml": fixture("pylock-pdm/pylock.toml") },
    read: "pyproject.toml",
    other: "pylock.toml",
    noFile: "left alone",
  },
  "Pipfile.lock": {
    files: { Pipfile: fixture("pipenv-shop/Pipfile"), "Pipfile.lock": fixture("pipenv-shop/Pipfile.lock") },
    read: "Pipfile",
    other: "Pipfile.lock",
    noFile: "left alone",
  },
  "the lock of a script": {
    files: { "tool.py": TEXTS.script?.[1] ?? "", "tool.py.lock": fixture("uv-service/uv.lock") },
    read: "tool.py",
    other: "tool.py.lock",
    noFile: "left alone",
  },
  "what is compiled from requirements.in": {
    files: {
      "requirements.in": "flask\n",
      "requirements.txt":
        "#\n# This file is autogenerated by pip-compile with Python 3.12\n# by the following command:\n#\n#    pip-compile requirements.in\n#\nflask==3.0.0\n    # via -r requirements.in\n",
    },
    read: "requirements.in",
    other: "requirements.txt",
    noFile: "left alone",
  },
  ".python-version": {
    files: { "requirements.txt": "flask\n", ".python-version": "3.12\n" },
    read: "requirements.txt",
    other: ".python-version",
    noFile: "left alone",
  },
  "py2nix.toml": {
    files: { "requirements.txt": "flask\n", "py2nix.toml": 'python = "3.12"\n' },
    read: "requirements.txt",
    other: "py2nix.toml",
    noFile: "left alone",
  },
  "the root of a workspace": {
    files: {
      "in/pyproject.toml": PROJECT,
      "pyproject.toml": '[tool.uv.workspace]\nmembers = ["in"]\n',
    },
    read: "in/pyproject.toml",
    other: "pyproject.toml",
    noFile: "left alone",
    unread: "left alone",
  },
};

describe.each(Object.entries(INCLUDES))("%s", (_, { files, read, other, noFile, unread }) => {
  const load = (folder: string): { says: string; warnings: number; files: readonly string[] } => {
    const path = join(folder, read);
    let [warnings, seen]: [number, readonly string[]] = [0, []];
    const says = outcome(() => {
      const project = loadProject([path], realFiles, { format: null, lock: "auto", versionFiles: true });
      const settings = loadSettings(dirname(path), realFiles);
      warnings = project.diagnostics.filter(({ severity }) => severity === "warning").length;
      seen = [...project.files, ...settings.files];
    });
    return { says: says.replaceAll(join(folder, other), "file"), warnings, files: seen };
  };

  test("is read", () => {
    const folder = folderOf(files);
    const { says, files: seen } = load(folder);
    expect(says).toBe("read");
    if (unread !== "left alone") expect(seen).toContain(join(folder, other));
  });

  test.each(Object.entries(NO_FILES))("that is %s", (_, [change, says]) => {
    const folder = folderOf(files);
    const { warnings: before } = load(folder);
    rmSync(join(folder, other));
    change(join(folder, other));
    const found = load(folder);
    if (noFile instanceof RegExp) {
      expect(found.says).toMatch(noFile);
      if (noFile === EVERYTHING) expect(found.says.replace(/^\d+: /, "")).toBe(says);
      return;
    }
    expect(found.says).toBe("read");
    expect(found.files).not.toContain(join(folder, other));
    if (noFile === "warned of") expect(found.warnings).toBeGreaterThan(before);
  });

  test.each(Object.entries(BAD_FILES))("%s", (_, [change, says]) => {
    const folder = folderOf(files);
    change(join(folder, other));
    const found = load(folder);
    // What a version file says that is no version is a warning.
    if (unread === "left alone" || (other === ".python-version" && says.source === "^1: ."))
      expect(found.says).toBe("read");
    else expect(found.says.replace(/^\d+: (?=file )/, "")).toMatch(says);
  });

  test.runIf(process.getuid?.() === 0)("that may not be read", () => {
    const folder = folderOf(files);
    chmodSync(join(folder, other), 0o600);
    const { says } = asNobody(folder, () => load(folder));
    expect(says.replace(/^\d+: (?=file )/, "")).toBe(unread === "left alone" ? "read" : "file may not be read");
  });
});

describe("includes", () => {
  test("of itself are refused, as pip does", () => {
    const folder = folderOf({ "requirements.txt": "-r a.txt\n", "a.txt": "-r sub/../requirements.txt\n" });
    expect(py2nix(folder, ["convert"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("requirements.txt includes itself"),
    });
  });

  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [i === 0 ? "requirements.txt" : `${i}.txt`, `-r ${i + 1}.txt\n`]).concat([
        [`${length}.txt`, "flask\n"],
      ]),
    );

  test("are followed to a depth that can be changed", () => {
    expect(py2nix(folderOf(chain(90)), ["convert"]).code).toBe(0);
    const folder = folderOf(chain(150));
    const { code, stderr } = py2nix(folder, ["convert"]);
    expect([code, first(stderr)]).toEqual([
      2,
      "error: 99.txt:1:1: files include each other deeper than 100 levels; --limit include-depth=200 takes more",
    ]);
    expect(py2nix(folder, ["convert", "--limit", "include-depth=200"]).code).toBe(0);
    expect(py2nix(folder, ["--limit=include-depth=200", "--limit", "included-files=100"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("more than 100 files are included; --limit included-files=200 takes more"),
    });
  });

  test("that lead round by a link are refused", () => {
    const folder = folderOf({ "requirements.txt": "-r again/requirements.txt\n" });
    symlinkSync(".", join(folder, "again"));
    expect(py2nix(folder, ["convert"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("is a loop of symbolic links"),
    });
  });

  test("that multiply are refused by their number", () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`${i}.txt`, `-r ${i + 1}.txt\n-r ${i + 1}.txt\n`]),
    );
    expect(py2nix(folderOf({ ...files, "30.txt": "flask\n" }), ["convert", "0.txt"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("more than 1000 files are included"),
    });
  });

  test.each([
    ["uv", '[project]\nname = "x"\nversion = "1"\n[tool.uv.workspace]\nmembers = ["**"]\n', {}],
    [
      "PDM",
      `${fixture("pdm-web-api/pyproject.toml")}\n[tool.pdm.workspace]\nmembers = ["**"]\n`,
      { "pdm.lock": fixture("pdm-web-api/pdm.lock") },
    ],
  ])("folders of a workspace of %s that lead round by links have an end", (_, pyproject, more) => {
    const folder = folderOf({ "pyproject.toml": pyproject, ...more });
    for (const name of ["a", "b", "c", "d", "e", "f"]) symlinkSync(".", join(folder, name));
    const { code, stderr } = py2nix(folder, ["convert"]);
    expect([code, first(stderr)]).toEqual([
      2,
      "error: more than 20000 folders are looked into for the workspace's members; --limit workspace-folders=40000 takes more",
    ]);
  });
});

describe("what is read from outside of the project", () => {
  const NOTE = "note: read from outside of the project's folder: ";

  test("is told in the summary, and stands in the report and the listing", () => {
    const folder = folderOf({
      "in/deep/requirements.txt": "-r ../../out.txt\n-r below/more.txt\n",
      "out.txt": "flask\n",
    });
    mkdirSync(join(folder, "in/deep/below"));
    writeFileSync(join(folder, "in/deep/below/more.txt"), "six\n");
    const inside = join(folder, "in/deep");
    const { code, stdout, stderr } = py2nix(inside, ["convert"]);
    expect([code, stdout.includes("ps.flask")]).toEqual([0, true]);
    expect(stderr.split("\n")).toContain(`${NOTE}../../out.txt`);
    expect(py2nix(inside, ["report"]).stdout).toContain("read from outside of the project's folder: ../../out.txt");
    expect(py2nix(inside, ["parse"]).stdout.split("\n")).toContain(`${NOTE}../../out.txt`);
    // All is inside for whoever stands above.
    expect(py2nix(folder, ["convert", "in/deep/requirements.txt"]).stderr).not.toContain("outside");
  });

  test("is so by its real place", () => {
    const folder = folderOf({ "in/requirements.txt": "-r linked/x.txt\n-c /dev/null\n", "out/x.txt": "flask\n" });
    writeFileSync(join(folder, "in/requirements.txt"), `-r linked/x.txt\n-r ${join(folder, "in/y.txt")}\n`);
    writeFileSync(join(folder, "in/y.txt"), "six\n");
    symlinkSync("../out", join(folder, "in/linked"));
    const { stderr } = py2nix(join(folder, "in"), ["convert"]);
    expect(stderr.split("\n")).toContain(`${NOTE}linked/x.txt`);
  });

  test("is not what is named, nor the lock of a workspace above", () => {
    const folder = folderOf({ "in/keep": "", "out.txt": "flask\n" });
    expect(py2nix(join(folder, "in"), ["convert", "../out.txt"]).stderr).not.toContain("outside");
    const member = py2nix(join(root, "fixtures/uv-workspace/packages/tide-cli"), ["convert"]);
    expect(member.stderr).not.toContain("outside");
  });

  test("is refused where the format's own tool refuses it", () => {
    const folder = folderOf({
      "in/setup.cfg": "[options]\ninstall_requires = file: ../out.txt\n",
      "out.txt": "flask\n",
    });
    expect(py2nix(join(folder, "in"), ["convert"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("setuptools reads no file outside the project's folder: ../out.txt"),
    });
  });
});

describe("limits", () => {
  const names = Object.keys(LIMITS) as LimitName[];

  test("are documented, each with its value", () => {
    const rows = readFileSync(join(root, "docs/security.md"), "utf8").match(/^\| `[a-z-]+` \|.*$/gm);
    expect(rows).toEqual(
      names.map((name) => {
        const { most, describe: what } = LIMITS[name];
        return `| \`${name}\` | ${formatLimit(name)} | ${formatLimit(name, most)} | ${what} |`;
      }),
    );
  });

  test("are given in their units", () => {
    const value = (text: string) => parseLimit(text)[1];
    expect(
      ["file-size=5", "file-size=5B", "file-size=5KiB", "file-size=5mib", "download-size=1GiB"].map(value),
    ).toEqual([5, 5, 5 * 1024, 5 * 1024 ** 2, 1024 ** 3]);
    expect(["answer-time=90", "answer-time=90s", "answer-time=2min", "answer-time=1h"].map(value)).toEqual([
      90, 90, 120, 3600,
    ]);
    expect(value("nesting=1000")).toBe(1000);
    for (const name of names) expect(value(`${name}=${formatLimit(name)}`)).toBe(LIMITS[name].value);
  });

  test.each([
    ["nesting", '--limit takes NAME=VALUE, such as file-size=128MiB, not "nesting"'],
    ["file-sice=5", "did you mean file-size?"],
    ["__proto__=5", 'there is no limit "__proto__": there are file-size, included-files, '],
    ["nesting=1001", '--limit nesting takes a number up to 1000, not "1001"'],
    ["nesting=0", '--limit nesting takes a number up to 1000, not "0"'],
    ["nesting=5MiB", "takes a number"],
    ["nesting=-1", "takes a number"],
    ["file-size=1GiB", '--limit file-size takes a size such as 128MiB up to 500MiB, not "1GiB"'],
    ["file-size=5 MB", "takes a size"],
    ["answer-time=2d", "takes a time such as 900s up to 86400s"],
    ["file-size=", "takes a size"],
  ])("%s is refused", (text, says) => {
    expect(() => parseLimit(text)).toThrow(UsageError);
    expect(() => parseLimit(text)).toThrow(says);
  });

  test("hold for one run, on both ways into the program", () => {
    const folder = folderOf({ "requirements.txt": `flask\n${"#\n".repeat(3000)}` });
    for (const args of [["convert"], ["report"], ["parse"]]) {
      const { code, stderr } = py2nix(folder, [...args, "--limit", "file-size=4KiB"]);
      expect([code, stderr]).toEqual([
        2,
        "error: requirements.txt is larger than 4KiB; --limit file-size=8KiB takes more\n",
      ]);
      expect(py2nix(folder, args).code).toBe(0);
    }
    expect(py2nix(folder, ["convert", "-", "--limit=file-size=1KiB"], { input: "#".repeat(2000) })).toMatchObject({
      code: 2,
      stderr: "error: standard input is larger than 1KiB; --limit file-size=2KiB takes more\n",
    });
    expect(py2nix(folder, ["--limit", "nope=1"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no limit "nope"'),
    });
    // The last of two counts.
    expect(py2nix(folder, ["--limit", "file-size=1KiB", "--limit", "file-size=1MiB"]).code).toBe(0);
  });

  test("are no project's to change, nor a generated file's", () => {
    const folder = folderOf({ "requirements.txt": "flask\n", "py2nix.toml": 'limit = ["file-size=1GiB"]\n' });
    expect(py2nix(folder, ["convert"]).code).toBe(2);
    rmSync(join(folder, "py2nix.toml"));
    expect(py2nix(folder, ["-o", "shell.nix", "--limit", "nesting=300"]).code).toBe(0);
    const made = readFileSync(join(folder, "shell.nix"), "utf8");
    expect(made).not.toContain("--limit");
    writeFileSync(join(folder, "shell.nix"), made.replace("py2nix convert", "py2nix convert --limit nesting=1000"));
    expect(py2nix(folder, ["update"])).toMatchObject({ code: 2, stderr: expect.stringContaining("--limit") });
  });

  test("that are raised to the most leave the program what it needs", () => {
    const { most } = LIMITS.nesting;
    const nested = (depth: number): Readonly<Record<string, () => unknown>> => ({
      JSON: () => readJson(`${"[".repeat(depth)}${"]".repeat(depth)}`, "x"),
      TOML: () => new TomlDocument(`a = ${"[".repeat(depth)}${"]".repeat(depth)}`, "x").root.get("a"),
      YAML: () => readYaml(Array.from({ length: depth }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "x"),
      markers: () => parseMarker(`${"(".repeat(depth)}os_name == 'a'${")".repeat(depth)}`),
    });
    for (const [name, read] of Object.entries(nested(most - 10)))
      expect(() => withLimits({ nesting: most }, read), name).not.toThrow();
    for (const depth of [most + 10, 100_000])
      for (const [name, read] of Object.entries(nested(depth))) {
        // So deep a text is longer than any string.
        if (name === "YAML" && depth > 2000) continue;
        let error: unknown;
        try {
          withLimits({ nesting: most }, read);
        } catch (caught) {
          error = caught;
        }
        expect(error instanceof InputError || error instanceof StandardError, `${name}: ${error}`).toBe(true);
      }
    const folder = folderOf({});
    const files = LIMITS["include-depth"].most - 5;
    for (let i = 0; i < files; i++) writeFileSync(join(folder, `${i}.txt`), `-r ${i + 1}.txt\n`);
    writeFileSync(join(folder, `${files}.txt`), "flask\n");
    expect(py2nix(folder, ["0.txt", "--limit", "include-depth=500", "--limit", "included-files=2000"]).code).toBe(0);
  });

  test("of Python's literals: what is deeper is not known, and that is told", () => {
    const deep = (depth: number) => `setup(install_requires=${"[".repeat(depth)}"flask"${"]".repeat(depth)})\n`;
    const names = Array.from({ length: 50_000 }, (_, i) => `v${i} = v${i + 1}\n`).join("");
    for (const text of [deep(100_000), `${names}setup(install_requires=v0)\n`]) {
      const folder = folderOf({ "setup.py": text });
      const project = readSetupPy(join(folder, "setup.py"), realFiles);
      expect(project.requirements).toEqual([]);
      expect(project.diagnostics.map(({ severity }) => severity)).toContain("warning");
    }
  });

  test("of references in setup.cfg, their number and their text", () => {
    const folder = folderOf({
      "number/setup.cfg": `[options]\na = flask\ninstall_requires =\n${"  %(a)s\n".repeat(1500)}`,
      "text/setup.cfg": `[options]\na = ${"#".repeat(1_000_000)}\ninstall_requires = flask ${"%(a)s".repeat(900)}\n`,
    });
    expect(py2nix(join(folder, "number"), [])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("; --limit interpolations=2000 takes more"),
    });
    expect(py2nix(join(folder, "number"), ["--limit", "interpolations=2000"]).code).toBe(0);
    expect(py2nix(join(folder, "text"), [])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("the options refer to too much text; --limit file-size=128MiB takes more"),
    });
  });

  test("are what they were after a function that has others", () => {
    const seen: number[] = [];
    const run = (limits: Limits, then: () => void) =>
      withLimits(limits, () => {
        seen.push(limitOf("nesting"));
        then();
      });
    expect(() =>
      run({ nesting: 5 }, () => {
        run({ "file-size": 1, nesting: 6 }, () => {});
        seen.push(limitOf("nesting"));
        throw new Error("x");
      }),
    ).toThrow("x");
    expect([...seen, limitOf("nesting")]).toEqual([5, 6, 5, 200]);
  });

  test("say how far they must be raised", () => {
    expect(raised("file-size", 200 * 1024 ** 2)).toBe("; --limit file-size=256MiB takes more");
    expect(raised("file-size", 400 * 1024 ** 2)).toBe("; --limit file-size=500MiB takes more");
    expect(raised("file-size", 501 * 1024 ** 2)).toBe("");
    expect(withLimits({ nesting: 1000 }, () => raised("nesting"))).toBe("");
  });
});
