// The file of direnv that enters a shell when its folder is entered. https://direnv.net/man/direnv-stdlib.1.html

import { InputError } from "../diagnostics.ts";
import { INVISIBLE, isPlainAscii } from "../invisible.ts";
import { relativePath } from "../paths.ts";
import type { FileBeside, RenderOptions, Style } from "./style.ts";

/**
 * The `.envrc` beside a style's file of this name: what enters it, and the manifests that it is made from, for direnv
 * to look at. Throws an InputError for a style that direnv cannot enter.
 */
export function envrcOf(style: Style, name: string, { header, outputFolder, source }: RenderOptions): FileBeside {
  if (style.direnv === null)
    throw new InputError(`direnv cannot enter what the style ${style.name} writes`, {
      hint: "Leave out --envrc, or take another style.",
    });
  const isFound = name === style.fileName;
  if (!isFound && style.direnv !== "use nix")
    throw new InputError(`--envrc needs the file to be called ${style.fileName}, and it is ${name}`);
  const watched = [
    ...(isFound ? [] : [name]),
    ...source.project.files.filter((file) => file !== "<stdin>").map((file) => relativePath(outputFolder, file)),
  ];
  const lines = [
    ...header.slice(0, 2).map((line) => `# ${line}`),
    ...watched.map((file) => `watch_file ${bashWord(file)}`),
    isFound ? style.direnv : `${style.direnv} ${bashWord(name)}`,
  ];
  return { name: ".envrc", text: `${lines.join("\n")}\n` };
}

/** Text as one word of bash, and not as an option. What is not seen stands as its bytes in UTF-8. */
function bashWord(text: string): string {
  const path = text.startsWith("-") ? `./${text}` : text;
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(path)) return path;
  if (isPlainAscii(path)) return `'${path.replaceAll("'", `'\\''`)}'`;
  const invisible = new RegExp(`[\\\\'${INVISIBLE}]`, "gu");
  return `$'${path.replace(invisible, (one) => [...new TextEncoder().encode(one)].map(asByte).join(""))}'`;
}

function asByte(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}
