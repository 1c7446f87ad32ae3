// Whatever stands in a project, it is data in what is written: for Nix, for bash, for pip and for a terminal.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Converted, convert } from "../../src/cli/convert.ts";
import { formatInputError, InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { logicalLines } from "../../src/manifests/pip-lines.ts";
import { formatSummary, PLAIN } from "../../src/report/summary.ts";
import { STYLES } from "../../src/shells/styles.ts";
import { DEFAULTS, embedded } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import { requireOrSkip } from "../support/tools.ts";
import { ATTACKS, POSITIONS, TRACE } from "./attacks.ts";

interface Case {
  readonly attack: string;
  readonly position: string;
  readonly style: string;
  readonly result: Converted | InputError;
}

/** Converts a project with an attack in it. Rejects what is thrown beside an InputError. */
function attacked(position: string, attack: string, style: string, more: object = {}): Case {
  const files = filesFromTable((POSITIONS[position] as (text: string) => Record<string, string>)(attack));
  const output = STYLES.find(({ name }) => name === style)?.fileName ?? null;
  const options = { ...DEFAULTS, selection: { ...DEFAULTS.selection, allGroups: true, allExtras: true } };
  try {
    return { attack, position, style, result: convert({ ...options, style, output, ...more }, files, embedded) };
  } catch (error) {
    if (!(error instanceof InputError)) throw new Error(`${position}, ${JSON.stringify(attack)}`, { cause: error });
    return { attack, position, style, result: error };
  }
}

const STYLE_NAMES = STYLES.map(({ name }) => name);
const PLACES = Object.keys(POSITIONS);

/** Every attack in every position, the styles taken in turn. */
const CASES = PLACES.flatMap((position, i) =>
  ATTACKS.map((attack, j) => attacked(position, attack, STYLE_NAMES[(i + j) % STYLE_NAMES.length] as string)),
);
const CONVERTED = CASES.flatMap(({ result, ...rest }) => (result instanceof InputError ? [] : [{ ...rest, result }]));

const folder = mkdtempSync(join(tmpdir(), "py2nix-injection-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nixEnvironment = {
  ...process.env,
  NIX_STATE_DIR: join(folder, "state"),
  NIX_STORE_DIR: join(folder, "store"),
  NIX_PATH: "",
  HOME: folder,
};
const nixTool = "nix-instantiate";
const runNix = (nix: string, args: readonly string[]) =>
  execFileSync(nix, args, { encoding: "utf8", env: nixEnvironment, cwd: folder, maxBuffer: 1 << 29 });

test("at least 200 attacks, each in every position, reach every style", () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(200);
  expect(CASES.length).toBe(ATTACKS.length * PLACES.length);
  // Where nothing got through nothing was tried.
  for (const style of STYLE_NAMES)
    expect(CONVERTED.filter((each) => each.style === style).length, style).toBeGreaterThan(50);
});

describe("a terminal", () => {
  const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
  test("gets errors, summaries and files without characters that control it", () => {
    for (const { result, position, attack } of CASES) {
      const shown =
        result instanceof InputError ? formatInputError(result) : formatSummary(result.plan, PLAIN, { all: true });
      expect(CONTROLS.test(shown), `${position}: ${JSON.stringify(attack)}: ${JSON.stringify(shown)}`).toBe(false);
    }
  });
});

/** The names in Nix code that are no text: its parser's own print, less the strings. */
function namesOf(parsed: string): Set<string> {
  return new Set(parsed.replace(/"(?:[^"\\]|\\.)*"|(?<=[\s(])\/[\w.+/-]+/gs, '""').match(/[A-Za-z_][\w'-]*/g) ?? []);
}

describe("Nix", () => {
  requireOrSkip(nixTool, "parses every file to the names that it has for harmless projects", (nix) => {
    const isNix = ({ style }: { style: string }) => style !== "command";
    const parse = (texts: readonly string[]) => {
      const file = join(folder, "all.nix");
      writeFileSync(file, `[\n${texts.map((text) => `(${text})`).join("\n")}\n]\n`);
      return runNix(nix, ["--parse", file]);
    };
    const nixOf = ({ result }: { result: Converted }) => result.text;
    const harmless = STYLE_NAMES.flatMap((style) =>
      PLACES.flatMap((position) => {
        const made = attacked(position, "harmless", style);
        return made.result instanceof InputError || !isNix(made) ? [] : [made.result.text];
      }),
    );
    const known = namesOf(parse([...new Set(harmless)])).add("pipOptions");
    const texts = [...new Map(CONVERTED.filter(isNix).map((each) => [nixOf(each), each])).values()];
    expect(texts.length).toBeGreaterThan(1000);
    // The settings may name attributes, and paths of local projects are paths of Nix where they are plain.
    const allowed = new Set(
      ATTACKS.filter((attack) => !/[^\w./-]/.test(attack)).flatMap((attack) => attack.split(/[./]/)),
    );
    const BATCH = 500;
    for (let at = 0; at < texts.length; at += BATCH) {
      const batch = texts.slice(at, at + BATCH);
      const names = namesOf(parse(batch.map(nixOf)));
      // An attribute path of the settings is one of the few things that may name something.
      expect([...names].filter((name) => !known.has(name) && !allowed.has(name))).toEqual([]);
    }
    expect(existsSync(join(folder, TRACE))).toBe(false);
  });
});

/** What pip is given, where Nix has evaluated it. */
const BEGIN = "-----BEGIN-----";
const END = "-----END-----";
const INDEX_OPTIONS = { primary: "--index-url", extra: "--extra-index-url", "find-links": "--find-links" } as const;
const MOCK = `
  let
    lib = import ${root}/test/stub/lib;
    environment = { outPath = "/base"; interpreter = "/base/bin/python"; sitePackages = "site"; };
    pkgs = {
      inherit lib;
      stdenv = {
        cc.cc.lib = "/lib";
        hostPlatform = { isLinux = true; isDarwin = false; isAarch64 = false; isx86_64 = true; system = "x86_64-linux"; };
      };
      writeText = name: text: if lib.hasSuffix ".txt" name then "${BEGIN}\${text}${END}" else text;
      runCommand = name: args: text: "/made";
      makeBinaryWrapper = "/wrapper";
      zlib = "/zlib";
      mkShell = args: args;
    } // lib.genAttrs [ "python310" "python311" "python312" "python313" "python314" ] (name: environment // {
      withPackages = f: environment;
    });
  in
  map (file: (import file { inherit pkgs; }).shellHook or "")`;

describe("pip", () => {
  requireOrSkip(
    nixTool,
    "is given exactly the requirements and options of the plan, when Nix has evaluated the file",
    (nix) => {
      const cases = PLACES.flatMap((position, i) =>
        ATTACKS.flatMap((attack, j) => ((i + j) % 3 === 0 ? [attacked(position, attack, "shell")] : [])),
      ).flatMap(({ result, ...rest }) => (result instanceof InputError ? [] : [{ ...rest, result }]));
      const files = cases.map(({ result }, i) => {
        const file = join(folder, `${i}.nix`);
        writeFileSync(file, result.text);
        return file;
      });
      const list = join(folder, "list.nix");
      writeFileSync(list, `${MOCK} [ ${files.join(" ")} ]`);
      const hooks = JSON.parse(runNix(nix, ["--eval", "--strict", "--json", list])) as string[];
      const wrong: unknown[] = [];
      for (const [i, { result, position, attack }] of cases.entries()) {
        const hook = hooks[i] ?? "";
        const { decisions, indexes, pipOptions } = result.plan;
        const told = decisions.flatMap((decision) => (decision.from === "pip" ? decision.requirements : []));
        const options = [...indexes.map(({ kind }) => INDEX_OPTIONS[kind]), ...pipOptions.map(({ option }) => option)];
        for (const block of hook.split(BEGIN).slice(1)) {
          const lines = [...logicalLines(block.slice(0, block.indexOf(END)), "r.txt")].map(({ text }) => text);
          const found = lines.filter((line) => /^-(?!e )/.test(line)).map((line) => line.split(/[ =]/)[0]);
          const isRight =
            found.every((option) => options.includes(option ?? "")) &&
            found.length <= options.length &&
            lines.length - found.length <= told.length &&
            lines.every(
              (line) =>
                /^-/.test(line) ||
                / -/.test(line) === told.some(({ hashes, options }) => hashes.length + options.length > 0),
            );
          if (!isRight) wrong.push({ position, attack, lines });
        }
      }
      expect(hooks.filter((hook) => hook.includes(BEGIN)).length).toBeGreaterThan(300);
      expect(wrong).toEqual([]);
      expect(existsSync(join(folder, TRACE))).toBe(false);
    },
  );
});
