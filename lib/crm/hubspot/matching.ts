/** How many records HubSpot's searches match, hence a bulk edit to "all that match". facts/hubspot.md §3.3e, §3.6. */
import type { WireRequest } from '../adapter';

/** The outermost object in `node` that has `key`. Searches and totals stand near the top: records are not looked through. */
function having(node: unknown, key: string, depth = 4): Record<string, unknown> | undefined {
  if (typeof node !== 'object' || node === null || !depth) return undefined;
  if (key in node) return node as Record<string, unknown>;
  for (const child of Object.values(node)) {
    const found = having(child, key, depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** See `Page.matching`. The same search may be asked for page by page and in another order, in a GraphQL batch among others. */
export function matching({ body }: WireRequest, totals: Map<string, number>, response = '0'): number | undefined {
  let known: number | undefined;
  try {
    if (!body.includes('"filterGroups"')) return known;
    const told: unknown[] = [JSON.parse(response)].flat();
    [JSON.parse(body)].flat().forEach((question: unknown, at) => {
      const asked = having(question, 'filterGroups');
      if (!asked) return;
      const { objectTypeId, filterGroups, query } = asked;
      const search = JSON.stringify([objectTypeId, filterGroups, query || '']);
      const total = having(told[at], 'total')?.['total'];
      if (typeof total === 'number') totals.set(search, total);
      known ??= totals.get(search);
    });
  } catch {
    // What is not JSON is no search.
  }
  return known;
}
