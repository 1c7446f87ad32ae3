import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readRequirementsFile } from "../../src/manifests/requirements-txt.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { formatMarker } from "../../src/pep/pep508.ts";
import type { Project, Requirement } from "../../src/project.ts";
import { convertTexts, planOf } from "../support/conversion.ts";
import { messageOf } from "../support/errors.ts";

type Table = Readonly<Record<string, string | Uint8Array>>;

function read(content: string | Uint8Array, others: Table = {}, file = "requirements.txt"): Project {
  return readRequirementsFile(file, filesFromTable({ ...others, [file]: content }));
}

/** A requirement in a line. */
function show({ name, extras, constraint, marker, source, hashes, options }: Requirement): string {
  const bracket = extras.length > 0 ? `[${extras.join(",")}]` : "";
  const from = source.kind === "registry" ? "" : ` from ${JSON.stringify(source)}`;
  return [
    `${name}${bracket} ${formatConstraint(constraint)}${from}`,
    ...(marker ? [`; ${formatMarker(marker)}`] : []),
    ...hashes.map((hash) => `#${hash}`),
    ...options,
  ].join(" ");
}

const shown = (content: string, others: Table = {}) => read(content, others).requirements.map(show);
const warnings = (content: string, others: Table = {}) =>
  read(content, others).diagnostics.map(({ message }) => message);
const failure = (content: string | Uint8Array, others: Table = {}) => messageOf(() => read(content, others));

describe("a line", () => {
  test.each([
    ["flask", "flask *"],
    ["Flask_SQLAlchemy~=3.1", "Flask_SQLAlchemy ~=3.1"],
    ["flask>=3,<4 # the web", "flask >=3,<4"],
    ["flask#3", null],
    ["  flask  ", "flask *"],
    ["SQLAlchemy >= 2.0 , != 2.0.32", "SQLAlchemy >=2.0,!=2.0.32"],
    ["qrcode[pil]>=7", "qrcode[pil] >=7"],
    ["tzdata; platform_system == 'Windows'", 'tzdata * ; platform_system == "Windows"'],
    ["tzdata>=1;os_name=='nt'", 'tzdata >=1 ; os_name == "nt"'],
    ["a===1.0-x", "a ===1.0-x"],
    ["a --config-settings=k=v", "a * --config-settings=k=v"],
    ["a -C k=v --config-settings 'x=y z'", "a * --config-settings=k=v --config-settings=x=y z"],
  ])("%j", (text, meaning) => {
    if (meaning === null) expect(() => read(text)).toThrow();
    else expect(shown(text)).toEqual([meaning]);
  });

  test("a comment and a blank line say nothing", () => {
    expect(shown("# one\n\n   # two\n\t\n")).toEqual([]);
  });

  test("names are kept as written and compared by their normalized form", () => {
    const [{ name, key } = {}] = read("Zope.Interface").requirements;
    expect([name, key]).toEqual(["Zope.Interface", "zope-interface"]);
  });

  test("each tells the file, the line and the column where it stands", () => {
    const { requirements } = read("# top\n\nflask\n  -r more.txt\n six\n", { "more.txt": "a\n\\\nb\n" });
    expect(requirements.map(({ key, origin }) => [key, origin])).toEqual([
      ["flask", { file: "requirements.txt", line: 3, column: 1 }],
      ["a", { file: "more.txt", line: 1, column: 1 }],
      ["b", { file: "more.txt", line: 3, column: 1 }],
      ["six", { file: "requirements.txt", line: 5, column: 2 }],
    ]);
  });

  test("line ends may be any that Python knows", () => {
    expect(shown("a\r\nb\rc\u2028d\ve")).toEqual(["a *", "b *", "c *", "d *", "e *"]);
  });
});

describe("a continuation", () => {
  test("joins lines, the backslash being the last character", () => {
    expect(shown("SQLAlchemy >=2.0.30, \\\n    !=2.0.32, \\\n    <2.1\n")).toEqual([
      "SQLAlchemy >=2.0.30,!=2.0.32,<2.1",
    ]);
  });
  test("ends at a comment line", () => {
    expect(shown("a \\\n# no more\nb")).toEqual(["a *", "b *"]);
  });
  test("is no continuation in a comment", () => {
    expect(shown("# one \\\nb")).toEqual(["b *"]);
  });
  test("at the end of the file is dropped", () => {
    expect(shown("a \\")).toEqual(["a *"]);
  });
});

describe("hashes", () => {
  const sha = "a".repeat(64);
  test("stand behind a requirement, in one line or in several", () => {
    expect(shown(`a==1 --hash=sha256:${sha} --hash sha512:bb\nb==2 \\\n    --hash=sha384:cc`)).toEqual([
      `a ==1 #sha256:${sha} #sha512:bb`,
      "b ==2 #sha384:cc",
    ]);
  });
  test("of a weak algorithm or without one are refused, as pip does", () => {
    expect(failure("a==1 --hash=md5:aa")).toMatchInlineSnapshot(`
      "requirements.txt:1:6: --hash takes sha256, sha384, sha512, not md5
        1 | a==1 --hash=md5:aa
          |      ^^^^^^^^^^^^^"
    `);
    expect(failure("a==1 \\\n  --hash=aa")).toMatchInlineSnapshot(`
      "requirements.txt:2:3: --hash needs an algorithm and a digest, such as --hash=sha256:abc...
        2 |   --hash=aa
          |   ^^^^^^^^^"
    `);
  });
});

describe("includes", () => {
  test("are read where they stand, as seen from the folder of the file that names them", () => {
    const { requirements, files } = read("-r sub/a.txt\nlast", {
      "sub/a.txt": "--requirement=b.txt\na",
      "sub/b.txt": "b\n-r ../c.txt",
      "c.txt": "c",
    });
    expect(requirements.map(({ key }) => key)).toEqual(["b", "c", "a", "last"]);
    expect(files).toEqual(["requirements.txt", "sub/a.txt", "sub/b.txt", "c.txt"]);
  });

  test.each(["-r x.txt", "-rx.txt", "-r 'x.txt'", "--requirement x.txt", "--requirement=x.txt", "--requirem x.txt"])(
    "%s is one",
    (text) => {
      expect(shown(text, { "x.txt": "a" })).toEqual(["a *"]);
    },
  );

  test("a file may be included twice, only not by itself", () => {
    expect(shown("-r x.txt\n-r x.txt", { "x.txt": "a" })).toEqual(["a *", "a *"]);
  });

  test("constraints ask for nothing, and what they include are constraints too", () => {
    const project = read("flask\n-c c.txt", { "c.txt": "flask<4\n-c d.txt\n", "d.txt": "six==1" });
    expect(project.requirements.map(show)).toEqual(["flask *"]);
    expect(project.constraints.map(show)).toEqual(["flask <4", "six ==1"]);
  });

  test("of a URL are left to pip, with a warning", () => {
    const { pipOptions, diagnostics } = read("-r https://user:secret@example.org/r.txt");
    expect(pipOptions.map(({ option, value }) => [option, value])).toEqual([
      ["--requirement", "https://example.org/r.txt"],
    ]);
    expect(diagnostics.map(({ message }) => message)).toContain(
      "what this URL lists is left to pip: py2nix reads no network",
    );
  });

  test("a missing one is an error at the line that names it", () => {
    expect(failure("flask\n  -r sub/missing.txt\n")).toMatchInlineSnapshot(`
      "requirements.txt:2:3: sub/missing.txt does not exist
        2 |   -r sub/missing.txt
          |   ^^^^^^^^^^^^^^^^^^"
    `);
  });

  test("a cycle is an error, through any number of files", () => {
    expect(failure("-r requirements.txt")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: requirements.txt includes itself
        1 | -r requirements.txt
          | ^^^^^^^^^^^^^^^^^^^"
    `);
    expect(
      failure("-r sub/a.txt", { "sub/a.txt": "x\n-c b.txt", "sub/b.txt": "\n-r ../requirements.txt" }),
    ).toMatchInlineSnapshot(`
        "sub/b.txt:2:1: requirements.txt includes itself
          2 | -r ../requirements.txt
            | ^^^^^^^^^^^^^^^^^^^^^^"
      `);
  });

  test("that multiply without end are an error", () => {
    const table = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`${i}.txt`, `-r ${i + 1}.txt\n`.repeat(10)]),
    );
    expect(failure("-r 0.txt", { ...table, "12.txt": "" })).toContain("more than 1000 files are included");
  });

  test("that go too deep are an error", () => {
    const table = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`${i}.txt`, `-r ${i + 1}.txt`]));
    expect(failure("-r 0.txt", table)).toContain("files include each other deeper than 100");
  });
});

describe("a direct reference", () => {
  test.each([
    ["a @ https://example.org/a-1.zip", { kind: "url", url: "https://example.org/a-1.zip" }, "a"],
    [
      "https://example.org/a_b-1.0-py3-none-any.whl",
      { kind: "url", url: "https://example.org/a_b-1.0-py3-none-any.whl" },
      "a-b",
    ],
    ["https://example.org/a.zip#egg=Name", { kind: "url", url: "https://example.org/a.zip" }, "Name"],
    ["https://example.org/a.zip", { kind: "url", url: "https://example.org/a.zip" }, null],
    [
      "git+https://example.org/a.git@v1.0#egg=a&subdirectory=sub/dir",
      { kind: "vcs", vcs: "git", url: "https://example.org/a.git", reference: "v1.0", subdirectory: "sub/dir" },
      "a",
    ],
    ["a @ git+ssh://git@example.org/a.git", { kind: "vcs", vcs: "git", url: "ssh://git@example.org/a.git" }, "a"],
    [
      "a @ hg+https://example.org/a@tip",
      { kind: "vcs", vcs: "hg", url: "https://example.org/a", reference: "tip" },
      "a",
    ],
    [
      "-e git+https://example.org/a@main#egg=a",
      { kind: "vcs", vcs: "git", url: "https://example.org/a", reference: "main" },
      "a",
    ],
  ])("%s", (text, source, name) => {
    const [found] = read(text).requirements;
    expect([found?.source, found?.name]).toEqual([source, name]);
  });

  test("has its marker behind a semicolon and a blank", () => {
    expect(shown("https://example.org/a;b.zip ; os_name == 'nt'")).toEqual([
      'null * from {"kind":"url","url":"https://example.org/a;b.zip"} ; os_name == "nt"',
    ]);
  });

  test("without a scheme is refused", () => {
    expect(failure("a @ example.org/a.zip")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: "example.org/a.zip" is not a URL
        1 | a @ example.org/a.zip
          | ^^^^^^^^^^^^^^^^^^^^^"
    `);
  });
});

describe("a local project", () => {
  const project = { "lib/pyproject.toml": "" };

  test.each([
    ["./lib", { kind: "path", path: "./lib", base: ".", editable: false }],
    ["lib/", { kind: "path", path: "lib/", base: ".", editable: false }],
    ["-e lib", { kind: "path", path: "lib", base: ".", editable: true }],
    ["--editable ./lib[dev]", { kind: "path", path: "./lib", base: ".", editable: true }],
    ["file:./lib", { kind: "url", url: "file:./lib" }],
  ])("%s", (text, source) => {
    expect(read(text, project).requirements.map((item) => item.source)).toEqual([source]);
  });

  test("keeps its extras", () => {
    expect(read("-e ./lib[a,b]", project).requirements.map(({ extras }) => extras)).toEqual([["a", "b"]]);
  });

  test("is looked for in the folder of the first file, then upwards, where pip would run", () => {
    const files = filesFromTable({ "reqs/base.txt": "-e ./lib", ...project });
    expect(readRequirementsFile("reqs/base.txt", files).requirements.map(({ source }) => source)).toEqual([
      { kind: "path", path: "./lib", base: ".", editable: true },
    ]);
  });

  test("an archive is one by its name, and a missing one is a warning", () => {
    expect(shown("dist/a-1.0-py3-none-any.whl")).toEqual([
      'a * from {"kind":"path","path":"dist/a-1.0-py3-none-any.whl","base":".","editable":false}',
    ]);
    expect(warnings("dist/a-1.0.tar.gz")).toEqual(["dist/a-1.0.tar.gz looks like a file, but is not there"]);
  });

  test("that is not there is an error", () => {
    expect(failure("-e ./lib")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: "./lib" cannot be editable: expected the path of a local project or a VCS URL such as git+https://...
        1 | -e ./lib
          | ^^^^^^^^"
    `);
    expect(failure("./lib")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: expected a package name
        1 | ./lib
          | ^^^^^
        It looks like a path, and nothing that pip could install is there."
    `);
  });

  test("a name that is no path stays a name, whatever stands beside the file", () => {
    expect(shown("lib", project)).toEqual(["lib *"]);
  });
});

describe("options of the installation", () => {
  test("indexes and links", () => {
    const { indexes } = read(
      "-i https://one.example.org/simple\n--index-url=https://two.example.org/simple\n--extra-index-url https://three.example.org\n-f ./wheels",
    );
    expect(indexes.map(({ kind, url }) => [kind, url])).toEqual([
      ["primary", "https://one.example.org/simple"],
      ["primary", "https://two.example.org/simple"],
      ["extra", "https://three.example.org"],
      ["find-links", "./wheels"],
    ]);
  });

  test.each([
    ["requirements.txt", "links", undefined],
    ["requirements.txt", "wheels", "."],
    ["sub/requirements.txt", "links", "."],
    ["sub/requirements.txt", "own", undefined],
    ["sub/requirements.txt", "../links", undefined],
    ["sub/requirements.txt", "nowhere", "."],
    ["../common/requirements.txt", "own", undefined],
    ["../common/requirements.txt", "links", "."],
    ["../common/requirements.txt", "../links", "."],
    ["../requirements.txt", "common/own", undefined],
    ["/srv/requirements.txt", "wheels", undefined],
    ["/srv/requirements.txt", "links", "."],
    ["/srv/requirements.txt", "/srv/nowhere", undefined],
    ["../requirements.txt", "https://example.org/links", undefined],
  ])("in %s pip looks for %s beside the file, then in the working folder", (file, url, base) => {
    const there = ["links/x.whl", "sub/own/x.whl", "../common/own/x.whl", "/srv/wheels/x.whl"];
    const others = Object.fromEntries(there.map((path) => [path, ""]));
    const included = read(`-r ${file}`, { ...others, [file]: `-f ${url}\n` }, "all.txt");
    expect(included.indexes).toEqual([
      { kind: "find-links", name: null, url, ...(base && { base }), origin: { file, line: 1, column: 1 } },
    ]);
  });

  test("the others are kept for pip", () => {
    const { pipOptions } = read(
      "--pre --no-binary :all:\n--only-binary=numpy\n--prefer-binary\n--trusted-host example.org",
    );
    expect(pipOptions.map(({ option, value }) => [option, value])).toEqual([
      ["--no-binary", ":all:"],
      ["--pre", null],
      ["--only-binary", "numpy"],
      ["--prefer-binary", null],
      ["--trusted-host", "example.org"],
    ]);
  });

  test("what pip ignores is told", () => {
    expect(
      warnings("flask --pre\n--pre stray\n--hash=sha256:aa\n-r x.txt --pre\n-f a -f b", { "x.txt": "" }),
    ).toMatchInlineSnapshot(`
        [
          "--pre is ignored, as pip does: it stands behind a requirement",
          ""stray" is ignored, as pip does: it belongs to no option",
          "--hash is ignored, as pip does: no requirement stands before it",
          "--pre is ignored, as pip does: it stands in one line with --requirement",
          "pip takes only the first --find-links of a line",
        ]
      `);
  });

  test("what pip does not know is an error", () => {
    expect(failure("flask\n--frobnicate=1")).toMatchInlineSnapshot(`
      "requirements.txt:2:1: pip has no option --frobnicate in a requirements file
        2 | --frobnicate=1
          | ^^^^^^^^^^^^^^"
    `);
    expect(failure("-x")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: pip has no option -x in a requirements file
        1 | -x
          | ^^"
    `);
    expect(failure("--no-index=1")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: --no-index takes no value
        1 | --no-index=1
          | ^^^^^^^^^^^^"
    `);
    expect(failure("--index-url")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: --index-url needs an argument
        1 | --index-url
          | ^^^^^^^^^^^"
    `);
    expect(failure("--index-url 'https://x")).toMatchInlineSnapshot(`
      "requirements.txt:1:13: the quote ' is never closed
        1 | --index-url 'https://x
          |             ^^^^^^^^^^"
    `);
  });
});

describe("a wrong line is shown with the wrong part underlined", () => {
  test("no version", () => {
    expect(failure("# top\nfoo==\n")).toMatchInlineSnapshot(`
      "requirements.txt:2:6: expected a version after \`==\`
        2 | foo==
          |      ^"
    `);
  });
  test("two versions", () => {
    expect(failure("foo>=1 2")).toMatchInlineSnapshot(`
      "requirements.txt:1:8: expected a comma between version specifiers, \`;\` before a marker, or the end
        1 | foo>=1 2
          |        ^"
    `);
  });
  test("one `=`", () => {
    expect(failure("foo=1.0")).toMatchInlineSnapshot(`
      "requirements.txt:1:4: expected \`==\` instead of \`=\`
        1 | foo=1.0
          |    ^
        \`=\` is no operator here: did you mean \`==\`?"
    `);
  });
  test("a marker", () => {
    expect(failure("  foo>=1 ; python_version >= 3")).toMatchInlineSnapshot(`
      "requirements.txt:1:30: expected a marker variable such as \`sys_platform\`, or a quoted string
        1 |   foo>=1 ; python_version >= 3
          |                              ^"
    `);
  });
  test("in the second line of a continuation", () => {
    expect(failure("foo>=1, \\\n    <<2")).toMatchInlineSnapshot(`
      "requirements.txt:2:6: expected a version by PEP 440 after \`<\`
        2 |     <<2
          |      ^^"
    `);
  });
  test("in an included file", () => {
    expect(failure("-r sub/a.txt", { "sub/a.txt": "ok\n\nfoo[a" })).toMatchInlineSnapshot(`
      "sub/a.txt:3:4: expected \`]\` after the extras
        3 | foo[a
          |    ^^"
    `);
  });
  test("a constraint with extras, without a name, or editable", () => {
    expect(failure("-c c.txt", { "c.txt": "foo[bar]<1" })).toMatchInlineSnapshot(`
      "c.txt:1:1: a constraint cannot have extras
        1 | foo[bar]<1
          | ^^^^^^^^^^"
    `);
    expect(failure("-c c.txt", { "c.txt": "https://example.org/a.zip" })).toMatchInlineSnapshot(`
      "c.txt:1:1: a constraint must name its package
        1 | https://example.org/a.zip
          | ^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
    expect(failure("-c c.txt", { "c.txt": "-e git+https://example.org/a#egg=a" })).toMatchInlineSnapshot(`
      "c.txt:1:1: a constraint cannot be editable
        1 | -e git+https://example.org/a#egg=a
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
  });
  test("a VCS URL without a name where pip needs one", () => {
    expect(failure("-e git+https://example.org/a")).toMatchInlineSnapshot(`
      "requirements.txt:1:1: the project's name is missing: write \`-e name @ URL\`, or end the URL with \`#egg=name\`
        1 | -e git+https://example.org/a
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
  });
  test("control characters are shown as escapes, a long line is cut", () => {
    expect(failure(`foo\x1b[31m==`)).toMatchInlineSnapshot(`
      "requirements.txt:1:4: expected a version specifier, \`;\` before a marker, or the end
        1 | foo\\u{1b}[31m==
          |    ^^^^^^^^^^^^"
    `);
    expect(failure(`foo${" ".repeat(200)}>=1 2${" ".repeat(5)}, ${"<3,".repeat(80)}`)).toMatchInlineSnapshot(`
      "requirements.txt:1:208: expected a comma between version specifiers, \`;\` before a marker, or the end
        1 | …                                                        >=1 2     , <3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3,<3…
          |                                                              ^"
    `);
  });
});

describe("the encoding", () => {
  const utf16 = (text: string, littleEndian: boolean) => {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, littleEndian);
    for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian);
    return bytes;
  };

  test("UTF-16, as PowerShell's `pip freeze > requirements.txt` writes it", () => {
    for (const littleEndian of [true, false])
      expect(read(utf16("flask==3.0\r\nsix\r\n", littleEndian)).requirements.map(show)).toEqual([
        "flask ==3.0",
        "six *",
      ]);
  });
  test("UTF-8 with a byte order mark", () => {
    expect(read(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61])).requirements.map(show)).toEqual(["a *"]);
  });
  test("UTF-32", () => {
    expect(read(Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])).requirements.map(show)).toEqual(["a *"]);
  });
  test("Latin-1 where the first lines say so", () => {
    const bytes = Uint8Array.from([...Buffer.from("# -*- coding: latin-1 -*-\na # caf"), 0xe9]);
    expect(read(bytes).requirements.map(show)).toEqual(["a *"]);
  });
  test("anything else is an error that names the line", () => {
    expect(failure(Uint8Array.from([...Buffer.from("a\nb # caf"), 0xe9]))).toMatchInlineSnapshot(`
      "requirements.txt:2: this is not UTF-8
        Save it as UTF-8, or name its encoding in the first line: # -*- coding: latin-1 -*-"
    `);
    expect(failure("# coding: klingon\na")).toMatchInlineSnapshot(
      `"requirements.txt:1: the encoding klingon is not known"`,
    );
  });
});

describe("credentials", () => {
  const SECRET = "s3cr3t";
  const withSecrets = [
    `--index-url https://user:${SECRET}@example.org/simple`,
    `--extra-index-url=https://${SECRET}@example.org/simple`,
    `-f https://user:${SECRET}@example.org/wheels`,
    `-r https://user:${SECRET}@example.org/r.txt`,
    `-c https://user:${SECRET}@example.org/c.txt`,
    `a @ https://user:${SECRET}@example.org/a.zip`,
    `b @ git+https://${SECRET}@example.org/b.git@v1`,
    `git+https://user:${SECRET}@example.org/c.git#egg=c`,
    `-e git+https://user:${SECRET}@example.org/d.git#egg=d`,
    `https://user:${SECRET}@example.org/e-1-py3-none-any.whl`,
    `https://user:p@${SECRET}@example.org/f.zip`,
    `--pre https://user:${SECRET}@example.org/stray`,
  ];

  test.each(withSecrets)("of %s are in neither the project nor the Nix file", (text) => {
    expect(JSON.stringify(read(text))).not.toContain(SECRET);
    const { text: nix, plan } = convertTexts({ "requirements.txt": text });
    expect(nix).not.toContain(SECRET);
    expect(JSON.stringify(plan)).not.toContain(SECRET);
  });

  test.each([
    `-e https://user:${SECRET}@example.org/a.zip`,
    `-e git+https://user:${SECRET}@example.org/a.git`,
    `a @ git+https://user:${SECRET}@example.org/a.git ; nonsense`,
    `--index-url https://user:${SECRET}@example.org --frobnicate`,
    `-r https://user:${SECRET}@example.org/r.txt --frobnicate`,
    `flask -e git+https://user:${SECRET}@example.org/a.git#egg=a`,
  ])("of %s are not in the error message", (text) => {
    expect(failure(text)).not.toContain(SECRET);
  });

  test("that are left out are told", () => {
    expect(warnings(`--index-url https://user:${SECRET}@example.org/simple`)).toMatchInlineSnapshot(`
      [
        "the credentials in this URL are left out: give them to pip by \${NAME} variables, netrc or its keyring",
      ]
    `);
  });

  test("variables that stand for them stay: they tell no secret", () => {
    const { indexes, diagnostics } = read("--index-url https://${USER}:${PASSWORD}@example.org/simple");
    expect(indexes.map(({ url }) => url)).toEqual(["https://${USER}:${PASSWORD}@example.org/simple"]);
    expect(diagnostics).toEqual([]);
  });
});

// The titles are those of the pains in the notes on other tools, which drop or refuse these lines.
describe("pains of other tools", () => {
  test("pain 5: the output of pip-compile, with -r, --hash and backslashes", () => {
    const compiled = `#
# This file is autogenerated by pip-compile with Python 3.13
# by the following command:
#
#    pip-compile --generate-hashes requirements.in
#
--index-url https://index.example.org/simple

click==8.1.8 \\
    --hash=sha256:63c132bbbed01578a06712a2d1f497bb62d9c1c0d329b7903a866228027263b2 \\
    --hash=sha256:ed53c9d8990d83c2a27deae68e4ee337473f6330c040a31d4225c9574d16096a
    # via flask
colorama==0.4.6 ; sys_platform == "win32" \\
    --hash=sha256:08695f5cb7ed6e0531a20572697297273c47b8cae5a63ffc6d6ed5c201be6e44
    # via
    #   -r requirements.in
    #   click
`;
    expect(shown(compiled)).toEqual([
      "click ==8.1.8 #sha256:63c132bbbed01578a06712a2d1f497bb62d9c1c0d329b7903a866228027263b2 #sha256:ed53c9d8990d83c2a27deae68e4ee337473f6330c040a31d4225c9574d16096a",
      'colorama ==0.4.6 ; sys_platform == "win32" #sha256:08695f5cb7ed6e0531a20572697297273c47b8cae5a63ffc6d6ed5c201be6e44',
    ]);
  });

  test("pain 6: git, URL and editable lines reach pip with their URL, even where nixpkgs has the name", () => {
    const plan = planOf({
      "requirements.txt":
        "flask @ git+https://example.org/flask.git@main\nsix @ https://example.org/six.zip\n-e ./lib\n",
      "lib/setup.py": "",
    });
    expect(plan.decisions.map(({ key, from }) => `${key}: ${from}`)).toEqual(["./lib: pip", "flask: pip", "six: pip"]);
  });

  test("pain 7: --extra-index-url and --no-binary reach pip", () => {
    const { text } = convertTexts({
      "requirements.txt": "--extra-index-url https://example.org/simple\n--no-binary hashids\nhashids\n",
    });
    expect(text).toContain('"--extra-index-url https://example.org/simple"');
    expect(text).toContain('"--no-binary hashids"');
  });

  test.each([
    ["urllib3[secure, socks]~=1.26", "urllib3[secure,socks] ~=1.26"],
    ["urllib3 [secure,socks] ~= 1.26", "urllib3[secure,socks] ~=1.26"],
    ["foo>=1 ; os_name == 'posix'", 'foo >=1 ; os_name == "posix"'],
    ["foo (>=1,<2)", "foo >=1,<2"],
    ["foo(==1.*);python_version>'3'", 'foo ==1.* ; python_version > "3"'],
    ["foo>=1,", "foo >=1"],
  ])("pain 8: spaces and odd spellings: %s", (text, meaning) => {
    expect(shown(text)).toEqual([meaning]);
  });

  test.each([
    "python_version > '3'",
    "python_full_version > '3'",
    "os_name == 'posix'",
    "sys_platform == 'linux'",
    "platform_release > '5'",
    "platform_system == 'Linux'",
    "platform_version == '1'",
    "platform_machine == 'x86_64'",
    "platform_python_implementation == 'CPython'",
    "implementation_name == 'cpython'",
    "implementation_version > '3'",
    "os.name == 'posix'",
    "sys.platform == 'linux'",
    "platform.machine == 'x86_64'",
    "platform.python_implementation == 'CPython'",
  ])("pain 9: every marker variable is known, the dotted ones too: %s", (marker) => {
    const plan = planOf({ "requirements.txt": `hashids; ${marker}` });
    expect(plan.decisions.map(({ from }) => from)).toEqual(["pip"]);
  });

  test("pain 10: arm64 is a Mac, aarch64 is Linux, and the file is for both", () => {
    const condition = (machine: string) =>
      convertTexts({ "requirements.txt": `six; platform_machine == '${machine}'` }).text.replaceAll(/\s+/g, " ");
    expect(condition("arm64")).toContain(
      "lib.optionals (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64) [ ps.six ]",
    );
    expect(condition("aarch64")).toContain(
      "lib.optionals (stdenv.hostPlatform.isLinux && stdenv.hostPlatform.isAarch64) [ ps.six ]",
    );
  });

  test.each([
    ["PEP 621", '[project]\nname = "p"\ndependencies = ["six"]\n'],
    ["PEP 735", '[dependency-groups]\ndev = ["six"]\n'],
    ["Poetry 1", '[tool.poetry.dependencies]\npython = "^3.11"\nsix = "*"\n'],
    ["Poetry 2", '[project]\nname = "p"\ndependencies = ["six (>=1)"]\n[tool.poetry]\npackage-mode = false\n'],
  ])("pain 11: pyproject.toml in the form of %s", (_, text) => {
    const plan = planOf({ "pyproject.toml": text });
    expect(plan.decisions.map(({ key, from }) => `${key}: ${from}`)).toEqual(["six: nixpkgs"]);
  });

  test("pain 12: [project] beside [tool.poetry] loses nothing", () => {
    const plan = planOf({
      "pyproject.toml": `
[project]
name = "p"
dependencies = ["six", "hashids"]
[tool.poetry.dependencies]
hashids = { source = "company" }
[tool.poetry.group.dev.dependencies]
pytest = "*"
`,
    });
    expect(plan.decisions.map(({ key, from }) => `${key}: ${from}`)).toEqual([
      "hashids: pip",
      "pytest: nixpkgs",
      "six: nixpkgs",
    ]);
  });
});

test("no text makes the reader throw anything but an input error", () => {
  const piece = fc.constantFrom(
    ..."a flask == >= ~= 1.0 2 , ; # \\ \n \r\n ' \" ( ) [ ] @ - -- -r -e -c -i --hash= sha256:aa https:// git+ :// # egg= ${X} . / .. * \t é".split(
      " ",
    ),
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      try {
        read(text);
      } catch (error) {
        expect((error as Error).name).toBe("InputError");
      }
    }),
    { numRuns: 2000 },
  );
});

test("options are found the same with any blanks between them", () => {
  const blank = fc.array(fc.constant(" "), { minLength: 1, maxLength: 3 }).map((blanks) => blanks.join(""));
  fc.assert(
    fc.property(blank, blank, blank, (a, b, c) => {
      expect(shown(`foo>=1${a}--hash=sha256:aa${b}--hash${c}sha256:bb`)).toEqual(["foo >=1 #sha256:aa #sha256:bb"]);
    }),
  );
});
