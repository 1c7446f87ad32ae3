import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { executable, folderOf, py2nix } from "../support/cli.ts";
import { requireOrSkip } from "../support/tools.ts";

const PYPROJECT =
  '[project]\nname = "p"\ndependencies = ["flask>=3"]\n[project.optional-dependencies]\nx = ["six"]\n[dependency-groups]\ndev = ["ruff"]\ndocs = ["sphinx"]\n';
const isRoot = process.getuid?.() === 0;

describe("what is printed where", () => {
  test("the Nix file on standard output, the summary on standard error, and 0", () => {
    const run = py2nix(folderOf({ "requirements.txt": "flask\nhashids\n" }), ["requirements.txt"]);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^# Made by py2nix/);
    expect(run.stdout).toMatch(/\n}\n$/);
    expect(run.stdout).toContain("ps.flask");
    expect(run.stderr).toMatchInlineSnapshot(`
      "Python 3.13.7 (nixpkgs' default)
      1 of 2 dependencies from nixpkgs, 1 from pip:
        hashids  nixpkgs has no such package
      "
    `);
  });

  test("with -o nothing on standard output", () => {
    const folder = folderOf({ "requirements.txt": "flask" });
    const toStdout = py2nix(folder, []);
    const run = py2nix(folder, ["-o", "shell.nix"]);
    expect([run.code, run.stdout]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "shell.nix"), "utf8")).toBe(toStdout.stdout);
  });

  test("with --quiet no summary, but errors", () => {
    const folder = folderOf({ "requirements.txt": "flask\nhashids" });
    expect(py2nix(folder, ["--quiet"])).toMatchObject({ code: 0, stderr: "" });
    expect(py2nix(folder, ["-q", "missing.txt"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: missing.txt does not exist\n",
    });
  });

  test("`convert` may be said or not, and -o - is standard output", () => {
    const folder = folderOf({ "requirements.txt": "flask" });
    const { stdout } = py2nix(folder, ["convert", "requirements.txt"]);
    expect(py2nix(folder, ["requirements.txt"]).stdout).toBe(stdout);
    expect(py2nix(folder, ["-o", "-", "requirements.txt"]).stdout).toBe(stdout);
  });

  test("no colour without a terminal", () => {
    const folder = folderOf({ "requirements.txt": "hashids; platform_release > '1'" });
    const { stderr } = py2nix(folder, [], { env: { FORCE_COLOR: "1", NO_COLOR: undefined } });
    expect(stderr).toContain("warning:");
    expect(stderr).not.toContain("\x1b");
  });

  describe("on a terminal", () => {
    requireOrSkip("script", "colour, unless NO_COLOR is set or the terminal has none", (script) => {
      const folder = folderOf({ "requirements.txt": "hashids; platform_release > '1'" });
      const onTerminal = (env: NodeJS.ProcessEnv) => {
        const command = `'${process.execPath}' '${executable}' -o shell.nix`;
        return spawnSync(script, ["-qec", command, "typescript"], {
          cwd: folder,
          encoding: "utf8",
          env: { ...process.env, NO_COLOR: undefined, TERM: "xterm", ...env },
        }).stdout;
      };
      expect(onTerminal({})).toContain("\x1b[33mwarning:\x1b[39m");
      for (const env of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
        expect(onTerminal(env)).toContain("warning:");
        expect(onTerminal(env)).not.toContain("\x1b[");
      }
    });
  });
});

describe("the input", () => {
  test("is what the working folder has, when nothing is named", () => {
    const folder = folderOf({ "pyproject.toml": PYPROJECT, "requirements.txt": "six" });
    const run = py2nix(folder, []);
    expect(run.stdout).toContain("ps.flask");
    expect(run.stdout).not.toContain("ps.six");
    expect(run.stderr).toContain("note: requirements.txt is left alone");
  });

  test("is a folder's, as seen from the working folder", () => {
    const folder = folderOf({ "sub/requirements.txt": "-e ./lib", "sub/lib/pyproject.toml": "" });
    expect(py2nix(folder, ["sub"]).stdout).toContain("toString ./sub/lib");
    py2nix(folder, ["sub", "-o", "sub/shell.nix"]);
    expect(readFileSync(join(folder, "sub/shell.nix"), "utf8")).toContain("toString ./lib");
  });

  test("is standard input for -", () => {
    const folder = folderOf({ "more.txt": "six" });
    expect(py2nix(folder, ["-"], { input: "flask\n-r more.txt\n" }).stdout).toMatch(/ps\.flask[\s\S]*ps\.six/);
    expect(py2nix(folder, ["-"], { input: PYPROJECT }).stdout).toContain("ps.flask");
    const utf16 = Buffer.from("\ufeffflask\r\n", "utf16le");
    expect(py2nix(folder, ["-"], { input: utf16 }).stdout).toContain("ps.flask");
    expect(py2nix(folder, ["-"], { input: "flask==" }).stderr).toContain("<stdin>:1:8");
  });

  test("may be several files", () => {
    const folder = folderOf({ "a.txt": "flask", "b.txt": "six" });
    expect(py2nix(folder, ["a.txt", "b.txt"]).stdout).toMatch(/ps\.flask[\s\S]*ps\.six/);
  });

  test("may be in a format that is named", () => {
    const folder = folderOf({ "x.txt": PYPROJECT });
    expect(py2nix(folder, ["x.txt"]).code).toBe(2);
    expect(py2nix(folder, ["x.txt", "--format", "pyproject"]).stdout).toContain("ps.flask");
  });
});

describe("options", () => {
  const folder = () => folderOf({ "pyproject.toml": PYPROJECT });

  test("choose groups and extras", () => {
    expect(py2nix(folder(), ["--extra", "x"]).stdout).toContain("ps.six");
    expect(py2nix(folder(), ["--group", "docs"]).stdout).toContain("ps.sphinx");
    const all = py2nix(folder(), ["--all-groups", "--all-extras"]).stdout;
    expect(["ps.six", "ps.sphinx", "ps.flask"].every((name) => all.includes(name))).toBe(true);
    expect(py2nix(folder(), []).stdout).not.toMatch(/ps\.(?:six|sphinx)/);
  });

  test("choose the interpreter, two digits being two digits", () => {
    expect(py2nix(folder(), ["--python", "3.12"]).stdout).toContain("pkgs.python312");
    expect(py2nix(folder(), ["--python", "3.10"]).stdout).toContain("pkgs.python310");
  });

  test("pin nixpkgs", () => {
    expect(py2nix(folder(), ["--pin"]).stdout).toMatch(/archive\/[0-9a-f]{40}\.tar\.gz/);
    expect(py2nix(folder(), []).stdout).not.toContain("fetchTarball");
  });

  test("are in the file, in the form that makes it again", () => {
    const where = folder();
    py2nix(where, ["-o", "x y.nix", "--pin", "--extra=x", "pyproject.toml", "--python", "3.12"]);
    const first = readFileSync(join(where, "x y.nix"), "utf8");
    const command = /^# {3}py2nix (.*)$/m.exec(first)?.[1] ?? "";
    expect(command).toBe("convert pyproject.toml --pin --extra x --python 3.12 -o 'x y.nix'");
    writeFileSync(join(where, "x y.nix"), "");
    spawnSync("sh", ["-c", `'${process.execPath}' '${executable}' ${command}`], { cwd: where });
    expect(readFileSync(join(where, "x y.nix"), "utf8")).toBe(first);
  });
});

describe("what goes wrong", () => {
  test("bad input is 2, with the place and the line", () => {
    expect(py2nix(folderOf({ "requirements.txt": "flask\nfoo==\n" }), [])).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: requirements.txt:2:6: expected a version after `==`\n  2 | foo==\n    |      ^\n",
    });
  });

  test("an empty folder is 2, and says what to do", () => {
    const run = py2nix(folderOf({}), []);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("there is no pyproject.toml, requirements.txt or other manifest in this folder");
  });

  test.each([
    ["an unknown option", ["--bogus"]],
    ["an option without its value", ["-o"]],
    ["a style that is not there", ["--style", "nope"]],
    ["a format that is not there", ["--format", "nope"]],
    ["a misspelled option", ["--quite"]],
  ])("%s is 2, and tells of --help", (_, args) => {
    const run = py2nix(folderOf({ "requirements.txt": "flask" }), args);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toMatch(/^error: /);
    expect(run.stderr).toContain("--help");
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });

  test("a group, an extra or an interpreter that is not there is 2, with those that are", () => {
    const folder = folderOf({ "pyproject.toml": PYPROJECT });
    expect(py2nix(folder, ["--group", "lint"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("dev, docs"),
    });
    expect(py2nix(folder, ["--extra", "y"])).toMatchObject({ code: 2, stderr: expect.stringContaining("has: x") });
    expect(py2nix(folder, ["--python", "2.7"])).toMatchObject({ code: 2, stderr: expect.stringContaining("3.13") });
  });

  test("credentials are on neither stream, whether it goes well or not", () => {
    const url = "https://user:s3cr3t@example.org/simple";
    for (const content of [`-i ${url}\nhashids`, `-i ${url} --bogus`, `a @ ${url} nonsense`]) {
      const run = py2nix(folderOf({ "requirements.txt": content }), []);
      expect(`${run.stdout}${run.stderr}`).not.toContain("s3cr3t");
    }
  });

  test("a file that cannot be written is 3", () => {
    const folder = folderOf({ "requirements.txt": "flask" });
    mkdirSync(join(folder, "taken"));
    for (const output of ["missing/shell.nix", "taken", "requirements.txt/shell.nix"]) {
      const run = py2nix(folder, ["-o", output]);
      expect([run.code, run.stdout]).toEqual([3, ""]);
      expect(run.stderr).toMatch(new RegExp(`^error: ${output} cannot be written: `));
    }
    expect(readdirSync(folder).sort()).toEqual(["requirements.txt", "taken"]);
  });

  test("what cannot be read is 2", () => {
    const folder = folderOf({ "a.txt": "flask" });
    symlinkSync("loop.txt", join(folder, "loop.txt"));
    expect(py2nix(folder, ["loop.txt"]).stderr).toBe("error: loop.txt is a loop of symbolic links\n");
    expect(py2nix(folder, ["a.txt/b.txt"]).stderr).toBe("error: a.txt/b.txt does not exist\n");
    execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(py2nix(folder, ["pipe"]).stderr).toBe("error: pipe is not a regular file\n");
  });

  test("a file without permission is 2, and read all the same by root", () => {
    const folder = folderOf({ "a.txt": "flask" });
    chmodSync(join(folder, "a.txt"), 0);
    const { code, stderr } = py2nix(folder, ["a.txt", "-q"]);
    expect([code, stderr]).toEqual(isRoot ? [0, ""] : [2, "error: a.txt may not be read\n"]);
  });
});

describe("the output file", () => {
  test("is not touched when the input is wrong", () => {
    const folder = folderOf({ "requirements.txt": "foo==", "shell.nix": "mine" });
    const before = statSync(join(folder, "shell.nix"));
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(2);
    expect(readFileSync(join(folder, "shell.nix"), "utf8")).toBe("mine");
    expect(statSync(join(folder, "shell.nix")).ino).toBe(before.ino);
    expect(readdirSync(folder).sort()).toEqual(["requirements.txt", "shell.nix"]);
  });

  test("is replaced whole: the old one stays as it was for who has it open", () => {
    const folder = folderOf({ "requirements.txt": "flask", "shell.nix": "mine" });
    const before = statSync(join(folder, "shell.nix"));
    expect(py2nix(folder, ["-o", "shell.nix", "--force"]).code).toBe(0);
    expect(statSync(join(folder, "shell.nix")).ino).not.toBe(before.ino);
    expect(readdirSync(folder).sort()).toEqual(["requirements.txt", "shell.nix"]);
  });

  test.each([0o600, 0o755, 0o664])("keeps its mode %o", (mode) => {
    const folder = folderOf({ "requirements.txt": "flask", "shell.nix": "mine" });
    chmodSync(join(folder, "shell.nix"), mode);
    expect(py2nix(folder, ["-o", "shell.nix", "--force"]).code).toBe(0);
    expect(statSync(join(folder, "shell.nix")).mode & 0o777).toBe(mode);
  });

  test("stays a symbolic link, and its target is written", () => {
    const folder = folderOf({ "requirements.txt": "flask", "real/shell.nix": "mine" });
    symlinkSync("real/shell.nix", join(folder, "shell.nix"));
    py2nix(folder, ["-o", "shell.nix", "--force"]);
    expect(readlinkSync(join(folder, "shell.nix"))).toBe("real/shell.nix");
    expect(lstatSync(join(folder, "real/shell.nix")).isFile()).toBe(true);
    expect(readFileSync(join(folder, "real/shell.nix"), "utf8")).toContain("ps.flask");
  });

  test("that is no regular file is written to, and never replaced", async () => {
    const folder = folderOf({ "requirements.txt": "flask" });
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const reader = spawn("cat", ["pipe"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const read = reader.stdout.setEncoding("utf8").toArray();
    const writer = spawn(process.execPath, [executable, "-q", "-o", "pipe"], { cwd: folder, stdio: "ignore" });
    const code = await new Promise((done) => writer.on("exit", done));
    expect(code).toBe(0);
    expect(lstatSync(join(folder, "pipe")).isFIFO()).toBe(true);
    expect((await read).join("")).toContain("ps.flask");
  });

  test("is made through a symbolic link whose target is not there yet", () => {
    const folder = folderOf({ "requirements.txt": "flask", "real/x": "" });
    symlinkSync("real/shell.nix", join(folder, "shell.nix"));
    py2nix(folder, ["-o", "shell.nix"]);
    expect(lstatSync(join(folder, "shell.nix")).isSymbolicLink()).toBe(true);
    expect(existsSync(join(folder, "real/shell.nix"))).toBe(true);
  });
});
