// The library: from the texts of manifests to the text of a Nix file, in three pure steps. Nothing here touches files, the
// network, the clock or the environment, so it runs in a browser as it does in Node.

import { InputError } from "./diagnostics.ts";
import { type Limits, withLimits } from "./limits.ts";
import { type Files, filesFromTable } from "./manifests/files.ts";
import { discoverManifests, loadProject } from "./manifests/load.ts";
import { type IndexTexts, NixpkgsIndex } from "./nixpkgs/index.ts";
import { normalizePath } from "./paths.ts";
import type { Project } from "./project.ts";
import type { Plan } from "./resolver/plan.ts";
import { resolve as decide } from "./resolver/resolve.ts";
import { DEFAULT_SELECTION, type Selection } from "./resolver/selection.ts";
import { readOptions, type SettingsOptions } from "./settings/options.ts";
import { type Rendered, renderPlan, type StyleOptions } from "./shells/render.ts";
import { STYLES } from "./shells/styles.ts";

export {
  type Diagnostic,
  type Excerpt,
  formatInputError,
  InputError,
  type Origin,
  type Severity,
} from "./diagnostics.ts";
export type { LimitName, Limits } from "./limits.ts";
export type { IndexTexts, NixpkgsIndex, NixpkgsRelease } from "./nixpkgs/index.ts";
export type { PlatformSet } from "./platforms.ts";
export { systemsOf } from "./platforms.ts";
export type { Lock, LockedPackage, Project, Requirement, Source } from "./project.ts";
export type { Decision, PipRequirement, Plan, Requester } from "./resolver/plan.ts";
export type { Selection } from "./resolver/selection.ts";
export type { Rendered } from "./shells/render.ts";
export type { FileBeside } from "./shells/style.ts";
export { VERSION } from "./version.ts";

/** The styles that `render` knows. */
export const STYLE_NAMES: readonly string[] = STYLES.map(({ name }) => name);

/** Texts or bytes by their paths, with `/` and relative to one folder. */
export type FileTable = Readonly<Record<string, string | Uint8Array>>;

export interface ParseOptions {
  /** The manifests to read, or one folder; what the folder of the table has where none is named. */
  readonly inputs?: readonly string[];
  /** The format of all inputs, such as `requirements`; found out where none is given. */
  readonly format?: string;
  /** `auto` (the default) takes the lock beside a manifest, `none` takes none, anything else is the path of one. */
  readonly lock?: string;
  /** The members of a workspace that are wanted instead of its project. */
  readonly members?: readonly string[];
  /** Other limits of what is read than the usual ones, by the names of `--limit`: `{ "include-depth": 200 }`. */
  readonly limits?: Limits;
}

export interface ResolveOptions extends Partial<Selection> {
  /** The interpreter, such as `3.12`; otherwise what the project requires and nixpkgs has decides. */
  readonly python?: string;
  /** `compatible`, `exact` or `any` for all projects, `NAME=any` for one. */
  readonly match?: readonly string[];
  /** `NAME=ATTRIBUTE`: what stands for a project in nixpkgs. */
  readonly map?: readonly string[];
  readonly fromPip?: readonly string[];
  readonly fromNixpkgs?: readonly string[];
  readonly allowUnfree?: boolean;
  /** False leaves out the installation of the project itself. */
  readonly project?: boolean;
}

export interface RenderOptions extends Partial<StyleOptions> {
  /** The index and the project that the plan was made of. */
  readonly index: NixpkgsIndex;
  readonly project: Project;
  /** The manifests that were read, for styles that hand them to another tool. */
  readonly manifests?: readonly string[];
  /** The path that the text is for: paths in it are relative to its folder. */
  readonly output?: string;
  /** Lines of a comment at the top. */
  readonly header?: readonly string[];
}

/** Reads the manifests of a project, and its lock where it has one. Throws an InputError. */
export function parse(files: FileTable, options: ParseOptions = {}): Project {
  const table = filesFromTable(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [normalizePath(path), content])),
  );
  const { inputs = ["."], format = null, lock = "auto", members = [], limits = {} } = options;
  return withLimits(limits, () => {
    const manifests = inputs.flatMap((input) => manifestsOf(normalizePath(input), table));
    return loadProject(manifests, table, { format, lock, members, versionFiles: true });
  });
}

function manifestsOf(input: string, files: Files): readonly string[] {
  return files.kind(input) === "folder" ? discoverManifests(input, files).manifests : [input];
}

/** Decides where each dependency comes from. Throws an InputError. */
export function resolve(project: Project, index: NixpkgsIndex, options: ResolveOptions = {}): Plan {
  const { python = null, match, map, fromPip, fromNixpkgs, allowUnfree = false, project: own, ...selection } = options;
  const given: SettingsOptions = { match, map, fromPip, fromNixpkgs, python, project: own };
  return decide(project, index.withOptions({ allowUnfree }), {
    selection: { ...DEFAULT_SELECTION, ...selection },
    python,
    settings: readOptions(given),
  });
}

/** Renders a plan in a style, a shell.nix where none is named. Throws an InputError. */
export function render(plan: Plan, options: RenderOptions): Rendered {
  const {
    index,
    project,
    manifests = project.files,
    output = null,
    header = [],
    style = "shell",
    pin = false,
  } = options;
  if (pin && plan.index.narHash === "")
    throw new InputError("the index has no hash of its nixpkgs, and `pin` needs it");
  const { with: packages, installer, inside, envrc } = options;
  const source = { project, manifests, groups: plan.groups, extras: plan.extras };
  return renderPlan(plan, source, index, {
    style,
    pin,
    output,
    header,
    ...(packages === undefined ? {} : { with: packages }),
    ...(installer === undefined ? {} : { installer }),
    ...(inside === undefined ? {} : { inside }),
    ...(envrc === undefined ? {} : { envrc }),
  });
}

/** An index of nixpkgs from its texts; each is looked into when it is needed, so they can be getters. */
export function readIndex(texts: IndexTexts): NixpkgsIndex {
  return new NixpkgsIndex(texts);
}
