// The requirements files that pip is asked about, generated from a seed: trees of one to four files.

import { Choices } from "./generate.ts";
import { type CaseFile, caseOf, join, latin1, type PipCase, utf8, utf16, utf32 } from "./pip-files.ts";

export function pipCases(seed: number, count: number): PipCase[] {
  const choices = new Choices(seed);
  return Array.from({ length: count }, () => generated(choices));
}

function generated(choices: Choices): PipCase {
  const paths = choices
    .shuffle(["more.txt", "sub/dev.txt", "constraints.txt", "sub/deep/c.in"])
    .slice(0, choices.below(4));
  const root = choices.chance(0.85) ? "requirements.txt" : "reqs/base.txt";
  const all = [root, ...paths];
  const isWild = choices.chance(0.35);
  const files = all.map((path, i) => {
    const includes =
      choices.chance(0.8) || i === 0 ? all.slice(i + 1).filter((_, j) => j === 0 || choices.chance(0.3)) : [];
    return [path, fileOf(choices, path, includes, isWild, path.startsWith("c") || path.endsWith("c.in"))] as const;
  });
  return caseOf(Object.fromEntries(files), root);
}

function fileOf(
  choices: Choices,
  path: string,
  includes: readonly string[],
  isWild: boolean,
  isConstraints: boolean,
): CaseFile {
  const lines = choices.list(1, 9, () => lineOf(choices, isConstraints));
  for (const target of includes) {
    const isConstraint = choices.chance(target.startsWith("c") || target.endsWith("c.in") ? 0.8 : 0.02);
    lines.splice(choices.below(lines.length + 1), 0, includeLine(choices, relative(path, target), isConstraint));
  }
  if (isWild && choices.chance(0.7)) lines.splice(choices.below(lines.length + 1), 0, wildLine(choices));
  const broken = lines.map((line) => (choices.chance(0.08) ? withContinuation(choices, line) : line));
  const end = choices.pick(["\n", "\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", "\f\n", "\u2028", "\x85"]);
  const text = broken.join(end) + choices.maybe(0.8, () => end);
  return encoded(choices, text);
}

function relative(from: string, to: string): string {
  const up = from
    .split("/")
    .slice(1)
    .map(() => "..");
  return [...up, to].join("/");
}

// ---- bytes ----------------------------------------------------------------------------------------------

function encoded(choices: Choices, text: string): CaseFile {
  if (choices.chance(0.9)) return { text, encode: utf8 };
  return choices.pick([
    () => ({ text, encode: (all: string) => join([0xef, 0xbb, 0xbf], utf8(all)) }),
    () => ({ text, encode: (all: string) => join([0xff, 0xfe], utf16(all, true)) }),
    () => ({ text, encode: (all: string) => join([0xfe, 0xff], utf16(all, false)) }),
    () => ({ text, encode: (all: string) => join([0xff, 0xfe, 0, 0], utf32(all, true)) }),
    () => ({ text, encode: (all: string) => join([0, 0, 0xfe, 0xff], utf32(all, false)) }),
    () => ({ text: `# -*- coding: latin-1 -*-\n# caf\xe9\n${text}`, encode: latin1 }),
    () => ({ text: `\n# vim: set fileencoding=iso8859_1 :\n${text}`, encode: latin1 }),
    () => ({ text: `# coding=utf-8\n${text}`, encode: utf8 }),
    () => ({ text: `# caf\xe9\n${text}`, encode: latin1 }),
  ])();
}

// ---- lines ----------------------------------------------------------------------------------------------

/** A `\` and a line end somewhere, before a comment line perhaps. A reference to a variable stays whole. */
function withContinuation(choices: Choices, line: string): string {
  if (line.includes("$") || line.includes("--use") || line.startsWith("#")) return line;
  const at = choices.chance(0.75) && line.includes(" ") ? line.indexOf(" ") + 1 : choices.below(line.length + 1);
  const between = choices.pick([
    "\\\n",
    "\\\n",
    "\\\n",
    "\\\n    ",
    "\\\\\n",
    " \\\n",
    "\\\n\\\n",
    "\\\n# no\n",
    "\\\n  # no \\\n",
    "\\\r\n",
  ]);
  return line.slice(0, at) + between + line.slice(at);
}

const NAMES = [
  "foo",
  "Foo",
  "foo-bar",
  "Foo.Bar_baz",
  "requests",
  "zope.interface",
  "a",
  "x1",
  "python-dateutil",
  "ruamel.yaml",
  "plain",
];
const DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

function extras(choices: Choices): string {
  const names = choices.list(0, 3, () => choices.pick(["dev", "Test_X", "security", "a.b", "socks"]));
  const blank = choices.maybe(0.2, () => " ");
  return `${choices.maybe(0.1, () => " ")}[${blank}${names.join(choices.pick([",", ", "]))}${blank}]`;
}

function specifier(choices: Choices): string {
  const clause = () =>
    choices.pick(["==", ">=", "<=", "!=", "<", ">"]) +
    choices.maybe(0.2, () => " ") +
    choices.pick(["1.0", "2", "1.2.3", "2.0rc1", "1.0.post1", "0.1.dev0", "2024.1", "1!2.0"]);
  const special = () => choices.pick(["==1.*", "!=1.4.*", "~=1.4.2", "==1.0+local", "== 2.*"]);
  const clauses = choices.list(1, 3, () => (choices.chance(0.8) ? clause() : special()));
  if (choices.chance(0.03)) return choices.pick(["===custom", "=== 1.0_x", "==1.0,===2!x"]);
  const text = [...new Set(clauses)].join(choices.pick([",", ", ", " , "]));
  return choices.pick([text, text, text, ` ${text}`, `(${text})`, ` (${text})`, `${text},`]);
}

function marker(choices: Choices): string {
  const one = () =>
    choices.pick([
      'python_version < "3.8"',
      "python_version>='3.9'",
      'sys_platform == "win32"',
      "sys_platform=='linux'",
      "platform_system != 'Darwin'",
      'platform_machine in "x86_64 aarch64"',
      "os.name == 'posix'",
      "'linux' in sys_platform",
      "implementation_name not in 'pypy'",
      "extra == 'Dev_X'",
      "python_full_version >= '3.8.1'",
      'platform_release >= "5" ',
    ]);
  const some = choices.list(1, 3, () => choices.maybe(0.2, () => `(${one()})`) || one());
  return some.reduce(
    (text, next) => `${choices.chance(0.2) ? `(${text})` : text} ${choices.pick(["and", "or"])} ${next}`,
  );
}

function tail(choices: Choices): string {
  return [
    ...choices.list(0, choices.chance(0.2) ? 2 : 0, () =>
      choices.pick([
        ` --hash=sha256:${DIGEST}`,
        ` --hash sha384:${DIGEST}`,
        ` --hash=sha512:${DIGEST}`,
        ` --has=sha256:${DIGEST}`,
      ]),
    ),
    choices.maybe(0.04, () =>
      choices.pick([
        " --config-settings=key=value",
        ' -C "key=a b"',
        " --config-settings 'a=b=c' -C a=2",
        " --config-setting x=y",
      ]),
    ),
    choices.maybe(0.03, () =>
      choices.pick([
        " --pre",
        " --no-binary foo",
        " --only-binary=:all:",
        " -i https://ignored.example/simple",
        " --require-hashes",
        " -r nowhere.txt",
        " --all-releases x1",
        " --pre word",
      ]),
    ),
    choices.maybe(0.15, () =>
      choices.pick(["  # why", " #", "\t# tab", " # -r no.txt", " ## x \\", "#nocomment"].slice(0, 5)),
    ),
  ].join("");
}

function named(choices: Choices, withExtras = true): string {
  const end = choices.maybe(0.25, () => `${choices.pick([";", " ; ", "; ", " ;"])}${marker(choices)}`);
  return (
    choices.pick(NAMES) +
    (withExtras ? choices.maybe(0.25, () => extras(choices)) : "") +
    choices.maybe(0.7, () => specifier(choices)) +
    end
  );
}

export const VCS_URLS = [
  "git+https://github.com/o/r.git",
  "git+https://github.com/o/r.git@v1.0",
  "git+https://github.com/o/r@feature/x",
  "git+https://github.com/o/r@feature%2Fx",
  "git+ssh://git@github.com/o/r.git@main",
  "git+https://user:pw@host.example/o/r.git@abc123",
  "git+https://token@host.example:8443/o/r.git",
  "git+https://${PY2NIX_USER}:${PY2NIX_TOKEN}@host.example/o/r.git",
  "git+https://${NOT_SET}@host.example/o/r.git@${PY2NIX_VERSION}",
  "git+git://host.example/r",
  "git+http://host.example/r?x=1",
  "GIT+https://host.example/r",
  "hg+https://host.example/r@12",
  "hg+http://host.example/r",
  "hg+static-http://host.example/r",
  "svn+svn://host.example/r/trunk@99",
  "svn+https://host.example/r",
  "bzr+lp://host.example/r",
  "bzr+sftp://user@host.example/r@3",
];

export const FRAGMENTS = [
  "",
  "",
  "#egg=foo",
  "#egg=Foo.Bar",
  "#subdirectory=pkg",
  "#egg=foo&subdirectory=pkg/a",
  "#subdirectory=pkg&egg=foo-bar",
  `#sha256=${DIGEST}`,
  `#egg=foo&sha256=${DIGEST}`,
];

export const FILE_URLS = [
  "https://host.example/foo-1.0.tar.gz",
  "https://host.example/a/foo_bar-1.0-py3-none-any.whl",
  "https://host.example/a/Foo.Bar-1.0+local-1-py2.py3-none-any.whl",
  "https://host.example/a/foo-1.0%2Bcpu-py3-none-any.whl",
  "https://user:pw@host.example/foo.zip",
  "https://user@host.example/foo.zip",
  "https://${PY2NIX_TOKEN}@host.example/foo.zip",
  "https://${NOT_SET}:${NOT_SET_2}@host.example/foo.zip",
  "http://host.example:8080/foo/archive/main.zip?x=a@b",
  "https://host.example/foo%20bar.zip",
  "HTTPS://Host.Example/foo.zip",
  "https://[::1]:8443/foo.zip",
  "file:///srv/dist/foo-1.0.tar.gz",
  "file:///srv/dist/foo-1.0-py3-none-any.whl",
  "file://localhost/srv/foo.zip",
];

function url(choices: Choices): string {
  return choices.pick(choices.chance(0.5) ? VCS_URLS : FILE_URLS) + choices.pick(FRAGMENTS);
}

function urlLine(choices: Choices): string {
  const end = choices.maybe(0.25, () => `${choices.pick(["; ", " ; ", " ;  "])}${marker(choices)}`);
  return url(choices) + end;
}

function directLine(choices: Choices): string {
  const end = choices.maybe(0.3, () => `${choices.pick([" ; ", " ;"])}${marker(choices)}`);
  return `${choices.pick(NAMES)}${choices.maybe(0.3, () => extras(choices))}${choices.pick([" @ ", "@", "@ ", " @"])}${url(choices)}${end}`;
}

export const LOCAL = [
  "./proj",
  "proj/",
  "./proj/inner",
  "./old",
  "./foo",
  "foo/",
  "./name with blank",
  "./dist/foo_bar-1.0-py3-none-any.whl",
  "dist/Thing-2.0.1-1-cp311-cp311-manylinux1_x86_64.whl",
  "dist/thing-2.0.tar.gz",
  "here-1.0.zip",
  "a@b-1.0.zip",
  "./proj/../old",
];

function localLine(choices: Choices): string {
  const end = choices.maybe(0.2, () => `${choices.pick(["; ", " ; ", ";"])}${marker(choices)}`);
  return choices.pick(LOCAL) + choices.maybe(0.25, () => choices.pick(["[dev]", "[a,b]", "[ Test_X ]"])) + end;
}

function editableLine(choices: Choices): string {
  const option = choices.pick(["-e ", "-e", "--editable ", "--editable=", "--edit "]);
  const named = "git+https://github.com/o/r.git";
  const value = choices.pick([
    "./proj",
    "proj",
    ".//old/",
    "./proj[dev,Test]",
    "old[a]",
    `${named}#egg=foo`,
    `${named}@main#egg=foo&subdirectory=x`,
    "git+ssh://git@github.com/o/r.git@v1#egg=r",
    "hg+https://user:pw@host.example/r@12#egg=Foo_Bar",
    "git://host.example/r#egg=foo",
  ]);
  const quoted = choices.pick([
    '"./name with blank"',
    "'foo @ git+https://github.com/o/r@main'",
    "\"foo[x] @ git+https://github.com/o/r ; python_version < '3.9'\"",
    "./name\\ with\\ blank",
  ]);
  return option + (choices.chance(0.8) ? value : quoted);
}

export const OPTION_LINES = [
  "-i https://index.example/simple",
  "--index-url https://user:pw@index.example/simple/",
  "--index-url=https://${PY2NIX_USER}:${PY2NIX_TOKEN}@index.example/simple",
  "--index-url=https://${NOT_SET}@index.example/simple",
  "--pypi-url https://index.example/simple",
  "--ind https://short.example/simple",
  "-ihttps://index.example/joined",
  "--extra-index-url https://extra.example/simple",
  "--extra-index-url=https://extra.example/a --extra-index-url https://extra.example/b",
  "--extra-index-url https://extra.example/c -i https://index.example/c",
  "-i https://a.example --index-url https://b.example",
  "--extra 'https://extra.example/quoted'",
  "--no-index",
  "--no-ind",
  "--no-index --index-url https://index.example/none",
  "-f dist",
  "-f ./dist",
  "--find-links https://links.example/",
  "--find-links=nowhere",
  "-f https://user:pw@links.example/ --find-links second",
  "--find-l 'name with blank'",
  "-f file:///srv/dist",
  "--no-binary foo,Foo_Bar",
  "--no-binary=:all:",
  "--no-binary :none:",
  "--no-binary :all:,:none:,x1",
  "--only-binary :all:",
  "--only-binary=foo --no-binary foo",
  "--only-binary foo,,x1",
  "--prefer-binary",
  "--prefer",
  "--require-hashes",
  "--no-require-hashes",
  "--require-h",
  "--pre",
  "--all-releases foo",
  "--all-releases=:all: --only-final Foo.Bar_baz",
  "--only-final :all:,:none:,foo",
  "--only-final x1",
  "--trusted-host host.example",
  "--trusted-host=host.example:8080 --trusted-host HOST.example",
  "--trusted-host ::1",
  "--trusted-host [::1]:80",
  "--use-feature fast-deps",
  "--use-feature=truststore --use-feature fast-deps",
  `--hash=sha256:${DIGEST}`,
  "-C key=value",
  "--pre --prefer-binary --no-index",
  "--pre word --prefer-binary",
  "--pre -- --prefer-binary",
  "-r https://host.example/more.txt",
  "-c http://host.example/constraints.txt",
  "--requirement HTTPS://user:pw@host.example/more.txt",
];

function lineOf(choices: Choices, isConstraints: boolean): string {
  const kind = choices.below(100);
  if (kind < 8)
    return choices.pick(["", "   ", "\t", "# comment", "  # comment", "#", "# -*- x -*-", "# ends with \\"]);
  if (kind < 20) return choices.pick(OPTION_LINES) + choices.maybe(0.1, () => "  # option");
  const blanks = choices.maybe(0.05, () => choices.pick(["  ", "\t", "\u00a0"]));
  if (isConstraints || kind < 62) return blanks + named(choices, !isConstraints) + tail(choices);
  if (kind < 72) return urlLine(choices) + tail(choices);
  if (kind < 82) return directLine(choices) + tail(choices);
  if (kind < 91) return localLine(choices) + tail(choices);
  return (
    editableLine(choices) +
    choices.maybe(0.1, () => choices.pick([" -C a=b", "  # why", ` --hash=sha256:${DIGEST}`, " --no-binary x1"]))
  );
}

function includeLine(choices: Choices, target: string, isConstraint: boolean): string {
  const option = choices.pick(
    isConstraint
      ? ["-c ", "-c", "--constraint ", "--constraint=", "--cons "]
      : ["-r ", "-r", "--requirement ", "--requirement=", "--requirem "],
  );
  const quoted = choices.pick([target, target, `"${target}"`, `'${target}'`, `./${target}`]);
  return (
    option +
    quoted +
    choices.maybe(0.05, () => choices.pick([" --pre", " --no-binary foo", "  # more", " -c ignored.txt"]))
  );
}

export const WILD = [
  "foo = 1",
  "foo=1.0",
  "foo>=1 2",
  "foo 1.0",
  "foo>=1;",
  "foo>=",
  "foo>1.0+local",
  "foo~=1",
  "foo==1.0.*.*",
  "foo>=1.*",
  "foo[",
  "foo[]",
  "foo[a b]",
  "foo[a,]",
  "foo[,a]",
  "foo(1.0)",
  "foo(>=1",
  "foo>=1)",
  "foo()",
  "foo,",
  "foo,>=1",
  "foo>=1,<2,",
  "-foo",
  "_foo",
  "foo-",
  "foo_",
  "föö",
  "foo ; bar",
  "foo ; python_version",
  'foo ; python_version > "3" or',
  "foo;python_version<'3.8",
  "foo ; unknown == 'x'",
  "foo @",
  "foo @ ",
  "foo@https://host.example/a b",
  "foo @ https://host.example/a;python_version<'3'",
  "foo >=1 @ https://host.example/a",
  "foo @ https://host.example/a#egg=bad[x]",
  "https://host.example/foo.zip#egg=",
  "https://host.example/foo.zip#egg=a b",
  "https://host.example/foo.zip;python_version<'3'",
  "https://host.example/foo.zip; python_version",
  "https://host.example/bad-1.0.whl",
  "https://host.example/foo-1.0-py3-none.whl",
  "https://host.example/foo-x-py3-none-any.whl",
  "https://host.example/foo__x-1.0-py3-none-any.whl",
  "https://host.example/foo-1.0-a1-py3-none-any.whl",
  "https://host.example/foo-1.0-py3..x-none-any.whl",
  "https://host.example/foo-1.0-py3-none-any.WHL",
  "git+https://github.com/o/r@#egg=foo",
  "git+https://github.com/o/r#egg=foo>=1",
  "git+git@github.com:o/r.git",
  "git@github.com:o/r.git",
  "git+foo://x/y#egg=foo",
  "ftp://host.example/foo.zip",
  "./nowhere",
  "./bare",
  "bare/",
  ".",
  "..",
  "./dist",
  "./plain",
  "plain/",
  "dist/bad-wheel.whl",
  "./dist/foo_bar-1.0-py3-none-any.whl[x",
  "file://other.example/x.zip",
  "-e",
  "-e ''",
  "-e foo",
  "-e nowhere",
  "-e ./bare",
  "-e ./dist/thing-2.0.tar.gz",
  "-e here-1.0.zip",
  "-e https://host.example/foo.zip#egg=foo",
  "-e git+https://github.com/o/r",
  "-e git+https://github.com/o/r#egg=foo[x]",
  "-e git@github.com:o/r.git#egg=r",
  "-e 'foo @ https://host.example/foo.zip'",
  "-e proj -e old",
  "-e proj --pre",
  "proj -e old",
  "foo -e old",
  "-r",
  "-r ''",
  "-r nowhere.txt",
  "-r .",
  "-c nowhere.txt",
  "-r requirements.txt",
  "--requirement",
  "--req x",
  "--no",
  "--no-b foo",
  "--pre=yes",
  "--no-index=1",
  "--unknown",
  "--hash=md5:abc",
  "foo --hash=md5:abc",
  "foo --hash=sha256",
  "foo --hash sha256:",
  "foo --hash",
  "foo --hash=:x",
  "foo -C key",
  "foo --config-settings",
  "foo --install-option=x",
  "foo --global-option x",
  "foo --no-binary",
  "--no-binary=-x",
  "--only-binary --pre",
  "--all-releases -x",
  "--trusted-host ''",
  "--trusted-host host:port",
  "--extra-index-url",
  "-i",
  "-i ''",
  "-Z",
  "-x y",
  "--",
  "-",
  "- foo",
  "foo -",
  "foo -- --hash=md5:x",
  "-i 'unclosed",
  '-i "unclosed',
  "-f ends\\",
  'foo "quoted" --hash=\'sha256:abc',
  "--find-links=",
  "--allow-all-external",
  "--process-dependency-links",
  "-v",
  "-q foo",
  "--upgrade foo",
  "pip install foo",
  "foo==1.0#comment",
  "foo#egg=x",
  "\ufefffoo",
  "foo\x1f>=1",
  "foo\x1f # comment",
  "foo\u00a0>=1",
  "[section]",
  "foo.zip",
  "foo.tar.zip",
  ".zip",
  "foo@1.0.zip",
  "./foo@1.0.zip",
  "foo @ ./nowhere.zip",
  "missing-1.0-py3-none-any.whl",
  "missing.tar.bz2[x]",
  "missing.TAR.GZ",
  "C:\\foo",
];

function wildLine(choices: Choices): string {
  if (choices.chance(0.6)) return choices.pick(WILD);
  const alphabet = [..." \t#;@[](),.=<>!~-_\"'\\/:&", "--", "-e ", "\u00e9", "\x0c"];
  const line = choices.pick([
    () => named(choices),
    () => urlLine(choices),
    () => directLine(choices),
    () => localLine(choices),
    () => editableLine(choices),
    () => choices.pick(OPTION_LINES.filter((line) => !line.includes("--use"))),
  ])();
  // A mutated reference to a variable may be none any more, a mutated include could be of a URL that is none.
  return choices.mutate(line.replace(/\$\{\w+\}/g, "v"), alphabet);
}
