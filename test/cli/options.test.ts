import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { type Options, wordsOf } from "../../src/cli/options.ts";
import { selectionOf } from "../../src/cli/shared-options.ts";
import { DEFAULT_SELECTION } from "../../src/resolver/selection.ts";
import { folderOf, py2nix } from "../support/cli.ts";

const PYPROJECT = `[project]
name = "p"
dependencies = ["flask>=3"]
[project.optional-dependencies]
x = ["six"]
y = ["attrs"]
[dependency-groups]
dev = ["ruff"]
docs = ["sphinx"]
test = ["pytest"]
[build-system]
requires = ["hatchling"]
`;

describe("help", () => {
  test("lists every command, and each has its own with examples that work", async () => {
    const folder = folderOf({ "pyproject.toml": PYPROJECT, "requirements/a.in": "six" });
    const all = py2nix(folder, ["--help"]).stdout.replace(/\s+/g, " ");
    for (const { name, summary, load } of COMMANDS) {
      expect(all).toContain(`py2nix ${name} [files..]`);
      expect(all).toContain(summary);
      const { code, stdout, stderr } = py2nix(folder, [name, "--help"]);
      expect([code, stderr]).toEqual([0, ""]);
      const { options, examples } = await load();
      for (const option of Object.keys(options)) expect(stdout).toContain(`--${option} `);
      expect(stdout).toContain("Examples:");
      for (const [line] of examples) {
        expect(stdout).toContain(`py2nix ${line}`);
        const words = line
          .replace(/ > .*/, "")
          .split(" ")
          .map((word) => word.replaceAll("'", ""));
        if (["uv.lock", "numpy"].some((word) => words.includes(word))) continue;
        expect(py2nix(folder, words), line).toMatchObject({ code: 0 });
      }
    }
  });

  test("is English and fits in 100 columns whatever the locale", () => {
    const folder = folderOf({});
    const { stdout } = py2nix(folder, ["--help"], { env: { LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" } });
    expect(stdout).toBe(py2nix(folder, ["--help"]).stdout);
    expect(stdout).toContain("[repeatable]");
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });
});

describe("what is misspelt", () => {
  const folder = () => folderOf({ "requirements.txt": "flask" });
  const HELP = "  py2nix --help lists the commands and options.\n";

  test.each([
    [["--quite"], `error: there is no option --quite; did you mean --quiet?\n${HELP}`],
    [["--no-groups", "x"], `error: there is no option --no-groups; did you mean --no-group?\n${HELP}`],
    [["--allextras"], `error: there is no option --allextras; did you mean --all-extras?\n${HELP}`],
    [["--zzz"], `error: there is no option --zzz\n${HELP}`],
    [["-x"], `error: there is no option -x\n${HELP}`],
    [["prase"], `error: there is no command or file prase; did you mean parse?\n${HELP}`],
    [["-q", "parse"], `error: the command comes before its options: py2nix parse ...\n${HELP}`],
    [["covnert", "requirements.txt"], `error: there is no command or file covnert; did you mean convert?\n${HELP}`],
    [
      ["parse", "--jsn"],
      "error: there is no option --jsn; did you mean --json?\n  py2nix parse --help lists its options.\n",
    ],
    [["parse", "--pin"], "error: there is no option --pin\n  py2nix parse --help lists its options.\n"],
    [["--style", "shel"], `error: there is no style shel; did you mean shell?\n${HELP}`],
    [
      ["--style", "flake", "--inside", "command"],
      `error: there is no inside command; --inside is one of shell, env, impure, fhs, native\n${HELP}`,
    ],
    [["--format", "setup.cfg"], `error: there is no format setup.cfg; did you mean setup-cfg?\n${HELP}`],
    [["--pin=no"], `error: --pin takes no value\n${HELP}`],
    [["--no-pin"], `error: there is no option --no-pin\n${HELP}`],
    [["--python", "3.12", "--python", "3.13"], `error: --python is given 2 times\n${HELP}`],
    [["--group"], `error: --group needs a value\n${HELP}`],
    [["--group", "--pin"], `error: --group needs a value\n${HELP}`],
    [["-o"], `error: -o needs a value\n${HELP}`],
  ])("%j", (args, stderr) => {
    expect(py2nix(folder(), args)).toEqual({ code: 2, stdout: "", stderr });
  });

  test("a file of a name like a command's is that file", () => {
    expect(py2nix(folderOf({ prase: "six" }), ["prase"]).code).toBe(0);
  });
});

describe("the selection", () => {
  const names = (args: readonly string[]) => {
    const run = py2nix(folderOf({ "pyproject.toml": PYPROJECT }), args);
    expect(run.stderr).not.toContain("error");
    return ["flask", "six", "attrs", "ruff", "sphinx", "pytest", "hatchling"]
      .filter((name) => new RegExp(`ps\\.${name}\\b|pkgs\\.${name}\\b|^ +${name}$`, "m").test(run.stdout))
      .join(" ");
  };

  test.each([
    [[], "flask ruff"],
    [["--group", "docs"], "flask ruff sphinx"],
    [["--group=docs", "--group", "test"], "flask ruff sphinx pytest"],
    [["--all-groups"], "flask ruff sphinx pytest"],
    [["--all-groups", "--no-group", "docs"], "flask ruff pytest"],
    [["--all-groups", "--no-group=docs", "--no-group", "dev"], "flask pytest"],
    [["--no-default-groups"], "flask"],
    [["--no-default-groups", "--group", "test"], "flask pytest"],
    [["--only-group", "docs"], "sphinx"],
    [["--extra", "x", "--extra", "Y"], "flask six attrs ruff"],
    [["--all-extras"], "flask six attrs ruff"],
    [["--build-system"], "flask ruff hatchling"],
    [["--group", "docs", "pyproject.toml"], "flask ruff sphinx"],
  ])("%j", (args, wanted) => {
    expect(names(args)).toBe(wanted);
  });

  test("is the default one when nothing is asked for", () => {
    expect(
      selectionOf({
        group: [],
        "all-groups": false,
        "no-group": [],
        "only-group": [],
        "no-default-groups": false,
        extra: [],
        "all-extras": false,
        package: [],
        "build-system": false,
      }),
    ).toEqual(DEFAULT_SELECTION);
  });

  test("is in the command line that makes the file again", () => {
    const folder = folderOf({ "pyproject.toml": PYPROJECT });
    const args = ["--no-default-groups", "--no-group=dev", "pyproject.toml", "--build-system", "--group", "docs", "-q"];
    const { stdout } = py2nix(folder, args);
    const words = "convert pyproject.toml --group docs --no-group dev --no-default-groups --build-system";
    expect(stdout).toContain(`#   py2nix ${words} -o shell.nix\n`);
    expect(py2nix(folder, words.split(" ")).stdout).toBe(stdout);
  });
});

describe("the words that give options again", () => {
  const OPTIONS = {
    list: { kind: "list", section: "", describe: "" },
    value: { kind: "value", section: "", describe: "", alias: "v" },
    flag: { kind: "flag", section: "", describe: "" },
    quiet: { kind: "flag", section: "", describe: "", isPassing: true },
  } as const satisfies Options;

  test.each([
    [{ list: [], value: null, flag: false, quiet: true }, []],
    [{ list: ["a", "b"], value: "x", flag: true, quiet: false }, ["--list", "a", "--list", "b", "-v", "x", "--flag"]],
    [{ list: ["-a", "-"], value: "--x", flag: false, quiet: false }, ["--list=-a", "--list", "-", "--value=--x"]],
  ])("%j", (given, words) => {
    expect(wordsOf(OPTIONS, given)).toEqual(words);
  });
});
