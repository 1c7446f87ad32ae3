// The documentation as the tests read it: its pages, their links and headings, and the blocks of commands with the
// comment above each that says where it is run.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { root } from "../support/paths.ts";

export interface Page {
  /** As seen from the repository. */
  readonly path: string;
  readonly text: string;
}

/** Every page for users: the README and all below docs. */
export function pages(): Page[] {
  const below = readdirSync(`${root}/docs`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `docs/${name}`);
  return ["README.md", ...below].map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));
}

export function exists(path: string): boolean {
  return existsSync(`${root}/${path}`);
}

/** Where a block is run, or why it is not. */
export type Setting =
  | { readonly kind: "not run"; readonly reason: string }
  | {
      readonly kind: "run";
      /** Fixtures or files of the repository that are copied, the first of them being the working folder. */
      readonly folders: readonly string[];
      /** It goes on in the folder of the block before. */
      readonly continues: boolean;
      /** A checkout of the repository. */
      readonly clone: boolean;
      /** Programs that have to be there. */
      readonly uses: readonly string[];
      /** The exit code of the block's last command. */
      readonly exits: number;
    };

export interface Block {
  readonly line: number;
  /** The word behind the fence. */
  readonly language: string;
  readonly content: string;
  /** The file that the block is the content of. */
  readonly file: string | null;
  /** Null where no comment says. */
  readonly setting: Setting | null;
}

const parser = new MarkdownIt({ html: true });

/** The fenced blocks of a page, in their order. Throws for a comment that cannot be read. */
export function blocksOf({ path, text }: Page): Block[] {
  const tokens = parser.parse(text, {});
  return tokens.flatMap((token, at) => {
    if (token.type !== "fence" || !token.map) return [];
    const line = token.map[0] + 1;
    const before = tokens[at - 1];
    const comment = before?.type === "html_block" ? /^<!--(.*)-->\s*$/s.exec(before.content)?.[1] : undefined;
    const said = readComment(comment ?? "", `${path}:${line}`);
    return [{ line, language: token.info.trim(), content: token.content, ...said }];
  });
}

function readComment(comment: string, where: string): Pick<Block, "file" | "setting"> {
  const said = new Map<string, string>();
  for (const part of comment.split(";").map((piece) => piece.trim())) {
    if (part === "") continue;
    const [, key, value] = /^([a-z ]+): *(.+)$/s.exec(part) ?? [];
    if (!key || !value || !["in", "file", "uses", "exits", "not run"].includes(key))
      throw new Error(`${where}: the comment above the block says ${JSON.stringify(part)}`);
    said.set(key, value);
  }
  const reason = said.get("not run");
  const file = said.get("file") ?? null;
  if (reason !== undefined) return { file, setting: { kind: "not run", reason } };
  const place = said.get("in");
  if (place === undefined) return { file, setting: null };
  const isWord = ["above", "empty", "clone"].includes(place);
  return {
    file,
    setting: {
      kind: "run",
      folders: isWord ? [] : place.split(",").map((folder) => folder.trim()),
      continues: place === "above",
      clone: place === "clone",
      uses: said.get("uses")?.split(/[ ,]+/) ?? [],
      exits: Number(said.get("exits") ?? 0),
    },
  };
}

/** A command and the output that the page shows of it; null where it shows none. */
export interface Command {
  readonly command: string;
  readonly output: readonly string[] | null;
}

/** The commands of a `console` block, behind `$ `, or of a `sh` block, which shows no output. */
export function commandsOf({ language, content }: Block): Command[] {
  const lines = content.replace(/\n$/, "").split("\n");
  const commands: { command: string; output: string[] | null }[] = [];
  let goesOn = false;
  for (const line of lines) {
    const last = commands.at(-1);
    const isPrompt = language === "console" && line.startsWith("$ ");
    if (goesOn && last) last.command += `\n${line}`;
    else if (language === "sh") {
      if (line.trim() !== "") commands.push({ command: line, output: null });
    } else if (isPrompt) commands.push({ command: line.slice(2), output: null });
    else if (last) last.output = [...(last.output ?? []), line];
    else throw new Error(`output without a command: ${line}`);
    goesOn = (goesOn || isPrompt || language === "sh") && line.endsWith("\\");
  }
  return commands;
}

/**
 * Whether the output is what is shown: a line of `...` stands for any number of lines, `...` in a line for any text.
 * Blank lines at the ends do not count.
 */
export function isShown(shown: readonly string[], output: string): boolean {
  const pattern = shown.map((line) =>
    line.trim() === "..." ? "(?:.*\n)*" : `${line.trimEnd().split("...").map(escaped).join(".*")}[ \t]*\n`,
  );
  return new RegExp(`^${pattern.join("")}\\s*$`).test(`${output.replace(/\s*$/, "")}\n`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** The targets of a page's links, as written. */
export function linksOf({ text }: Page): string[] {
  const found: string[] = [];
  for (const { children } of parser.parse(text, {}))
    for (const child of children ?? []) if (child.type === "link_open") found.push(String(child.attrGet("href")));
  return found;
}

/** The anchors that a page's headings have on the usual hosts: in small letters, blanks as hyphens. */
export function anchorsOf({ text }: Page): string[] {
  const tokens = parser.parse(text, {});
  const seen = new Map<string, number>();
  return tokens.flatMap((token, at) => {
    if (token.type !== "heading_open") return [];
    const words = (tokens[at + 1]?.children ?? []).map(({ content }) => content).join("");
    const slug = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-");
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return [before === 0 ? slug : `${slug}-${before}`];
  });
}
