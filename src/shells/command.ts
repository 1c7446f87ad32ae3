// The style `command`: one `nix-shell -p` line to paste.

import { type Expression, mapSelects } from "../nix/expression.ts";
import { printOneLine } from "../nix/print.ts";
import { ALL_PLATFORMS } from "../platforms.ts";
import type { Plan } from "../resolver/plan.ts";
import { conditionalList, operandsOf } from "./conditional-list.ts";
import { programsBesidePip } from "./environment.ts";
import { LEFT_OUT, leftToPip } from "./left-to-pip.ts";
import { listedPackages, packageList } from "./python-packages.ts";
import { shellWord } from "./shell-words.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";

export const command: Style = {
  name: "command",
  summary: "a nix-shell -p line to paste into a shell: what nixpkgs has, and nothing from pip",
  fileName: null,
  direnv: null,
  provision: LEFT_OUT,
  render: renderCommand,
};

/**
 * Each word behind `-p` is an expression that nix-shell evaluates with all of nixpkgs in scope: `(git)`. A list as a
 * word stands for its elements.
 */
function renderCommand(plan: Plan, options: RenderOptions): Rendering {
  const { diagnostics } = leftToPip(plan, "the style command");
  const programs = programsBesidePip(plan, options);
  const { attribute } = plan.interpreter;
  const packages = listedPackages(plan, "python");
  const python = packages.length === 0 ? attribute : `${attribute}.withPackages (ps: ${packagesText(packages)})`;
  const everywhere = programs.filter(({ platforms }) => platforms === ALL_PLATFORMS);
  const elsewhere = programs.filter(({ platforms }) => platforms !== ALL_PLATFORMS);
  const conditional = elsewhere.length === 0 ? [] : operandsOf(conditionalList(elsewhere));
  const words = [
    "nix-shell",
    ...(options.pin ? ["-I", `nixpkgs=https://github.com/NixOS/nixpkgs/archive/${plan.index.revision}.tar.gz`] : []),
    "-p",
    python,
    ...everywhere.map(({ item }) => printOneLine(withoutSet("pkgs", item.value))),
    ...conditional.map((expression) => printOneLine(withoutSet("pkgs", expression))),
  ];
  return { file: `${words.map(shellWord).join(" ")}\n`, diagnostics };
}

/** `with ps; [ flask numpy ]`. */
function packagesText(packages: Parameters<typeof packageList>[0]): string {
  return `with ps; ${printOneLine(withoutSet("ps", packageList(packages)))}`;
}

/** The expression with the attributes of a set that is in scope by their bare names, where that is one. */
function withoutSet(set: string, expression: Expression): Expression {
  return mapSelects(expression, (path) => {
    const [first, second = "", ...rest] = path;
    const isBare = first === set && /^[A-Za-z_][A-Za-z0-9_'-]*$/.test(second) && !RESERVED.has(second);
    return isBare ? [second, ...rest] : path;
  });
}

/** Names that mean something else without their set: the language's own, which no `with` hides, and this line's. */
const RESERVED: ReadonlySet<string> = new Set(
  `assert else if in inherit let or rec then with true false null builtins abort baseNameOf derivation derivationStrict
  dirOf fetchGit fetchMercurial fetchTarball fetchTree fromTOML import isNull map placeholder removeAttrs scopedImport
  throw toString args ps pkgs`.split(/\s+/),
);
