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
  | { readonly kind: "repeat"; readonly body: Node; readonly min: number; readonly max: number; readonly lazy: boolean };

/** Reads a pattern that V8 has read. Throws for what the matcher does not have: references back and modifiers. */
function parse(pattern: string): Node {
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
    const set = take(/\[(?:[^\]\\]|\\.)*\]|\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\u.{4}|\\x..|\\c.|\\(?![1-9k])./) ?? take(/[^\\(]/);
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
    return { kind: "repeat", body, min, max, lazy: lazy === "?" };
  };
  const node = choice();
  if (at < pattern.length) throw new Error(`${pattern}: what stands at ${at} is not known`);
  return node;
}

type Step =
  | { readonly kind: "read"; readonly fits: (character: string) => boolean }
  /** Goes on at `first`, and at `other` where that fails. */
  | { readonly kind: "try"; first: number; other: number }
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
  readonly #node: Node;
  readonly #program: Program;
  readonly #flags: string;
  readonly #fits = new Map<string, (character: string) => boolean>();
  #loops = 0;

  constructor(
    readonly expression: RegExp,
    readonly most = Number.POSITIVE_INFINITY,
  ) {
    this.#flags = expression.flags.replace(/[dgy]/g, "");
    this.#node = parse(expression.source);
    this.#program = this.#compile(this.#node, false);
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
          if (others.length === 0) return add(first);
          branch(
            () => add(first),
            () => add({ kind: "choice", options: others }),
          );
          return;
        }
        case "repeat":
          for (let i = 0; i < part.min; i++) add(part.body);
          if (part.max === Number.POSITIVE_INFINITY) star(part.body, part.lazy);
          else if (part.max > part.min)
            branch(
              ...swapped(part.lazy, [
                () => {
                  add(part.body);
                  add({ ...part, min: 0, max: part.max - part.min - 1 });
                },
                () => {},
              ]),
            );
          return;
      }
    };
    /** One of two ways, which meet behind both. */
    const branch = (one: () => void, other: () => void): void => {
      const fork: Step & { kind: "try" } = { kind: "try", first: steps.length + 1, other: 0 };
      steps.push(fork);
      one();
      const over: Step & { kind: "try" } = { kind: "try", first: 0, other: 0 };
      steps.push(over);
      fork.other = steps.length;
      other();
      over.first = steps.length;
      // Going over the other way is no choice: coming back here fails.
      over.other = NOWHERE;
    };
    const star = (body: Node, lazy: boolean): void => {
      const loop = isNullable(body) ? this.#loops++ : null;
      const fork: Step & { kind: "try" } = { kind: "try", first: 0, other: 0 };
      const begin = steps.push(fork) - 1;
      if (loop !== null) steps.push({ kind: "begin", loop });
      add(body);
      if (loop !== null) steps.push({ kind: "moved", loop });
      steps.push({ kind: "try", first: begin, other: NOWHERE });
      [fork.first, fork.other] = swapped(lazy, [begin + 1, steps.length]);
    };
    add(node);
    return { steps: withJumps([...steps, { kind: "end" }]), backward };
  }

  #set(source: string): (character: string) => boolean {
    let fits = this.#fits.get(source);
    if (!fits) {
      const expression = new RegExp(`^(?:${source})$`, this.#flags.replace("m", ""));
      const known = new Map<string, boolean>();
      fits = (character) => {
        let answer = known.get(character);
        if (answer === undefined) known.set(character, (answer = expression.test(character)));
        return answer;
      };
      this.#fits.set(source, fits);
    }
    return fits;
  }
}
