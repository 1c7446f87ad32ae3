import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, py2nix } from "../support/cli.ts";

const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const change = (folder: string, file: string, text: string) => writeFileSync(join(folder, file), text);
const HAND_MADE = "{ pkgs ? import <nixpkgs> { } }: pkgs.mkShell { }\n";
const LONG_AGO = new Date("2001-01-01");

describe("convert -o", () => {
  test("writes only what changes, and says which", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    expect(py2nix(folder, ["-o", "shell.nix"]).stderr).toMatch(/^shell\.nix written\n/m);
    utimesSync(join(folder, "shell.nix"), LONG_AGO, LONG_AGO);
    const { ino } = statSync(join(folder, "shell.nix"));
    expect(py2nix(folder, ["-o", "shell.nix"]).stderr).toMatch(/^shell\.nix unchanged\n/m);
    expect(statSync(join(folder, "shell.nix"))).toMatchObject({ ino, mtime: LONG_AGO });
    change(folder, "requirements.txt", "flask\nsix\n");
    expect(py2nix(folder, ["-o", "shell.nix"]).stderr).toMatch(/^shell\.nix written\n/m);
    expect(read(folder, "shell.nix")).toContain("ps.six");
  });

  test("does not overwrite what another made, but by --force", () => {
    const folder = folderOf({ "requirements.txt": "flask\n", "shell.nix": HAND_MADE });
    expect(py2nix(folder, ["-o", "shell.nix"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "error: shell.nix was not made by py2nix, and is not overwritten\n  --force overwrites it; -o names another file.\n",
    });
    expect(py2nix(folder, ["-o", "shell.nix", "--check"]).code).toBe(2);
    expect(read(folder, "shell.nix")).toBe(HAND_MADE);
    expect(py2nix(folder, ["-o", "shell.nix", "--force"]).code).toBe(0);
    expect(read(folder, "shell.nix")).toContain("ps.flask");
    expect(read(folder, "shell.nix")).toContain("#   py2nix convert -o shell.nix\n");
  });

  test("leaves an .envrc of another's alone, and says so", () => {
    const folder = folderOf({ "requirements.txt": "flask\n", ".envrc": "use nix\nexport A=1\n" });
    const { code, stderr } = py2nix(folder, ["-o", "shell.nix", "--envrc"]);
    expect(code).toBe(0);
    expect(stderr).toContain("note: .envrc was not made by py2nix, and stays as it is (--force)\n");
    expect(read(folder, ".envrc")).toBe("use nix\nexport A=1\n");
    expect(read(folder, "shell.nix")).toContain("ps.flask");
    py2nix(folder, ["-o", "shell.nix", "--envrc", "--force"]);
    expect(read(folder, ".envrc")).toContain("# Made by py2nix");
  });

  test("lets one file of a folder have the .envrc", () => {
    const folder = folderOf({ "requirements.txt": "flask\n", "sub/x": "" });
    py2nix(folder, ["-o", "shell.nix", "--envrc"]);
    const before = read(folder, ".envrc");
    const refusal =
      "shell.nix has the .envrc of its folder, and dev.nix cannot have it too\n  Make one of the two without --envrc, or in another folder.\n";
    expect(py2nix(folder, ["-o", "dev.nix", "--envrc"])).toEqual({ code: 2, stdout: "", stderr: `error: ${refusal}` });
    expect(py2nix(folder, ["--style", "flake", "--envrc"]).stderr).toContain("and flake.nix cannot have it too");
    expect([read(folder, ".envrc"), existsSync(join(folder, "dev.nix"))]).toEqual([before, false]);
    // The file itself may be made again, with or without a name, as may another without it, or in another folder.
    for (const args of [
      ["-o", "./shell.nix", "--envrc"],
      ["--envrc"],
      ["-o", "dev.nix"],
      ["-o", "sub/a.nix", "--envrc"],
    ])
      expect(py2nix(folder, args).code).toBe(0);
    // Both have it: somebody wrote it into a header.
    change(folder, "dev.nix", read(folder, "dev.nix").replace("convert -o", "convert --envrc -o"));
    const { code, stderr } = py2nix(folder, ["update"]);
    expect([code, stderr.match(/has the \.envrc/g)?.length]).toEqual([2, 2]);
  });

  test("takes an empty file for none", () => {
    const folder = folderOf({ "requirements.txt": "flask\n", "shell.nix": "\n" });
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
  });

  test("makes the same file whatever the working folder", () => {
    const files = {
      "svc/api/requirements.txt": "flask\nnosuchthing==1\n-e ./lib\n--find-links ./wheels\n-r ../common.txt\n",
      "svc/api/lib/pyproject.toml": '[project]\nname = "lib"\nversion = "1"\n[build-system]\nrequires = []\n',
      "svc/common.txt": "six\n",
      "svc/api/wheels/.keep": "",
    };
    const made = (from: string, args: (folder: string) => readonly string[]) => {
      const folder = folderOf(files);
      const run = py2nix(join(folder, from), [...args(folder), "--envrc", "-q"]);
      expect(run.stderr).toBe("");
      return [read(folder, "svc/api/shell.nix"), read(folder, "svc/api/.envrc")];
    };
    const here = made("svc/api", () => ["requirements.txt", "-o", "shell.nix"]);
    expect(here[0]).toContain("#   py2nix convert requirements.txt --envrc -o shell.nix\n");
    expect(here[0]).toContain("${toString ./wheels}");
    expect(made("", () => ["svc/api/requirements.txt", "-o", "svc/api/shell.nix"])).toEqual(here);
    expect(made("svc", () => ["./api/requirements.txt", "-o", "api/shell.nix"])).toEqual(here);
    expect(made("svc/api/lib", () => ["../requirements.txt", "-o", "../shell.nix"])).toEqual(here);
    const absolute = (folder: string) => [`${folder}/svc/api/requirements.txt`, "-o", `${folder}/svc/api/shell.nix`];
    expect(made("svc/api", absolute)).toEqual(here);
    expect(made("", absolute)).toEqual(here);
    expect(made("svc/api/lib", absolute)).toEqual(here);
  });

  test("into a folder above names what is below it", () => {
    const folder = folderOf({
      "app/requirements.txt": "flask\n--find-links ./wheels\nnosuchthing\n",
      "app/wheels/.keep": "",
    });
    expect(py2nix(join(folder, "app"), ["-o", "../shell.nix", "-q"])).toMatchObject({ code: 0, stderr: "" });
    expect(read(folder, "shell.nix")).toContain("#   py2nix convert app -o shell.nix\n");
    expect(read(folder, "shell.nix")).toContain("${toString ./app/wheels}");
    expect(py2nix(folder, ["update", "--check"])).toMatchObject({ code: 0, stdout: "" });
  });
});

describe("convert --check", () => {
  test("writes nothing, shows the difference and is 1", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    py2nix(folder, ["-o", "shell.nix"]);
    const before = read(folder, "shell.nix");
    expect(py2nix(folder, ["-o", "shell.nix", "--check"])).toMatchObject({ code: 0, stdout: "" });
    change(folder, "requirements.txt", "flask\nsix\n");
    const run = py2nix(folder, ["-o", "shell.nix", "--check"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^--- shell\.nix\n\+\+\+ shell\.nix\n@@ -[\d,]+ \+[\d,]+ @@\n/);
    expect(run.stdout.match(/^-.*$/gm)).toEqual([
      "--- shell.nix",
      "-pkgs.mkShell { packages = [ (pkgs.python313.withPackages (ps: [ ps.flask ])) ]; }",
    ]);
    expect(run.stdout).toContain("\n+      ps.six\n");
    expect(run.stderr).toMatch(/^shell\.nix is not up to date\n/m);
    expect(read(folder, "shell.nix")).toBe(before);
    expect(py2nix(folder, ["-o", "shell.nix", "--check", "-q"])).toEqual({ code: 1, stdout: "", stderr: "" });
  });

  test("of a file that is missing is 1", () => {
    const run = py2nix(folderOf({ "requirements.txt": "flask\n" }), ["-o", "shell.nix", "--check"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^--- \/dev\/null\n\+\+\+ shell\.nix\n@@ -0,0 \+1,/);
    expect(run.stderr).toMatch(/^shell\.nix is missing\n/m);
  });

  test("goes by the settings' output, and needs one", () => {
    const folder = folderOf({
      "requirements.txt": "flask\n",
      "py2nix.toml": 'output = "nix/dev.nix"\n',
      "nix/.keep": "",
    });
    expect(py2nix(folder, ["-q"]).code).toBe(0);
    expect(read(folder, "nix/dev.nix")).toContain("#   py2nix convert .. -o dev.nix\n");
    expect(py2nix(folder, ["--check"]).code).toBe(0);
    const run = py2nix(folderOf({ "requirements.txt": "flask\n" }), ["--check"]);
    expect([run.code, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain("--check needs the file to look at: -o FILE, or output in the settings");
  });

  test("looks at .envrc too", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    py2nix(folder, ["-o", "shell.nix", "--envrc"]);
    change(folder, ".envrc", read(folder, ".envrc").replace("use nix", "use flake"));
    const run = py2nix(folder, ["-o", "shell.nix", "--envrc", "--check"]);
    expect([run.code, run.stdout]).toEqual([1, expect.stringContaining("-use flake\n+use nix\n")]);
  });
});

describe("update", () => {
  /** A repository of three projects and what is not to be looked into. */
  const monorepo = () => {
    const folder = folderOf({
      "requirements.txt": "flask\n",
      "a/pyproject.toml":
        '[project]\nname = "a"\nversion = "1"\ndependencies = ["six"]\n[dependency-groups]\ndocs = ["sphinx"]\n',
      "b/c/requirements.txt": "attrs\n",
      "hand/shell.nix": HAND_MADE,
    });
    py2nix(folder, ["-o", "shell.nix"]);
    py2nix(join(folder, "a"), ["--group", "docs", "--python", "3.12", "--envrc", "-o", "shell.nix"]);
    py2nix(join(folder, "a"), ["--style", "flake", "--pin", "-o", "flake.nix"]);
    py2nix(folder, ["b/c/requirements.txt", "-o", "b/c/dev.nix"]);
    return folder;
  };

  test("makes every file again with the options that it was made with", () => {
    const folder = monorepo();
    const files = ["shell.nix", "a/flake.nix", "a/shell.nix", "a/.envrc", "b/c/dev.nix"];
    const before = files.map((file) => read(folder, file));
    expect(py2nix(folder, ["update", "-r"])).toEqual({
      code: 0,
      stdout: "",
      stderr: [
        "shell.nix unchanged",
        "a/flake.nix unchanged",
        "a/shell.nix unchanged",
        "a/.envrc unchanged",
        "b/c/dev.nix unchanged",
        "0 written, 4 unchanged\n",
      ].join("\n"),
    });
    for (const file of files) change(folder, file, `${read(folder, file)}# by hand\n`);
    expect(py2nix(folder, ["update", "-r", "-q"])).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(files.map((file) => read(folder, file))).toEqual(before);
    expect(read(folder, "hand/shell.nix")).toBe(HAND_MADE);
  });

  test("of a folder is of its own files, and of a file of that", () => {
    const folder = monorepo();
    for (const file of ["shell.nix", "a/shell.nix", "a/flake.nix"])
      change(folder, file, `${read(folder, file)}# by hand\n`);
    py2nix(folder, ["update"]);
    expect(["shell.nix", "a/shell.nix"].map((file) => read(folder, file).endsWith("# by hand\n"))).toEqual([
      false,
      true,
    ]);
    py2nix(folder, ["update", "a/flake.nix"]);
    expect(["a/flake.nix", "a/shell.nix"].map((file) => read(folder, file).endsWith("# by hand\n"))).toEqual([
      false,
      true,
    ]);
    py2nix(join(folder, "b"), ["update", "../a"]);
    expect(read(folder, "a/shell.nix")).not.toContain("# by hand");
    expect(read(folder, "a/shell.nix")).toContain(
      "#   py2nix convert --envrc --group docs --python 3.12 -o shell.nix\n",
    );
    expect(py2nix(folder, ["update", "**/"]).stderr).toMatch(/\n0 written, 3 unchanged\n$/);
  });

  test("does not look into hidden folders, packages, environments, results or through links", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    py2nix(folder, ["-o", "shell.nix"]);
    const text = read(folder, "shell.nix");
    for (const name of [".git", ".venv", "node_modules", "result", "env"]) {
      mkdirSync(join(folder, name));
      change(folder, `${name}/shell.nix`, text);
    }
    change(folder, "env/pyvenv.cfg", "");
    symlinkSync(folder, join(folder, "loop"));
    expect(py2nix(folder, ["update", "--recursive"]).stderr).toBe("shell.nix unchanged\n");
  });

  test("--check shows every difference, and is 1", () => {
    const folder = monorepo();
    change(folder, "requirements.txt", "flask\nattrs\n");
    change(folder, "b/c/requirements.txt", "attrs\nsix\n");
    const { code, stdout, stderr } = py2nix(folder, ["update", "-r", "--check"]);
    expect(code).toBe(1);
    expect(stdout.match(/^\+\+\+ .*$/gm)).toEqual(["+++ shell.nix", "+++ b/c/dev.nix"]);
    expect(stderr).toContain("b/c/dev.nix is not up to date\n2 not up to date, 2 unchanged\n");
    expect(read(folder, "shell.nix")).not.toContain("ps.attrs");
  });

  test("one bad project does not stop the others, each is told with its place, and it is 2", () => {
    const folder = monorepo();
    change(folder, "a/pyproject.toml", "nonsense");
    change(folder, "b/c/requirements.txt", "attrs\nsix\n");
    const { code, stdout, stderr } = py2nix(folder, ["update", "-r"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.match(/^error: .*$/gm)).toEqual([
      expect.stringMatching(/^error: a\/flake\.nix: a\/pyproject\.toml:1:\d+: this is not TOML: /),
      expect.stringMatching(/^error: a\/shell\.nix: a\/pyproject\.toml:1:\d+: this is not TOML: /),
    ]);
    expect(stderr).toMatch(/\n1 written, 1 unchanged, 2 failed\n$/);
    expect(read(folder, "b/c/dev.nix")).toContain("ps.six");
    expect(py2nix(folder, ["update", "-r", "-q"]).stderr.match(/^error: /gm)?.length).toBe(2);
  });

  test("a header that nobody should follow is told, and nothing is done by it", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    py2nix(folder, ["-o", "shell.nix"]);
    const text = read(folder, "shell.nix").replace("convert -o shell.nix", "convert -o other.nix");
    change(folder, "shell.nix", text);
    const { code, stderr } = py2nix(folder, ["update"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "error: shell.nix: the header's command line makes another file: -o other.nix\n  Make it anew with py2nix convert and the options that you want.\n",
    );
    expect(read(folder, "shell.nix")).toBe(text);
  });

  test("where py2nix made nothing it is 2", () => {
    const folder = folderOf({ "shell.nix": HAND_MADE, "requirements.txt": "flask\n" });
    expect(py2nix(folder, ["update"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: py2nix made no Nix file in this folder\n  --recursive looks into the folders below.\n",
    });
    expect(py2nix(folder, ["update", "shell.nix"]).stderr).toBe("error: shell.nix was not made by py2nix\n");
    expect(py2nix(folder, ["update", "nowhere"]).stderr).toBe("error: nowhere does not exist\n");
  });

  test("--verbose tells of every dependency", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    py2nix(folder, ["-o", "shell.nix"]);
    expect(py2nix(folder, ["update", "-v"]).stderr).toMatch(/\n1 from nixpkgs:\n {2}flask {2}nixpkgs has [\d.]+\n/);
    expect(py2nix(folder, ["-o", "shell.nix", "-v"]).stderr).toContain("\n1 from nixpkgs:\n");
    expect(py2nix(folder, ["-o", "shell.nix"]).stderr).not.toContain("\n1 from nixpkgs:\n");
  });
});
