import { describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { loadSettings, readSettings } from "../../src/settings/read.ts";
import { EMPTY_SETTINGS, packageSettings } from "../../src/settings/settings.ts";
import { messageOf } from "../support/errors.ts";
import { CONTRADICTORY, INVALID, VALID } from "./samples.ts";

const read = (text: string, file = "py2nix.toml") => readSettings(new TomlDocument(text, file).root);

const EVERYTHING = `python = "3.12"
match = "exact"
style = "shell"
pin = true
output = "nix/./shell.nix"
groups = ["Dev", "type_checks"]
no-groups = ["docs"]
extras = ["socks"]
all-groups = false
all-extras = true
lock = "../uv.lock"
project = false
installer = "uv"
with = ["git", "pkgs.postgresql"]
libraries = [
  "xorg.libX11",
]
allow-unfree = true
from-pip = ["Zope.Interface"]
from-nixpkgs = ["scipy"]

[packages.opencv-python]
attribute = "opencv4"
match = "any"
libraries = ["zlib"]
reason = "the name differs"

[packages]
pre-commit = { attribute = "pkgs.pre-commit" }
scipy.reason = "is slow to build"
`;

describe("reading", () => {
  test("everything, with its places", () => {
    const at = (line: number, column: number) => ({ file: "sub/py2nix.toml", line, column });
    const unsaid = { from: null, attribute: null, match: null, libraries: [], reason: null };
    expect(read(EVERYTHING, "sub/py2nix.toml")).toEqual({
      python: { value: "3.12", origin: at(1, 1) },
      match: { value: "exact", origin: at(2, 1) },
      style: { value: "shell", origin: at(3, 1) },
      pin: { value: true, origin: at(4, 1) },
      output: { value: "sub/nix/shell.nix", origin: at(5, 1) },
      groups: [
        { value: "dev", origin: at(6, 11) },
        { value: "type-checks", origin: at(6, 18) },
      ],
      noGroups: [{ value: "docs", origin: at(7, 14) }],
      extras: [{ value: "socks", origin: at(8, 11) }],
      allGroups: { value: false, origin: at(9, 1) },
      allExtras: { value: true, origin: at(10, 1) },
      lock: { value: "uv.lock", origin: at(11, 1) },
      project: { value: false, origin: at(12, 1) },
      installer: { value: "uv", origin: at(13, 1) },
      with: [
        { value: ["git"], origin: at(14, 9) },
        { value: ["postgresql"], origin: at(14, 16) },
      ],
      libraries: [{ value: ["xorg", "libX11"], origin: at(16, 3) }],
      allowUnfree: { value: true, origin: at(18, 1) },
      packages: [
        {
          ...unsaid,
          name: "opencv-python",
          key: "opencv-python",
          origin: at(22, 1),
          attribute: { value: { kind: "python", path: ["opencv4"] }, origin: at(23, 1) },
          match: { value: "any", origin: at(24, 1) },
          libraries: [{ value: ["zlib"], origin: at(25, 14) }],
          reason: { value: "the name differs", origin: at(26, 1) },
        },
        {
          ...unsaid,
          name: "pre-commit",
          key: "pre-commit",
          origin: at(29, 1),
          attribute: { value: { kind: "program", path: ["pre-commit"] }, origin: at(29, 16) },
        },
        {
          ...unsaid,
          name: "scipy",
          key: "scipy",
          origin: at(30, 1),
          from: { value: "nixpkgs", origin: at(20, 17) },
          reason: { value: "is slow to build", origin: at(30, 1) },
        },
        {
          ...unsaid,
          name: "Zope.Interface",
          key: "zope-interface",
          origin: at(19, 13),
          from: { value: "pip", origin: at(19, 13) },
        },
      ],
    });
  });

  test("nothing", () => {
    expect(read("")).toEqual(EMPTY_SETTINGS);
    expect(packageSettings(read(""), "constructor")).toBeNull();
  });

  test("words of `lock` are no paths, and an absolute path stays", () => {
    expect(read('lock = "none"', "sub/py2nix.toml").lock?.value).toBe("none");
    expect(read('lock = "auto"', "sub/py2nix.toml").lock?.value).toBe("auto");
    expect(read('lock = "./none"', "sub/py2nix.toml").lock?.value).toBe("sub/none");
    expect(read('lock = "/srv/uv.lock"', "sub/py2nix.toml").lock?.value).toBe("/srv/uv.lock");
  });

  test.each(VALID)("takes %j", (text) => {
    expect(() => read(text)).not.toThrow();
  });

  test.each([...INVALID, ...CONTRADICTORY])("refuses %j: %s", (text, message) => {
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      const { message: got, origin, excerpt } = error as InputError;
      expect(got).toBe(message);
      expect(origin?.file).toBe("py2nix.toml");
      expect(excerpt?.line).toBe(text.split("\n")[(origin?.line ?? 0) - 1]);
      return;
    }
    throw new Error("expected an InputError");
  });
});

describe("the message", () => {
  test.each([
    [
      'pin = true\npyhton = "3.12"',
      `py2nix.toml:2:1: there is no setting "pyhton"
  2 | pyhton = "3.12"
    | ^^^^^^
  Did you mean "python"?`,
    ],
    [
      "[tool.py2nix]\npin = true",
      `py2nix.toml:1:2: there is no setting "tool"
  1 | [tool.py2nix]
    |  ^^^^
  In py2nix.toml the settings stand at the top, without [tool.py2nix].`,
    ],
    [
      "zzz = 1",
      `py2nix.toml:1:1: there is no setting "zzz"
  1 | zzz = 1
    | ^^^
  The settings are: python, match, style, pin, output, groups, no-groups, extras, all-groups, all-extras, lock, project, installer, with, libraries, allow-unfree, from-pip, from-nixpkgs, packages`,
    ],
    [
      "python = 3.10",
      `py2nix.toml:1:1: python should be a string
  1 | python = 3.10
    | ^^^^^^^^^^^^^
  Write it in quotes.`,
    ],
    [
      'match = "exat"',
      `py2nix.toml:1:10: match should be compatible, exact or any
  1 | match = "exat"
    |          ^^^^
  Did you mean "exact"?`,
    ],
    [
      'libraries = [\n  "zlib",\n  "2to3.${x}",\n]',
      `py2nix.toml:3:4: \`2to3\` is no identifier of Nix: write it in quotes, \`"2to3"\`
  3 |   "2to3.\${x}",
    |    ^^^^`,
    ],
    [
      '[packages.zope.interface]\nfrom = "pip"',
      `py2nix.toml:1:16: there is no setting of a package "interface"
  1 | [packages.zope.interface]
    |                ^^^^^^^^^
  A name with a dot is written in quotes: packages."zope.interface"`,
    ],
    [
      'packages.numpy = "pip"',
      `py2nix.toml:1:1: packages.numpy should be a table
  1 | packages.numpy = "pip"
    | ^^^^^^^^^^^^^^^^^^^^^^
  Write { from = "..." } or { attribute = "..." }.`,
    ],
    [
      'from-nixpkgs = ["scipy",\n "NumPy"]\n[packages.numpy]\nfrom = "pip"',
      `py2nix.toml:2:3: numpy is to come from pip and from nixpkgs
  2 |  "NumPy"]
    |   ^^^^^`,
    ],
  ])("of %j", (text, message) => {
    expect(messageOf(() => read(text))).toBe(message);
  });

  test("names the whole key in pyproject.toml", () => {
    const { root } = new TomlDocument('[tool.py2nix]\npin = "yes"', "pyproject.toml");
    expect(
      messageOf(() => readSettings(root.at("tool", "py2nix")!)),
    ).toBe(`pyproject.toml:2:1: tool.py2nix.pin should be true or false
  2 | pin = "yes"
    | ^^^^^^^^^^^`);
  });
});

describe("the settings of a folder", () => {
  const load = (table: Record<string, string>, folder = ".") => loadSettings(folder, filesFromTable(table));

  test("are those of py2nix.toml", () => {
    const { settings, diagnostics, files } = load({ "py2nix.toml": "pin = true", "pyproject.toml": "[project]" });
    expect(settings.pin).toEqual({ value: true, origin: { file: "py2nix.toml", line: 1, column: 1 } });
    expect([diagnostics, files]).toEqual([[], ["py2nix.toml"]]);
  });

  test("else of pyproject.toml", () => {
    const text = '[project]\nname = "x"\n[tool.py2nix]\noutput = "nix/shell.nix"\n';
    const { settings, diagnostics, files } = load({ "app/pyproject.toml": text }, "app");
    expect(settings).toEqual({
      ...EMPTY_SETTINGS,
      output: { value: "app/nix/shell.nix", origin: { file: "app/pyproject.toml", line: 4, column: 1 } },
    });
    expect([diagnostics, files]).toEqual([[], ["app/pyproject.toml"]]);
  });

  test("are those of py2nix.toml alone where both are there, which is told", () => {
    const { settings, diagnostics, files } = load({
      "py2nix.toml": "pin = true",
      "pyproject.toml": '\n[tool.py2nix]\npython = "3.12"\nanything = 1\n',
    });
    expect(settings).toEqual({
      ...EMPTY_SETTINGS,
      pin: { value: true, origin: { file: "py2nix.toml", line: 1, column: 1 } },
    });
    expect(diagnostics).toEqual([
      {
        severity: "note",
        message: "[tool.py2nix] is not used, since there is a py2nix.toml",
        origin: { file: "pyproject.toml", line: 2, column: 1 },
      },
    ]);
    expect(files).toEqual(["py2nix.toml"]);
  });

  test("are none", () => {
    const none = { settings: EMPTY_SETTINGS, diagnostics: [], files: [] };
    expect(load({})).toEqual(none);
    expect(load({ "pyproject.toml": "[tool.other]\npy2nix = 1" })).toEqual(none);
    expect(load({ "py2nix.toml/a": "" })).toEqual(none);
    // This is no TOML, which is for who reads the manifest to say.
    expect(load({ "pyproject.toml": "<<<<<<< HEAD\n" })).toEqual(none);
  });

  test("are found however the key is written", () => {
    expect(load({ "pyproject.toml": '[tool."py2ni\\u0078"]\npin = true' }).settings.pin?.value).toBe(true);
    expect(load({ "pyproject.toml": "tool = { py2nix = { pin = true } }" }).settings.pin?.value).toBe(true);
  });

  test("are refused in a file that is no TOML or no UTF-8", () => {
    expect(messageOf(() => load({ "py2nix.toml": "pin = " }))).toContain("py2nix.toml:1:");
    expect(messageOf(() => loadSettings(".", filesFromTable({ "py2nix.toml": new Uint8Array([0x23, 0xff]) })))).toBe(
      "py2nix.toml:1: this is not UTF-8",
    );
  });
});
