// Every command of the documentation is run where the comment above its block says, and shows what the page shows.
// What needs Nix, another tool or the network says so there, and is read by bash. After a change that is meant, this writes
// the outputs anew where the page shows them whole: PY2NIX_DOCS_UPDATE=1 npx vitest run --project unit test/docs

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { executable } from "../support/cli.ts";
import { root } from "../support/paths.ts";
import { type Block, blocksOf, type Command, commandsOf, isShown, type Page, pages, type Setting } from "./pages.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "py2nix-docs-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const programs = join(scratch, "bin");
mkdirSync(programs);
program("py2nix", `exec ${quoted(process.execPath)} ${quoted(executable)} "$@"`);
// What it installs is linked into the checkout.
program("npm", '[ "$*" = ci ] || { echo "npm $*" >&2; exit 1; }');

function program(name: string, text: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`);
  chmodSync(join(programs, name), 0o755);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

const SEPARATOR = "\x1e";

/** Runs commands in one bash, so that `cd` and variables go on, and gives what each wrote and its exit code. */
function run(folder: string, commands: readonly Command[]): { readonly output: string; readonly code: number }[] {
  const script = commands.map(({ command }) => `${command}\nprintf '${SEPARATOR}%d${SEPARATOR}' $?\n`).join("");
  const { stdout, error } = spawnSync("bash", ["-c", `exec 2>&1\n${script}`], {
    cwd: folder,
    encoding: "utf8",
    input: "",
    maxBuffer: 1 << 26,
    env: {
      PATH: `${programs}:${join(root, "node_modules/.bin")}:${process.env.PATH}`,
      HOME: scratch,
      PY2NIX_CACHE_DIR: join(scratch, "cache"),
      LC_ALL: "C.UTF-8",
    },
  });
  if (error) throw error;
  const parts = stdout.split(SEPARATOR);
  return commands.map((_, at) => ({ output: parts[2 * at] ?? "", code: Number(parts[2 * at + 1] ?? Number.NaN) }));
}

/** The folder that a block is run in, made as its comment says. */
function folderFor(setting: Extract<Setting, { kind: "run" }>, before: string | null): string {
  if (setting.continues) {
    if (before === null) throw new Error("there is no block above it");
    return before;
  }
  const folder = mkdtempSync(join(scratch, "folder-"));
  if (setting.clone) {
    for (const name of readdirSync(root))
      if (!name.startsWith(".") || name === ".ci") symlinkSync(join(root, name), join(folder, name));
    return folder;
  }
  const copies = setting.folders.map((from) => {
    const to = join(folder, basename(from));
    cpSync(join(root, from), to, { recursive: true });
    return to;
  });
  const work = copies[0] ?? join(folder, "project");
  mkdirSync(work, { recursive: true });
  return work;
}

const COMMANDS = ["console", "sh"];

function runBlocks(page: Page): void {
  let folder: string | null = null;
  for (const block of blocksOf(page)) {
    const { setting, file, line } = block;
    if (file !== null && setting?.kind === "run") {
      const place = folderFor(setting, folder);
      mkdirSync(dirname(join(place, file)), { recursive: true });
      writeFileSync(join(place, file), block.content);
      folder = place;
    }
    if (!COMMANDS.includes(block.language)) continue;
    const where = `${page.path}:${line}`;
    const commands = commandsOf(block);
    const { status, stderr } = spawnSync("bash", ["-n"], {
      input: commands.map(({ command }) => command).join("\n"),
      encoding: "utf8",
    });
    if (status !== 0) expect.fail(`${where}: bash cannot read this: ${stderr}`);
    if (setting === null || setting.kind === "not run" || !setting.uses.every(isThere)) continue;
    folder = folderFor(setting, folder);
    const results = run(folder, commands);
    checkCodes(where, commands, results, setting.exits);
    if (UPDATES) update(page, block, commands, results);
    else checkOutputs(where, commands, results);
  }
}

const UPDATES = Boolean(process.env.PY2NIX_DOCS_UPDATE);

/** Writes what the commands of a block wrote into its page. Text with `...` stays: somebody has shortened it. */
function update(page: Page, block: Block, commands: readonly Command[], results: Results): void {
  const lines = commands.flatMap(({ command, output }, at) => {
    const whole = output !== null && !output.some((line) => line.includes("..."));
    const shown = whole ? (results[at]?.output.trimEnd() ?? "").split("\n") : (output ?? []);
    return [`${block.language === "console" ? "$ " : ""}${command}`, ...shown];
  });
  const path = join(root, page.path);
  const fenced = (content: string) => `\`\`\`${block.language}\n${content}\`\`\`\n`;
  const text = readFileSync(path, "utf8");
  writeFileSync(
    path,
    text.replace(fenced(block.content), () => fenced(`${lines.join("\n")}\n`)),
  );
}

function isThere(name: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${quoted(name)}`]).status === 0;
}

type Results = ReturnType<typeof run>;

function checkCodes(where: string, commands: readonly Command[], results: Results, exits: number): void {
  commands.forEach(({ command }, at) => {
    const { output, code } = results[at] ?? { output: "", code: Number.NaN };
    const expected = at === commands.length - 1 ? exits : 0;
    if (code !== expected) expect.fail(`${where}: \`${command}\` ended with ${code}, not ${expected}:\n${output}`);
  });
}

function checkOutputs(where: string, commands: readonly Command[], results: Results): void {
  commands.forEach(({ command, output }, at) => {
    const written = results[at]?.output ?? "";
    // With `...` allowed, so a difference is shown as the two texts.
    if (output !== null && !isShown(output, written))
      expect(`${where}\n$ ${command}\n${written.trimEnd()}`).toBe(
        `${where}\n$ ${command}\n${output.join("\n").trimEnd()}`,
      );
  });
}

/** Pages whose commands another test runs. */
const RUN_BY: Readonly<Record<string, string>> = {
  "docs/ci.md": "test/cli/docs.test.ts",
  "docs/pre-commit.md": "test/cli/docs.test.ts",
};

/** The blocks of which no comment says where they are run. */
function unplaced(page: Page): string[] {
  if (Object.hasOwn(RUN_BY, page.path)) return [];
  return blocksOf(page)
    .filter(({ language, setting }) => COMMANDS.includes(language) && setting === null)
    .map(({ line }) => `${page.path}:${line}`);
}

describe("the commands of the documentation", () => {
  it("each have a comment above their block that says where they are run: <!-- in: FOLDER -->", () => {
    expect(pages().flatMap(unplaced)).toEqual([]);
    for (const [page, test] of Object.entries(RUN_BY))
      expect(readFileSync(join(root, test), "utf8")).toContain(basename(page, ".md"));
  });

  for (const page of pages()) {
    const count = blocksOf(page).filter(({ language }) => COMMANDS.includes(language)).length;
    if (count > 0) it(`${page.path} (${count})`, () => runBlocks(page));
  }
});

describe.skipIf(UPDATES)("the test itself", () => {
  const page = (text: string) => ({ path: "page.md", text });
  const block = (comment: string, content: string) => page(`${comment}\n\`\`\`console\n${content}\n\`\`\`\n`);

  it("sees another output, another exit code and a block without a place", () => {
    expect(() => runBlocks(block("<!-- in: empty -->", "$ echo one\ntwo"))).toThrow(/one/);
    expect(() => runBlocks(block("<!-- in: empty -->", "$ false"))).toThrow("ended with 1, not 0");
    expect(() => runBlocks(block("<!-- in: empty; exits: 2 -->", "$ true"))).toThrow("ended with 0, not 2");
    expect(unplaced(block("", "$ echo one"))).toEqual(["page.md:2"]);
    expect(unplaced(block("<!-- in: empty -->", "$ echo one"))).toEqual([]);
    expect(() => runBlocks(block("<!-- not run: needs Nix -->", "$ echo 'one"))).toThrow("bash cannot read this");
    expect(() => runBlocks(block("<!-- inn: empty -->", "$ true"))).toThrow("the comment above");
  });

  it("goes on in a folder, writes files, and reads lines that go on", () => {
    const text = `<!-- in: empty; file: a/b.txt -->
\`\`\`text
hello
\`\`\`

<!-- in: above -->
\`\`\`console
$ cat \\
  a/b.txt && cd a
hel...
$ ls
b.txt
\`\`\`
`;
    expect(() => runBlocks(page(text))).not.toThrow();
  });

  it("matches lines and parts of lines", () => {
    expect(isShown(["a", "...", "d"], "a\nb\nc\nd\n")).toBe(true);
    expect(isShown(["a", "..."], "a\n")).toBe(true);
    expect(isShown(["a ... c"], "a b c\n")).toBe(true);
    expect(isShown(["a ... c"], "a b d\n")).toBe(false);
    expect(isShown(["a"], "a\nb\n")).toBe(false);
    expect(isShown(["a.c"], "abc\n")).toBe(false);
  });
});
