// pylock.toml files to ask both sides about: one that has everything, changed in one place each, and what to select.

import { readFileSync } from "node:fs";
import type { Selection } from "../../src/resolver/selection.ts";
import { fixtures } from "../support/paths.ts";
import { Choices } from "./generate.ts";
import { type Environment, environmentsOf } from "./locked.ts";

const SHA = "b".repeat(64);

/** A file with every key of the specification. */
export const WHOLE = `lock-version = "1.0"
environments = ["sys_platform == 'linux'", "sys_platform == 'darwin' and platform_machine == 'arm64'"]
requires-python = ">=3.12"
extras = ["pdf", "web-ui"]
dependency-groups = ["dev", "docs"]
default-groups = ["default", "dev"]
created-by = "a hand"

[[packages]]
name = "attrs"
version = "25.1.0"
requires-python = ">=3.8"
index = "https://packages.example.org/simple"
sdist = { name = "attrs-25.1.0.tar.gz", upload-time = 2025-01-25T11:30:12Z, url = "https://files.example.org/attrs-25.1.0.tar.gz", size = 810562, hashes = { sha256 = "${SHA}", sha512 = "ab" } }
wheels = [
  { name = "attrs-25.1.0-py3-none-any.whl", upload-time = 2025-01-25T11:30:10Z, url = "https://files.example.org/attrs-25.1.0-py3-none-any.whl", size = 63152, hashes = { sha256 = "${SHA}" } },
]
attestation-identities = [{ kind = "GitHub", repository = "someone/attrs", workflow = "release.yml" }]

[[packages]]
name = "cattrs"
version = "24.1.2"
marker = "'default' in dependency_groups or 'pdf' in extras"
dependencies = [{ name = "attrs" }, { name = "numpy", version = "2.2.3" }]
wheels = [
  { url = "https://files.example.org/c/cattrs-24.1.2-py3-none-any.whl", hashes = { sha256 = "${SHA}" } },
]

[[packages]]
name = "numpy"
version = "2.2.3"
marker = "python_version < '3.13' and ('pdf' in extras or 'Docs' in dependency_groups)"
sdist = { path = "vendor/numpy-2.2.3.tar.gz", hashes = { sha256 = "${SHA}" } }

[[packages]]
name = "numpy"
version = "2.3.0"
marker = "python_version >= '3.13' and ('pdf' in extras or 'Docs' in dependency_groups)"
wheels = [
  { name = "numpy-2.3.0-cp313-cp313-macosx_14_0_arm64.whl", url = "https://files.example.org/numpy-2.3.0-cp313-cp313-macosx_14_0_arm64.whl", hashes = { sha256 = "${SHA}" } },
  { name = "numpy-2.3.0-cp313-cp313-manylinux_2_28_x86_64.whl", path = "vendor/numpy-2.3.0-cp313-cp313-manylinux_2_28_x86_64.whl", hashes = { sha256 = "${SHA}" } },
]

[[packages]]
name = "moonphase"
marker = "'web-ui' in extras and 'docs' not in dependency_groups"
vcs = { type = "git", url = "https://git.example.org/tides/moonphase.git", requested-revision = "v0.3.0", commit-id = "0123456789abcdef0123456789abcdef01234567", subdirectory = "py" }

[[packages]]
name = "greeting"
version = "0.2.0"
marker = "'docs' in dependency_groups and sys_platform == 'darwin'"
directory = { path = "../greeting", editable = true }

[[packages]]
name = "harbours"
marker = "'dev' in dependency_groups"
archive = { url = "https://files.example.org/harbours-1.2.0-py3-none-any.whl", size = 1200, upload-time = 2025-01-25T11:30:12, hashes = { sha256 = "${SHA}" }, subdirectory = "a" }

[packages.tool.acme]
anything = [1, "two", 3.0]

[tool.acme]
when = 1979-05-27
`;

/** A text of the file and what stands there instead: one case each. */
const CHANGES: readonly (readonly [string, string])[] = [
  ...[
    "1",
    "1.0.0",
    "v1.0",
    "1.1",
    "1.9rc1",
    "2.0",
    "2.0a1",
    "1.0a1",
    "0.9",
    "1.0.post1",
    "one",
    "",
    "1!1.0",
    " 1.0 ",
  ].map((version) => ['lock-version = "1.0"', `lock-version = "${version}"`] as const),
  ['lock-version = "1.0"\n', ""],
  ['lock-version = "1.0"', "lock-version = 1"],
  ['created-by = "a hand"\n', ""],
  ['created-by = "a hand"', "created-by = true"],
  ['created-by = "a hand"', 'created-by = ""'],
  ["environments = [", "environments = [1, "],
  ["environments = [", 'environments = ["", '],
  ["environments = [", 'environments = ["python_version", '],
  [/environments = .*/.exec(WHOLE)?.[0] ?? "", "environments = []"],
  [/environments = .*/.exec(WHOLE)?.[0] ?? "", "environments = \"sys_platform == 'linux'\""],
  [/environments = .*/.exec(WHOLE)?.[0] ?? "", ""],
  ['requires-python = ">=3.12"', 'requires-python = ""'],
  ['requires-python = ">=3.12"', 'requires-python = "3.12"'],
  ['requires-python = ">=3.12"', 'requires-python = ">=3.12,<4,!=3.13.1"'],
  ['requires-python = ">=3.12"', 'requires-python = ["3.12"]'],
  ['extras = ["pdf", "web-ui"]', 'extras = ["PDF"]'],
  ['extras = ["pdf", "web-ui"]', 'extras = ["web_ui"]'],
  ['extras = ["pdf", "web-ui"]', 'extras = ["web--ui"]'],
  ['extras = ["pdf", "web-ui"]', 'extras = [""]'],
  ['extras = ["pdf", "web-ui"]', 'extras = "pdf"'],
  ['extras = ["pdf", "web-ui"]', "extras = {}"],
  ['extras = ["pdf", "web-ui"]', "extras = []"],
  ['dependency-groups = ["dev", "docs"]', 'dependency-groups = ["Dev Tools", ""]'],
  ['dependency-groups = ["dev", "docs"]', "dependency-groups = [1]"],
  ['default-groups = ["default", "dev"]', 'default-groups = "dev"'],
  ['default-groups = ["default", "dev"]', 'default-groups = ["a", 2]'],
  ["[tool.acme]\n", "[tools.acme]\n"],
  ["[tool.acme]\nwhen = 1979-05-27\n", ""],
  ['created-by = "a hand"', 'created-by = "a hand"\ntool = 3'],
  ['created-by = "a hand"', 'created-by = "a hand"\nnew-key = 3'],
  ['name = "attrs"', 'name = "Attrs"'],
  ['name = "attrs"', 'name = "attrs-"'],
  ['name = "attrs"', 'name = "other"'],
  ['name = "attrs"', "name = 3"],
  ['name = "attrs"\n', ""],
  ['name = "attrs"', 'name = ""'],
  ['version = "25.1.0"', 'version = "25.1"'],
  ['version = "25.1.0"', 'version = "25.1.0.0"'],
  ['version = "25.1.0"', 'version = "25.1.0+local"'],
  ['version = "25.1.0"', 'version = "25.1.1"'],
  ['version = "25.1.0"', 'version = "x"'],
  ['version = "25.1.0"', "version = 25.1"],
  ['version = "25.1.0"\n', ""],
  ['requires-python = ">=3.8"', 'requires-python = "^3.8"'],
  ['requires-python = ">=3.8"', "requires-python = 3"],
  ['index = "https://packages.example.org/simple"', "index = 1"],
  ['index = "https://packages.example.org/simple"', 'index = ""'],
  ['index = "https://packages.example.org/simple"\n', ""],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "attrs-25.1.0.zip"'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "attrs-25.1.0.tar.bz2"'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "Attrs-25.1.tar.gz"'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "attrs.tar.gz"'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "-25.1.0.tar.gz"'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "attrs-x.tar.gz"'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = ""'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', 'sdist = { name = "at-trs-25.1.0.tar.gz"'],
  ['sdist = { name = "attrs-25.1.0.tar.gz"', "sdist = { name = 1"],
  ['sdist = { name = "attrs-25.1.0.tar.gz", ', "sdist = { "],
  ["upload-time = 2025-01-25T11:30:12Z", "upload-time = 2025-01-25"],
  ["upload-time = 2025-01-25T11:30:12Z", "upload-time = 11:30:12"],
  ["upload-time = 2025-01-25T11:30:12Z", 'upload-time = "2025-01-25T11:30:12Z"'],
  ["upload-time = 2025-01-25T11:30:12Z", "upload-time = 2025-01-25T11:30:12.5+01:00"],
  ["size = 810562", "size = true"],
  ["size = 810562", 'size = "810562"'],
  ["size = 810562", "size = -1"],
  ["size = 810562", "size = 9007199254740993"],
  [`{ sha256 = "${SHA}", sha512 = "ab" }`, "{}"],
  [`{ sha256 = "${SHA}", sha512 = "ab" }`, "{ sha256 = 3 }"],
  [`{ sha256 = "${SHA}", sha512 = "ab" }`, "[]"],
  [`{ sha256 = "${SHA}", sha512 = "ab" }`, '{ md5 = "" }'],
  [`, hashes = { sha256 = "${SHA}", sha512 = "ab" }`, ""],
  ['name = "attrs-25.1.0-py3-none-any.whl"', 'name = "attrs-25.1.0-py3-none.whl"'],
  ['name = "attrs-25.1.0-py3-none-any.whl"', 'name = "attrs-25.1.0-1build-py3-none-any.whl"'],
  ['name = "attrs-25.1.0-py3-none-any.whl"', 'name = "attrs-25.1.0-build-py3-none-any.whl"'],
  ['name = "attrs-25.1.0-py3-none-any.whl"', 'name = "attrs-25.1.1-py3-none-any.whl"'],
  ['name = "attrs-25.1.0-py3-none-any.whl"', 'name = "Attrs-25.1-py3-none-any.whl"'],
  ['name = "attrs-25.1.0-py3-none-any.whl"', 'name = "at__trs-25.1-py3-none-any.whl"'],
  ['name = "attrs-25.1.0-py3-none-any.whl"', 'name = ""'],
  ['wheels = [\n  { name = "attrs', 'wheels = {}\nwheel = [\n  { name = "attrs'],
  ['wheels = [\n  { name = "attrs', 'wheels = [\n  1, { name = "attrs'],
  ['[{ kind = "GitHub", ', "[{ "],
  ['[{ kind = "GitHub", ', "[{ kind = 1, "],
  ['[{ kind = "GitHub", ', '["x", { kind = "GitHub", '],
  ["marker = \"'default' in dependency_groups or 'pdf' in extras\"", 'marker = ""'],
  ["marker = \"'default' in dependency_groups or 'pdf' in extras\"", "marker = \"dependency_groups == 'x'\""],
  ["marker = \"'default' in dependency_groups or 'pdf' in extras\"", "marker = \"'default' in dependency_group\""],
  ["marker = \"'default' in dependency_groups or 'pdf' in extras\"", "marker = \"extra == 'pdf'\""],
  ["marker = \"'default' in dependency_groups or 'pdf' in extras\"", "marker = true"],
  ["dependencies = [{ name", 'dependencies = ["attrs", { name'],
  ['dependencies = [{ name = "attrs" }', "dependencies = [{}"],
  ['dependencies = [{ name = "attrs" }', "dependencies = [{ name = 3 }"],
  ['dependencies = [{ name = "attrs" }', 'dependencies = [{ name = "attrs", vcs = { url = "x" } }'],
  [
    "files.example.org/c/cattrs-24.1.2-py3-none-any.whl",
    "files.example.org/c/cattrs-24.1.2-py3-none-any.whl?x=1#sha256=2",
  ],
  ["files.example.org/c/cattrs-24.1.2-py3-none-any.whl", "files.example.org/c/cattrs-24.1.2%2Bab-py3-none-any.whl"],
  ["files.example.org/c/cattrs-24.1.2-py3-none-any.whl", "files.example.org/c/cattrs%2D24.1.2-py3-none-any.whl"],
  ["files.example.org/c/cattrs-24.1.2-py3-none-any.whl", "files.example.org/c/"],
  ['path = "vendor/numpy-2.2.3.tar.gz"', 'path = "numpy-2.2.3.tar.gz"'],
  ['path = "vendor/numpy-2.2.3.tar.gz"', "path = 'vendor\\numpy-2.2.3.tar.gz'"],
  ['path = "vendor/numpy-2.2.3.tar.gz"', 'path = ""'],
  ['path = "vendor/numpy-2.2.3.tar.gz"', 'path = "", url = ""'],
  ['path = "vendor/numpy-2.2.3.tar.gz"', 'path = "", url = "https://files.example.org/numpy-2.2.3.zip"'],
  ['path = "vendor/numpy-2.2.3.tar.gz"', "path = 1"],
  ['path = "vendor/numpy-2.2.3.tar.gz"', 'note = "x"'],
  ['vcs = { type = "git", ', "vcs = { "],
  ['vcs = { type = "git", ', 'vcs = { type = "darcs", '],
  ['url = "https://git.example.org/tides/moonphase.git", ', ""],
  ['url = "https://git.example.org/tides/moonphase.git", ', 'path = "../moonphase", '],
  [', commit-id = "0123456789abcdef0123456789abcdef01234567"', ""],
  [', commit-id = "0123456789abcdef0123456789abcdef01234567"', ", commit-id = 3"],
  ['requested-revision = "v0.3.0"', "requested-revision = 3"],
  ['subdirectory = "py"', "subdirectory = 3"],
  ['subdirectory = "py" }', 'subdirectory = "py" }\ndirectory = { path = "x" }'],
  ['subdirectory = "py" }', 'subdirectory = "py" }\nwheels = []'],
  ['subdirectory = "py" }', 'subdirectory = "py" }\nversion = "3"'],
  [
    'subdirectory = "py" }',
    `subdirectory = "py" }\nsdist = { url = "https://x.org/moonphase-1.zip", hashes = { a = "b" } }`,
  ],
  [/vcs = .*/.exec(WHOLE)?.[0] ?? "", ""],
  [/vcs = .*/.exec(WHOLE)?.[0] ?? "", 'vcs = "git"'],
  ['directory = { path = "../greeting", editable = true }', "directory = { editable = true }"],
  ['directory = { path = "../greeting", editable = true }', 'directory = { path = "", editable = true }'],
  ['directory = { path = "../greeting", editable = true }', 'directory = { path = "../greeting", editable = "yes" }'],
  ['directory = { path = "../greeting", editable = true }', 'directory = { path = "../greeting", subdirectory = "a" }'],
  [/archive = .*/.exec(WHOLE)?.[0] ?? "", 'archive = { url = "https://x.org/a.zip" }'],
  [/archive = .*/.exec(WHOLE)?.[0] ?? "", 'archive = { path = "a.zip", hashes = { sha256 = "a" } }'],
  [/archive = .*/.exec(WHOLE)?.[0] ?? "", 'archive = { hashes = { sha256 = "a" } }'],
  [
    /archive = .*/.exec(WHOLE)?.[0] ?? "",
    'archive = { url = "https://x.org/a.zip", hashes = { sha256 = "a" }, size = "1" }',
  ],
  ["[packages.tool.acme]", "[packages.tools.acme]"],
  ['[packages.tool.acme]\nanything = [1, "two", 3.0]', 'tool = "acme"'],
  ['[packages.tool.acme]\nanything = [1, "two", 3.0]', "tool = { pdm = 3 }"],
  ['[packages.tool.acme]\nanything = [1, "two", 3.0]', 'tool = { pdm = { dependencies = ["a>1", "=", 3] } }'],
  ["[[packages]]", "[[package]]"],
  ["[[packages]]", "[packages]"],
  ["requires-python", "requires_python"],
];

const TRUNCATIONS = 40;
const RANDOM = 120;
const ALPHABET = [..."\"'[]{}=,.#\n -_x1", "true", '"x"', "<<<<<<< HEAD\n"];

/** The files whose validity is compared. */
export function changedFiles(): string[] {
  const changed = CHANGES.map(([from, to]) => {
    if (!WHOLE.includes(from)) throw new Error(`the case ${from} does not stand in the file`);
    return WHOLE.replace(from, () => to);
  });
  const length = Math.floor(WHOLE.length / TRUNCATIONS);
  const truncated = Array.from({ length: TRUNCATIONS }, (_, i) => WHOLE.slice(0, i * length));
  const choices = new Choices(751);
  const lines = WHOLE.split("\n");
  const random = Array.from({ length: RANDOM }, () => {
    const at = choices.below(lines.length);
    const line = choices.mutate(lines[at] ?? "", ALPHABET);
    return [...lines.slice(0, at), line, ...lines.slice(at + 1)].join("\n");
  });
  // TOML 1.1 lets an inline table end in a comma, and the reference reads TOML 1.0.
  const comparable = random.filter((text) => !/,\s*\}/.test(text));
  return [WHOLE, ...fixtureLocks(), ...changed, ...truncated, ...comparable];
}

/** What uv, PDM, pip and Pipenv write. */
export function fixtureLocks(): string[] {
  return ["uv", "pdm", "pip", "pipenv"].map((tool) => fixtureLock(`pylock-${tool}`));
}

export function fixtureLock(folder: string): string {
  return readFileSync(`${fixtures}/${folder}/pylock.toml`, "utf8");
}

/** Options of py2nix, and the extras and groups that they stand for; null for the groups that are installed by default. */
export interface PylockCase {
  /** Under fixtures, or null for WHOLE; a manifest's name where one stands beside the lock. */
  readonly folder: string | null;
  readonly manifest: string | null;
  readonly selection: Partial<Selection>;
  readonly extras: readonly string[];
  readonly groups: readonly string[] | null;
}

interface Parts {
  readonly extras: readonly string[];
  /** Those by default among them. */
  readonly groups: readonly string[];
}

/** Every part of a lock alone, all together, and none. */
function alone(folder: string | null, { extras, groups }: Parts): PylockCase[] {
  const without = { defaultGroups: false };
  const cases: readonly Pick<PylockCase, "selection" | "extras" | "groups">[] = [
    { selection: {}, extras: [], groups: null },
    { selection: { allExtras: true }, extras, groups: null },
    { selection: { allGroups: true }, extras: [], groups },
    { selection: { allExtras: true, allGroups: true }, extras, groups },
    { selection: without, extras: [], groups: [] },
    ...extras.map((name) => ({ selection: { extras: [name] }, extras: [name], groups: null })),
    ...groups.map((name) => ({ selection: { onlyGroups: [name] }, extras: [], groups: [name] })),
    ...groups.map((name) => ({ selection: { ...without, groups: [name], allExtras: true }, extras, groups: [name] })),
  ];
  return cases.map((one) => ({ folder, manifest: null, ...one }));
}

const PDM_GROUPS = ["default", "lint", "test", "typing"];

/** What is selected of which lock. */
export const SELECTIONS: readonly PylockCase[] = [
  ...alone(null, { extras: ["pdf", "web-ui"], groups: ["default", "dev", "docs"] }),
  ...alone("pylock-pdm", { extras: ["all", "postgres", "reports"], groups: PDM_GROUPS }),
  ...alone("pylock-pipenv", { extras: [], groups: ["default", "dev"] }),
  ...alone("pylock-uv", { extras: [], groups: [] }),
  ...alone("pylock-pip", { extras: [], groups: [] }),
  // Beside a manifest its words count: `default` is the project's own, and PDM takes all groups of the manifest.
  ...[
    { selection: { defaultGroups: false }, extras: [], groups: null },
    { selection: {}, extras: [], groups: PDM_GROUPS },
    { selection: { defaultGroups: false, extras: ["postgres"] }, extras: ["postgres"], groups: ["default"] },
    { selection: { onlyGroups: ["test"] }, extras: [], groups: ["test"] },
    { selection: { noGroups: ["lint", "typing"] }, extras: [], groups: ["default", "test"] },
    { selection: { noGroups: ["main"] }, extras: [], groups: ["lint", "test", "typing"] },
  ].map((one) => ({ folder: "pylock-pdm", manifest: "pyproject.toml", ...one })),
];

/** Linux and macOS, each with two interpreters. */
export const ENVIRONMENTS = environmentsOf(["3.12.11", "3.13.7"]);

/** What the reference is told of a machine. */
export function machineOf({ environment }: Environment): Readonly<Record<string, unknown>> {
  return { ...environment, platform_release: "1", platform_version: "1" };
}
