/** Salesforce ids: the 15-character form carries its letters' case in a 3-character suffix (facts/salesforce.md §5). */

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form of a 15-character id. An id that already has 18 characters comes back as it is. */
export function to18(id: string): string {
  if (id.length !== 15) return id;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].reduce((sum, char, i) => (/[A-Z]/.test(char) ? sum + 2 ** i : sum), 0);
    return SUFFIX.charAt(bits);
  });
  return id + suffix.join('');
}
