// What a person and a program are told by `parse`, `search`, `explain`, `update` and `init`: names, paths and values from
// outside neither control a terminal nor look like a line of ours, and JSON has them as they are.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errorText } from "../../src/cli/errors.ts";
import { CheckFailed, makePlan, refuseFallbacks } from "../../src/cli/planning.ts";
import { findingsFor } from "../../src/cli/search-command.ts";
import { InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { explain, formatExplanations } from "../../src/report/explain.ts";
import { formatJson } from "../../src/report/json.ts";
import { projectToJson } from "../../src/report/project-json.ts";
import { formatListing } from "../../src/report/project-listing.ts";
import { formatFindings } from "../../src/report/search.ts";
import { formatSummary, PLAIN } from "../../src/report/summary.ts";
import { folderOf, py2nix } from "../support/cli.ts";
import { DEFAULTS, embedded } from "../support/conversion.ts";
import { indexOf } from "../support/projects.ts";
import { ATTACKS, POSITIONS } from "./attacks.ts";

const HIDDEN = /(?![\n\t])(?:[\p{Cc}\p{Cf}\u2028\u2029\u3164]|[\u{e0100}-\u{e01ef}])/u;

/** What a line of ours would be that somebody else writes. */
const FORGED = "warning: all is well";
const FORGERIES: readonly string[] = [`a\n${FORGED}`, `a\r\n${FORGED}\n`, `\n${FORGED}`, `a\u2028${FORGED}`];

/** What is not seen, ends a line or is a key of JavaScript's own, and some of the others. */
const ODD = [...ATTACKS.filter((text, at) => /[^ -~]|^\w+$/.test(text) || at % 16 === 0), ...FORGERIES];

/** Escapes as a person reads them. */
const shown = (text: string) =>
  text.replace(new RegExp(`${HIDDEN.source}|\\n`, "gu"), (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);

function expectHonest(text: string, what: string): void {
  if (/^[\n\t -~]*$/.test(text) && !text.includes(`\n${FORGED}`) && !text.startsWith(FORGED)) return;
  if (HIDDEN.test(text)) expect.fail(`${what}: ${JSON.stringify(text.match(new RegExp(`.*${HIDDEN.source}.*`, "u")))}`);
  if (text.split("\n").some((line) => line.startsWith(FORGED))) expect.fail(`${what}: ${text}`);
}

describe("a project", () => {
  const selection = { ...DEFAULTS.selection, allGroups: true, allExtras: true };

  test("with any text in any position is told and printed as it is", () => {
    let told = 0;
    let refused = 0;
    for (const [position, project] of Object.entries(POSITIONS)) {
      for (const attack of ODD) {
        // The lines of these files are told as such.
        if (/^requirements/.test(position) && FORGERIES.includes(attack)) continue;
        const what = `${position}: ${JSON.stringify(attack)}`;
        const files = filesFromTable(project(attack));
        try {
          const { plan, project } = makePlan({ ...DEFAULTS, style: null, selection }, files, embedded);
          expectHonest(formatListing(project, PLAIN), what);
          expectHonest(formatSummary(plan, PLAIN, { all: true }), what);
          const explanations = explain(plan, embedded);
          expectHonest(formatExplanations(explanations, PLAIN), what);
          for (const value of [projectToJson(project), explanations]) {
            const json = formatJson(value);
            expectHonest(json, what);
            if (JSON.stringify(JSON.parse(json)) !== JSON.stringify(value)) expect.fail(`${what}: ${json}`);
          }
          told++;
          refuseFallbacks(plan);
        } catch (error) {
          if (!(error instanceof InputError) && !(error instanceof CheckFailed))
            throw new Error(what, { cause: error });
          expectHonest(errorText(error), what);
          refused++;
        }
      }
    }
    expect(told).toBeGreaterThan(3000);
    expect(refused).toBeGreaterThan(2000);
  });

  test("that nixpkgs cannot serve is told in a line for each dependency", () => {
    const files = filesFromTable({ "requirements.txt": "no-such-a @ https://example.org/a\nno-such-b\n" });
    const { plan } = makePlan({ ...DEFAULTS, style: null }, files, embedded);
    const [first] = plan.decisions;
    const forged = { ...plan, decisions: [{ ...first, reason: `it is\n${FORGED}` }, ...plan.decisions.slice(1)] };
    try {
      refuseFallbacks(forged as typeof plan);
      expect.fail("nothing was refused");
    } catch (error) {
      expect(errorText(error).split("\n")).toEqual([
        "not everything comes from nixpkgs (--strict):",
        `  no-such-a: it is\\u{a}${FORGED}`,
        expect.stringMatching(/^ {2}no-such-b: /),
      ]);
    }
  });
});

describe("search", () => {
  test("of any name finds it, or says what is wrong with it", () => {
    let refused = 0;
    for (const attack of [...ATTACKS, ...FORGERIES]) {
      try {
        const findings = findingsFor([attack], embedded, null);
        expectHonest(formatFindings(findings, PLAIN), attack);
        expect(JSON.parse(formatJson(findings))).toEqual(findings);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        expect(errorText(error).replace(/\*+(?=@)/g, "")).toBe(
          `${shown(attack)} is no name of a project`.replace(/(?<=:\/\/)[^/]*(?=@)/, ""),
        );
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(200);
  });

  test("tells what an index has, whoever made it", () => {
    for (const attack of [...ATTACKS, ...FORGERIES].filter((text) => !/[\t\n]/.test(text))) {
      const index = indexOf({ flask: `1${attack}` }, { edges: { flask: ["werkzeug"] } });
      const findings = findingsFor(["flask"], index, null);
      const text = formatFindings(findings, PLAIN);
      expectHonest(text, attack);
      expect(text).toContain(shown(`1${attack}`));
      expect(JSON.parse(formatJson(findings))).toEqual(findings);
    }
  });

  test("is coloured by ours alone", () => {
    const folder = folderOf({});
    expect(py2nix(folder, ["search", "no-such-project", "--color", "always"]).stdout).toMatch(
      /^\x1b\[1mno-such-project\x1b\[22m: /,
    );
  });
});

describe("files and folders of any name", () => {
  const NAMES = [
    ...ATTACKS.filter((attack) => !/[\0/]/.test(attack) && !["", ".", ".."].includes(attack))
      // What UTF-8 does not have is another character in a file system.
      .filter((attack) => !/\p{Cs}/u.test(attack))
      .map((name) => name.slice(0, 200)),
    ...FORGERIES,
  ];
  /** What stands for shells in the names of generated files. */
  const folders = () => {
    const folder = folderOf({ "base/requirements.txt": "flask\n" });
    py2nix(join(folder, "base"), ["convert", "-o", "shell.nix", "-q"]);
    const nix = readFileSync(join(folder, "base/shell.nix"), "utf8");
    for (const name of NAMES) {
      mkdirSync(join(folder, "all", name), { recursive: true });
      writeFileSync(join(folder, "all", name, "requirements.txt"), "flask\nsix\n");
      writeFileSync(join(folder, "all", name, "shell.nix"), nix);
    }
    return join(folder, "all");
  };
  // Not looked into, as are those that are hidden.
  const seen = NAMES.filter((name) => !name.startsWith(".") && name !== "venv" && name !== "result");

  test("are found and told by update --recursive", () => {
    expect(seen.length).toBeGreaterThan(180);
    const folder = folders();
    const checked = py2nix(folder, ["update", "--recursive", "--check"]);
    expectHonest(checked.stdout, "the difference");
    expectHonest(checked.stderr, "what is told of it");
    const lines = checked.stderr.split("\n");
    const differences = checked.stdout.split("\n");
    for (const name of seen) {
      expect(lines).toContain(`${shown(name)}/shell.nix is not up to date`);
      expect(differences).toContain(`--- ${shown(name)}/shell.nix`);
    }
    expect(checked.code).toBe(1);
    const made = py2nix(folder, ["update", "--recursive"]);
    expectHonest(made.stderr, "what is written");
    for (const name of seen) {
      expect(made.stderr.split("\n")).toContain(`${shown(name)}/shell.nix written`);
      expect(readFileSync(join(folder, name, "shell.nix"), "utf8")).toContain("ps.six");
    }
    expect(py2nix(folder, ["update", "-r", "--check"])).toMatchObject({ code: 0, stdout: "" });
  });

  test("are told when they fail", () => {
    const folder = folders();
    for (const name of seen) writeFileSync(join(folder, name, "requirements.txt"), "flask == nonsense\n");
    const { code, stdout, stderr } = py2nix(folder, ["update", "-r"]);
    expect([code, stdout]).toEqual([2, ""]);
    expectHonest(stderr, "the errors");
    const lines = stderr.split("\n");
    for (const name of seen) {
      const path = shown(name);
      expect(
        lines.filter((line) => line.startsWith(`error: ${path}/shell.nix: ${path}/requirements.txt:1:`)),
      ).toHaveLength(1);
    }
  });

  test("are found by a pattern, and by their names", () => {
    const folder = folders();
    // A star of fast-glob's takes no line end at first.
    const matched = NAMES.filter((name) => !/^[\n\r\u2028\u2029]/.test(name));
    const given = NAMES.map((name) => `./${name}/requirements.txt`);
    for (const args of [["{*,.*}/requirements.txt"], given]) {
      const found = args === given ? NAMES : matched;
      const listing = py2nix(folder, ["parse", ...args]);
      expect([listing.code, listing.stderr]).toEqual([0, ""]);
      expectHonest(listing.stdout, "the listing");
      for (const name of found) expect(listing.stdout).toContain(`${shown(name)}/requirements.txt:1:1\n`);
      const json = py2nix(folder, ["parse", "--json", ...args]).stdout;
      expectHonest(json, "the JSON");
      const { files } = JSON.parse(json) as { files: readonly string[] };
      expect(files.map((file) => file.replace(/^\.\//, "")).sort()).toEqual(
        found.map((name) => `${name}/requirements.txt`).sort(),
      );
    }
  });

  // Each is a run of its own.
  test.each(NAMES.filter((name, at) => /[^ -~]/.test(name) || at % 16 === 0).map((name) => [name]))(
    "init tells of %j",
    (name) => {
      const folder = folderOf({ [`${name}/requirements.txt`]: "no-such-project ; platform_version != 'x'\n" });
      const given = name.startsWith("-") ? `./${name}` : name;
      const { code, stdout, stderr } = py2nix(folder, ["init", given, "--dry-run", "--envrc", "--pre-commit"]);
      expectHonest(stdout, "the difference");
      expectHonest(stderr, "what is told");
      expect([code, stderr.split("\n").at(-2)]).toEqual([0, "nothing was written (--dry-run)"]);
      expect(stderr).toContain(`${shown(name)}/shell.nix`);
      expect(stdout).toContain(`${shown(name)}/shell.nix`);
      const done = py2nix(folder, ["init", given, "--yes"]);
      expect(done.code).toBe(0);
      expectHonest(done.stderr, "what was written");
      expect(done.stderr).toMatch(/^Enter it: cd \S.* && nix-shell\n$/m);
    },
  );

  test("are words for a shell where init says how to enter them", () => {
    const folder = folderOf({ "a b'$(c)/requirements.txt": "flask\n", "-p/requirements.txt": "flask\n" });
    expect(py2nix(folder, ["init", "a b'$(c)", "--yes"]).stderr).toContain(
      "Enter it: cd 'a b'\\''$(c)' && nix-shell\n",
    );
    expect(py2nix(folder, ["init", "./-p", "--yes"]).stderr).toContain("Enter it: cd ./-p && nix-shell\n");
  });
});
