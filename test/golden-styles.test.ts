// Every style of environment for each project of fixtures/. After a change that is meant: npx vitest run --update.

import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ConvertOptions, convert } from "../src/cli/convert.ts";
import { InputError } from "../src/diagnostics.ts";
import { STYLES } from "../src/shells/styles.ts";
import { DEFAULTS, embedded, filesIn } from "./support/conversion.ts";
import { fixtures } from "./support/paths.ts";
import { requireOrSkip } from "./support/tools.ts";

const MANIFESTS = /^(?:pyproject\.toml|requirements\.txt|Pipfile|setup\.cfg|setup\.py|environment\.yml|pylock\.toml)$/;

/** The fixtures: the folders with a manifest, and those in a folder that has none itself. */
const FIXTURES = foldersIn("").flatMap((folder) =>
  isProject(folder) ? [folder] : foldersIn(folder).filter(isProject),
);

function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(fixtures, folder), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])).sort();
}

function isProject(folder: string): boolean {
  return readdirSync(join(fixtures, folder)).some((name) => MANIFESTS.test(name));
}

/** What is asked for beside the style, each for one project. */
const OPTIONS: readonly [name: string, fixture: string, options: Partial<ConvertOptions>][] = [
  ["shell-uv", "flask-web-app", { installer: "uv" }],
  ["shell-uv-locked", "command-line-tool", { installer: "uv" }],
  ["shell-with", "not-in-nixpkgs", { with: ["git", 'nodePackages."@a/b"'] }],
  ["impure-uv", "flask-web-app", { style: "impure", installer: "uv" }],
  ["flake-impure", "flask-web-app", { style: "flake", inside: "impure" }],
  ["flake-env", "flask-web-app", { style: "flake", inside: "env" }],
  ["flake-fhs", "flask-web-app", { style: "flake", inside: "fhs" }],
  ["flake-pinned", "data-analysis", { style: "flake", pin: true }],
  ["command-pinned", "platform-markers", { style: "command", pin: true }],
  ["env-with", "data-analysis", { style: "env", with: ["git"] }],
];

/** The text of the output, with the files beside it; or the error. */
function rendered(folder: string, options: Partial<ConvertOptions>): { text: string } | { error: string } {
  const style = STYLES.find(({ name }) => name === (options.style ?? "shell"));
  const output = style?.fileName ?? null;
  const command = () => ["convert", ...(output === null ? [] : ["-o", output])];
  try {
    const result = convert({ ...DEFAULTS, command, ...options, output }, filesIn(join(fixtures, folder)), embedded);
    return { text: [result.text, ...result.beside.map(({ name, text }) => `# ---- ${name}\n${text}`)].join("") };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { error: error.message };
  }
}

/** What a style that needs a certain file says where the project has none. */
const ERRORS: Readonly<Record<string, string>> = {
  native: "native has nothing to build these from",
  uv2nix: "uv2nix needs a uv.lock, and none was read",
  poetry2nix: "poetry2nix needs a poetry.lock, and none was read",
  "mach-nix": "mach-nix needs a requirements file, and none was read",
  "pyproject-nix": "pyproject.nix needs a requirements.txt, and none was read",
};

describe.each(STYLES.map(({ name }) => name).filter((name) => name !== "shell"))("%s", (style) => {
  const results = FIXTURES.map((fixture) => [fixture, rendered(fixture, { style })] as const);

  test.each(results.flatMap(([fixture, result]) => ("text" in result ? [[fixture, result.text] as const] : [])))(
    "%s",
    async (fixture, text) => {
      await expect(text).toMatchFileSnapshot(`golden-styles/${style}/${fixture.replaceAll("/", "-")}.nix`);
    },
  );

  test("is refused only where its file is missing", () => {
    const errors = results.flatMap(([, result]) => ("error" in result ? [result.error] : []));
    // Which packages `native` has nothing to build from is told project by project.
    const messages = errors.map((message) => message.replace(/^(native has nothing to build these from): .*$/s, "$1"));
    expect([...new Set(messages)]).toEqual(style in ERRORS ? [ERRORS[style]] : []);
    expect(errors.length).toBeLessThan(FIXTURES.length);
  });
});

test.each(OPTIONS)("%s", async (name, fixture, options) => {
  const result = rendered(fixture, options);
  expect(result).not.toHaveProperty("error");
  if ("text" in result) await expect(result.text).toMatchFileSnapshot(`golden-styles/options/${name}.nix`);
});

requireOrSkip("nixfmt", "nixfmt changes nothing", (nixfmt) => {
  const all = [
    ...STYLES.flatMap(({ name: style }) => FIXTURES.map((fixture) => ({ fixture, options: { style } }))),
    ...OPTIONS.map(([, fixture, options]) => ({ fixture, options })),
  ];
  for (const { fixture, options } of all) {
    const result = rendered(fixture, options);
    if ("error" in result || result.text.startsWith("nix-shell ")) continue;
    const [nix = ""] = result.text.split("# ---- ");
    const formatted = execFileSync(nixfmt, ["-"], { input: nix, encoding: "utf8" });
    expect(formatted, `${fixture} ${JSON.stringify(options)}`).toBe(nix);
  }
});
