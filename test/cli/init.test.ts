import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ignoredFolders, withHook, withIgnored } from "../../src/cli/added-lines.ts";
import { HOOK_FILES } from "../../src/cli/hook-files.ts";
import { executable, folderOf, py2nix } from "../support/cli.ts";
import { root } from "../support/paths.ts";
import { requireOrSkip } from "../support/tools.ts";

const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const FILES = { "requirements.txt": "flask\n", ".git/HEAD": "" };
const CONFIG = `# Ours.
repos:
  - repo: https://example.org/hooks
    rev: v1.2.3   # kept by hand
    hooks:
    - id: black
      args: [--line-length, "120"]

  # The end of them.

default_stages: [pre-commit]
`;

describe("init", () => {
  test("writes the file, what direnv, git and pre-commit need, and does so once", () => {
    const folder = folderOf({ ...FILES, ".gitignore": "*.pyc", ".pre-commit-config.yaml": CONFIG });
    const args = ["init", "--envrc", "--pre-commit"];
    expect(py2nix(folder, args)).toEqual({
      code: 0,
      stdout: "",
      stderr: [
        "  shell.nix                new: 1 of 1 dependencies from nixpkgs, 0 from pip",
        "  .envrc                   new",
        "  .gitignore               3 lines added",
        "  .pre-commit-config.yaml  8 lines added",
        "Enter it: direnv allow\n",
      ].join("\n"),
    });
    expect(read(folder, "shell.nix")).toContain("#   py2nix convert --envrc -o shell.nix\n");
    expect(read(folder, ".envrc")).toMatch(/\nuse nix\n$/);
    expect(read(folder, ".gitignore")).toBe("*.pyc\n.venv/\n.direnv/\n");
    const config = read(folder, ".pre-commit-config.yaml");
    const added = config.split("\n").filter((line) => !CONFIG.split("\n").includes(line));
    expect(added.map((line) => line.trim().replace(/: .*/, ""))).toEqual([
      "- repo",
      "- id",
      "name",
      "entry",
      "language",
      "pass_filenames",
      "files",
    ]);
    expect(config.startsWith(CONFIG.slice(0, CONFIG.indexOf("\n  # The end")))).toBe(true);
    expect(config.endsWith(CONFIG.slice(CONFIG.indexOf("\n  # The end")))).toBe(true);
    const names = ["shell.nix", ".envrc", ".gitignore", ".pre-commit-config.yaml"];
    const before = names.map((name) => read(folder, name));
    const again = py2nix(folder, args);
    expect(again.stderr.match(/ stays as it is$/gm)?.length).toBe(4);
    // What it was made with is not asked for again.
    expect(py2nix(folder, ["init"]).code).toBe(0);
    expect(names.map((name) => read(folder, name))).toEqual(before);
  });

  test("--dry-run shows everything and writes nothing", () => {
    const folder = folderOf(FILES);
    const { code, stdout, stderr } = py2nix(folder, ["init", "--dry-run", "--style", "flake", "--pre-commit"]);
    expect(code).toBe(0);
    expect(stdout.match(/^\+\+\+ .*$/gm)).toEqual(["+++ flake.nix", "+++ .gitignore", "+++ .pre-commit-config.yaml"]);
    expect(stdout).toContain("+        entry: py2nix update --recursive\n");
    expect(stderr).toMatch(/\nnothing was written \(--dry-run\)\n$/);
    expect(readdirSync(folder).sort()).toEqual([".git", "requirements.txt"]);
  });

  test("takes the answers of its options", () => {
    const folder = folderOf({ "app/requirements.txt": "flask\n", ".git/HEAD": "" });
    const args = ["init", "app", "--style", "flake", "--python", "3.12", "--pin", "--yes", "--pre-commit"];
    const { code, stderr } = py2nix(folder, args);
    expect([code, stderr.split("\n").at(-2)]).toEqual([0, "Enter it: cd app && git add flake.nix && nix develop"]);
    expect(read(folder, "app/flake.nix")).toContain(
      "#   py2nix convert --style flake --pin --python 3.12 -o flake.nix\n",
    );
    // pre-commit reads the configuration of the repository.
    expect(existsSync(join(folder, ".pre-commit-config.yaml"))).toBe(true);
    expect(existsSync(join(folder, "app/.pre-commit-config.yaml"))).toBe(false);
    // And the file goes on with them.
    expect(py2nix(folder, ["init", "app", "--envrc"]).stderr).toMatch(/^ {2}app\/flake\.nix +changed/m);
    expect(read(folder, "app/flake.nix")).toContain(" --style flake --pin --envrc --python 3.12 -o flake.nix\n");
  });

  test("goes by the settings", () => {
    const folder = folderOf({
      "requirements.txt": "flask\n",
      "py2nix.toml": 'style = "flake"\noutput = "nix/flake.nix"\n',
    });
    mkdirSync(join(folder, "nix"));
    expect(py2nix(folder, ["init", "-q"])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(read(folder, "nix/flake.nix")).toContain("#   py2nix convert .. -o flake.nix\n");
    // There is no git here.
    expect(existsSync(join(folder, ".gitignore"))).toBe(false);
  });

  test("leaves what another made", () => {
    const folder = folderOf({ ...FILES, "shell.nix": "{ }\n", ".envrc": "use nix\n" });
    expect(py2nix(folder, ["init"])).toMatchObject({ code: 2, stderr: expect.stringContaining("not made by py2nix") });
    expect(readdirSync(folder)).not.toContain(".gitignore");
    const { stderr } = py2nix(folder, ["init", "--style", "flake", "--envrc"]);
    expect(stderr).toContain("  .envrc      was not made by py2nix, and stays (--force)\n");
    expect([read(folder, "shell.nix"), read(folder, ".envrc")]).toEqual(["{ }\n", "use nix\n"]);
  });

  test("tells what to add to a configuration that it does not understand", () => {
    const strange = "repos: [{repo: local, hooks: [{id: a}]}]\n";
    const folder = folderOf({ ...FILES, ".pre-commit-config.yaml": strange });
    const { code, stderr } = py2nix(folder, ["init", "--pre-commit"]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning: .pre-commit-config.yaml is not written in a way that a hook could be added to");
    expect(stderr).toContain("\n        entry: py2nix update --recursive\n");
    expect(read(folder, ".pre-commit-config.yaml")).toBe(strange);
  });

  test.each([
    [["init"], "there is no pyproject.toml, requirements.txt or other manifest in this folder"],
    [["init", "nowhere"], "nowhere is no folder"],
    [["init", "a", "b"], "init takes one folder"],
    [["init", "--style", "command"], "there is no style command"],
  ])("%j is 2", (args, message) => {
    const run = py2nix(folderOf({}), args);
    expect([run.code, run.stdout, run.stderr]).toEqual([2, "", expect.stringContaining(message)]);
  });
});

describe("at a terminal, init", () => {
  type Steps = readonly (readonly [wait: string, type: string])[];
  const driver = `${root}/test/support/terminal.py`;
  const run = (
    python: string,
    folder: string,
    steps: Steps,
    args: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ) => {
    const words = [driver, JSON.stringify(steps), process.execPath, executable, "init", ...args];
    const { CI: _, ...inherited } = process.env;
    const options = { cwd: folder, encoding: "utf8", env: { ...inherited, TERM: "xterm", ...env } } as const;
    return JSON.parse(execFileSync(python, words, options)) as { code: number; shown: string; unanswered: Steps };
  };

  requireOrSkip("python3", "asks for what it has to know, and again for what is no answer", (python) => {
    const folder = folderOf({ ...FILES, ".pre-commit-config.yaml": CONFIG });
    const { code, shown, unanswered } = run(python, folder, [
      ["Style, of ", "nope\r"],
      ["[shell] ", "flake\r"],
      ["Python, such as 3.12?", "3.12\r"],
      ["Pin nixpkgs", "perhaps\r"],
      ["[y/N] ", "yes\r"],
      ["Write .envrc", "n\r"],
      ["Add a hook to .pre-commit-config.yaml? [Y/n] ", "\r"],
      ["Write this? [Y/n] ", "y\r"],
    ]);
    expect([code, unanswered]).toEqual([0, []]);
    expect(shown).toContain("Enter it: git add flake.nix && nix develop");
    expect(read(folder, "flake.nix")).toContain("#   py2nix convert --style flake --pin --python 3.12 -o flake.nix\n");
    expect(read(folder, ".pre-commit-config.yaml")).toContain("py2nix-update");
    expect(existsSync(join(folder, ".envrc"))).toBe(false);
  });

  requireOrSkip("python3", "writes nothing without a yes", (python) => {
    const folder = folderOf(FILES);
    const enter: Steps = [
      ["Style, of ", "\r"],
      ["Python, ", "\r"],
      ["Pin nixpkgs", "\r"],
      ["Write .envrc", "n\r"],
      ["Add a hook", "\r"],
    ];
    const refused = run(python, folder, [...enter, ["Write this?", "n\r"]]);
    expect([refused.code, refused.shown]).toEqual([0, expect.stringContaining("nothing was written")]);
    const ended = run(python, folder, [...enter, ["Write this?", "\u0004"]]);
    expect([ended.code, ended.shown]).toEqual([
      2,
      expect.stringContaining("there was no answer, and nothing was written"),
    ]);
    // The program ends by the signal, as the shell that started it expects.
    expect(run(python, folder, [["Style, of ", "\u0003"]]).code).toBe(-2);
    expect(readdirSync(folder).sort()).toEqual([".git", "requirements.txt"]);
  });

  requireOrSkip("python3", "asks nothing with --yes, in CI, or about a file that it made", (python) => {
    const folder = folderOf(FILES);
    expect(run(python, folder, [], ["--yes"])).toMatchObject({ code: 0, shown: expect.not.stringContaining("?") });
    expect(run(python, folderOf(FILES), [], [], { CI: "true" })).toMatchObject({ code: 0 });
    expect(run(python, folder, [])).toMatchObject({ code: 0, shown: expect.not.stringContaining("?") });
  });

  requireOrSkip("python3", "has colour, unless NO_COLOR is set", (python) => {
    expect(run(python, folderOf(FILES), [], ["--yes"]).shown).toContain("\u001b[1m");
    expect(run(python, folderOf(FILES), [], ["--yes"], { NO_COLOR: "1" }).shown).not.toContain("\u001b[");
    expect(run(python, folderOf(FILES), [], ["--yes"], { TERM: "dumb" }).shown).not.toContain("\u001b[");
  });
});

describe("lines added to .gitignore", () => {
  test.each([
    ["", ".venv/\n.direnv/\n"],
    ["a", "a\n.venv/\n.direnv/\n"],
    ["a\r\n", "a\r\n.venv/\r\n.direnv/\r\n"],
    [".venv\n", ".venv\n.direnv/\n"],
    ["/.venv/\n**/.direnv\n", "/.venv/\n**/.direnv\n"],
    ["# .venv\n!.direnv\nsrc/.venv\n", "# .venv\n!.direnv\nsrc/.venv\n.venv/\n.direnv/\n"],
  ])("%j", (text, result) => {
    expect(withIgnored(text, [".venv", ".direnv"], ignoredFolders(text))).toBe(result);
    expect(withIgnored(result, [".venv", ".direnv"], ignoredFolders(result))).toBe(result);
  });
});

describe("the hook in a configuration of pre-commit", () => {
  const hook = (indent: string) =>
    `- repo: local\n  hooks:\n    - id: py2nix-update\n      name: py2nix update\n      entry: py2nix update --recursive\n      language: system\n      pass_filenames: false\n      files: 'x'\n`.replace(
      /^(?=.)/gm,
      indent,
    );

  test.each([
    ["of none", null, `repos:\n${hook("  ")}`],
    ["of an empty one", "\n", `repos:\n${hook("  ")}`],
    [
      "without repositories",
      "fail_fast: true\nrepos: []  # none\nexclude: x\n",
      `fail_fast: true\nrepos:  # none\n${hook("  ")}exclude: x\n`,
    ],
    [
      "not indented",
      "repos:\n- repo: a\n  hooks:\n  - id: b\n# end\n",
      `repos:\n- repo: a\n  hooks:\n  - id: b\n${hook("")}# end\n`,
    ],
    [
      "without an end",
      "repos:\n    - repo: a\n      hooks: []",
      `repos:\n    - repo: a\n      hooks: []\n${hook("    ")}`,
    ],
    ["before other keys", "repos:\n  - repo: a\n\nci:\n  x: y\n", `repos:\n  - repo: a\n${hook("  ")}\nci:\n  x: y\n`],
    [
      "with line ends of Windows",
      "repos:\r\n  - repo: a\r\n",
      `repos:\n  - repo: a\n${hook("  ")}`.replaceAll("\n", "\r\n"),
    ],
  ])("%s", (_, text, result) => {
    expect(withHook(text, "x")).toBe(result);
    expect(withHook(result, "x")).toBe(result);
  });

  test("is there already when one of the hooks is", () => {
    const text = "repos:\n  - repo: https://example.org/py2nix\n    rev: v1\n    hooks:\n      - id: py2nix-check\n";
    expect(withHook(text, "x")).toBe(text);
  });

  test.each([
    "repos: {a: b}\n",
    "x: y\n",
    "repos:\n  a: b\n",
    "- repo: a\n",
    "repos: [{repo: a}]\n",
    "repos: |\n  - repo: a\n",
    "\trepos:\n",
  ])("is not put into %j", (text) => {
    expect(withHook(text, "x")).toBeNull();
  });
});

test("the hooks of this repository look at the same files", () => {
  const hooks = readFileSync(`${root}/.pre-commit-hooks.yaml`, "utf8");
  expect(hooks.match(/^ {2}files: '(.*)'$/gm)).toEqual(Array(2).fill(`  files: '${HOOK_FILES}'`));
});
