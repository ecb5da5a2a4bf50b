/** A search: groups of filters of which one must hold, each of filters that must all hold, and words to look for; answered in pages. */

import { listOf, objectOf, textOf } from '../json';
import type { JsonObject } from '../json';
import { currentValue } from './store';
import type { Store, StoredRecord } from './store';

/** All that a search finds, however long its pages are. No groups means every record. */
export function found(store: Store, { objectTypeId, filterGroups, query }: JsonObject): StoredRecord[] {
  const groups = listOf(filterGroups);
  const words = textOf(query).toLowerCase();
  return store
    .list(textOf(objectTypeId))
    .filter(
      (record) =>
        (groups.length === 0 || groups.some((group) => listOf(objectOf(group).filters).every((filter) => holds(record, filter)))) &&
        (words === '' || [...record.properties.keys()].some((name) => currentValue(record, name).toLowerCase().includes(words))),
    );
}

/** The page of a search that `count` and `offset` ask for, and how many records there are on all of them. */
export function searched(store: Store, request: JsonObject): { total: number; page: StoredRecord[] } {
  const all = found(store, request);
  const offset = Number(request.offset ?? 0);
  return { total: all.length, page: all.slice(offset, offset + Number(request.count ?? 100)) };
}

function holds(record: StoredRecord, filter: unknown): boolean {
  const { property, operator, value, values } = objectOf(filter);
  const current = currentValue(record, textOf(property));
  if (operator === 'IN') return listOf(values).map(textOf).includes(current);
  if (operator === 'EQ') return current === textOf(value);
  return false;
}
