// The environments of projects against what Hatch shows, by stored answers and, where PY2NIX_ORACLE_PYTHON names a
// Python that has it, by asking again. PY2NIX_ORACLE_UPDATE=1 rewrites the answers.

import { beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../src/diagnostics.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { joinPath } from "../../src/paths.ts";
import { normalizeName } from "../../src/pep/pep503.ts";
import { type Stored, storedAnswers, type Tree, textOf } from "./backends.ts";

const PROJECT = `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "own"
version = "1"
dependencies = ["z"]
[project.optional-dependencies]
fast_io = ["uvloop"]
plot = ["matplotlib"]
[dependency-groups]
tests = ["pytest>=8", { include-group = "cov" }]
cov = ["coverage"]
`;
const of = (lines: string, more: Tree = {}): Tree => ({ "pyproject.toml": `${PROJECT}${lines}`, ...more });

const CASES: Readonly<Record<string, Tree>> = {
  "no environment": of(""),
  dependencies: of('[tool.hatch.envs.default]\ndependencies = ["a>=1", "b[x]"]\n'),
  "extra-dependencies": of('[tool.hatch.envs.default]\ndependencies = ["a"]\nextra-dependencies = ["b"]\n'),
  "an environment after the default one": of(
    '[tool.hatch.envs.default]\ndependencies = ["a"]\nfeatures = ["plot"]\n[tool.hatch.envs.docs]\n',
  ),
  "dependencies in the place of the template's": of(
    '[tool.hatch.envs.default]\ndependencies = ["a"]\n[tool.hatch.envs.docs]\ndependencies = ["b"]\n',
  ),
  "extra-dependencies beside the template's dependencies": of(
    '[tool.hatch.envs.default]\ndependencies = ["a"]\n[tool.hatch.envs.docs]\nextra-dependencies = ["b"]\n',
  ),
  "extra-dependencies of the template": of(
    '[tool.hatch.envs.default]\nextra-dependencies = ["a"]\n[tool.hatch.envs.docs]\ndependencies = ["b"]\n',
  ),
  "a template": of(
    '[tool.hatch.envs.default]\ndependencies = ["a"]\n[tool.hatch.envs.test]\ndependencies = ["b"]\n[tool.hatch.envs.ci]\ntemplate = "test"\nextra-dependencies = ["c"]\n',
  ),
  "a template that comes later": of(
    '[tool.hatch.envs.ci]\ntemplate = "test"\n[tool.hatch.envs.test]\ndependencies = ["b"]\n[tool.hatch.envs.default]\nfeatures = ["plot"]\n',
  ),
  "a template that is the environment": of(
    '[tool.hatch.envs.default]\ndependencies = ["a"]\n[tool.hatch.envs.docs]\ntemplate = "docs"\n',
  ),
  "a template that is not there": of('[tool.hatch.envs.docs]\ntemplate = "nope"\n'),
  "templates in a circle": of('[tool.hatch.envs.a]\ntemplate = "b"\n[tool.hatch.envs.b]\ntemplate = "a"\n'),
  "a circle through the default one": of(
    '[tool.hatch.envs.default]\ntemplate = "a"\n[tool.hatch.envs.a]\ndependencies = ["a"]\n',
  ),
  "a template of the default one": of(
    '[tool.hatch.envs.default]\ntemplate = "a"\n[tool.hatch.envs.a]\ntemplate = "a"\ndependencies = ["a"]\n',
  ),
  "a detached environment": of(
    '[tool.hatch.envs.default]\ndependencies = ["a"]\n[tool.hatch.envs.lint]\ndetached = true\ndependencies = ["ruff"]\n',
  ),
  "detached, and a template": of(
    '[tool.hatch.envs.lint]\ndetached = true\ndependencies = ["ruff"]\n[tool.hatch.envs.more]\ntemplate = "lint"\nextra-dependencies = ["mypy"]\n',
  ),
  "not detached": of('[tool.hatch.envs.default]\ndependencies = ["a"]\n[tool.hatch.envs.lint]\ndetached = false\n'),
  "skip-install": of(
    "[tool.hatch.envs.default]\nskip-install = true\n[tool.hatch.envs.docs]\n[tool.hatch.envs.test]\nskip-install = false\n",
  ),
  features: of('[tool.hatch.envs.default]\nfeatures = ["Fast-IO", "plot", "plot"]\n'),
  "a feature that is not there": of('[tool.hatch.envs.default]\nfeatures = ["nope"]\n'),
  "a dependency group": of('[tool.hatch.envs.default]\ndependency-groups = ["cov"]\n'),
  "a group of the environment's name": of('[tool.hatch.envs.tests]\ndependency-groups = ["tests"]\n'),
  "{root:uri}": of('[tool.hatch.envs.default]\ndependencies = ["a @ {root:uri}/libs/a", "b[x] @ {root:uri}"]\n'),
  "{root:parent:uri}": of('[tool.hatch.envs.default]\ndependencies = ["a @ {root:parent:uri}/a"]\n'),
  "{root}": of('[tool.hatch.envs.default]\ndependencies = ["a @ file://{root}/libs/a"]\n'),
  "{env} with a default": of('[tool.hatch.envs.default]\ndependencies = ["a{env:PY2NIX_NONE:>=1}"]\n'),
  "{matrix} with a default": of('[tool.hatch.envs.default]\ndependencies = ["a{matrix:version:==1.0}"]\n'),
  "{env_name}": of('[tool.hatch.envs.docs]\ndependencies = ["a-{env_name}"]\n'),
  "an unknown field": of('[tool.hatch.envs.default]\ndependencies = ["a @ {nope:uri}/a"]\n'),
  "an open brace": of('[tool.hatch.envs.default]\ndependencies = ["a @ https://example.org/{a"]\n'),
  "doubled braces": of('[tool.hatch.envs.default]\ndependencies = ["a @ https://example.org/{{a}}.zip"]\n'),
  "a wrong requirement": of('[tool.hatch.envs.default]\ndependencies = ["a>>1"]\n'),
  "a requirement that is no string": of("[tool.hatch.envs.default]\ndependencies = [1]\n"),
  "a string for dependencies": of('[tool.hatch.envs.default]\ndependencies = "a"\n'),
  python: of(
    '[tool.hatch.envs.default]\npython = "3.11"\n[tool.hatch.envs.docs]\npython = "3.12"\n[tool.hatch.envs.other]\n',
  ),
  "a matrix": of(
    '[tool.hatch.envs.test]\ndependencies = ["pytest"]\nextra-dependencies = ["b"]\n[[tool.hatch.envs.test.matrix]]\npython = ["3.9", "3.12"]\n[tool.hatch.envs.ci]\ntemplate = "test"\n',
  ),
  "hatch.toml": of("", { "hatch.toml": '[envs.default]\ndependencies = ["a"]\n[envs.docs]\ndependencies = ["b"]\n' }),
  "hatch.toml beside the table": of('[tool.hatch.envs.default]\ndependencies = ["a"]\n[tool.hatch.envs.docs]\n', {
    "hatch.toml": '[envs.test]\ndependencies = ["b"]\n',
  }),
  "hatch.toml of other things": of('[tool.hatch.envs.default]\ndependencies = ["a"]\n', {
    "hatch.toml": '[version]\npath = "x.py"\n',
  }),
  sources: of(
    '[tool.hatch.sources]\nA = "libs/a"\nb = { git = "https://git.example.org/b.git", tag = "v1", subdirectory = "py" }\n[tool.hatch.envs.default]\ndependencies = ["a", "b", "c"]\nsources = { c = { url = "https://example.org/c.zip" } }\n[tool.hatch.envs.docs]\nsources = { a = { path = "other/a", editable = false } }\n',
  ),
  "a source of two kinds": of(
    '[tool.hatch.sources]\na = { path = "a", url = "https://example.org/a.zip" }\n[tool.hatch.envs.default]\ndependencies = ["a"]\n',
  ),
  "a source and a URL": of(
    '[tool.hatch.sources]\na = "libs/a"\n[tool.hatch.envs.default]\ndependencies = ["a @ https://example.org/a.zip"]\n',
  ),
};

/** The groups that are no environments. */
const GROUPS = ["tests", "cov"];

/** Our answer for the environments of the names, which have to be all groups that there are. */
function ourAnswer(tree: Tree, names: readonly string[]): unknown {
  try {
    const project = readPyproject(tree["pyproject.toml"] ?? "", "pyproject.toml", filesFromTable(tree));
    const groups = project.selectables.flatMap(({ kind, name }) => (kind === "group" ? [name] : []));
    expect(new Set(groups)).toEqual(new Set([...GROUPS, ...names]));
    const told = project.diagnostics.map(({ message }) => message).join("\n");
    const alone = /install the project in ([^:]*):/.exec(told)?.[1]?.split(", ") ?? [];
    return Object.fromEntries(
      names.map((name) => {
        const all = project.requirements.filter(({ group }) => group === name);
        const [own, listed] = [true, false].map((isOwn) => all.filter(({ key }) => (key === "own") === isOwn));
        return [
          name,
          {
            requirements: [...new Set((listed ?? []).map(shown))].sort(),
            features: [...new Set((own ?? []).flatMap(({ extras }) => extras.map(normalizeName)))].sort(),
            alone: alone.includes(name),
            ...(name === "default" ? { python: project.requiresPython[0]?.text ?? "" } : {}),
          },
        ];
      }),
    );
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function shown(requirement: Parameters<typeof textOf>[0]): string {
  const { source } = requirement;
  if (source.kind === "path") return `${textOf(requirement)} @ file://${joinPath("/OUTER/ROOT", source.path)}`;
  if (source.kind !== "vcs") return textOf(requirement);
  const at = source.reference === undefined ? "" : `@${source.reference}`;
  const inside = source.subdirectory === undefined ? "" : `#subdirectory=${source.subdirectory}`;
  return `${textOf(requirement)} @ git+${source.url}${at}${inside}`;
}

describe("hatch", () => {
  let stored: Stored = {};
  beforeAll(() => {
    stored = storedAnswers("hatch", "import hatch.env.plugin.interface", CASES);
  }, 300_000);
  test.each(Object.entries(CASES))("%s", (name: string, tree: Tree) => {
    expect(Object.hasOwn(stored, name)).toBe(true);
    expect(ourAnswer(tree, Object.keys(stored[name] ?? {}))).toEqual(stored[name]);
  });
});
