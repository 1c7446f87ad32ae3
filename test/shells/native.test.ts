// The style `native`: which file each system has, what the packages are called and need, and what is refused.

import { describe, expect, test } from "vitest";
import type { ConvertOptions } from "../../src/cli/convert.ts";
import { integrity } from "../../src/shells/native-files.ts";
import { attributeFor } from "../../src/shells/native-packages.ts";
import { convertTexts, embedded, withoutHeader } from "../support/conversion.ts";
import { refusal } from "../support/errors.ts";

const HASH = "ab".repeat(32);
const URL = "https://files.example.org";

interface Locked {
  readonly name: string;
  readonly version?: string;
  readonly files?: readonly string[];
  readonly needs?: readonly string[];
  /** More lines of the table. */
  readonly more?: string;
}

/** A poetry.lock, whose files have names and hashes; or a pylock.toml, whose files have URLs. */
function poetryLock(packages: readonly Locked[]): string {
  const entries = packages.map(({ name, version = "1.0", files = [], needs = [], more = "" }) => {
    const list = files.map((file) => `    {file = "${file}", hash = "sha256:${HASH}"},\n`).join("");
    const edges = needs.map((need) => `${need} = "*"\n`).join("");
    return `[[package]]\nname = "${name}"\nversion = "${version}"\ndescription = ""\noptional = false\npython-versions = ">=3.8"\ngroups = ["main"]\nfiles = [\n${list}]\n${edges === "" ? "" : `\n[package.dependencies]\n${edges}`}${more}\n`;
  });
  return `${entries.join("\n")}\n[metadata]\nlock-version = "2.1"\npython-versions = ">=3.13"\ncontent-hash = "0"\n`;
}

function pylock(packages: string): string {
  return `lock-version = "1.0"\ncreated-by = "us"\n\n${packages}`;
}

function manifest(dependencies: readonly string[]): string {
  return `[project]\nname = "orders"\nversion = "1"\nrequires-python = ">=3.13"\ndependencies = [${dependencies.map((name) => JSON.stringify(name)).join(", ")}]\n`;
}

function converted(
  dependencies: readonly string[],
  locks: Readonly<Record<string, string>>,
  options: Partial<ConvertOptions> = {},
) {
  const { text, plan } = convertTexts(
    { "pyproject.toml": manifest(dependencies), ...locks },
    { style: "native", ...options },
  );
  return {
    text: withoutHeader(text),
    messages: plan.diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
  };
}

/** The file of a project whose lock has these packages, all of which the manifest names. */
function made(...packages: readonly Locked[]): string {
  return converted(
    packages.map(({ name }) => name),
    { "poetry.lock": poetryLock(packages) },
  ).text;
}

/** The binding of a package. */
function packageOf(text: string, attribute: string): string {
  const start = text.indexOf(`      ${attribute} =`);
  expect(start, attribute).toBeGreaterThan(0);
  return text.slice(start, text.indexOf("\n      }", start)).replaceAll(/^ {6}/gm, "");
}

describe("files", () => {
  test("without anything from a lock the file is that of shell", () => {
    const table = { "requirements.txt": "flask\n" };
    const [native, shell] = ["native", "shell"].map((style) => withoutHeader(convertTexts(table, { style }).text));
    expect(native).toBe(shell);
  });

  test("a pure wheel is the same for all systems", () => {
    expect(
      made({ name: "our-thing", files: ["our_thing-1.0-py3-none-any.whl", "our-thing-1.0.tar.gz"] }),
    ).toMatchInlineSnapshot(`
      "{
        pkgs ? import <nixpkgs> { },
      }:

      let
        # What nixpkgs lacks, or has in a version that does not fit, is part of its package set.
        python = pkgs.python313.override {
          packageOverrides = final: _prev: {
            # our-thing: nixpkgs has no such package
            our-thing = final.buildPythonPackage {
              pname = "our-thing";
              version = "1.0";
              format = "wheel";

              src = pkgs.fetchPypi {
                pname = "our_thing";
                version = "1.0";
                format = "wheel";
                dist = "py3";
                python = "py3";
                hash = "sha256-q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=";
              };
            };
          };

          self = python;
        };

        base = python.withPackages (ps: [ ps.our-thing ]);
      in
      pkgs.mkShell { packages = [ base ]; }
      "
    `);
  });

  test("a compiled wheel is each system's own, with its libraries on Linux", () => {
    const files = [
      "our_thing-1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
      "our_thing-1.0-cp312-cp312-manylinux_2_17_aarch64.whl",
      "our_thing-1.0-cp39-abi3-manylinux_2_28_aarch64.whl",
      "our_thing-1.0-cp313-cp313-musllinux_1_2_x86_64.whl",
      "our_thing-1.0-cp313-cp313-macosx_10_13_universal2.whl",
      "our_thing-1.0-cp313-cp313-win_amd64.whl",
    ];
    const text = made({ name: "our-thing", files });
    expect(packageOf(text, "our-thing")).toMatchInlineSnapshot(`
      "our-thing = final.buildPythonPackage {
        pname = "our-thing";
        version = "1.0";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "our_thing";
            version = "1.0";
            format = "wheel";
            hash = "sha256-q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=";
          }
          // forSystem {
            x86_64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux_2_17_x86_64.manylinux2014_x86_64";
            };

            aarch64-linux = {
              dist = "cp39";
              python = "cp39";
              abi = "abi3";
              platform = "manylinux_2_28_aarch64";
            };

            x86_64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_10_13_universal2";
            };

            aarch64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_10_13_universal2";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;"
    `);
    expect(text).toContain(
      '  forSystem = files: files.${system} or files.any or (throw "the lock has no file for ${system}");\n',
    );
    expect(text).toContain("  wheelLibraries = [\n    stdenv.cc.cc.lib\n    pkgs.zlib\n  ];\n");
  });

  test("a pure wheel stands in where there is no compiled one", () => {
    const text = made({
      name: "our-thing",
      files: ["our_thing-1.0-cp313-cp313-manylinux_2_17_x86_64.whl", "our_thing-1.0-py3-none-any.whl"],
    });
    expect(text).toMatch(/any = \{\n +dist = "py3";\n +python = "py3";\n +\};/);
  });

  test("the source is for the systems without a wheel, and nobody else", () => {
    const text = made({
      name: "our-thing",
      files: [
        "our_thing-1.0-cp313-cp313-manylinux_2_17_x86_64.whl",
        "our_thing-1.0-cp313-cp313-manylinux_2_17_aarch64.whl",
        "our-thing-1.0.zip",
        "Our.Thing-1.0.tar.gz",
      ],
    });
    expect(packageOf(text, "our-thing")).toContain(
      "  if stdenv.hostPlatform.isLinux && (stdenv.hostPlatform.isx86_64 || stdenv.hostPlatform.isAarch64) then\n    final.buildPythonPackage {\n",
    );
    expect(text).toContain(`          final.buildPythonPackage {
            pname = "our-thing";
            version = "1.0";
            pyproject = true;

            src = pkgs.fetchPypi {
              pname = "Our.Thing";
              version = "1.0";
              hash = "sha256-q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=";
            };

            # A lock does not tell what builds a package: this is the usual.
            build-system = [
              final.setuptools
              final.wheel
            ];
          };
`);
  });

  test("a source has the libraries and tools that are known, and what builds nixpkgs' own version", () => {
    const { text, messages } = converted(["av<1"], {
      "poetry.lock": poetryLock([{ name: "av", version: "0.5", files: ["av-0.5.tar.gz"] }]),
    });
    expect(packageOf(text, "av")).toMatch(
      /# As nixpkgs builds its own version\.\n {2}build-system = prev\.av\.build-system;\n\n {2}nativeBuildInputs = \[ pkgs\.pkg-config \];\n {2}buildInputs = \[ pkgs\.ffmpeg \];/,
    );
    expect(text).toContain("packageOverrides = final: prev: {");
    expect(messages).toContain("note: nixpkgs' packages that need one of these are built anew: av");
  });

  test("a file with a URL is had from there, without fragment and under its own name", () => {
    const lock = pylock(`[[packages]]
name = "our-thing"
version = "1.0+local"
wheels = [{ name = "our_thing-1.0+local-py3-none-any.whl", url = "${URL}/our_thing-1.0%2Blocal-py3-none-any.whl#sha256=${HASH}", hashes = { sha512 = "${"cd".repeat(64)}", sha256 = "${HASH}" } }]
`);
    expect(
      packageOf(converted(["our-thing"], { "pylock.toml": lock }).text, "our-thing"),
    ).toContain(`  src = pkgs.fetchurl {
    name = "our_thing-1.0+local-py3-none-any.whl";
    url = "${URL}/our_thing-1.0%2Blocal-py3-none-any.whl";
    hash = "sha256-q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=";
  };`);
  });

  test("a warning tells the usual systems that have no file", () => {
    const { messages } = converted(["our-thing"], {
      "poetry.lock": poetryLock([
        { name: "our-thing", files: ["our_thing-1.0-cp313-cp313-manylinux_2_17_x86_64.whl"] },
      ]),
    });
    expect(messages).toContain(
      "warning: the lock has no file of our-thing for aarch64-linux, x86_64-darwin, aarch64-darwin: the shell is not for those",
    );
  });

  test("--no-binary takes the source, --only-binary takes none", () => {
    const table = (option: string) => ({
      "pyproject.toml": manifest(["our-thing"]),
      "requirements.txt": `${option}\n`,
      "poetry.lock": poetryLock([
        { name: "our-thing", files: ["our_thing-1.0-py3-none-any.whl", "our_thing-1.0.tar.gz"] },
      ]),
    });
    const inputs = ["pyproject.toml", "requirements.txt"];
    const text = (option: string) => convertTexts(table(option), { style: "native", inputs }).text;
    expect(text("--no-binary Our.Thing")).toContain("pyproject = true;");
    expect(text("--no-binary other")).toContain('format = "wheel";');
    expect(
      refusal(() =>
        convertTexts(
          {
            ...table("--only-binary :all:"),
            "poetry.lock": poetryLock([{ name: "our-thing", files: ["our_thing-1.0.tar.gz"] }]),
          },
          { style: "native", inputs },
        ),
      ).message,
    ).toBe("native has nothing to build these from: our-thing (there is no file for any of its systems)");
  });

  test("text of a lock is never Nix code", () => {
    const lock = pylock(`[[packages]]
name = "our-thing"
vcs = { type = "git", url = "https://example.org/'' \${throw \\"no\\"} $(id)", commit-id = "${"a".repeat(40)}", subdirectory = "a b\${x}'$(id)" }
`);
    const text = converted(["our-thing"], { "pylock.toml": lock }).text;
    expect(text).toContain(`url = "https://example.org/'' \\\${throw \\"no\\"} $(id)";`);
    expect(text).toContain(`postUnpack = "sourceRoot=$sourceRoot/\${lib.escapeShellArg "a b\\\${x}'$(id)"}";`);
  });
});

test.each([
  [`sha256:${"00".repeat(32)}`, "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="],
  [`sha512:${"ff".repeat(64)}`, `sha512-${"/".repeat(85)}w==`],
  [`sha256:${"00".repeat(31)}`, null],
  [`md5:${"00".repeat(16)}`, null],
  [`sha256:${"zz".repeat(32)}`, null],
])("%s as Nix has it", (digest, expected) => {
  expect(integrity(digest)).toBe(expected);
});

describe("attributes", () => {
  test.each([
    ["flask", { attribute: "flask", replaces: true }],
    ["ruamel-yaml", { attribute: "ruamel-yaml", replaces: true }],
    ["our-thing", { attribute: "our-thing", replaces: false }],
    // nixpkgs has python-crontab by this name.
    ["crontab", { attribute: "crontab-pypi", replaces: false }],
    // A function of the set, not a package.
    ["python", { attribute: "python-pypi", replaces: false }],
  ])("%s", (key, expected) => {
    expect(attributeFor(embedded, key, "python313")).toEqual(expected);
  });
});

describe("dependencies", () => {
  const wheel = (name: string) => [`${name.replaceAll("-", "_")}-1.0-py3-none-any.whl`];

  test("are those of the lock, from nixpkgs and from the file; what is brought along is not listed", () => {
    const packages = [
      { name: "our-thing", files: wheel("our-thing"), needs: ["their-thing", "flask"] },
      { name: "their-thing", files: wheel("their-thing") },
      { name: "flask", version: "3.1.2", files: ["flask-3.1.2-py3-none-any.whl"] },
    ];
    const { text } = converted(["our-thing"], { "poetry.lock": poetryLock(packages) });
    expect(packageOf(text, "our-thing")).toContain("  dependencies = [\n    final.flask\n    final.their-thing\n  ];");
    expect(text).toContain("  base = python.withPackages (ps: [ ps.our-thing ]);\n");
  });

  test("that go in a circle are left out once, and said", () => {
    const packages = [
      { name: "our-thing", files: wheel("our-thing"), needs: ["their-thing"] },
      { name: "their-thing", files: ["their_thing-1.0.tar.gz"], needs: ["our-thing"] },
    ];
    const { text, messages } = converted(["our-thing"], { "poetry.lock": poetryLock(packages) });
    expect(packageOf(text, "our-thing")).toContain("dependencies = [ final.their-thing ];");
    expect(packageOf(text, "their-thing")).not.toContain("dependencies =");
    expect(packageOf(text, "their-thing")).toContain(
      "# It and what it needs need each other.\n  dontCheckRuntimeDeps = true;",
    );
    expect(messages).toContain(
      "note: their-thing and our-thing need each other: they are beside each other in the shell",
    );
  });

  test("on some platforms stand under a condition", () => {
    const packages: Locked[] = [
      {
        name: "our-thing",
        files: wheel("our-thing"),
        more: '\n[package.dependencies]\ntheir-thing = {version = "*", markers = "sys_platform == \\"linux\\""}\n',
      },
      { name: "their-thing", files: wheel("their-thing") },
    ];
    const { text } = converted(["our-thing"], { "poetry.lock": poetryLock(packages) });
    expect(packageOf(text, "our-thing")).toContain(
      "dependencies = lib.optionals stdenv.hostPlatform.isLinux [ final.their-thing ];",
    );
  });

  test("a package of nixpkgs that is replaced on some platforms stays on the others", () => {
    const { text } = converted(["flask>=99; sys_platform == 'darwin'", "flask; sys_platform == 'linux'"], {
      "pylock.toml": pylock(`[[packages]]
name = "flask"
version = "99.0"
marker = "sys_platform == 'darwin'"
wheels = [{ url = "${URL}/flask-99.0-py3-none-any.whl", hashes = { sha256 = "${HASH}" } }]

[[packages]]
name = "flask"
version = "3.1.0"
marker = "sys_platform != 'darwin'"
wheels = [{ url = "${URL}/flask-3.1.0-py3-none-any.whl", hashes = { sha256 = "${HASH}" } }]
`),
    });
    expect(text).toMatch(
      /flask =\n +if stdenv\.hostPlatform\.isDarwin then\n +final\.buildPythonPackage \{[^}]*\};\n +\}\n +else\n +prev\.flask;/,
    );
  });
});

describe("the project itself", () => {
  const own = { "pyproject.toml": `${manifest([])}\n[build-system]\nrequires = ["setuptools"]\n` };

  test("is a file with its folders", () => {
    const text = withoutHeader(convertTexts(own, { style: "native", output: "shell.nix" }).text);
    expect(text).toContain(`  python = pkgs.python313;

  # The project itself is read from its folder: what is changed there shows at once.
  project = python.pkgs.toPythonModule (
    pkgs.writeTextDir "\${python.sitePackages}/project.pth" ''
      \${toString ./src}
      \${toString ./.}
    ''
  );

  base = python.withPackages (ps: [ project ]);
`);
  });

  test("is found from the flake's folder when the shell is entered", () => {
    const { text } = convertTexts(own, { style: "flake", inside: "native", output: "flake.nix" });
    expect(text).toContain(
      String.raw`"import os, sys; sys.path.extend(os.path.join(os.environ[\"PY2NIX_PROJECT\"], path) for path in [\"src\",\".\"] if \"PY2NIX_PROJECT\" in os.environ)\n"`,
    );
    expect(text).toContain("export PY2NIX_PROJECT=$PWD");
    expect(text).not.toContain("toString ./.");
  });
});

describe("is refused", () => {
  const HINT =
    "Lock the project with a tool that writes down files and their hashes (uv lock, poetry lock, pdm lock), or take another style.";

  test("what there is nothing to build from, all of it at once", () => {
    const requirements = `our-thing>=1
their-thing==1.0
third-thing @ git+https://example.org/third.git@main
fourth-thing @ ${URL}/fourth_thing-1.0-py3-none-any.whl
fifth-thing @ ${URL}/fifth_thing-1.0-py3-none-any.whl#sha256=${HASH}
`;
    expect(refusal(() => convertTexts({ "requirements.txt": requirements }, { style: "native" }))).toEqual({
      message:
        "native has nothing to build these from: fourth-thing, their-thing (no hash is known); our-thing (no lock tells the version); third-thing (no lock tells the commit)",
      hint: HINT,
    });
  });

  test("a hash without the name of its file", () => {
    const requirements = `our-thing==1.0 --hash=sha256:${HASH}\n`;
    expect(refusal(() => convertTexts({ "requirements.txt": requirements }, { style: "native" })).message).toBe(
      "native has nothing to build these from: our-thing (there are hashes without the names of the files)",
    );
  });

  test("a file on an index whose URLs the lock does not have", () => {
    const more =
      '\n[package.source]\ntype = "legacy"\nurl = "https://packages.example.org/simple"\nreference = "company"\n';
    expect(refusal(() => made({ name: "our-thing", files: ["our_thing-1.0-py3-none-any.whl"], more })).message).toBe(
      "native has nothing to build these from: our-thing (the URLs of files on company are not known)",
    );
  });

  test("a repository that Nix cannot fetch by its commit alone", () => {
    const requirements = "our-thing @ svn+https://example.org/svn/trunk@3\n";
    expect(refusal(() => convertTexts({ "requirements.txt": requirements }, { style: "native" })).message).toBe(
      "native has nothing to build these from: our-thing (Nix fetches nothing from svn without a hash)",
    );
  });

  test("a secret in a URL is none of the file's", () => {
    const requirements = `our-thing @ https://\${TOKEN}@files.example.org/our_thing-1.0-py3-none-any.whl#sha256=${HASH}\n`;
    expect(refusal(() => convertTexts({ "requirements.txt": requirements }, { style: "native" })).message).toBe(
      "native has nothing to build these from: our-thing (the URL has a variable)",
    );
    const secret = `our-thing @ https://user:secret@files.example.org/our_thing-1.0-py3-none-any.whl#sha256=${HASH}\n`;
    const { text } = convertTexts({ "requirements.txt": secret }, { style: "native" });
    expect(text).toContain(`url = "${URL}/our_thing-1.0-py3-none-any.whl";`);
    expect(text).not.toContain("secret");
  });
});
