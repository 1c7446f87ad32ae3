// Which of the files that were read are outside of the project: pip's includes may lead anywhere, and that is told.

import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics.ts";
import type { Files } from "../manifests/files.ts";
import { dirname } from "../paths.ts";
import type { Project } from "../project.ts";
import type { Input } from "./inputs.ts";

/**
 * A note that names the files outside; none where there is none. The project is in the working folder, the folders of the
 * inputs and that of its lock; what symbolic links in there lead to is outside of it.
 */
export function noteOutside({ files: read, lock }: Project, inputs: readonly Input[], files: Files): Diagnostic[] {
  const named = inputs.flatMap((input) => (typeof input === "string" ? [input] : []));
  const others = read.filter((path) => !named.includes(path) && !path.startsWith("<"));
  if (others.length === 0) return [];
  const folders = named.map((path) => (files.kind(path) === "folder" ? path : dirname(path)));
  const roots = [".", ...folders, ...(lock ? [dirname(lock.file)] : [])].map(realPath);
  const outside = others.filter((path) => {
    const real = realPath(path);
    return !roots.some((root) => real.startsWith(root === "/" ? root : `${root}/`));
  });
  if (outside.length === 0) return [];
  return [{ severity: "note", message: `read from outside of the project's folder: ${outside.join(", ")}` }];
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
