import { describe, expect, test } from "vitest";
import { HOOK_FILES } from "../../src/cli/hook-files.ts";
import { FORMATS } from "../../src/manifests/formats.ts";
import { LOCK_FORMATS } from "../../src/manifests/locks.ts";
import { PIN_FILES } from "../../src/nixpkgs/pins.ts";
import { STYLES } from "../../src/shells/styles.ts";

const pattern = new RegExp(HOOK_FILES);

describe("the files of a hook", () => {
  test.each([
    ...LOCK_FORMATS.flatMap(({ beside }) => Object.values(beside)).filter((name) => !name.includes("*")),
    ...PIN_FILES,
    ...STYLES.flatMap(({ fileName }) => fileName ?? []),
    "pyproject.toml",
    "py2nix.toml",
    "Pipfile",
    "setup.cfg",
    "setup.py",
    "environment.yml",
    "environment-dev.yaml",
    "requirements.txt",
    "requirements.in",
    "requirements-dev.txt",
    "dev-requirements.txt",
    "requirements/base.in",
    "requirements/dev/linux.txt",
    "constraints.txt",
    "pylock.dev.toml",
    "pdm.prod.lock",
    ".python-version",
    ".python-versions",
    "mise.toml",
    ".mise.toml",
    ".tool-versions",
    "runtime.txt",
    ".envrc",
    "devenv.yaml",
  ])("have %s, at any depth", (name) => {
    expect([name, `svc/api/${name}`].map((path) => pattern.test(path))).toEqual([true, true]);
  });

  test.each([
    "README.md",
    "src/app.py",
    "my-pyproject.toml",
    "pyproject.toml.bak",
    "notes.txt",
    "Cargo.lock",
    "shell.nix~",
  ])("do not have %s", (name) => {
    expect(pattern.test(name)).toBe(false);
  });

  test("have every name by which a format is known", () => {
    const names = ["pyproject.toml", "Pipfile", "setup.cfg", "setup.py", "environment.yml", "requirements.txt"];
    const known = [...FORMATS, ...LOCK_FORMATS].filter(({ name }) => name !== "script");
    for (const { name, hasName } of known) {
      const examples = [...names, "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"].filter(hasName);
      expect(examples, name).not.toEqual([]);
    }
  });
});
