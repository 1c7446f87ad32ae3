// The styles of environment beside `shell`: what Nix makes of their files, and real entries with real pip and uv.

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type ConvertOptions, convert } from "../../src/cli/convert.ts";
import { renderPlan } from "../../src/shells/render.ts";
import { STYLES } from "../../src/shells/styles.ts";
import { DEFAULTS, embedded, filesIn } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import { findTool } from "../support/tools.ts";
import {
  copyFixture,
  describeWithNix,
  enter,
  inside,
  machinePython,
  makeWheels,
  newFolder,
  newProject,
  output,
  PATIENCE,
  run,
  write,
} from "./nix.ts";

const PIP = "--no-index\n--find-links wheels\n";
const GOLDEN = `${root}/test/golden-styles`;

/** Writes the files of a style into the project, and gives the text of the first. */
function make(project: string, style: string, options: Partial<ConvertOptions> = {}): string {
  const name = STYLES.find((known) => known.name === style)?.fileName ?? null;
  const { text, beside } = convert({ ...DEFAULTS, style, output: name, ...options }, filesIn(project), embedded);
  for (const file of beside) write(project, file.name, file.text);
  if (name !== null) write(project, name, text);
  return text;
}

/** A project with tabulate of nixpkgs, and wheels of our own. */
async function newShell(requirements = `${PIP}tabulate\nalpha-of-ours==1.0\n`): Promise<string> {
  const project = newProject({ "requirements.txt": requirements });
  await makeWheels(
    join(project, "wheels"),
    { name: "alpha-of-ours", version: "1.0", modules: { alpha: "VERSION = 1" } },
    { name: "alpha-of-ours", version: "2.0", modules: { alpha: "VERSION = 2" } },
    { name: "needs-old-tabulate", version: "1.0", requires: ["tabulate<0.5"] },
  );
  return project;
}

const LOOK = `python -c 'import alpha, tabulate; print(alpha.VERSION, alpha.__file__, tabulate.__file__)'`;

describeWithNix("the golden files", { registry: false }, () => {
  const files = (style: string) =>
    readdirSync(join(GOLDEN, style))
      .map((name) => join(GOLDEN, style, name))
      .filter((file) => file.endsWith(".nix"));

  /** Evaluates without a word on standard error. */
  async function evaluated(expression: string): Promise<unknown> {
    const { status, stdout, stderr } = await run("nix-instantiate", [
      "--eval",
      "--strict",
      "--json",
      "--expr",
      expression,
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return JSON.parse(stdout);
  }

  test.each([
    ["env", ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin"]],
    ["impure", ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin"]],
    ["fhs", ["x86_64-linux", "aarch64-linux"]],
  ])("%s: each is a derivation on %j", async (style, systems) => {
    const all = (await evaluated(
      `map (system: let pkgs = import <nixpkgs> { inherit system; }; in map (file: (import file { inherit pkgs; }).drvPath) [ ${files(style).join(" ")} ]) (builtins.fromJSON ''${JSON.stringify(systems)}'')`,
    )) as string[][];
    expect(all.map((paths) => paths.length)).toEqual(systems.map(() => files(style).length));
    for (const path of all.flat()) expect(path).toMatch(/\.drv$/);
  });

  test("flake: each has a shell for its systems", async () => {
    const flakes = [...files("flake"), ...files("options").filter((file) => /\/flake-[a-z]+\.nix$/.test(file))];
    const shells = (await evaluated(`
      let
        systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
        nixpkgs = {
          lib = import <nixpkgs/lib>;
          legacyPackages = nixpkgs.lib.genAttrs systems (system: import <nixpkgs> { inherit system; });
        };
      in
      map (
        file: builtins.mapAttrs (_: shells: shells.default.drvPath) ((import file).outputs { inherit nixpkgs; }).devShells
      ) [ ${flakes.join(" ")} ]`)) as Record<string, string>[];
    for (const [index, systems] of shells.entries())
      expect(Object.keys(systems).length, flakes[index]).toBe(flakes[index]?.endsWith("flake-fhs.nix") ? 2 : 4);
  });

  test("devenv: each is a module", async () => {
    const folder = newFolder();
    const modules = files("devenv").map((file, index) => {
      const [nix = ""] = readFileSync(file, "utf8").split("# ---- ");
      write(folder, `${index}.nix`, nix);
      return join(folder, `${index}.nix`);
    });
    const packages = (await evaluated(`
      let
        pkgs = import <nixpkgs> { };
        config.devenv.root = "/project";
      in
      map (
        file:
        let
          module = import file { inherit pkgs config; };
        in
        builtins.seq (builtins.deepSeq (module.enterShell or null) (module.packages or null)) module.languages.python.package.drvPath
      ) [ ${modules.join(" ")} ]`)) as string[];
    expect(packages.length).toBe(modules.length);
  });

  test("what other tools evaluate parses", async () => {
    const all = ["uv2nix", "pyproject-nix", "poetry2nix", "mach-nix"].flatMap(files);
    const { status, stderr } = await run("nix-instantiate", ["--parse", ...all]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describeWithNix("the style env", { registry: true }, () => {
  test("has what nixpkgs has, and names what it leaves out", async () => {
    const project = newProject({ "requirements.txt": "tabulate\nhashids\n" });
    expect(make(project, "env")).toContain("#   hashids: nixpkgs has no such package\n");
    expect(await inside(project, "python -c 'import tabulate; print(tabulate.__file__)'")).toMatch(/^\/nix\/store\//);
    expect((await enter(project, "python -c 'import hashids'")).stderr).toContain("No module named 'hashids'");
  });
  test("with a program leaves PYTHONPATH alone", async () => {
    const project = newProject({ "requirements.txt": "tabulate\n" });
    make(project, "env", { with: ["pre-commit"] });
    expect(
      await inside(project, "pre-commit; echo path=$PYTHONPATH; python -c 'import tabulate'", { args: ["--pure"] }),
    ).toMatch(/^pre-commit .*\npath=$/);
  });
});

describeWithNix("the style impure", { registry: true }, () => {
  test("is filled once, and again when a requirement has changed", async () => {
    const project = await newShell();
    make(project, "impure");
    const first = await enter(project, LOOK);
    expect({ status: first.status, stdout: first.stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^Skipping venv creation/),
    });
    const look = () => inside(project, LOOK).then((text) => text.split("\n").at(-1)?.split(" "));
    expect(await look()).toEqual([
      "1",
      `${project}/.venv/lib/python3.13/site-packages/alpha.py`,
      expect.stringMatching(/^\/nix\/store\/.*\/tabulate\/__init__\.py$/),
    ]);
    expect((await enter(project, "true")).stderr).toBe("");
    write(project, "requirements.txt", `${PIP}tabulate\nalpha-of-ours==2.0\n`);
    make(project, "impure");
    expect((await look())?.[0]).toBe("2");
    // Nix's command runs by the environment's Python; nothing is on PYTHONPATH.
    expect(await inside(project, "command -v tabulate; echo path=$PYTHONPATH date=$SOURCE_DATE_EPOCH")).toContain(
      `${project}/.venv/bin/tabulate\npath= date=`,
    );
  });
  test("is not entered by a command when pip fails, and tries again", async () => {
    const project = await newShell(`${PIP}tabulate\nneeds-old-tabulate\n`);
    make(project, "impure");
    const failed = await enter(project, "echo entered");
    expect(failed.status).toBe(1);
    expect(failed.stdout).not.toContain("entered");
    expect(failed.stderr).toContain("ResolutionImpossible");
    write(project, "requirements.txt", `${PIP}tabulate\nalpha-of-ours\n`);
    make(project, "impure");
    expect(await inside(project, LOOK)).toContain(`2 ${project}/.venv/`);
  });
  test("touches no environment of another", async () => {
    const project = await newShell();
    make(project, "impure");
    write(project, ".venv/mine", "");
    const { status, stderr } = await enter(project, "echo entered");
    expect(status).toBe(1);
    expect(stderr).toContain(`${project}/.venv was not made by this shell`);
    expect(existsSync(join(project, ".venv/mine"))).toBe(true);
  });
});

describeWithNix("the style fhs", { registry: true }, () => {
  test("gives a program that runs a command in it", async () => {
    const project = await newShell();
    const text = make(project, "fhs");
    expect(text).toContain("result/bin/python-fhs -c COMMAND");
    await output("nix-build", ["-A", "fhs", "shell.nix"], { cwd: project });
    expect(await output(join(project, "result/bin/python-fhs"), ["-c", LOOK])).toContain(`1 ${project}/.venv/`);
  });
});

describeWithNix("the style flake", { registry: true }, () => {
  const nixpkgs = newProject({
    "flake.nix": `{
      outputs = { self }: {
        lib = import ${root}/test/stub/lib;
        legacyPackages = self.lib.genAttrs [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ] (
          system: import ${root}/test/stub { inherit system; }
        );
      };
    }`,
  });
  const develop = (project: string, command: string, cwd = project) =>
    output(
      "nix",
      [
        ...["--extra-experimental-features", "nix-command flakes", "develop", "--impure"],
        ...["--override-input", "nixpkgs", `path:${nixpkgs}`, `path:${project}`, "-c", "bash", "-c", command],
      ],
      { cwd, env: { PY2NIX_STUB_UV: findTool("uv") ?? "" } },
    );

  test.each(["shell by pip", "impure by pip", "shell by uv"])(
    "with %s inside: the environment is in the project, from any folder of it",
    async (inner) => {
      const [inside, , installer] = inner.split(" ");
      if (installer === "uv" && findTool("uv") === null) return;
      const project = await newShell();
      // An editable one is built with setuptools, of the registry.
      write(project, "requirements.txt", "--find-links wheels\ntabulate\nalpha-of-ours==1.0\n-e ./my-lib\n");
      write(project, "my-lib/setup.py", "from setuptools import setup\nsetup(name='my-lib', py_modules=['mine'])\n");
      write(project, "my-lib/mine.py", "");
      make(project, "flake", { inside: inside ?? "", installer: installer === "uv" ? "uv" : "pip" });
      expect(await develop(project, LOOK)).toContain(`1 ${project}/.venv/`);
      write(project, "below/x", "");
      const below = join(project, "below");
      const mine = await develop(project, `${LOOK}; python -c 'import mine; print(mine.__file__)'`, below);
      expect(mine).toContain(`${project}/my-lib/mine.py`);
      expect(existsSync(join(below, ".venv"))).toBe(false);
    },
  );
  test("with env inside", async () => {
    const project = newProject({ "requirements.txt": "tabulate\n" });
    make(project, "flake", { inside: "env" });
    expect(await develop(project, "python -c 'import tabulate; print(tabulate.__file__)'")).toMatch(/^\/nix\/store\//m);
  });
});

describeWithNix("the installer uv", { registry: true }, () => {
  const uv = findTool("uv");
  const withUv = { env: { PY2NIX_STUB_UV: uv ?? "" } };

  test.skipIf(uv === null)("installs what the base lacks and nothing else", async () => {
    const project = newProject({ "requirements.txt": "flask\nflask-htmx\nhttpx[socks]\nhashids==1.3.1\n" });
    make(project, "shell", { installer: "uv" });
    const installed = await inside(project, "ls .venv/lib/python3.13/site-packages", withUv);
    expect(installed.split("\n").filter((name) => name.endsWith(".dist-info"))).toEqual([
      expect.stringMatching(/^flask_htmx-/),
      "hashids-1.3.1.dist-info",
    ]);
    expect(await inside(project, "python -c 'import flask, flask_htmx; print(flask.__file__)'", withUv)).toMatch(
      /^\/nix\/store\//,
    );
  });
  test.skipIf(uv === null)("stops at what contradicts the base", async () => {
    const project = await newShell(`${PIP}tabulate\nneeds-old-tabulate\n`);
    make(project, "shell", { installer: "uv" });
    const { status, stderr } = await enter(project, "echo entered", withUv);
    expect(status).toBe(1);
    expect(stderr).toContain("No solution found when resolving dependencies");
  });
  test.skipIf(uv === null)("refuses a file that is not the locked one", async () => {
    const project = copyFixture("command-line-tool");
    make(project, "shell", { installer: "uv" });
    expect(await inside(project, "python -m pytest -q", withUv)).toContain("1 passed");
    const path = join(project, "shell.nix");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replaceAll(/--hash=sha256:\w{8}/g, "--hash=sha256:00000000"));
    const changed = await enter(project, "echo entered", withUv);
    expect(changed.status).toBe(1);
    expect(changed.stderr).toContain("Hash mismatch");
    writeFileSync(
      path,
      text.replace(/"maidenhead==.*"/, (line) => `${line} "listparser==0.20"`),
    );
    const unhashed = await enter(project, "echo entered", withUv);
    expect(unhashed.status).toBe(1);
    expect(unhashed.stderr).toContain("all requirements must have a hash");
  });
});

describeWithNix("an index that asks for a password", { registry: true }, () => {
  let place = "";
  beforeAll(async () => {
    const folder = newFolder();
    await makeWheels(join(folder, "secret-of-ours"), {
      name: "secret-of-ours",
      version: "1.0",
      modules: { secret: "" },
    });
    const server = spawn(machinePython, ["-I", "-c", SERVER], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
    // The server ends with its standard input.
    place = await new Promise<string>((resolve) => server.stdout.once("data", (data) => resolve(String(data).trim())));
    server.unref();
    return () => server.stdin.end();
  }, PATIENCE);

  test("takes it from netrc, and the file does not have it", async () => {
    const project = newProject({
      "requirements.txt": `--index-url http://reader:from-manifest@${place}/\nsecret-of-ours\n`,
      netrc: `machine 127.0.0.1 login reader password from-netrc\n`,
    });
    const text = make(project, "impure");
    expect(text).toContain(`http://${place}/`);
    expect(text).not.toContain("from-manifest");
    const refused = await enter(project, "echo entered", { env: { NETRC: "/nowhere" } });
    expect(refused.status).toBe(1);
    const found = await inside(project, "python -c 'import secret; print(secret.__file__)'", {
      env: { NETRC: join(project, "netrc") },
    });
    expect(found).toContain(`${project}/.venv/`);
  });
});

/** Serves the folder as a package index, for one user. Ends with its standard input. */
const SERVER = `
import base64, http.server, os, sys, threading
wanted = "Basic " + base64.b64encode(b"reader:from-netrc").decode()
class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        if self.headers.get("Authorization") == wanted:
            return super().do_GET()
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="ours"')
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *_):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print("127.0.0.1:%d" % server.server_port, flush=True)
sys.stdin.read()
`;

describeWithNix("the style command", { registry: true }, () => {
  test("enters", async () => {
    const project = newProject({ "requirements.txt": "tabulate\ntkinter-tooltip; sys_platform == 'darwin'\n" });
    const line = make(project, "command").trim();
    expect(
      await output("bash", ["-c", `${line} --run "python -c 'import tabulate; print(tabulate.__file__)'"`]),
    ).toMatch(/^\/nix\/store\//);
  });

  const NAMES = [`it's "so"`, "a\\b", "$HOME `id` $(id)", "\\'\\\\''", "!history *? ~ #x", "ü ${x}"];
  test.each(["bash", "dash", "zsh", "fish"])("is read by %s as by the others", async (shell) => {
    const program = findTool(shell);
    if (program === null) return;
    const project = newProject({
      "requirements.txt": "tabulate\n",
      "bin/nix-shell": "#!/bin/sh\nprintf '%s\\0' \"$@\"\n",
    });
    await output("chmod", ["+x", join(project, "bin/nix-shell")]);
    const { plan } = convert({ ...DEFAULTS, style: "command" }, filesIn(project), embedded);
    const source = { project: { name: null, files: [] }, manifests: [], groups: [], extras: [] };
    const options = { style: "command", pin: true, with: NAMES.map((name) => [name]), output: null, header: [] };
    const line = renderPlan(plan, source, embedded, options).text;
    const words = await output(program, ["-c", line], { env: { PATH: `${project}/bin:${process.env.PATH}` } });
    expect(words.split("\0")).toEqual([
      "-I",
      expect.stringMatching(/^nixpkgs=https:\/\/github\.com\/NixOS\/nixpkgs\/archive\/[0-9a-f]{40}\.tar\.gz$/),
      "-p",
      "python313.withPackages (ps: with ps; [ tabulate ])",
      ...NAMES.map((name) => `pkgs."${name.replaceAll(/[\\"]|\$\{/g, "\\$&")}"`),
      "",
    ]);
  });
});
