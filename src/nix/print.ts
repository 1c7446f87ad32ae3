// Prints expressions as nixfmt (RFC 166) formats them, for the shapes that this program writes.

import { attributeName, commentText, escapeIndented, escapeString } from "./escape.ts";
import type { Binding, Expression, Item, NixFile, StringPart } from "./expression.ts";

const WIDTH = 100;
const STEP = 2;
/** An operator and the blank behind it. */
const OPERATOR_WIDTH = 3;

/** The whole file, with a line end at its end. */
export function printFile(file: NixFile): string {
  const lines = file.comment.map((line) => commentLine(line, 0));
  lines.push(...argumentLines(file.arguments));
  if (file.bindings.length > 0) {
    lines.push("let", printBindings(file.bindings, STEP), "in");
  }
  lines.push(print(file.body, 0), "");
  return lines.join("\n");
}

function argumentLines(args: NixFile["arguments"]): string[] {
  if (args === null) return [];
  if ("open" in args) return [`{ ${[...args.open, "..."].join(", ")} }:`, ""];
  return [
    "{",
    ...args.map(({ name, default: value }) => `  ${name} ? ${print(value, STEP, name.length + 3)},`),
    "}:",
    "",
  ];
}

/**
 * An expression in a line that is indented by `indent` blanks; later lines are indented so too. `used` characters
 * stand before it in its line: a line may be 100 wide without its indentation.
 */
export function print(expression: Expression, indent: number, used = 0): string {
  const short = oneLine(expression);
  if (short !== null && used + short.length <= WIDTH) return short;
  switch (expression.kind) {
    case "list":
      return printList(expression.items, indent);
    case "attributes":
      return printSet(expression.bindings, indent);
    case "indented":
      return printIndented(expression.lines, indent);
    case "apply":
      return printApply(expression, indent, used);
    case "operation":
      return printOperation(expression, indent);
    case "attribute":
      return `(${print(expression.of, indent, used + 1)}).${attributeName(expression.name)}`;
    case "lambda":
      return printLambda(expression, indent);
    case "let":
      return `let\n${printBindings(expression.bindings, indent + STEP)}\n${blanks(indent)}in\n${blanks(indent)}${print(expression.body, indent)}`;
    case "if":
      return [
        ifThen(expression.condition, indent),
        `${blanks(indent + STEP)}${print(expression.whenTrue, indent + STEP)}`,
        `${blanks(indent)}else`,
        `${blanks(indent + STEP)}${print(expression.whenFalse, indent + STEP)}`,
      ].join("\n");
    default:
      return short ?? "";
  }
}

/** A condition of several lines stands between lines of their own for `if` and `then`. */
function ifThen(condition: Expression, indent: number): string {
  const text = print(condition, indent);
  if (!text.includes("\n")) return `if ${text} then`;
  return `if\n${blanks(indent + STEP)}${print(condition, indent + STEP)}\n${blanks(indent)}then`;
}

function printOperation(
  expression: Extract<Expression, { kind: "operation" }>,
  indent: number,
  first = (operand: Expression) => operandText(operand, indent),
): string {
  const { operator, operands } = expression;
  const lines = operands.map((operand, index) => {
    const before = index === 0 ? "" : `${blanks(indent)}${operator}`;
    if (index === 0) return first(operand);
    if (operand.kind === "apply" && oneLine(operand) !== null && !fits(oneLine(operand), operator.length + 1)) {
      const middle = printWithMiddle(operand, indent);
      if (middle !== null) return `${before} ${middle}`;
    }
    // A call that cannot begin on the operator's line with all but its last argument stands below it.
    if (operand.kind === "apply" && !headFits(operand, operator.length + 1))
      return `${before}\n${blanks(indent + STEP)}${print(operand, indent + STEP)}`;
    return `${before} ${operandText(operand, indent)}`;
  });
  return lines.join("\n");
}

/**
 * `a // {` ... `}`: two operands of which the second is a list or set, or `[` ... `] ++` and more, as the value of a
 * binding; null for any other expression, and for what has room on one line.
 */
function printOpenOperation(expression: Expression, indent: number, used: number): string | null {
  if (expression.kind !== "operation" || fits(oneLine(expression), used)) return null;
  const [first, second, third] = expression.operands;
  if (expression.operator === "++" && first?.kind === "list" && first.items.length > 0)
    return printOperation(expression, indent, (operand) => expanded(operand, indent));
  const isOpen = ["++", "//"].includes(expression.operator) && first?.kind === "select" && !third;
  if (!isOpen || !second || !absorbsBody(second)) return null;
  return `${oneLine(first)} ${expression.operator} ${expanded(second, indent)}`;
}

/** A call of two arguments, the first spread over lines in its parentheses and the last behind them. */
function printWithMiddle(
  { function: callee, arguments: args }: Extract<Expression, { kind: "apply" }>,
  indent: number,
): string | null {
  const [middle, last] = args;
  if (args.length !== 2 || !middle || !last || !needsParentheses(middle)) return null;
  const tail = oneLine(last, true);
  const head = oneLine(callee, true);
  if (tail === null || head === null) return null;
  return `${head} (\n${blanks(indent + STEP)}${print(middle, indent + STEP)}\n${blanks(indent)}) ${tail}`;
}

function fits(short: string | null, used: number): boolean {
  return short !== null && used + short.length <= WIDTH;
}

/** Whether a call's function and arguments up to the last one stand on a line that begins at `used`. */
function headFits(expression: Extract<Expression, { kind: "apply" }>, used: number): boolean {
  const head = headOf(expression);
  return head !== null && used + head.length + 2 <= WIDTH;
}

function headOf({ function: callee, arguments: args }: Extract<Expression, { kind: "apply" }>): string | null {
  return joined(
    [callee, ...args.slice(0, -1)].map((part) => oneLine(part, true)),
    " ",
  );
}

function operandText(operand: Expression, indent: number): string {
  const short = oneLine(operand, operandNeedsParentheses(operand));
  if (fits(short, OPERATOR_WIDTH)) return short ?? "";
  return operandNeedsParentheses(operand) ? argumentText(operand, indent) : print(operand, indent, OPERATOR_WIDTH);
}

/** A function call and a negation bind more strongly than any operator. */
function operandNeedsParentheses(operand: Expression): boolean {
  return needsParentheses(operand) && operand.kind !== "apply" && operand.kind !== "not";
}

/** A call as an element opens and closes with its parentheses; everything else stands as an argument would. */
function elementText(value: Expression, indent: number): string {
  const isCall = value.kind === "apply" && oneLine(value, true) === null && headFits(value, 1);
  return isCall ? `(${print(value, indent, 1)})` : argumentText(value, indent);
}

function printList(items: readonly Item[], indent: number): string {
  const lines = items.flatMap(({ comment, value }) => [
    ...comment.map((line) => commentLine(line, indent + STEP)),
    `${blanks(indent + STEP)}${elementText(value, indent + STEP)}`,
  ]);
  return `[\n${lines.join("\n")}\n${blanks(indent)}]`;
}

/** Bindings one below the other, a blank line around each that has a comment or takes several lines. */
function printBindings(bindings: readonly Binding[], indent: number): string {
  const blocks = bindings.map((binding) => printBinding(binding, indent));
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      const apart =
        before !== undefined &&
        (block.includes("\n") || before.includes("\n") || bindings[index - 1]?.kind === "inherit");
      return apart ? `\n${block}` : block;
    })
    .join("\n");
}

function printBinding(binding: Binding, indent: number): string {
  if (binding.kind === "inherit") {
    const from = binding.from === null ? "" : ` (${binding.from})`;
    return `${blanks(indent)}inherit${from} ${binding.names.join(" ")};`;
  }
  const comment = binding.comment.map((line) => `${commentLine(line, indent)}\n`).join("");
  const head = `${blanks(indent)}${[binding.name].flat().map(attributeName).join(".")} =`;
  const used = head.length - indent + 2;
  const open = printOpenOperation(binding.value, indent, used);
  if (open !== null) return `${comment}${head} ${open};`;
  const value = print(binding.value, indent, used);
  // What has no bracket to open at the line's end begins on a line of its own. A string is not broken by that.
  const absorbed = !value.includes("\n") || opensAtLineEnd(binding.value);
  const short = oneLine(binding.value);
  const fitsHere = short === null || value !== short || used + short.length <= WIDTH;
  if (binding.value.kind === "string" || (absorbed && fitsHere)) return `${comment}${head} ${value};`;
  return `${comment}${head}\n${blanks(indent + STEP)}${print(binding.value, indent + STEP)};`;
}

function opensAtLineEnd(value: Expression): boolean {
  if (value.kind === "lambda") return absorbsBody(value.body) && !value.argument.startsWith("{");
  return ["list", "attributes", "indented", "apply"].includes(value.kind);
}

function printApply(expression: Extract<Expression, { kind: "apply" }>, indent: number, used: number): string {
  const { function: callee, arguments: args } = expression;
  const last = args.at(-1);
  if (!last) return print(callee, indent);
  const head = headOf(expression);
  if (head === null || !headFits(expression, used)) {
    const absorbed = printWithInnerCall(expression, indent, used);
    if (absorbed !== null) return absorbed;
    return [
      print(callee, indent),
      ...args.map((argument) => blanks(indent + STEP) + argumentText(argument, indent + STEP)),
    ].join("\n");
  }
  if (!needsParentheses(last)) return `${head} ${print(last, indent, used + head.length + 1)}`;
  if (last.kind === "lambda" && absorbsBody(last.body))
    return `${head} (${last.argument}: ${expanded(last.body, indent)})`;
  if (isNamedCall(last)) return `${head} (${printApply(last, indent, used + head.length + 2)})`;
  return `${head} (\n${blanks(indent + STEP)}${print(last, indent + STEP)}\n${blanks(indent)})`;
}

/** `name {` ... `}`: a call by a plain name of one argument, which is a set or list. */
function isNamedCall(expression: Expression): expression is Extract<Expression, { kind: "apply" }> {
  if (expression.kind !== "apply" || expression.arguments.length !== 1) return false;
  const { function: callee, arguments: args } = expression;
  const [argument] = args;
  return callee.kind === "select" && callee.path.length === 1 && !callee.or && !!argument && absorbsBody(argument);
}

/** `import (fetchTarball {` ... `}) { }`: a call of two arguments, the set at the end of the first spread over lines. */
function printWithInnerCall(
  { function: callee, arguments: args }: Extract<Expression, { kind: "apply" }>,
  indent: number,
  used: number,
): string | null {
  const [inner, last] = args;
  if (args.length !== 2 || inner?.kind !== "apply" || inner.arguments.at(-1)?.kind !== "attributes" || !last)
    return null;
  const head = oneLine(callee, true);
  const tail = oneLine(last, true);
  if (head === null || tail === null) return null;
  return `${head} (${printApply(inner, indent, used + head.length + 2)}) ${tail}`;
}

/** A list or set with its brackets on lines of their own, however short it is. */
function expanded(body: Expression, indent: number): string {
  if (body.kind === "list" && body.items.length > 0) return printList(body.items, indent);
  if (body.kind === "attributes" && body.bindings.length > 0) return printSet(body.bindings, indent);
  return print(body, indent);
}

function printSet(bindings: readonly Binding[], indent: number): string {
  return `{\n${printBindings(bindings, indent + STEP)}\n${blanks(indent)}}`;
}

function absorbsBody(body: Expression): boolean {
  return body.kind === "list" || body.kind === "attributes";
}

function printLambda({ argument, body }: Extract<Expression, { kind: "lambda" }>, indent: number): string {
  return absorbsBody(body)
    ? `${argument}: ${print(body, indent)}`
    : `${argument}:\n${blanks(indent)}${print(body, indent)}`;
}

function printIndented(lines: readonly (readonly StringPart[])[], indent: number): string {
  const printed = lines.map((parts) =>
    parts.length === 0 ? "" : blanks(indent + STEP) + stringParts(parts, escapeIndented),
  );
  return `''\n${printed.join("\n")}\n${blanks(indent)}''`;
}

/** The expression on one line, or null where it must take several. */
function oneLine(expression: Expression, asArgument = false): string | null {
  if (asArgument && needsParentheses(expression)) {
    const inner = oneLine(expression);
    return inner === null ? null : `(${inner})`;
  }
  switch (expression.kind) {
    case "select": {
      const path = expression.path.map((part, index) => (index === 0 ? part : attributeName(part))).join(".");
      if (!expression.or) return path;
      const fallback = oneLine(expression.or, true);
      return fallback === null ? null : `${path} or ${fallback}`;
    }
    case "attribute": {
      const of = oneLine(expression.of, true);
      return of === null ? null : `${of}.${attributeName(expression.name)}`;
    }
    case "verbatim":
      return expression.text;
    case "string":
      return `"${stringParts(expression.parts, escapeString)}"`;
    case "indented":
      return null;
    case "list": {
      if (expression.items.length === 0) return "[ ]";
      // Several elements, or one with a comment, read better below each other.
      const [only] = expression.items;
      if (expression.items.length > 1 || !only || only.comment.length > 0) return null;
      const item = oneLine(only.value, true);
      return item === null ? null : `[ ${item} ]`;
    }
    case "attributes": {
      if (expression.bindings.length === 0) return "{ }";
      const [only] = expression.bindings;
      if (expression.bindings.length > 1 || only?.kind !== "bind" || only.comment.length > 0) return null;
      const value = oneLine(only.value);
      return value === null ? null : `{ ${[only.name].flat().map(attributeName).join(".")} = ${value}; }`;
    }
    case "apply":
      return joined(
        [oneLine(expression.function, true), ...expression.arguments.map((argument) => oneLine(argument, true))],
        " ",
      );
    case "operation":
      return joined(
        expression.operands.map((operand) => oneLine(operand, operandNeedsParentheses(operand))),
        ` ${expression.operator} `,
      );
    case "not": {
      const operand = oneLine(expression.operand, true);
      return operand === null ? null : `!${operand}`;
    }
    case "lambda": {
      const body = oneLine(expression.body);
      return body === null ? null : `${expression.argument}: ${body}`;
    }
    case "let":
    case "if":
      return null;
  }
}

/** The expression on a single line, however long: for a command line. Throws on a tree that has several by itself. */
export function printOneLine(expression: Expression): string {
  const line = oneLine(onOneLine(expression));
  if (line === null) throw new Error("the expression takes several lines");
  return line;
}

/** The tree with its lists, which would else take a line an element, as text. */
function onOneLine(expression: Expression): Expression {
  switch (expression.kind) {
    case "list": {
      const items = expression.items.map(({ value }) => oneLine(onOneLine(value), true) ?? "");
      return { kind: "verbatim", text: items.length === 0 ? "[ ]" : `[ ${items.join(" ")} ]` };
    }
    case "select":
      return expression.or ? { ...expression, or: onOneLine(expression.or) } : expression;
    case "apply":
      return {
        ...expression,
        function: onOneLine(expression.function),
        arguments: expression.arguments.map(onOneLine),
      };
    case "operation":
      return { ...expression, operands: expression.operands.map(onOneLine) };
    default:
      return expression;
  }
}

function joined(parts: readonly (string | null)[], separator: string): string | null {
  return parts.some((part) => part === null) ? null : parts.join(separator);
}

function argumentText(expression: Expression, indent: number): string {
  const short = oneLine(expression, true);
  if (short !== null && short.length <= WIDTH) return short;
  return needsParentheses(expression)
    ? `(\n${blanks(indent + STEP)}${print(expression, indent + STEP)}\n${blanks(indent)})`
    : print(expression, indent);
}

/** Whether the expression needs parentheses as an argument, an element or an operand of a stronger operator. */
function needsParentheses(expression: Expression): boolean {
  switch (expression.kind) {
    case "apply":
      return expression.arguments.length > 0;
    case "operation":
    case "not":
    case "lambda":
    case "let":
    case "if":
      return true;
    case "select":
      return expression.or !== undefined;
    default:
      return false;
  }
}

function stringParts(parts: readonly StringPart[], escaped: (text: string) => string): string {
  let printed = "";
  for (let i = 0; i < parts.length; ) {
    const end = parts.findIndex((part, at) => at >= i && typeof part !== "string");
    // Texts are escaped as one, and with the brace that follows: a dollar at their end must not undo it.
    const literal = parts.slice(i, end < 0 ? parts.length : end).join("");
    printed += end < 0 ? escaped(literal) : escaped(`${literal}{`).slice(0, -1);
    const expression = parts[end];
    if (expression !== undefined && typeof expression !== "string")
      printed += `\${${oneLine(expression) ?? print(expression, 0)}}`;
    i = end < 0 ? parts.length : end + 1;
  }
  return printed;
}

function commentLine(line: string, indent: number): string {
  const text = commentText(line).trimEnd();
  return `${blanks(indent)}#${text === "" ? "" : ` ${text}`}`;
}

function blanks(count: number): string {
  return " ".repeat(count);
}
