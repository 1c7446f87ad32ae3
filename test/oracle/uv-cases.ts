// Which selections of which fixtures uv is asked about.

import { normalizeName } from "../../src/pep/pep503.ts";
import type { Lock } from "../../src/project.ts";
import { type LockSelection, projectsOf } from "../../src/resolver/lock-selection.ts";

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

/** What uv's arguments choose: the groups `defaults` without being asked. */
export function selectionOf(
  lock: Lock,
  text: string,
  defaults: readonly string[] = ["dev"],
): { folder: string; selection: LockSelection } {
  const values: Record<string, string[]> = {};
  for (const [, option = "", value = ""] of text.matchAll(/--([a-z-]+)(?: (?!-)(\S+))?/g))
    values[option] = [...(values[option] ?? []), normalizeName(value)];
  const member = lock.packages.find(({ key }) => values.package?.includes(key));
  const folder = member?.source.kind === "path" ? member.source.path : ".";
  const projects = projectsOf(lock, [folder ?? "."]);
  const known = {
    groups: [...projects, ...projectsOf(lock), lock].flatMap(({ dependencyGroups }) =>
      Object.keys(dependencyGroups ?? {}),
    ),
    extras: projects.flatMap(({ extras }) => Object.keys(extras)),
  };
  const only = [...(values["only-group"] ?? []), ...(values["only-dev"] ? ["dev"] : [])];
  const without = [...(values["no-group"] ?? []), ...(values["no-dev"] ? ["dev"] : [])];
  const given = [
    ...(values["no-default-groups"] ? [] : defaults),
    ...(values.group ?? []),
    ...(values["all-groups"] ? known.groups : []),
  ];
  const groups = (only.length > 0 ? only : given).filter((group) => !without.includes(group));
  const asked = new Set([...only, ...(values.group ?? []), ...(values["all-groups"] ? known.groups : [])]);
  const extras = values["all-extras"] ? known.extras : (values.extra ?? []);
  return { folder, selection: { main: only.length === 0, groups: new Set(groups), asked, extras: new Set(extras) } };
}
