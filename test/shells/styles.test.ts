// The styles beside `shell`, and what can be chosen of all of them.

import { describe, expect, test } from "vitest";
import type { ConvertOptions } from "../../src/cli/convert.ts";
import { formatSummary, PLAIN } from "../../src/report/summary.ts";
import { shellWord } from "../../src/shells/shell-words.ts";
import { STYLES } from "../../src/shells/styles.ts";
import { convertTexts, withoutHeader } from "../support/conversion.ts";
import { errorOf, refusal } from "../support/errors.ts";

function made(style: string, requirements: string, options: Partial<ConvertOptions> = {}): string {
  return withoutHeader(
    convertTexts({ "requirements.txt": requirements, "lib/setup.py": "" }, { style, ...options }).text,
  );
}

function warnings(style: string, requirements: string, options: Partial<ConvertOptions> = {}): string[] {
  const { plan } = convertTexts({ "requirements.txt": requirements }, { style, ...options });
  return plan.diagnostics
    .filter(({ severity }) => severity === "warning")
    .map(({ message, origin }) => `${origin?.line}: ${message}`);
}

test("each style has a name and a summary of its own", () => {
  expect(STYLES.map(({ name }) => name)).toEqual([
    ...["shell", "env", "impure", "fhs", "native", "command", "flake"],
    ...["pyproject-nix", "uv2nix", "poetry2nix", "mach-nix", "devenv"],
  ]);
  for (const { summary } of STYLES) expect(summary).toMatch(/^[a-z].{20,100}[^.]$/);
});

describe("a summary", () => {
  const told = (options: Partial<ConvertOptions>) => {
    const pyproject =
      '[project]\nname = "p"\nversion = "1"\ndependencies = ["flask", "humanize==4.9.0"]\n[build-system]\nrequires = []\n';
    const { plan, provision } = convertTexts({ "pyproject.toml": pyproject }, options);
    const lines = formatSummary(plan, PLAIN, { provision }).split("\n");
    return [lines[1], ...lines.filter((line) => line.startsWith("p itself"))];
  };
  const editable = "p itself is installed from its folder, editable";

  test.each([
    ["shell", "1 of 2 dependencies from nixpkgs, 1 from pip:", editable],
    ["impure", "1 of 2 dependencies from nixpkgs, 1 from pip:", editable],
    ["devenv", "1 of 2 dependencies from nixpkgs, 1 from pip:", editable],
    ["flake", "1 of 2 dependencies from nixpkgs, 1 from pip:", editable],
    ["env", "1 of 2 dependencies from nixpkgs, 1 left out:", "p itself is left out"],
    ["command", "1 of 2 dependencies from nixpkgs, 1 left out:", "p itself is left out"],
    ["pyproject-nix", "1 of 2 dependencies from nixpkgs, 1 left out:", "p itself is left out"],
  ])("of %s says what becomes of the dependencies", (style, counts, own) => {
    expect(told({ style })).toEqual([counts, own]);
  });

  test("of a flake says what the style inside does", () => {
    expect(told({ style: "flake", inside: "env" })[0]).toBe("1 of 2 dependencies from nixpkgs, 1 left out:");
  });
});

describe("env", () => {
  test("is the .env of withPackages", () => {
    expect(made("env", "flask\nnumpy")).toMatchInlineSnapshot(`
      "{
        pkgs ? import <nixpkgs> { },
      }:

      (pkgs.python313.withPackages (ps: [
        ps.flask
        ps.numpy
      ])).env
      "
    `);
  });
  test("of nothing has the interpreter", () => {
    expect(made("env", "# nothing")).toContain("\n(pkgs.python313.withPackages (_: [ ])).env\n");
  });
  test("says what only pip has, in the file and to the user", () => {
    const { text, plan } = convertTexts({ "requirements.txt": "flask\nhashids\n" }, { style: "env" });
    expect(text).toContain("# Not in here, since only pip has it:\n#   hashids: nixpkgs has no such package\n{");
    expect(text).not.toContain("writeText");
    expect(plan.diagnostics).toContainEqual({
      severity: "warning",
      message: "the style env has nothing from pip: hashids is left out (nixpkgs has no such package)",
      origin: { file: "requirements.txt", line: 2, column: 1 },
    });
  });
  test("brings no program that serves pip alone", () => {
    expect(made("env", "a @ git+https://example.org/a.git\nflask")).not.toContain("pkgs.git");
  });
});

describe("command", () => {
  test.each([
    ["flask\nnumpy", "nix-shell -p 'python313.withPackages (ps: with ps; [ flask numpy ])'\n"],
    ["# nothing", "nix-shell -p python313\n"],
    ["pre-commit", "nix-shell -p python313 pre-commit\n"],
    [
      "flask; sys_platform == 'darwin'\nsix",
      "nix-shell -p 'python313.withPackages (ps: with ps; [ six ] ++ lib.optionals stdenv.hostPlatform.isDarwin [ flask ])'\n",
    ],
    [
      "pre-commit; sys_platform == 'darwin'",
      "nix-shell -p python313 'lib.optionals stdenv.hostPlatform.isDarwin [ pre-commit ]'\n",
    ],
    [
      "uvicorn[standard]",
      "nix-shell -p 'python313.withPackages (ps: with ps; [ uvicorn ] ++ (uvicorn.optional-dependencies.standard or [ ]))'\n",
    ],
  ])("%j", (requirements, line) => {
    expect(convertTexts({ "requirements.txt": requirements }, { style: "command" }).text).toBe(line);
  });
  test("with a name that means something else by itself", () => {
    const { text } = convertTexts(
      { "requirements.txt": "six" },
      { style: "command", with: ["map", '"a b"', "throw.x"] },
    );
    expect(text).toBe(
      `nix-shell -p 'python313.withPackages (ps: with ps; [ six ])' pkgs.map 'pkgs."a b"' pkgs.throw.x\n`,
    );
  });
  test("pinned", () => {
    expect(made("command", "# nothing", { pin: true })).toMatch(
      /^nix-shell -I nixpkgs=https:\/\/github\.com\/NixOS\/nixpkgs\/archive\/[0-9a-f]{40}\.tar\.gz -p python313\n$/,
    );
  });
});

describe("a word that every shell reads alike", () => {
  test.each([
    ["flask", "flask"],
    ["", "''"],
    ["a b", "'a b'"],
    ["it's", "'it'\\''s'"],
    ["a\\b", "'a'\\\\'b'"],
    ["'", "\\'"],
    ["=x", "'=x'"],
    ["~", "'~'"],
  ])("%j", (text, word) => {
    expect(shellWord(text)).toBe(word);
  });
  test("has no NUL", () => {
    expect(() => shellWord("\0")).toThrow("no NUL");
  });
});

describe("flake", () => {
  const flake = (requirements: string, options: Partial<ConvertOptions> = {}) => made("flake", requirements, options);

  test("has nixpkgs of the channel, or of the index's revision", () => {
    expect(flake("six")).toContain('inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";');
    expect(flake("six", { pin: true })).toMatch(/inputs\.nixpkgs\.url = "github:NixOS\/nixpkgs\/[0-9a-f]{40}";/);
  });
  test("has local paths as the project has them: its own folder is a copy in the store", () => {
    const nix = flake('-e ./lib\n./lib\n-f "my wheels"\n');
    expect(nix).toContain(`"-e ./lib"`);
    expect(nix).toContain(`"--find-links './my wheels'"`);
    expect(nix).not.toContain("toString");
  });
  test("has the links of a file above the working folder where pip looks for them", () => {
    const files = { "requirements.txt": "-r ../common.txt\nhashids", "../common.txt": "-f wheels\n-f links\n" };
    const there = { ...files, "wheels/x.whl": "", "../links/y.whl": "" };
    const lines = (output: string, style: string) =>
      convertTexts(there, { style, output }).text.match(/--find-links [^"]*/g);
    expect(lines("flake.nix", "flake")).toEqual(["--find-links ./wheels", "--find-links ../links"]);
    expect(lines("nix/flake.nix", "flake")).toEqual(["--find-links ../wheels", "--find-links ../../links"]);
  });
  test("refuses what cannot be inside", () => {
    expect(refusal(() => flake("six", { inside: "command" }))).toEqual({
      message: "no flake has the style command inside",
      hint: "A flake has one of: shell, env, impure, fhs, native",
    });
  });
  test("with fhs is for Linux", () => {
    expect(flake("six", { inside: "fhs" })).not.toContain("darwin");
  });
});

describe("styles for another tool", () => {
  const uvLock =
    'version = 1\nrequires-python = ">=3.12"\n[[package]]\nname = "a"\nversion = "1"\nsource = { virtual = "." }\n';
  const pyproject =
    '[project]\nname = "A_b"\nversion = "1"\n[project.optional-dependencies]\nx = []\n[dependency-groups]\ndev = []\n';

  test("need its file", () => {
    expect(refusal(() => made("uv2nix", "six"))).toEqual({
      message: "uv2nix needs a uv.lock, and none was read",
      hint: "Make one with uv lock.",
    });
    expect(refusal(() => made("poetry2nix", "six")).message).toBe("poetry2nix needs a poetry.lock, and none was read");
    const table = { "pyproject.toml": pyproject };
    expect(refusal(() => convertTexts(table, { style: "mach-nix" })).message).toBe(
      "mach-nix needs a requirements file, and none was read",
    );
  });
  test("get the groups and extras that were chosen", () => {
    const { selection } = {
      selection: {
        groups: [],
        noGroups: [],
        onlyGroups: [],
        extras: ["x"],
        allGroups: false,
        allExtras: false,
        defaultGroups: true,
        members: [],
        buildSystem: false,
      },
    };
    const table = { "pyproject.toml": pyproject, "uv.lock": uvLock.replace('"a"', '"a-b"') };
    const { text } = convertTexts(table, { style: "uv2nix", selection });
    expect(text).toContain(
      'mkVirtualEnv "a-b-env" {\n            a-b = [\n              "dev"\n              "x"\n            ];\n          };',
    );
    expect(convertTexts(table, { style: "pyproject-nix", selection }).text).toContain('extras = [ "x" ];');
  });
  test("are flakes, which read nothing outside of their folder", () => {
    const table = { "pyproject.toml": pyproject, "uv.lock": uvLock };
    const outside = errorOf(() => convertTexts(table, { style: "uv2nix", output: "nix/flake.nix" }));
    expect([outside.message, outside.origin]).toEqual([
      ". is not below the folder of the flake",
      { file: "uv.lock", line: 1 },
    ]);
    const local = { "requirements.txt": "six\n../b/b-1.0-py3-none-any.whl\n" };
    const native = errorOf(() => convertTexts(local, { style: "flake", inside: "native", output: "flake.nix" }));
    expect([native.message, native.origin]).toEqual([
      "../b/b-1.0-py3-none-any.whl is not below the folder of the flake",
      { file: "requirements.txt", line: 2, column: 1 },
    ]);
    const below = { "my app/pyproject.toml": pyproject, "my app/uv.lock": uvLock };
    expect(convertTexts(below, { style: "uv2nix", inputs: ["my app/pyproject.toml"] }).text).toContain(
      'workspaceRoot = ./. + "/my app";',
    );
  });
  test("say when the tool is too old for the interpreter", () => {
    expect(warnings("mach-nix", "six")).toEqual([
      "undefined: mach-nix knows no Python after 3.10: the file has that, and the project would have 3.13.7",
    ]);
    expect(made("mach-nix", "six")).toContain('python = "python310";');
  });
});

describe("more packages", () => {
  test("are in each style that has programs", () => {
    for (const style of ["shell", "impure", "fhs", "flake", "devenv", "env"])
      expect(made(style, "six\nhashids", { with: ["git", 'a."b c"'] })).toMatch(/pkgs\.git\n\s+pkgs\.a\."b c"/);
  });
  test("that are modules of Python are no programs", () => {
    expect(warnings("shell", "six", { with: ["python313Packages.numpy"] })).toEqual([
      "undefined: python313Packages.numpy of --with is a program to the shell: to import it, write it to the project's requirements",
    ]);
  });
  test("that no set of Python packages has are told, with near names", () => {
    const program = "is a program to the shell: to import it, write it to the project's requirements";
    const unknown = "is no package of nixpkgs that the index knows";
    const packages = [
      ["python3Packages.flsak", `${unknown}: near to it are flask`],
      ["python313Packages.no-such-thing-at-all", unknown],
      ["python313.pkgs.flsak", `${unknown}: near to it are flask`],
      ["python313.pkgs.flask", program],
      // Of these the index tells nothing.
      ["python39Packages.flsak", program],
      ["python313.withPackages", program],
      ["python313.pkgs", program],
    ] as const;
    for (const [path, why] of packages)
      expect(warnings("shell", "six", { with: [path] })).toEqual([`undefined: ${path} of --with ${why}`]);
    expect(warnings("shell", "six", { with: ["nope.nope", "pkgs.nope"] })).toEqual([]);
  });
});

describe("what is built from source", () => {
  test("brings its libraries and tools", () => {
    const nix = made("shell", "psycopg2 @ https://example.org/psycopg2-2.9.tar.gz");
    expect(nix).toContain("pkgs.libpq.pg_config\n");
    expect(nix).toContain("buildInputs = [ pkgs.libpq ];");
    expect(made("fhs", "psycopg2 @ https://example.org/psycopg2-2.9.tar.gz")).toContain("pkgs.stdenv.cc\n");
  });
  test("under its own conditions", () => {
    expect(made("shell", "psycopg2 @ https://example.org/p.tar.gz ; sys_platform == 'darwin'")).toContain(
      "buildInputs = lib.optionals stdenv.hostPlatform.isDarwin [ pkgs.libpq ];",
    );
  });
  test("is not a wheel", () => {
    expect(made("shell", "psycopg2 @ https://example.org/psycopg2-2.9-py3-none-any.whl")).not.toContain("libpq");
    expect(made("shell", "lxml<1")).not.toContain("libxslt");
    expect(made("shell", "--no-binary lxml\nlxml<1")).toContain("pkgs.libxslt");
    expect(made("shell", "--no-binary :all:\nlxml<1")).toContain("pkgs.libxslt");
  });
  test("is what the lock has no wheel of", () => {
    const nix = (file: string) => {
      const lock = `[[package]]\nname = "lxml"\nversion = "0.9"\ndescription = ""\noptional = false\npython-versions = "*"\nfiles = [{file = "${file}", hash = "sha256:${"0".repeat(64)}"}]\n\n[metadata]\nlock-version = "2.0"\npython-versions = "^3.11"\ncontent-hash = ""\n`;
      const project =
        '[tool.poetry]\nname = "a"\nversion = "1"\n[tool.poetry.dependencies]\npython = "^3.11"\nlxml = "<1"\n';
      return convertTexts({ "pyproject.toml": project, "poetry.lock": lock }).text;
    };
    expect(nix("lxml-0.9.tar.gz")).toContain("pkgs.libxslt");
    expect(nix("lxml-0.9-py3-none-any.whl")).not.toContain("pkgs.libxslt");
  });
});

describe("uv", () => {
  test("is on PATH, and fills the environment", () => {
    const nix = made("shell", "flask\nhashids", { installer: "uv" });
    expect(nix).toContain("    pkgs.uv\n");
    expect(nix).toContain('run("${pkgs.uv}/bin/uv", "pip", "install"');
    expect(made("shell", "flask", { installer: "uv" })).not.toContain("pkgs.uv");
  });
  test("is told of no option that it does not know without a word", () => {
    expect(warnings("shell", "--pre\nhashids --config-settings=a=b", { installer: "uv" })).toEqual([
      "1: uv does not know --pre in a requirements file, and leaves it out",
      "2: uv leaves out what is said to pip of hashids: --config-settings=a=b",
    ]);
  });
  test("reads lines otherwise than pip does", () => {
    const lines = "-e ./my-lib\nhashids --config-settings=a=b\n--find-links ./wheels\n";
    const flake = convertTexts(
      { "requirements.txt": lines, "my-lib/setup.py": "" },
      { style: "flake", installer: "uv" },
    ).text;
    expect(flake).toContain('"-e ./my-lib"');
    expect(flake).toContain('"hashids"');
    expect(flake).toContain('"--find-links \\${VIRTUAL_ENV}/../wheels"');
    expect(
      convertTexts({ "requirements.txt": "-e './my lib'", "my lib/setup.py": "" }, { installer: "uv" }).text,
    ).toContain('"-e ${toString ./.}/my lib"');
  });
  test("knows no repository but git's", () => {
    expect(refusal(() => made("shell", "a @ hg+https://example.org/a", { installer: "uv" }))).toEqual({
      message: "uv takes a from no repository but one of git",
      hint: "Take --installer pip.",
    });
  });
});

describe("what a style has no use for", () => {
  test("is told", () => {
    const { plan } = convertTexts({ "requirements.txt": "six" }, { style: "env", installer: "uv" });
    expect(plan.diagnostics).toContainEqual({
      severity: "note",
      message: "the style env installs nothing: uv is not used",
    });
  });
  test("or refused", () => {
    expect(refusal(() => made("shell", "six", { inside: "impure" }))).toEqual({
      message: "the style shell has no other inside",
      hint: "--inside is for --style flake.",
    });
  });
});

describe("direnv's file", () => {
  const envrc = (options: Partial<ConvertOptions>) => {
    const table = { "requirements.txt": 'six\n-r "my reqs/it\'s.txt"\n', "my reqs/it's.txt": "flask" };
    return convertTexts(table, { envrc: true, ...options })
      .beside.find(({ name }) => name === ".envrc")
      ?.text.replace(/^#.*\n/gm, "");
  };

  test.each([
    ["shell", "shell.nix", "use nix\n"],
    ["impure", "dev.nix", "use nix dev.nix\n"],
    ["flake", "flake.nix", "use flake\n"],
    ["devenv", "devenv.nix", 'eval "$(devenv direnvrc)"\nuse devenv\n'],
  ])("of %s in %s", (style, output, use) => {
    const watched = output === "dev.nix" ? "watch_file dev.nix\n" : "";
    expect(envrc({ style, output })).toBe(
      `${watched}watch_file requirements.txt\nwatch_file 'my reqs/it'\\''s.txt'\n${use}`,
    );
  });
  test("in another folder looks at the manifests from there", () => {
    expect(envrc({ output: "nix/shell.nix" })).toContain("watch_file ../requirements.txt\n");
  });
  test("is refused where direnv cannot enter", () => {
    expect(refusal(() => envrc({ style: "fhs", output: "shell.nix" })).message).toBe(
      "direnv cannot enter what the style fhs writes",
    );
    expect(refusal(() => envrc({ style: "flake", output: "other.nix" })).message).toBe(
      "--envrc needs the file to be called flake.nix, and it is other.nix",
    );
    expect(refusal(() => envrc({ style: "command", output: null })).message).toBe(
      "direnv cannot enter what the style command writes",
    );
  });
});
