import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { VERSION_FILES } from "../../src/manifests/version-files.ts";
import { readOptions } from "../../src/settings/options.ts";
import { PACKAGE_KEYS, readSettings, SETTINGS_KEYS } from "../../src/settings/read.ts";
import type { Settings } from "../../src/settings/settings.ts";

const DOCS = readFileSync(new URL("../../docs/settings.md", import.meta.url), "utf8");
/** The cells of the tables: key, example, command line, meaning. */
const ROWS = DOCS.split("\n")
  .filter((line) => /^\| `[a-z-]+` \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim().replace(/^`(.*)`$/, "$1")))
  .map(([, key = "", example = "", option = ""]) => ({ key, example, option }));

const read = (text: string): Settings => readSettings(new TomlDocument(text, "py2nix.toml").root);

/** Settings without their places. */
const bare = (settings: Settings): unknown =>
  JSON.parse(JSON.stringify(settings, (key, value) => (key === "origin" ? undefined : value)));

describe("the documentation", () => {
  test("has every key", () => {
    expect(ROWS.map(({ key }) => key).sort()).toEqual([...SETTINGS_KEYS, ...PACKAGE_KEYS].sort());
  });

  test.each(ROWS.slice(0, -PACKAGE_KEYS.length).filter(({ key }) => key !== "packages"))(
    "has an example of $key, and the option that says the same",
    ({ key, example, option }) => {
      const words = option.split(" ");
      const values = words.filter((_, i) => i % 2 === 1);
      const names: Readonly<Record<string, keyof Parameters<typeof readOptions>[0]>> = {
        "-o": "output",
        "--no-group": "noGroup",
        "--all-groups": "allGroups",
        "--all-extras": "allExtras",
        "--allow-unfree": "allowUnfree",
        "--from-pip": "fromPip",
        "--from-nixpkgs": "fromNixpkgs",
        "--no-project": "project",
      };
      const name = names[words[0] ?? ""] ?? (words[0] ?? "").replace(/^--/, "");
      const isList = /^(?:match|group|noGroup|extra|with|library|fromPip|fromNixpkgs)$/.test(name);
      const value = values.length === 0 ? key !== "project" : isList ? values : values[0];
      // The library option of the table names the first of the example.
      const text = key === "libraries" ? '["libGL"]' : example;
      expect(bare(read(`${key} = ${text}`))).toEqual(bare(readOptions({ [name]: value })));
      expect(() => read(`${key} = ${example}`)).not.toThrow();
    },
  );

  test.each(ROWS.slice(-PACKAGE_KEYS.length))("has an example of a package's $key", ({ key, example }) => {
    expect(() => read(`[packages.x]\n${key} = ${example}`)).not.toThrow();
  });

  test("has an example of packages that is read", () => {
    const [example = ""] = [...DOCS.matchAll(/```toml\n(\[packages[\s\S]*?)```/g)].map(([, text]) => text);
    expect(Object.keys(parse(example).packages as object)).toHaveLength(4);
    expect(read(example).packages.map(({ key }) => key)).toEqual([
      "opencv-python",
      "pandas",
      "pre-commit",
      "zope-interface",
    ]);
  });

  test("names every file of an interpreter's version", () => {
    for (const { name } of VERSION_FILES) expect(DOCS).toContain(`\`${name}\``);
  });
});
