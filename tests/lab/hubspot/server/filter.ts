/** The filters of a search: groups of which one must hold, each of filters that must all hold. */

import { listOf, objectOf, textOf } from '../json';
import { currentValue } from './store';
import type { StoredRecord } from './store';

/** True when the record is in the search. No groups means every record. */
export function matches(record: StoredRecord, filterGroups: unknown): boolean {
  const groups = listOf(filterGroups);
  return groups.length === 0 || groups.some((group) => listOf(objectOf(group).filters).every((filter) => holds(record, filter)));
}

function holds(record: StoredRecord, filter: unknown): boolean {
  const { property, operator, value, values } = objectOf(filter);
  const current = currentValue(record, textOf(property));
  if (operator === 'IN') return listOf(values).map(textOf).includes(current);
  if (operator === 'EQ') return current === textOf(value);
  return false;
}
