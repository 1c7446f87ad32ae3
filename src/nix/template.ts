// Nix files that are mostly the same for everybody, as templates of this program's own.

import { commentText } from "./escape.ts";
import type { Expression } from "./expression.ts";
import { print } from "./print.ts";

/**
 * The text of a file: comment lines, and the template with each `@name@` in it replaced by the expression of that
 * name. What comes from outside enters as an expression alone.
 */
export function fillTemplate(
  comment: readonly string[],
  template: string,
  parts: Readonly<Record<string, Expression>>,
): string {
  const lines = template.replace(/^\n|\n$/g, "").split("\n");
  const filled = lines.map((line) => {
    const indent = line.length - line.trimStart().length;
    return line.replace(/@([A-Za-z]+)@/g, (all, name: string, at: number) => {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
      return part ? print(part, indent, at - indent) : all;
    });
  });
  return [...comment.map((line) => `# ${commentText(line)}`.trimEnd()), ...filled, ""].join("\n");
}
