// A matcher of regular expressions that counts its steps: it backtracks as ECMAScript prescribes, so that a text on which it
// takes many is one on which V8 does. Texts are made out of the expression itself. What one character fits, and what an
// assertion says of a place, is asked of V8. https://tc39.es/ecma262/#sec-pattern-semantics

type Node =
  /** What reads one character: a character, an escape, a class. */
  | { readonly kind: "set"; readonly source: string }
  | { readonly kind: "assertion"; readonly source: string }
  | { readonly kind: "look"; readonly behind: boolean; readonly negated: boolean; readonly body: Node }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "choice"; readonly options: readonly Node[] }
  | {
      readonly kind: "repeat";
      readonly body: Node;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/**
 * Reads a pattern that V8 has read; what may be there more than `mostCount` times (`{0,400}`) may be there so many times.
 * Throws for what the matcher does not have: references back and modifiers.
 */
function parse(pattern: string, mostCount = Number.POSITIVE_INFINITY): Node {
  let at = 0;
  const take = (expression: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(expression.source, "ys");
    sticky.lastIndex = at;
    const match = sticky.exec(pattern);
    if (match) at = sticky.lastIndex;
    return match;
  };
  const choice = (): Node => {
    const options = [sequence()];
    while (take(/\|/)) options.push(sequence());
    return options.length === 1 ? (options[0] as Node) : { kind: "choice", options };
  };
  const sequence = (): Node => {
    const items: Node[] = [];
    while (at < pattern.length && !/[|)]/.test(pattern.charAt(at))) items.push(quantified(atom()));
    return { kind: "sequence", items };
  };
  const atom = (): Node => {
    const look = take(/\(\?(<?)([=!])/);
    if (look) return closed((body) => ({ kind: "look", behind: look[1] === "<", negated: look[2] === "!", body }));
    if (take(/\(\?:|\(\?<[^>]+>|\((?!\?)/)) return closed((body) => body);
    const assertion = take(/\\[bB]|[$^]/);
    if (assertion) return { kind: "assertion", source: assertion[0] };
    const set =
      take(/\[(?:[^\]\\]|\\.)*\]|\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\u.{4}|\\x..|\\c.|\\(?![1-9k])./) ?? take(/[^\\(]/);
    if (!set) throw new Error(`${pattern}: what stands at ${at} is not known`);
    return { kind: "set", source: set[0] };
  };
  const closed = (make: (body: Node) => Node): Node => {
    const node = make(choice());
    if (!take(/\)/)) throw new Error(`${pattern}: expected ) at ${at}`);
    return node;
  };
  const quantified = (body: Node): Node => {
    const match = take(/([*+?]|\{(\d+)(,(\d*))?\})(\??)/);
    if (!match) return body;
    const [, sign = "", least, more, most, lazy] = match;
    const min = least === undefined ? (sign === "+" ? 1 : 0) : Number(least);
    const max =
      least === undefined ? (sign === "?" ? 1 : Infinity) : more === undefined ? min : most ? Number(most) : Infinity;
    const counted = max === Infinity ? max : Math.max(min, Math.min(max, mostCount));
    return { kind: "repeat", body, min, max: counted, lazy: lazy === "?" };
  };
  const node = choice();
  if (at < pattern.length) throw new Error(`${pattern}: what stands at ${at} is not known`);
  return node;
}

type Step =
  | { readonly kind: "read"; readonly fits: (character: string) => boolean }
  /** Goes on at `first`, and at `other` where that fails. */
  | { readonly kind: "try"; first: number; other: number }
  | { readonly kind: "jump"; to: number }
  | { readonly kind: "assert"; readonly holds: (text: string, place: number) => boolean }
  | { readonly kind: "look"; readonly program: Program; readonly negated: boolean }
  /** An iteration that reads nothing fails. */
  | { readonly kind: "begin"; readonly loop: number }
  | { readonly kind: "moved"; readonly loop: number }
  | { readonly kind: "end" };

interface Program {
  readonly steps: readonly Step[];
  readonly backward: boolean;
}

/** More steps than these were taken. */
export class TooManySteps extends Error {}

/** An expression that counts the steps of its matches. */
export class CountingExpression {
  steps = 0;
  readonly #program: Program;
  readonly #flags: string;
  readonly #fits = new Map<string, (character: string) => boolean>();
  #loops = 0;

  constructor(
    readonly expression: RegExp,
    public most = Number.POSITIVE_INFINITY,
    mostCount = Number.POSITIVE_INFINITY,
  ) {
    this.#flags = expression.flags.replace(/[dgy]/g, "");
    this.#program = this.#compile(parse(expression.source, mostCount), false);
  }

  /** The ends of the matches one after the other, as a loop over the text finds them; of the first one without `g` and `y`. */
  matches(text: string): [from: number, to: number][] {
    const { global, sticky } = this.expression;
    const found: [number, number][] = [];
    for (let from = 0; from <= text.length; ) {
      const match = this.#search(text, from);
      if (!match) return found;
      found.push(match);
      if (!global && !sticky) return found;
      from = match[1] === match[0] ? match[1] + 1 : match[1];
    }
    return found;
  }

  #search(text: string, from: number): [number, number] | null {
    for (let start = from; start <= text.length; start++) {
      const end = this.#run(this.#program, text, start);
      if (end >= 0) return [start, end];
      if (this.expression.sticky) return null;
    }
    return null;
  }

  #run({ steps, backward }: Program, text: string, start: number): number {
    const begun: number[] = [];
    /** Places to go back to: the step, the place in the text, and a loop's beginning that is to be what it was. */
    const back: { at: number; place: number; loop: number; was: number }[] = [];
    let at = 0;
    let place = start;
    for (;;) {
      if (++this.steps > this.most) throw new TooManySteps();
      const step = steps[at] as Step;
      let isRight = true;
      switch (step.kind) {
        case "end":
          return place;
        case "read": {
          const next = backward ? place - 1 : place;
          isRight = next >= 0 && next < text.length && step.fits(text.charAt(next));
          place += backward ? -1 : 1;
          at++;
          break;
        }
        case "try":
          back.push({ at: step.other, place, loop: -1, was: 0 });
          at = step.first;
          break;
        case "jump":
          at = step.to;
          break;
        case "assert":
          isRight = step.holds(text, place);
          at++;
          break;
        case "look":
          isRight = this.#run(step.program, text, place) >= 0 !== step.negated;
          at++;
          break;
        case "begin":
          back.push({ at: -1, place, loop: step.loop, was: begun[step.loop] ?? -1 });
          begun[step.loop] = place;
          at++;
          break;
        case "moved":
          isRight = begun[step.loop] !== place;
          at++;
          break;
      }
      while (!isRight) {
        const last = back.pop();
        if (!last) return -1;
        if (last.loop >= 0) begun[last.loop] = last.was;
        else {
          ({ at, place } = last);
          isRight = true;
        }
      }
    }
  }

  #compile(node: Node, backward: boolean): Program {
    const steps: Step[] = [];
    const add = (part: Node): void => {
      switch (part.kind) {
        case "set":
          steps.push({ kind: "read", fits: this.#set(part.source) });
          return;
        case "assertion": {
          const here = new RegExp(part.source, `${this.#flags}y`);
          const holds = (text: string, place: number) => {
            here.lastIndex = place;
            return here.test(text);
          };
          steps.push({ kind: "assert", holds });
          return;
        }
        case "look":
          steps.push({ kind: "look", program: this.#compile(part.body, part.behind), negated: part.negated });
          return;
        case "sequence":
          for (const item of backward ? [...part.items].reverse() : part.items) add(item);
          return;
        case "choice": {
          const [first, ...others] = part.options;
          if (!first) return;
          if (others.length === 0) add(first);
          else
            branch(
              () => add(first),
              () => add({ kind: "choice", options: others }),
            );
          return;
        }
        case "repeat":
          for (let i = 0; i < part.min; i++) add(part.body);
          if (part.max === Number.POSITIVE_INFINITY) star(part.body, part.lazy);
          else if (part.max > part.min) {
            const more = () => {
              add(part.body);
              add({ ...part, min: 0, max: part.max - part.min - 1 });
            };
            const none = () => {};
            if (part.lazy) branch(none, more);
            else branch(more, none);
          }
          return;
      }
    };
    /** One of two ways, which meet behind both. */
    const branch = (one: () => void, other: () => void): void => {
      const fork = { kind: "try" as const, first: steps.length + 1, other: 0 };
      steps.push(fork);
      one();
      const over = { kind: "jump" as const, to: 0 };
      steps.push(over);
      fork.other = steps.length;
      other();
      over.to = steps.length;
    };
    const star = (body: Node, lazy: boolean): void => {
      const loop = isNullable(body) ? this.#loops++ : null;
      const fork = { kind: "try" as const, first: 0, other: 0 };
      const to = steps.push(fork) - 1;
      if (loop !== null) steps.push({ kind: "begin", loop });
      add(body);
      if (loop !== null) steps.push({ kind: "moved", loop });
      steps.push({ kind: "jump", to });
      [fork.first, fork.other] = lazy ? [steps.length, to + 1] : [to + 1, steps.length];
    };
    add(node);
    return { steps: [...steps, { kind: "end" }], backward };
  }

  #set(source: string): (character: string) => boolean {
    let fits = this.#fits.get(source);
    if (!fits) {
      fits = setOf(source, this.#flags);
      this.#fits.set(source, fits);
    }
    return fits;
  }
}

function setOf(source: string, flags: string): (character: string) => boolean {
  const expression = new RegExp(`^(?:${source})$`, flags.replace(/[dgmy]/g, ""));
  const known = new Map<string, boolean>();
  return (character) => {
    const answer = known.get(character) ?? expression.test(character);
    known.set(character, answer);
    return answer;
  };
}

/** Whether it can match nothing. */
function isNullable(node: Node): boolean {
  switch (node.kind) {
    case "set":
      return false;
    case "sequence":
      return node.items.every(isNullable);
    case "choice":
      return node.options.some(isNullable);
    case "repeat":
      return node.min === 0 || isNullable(node.body);
    default:
      return true;
  }
}

/** Whether it goes on without end anywhere, so that its work can grow faster than its text does. */
export function isUnbounded(expression: RegExp): boolean {
  return nodesOf(parse(expression.source)).some((node) => node.kind === "repeat" && node.max === Infinity);
}

function nodesOf(node: Node): Node[] {
  switch (node.kind) {
    case "sequence":
      return [node, ...node.items.flatMap(nodesOf)];
    case "choice":
      return [node, ...node.options.flatMap(nodesOf)];
    case "repeat":
    case "look":
      return [node, ...nodesOf(node.body)];
    default:
      return [node];
  }
}

// ---- texts ------------------------------------------------------------------------------------------------

/** A text is its beginning, the pump many times, and its end. */
export interface Pump {
  readonly beginning: string;
  readonly pump: string;
  readonly end: string;
}

/** Beside those of the expression itself. */
const CHARACTERS = [..."aAzZ09_ \t\n\r-./:@#'\"\\[](){}<>=!~^$*+?|,;%&`", "\u0001", "\u00e9", "\u2028"];
/** What ends a text so that a match goes on to it, or fails at it. */
const ENDS = ["", "\u0001", "\n\u0001", "\u0001\n"];
const MOST_WORDS = 6;

/**
 * Texts on which an expression can take long: what each of its loops repeats, behind what leads to the loop and with it, and
 * all short words of the characters that it tells apart.
 */
export function pumpsOf(expression: RegExp): Pump[] {
  const tree = parse(expression.source);
  const sets = nodesOf(tree).flatMap((node) => (node.kind === "set" ? [setOf(node.source, expression.flags)] : []));
  // Of the characters that all sets take for the same, one is enough.
  const alike = new Map<string, string>();
  for (const character of [...CHARACTERS, ...expression.source]) {
    const fits = [...sets.map((set) => set(character)), /\w/.test(character), character === "\n"].join();
    if (!alike.has(fits)) alike.set(fits, character);
  }
  const letters = [...alike.values()];
  const words = (node: Node): string[] => {
    switch (node.kind) {
      case "set":
        return letters.filter(setOf(node.source, expression.flags)).slice(0, 3);
      case "sequence":
        // Each item's other words with the first ones of the others.
        return some(
          node.items.reduce<string[]>(
            (before, item) => {
              const [first = "", ...others] = words(item);
              return [...before.map((word) => word + first), ...others.map((word) => (before[0] ?? "") + word)];
            },
            [""],
          ),
        );
      case "choice":
        return some(node.options.flatMap(words));
      case "repeat": {
        const once = words(node.body);
        const least = (once[0] ?? "").repeat(Math.min(node.min, 30));
        return some([least, ...once, ...once.map((word) => least + word)]);
      }
      case "look":
        return node.negated || node.behind ? [""] : words(node.body);
      default:
        return [""];
    }
  };
  const loops: { before: string; bodies: string[] }[] = [];
  const visit = (node: Node, before: string): void => {
    if (node.kind === "sequence")
      for (let i = 0, sofar = before; i < node.items.length; i++) {
        visit(node.items[i] as Node, sofar);
        // What must be there, and of what need not be what is not empty.
        const next = words(node.items[i] as Node);
        sofar += next[0] ?? "";
      }
    else if (node.kind === "choice") for (const option of node.options) visit(option, before);
    else if (node.kind === "look") visit(node.body, before);
    else if (node.kind === "repeat") {
      if (node.max === Infinity) loops.push({ before, bodies: words(node.body).filter((word) => word !== "") });
      visit(node.body, before);
    }
  };
  visit(tree, "");
  const whole = words(tree);
  const short = [...letters, ...letters.flatMap((one) => letters.map((other) => one + other))];
  const found: Pump[] = [];
  const add = (beginning: string, pump: string, ends: readonly string[] = ENDS) => {
    if (pump !== "") for (const end of ends) found.push({ beginning, pump, end });
  };
  for (const { before, bodies } of loops) {
    for (const pump of [...bodies, ...letters]) {
      add(before, pump);
      if (before !== "") add("", before + pump);
    }
    for (const one of bodies) for (const other of bodies) if (one !== other) add(before, one + other, ["", "\u0001"]);
  }
  for (const word of whole) {
    add("", word);
    add("", word.slice(0, -1));
  }
  for (const pump of short) for (const beginning of ["", "\u0001"]) add(beginning, pump, ["", "\u0001"]);
  return [...new Map(found.map((pump) => [JSON.stringify(pump), pump])).values()];
}

function some(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => a.length - b.length).slice(0, MOST_WORDS);
}

// ---- growth -----------------------------------------------------------------------------------------------

const SIZES = [64, 256, 1024] as const;
/** Four times the text: 4 where work is linear, 16 where it is square. */
const MOST_GROWTH = 8;
const SUSPECT = 4.4;
/** For each character: exponential work ends here. */
const MOST_STEPS = 5_000;
/** What is linear behind a count is so on texts of these sizes, whatever the count. */
const MOST_COUNT = 16;

/** A text on which the steps grow faster than its length does; null where none was found. */
export function superlinear(expression: RegExp): Pump | null {
  const counting = new CountingExpression(expression, MOST_STEPS, MOST_COUNT);
  return pumpsOf(expression).find((pump) => isSuperlinear(counting, pump)) ?? null;
}

function isSuperlinear(counting: CountingExpression, { beginning, pump, end }: Pump): boolean {
  const work = (size: number): number => {
    counting.steps = 0;
    counting.most = size * MOST_STEPS;
    try {
      counting.matches(beginning + pump.repeat(Math.ceil(size / pump.length)) + end);
    } catch (error) {
      if (!(error instanceof TooManySteps)) throw error;
    }
    return counting.steps;
  };
  let before = Number.POSITIVE_INFINITY;
  let growth = 0;
  for (const size of SIZES) {
    const now = work(size);
    if (now > size * MOST_STEPS) return true;
    growth = now / before;
    // Most texts are done with here.
    if (size > SIZES[0] && growth < SUSPECT) return false;
    before = now;
  }
  return growth > MOST_GROWTH;
}
