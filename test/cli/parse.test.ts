import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { executable, folderOf, py2nix } from "../support/cli.ts";
import { fixtures, root } from "../support/paths.ts";
import { requireOrSkip } from "../support/tools.ts";

const PYPROJECT = `[project]
name = "harbour"
requires-python = ">=3.9"
dependencies = ["flask[async]>=3", "six; sys_platform == 'win32'"]
[project.optional-dependencies]
x = ["attrs"]
[dependency-groups]
dev = ["ruff"]
`;
const json = (folder: string, args: readonly string[], input?: string) => {
  const run = py2nix(folder, ["parse", "--json", ...args], input === undefined ? {} : { input });
  expect([run.code, run.stderr]).toEqual([0, ""]);
  return JSON.parse(run.stdout);
};
const keys = (project: { requirements: { key: string }[] }) => project.requirements.map(({ key }) => key);

describe("parse", () => {
  test("lists what was read for a person", () => {
    const folder = folderOf({ "pyproject.toml": PYPROJECT, "requirements.txt": "nose" });
    expect(py2nix(folder, ["parse"])).toEqual({
      code: 0,
      stderr: "",
      stdout: `harbour, read from pyproject.toml

Python (1)
  >=3.9  pyproject.toml:3:1

requires (2)
  flask[async] >=3               pyproject.toml:4:17
  six ; sys_platform == "win32"  pyproject.toml:4:36

group dev, by default (1)
  ruff  pyproject.toml:8:8

extra x (1)
  attrs  pyproject.toml:6:6

note: requirements.txt is left alone, since pyproject.toml lists the dependencies: name the files to use both
note: pyproject.toml:1:1: the project itself is not installed in the shell: there is no [build-system]
`,
    });
  });

  test("lists what else a requirements file says", () => {
    const folder = folderOf({
      "requirements.txt":
        "-c c.txt\n-i https://user:s3cr3t@example.org/simple\n--no-binary x\nx==1 --hash=sha256:" +
        `${"0".repeat(64)}\ngit+https://example.org/y.git@v1#egg=y\n./z-1-py3-none-any.whl\n`,
      "c.txt": "click<8",
      "z-1-py3-none-any.whl": "",
    });
    const { code, stdout } = py2nix(folder, ["parse", "requirements.txt"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("s3cr3t");
    expect(stdout).toMatchInlineSnapshot(`
      "a project without a name, read from requirements.txt, c.txt

      requires (3)
        x ==1 (1 hash)                           requirements.txt:4:1
        y from git+https://example.org/y.git@v1  requirements.txt:5:1
        z from ./z-1-py3-none-any.whl            requirements.txt:6:1

      constraints (1)
        click <8  c.txt:1:1

      indexes (1)
        primary https://example.org/simple  requirements.txt:2:1

      pip's options (1)
        --no-binary x  requirements.txt:3:1

      warning: requirements.txt:2:1: the credentials in this URL are left out: give them to pip by \${NAME} variables, netrc or its keyring
      "
    `);
  });

  test("tells the size of a lock", () => {
    const { stdout } = py2nix(`${fixtures}/uv-large`, ["parse", "uv.lock"]);
    expect(stdout).toMatch(/^lock uv\.lock, by uv: 311 packages, \d{3} dependencies, \d{4} files$/m);
  });

  test("gives JSON of the published shape", () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(`${root}/schema/project-1.schema.json`, "utf8")),
    );
    const project = json(`${fixtures}/command-line-tool`, []);
    expect(validate(project)).toBe(true);
    expect(project).toMatchObject({ version: 1, name: "fieldnotes", lock: { tool: "poetry" } });
    expect(project.files).toEqual(["pyproject.toml", "poetry.lock"]);
    expect(json(`${fixtures}/command-line-tool`, ["--lock", "none"]).lock).toBe(null);
    expect(json(`${fixtures}/command-line-tool`, ["--lock=none", "pyproject.toml"]).files).toEqual(["pyproject.toml"]);
  });

  test("takes several files, folders, standard input and a named format", () => {
    const folder = folderOf({ "a.txt": "six", "sub/requirements.txt": "flask", "b.list": PYPROJECT });
    expect(keys(json(folder, ["a.txt", "sub", "-"], "ruff"))).toEqual(["six", "flask", "ruff"]);
    expect(json(folder, ["b.list", "--format", "pyproject"]).name).toBe("harbour");
    expect(json(folder, ["-"], PYPROJECT).requirements[0].origin).toEqual({ file: "<stdin>", line: 4, column: 17 });
  });

  test("is the same whatever the order in which the file system lists a folder", () => {
    const names = ["b", "a", "B", "é", "a-b", "a.b", "10", "9"];
    const table = (order: readonly string[]) =>
      folderOf(Object.fromEntries(order.map((name) => [`r/${name}.in`, `${/^[a-z]/i.test(name) ? name : "x"}-p`])));
    const [one, other] = [names, names.toReversed()].map((order) =>
      py2nix(table(order), ["parse", "--json", "r/*.in"]),
    );
    expect(one?.stdout).toBe(other?.stdout);
    expect(JSON.parse(one?.stdout ?? "").files).toEqual(
      ["10", "9", "B", "a-b", "a.b", "a", "b", "é"]
        .sort()
        .map((name) => `r/${name}.in`)
        .sort(),
    );
  });

  test("bad input is 2 and leaves standard output empty", () => {
    const run = py2nix(folderOf({ "requirements.txt": "foo==" }), ["parse", "--json"]);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toMatch(/^error: requirements\.txt:1:6: expected a version/);
  });

  test("a reader that closes the pipe is no error", () => {
    const command = `'${process.execPath}' '${executable}' parse --json | head -c 20; echo " \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: `${fixtures}/uv-large`, encoding: "utf8" });
    expect([stdout, stderr]).toEqual(['{\n  "$schema": "http 0\n', ""]);
  });

  test("an output that is full is 3", () => {
    const command = `'${process.execPath}' '${executable}' parse > /dev/full`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { cwd: `${fixtures}/uv-large`, encoding: "utf8" });
    expect(stderr).toMatch(/^error: standard output cannot be written: ENOSPC/);
    expect(status).toBe(3);
  });

  describe("on a terminal", () => {
    requireOrSkip("script", "has colour, unless NO_COLOR is set", (script) => {
      const folder = folderOf({ "requirements.txt": "six" });
      const onTerminal = (env: NodeJS.ProcessEnv, more = "") =>
        spawnSync(script, ["-qec", `'${process.execPath}' '${executable}' parse${more}`, "typescript"], {
          cwd: folder,
          encoding: "utf8",
          env: { ...process.env, NO_COLOR: undefined, TERM: "xterm", ...env },
        }).stdout;
      expect(onTerminal({})).toContain("\x1b[1mrequires\x1b[22m (1)");
      expect(onTerminal({ NO_COLOR: "1" })).not.toContain("\x1b");
      expect(onTerminal({}, " --json")).not.toContain("\x1b");
    });
  });
});

describe("patterns", () => {
  const folder = () =>
    folderOf({
      "requirements/b.in": "six",
      "requirements/a.in": "flask",
      "requirements/notes.md": "not read",
      "requirements/deep/c.in": "ruff",
      "requirements/.hidden/d.in": "attrs",
    });

  test("are read in the order of their names", () => {
    expect(json(folder(), ["requirements/*.in"]).files).toEqual(["requirements/a.in", "requirements/b.in"]);
    expect(json(folder(), ["requirements/**/*.in"]).files).toEqual([
      "requirements/a.in",
      "requirements/b.in",
      "requirements/deep/c.in",
    ]);
    expect(json(folder(), ["requirements/[!a].in", "requirements/{a,x}.in"]).files).toEqual([
      "requirements/b.in",
      "requirements/a.in",
    ]);
    expect(json(folder(), ["./requirements/?.in"]).files).toHaveLength(2);
  });

  test("name a file once, also one that is named itself", () => {
    expect(json(folder(), ["requirements/b.in", "requirements/*.in", "./requirements/b.in"]).files).toEqual([
      "requirements/b.in",
      "requirements/a.in",
    ]);
  });

  test("that match nothing are errors", () => {
    expect(py2nix(folder(), ["parse", "requirements/*.txt"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: no file matches requirements/*.txt\n",
    });
    expect(py2nix(folder(), ["parse", "requirements/d*"]).stderr).toBe(
      "error: no file matches requirements/d*\n  It matches folders: requirements/d*/ takes what they have.\n",
    );
    expect(py2nix(folder(), ["parse", "nowhere/*/"]).stderr).toBe("error: no folder matches nowhere/*/\n");
  });

  test("with a slash at the end match folders, whose manifests are taken", () => {
    const where = folderOf({ "apps/b/requirements.txt": "six", "apps/a/pyproject.toml": PYPROJECT, "apps/x.txt": "" });
    expect(json(where, ["apps/*/"]).files).toEqual(["apps/a/pyproject.toml", "apps/b/requirements.txt"]);
  });

  test("do not follow links to folders round in circles, and take links to files", () => {
    const where = folder();
    symlinkSync("..", join(where, "requirements/loop"));
    symlinkSync("a.in", join(where, "requirements/link.in"));
    symlinkSync("nowhere.in", join(where, "requirements/dead.in"));
    expect(json(where, ["**/*.in"]).files).toEqual([
      "requirements/a.in",
      "requirements/b.in",
      "requirements/deep/c.in",
      "requirements/link.in",
    ]);
    expect(json(where, ["requirements/loop/requirements/*.in"]).files).toHaveLength(3);
  });

  test("give way to a file of that very name", () => {
    const names = ["req[dev].txt", "a*.txt", "{x}.txt", "req\\dev.txt", "what?.txt", "!not.txt", "(a|b).txt", "-x.txt"];
    const where = folderOf({
      ...Object.fromEntries(names.map((name, index) => [name, `p${index}`])),
      "reqd.txt": "wrong",
      "abc.txt": "wrong",
      "x.txt": "wrong",
      "reqdev.txt": "wrong",
    });
    expect(json(where, ["--", ...names]).files).toEqual(names);
    expect(json(where, ["req[d].txt"]).files).toEqual(["reqd.txt"]);
  });

  test("that are none: a backslash alone, an exclamation mark", () => {
    const where = folderOf({ "reqdev.txt": "six", "b.txt": "six" });
    for (const name of ["req\\dev.txt", "!b.txt"])
      expect(py2nix(where, ["parse", name]).stderr).toBe(`error: ${name} does not exist\n`);
  });

  test("stay in the command line that makes a file again", () => {
    const where = folder();
    const { stdout } = py2nix(where, ["requirements/*.in", "-q"]);
    expect(stdout).toContain("from requirements/a.in, requirements/b.in; to make it again:");
    expect(stdout).toContain("py2nix convert 'requirements/*.in' -o shell.nix");
  });
});
