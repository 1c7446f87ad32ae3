// The commands of docs/pre-commit.md and docs/ci.md, run as they stand there.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXIT_CODES } from "../../src/cli/command.ts";
import { executable, folderOf } from "../support/cli.ts";
import { root } from "../support/paths.ts";
import { requireOrSkip } from "../support/tools.ts";

const doc = (name: string) => readFileSync(`${root}/docs/${name}.md`, "utf8");
/** The blocks of code of a language in a document. */
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map((match) => match[1] ?? "");

/** A repository with two projects, `py2nix` and `npx` on its PATH, and git's own settings of nobody. */
function repository() {
  const program = `#!/bin/sh\nexec '${process.execPath}' '${executable}' "$@"\n`;
  const folder = folderOf({
    "requirements.txt": "flask\n",
    "services/api/requirements.txt": "six\n",
    ".bin/py2nix": program,
    // What the registry's package would run.
    ".bin/npx": `#!/bin/sh\n[ "$1 $2" = "--yes py2nix@0.1.0" ] || exit 9\nshift 2\nexec py2nix "$@"\n`,
    ".gitignore": ".bin/\n.home/\n",
    ".home/x": "",
  });
  for (const name of ["py2nix", "npx"]) chmodSync(join(folder, ".bin", name), 0o755);
  const env = {
    ...process.env,
    PATH: `${join(folder, ".bin")}${delimiter}${process.env.PATH}`,
    HOME: join(folder, ".home"),
    PRE_COMMIT_HOME: join(folder, ".home/pre-commit"),
    GIT_CONFIG_GLOBAL: join(folder, ".home/gitconfig"),
    GIT_CONFIG_NOSYSTEM: "1",
  };
  writeFileSync(env.GIT_CONFIG_GLOBAL, "[user]\nname = t\nemail = t@example.org\n[init]\ndefaultBranch = main\n");
  const run = (line: string, where = "") => {
    const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
      cwd: join(folder, where),
      encoding: "utf8",
      env,
    });
    return { code: status, stdout, stderr };
  };
  run("py2nix -q -o shell.nix");
  run("py2nix -q -o shell.nix", "services/api");
  return { folder, run, write: (file: string, text: string) => writeFileSync(join(folder, file), text) };
}

const made = (folder: string) => readFileSync(join(folder, "shell.nix"), "utf8");

describe.each(["pre-commit", "ci"])("docs/%s.md", (name) => {
  const lines = blocks(doc(name), "console").flatMap((block) =>
    block.split("\n").flatMap((line) => /^\$ (.*?)(?:\s+#.*)?$/.exec(line)?.[1] ?? []),
  );

  test("has commands", () => expect(lines.length).toBeGreaterThan(2));

  test.each(lines)("%s", (line) => {
    const { run, write } = repository();
    expect(run(line).code).toBe(0);
    write("requirements.txt", "flask\nattrs\n");
    write("services/api/requirements.txt", "six\nattrs\n");
    const { code, stdout } = run(line);
    const isCheck = line.includes("--check");
    expect(code).toBe(isCheck ? 1 : 0);
    expect(stdout.includes("+++ ")).toBe(isCheck && !line.includes("--quiet"));
    expect(run(line).code).toBe(code);
  });
});

describe("docs/ci.md", () => {
  const jobs = blocks(doc("ci"), "yaml").map((block) => /^ *- (?:run: )?(npx .*)$/m.exec(block)?.[1] ?? "");

  test.each(jobs)("the job's command: %s", (line) => {
    const { run, write } = repository();
    expect(run(line)).toMatchObject({ code: 0, stdout: "" });
    write("requirements.txt", "six\n");
    expect(run(line).code).toBe(1);
  });

  test("has two jobs, and the exit codes of the program", () => {
    expect(jobs.map((line) => line.replace(/ .*/, ""))).toEqual(["npx", "npx"]);
    const codes = [...doc("ci").matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
    expect(codes).toEqual(EXIT_CODES.map(([code]) => code));
  });

  requireOrSkip("patch", "the difference is what patch -p0 takes", (patch) => {
    const { folder, run, write } = repository();
    write("requirements.txt", "flask\nattrs\n");
    const { stdout } = run("py2nix update --recursive --check");
    execFileSync(patch, ["-p0"], { cwd: folder, input: stdout });
    expect(run("py2nix update --recursive --check")).toMatchObject({ code: 0, stdout: "" });
  });
});

describe("docs/pre-commit.md", () => {
  const yaml = blocks(doc("pre-commit"), "yaml");

  test("husky's commands put the new file into the commit", () => {
    const { folder, run, write } = repository();
    run("git init -q && git add -A && git commit -qm first");
    write(".git/hooks/pre-commit", `#!/bin/sh\nset -e\n${blocks(doc("pre-commit"), "sh")[0]}`);
    chmodSync(join(folder, ".git/hooks/pre-commit"), 0o755);
    write("requirements.txt", "flask\nattrs\n");
    expect(run("git commit -qam second").code).toBe(0);
    expect(run("git show --stat --format= HEAD").stdout).toMatch(/requirements\.txt.*\n shell\.nix/);
    expect(run("git status --porcelain").stdout).toBe("");
  });

  test("lefthook's command does, too", () => {
    const { folder, run, write } = repository();
    const line = /^ *run: (.*)$/m.exec(yaml.at(-1) ?? "")?.[1] ?? "exit 9";
    run("git init -q && git add -A && git commit -qm first");
    write("requirements.txt", "flask\nattrs\n");
    expect(run(line).code).toBe(0);
    expect(run("git diff --cached --name-only").stdout).toBe("shell.nix\n");
    expect(made(folder)).toContain("attrs");
  });

  requireOrSkip("pre-commit", "pre-commit takes the hooks and every configuration", (program) => {
    const { folder, run, write } = repository();
    expect(run(`'${program}' validate-manifest '${root}/.pre-commit-hooks.yaml'`)).toMatchObject({ code: 0 });
    for (const [at, text] of yaml.slice(0, 2).entries()) {
      write(`${at}.yaml`, text);
      expect(run(`'${program}' validate-config ${at}.yaml`), text).toMatchObject({ code: 0 });
    }
    run("git init -q");
    expect(run("py2nix init --pre-commit --yes").code).toBe(0);
    expect(run(`'${program}' validate-config`)).toMatchObject({ code: 0 });
    expect(made(folder)).toContain("flask");
  });

  requireOrSkip(
    "pre-commit",
    "the hook stops a commit whose Nix file is old, and goes by what is staged",
    (program) => {
      const { folder, run, write } = repository();
      run("git init -q");
      run("py2nix init --pre-commit --yes");
      expect(run(`git add -A && '${program}' install && git commit -qm first`)).toMatchObject({ code: 0 });
      write("requirements.txt", "flask\nattrs\n");
      run("git add requirements.txt");
      write("requirements.txt", "flask\nattrs\nbroken==\n");
      const stopped = run("git commit -qm second");
      expect(stopped.code).toBe(1);
      expect(stopped.stderr).toContain("files were modified by this hook");
      expect(made(folder)).toContain("attrs");
      expect(run("git add shell.nix && git commit -qm second").code).toBe(0);
      expect(run("git show HEAD:shell.nix").stdout).toBe(made(folder));
      expect(run("git status --porcelain").stdout).toBe(" M requirements.txt\n");
      write("notes.md", "");
      const skipped = run("git add notes.md && git commit -m third");
      expect(skipped.code).toBe(0);
      expect(skipped.stderr + skipped.stdout).toContain("(no files to check)Skipped");
    },
  );
});
