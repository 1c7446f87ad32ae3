// A seeded source of choices for generated cases. The same seed gives the same cases on every machine, so that
// only the answers need to be stored.

/** Pseudo-random choices (mulberry32), in a sequence that the seed alone decides. */
export class Choices {
  constructor(private state: number) {}

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** `text` with the probability, else nothing. */
  maybe(probability: number, text: () => string): string {
    return this.chance(probability) ? text() : "";
  }

  /** Between `least` and `most` items. */
  list<T>(least: number, most: number, item: () => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, item);
  }

  shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
    }
    return shuffled;
  }

  /** Each letter in a random case. */
  letterCase(text: string): string {
    return this.chance(0.7)
      ? text
      : text.replace(/[a-z]/g, (letter) => (this.chance(0.5) ? letter.toUpperCase() : letter));
  }

  /** `text` changed at one to three places: a character or a stretch removed, doubled, replaced, inserted or moved. */
  mutate(text: string, alphabet: readonly string[]): string {
    let characters = [...text];
    for (let times = 1 + this.below(3); times > 0; times--) {
      const at = this.below(characters.length + 1);
      const length = this.chance(0.7) ? 1 : this.below(4);
      const piece = characters.slice(at, at + length);
      const before = characters.slice(0, at);
      const after = characters.slice(at + length);
      characters = this.pick([
        () => [...before, ...after],
        () => [...before, ...piece, ...piece, ...after],
        () => [...before, this.pick(alphabet), ...after],
        () => [...before, this.pick(alphabet), ...piece, ...after],
        () => [...before, ...after.slice(0, 2), ...piece, ...after.slice(2)],
      ])();
    }
    return characters.join("");
  }
}
