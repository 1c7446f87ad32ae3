// Every regular expression of src: the literals as a parser finds them, and what is made with `new RegExp`, with its
// arguments worked out where the names of its module are known.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { parseAst } from "vitest/node";
import { root } from "../support/paths.ts";

export interface Found {
  /** `pep/pep440.ts:33` */
  readonly place: string;
  /** Null where its source depends on more than the module. */
  readonly expression: RegExp | null;
}

interface Made {
  readonly place: string;
  /** The source text of the arguments. */
  readonly given: string;
}

type AstNode = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>;

const SRC = join(root, "src");
const FILES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort();

/** The expressions of a module, and what it makes others of. */
export function expressionsOf(source: string, file: string): { literals: Found[]; made: Made[] } {
  const literals: Found[] = [];
  const made: Made[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const place = () => `${file}:${source.slice(0, value.start).split("\n").length}`;
    if (value.type === "Literal" && typeof value.regex === "object" && value.regex !== null) {
      const { pattern, flags } = value.regex as { pattern: string; flags: string };
      literals.push({ place: place(), expression: new RegExp(pattern, flags) });
    }
    const called = (value.callee ?? {}) as { readonly name?: unknown };
    if ((value.type === "NewExpression" || value.type === "CallExpression") && called.name === "RegExp") {
      const given = (value.arguments as AstNode[]).map(({ start, end }) => source.slice(start, end)).join(", ");
      made.push({ place: place(), given });
    }
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: "ts" }, file));
  return { literals, made };
}

function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && !(value instanceof RegExp) && !Array.isArray(value);
}

/** All of src. */
export async function allExpressions(): Promise<Found[]> {
  const modules = FILES.map((file) => ({ file, source: readFileSync(join(SRC, file), "utf8") })).map((module) => ({
    ...module,
    ...expressionsOf(module.source, module.file),
  }));
  const making = modules.filter(({ made }) => made.length > 0);
  return [...modules.flatMap(({ literals }) => literals), ...(await evaluated(making))];
}

/** The modules run, and each tells at its end what its arguments are: what is made in a function is known there too. */
async function evaluated(
  modules: readonly { readonly file: string; readonly source: string; readonly made: readonly Made[] }[],
): Promise<Found[]> {
  const byPath = new Map(modules.map((module) => [join(SRC, module.file), module]));
  const { outputFiles } = await build({
    stdin: {
      contents: [...byPath.keys()].map((path) => `import ${JSON.stringify(path)};`).join("\n"),
      resolveDir: SRC,
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "error",
    plugins: [
      {
        name: "tell",
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const module = byPath.get(path);
            if (!module) return undefined;
            const told = module.made.map(
              ({ place, given }) => `\n;globalThis.tellExpression(${JSON.stringify(place)}, () => [${given}]);`,
            );
            return { loader: "ts", contents: module.source + told.join("") };
          }),
      },
    ],
  });
  const found: Found[] = [];
  const tell = (place: string, argumentsOf: () => [string | RegExp, string?]): void => {
    let expression: RegExp | null = null;
    try {
      expression = new RegExp(...argumentsOf());
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
    }
    found.push({ place, expression });
  };
  const run = new Function("require", "module", "exports", "globalThis", outputFiles[0]?.text ?? "");
  const module = { exports: {} };
  run(
    createRequire(import.meta.url),
    module,
    module.exports,
    Object.assign(Object.create(globalThis), { tellExpression: tell }),
  );
  return found;
}
