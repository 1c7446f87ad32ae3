import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../support/paths.ts";

const folder = mkdtempSync(join(tmpdir(), "py2nix-library-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "node_modules"));
symlinkSync(root, join(folder, "node_modules/py2nix"));

/** Runs a module that can import the package by its name, and gives what it prints. */
function runModule(name: string, source: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, source);
  return execFileSync(process.execPath, [path], { encoding: "utf8", cwd: folder });
}

describe("the public surface", () => {
  test("is what semantic versioning holds for", () => {
    const source = `
      import * as library from "py2nix";
      import * as node from "py2nix/node";
      const shown = (module) => Object.entries(module).map(([name, value]) => name + ": " + typeof value);
      console.log(JSON.stringify([shown(library), shown(node)]));`;
    expect(JSON.parse(runModule("names", source))).toEqual([
      [
        "InputError: function",
        "STYLE_NAMES: object",
        "VERSION: string",
        "formatInputError: function",
        "parse: function",
        "readIndex: function",
        "render: function",
        "resolve: function",
        "systemsOf: function",
      ],
      ["embeddedIndex: function"],
    ]);
  });

  test("has these signatures", () => {
    const types = (file: string) => readFileSync(join(root, "dist/types", file), "utf8");
    expect(types("index.d.ts")).toMatchSnapshot();
    expect(types("node.d.ts")).toMatchSnapshot();
  });

  test("has types that a strict program is checked by", () => {
    const source = `
      import { parse, render, resolve, type Plan } from "py2nix";
      import { embeddedIndex } from "py2nix/node";
      const index = embeddedIndex();
      const project = parse({ "requirements.txt": "six" });
      const plan: Plan = resolve(project, index, { groups: ["dev"] });
      export const text: string = render(plan, { index, project, style: "flake" }).text;
      // @ts-expect-error A path is a text.
      parse({}, { inputs: [1] });
      // @ts-expect-error The index is needed.
      render(plan, { project });`;
    writeFileSync(join(folder, "program.ts"), source);
    const options = "--noEmit --strict --ignoreConfig --module nodenext --target es2023 --lib es2023,dom --types".split(
      " ",
    );
    const check = () =>
      execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options, "", "program.ts"], {
        cwd: folder,
        encoding: "utf8",
      });
    expect(check()).toBe("");
  });
});

describe("a browser", () => {
  test("can have it: a bundle without Node's modules runs where there is no Node", async () => {
    const bundle = await build({
      stdin: { contents: 'export * from "py2nix";', resolveDir: folder },
      bundle: true,
      platform: "browser",
      format: "iife",
      globalName: "py2nix",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    expect(
      Object.values(bundle.metafile.inputs).flatMap(({ imports }) => imports.filter((one) => one.external)),
    ).toEqual([]);
    const data = (file: string) => readFileSync(join(root, "data", file), "utf8");
    const context = createContext({
      TextEncoder,
      TextDecoder,
      URL,
      btoa,
      texts: {
        release: data("nixpkgs/index.json"),
        python: data("nixpkgs/python.tsv"),
        programs: data("nixpkgs/programs.tsv"),
        exceptions: data("name-exceptions.tsv"),
        falseFriends: data("false-friends.tsv"),
        backports: data("stdlib-backports.tsv"),
        wheelLibraries: data("wheel-libraries.tsv"),
        nativeLibraries: data("native-libraries.tsv"),
        anomalies: data("version-anomalies.tsv"),
      },
      uvProject: readFileSync(join(root, "fixtures/uv-service/pyproject.toml"), "utf8"),
      uvLock: readFileSync(join(root, "fixtures/uv-service/uv.lock"), "utf8"),
    });
    const text = bundle.outputFiles[0]?.text ?? "";
    const told = runInContext(
      `${text}
      const index = py2nix.readIndex(texts);
      JSON.stringify(py2nix.STYLE_NAMES.map((style) => {
        const project = py2nix.parse({ "pyproject.toml": uvProject, "uv.lock": uvLock });
        const plan = py2nix.resolve(project, index);
        try {
          return [style, plan.decisions.length > 50, py2nix.render(plan, { index, project, style, output: "out.nix" }).text.length > 500];
        } catch (error) {
          return [style, error.name];
        }
      }));`,
      context,
    );
    const styles = Object.fromEntries(
      (JSON.parse(told) as [string, ...unknown[]][]).map(([style, ...found]) => [style, found]),
    );
    expect(styles.shell).toEqual([true, true]);
    expect(styles.flake).toEqual([true, true]);
    expect(styles.uv2nix).toEqual([true, true]);
    // poetry2nix has no poetry.lock here: its own error, and no other.
    expect(new Set(Object.values(styles).map((found) => found[0]))).toEqual(new Set([true, "InputError"]));
  });
});

describe("the steps", () => {
  test("refuse wrong input with the place, and names that are not there", () => {
    const source = `
      import { formatInputError, InputError, parse, render, resolve } from "py2nix";
      import { embeddedIndex } from "py2nix/node";
      const index = embeddedIndex();
      const project = parse({ "requirements.txt": "six" });
      const plan = resolve(project, index);
      const told = (action) => {
        try {
          return String(action());
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          return formatInputError(error).split("\\n")[0];
        }
      };
      console.log(JSON.stringify([
        told(() => parse({})),
        told(() => parse({ "a.txt": "six" }, { inputs: ["b.txt"] })),
        told(() => parse({ "requirements.txt": "six==" })),
        told(() => resolve(project, index, { groups: ["docs"] })),
        told(() => resolve(project, index, { python: "2.7" })),
        told(() => render(plan, { index, project, style: "no" })),
      ]));`;
    expect(JSON.parse(runModule("errors", source))).toMatchSnapshot();
  });

  test("change nothing of what they are given", () => {
    const source = `
      import { parse, render, resolve } from "py2nix";
      import { embeddedIndex } from "py2nix/node";
      const frozen = (value) => {
        if (typeof value === "object" && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
        return value;
      };
      const index = embeddedIndex();
      const files = frozen({ "requirements.txt": "six\\nflask>=3; sys_platform == 'linux'" });
      const project = frozen(parse(files));
      const plan = frozen(resolve(project, index, frozen({ fromPip: ["six"] })));
      const once = render(plan, { index, project }).text;
      console.log(once === render(resolve(parse(files), index, { fromPip: ["six"] }), { index, project }).text);`;
    expect(runModule("frozen", source)).toBe("true\n");
  });
});

describe("the documentation", () => {
  const blocks = [...readFileSync(join(root, "docs/library.md"), "utf8").matchAll(/^```js\n(.*?)^```$/gms)].map(
    ([, block = ""]) => block,
  );

  test("has examples", () => {
    expect(blocks.length).toBeGreaterThan(5);
  });

  test.each(blocks.map((block, at) => [at + 1, block] as const))("example %i prints what it says", (at, block) => {
    const expected = [...block.matchAll(/^\/\/=> (.*)$/gm)].map(([, line]) => `${line}\n`).join("");
    expect(expected).not.toBe("");
    expect(runModule(`example-${at}`, block)).toBe(expected);
  });

  test("names every file of the index", () => {
    const [last = ""] = blocks.slice(-1);
    for (const file of readdirSync(join(root, "data")).filter((name) => name.endsWith(".tsv")))
      expect(last).toContain(`data("${file}")`);
  });
});
