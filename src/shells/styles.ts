// The table of styles.

import { command } from "./command.ts";
import { devenv } from "./devenv.ts";
import { env } from "./env.ts";
import { fhs } from "./fhs.ts";
import { flakeOf } from "./flake.ts";
import { impure } from "./impure.ts";
import { machNix } from "./mach-nix.ts";
import { native } from "./native.ts";
import { poetry2nix } from "./poetry2nix.ts";
import { pyprojectNix } from "./pyproject-nix.ts";
import { shell } from "./shell.ts";
import type { Style } from "./style.ts";
import { uv2nix } from "./uv2nix.ts";

/** The styles whose file takes `pkgs`: a flake can have each of them inside. */
const PLAIN: readonly Style[] = [shell, env, impure, fhs, native];

export const STYLES: readonly Style[] = [
  ...PLAIN,
  command,
  flakeOf(PLAIN),
  pyprojectNix,
  uv2nix,
  poetry2nix,
  machNix,
  devenv,
];
