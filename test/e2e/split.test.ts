// Why the split has to be consistent: three projects that hold a package back which others of nixpkgs were built against.
// In the shell that py2nix writes they run. With the split by each requirement alone, what fits from nixpkgs and what does
// not from pip, and the two layered as the nixpkgs manual shows (venvShellHook), they do not.

import { expect, test } from "vitest";
import { convert as planOf } from "../../src/cli/convert.ts";
import { DEFAULTS, embedded, filesIn } from "../support/conversion.ts";
import { convert, copyFixture, describeWithNix, enter, inside, write } from "./nix.ts";

interface Case {
  readonly fixture: string;
  readonly program: string;
  readonly prints: string;
  /** What the naive split takes from nixpkgs, by its attribute, and from pip. */
  readonly nix: string;
  readonly pip: string;
  /** How the program ends with that. */
  readonly fails: RegExp;
  /** The version that is imported there, though pip installed the one that is required. */
  readonly imported: readonly [command: string, version: string];
}

const CASES: readonly Case[] = [
  {
    fixture: "numpy-below-2",
    program: "gauge.py",
    prints: "[0.8, 1.0] 6",
    nix: "pandas",
    pip: "numpy<2",
    fails: /^AttributeError: `np\.float_` was removed in the NumPy 2\.0 release/m,
    imported: ["import numpy; print(numpy.__version__)", "2.3.2"],
  },
  {
    fixture: "old-pydantic",
    program: "desk.py",
    prints: "['HTTPValidationError', 'Ship', 'ValidationError'] {'name': 'Anna', 'left': 11}",
    nix: "fastapi",
    pip: "pydantic<2",
    fails: /^pydantic\.errors\.PydanticImportError: `BaseSettings` has been moved to the `pydantic-settings` package/m,
    imported: ["import pydantic; print(pydantic.VERSION)", "2.11.7"],
  },
  {
    fixture: "pinned-urllib3",
    program: "fetch.py",
    prints: "1.26.20 ['http://', 'https://']",
    nix: "requests",
    pip: "urllib3==1.26.20",
    fails: /^TypeError: Retry\.__init__\(\) got an unexpected keyword argument 'method_whitelist'/m,
    imported: ["import urllib3; print(urllib3.__version__)", "2.5.0"],
  },
];

/** The shell of a person who takes each requirement from where it fits. */
function naiveShell(python: string, { nix, pip }: Case): string {
  return `{ pkgs ? import <nixpkgs> { } }:
pkgs.mkShell {
  packages = [
    pkgs.${python}Packages.venvShellHook
    pkgs.${python}Packages.${nix}
  ];
  venvDir = ".venv-by-hand";
  postVenvCreation = ''
    pip install --quiet --disable-pip-version-check '${pip}'
  '';
}
`;
}

describeWithNix("a package that is held back", { registry: true }, () => {
  test.each(CASES)("$fixture: the project runs, and pip finds nothing broken", async ({ fixture, program, prints }) => {
    const project = copyFixture(fixture);
    await convert(project);
    expect(await inside(project, `python ${program}`)).toBe(prints);
    expect(await inside(project, "python -m pip check")).toBe("No broken requirements found.");
  });

  test.each(CASES)("$fixture: it does not with a split by each requirement alone", async (one) => {
    const project = copyFixture(one.fixture);
    const { plan } = planOf({ ...DEFAULTS, output: "shell.nix" }, filesIn(project), embedded);
    write(project, "by-hand.nix", naiveShell(plan.interpreter.attribute, one));
    const args = ["by-hand.nix"];
    const { status, stderr } = await enter(project, `python ${one.program}`, { args });
    expect(stderr).toMatch(one.fails);
    expect(status).toBe(1);
    // pip did install what was asked for, and it stands behind nixpkgs' own.
    const [command, version] = one.imported;
    expect((await enter(project, `python -c '${command}'`, { args })).stdout.trim().split("\n").at(-1)).toBe(version);
    const [name] = one.pip.split(/[<=]/);
    expect((await enter(project, `ls .venv-by-hand/lib/python*/site-packages`, { args })).stdout).toContain(
      `${name}-1.`,
    );
  });
});
