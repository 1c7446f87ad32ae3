// The style `flake`: a flake.nix whose development shell is one of the other styles.

import { InputError } from "../diagnostics.ts";
import {
  apply,
  attributes,
  bind,
  type Expression,
  list,
  type NixFile,
  select,
  text,
  verbatim,
} from "../nix/expression.ts";
import type { Plan } from "../resolver/plan.ts";
import { nixpkgsFlake } from "./nixpkgs.ts";
import type { Rendering, RenderOptions, Style } from "./style.ts";

const SYSTEMS = ["x86_64-linux", "aarch64-linux", "x86_64-darwin", "aarch64-darwin"];

/** The style, for these to be inside: each renders a file that takes `pkgs`. */
export function flakeOf(styles: readonly Style[]): Style {
  return {
    name: "flake",
    summary: "a flake.nix for four systems, with another style inside",
    fileName: "flake.nix",
    direnv: "use flake",
    installs: true,
    inside: styles,
    render: (plan, options) => renderFlake(styles, plan, options),
  };
}

function renderFlake(styles: readonly Style[], plan: Plan, options: RenderOptions): Rendering {
  const style = styles.find(({ name }) => name === options.inside);
  if (!style)
    throw new InputError(`no flake has the style ${options.inside} inside`, {
      hint: `A flake has one of: ${styles.map(({ name }) => name).join(", ")}`,
    });
  const { file, ...rest } = style.render(plan, { ...options, header: [], inPlace: false });
  if (typeof file === "string") throw new Error(`the style ${style.name} gives no tree`);
  const systems = style.name === "fhs" ? SYSTEMS.filter((system) => system.endsWith("-linux")) : SYSTEMS;
  return {
    ...rest,
    file: flakeFile(plan, { ...options, header: [...options.header, ...file.comment] }, file, systems),
  };
}

function flakeFile(plan: Plan, options: RenderOptions, inner: NixFile, systems: readonly string[]): NixFile {
  const shell: Expression =
    inner.bindings.length === 0 ? inner.body : { kind: "let", bindings: inner.bindings, body: inner.body };
  const shells = apply(
    select("nixpkgs.lib.genAttrs"),
    select("systems"),
    lambda(
      "system",
      attributes(bind("default", apply(select("shellFor"), verbatim("nixpkgs.legacyPackages.${system}")))),
    ),
  );
  const outputs = lambda("{ nixpkgs, ... }", {
    kind: "let",
    bindings: [bind("systems", list(systems.map((system) => text(system)))), bind("shellFor", lambda("pkgs", shell))],
    body: attributes(bind("devShells", shells)),
  });
  return {
    comment: options.header,
    arguments: null,
    bindings: [],
    body: attributes(
      bind("description", text(`Development environment${plan.projectName === null ? "" : ` of ${plan.projectName}`}`)),
      bind(["inputs", "nixpkgs", "url"], text(nixpkgsFlake(plan.index, options.pin))),
      bind("outputs", outputs),
    ),
  };
}

function lambda(argument: string, body: Expression): Expression {
  return { kind: "lambda", argument, body };
}
