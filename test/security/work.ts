// The work of a function, as a number that no other program on the machine changes: how often V8 entered each block of src's
// code, and how many elements the methods of arrays went over that are not written in JavaScript.
// https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#method-startPreciseCoverage

import { Session } from "node:inspector";

/** Those that go over an array by themselves. Copies with `...` and loops begin with its iterator. */
const NATIVE = ["concat", "includes", "indexOf", "join", "lastIndexOf", "shift", "slice", "splice", "unshift"] as const;

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

// What was compiled before has no counters, so this begins before anything of src is called.
const session = new Session();
session.connect();
post("Profiler.enable");
post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** What a function does. What is read once and kept is to be there already: call it before. */
export function workOf(run: () => unknown): number {
  post("Profiler.takePreciseCoverage");
  const elements = countElements(run);
  const { result } = post("Profiler.takePreciseCoverage") as Coverage;
  const own = result.filter(({ url }) => url.includes("/src/"));
  const blocks = own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
  return elements + blocks.reduce((sum, count) => sum + count, 0);
}

function post(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  // A session of one's own thread answers before it returns.
  session.post(method, parameters, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

function countElements(run: () => unknown): number {
  let elements = 0;
  const keys = [...NATIVE, Symbol.iterator] as const;
  const before = keys.map((key) => [key, Object.getOwnPropertyDescriptor(Array.prototype, key)] as const);
  for (const [key, descriptor] of before) {
    const native = descriptor?.value as (...given: unknown[]) => unknown;
    const value = function (this: unknown[], ...given: unknown[]) {
      elements += this.length;
      return Reflect.apply(native, this, given);
    };
    Object.defineProperty(Array.prototype, key, { ...descriptor, value });
  }
  try {
    run();
  } finally {
    for (const [key, descriptor] of before) Object.defineProperty(Array.prototype, key, descriptor ?? {});
  }
  return elements;
}

/** How many times as much work ten times as much of something is. */
export function growthOf(size: number, make: (size: number) => () => unknown): number {
  make(size)();
  return workOf(make(10 * size)) / workOf(make(size));
}
