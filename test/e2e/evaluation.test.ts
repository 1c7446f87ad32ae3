// Every fixture's shell.nix is one that Nix evaluates, on every system.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { executable } from "../support/cli.ts";
import { fixtures } from "../support/paths.ts";
import { convert, copyFixture, describeWithNix, output, PATIENCE, run } from "./nix.ts";

const MANIFESTS = ["pyproject.toml", "requirements.txt", "Pipfile", "setup.cfg", "setup.py", "environment.yml"];

/** The fixtures: the folders with a manifest, and those in a folder that has none itself. */
const PROJECTS = foldersIn(".").flatMap((folder) =>
  isProject(folder) ? [folder] : foldersIn(folder).filter(isProject),
);

function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(fixtures, folder), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])).sort();
}

function isProject(folder: string): boolean {
  return MANIFESTS.some((name) => existsSync(join(fixtures, folder, name)));
}

/** The options that choose every group and extra, of those that exclude each other the first alone. */
async function everything(folder: string): Promise<string[]> {
  const { stdout } = await run(process.execPath, [executable, "parse", "--json"], { cwd: folder });
  const { selectables, lock } = JSON.parse(stdout) as {
    selectables: { kind: string; name: string }[];
    lock: { conflicts: { kind: string; name: string }[][] } | null;
  };
  const left = (lock?.conflicts ?? []).flatMap((set) => set.slice(1)).map(({ kind, name }) => `${kind} ${name}`);
  if (left.length === 0) return ["--all-groups", "--all-extras"];
  return selectables
    .filter(({ kind, name }) => !left.includes(`${kind} ${name}`))
    .flatMap(({ kind, name }) => [`--${kind}`, name]);
}

const SYSTEMS = ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin"];
/** Nix says it of every derivation that is not rooted. */
const NOT_ROOTED = "warning: you did not specify '--add-root'; the result might be removed by the garbage collector\n";

test("there are fixtures", () => {
  expect(PROJECTS).toEqual(expect.arrayContaining(["flask-web-app", "poetry-lock-versions/1.0"]));
});

describeWithNix("shell.nix evaluates", { registry: false }, () => {
  const usual = copyFixture();
  const whole = copyFixture();
  beforeAll(async () => {
    for (const project of PROJECTS) {
      await convert(join(usual, project));
      await convert(join(whole, project), ...(await everything(join(whole, project))));
    }
  }, PATIENCE);

  /** The derivation of a shell, for this machine's system or another one. Nix has nothing to complain of. */
  async function instantiate(project: string, system?: string): Promise<string> {
    const args = system === undefined ? [] : ["--arg", "pkgs", `import <nixpkgs> { system = "${system}"; }`];
    const { status, stdout, stderr } = await run("nix-instantiate", ["shell.nix", ...args], { cwd: project });
    expect({ system, status, stderr: stderr.replace(NOT_ROOTED, "") }).toEqual({ system, status: 0, stderr: "" });
    expect(stdout).toMatch(/^\/.*-nix-shell\.drv\n$/);
    return stdout.trim();
  }

  test.each(PROJECTS)("%s: here, and with all groups and extras on every system", async (project) => {
    await instantiate(join(usual, project));
    await Promise.all(SYSTEMS.map((system) => instantiate(join(whole, project), system)));
  });

  test("a system has what its markers name, and nothing of another's", async () => {
    const on = async (system: string) => {
      const derivation = await instantiate(join(usual, "platform-markers"), system);
      return output("nix-store", ["--query", "--requisites", derivation]);
    };
    const [linux, arm, mac] = [await on("x86_64-linux"), await on("aarch64-linux"), await on("aarch64-darwin")];
    for (const name of ["dbus-next", "distro", "evdev"]) {
      expect([linux, arm, mac].map((text) => text.includes(`-${name}-`))).toEqual([true, true, false]);
    }
    for (const name of ["appnope", "pyobjc-core"]) {
      expect([linux, arm, mac].map((text) => text.includes(`-${name}-`))).toEqual([false, false, true]);
    }
  });

  test("a pinned one parses, and evaluates with another nixpkgs in place of the pin", async () => {
    const project = join(copyFixture(), "flask-web-app");
    await convert(project, "--pin");
    expect(readFileSync(join(project, "shell.nix"), "utf8")).toMatch(
      /fetchTarball \{\n +url = "https:\/\/github\.com\/NixOS\/nixpkgs\/archive\/[0-9a-f]{40}\.tar\.gz";\n +sha256 = "sha256-[^"]{44}";\n/,
    );
    const parsed = await run("nix-instantiate", ["--parse", "shell.nix"], { cwd: project });
    expect({ status: parsed.status, stderr: parsed.stderr }).toEqual({ status: 0, stderr: "" });
    const args = ["--eval", "--strict", "--arg", "pkgs", "import <nixpkgs> { }", "-A", "drvPath", "shell.nix"];
    expect(await output("nix-instantiate", args, { cwd: project })).toMatch(/-nix-shell\.drv"\n$/);
  });
});
