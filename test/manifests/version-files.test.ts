import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import {
  readMiseToml,
  readPythonVersion,
  readRuntimeTxt,
  readToolVersions,
  readVersionFiles,
  VERSION_FILES,
  type VersionFile,
} from "../../src/manifests/version-files.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { messageOf } from "../support/errors.ts";
import { diagnosticsOf } from "../support/show.ts";

/** `3.12 is ==3.12.* (1:1)` and the diagnostics. */
function show(read: VersionFile): string[] {
  const { requiresPython } = read;
  const { line, column } = requiresPython?.origin ?? {};
  return [
    ...(requiresPython
      ? [`${requiresPython.text} is ${formatConstraint(requiresPython.constraint)} (${line}:${column})`]
      : []),
    ...diagnosticsOf(read),
  ];
}

const pin = (text: string) => show(readPythonVersion(text, ".python-version"));

describe("a version", () => {
  // What uv 0.13.9 searches for when this is the file, which `uv python find -v` says.
  test.each([
    ["3", "==3.*"],
    ["3.12", "==3.12.*"],
    ["312", "==3.12.*"],
    ["3.12.4", "==3.12.4"],
    ["3.12.01", "==3.12.1"],
    ["03.12", "==3.12.*"],
    ["v3.12", "==3.12.*"],
    ["V3.12", "==3.12.*"],
    [">=3.11,<3.13", ">=3.11,<3.13"],
    [">= 3.11 , < 3.13", ">=3.11,<3.13"],
    ["~=3.12", "~=3.12"],
    ["==3.12.*", "==3.12.*"],
    ["==3.12", "==3.12.*"],
    ["==3.12.4", "==3.12.4"],
    ["==312", "==3.12.*"],
    ["==3.12.4.1", "==3.12.4.1"],
    ["cpython@3.12", "==3.12.*"],
    ["cpython3.12", "==3.12.*"],
    ["cpython-3.12.1", "==3.12.1"],
    ["CPYTHON-3.12", "==3.12.*"],
    ["cpython>=3.12,<3.13", ">=3.12,<3.13"],
    ["cp312", "==3.12.*"],
    ["cp-3.12", "==3.12.*"],
    ["3.255", "==3.255.*"],
    ["python3.12", "==3.12.*"],
    ["python@3.12", "==3.12.*"],
    ["3.13+gil", "==3.13.*"],
  ])("%j is %s", (text, constraint) => {
    expect(pin(text)).toEqual([`${text} is ${constraint} (1:1)`]);
  });

  // uv leaves these out; pyenv takes them.
  test.each([
    ["python-3.12", "==3.12.*"],
    ["3.12.4/envs/web", "==3.12.4"],
    ["2.7.18", "==2.7.18"],
  ])("%j is %s", (text, constraint) => {
    expect(pin(text)).toEqual([`${text} is ${constraint} (1:1)`]);
  });

  test.each([
    ["3.12-dev", "==3.12.*", "warning 1:1: 3.12-dev is no release: a release of 3.12 is taken"],
    ["3.13t-dev", "==3.13.*", "warning 1:1: 3.13t-dev is no release: a release of 3.13 is taken"],
    ["3.14.0rc1", "==3.14.*", "warning 1:1: 3.14.0rc1 is a pre-release: a release of 3.14 is taken"],
    ["3.14b2", "==3.14.*", "warning 1:1: 3.14b2 is a pre-release: a release of 3.14 is taken"],
    ["3.14.0rc1t", "==3.14.*", "warning 1:1: 3.14.0rc1t is a pre-release: a release of 3.14 is taken"],
    ["3.13t", "==3.13.*", "warning 1:1: 3.13t is a free-threaded build: the shell has the usual one"],
    ["3.13.0t", "==3.13.0", "warning 1:1: 3.13.0t is a free-threaded build: the shell has the usual one"],
    ["3.13td", "==3.13.*", "warning 1:1: 3.13td is a free-threaded build: the shell has the usual one"],
    [
      "3.13+freethreaded",
      "==3.13.*",
      "warning 1:1: 3.13+freethreaded is a free-threaded build: the shell has the usual one",
    ],
    [
      "cpython-3.13.0+freethreaded",
      "==3.13.0",
      "warning 1:1: 3.13.0+freethreaded is a free-threaded build: the shell has the usual one",
    ],
    ["3.12.0d", "==3.12.0", "warning 1:1: 3.12.0d is a debug build: the shell has the usual one"],
    ["3.12+debug", "==3.12.*", "warning 1:1: 3.12+debug is a debug build: the shell has the usual one"],
    ["3.13+gil+debug", "==3.13.*", "warning 1:1: 3.13+gil+debug is a debug build: the shell has the usual one"],
    ["==3.13t", "==3.13.*", "warning 1:1: 3.13t is a free-threaded build: the shell has the usual one"],
    [">=3.12t", ">=3.12", "warning 1:1: >=3.12t is a free-threaded build: the shell has the usual one"],
    ["cpython-3.12.3-macos-aarch64-none", "==3.12.3", "note 1:1: the shell is for every system, not for one"],
  ])("%j is %s, with a remark", (text, constraint, remark) => {
    expect(pin(text)).toEqual([`${text} is ${constraint} (1:1)`, remark]);
  });

  test("of any kind is none", () => {
    for (const text of ["any", "default", "cpython", "cp", "python"]) expect(pin(text)).toEqual([]);
    expect(pin("cpython-3.12-any-any-any")).toEqual(["cpython-3.12-any-any-any is ==3.12.* (1:1)"]);
    expect(pin("latest")).toEqual(["warning 1:1: the newest Python is not looked for: nixpkgs has a default"]);
  });

  test.each([
    ...["pypy3.10-7.3.15", "pypy@3.10", "pypy", "graalpy-3.10", "miniconda3-3.12-24.1.2-0", "anaconda3-2023.09"],
    ...["myproject", "./foo/bar", "../../etc", "ref:main", "3.12.x", "3.12.*", "^3.12", "3.12.4.1", "3.12.post1"],
    ...["3_12", "3.12,3.13", "3.12.4+local", "1!3.12", "3rc1", "3.256", "99999", "3.12-dev-x", "-dev", "t", "@3.12"],
    ...[
      "=3.12",
      ">=",
      ">=x",
      "cpython-",
      "cpython-3.12-",
      "cpython-3.12-a-b-c-d",
      "python-3.12-linux",
      "3.12-linux",
      "3.13dt",
      "3.13td+",
      "~=3",
    ],
    ...["{{env.PY}}", "≥3.12", "3．12", "３.12", "\u202e3.12", "3.12\u0000"],
  ])("is not %j", (text) => {
    expect(pin(text)).toEqual([`warning 1:1: ${text} names no release of CPython: it is not used`]);
  });

  test("is not the system's", () => {
    expect(pin("system")).toEqual(["note 1:1: system names no release of CPython: it is not used"]);
  });
});

describe(".python-version", () => {
  test("has comments, blank lines and white space", () => {
    expect(pin("# why\n\n  #3.9\n \t3.12.4 \t\r\n")).toEqual(["3.12.4 is ==3.12.4 (4:3)"]);
    expect(pin("3.12")).toEqual(pin("3.12\r"));
    for (const text of ["", "\n", "# only\n"]) expect(pin(text)).toEqual([]);
  });

  test("has a version in each line, of which the first counts", () => {
    expect(pin("3.12\n3.11.9\n\nsystem\n")).toEqual([
      "3.12 is ==3.12.* (1:1)",
      "note 2:1: the shell has one interpreter, the first here: not 3.11.9, system",
    ]);
  });

  test("has what is no CPython told, and the next taken", () => {
    expect(pin("pypy3.10-7.3.15\nsystem\n3.12\n")).toEqual([
      "3.12 is ==3.12.* (3:1)",
      "warning 1:1: pypy3.10-7.3.15 names no release of CPython: it is not used",
      "note 2:1: system names no release of CPython: it is not used",
    ]);
  });

  test("is read to the first word of a line where the line is no version", () => {
    expect(pin("3.12 # the newest we test\n")).toEqual(["3.12 is ==3.12.* (1:1)"]);
    expect(pin(" 3.12 3.11 3.10\n")).toEqual([
      "3.12 is ==3.12.* (1:2)",
      "note 1:2: only the first word of this line is read: 3.11 3.10 is not",
    ]);
  });

  test("shows no endless word", () => {
    expect(pin("x".repeat(1000))).toEqual([
      `warning 1:1: ${"x".repeat(60)}… names no release of CPython: it is not used`,
    ]);
  });
});

describe(".tool-versions", () => {
  const read = (text: string) => show(readToolVersions(text, ".tool-versions"));

  test.each([
    ["nodejs 20.1.0\npython 3.12.1\nruby 3.2", ["3.12.1 is ==3.12.1 (2:8)"]],
    ["  python\t3.12 # why\n", ["3.12 is ==3.12.* (1:10)"]],
    ["python: 3.12.1", ["3.12.1 is ==3.12.1 (1:9)"]],
    ["core:python 3.12.1", ["3.12.1 is ==3.12.1 (1:13)"]],
    ["python prefix:3.12", ["prefix:3.12 is ==3.12.* (1:8)"]],
    ["#python 3.12.1\n# python 3.11", []],
    ["ipython 8\npython-build 3", []],
    ["", []],
    [
      "python 3.12.1 3.11.9 system",
      ["3.12.1 is ==3.12.1 (1:8)", "note 1:15: the shell has one interpreter, the first here: not 3.11.9, system"],
    ],
    [
      "python ref:main 3.12.1",
      ["3.12.1 is ==3.12.1 (1:17)", "warning 1:8: ref:main names no release of CPython: it is not used"],
    ],
    ["python path:~/py", ["warning 1:8: path:~/py names no release of CPython: it is not used"]],
    ["python pypy3.10-7.3.15", ["warning 1:8: pypy3.10-7.3.15 names no release of CPython: it is not used"]],
    ["python system", ["note 1:8: system names no release of CPython: it is not used"]],
    ["python", ["warning 1:1: this line names no version"]],
    ["python # 3.12", ["warning 1:1: this line names no version"]],
    [
      "python 3.12.1\npython 3.11.9",
      ["3.12.1 is ==3.12.1 (1:8)", "warning 2:1: python stands here again: the first line counts"],
    ],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("runtime.txt", () => {
  const read = (text: string) => show(readRuntimeTxt(text, "runtime.txt"));

  test.each([
    ["python-3.12.4\n", ["python-3.12.4 is ==3.12.4 (1:1)"]],
    ["# why\n\n  python-3.12 \r\n", ["python-3.12 is ==3.12.* (3:3)"]],
    ["", []],
    ["pypy3.10-7.3.15", ["warning 1:1: pypy3.10-7.3.15 names no release of CPython: it is not used"]],
    ["3.12.4", ["warning 1:1: 3.12.4 names no release of CPython: it is not used"]],
    ["python-3", ["warning 1:1: python-3 names no release of CPython: it is not used"]],
    ["Python-3.12", ["warning 1:1: Python-3.12 names no release of CPython: it is not used"]],
    ["python-03.12", ["warning 1:1: python-03.12 names no release of CPython: it is not used"]],
    ["python-3.12.4 extra", ["warning 1:1: python-3.12.4 extra names no release of CPython: it is not used"]],
    ["r-4.1-2021-05-12", ["warning 1:1: r-4.1-2021-05-12 names no release of CPython: it is not used"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("mise.toml", () => {
  const read = (text: string) => show(readMiseToml(text, "mise.toml"));

  test.each([
    ['[tools]\nnode = "20"\npython = "3.12"', ["3.12 is ==3.12.* (3:1)"]],
    ['tools.python = "3.12.1"', ["3.12.1 is ==3.12.1 (1:1)"]],
    ['[tools]\n"core:python" = "3.12"', ["3.12 is ==3.12.* (2:1)"]],
    ['[tools]\nnode = "20"', []],
    ["[env]\nX = 1", []],
    [
      '[tools]\npython = ["3.12", "3.11"]',
      ["3.12 is ==3.12.* (2:11)", "note 2:19: the shell has one interpreter, the first here: not 3.11"],
    ],
    ["[tools]\npython = []", []],
    ['[tools]\npython = { version = "3.12", install_env = { A = "b" } }', ["3.12 is ==3.12.* (2:12)"]],
    ['[tools.python]\nversion = "3.12"', ["3.12 is ==3.12.* (2:1)"]],
    ['[tools]\npython = [{ prefix = "3.12" }]', ["prefix:3.12 is ==3.12.* (2:13)"]],
    [
      '[tools]\npython = { version = "3.12", os = ["linux"] }',
      ["3.12 is ==3.12.* (2:12)", "note 2:30: the shell is for every system, not for some"],
    ],
    ['[tools]\npython = "latest"', ["warning 2:1: the newest Python is not looked for: nixpkgs has a default"]],
    ['[tools]\npython = { path = "~/py" }', ["warning 2:12: path:~/py names no release of CPython: it is not used"]],
    ['[tools]\npython = { ref = "main" }', ["warning 2:12: ref:main names no release of CPython: it is not used"]],
    ['[tools]\npython = "{{ env.PY }}"', ["warning 2:1: {{ env.PY }} names no release of CPython: it is not used"]],
    ['[tools]\npython = ""', ['warning 2:1: "" names no release of CPython: it is not used']],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    [
      "[tools]\npython = 3.12",
      "mise.toml:2:1: tools.python should be a string\n  2 | python = 3.12\n    | ^^^^^^^^^^^^^\n  Write it in quotes.",
    ],
    [
      '[tools]\npython = { version = "3", path = "x" }',
      'mise.toml:2:1: tools.python should have exactly one of version, prefix, path, ref\n  2 | python = { version = "3", path = "x" }\n    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
    [
      "[tools]\npython = {}",
      "mise.toml:2:1: tools.python should have exactly one of version, prefix, path, ref\n  2 | python = {}\n    | ^^^^^^^^^^^",
    ],
    ["tools = 1", "mise.toml:1:1: tools should be a table\n  1 | tools = 1\n    | ^^^^^^^^^"],
  ])("is wrong: %j", (text, message) => {
    expect(messageOf(() => read(text))).toBe(message);
  });
});

describe("the version files of a folder", () => {
  const read = (table: Record<string, string>, folder = ".") => {
    const found = readVersionFiles(folder, filesFromTable(table));
    return [...show(found), ...found.files];
  };

  test("are none", () => {
    expect(read({ "requirements.txt": "" })).toEqual([]);
  });

  test("are all read, and the first that names a version decides", () => {
    expect(
      read(
        {
          "app/runtime.txt": "python-3.12.4",
          "app/.tool-versions": "python 3.11.9",
          "app/.python-version": "system",
          "app/mise.toml": '[tools]\npython = "3.12"',
        },
        "app",
      ),
    ).toEqual([
      "3.12 is ==3.12.* (2:1)",
      "note 1:1: system names no release of CPython: it is not used",
      "note 1:8: 3.11.9 is not what the shell goes by: app/mise.toml has 3.12",
      "note 1:1: python-3.12.4 is not what the shell goes by: app/mise.toml has 3.12",
      "app/.python-version",
      "app/mise.toml",
      "app/.tool-versions",
      "app/runtime.txt",
    ]);
  });

  test("are not told apart where they say the same", () => {
    expect(read({ ".python-version": "3.12.4", "runtime.txt": "python-3.12.4" })).toEqual([
      "3.12.4 is ==3.12.4 (1:1)",
      ".python-version",
      "runtime.txt",
    ]);
  });

  test("begin with a byte order mark, and are no UTF-16", () => {
    expect(read({ ".python-version": "\ufeff3.12" })).toEqual(["3.12 is ==3.12.* (1:1)", ".python-version"]);
    const utf16 = new Uint8Array([0xff, 0xfe, 0x33, 0, 0x2e, 0]);
    expect(messageOf(() => readVersionFiles(".", filesFromTable({ ".python-version": utf16 })))).toBe(
      ".python-version:1: this is not UTF-8\n  Save it as UTF-8: some shells write UTF-16.",
    );
  });
});

describe("of any text", () => {
  const piece = fc.constantFrom(
    ...[
      "3",
      "3.12",
      ".",
      "-",
      "@",
      "t",
      "d",
      "rc1",
      "+",
      "debug",
      "python",
      "cpython",
      "pypy",
      ">=",
      "<",
      ",",
      "*",
      " ",
    ],
    ...[
      "\n",
      "\r",
      "\t",
      "#",
      "system",
      "ref:",
      "prefix:",
      "/envs/x",
      "-dev",
      "=",
      '"',
      "[tools]\n",
      "{",
      "}",
      "[",
      "]",
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary" }),
  );

  test.each(VERSION_FILES)(
    "$name throws nothing but an InputError, and binds what is a constraint",
    ({ read, name }) => {
      const check = (content: string): void => {
        try {
          const { requiresPython, diagnostics } = read(content, name);
          if (requiresPython) expect(formatConstraint(requiresPython.constraint)).toMatch(/^[<>=!~]/);
          const lines = content.split(/\r\n|\n|\r/).length;
          for (const { origin } of diagnostics) expect(origin?.line).toBeLessThanOrEqual(lines);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      };
      fc.assert(
        fc.property(text, (content) => {
          check(content);
          check(`python ${content}`);
          check(`python-${content}`);
          check(`[tools]\npython = ${JSON.stringify(content)}`);
          check(`[tools]\npython = ${content}`);
        }),
        { numRuns: 1500 },
      );
    },
  );

  test("is read in linear time", () => {
    for (const { read, name } of VERSION_FILES) {
      for (const long of ["3", "3.", "-", "t", " ", ">=3,", "python ", "/envs/x", "\n", "3.12-a", "#"].map((part) =>
        part.repeat(50_000),
      ))
        try {
          read(long, name);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
    }
  }, 20_000);
});
