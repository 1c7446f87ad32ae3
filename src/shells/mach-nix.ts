// The style `mach-nix`: the project's requirements files given to mach-nix, as its documentation has `mkPython`.

import { type Diagnostic, InputError } from "../diagnostics.ts";
import { apply, type Expression, operation, select, text } from "../nix/expression.ts";
import { fillTemplate } from "../nix/template.ts";
import { nixpkgsSource } from "./nixpkgs.ts";
import type { Style } from "./style.ts";
import { pathTo, shellPackages } from "./tools.ts";

export const machNix: Style = {
  name: "mach-nix",
  summary: "a shell.nix that gives requirements.txt to mach-nix (unmaintained)",
  fileName: "shell.nix",
  direnv: "use nix",
  provision: {
    nixpkgs: "in nixpkgs",
    others: "not; mach-nix brings what it knows of them",
    own: "is left to mach-nix",
  },
  render: (plan, options) => {
    const files = options.source.manifests.filter((file) => /\.(?:txt|in)$/.test(file));
    if (files.length === 0)
      throw new InputError("mach-nix needs a requirements file, and none was read", {
        hint: "It reads no pyproject.toml: take another style, or write what is required to a requirements.txt.",
      });
    const { attribute, version } = plan.interpreter;
    const isKnown = PYTHONS.includes(attribute);
    const reads = files.map((file) => apply(select("builtins.readFile"), pathTo(file, options, { file, line: 1 })));
    return {
      file: fillTemplate([...options.header, ...STATE], MACH_NIX, {
        nixpkgs: nixpkgsSource(plan.index, options.pin),
        python: text(isKnown ? attribute : NEWEST),
        requirements: operation("+", reads.flatMap(separated)),
        packages: shellPackages(plan, options, select("environment")),
      }),
      diagnostics: isKnown ? [] : [tooNew(version)],
    };
  },
};

/** The interpreters of the nixpkgs that mach-nix 3.5.0 brings. */
const PYTHONS: readonly string[] = ["python37", "python38", "python39", "python310"];
const NEWEST = "python310";

function separated(read: Expression, index: number): Expression[] {
  return index === 0 ? [read] : [text("\n"), read];
}

function tooNew(version: string): Diagnostic {
  return {
    severity: "warning",
    message: `mach-nix knows no Python after 3.10: the file has that, and the project would have ${version}`,
  };
}

const STATE = [
  "",
  "mach-nix is unmaintained (its last release is of 2022). It knows the packages and interpreters of that time, and reads",
  "neither -r nor -c lines, hashes or URLs.",
];

const MACH_NIX = `
{
  pkgs ? import @nixpkgs@ { },
}:

let
  mach-nix = import (builtins.fetchGit {
    url = "https://github.com/DavHau/mach-nix";
    ref = "refs/tags/3.5.0";
  }) { python = @python@; };

  environment = mach-nix.mkPython { requirements = @requirements@; };
in
pkgs.mkShell { packages = @packages@; }
`;
