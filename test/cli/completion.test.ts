import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { STYLE_NAMES } from "../../src/cli/convert.ts";
import { executable, folderOf, py2nix } from "../support/cli.ts";
import { requireOrSkip } from "../support/tools.ts";

const NAMES = COMMANDS.map(({ name }) => name);
const script = (shell: string) => py2nix(folderOf({}), ["completion", shell]).stdout;
const FILES = {
  "py2nix.sh": `#!/bin/sh\nexec '${process.execPath}' '${executable}' "$@"\n`,
  "requirements.txt": "",
  "a b.txt": "",
};

/** What a shell offers for a command line whose last word is still being written. */
type Offer = (line: string) => string[];

/** What holds of every shell. */
function offers(offer: () => Offer): void {
  const cases: readonly (readonly [line: string, offered: readonly string[]])[] = [
    ["py2nix conv", ["convert"]],
    ["py2nix convert --sty", ["--style"]],
    ["py2nix --all-g", ["--all-groups"]],
    ["py2nix convert --style fl", ["flake"]],
    ["py2nix convert --installer ", ["pip", "uv"]],
    ["py2nix --color ", ["always", "auto", "never"]],
    ["py2nix update --rec", ["--recursive"]],
    ["py2nix update --sty", []],
    ["py2nix completion ", ["bash", "fish", "zsh"]],
    ["py2nix convert requ", ["requirements.txt"]],
    ["py2nix convert -o requ", ["requirements.txt"]],
  ];
  for (const [line, offered] of cases) expect(offer()(line), line).toEqual(offered);
  expect(offer()("py2nix convert --style ")).toEqual([...STYLE_NAMES].sort());
  for (const name of NAMES) expect(offer()("py2nix "), name).toContain(name);
}

const sorted = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .sort();

describe("completion", () => {
  requireOrSkip("bash", "works in bash, by --name=value too", (bash) => {
    const folder = folderOf({ ...FILES, "py2nix.bash": script("bash") });
    const offer: Offer = (line) => {
      // As readline gives it: words are broken at `=`, and files are its own to complete where a function offers nothing.
      const test = `source py2nix.bash
        [[ $(complete -p py2nix) == 'complete -o bashdefault -o default -F _py2nix py2nix' ]] || exit 3
        COMP_WORDS=() COMP_LINE=$1
        for word in \${1//=/ = }; do COMP_WORDS+=("$word"); done
        [[ $1 == *[\\ =] ]] && COMP_WORDS+=("")
        [[ $1 == *= ]] && unset 'COMP_WORDS[-1]'
        COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
        _py2nix
        ((\${#COMPREPLY[@]})) || [[ \${COMP_WORDS[-1]} == -* ]] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[-1]}"))
        printf '%s\\n' "\${COMPREPLY[@]}"`;
      return sorted(execFileSync(bash, ["--norc", "-c", test, "bash", line], { cwd: folder, encoding: "utf8" }));
    };
    offers(() => offer);
    expect(offer("py2nix --style=fl")).toEqual(["flake"]);
    expect(offer("py2nix convert --installer=")).toEqual(["pip", "uv"]);
  });

  requireOrSkip("fish", "works in fish", (fish) => {
    const folder = folderOf({ ...FILES, "py2nix.fish": script("fish"), "home/x": "" });
    const offer: Offer = (line) => {
      const test = `source py2nix.fish; complete -C $argv[1]`;
      const env = { ...process.env, HOME: `${folder}/home`, XDG_CONFIG_HOME: `${folder}/home` };
      const shown = execFileSync(fish, ["--no-config", "-c", test, line], { cwd: folder, encoding: "utf8", env });
      return sorted(shown.replace(/\t.*$/gm, "")).filter((word) => line.endsWith(" ") || !word.endsWith("/"));
    };
    offers(() => offer);
    expect(offer("py2nix --style=fl")).toEqual(["--style=flake"]);
  });

  requireOrSkip("zsh", "works in zsh, read from fpath and sourced", (zsh) => {
    const folder = folderOf({ ...FILES, "functions/_py2nix": script("zsh") });
    const offered =
      (how: string): Offer =>
      (line) => {
        // A shell in a terminal of its own that is sent the line and a tab, and writes what it was given to choose from.
        const test = `zmodload zsh/zpty
        zpty shell ${zsh} -f -i
        zpty -w shell "PS1= PS2= TERM=dumb; stty -echo 2>&1; ${how}"
        zpty -w shell 'compadd() { builtin compadd -A found "$@"; local -a more=($found); print -rl -- $more >> offered; builtin compadd "$@" }'
        zpty -w shell 'bindkey "^I" complete-word; zstyle ":completion:*" list-colors; LISTMAX=1000; print ready > state'
        for i in {1..100}; do [[ -e state ]] && break; sleep 0.1; done
        zpty -n -w shell $1$'\\t'
        sleep 0.2
        zpty -n -w shell $'\\C-u print done >> state\\n'
        for i in {1..100}; do grep -q done state && break; zpty -r -t shell > ignored; sleep 0.1; done
        zpty -d shell`;
        execFileSync("sh", ["-c", "rm -f state offered; touch offered"], { cwd: folder });
        execFileSync(zsh, ["-f", "-c", test, "zsh", line], { cwd: folder, stdio: "pipe", timeout: 60_000 });
        const words = execFileSync("sort", ["-u", "offered"], { cwd: folder, encoding: "utf8" });
        return sorted(words);
      };
    const fromPath = offered("fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -D");
    expect(fromPath("py2nix conv")).toEqual(["convert"]);
    offers(() => fromPath);
    const sourced = offered("autoload -U compinit; compinit -u -D; source functions/_py2nix");
    expect(sourced("py2nix convert --style fl")).toEqual(["flake"]);
  });

  test("of an unknown shell is 2", () => {
    const run = (args: readonly string[]) => py2nix(folderOf({}), ["completion", ...args]);
    expect(run(["fsh"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "error: completion takes one of bash, zsh, fish; did you mean fish?\n  py2nix completion --help lists its options.\n",
    });
    expect(run([])).toMatchObject({ code: 2, stdout: "" });
    expect(run(["bash", "zsh"])).toMatchObject({ code: 2, stdout: "" });
  });
});
