/** HubSpot's names for its objects, brought to the one name that the rest of Handrail uses. facts/hubspot.md §2. */

/** The objects that move through stages, each name followed by its type id. Others, custom ones among them, go by their type id. */
const names = 'contact 0-1 company 0-2 deal 0-3 ticket 0-5 order 0-123 lead 0-136 service 0-162 course 0-410 listing 0-420'.split(' ');

/** `deal` for `0-3`, `deals`, `deal` and `DEAL`; a type id without a name as it is; undefined for any other word. */
export function knownObject(word: string): string | undefined {
  const at = names.indexOf(word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, ''));
  return names[at & ~1] ?? (/^\d-\d+$/.test(word) ? word : undefined);
}

/** `0-3` for `deal`; a type id as it is. */
export function typeIdOf(object: string): string {
  return names[(names.indexOf(object) & ~1) | 1] ?? object;
}
