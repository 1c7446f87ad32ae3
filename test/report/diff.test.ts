import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../../src/report/diff.ts";
import { folderOf } from "../support/cli.ts";
import { requireOrSkip } from "../support/tools.ts";

const PLAIN = { bold: String, dim: String, added: String, removed: String };
const diff = (before: string | null, after: string) => unifiedDiff("shell.nix", before, after, PLAIN);
const numbered = (count: number) => Array.from({ length: count }, (_, i) => `${i + 1}\n`).join("");

describe("a unified diff", () => {
  test("has three lines around each change", () => {
    expect(diff(numbered(20), numbered(20).replace("\n5\n", "\nfive\n").replace("\n15\n", "\n"))).toBe(
      "--- shell.nix\n+++ shell.nix\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@ -12,7 +12,6 @@\n 12\n 13\n 14\n-15\n 16\n 17\n 18\n",
    );
  });

  test("of a new file, of an emptied one and of none", () => {
    expect(diff(null, "a\nb\n")).toBe("--- /dev/null\n+++ shell.nix\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    expect(diff("a\n", "")).toBe("--- shell.nix\n+++ shell.nix\n@@ -1 +0,0 @@\n-a\n");
    expect(diff("a\n", "a\n")).toBe("");
  });

  test("tells of a line without an end", () => {
    expect(diff("a", "a\n")).toBe("--- shell.nix\n+++ shell.nix\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  });

  test("does nothing to a terminal, and has colour where that is asked for", () => {
    expect(diff("\u001b[2J\u202e\n", "b\n")).toContain("-\\u{1b}[2J\\u{202e}\n");
    const marked = (mark: string) => (text: string) => `<${mark}>${text}</${mark}>`;
    const paint = { bold: marked("b"), dim: marked("d"), added: marked("a"), removed: marked("r") };
    expect(unifiedDiff("x\ny", "a\n", "b\n", paint)).toBe(
      "<b>--- x\\u{a}y</b>\n<b>+++ x\\u{a}y</b>\n<d>@@ -1 +1 @@</d>\n<r>-a</r>\n<a>+b</a>\n",
    );
  });

  test("is quick where everything differs", () => {
    const lines = (mark: string) => Array.from({ length: 20_000 }, (_, i) => `${mark}${i}\n`).join("");
    const begun = performance.now();
    expect(diff(lines("a"), lines("b")).split("\n").length).toBe(40_000 + 4);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  const text = fc
    .tuple(fc.array(fc.constantFrom("a", "b", "c", "", "-x", "+y", " z"), { maxLength: 30 }), fc.boolean())
    .map(([lines, hasEnd]) => lines.join("\n") + (hasEnd && lines.length > 0 ? "\n" : ""));

  requireOrSkip("git", "is what git apply takes: the old text becomes the new one", (git) => {
    const folder = folderOf({});
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = diff(before, after);
        if (patch === "") {
          expect(before).toBe(after);
          return;
        }
        writeFileSync(join(folder, "shell.nix"), before);
        execFileSync(git, ["apply", "-p0", "--unidiff-zero", "-"], { cwd: folder, input: patch, stdio: "pipe" });
        expect(readFileSync(join(folder, "shell.nix"), "utf8")).toBe(after);
      }),
      { numRuns: 150 },
    );
  });

  test("is a shortest one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }),
        fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }),
        (a, b) => {
          const lines = (list: readonly string[]) => list.map((line) => `${line}\n`).join("");
          const changed = diff(lines(a), lines(b))
            .split("\n")
            .slice(2)
            .filter((line) => /^[-+]/.test(line)).length;
          expect(changed).toBe(a.length + b.length - 2 * commonLength(a, b));
        },
      ),
    );
  });
});

/** The length of the longest common subsequence, by its definition. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++)
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
  return table[a.length]![b.length]!;
}
