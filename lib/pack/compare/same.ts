/** Whether two pieces of a pack say the same: the order of keys makes no difference, that of lists does. */

export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && left.length === right.length && left.every((entry, at) => same(entry, right[at]));
  }
  const [ours, theirs] = [told(left), told(right)];
  return ours.size === theirs.size && [...ours].every(([key, value]) => theirs.has(key) && same(value, theirs.get(key)));
}

/** A key whose value is undefined is a key that is not there. */
function told(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, entry]) => entry !== undefined));
}
