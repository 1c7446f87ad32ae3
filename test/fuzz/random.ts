// Random numbers that a seed repeats: the n-th input of a seed is always the same one.

export class Random {
  #state: number;

  constructor(seed: number, n = 0) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 1, 0xc2b2ae35);
  }

  /** 32 bits (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return (bits ^ (bits >>> 14)) >>> 0;
  }

  /** An integer from 0 up to and without `limit`. */
  below(limit: number): number {
    return limit <= 1 ? 0 : this.next() % limit;
  }

  /** Whether something that happens once in `n` times happens. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** As many items as a coin falls, at least `least`. */
  some<T>(make: () => T, least = 0, most = 6): T[] {
    const items: T[] = [];
    while (items.length < most && (items.length < least || this.oneIn(2))) items.push(make());
    return items;
  }
}
