import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { readUvLock } from "../../src/manifests/uv-lock.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import type { LockedDependency, LockedPackage, PackageIndex } from "../../src/project.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, showSource } from "../support/show.ts";

const REVISIONS = ["0", "1", "2", "3", "4", "5"];
const FOLDERS = [
  "uv-service",
  "uv-workspace",
  "uv-virtual-root",
  "uv-forks",
  "uv-sources",
  "uv-large",
  ...REVISIONS.map((revision) => `uv-lock-revisions/${revision}`),
];
const textOf = (folder: string) => readFileSync(`${fixtures}/${folder}/uv.lock`, "utf8");
const read = (text: string, indexes: readonly PackageIndex[] = []) => readUvLock(text, "uv.lock", [], indexes);
const failure = (text: string) => messageOf(() => read(text));
const index = (name: string | null, url: string, kind: PackageIndex["kind"] = "extra"): PackageIndex => ({
  kind,
  name,
  url,
  origin: { file: "pyproject.toml", line: 1 },
});

describe.each(FOLDERS)("%s", (folder) => {
  const text = textOf(folder);
  const lock = read(text);
  const packageLines = text.split("\n").flatMap((line, i) => (line === "[[package]]" ? [i + 1] : []));

  test("every [[package]] is read, in order, with its line", () => {
    expect(lock.packages.map(({ origin }) => origin.line)).toEqual(packageLines);
  });

  test("every file is read with its hash", () => {
    const written = text.match(/hash = "/g)?.length ?? 0;
    expect(lock.packages.flatMap(({ files }) => files.filter(({ hash }) => hash !== null))).toHaveLength(written);
    expect(
      lock.packages.flatMap(({ files }) => files.filter(({ name }) => !/\.(?:whl|tar\.gz|zip)$/.test(name))),
    ).toEqual([]);
  });

  test("nothing in it is unknown", () => {
    const diagnostics: Diagnostic[] = [];
    readUvLock(text, "uv.lock", diagnostics);
    expect(diagnostics).toEqual([]);
  });

  test("cut off at 20 places it is refused, with a line", () => {
    for (let part = 0; part < 20; part++) {
      const cut = text.slice(0, Math.floor((text.length * part) / 20));
      expect(failure(cut), `cut at ${cut.length}`).toMatch(/^uv\.lock:\d+(?::\d+)?: /);
    }
  });

  test("cut off between packages it is refused", () => {
    const lines = text.split("\n");
    const step = Math.ceil(packageLines.length / 40);
    const accepted = packageLines.slice(1).filter((line, i) => {
      if (i % step !== 0) return false;
      try {
        read(`${lines.slice(0, line - 1).join("\n")}\n`);
        return true;
      } catch {
        return false;
      }
    });
    expect(accepted).toEqual([]);
  });
});

describe("one project in every revision", () => {
  const locks = REVISIONS.map((revision) => read(textOf(`uv-lock-revisions/${revision}`)));
  const newest = locks.at(-1);

  test("the same packages", () => {
    const names = locks.map(({ packages }) => packages.map(({ key, version }) => `${key} ${version}`));
    for (const list of names) expect(list).toEqual(names.at(-1));
  });

  test("the same groups, extras and conflicts", () => {
    for (const { selectables, conflicts } of locks) {
      expect(selectables).toEqual(newest?.selectables);
      const sorted = (sets: typeof conflicts) => sets?.map((set) => set.map(({ name }) => name).sort());
      expect(sorted(conflicts)).toEqual([["new", "old"]]);
    }
  });

  test("the same files", () => {
    const files = (packages: readonly LockedPackage[]) =>
      packages.map(({ key, files }) => [key, files.map(({ hash }) => hash)]);
    for (const { packages } of locks) expect(files(packages)).toEqual(files(newest?.packages ?? []));
  });
});

const HEAD = 'version = 1\nrevision = 3\nrequires-python = ">=3.11"\n';
const OWN = '[[package]]\nname = "own"\nversion = "1"\nsource = { virtual = "." }\n';
/** The same, as uv ends it. */
const DONE = `${OWN}[package.metadata]\n`;
const REGISTRY = 'source = { registry = "https://index.example.org/simple" }';
const file = (name: string) =>
  `wheels = [{ url = "https://files.example.org/${name}-1-py3-none-any.whl", hash = "sha256:1" }]`;
const entry = (name: string, body = "", source = REGISTRY) =>
  `[[package]]\nname = "${name}"\nversion = "1"\n${source}\n${file(name)}\n${body}\n`;
const find = (text: string, key: string, indexes: readonly PackageIndex[] = []) =>
  read(text, indexes).packages.find((locked) => locked.key === key);
const showEdge = ({ key, extras, constraint, marker, optional, pinned }: LockedDependency) =>
  [
    `${key}${extras.length > 0 ? `[${extras.join()}]` : ""}`,
    constraint ? formatConstraint(constraint) : "-",
    marker ? formatMarker(marker) : "always",
    ...(optional ? ["optional"] : []),
    ...(pinned ? [`${pinned.version} from ${showSource(pinned.source)}`] : []),
  ].join(" | ");

describe("a package", () => {
  test("has edges with extras and markers, those of an extra under its name", () => {
    const text = `${HEAD}${entry("a")}${entry("b")}${OWN}dependencies = [
  { name = "a", extra = ["X_y"], marker = "sys_platform == 'darwin'" },
]
[package.optional-dependencies]
Fast_IO = [{ name = "a" }, { name = "b", marker = "python_full_version < '3.12'" }]
[package.dev-dependencies]
Docs = [{ name = "b" }]
[package.metadata]
provides-extras = ["Fast_IO", "empty"]
`;
    const own = find(text, "own");
    expect(own?.dependencies.map(showEdge)).toEqual([
      'a[x-y] | - | sys_platform == "darwin"',
      'a | - | extra == "fast-io" | optional',
      'b | - | extra == "fast-io" and python_full_version < "3.12" | optional',
    ]);
    expect({ ...own?.extras }).toEqual({ "fast-io": ["a", "b"], empty: [] });
    expect(own?.dependencyGroups?.docs?.map(showEdge)).toEqual(["b | - | always"]);
    expect(read(text).selectables).toEqual([
      { kind: "group", name: "docs", byDefault: false },
      { kind: "extra", name: "fast-io", byDefault: false },
      { kind: "extra", name: "empty", byDefault: false },
    ]);
    expect(read(text).members).toEqual(["own"]);
  });

  test("is meant by version and source where there are several", () => {
    const other = 'source = { registry = "https://other.example.org/simple" }';
    const text = `${HEAD}${entry("a")}${entry("a", "", other)}${OWN}dependencies = [
  { name = "a", version = "1", ${other} },
]
[package.metadata]
`;
    expect(
      find(text, "own", [index("other", "https://other.example.org/simple/")])?.dependencies.map(showEdge),
    ).toEqual(["a | ==1 | always | 1 from registry(index=other)"]);
  });

  test("is in the forks that its resolution-markers say", () => {
    const marker = (list: string) => find(`${HEAD}${entry("a", `resolution-markers = [${list}]`)}${DONE}`, "a")?.marker;
    expect(marker("")).toBeNull();
    expect(formatMarker(marker("\"os_name == 'nt'\"")!)).toBe('os_name == "nt"');
    expect(formatMarker(marker("\"os_name == 'nt'\", \"os_name != 'nt'\"")!)).toBe(
      'os_name == "nt" or os_name != "nt"',
    );
  });

  test.each([
    ["extra == 'extra-3-own-cpu'", '"own[cpu]" in extras'],
    ["extra != 'extra-6-my-own-c-pu'", '"my-own[c-pu]" not in extras'],
    ["extra == 'group-3-own-dev' and os_name == 'nt'", '"own[dev]" in dependency_groups and os_name == "nt"'],
    ["extra == 'project-3-own'", '"own" in extras'],
    ["extra == 'cpu'", 'extra == "cpu"'],
    ["extra == 'extra-99-own-cpu'", 'extra == "extra-99-own-cpu"'],
  ])("%s asks for the selection", (written, means) => {
    const text = `${HEAD}${entry("a")}${OWN}dependencies = [{ name = "a", marker = "${written}" }]\n[package.metadata]\n`;
    expect(find(text, "own")?.dependencies.map(({ marker }) => marker && formatMarker(marker))).toEqual([means]);
  });

  test.each([
    ['{ registry = "https://index.example.org/simple" }', "registry()"],
    [
      '{ git = "https://git.example.org/a.git?subdirectory=py&tag=v1#abc123" }',
      "vcs(vcs=git url=https://git.example.org/a.git reference=abc123 subdirectory=py)",
    ],
    [
      '{ git = "ssh://git@git.example.org/a.git#abc123" }',
      "vcs(vcs=git url=ssh://git@git.example.org/a.git reference=abc123)",
    ],
    [
      '{ url = "https://files.example.org/a-1.tar.gz", subdirectory = "py" }',
      "url(url=https://files.example.org/a-1.tar.gz subdirectory=py)",
    ],
    ['{ path = "vendor/a-1.whl" }', "path(path=vendor/a-1.whl)"],
    ['{ directory = "libs/a" }', "path(path=libs/a)"],
    ['{ editable = "libs/a" }', "path(path=libs/a editable)"],
    ['{ virtual = "libs/a" }', "path(path=libs/a virtual)"],
  ])("comes from %s", (source, shown) => {
    const found = find(`${HEAD}${entry("a", "", `source = ${source}`)}${DONE}`, "a");
    expect(found && showSource(found.source)).toBe(shown);
  });

  test("has files by URL, by path and by name alone", () => {
    const files = (body: string, source: string) =>
      find(`${HEAD}[[package]]\nname = "a"\nversion = "1"\nsource = ${source}\n${body}\n${DONE}`, "a")?.files;
    expect(
      files(
        'sdist = { path = "a-1.tar.gz", hash = "sha256:1" }\nwheels = [{ path = "sub/a-1-py3-none-any.whl" }]',
        '{ registry = "dist" }',
      ),
    ).toEqual([
      { name: "a-1.tar.gz", hash: "sha256:1", path: "dist/a-1.tar.gz" },
      { name: "a-1-py3-none-any.whl", hash: null, path: "dist/sub/a-1-py3-none-any.whl" },
    ]);
    expect(
      files(
        'wheels = [{ filename = "a-1-py3-none-any.whl", hash = "sha256:2" }]',
        '{ path = "vendor/a-1-py3-none-any.whl" }',
      ),
    ).toEqual([{ name: "a-1-py3-none-any.whl", hash: "sha256:2" }]);
    expect(files('sdist = { hash = "sha256:3" }', '{ url = "https://files.example.org/a-1.zip" }')).toEqual([
      { name: "a-1.zip", hash: "sha256:3" },
    ]);
    expect(
      files(
        'wheels = [{ url = "https://u:p@files.example.org/a-1-py3-none-any.whl", hash = "sha256:4", zstd = { hash = "sha256:5" } }]',
        '{ url = "https://files.example.org/a" }',
      ),
    ).toEqual([
      {
        name: "a-1-py3-none-any.whl",
        hash: "sha256:4",
        otherHashes: ["sha256:5"],
        url: "https://files.example.org/a-1-py3-none-any.whl",
      },
    ]);
  });
});

describe("the index of a registry", () => {
  const other = 'source = { registry = "https://other.example.org/simple" }';
  const text = `${HEAD}${entry("a")}${entry("b")}${entry("c", "", other)}${DONE}`;
  const sources = (indexes: readonly PackageIndex[]) =>
    read(text, indexes)
      .packages.slice(0, 3)
      .map(({ source }) => showSource(source));

  test("is the default one where nothing declares it", () => {
    expect(sources([index("other", "https://other.example.org/simple")])).toEqual([
      "registry()",
      "registry()",
      "registry(index=other)",
    ]);
  });

  test("is the one that is declared as the default", () => {
    expect(sources([index("mirror", "https://index.example.org/simple/", "primary")])).toEqual([
      "registry()",
      "registry()",
      "registry(index=https://other.example.org/simple)",
    ]);
  });

  test("is the one of most packages where two are not declared", () => {
    expect(sources([])).toEqual(["registry()", "registry()", "registry(index=https://other.example.org/simple)"]);
  });
});

test("a root that is no project, and a script, say in [manifest] what they want", () => {
  const lock = read(`${HEAD}
[manifest]
members = ["own"]
requirements = [{ name = "a", extras = ["x"], specifier = ">=1", marker = "os_name == 'nt'" }]
[manifest.dependency-groups]
dev = [{ name = "a" }]
${entry("a")}${DONE}`);
  expect(lock.requirements?.map(showEdge)).toEqual(['a[x] | >=1 | os_name == "nt"']);
  expect(lock.dependencyGroups?.dev?.map(showEdge)).toEqual(["a | - | always"]);
});

test("what is not known is told once, and a newer revision is read", () => {
  const diagnostics: Diagnostic[] = [];
  const text = `version = 1\nrevision = 77\nrequires-python = ">=3.11"\nmood = "good"\n${entry("a", "colour = 1")}${entry("b", "colour = 2")}${DONE}`;
  expect(readUvLock(text, "uv.lock", diagnostics).packages).toHaveLength(3);
  expect(diagnosticsOf({ diagnostics })).toEqual([
    "warning 4:1: py2nix does not know what mood means in uv.lock, and leaves it out",
    "warning 10:1: py2nix does not know what colour means in uv.lock, and leaves it out",
  ]);
});

test("credentials are left out and told", () => {
  const diagnostics: Diagnostic[] = [];
  const text = `${HEAD}${entry("a", "", 'source = { url = "https://me:secret@files.example.org/a-1.zip" }')}${DONE}`;
  expect(JSON.stringify(readUvLock(text, "uv.lock", diagnostics))).not.toContain("secret");
  expect(diagnostics).toHaveLength(1);
});

describe("broken locks", () => {
  test.each([
    ["version 2", HEAD.replace("1", "2") + OWN],
    ["a version that is a text", HEAD.replace("1", '"1"') + OWN],
    ["no version", OWN],
    ["nothing", ""],
    ["no requires-python", `version = 1\n${OWN}`],
    ["not TOML", "[[package]\nname = 1\n"],
    ["a merge conflict", `${HEAD}<<<<<<< HEAD\n${entry("a")}=======\n${entry("b")}>>>>>>> main\n${OWN}`],
    [
      "a merge conflict in a list",
      `${HEAD}${OWN}dependencies = [\n<<<<<<< HEAD\n  { name = "a" },\n=======\n  { name = "b" },\n>>>>>>> main\n]\n`,
    ],
    ["no name", `${HEAD}[[package]]\nversion = "1"\n${REGISTRY}\n`],
    ["no source", `${HEAD}[[package]]\nname = "a"\nversion = "1"\n`],
    ["no version of a package", `${HEAD}[[package]]\nname = "a"\n${REGISTRY}\n${OWN}`],
    ["no version that is one", `${HEAD}[[package]]\nname = "a"\nversion = "one"\n${REGISTRY}\n${OWN}`],
    ["a source that is not known", `${HEAD}${entry("a", "", 'source = { ftp = "a" }')}${OWN}`],
    [
      "a git source without a commit",
      `${HEAD}${entry("a", "", 'source = { git = "https://git.example.org/a.git" }')}${OWN}`,
    ],
    ["a dependency that is missing", `${HEAD}${OWN}dependencies = [{ name = "a" }]\n`],
    ["a dependency in another version", `${HEAD}${entry("a")}${OWN}dependencies = [{ name = "a", version = "2" }]\n`],
    [
      "a dependency of two",
      `${HEAD}${entry("a")}${entry("a").replace('"1"', '"2"')}${OWN}dependencies = [{ name = "a", ${REGISTRY} }]\n`,
    ],
    ["a marker that is none", `${HEAD}${entry("a")}${OWN}dependencies = [{ name = "a", marker = "os_nam == 'nt'" }]\n`],
    ["a list that is none", `${HEAD}${OWN}dependencies = "a"\n`],
    ["a member that is missing", `${HEAD}[manifest]\nmembers = ["other", "own"]\n${OWN}`],
    ["no project", `${HEAD}${entry("a")}`],
    ["a last package without files", `${HEAD}${OWN}[[package]]\nname = "z"\nversion = "1"\n${REGISTRY}\n`],
    [
      "a last project to whose dependencies nothing leads",
      `${HEAD}${entry("a")}${OWN}`.replace("revision = 3", "revision = 5"),
    ],
    [
      "a group of the root that is missing",
      `${HEAD}[manifest]\nmembers = ["own"]\n[manifest.dependency-groups]\ndev = [{ name = "a" }]\n${OWN}`,
    ],
    ["a last project without metadata", `${HEAD}${entry("a")}${OWN}dependencies = [{ name = "a" }]\n`],
  ])("%s", (_, text) => {
    expect(failure(text)).toMatchSnapshot();
  });
});
