import { describe, expect, test } from "vitest";
import { readPyproject } from "../../src/manifests/pyproject.ts";
import { diagnosticsOf, requirementsOf } from "../support/show.ts";

const read = (text: string) => readPyproject(text, "pyproject.toml");

test("a pyproject.toml without dependencies is a project of nothing", () => {
  const project = read("[tool.ruff]\nline-length = 100\n");
  expect([project.name, project.requirements, project.installable, project.files]).toEqual([
    null,
    [],
    false,
    ["pyproject.toml"],
  ]);
  expect(read("").requirements).toEqual([]);
});

test("[project]'s name comes before [tool.poetry]'s", () => {
  expect(read('[project]\nname = "a"\n[tool.poetry]\nname = "b"').name).toBe("a");
  expect(read('[tool.poetry]\nname = "b"').name).toBe("b");
});

describe("what is not read is told, never dropped silently", () => {
  test.each([
    ["[tool.pdm.dev-dependencies]\ntest = ['a']", /\[tool\.pdm/],
    ["[tool.hatch.envs.test]\ndependencies = ['a']", /Hatch|\[tool\.hatch/],
    ["[tool.flit.metadata]\nrequires = ['a']", /\[tool\.flit\.metadata\]/],
    ["[build-system]\nrequires = ['setuptools']", /built with/],
    ["[project]\ndynamic = ['optional-dependencies']", /optional-dependencies are dynamic/],
  ])("%s", (text, message) => {
    expect(diagnosticsOf(read(text))).toEqual([expect.stringMatching(message)]);
  });
});

test("hostile keys stay keys", () => {
  const project = read('[project.optional-dependencies]\n__proto__ = ["a"]\nconstructor = ["b"]\n');
  expect(requirementsOf(project)).toEqual(["a * (extra -proto-)", "b * (extra constructor)"]);
});
