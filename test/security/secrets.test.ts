// Credentials are in no output, whatever the shape of the URL, the format and the command.

import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, py2nix } from "../support/cli.ts";

const SECRET = "s3cr3tT0ken";

const SHAPES: readonly string[] = [
  `https://user:${SECRET}@example.org/simple`,
  `https://${SECRET}@example.org/simple`,
  `https://${SECRET}:@example.org/simple`,
  `https://:${SECRET}@example.org/simple`,
  `https://user:a%40${SECRET}@example.org/simple`,
  `https://user:a@${SECRET}@example.org/simple`,
  `HTTPS://user:${SECRET}@EXAMPLE.org:8443/simple`,
  `https://user:\${PASSWORD}${SECRET}@example.org/simple`,
  `http://user:${SECRET}@[::1]:8080/simple`,
  `https://us%65r:%70${SECRET}%2F@example.org/simple`,
  `https://user:${SECRET}@@example.org/simple`,
  `https://üser:pä${SECRET}@example.org/simple`,
  `https://user:a/${SECRET}@example.org/simple`,
  `https://user:${SECRET}?a@example.org/simple`,
  `https://user:${SECRET}#a@example.org/simple`,
  `ssh://user:${SECRET}@example.org/simple`,
  `https://example.org/simple?token=${SECRET}`,
  `https://example.org/simple?a=1&private_token=${SECRET}#egg=evil`,
  `https://example.org/simple?key=a;b@${SECRET}&password=${SECRET}`,
  `https://example.org/simple?X-Amz-Credential=${SECRET}%2F20250101&X-Amz-Signature=\${A}${SECRET}`,
  `https://example.org/simple?sv=2024-01-01&sig=a%2F${SECRET}%3D`,
  `https:/user:${SECRET}@example.org/simple`,
  `https:///user:${SECRET}@example.org/simple`,
  `https:user:${SECRET}@example.org/simple`,
  `//user:${SECRET}@example.org/simple`,
  `user:${SECRET}@example.org:simple`,
  `https://user:a'${SECRET}@example.org/simple`,
  `https://user:a ${SECRET}@example.org/simple`,
];

const lock = (url: string) =>
  `[[package]]\nname = "evil"\nversion = "1.0"\noptional = false\npython-versions = "*"\nfiles = []\n[package.source]\ntype = "legacy"\nurl = "${url}"\nreference = "x"\n[metadata]\nlock-version = "2.1"\npython-versions = "*"\ncontent-hash = "0"\n`;

const FORMATS: Readonly<Record<string, (url: string) => Record<string, string>>> = {
  "--index-url": (url) => ({ "requirements.txt": `--index-url ${url}\nevil\n` }),
  "--extra-index-url": (url) => ({ "requirements.txt": `--extra-index-url=${url}\nevil\n` }),
  "--trusted-host": (url) => ({ "requirements.txt": `--trusted-host ${url}\nevil\n` }),
  "a constraint": (url) => ({ "requirements.txt": "-c c.txt\nevil\n", "c.txt": `evil @ ${url}/evil-1.0.tar.gz\n` }),
  "a comment": (url) => ({ "requirements.txt": `evil==1.0 # from ${url}\nevil==2 ; nonsense # ${url}\n` }),
  "an environment of conda": (url) => ({
    "environment.yml": `channels:\n  - ${url}\ndependencies:\n  - pip:\n    - --index-url ${url}\n    - evil\n`,
  }),
  "setup.cfg": (url) => ({
    "setup.cfg": `[metadata]\nname = a\n[options]\ninstall_requires =\n  evil @ ${url}/e.zip\n`,
  }),
  "setup.py": (url) => ({
    "setup.py": `from setuptools import setup\nsetup(install_requires=["evil @ ${url}/e.zip"])\n`,
  }),
  "PDM's source": (url) => ({
    "pyproject.toml": `[project]\nname = "a"\nversion = "1"\ndependencies = ["evil"]\n[[tool.pdm.source]]\nname = "x"\nurl = "${url}"\n`,
  }),
  "uv.lock": (url) => ({
    "pyproject.toml": '[project]\nname = "a"\nversion = "1"\ndependencies = ["evil"]\n',
    "uv.lock": `version = 1\nrequires-python = ">=3.9"\n[[package]]\nname = "a"\nversion = "1"\nsource = { editable = "." }\ndependencies = [{ name = "evil" }]\n[[package]]\nname = "evil"\nversion = "1.0"\nsource = { registry = "${url}" }\nsdist = { url = "${url}/evil-1.0.tar.gz", hash = "sha256:${"0".repeat(64)}" }\n`,
  }),
  "pylock.toml": (url) => ({
    "pyproject.toml": '[project]\nname = "a"\nversion = "1"\ndependencies = ["evil"]\n',
    "pylock.toml": `lock-version = "1.0"\ncreated-by = "x"\n[[packages]]\nname = "evil"\nversion = "1.0"\nindex = "${url}"\narchive = { url = "${url}/evil-1.0.tar.gz", hashes = { sha256 = "00" } }\n`,
  }),
  settings: (url) => ({
    "requirements.txt": "evil\n",
    "py2nix.toml": `[packages.evil]\nfrom = "pip"\nreason = "see ${url}"\n`,
  }),
  "--find-links": (url) => ({ "requirements.txt": `--find-links ${url}\nevil\n` }),
  "a URL": (url) => ({ "requirements.txt": `evil @ ${url}/evil-1.0.tar.gz\n` }),
  "a repository": (url) => ({ "requirements.txt": `-e git+${url}/r.git@v1#egg=evil\n` }),
  "an error": (url) => ({ "requirements.txt": `evil @ ${url} ; nonsense\n` }),
  "an include": (url) => ({ "requirements.txt": `-r ${url}/r.txt\nevil\n` }),
  "[project]": (url) => ({
    "pyproject.toml": `[project]\nname = "a"\nversion = "1"\ndependencies = ["evil @ ${url}/e.zip"]\n`,
  }),
  "an error of TOML": (url) => ({ "pyproject.toml": `[project]\nname = "${url}\n` }),
  "Poetry's source": (url) => ({
    "pyproject.toml": `[tool.poetry.dependencies]\nevil = "*"\n[[tool.poetry.source]]\nname = "x"\nurl = "${url}"\n`,
  }),
  "poetry.lock": (url) => ({ "pyproject.toml": '[tool.poetry.dependencies]\nevil = "*"\n', "poetry.lock": lock(url) }),
  "uv's index": (url) => ({
    "pyproject.toml": `[project]\nname = "a"\nversion = "1"\ndependencies = ["evil"]\n[[tool.uv.index]]\nname = "x"\nurl = "${url}"\n`,
  }),
  "uv's source": (url) => ({
    "pyproject.toml": `[project]\nname = "a"\nversion = "1"\ndependencies = ["evil"]\n[tool.uv.sources]\nevil = { git = "${url}" }\n`,
  }),
  Pipfile: (url) => ({ Pipfile: `[[source]]\nname = "x"\nurl = "${url}"\n[packages]\nevil = "*"\n` }),
  "Pipfile's repository": (url) => ({ Pipfile: `[packages]\nevil = { git = "${url}", ref = "v1" }\n` }),
};

const COMMANDS: readonly (readonly string[])[] = [
  ["convert"],
  ["convert", "--verbose", "-o", "shell.nix"],
  ["parse", "--json"],
  ["explain", "--json"],
  ["explain"],
  ["parse"],
  ["report", "--output-format", "html"],
  ["report"],
  ["graph", "--output-format", "dot"],
  ["graph"],
];

/** The text of all files below a folder but those that were given. */
function writtenBelow(folder: string, given: readonly string[]): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !given.includes(name) && statSync(join(folder, name)).isFile())
    .map((name) => `${name}\n${readFileSync(join(folder, name), "utf8")}`)
    .join("\n");
}

describe("a secret in a URL", () => {
  test("with backslashes, which JSON and TOML escape", () => {
    const url = `https:\\\\user:${SECRET}@example.org/simple`;
    for (const [format, files] of Object.entries(FORMATS)) {
      const isEscaped = !/^(?:--|a constraint|a comment|a URL|a repository|an error$|an include|setup.cfg)/.test(
        format,
      );
      const folder = folderOf(files(isEscaped ? url.replaceAll("\\", "\\\\") : url));
      const { stdout, stderr } = py2nix(folder, ["convert", "--verbose"]);
      expect(`${stdout}${stderr}`, format).not.toContain(SECRET);
    }
  });

  // Each shape in each format by one command, each format by each command.
  const cases = Object.keys(FORMATS).flatMap((format, i) =>
    SHAPES.map((shape, j) => [format, shape, COMMANDS[(i + j) % COMMANDS.length] as readonly string[]] as const),
  );
  test.each(cases)("%s: %s: %j", (format, shape, command) => {
    const files = (FORMATS[format] as (url: string) => Record<string, string>)(shape);
    const folder = folderOf(files);
    mkdirSync(join(folder, "cache"));
    const { code, stdout, stderr } = py2nix(folder, command, {
      env: { PY2NIX_CACHE_DIR: join(folder, "cache"), PASSWORD: SECRET, PY2NIX_DEBUG: "1" },
    });
    expect([0, 1, 2], stderr).toContain(code);
    expect(`${stdout}${stderr}${writtenBelow(folder, Object.keys(files))}`).not.toContain(SECRET);
  });
});

test("environment variables and netrc are not read", () => {
  const folder = folderOf({
    "requirements.txt": "--index-url https://${TOKEN}@example.org/simple\nevil\n",
    ".netrc": `machine example.org login user password ${SECRET}\n`,
  });
  const { stdout, stderr } = py2nix(folder, ["convert"], {
    env: {
      HOME: folder,
      NETRC: join(folder, ".netrc"),
      TOKEN: SECRET,
      PIP_INDEX_URL: `https://${SECRET}@example.org/`,
    },
  });
  expect(stdout).toContain("https://\\${TOKEN}@example.org/simple");
  expect(stdout + stderr).not.toContain(SECRET);
});
