// Which selections of which fixtures uv is asked about.

import type { Selection } from "../../src/resolver/selection.ts";

export interface Fixture {
  readonly folder: string;
  /** Arguments of `uv export`, a selection each. */
  readonly selections: readonly string[];
}

const REVISION_SELECTIONS = [
  "",
  "--no-dev",
  "--extra web",
  "--extra old --no-dev",
  "--extra new --extra web --all-groups",
  "--only-group test",
  "--extra new --no-group dev --group test",
];

export const FIXTURES: readonly Fixture[] = [
  {
    folder: "uv-service",
    selections: [
      "",
      "--no-dev",
      "--all-extras",
      "--extra all --no-dev",
      "--extra postgres --group docs",
      "--extra queue --no-group dev --group lint",
      "--only-group docs",
      "--only-group dev --only-group docs",
      "--all-groups --no-group lint",
      "--all-extras --all-groups",
      "--no-default-groups",
      "--only-dev",
    ],
  },
  {
    folder: "uv-workspace",
    selections: [
      "",
      "--no-dev",
      "--extra shell --no-dev",
      "--all-extras --all-groups",
      "--group docs --no-group dev",
      "--only-group docs",
      "--only-group dev",
      "--package tide-core",
      "--package tide-core --all-extras --no-dev",
      "--package tide-api --all-groups",
      "--package tide-cli --no-dev",
      "--package tide-cli --only-group docs",
      "--package tide-cli --group dev",
      "--all-extras --no-dev --group docs",
    ],
  },
  {
    folder: "uv-virtual-root",
    selections: [
      "",
      "--no-dev",
      "--all-extras",
      "--extra fast --group release",
      "--only-group release",
      "--all-groups",
      "--only-dev",
      "--package counter --all-extras",
      "--package counter --all-groups",
      "--package counter --group dev --no-default-groups",
      "--package clock --only-group release",
      "--package clock --no-dev",
    ],
  },
  {
    folder: "uv-forks",
    selections: [
      "",
      "--no-dev",
      "--extra cpu",
      "--extra gpu --no-dev",
      "--extra legacy --extra plots",
      "--extra modern --extra cpu --group test",
      "--extra gpu --extra legacy --group test-old",
      "--group test-old --no-group dev",
      "--only-group test",
      "--only-group test-old",
      "--extra modern --extra gpu --group test --no-group dev",
    ],
  },
  {
    folder: "uv-sources",
    selections: [
      "",
      "--no-dev",
      "--extra comets",
      "--all-extras --all-groups",
      "--only-group night",
      "--group night --no-group dev",
      "--only-dev",
    ],
  },
  {
    folder: "uv-large",
    selections: [
      "",
      "--no-dev",
      "--all-extras --no-dev",
      "--extra all --all-groups",
      "--extra notebooks --group docs",
      "--only-group docs --only-group test",
      "--all-groups --no-group lint --no-group dev",
    ],
  },
  ...["0", "1", "2", "3", "4", "5"].map((revision) => ({
    folder: `uv-lock-revisions/${revision}`,
    selections: REVISION_SELECTIONS,
  })),
];

/** The options of py2nix that stand for uv's. */
export function selectionOf(text: string): Partial<Selection> & Pick<Selection, "members"> {
  const values: Record<string, string[]> = {};
  for (const [, option = "", value = ""] of text.matchAll(/--([a-z-]+)(?: (?!-)(\S+))?/g))
    values[option] = [...(values[option] ?? []), value];
  const has = (option: string) => Object.hasOwn(values, option);
  return {
    groups: values.group ?? [],
    onlyGroups: [...(values["only-group"] ?? []), ...(has("only-dev") ? ["dev"] : [])],
    noGroups: [...(values["no-group"] ?? []), ...(has("no-dev") ? ["dev"] : [])],
    allGroups: has("all-groups"),
    defaultGroups: !has("no-default-groups"),
    extras: values.extra ?? [],
    allExtras: has("all-extras"),
    members: values.package ?? [],
  };
}
