// Writing under fault: ended at any moment, on a full disk, where it is not allowed, over links, many at once, and to readers
// that have gone.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { smallList } from "../support/channel.ts";
import { executable, folderOf, py2nix } from "../support/cli.ts";
import { root } from "../support/paths.ts";

const OLD = "# Made by py2nix 0.0.1 from requirements.txt; to make it again:\n#   py2nix convert -o shell.nix\n{ }\n";
/** What is left of a run that was killed while it wrote. */
const LEFTOVER = /^\.[^/]+\.[0-9]+-[0-9]+\.tmp$/;

/** The files below a folder with their texts. */
function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

describe("ended at any moment, each file is the old one or the new one", () => {
  /** Makes what writes slow, so that most of a run's time is there. */
  const SLOW = `
    const fs = require("node:fs");
    const cell = new Int32Array(new SharedArrayBuffer(4));
    const wait = () => Atomics.wait(cell, 0, 0, 4);
    for (const name of ["openSync", "writeSync", "fsyncSync", "renameSync"]) {
      const real = fs[name];
      fs[name] = (...given) => {
        if (name === "openSync" && given[1] !== "wx") return real(...given);
        wait();
        const result = real(...given);
        wait();
        return result;
      };
    }
    require("node:module").syncBuiltinESMExports();
  `;
  /** Answers as nix-instantiate does for a small nixpkgs. */
  const NIX = `#!/usr/bin/env bash
    while [ $# -gt 0 ]; do
      if [ "$1" = --argstr ]; then declare "given_$2=$3"; shift 3; else shift; fi
    done
    count=$(grep -o '\\["' <<<"$given_paths" | wc -l)
    all() { local out=; for ((i = 0; i < count; i++)); do out+=",$1"; done; echo "[\${out#,}]"; }
    case $given_ask in
      interpreters) echo '{"nixpkgs":"/nix/store/none","system":"x86_64-linux","release":"25.11","suffix":"","revision":"","interpreters":["python313"]}' ;;
      versions) all '{"version":"3.13.1","isBuilt":true}' ;;
      names) echo '["flask","numpy","requests","six"]' ;;
      *) all '{"pname":"x","version":"1.0","needs":[]}' ;;
    esac
  `;
  const SIGNALS = ["SIGINT", "SIGTERM", "SIGKILL"] as const;

  interface Scenario {
    readonly files: Readonly<Record<string, string | Uint8Array>>;
    readonly args: readonly string[];
    readonly kills: number;
    /** What is written in one go: all old or all new where the program could tidy up. */
    readonly together: readonly (readonly string[])[];
  }

  const scenarios: Readonly<Record<string, Scenario>> = {
    convert: {
      files: { "requirements.txt": "flask\nno-such-project\n", "shell.nix": OLD },
      args: ["convert", "--envrc", "-o", "shell.nix"],
      kills: 33,
      together: [["shell.nix", ".envrc"]],
    },
    update: {
      files: Object.fromEntries(
        ["a", "b", "c"].flatMap((name) => [
          [`${name}/requirements.txt`, "flask\nno-such-project\n"],
          [`${name}/shell.nix`, OLD],
        ]),
      ),
      args: ["update", "--recursive"],
      kills: 33,
      together: [],
    },
    init: {
      files: { "requirements.txt": "flask\n", ".gitignore": "*.pyc\n", ".git/HEAD": "", "shell.nix": OLD },
      args: ["init", "--yes", "--envrc", "--pre-commit"],
      kills: 33,
      together: [["shell.nix", ".envrc", ".gitignore", ".pre-commit-config.yaml"]],
    },
    "index update": {
      files: { "packages.json.br": smallList(), "cache/use": "embedded\n" },
      args: ["index", "update", "--file", "packages.json.br", "--name", "mine"],
      kills: 18,
      together: [],
    },
    "index build": {
      files: { "bin/nix-instantiate": NIX, "cache/use": "embedded\n" },
      args: ["index", "build", "--shard", "40", "--jobs", "2"],
      kills: 12,
      together: [],
    },
  };

  test.each(Object.entries(scenarios))("%s", async (name, { files, args, kills, together }) => {
    const folder = folderOf(files);
    const slow = join(folderOf({ "slow.cjs": SLOW }), "slow.cjs");
    if (files["bin/nix-instantiate"]) chmodSync(join(folder, "bin/nix-instantiate"), 0o755);
    const before = filesBelow(folder);
    const env = {
      ...process.env,
      PATH: `${join(folder, "bin")}:${process.env.PATH}`,
      PY2NIX_CACHE_DIR: join(folder, "cache"),
      NODE_OPTIONS: `--require=${slow}`,
    };
    const start = () => spawn(process.execPath, [executable, ...args], { cwd: folder, stdio: "ignore", env });
    const begun = performance.now();
    const [code] = await once(start(), "exit");
    const usual = performance.now() - begun;
    expect(code).toBe(0);
    const after = filesBelow(folder);
    const written = Object.keys(after).filter((path) => after[path] !== before[path]);
    expect(written.length).toBeGreaterThanOrEqual(together[0]?.length ?? 1);

    const seen = { old: 0, new: 0, leftovers: 0 };
    for (let i = 0; i < kills; i++) {
      for (const path of Object.keys(filesBelow(folder))) if (before[path] === undefined) rmSync(join(folder, path));
      for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
      const signal = SIGNALS[i % SIGNALS.length] ?? "SIGKILL";
      const child = start();
      const ended = once(child, "exit");
      // The first fifth of a run is Node's start.
      const timer = setTimeout(() => child.kill(signal), usual * (0.2 + (1.1 * i) / kills));
      await ended;
      clearTimeout(timer);
      const found = filesBelow(folder);
      for (const [path, text] of Object.entries(found)) {
        if (LEFTOVER.test(path.split("/").at(-1) ?? "")) {
          expect(signal, `${name} left ${path}`).toBe("SIGKILL");
          seen.leftovers++;
          continue;
        }
        // What an interrupted build goes on with is there only until it is done.
        if (path.startsWith("cache/build/")) {
          expect(() => JSON.parse(text)).not.toThrow();
          continue;
        }
        expect([before[path], after[path]], `${path} after ${signal}`).toContain(text);
      }
      for (const path of Object.keys(before)) expect(Object.keys(found)).toContain(path);
      for (const path of written) seen[found[path] === after[path] ? "new" : "old"]++;
      if (signal === "SIGKILL") continue;
      for (const set of together) {
        const count = set.filter((path) => found[path] === after[path]).length;
        expect([0, set.length], `${set} after ${signal}`).toContain(count);
      }
    }
    expect(seen.old).toBeGreaterThan(0);
    expect(seen.new).toBeGreaterThan(0);
    // A run after all of them is as any other.
    expect((await once(start(), "exit"))[0]).toBe(0);
    expect(filesBelow(folder)).toMatchObject(after);
  });

  test("what a killed run has left is ignored, and taken away by a later one", () => {
    const folder = folderOf({
      "requirements.txt": "flask\n",
      ".shell.nix.123-456.tmp": OLD,
      ".shell.nix.123-789.tmp": OLD,
      ".mine.tmp": "another's",
    });
    const longAgo = Date.now() / 1000 - 2 * 60 * 60;
    for (const name of [".shell.nix.123-456.tmp", ".mine.tmp"]) utimesSync(join(folder, name), longAgo, longAgo);
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
    expect(readdirSync(folder)).toEqual([".mine.tmp", ".shell.nix.123-789.tmp", "requirements.txt", "shell.nix"]);
    expect(py2nix(folder, ["update"])).toMatchObject({ code: 0, stderr: "shell.nix unchanged\n" });
  });
});

describe("many at once", () => {
  test("the file is of one of them", async () => {
    const names = ["flask", "six", "click", "numpy", "requests"];
    const folder = folderOf(Object.fromEntries(names.map((name) => [`${name}.txt`, `${name}\n`])));
    const texts = names.map((name) => {
      expect(py2nix(folder, [`${name}.txt`, "-o", "shell.nix"]).code).toBe(0);
      return readFileSync(join(folder, "shell.nix"), "utf8");
    });
    const runs = Array.from({ length: 20 }, (_, i) =>
      once(
        spawn(process.execPath, [executable, `${names[i % names.length]}.txt`, "-o", "shell.nix"], {
          cwd: folder,
          stdio: "ignore",
        }),
        "exit",
      ),
    );
    expect((await Promise.all(runs)).map(([code]) => code)).toEqual(Array(20).fill(0));
    expect(texts).toContain(readFileSync(join(folder, "shell.nix"), "utf8"));
    expect(readdirSync(folder).sort()).toEqual([...names.map((name) => `${name}.txt`), "shell.nix"].sort());
  });
});

/** Whether this process may mount: root in most places, and in no container without the capability. */
const mayMount = (() => {
  const folder = "/tmp";
  return spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", folder]).status === 0;
})();

/** A small file system of its own, gone after the test. */
function smallDisk(folder: string, kilobytes: number): void {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "none", folder]);
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder]));
}

const needsMount = (title: string, run: () => void) =>
  mayMount ? test(title, run) : test.skip(`${title} (skipped: this process may not mount a file system)`, run);

describe("where it cannot be written", () => {
  const project = { "requirements.txt": "flask\nno-such-project\n" };

  needsMount("a full disk: nothing is replaced, not even what would still fit", () => {
    const folder = folderOf(project);
    const disk = join(folder, "disk");
    smallDisk(disk, 64);
    expect(py2nix(folder, ["convert", "--envrc", "-o", "disk/shell.nix"]).code).toBe(0);
    const before = filesBelow(disk);
    // What is left takes one of the two files.
    const pages = (text = "") => Math.ceil(Buffer.byteLength(text) / 4096);
    const taken = Object.values(before).reduce((sum, text) => sum + pages(text), 0);
    const filler = "x".repeat(4096 * (16 - taken - pages(before["shell.nix"])));
    writeFileSync(join(disk, "filler"), filler);
    writeFileSync(join(folder, "requirements.txt"), "-r more.txt\n");
    writeFileSync(join(folder, "more.txt"), "six\nno-such-project\n");
    const { code, stderr } = py2nix(folder, ["convert", "--envrc", "-o", "disk/shell.nix"]);
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/^error: disk\/\.envrc cannot be written: ENOSPC: [a-z ]+\n$/),
    ]);
    expect(filesBelow(disk)).toEqual({ ...before, filler });
    rmSync(join(disk, "filler"));
    expect(py2nix(folder, ["convert", "--envrc", "-o", "disk/shell.nix"]).code).toBe(0);
  });

  needsMount("a file system that is read only", () => {
    const folder = folderOf(project);
    const disk = join(folder, "disk");
    smallDisk(disk, 64);
    writeFileSync(join(disk, "shell.nix"), OLD);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    const { code, stderr } = py2nix(folder, ["-o", "disk/shell.nix"]);
    expect([code, stderr]).toEqual([3, "error: disk/shell.nix cannot be written: EROFS: read-only file system\n"]);
    expect(readFileSync(join(disk, "shell.nix"), "utf8")).toBe(OLD);
  });

  needsMount("a file in another file system, by a symbolic link", () => {
    const folder = folderOf(project);
    const disk = join(folder, "disk");
    smallDisk(disk, 64);
    writeFileSync(join(disk, "real.nix"), OLD);
    symlinkSync("disk/real.nix", join(folder, "shell.nix"));
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
    expect(readlinkSync(join(folder, "shell.nix"))).toBe("disk/real.nix");
    expect(readFileSync(join(disk, "real.nix"), "utf8")).toContain("ps.flask");
    expect(readdirSync(disk)).toEqual(["real.nix"]);
  });

  test.skipIf(process.platform === "win32")("a limit of the size of files is told as a full disk is", () => {
    const folder = folderOf({ ...project, "shell.nix": OLD });
    const { status, stderr } = spawnSync(
      "bash",
      ["-c", 'ulimit -f 1; exec "$@"', "bash", process.execPath, executable, "convert", "--envrc", "-o", "shell.nix"],
      { cwd: folder, encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([3, "error: shell.nix cannot be written: EFBIG: file too large\n"]);
    expect(filesBelow(folder)).toEqual({ ...project, "shell.nix": OLD });
  });

  test.skipIf(process.platform !== "linux")("a full device", () => {
    for (const args of [[], ["report"], ["graph"], ["parse", "--json"], ["search", "flask"], ["completion", "bash"]]) {
      const { status, stderr } = spawnSync(
        "bash",
        ["-c", `"$@" > /dev/full`, "bash", process.execPath, executable, ...args],
        {
          cwd: folderOf(project),
          encoding: "utf8",
        },
      );
      expect([status, stderr.split("\n")[0]]).toEqual([
        3,
        "error: standard output cannot be written: ENOSPC: no space left on device, write",
      ]);
    }
  });

  const NOBODY = 65_534;
  const isRoot = process.getuid?.() === 0;
  /** Node may be where another user cannot look. */
  const mayBeNobody =
    isRoot && spawnSync(process.execPath, ["-e", "0"], { cwd: "/", uid: NOBODY, gid: NOBODY }).status === 0;

  describe.skipIf(!mayBeNobody)("as another user (which only root can be, and only with a Node for all)", () => {
    /** The program where another user can read it. */
    const asNobody = (folder: string, args: readonly string[]) => {
      const copy = folderOf({});
      for (const part of ["bin", "dist", "data", "package.json"])
        cpSync(join(root, part), join(copy, part), { recursive: true, filter: (path) => !path.includes("types") });
      for (const path of [copy, folder]) chmodSync(path, 0o755);
      return spawnSync(process.execPath, [join(copy, "bin/py2nix.js"), ...args], {
        cwd: folder,
        encoding: "utf8",
        uid: NOBODY,
        gid: NOBODY,
        env: { PATH: process.env.PATH, PY2NIX_CACHE_DIR: join(folder, "cache") },
      });
    };

    test("a folder and a file that may not be written", () => {
      const folder = folderOf({ ...project, "shell.nix": OLD });
      const { status, stderr } = asNobody(folder, ["-o", "shell.nix"]);
      expect([status, stderr]).toEqual([3, "error: shell.nix cannot be written: EACCES: permission denied\n"]);
      expect(filesBelow(folder)).toEqual({ ...project, "shell.nix": OLD });
    });

    test("a cache that may not be written", () => {
      const folder = folderOf({ "packages.json.br": smallList() });
      const { status, stderr } = asNobody(folder, ["index", "update", "--file", "packages.json.br"]);
      expect([status, stderr]).toEqual([3, expect.stringMatching(/^error: .*\.index cannot be written: EACCES: /)]);
    });

    test("an input that may not be read, named or included", () => {
      const folder = folderOf({ "requirements.txt": "-r secret.txt\n", "secret.txt": "flask\n" });
      chmodSync(join(folder, "secret.txt"), 0o600);
      const [named, included] = [["secret.txt"], []].map((args) => asNobody(folder, args));
      expect([named?.status, named?.stderr]).toEqual([2, "error: secret.txt may not be read\n"]);
      expect([included?.status, included?.stderr.split("\n")[0]]).toEqual([
        2,
        "error: requirements.txt:1:1: secret.txt may not be read",
      ]);
    });

    test("a folder that may be written and not be listed", () => {
      const folder = folderOf({ ...project, "out/shell.nix": OLD });
      chmodSync(join(folder, "out"), 0o733);
      expect(asNobody(folder, ["requirements.txt", "-o", "out/shell.nix"]).status).toBe(0);
      expect(readFileSync(join(folder, "out/shell.nix"), "utf8")).toContain("ps.flask");
    });

    test("root leaves a file to its owner", () => {
      const folder = folderOf({ ...project, "shell.nix": OLD });
      chownSync(join(folder, "shell.nix"), NOBODY, NOBODY);
      expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
      const { uid, gid } = statSync(join(folder, "shell.nix"));
      expect([uid, gid]).toEqual([NOBODY, NOBODY]);
    });
  });

  test("an immutable file stays", () => {
    const folder = folderOf({ ...project, "shell.nix": OLD });
    const change = (flag: string) => spawnSync("chattr", [flag, join(folder, "shell.nix")]).status === 0;
    if (!change("+i")) return void console.warn("not tried: here nothing makes a file immutable");
    try {
      const { code, stderr } = py2nix(folder, ["-o", "shell.nix"]);
      expect([code, stderr]).toEqual([3, "error: shell.nix cannot be written: EPERM: operation not permitted\n"]);
      expect(filesBelow(folder)).toEqual({ ...project, "shell.nix": OLD });
    } finally {
      change("-i");
    }
  });
});

describe("what is in the place of the file", () => {
  const files = { "in/requirements.txt": "flask\n", "in/sub/keep": "" };
  const isNew = (path: string) => readFileSync(path, "utf8").includes("ps.flask");

  test.each<[string, (folder: string) => string, string]>([
    ["a relative link", () => "../out.nix", "out.nix"],
    ["an absolute link", (folder) => join(folder, "out.nix"), "out.nix"],
    ["a link to nothing", () => "../nothing.nix", "nothing.nix"],
    ["a link to a link to nothing", () => "second.nix", "nothing.nix"],
    ["a link by a folder that is a link", () => "linked/../up.nix", "elsewhere/up.nix"],
  ])("%s stays", (_, to, real) => {
    const folder = folderOf({ ...files, "out.nix": OLD, "elsewhere/deep/keep": "" });
    symlinkSync("../nothing.nix", join(folder, "in/second.nix"));
    symlinkSync("../elsewhere/deep", join(folder, "in/linked"));
    const target = to(folder);
    symlinkSync(target, join(folder, "in/shell.nix"));
    const { code, stderr } = py2nix(join(folder, "in"), ["-o", "shell.nix"]);
    expect(code, stderr).toBe(0);
    expect(readlinkSync(join(folder, "in/shell.nix"))).toBe(target);
    expect(readlinkSync(join(folder, "in/second.nix"))).toBe("../nothing.nix");
    expect(lstatSync(join(folder, real)).isFile()).toBe(true);
    expect(isNew(join(folder, real))).toBe(true);
  });

  test("a file by a folder that is a link", () => {
    const folder = folderOf({ ...files, "elsewhere/shell.nix": OLD });
    symlinkSync("../elsewhere", join(folder, "in/linked"));
    expect(py2nix(join(folder, "in"), ["requirements.txt", "-o", "linked/shell.nix"]).code).toBe(0);
    expect(isNew(join(folder, "elsewhere/shell.nix"))).toBe(true);
    expect(readdirSync(join(folder, "elsewhere"))).toEqual(["shell.nix"]);
  });

  test("a loop of links is an error", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    symlinkSync("b.nix", join(folder, "a.nix"));
    symlinkSync("a.nix", join(folder, "b.nix"));
    const { code, stderr } = py2nix(folder, ["-o", "a.nix"]);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^error: a\.nix cannot be written: ELOOP: /)]);
    expect(readdirSync(folder)).toEqual(["a.nix", "b.nix", "requirements.txt"]);
  });

  test("of a hard link the other name keeps the old file", () => {
    const folder = folderOf({ "requirements.txt": "flask\n", "shell.nix": OLD });
    linkSync(join(folder, "shell.nix"), join(folder, "other.nix"));
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
    expect(isNew(join(folder, "shell.nix"))).toBe(true);
    expect(readFileSync(join(folder, "other.nix"), "utf8")).toBe(OLD);
  });

  test.each([0o600, 0o640, 0o755, 0o444])("its mode %o stays", (mode) => {
    const folder = folderOf({ "requirements.txt": "flask\n", "shell.nix": OLD });
    chmodSync(join(folder, "shell.nix"), mode);
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
    expect(statSync(join(folder, "shell.nix")).mode & 0o7777).toBe(mode);
    expect(isNew(join(folder, "shell.nix"))).toBe(true);
  });

  test.skipIf(process.platform !== "linux")("a new file has the mode that the user's mask leaves", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    const line = 'umask 027; exec "$@"';
    spawnSync("bash", ["-c", line, "bash", process.execPath, executable, "-o", "shell.nix"], { cwd: folder });
    expect(statSync(join(folder, "shell.nix")).mode & 0o777).toBe(0o640);
  });

  test.skipIf(process.platform !== "linux")("a pipe and the streams' own files are written to", () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const run = (line: string) =>
      spawnSync("bash", ["-c", line, "bash", process.execPath, executable], { cwd: folder, encoding: "utf8" });
    expect(run('cat pipe & "$@" --quiet -o pipe; wait').stdout).toContain("ps.flask");
    expect(run('"$@" --quiet -o /dev/stdout | cat').stdout).toContain("ps.flask");
    expect(lstatSync(join(folder, "pipe")).isFIFO()).toBe(true);
  });

  test("an interruption ends a run that waits for a pipe's reader", async () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const child = spawn(process.execPath, [executable, "-o", "pipe"], { cwd: folder, stdio: "ignore" });
    const ended = once(child, "exit");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(child.exitCode).toBe(null);
    child.kill("SIGINT");
    expect(await ended).toEqual([null, "SIGINT"]);
  });
});

describe("a reader that has gone is no error", () => {
  /** Standard output and error, and how it ended, in a folder with a project whose listing is more than a pipe holds. */
  const run = (line: string, args: readonly string[]) => {
    const folder = folderOf({});
    const project = join(root, "fixtures", args[0] === "parse" ? "uv-large" : "uv-service");
    for (const file of ["pyproject.toml", "uv.lock"]) cpSync(join(project, file), join(folder, file));
    return spawnSync("bash", ["-c", line, "bash", process.execPath, executable, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PY2NIX_CACHE_DIR: join(folder, "cache") },
    });
  };
  const COMMANDS: readonly (readonly string[])[] = [
    ["convert"],
    ["convert", "--verbose"],
    ["report"],
    ["report", "--output-format", "html"],
    ["graph"],
    ["graph", "--output-format", "svg"],
    ["search", ..."flask numpy requests six click jinja2".split(" ")],
    ["parse", "--json"],
    ["explain", "--json"],
    ["index", "show", "embedded", "--json"],
    ["--help"],
    ["convert", "--help"],
    ["completion", "bash"],
    ["--version"],
  ];

  test.each(COMMANDS.map((args) => [args.join(" "), args] as const))("%s", (_, args) => {
    // The codes of all of the pipe are told behind it.
    const early = run('"$@" 2> told | head -c 1 > seen; echo "${PIPESTATUS[*]}"; cat told', args);
    expect([early.stdout.split("\n", 1)[0], early.stderr]).toEqual(["0 0", ""]);
    expect(early.stdout).not.toMatch(/\n\s+at |EPIPE|this is a bug/);
    const gone = run('{ "$@"; echo $? > code; } 2>&1 | true; cat code', args);
    expect([gone.stdout, gone.stderr]).toEqual(["0\n", ""]);
    const closed = run('"$@" >&- 2> told; echo $?; cat told', args);
    expect([closed.stdout.split("\n", 1)[0], closed.stderr]).toEqual(["0", ""]);
    expect(closed.stdout).not.toMatch(/\n\s+at |EBADF|this is a bug/);
    const all = run('"$@" >&- 2>&- <&-', args);
    expect(all).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  test("nor is it for an error, whose exit code stays", () => {
    for (const args of [
      ["no-such-file.txt"],
      ["report", "no-such-file.txt"],
      ["--no-such-option"],
      ["graph", "--depth", "x"],
    ]) {
      const gone = run('{ "$@"; echo $? > code; } 2>&1 | true; cat code', args);
      expect(gone.stdout).toBe("2\n");
      expect(run('"$@" >&- 2>&-', args).status).toBe(2);
    }
    expect(existsSync(join(root, "code"))).toBe(false);
  });
});
