// The life of the virtual environment: when it is filled, and when it is left alone. What goes wrong meanwhile is in
// venv-faults.test.ts.
// pip finds small wheels of our own in a folder of the project, so that their versions can be changed at will.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  convert,
  describeWithNix,
  enter,
  inside,
  machinePython,
  makeWheels,
  newFolder,
  newProject,
  output,
  type Result,
  run,
  write,
} from "./nix.ts";

/** tabulate is a package of nixpkgs, with a command and without dependencies. */
const PIP = "--no-index\n--find-links wheels\n";
const REQUIREMENTS = `${PIP}tabulate\nalpha-of-ours==1.0\n`;
const FILLING = /^Filling .*\/\.venv$/m;

/** A project with wheels of alpha-of-ours 1.0 and 2.0 and of beta-of-ours, and its shell.nix. */
async function newShell(requirements = REQUIREMENTS, name?: string): Promise<string> {
  const project = newProject({ "requirements.txt": requirements }, name);
  await makeWheels(
    join(project, "wheels"),
    { name: "alpha-of-ours", version: "1.0", modules: { alpha: "VERSION = 1" } },
    { name: "alpha-of-ours", version: "2.0", modules: { alpha: "VERSION = 2" } },
    {
      name: "beta-of-ours",
      version: "1.0",
      modules: { beta: "def main():\n    print('beta', __file__)\n" },
      scripts: ["beta = beta:main", "tabulate = beta:main"],
    },
  );
  await convert(project);
  return project;
}

async function require(project: string, requirements: string): Promise<void> {
  write(project, "requirements.txt", requirements);
  await convert(project);
}

const IMPORTS = `python -c 'import alpha, tabulate; print(alpha.VERSION)'`;

function stampOf(project: string): { text: string; time: number } {
  const path = join(project, ".venv/.py2nix");
  return { text: readFileSync(path, "utf8"), time: statSync(path).mtimeMs };
}

/** The environment was filled, and the command ran in it. */
function expectFilled({ status, stdout, stderr }: Result, printed = "1\n"): void {
  expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: printed });
  expect(stderr).toMatch(FILLING);
}

/** The environment was left as it was, without a word, and the command ran in it. */
function expectLeft(result: Result, printed = "1\n"): void {
  expect(result).toEqual({ status: 0, stdout: printed, stderr: "" });
}

/** The command did not run. */
function expectRefused({ status, stdout }: Result): void {
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
}

describeWithNix("the virtual environment", { registry: true }, () => {
  test("is filled once and then left alone", async () => {
    const project = await newShell();
    expectFilled(await enter(project, IMPORTS));
    const stamp = stampOf(project);
    expect(stamp.text).not.toBe("");
    expectLeft(await enter(project, IMPORTS));
    expect(stampOf(project)).toEqual(stamp);
    // Nix's packages come before what the machine has, and pip's before Nix's.
    expect(await inside(project, "echo $VIRTUAL_ENV $(command -v python)")).toBe(
      `${project}/.venv ${project}/.venv/bin/python`,
    );
    expect(await inside(project, `python -m pip check`)).toBe("No broken requirements found.");
  });

  test("takes an empty folder, and a change of shell.nix that does not concern it is none", async () => {
    const project = await newShell();
    mkdirSync(join(project, ".venv"));
    expectFilled(await enter(project, IMPORTS));
    write(project, "shell.nix", `# Ours.\n${readFileSync(join(project, "shell.nix"), "utf8")}`);
    expectLeft(await enter(project, IMPORTS));
  });

  test("follows the requirements: a changed one is installed, a dropped one is gone", async () => {
    const project = await newShell(`${REQUIREMENTS}beta-of-ours\n`);
    expectFilled(await enter(project, IMPORTS));
    // Of two commands of one name pip's wins over that of nixpkgs' package.
    expect(await inside(project, "beta; tabulate")).toMatch(/^(?:beta .*\/\.venv\/lib\/.*\/beta\.py\n?){2}$/);
    await require(project, REQUIREMENTS.replace("==1.0", "==2.0"));
    expectFilled(await enter(project, IMPORTS), "2\n");
    const { status, stderr } = await enter(project, "python -c 'import beta'");
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("No module named 'beta'") });
    expect(readdirSync(join(project, ".venv/bin"))).not.toContain("beta");
    expect(await inside(project, "echo a 1 | tabulate -f plain")).toBe("a  1");
  });

  test("a failed installation is told, is not taken for a whole one, and is tried again until it works", async () => {
    const project = await newShell(`${REQUIREMENTS}gamma-of-ours\n`);
    for (let entry = 0; entry < 2; entry++) {
      const failed = await enter(project, "echo entered");
      expectRefused(failed);
      expect(failed.stderr).toMatch(FILLING);
      expect(failed.stderr).toContain("No matching distribution found for gamma-of-ours");
      expect(failed.stderr).toContain(`${project}/.venv is not complete: the next entry tries again`);
      expect(stampOf(project).text).toBe("");
    }
    // The registry has it now: the same shell, filled.
    await makeWheels(join(project, "wheels"), { name: "gamma-of-ours", version: "1.0", modules: { gamma: "" } });
    expectFilled(await enter(project, `${IMPORTS} && python -c 'import gamma'`));
    expectLeft(await enter(project, IMPORTS));
    // And the other way round: the old environment does not serve for requirements that fail.
    await require(project, `${REQUIREMENTS}delta-of-ours\n`);
    expectRefused(await enter(project, IMPORTS));
  });

  test("an interactive shell stays open after a failed installation", async () => {
    const project = await newShell(`${REQUIREMENTS}gamma-of-ours\n`);
    // Bash is interactive on a terminal only.
    const terminal = `
import os, pty, sys
with open("commands", "w") as file: file.write("echo still $((40 + 2)) here\\nexit 7\\n")
def typed(descriptor):
    return os.read(sys.stdin.fileno(), 1024) or b"\\x04"
sys.stdin = open("commands")
os.dup2(sys.stdin.fileno(), 0)
sys.exit(os.waitstatus_to_exitcode(pty.spawn(["nix-shell"], stdin_read=typed)))`;
    const { status, stdout } = await run(machinePython, ["-c", terminal], { cwd: project });
    expect(stdout).toContain("is not complete: the next entry tries again");
    expect(stdout).toContain("still 42 here");
    expect(status).toBe(7);
  });

  test("is filled anew when its interpreter is gone, and when the project has moved", async () => {
    const project = await newShell();
    expectFilled(await enter(project, IMPORTS));
    const program = join(project, ".venv/bin/python3");
    unlinkSync(program);
    symlinkSync("/no/such/store/path/bin/python3", program);
    expectFilled(await enter(project, IMPORTS));
    expectLeft(await enter(project, IMPORTS));
    const moved = join(newFolder(), "moved");
    renameSync(project, moved);
    expectFilled(await enter(moved, IMPORTS));
    expect(readFileSync(join(moved, ".venv/bin/tabulate"), "utf8")).toContain(moved);
  });

  test("another's virtual environment is not touched", async () => {
    const project = await newShell();
    await output(machinePython, ["-m", "venv", "--without-pip", ".venv"], { cwd: project });
    const contents = () =>
      readdirSync(join(project, ".venv"), { recursive: true, encoding: "utf8" })
        .sort()
        .map((path) => `${path} ${statSync(join(project, ".venv", path), { throwIfNoEntry: false })?.mtimeMs}`);
    const before = contents();
    const refused = await enter(project, "echo entered");
    expectRefused(refused);
    expect(refused.stderr).toContain(`${project}/.venv was not made by this shell: move it away, then enter again\n`);
    expect(refused.stderr).not.toMatch(FILLING);
    expect(contents()).toEqual(before);
    renameSync(join(project, ".venv"), join(project, "venv-of-mine"));
    expectFilled(await enter(project, IMPORTS));
  });

  test("what the user's own environment says does not get in", async () => {
    const project = await newShell();
    const elsewhere = newProject({ "tabulate.py": "raise SystemExit('the wrong one')", "pip.py": "raise SystemExit" });
    const env = {
      PYTHONPATH: elsewhere,
      PIP_USER: "1",
      SOURCE_DATE_EPOCH: "0",
      PYTHONSAFEPATH: "",
      PYTHONSTARTUP: join(elsewhere, "tabulate.py"),
      VIRTUAL_ENV: elsewhere,
    };
    expectFilled(await enter(project, IMPORTS, { env }));
    expectLeft(await enter(project, IMPORTS, { env }));
    expectLeft(await enter(project, IMPORTS));
    expect(await inside(project, "echo [$PYTHONPATH$SOURCE_DATE_EPOCH]", { env })).toBe("[]");
  });

  test("modules of the project do not stand in for the standard library's", async () => {
    const project = await newShell();
    for (const name of ["fcntl", "os", "pip", "shlex", "shutil", "site", "subprocess", "sync-venv", "venv"]) {
      write(project, `${name}.py`, "raise SystemExit('the wrong one')\n");
    }
    expectFilled(await enter(project, "echo a 1 | tabulate -f plain"), "a  1\n");
  });

  test("is the same one from a subfolder, from outside, and in a pure shell", async () => {
    const project = await newShell();
    mkdirSync(join(project, "docs/api"), { recursive: true });
    const cwd = join(project, "docs/api");
    expectFilled(await enter(project, IMPORTS, { cwd, args: ["--pure", "../../shell.nix"] }));
    expect(existsSync(join(cwd, ".venv"))).toBe(false);
    expectLeft(await enter(project, IMPORTS));
    expectLeft(await enter(project, IMPORTS, { cwd: newFolder(), args: [join(project, "shell.nix")] }));
  });

  test("is over nixpkgs' packages however nixpkgs starts its interpreter", async () => {
    const project = await newShell();
    const where = `python -c 'import alpha, tabulate, sys; print(sys.prefix, alpha.__file__, tabulate.__file__)'`;
    const seen = [];
    for (const mode of ["old", "new"]) {
      const { status, stdout, stderr } = await enter(project, where, { env: { PY2NIX_STUB_WRAPPER: mode } });
      expect(status, stderr).toBe(0);
      expect(stderr).toMatch(FILLING);
      const [prefix, alpha, tabulate] = stdout.trim().split(" ");
      expect(prefix).toBe(`${project}/.venv`);
      expect(alpha).toMatch(`${project}/.venv/lib/`);
      seen.push(tabulate);
    }
    const [older, newer] = seen;
    expect(older).toMatch(/-env\/lib\/.*\/tabulate/);
    expect(newer).toMatch(/-env\/lib\/.*\/tabulate/);
    expect(older).not.toBe(newer);
  });

  test("pip keeps to what Nix provides, or says that it cannot", async () => {
    const project = await newShell(`${REQUIREMENTS}gamma-of-ours\n`);
    const gamma = (requires: string) => ({ name: "gamma-of-ours", version: "1.0", requires: [requires] });
    await makeWheels(join(project, "wheels"), gamma("tabulate>=99"), { name: "tabulate", version: "99" });
    const refused = await enter(project, "echo entered");
    expectRefused(refused);
    expect(refused.stderr).toMatch(/gamma-of-ours 1\.0 depends on tabulate>=99/);
    await makeWheels(join(project, "wheels"), gamma("tabulate>=0.1"));
    expectFilled(await enter(project, IMPORTS));
    expect(readdirSync(join(project, ".venv", "bin"))).toContain("tabulate");
    expect(await inside(project, `python -c 'import tabulate; print(tabulate.__file__)'`)).not.toContain(project);
  });
});

describeWithNix("from pip by a place of its own", { registry: true }, () => {
  const PYPROJECT = (name: string, version: string, module: string) =>
    `[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n\n` +
    `[project]\nname = "${name}"\nversion = "${version}"\n\n[tool.setuptools]\npy-modules = ["${module}"]\n`;

  /** A git repository with a package, as a requirement. */
  async function newRepository(name: string, version: string): Promise<string> {
    const folder = newProject({ "pyproject.toml": PYPROJECT(name, version, name), [`${name}.py`]: "FROM = 'git'\n" });
    const settings = ["-c", "user.name=e2e", "-c", "user.email=e2e@example.org", "-c", "commit.gpgsign=false"];
    await output("git", ["init", "--quiet"], { cwd: folder });
    await output("git", ["add", "."], { cwd: folder });
    await output("git", [...settings, "commit", "--quiet", "-m", "All"], { cwd: folder });
    return `${name} @ git+file://${folder}`;
  }
  const WHENCE = `python -c 'import dateutil, six; print(six.FROM, six.__file__)'`;

  test.each(["1.17.0", "1.99.0"])("a repository wins over nixpkgs' package: six %s", async (version) => {
    // python-dateutil of nixpkgs brings nixpkgs' six, which is 1.17.0.
    const requirement = await newRepository("six", version);
    const project = newProject({ "requirements.txt": `python-dateutil\n${requirement}\n` });
    await convert(project);
    const [from, file] = (await inside(project, WHENCE)).split(" ");
    expect(from).toBe("git");
    expect(file).toMatch(`${project}/.venv/`);
    expect(await inside(project, "python -m pip check")).toBe("No broken requirements found.");
    expectLeft(await enter(project, "echo 1"));
  });

  test("an editable project is imported from its sources, in a path with blanks too", async () => {
    const project = newProject(
      {
        "requirements.txt": "tabulate\n-e .\n",
        "pyproject.toml": PYPROJECT("mine-of-ours", "0.1", "mine"),
        "mine.py": "import tabulate\nVALUE = 1\n",
      },
      "my own project",
    );
    await convert(project, "requirements.txt");
    const command = "cd / && python -c 'import mine; print(mine.VALUE, mine.__file__)'";
    expectFilled(await enter(project, command), `1 ${project}/mine.py\n`);
    write(project, "mine.py", "VALUE = 20\n");
    expectLeft(await enter(project, command), `20 ${project}/mine.py\n`);
  });
});
