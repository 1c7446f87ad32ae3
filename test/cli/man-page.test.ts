import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { manPage } from "../../src/cli/man-page.ts";
import { loadManual } from "../../src/cli/manual.ts";
import { root } from "../support/paths.ts";
import { requireOrSkip } from "../support/tools.ts";

const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };

describe("the man page", () => {
  test("is what the tables of options say (npm run man)", async () => {
    expect(readFileSync(`${root}/man/py2nix.1`, "utf8")).toBe(manPage(await loadManual(), version));
  });

  test("has every option of every command", async () => {
    const entries = await loadManual();
    const sections = manPage(entries, version).split(/^\.SS py2nix /m);
    expect(sections.slice(1).map((section) => section.split("\n")[0])).toEqual(entries.map(({ name }) => name));
    for (const [at, { options }] of entries.entries()) {
      const section = (sections[at + 1] ?? "").replaceAll("\\-", "-");
      for (const name of Object.keys(options)) expect(section).toContain(`\\fB--${name}\\fR`);
    }
  });

  test("has every environment variable that the program reads, and so has the reference", async () => {
    const files = readdirSync(`${root}/src`, { recursive: true, encoding: "utf8" });
    const read = files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(`${root}/src/${file}`, "utf8"))
      .filter((text) => text.includes("process.env"))
      .flatMap((text) => [
        ...[...text.matchAll(/\bprocess\.env\.([A-Z0-9_]+)/g)].map(([, name]) => name),
        ...[...text.matchAll(/\{([^}]*)\} = environment;/g)].flatMap(([, names]) => names?.match(/[A-Z0-9_]+(?=:)/g)),
        // By a name that is a constant.
        ...[...text.matchAll(/^const \w+ = "([A-Z0-9_]+)";$/gm)].map(([, name]) => name),
      ]);
    const section = /^\.SH ENVIRONMENT\n(.*?)^\.SH /ms.exec(manPage(await loadManual(), version))?.[1] ?? "";
    const told = [...section.matchAll(/^\.B (\S+)$/gm)].map(([, name]) => name);
    const reference = /^## Environment variables\n(.*?)^No variable/ms.exec(
      readFileSync(`${root}/docs/reference.md`, "utf8"),
    )?.[1];
    const inReference = [...(reference ?? "").matchAll(/^\| `([A-Z0-9_]+)`/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual([...new Set(read)].sort());
    expect(inReference.sort()).toEqual(told);
  });

  requireOrSkip("groff", "is what groff formats without a warning", (groff) => {
    const args = ["-man", "-Tascii", "-ww", "-rLL=100n", `${root}/man/py2nix.1`];
    const { stdout: shown, stderr } = spawnSync(groff, args, { encoding: "utf8" });
    expect(stderr).toBe("");
    const plain = shown.replace(/\u001b\[[\d;]*m/g, "").replace(/.\u0008/g, "");
    expect(plain).toContain("EXIT STATUS");
    expect(plain).toMatch(/\n {7}70 {5}a bug of py2nix\n/);
    expect(plain).toMatch(/py2nix update --recursive --check\n +tell in CI whether all are what they should be/);
  });
});
