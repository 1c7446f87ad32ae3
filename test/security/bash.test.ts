// What bash is given, run by bash: the words that arrive are those that were meant, whatever stands in names.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { escapeString } from "../../src/nix/escape.ts";
import { relativePath } from "../../src/paths.ts";
import { folderOf, py2nix } from "../support/cli.ts";
import { convertTexts } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import { requireOrSkip } from "../support/tools.ts";
import { ATTACKS, TRACE } from "./attacks.ts";

/** What can be the name of a file. */
const NAMES = ATTACKS.filter((attack) => !/[\0/]/.test(attack) && !["", ".", ".."].includes(attack)).map((name) =>
  name.slice(0, 200),
);

/** Runs one script after the other, each for itself, and gives the words that its commands were called with. */
function wordsOf(shell: string, folder: string, scripts: readonly string[], functions: string): string[][] {
  for (const [i, script] of scripts.entries()) writeFileSync(join(folder, `${i}.sh`), script);
  const run = `${functions}\ni=0; while [ $i -lt ${scripts.length} ]; do ( . ./$i.sh ) || exit 1; printf 'NEXT\\0'; i=$((i + 1)); done`;
  const output = execFileSync(shell, ["-c", run], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
  return output
    .split("NEXT\0")
    .slice(0, -1)
    .map((words) => words.split("\0").slice(0, -1));
}

describe(".envrc", () => {
  requireOrSkip("bash", "watches the files of every name, and enters the shell of every name", (bash) => {
    const folder = folderOf({});
    const cases = NAMES.flatMap((name) => {
      try {
        const options = { inputs: [name], envrc: true, format: "requirements", output: `${name}.nix` };
        const { beside } = convertTexts({ [name]: "flask\n" }, options);
        return [{ name, text: beside.find((file) => file.name === ".envrc")?.text ?? "" }];
      } catch (error) {
        // A name with a star is a pattern.
        if (error instanceof InputError) return [];
        throw error;
      }
    });
    expect(cases.length).toBeGreaterThan(150);
    const print = `() { printf '%s\\0' "$0" "$@"; }`;
    const words = wordsOf(
      bash,
      folder,
      cases.map(({ text }) => text),
      ["watch_file", "use"].map((name) => `${name}${print.replace('"$0"', name)}`).join("\n"),
    );
    const path = (name: string) => (name.startsWith("-") ? `./${name}` : name);
    const meant = cases.map(({ name }) => {
      const watched = [`${name}.nix`, relativePath(".", name)].flatMap((one) => ["watch_file", path(one)]);
      return [...watched, "use", "nix", path(`${name}.nix`)];
    });
    expect(words).toEqual(meant);
    expect(existsSync(join(folder, TRACE))).toBe(false);
    for (const { text } of cases) expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});

describe("the style command", () => {
  for (const shell of ["bash", "dash"])
    requireOrSkip(shell, `is read by ${shell} as the words that were meant`, (program) => {
      const folder = folderOf({});
      const cases = ATTACKS.flatMap((attack) => {
        const settings = `with = [${JSON.stringify(`a."${attack}"`).replaceAll("\x7f", "\\u007f")}]\n`;
        try {
          const table = { "requirements.txt": "flask\n", "py2nix.toml": settings };
          return [{ attack, text: convertTexts(table, { style: "command", output: null }).text }];
        } catch (error) {
          if (error instanceof InputError) return [];
          throw error;
        }
      });
      expect(cases.length).toBeGreaterThan(80);
      const words = wordsOf(
        program,
        folder,
        cases.map(({ text }) => text.replace(/^nix-shell/, "nix_shell")),
        `nix_shell() { printf '%s\\0' "$@"; }`,
      );
      const name = (attack: string) => (/^[A-Za-z_][\w'-]*$/.test(attack) ? attack : `"${escapeString(attack)}"`);
      const KEYWORDS = /^(?:assert|else|if|in|inherit|let|or|rec|then|with)$/;
      expect(words).toEqual(
        cases.map(({ attack }) => [
          "-p",
          "python313.withPackages (ps: with ps; [ flask ])",
          `a.${KEYWORDS.test(attack) ? `"${attack}"` : name(attack)}`,
        ]),
      );
      expect(existsSync(join(folder, TRACE))).toBe(false);
    });
});

describe("the hook of a shell", () => {
  requireOrSkip("nix-instantiate", "is run in a folder of every name", (nix) => {
    const folder = folderOf({});
    const { text } = convertTexts({ "requirements.txt": "no-such-project\n" });
    const interpreter = join(folder, "python");
    writeFileSync(interpreter, `#!/bin/sh\nprintf '%s\\0' "$VIRTUAL_ENV" "$@"\n`);
    chmodSync(interpreter, 0o755);
    const folders = NAMES.map((name) => join(folder, "projects", name));
    for (const each of folders) {
      mkdirSync(each, { recursive: true });
      writeFileSync(join(each, "shell.nix"), text);
    }
    writeFileSync(join(folder, "folders.json"), JSON.stringify(folders));
    const expression = `
      let
        lib = import ${root}/test/stub/lib;
        python = { outPath = "/base"; interpreter = "${interpreter}"; sitePackages = "site"; };
        pkgs = {
          inherit lib;
          stdenv = { cc.cc.lib = "/lib"; hostPlatform = { isLinux = false; isDarwin = true; }; };
          writeText = name: text: name;
          runCommand = name: args: text: "/made";
          zlib = "/zlib";
          mkShell = args: args;
          python313 = python // { withPackages = f: python; };
        };
      in
      map (folder: (import (/. + folder + "/shell.nix") { inherit pkgs; }).shellHook)
        (builtins.fromJSON (builtins.readFile ${folder}/folders.json))`;
    writeFileSync(join(folder, "hooks.nix"), expression);
    const env = {
      ...process.env,
      NIX_STATE_DIR: join(folder, "state"),
      NIX_STORE_DIR: join(folder, "store"),
      HOME: folder,
    };
    const evaluated = execFileSync(nix, ["--eval", "--strict", "--json", join(folder, "hooks.nix")], {
      encoding: "utf8",
      env,
      maxBuffer: 1 << 26,
    });
    const words = wordsOf("bash", folder, JSON.parse(evaluated) as string[], "set -u");
    expect(words).toEqual(folders.map((each) => [`${each}/.venv`, "-I", "sync-venv.py"]));
    expect(existsSync(join(folder, TRACE))).toBe(false);
  });
});

describe("completion", () => {
  requireOrSkip("bash", "takes words of every kind for words", (bash) => {
    const names = NAMES.filter((name) => !name.includes("\n"));
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, ""])));
    writeFileSync(join(folder, "completion.sh"), py2nix(folder, ["completion", "bash"]).stdout);
    const script = `source ./completion.sh
      for word in "$@"; do for command in convert explain --style; do
        COMP_WORDS=(py2nix $command "$word") COMP_CWORD=2 COMP_LINE="py2nix $command $word"
        COMPREPLY=(); _py2nix; printf '%s\\0' "\${COMPREPLY[@]}"
      done; done`;
    const offered = execFileSync(
      bash,
      ["--norc", "-c", script, "bash", ...ATTACKS.filter((one) => !one.includes("\0"))],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    const known = py2nix(folder, ["completion", "bash"]).stdout;
    for (const word of offered.split("\0")) expect(known.includes(word) || names.includes(word), word).toBe(true);
    expect(existsSync(join(folder, TRACE))).toBe(false);
  });
});

test("names of every kind are tried", () => {
  expect(NAMES.length).toBeGreaterThan(180);
});
