// POSIX paths as text, without a file system: what is pure here runs in a browser too.

export function isAbsolute(path: string): boolean {
  return path.startsWith("/");
}

/** The folder that a path stands in; `.` for a bare name. */
export function dirname(path: string): string {
  const end = path.replace(/(?<!\/)\/+$/, "").lastIndexOf("/");
  return end < 0 ? (isAbsolute(path) ? "/" : ".") : end === 0 ? "/" : path.slice(0, end);
}

export function basename(path: string): string {
  return path.replace(/(?<!\/)\/+$/, "").replace(/^.*\//s, "");
}

/** The path without `.`, doubled slashes and `..` that can be resolved; `.` for the empty one. */
export function normalizePath(path: string): string {
  const root = isAbsolute(path);
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !root) parts.push(part);
  }
  return (root ? "/" : "") + parts.join("/") || ".";
}

/** `path` as seen from the working folder when it is written in `folder`. */
export function joinPath(folder: string, path: string): string {
  return normalizePath(isAbsolute(path) ? path : `${folder}/${path}`);
}

/** `to` as seen from the folder `from`; both absolute, or both relative to the same folder. */
export function relativePath(from: string, to: string): string {
  const source = split(from);
  const target = split(to);
  let common = 0;
  while (common < source.length && common < target.length && source[common] === target[common]) common++;
  return [...source.slice(common).map(() => ".."), ...target.slice(common)].join("/") || ".";
}

function split(path: string): string[] {
  return normalizePath(path)
    .split("/")
    .filter((part) => part !== "" && part !== ".");
}
