/** The order of a table's rows. */

import type { Values } from '../data/records';

export interface Sort {
  name: string;
  direction: 'ascending' | 'descending';
}

/** The ids in order: numbers by size, text by letters, empty first. */
export function sortedBy(sort: Sort | null, ids: readonly string[], valuesOf: (id: string) => Values): readonly string[] {
  if (!sort) return ids;
  const compare = (a: string, b: string): number =>
    (valuesOf(a)[sort.name] ?? '').localeCompare(valuesOf(b)[sort.name] ?? '', 'en', { numeric: true });
  const ascending = [...ids].sort(compare);
  return sort.direction === 'ascending' ? ascending : ascending.reverse();
}
