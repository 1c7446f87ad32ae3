// What hatchling adds to [project] and [build-system]: the requirements of its build, and of a plugin that reads files.
// https://hatch.pypa.io/latest/config/build/

import type { Diagnostic } from "../diagnostics.ts";
import { dirname, joinPath } from "../paths.ts";
import { normalizeName } from "../pep/pep503.ts";
import { MAIN_GROUP, type Project, type Requirement } from "../project.ts";
import { decodeUtf8, type Files } from "./files.ts";
import type { HatchConfiguration } from "./hatch.ts";
import { type DynamicField, requirementFromNode } from "./pep621.ts";
import { type PlacedLine, requirementFromLine } from "./setup-cfg.ts";
import type { TomlNode } from "./toml.ts";

/** What hatchling asks for when it builds a wheel, beside what [build-system] requires. */
export function hatchlingRequires(hatch: HatchConfiguration, diagnostics: Diagnostic[]): Requirement[] {
  const build = hatch.get("build");
  const wheel = build?.at("targets", "wheel") ?? null;
  const hooks = [build, wheel].flatMap((node) => node?.get("hooks")?.entries() ?? []).map(([, hook]) => hook);
  return [wheel, build, ...hooks].flatMap((node) =>
    (node?.get("dependencies")?.items() ?? []).map((item) =>
      requirementFromNode(item, { group: MAIN_GROUP, extra: null }, diagnostics),
    ),
  );
}

/**
 * What the plugin hatch-requirements-txt finds of the dynamic fields of [project]; null where the project does not use
 * it. The fields that it gives are in `given`. Throws an InputError for a file that is not there.
 */
export function readRequirementsHook(
  hatch: HatchConfiguration,
  dynamic: ReadonlyMap<DynamicField, TomlNode>,
  file: string,
  files: Files,
): (Pick<Project, "selectables" | "requirements" | "diagnostics" | "files"> & { given: DynamicField[] }) | null {
  const hook = hatch.get("metadata")?.at("hooks", "requirements_txt");
  if (!hook) return null;
  const diagnostics: Diagnostic[] = [];
  const read: string[] = [];
  const list = (name: string, by: TomlNode, extra: string | null): Requirement[] => {
    const path = joinPath(dirname(file), name);
    if (files.kind(path) !== "file") throw by.error(`${path} does not exist`, name);
    read.push(path);
    return hookLines(decodeUtf8(files.read(path), path), path, diagnostics).map((line) =>
      requirementFromLine(line, { group: MAIN_GROUP, extra }, diagnostics),
    );
  };
  const single = hook.get("filename");
  const several = hook.get("files");
  if (single && several) throw single.error("the hook takes either filename or files");
  const extras = dynamic.has("optional-dependencies") ? (hook.get("optional-dependencies")?.entries() ?? null) : null;
  const names = several?.items() ?? (single ? [single] : null);
  const dependencies = () =>
    names ? names.flatMap((item) => list(item.string(), item, null)) : list("requirements.txt", hook, null);
  return {
    given: [...dynamic.keys()].filter(
      (field) => field === "dependencies" || (field === "optional-dependencies" && extras),
    ),
    selectables: (extras ?? []).map(([name]) => ({ kind: "extra", name: normalizeName(name), byDefault: false })),
    requirements: [
      ...(dynamic.has("dependencies") ? dependencies() : []),
      ...(extras ?? []).flatMap(([name, items]) =>
        items.items().flatMap((item) => list(item.string(), item, normalizeName(name))),
      ),
    ],
    diagnostics,
    files: read,
  };
}

/** The requirements of a file as the plugin reads them: options of pip are passed over, which is told. */
function hookLines(text: string, path: string, diagnostics: Diagnostic[]): PlacedLine[] {
  const placed = text.split(/\r\n|\n|\r/).map((source, i) => ({ source, line: i + 1 }));
  const joined: { source: string; line: number }[] = [];
  let open = false;
  for (const { source, line } of placed) {
    const last = joined.at(-1);
    const part = source.replace(/\\\s*$/, " ");
    if (open && last) joined[joined.length - 1] = { source: `${last.source}${part}`, line: last.line };
    else joined.push({ source: part, line });
    open = /\\\s*$/.test(source);
  }
  return joined.flatMap(({ source, line }): PlacedLine[] => {
    const bare = source.replace(/(?:^|(?<!\s)\s+)#.*$/s, "").trim();
    const column = source.length - source.trimStart().length + 1;
    const origin = { file: path, line, column };
    const option = bare.search(/(?:^|\s)(?:-[A-Za-z]|--[A-Za-z]+)/);
    if (option >= 0 || bare.startsWith("-")) {
      const message = "hatch-requirements-txt passes over the options of pip in this file";
      diagnostics.push({ severity: "warning", message, origin });
    }
    const requirement = bare.startsWith("-") ? "" : bare.slice(0, option < 0 ? undefined : option).trim();
    return requirement === "" ? [] : [{ text: requirement, origin, source }];
  });
}
