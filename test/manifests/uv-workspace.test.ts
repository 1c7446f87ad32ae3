import { describe, expect, test } from "vitest";
import { filesFromTable } from "../../src/manifests/files.ts";
import { TomlDocument } from "../../src/manifests/toml.ts";
import { surroundingsOf } from "../../src/manifests/uv-workspace.ts";

const project = (name: string) => `[project]\nname = "${name}"\nversion = "1"\n`;
const root = (members: string, exclude = "[]") =>
  `[project]\nname = "Root"\nversion = "1"\n[tool.uv.workspace]\nmembers = ${members}\nexclude = ${exclude}\n[tool.uv.sources]\ncore = { workspace = true }\n`;

function surroundings(file: string, table: Readonly<Record<string, string>>) {
  const { members, root } = surroundingsOf(new TomlDocument(table[file] ?? "", file).root, file, filesFromTable(table));
  return { members: Object.fromEntries(members), hasRoot: root !== null };
}

describe("a workspace's members", () => {
  const members = {
    "packages/core/pyproject.toml": project("Acme_Core"),
    "packages/cli/pyproject.toml": project("cli"),
    "packages/empty/readme.txt": "",
    "tools/deep/er/pyproject.toml": project("deeper"),
  };

  test.each([
    ['["packages/*"]', "[]", { root: ".", "acme-core": "packages/core", cli: "packages/cli" }],
    ['["packages/*"]', '["packages/c[l-m]i"]', { root: ".", "acme-core": "packages/core" }],
    ['["packages/c??e", "tools/**"]', "[]", { root: ".", "acme-core": "packages/core", deeper: "tools/deep/er" }],
    ['["packages/[!a-b]*i"]', "[]", { root: ".", cli: "packages/cli" }],
    ['["./packages/cli/"]', "[]", { root: ".", cli: "packages/cli" }],
    ['["packages/[", "missing"]', "[]", { root: "." }],
  ])("are what %s without %s stands for", (patterns, exclude, expected) => {
    const table = { "pyproject.toml": root(patterns, exclude), ...members };
    expect(surroundings("pyproject.toml", table)).toEqual({ members: expected, hasRoot: false });
  });

  test("see each other, and the root's sources", () => {
    const table = Object.fromEntries(
      Object.entries({ "pyproject.toml": root('["packages/*"]'), ...members }).map(([path, text]) => [
        `w/${path}`,
        text,
      ]),
    );
    expect(surroundings("w/packages/cli/pyproject.toml", table)).toEqual({
      members: { root: "../..", "acme-core": "../core", cli: "." },
      hasRoot: true,
    });
  });

  test("are none for a project that the workspace above does not have", () => {
    const table = {
      "w/pyproject.toml": root('["packages/*"]', '["packages/cli"]'),
      "w/packages/cli/pyproject.toml": project("cli"),
    };
    expect(surroundings("w/packages/cli/pyproject.toml", table)).toEqual({ members: {}, hasRoot: false });
  });

  test("whose file is broken are left out: it was not asked for", () => {
    const table = { "pyproject.toml": root('["a"]'), "a/pyproject.toml": "[project\n" };
    expect(surroundings("pyproject.toml", table).members).toEqual({ root: "." });
  });

  test("a pattern of many stars is soon done with", () => {
    const name = "a".repeat(200);
    const table = { "pyproject.toml": root(`["${"*a".repeat(50)}b"]`), [`${name}/pyproject.toml`]: project("x") };
    expect(surroundings("pyproject.toml", table).members).toEqual({ root: "." });
  });
});
