// Which selections of which locks PDM, Pipenv and Poetry are asked to export, and how py2nix is told the same.

import type { Selection } from "../../src/resolver/selection.ts";
import { type Environment, environmentsOf } from "./locked.ts";

/** The arguments of the tool, and the options of py2nix that stand for them. */
export type Case = readonly [arguments_: string, selection: Partial<Selection>];

export interface LockCases {
  /** Under fixtures. */
  readonly folder: string;
  readonly manifest: string;
  readonly lock: string;
  /** The lock that the tool is asked about, where it exports none like this: it has the same packages. */
  readonly asked?: string;
  readonly cases: readonly Case[];
  /** Those that the lock is for. */
  readonly environments: readonly Environment[];
}

export interface Suite {
  /** Of the stored answers, and of the variable that says where the tool is. */
  readonly name: string;
  readonly tool: "pdm" | "pipenv" | "poetry";
  readonly locks: readonly LockCases[];
}

const ENVIRONMENTS = environmentsOf(["3.12.11", "3.13.7", "3.14.0"]);
const OLDER_ENVIRONMENTS = environmentsOf(["3.11.13", "3.12.11", "3.13.7"]);

// ---- PDM ------------------------------------------------------------------------------------------------

const WEB_API: readonly Case[] = [
  ["--prod", { defaultGroups: false }],
  // Without an option it is all that is locked, the extras too.
  ["", { allExtras: true }],
  ["-d", {}],
  ["--prod -G postgres", { defaultGroups: false, extras: ["postgres"] }],
  ["--prod -G postgres -G reports", { defaultGroups: false, extras: ["postgres", "reports"] }],
  ["--prod -G all", { defaultGroups: false, extras: ["all"] }],
  ["--no-default -G test", { onlyGroups: ["test"] }],
  ["-d -G lint", { defaultGroups: false, groups: ["lint"] }],
  ["-G:all", { allExtras: true }],
];

const TARGETS: readonly Case[] = [
  ["--prod", { defaultGroups: false }],
  ["", {}],
  ["-d", {}],
  ["--no-default -G test", { onlyGroups: ["test"] }],
  ["--no-default -G typing -G lint", { onlyGroups: ["typing", "lint"] }],
];

const PDM_LOCK_VERSIONS: readonly Case[] = [
  ["--prod", { defaultGroups: false }],
  ["", { allExtras: true }],
  ["-d", {}],
  ["--prod -G fast", { defaultGroups: false, extras: ["fast"] }],
  ["--no-default -G test", { onlyGroups: ["test"] }],
  ["-G:all", { allExtras: true }],
];

function pdmLock(folder: string, lock: string, cases: readonly Case[], more: Partial<LockCases> = {}): LockCases {
  return { folder, manifest: "pyproject.toml", lock, cases, environments: ENVIRONMENTS, ...more };
}

const PDM: Suite = {
  name: "pdm",
  tool: "pdm",
  locks: [
    pdmLock("pdm-web-api", "pdm.lock", WEB_API),
    pdmLock("pdm-web-api", "pdm.static-urls.lock", WEB_API),
    pdmLock("pdm-web-api", "pdm.2.20.lock", WEB_API),
    // PDM exports no lock without `inherit_metadata`.
    pdmLock("pdm-web-api", "pdm.no-inherit.lock", WEB_API, { asked: "pdm.lock" }),
    pdmLock("pdm-web-api", "pdm.targets.lock", TARGETS, { environments: environmentsOf(["3.12.11", "3.13.7"]) }),
    pdmLock("pdm-lock-versions", "pdm.lock", PDM_LOCK_VERSIONS),
  ],
};

// ---- Pipenv ---------------------------------------------------------------------------------------------

// Where categories disagree Pipenv takes the last one that it is told. `--dev` puts the default one last, and so do
// all selections here: py2nix takes the project's own dependencies over a group's.
const PIPENV: Suite = {
  name: "pipenv",
  tool: "pipenv",
  locks: [
    {
      folder: "pipenv-shop",
      manifest: "Pipfile",
      lock: "Pipfile.lock",
      environments: ENVIRONMENTS,
      cases: [
        ["", {}],
        ["--dev", { groups: ["dev"] }],
        ["--dev-only", { onlyGroups: ["dev"] }],
        ["--categories docs", { onlyGroups: ["docs"] }],
        ["--categories docs,packages", { groups: ["docs"] }],
        ["--categories dev-packages,packages", { groups: ["dev"] }],
        ["--categories load-test,docs,dev-packages,packages", { allGroups: true }],
      ],
    },
    {
      folder: "pipenv-observatory",
      manifest: "Pipfile",
      lock: "Pipfile.lock",
      environments: ENVIRONMENTS,
      cases: [
        ["", {}],
        ["--dev", { groups: ["dev"] }],
        ["--dev-only", { onlyGroups: ["dev"] }],
        ["--categories night", { onlyGroups: ["night"] }],
        ["--categories night,packages", { groups: ["night"] }],
        ["--categories lint,docs", { onlyGroups: ["docs", "lint"] }],
        ["--categories docs,lint,dev-packages,packages", { groups: ["docs", "lint", "dev"] }],
      ],
    },
  ],
};

// ---- Poetry ---------------------------------------------------------------------------------------------

// Without an option Poetry exports the project's own dependencies, and py2nix takes every group that is not optional.
const own: Partial<Selection> = { defaultGroups: false };

const LOCK_VERSIONS: readonly Case[] = [
  ["", own],
  ["--extras fast", { ...own, extras: ["fast"] }],
  ["--extras all", { ...own, extras: ["all"] }],
  ["--all-extras", { ...own, allExtras: true }],
  ["--with dev", {}],
  ["--only dev", { onlyGroups: ["dev"] }],
  ["--with dev --all-extras", { allExtras: true }],
];

/** `always` are extras that the release exports whatever it is asked for. */
function forks(always: readonly string[]): Case[] {
  return [
    ["", { ...own, extras: always }],
    ["--all-extras", { ...own, allExtras: true }],
    ["--extras models", { ...own, extras: [...always, "models"] }],
    ["--extras client --extras words", { ...own, extras: ["client", "words"] }],
    ["--extras all --with test", { extras: ["all"] }],
    ["--with test", { extras: always }],
    ["--with lint,docs", { ...own, groups: ["lint", "docs"], extras: always }],
    ["--only test", { onlyGroups: ["test"] }],
    ["--only docs", { onlyGroups: ["docs"] }],
    ["--only lint --only docs", { onlyGroups: ["lint", "docs"] }],
  ];
}

function poetryLock(folder: string, cases: readonly Case[]): LockCases {
  return { folder, manifest: "pyproject.toml", lock: "poetry.lock", cases, environments: OLDER_ENVIRONMENTS };
}

// Each lock is exported by a release that could have written it: of older locks newer releases leave out what the
// extras of dependencies add, and of version 1.0 they refuse what comes from a repository.
const POETRY: Suite = {
  name: "poetry",
  tool: "poetry",
  locks: [
    poetryLock("poetry-lock-versions/2.1", [
      ...LOCK_VERSIONS,
      ["--with docs", { ...own, groups: ["docs"] }],
      ["--only docs", { onlyGroups: ["docs"] }],
      ["--all-groups --all-extras", { allGroups: true, allExtras: true }],
    ]),
    poetryLock("poetry2-both-tables", [
      ["", own],
      ["--extras pdf", { ...own, extras: ["pdf"] }],
      ["--extras watch --with test", { ...own, extras: ["watch"], groups: ["test"] }],
      ["--with lint", { ...own, groups: ["lint"] }],
      ["--only test", { onlyGroups: ["test"] }],
      ["--only lint,docs", { onlyGroups: ["lint", "docs"] }],
      ["--all-groups", { allGroups: true }],
      ["--all-groups --all-extras", { allGroups: true, allExtras: true }],
    ]),
    poetryLock("poetry-forks/2.1", [
      ...forks([]),
      ["--with everything", { ...own, groups: ["everything"] }],
      ["--only everything", { onlyGroups: ["everything"] }],
      ["--all-groups --all-extras", { allGroups: true, allExtras: true }],
    ]),
    poetryLock("poetry-sources", [
      ["", own],
      ["--extras comets", { ...own, extras: ["comets"] }],
      ["--extras queue --extras web", { ...own, extras: ["queue", "web"] }],
      ["--extras all --with dev", { extras: ["all"] }],
      ["--with dev", {}],
      ["--only night", { onlyGroups: ["night"] }],
      ["--only dev", { onlyGroups: ["dev"] }],
      ["--all-groups --all-extras", { allGroups: true, allExtras: true }],
    ]),
    poetryLock("poetry-large", [
      ["", own],
      ["--extras notebooks", { ...own, extras: ["notebooks"] }],
      ["--extras all", { ...own, extras: ["all"] }],
      ["--with dev", { ...own, groups: ["dev"] }],
      ["--with docs", { ...own, groups: ["docs"] }],
      ["--only test,lint", { onlyGroups: ["test", "lint"] }],
      ["--all-groups --all-extras", { allGroups: true, allExtras: true }],
    ]),
  ],
};

const POETRY_1_8: Suite = {
  name: "poetry-1.8",
  tool: "poetry",
  locks: [
    poetryLock("command-line-tool", [
      ["", own],
      ["--extras sync", { ...own, extras: ["sync"] }],
      ["--extras secrets --with dev", { extras: ["secrets"] }],
      ["--all-extras", { ...own, allExtras: true }],
      ["--with dev,docs", { allGroups: true }],
      ["--only docs", { onlyGroups: ["docs"] }],
      ["--only dev", { onlyGroups: ["dev"] }],
    ]),
    poetryLock("poetry-lock-versions/2.0", [...LOCK_VERSIONS, ["--only docs", { onlyGroups: ["docs"] }]]),
    poetryLock("poetry-lock-versions/1.1", LOCK_VERSIONS),
    // What a group requires too it exports with the project's own, though only an extra asks for it there
    // (python-poetry/poetry, issue 7319): here httpx, which is the extra `client`.
    poetryLock("poetry-forks/2.0", forks(["client"])),
  ],
};

const POETRY_1_1: Suite = {
  name: "poetry-1.1",
  tool: "poetry",
  locks: ["1.0", "1.1"].map((version) =>
    poetryLock(`poetry-lock-versions/${version}`, [
      ["", own],
      ["--extras fast", { ...own, extras: ["fast"] }],
      ["--extras all", { ...own, extras: ["all"] }],
      ["--dev", {}],
      ["--dev --extras all --extras fast", { allExtras: true }],
    ]),
  ),
};

export const SUITES: readonly Suite[] = [PDM, PIPENV, POETRY, POETRY_1_8, POETRY_1_1];
