// "Did you mean ...?": the known word that a wrong one was most likely meant to be.

/** More edits than this are another word, however long it is. */
const MOST_EDITS = 3;

/**
 * The candidate that is nearest to `word` whatever the case of letters, or null when none is near: one edit for every
 * three characters of the longer word, and at most three. Of several that are equally near, one that begins with the
 * same letter is taken, then the first in the order of code units, so that the order of `candidates` does not matter.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let best: { readonly candidate: string; readonly distance: number; readonly isAlike: boolean } | null = null;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const limit = Math.min(MOST_EDITS, Math.floor(Math.max(wanted.length, other.length) / 3));
    const distance = editDistance(wanted, other, limit);
    if (distance === null) continue;
    const isAlike = wanted.charAt(0) === other.charAt(0);
    const isBetter =
      best === null ||
      distance < best.distance ||
      (distance === best.distance && (isAlike === best.isAlike ? candidate < best.candidate : isAlike));
    if (isBetter) best = { candidate, distance, isAlike };
  }
  return best?.candidate ?? null;
}

/**
 * The Damerau-Levenshtein distance in its usual restricted form (optimal string alignment): the least number of
 * characters to insert, delete, replace or swap with a neighbour, where no part is edited twice. Null when it is more
 * than `limit`. Time is linear in the length for a given limit: only the cells near the diagonal can count.
 */
export function editDistance(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  const never = limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, never));
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    const row: number[] = [];
    row[from - 1] = from === 1 ? Math.min(i, never) : never;
    for (let j = from; j <= to; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? never) + 1,
        (row[j - 1] ?? never) + 1,
        (previous[j - 1] ?? never) + (isSame ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? never) + 1);
      row[j] = Math.min(cost, never);
    }
    [before, previous] = [previous, row];
  }
  const distance = previous[b.length] ?? never;
  return distance > limit ? null : distance;
}
