import { describe, expect, test } from "vitest";
import { messageOf } from "../support/errors.ts";
import { indexOf, lines, plan, projectOf, reasons, requirement } from "../support/projects.ts";
import { diagnosticsOf } from "../support/show.ts";

const index = indexOf(
  { flask: "3.1.2", six: "1.17.0", numpy: "2.3.2", typing: "3", oddity: "0-unstable-2024-01-01", boost: "1.0" },
  {
    programs: { poetry: "2.1.4", git: "2" },
    exceptions: [["poetry", "poetry", "toplevel", "alias", "yes", "python application"]],
    falseFriends: [["boost", "boost", "different", "a C++ library"]],
    backports: [["argparse", "argparse"]],
    anomalies: [["oddity", "0-unstable-2024-01-01"]],
    wheelLibraries: [["gmsh", "library", "libGLU xorg.libX11", "x"]],
  },
);

describe("the reason of a decision", () => {
  test.each([
    ["flask", "flask: nixpkgs 3.1.2", "nixpkgs has 3.1.2"],
    ["flask>=3", "flask: nixpkgs 3.1.2", "nixpkgs has 3.1.2, which fits"],
    ["flask<3", "flask: pip flask<3", "nixpkgs has 3.1.2 and <3 is required"],
    ["hashids", "hashids: pip hashids", "nixpkgs has no such package"],
    ["boost", "boost: pip boost", "nixpkgs' boost is something else: a C++ library"],
    ["poetry>=2", "poetry: nixpkgs 2.1.4", "nixpkgs has 2.1.4, which fits (python application)"],
    ["argparse", "argparse: nowhere", "Python has it in its standard library: argparse"],
    ["argparse>=1", "argparse: pip argparse>=1", "nixpkgs has no such package"],
    ["oddity", "oddity: nixpkgs 0-unstable-2024-01-01", "nixpkgs has 0-unstable-2024-01-01"],
    ["oddity>=1", "oddity: pip oddity>=1", "nixpkgs has 0-unstable-2024-01-01, which cannot be compared with >=1"],
    [
      "flask; sys_platform == 'win32'",
      "flask: nowhere",
      'not for Python 3.13.7 on any system of nixpkgs: sys_platform == "win32"',
    ],
  ])("%s", (text, decision, reason) => {
    expect(reasons(projectOf([text]), index)).toEqual({ [decision]: reason });
  });

  test("a place of its own keeps nixpkgs' package out", () => {
    const sources = [
      { kind: "url", url: "https://example.org/six.zip" },
      { kind: "vcs", vcs: "git", url: "https://example.org/six.git" },
      { kind: "path", path: "./six", base: ".", editable: true },
      { kind: "registry", index: "company" },
    ] as const;
    expect(
      sources.map((source) => reasons(projectOf([requirement("six", { source })]), index)["six: pip six"]),
    ).toEqual([
      "it is required from https://example.org/six.zip",
      "it is required from https://example.org/six.git",
      "it is required from ./six",
      "it is required from the index company",
    ]);
  });
});

describe("markers", () => {
  test("of the interpreter are decided, of the platform kept", () => {
    const project = projectOf([
      "flask; sys_platform == 'darwin' and python_version >= '3.12'",
      "six; python_version < '3.12' or platform_machine == 'arm64'",
      "numpy; python_version < '3.12'",
      "hashids; sys_platform != 'darwin'",
    ]);
    expect(lines(project, index)).toEqual([
      "flask: nixpkgs 3.1.2 (isDarwin)",
      "hashids: pip hashids (!isDarwin)",
      "numpy: nowhere",
      "six: nixpkgs 1.17.0 (isDarwin && isAarch64)",
    ]);
    expect(lines(project, index, { python: "3.11" })).toEqual([
      "flask: nowhere",
      "hashids: pip hashids (!isDarwin)",
      "numpy: pip numpy",
      "six: pip six",
    ]);
  });

  test("that only the running system can tell are left to pip", () => {
    const { decisions, diagnostics } = plan(projectOf(["hashids; platform_release >= '20'"]), index);
    expect(decisions.flatMap((decision) => (decision.from === "pip" ? decision.requirements : []))).toMatchObject([
      { name: "hashids", marker: 'platform_release >= "20"' },
    ]);
    expect(diagnosticsOf({ diagnostics })).toEqual([
      expect.stringContaining('platform_release >= "20" cannot be told before the shell is entered'),
    ]);
  });

  test("that are not defined are an error where they stand", () => {
    expect(messageOf(() => plan(projectOf(["six; sys_platform ~= 'linux'"]), index))).toMatchInlineSnapshot(
      `"requirements.txt:1: this marker cannot be evaluated: \`~=\` is not defined for "linux" and "linux""`,
    );
  });
});

describe("two requirements of one project", () => {
  test("with markers that exclude each other take two ways", () => {
    expect(
      lines(projectOf(["flask>=3; sys_platform == 'darwin'", "flask<3; sys_platform != 'darwin'"]), index),
    ).toEqual(["flask: nixpkgs 3.1.2 (isDarwin)", "flask: pip flask<3 (!isDarwin)"]);
  });
  test("on the same platforms must both fit, and pip gets both", () => {
    expect(lines(projectOf(["flask>=3", "flask!=3.1.2"]), index)).toEqual(["flask: pip flask!=3.1.2 and flask>=3"]);
    expect(lines(projectOf(["flask>=3", "flask<4"]), index)).toEqual(["flask: nixpkgs 3.1.2"]);
  });
  test("that overlap: where one does not fit, pip brings it for all who want it there", () => {
    expect(lines(projectOf(["flask", "flask<3; sys_platform == 'darwin'"]), index)).toEqual([
      "flask: nixpkgs 3.1.2 (!isDarwin)",
      "flask: pip flask and flask<3 (isDarwin)",
    ]);
  });
  test("under two spellings of the name are one", () => {
    expect(lines(projectOf(["Flask", "flask"]), index)).toEqual(["flask: nixpkgs 3.1.2"]);
  });
  test("have their extras together", () => {
    expect(lines(projectOf(["flask[async]", "flask[dotenv,async]"]), index)).toEqual([
      "flask: nixpkgs 3.1.2[async,dotenv]",
    ]);
  });
});

test("an extra is asked for only where its requirement's marker holds", () => {
  expect(lines(projectOf(["flask", "flask[async]; sys_platform == 'darwin'"]), index)).toEqual([
    "flask: nixpkgs 3.1.2[async (isDarwin)]",
  ]);
});

describe("constraints", () => {
  const constrained = (requirements: string[], constraints: string[]) =>
    projectOf(requirements, { constraints: constraints.map((text) => requirement(text)) });

  test("narrow a requirement that is there", () => {
    expect(reasons(constrained(["flask"], ["flask==3.0.0"]), index)).toEqual({
      "flask: pip flask": "nixpkgs has 3.1.2 and ==3.0.0 is required",
    });
    expect(lines(constrained(["flask"], ["flask<4"]), index)).toEqual(["flask: nixpkgs 3.1.2"]);
  });
  test("ask for nothing themselves", () => {
    expect(lines(constrained([], ["flask==3.0.0"]), index)).toEqual([]);
  });
  test("bind where their markers hold", () => {
    expect(lines(constrained(["flask"], ["flask<3; sys_platform == 'darwin'"]), index)).toEqual([
      "flask: nixpkgs 3.1.2 (!isDarwin)",
      "flask: pip flask (isDarwin)",
    ]);
  });
  test("are given to pip, but for what nixpkgs brings", () => {
    const { constraints } = plan(constrained(["flask", "hashids"], ["flask<4", "hashids<2", "six<2"]), index);
    expect(constraints.map(({ text }) => text)).toEqual(["hashids<2", "six<2"]);
  });
  test("are of no use where pip brings nothing", () => {
    expect(plan(constrained(["flask"], ["six<2"]), index).constraints).toEqual([]);
  });
});

test("what wheels need is known of what pip brings", () => {
  expect(plan(projectOf(["gmsh"]), index)).toMatchObject({
    wheelLibraries: [["libGLU"], ["xorg", "libX11"]],
    hasBinaryWheels: true,
  });
  expect(plan(projectOf(["flask"]), index)).toMatchObject({ wheelLibraries: [], hasBinaryWheels: false });
});

test("decisions are in the order of their names", () => {
  expect(plan(projectOf(["six", "hashids", "flask"]), index).decisions.map(({ key }) => key)).toEqual([
    "flask",
    "hashids",
    "six",
  ]);
});

test("with an interpreter that has no packages in the index all come from pip", () => {
  expect(lines(projectOf(["flask>=3"]), index, { python: "3.10" })).toEqual(["flask: pip flask>=3"]);
});
