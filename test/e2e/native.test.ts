// The style `native`: real Nix builds what the lock names, from files of our own, and the shell is entered.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type ConvertOptions, convert } from "../../src/cli/convert.ts";
import { DEFAULTS, embedded, filesIn } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import {
  copyFixture,
  describeWithNix,
  enter,
  evaluate,
  inside,
  machinePython,
  makeWheels,
  newFolder,
  newProject,
  output,
  PATIENCE,
  run,
  type Wheel,
  write,
} from "./nix.ts";

/** Writes the project's shell.nix, and gives its text. */
function make(project: string, options: Partial<ConvertOptions> = {}): string {
  const { text } = convert(
    { ...DEFAULTS, style: "native", output: "shell.nix", ...options },
    filesIn(project),
    embedded,
  );
  write(project, "shell.nix", text);
  return text;
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** Packages of a pylock.toml, each with one file that is had by its URL: of ours, or one that nobody fetches. */
function pylock(
  files: readonly (readonly [name: string, version: string, file: string | null, needs?: readonly string[]])[],
): string {
  const packages = files.map(([name, version, file, needs = []]) => {
    const hashes = `hashes = { sha256 = "${file === null ? "0".repeat(64) : sha256(file)}" }`;
    const place = `url = "${file === null ? `https://files.example.org/${name}-${version}-py3-none-any.whl` : `file://${file}`}"`;
    const kind = (file ?? ".whl").endsWith(".whl")
      ? `wheels = [{ ${place}, ${hashes} }]`
      : `sdist = { ${place}, ${hashes} }`;
    const edges = needs.map((need) => `{ name = "${need}" }`).join(", ");
    return `[[packages]]\nname = "${name}"\nversion = "${version}"\n${kind}\n${edges === "" ? "" : `dependencies = [${edges}]\n`}`;
  });
  return `lock-version = "1.0"\ncreated-by = "us"\n\n${packages.join("\n")}`;
}

function manifest(dependencies: readonly string[]): string {
  const list = dependencies.map((name) => `"${name}"`).join(", ");
  return `[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.13"\ndependencies = [${list}]\n\n[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n`;
}

async function wheel(folder: string, made: Wheel): Promise<string> {
  await makeWheels(folder, made);
  return join(folder, `${made.name.replaceAll("-", "_")}-${made.version}-py3-none-any.whl`);
}

/** A source distribution that setuptools builds. */
async function sdist(folder: string, name: string, version: string, requires: readonly string[] = []): Promise<string> {
  const stem = `${name.replaceAll("-", "_")}-${version}`;
  const tree = join(newFolder(), stem);
  const list = requires.map((need) => `"${need}"`).join(", ");
  write(
    tree,
    "pyproject.toml",
    `[build-system]\nrequires = ["setuptools", "wheel"]\nbuild-backend = "setuptools.build_meta"\n\n[project]\nname = "${name}"\nversion = "${version}"\ndependencies = [${list}]\n\n[tool.setuptools]\npy-modules = ["${name.replaceAll("-", "_")}"]\n`,
  );
  write(tree, `${name.replaceAll("-", "_")}.py`, "BUILT = True\n");
  const file = join(folder, `${stem}.tar.gz`);
  mkdirSync(folder, { recursive: true });
  await output("tar", ["czf", file, "-C", dirname(tree), stem]);
  return file;
}

/** A wheel for this interpreter with a shared object that is linked against a library by this name. */
async function compiledWheel(folder: string, name: string, library: string): Promise<string> {
  const build = newFolder();
  write(build, "library.c", "int ours(void) { return 7; }\n");
  write(build, "module.c", "extern int ours(void);\nint theirs(void) { return ours(); }\n");
  const so = join(build, `lib${name}.so`);
  await output("gcc", [
    "-shared",
    "-fPIC",
    "-o",
    join(build, "liblibrary.so"),
    `-Wl,-soname,${library}`,
    join(build, "library.c"),
  ]);
  await output("gcc", ["-shared", "-fPIC", "-o", so, join(build, "module.c"), `-L${build}`, "-llibrary"]);
  const file = join(folder, `${name}-1.0-cp313-cp313-linux_${process.arch === "arm64" ? "aarch64" : "x86_64"}.whl`);
  const pure = await wheel(folder, { name, version: "1.0", modules: { [name]: "COMPILED = True" } });
  await output(machinePython, [
    "-I",
    "-c",
    "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'a') as archive: archive.write(sys.argv[2], sys.argv[3])",
    pure,
    so,
    `${name}.libs/lib${name}.so`,
  ]);
  renameSync(pure, file);
  return file;
}

const VERSIONS = (names: string) =>
  `python -c 'from importlib.metadata import version; print(*map(version, "${names}".split()))'`;

describeWithNix("a native shell", { registry: true }, () => {
  test("has wheels, what is built from source, and the project itself", async () => {
    const files = newFolder("files");
    const alpha = await wheel(files, {
      name: "alpha-of-ours",
      version: "1.0",
      modules: { alpha: "def main(): import beta_of_ours; print('alpha', beta_of_ours.BUILT)" },
      requires: ["beta-of-ours>=2"],
      scripts: ["alpha = alpha:main"],
    });
    const beta = await sdist(files, "beta-of-ours", "2.0");
    const project = newProject({
      "pyproject.toml": manifest(["alpha-of-ours", "tabulate"]),
      "pylock.toml": pylock([
        ["alpha-of-ours", "1.0", alpha, ["beta-of-ours"]],
        ["beta-of-ours", "2.0", beta],
        ["tabulate", "0.9.0", null],
      ]),
      "src/orders/__init__.py": "STATE = 1\n",
    });
    make(project);
    expect(await inside(project, "alpha; echo path=$PYTHONPATH", { args: ["--pure"] })).toBe("alpha True\npath=");
    const where = await inside(
      project,
      "python -c 'import alpha, beta_of_ours, tabulate, orders; print(alpha.__file__, tabulate.__file__, orders.STATE, orders.__file__)'",
    );
    const [first, second, state, place] = where.split(" ");
    expect([first, second].map((path) => path?.slice(0, 11))).toEqual(["/nix/store/", "/nix/store/"]);
    expect([state, place]).toEqual(["1", `${project}/src/orders/__init__.py`]);
    // There is no pip about, and nothing beside the file.
    expect(readdirSync(project).sort()).toEqual(["pylock.toml", "pyproject.toml", "shell.nix", "src"]);
    write(project, "src/orders/__init__.py", "STATE = 2\n");
    expect(await inside(project, "python -c 'import orders; print(orders.STATE)'")).toBe("2");
  });

  test("shows nixpkgs' packages what replaces one of nixpkgs", async () => {
    const files = newFolder("files");
    const urllib3 = await wheel(files, { name: "urllib3", version: "99.0", modules: { urllib3: "OURS = True" } });
    const project = newProject({
      "pyproject.toml": manifest(["requests", "urllib3>=99"]),
      "pylock.toml": pylock([
        ["requests", "2.32.4", null],
        ["urllib3", "99.0", urllib3],
      ]),
    });
    const { plan } = convert({ ...DEFAULTS, style: "native" }, filesIn(project), embedded);
    expect(plan.decisions.map(({ key, from }) => `${key} ${from}`)).toEqual([
      "orders pip",
      "requests nixpkgs",
      "urllib3 pip",
    ]);
    make(project);
    // Two urllib3 in one environment would be a collision.
    expect(await inside(project, VERSIONS("urllib3 charset-normalizer"))).toMatch(/^99\.0 3\./);
    expect(await inside(project, "python -c 'import urllib3; print(urllib3.OURS)'")).toBe("True");
  });

  test("is not entered with a file that is not the locked one", async () => {
    const files = newFolder("files");
    const alpha = await wheel(files, { name: "alpha-of-ours", version: "1.0", modules: { alpha: "" } });
    const project = newProject({
      "pyproject.toml": manifest(["alpha-of-ours"]),
      "pylock.toml": pylock([["alpha-of-ours", "1.0", alpha]]),
    });
    make(project);
    writeFileSync(alpha, "something else");
    const { status, stdout, stderr } = await enter(project, "echo entered");
    expect({ fails: status !== 0, stdout }).toEqual({ fails: true, stdout: "" });
    expect(stderr).toContain("hash mismatch in fixed-output derivation");
  });

  test("takes files that the lock has no URL of from the default index", async () => {
    const files = newFolder("files");
    const gamma = await wheel(join(files, "py3/g/gamma_of_ours"), {
      name: "gamma-of-ours",
      version: "1.0",
      modules: { gamma: "" },
      requires: ["delta-of-ours"],
    });
    const delta = await sdist(join(files, "source/d/delta_of_ours"), "delta-of-ours", "0.5");
    const entry = (name: string, version: string, file: string, more = "") =>
      `[[package]]\nname = "${name}"\nversion = "${version}"\ndescription = ""\noptional = false\npython-versions = ">=3.8"\ngroups = ["main"]\nfiles = [\n    {file = "${file.replace(/^.*\//, "")}", hash = "sha256:${sha256(file)}"},\n]\n${more}\n`;
    const project = newProject({
      "pyproject.toml": manifest(["gamma-of-ours"]),
      "poetry.lock":
        entry("delta-of-ours", "0.5", delta) +
        entry("gamma-of-ours", "1.0", gamma, '\n[package.dependencies]\ndelta-of-ours = "*"\n') +
        '[metadata]\nlock-version = "2.1"\npython-versions = ">=3.13"\ncontent-hash = "0"\n',
    });
    const text = make(project);
    expect(text).toContain("pkgs.fetchPypi");
    expect(text).not.toContain("pkgs.fetchurl");
    const env = { PY2NIX_STUB_FILES: `file://${files}` };
    expect(await inside(project, VERSIONS("gamma-of-ours delta-of-ours"), { env })).toBe("1.0 0.5");
  });

  test("has the libraries of a compiled wheel, or says which is missing", async () => {
    const files = newFolder("files");
    const good = await compiledWheel(files, "good", "libz.so.1");
    const bad = await compiledWheel(files, "bad", "libnowhere.so.7");
    const project = (name: string, file: string) => {
      const folder = newProject({ "pyproject.toml": manifest([name]), "pylock.toml": pylock([[name, "1.0", file]]) });
      make(folder);
      return folder;
    };
    expect(await inside(project("good", good), "python -c 'import good; print(good.COMPILED)'")).toBe("True");
    const { status, stderr } = await enter(project("bad", bad), "echo entered");
    expect(status).not.toBe(0);
    expect(stderr).toContain("auto-patchelf could not satisfy dependency libnowhere.so.7 wanted by");
  });

  test("is not entered where a source needs what the lock does not name", async () => {
    const files = newFolder("files");
    const beta = await sdist(files, "beta-of-ours", "2.0", ["not-there>=1"]);
    const project = newProject({
      "pyproject.toml": manifest(["beta-of-ours"]),
      "pylock.toml": pylock([["beta-of-ours", "2.0", beta]]),
    });
    make(project);
    const { status, stderr } = await enter(project, "echo entered");
    expect(status).not.toBe(0);
    expect(stderr).toContain("not-there not installed");
  });

  test("has a repository at its commit", async () => {
    const repository = newFolder("almanac");
    write(
      repository,
      "python/pyproject.toml",
      '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n\n[project]\nname = "almanac"\nversion = "3"\n\n[tool.setuptools]\npy-modules = ["almanac"]\n',
    );
    write(repository, "python/almanac.py", "STATE = 'committed'\n");
    const git = (...args: string[]) =>
      output("git", ["-c", "user.name=us", "-c", "user.email=us@example.org", ...args], { cwd: repository });
    await git("init", "--quiet");
    await git("add", ".");
    await git("commit", "--quiet", "-m", "one");
    const commit = (await git("rev-parse", "HEAD")).trim();
    write(repository, "python/almanac.py", "STATE = 'later'\n");
    await git("commit", "--quiet", "-am", "two");
    const project = newProject({
      "pyproject.toml": manifest(["almanac"]),
      "pylock.toml": `lock-version = "1.0"\ncreated-by = "us"\n\n[[packages]]\nname = "almanac"\nvcs = { type = "git", url = "file://${repository}", commit-id = "${commit}", subdirectory = "python" }\n`,
    });
    make(project);
    expect(await inside(project, "python -c 'import almanac; print(almanac.STATE)'")).toBe("committed");
  });
});

const SYSTEMS = ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin"];

/** A file, with a folder in the place of each repository: fetchGit fetches when it is evaluated. */
const WITHOUT_GIT = `builtins.scopedImport { builtins = builtins // { fetchGit = { url, rev, allRefs }: builtins.toFile "repository" url; }; }`;

describeWithNix("native files", { registry: false }, () => {
  test("each golden file is a derivation on all systems", async () => {
    const all = copyFixture();
    const golden = `${root}/test/golden-styles/native`;
    const projects = readdirSync(golden).map((name) => {
      // The names of the golden files are those of the folders with their slashes as dashes.
      const nested =
        /^(pdm-lock-versions|pip-tools-versions|poetry-forks|poetry-lock-versions|uv-lock-revisions)-(.*)\.nix$/.exec(
          name,
        );
      const folder = join(all, nested ? `${nested[1]}/${nested[2]}` : name.slice(0, -".nix".length));
      write(folder, "shell.nix", readFileSync(join(golden, name), "utf8"));
      return join(folder, "shell.nix");
    });
    expect(projects.length).toBeGreaterThan(30);
    const { status, stdout, stderr } = await run("nix-instantiate", [
      "--eval",
      "--strict",
      "--json",
      "--expr",
      `map (system: let pkgs = import <nixpkgs> { inherit system; }; in map (file: (${WITHOUT_GIT} file { inherit pkgs; }).drvPath) [ ${projects.join(" ")} ]) [ ${SYSTEMS.map((system) => `"${system}"`).join(" ")} ]`,
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const paths = (JSON.parse(stdout) as string[][]).flat();
    expect(paths.length).toBe(4 * projects.length);
    for (const path of paths) expect(path).toMatch(/\.drv$/);
  });

  let project = "";
  beforeAll(() => {
    const tags = [
      "cp313-cp313-manylinux_2_17_x86_64",
      "cp313-cp313-musllinux_1_2_x86_64",
      "cp312-abi3-manylinux_2_28_aarch64",
      "cp313-cp313-macosx_11_0_universal2",
    ];
    const wheels = tags.map(
      (tag, at) =>
        `{ url = "https://files.example.org/swift_of_ours-1.0-${tag}.whl", hashes = { sha256 = "${String(at).repeat(64)}" } }`,
    );
    project = newProject({
      "pyproject.toml": manifest(["swift-of-ours"]),
      "pylock.toml": `lock-version = "1.0"\ncreated-by = "us"\n\n[[packages]]\nname = "swift-of-ours"\nversion = "1.0"\nsdist = { url = "https://files.example.org/swift_of_ours-1.0.tar.gz", hashes = { sha256 = "${"a".repeat(64)}" } }\nwheels = [${wheels.join(", ")}]\n`,
    });
    make(project);
  }, PATIENCE);

  test("a system has the wheel of its tags", async () => {
    const urls = await evaluate(
      `map (system: let
        pkgs = import <nixpkgs> { inherit system; };
        base = builtins.head (import ${project}/shell.nix { inherit pkgs; }).nativeBuildInputs;
        swift = builtins.head (builtins.filter (package: (package.pname or "") == "swift-of-ours") base.paths);
      in [ swift.src.url (map (input: input.name) swift.buildInputs) ]) [ ${SYSTEMS.map((system) => `"${system}"`).join(" ")} ]`,
    );
    const linux = ["gcc", "zlib-1.3.1"];
    expect(urls).toEqual([
      ["https://files.example.org/swift_of_ours-1.0-cp313-cp313-manylinux_2_17_x86_64.whl", linux],
      ["https://files.example.org/swift_of_ours-1.0-cp312-abi3-manylinux_2_28_aarch64.whl", linux],
      ["https://files.example.org/swift_of_ours-1.0-cp313-cp313-macosx_11_0_universal2.whl", []],
      ["https://files.example.org/swift_of_ours-1.0-cp313-cp313-macosx_11_0_universal2.whl", []],
    ]);
  });
});
