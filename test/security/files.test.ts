// Files that are none, never end, are too large or are in another encoding; and writing that is interrupted.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { executable, folderOf, py2nix } from "../support/cli.ts";

const first = (text: string) => text.split("\n", 1)[0];

describe("what is read", () => {
  const include = (make: (folder: string) => void, files: Record<string, string | Uint8Array> = {}) => {
    const folder = folderOf({ "requirements.txt": "-r other.txt\nflask\n", ...files });
    make(folder);
    const { code, stderr } = py2nix(folder, ["convert"]);
    return [code, first(stderr)];
  };

  test.each<[string, (folder: string) => void, string]>([
    ["a file that is not there", () => {}, "other.txt does not exist"],
    ["a folder", (folder) => mkdirSync(join(folder, "other.txt")), "other.txt is a folder"],
    ["a pipe", (folder) => execFileSync("mkfifo", [join(folder, "other.txt")]), "other.txt is not a regular file"],
    ["a device", (folder) => symlinkSync("/dev/zero", join(folder, "other.txt")), "other.txt is not a regular file"],
    [
      "a loop of links",
      (folder) => symlinkSync("other.txt", join(folder, "other.txt")),
      "other.txt is a loop of symbolic links",
    ],
    [
      "a file beyond the limit",
      (folder) => {
        writeFileSync(join(folder, "other.txt"), "");
        truncateSync(join(folder, "other.txt"), 65 * 1024 * 1024);
      },
      "other.txt is larger than 64 MiB",
    ],
  ])("%s is refused", (_, make, message) => {
    const [code, line] = include(make);
    expect([code, line]).toEqual([2, expect.stringContaining(message)]);
  });

  test("a file that includes itself is refused, as pip does", () => {
    expect(include(() => {}, { "other.txt": "-r requirements.txt\n" })).toEqual([
      2,
      expect.stringContaining("includes"),
    ]);
  });

  test("a chain of includes may be long, but not endless", () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, i) => [i === 0 ? "requirements.txt" : `${i}.txt`, `-r ${i + 1}.txt\n`]).concat([
          [`${length}.txt`, "flask\n"],
        ]),
      );
    expect(py2nix(folderOf(chain(90)), ["convert"]).code).toBe(0);
    expect(py2nix(folderOf(chain(200)), ["convert"]).code).toBe(2);
  });

  test("a path out of the project is read, as pip does", () => {
    const folder = folderOf({ "in/requirements.txt": "-r ../../out.txt\n", "out.txt": "flask\n" });
    mkdirSync(join(folder, "in/deep"));
    writeFileSync(join(folder, "in/deep/requirements.txt"), "-r ../../out.txt\n");
    const { code, stdout } = py2nix(join(folder, "in/deep"), ["convert"]);
    expect([code, stdout.includes("ps.flask")]).toEqual([0, true]);
  });

  test.each<[string, Uint8Array, number]>([
    ["line ends of Windows", Buffer.from("flask\r\nrequests\r\n"), 0],
    ["a byte order mark", Buffer.from("\ufeffflask\nrequests\n"), 0],
    ["UTF-16", Buffer.from("\ufeffflask\nrequests\n", "utf16le"), 0],
    ["no UTF-8", Buffer.from([0x66, 0xff, 0xfe, 0x0a]), 2],
    ["a NUL", Buffer.from("flask\0\n"), 2],
  ])("%s in a requirements file", (_, bytes, expected) => {
    const { code, stdout, stderr } = py2nix(folderOf({ "requirements.txt": bytes }), ["convert"]);
    expect(code, stderr).toBe(expected);
    if (expected === 0) for (const name of ["flask", "requests"]) expect(stdout).toContain(name);
    else expect(stderr).toMatch(/^error: requirements\.txt:1/);
  });
});

describe("what is written", () => {
  const OLD = "# Made by py2nix 0.0.1 from requirements.txt; to make it again:\n#   py2nix\n{ }\n";

  test("keeps the file's mode, and a symbolic link", () => {
    const folder = folderOf({ "requirements.txt": "flask\n", "real.nix": OLD });
    chmodSync(join(folder, "real.nix"), 0o640);
    symlinkSync("real.nix", join(folder, "shell.nix"));
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
    expect(lstatSync(join(folder, "shell.nix")).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder, "real.nix")).mode & 0o777).toBe(0o640);
    expect(readFileSync(join(folder, "real.nix"), "utf8")).toContain("ps.flask");
  });

  test.skipIf(process.platform !== "linux")("a full disk is told, and is no bug", () => {
    const { status, stderr } = spawnSync("bash", ["-c", `"${process.execPath}" "${executable}" > /dev/full`], {
      cwd: folderOf({ "requirements.txt": "flask\n" }),
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([3, expect.stringContaining("standard output cannot be written: ENOSPC")]);
  });

  test("a reader that has seen enough is no error", () => {
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-c", `set -o pipefail; "${process.execPath}" "${executable}" --quiet | head -n 1`],
      { cwd: folderOf({ "requirements.txt": "flask\nno-such-project\n" }), encoding: "utf8" },
    );
    expect([status, stdout.startsWith("# Made by py2nix"), stderr]).toEqual([0, true, ""]);
  });

  test("ended at any moment, the file is the old one or the new one", async () => {
    const folder = folderOf({ "requirements.txt": "flask\nno-such-project\n", "shell.nix": OLD });
    const path = join(folder, "shell.nix");
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
    const whole = readFileSync(path, "utf8");
    const begun = performance.now();
    py2nix(folder, ["-o", "shell.nix"]);
    const usual = performance.now() - begun;
    const seen = { old: 0, new: 0 };
    for (let i = 0; i < 40; i++) {
      writeFileSync(path, OLD);
      const child = spawn(process.execPath, [executable, "-o", "shell.nix"], { cwd: folder, stdio: "ignore" });
      const ended = once(child, "exit");
      setTimeout(() => child.kill(i % 2 === 0 ? "SIGINT" : "SIGKILL"), (usual * 1.2 * i) / 40);
      await ended;
      const text = readFileSync(path, "utf8");
      expect([OLD, whole]).toContain(text);
      seen[text === OLD ? "old" : "new"]++;
    }
    expect(seen.old).toBeGreaterThan(0);
    expect(py2nix(folder, ["-o", "shell.nix"]).code).toBe(0);
  });

  test("two at once write a whole file", async () => {
    const folder = folderOf({ "requirements.txt": "flask\n" });
    const runs = Array.from({ length: 6 }, () =>
      once(spawn(process.execPath, [executable, "-o", "shell.nix"], { cwd: folder, stdio: "ignore" }), "exit"),
    );
    expect((await Promise.all(runs)).map(([code]) => code)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(readdirSync(folder).sort()).toEqual(["requirements.txt", "shell.nix"]);
    expect(py2nix(folder, ["-o", "shell.nix", "--check"]).code).toBe(0);
  });
});
