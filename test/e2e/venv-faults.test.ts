// What goes wrong while the virtual environment is filled: programs that are killed, a network that is gone, a full disk,
// other shells, odd folders and the user's own settings. After each the next entry mends what is left, by itself.
//
// `nix-shell` and `nix develop` evaluate the hook in their bash. Where the fault is in the filling itself, the hook's text is
// given to bash as they give it, which spares the evaluation.

import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConvertOptions, convert } from "../../src/cli/convert.ts";
import { STYLES } from "../../src/shells/styles.ts";
import { DEFAULTS, embedded, filesIn } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import {
  describeWithNix,
  enter,
  inside,
  machinePython,
  makeWheels,
  newFolder,
  newProject,
  output,
  type Result,
  type RunOptions,
  run,
  write,
} from "./nix.ts";

// The project ------------------------------------------------------------------------------------------------

const REQUIREMENTS = "--no-index\n--find-links wheels\ntabulate\nalpha-of-ours\n";
const IMPORTS = "python -c 'import alpha, tabulate; print(alpha.__file__)'";
const UNFINISHED = "is not complete: the next entry tries again";

/** How long pip is at alpha-of-ours depends on its modules: enough for a signal to come in between. */
const MODULES = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`of_alpha_${index}`, "VALUE = 1\n"]));

/** Writes the files of a style of environment. */
function make(project: string, style = "shell", options: Partial<ConvertOptions> = {}): void {
  const name = STYLES.find((known) => known.name === style)?.fileName ?? "";
  write(project, name, convert({ ...DEFAULTS, style, output: name, ...options }, filesIn(project), embedded).text);
}

let wheels = "";
beforeAll(async () => {
  wheels = newFolder("wheels");
  await makeWheels(wheels, {
    name: "alpha-of-ours",
    version: "1.0",
    modules: { alpha: "def main():\n    print('alpha runs')\n", ...MODULES },
    scripts: ["alpha = alpha:main"],
  });
});

/** A project with tabulate of nixpkgs and alpha-of-ours of a folder beside it. */
function newShell({ requirements = REQUIREMENTS, style = "shell", name = "project", parent = "" } = {}): string {
  const project = parent === "" ? newFolder(name) : join(parent, name);
  mkdirSync(project, { recursive: true });
  write(project, "requirements.txt", requirements);
  symlinkSync(wheels, join(project, "wheels"));
  make(project, style);
  return project;
}

const stamp = (project: string) => readFileSync(join(project, ".venv/.py2nix"), "utf8");
const fillings = (results: readonly Result[]) => results.filter(({ stderr }) => stderr.includes("Filling ")).length;

/** The next entry fills the environment, the command runs in it, and the entry after that has nothing to do. */
async function expectHealed(project: string, entry: Entry = enter): Promise<void> {
  const healed = await entry(project, IMPORTS);
  expect(healed.status, healed.stderr).toBe(0);
  expect(healed.stdout).toContain(`${realpathSync(project)}/.venv/lib/`);
  expect(healed.stderr).toContain(`Filling ${realpathSync(project)}/.venv`);
  const left = await entry(project, IMPORTS);
  expect(left.status, left.stderr).toBe(0);
  expect(left.stderr).not.toContain("Filling");
}

/** The command did not run, and the shell said why in these words. Python's own traceback is no answer. */
function expectRefused({ status, stdout, stderr }: Result, ...words: readonly string[]): void {
  expect(status, stderr).toBe(1);
  expect(stdout).not.toContain("entered");
  for (const word of words) expect(stderr).toContain(word);
  expect(stderr).not.toContain('sync-venv.py", line');
}

// The entries ------------------------------------------------------------------------------------------------

type Entry = (project: string, command: string, options?: RunOptions) => Promise<Result>;

const FLAKE_INPUT = `{
  outputs = { self }: {
    lib = import ${root}/test/stub/lib;
    legacyPackages = self.lib.genAttrs [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ] (
      system: import ${root}/test/stub { inherit system; }
    );
  };
}`;
let nixpkgs = "";

/** \`nix develop\` of the flake in the project; from \`cwd\`, where it is another. */
const develop: Entry = (project, command, options = {}) => {
  if (nixpkgs === "") nixpkgs = newProject({ "flake.nix": FLAKE_INPUT });
  const words = ["--extra-experimental-features", "nix-command flakes", "develop", "--impure", "--no-write-lock-file"];
  const flake = ["--override-input", "nixpkgs", `path:${nixpkgs}`, `path:${project}`];
  return run("nix", [...words, ...flake, "-c", "bash", "-c", command], { cwd: project, ...options });
};

const ENTRIES: readonly [style: string, entry: Entry][] = [
  ["shell", enter],
  ["impure", enter],
  ["flake", develop],
];

/** The hook of a style's shell, as text; the paths in it are there. */
async function hookOf(project: string): Promise<string> {
  const withoutHook = `(import (${JSON.stringify(project).replaceAll("${", "\\${")} + "/shell.nix") { }).overrideAttrs (
    old: { hook = old.shellHook; shellHook = ""; })`;
  return output("nix-shell", ["--expr", withoutHook, "--run", `printf %s "$hook"`], { cwd: project });
}

/** Entries by the hook alone, behind what nix-shell has set by then. */
function byHook(hook: string, settings = ""): Entry {
  return (project, command, options = {}) =>
    run("bash", ["-c", `shopt -s nullglob; set -o pipefail\n${settings}\n${hook}\n${command}`], {
      cwd: project,
      ...options,
    });
}

// The faults -------------------------------------------------------------------------------------------------

interface Blow {
  readonly signal: "SIGKILL" | "SIGINT" | "SIGTERM";
  /** A path with wildcards: the signal is sent as soon as there is one like it, or none any more. */
  readonly when: string;
  readonly gone?: boolean;
  /** Words of a command line: who gets the signal. Without them, all that the shell has started. */
  readonly whom?: string;
}

/** Runs a command in a session of its own, sends the signal, and gives the status that a shell would (128 and the signal's). */
const STRIKE = `
import glob, json, os, signal, subprocess, sys, tempfile, time
told = json.loads(sys.argv[1])
# What outlives the shell must not keep its output open.
printed = tempfile.TemporaryFile()
child = subprocess.Popen(told["command"], start_new_session=True, stdout=printed, stderr=printed)
def wait(there):
    while bool(glob.glob(told["when"])) != there:
        if child.poll() is not None:
            printed.seek(0)
            sys.exit("it ended before the signal:\\n" + printed.read().decode())
        time.sleep(0.001)
# What an entry before has left goes first.
wait(False)
if not told["gone"]: wait(True)
for pid in map(int, filter(str.isdigit, os.listdir("/proc"))):
    try:
        with open(f"/proc/{pid}/cmdline") as file: command = file.read().replace("\\0", " ")
        is_meant = told["whom"] in command and pid != child.pid if told["whom"] else True
        if os.getpgid(pid) == child.pid and is_meant: os.kill(pid, signal.Signals[told["signal"]])
    except OSError: pass
status = child.wait()
printed.seek(0)
sys.stderr.write(printed.read().decode())
sys.exit(status if status >= 0 else 128 - status)
`;

function strike(project: string, hook: string, { signal, when, gone = false, whom = "" }: Blow): Promise<Result> {
  const command = ["bash", "-c", `${hook}\necho entered`];
  const told = { command, signal, when: join(project, when), gone, whom };
  return run(machinePython, ["-I", "-c", STRIKE, JSON.stringify(told)], { cwd: project });
}

/** A terminal: types each answer when what is before it has been printed. Ends as the program does. */
const TERMINAL = `
import json, os, pty, re, sys
told = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0: os.execvp(told["command"][0], told["command"])
seen = ""
for question, answer in told["dialog"] + [[None, ""]]:
    while question is None or not re.search(question, seen):
        try: piece = os.read(terminal, 4096)
        except OSError: piece = b""
        if not piece: break
        seen += piece.decode(errors="replace")
        sys.stdout.write(piece.decode(errors="replace"))
    if question is not None: seen = ""
    if answer: os.write(terminal, answer.encode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

function type(
  project: string,
  command: readonly string[],
  dialog: readonly [string, string][],
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const told = { command, dialog };
  return run(machinePython, ["-I", "-c", TERMINAL, JSON.stringify(told)], { cwd: project, env });
}

/** pip has begun to install alpha-of-ours. */
const INSTALLING = ".venv/lib/*/site-packages/of_alpha_*.py";

describeWithNix("a program that fills the environment is killed", { registry: true }, () => {
  test("at any moment: nothing half-made is taken for a whole one", async () => {
    const project = newShell();
    const hook = await hookOf(project);
    const quick = byHook(hook);
    const blows: readonly [Blow, status: number, ...words: string[]][] = [
      [{ signal: "SIGKILL", when: ".venv/pyvenv.cfg" }, 137],
      [{ signal: "SIGKILL", when: INSTALLING }, 137],
      [{ signal: "SIGINT", when: ".venv/lib/*/site-packages/pip/_internal", whom: "sync-venv.py" }, 1, UNFINISHED],
      [{ signal: "SIGINT", when: INSTALLING, whom: "python" }, 1, UNFINISHED],
      [{ signal: "SIGKILL", when: INSTALLING, whom: "pip install" }, 1, UNFINISHED],
      // The script alone: pip goes on, and holds the lock.
      [{ signal: "SIGKILL", when: INSTALLING, whom: "sync-venv.py" }, 1, "Killed"],
    ];
    for (const [blow, status, ...words] of blows) {
      const struck = await strike(project, hook, blow);
      const told = JSON.stringify(blow) + struck.stderr;
      expect(struck.status, told).toBe(status);
      expect(struck.stderr, told).toContain("Filling");
      for (const word of words) expect(struck.stderr, told).toContain(word);
      expect(struck.stderr, told).not.toMatch(/sync-venv\.py", line|entered/);
      expect(stamp(project), told).toBe("");
    }
    const waited = await quick(project, "echo entered");
    expect(waited.stderr).toMatch(/^Waiting for another shell that fills .*\nFilling /);
    expect(waited).toMatchObject({ status: 0, stdout: "entered\n" });
    expect(await quick(project, "alpha")).toEqual({ status: 0, stdout: "alpha runs\n", stderr: "" });

    // A stamp that was written in part, or is no text.
    const whole = stamp(project);
    writeFileSync(join(project, ".venv/.py2nix"), whole.slice(0, -1));
    // It is killed while what was there is removed.
    const blow: Blow = { signal: "SIGKILL", when: ".venv/lib/*/site-packages/of_alpha_700.py", gone: true };
    expect((await strike(project, hook, blow)).status).toBe(137);
    expect(stamp(project)).toBe("");
    writeFileSync(join(project, ".venv/.py2nix"), "\xff\xfe\0", "latin1");
    await expectHealed(project, quick);
    expect(stamp(project)).toBe(whole);
  });

  test("Ctrl-C: whoever sits at the shell stays in it, a command does not run", async () => {
    const project = newShell();
    const folder = { HOME: newFolder("home") };
    for (const moment of ["Filling", "Installing collected"]) {
      const { status, stdout } = await type(
        project,
        ["nix-shell"],
        [
          [moment, "\x03"],
          [UNFINISHED, "echo still $((40 + 2)) $VIRTUAL_ENV; shopt nullglob; exit 7\n"],
        ],
        folder,
      );
      expect(stdout).toContain(`still 42 ${project}/.venv`);
      expect(stdout).toMatch(/nullglob\s+off/);
      expect(stdout).not.toContain(`sync-venv.py", line`);
      expect(status).toBe(7);
    }
    const command = ["nix-shell", "--run", "echo en''tered"];
    const stopped = await type(project, command, [["Installing collected", "\x03"]], folder);
    expect(stopped.stdout).toContain(UNFINISHED);
    expect(stopped.stdout).not.toContain("entered");
    expect(stopped.status).toBe(1);
    await expectHealed(project);
  });
});

describeWithNix("the network", { registry: true }, () => {
  /** What the index does with a request for a page, and with one for the file. */
  let answers: "all" | "no page" | "half a file" = "all";
  let asked = "";
  const server: Server = createServer((request, response) => {
    if (answers === "no page") return;
    const [wheel = ""] = readdirSync(wheels);
    if (!request.url?.endsWith(".whl")) {
      response.setHeader("Content-Type", "text/html").end(`<a href="/${wheel}">${wheel}</a>`);
      return;
    }
    const bytes = readFileSync(join(wheels, wheel));
    response.setHeader("Content-Length", bytes.length);
    if (answers === "all") response.end(bytes);
    else response.write(bytes.subarray(0, 2000), () => writeFileSync(asked, ""));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  afterAll(close);

  test("is gone, hangs, breaks off: each is told, and when it is back the next entry fills the environment", async () => {
    await listen(0);
    const { port } = server.address() as AddressInfo;
    const project = newShell({ requirements: `--index-url http://127.0.0.1:${port}/\ntabulate\nalpha-of-ours==1.0\n` });
    const env = { PIP_RETRIES: "1", PIP_DEFAULT_TIMEOUT: "1", PIP_FIND_LINKS: "", PIP_CACHE_DIR: newFolder("cache") };
    const hook = await hookOf(project);
    const quick = byHook(hook);
    await close();
    expectRefused(await quick(project, "echo entered", { env }), "Connection refused", UNFINISHED);
    await listen(port);
    answers = "no page";
    expectRefused(await quick(project, "echo entered", { env }), "imed out", UNFINISHED);
    answers = "half a file";
    asked = join(project, "asked");
    expectRefused(await quick(project, "echo entered", { env }), "imed out", UNFINISHED);
    unlinkSync(asked);
    // While it downloads.
    const blow: Blow = { signal: "SIGKILL", when: "asked" };
    expect((await strike(project, hook, blow)).status).toBe(137);
    expect(stamp(project)).toBe("");
    answers = "all";
    await expectHealed(project, (folder, command) => quick(folder, command, { env }));
    expect((await enter(project, "alpha")).stdout).toBe("alpha runs\n");
  });
});

describeWithNix("disks", { registry: true }, () => {
  const place = newFolder("disk");
  const mount = (...options: readonly string[]) => spawnSync("mount", [...options, place]).status === 0;
  afterAll(() => {
    spawnSync("umount", ["-l", place]);
  });

  test("full or read-only: told, and filled when there is room", async ({ skip }) => {
    if (!mount("-t", "tmpfs", "-o", "size=2m", "tmpfs")) {
      process.stderr.write("skipped: full and read-only disks: no file system can be mounted\n");
      skip("no file system can be mounted");
    }
    const project = newShell({ parent: place, name: "project" });
    const hook = await hookOf(project);
    const quick = byHook(hook);
    // For the environment itself; for what pip installs; for nothing at all.
    expectRefused(await quick(project, "echo entered"), "No space left on device", UNFINISHED);
    expect(stamp(project)).toBe("");
    mount("-o", "remount,size=14m");
    const full = await quick(project, "echo entered");
    expectRefused(full, "Installing collected packages", "No space left on device", UNFINISHED);
    expect(stamp(project)).toBe("");
    mount("-o", "remount,ro");
    const readOnly = await quick(project, "echo entered");
    expectRefused(readOnly, "Read-only file system: '", UNFINISHED);
    mount("-o", "remount,rw,size=100m");
    await expectHealed(project);
    // An environment that is whole needs no write.
    mount("-o", "remount,ro");
    expect(await enter(project, "alpha")).toEqual({ status: 0, stdout: "alpha runs\n", stderr: "" });
  });
});

describeWithNix("in each style", { registry: true }, () => {
  test.each(ENTRIES)("%s: another's folder, pip that fails, two at once, a move", async (style, entry) => {
    const project = newShell({ style, requirements: `${REQUIREMENTS}gamma-of-ours\n` });
    for (const put of [
      (path: string) => write(path, "bin/python", "mine"),
      (path: string) => writeFileSync(path, "mine"),
      (path: string) => symlinkSync(newFolder(), path),
    ]) {
      const path = join(project, ".venv");
      put(path);
      const { mtimeMs } = lstatSync(path);
      expectRefused(await entry(project, "echo entered"), `${path} was not made by this shell: move it away`);
      expect(lstatSync(path).mtimeMs).toBe(mtimeMs);
      rmSync(path, { recursive: true });
    }
    expectRefused(await entry(project, "echo entered"), "No matching distribution found for gamma-of-ours", UNFINISHED);
    expect(stamp(project)).toBe("");

    write(project, "requirements.txt", REQUIREMENTS);
    make(project, style);
    const both = await Promise.all([entry(project, "alpha"), entry(project, "alpha")]);
    expect(both.map(({ status, stdout }) => [status, stdout.split("\n").at(-2)])).toEqual([
      [0, "alpha runs"],
      [0, "alpha runs"],
    ]);
    expect(fillings(both)).toBe(1);
    const whole = stamp(project);

    const moved = join(newFolder(), "moved");
    renameSync(project, moved);
    await expectHealed(moved, entry);
    expect((await entry(moved, "alpha; echo a 1 | tabulate -f plain")).stdout).toMatch(/alpha runs\na {2}1\n$/);
    expect(stamp(moved)).not.toBe(whole);
    // The command's own status.
    expect((await entry(moved, "exit 7")).status).toBe(7);
  });

  test.each<[string, readonly string[]]>([
    ["shell", []],
    ["impure", ["PS1", "VIRTUAL_ENV_PROMPT", "_OLD_VIRTUAL_PATH", "_OLD_VIRTUAL_PS1", "deactivate"]],
    ["flake", []],
  ])("%s: the user's settings do no harm, and are as they were", async (style, ofActivate) => {
    const project = newShell({ style });
    write(project, "before", `${SETTINGS}\nstate_of_shell > ${project}/1\n`);
    write(project, "after", `\nstate_of_shell > ${project}/2\n${IMPORTS}\nexit 7\n`);
    let result: Result;
    if (style === "flake") {
      const hook = await develop(project, 'printf %s "$shellHook"');
      rmSync(join(project, ".venv"), { recursive: true });
      const [before, after] = ["before", "after"].map((name) => readFileSync(join(project, name), "utf8"));
      result = await byHook(hook.stdout, before)(project, after ?? "");
    } else {
      const shell = `(import ./shell.nix { }).overrideAttrs (
        old: { shellHook = builtins.readFile ./before + old.shellHook + builtins.readFile ./after; })`;
      write(project, "around.nix", shell);
      result = await run("nix-shell", ["around.nix", "--run", "echo entered"], { cwd: project });
    }
    expect(result.status, result.stderr).toBe(7);
    expect(result.stdout).toContain(`${project}/.venv/lib/`);
    const [before = new Map(), after = new Map()] = ["1", "2"].map((name) =>
      stateIn(readFileSync(join(project, name), "utf8")),
    );
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    );
    const meant = ["PATH", "PYTHONHOME", "PYTHONPATH", "SOURCE_DATE_EPOCH", "VIRTUAL_ENV"];
    expect(changed.filter((name) => !ofActivate.includes(name)).sort()).toEqual(meant);
    expect(meant.slice(1, 4).map((name) => after.get(name))).toEqual([undefined, undefined, undefined]);
  });
});

/** What people have in their startup files, and names that a hook could take for its own. */
const SETTINGS = `
state_of_shell() { declare -p; declare -f; shopt; set -o; trap -p; umask; alias; }
root=mine venv=mine venvDir=mine madeOf=mine sync=mine
export PYTHONPATH=/nowhere PYTHONHOME=/nowhere SOURCE_DATE_EPOCH=0 CDPATH=/ GREP_OPTIONS=-v PYTHONDONTWRITEBYTECODE=1
export PYTHONSAFEPATH=1 PYTHONWARNINGS=error PYTHONOPTIMIZE=2 LC_ALL=C TMPDIR=/nowhere/at/all
umask 077
trap 'true' USR1
alias rm='rm -i' ln=false
cd() { false; }
set -u -o noclobber
shopt -s nullglob failglob dotglob nocasematch extglob expand_aliases
set -e
IFS=/v.`;

/** The shell's state by name; without what changes by itself. */
function stateIn(text: string): Map<string, string> {
  const volatile = /^(?:_|BASH.*|COLUMNS|EPOCH.*|FUNCNAME|LINENO|LINES|PIPESTATUS|RANDOM|SECONDS|SRANDOM)$/;
  const entries = text.split("\n").flatMap((line): [string, string][] => {
    const name = /^declare \S+ (\w+)/.exec(line)?.[1] ?? /^(\w+) \(\) $/.exec(line)?.[1] ?? line;
    return volatile.test(name) || /^(?: |\}|$)/.test(line) ? [] : [[name, line]];
  });
  return new Map(entries);
}

describeWithNix("folders", { registry: true }, () => {
  const characters = `-rf it's "my" $HOME \`touch hacked\` $(touch hacked) \\u1 \\ 100% a#b;&|<>*?[a]{b,c}!~=^ é`;
  test.each([
    ["all characters", characters, REQUIREMENTS],
    // No requirements file can hold such a path; pip's variables can.
    ["a line feed", "new\nline", "tabulate\nalpha-of-ours\n"],
    ["a long path", `${"l".repeat(200)}/${"m".repeat(200)}`, REQUIREMENTS],
  ])("with %s: modules, and the commands of both", async (_, name, requirements) => {
    const project = newShell({ name, requirements });
    const quick = byHook(await hookOf(project), "export LC_ALL=C PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels");
    await expectHealed(project, quick);
    const { status, stdout, stderr } = await quick(
      project,
      'alpha; echo a 1 | tabulate -f plain; pip --version; printf %s "$VIRTUAL_ENV"; cd /; alpha',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^alpha runs\na {2}1\npip \d/);
    expect(stdout.endsWith(`${project}/.venvalpha runs\n`)).toBe(true);
    expect(readdirSync(project)).not.toContain("hacked");
  });

  test("with a colon: no PATH can hold it, which is told", async () => {
    const project = newShell({ name: "a:b" });
    expectRefused(await byHook(await hookOf(project))(project, "echo entered"), "PATH separator", UNFINISHED);
  });

  test("a link to the project's folder is no other project", async () => {
    const project = newShell({ style: "flake" });
    const hook = (await develop(project, 'printf %s "$shellHook"')).stdout;
    const link = join(newFolder(), "link");
    symlinkSync(project, link);
    expect(await byHook(hook)(link, "echo $VIRTUAL_ENV", { env: { PWD: link } })).toEqual({
      status: 0,
      stdout: `${link}/.venv\n`,
      stderr: "",
    });
  });
});

describeWithNix("what the environment is made of", { registry: true }, () => {
  test("another interpreter, another base: made anew. What the store has lost and Nix makes again: as before", async () => {
    const project = newShell();
    const look = `${IMPORTS} && python -c 'import sys; print(sys.version_info[:2])'`;
    const version = async (python: string, requirements = REQUIREMENTS) => {
      write(project, "requirements.txt", requirements);
      make(project, "shell", { python });
      const path = join(project, "shell.nix");
      // The store's other users have an interpreter of this name, too.
      writeFileSync(path, readFileSync(path, "utf8").replaceAll("python-with-libraries", place));
      const { status, stdout, stderr } = await enter(project, look);
      expect(status, stderr).toBe(0);
      expect(stderr).toContain("Filling ");
      return stdout;
    };
    const place = `python-of-${process.pid}`;
    expect(await version("3.12")).toMatch(/\/python3\.12\/.*\n\(3, 12\)\n$/);
    expect(await version("3.13")).toMatch(/\/python3\.13\/.*\n\(3, 13\)\n$/);
    expect(readdirSync(join(project, ".venv/lib"))).toEqual(["python3.13"]);
    const [script = ""] = stamp(project).split(" ");
    await version("3.13", `${REQUIREMENTS}six\n`);
    expect(await inside(project, "python -c 'import six; print(six.__file__)'")).toMatch(/^\/nix\/store\//);

    const program = readlinkSync(join(project, ".venv/bin/python3"));
    const lost = [script, stamp(project).split(" ")[0] ?? "", program.split("/").slice(0, 4).join("/")];
    await output("nix-store", ["--delete", ...lost]);
    expect(existsSync(join(project, ".venv/bin/python3"))).toBe(false);
    const again = await enter(project, "alpha");
    expect(again).toMatchObject({ status: 0, stdout: "alpha runs\n" });
    expect(again.stderr).not.toContain("Filling");
  });

  test("the project itself, when it could not be installed: tried again, and nothing else", async () => {
    const project = newProject({
      "pyproject.toml": `[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n
[project]\nname = "mine-of-ours"\nversion = "1.0"\ndependencies = ["tabulate"]\n`,
      "backend.py": "raise SystemExit('out of order')\n",
      "mine.py": "VALUE = 1\n",
    });
    make(project);
    const command = "python -c 'import tabulate; print(1)'";
    for (const first of [true, false]) {
      const { status, stdout, stderr } = await enter(project, command);
      expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: "1\n" });
      expect(stderr).toContain("The project itself is not installed");
      expect(stderr.includes("Filling ")).toBe(first);
    }
    write(project, "backend.py", BACKEND);
    const healed = await enter(project, "cd / && python -c 'import mine; print(mine.__file__)'");
    expect(healed).toMatchObject({ status: 0, stdout: `${project}/mine.py\n` });
    expect(healed.stderr).not.toMatch(/Filling|not installed/);
    expect(await enter(project, command)).toEqual({ status: 0, stdout: "1\n", stderr: "" });
  });
});

/** Builds an editable wheel, with nothing but Python. */
const BACKEND = `
import os, zipfile
def build_editable(folder, settings=None, metadata=None):
    name = "mine_of_ours-1.0"
    with zipfile.ZipFile(f"{folder}/{name}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("mine.pth", os.getcwd() + "\\n")
        wheel.writestr(f"{name}.dist-info/METADATA", "Metadata-Version: 2.1\\nName: mine-of-ours\\nVersion: 1.0\\n")
        wheel.writestr(f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{name}.dist-info/RECORD", "")
    return f"{name}-py3-none-any.whl"
`;

describeWithNix("around the shell", { registry: true }, () => {
  test("five shells at once, and settings of pip that lead elsewhere", async () => {
    const project = newShell();
    const home = newFolder("home");
    const elsewhere = newFolder("elsewhere");
    const lines = ["target", "prefix", "root"].map((name) => `${name} = ${elsewhere}\n`).join("");
    write(home, ".config/pip/pip.conf", `[install]\n${lines}user = yes\nno-deps = yes\ndry-run = yes\n`);
    const quick = byHook(await hookOf(project));
    const env = { HOME: home, PIP_REQUIRE_VIRTUALENV: "1", PIP_TARGET: elsewhere, PIP_DRY_RUN: "1", PIP_USER: "1" };
    const five = await Promise.all(Array.from({ length: 5 }, () => quick(project, "alpha", { env })));
    expect(five.map(({ status, stdout }) => `${status} ${stdout}`)).toEqual(Array(5).fill("0 alpha runs\n"));
    expect(fillings(five)).toBe(1);
    expect(five.filter(({ stderr }) => stderr.includes("Waiting for another shell")).length).toBeGreaterThan(0);
    expect(readdirSync(elsewhere)).toEqual([]);
    // Without a home there is no cache, and nothing worse.
    rmSync(join(project, ".venv"), { recursive: true });
    expect(await quick(project, "alpha", { env: { HOME: "/nowhere/at/all", XDG_CACHE_HOME: "" } })).toMatchObject({
      status: 0,
      stdout: "alpha runs\n",
    });
  });

  test("a shell in a shell, of a subfolder, by inputsFrom, pure: each has the environment of its own file", async () => {
    const outer = newShell();
    write(outer, "sub/requirements.txt", "--no-index\n--find-links ../wheels\nalpha-of-ours\n");
    make(join(outer, "sub"));
    write(outer, "both.nix", "with import <nixpkgs> { }; mkShell { inputsFrom = [ (import ./sub/shell.nix { }) ]; }");
    await enter(outer, "true");
    const whole = stamp(outer);
    const look = "echo $VIRTUAL_ENV; alpha; exit 7";
    for (const args of [["sub/shell.nix"], ["--pure", "sub/shell.nix"], ["both.nix"]]) {
      // The file of another folder, in the outer shell, whose VIRTUAL_ENV is set.
      const nested = `nix-shell ${args.join(" ")} --run '${look}'`;
      const { status, stdout, stderr } = await enter(outer, nested);
      expect({ status, stdout }, stderr).toEqual({ status: 7, stdout: `${outer}/sub/.venv\nalpha runs\n` });
    }
    expect(stamp(outer)).toBe(whole);
    expect((await enter(outer, "alpha")).stderr).toBe("");
  });

  test("an interactive shell with a startup file of its own", async () => {
    const project = newShell();
    const home = newProject({ ".bashrc": INTERACTIVE });
    const { status, stdout } = await type(
      project,
      ["nix-shell"],
      [["ready> ", "alpha; echo $- $(type -t cd); false | true; echo piped $?; exit 7\n"]],
      // Without it Nix's own lines stop at `set -u`.
      { HOME: home, NIX_SHELL_PRESERVE_PROMPT: "1" },
    );
    expect(stdout).toContain("Filling ");
    expect(stdout).toContain("alpha runs\r\n");
    expect(stdout).toMatch(/^\w*u\w*C\w* function\r$/m);
    expect(status).toBe(7);
  });
});

const INTERACTIVE = `
set -u -C
shopt -s nullglob dotglob nocasematch extglob
alias rm='rm -i' python=false
cd() { builtin cd "$@"; }
PS1="ready> "
`;
