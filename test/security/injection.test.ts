// Whatever stands in a project, it is data in what is written: for Nix, for bash, for pip and for a terminal. Every attack in
// every position in every style; Nix's parser reads each file that differs, while the next ones are made.

import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlan } from "../../src/cli/planning.ts";
import { formatInputError, InputError } from "../../src/diagnostics.ts";
import { type Files, filesFromTable } from "../../src/manifests/files.ts";
import { readRequirementsFile } from "../../src/manifests/requirements-txt.ts";
import { dirname, joinPath } from "../../src/paths.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { formatMarker, parseRequirement } from "../../src/pep/pep508.ts";
import type { Source } from "../../src/project.ts";
import { formatSummary, PLAIN } from "../../src/report/summary.ts";
import type { Plan } from "../../src/resolver/plan.ts";
import { renderPlan } from "../../src/shells/render.ts";
import type { Installer } from "../../src/shells/style.ts";
import { STYLES } from "../../src/shells/styles.ts";
import { DEFAULTS, embedded } from "../support/conversion.ts";
import { root } from "../support/paths.ts";
import { findTool, requireOrSkip } from "../support/tools.ts";
import { ATTACKS, POSITIONS, TRACE } from "./attacks.ts";

const PLACES = Object.keys(POSITIONS);
/** A style with what can be chosen of it. */
interface Variant {
  readonly name: string;
  readonly style: string;
  readonly installer: Installer;
  /** The style inside a flake. */
  readonly inside: string;
  /** The language of its file. */
  readonly isNix: boolean;
}

const VARIANTS: readonly Variant[] = [
  ...STYLES.map(({ name }) => variant(name, name, {})),
  variant("shell by uv", "shell", { installer: "uv" }),
  variant("flake of native", "flake", { inside: "native" }),
];

function variant(name: string, style: string, more: Partial<Variant>): Variant {
  return { name, style, installer: "pip", inside: "shell", isNix: style !== "command", ...more };
}

/** Where the files that pip is given can be seen when Nix has evaluated the file. */
const INSTALLING: readonly string[] = ["shell", "impure", "fhs", "flake", "devenv", "shell by uv"];

/** A project with an attack in it: what was planned, and for each variant what was written. */
interface Case {
  readonly attack: string;
  readonly position: string;
  readonly plan: Plan | InputError;
  readonly texts: ReadonlyMap<string, string | InputError>;
}

const SELECTION = { ...DEFAULTS.selection, allGroups: true, allExtras: true };

function orInputError<T>(run: () => T, what: string): T | InputError {
  try {
    return run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw new Error(what, { cause: error });
  }
}

/** Texts by what they are made of: many attacks do not get as far as the plan. */
const rendered = new Map<string, ReadonlyMap<string, string | InputError>>();

function attacked(position: string, attack: string): Case {
  const what = `${position}: ${JSON.stringify(attack)}`;
  const table = (POSITIONS[position] as (text: string) => Record<string, string>)(attack);
  const planned = orInputError(
    () => makePlan({ ...DEFAULTS, style: null, selection: SELECTION }, filesFromTable(table), embedded),
    what,
  );
  if (planned instanceof InputError) return { attack, position, plan: planned, texts: new Map() };
  const { plan, project, settings, manifests } = planned;
  const names = manifests.flatMap((input) => (typeof input === "string" ? [input] : []));
  const source = { project, manifests: names, groups: plan.groups, extras: plan.extras };
  const packages = settings.with.map(({ value }) => value);
  const key = JSON.stringify([{ ...plan, diagnostics: [] }, project.name, project.files, packages]);
  const known = rendered.get(key);
  if (known) return { attack, position, plan, texts: known };
  const texts = new Map(
    VARIANTS.map(({ name, style, installer, inside }) => {
      const { direnv, fileName } = STYLES.find((one) => one.name === style) ?? { direnv: null, fileName: null };
      const options = { style, inside, installer, pin: false, with: packages, envrc: direnv !== null };
      const made = orInputError(
        () => renderPlan(plan, source, embedded, { ...options, output: fileName, header: [] }),
        `${what} as ${name}`,
      );
      return [name, made instanceof InputError ? made : made.text] as const;
    }),
  );
  rendered.set(key, texts);
  return { attack, position, plan, texts };
}

// ---- Nix ------------------------------------------------------------------------------------------------

const folder = mkdtempSync(join(tmpdir(), "py2nix-injection-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nixEnvironment = {
  ...process.env,
  NIX_STATE_DIR: join(folder, "state"),
  NIX_STORE_DIR: join(folder, "store"),
  NIX_PATH: "",
  HOME: folder,
};

const nix = findTool("nix-instantiate");
let processes = 0;
let last: Promise<unknown> = Promise.resolve();

/** Runs Nix on an expression, behind those before, while this program goes on. Gives the name of the file of its output. */
function startNix(program: string, expression: string, args: readonly string[]): Promise<string> {
  const name = join(folder, String(processes++));
  writeFileSync(`${name}.nix`, expression);
  const run = async () => {
    const output = openSync(`${name}.out`, "w");
    const errors = openSync(`${name}.err`, "w");
    const child = spawn(program, [...args, `${name}.nix`], {
      env: nixEnvironment,
      cwd: folder,
      stdio: ["ignore", output, errors],
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    closeSync(output);
    closeSync(errors);
    if (code !== 0) throw new Error(readFileSync(`${name}.err`, "utf8").slice(-2000));
    return `${name}.out`;
  };
  const made = last.then(run);
  last = made.catch(() => {});
  return made;
}

const NEXT = '"-----NEXT-----"';

/** What Nix's parser has read: the names in the code that is no text, and the texts, decoded. */
interface Read {
  readonly names: ReadonlySet<string>;
  readonly texts: readonly string[];
}

/** Its own print of the tree. Texts that stand as JSON, and those that it joins of constants, are one. */
function readParsed(parsed: string): Read {
  const texts: string[] = [];
  const whole = parsed.replace(/\(\(builtins\)\.fromJSON "\\"((?:\\\\u[0-9a-f]{4})+)\\""\)/g, (_, units: string) =>
    JSON.stringify(units).replaceAll("\\\\\\\\", "\\"),
  );
  const code = whole
    .replace(/\."\$\{\((.*?)\)\}"/g, ".$1")
    .replace(/"(?:[^"\\]|\\.)*"(?: \+ "(?:[^"\\]|\\.)*")*/gs, (literals) => {
      texts.push(literals.replace(/"((?:[^"\\]|\\.)*)"(?: \+ )?/gs, (_, inside: string) => decoded(inside)));
      return '""';
    });
  return { names: new Set(code.replace(/(?<=[\s(])\/[\w.+/-]+/g, '""').match(/[A-Za-z_][\w'-]*/g) ?? []), texts };
}

function decoded(inside: string): string {
  return inside.replace(/\\(u[0-9a-f]{4}|.)/gs, (_, code: string) =>
    code.length > 1
      ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
      : ({ n: "\n", r: "\r", t: "\t" }[code] ?? code),
  );
}

/** What pip is given, where Nix has evaluated it. */
const BEGIN = "-----BEGIN-----";
const END = "-----END-----";
const MOCK = `
  let
    lib = import ${root}/test/stub/lib;
    environment = { outPath = "/base"; interpreter = "/base/bin/python"; executable = "python"; sitePackages = "site"; pkgs.venvShellHook = "/hook"; };
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
      uv = "/uv";
      mkShell = args: args;
      buildFHSEnv = args: { env = args; };
    } // lib.genAttrs [ "python310" "python311" "python312" "python313" "python314" ] (name: environment // {
      withPackages = f: environment;
    });
    systems = [ "x86_64-linux" "aarch64-linux" "x86_64-darwin" "aarch64-darwin" ];
    nixpkgs = { inherit lib; legacyPackages = lib.genAttrs systems (system: pkgs); };
    made =
      file:
      if builtins.isAttrs file then
        (file.outputs { inherit nixpkgs; self = { }; }).devShells.x86_64-linux.default
      else
        file ({ inherit pkgs; } // (if builtins.functionArgs file ? config then { config.devenv.root = "/root"; } else { }));
    texts = shell: lib.concatStrings (builtins.filter builtins.isString (builtins.attrValues shell));
  in
  map (file: texts (made file))`;

// ---- the cases ------------------------------------------------------------------------------------------

const MARK = "harmless";

/** A text of a variant, and the first case that has it. */
interface Made {
  readonly variant: Variant;
  readonly text: string;
  readonly one: Case;
}

/** The texts of a position that no position before it has, those of the harmless project first; and what Nix makes of them. */
interface Batch {
  readonly position: string;
  readonly harmless: Case;
  readonly cases: readonly Case[];
  readonly made: readonly Made[];
  readonly parsed: Promise<string> | null;
  readonly evaluated: Promise<string> | null;
}

const batches: Batch[] = [];

beforeAll(async () => {
  const seen = new Set<string>();
  for (const position of PLACES) {
    const harmless = attacked(position, MARK);
    const here = ATTACKS.map((attack) => attacked(position, attack));
    const made = [harmless, ...here].flatMap((one) =>
      VARIANTS.flatMap((variant): Made[] => {
        const text = one.texts.get(variant.name);
        if (typeof text !== "string" || !variant.isNix) return [];
        const key = `${variant.name}\0${text}`;
        if (seen.has(key) && one !== harmless) return [];
        seen.add(key);
        return [{ variant, text, one }];
      }),
    );
    const list = (some: readonly Made[], separator: string) =>
      `[\n${some.map(({ text }) => `${separator}(${text})`).join("\n")}\n]`;
    const shells = made.filter(({ variant }) => INSTALLING.includes(variant.name));
    batches.push({
      position,
      harmless,
      cases: here,
      made,
      parsed: nix === null ? null : startNix(nix, list(made, NEXT), ["--parse"]),
      evaluated: nix === null ? null : startNix(nix, `${MOCK} ${list(shells, "")}`, ["--eval", "--strict", "--json"]),
    });
    // Nix goes on behind this.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await last;
}, 300_000);

const allCases = () => batches.flatMap(({ cases }) => cases);

test("at least 200 attacks, each in every position, reach every style", () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(200);
  expect(allCases().length).toBe(ATTACKS.length * PLACES.length);
  // Where nothing got through nothing was tried.
  for (const { name } of VARIANTS) {
    const written = allCases().filter(({ texts }) => typeof texts.get(name) === "string");
    expect(written.length, name).toBeGreaterThan(ATTACKS.length);
  }
});

test("a terminal gets errors, summaries and files without characters that control it or that are not seen", () => {
  const HIDDEN = /(?![\n\t])(?:[\p{Cc}\p{Cf}\u2028\u2029\u3164]|[\u{e0100}-\u{e01ef}])/u;
  const wrong: unknown[] = [];
  const shown = new Set<string>();
  for (const { plan, texts } of allCases()) {
    shown.add(plan instanceof InputError ? formatInputError(plan) : formatSummary(plan, PLAIN, { all: true }));
    for (const text of texts.values()) shown.add(text instanceof InputError ? formatInputError(text) : text);
  }
  for (const text of shown) if (HIDDEN.test(text)) wrong.push(text.match(new RegExp(`.*${HIDDEN.source}.*`, "u"))?.[0]);
  expect(wrong.slice(0, 20)).toEqual([]);
});

test("a refusal tells its place", () => {
  const placeless = new Set<string>();
  for (const { plan, texts } of allCases())
    for (const error of [plan, ...texts.values()])
      if (error instanceof InputError && error.origin === undefined) placeless.add(error.message.split("\n")[0] ?? "");
  // What is asked of the command line, which has no lines.
  const NOT_THERE = /^(?:there is no pyproject\.toml, |[\w.-]+ needs a .*, and none was read$)/;
  expect([...placeless].filter((message) => !NOT_THERE.test(message))).toEqual([]);
});

// ---- Nix and pip ----------------------------------------------------------------------------------------

/** Paths of local projects are paths of Nix where they are plain, and settings may name attributes. */
const PLAIN_NAMES = new Set(
  [MARK, ...ATTACKS].filter((attack) => !/[^\w./-]/.test(attack)).flatMap((attack) => attack.split(/[./]/)),
);

/** Every text in some data: keys too. */
function textsIn(data: unknown): string[] {
  if (typeof data === "string") return [data];
  if (data === null || typeof data !== "object") return [];
  return Object.entries(data).flatMap(([key, value]) => [key, ...textsIn(value)]);
}

/** The lines of a `.pth` file for the folders of a plan, in a file that is read in its place and in one that is not. */
function pathTexts(plan: Plan | InputError): string[] {
  if (plan instanceof InputError) return [];
  const requirements = plan.decisions.flatMap((decision) => (decision.from === "pip" ? decision.requirements : []));
  return requirements.flatMap(({ source }) => {
    if (source.kind !== "path") return [];
    const folders = ["src", "."].map((name) => joinPath(joinPath(source.base, source.path), name));
    const seen = folders.map((one) => (one.startsWith("/") ? one : `/${one}`));
    const rootless = seen.map((one) => `${one}\n`).join("");
    const found = `os.path.join(os.environ["PY2NIX_PROJECT"], path) for path in ${JSON.stringify(folders)}`;
    return [
      ...seen,
      ...seen.map((one) => `${one}\n`),
      rootless,
      `import os, sys; sys.path.extend(${found} if "PY2NIX_PROJECT" in os.environ)\n`,
    ];
  });
}

requireOrSkip(
  "nix-instantiate",
  "Nix's parser finds the code of harmless projects in every file, and texts of the plan alone",
  async () => {
    const read = new Map<Made, Read>();
    for (const { made, parsed } of batches) {
      const blocks = readFileSync((await parsed) ?? "", "utf8").split(`(${NEXT})`);
      const all = blocks.length === made.length + 1 ? blocks.slice(1) : [];
      expect(all.length).toBe(made.length);
      for (const [i, one] of made.entries()) read.set(one, readParsed(all[i] as string));
    }
    // What no harmless project here has.
    const names = new Set(["pipOptions", "dist", "postUnpack"]);
    const constants = new Set(["py3", "sourceRoot=$sourceRoot/"]);
    const patterns = new Map<string, string[]>();
    for (const { position, harmless, made } of batches)
      for (const one of made) {
        if (one.one !== harmless) continue;
        const found = read.get(one) as Read;
        for (const name of found.names) names.add(name);
        for (const text of found.texts) {
          if (text.includes(MARK)) patterns.set(position, [...(patterns.get(position) ?? []), text]);
          else constants.add(text);
        }
      }
    const wrong: unknown[] = [];
    for (const { position, harmless, made } of batches) {
      for (const one of made) {
        if (one.one === harmless) continue;
        const { attack, plan } = one.one;
        const found = read.get(one) as Read;
        const told = new Set([
          ...textsIn(plan),
          ...pathTexts(plan),
          attack,
          attack.replace(/^"(.*)"$/s, "$1"),
          // A fetcher has no use for a fragment.
          ...textsIn(plan).map((text) => text.replace(/#.*$/s, "")),
          ...(patterns.get(position) ?? []).map((text) => text.replaceAll(MARK, () => attack)),
        ]);
        const code = [...found.names].filter((name) => !names.has(name) && !PLAIN_NAMES.has(name));
        // What pip is given is another test's.
        const isGiven = INSTALLING.includes(one.variant.name);
        const texts = isGiven ? [] : found.texts.filter((text) => !constants.has(text) && !told.has(text));
        if (code.length + texts.length > 0) wrong.push({ position, attack, variant: one.variant.name, code, texts });
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(read.size).toBeGreaterThan(20_000);
    expect(existsSync(join(folder, TRACE))).toBe(false);
  },
);

/** A requirement as pip is to have it, in one line: local paths as seen from the root. */
function shape(
  name: string | null,
  extras: readonly string[],
  specifier: string,
  source: Source,
  marker: string | null,
  more: readonly string[],
): string {
  const { index: _, base = ".", ...where } = { index: "", ...source } as Record<string, unknown>;
  const path = source.kind === "path" ? joinPath(folder, joinPath(String(base), source.path)) : undefined;
  const isPath = source.kind === "path";
  return JSON.stringify([isPath ? null : name, isPath ? [] : extras, specifier, { ...where, path }, marker, more]);
}

function indexShape(kind: string, url: string, base: string): string {
  const isPath = kind === "find-links" && !/^[a-z][a-z0-9+.-]*:/i.test(url);
  return JSON.stringify([kind, isPath ? joinPath(folder, joinPath(base, url)) : url]);
}

/** Files for pip's reader: those of the plan are there, and folders among them are projects. */
function filesWith(requirements: string, paths: readonly string[]): Files {
  const seen = new Set(paths.map((path) => joinPath(folder, path)));
  return {
    read: () => new TextEncoder().encode(requirements),
    list: () => [],
    kind: (path) => {
      const whole = joinPath(folder, path);
      if (seen.has(whole)) return /\.whl$/.test(whole) ? "file" : "folder";
      return seen.has(dirname(whole)) && /\/pyproject\.toml$/.test(whole) ? "file" : null;
    },
  };
}

const specifierOf = (text: string) => formatConstraint([parseRequirement(`a${text}`).specifier]);

requireOrSkip(
  "nix-instantiate",
  "pip reads the requirements and options of the plan, when Nix has evaluated the file",
  async () => {
    const wrong: unknown[] = [];
    let count = 0;
    for (const { position, made, evaluated } of batches) {
      const hooks = JSON.parse(readFileSync((await evaluated) ?? "", "utf8")) as string[];
      const shells = made.filter(({ variant }) => INSTALLING.includes(variant.name));
      expect(hooks.length).toBe(shells.length);
      for (const [i, { one, variant }] of shells.entries()) {
        const { plan, attack } = one;
        if (plan instanceof InputError) continue;
        const isPip = variant.installer === "pip";
        const meant = plan.decisions.flatMap((decision) => (decision.from === "pip" ? decision.requirements : []));
        // PEP 508 has references for URLs, where pip wants a scheme and says so.
        if (meant.some(({ source }) => source.kind === "url" && !source.url.includes(":"))) continue;
        // The reader takes what is before an `@` for a name, where pip looks for the folder first.
        if (meant.some(({ source }) => source.kind === "path" && source.path.includes("@"))) continue;
        const paths = meant.flatMap(({ source }) =>
          source.kind === "path" ? [joinPath(source.base, source.path)] : [],
        );
        const whole = meant.map(({ name, extras, specifier, source, marker, hashes, options }) =>
          shape(name, extras, specifierOf(specifier), source, marker, [...hashes, ...(isPip ? options : [])]),
        );
        const bare = [
          ...meant.map(({ name, extras }) => shape(name, extras, "*", { kind: "registry" }, null, [])),
          ...plan.constraints.map(({ text }) => {
            const { name, specifier } = parseRequirement(text);
            return shape(name, [], formatConstraint([specifier]), { kind: "registry" }, null, []);
          }),
        ];
        const options = [
          ...plan.indexes.map(({ kind, url, origin }) => indexShape(kind, url, dirname(origin.file))),
          ...plan.pipOptions.map(({ option, value }) => JSON.stringify([option, value])),
        ];
        const found: string[] = [];
        for (const block of (hooks[i] ?? "").split(BEGIN).slice(1)) {
          const given = block.slice(0, block.indexOf(END));
          // uv takes the rest of the line, pip the words of a shell.
          const text = isPip
            ? given
            : given.replace(/^-e (.*)$/gm, (_, path: string) => `-e '${path.replaceAll("'", `'"'"'`)}'`);
          const project = orInputError(
            () => readRequirementsFile("r.txt", filesWith(text, paths)),
            `${position}, ${attack}`,
          );
          if (project instanceof InputError) {
            wrong.push({ position, attack, variant: variant.name, text, error: project.message });
            continue;
          }
          const read = project.requirements.map((each) =>
            shape(
              each.name,
              each.extras,
              formatConstraint(each.constraint),
              each.source,
              each.marker && formatMarker(each.marker),
              [...each.hashes, ...each.options],
            ),
          );
          const told = [
            ...project.indexes.map(({ kind, url }) => indexShape(kind, url, ".")),
            ...project.pipOptions.map(({ option, value }) => JSON.stringify([option, value])),
          ];
          count += read.length;
          found.push(...read);
          const strange = [
            ...read.filter((each) => !whole.includes(each) && !bare.includes(each)),
            ...told.filter((each) => !options.includes(each)),
          ];
          if (strange.length > 0) wrong.push({ position, attack, variant: variant.name, strange, whole, options });
        }
        const missing = whole.filter((each) => !found.includes(each));
        if (missing.length > 0) wrong.push({ position, attack, variant: variant.name, missing, found });
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(count).toBeGreaterThan(5000);
  },
);
