// Locks that are damaged: cut off, merged with conflicts, changed by hand. Each is refused with one error that names
// file and line, or told. A lock that is cut off where the rest is a lock too is the danger, since half of the packages
// would be taken for all. What each format has that tells of the cut:
//
//   poetry.lock   [metadata] stands last with its digest at the end, and up to version 1.1 the files of all packages
//                 behind that.
//   Pipfile.lock  the braces of JSON.
//   uv.lock       edges lead to packages that are not there, and the last project has metadata. Nothing tells what
//                 the last package ends with, so its wheels and metadata can be cut off unseen, and nothing else.
//   pdm.lock      each package has files, and groups where the strategy is to have them; edges lead to packages that are
//                 not there, which is told, and not refused, since the setting `excludes` has the same effect. Nothing
//                 tells how many packages there are: a cut between two is unseen where none before needs one behind.
//   pylock.toml   the same, where the tool writes edges: PDM does, and uv, pip and Pipenv do not.
//
// A requirement of the manifest that is cut off so is told when the project is resolved, as one that is not in the lock.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Diagnostic, formatInputError, InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { loadProject } from "../../src/manifests/load.ts";
import { LOCK_FORMATS, type LockFormat } from "../../src/manifests/locks.ts";
import type { Lock, LockedPackage } from "../../src/project.ts";
import { fixtures } from "../support/paths.ts";
import { indexOf, plan } from "../support/projects.ts";

interface Fixture {
  /** Below fixtures. */
  readonly path: string;
  readonly format: LockFormat;
  readonly text: string;
}

const CUTS = 40;
const LINE_CUTS = 40;
/** How many entries of each lock are removed, one at a time. */
const REMOVED = 12;

function locksIn(folder: string): Fixture[] {
  return readdirSync(folder).flatMap((name): Fixture[] => {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) return locksIn(path);
    const format = LOCK_FORMATS.find(({ hasName }) => hasName(name));
    return format ? [{ path: path.slice(fixtures.length + 1), format, text: readFileSync(path, "utf8") }] : [];
  });
}

/** What only Windows needs: its edges hold on no system of nixpkgs. */
const OF_OTHER_SYSTEMS: ReadonlySet<string> = new Set(["colorama", "tzdata"]);

const LOCKS = locksIn(fixtures);
const of = (name: string) => LOCKS.filter(({ format }) => format.name === name);

/** The error as it is shown, or null for a text that is read as a lock. Anything but an InputError is thrown on. */
function refusal({ format, path }: Fixture, text: string): string | null {
  try {
    format.read(text, path, [], []);
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const lines = text.split("\n").length;
    expect(error.origin?.file).toBe(path);
    expect(error.origin?.line).toBeGreaterThanOrEqual(1);
    expect(error.origin?.line).toBeLessThanOrEqual(lines);
    const shown = formatInputError(error);
    expect(shown.startsWith(`${path}:${error.origin?.line}:`)).toBe(true);
    expect(shown).not.toMatch(/\n\s+at .*:\d+/);
    return shown;
  }
}

/** The lengths that are tried: spread over all of the text, and at the ends of lines. */
function cutsOf(text: string): number[] {
  const spread = Array.from({ length: CUTS }, (_, i) => Math.floor((text.length * (i + 0.37)) / CUTS));
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  const some = Array.from({ length: LINE_CUTS }, (_, i) => ends[Math.floor((ends.length * i) / LINE_CUTS)] as number);
  // Between the last packages, and behind all that is last.
  const starts = [...text.matchAll(/^\[\[package/gm)].map(({ index }) => index).slice(-12);
  return [...new Set([...spread, ...some, ...starts, ...ends.slice(-12)])].filter((cut) => cut < text.trimEnd().length);
}

interface Seen {
  readonly tried: number;
  readonly refused: number;
  /** Read as a lock, with a warning that packages are missing. */
  readonly told: number;
  /** The lengths that are read as a lock without a word. */
  readonly unseen: readonly number[];
}

const tried = new Map<Fixture, Seen>();

function tryCuts(fixture: Fixture): Seen {
  const known = tried.get(fixture) ?? tryAllCuts(fixture);
  tried.set(fixture, known);
  return known;
}

function tryAllCuts(fixture: Fixture): Seen {
  const cuts = cutsOf(fixture.text);
  const accepted = cuts.filter((cut) => refusal(fixture, fixture.text.slice(0, cut)) === null);
  const unseen = accepted.filter((cut) => {
    const { diagnostics } = read(fixture, fixture.text.slice(0, cut));
    return !diagnostics.some(({ severity, message }) => severity === "warning" && /does not have:/.test(message));
  });
  return {
    tried: cuts.length,
    refused: cuts.length - accepted.length,
    told: accepted.length - unseen.length,
    unseen,
  };
}

function read({ format, path }: Fixture, text: string) {
  const diagnostics: Diagnostic[] = [];
  return { ...format.read(text, path, diagnostics, []), diagnostics };
}

/** The packages without what uv writes behind the edges: files, and in metadata the ranges of edges. */
function withoutEnds({ packages }: Pick<Lock, "packages">): unknown[] {
  return packages.map(({ files: _, dependencies, ...rest }) => ({
    ...rest,
    dependencies: dependencies.map(({ constraint: __, ...edge }) => edge),
  }));
}

describe("a lock that is cut off", () => {
  test.each(of("poetry-lock"))("$path is refused wherever it ends", (fixture) => {
    const { tried, refused } = tryCuts(fixture);
    expect(tried).toBeGreaterThanOrEqual(60);
    expect(refused).toBe(tried);
  });

  test.each(of("pipfile-lock"))("$path is refused wherever it ends", (fixture) => {
    const { tried, refused } = tryCuts(fixture);
    expect(tried).toBeGreaterThanOrEqual(60);
    expect(refused).toBe(tried);
  });

  test.each(of("uv-lock"))("$path is refused, or lacks nothing but files and ranges of its last package", (fixture) => {
    const { tried, unseen } = tryCuts(fixture);
    expect(tried).toBeGreaterThanOrEqual(60);
    const whole = withoutEnds(read(fixture, fixture.text));
    for (const cut of unseen) expect(withoutEnds(read(fixture, fixture.text.slice(0, cut)))).toEqual(whole);
  });

  test.each([...of("pdm-lock"), ...of("pylock")])(
    "$path is refused or told, or ends between two packages of which none before needs one behind",
    (fixture) => {
      const { tried, unseen } = tryCuts(fixture);
      expect(tried).toBeGreaterThanOrEqual(60);
      const whole = read(fixture, fixture.text);
      for (const cut of unseen) {
        const part = read(fixture, fixture.text.slice(0, cut));
        // The last one can lack what stands at its end, and what entries for its extras behind it add.
        const [last, ...others] = part.packages.toReversed();
        const start = whole.packages.findIndex(({ origin }) => origin.line === last?.origin.line);
        expect(others.toReversed()).toEqual(whole.packages.slice(0, start));
        const keys = new Set(part.packages.map(({ key }) => key));
        const missing = part.packages.flatMap(({ dependencies }) => dependencies).filter(({ key }) => !keys.has(key));
        const known = new Set(whole.packages.map(({ key }) => key));
        expect(missing.filter(({ key }) => known.has(key) && !OF_OTHER_SYSTEMS.has(key))).toEqual([]);
      }
    },
  );

  test("the figures: what is refused, told and unseen in each format", () => {
    const figures = Object.fromEntries(
      LOCK_FORMATS.map(({ name }) => {
        // Those that were made to show what a tool writes.
        const all = of(name)
          .filter(({ path }) => /^(?:poetry|pipenv|pdm|pylock|uv)/.test(path))
          .map(tryCuts);
        const sum = (count: (seen: Seen) => number) => all.reduce((total, seen) => total + count(seen), 0);
        const line = `${all.length} locks, ${sum(({ tried }) => tried)} cuts: ${sum(({ refused }) => refused)} refused`;
        return [name, `${line}, ${sum(({ told }) => told)} told, ${sum(({ unseen }) => unseen.length)} unseen`];
      }),
    );
    expect(figures).toMatchInlineSnapshot(`
      {
        "pdm-lock": "10 locks, 1025 cuts: 887 refused, 119 told, 19 unseen",
        "pipfile-lock": "2 locks, 182 cuts: 182 refused, 0 told, 0 unseen",
        "poetry-lock": "9 locks, 923 cuts: 923 refused, 0 told, 0 unseen",
        "pylock": "4 locks, 405 cuts: 321 refused, 24 told, 60 unseen",
        "uv-lock": "12 locks, 1212 cuts: 1201 refused, 0 told, 11 unseen",
      }
    `);
  });

  test("a requirement of the manifest that is cut off is missing when the project is resolved", () => {
    const [fixture] = of("pdm-lock").filter(({ path }) => path === "pdm-web-api/pdm.lock") as [Fixture];
    const manifest = readFileSync(`${fixtures}/pdm-web-api/pyproject.toml`, "utf8");
    const end = fixture.text.indexOf('[[package]]\nname = "uvicorn"');
    const files = filesFromTable({ "pyproject.toml": manifest, "pdm.lock": fixture.text.slice(0, end) });
    const project = loadProject(["pyproject.toml"], files, { format: null, lock: "auto" });
    const { diagnostics } = plan(project, indexOf({}));
    expect(diagnostics.map(({ message }) => message)).toContain("uvicorn is not in the lock: pdm.lock is out of date");
  });

  test.each(LOCKS.filter(({ text }) => text.endsWith("\n")))("$path is whole without its last line end", (fixture) => {
    const whole = read(fixture, fixture.text);
    expect(read(fixture, fixture.text.trimEnd()).packages).toEqual(whole.packages);
  });
});

/** The versions as each format writes them, and what is written instead. */
const VERSIONS: Readonly<Record<string, RegExp>> = {
  "poetry-lock": /^lock-version = ".*"$/m,
  "uv-lock": /^version = 1$/m,
  "pdm-lock": /^lock_version = ".*"$/m,
  pylock: /^lock-version = ".*"$/m,
  "pipfile-lock": /"pipfile-spec": 6/,
};

function withVersion({ format, text }: Fixture, value: string): string {
  return text.replace(VERSIONS[format.name] as RegExp, (written) => written.replace(/(=|:) .*$/, `$1 ${value}`));
}

/** A line of each lock to put conflict markers around: some of the beginning, the middle and the end. */
function conflicted(text: string, share: number): string {
  const lines = text.split("\n");
  const at = Math.floor(lines.length * share);
  const line = lines[at] ?? "";
  return [...lines.slice(0, at), "<<<<<<< HEAD", line, "=======", line, ">>>>>>> topic", ...lines.slice(at + 1)].join(
    "\n",
  );
}

/** The entries of a TOML lock by the places where they begin and end. */
function entriesOf(text: string): { readonly start: number; readonly end: number; readonly name: string }[] {
  const starts = [...text.matchAll(/^\[\[packages?\]\]$/gm)].map(({ index }) => index);
  const rest = /^\[(?:metadata|extras|tool)[\].]/gm;
  return starts.map((start, i) => {
    rest.lastIndex = start;
    const end = starts[i + 1] ?? rest.exec(text)?.index ?? text.length;
    return { start, end, name: /^name = "(.*)"$/m.exec(text.slice(start))?.[1] ?? "" };
  });
}

describe.each(LOCKS)("$path", (fixture) => {
  const { format, text } = fixture;

  test.each([0.1, 0.35, 0.5, 0.75, 0.99])("with the markers of a merge conflict at %d of its lines", (share) => {
    expect(refusal(fixture, conflicted(text, share))).not.toBeNull();
  });

  test.each(['"999.0"', "999", "true", "[]", '""', '"x"'])("of version %s", (version) => {
    // Version 1.0 of poetry.lock is the one that is not written.
    if (!(VERSIONS[format.name] as RegExp).test(text))
      return expect(fixture.path).toBe("poetry-lock-versions/1.0/poetry.lock");
    return expect(refusal(fixture, withVersion(fixture, version))).not.toBeNull();
  });

  if (format.name !== "pipfile-lock") {
    const entries = entriesOf(text);

    test("with an entry twice", () => {
      const middle = entries[Math.floor(entries.length / 2)];
      const entry = text.slice(middle?.start, middle?.end);
      const doubled = text.slice(0, middle?.end) + entry + text.slice(middle?.end);
      expect(refusal(fixture, doubled)).not.toBeNull();
    });

    const needed = new Set(read(fixture, text).packages.flatMap((item) => item.dependencies.map(({ key }) => key)));
    // Poetry up to 1.7 does not lock setuptools.
    const isAlone = (name: string) => entries.filter((other) => other.name === name).length === 1;
    const all = entries.filter(({ name }) => needed.has(name) && name !== "setuptools" && isAlone(name));
    const removable = all.filter((_, i) => i % Math.ceil(all.length / REMOVED) === 0);

    if (removable.length > 0)
      test("without an entry that another one needs", () => {
        for (const { start, end, name } of removable) {
          const without = text.slice(0, start) + text.slice(end);
          const refused = refusal(fixture, without);
          // A marker that holds on no system of nixpkgs can be all that asks for it.
          const told =
            refused === null && read(fixture, without).diagnostics.some(({ message }) => message.includes(name));
          const isForOthers = format.name !== "poetry-lock" && OF_OTHER_SYSTEMS.has(name);
          expect([name, refused !== null || told || isForOthers]).toEqual([name, true]);
        }
      });
  } else {
    test("with an entry twice: the last one counts, as in Python", () => {
      const entry = /^ {8}"[a-z][^"]*": \{[^}]*\},\n/m.exec(text)?.[0] ?? "";
      expect(entry).not.toBe("");
      const doubled = text.replace(entry, () => entry + entry);
      const shown = ({ origin: _, ...item }: LockedPackage) => item;
      expect(read(fixture, doubled).packages.map(shown)).toEqual(read(fixture, text).packages.map(shown));
    });
  }
});
