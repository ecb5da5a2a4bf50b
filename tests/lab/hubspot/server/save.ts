/** Saving by REST, whatever the form of the request: all or nothing. */

import type { LabResponse } from '../../site';
import { objectOf, textOf } from '../json';
import { validationError } from './answers';
import type { Change, Store, StoredRecord } from './store';
import { complaintsAbout } from './validation';

export interface Write {
  record: StoredRecord;
  changes: Change[];
}

/** The changes in a list of `{name, value}`, or of `{property, value}` as the old contacts API has it. */
export function changesOf(entries: readonly unknown[], key: 'name' | 'property' = 'name'): Change[] {
  return entries.map(objectOf).map((entry) => ({ name: textOf(entry[key]), value: textOf(entry.value) }));
}

/** The answer that refuses, or undefined when everything is saved. */
export function save(store: Store, writes: readonly Write[], source: string): LabResponse | undefined {
  const complaints = writes.flatMap(({ record, changes }) => complaintsAbout(record.objectTypeId, changes));
  if (complaints.length > 0) return validationError(complaints);
  for (const { record, changes } of writes) store.write(record, changes, source);
  return undefined;
}
