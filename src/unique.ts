/** The items without repetitions, each at its first place. */
export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
