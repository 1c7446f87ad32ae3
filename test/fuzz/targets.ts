// Everything that reads text from outside: how its inputs are made, what it may throw, and what its result must be.

import { type ConvertOptions, convert } from "../../src/cli/convert.ts";
import { readHeader } from "../../src/cli/header.ts";
import { maskCredentials } from "../../src/credentials.ts";
import { type Diagnostic, InputError } from "../../src/diagnostics.ts";
import { readEnvironmentYml } from "../../src/manifests/environment-yml.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readJson } from "../../src/manifests/json.ts";
import { loadProject } from "../../src/manifests/load.ts";
import { readPdmLock } from "../../src/manifests/pdm-lock.ts";
import { readPipCompileLock } from "../../src/manifests/pip-compile.ts";
import { decodeRequirements } from "../../src/manifests/pip-encoding.ts";
import { readPipfile } from "../../src/manifests/pipfile.ts";
import { readPipfileLock } from "../../src/manifests/pipfile-lock.ts";
import { readPoetryLock } from "../../src/manifests/poetry-lock.ts";
import { readPylock } from "../../src/manifests/pylock.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { readRequirementsFile } from "../../src/manifests/requirements-txt.ts";
import { readScript } from "../../src/manifests/script.ts";
import { readSetupCfg } from "../../src/manifests/setup-cfg.ts";
import { readSetupPy } from "../../src/manifests/setup-py.ts";
import { TomlDocument, type TomlNode } from "../../src/manifests/toml.ts";
import {
  eggOf,
  extensionOf,
  fileNameOf,
  fragmentOf,
  isVcsUrl,
  sourceOfUrl,
  urlOfSource,
  wheelIdentity,
  withoutCredentials,
} from "../../src/manifests/urls.ts";
import { readUvLock } from "../../src/manifests/uv-lock.ts";
import { VERSION_FILES } from "../../src/manifests/version-files.ts";
import { readYaml } from "../../src/manifests/yaml.ts";
import { apply, attributes, bind, type Expression, indented, list, select, text } from "../../src/nix/expression.ts";
import { print, printFile } from "../../src/nix/print.ts";
import type { NixpkgsIndex } from "../../src/nixpkgs/index.ts";
import { simplifyMarker } from "../../src/pep/marker-algebra.ts";
import { expandTags, isInstallableOnNix, isPureWheel, tagPriority, wheelTags } from "../../src/pep/pep425.ts";
import {
  compareVersions,
  formatSpecifierSet,
  parseSpecifierSet,
  parseVersion,
  satisfies,
} from "../../src/pep/pep440.ts";
import { evaluateMarker, formatMarker, MarkerError, parseMarker, parseRequirement } from "../../src/pep/pep508.ts";
import { parsePoetryConstraint } from "../../src/pep/poetry.ts";
import { StandardError } from "../../src/pep/scanner.ts";
import { markerEnvironment, PLATFORMS } from "../../src/platforms.ts";
import { projectToJson } from "../../src/report/project-json.ts";
import { resolve } from "../../src/resolver/resolve.ts";
import { DEFAULT_SELECTION } from "../../src/resolver/selection.ts";
import { parseAttributePath, parsePackageAttribute } from "../../src/settings/attribute-path.ts";
import { loadSettings, SETTINGS_FILE } from "../../src/settings/read.ts";
import { STYLES } from "../../src/shells/styles.ts";
import { piecesOf } from "./corpus.ts";
import { makeBytes, makeInput } from "./mutate.ts";
import type { Random } from "./random.ts";

export interface Target {
  readonly name: string;
  readonly corpus: readonly string[];
  /** What the inputs of this kind have. */
  readonly tokens: readonly string[];
  /** Makes an input otherwise than from the corpus. */
  readonly make?: (random: Random) => string;
  /** The errors that are answers. */
  readonly throws: readonly (new (
    ...args: never[]
  ) => Error)[];
  /** Reads an input. Throws what it throws, and an Error where the result is wrong. */
  readonly run: (input: string, random: Random) => void;
}

const words = (line: string) => line.trim().split(/\s+/);

const NAMES = words(
  "flask Flask_SQLAlchemy numpy pandas requests urllib3 psycopg-binary torch scipy click jinja2 pytest black pywin32 " +
    "opencv-python no-such-project backports.zoneinfo typing_extensions a b zope.interface setuptools pre-commit uvloop",
);
const VERSIONS = words(
  "0 1 1.0 2.3.4 1!2.0 1.0a1 1.0.dev0 1.0.post1 1.0rc1 1.0+local.1 1.* 2024.1.1 v1.0 1.0-1 0-unstable-2024-01-01",
);
const OPERATORS = words("== != >= <= > < ~= === ^ ~ || , ;");
const VARIABLES = words(
  "python_version python_full_version sys_platform os_name platform_machine platform_system extra extras dependency_groups " +
    "implementation_name platform_release os.name platform_python_implementation",
);
const VALUES = words(
  `'3.13' "3.8" 'linux' 'win32' "darwin" 'x86_64' 'arm64' 'dev' "" 'cpython' '3.9.1' '6.*' "posix" 'a"b'`,
);
const MARKER_TOKENS = [...VARIABLES, ...VALUES, ...OPERATORS, "and", "or", "in", "not in", "not", "(", ")", " "];
const REQUIREMENT_TOKENS = [
  ...NAMES,
  ...VERSIONS,
  ...OPERATORS,
  ...words(
    "[extra,b] [ ] @ https://example.org/a-1.0-py3-none-any.whl git+https://u:p@example.org/r.git@v1#egg=a&subdirectory=b",
  ),
  ...MARKER_TOKENS,
];
const PIP_TOKENS = [
  ...REQUIREMENT_TOKENS,
  ...words(
    "-r -c -e --hash=sha256: --index-url --extra-index-url --find-links --no-binary --pre --no-index --config-settings= " +
      "--trusted-host --use-feature ./local ../up file:///x a.whl ${NAME} \\ # --requirement=base.txt base.txt other.txt",
  ),
  "\\\n",
  " # via ",
  "\n    # via flask",
  "# coding: latin-1\n",
  ` --hash=sha256:${"0123456789abcdef".repeat(4)}`,
];
const TOML_TOKENS = [
  ...REQUIREMENT_TOKENS,
  ...words('[project] [tool.poetry] [[package]] = [ ] { } , " \'\'\' """ # true 1 name version dependencies'),
  "\n",
  "[tool.uv.sources]\n",
  "[dependency-groups]\n",
  "a.b.c = 1\n",
];
const URLS = [
  "https://user:secret@example.org/simple/?a=b#egg=x",
  "git+ssh://git@example.org/team/repo.git@v1.0#egg=repo&subdirectory=sub/dir",
  "https://example.org/files/name_x-1.0-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl#sha256=abc",
  "file:///home/u/project%20x/a.tar.gz",
  "svn+http://example.org/trunk@12",
  "https://${TOKEN}@example.org/",
];

/** Small tables of all the tools that pyproject.toml can be for. */
const TABLES: Readonly<Record<string, string>> = {
  project: `[build-system]
requires = ["hatchling>=1"]
build-backend = "hatchling.build"
[project]
name = "demo"
version = "1"
dynamic = ["optional-dependencies"]
requires-python = ">=3.9"
dependencies = ["flask[async]>=2; python_version < '3.13'", "x @ https://example.org/x.whl"]
[project.optional-dependencies]
docs = ["sphinx", "demo[dev]"]
[dependency-groups]
dev = ["pytest", {include-group = "lint"}]
lint = ["ruff==0.1"]
`,
  poetry: `[tool.poetry]
name = "demo"
packages = [{include = "demo", from = "src"}]
package-mode = true
[tool.poetry.dependencies]
python = "^3.9 || ~2.7"
flask = "^2.0"
numpy = [{version = "<2", python = "<3.10"}, {version = "^2", markers = "sys_platform == 'linux'", platform = "linux"}]
lib = {git = "https://example.org/lib.git", tag = "v1", extras = ["a"], optional = true, subdirectory = "s"}
local = {path = "../local", develop = true}
url = {url = "https://example.org/u.tar.gz"}
[tool.poetry.extras]
db = ["lib"]
[tool.poetry.group.dev]
optional = true
include-groups = ["test"]
[tool.poetry.group.dev.dependencies]
pytest = {version = "*", source = "private", allow-prereleases = true}
[tool.poetry.group.test.dependencies]
[tool.poetry.dev-dependencies]
black = "22.*"
[[tool.poetry.source]]
name = "private"
url = "https://u:p@example.org/simple"
priority = "explicit"
`,
  uv: `[project]
name = "demo"
version = "1"
dependencies = ["a", "b[x]"]
[project.optional-dependencies]
x = ["c"]
[tool.uv]
dev-dependencies = ["d"]
default-groups = ["dev"]
constraint-dependencies = ["a<2"]
override-dependencies = ["b==1"]
environments = ["sys_platform == 'linux'"]
conflicts = [[{extra = "x"}, {group = "dev"}]]
package = false
required-version = ">=0.5"
index-url = "https://example.org/simple"
no-binary-package = ["a"]
[tool.uv.sources]
a = {git = "https://example.org/a", rev = "abc", subdirectory = "s", marker = "os_name == 'posix'"}
b = [{index = "i", extra = "x"}, {path = "./b", editable = true}]
c = {workspace = true}
[[tool.uv.index]]
name = "i"
url = "https://example.org/i"
explicit = true
default = true
[tool.uv.workspace]
members = ["packages/*"]
exclude = ["packages/old"]
[tool.uv.dependency-groups]
dev = {requires-python = ">=3.12"}
[dependency-groups]
dev = ["d"]
`,
  pdm: `[project]
name = "demo"
[tool.pdm]
distribution = true
[tool.pdm.dev-dependencies]
test = ["pytest", "-e file:///\${PROJECT_ROOT}/sub#egg=sub"]
[tool.pdm.resolution]
overrides = {a = "1"}
excludes = ["b"]
[tool.pdm.options]
[[tool.pdm.source]]
name = "pypi"
url = "https://u:p@example.org/simple"
verify_ssl = true
type = "index"
include_packages = ["a"]
`,
  hatch: `[project]
name = "demo"
dynamic = ["dependencies"]
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[tool.hatch.metadata.hooks.requirements_txt]
files = ["base.txt"]
[tool.hatch.metadata]
allow-direct-references = true
[tool.hatch.envs.default]
dependencies = ["pytest", "x @ {root:uri}/x", "y @ {env:Y:https://example.org/y}"]
features = ["f"]
python = "3.12"
[tool.hatch.envs.test]
template = "default"
extra-dependencies = ["cov"]
[[tool.hatch.envs.test.matrix]]
python = ["3.9", "3.10"]
version = ["a"]
[tool.hatch.envs.test.overrides]
matrix.version.dependencies = ["d"]
`,
  flit: `[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"
[tool.flit.metadata]
module = "demo"
dist-name = "demo"
requires = ["a (>=1)", "b ; extra == 'x'"]
requires-python = ">=3"
dev-requires = ["c"]
[tool.flit.metadata.requires-extra]
test = ["pytest"]
`,
  rye: `[project]
name = "demo"
dependencies = []
[tool.rye]
managed = true
dev-dependencies = ["a==1"]
virtual = true
lock-with-sources = true
[[tool.rye.sources]]
name = "s"
url = "https://example.org"
username = "\${U}"
[tool.rye.workspace]
members = ["m"]
`,
  setuptools: `[build-system]
requires = ["setuptools>=61", "wheel"]
[project]
name = "demo"
dynamic = ["dependencies", "optional-dependencies", "version"]
[tool.setuptools.dynamic]
version = {attr = "demo.__version__"}
dependencies = {file = ["base.txt", "other.txt"]}
[tool.setuptools.dynamic.optional-dependencies]
x = {file = "other.txt"}
[tool.setuptools]
packages = ["demo"]
`,
};

const SETTINGS = `python = "3.13"
match = "compatible"
style = "shell"
pin = true
output = "nix/shell.nix"
groups = ["dev"]
extras = ["a"]
all-groups = false
lock = "auto"
installer = "uv"
with = ["git", "nodePackages.\\"@a/b\\""]
libraries = ["zlib"]
from-pip = ["flask"]
from-nixpkgs = ["numpy"]
[packages.opencv-python]
attribute = "opencv4"
[packages.x]
from = "pip"
match = "any"
libraries = ["libpq"]
reason = "why not"
`;

const SETUP_CFG = `[metadata]
name = demo
version = attr: demo.__version__
[options]
install_requires =
    flask>=2 ; python_version<"3"
    a
    file: base.txt
python_requires = >=3.9
setup_requires = x
[options.extras_require]
test = pytest; cov
%(x)s = y
[bdist_wheel]
universal = 1
`;

const SETUP_PY = `from setuptools import setup, find_packages
import os
REQUIRES = ["flask>=2", 'numpy' "<2", f"x{1}", r"\\d"] + ["a"]
extras = {"test": ["pytest"], "all": REQUIRES}
extras["docs"] = ["sphinx"]
setup(name="demo", version="1", install_requires=REQUIRES, extras_require=dict(test=["a"], **extras),
      python_requires=">=3.9", packages=find_packages(), tests_require=open("x").read())
`;

const SCRIPT = `#!/usr/bin/env python
# /// script
# requires-python = ">=3.11"
# dependencies = ["requests<3", "rich"]
# [tool.uv]
# exclude-newer = "2024-01-01T00:00:00Z"
# ///
import requests
`;

const ENVIRONMENT = `name: demo
channels: [conda-forge, "defaults"]
dependencies:
  - python=3.11
  - conda-forge::numpy>=1.0
  - 'scipy'
  - pip
  - pip:
    - flask>=2
    - -r base.txt
variables: {A: b}
prefix: /x
`;

const REQUIREMENTS = `# -*- coding: utf-8 -*-
-r base.txt
-c other.txt
--index-url https://u:p@example.org/simple --extra-index-url=https://example.org
--find-links ./wheels
-e git+https://example.org/r.git@main#egg=r[x]&subdirectory=s
flask[async]>=2,<4 ; python_version<'3.14' and sys_platform == "linux" \\
    --hash=sha256:${"ab".repeat(32)}
./local[x] ; os_name == 'posix'
name @ https://example.org/name-1.0.tar.gz  # comment
click --config-settings="a=b" --global-option='c'
`;

const COMPILED = `#
# This file is autogenerated by pip-compile with Python 3.12
# by the following command:
#
#    pip-compile --extra=dev --output-file=requirements.txt pyproject.toml
#
--index-url https://example.org/simple
blinker==1.9.0 \\
    --hash=sha256:${"01".repeat(32)}
    # via flask
flask[async]==3.1.0 ; python_version >= "3.9"
    # via
    #   -r requirements.in
    #   demo (pyproject.toml)
click==8.1.7              # via flask, -c constraints.txt (line 3)
# The following packages are considered to be unsafe in a requirements file:
# setuptools
`;

/** The index that plans are made by: given once, since it is large. */
let index: NixpkgsIndex | null = null;
export function useIndex(given: NixpkgsIndex): void {
  index = given;
}

/** What the files around an input are. */
const BESIDE: Readonly<Record<string, string>> = {
  "base.txt": "flask\n-r other.txt\n",
  "other.txt": "-r base.txt\nnumpy<2\n",
  "demo/__init__.py": "__version__ = '1'\n",
  "packages/x/pyproject.toml": '[project]\nname = "x"\nversion = "1"\n',
  "m/pyproject.toml": '[project]\nname = "m"\nversion = "1"\n',
};

const around = (name: string, content: string | Uint8Array) => filesFromTable({ ...BESIDE, [name]: content });

/** A project must be plain data that JSON has. */
function printable(project: Parameters<typeof projectToJson>[0]): void {
  JSON.stringify(projectToJson(project));
}

/** Every place of a document must be one. */
function visit(node: TomlNode, depth = 0): void {
  const { line, column = 1 } = node.origin;
  if (!(line >= 1 && column >= 1)) throw new Error(`no place of ${node.name}`);
  const { value } = node;
  if (depth > 40 || value === null || typeof value !== "object") return;
  if (Array.isArray(value)) value.forEach((_, i) => void (i < 20 && visit(at(node, i), depth + 1)));
  else if (!(value instanceof Date)) for (const key of Object.keys(value).slice(0, 20)) visit(at(node, key), depth + 1);
}

function at(node: TomlNode, part: string | number): TomlNode {
  const Node = node.constructor as typeof TomlNode;
  return new Node(node.document, [...node.path, part], (node.value as Record<string | number, unknown>)[part]);
}

const ENVIRONMENTS = PLATFORMS.slice(0, 4).map((platform) =>
  markerEnvironment({ version: "3.13.1", implementation: "cpython" }, platform),
);

function runMarker(input: string): void {
  const marker = parseMarker(input);
  const again = formatMarker(parseMarker(formatMarker(marker)));
  if (again !== formatMarker(marker)) throw new Error(`formatted otherwise: ${again}`);
  const simple = simplifyMarker(marker);
  for (const environment of ENVIRONMENTS) {
    const value = evaluateMarker(marker, environment);
    const same = typeof simple === "boolean" ? simple : evaluateMarker(simple, environment);
    if (same !== value) throw new Error("simplified to another marker");
  }
}

function runVersion(input: string): void {
  const version = parseVersion(input);
  if (version) {
    if (compareVersions(version, version) !== 0) throw new Error("a version is not itself");
    return;
  }
  const set = parseSpecifierSet(input);
  if (formatSpecifierSet(parseSpecifierSet(formatSpecifierSet(set))) !== formatSpecifierSet(set))
    throw new Error("formatted otherwise");
  satisfies(set, "1.5.0");
  satisfies(set, "2!1.0rc1.post2.dev3+a.1");
}

function runUrl(input: string): void {
  const { url } = withoutCredentials(input);
  if (withoutCredentials(url).removed && !/@[^/?#]*@/.test(input)) throw new Error(`credentials are left: ${url}`);
  maskCredentials(input);
  fragmentOf(url);
  extensionOf(fileNameOf(url));
  eggOf(url);
  const source = sourceOfUrl(url);
  if (source.kind === "url" || source.kind === "vcs") urlOfSource(source);
  isVcsUrl(url);
}

function runWheel(input: string): void {
  wheelIdentity(input);
  const tags = wheelTags(input);
  const few = tags !== null && tags.python.length * tags.abi.length * tags.platform.length < 1000;
  if (tags && few && expandTags(tags).length === 0) throw new Error("no tags");
  tagPriority(input, ["py3-none-any"]);
  isInstallableOnNix(input, "3.13");
  isPureWheel(input);
}

// ---- whole conversions ----------------------------------------------------------------------------------------

/** A project with a lock, in the right form and mostly with a meaning. */
function makeProject(random: Random): string {
  const name = () => random.pick(NAMES);
  const range = () =>
    random
      .some(
        () =>
          random.pick([">=", "<", "!=", "<=", "~=", "=="]) +
          random.pick(["1.0", "2.3", "0.1", "3", "99.0"]).replace(/^3$/, "3.0"),
        0,
        2,
      )
      .join(",");
  const marker = () =>
    random.oneIn(3)
      ? ` ; ${random.pick(VARIABLES.slice(0, 6))} ${random.pick(["==", "!=", "<", ">="])} ${random.pick(VALUES)}${random.oneIn(3) ? ` ${random.pick(["and", "or"])} sys_platform == 'linux'` : ""}`
      : "";
  const requirement = () =>
    `${name()}${random.oneIn(6) ? "[async,x]" : ""}${random.oneIn(12) ? ` @ ${random.pick(URLS.slice(0, 5))}` : range()}${marker()}`;
  const strings = (items: readonly string[]) => `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
  const own = random.some(requirement, 1, 8);
  const lines = [
    "[project]",
    'name = "demo"',
    ...(random.oneIn(2) ? ['version = "1"', 'requires-python = ">=3.9"'] : []),
    `dependencies = ${strings(own)}`,
    "[project.optional-dependencies]",
    `x = ${strings(random.some(requirement))}`,
    "[dependency-groups]",
    `dev = ${strings(random.some(requirement))}`,
  ];
  const locked = [...new Set(random.some(name, 4, 16).map((each) => each.toLowerCase().replace(/[._]/g, "-")))];
  const poetry = locked.flatMap((each) => [
    "[[package]]",
    `name = ${JSON.stringify(each)}`,
    `version = ${JSON.stringify(random.pick(["1.0", "2.3.1", "3.1.2", "0.1"]))}`,
    "optional = false",
    'python-versions = ">=3.8"',
    `groups = ${random.pick(['["main"]', '["main", "dev"]', '["dev"]'])}`,
    "files = []",
    "[package.dependencies]",
    ...[...new Set(random.some(() => random.pick(locked)))].map(
      (to) => `${JSON.stringify(to)} = ${JSON.stringify(random.pick(["*", ">=1.0", "<2", "^3.0"]))}`,
    ),
  ]);
  const uv = [
    "version = 1",
    'requires-python = ">=3.9"',
    "[[package]]",
    'name = "demo"',
    'version = "1"',
    'source = { editable = "." }',
    `dependencies = [${random.some(() => `{ name = ${JSON.stringify(random.pick(locked))} }`).join(", ")}]`,
    ...locked.flatMap((each) => [
      "[[package]]",
      `name = ${JSON.stringify(each)}`,
      'version = "1.0"',
      'source = { registry = "https://example.org/simple" }',
      `dependencies = [${[...new Set(random.some(() => random.pick(locked)))].map((to) => `{ name = ${JSON.stringify(to)}${random.oneIn(4) ? `, marker = "sys_platform == 'win32'"` : ""} }`).join(", ")}]`,
      'sdist = { url = "https://example.org/x-1.0.tar.gz", hash = "sha256:00" }',
    ]),
  ];
  const poetryEnd = ["[metadata]", 'lock-version = "2.1"', 'python-versions = ">=3.9"', 'content-hash = "00"'];
  const lock = random.pick<readonly [string, readonly string[]]>([
    ["", []],
    ["poetry.lock", [...poetry, ...poetryEnd]],
    ["uv.lock", uv],
  ]);
  return `${lines.join("\n")}\n\n---- ${lock[0]}\n${lock[1].join("\n")}\n`;
}

/** `text`, and behind a line `---- NAME` that of the lock. */
function tableOf(input: string): Record<string, string> {
  const [manifest = "", rest = ""] = input.split(/^---- /m, 2);
  const end = rest.indexOf("\n");
  const name = rest.slice(0, Math.max(0, end));
  return { ...BESIDE, "pyproject.toml": manifest, ...(name ? { [name]: rest.slice(end + 1) } : {}) };
}

function runResolve(input: string): void {
  if (index === null) throw new Error("no index");
  const files = filesFromTable(tableOf(input));
  const project = loadProject(["pyproject.toml"], files, { format: null, lock: "auto" });
  const selection = { ...DEFAULT_SELECTION, allGroups: true, allExtras: true };
  const plan = resolve(project, index, { selection, python: null });
  JSON.stringify(plan);
}

function runConvert(files: Record<string, string>, inputs: readonly string[], random: Random): void {
  if (index === null) throw new Error("no index");
  const { name: style, fileName } = random.pick(STYLES);
  const options: ConvertOptions = {
    inputs,
    output: fileName,
    style,
    pin: false,
    python: null,
    lock: "auto",
    format: null,
    selection: DEFAULT_SELECTION,
    command: () => ["convert"],
  };
  const { text: nix } = convert(options, filesFromTable(files), index);
  if (/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(nix.replace(/"(?:[^"\\]|\\.)*"/gs, "")))
    throw new Error("control characters");
}

/** A tree of Nix of any shape, with hostile texts. */
function makeTree(random: Random, depth: number): Expression {
  const word = () => makeInput(random, ["a", "${x}", "''", '"', "\\", "pkgs", "with", "3to2", "a.b"], []).slice(0, 60);
  const deeper = () => makeTree(random, depth - 1);
  switch (depth <= 0 ? random.below(2) : random.below(9)) {
    case 0:
      return text(...random.some(() => (random.oneIn(3) && depth > 0 ? deeper() : word())));
    case 1:
      return select("pkgs", word());
    case 2:
      return list(random.some(() => (random.oneIn(4) ? { comment: [word()], value: deeper() } : deeper())));
    case 3:
      return attributes(...random.some(() => bind(word(), deeper(), ...random.some(word, 0, 2))));
    case 4:
      return apply(select("f"), ...random.some(deeper, 1, 4));
    case 5:
      return indented("\n  @a@\n    b @a@\n", { a: [word().replace(/[\r\n]/g, ""), deeper()] });
    case 6:
      return { kind: "if", condition: deeper(), whenTrue: deeper(), whenFalse: deeper() };
    case 7:
      return { kind: "let", bindings: [bind("a", deeper())], body: deeper() };
    default:
      return {
        kind: "operation",
        operator: random.pick(["++", "&&", "||", "+", "//"]),
        operands: random.some(deeper, 2, 4),
      };
  }
}

function runPrint(_: string, random: Random): void {
  const tree = makeTree(random, random.below(5));
  const printed = print(tree, random.below(3) * 2, random.below(90));
  if (printed === "") throw new Error("nothing is printed");
  printFile({ comment: [printed.slice(0, 50)], arguments: null, bindings: [], body: tree });
}

// ---- the table ------------------------------------------------------------------------------------------------

/** The targets. `fixtures` is the folder of them. */
export function targets(fixtures: string): readonly Target[] {
  const diagnostics = (): Diagnostic[] => [];
  const standard = [StandardError];
  const input = [InputError];
  const pyproject = (table: string): Target => ({
    name: `pyproject-${table}`,
    corpus: [TABLES[table] ?? "", ...Object.values(TABLES).slice(0, 2)],
    tokens: [...TOML_TOKENS, ...(TABLES[table] ?? "").split("\n").map((line) => `${line}\n`)],
    throws: input,
    run: (text) => printable(readPyproject(text, "pyproject.toml", around("pyproject.toml", text))),
  });
  const toml = piecesOf(fixtures, /^pyproject\.toml$/);
  const ofFile = (
    name: string,
    seeds: readonly string[],
    pattern: RegExp | null,
    tokens: readonly string[],
    run: Target["run"],
  ): Target => ({
    name,
    corpus: [...seeds, ...(pattern ? piecesOf(fixtures, pattern) : [])],
    tokens,
    throws: input,
    run,
  });
  const beside = (name: string, table: string, pattern: RegExp) =>
    piecesOf(fixtures, pattern).map((piece) => `${TABLES[table]}\n---- ${name}\n${piece}`);
  const freshness = [
    ...beside("poetry.lock", "poetry", /^poetry\.lock$/),
    ...beside("uv.lock", "uv", /^uv\.lock$/),
    ...beside("pdm.lock", "pdm", /^pdm\.lock$/),
  ];
  const lockTokens = [
    ...TOML_TOKENS,
    ...words("[[package]] [package.dependencies] [metadata] marker extras source sdist wheels"),
  ];
  return [
    {
      name: "version",
      corpus: [...VERSIONS, ">=1.0,<2.0,!=1.5.*", "~=1.4.2", "===foo", "1!2.3.4rc5.post6.dev7+l.8"],
      tokens: [...VERSIONS, ...OPERATORS],
      throws: standard,
      run: runVersion,
    },
    {
      name: "requirement",
      corpus: [
        "flask[async,b]>=2,<4 ; python_version<'3.14'",
        "a @ https://example.org/a.whl ; os_name=='posix'",
        "x (>=1)",
      ],
      tokens: REQUIREMENT_TOKENS,
      throws: standard,
      run: (text) => void parseRequirement(text),
    },
    {
      name: "marker",
      corpus: [
        "python_version < '3.14' and (sys_platform == 'linux' or extra == \"dev\") and 'x' not in platform_machine",
        "'a' in extras or python_full_version ~= '3.9.1'",
      ],
      tokens: MARKER_TOKENS,
      throws: [StandardError, MarkerError],
      run: runMarker,
    },
    {
      name: "poetry-constraint",
      corpus: ["^1.2 || ~2.3,!=2.3.4 || >=3 <4", "1.* || 2.0", "==1.0+local"],
      tokens: [...VERSIONS, ...OPERATORS, " "],
      throws: standard,
      run: (text) => void parsePoetryConstraint(text),
    },
    {
      name: "wheel-name",
      corpus: [
        "name_x-1.0-1-cp313.py3-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        "a-1-py3-none-any.whl",
        "b-2.0-cp39-abi3-macosx_11_0_arm64.whl",
      ],
      tokens: words(
        "- . _ cp313 py3 none any abi3 .whl 1.0 manylinux_2_17_x86_64 musllinux_1_1_x86_64 macosx_11_0_universal2 win32",
      ),
      throws: [],
      run: runWheel,
    },
    {
      name: "url",
      corpus: URLS,
      tokens: words("@ : / # ? & egg= subdirectory= git+ https:// %40 ssh:// ${A} user pass"),
      throws: [],
      run: runUrl,
    },
    {
      name: "attribute-path",
      corpus: ["pkgs.xorg.libX11", 'nodePackages."@a/b"', "opencv4"],
      tokens: words('a . " pkgs python3Packages with - ${'),
      throws: standard,
      run: (text) => void (parsePackageAttribute(text).path.length + parseAttributePath(text).length),
    },
    ofFile("toml", toml, null, TOML_TOKENS, (text) => visit(new TomlDocument(text, "x.toml").root)),
    ofFile("json", [], /^Pipfile\.lock$/, words('{ } [ ] : , "a" "b" 1 -0.5e9 true null "\\u0000"'), (text) =>
      visit(readJson(text, "x.json").root),
    ),
    ofFile(
      "yaml",
      [ENVIRONMENT],
      /\.ya?ml$/,
      ["- ", ": ", "\n  ", "\n", ...words("a 'b' \"c\" [ ] { } # & * ! | > --- ...")],
      (text) => visit(readYaml(text, "x.yml").root),
    ),
    ofFile("requirements", [REQUIREMENTS], /\.(?:txt|in)$/, PIP_TOKENS, (text, random) => {
      const bytes = makeBytes(random, text);
      decodeRequirements(bytes, "r.txt");
      printable(readRequirementsFile("r.txt", around("r.txt", bytes)));
    }),
    ofFile("compiled-requirements", [COMPILED], /\.txt$/, PIP_TOKENS, (text) => {
      const found = readPipCompileLock("r.txt", around("r.txt", text), diagnostics());
      if (found) JSON.stringify(found.lock);
    }),
    ...Object.keys(TABLES).map(pyproject),
    ofFile("pyproject", Object.values(TABLES), /^pyproject\.toml$/, TOML_TOKENS, (text) =>
      printable(readPyproject(text, "pyproject.toml", around("pyproject.toml", text))),
    ),
    ofFile(
      "poetry-lock",
      [],
      /^poetry\.lock$/,
      lockTokens,
      (text) => void JSON.stringify(readPoetryLock(text, "poetry.lock", diagnostics())),
    ),
    ofFile(
      "uv-lock",
      [],
      /^uv\.lock$/,
      lockTokens,
      (text) => void JSON.stringify(readUvLock(text, "uv.lock", diagnostics(), [])),
    ),
    ofFile(
      "pdm-lock",
      [],
      /^pdm.*\.lock$/,
      lockTokens,
      (text) => void JSON.stringify(readPdmLock(text, "pdm.lock", diagnostics())),
    ),
    ofFile(
      "pylock",
      [],
      /^pylock.*\.toml$/,
      lockTokens,
      (text) => void JSON.stringify(readPylock(text, "pylock.toml", diagnostics())),
    ),
    ofFile("pipfile", [], /^Pipfile$/, TOML_TOKENS, (text) => printable(readPipfile(text, "Pipfile"))),
    ofFile(
      "pipfile-lock",
      [],
      /^Pipfile\.lock$/,
      words('{ } : , "default" "version" "==1.0" "markers" "hashes" [ ]'),
      (text) => void JSON.stringify(readPipfileLock(text, "Pipfile.lock", diagnostics())),
    ),
    ofFile(
      "setup-cfg",
      [SETUP_CFG],
      /^setup\.cfg$/,
      [...REQUIREMENT_TOKENS, "\n    ", "[options]\n", " = ", "%(a)s", "file: base.txt"],
      (text, random) => printable(readSetupCfg("setup.cfg", around("setup.cfg", makeBytes(random, text)))),
    ),
    ofFile(
      "setup-py",
      [SETUP_PY],
      /^setup\.py$/,
      [...REQUIREMENT_TOKENS, ...words("setup( install_requires= [ ] { } + f\" '''  \\ lambda: for in dict( **x")],
      (text, random) => printable(readSetupPy("setup.py", around("setup.py", makeBytes(random, text)))),
    ),
    ofFile(
      "environment-yml",
      [ENVIRONMENT],
      /\.ya?ml$/,
      ["\n  - ", "pip:", "::", ...REQUIREMENT_TOKENS],
      (text, random) =>
        printable(readEnvironmentYml("environment.yml", around("environment.yml", makeBytes(random, text)))),
    ),
    ofFile("script", [SCRIPT], /\.py$/, ["# ///", "# /// script\n", "\n#", "# ", ...TOML_TOKENS], (text) =>
      printable(readScript(text, "x.py")),
    ),
    ofFile("hatch-toml", [(TABLES.hatch ?? "").replaceAll("tool.hatch.", "")], null, TOML_TOKENS, (text) => {
      const table = { ...BESIDE, "hatch.toml": text, "pyproject.toml": TABLES.hatch ?? "" };
      printable(readPyproject(table["pyproject.toml"], "pyproject.toml", filesFromTable(table)));
    }),
    ofFile(
      "version-files",
      [
        "3.12.1\n",
        "python 3.11.2 3.10 system\nnode 20\n",
        "python-3.12.0",
        '[tools]\npython = ["3.12", "3.11"]\n',
        "pypy3.9-7.3\n",
      ],
      null,
      [...VERSIONS, ..."python\nsystem\nref:\n# \n[tools]\n3.13t\npath:".split("\n"), "\n"],
      (text) => {
        for (const { read } of VERSION_FILES) {
          try {
            read(text, "version");
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        }
      },
    ),
    ofFile(
      "settings",
      [SETTINGS],
      null,
      [...TOML_TOKENS, ...SETTINGS.split("\n").map((line) => `${line}\n`)],
      (text) => void JSON.stringify(loadSettings(".", filesFromTable({ [SETTINGS_FILE]: text }))),
    ),
    ofFile(
      "header",
      ["# Made by py2nix 0.1.0 from pyproject.toml; to make it again:\n#   py2nix convert -o 'a b' \\'\n\n{ }\n"],
      null,
      words("' \\ py2nix convert # -o --style"),
      (text) => void readHeader(text),
    ),
    ofFile("freshness", freshness, null, lockTokens, (text) => {
      const files = filesFromTable(tableOf(text));
      printable(loadProject(["pyproject.toml"], files, { format: null, lock: "auto" }));
    }),
    { name: "resolver", corpus: [], tokens: [], make: makeProject, throws: input, run: runResolve },
    { name: "printer", corpus: [], tokens: [], make: () => "", throws: [], run: runPrint },
    ofFile(
      "convert-requirements",
      [REQUIREMENTS, ...NAMES.map((name) => `${name}\n`)],
      null,
      PIP_TOKENS,
      (text, random) => runConvert({ ...BESIDE, "requirements.txt": text }, ["requirements.txt"], random),
    ),
    {
      name: "convert-locked",
      corpus: [],
      tokens: [],
      make: makeProject,
      throws: input,
      run: (text, random) => runConvert(tableOf(text), ["pyproject.toml"], random),
    },
  ];
}
