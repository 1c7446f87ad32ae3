// Manifests for the comparison of digests: one that has everything, and changes to it one at a time.

/** A change to a text: what stands there once, and what stands there instead; or more text at the end. */
type Change = readonly [string, string] | string;

function changed(base: string, changes: readonly Change[]): string[] {
  return changes.map((change) => {
    if (typeof change === "string") return `${base}\n${change}\n`;
    const [from, to] = change;
    if (base.split(from).length !== 2) throw new Error(`not once in the text: ${from}`);
    return base.replace(from, () => to);
  });
}

const POETRY = `[tool.poetry]
name = "ferry-times"
version = "1.2.0"
description = "When does the ferry leave?"
authors = ["Ferry Times <ferries@example.org>"]

[tool.poetry.dependencies]
python = "^3.11"
requests = { version = "^2.31", extras = ["socks"] }
colorama = { version = "*", platform = "win32" }
rich = [
    { version = "^13", python = "<3.12" },
    { version = "^14", python = ">=3.12" },
]
pendulum = { version = "^3.0", optional = true, allow-prereleases = true }
harbours = { url = "https://files.example.org/harbours-1.2.0-py3-none-any.whl" }
moonphase = { git = "https://git.example.org/tides/moonphase.git", tag = "v0.3.0" }
greeting = { path = "libs/greeting", develop = true }

[tool.poetry.dev-dependencies]
pytest = "^8"

[tool.poetry.group.docs]
optional = true

[tool.poetry.group.docs.dependencies]
sphinx = ">=7"

[tool.poetry.extras]
calendar = ["pendulum"]

[[tool.poetry.source]]
name = "company"
url = "https://packages.example.org/simple"
priority = "supplemental"

[tool.poetry.scripts]
ferries = "ferry_times:main"

[build-system]
requires = ["poetry-core"]
build-backend = "poetry.core.masonry.api"
`;

const PROJECT = `[project]
name = "ferry-times"
version = "1.2.0"
description = "When does the ferry leave?"
requires-python = ">=3.11,<4"
dependencies = ["requests[socks]>=2.31", "colorama ; sys_platform == 'win32'"]

[project.optional-dependencies]
calendar = ["pendulum>=3"]
`;

const GROUPS = `[dependency-groups]
test = ["pytest>=8", { include-group = "Typing_Stubs" }]
Typing_Stubs = ["types-requests"]
`;

export const POETRY_CASES: readonly string[] = [
  POETRY,
  ...changed(POETRY, [
    // Nothing that counts.
    ["[tool.poetry.scripts]", "# Run by hand.\n[tool.poetry.scripts]"],
    ['version = "1.2.0"', 'version = "1.3.0" # soon'],
    ['python = "^3.11"\nrequests', "requests"],
    ['requires = ["poetry-core"]', 'requires = ["poetry-core>=2"]'],
    "[tool.other]\nratio = 0.1\nday = 2024-02-29\nat = 07:32:00\nnever = inf",
    ['{ version = "^2.31", extras = ["socks"] }', '{ extras = ["socks"], version = "^2.31" }'],
    ['pytest = "^8"', "'pytest' = '^8'"],
    // Something that does.
    ['python = "^3.11"', 'python = "^3.12"'],
    ['python = "^3.11"', 'python = ">=3.11,<4"'],
    ['"^2.31"', '"^2.32"'],
    ['["socks"]', '["socks", "use-chardet-on-py3"]'],
    ['platform = "win32"', "markers = \"sys_platform == 'win32'\""],
    ["optional = true, allow-prereleases = true", "optional = false, allow-prereleases = true"],
    ['tag = "v0.3.0"', 'rev = "v0.3.0"'],
    ["develop = true", "develop = false"],
    ['"^13", python', '"^12", python'],
    ['\n    { version = "^13", python = "<3.12" },', ""],
    ['\npytest = "^8"\n', "\n"],
    ['[tool.poetry.dev-dependencies]\npytest = "^8"\n', ""],
    ["optional = true\n\n[tool.poetry.group.docs.dependencies]", "[tool.poetry.group.docs.dependencies]"],
    ['sphinx = ">=7"', 'sphinx = ">=8"'],
    ['[tool.poetry.extras]\ncalendar = ["pendulum"]\n', ""],
    ['["pendulum"]', '["pendulum", "rich"]'],
    ['priority = "supplemental"', 'priority = "explicit"'],
    ['priority = "supplemental"', "default = false\nsecondary = true"],
    ["[tool.poetry.scripts]", "[tool.poetry.group.lint.dependencies]\nruff = '*'\n\n[tool.poetry.scripts]"],
    ['pytest = "^8"', 'pytest = { version = "^8", extras = [] }'],
    ['"^2.31"', '"\\u005e2.31"'],
    // Text that JSON escapes.
    ["calendar =", '"kalender-für-später" = ["pendulum"]\ncalendar ='],
    ["calendar =", '"\\u007f\\t\\\\\\"/" = ["pendulum"]\ncalendar ='],
    ["calendar =", '"🚢" = []\n"～" = []\n"é" = []\ncalendar ='],
    ["calendar =", "10 = []\n9 = []\nA = []\na = []\n_ = []\ncalendar ="],
    // Values of the other types of TOML.
    ['priority = "supplemental"', "weight = 1.0"],
    ['priority = "supplemental"', "weight = 1"],
    ['priority = "supplemental"', "weight = 0xff"],
    ['priority = "supplemental"', "weight = 1e16"],
    ['priority = "supplemental"', "weight = 123456789012345680.0"],
    ['priority = "supplemental"', "weight = 0.00001"],
    ['priority = "supplemental"', "weight = 1.5e-7"],
    ['priority = "supplemental"', "weight = 0.0001"],
    ['priority = "supplemental"', "weight = 6.02e23"],
    ['priority = "supplemental"', "weight = -0.0"],
    ['priority = "supplemental"', "weight = inf\nlight = -inf\nheavy = nan"],
    ['priority = "supplemental"', "weight = 9007199254740993"],
    ['priority = "supplemental"', "weight = [1, 2.5, true, [], {}]"],
    ['priority = "supplemental"', "since = 2024-02-29"],
    ['priority = "supplemental"', "since = 2024-02-29T07:32:00Z"],
    // Beside it, what Poetry 2 reads.
    PROJECT,
    GROUPS,
    `${PROJECT}\n${GROUPS}`,
    "[dependency-groups]",
    '[project]\nname = "ferry-times"\nversion = "1.2.0"',
    '[project]\nname = "ferry-times"\nversion = "1.2.0"\ndependencies = []',
  ]),
  PROJECT,
  `${PROJECT}\n${GROUPS}`,
  GROUPS,
  ...changed(`${PROJECT}\n${GROUPS}`, [
    [">=3.11,<4", ">=3.12,<4"],
    ["pendulum>=3", "pendulum>=3.1"],
    ["types-requests", "types-requests>=2"],
    ["Typing_Stubs =", "typing-stubs ="],
    [
      'requests[socks]>=2.31", "colorama ; sys_platform == \'win32\'"',
      'colorama ; sys_platform == \'win32\'", "requests[socks]>=2.31"',
    ],
    "[tool.poetry]\npackage-mode = false",
    "[tool.poetry.dependencies]\nrequests = { source = 'company' }",
    "[tool.poetry.group.lint.dependencies]\nruff = '*'",
    "[tool.poetry]\nextras = {}",
  ]),
];

const PDM = `${PROJECT}
[tool.pdm]
distribution = true

[tool.pdm.dev-dependencies]
lint = ["ruff>=0.5", "-e file:///\${PROJECT_ROOT}/libs/deckhand#egg=deckhand"]
Test_Tools = ["hypothesis"]

[[tool.pdm.source]]
name = "company"
url = "https://packages.example.org/simple"
verify_ssl = true
include_packages = ["acme-*"]

[tool.pdm.resolution]
excludes = ["watchfiles"]
allow-prereleases = false

[tool.pdm.resolution.overrides]
idna = ">=3.7"
python-dateutil = "2.9.0.post0"

[tool.pdm.scripts]
serve = "python -m ferry_times"

[build-system]
requires = ["pdm-backend"]
build-backend = "pdm.backend"
`;

export const PDM_CASES: readonly string[] = [
  PDM,
  ...changed(PDM, [
    // Nothing that counts.
    ["distribution = true", "distribution = false"],
    ["[tool.pdm.scripts]", "# Run by hand.\n[tool.pdm.scripts]"],
    ['version = "1.2.0"', 'version = "1.3.0"'],
    ['requires = ["pdm-backend"]', 'requires = ["pdm-backend>=2"]'],
    "[tool.other]\nratio = 0.1\nday = 2024-02-29\nat = 07:32:00",
    ['idna = ">=3.7"\npython-dateutil = "2.9.0.post0"', 'python-dateutil = "2.9.0.post0"\nidna = ">=3.7"'],
    // Something that does.
    [">=3.11,<4", ">=3.12,<4"],
    ['requires-python = ">=3.11,<4"\n', ""],
    ["requests[socks]>=2.31", "requests[socks]>=2.32"],
    ["requests[socks]>=2.31", "requests[socks] >= 2.31"],
    ["colorama ; sys", "colorama; sys"],
    ["pendulum>=3", "pendulum>=3.1"],
    ['[project.optional-dependencies]\ncalendar = ["pendulum>=3"]\n', ""],
    ["ruff>=0.5", "ruff>=0.6"],
    ["Test_Tools", "test-tools"],
    ["[tool.pdm.dev-dependencies]\n", "[tool.pdm.dev-dependencies]\nempty = []\n"],
    ["verify_ssl = true", "verify_ssl = false"],
    ["verify_ssl = true\n", ""],
    ['["acme-*"]', '["acme-*", "other"]'],
    ['name = "company"', 'name = "firma-für-später"'],
    ['excludes = ["watchfiles"]\n', ""],
    ["allow-prereleases = false", "allow-prereleases = true"],
    ['idna = ">=3.7"', 'idna = ">=3.8"'],
    ['\n[tool.pdm.resolution.overrides]\nidna = ">=3.7"\npython-dateutil = "2.9.0.post0"\n', ""],
    "[tool.pdm.overrides]\nurllib3 = '>=2'",
    "[tool.pdm.overrides]",
    ["allow-prereleases = false", "weight = 1.0"],
    ["allow-prereleases = false", "weight = [1, 2.5, true, 1e16, 0.00001, -0.0, {a = inf}]"],
    ["allow-prereleases = false", "weight = 9007199254740993"],
    ["allow-prereleases = false", "since = 2024-02-29"],
    ["allow-prereleases = false", '"\\U0001F6A2" = 1\n"\\uFF5E" = 2\n"\\u007f\\t" = 3'],
    [
      "[tool.pdm.resolution]\n",
      '[[tool.pdm.source]]\nname = "pypi"\nurl = "https://pypi.example.org/simple"\n\n[tool.pdm.resolution]\n',
    ],
    // Beside it, PEP 735.
    GROUPS,
    "[dependency-groups]",
    '[dependency-groups]\nlint = ["mypy"]\nTest-Tools = ["pytest"]',
    '[dependency-groups]\nlint = ["mypy"]\nLint = ["pytest"]',
  ]),
  PROJECT,
  `${PROJECT}\n${GROUPS}`,
  "[tool.pdm]\ndistribution = false\n",
  `${PROJECT}\n[tool.pdm.resolution]\n`,
  `${PROJECT}\n[tool.pdm]\nsource = []\n`,
];

const PIPFILE = `[[source]]
url = "https://pypi.example.org/simple"
verify_ssl = true
name = "pypi"

[packages]
django = "~=5.1"
Pillow = "*"
requests = {extras = ["socks"], version = ">=2.31"}
psycopg = {version = ">=3.1", extras = ["binary"], markers = "platform_machine != 'armv7l'"}
my_pkg = {git = "https://git.example.org/tides/moonphase.git", ref = "v0.3.0"}
greeting = {path = "./libs/greeting", editable = true}

[dev-packages]
pytest = ">=8"

[docs]
Sphinx = ">=7,<9"

[requires]
python_version = "3.12"

[scripts]
serve = "python manage.py runserver"

[pipenv]
allow_prereleases = false
`;

export const PIPENV_CASES: readonly string[] = [
  PIPFILE,
  ...changed(PIPFILE, [
    // Nothing that counts.
    ["[scripts]", "# Run by hand.\n[scripts]"],
    ["allow_prereleases = false", "allow_prereleases = true"],
    ['serve = "python manage.py runserver"', ""],
    ['django = "~=5.1"\nPillow = "*"', 'Pillow = "*"\ndjango = "~=5.1"'],
    ['{extras = ["socks"], version = ">=2.31"}', '{version = ">=2.31", extras = ["socks"]}'],
    // What some releases count.
    ["Pillow", "pillow"],
    ["my_pkg", "my-pkg"],
    ["Sphinx", "sphinx"],
    ["<9", "<10"],
    ["[docs]", "[docs]\nfuro = '*'"],
    "[night]\nlocust = '*'",
    "[night]",
    // Something that does.
    ["~=5.1", "~=5.2"],
    [">=2.31", ">=2.32"],
    ['["socks"]', '["socks", "use_chardet_on_py3"]'],
    ["armv7l", "i686"],
    ["v0.3.0", "v0.4.0"],
    ["editable = true", "editable = false"],
    ['pytest = ">=8"', 'pytest = ">=9"'],
    ['[dev-packages]\npytest = ">=8"\n', ""],
    ['python_version = "3.12"', 'python_version = "3.13"'],
    ['python_version = "3.12"', 'python_full_version = "3.12.4"'],
    ['[requires]\npython_version = "3.12"\n', ""],
    ["verify_ssl = true", "verify_ssl = false"],
    ['name = "pypi"', 'name = "index"'],
    ["https://pypi.example.org/simple", "https://${USER}:${PASSWORD}@pypi.example.org/simple"],
    '[[source]]\nurl = "https://packages.example.org/simple"\nverify_ssl = true\nname = "company"',
    ['django = "~=5.1"', 'django = "~=5.1"\n"größe" = "*"'],
    ['django = "~=5.1"', 'django = "~=5.1"\nB = "*"\na_ = "*"\n"A.b" = "*"\n9 = "*"'],
    ["editable = true", "editable = true, weight = 1.0, other = [1e16, 0.00001, true]"],
    ["editable = true", "editable = true, since = 2024-02-29"],
  ]),
  '[packages]\ndjango = "*"\n',
  '[requires]\npython_version = "3.12"\n\n[packages]\n',
  '[[source]]\nurl = "https://pypi.example.org/simple"\nverify_ssl = true\nname = "pypi"\n',
  '[packages]\ndjango = "*"\n\n[packages.requests]\nversion = ">=2"\nextras = ["socks"]\n',
];
