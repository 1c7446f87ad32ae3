// Nix expressions as a tree of plain data. Nothing here knows of Python; text from outside enters as `string` alone.

/** A part of a string: text to be taken literally, or an expression to be interpolated. */
export type StringPart = string | Expression;

export type Expression =
  /** A name or a chain of attributes: `pkgs.python313`. Parts that are no identifiers are quoted when printed. */
  | { readonly kind: "select"; readonly path: readonly string[]; readonly or?: Expression }
  /** An attribute of what is no name: `(f x).env`. */
  | { readonly kind: "attribute"; readonly of: Expression; readonly name: string }
  /** Printed as it stands; only for constants of this program, such as `./.venv` or `<nixpkgs>`. */
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "string"; readonly parts: readonly StringPart[] }
  /** A `''` string; each line's parts. */
  | { readonly kind: "indented"; readonly lines: readonly (readonly StringPart[])[] }
  | { readonly kind: "list"; readonly items: readonly Item[] }
  | { readonly kind: "attributes"; readonly bindings: readonly Binding[] }
  | { readonly kind: "apply"; readonly function: Expression; readonly arguments: readonly Expression[] }
  /** Operands joined by one operator, which is associative. */
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly operands: readonly Expression[];
    }
  | { readonly kind: "not"; readonly operand: Expression }
  /** `argument` is printed as it stands: a name, or a pattern of this program's own such as `{ pkgs, ... }`. */
  | { readonly kind: "lambda"; readonly argument: string; readonly body: Expression }
  | { readonly kind: "let"; readonly bindings: readonly Binding[]; readonly body: Expression }
  | {
      readonly kind: "if";
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly whenFalse: Expression;
    };

export type Operator = "++" | "&&" | "||" | "+" | "==" | "//";

/** An element of a list, with the comment lines above it. */
export interface Item {
  readonly comment: readonly string[];
  readonly value: Expression;
}

/** A binding of an attribute set or a `let`, or an `inherit`. */
export type Binding =
  | {
      readonly kind: "bind";
      readonly comment: readonly string[];
      /** A name, or the parts of an attribute path. */
      readonly name: string | readonly string[];
      readonly value: Expression;
    }
  | {
      readonly kind: "inherit";
      /** The set that has the names; null for the names in scope. */
      readonly from: string | null;
      readonly names: readonly string[];
    };

/** A file: comment lines, its arguments, the bindings and the result. */
export interface NixFile {
  readonly comment: readonly string[];
  /** Names with their defaults; names of a module system's own, which passes more; or none for a file that is no function. */
  readonly arguments: readonly { readonly name: string; readonly default: Expression }[] | Pattern | null;
  readonly bindings: readonly Binding[];
  readonly body: Expression;
}

/** The names that an open pattern takes: `{ pkgs, ... }`. */
export interface Pattern {
  readonly open: readonly string[];
}

/** `select("pkgs.lib")`, or one part that may hold dots: `select("pkgs", name)`. */
export function select(chain: string, ...parts: readonly string[]): Expression {
  return { kind: "select", path: [...chain.split("."), ...parts] };
}

export function text(...parts: readonly StringPart[]): Expression {
  return { kind: "string", parts };
}

export function verbatim(source: string): Expression {
  return { kind: "verbatim", text: source };
}

export function list(values: readonly (Expression | Item)[]): Expression {
  return { kind: "list", items: values.map((value) => ("kind" in value ? { comment: [], value } : value)) };
}

export function apply(callee: Expression, ...args: readonly Expression[]): Expression {
  return { kind: "apply", function: callee, arguments: args };
}

export function attributes(...bindings: readonly Binding[]): Expression {
  return { kind: "attributes", bindings };
}

export function bind(name: string | readonly string[], value: Expression, ...comment: readonly string[]): Binding {
  return { kind: "bind", comment, name, value };
}

/** The operands joined, those of the same operator among them as its own; a single one stands alone. Throws on none. */
export function operation(operator: Operator, operands: readonly Expression[]): Expression {
  const flat = operands.flatMap((operand) =>
    operand.kind === "operation" && operand.operator === operator ? operand.operands : [operand],
  );
  const [only] = flat;
  if (!only) throw new Error("an operation needs an operand");
  return flat.length === 1 ? only : { kind: "operation", operator, operands: flat };
}

/** A `''` string from a template of this program's own, in which `@name@` stands for the parts of that name. */
export function indented(template: string, parts: Readonly<Record<string, readonly StringPart[]>> = {}): Expression {
  const lines = template.replace(/^\n|\n$/g, "").split("\n");
  return {
    kind: "indented",
    lines: lines.map((line) =>
      line
        .split(/(@[A-Za-z]+@)/)
        .filter((piece) => piece !== "")
        .flatMap((piece) => {
          const name = /^@([A-Za-z]+)@$/.exec(piece)?.[1] ?? "";
          return Object.hasOwn(parts, name) ? (parts[name] as readonly StringPart[]) : [piece];
        }),
    ),
  };
}

/** The names that the bindings and expressions of a file refer to: the first part of each attribute path. */
export function referredNames(file: Pick<NixFile, "bindings" | "body">): ReadonlySet<string> {
  const names = new Set<string>();
  const visitParts = (parts: readonly StringPart[]): void => {
    for (const part of parts) if (typeof part !== "string") visit(part);
  };
  const visitBindings = (bindings: readonly Binding[]): void => {
    for (const binding of bindings) {
      if (binding.kind === "bind") visit(binding.value);
      else for (const name of binding.from === null ? binding.names : []) names.add(name);
    }
  };
  const visit = (expression: Expression): void => {
    switch (expression.kind) {
      case "select":
        names.add(expression.path[0] ?? "");
        if (expression.or) visit(expression.or);
        break;
      case "attribute":
        visit(expression.of);
        break;
      case "verbatim":
        break;
      case "string":
        visitParts(expression.parts);
        break;
      case "indented":
        for (const line of expression.lines) visitParts(line);
        break;
      case "list":
        for (const { value } of expression.items) visit(value);
        break;
      case "attributes":
        visitBindings(expression.bindings);
        break;
      case "apply":
        for (const part of [expression.function, ...expression.arguments]) visit(part);
        break;
      case "operation":
        for (const operand of expression.operands) visit(operand);
        break;
      case "not":
        visit(expression.operand);
        break;
      case "lambda":
        visit(expression.body);
        break;
      case "let":
        visitBindings(expression.bindings);
        visit(expression.body);
        break;
      case "if":
        for (const part of [expression.condition, expression.whenTrue, expression.whenFalse]) visit(part);
    }
  };
  visitBindings(file.bindings);
  visit(file.body);
  return names;
}

/** The expression with every attribute path replaced by what `change` makes of it. Bodies of functions and `let` too. */
export function mapSelects(expression: Expression, change: (path: readonly string[]) => readonly string[]): Expression {
  const map = (inner: Expression) => mapSelects(inner, change);
  const mapParts = (parts: readonly StringPart[]) => parts.map((part) => (typeof part === "string" ? part : map(part)));
  const mapBindings = (bindings: readonly Binding[]) =>
    bindings.map((binding) => (binding.kind === "bind" ? { ...binding, value: map(binding.value) } : binding));
  switch (expression.kind) {
    case "select":
      return {
        ...expression,
        path: change(expression.path),
        ...(expression.or === undefined ? {} : { or: map(expression.or) }),
      };
    case "attribute":
      return { ...expression, of: map(expression.of) };
    case "verbatim":
      return expression;
    case "string":
      return { ...expression, parts: mapParts(expression.parts) };
    case "indented":
      return { ...expression, lines: expression.lines.map(mapParts) };
    case "list":
      return { ...expression, items: expression.items.map((item) => ({ ...item, value: map(item.value) })) };
    case "attributes":
      return { ...expression, bindings: mapBindings(expression.bindings) };
    case "apply":
      return { ...expression, function: map(expression.function), arguments: expression.arguments.map(map) };
    case "operation":
      return { ...expression, operands: expression.operands.map(map) };
    case "not":
      return { ...expression, operand: map(expression.operand) };
    case "lambda":
      return { ...expression, body: map(expression.body) };
    case "let":
      return { ...expression, bindings: mapBindings(expression.bindings), body: map(expression.body) };
    case "if":
      return {
        ...expression,
        condition: map(expression.condition),
        whenTrue: map(expression.whenTrue),
        whenFalse: map(expression.whenFalse),
      };
  }
}
