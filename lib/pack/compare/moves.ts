/** The fewest moves that turn one order into another. */

/**
 * The entries of `after` that have moved: the rest keeps its order, and is as many as can.
 * @param before the old order; entries that are not in both are left out of account
 */
export function moved<T>(before: readonly T[], after: readonly T[]): Set<T> {
  const position = new Map(before.map((entry, at) => [entry, at]));
  const kept = after.flatMap((entry) => {
    const at = position.get(entry);
    return at === undefined ? [] : [{ entry, at }];
  });
  const staying = longestRise(kept.map(({ at }) => at));
  return new Set(kept.filter((_, index) => !staying.has(index)).map(({ entry }) => entry));
}

/** The indices of a longest increasing subsequence, by patience sorting. */
function longestRise(values: readonly number[]): Set<number> {
  /** Where the best rise of each length ends, by index. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = ends[middle];
      if (end !== undefined && (values[end] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  }
  const rise = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rise.add(at);
  return rise;
}
