// A uv workspace that has everything, and changes to it one at a time. The packages are those of the answering script.

const ROOT = `[project]
name = "timetable"
version = "1"
requires-python = ">=3.10,<4"
dependencies = [
    "Alpha >=1.0, <3",
    "beta[Slow,fast]~=1.0 ; python_version < '3.12' and platform_system == 'Windows'",
    "gamma==1.*; python_version >= '3.8'",
    "harbours",
    "depot",
]

[project.optional-dependencies]
X_y = ["delta.kit>=1 ; sys_platform != 'win32'", "gamma"]
all = ["timetable[x-y]"]

[dependency-groups]
dev = ["pytest>=1", { include-group = "Lint" }]
Lint = ["ruff>=1.0", "ruff>=1"]

[tool.uv]
constraint-dependencies = ["alpha<2.5"]
override-dependencies = ["gamma>=1 ; python_version < '3.13'"]
dev-dependencies = ["beta<2"]

[tool.uv.sources]
harbours = { path = "libs/harbours", editable = true }
depot = { workspace = true }

[tool.uv.workspace]
members = ["packages/*"]
`;

const MEMBER = `[project]
name = "depot"
version = "2"
requires-python = ">=3.10,<4"
dependencies = ["gamma<2", "harbours"]
`;

const LIBRARY = `[project]
name = "harbours"
version = "3"
dependencies = []
`;

export type Tables = Readonly<Record<string, string>>;

const BASE: Tables = {
  "pyproject.toml": ROOT,
  "packages/depot/pyproject.toml": MEMBER,
  "libs/harbours/pyproject.toml": LIBRARY,
  "vendor/harbours/pyproject.toml": LIBRARY,
};

function change(file: string, from: string, to: string): Tables {
  const text = BASE[file] ?? "";
  if (text.split(from).length !== 2) throw new Error(`not once in ${file}: ${from}`);
  return { ...BASE, [file]: text.replace(from, () => to) };
}
const root = (from: string, to: string) => change("pyproject.toml", from, to);
const member = (from: string, to: string) => change("packages/depot/pyproject.toml", from, to);

export const UV_CASES: readonly Tables[] = [
  BASE,
  // Nothing that counts.
  root("[dependency-groups]", "# By hand.\n[dependency-groups]"),
  root('"Alpha >=1.0, <3"', '"alpha<3.0,>=1"'),
  root("beta[Slow,fast]~=1.0", "beta[fast,slow] ~= 1.0"),
  root(
    "python_version < '3.12' and platform_system == 'Windows'",
    "sys_platform == 'win32' and python_full_version < '3.12'",
  ),
  root("gamma==1.*; python_version >= '3.8'", "gamma==1.*"),
  root('    "harbours",\n    "depot",', '    "depot",\n    "harbours",'),
  root("[dependency-groups]\n", "[dependency-groups]\nnight = []\n"),
  root('"ruff>=1.0", "ruff>=1"', '"ruff>=1"'),
  root("X_y =", "x-y ="),
  root("delta.kit", "Delta_Kit"),
  root('"pytest>=1", { include-group = "Lint" }', '"pytest>=1", "ruff>=1"'),
  root('dev-dependencies = ["beta<2"]', 'dev-dependencies = ["beta<2.0"]'),
  root('    "depot",', '    "depot",\n    "ruff ; python_version < \'3.9\'",'),
  root('"alpha<2.5"', '"alpha < 2.5"'),
  root('requires-python = ">=3.10,<4"', 'requires-python = "<4,>=3.10"'),
  root("[tool.uv.workspace]", "[tool.other]\nday = 2024-02-29\n\n[tool.uv.workspace]"),
  member("gamma<2", "Gamma < 2"),
  // Something that does.
  root("Alpha >=1.0, <3", "Alpha >=1.0, <4"),
  root("Alpha >=1.0, <3", "Alpha >=1.0"),
  root("Alpha >=1.0, <3", "Alpha"),
  root("Alpha >=1.0, <3", "Alpha[fast] >=1.0, <3"),
  root('    "Alpha >=1.0, <3",\n', ""),
  root('    "depot",', '    "depot",\n    "ruff",'),
  root("beta[Slow,fast]~=1.0", "beta[fast]~=1.0"),
  root("beta[Slow,fast]~=1.0", "beta[Slow,fast]>=1.0,<2"),
  root("beta[Slow,fast]~=1.0", "beta[Slow,fast]~=1.0,!=1.2"),
  root("python_version < '3.12' and", "python_version < '3.13' and"),
  root(" and platform_system == 'Windows'", ""),
  root("python_version < '3.12' and platform_system", "python_version < '3.12' or platform_system"),
  root("gamma==1.*", "gamma==1.5"),
  root("gamma==1.*; python_version >= '3.8'", "gamma==1.*; python_version >= '3.11'"),
  root("delta.kit>=1", "delta.kit>=1.5"),
  root(" ; sys_platform != 'win32'", " ; sys_platform == 'linux'"),
  root('"delta.kit>=1 ; sys_platform != \'win32\'", "gamma"', "\"delta.kit>=1 ; sys_platform != 'win32'\""),
  root('all = ["timetable[x-y]"]\n', ""),
  root('all = ["timetable[x-y]"]', 'all = ["timetable[x-y]", "pytest"]'),
  root("pytest>=1", "pytest>=1.5"),
  root('"pytest>=1", { include-group = "Lint" }', '"pytest>=1"'),
  root("[dependency-groups]\n", '[dependency-groups]\nnight = ["alpha"]\n'),
  root('"ruff>=1.0", "ruff>=1"', '"ruff>=1.0", "ruff>=1", "alpha"'),
  root('dev-dependencies = ["beta<2"]', 'dev-dependencies = ["beta<3"]'),
  root('dev-dependencies = ["beta<2"]\n', ""),
  root('"alpha<2.5"', '"alpha<2.6"'),
  root('constraint-dependencies = ["alpha<2.5"]\n', ""),
  root("\"gamma>=1 ; python_version < '3.13'\"", '"gamma>=1"'),
  root("\"gamma>=1 ; python_version < '3.13'\"", "\"gamma>=1.5 ; python_version < '3.13'\""),
  root('{ path = "libs/harbours", editable = true }', '{ path = "vendor/harbours", editable = true }'),
  root(
    '{ path = "libs/harbours", editable = true }',
    '{ path = "libs/harbours", editable = true, marker = "sys_platform == \'linux\'" }',
  ),
  root('requires-python = ">=3.10,<4"', 'requires-python = ">=3.11,<4"'),
  root('requires-python = ">=3.10,<4"', 'requires-python = ">=3.10,<4,!=3.11.2"'),
  root('requires-python = ">=3.10,<4"', 'requires-python = ">=3.10,<3.14"'),
  member("gamma<2", "gamma<3"),
  member('"gamma<2", "harbours"', '"gamma<2"'),
  member('"gamma<2"', '"gamma<2", "alpha"'),
  member('requires-python = ">=3.10,<4"', 'requires-python = ">=3.11,<4"'),
  member('requires-python = ">=3.10,<4"', 'requires-python = ">=3.9"'),
];
