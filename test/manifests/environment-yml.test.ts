import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEnvironmentYml } from "../../src/manifests/environment-yml.ts";
import { filesFromTable } from "../../src/manifests/files.ts";
import { readYaml } from "../../src/manifests/yaml.ts";
import { formatConstraint } from "../../src/pep/constraint.ts";
import { messageOf } from "../support/errors.ts";
import { fixtures } from "../support/paths.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string, more: Record<string, string> = {}) =>
  readEnvironmentYml("environment.yml", filesFromTable({ "environment.yml": text, ...more }));
const failure = (text: string) => messageOf(() => read(text));
const folder = `${fixtures}/conda-analysis`;

test("the pip part with its places, and each package of conda told", () => {
  const project = read(readFileSync(`${folder}/environment.yml`, "utf8"), {
    "requirements-extra.txt": readFileSync(`${folder}/requirements-extra.txt`, "utf8"),
  });
  expect(requirementsOf(project)).toMatchInlineSnapshot(`
    [
      "windrose ==1.9.2",
      "maidenhead ~=1.7",
      "highlight-text[all] >=0.2 ; python_version >= "3.10"",
      "moonphase * from vcs(vcs=git url=https://git.example.org/tides/moonphase.git reference=v0.3.0)",
    ]
  `);
  expect(project.requirements.map(({ origin }) => `${origin.file}:${origin.line}:${origin.column}`)).toEqual([
    "environment.yml:14:9",
    "requirements-extra.txt:1:1",
    "environment.yml:16:10",
    "environment.yml:17:9",
  ]);
  expect(project.requiresPython.map(({ constraint }) => formatConstraint(constraint))).toEqual(["==3.11.*"]);
  expect(diagnosticsOf(project)).toMatchInlineSnapshot(`
    [
      "warning 8:5: numpy=1.26.* comes from conda, whose names are not those of the Python index: it is not in the shell",
      "warning 9:5: pandas>=2,<3 comes from conda, whose names are not those of the Python index: it is not in the shell",
      "warning 10:5: conda-forge::xarray comes from conda, whose names are not those of the Python index: it is not in the shell",
      "warning 11:5: matplotlib-base ==3.8.4=py311h_0 comes from conda, whose names are not those of the Python index: it is not in the shell",
      "note 3:1: conda's channels are not asked",
      "warning 18:1: these variables are not set in the shell",
    ]
  `);
  expect(project.files).toEqual(["environment.yml", "requirements-extra.txt"]);
});

test.each([
  ["python", ""],
  ["python=3.11", "==3.11.*"],
  ["python==3.11.4", "==3.11.4"],
  ["python=3.11.4=h12_cpython", "==3.11.4"],
  ["python 3.11.*", "==3.11.*"],
  ["python >=3.9,<3.12", ">=3.9,<3.12"],
  ["conda-forge::python>=3.9", ">=3.9"],
  ["python 3.10.*|3.11.*", "==3.10.* || ==3.11.*"],
  ["python[version='>=3.10']", ">=3.10"],
  ["python=3.11[build=x]", "==3.11.*"],
])("%s", (text, expected) => {
  const { requiresPython } = read(`dependencies:\n  - "${text}"\n`);
  expect(requiresPython.map(({ constraint }) => formatConstraint(constraint)).join()).toBe(expected);
});

describe("YAML", () => {
  test.each([
    ["a: 1\nb:\n- x\n- y: z\n  w: v\n-\n  - 'it''s'\n"],
    ["a: [x, 'y, z', \"w\"]  # note\nb: # none\nc: http://x.org/#a\n"],
    ['---\n# comment\n\'quoted key\': "a \\" b"\n'],
    ["a:\r\n  - b\r\n"],
  ])("%j", (text) => {
    expect(readYaml(text, "x.yml").root.value).toMatchSnapshot();
  });

  test.each([
    "a:\n\t- b\n",
    "a: |\n  text\n",
    "a: &anchor b\n",
    "a: {b: c}\n",
    "a: b\n  c\n",
    "a:\n    - b\n  - c\n",
    "a: 'b\n",
    "a: [b\n",
    "a: b: c\n",
    "just text\n",
    "a: 1\na: 2\n",
    "a: 1\n---\nb: 2\n",
    "<<<<<<< HEAD\na: 1\n",
  ])("refused: %j", (text) => {
    expect(messageOf(() => readYaml(text, "x.yml"))).toMatchSnapshot();
  });
});

test("errors", () => {
  expect(
    [
      failure(""),
      failure("- a\n"),
      failure("dependencies:\n  - pip:\n      - a>>1\n"),
      failure("dependencies:\n  - npm:\n      - a\n"),
      failure("dependencies: numpy\n"),
      failure("dependencies:\n  - python=x\n"),
      failure("dependencies:\n  - pip:\n      - -r no.txt\n"),
    ].join("\n"),
  ).toMatchInlineSnapshot(`
    "environment.yml:1: this is no conda environment: it has no dependencies
    environment.yml:1: this is no conda environment: it has no dependencies
    environment.yml:3:11: expected a version by PEP 440 after \`>\`
      3 |         a>>1
        |           ^^
    environment.yml:2:5: only pip has packages of its own here, not npm
      2 |   - npm:
        |     ^^^
    environment.yml:1:1: dependencies should be an array
      1 | dependencies: numpy
        | ^^^^^^^^^^^^^^^^^^^
    environment.yml:2:11: =x is no version of Python that py2nix can read
      2 |   - python=x
        |           ^^
    environment.yml:3:9: no.txt does not exist
      3 |         -r no.txt
        |         ^^^^^^^^^"
  `);
});
